"""Open tasks of all plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.model import OPEN
from mkdocs_plan_plugin.views.phases import numbered
from mkdocs_plan_plugin.views.table import PlanRow, plan_row

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Phase, Task
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 20
"""Plans that stand open."""
IN_PLAN = 5
"""Tasks of a plan that stand open."""


class Part(NamedTuple):
    """The open tasks of one phase; `name` is empty for tasks outside of every phase."""

    name: str
    anchor: str
    tasks: list[Task]


class Work(NamedTuple):
    """A plan with its open tasks by phase."""

    row: PlanRow
    total: int
    first: list[Part]
    """The first few tasks."""
    rest: list[Part]
    left: int
    """Tasks in `rest`."""


def actions(context: Context) -> Facts:
    """Open tasks by plan and phase in the order of the page."""
    found = []
    for entry in context.live():
        tasks = [
            task for task in entry.plan.task_list if task.state in OPEN and context.choice.takes_item(task)
        ]
        if not tasks:
            continue
        phases = entry.plan.phases
        found.append(
            Work(
                plan_row(entry, context.language),
                len(tasks),
                _parts(tasks[:IN_PLAN], phases, context.language),
                _parts(tasks[IN_PLAN:], phases, context.language),
                len(tasks[IN_PLAN:]),
            )
        )
    return {
        "cut": context.cut(found, MOST, "actions", lambda item: item.row.entry),
        "tasks": sum(item.total for item in found),
    }


def _parts(tasks: list[Task], phases: list[Phase], language: Language) -> list[Part]:
    """Tasks by phase, in page order."""
    parts: list[Part] = []
    at: object = parts
    for task in tasks:
        if task.phase != at:
            at = task.phase
            phase = phases[task.phase] if task.phase is not None and task.phase < len(phases) else None
            name = "" if phase is None else _name(phase, language)
            parts.append(Part(name, phase.anchor if phase else "", []))
        parts[-1].tasks.append(task)
    return parts


def _name(phase: Phase, language: Language) -> str:
    return ": ".join(part for part in (numbered(phase, language), phase.title) if part)
