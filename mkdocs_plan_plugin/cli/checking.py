"""The check as the command line runs it: pages read, joined, checked, known findings left out."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from mkdocs_plan_plugin.cli.config import ConfiguredSite
from mkdocs_plan_plugin.cli.examining import Examined, Way, examine
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import Asked, SourcePage, from_here, gone
from mkdocs_plan_plugin.export.findings import Placed
from mkdocs_plan_plugin.history.repository import Repository
from mkdocs_plan_plugin.history.traces import Traces, traces_of
from mkdocs_plan_plugin.model import Finding, Kept
from mkdocs_plan_plugin.portfolio import Links, link
from mkdocs_plan_plugin.rules import Checker, Pages, RuleSite, baseline, no_rule
from mkdocs_plan_plugin.rules.severity import unknown
from mkdocs_plan_plugin.settings import PIECES, Settings
from mkdocs_plan_plugin.source.text import clean, decode
from mkdocs_plan_plugin.template.files import read_templates
from mkdocs_plan_plugin.today import today


class Lines:
    """The lines of the files that findings are in, by the path that is shown; read when asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, SourcePage] = {}
        self._read: dict[str, list[str]] = {}

    def of(self, path: str) -> list[str]:
        """Return the lines of a file, an empty one for a file that is not there or has gone since."""
        if path not in self._read:
            try:
                text = decode(self.pages[path].read())
            except (KeyError, OSError):
                text = ""
            self._read[path] = clean(text).split("\n")
        return self._read[path]


class Checked(msgspec.Struct, kw_only=True):
    """What a check found."""

    findings: list[Placed]
    lines: Lines
    plans: int
    pages: int
    read: list[SourcePage] = []
    """The plans among them."""
    known: int = 0
    """Findings that the baseline holds and that are left out."""
    unmatched: list[baseline.Known] = []
    """Entries of the baseline that no finding matches, those of pages that were not read among them."""
    notes: list[str] = []
    """What was named and is not there, or no plan."""


def run(
    asked: Asked,
    known: bytes | None = None,
    jobs: int = 0,
    *,
    marked: bool = False,
    kept: bool = True,
    written: Mapping[str, bytes] | None = None,
) -> Checked:
    """Check the pages asked for against their site.

    All pages of docs_dir are read, so that links to plans outside of the paths resolve. `known` is a
    baseline, whose findings are left out. `jobs` is the number of processes, 0 for as many as pay.
    Findings get their fingerprints where they are to be `marked`. Without `kept` all pages are read, and
    nothing is left for a later run. `written` holds files, by their real paths, as they are to be.

    Raises:
        Refusal: a path or the configuration can't be used, or the baseline is none.
    """
    site, settings = asked.site, asked.site.settings
    root = site.file.parent if site.file else Path()
    templates = read_templates(settings, root)
    _refuse_unknown(settings, site)
    selection = asked.selection()
    around = asked.around(selection)
    if written:
        selection.pages = _as_written(selection.pages, written)
        around = _as_written(around, written)
    checker = Checker(
        RuleSite(
            today=today(settings),
            settings=settings,
            templates=templates,
            views=_views,
            pieces=frozenset(PIECES),
        )
    )
    way = Way(settings, asked.globs, checker)
    batches = ((selection.pages, way), (around, way._replace(checker=None)))
    if kept:
        from mkdocs_plan_plugin.cli.unchanged import examine_changed  # noqa: PLC0415 - loads SQLite and OpenSSL

        batch, rest = examine_changed(batches, site.file or Path(), (settings, templates, asked.globs), jobs)
    else:
        batch, rest = (examine(pages, each, jobs) for pages, each in batches)
    examined = list(zip(selection.pages, batch, strict=True))
    others = list(zip(around, rest, strict=True))
    plans = [one.plan for _, one in (*examined, *others) if one.plan is not None]
    named_files = bool(asked.paths) and all(page.named for page in selection.pages)
    found = sum(one.plan is not None for _, one in examined)
    files = [os.path.abspath(page.file) for page, one in examined if one.plan is not None]  # noqa: PTH100
    empty = [extra.given for extra in site.extras if not any(map(extra.holds, files))]
    portfolio = link(plans)
    stated = frozenset(name for _, one in (*examined, *others) for name in one.stated)
    pages = Pages(
        site=checker.site,
        portfolio=portfolio,
        paths=frozenset(page.path for page, one in (*examined, *others) if not one.unread),
        plans=found,
        near=tuple(msgspec.structs.replace(one.near, path=page.shown) for page, one in examined if one.near),
        empty=() if asked.paths else tuple(empty),
        unread=(
            *(("", message) for message in selection.errors),
            *((page.shown, one.unread) for page, one in examined if one.unread),
        ),
        wrong=tuple(_wrong(examined, portfolio, stated, checker.site.today)),
        whole=site.docs_dir is not None or not named_files,
        traces=_traces(examined, site, checker.site.today),
    )
    lines = Lines()
    placed: list[tuple[str, str, Finding]] = [
        ("", _rooted(path, root), one)
        for path, one in checker.whole(pages)
        if not (named_files and one.code == "PLAN901")
    ]
    for page, one in examined:
        findings = checker.finish(one.pending, pages) if one.pending else one.findings
        if findings:
            shown = page.shown
            lines.pages[shown] = page
            placed += [(page.path, shown, finding) for finding in findings]
    result = Checked(findings=[], lines=lines, plans=found, pages=sum(not one.unread for _, one in examined))
    result.read = [page for page, one in examined if one.plan is not None]
    _sift(result, placed, known, marked=marked or known is not None)
    no_plans = (f"{page.shown} {one.no_plan}" for page, one in examined if one.no_plan)
    result.notes = [*gone(selection), *no_plans]
    return result


def _traces(
    examined: Sequence[tuple[SourcePage, Examined]], site: ConfiguredSite, day: dt.date
) -> Traces | None:
    """Return what the repository tells of the plans; None without one, or where it is not to be asked."""
    if not site.settings.history or not examined:
        return None

    def plans(repository: Repository) -> dict[str, tuple[str, list[str]]]:
        return {
            page.path: (path, [named.path for named in one.pending.claims.files])
            for page, one in examined
            if one.pending and (path := repository.path_of(page.file))
        }

    return traces_of(site.docs_dir or examined[0][0].file.parent, day, plans)


def _wrong(
    examined: Sequence[tuple[SourcePage, Examined]],
    portfolio: Links[Kept],
    stated: frozenset[str],
    day: dt.date,
) -> Iterator[tuple[str, int, int, str]]:
    """Yield the directives that are wrong."""
    for page, one in examined:
        asked = one.pending.asked if one.pending else one.asked
        if asked:
            from mkdocs_plan_plugin.views.answers import faults  # noqa: PLC0415 - few pages ask for a view

            for comment, why in faults(asked, one.plan, page.path, portfolio, stated, day):
                yield page.shown, comment.line, comment.column, why


def _views() -> frozenset[str]:
    """Return the names of all views, which only a page with a directive asks for."""
    from mkdocs_plan_plugin.views.registry import VIEWS  # noqa: PLC0415 - as it says

    return frozenset(VIEWS)


def _sift(
    result: Checked, placed: list[tuple[str, str, Finding]], known: bytes | None, *, marked: bool
) -> None:
    """Add the findings that the baseline does not hold, and keep the entries that are left over."""
    try:
        entries = baseline.entries(known) if known is not None else []
    except ValueError as error:
        raise Refusal(f"the baseline can't be read: {error}. Write it anew with --write-baseline.") from None
    left = Counter(one.fingerprint for one in entries)
    for path, shown, finding in placed:
        mark = baseline.fingerprint(path or shown, finding, result.lines.of(shown)) if marked else ""
        if baseline.is_new(mark, left):
            result.findings.append(Placed(path=shown, finding=finding, fingerprint=mark))
        else:
            result.known += 1
    result.unmatched = baseline.unmatched(entries, left)


def _refuse_unknown(settings: Settings, site: ConfiguredSite) -> None:
    if wrong := unknown(settings.rules):
        raise Refusal("\n".join(f"{site.file}: plan: option 'rules': {no_rule(word)}" for word in wrong))


def _as_written(pages: list[SourcePage], written: Mapping[str, bytes]) -> list[SourcePage]:
    """Return pages, some of them with what their files are to hold."""
    return [
        msgspec.structs.replace(page, data=written[page.real]) if page.real in written else page
        for page in pages
    ]


def _rooted(path: str, root: Path) -> str:
    """Return the path of a file that the site as a whole names, such as its template."""
    file = root / path
    return from_here(file) if path and file.exists() else path
