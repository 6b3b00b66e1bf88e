"""Open tasks of all plans."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.phases import numbered
from mkdocs_plan_plugin.views.table import PlanRow, plan_row
from mkdocs_plan_plugin.views.work import Todo, todos_of

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Phase, Task
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 20
"""Plans that are open."""
IN_PLAN = 5
"""Tasks of a plan that are open."""
IN_GROUPS = 100
"""Tasks that are open where they are grouped by a field of theirs."""


class PhaseTasks(NamedTuple):
    """The open tasks of one phase; `name` is empty for tasks outside of every phase."""

    name: str
    anchor: str
    tasks: list[Task]


class PlanTasks(NamedTuple):
    """A plan with its open tasks by phase."""

    row: PlanRow
    total: int
    first: list[PhaseTasks]
    """The first few tasks."""
    rest: list[PhaseTasks]
    """The others, where the list is short enough to hold all."""
    left: int
    """The number of the others."""


def actions(context: Context) -> Facts:
    """Open tasks by plan and phase in the order of the page, or by a field of theirs such as their owner."""
    todos = [todo for entry in context.live() for todo in todos_of(entry) if context.choice.takes_item(todo)]
    if context.choice.group is not None and context.choice.group.item:
        todos = context.choice.sorted(sorted(todos, key=_first), lambda todo: todo.entry, lambda todo: todo)
        cut = context.cut(todos, IN_GROUPS, "actions", lambda todo: todo)
        plans = {todo.entry.plan.path for todo in todos}
        return {
            "flat": True,
            "cut": cut,
            "tasks": len(todos),
            "plans": len(plans),
            "named": phase_name(context),
        }
    found = []
    for _, those in groupby(todos, key=lambda todo: todo.entry.plan.path):
        tasks = list(those)
        entry = tasks[0].entry
        found.append(
            PlanTasks(
                plan_row(entry, context),
                len(tasks),
                _parts(tasks[:IN_PLAN], context.language),
                _parts(tasks[IN_PLAN:], context.language),
                len(tasks[IN_PLAN:]),
            )
        )
    works = context.cut(found, MOST, "actions", lambda item: item.row.entry)
    rest = [group._replace(rows=list(map(_short, group.rows))) for group in works.rest]
    return {
        "flat": False,
        "cut": works._replace(rest=rest),
        "tasks": len(todos),
        "plans": len(found),
    }


def _short(work: PlanTasks) -> PlanTasks:
    """Leave the later tasks of a plan to its own page: of a long list they would be most."""
    return work._replace(rest=[])


def _first(todo: Todo) -> tuple[bool, str]:
    """Order tasks by the day they are due, undated ones last."""
    return todo.due is None, todo.due or ""


def phase_name(context: Context) -> Callable[[Phase | None], str]:
    """Return what names a phase in a line: `Phase 2: Pour`, nothing for none."""
    return lambda phase: _name(phase, context.language) if phase else ""


def _parts(todos: list[Todo], language: Language) -> list[PhaseTasks]:
    """Tasks by phase, in page order."""
    parts: list[PhaseTasks] = []
    at: object = parts
    for todo in todos:
        if todo.task.phase != at:
            at, phase = todo.task.phase, todo.phase
            parts.append(
                PhaseTasks(_name(phase, language) if phase else "", phase.anchor if phase else "", [])
            )
        parts[-1].tasks.append(todo.task)
    return parts


def _name(phase: Phase, language: Language) -> str:
    return ": ".join(part for part in (numbered(phase, language), phase.title) if part)
