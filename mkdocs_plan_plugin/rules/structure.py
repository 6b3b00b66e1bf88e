"""Rules about the sections of a plan as its template asks for them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule

_PLAN = """
    # Plan: new cache

    ## Executive Summary

    A cache.
"""


def _absent(page: CheckedPage, demand: str) -> Iterator[Fault]:
    """Yield the sections and repeatable items that a template wants so and the plan lacks."""
    for match in page.matches:
        node = match.node
        if node.kind not in ("section", "repeat") or (not match.top and not match.parents):
            continue
        line = match.parents[0].line if match.parents else page.plan.line
        if node.demand == demand and not match.present:
            marks = "#" * (node.level or 2)
            if node.kind == "section":
                what = f"the template's {demand} section '{node.name}' is missing"
                yield page.lacking(line, what, f"{marks} {node.name}", behind=page.document.last_line)
            else:
                yield Fault(line, f"there is no '{node.name}' here; the template calls it {demand}")
        elif demand == "required" and node.least > len(match.sections):
            yield Fault(
                line,
                f"'{node.name}' is here {len(match.sections)} times; the template asks for"
                f" {node.least} or more",
            )
        elif demand == "required" and 0 < node.most < len(match.sections):
            yield Fault(
                match.sections[node.most].line,
                f"'{node.name}' is here {len(match.sections)} times; the template allows {node.most}",
            )


@rule(
    "PLAN101",
    "missing-required-section",
    "warning",
    bad=_PLAN,
    good=("A cache.", "A cache.\n\n## Rollback Plan\n\nSwitch it off."),
)
def missing_required_section(page: CheckedPage) -> Iterator[Fault]:
    """A section that the template calls required is missing.

    The team agreed that no plan goes without it, by `<!-- plan: required -->` in the template. The
    shipped template requires nothing.
    """
    yield from _absent(page, "required")


@rule(
    "PLAN102",
    "missing-recommended-section",
    "info",
    bad=_PLAN,
    good=(
        "## Executive Summary\n\nA cache.",
        "## Phases and Steps\n\n### Phase 1: Warm up\n\n- [ ] Fill it once",
    ),
)
def missing_recommended_section(page: CheckedPage) -> Iterator[Fault]:
    """A section that the template recommends is missing.

    Without phases there is no progress to show; that is the one thing the shipped template recommends. A
    plan in a dialect has the parts of that, and is held to a site's own template only.
    """
    if not page.plan.why.dialect or page.site.templates.named():
        yield from _absent(page, "recommended")


@rule(
    "PLAN103",
    "section-order",
    "info",
    bad="""
    ---
    template: implementation-plan@1
    ---
    # Plan: new cache

    ## Risk Assessment

    Few.

    ## Executive Summary

    A cache.
    """,
    good=(
        "## Risk Assessment\n\nFew.\n\n## Executive Summary\n\nA cache.",
        "## Executive Summary\n\nA cache.\n\n## Risk Assessment\n\nFew.",
    ),
)
def section_order(page: CheckedPage) -> Iterator[Fault]:
    """A section is before one that the template has in front of it.

    Readers of many plans find their way by habit. Only plans made from the template are held to its
    order: those that name it in front matter, or have most of its main headings.
    """
    if not page.follows_template:
        return
    order = {match.sections[0].line: match for match in page.matches if match.top and match.sections}
    lines = sorted(order)
    places = {line: place for place, line in enumerate(order)}
    keep = _longest_rising([places[line] for line in lines])
    for line in lines:
        if places[line] in keep:
            continue
        behind = max((p for p in keep if p < places[line]), default=None)
        name = page.section_at(line).title
        before = [order[one].node.name for one, place in places.items() if place == behind]
        where = f"behind '{before[0]}'" if before else "before all others"
        yield Fault(line, f"'{name}' is out of order; the template has it {where}")


def _longest_rising(values: list[int]) -> set[int]:
    """Return the values of one longest rising subsequence."""
    runs: list[list[int]] = [[]]
    for value in values:
        before: list[int] = max((run for run in runs if not run or run[-1] < value), key=len)
        runs.append([*before, value])
    longest: list[int] = max(runs, key=len)
    return set(longest)


@rule(
    "PLAN106",
    "section-level",
    "info",
    bad="""
    ---
    template: implementation-plan@1
    ---
    # Plan: new cache

    ## Executive Summary

    A cache.

    ## Success Criteria

    Fast.

    ### Risk Assessment

    Few.
    """,
    good=("### Risk Assessment", "## Risk Assessment"),
)
def section_level(page: CheckedPage) -> Iterator[Fault]:
    """A main section of the template is at another level than the others.

    A risk assessment one level too deep is a part of the section above it, in the contents and for
    every reader. Only plans made from the template are held to its levels.
    """
    if not page.follows_template:
        return
    main = [match for match in page.matches if match.top and match.exact and match.sections]
    levels = [match.sections[0].level for match in main]
    if not levels:
        return
    usual = max(set(levels), key=lambda level: (levels.count(level), -level))
    for match in main:
        section = match.sections[0]
        if section.level != usual:
            yield Fault(
                section.line,
                f"'{section.title}' is a heading of level {section.level}, the template's other sections"
                " are of"
                f" level {usual}",
                f"{'#' * usual} {section.title}",
                edits=page.swapped(section.line, "#" * section.level, "#" * usual),
                applies="manual",
            )
