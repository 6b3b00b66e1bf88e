"""What comes next: in a card, and over all plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.portfolio import current_phase
from mkdocs_plan_plugin.views.phases import numbered, numbered_step, titled
from mkdocs_plan_plugin.views.table import PlanRow, plan_row

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Phase, Plan
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 30
"""Plans that are open."""


class Pointer(NamedTuple):
    """A line that leads to a place in a plan."""

    label: str
    text: str
    """`Phase 4: Backfill`."""
    anchor: str


class NextWork(NamedTuple):
    """What is in hand in a plan, and what comes next."""

    row: PlanRow
    pointers: list[Pointer]


def coming(context: Context) -> Facts:
    """Per plan that is not over: current phase, first open step or task, what blocks it."""
    language = context.language
    found = [
        NextWork(plan_row(entry, context), pointers(entry, language))
        for entry in context.live()
        if not entry.over
    ]
    return {"cut": context.cut(found, MOST, "next", lambda item: item.row.entry)}


def pointers(entry: Entry, language: Language) -> list[Pointer]:
    """The phase in hand and what comes next in it; for a plan not begun, the phase it begins with."""
    plan, phase = entry.plan, current_phase(entry)
    if phase is None:
        return [] if plan.phases else _task(plan, None, language)
    title = titled(numbered(phase, language), phase.title)
    if not phase.in_hand:
        return [Pointer(language.say("Next"), title, phase.anchor)]
    return [Pointer(language.say("Now"), title, phase.anchor), *_within(plan, phase, language)]


def _within(plan: Plan, phase: Phase, language: Language) -> list[Pointer]:
    """The first unfinished step of a phase, else its first open task."""
    for step in phase.steps:
        if not step.over and (not step.progress.total or step.progress.done < step.progress.total):
            name = titled(numbered_step(step, language), step.title)
            return [Pointer(language.say("Next"), name, step.anchor)]
    return _task(plan, plan.phases.index(phase), language)


def _task(plan: Plan, phase: int | None, language: Language) -> list[Pointer]:
    for task in plan.task_list:
        if task.phase == phase and task.open:
            return [Pointer(language.say("Next"), task.text, task.anchor)]
    return []
