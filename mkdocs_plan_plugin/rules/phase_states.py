"""Rules about the states of phases: stated or not, twice, or against their tasks."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.model import Contradiction, Phase, State
from mkdocs_plan_plugin.rules.changes import Edits
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage, called
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.vocabulary.scales import PHASE


@rule(
    "PLAN304",
    "no-phase-status",
    "info",
    living=True,
    bad="""
    # Plan

    ## Phase 1: Warm up

    **Status:** Complete

    ## Phase 2: Measure

    - [ ] b
    """,
    good=("- [ ] b", "**Status:** Pending\n\n- [ ] b"),
)
def no_phase_status(page: CheckedPage) -> Iterator[Fault]:
    """A phase states no status, and its tasks tell none, while other phases state theirs.

    It counts as nothing done, whether or not that is so. Plans that only mark the headings of what is
    done are not asked for more.
    """
    if not any(phase.state_from == "field" for phase in page.plan.phases):
        return  # a mark in a heading is for what is done; without one, nothing is
    for phase in page.plan.phases:
        if phase.effective_state is not None:
            continue
        section = page.heading(phase.line)
        fields = page.fields(section) if section else []
        if not any(page.vocabulary.means(field.name, "status") for field in fields):
            yield page.lacking(
                phase.line,
                f"{called(phase)} states no status; other phases do",
                "**Status:** ⏳ Pending",
                cause="no status",
                many="{count} phases state no status, others do: {lines}",
            )


@rule(
    "PLAN306",
    "complete-with-open-tasks",
    "warning",
    tells=("open-tasks",),
    fixable=True,
    bad="""
    # Plan

    ## Phase 1: Warm up

    **Status:** ✅ Complete

    - [x] a
    - [ ] b
    """,
    good=("- [ ] b", "- [x] b"),
)
def complete_with_open_tasks(page: CheckedPage) -> Iterator[Fault]:
    """A phase is stated complete, but has open tasks.

    Either the tasks were forgotten or the phase is not complete.
    """
    for one in page.contradictions("open-tasks"):
        if one.phase is not None:
            yield Fault(
                one.line,
                f"{called(page.plan.phases[one.phase])} is stated complete, but {one.count} of its {one.of}"
                f" tasks {'is' if one.count == 1 else 'are'} open, first in line {one.other_line}; tick or"
                " cancel them, or write 'In Progress'",
                edits=_state_edit(page, one, "in-progress"),
                applies="unsafe",
            )


@rule(
    "PLAN307",
    "pending-with-done-tasks",
    "warning",
    tells=("done-tasks",),
    bad="""
    # Plan

    ## Phase 1: Warm up

    **Status:** ⏳ Pending

    - [x] a
    - [ ] b
    """,
    good=("**Status:** ⏳ Pending", "**Status:** 🔄 In Progress"),
    fixable=True,
)
def pending_with_done_tasks(page: CheckedPage) -> Iterator[Fault]:
    """A phase is stated pending, but tasks of it are done.

    The status was not changed when work began.
    """
    for one in page.contradictions("done-tasks"):
        if one.phase is not None:
            state: State = "complete" if one.count == one.of else "in-progress"
            yield Fault(
                one.line,
                f"{called(page.plan.phases[one.phase])} is stated pending, but {one.count} of its {one.of}"
                f" tasks {'is' if one.count == 1 else 'are'} done",
                page.spelled(state, one.value, PHASE),
                column=page.column(one.line, one.value),
                edits=_state_edit(page, one, state),
                applies="unsafe",
            )


def _state_edit(page: CheckedPage, one: Contradiction, state: State) -> Edits:
    """Return the edit that states of a phase what its tasks say; none where another place states it."""
    if one.phase is not None and page.plan.phases[one.phase].state_from == "elsewhere":
        return ()
    return page.swapped(one.line, one.value, page.spelled(state, one.value, PHASE))


@rule(
    "PLAN308",
    "started-early",
    "info",
    bad="""
    # Plan

    ## Phase 1: Warm up

    **Status:** Pending

    ## Phase 2: Measure

    **Status:** In Progress
    """,
    good=("**Status:** Pending", "**Status:** Complete"),
)
def started_early(page: CheckedPage) -> Iterator[Fault]:
    """A phase was started while one before it is stated as not begun.

    Phases build on one another; if these two do not, their order says something else.
    """
    waiting: Phase | None = None
    for phase in page.plan.phases:
        if waiting is None and phase.state == "pending" and not phase.progress.done:
            waiting = phase
        elif waiting is not None and phase.state in ("in-progress", "complete"):
            yield Fault(
                phase.state_line or phase.line,
                f"{called(phase)} is started, but {called(waiting)} before it (line {waiting.line}) is"
                " pending",
            )
            return


@rule(
    "PLAN311",
    "phase-stated-twice",
    "warning",
    tells=("heading", "place"),
    bad="""
    # Plan

    ## Phase 1: Warm up ✅ COMPLETE

    **Status:** In Progress

    - [ ] a
    """,
    good=("## Phase 1: Warm up ✅ COMPLETE", "## Phase 1: Warm up"),
)
def phase_stated_twice(page: CheckedPage) -> Iterator[Fault]:
    """A phase or step states one status; its heading, or another place of the page, says another.

    What its own field says counts, and readers of the other are misled. State it once.
    """
    for one in page.contradictions("heading", "place"):
        if one.kind == "heading":
            yield Fault(
                one.other_line,
                f"the heading says '{one.other}', the status at line {one.line} '{one.value}'; the status"
                " counts, so take the mark out of the heading",
                column=page.column(one.other_line, one.other),
            )
        elif one.phase is not None:
            what = "status" if one.what == "state" else one.what
            yield Fault(
                one.other_line,
                f"'{one.other}' gives {called(page.plan.phases[one.phase])} another {what} than its own,"
                f" '{one.value}' (line {one.line}), which counts; take it out here, or write the same",
                column=page.column(one.other_line, one.other),
            )
