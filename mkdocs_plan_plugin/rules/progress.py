"""Rules about progress: nothing typed is trusted when it can be derived."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from mkdocs_plan_plugin.model import Plan, TypedFigure
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import Page
from mkdocs_plan_plugin.rules.registry import rule


def derived(plan: Plan, figure: TypedFigure) -> str:
    """Return what a typed figure should read; empty where it is right or can't be judged.

    Source: "Typed figures" in the counting rule. A share may be rounded either way or to one decimal;
    a bare percent may differ by one.
    """
    progress = plan.progress
    if progress.percent is None or figure.unit in ("other", "steps"):
        return ""
    if figure.done is None or figure.total is None:
        if figure.percent is None or abs(figure.percent - progress.percent) <= 1:
            return ""
        return f"{progress.percent}%"
    tasks = figure.unit == "tasks" or (not figure.unit and figure.total == progress.total)
    if tasks:
        done, total = progress.done, progress.total
    elif figure.unit or figure.total == progress.phases_total:
        done, total = progress.phases_complete, progress.phases_total
    else:
        return ""  # a figure without unit that counts neither phases nor tasks
    if not total:
        return ""
    share = Fraction(100 * done, total)
    if (figure.done, figure.total) == (done, total) and _is_share(figure.percent, share):
        return ""
    kind = "tasks" if tasks else "phases complete"
    return f"{done}/{total} {kind} ({floor(share)}%)"


def _is_share(percent: float | None, share: Fraction) -> bool:
    return percent is None or percent in (floor(share), ceil(share), round(float(share), 1))


@rule(
    "PLAN401",
    "stale-progress",
    "warning",
    bad="""
    # Plan

    **Progress:** 2/2 phases complete (100%)

    ## Phase 1: Warm up ✅

    ## Phase 2: Measure

    **Status:** Pending
    """,
    good="""
    # Plan

    **Progress:** 1/2 phases complete (50%)

    ## Phase 1: Warm up ✅

    ## Phase 2: Measure

    **Status:** Pending
    """,
    fixable=True,
)
def stale_progress(page: Page) -> Iterator[Fault]:
    """A typed figure of progress differs from what phases and tasks say.

    It was right once. Take it out, since the card shows the derived one, or write that.
    """
    for figure in page.plan.typed_progress:
        right = derived(page.plan, figure)
        if right:
            yield Fault(
                figure.line,
                f"typed progress '{figure.text}' differs from the plan's own",
                right,
                column=page.column(figure.line, figure.text),
            )


@rule(
    "PLAN402",
    "state-against-phases",
    "warning",
    tells=("open-phases", "begun-phases", "complete-phases"),
    bad="""
    # Plan

    **Status:** Complete

    ## Phase 1: Warm up ✅

    ## Phase 2: Measure

    **Status:** Pending
    """,
    good="""
    # Plan

    **Status:** In Progress

    ## Phase 1: Warm up ✅

    ## Phase 2: Measure

    **Status:** Pending
    """,
)
def state_against_phases(page: Page) -> Iterator[Fault]:
    """The state of the plan and those of its phases can't both be true.

    Complete with a phase still to do; planning with a phase begun. All phases complete while the
    plan is in progress is an info.
    """
    plan = page.plan
    first = {phase.line: phase for phase in plan.phases}
    for one in page.contradictions("open-phases", "begun-phases", "complete-phases"):
        phase = first[one.other_line]
        column = page.column(one.line, one.value)
        if one.kind == "open-phases":
            yield Fault(
                one.line,
                f"the plan is stated complete, but {one.count} of its {one.of} phases"
                f" {'is' if one.count == 1 else 'are'} not, first '{phase.title}' (line {phase.line})",
                column=column,
            )
        elif one.kind == "begun-phases":
            yield Fault(
                one.line,
                f"the plan is stated as planning, but '{phase.title}' (line {phase.line}) is"
                f" {phase.effective_state}",
                "In Progress",
                column=column,
            )
        else:
            yield Fault(
                one.line,
                "the plan is stated in progress, but all its phases are complete",
                "Complete",
                column=column,
                severity="info",
            )
