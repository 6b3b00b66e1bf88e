"""Rules about progress: nothing typed is trusted when it can be derived."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from mkdocs_plan_plugin.model import Plan, TypedFigure
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.vocabulary.figures import with_figures
from mkdocs_plan_plugin.vocabulary.scales import PLAN


def derived(plan: Plan, figure: TypedFigure) -> str:
    """Return what a typed figure should read; empty where it is right or can't be judged.

    Source: "Typed figures" in the counting rule. A share may be rounded either way or to one decimal;
    a bare percent may differ by one. What its author wrote around the numbers stays.
    """
    progress = plan.progress
    if progress.percent is None or figure.unit in ("other", "steps"):
        return ""
    if figure.done is None or figure.total is None:
        if figure.percent is None or abs(figure.percent - progress.percent) <= 1:
            return ""
        return with_figures(figure.text, None, Fraction(progress.percent))
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
    return with_figures(figure.text, (done, total), share)


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
    good=("**Progress:** 2/2 phases complete (100%)", "**Progress:** 1/2 phases complete (50%)"),
    fixable=True,
)
def stale_progress(page: CheckedPage) -> Iterator[Fault]:
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
                edits=page.swapped(figure.line, figure.text, right),
            )


@rule(
    "PLAN402",
    "state-against-phases",
    "warning",
    tells=("open-phases", "begun-phases", "complete-phases"),
    fixable=True,
    bad="""
    # Plan

    **Status:** Complete

    ## Phase 1: Warm up ✅

    ## Phase 2: Measure

    **Status:** Pending
    """,
    good=("**Status:** Complete", "**Status:** In Progress"),
)
def state_against_phases(page: CheckedPage) -> Iterator[Fault]:
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
                edits=page.swapped(one.line, one.value, page.spelled("in-progress", one.value, PLAN)),
                applies="unsafe",
            )
        elif not _more_to_do(plan):
            yield Fault(
                one.line,
                "the plan is stated in progress, but all its phases are complete",
                "Complete",
                column=column,
                severity="info",
                edits=page.swapped(one.line, one.value, page.spelled("complete", one.value, PLAN)),
                applies="unsafe",
            )


def _more_to_do(plan: Plan) -> bool:
    """True for a plan with work outside of its phases: an open task, a phase that was not taken as one."""
    beside = any(task.open and task.phase is None for task in plan.task_list)
    return beside or any(one.kind in ("phase", "step") for one in plan.left_out)


@rule(
    "PLAN403",
    "open-tasks-elsewhere",
    "warning",
    tells=("open-tasks",),
    bad="""
    # Plan

    **Status:** Complete

    ## Phase 1: Warm up ✅

    ## Phase 2: Measure ✅

    ## Clean up

    - [ ] Take the old one down
    """,
    good=("- [ ] Take the old one down", "- [x] Take the old one down"),
)
def open_tasks_elsewhere(page: CheckedPage) -> Iterator[Fault]:
    """The plan is stated complete, or shows 100 %, while tasks outside of its phases are open.

    Progress is counted from phases, so nobody sees from the figure that there is more to do. An info
    where the plan itself says that it goes on.
    """
    plan = page.plan
    for one in page.contradictions("open-tasks"):
        if one.phase is not None:
            continue
        stated = one.what == "state"
        shown = f"is stated complete (line {one.line})" if stated else "shows 100 %"
        where = "outside of its phases " if plan.phases else ""
        is_, it = ("is", "it") if one.count == 1 else ("are", "them")
        yield Fault(
            one.other_line,
            f"the plan {shown}, but {one.count} of {one.of} tasks {where}{is_} open, first in line"
            f" {one.other_line}; tick or cancel {it}, or put {it} into a phase",
            severity="info" if plan.state and not stated else None,
        )
