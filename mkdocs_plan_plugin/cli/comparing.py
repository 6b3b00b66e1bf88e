"""Two times of a repository held beside each other: the plans that differ, and what changed in each."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.cli.reading import judge
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import Given, select
from mkdocs_plan_plugin.history.changes import PlanChange, compare
from mkdocs_plan_plugin.history.git import GitError
from mkdocs_plan_plugin.history.repository import Repository
from mkdocs_plan_plugin.model import Finding, Plan
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.reading.page import names_beside
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules import RULES, Checker, Pages, RuleSite
from mkdocs_plan_plugin.source.folders import MARKDOWN
from mkdocs_plan_plugin.source.text import decode
from mkdocs_plan_plugin.template.files import read_templates
from mkdocs_plan_plugin.today import today
from mkdocs_plan_plugin.vocabulary.lookup import title_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mkdocs_plan_plugin.cli.checking import Checked
    from mkdocs_plan_plugin.cli.config import ConfiguredSite
    from mkdocs_plan_plugin.cli.selection import Asked, SourcePage
    from mkdocs_plan_plugin.export.findings import Placed


class Time:
    """The files of a repository at one time: as a commit has them, or as they lie in its folder."""

    def __init__(self, repository: Repository, commit: str | None) -> None:
        self.repository, self.commit = repository, commit

    @cached_property
    def _blobs(self) -> dict[str, str]:
        return self.repository.files(self.commit) if self.commit else {}

    def read(self, path: str) -> bytes | None:
        """Return what is in a file, None where there is none. Raises GitError."""
        if self.commit is None:
            try:
                return (self.repository.root / path).read_bytes()
            except OSError:
                return None
        blob = self._blobs.get(path)
        with self.repository.texts() as texts:
            return texts.of(blob) if blob else None


_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""What the main branch may be called, the first that is there."""
_NUMBER = regex(r"(?<!^)\d+")


class _Read(NamedTuple):
    """A plan at one time, with what is wrong in it, by `_mark`."""

    plan: Plan
    findings: dict[str, list[Finding]]


class Comparison:
    """Reads plans at two times as they are configured now."""

    def __init__(self, site: ConfiguredSite, globs: Sequence[str], old: Time, new: Time) -> None:
        self._site, self._globs, self._old, self._new = site, globs, old, new
        root = site.file.parent if site.file else Path()
        templates = read_templates(site.settings, root)
        self._checker = Checker(
            RuleSite(today=today(site.settings), settings=site.settings, templates=templates)
        )

    def changes(self, within: Sequence[Path]) -> Iterator[PlanChange]:
        """Yield what changed in each plan of some files or folders, by path. Raises GitError."""
        repository = self._new.repository
        touched = repository.changed(self._old.commit or "HEAD", self._new.commit, MARKDOWN)
        paths = {one.path: one.before or one.path for one in touched}
        found: dict[str, tuple[_Read | None, _Read | None]] = {}
        for path in sorted(paths):
            file = repository.root / path
            if not any(file.is_relative_to(place) for place in within):
                continue
            new, old = self._read(self._new, path), self._read(self._old, paths[path])
            if main := next((one for one in (new, old) if isinstance(one, str)), ""):
                path = (Path(path).parent / main).as_posix()  # noqa: PLW2901 - the plan that it is part of
                new, old = self._read(self._new, path), self._read(self._old, paths.get(path, path))
            if path not in found:
                found[path] = _plan(old), _plan(new)
        for old, new in _moved(found):
            yield from _changed(old, new)

    def _read(self, time: Time, path: str) -> _Read | str | None:
        """Return a plan as it was; the name of the file whose plan it is part of; None for no plan."""
        data = time.read(path)
        if data is None:
            return None
        file, settings = time.repository.root / path, self._site.settings
        (page,) = select((file,), self._site, Given(file, data)).pages
        page, text = msgspec.structs.replace(page, named=False), decode(data)
        beside = {
            name: decode(other)
            for name in names_beside(page.full_path, settings)
            if (other := time.read((Path(path).parent / name).as_posix())) is not None
        }
        found, outline, part_of = judge(page, text, settings, self._globs, beside=beside)
        if not isinstance(found, Plan) or outline is None:
            return part_of or None
        alone = Pages(site=self._checker.site, portfolio=join([found]), whole=False)
        findings = dict[str, list[Finding]]()
        for finding in self._checker.plan(found, outline, alone):
            findings.setdefault(_mark(finding), []).append(finding)
        found.path = path
        return _Read(found, findings)

    def caused(self, base: str, findings: Sequence[Placed], pages: Mapping[str, SourcePage]) -> list[Placed]:
        """Return the findings on lines that changed since a commit, and those that a plan did not have then.

        `pages` are the files of findings, by the paths that these show. What a change causes in another
        file is not among them. Raises GitError.
        """
        repository = self._new.repository
        before = {one.path: one.before or one.path for one in repository.changed(base, None, MARKDOWN)}
        kept, lines, known = [], dict[str, list[range]](), dict[str, Counter[str]]()
        for one in findings:
            page = pages.get(one.path)
            path = repository.path_of(page.file) if page else None
            if path is None or path not in before:
                continue
            if path not in known:
                old = self._read(self._old, before[path])
                marks = old.findings if isinstance(old, _Read) else {}
                known[path] = Counter({mark: len(found) for mark, found in marks.items()})
                whole = old is None or not self._old.read(path)
                lines[path] = [range(10**9)] if whole else repository.changed_lines(base, path)
            mark = _mark(one.finding)
            was_there = known[path][mark] > 0
            known[path][mark] -= was_there
            joined = RULES[one.finding.code].scope not in ("page", "template")
            if any(one.finding.line in some for some in lines[path]) or not (was_there or joined):
                kept.append(one)
        return kept


def main_branch(repository: Repository) -> str:
    """Return what the main branch of a repository is called."""
    for name in _MAIN:
        try:
            repository.commit(name)
        except GitError:
            continue
        return name
    return "HEAD"


def _plan(read: _Read | str | None) -> _Read | None:
    return read if isinstance(read, _Read) else None


def _moved(
    found: Mapping[str, tuple[_Read | None, _Read | None]],
) -> Iterator[tuple[_Read | None, _Read | None]]:
    """Yield plans at two times; one that is gone and one that is new under its title are the same."""
    gone: dict[str, list[_Read]] = {}
    for old, new in found.values():
        if old and not new:
            gone.setdefault(title_key(old.plan.title), []).append(old)
    for old, new in found.values():
        moved = gone.get(title_key(new.plan.title)) if new and not old else None
        if new:
            yield (moved.pop(0) if moved else old), new
    yield from ((old, None) for plans in gone.values() for old in plans)


def _changed(before: _Read | None, after: _Read | None) -> Iterator[PlanChange]:
    if before is None and after is None:
        return
    change = compare(before.plan if before else None, after.plan if after else None)
    if after:
        change.findings_new = _without(after, before)
        change.findings_gone = _without(before, after)
    if change.anything:
        yield change


def _mark(finding: Finding) -> str:
    """Return what two versions have in common of a finding: not its line, nor figures that move along.

    The number that a message begins with says how many places have it: one more is a new finding.
    """
    return f"{finding.code} {_NUMBER.sub('0', finding.message)}"


def _without(one: _Read | None, other: _Read | None) -> list[Finding]:
    """Return the findings of one version that the other does not have, by line."""
    if one is None:
        return []
    known = Counter({mark: len(found) for mark, found in other.findings.items()} if other else {})
    left = [finding for mark, found in one.findings.items() for finding in found[known[mark] :]]
    return sorted(left, key=lambda finding: (finding.line, finding.code))


def only_caused(checked: Checked, asked: Asked, base: str | None) -> list[Placed]:
    """Return the findings of a check that a change caused, or that are on its lines.

    The change is what this branch, committed or not, did since it left `base`, by default the main branch.

    Raises:
        Refusal: there is no repository, or no such commit.
    """
    repository = Repository.around(asked.site.docs_dir or Path())
    if repository is None:
        raise Refusal("--changed: there is no git repository around the plans")
    try:
        start = repository.merge_base(base or main_branch(repository), repository.commit())
        compared = Comparison(asked.site, asked.globs, Time(repository, start), Time(repository, None))
        return compared.caused(start, checked.findings, checked.lines.pages)
    except GitError as error:
        raise Refusal(f"--changed: {error}") from None
