"""Work with the one who does it: a task's own owner, else its step's, its phase's, its plan's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.model import OPEN

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Phase, Step, Task, TaskState
    from mkdocs_plan_plugin.portfolio import Entry


class Todo(NamedTuple):
    """An open task of a plan."""

    entry: Entry
    task: Task
    phase: Phase | None
    owner: str | None

    @property
    def state(self) -> TaskState:
        """Its state."""
        return self.task.state

    @property
    def due(self) -> str | None:
        """When it is due, by its own date."""
        return self.task.due

    @property
    def late(self) -> bool:
        """True if it is late."""
        return self.task.late


def todos_of(entry: Entry) -> Iterator[Todo]:
    """Yield the open tasks of a plan in the order of the page."""
    plan = entry.plan
    for task in plan.task_list:
        if task.state in OPEN:
            phase = plan.phases[task.phase] if task.phase is not None else None
            step = phase.steps[task.step] if phase and task.step is not None else None
            yield Todo(entry, task, phase, task.owner or _owner(entry, phase, step))


def _owner(entry: Entry, phase: Phase | None, step: Step | None = None) -> str | None:
    return (step.owner if step else None) or (phase.owner if phase else None) or entry.plan.owner


def owner_of(entry: Entry, phase: Phase) -> str | None:
    """Return who does a phase: its own owner, else its plan's."""
    return _owner(entry, phase)
