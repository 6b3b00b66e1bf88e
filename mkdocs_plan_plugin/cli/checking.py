"""The check as the command line runs it: pages read, joined, checked, known findings left out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from mkdocs_plan_plugin.cli.config import Site as Configured
from mkdocs_plan_plugin.cli.reading import judge
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import Page, Selection, select
from mkdocs_plan_plugin.export.findings import Placed
from mkdocs_plan_plugin.plans.find import NearMiss
from mkdocs_plan_plugin.plans.model import Finding, Plan
from mkdocs_plan_plugin.plans.template_comments import has_comments
from mkdocs_plan_plugin.plans.template_files import read_templates
from mkdocs_plan_plugin.plans.today import today
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.rules import Checker, Pages, Pending, Site, baseline
from mkdocs_plan_plugin.rules.severity import unknown
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.text import clean, decode
from mkdocs_plan_plugin.views.mounts import PIECES


class Checked(msgspec.Struct, kw_only=True):
    """What a check found. `lines` holds the text of every file that a finding stands in."""

    findings: list[Placed]
    lines: dict[str, list[str]]
    plans: int
    pages: int
    known: int = 0
    """Findings that the baseline holds and that are left out."""
    unused: int = 0
    """Entries of the baseline that no finding needs any more."""


class _Read(msgspec.Struct):
    """A page that has been read and held to the rules that need no other page."""

    page: Page
    text: str
    plan: Plan | None = None
    near: bool = False
    pending: Pending | None = None
    findings: list[Finding] = msgspec.field(default_factory=list)
    """Of a page that is no plan."""


def run(
    paths: Sequence[Path], site: Configured, globs: Sequence[str] = (), known: bytes | None = None
) -> Checked:
    """Check the pages at paths (default docs_dir) against their site.

    All pages of docs_dir are read, so that links to plans outside of the paths resolve. `known` is a
    baseline, whose findings are left out.

    Raises:
        Refusal: a path or the configuration can't be used, or the baseline is none.
    """
    root = site.file.parent if site.file else Path()
    templates = read_templates(site.settings, root)
    settings = site.settings
    _refuse_unknown(settings, site)
    selection = select(paths, site)
    around = _around(selection, site) if paths else []
    checker = Checker(
        Site(
            today=today(settings),
            settings=settings,
            templates=templates,
            views=_views,
            pieces=frozenset(PIECES),
        )
    )
    read, unread = _read(selection.pages, settings, globs, checker)
    others, _ = _read(around, settings, globs)
    plans = [one.plan for one in (*read, *others) if one.plan is not None]
    named_files = bool(paths) and not any(path.is_dir() for path in paths)
    found = sum(one.plan is not None for one in read)
    pages = Pages(
        site=checker.site,
        portfolio=join(plans),
        paths=frozenset(one.page.path for one in (*read, *others)),
        plans=found,
        near=tuple(_shown(one.page.file) for one in read if one.near),
        unread=(*(("", message) for message in selection.errors), *unread),
        whole=site.docs_dir is not None or not named_files,
    )
    lines: dict[str, list[str]] = {}
    placed: list[tuple[str, str, Finding]] = [
        ("", _rooted(path, root), one)
        for path, one in checker.whole(pages)
        if not (named_files and one.code == "PLAN901")
    ]
    for one in read:
        findings = checker.finish(one.pending, pages) if one.pending else one.findings
        if findings:
            shown = _shown(one.page.file)
            lines[shown] = clean(one.text).split("\n")
            placed += [(one.page.path, shown, finding) for finding in findings]
    result = Checked(findings=[], lines=lines, plans=found, pages=len(read))
    left = _sift(result, placed, known)
    result.unused = 0 if paths else left
    return result


def _views() -> frozenset[str]:
    """Return the names of all views, which only a page with a directive asks for."""
    from mkdocs_plan_plugin.views.registry import VIEWS  # noqa: PLC0415 - as it says

    return frozenset(VIEWS)


def _sift(result: Checked, placed: list[tuple[str, str, Finding]], known: bytes | None) -> int:
    """Add the findings that the baseline does not hold; return how many of its entries are left over."""
    try:
        left = baseline.read(known) if known is not None else None
    except ValueError as error:
        raise Refusal(f"the baseline can't be read: {error}. Write it anew with --write-baseline.") from None
    for path, shown, finding in placed:
        mark = baseline.fingerprint(path or shown, finding, result.lines.get(shown, []))
        if left is not None and not baseline.is_new(mark, left):
            result.known += 1
        else:
            result.findings.append(Placed(path=shown, finding=finding, fingerprint=mark))
    return sum(left.values()) if left else 0


def _refuse_unknown(settings: Settings, site: Configured) -> None:
    problems = [
        f"{site.file}: plan: option 'rules': there is no rule or family '{word}'."
        + (f" Did you mean '{near}'?" if near else " 'mkdocs-plan rules' lists them.")
        for word, near in unknown(settings.rules)
    ]
    if problems:
        raise Refusal("\n".join(problems))


def _around(selection: Selection, site: Configured) -> list[Page]:
    """Return the pages of docs_dir that were not named."""
    if site.docs_dir is None or not site.docs_dir.is_dir():
        return []
    named = {page.file.resolve() for page in selection.pages}
    return [page for page in select((), site).pages if page.file.resolve() not in named]


def _read(
    pages: Sequence[Page], settings: Settings, globs: Sequence[str], checker: Checker | None = None
) -> tuple[list[_Read], list[tuple[str, str]]]:
    """Return the pages read, checked by themselves if they shall be, and those that could not be read."""
    read, unread = [], []
    for page in pages:
        try:
            text = decode(page.file.read_bytes())
        except OSError as error:
            unread.append((_shown(page.file), error.strerror or str(error)))
            continue
        found, outline = judge(page, text, settings, globs)
        one = _Read(page, text, near=isinstance(found, NearMiss))
        if isinstance(found, Plan):
            one.plan = found
        if checker and one.plan and outline:
            one.pending = checker.read(one.plan, outline)
        elif checker and has_comments(text):
            one.findings = checker.page(read_document(text), page.path)
        read.append(one)
    return read, unread


def _shown(file: Path) -> str:
    """Return a path as an editor opens it from here: relative where it is below, else whole."""
    path = Path(os.path.abspath(file))  # noqa: PTH100 - links stay as the user named them
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def _rooted(path: str, root: Path) -> str:
    """Return the path of a file that the site as a whole names, such as its template."""
    file = root / path
    return _shown(file) if path and file.exists() else path
