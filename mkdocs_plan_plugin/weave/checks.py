"""The check in a build: every page that was read is held to the rules once, before any page is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plan_plugin import rules
from mkdocs_plan_plugin.history.traces import traces_of
from mkdocs_plan_plugin.rules import Checker, Pages, baseline
from mkdocs_plan_plugin.rules.repository import unrecorded
from mkdocs_plan_plugin.settings import PIECES
from mkdocs_plan_plugin.source.comments import comments
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.text import clean
from mkdocs_plan_plugin.views.answers import faults
from mkdocs_plan_plugin.views.registry import VIEWS
from mkdocs_plan_plugin.weave import log
from mkdocs_plan_plugin.weave.site import Checks

if TYPE_CHECKING:
    from mkdocs_plan_plugin.history.repository import Repository
    from mkdocs_plan_plugin.history.traces import Traces
    from mkdocs_plan_plugin.reading import NearMiss
    from mkdocs_plan_plugin.settings import Settings
    from mkdocs_plan_plugin.weave.lists import Lists
    from mkdocs_plan_plugin.weave.site import Site


def for_rules(site: Site, lists: Lists | None) -> rules.RuleSite:
    """Return what rules may ask of the site itself."""
    return rules.RuleSite(
        today=site.today,
        settings=site.settings,
        templates=site.templates,
        views=lambda: frozenset(VIEWS),
        pieces=frozenset(PIECES),
        list_indent=lists.indent if lists else 4,
        list_fences=lists.fences if lists else True,
    )


def check(
    site: Site,
    checker: Checker,
    *,
    paths: frozenset[str],
    near: Iterable[NearMiss] = (),
    empty: tuple[str, ...] = (),
) -> Checks:
    """Finish the check of what was read. Findings of a plan are set on the plan, too, for views and data.

    A fault of our own on one page costs that page its findings, and is said.
    """
    sources = site.sources
    pages = Pages(
        site=checker.site,
        portfolio=site.portfolio,
        paths=paths,
        plans=len(site.plans),
        near=tuple(near),
        empty=empty,
        wrong=tuple(_wrong(site)),
        traces=_traces(site),
    )
    known = _known(site.settings, site.config_file.parent)
    checks = Checks({}, [])
    for path, source in sources.items():
        try:
            if source.pending is not None:
                found = checker.finish(source.pending, pages)
            elif source.plan is None:
                found = checker.page(read_document(source.text), path)
            else:
                continue  # what went wrong has been said
        except Exception as error:  # noqa: BLE001 - whatever it is, the site must come out
            log.bug(path, error, "its findings")
            continue
        lines = clean(source.text).split("\n") if found and known else []
        new = [
            one
            for one in found
            if not known or baseline.is_new(baseline.fingerprint(path, one, lines), known)
        ]
        if new:
            checks.on_pages[path] = new
        if source.plan is not None:
            source.plan.findings += new
            if source.pending is not None and checker.choice.get("PLAN002") != "off":
                source.plan.commits_since_edit = unrecorded(source.pending, pages)
    for path, finding in checker.whole(pages):
        if baseline.is_new(baseline.fingerprint(path, finding, []), known):
            checks.on_site.append((path, finding))
    return checks


def _traces(site: Site) -> Traces | None:
    """Return what the repository tells of the plans; None without one, or where it is not to be asked."""

    def plans(repository: Repository) -> dict[str, tuple[str, list[str]]]:
        return {
            path: (place, [named.path for named in source.pending.claims.files])
            for path, source in site.sources.items()
            if source.pending and source.page.file and (place := repository.path_of(Path(source.page.file)))
        }

    return traces_of(site.docs, site.today, plans) if site.settings.history else None


def _wrong(site: Site) -> Iterator[tuple[str, int, int, str]]:
    """Yield the directives whose options are wrong: path, line, column, and what is wrong."""
    for path, source in site.sources.items():
        asked = source.pending.asked if source.pending else []
        if source.plan is None:
            asked = [comment for comment in comments(read_document(source.text)) if comment.asks]
        for comment, why in faults(asked, source.plan, path, site.portfolio, site.stated_fields, site.today):
            yield path, comment.line, comment.column, why


def _known(settings: Settings, root: Path) -> Counter[str]:
    """Return what the baseline holds; one that can't be read holds nothing, and that is said."""
    if not settings.baseline:
        return Counter()
    try:
        return baseline.read((root / settings.baseline).read_bytes())
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        log.wrong(f"option 'baseline': {settings.baseline} can't be read: {why}")
        return Counter()


def tell(checks: Checks, settings: Settings, elsewhere: Collection[str]) -> list[str]:
    """Log the findings that count for --strict, and those of the site; return a line for all others.

    Those on pages from `elsewhere`, which the command line does not see here, have a line of their own.
    """
    raised = ("error", "warning") if settings.strict_on == "warning" else ("error",)
    for path, finding in checks.on_site:
        log.finding(path, finding, raised=finding.severity in raised)
    here: list[list[str]] = []
    there: list[list[str]] = []
    for path, findings in checks.on_pages.items():
        for finding in findings:
            if finding.severity in raised:
                log.finding(path, finding, raised=True)
        rest: list[str] = [one.severity for one in findings if one.severity not in raised]
        (there if path in elsewhere else here).append(rest)
    lines = (
        (_counted(here), "shown by: mkdocs-plan check"),
        (_counted(there), "shown by `mkdocs-plan check` where their files come from"),
    )
    return [f"{counted}; {how}" for counted, how in lines if counted]


def _counted(pages: list[list[str]]) -> str:
    """Return how many findings of which severity stand on how many pages, empty for none."""
    counts = Counter(severity for page in pages for severity in page)
    named = " and ".join(
        f"{counts[name]} {name}{'s' if counts[name] > 1 else ''}"
        for name in ("warning", "info")
        if counts[name]
    )
    found = sum(map(bool, pages))
    return named and f"{named} on {found} page{'s' if found > 1 else ''}"
