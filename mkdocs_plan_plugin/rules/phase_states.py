"""Rules about the states of phases: stated or not, twice, or against their tasks."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.model import Phase
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import Page, called
from mkdocs_plan_plugin.rules.registry import rule


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
    good="""
    # Plan

    ## Phase 1: Warm up

    **Status:** Complete

    ## Phase 2: Measure

    **Status:** Pending

    - [ ] b
    """,
)
def no_phase_status(page: Page) -> Iterator[Fault]:
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
            yield Fault(
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
    bad="""
    # Plan

    ## Phase 1: Warm up

    **Status:** ✅ Complete

    - [x] a
    - [ ] b
    """,
    good="""
    # Plan

    ## Phase 1: Warm up

    **Status:** ✅ Complete

    - [x] a
    - [x] b
    """,
)
def complete_with_open_tasks(page: Page) -> Iterator[Fault]:
    """A phase is stated complete, but has open tasks.

    Either the tasks were forgotten or the phase is not complete.
    """
    for index, phase in enumerate(page.plan.phases):
        if phase.state != "complete" or phase.state_from == "tasks":
            continue
        lines = [task.line for task in page.plan.task_list if task.phase == index and task.open]
        if lines:
            yield Fault(
                phase.state_line or phase.line,
                f"{called(phase)} is stated complete, but {len(lines)} of its {phase.progress.total} tasks"
                f" {'is' if len(lines) == 1 else 'are'} open (line {lines[0]}"
                f"{f' to {lines[-1]}' if len(lines) > 1 else ''}); tick or cancel them, or write 'In"
                " Progress'",
            )


@rule(
    "PLAN307",
    "pending-with-done-tasks",
    "warning",
    bad="""
    # Plan

    ## Phase 1: Warm up

    **Status:** ⏳ Pending

    - [x] a
    - [ ] b
    """,
    good="""
    # Plan

    ## Phase 1: Warm up

    **Status:** 🔄 In Progress

    - [x] a
    - [ ] b
    """,
    fixable=True,
)
def pending_with_done_tasks(page: Page) -> Iterator[Fault]:
    """A phase is stated pending, but tasks of it are done.

    The status was not changed when work began.
    """
    for phase in page.plan.phases:
        progress = phase.progress
        if phase.state == "pending" and phase.state_from != "tasks" and progress.done:
            done = progress.done == progress.total
            yield Fault(
                phase.state_line or phase.line,
                f"{called(phase)} is stated pending, but {progress.done} of its {progress.total} tasks"
                f" {'is' if progress.done == 1 else 'are'} done",
                "✅ Complete" if done else "🔄 In Progress",
                column=page.column(phase.state_line, phase.state_text),
            )


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
    good="""
    # Plan

    ## Phase 1: Warm up

    **Status:** Complete

    ## Phase 2: Measure

    **Status:** In Progress
    """,
)
def started_early(page: Page) -> Iterator[Fault]:
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
    bad="""
    # Plan

    ## Phase 1: Warm up ✅ COMPLETE

    **Status:** In Progress

    - [ ] a
    """,
    good="""
    # Plan

    ## Phase 1: Warm up

    **Status:** In Progress

    - [ ] a
    """,
)
def phase_stated_twice(page: Page) -> Iterator[Fault]:
    """The heading of a phase states one status, its status field another.

    The field counts, and readers of the heading are misled. State it once.
    """
    for one in page.plan.contradictions:
        if one.what.startswith("phase ") and page.heading(one.other_line):
            yield Fault(
                one.other_line,
                f"the heading says '{one.other}', the status at line {one.line} '{one.value}'; the status"
                " counts,"
                " so take the mark out of the heading",
                column=page.column(one.other_line, one.other),
            )
