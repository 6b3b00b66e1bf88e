"""What is late: due before today, and not over."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Plan


def mark_late(plan: Plan, today: dt.date, *, over: bool) -> None:
    """Set `late` of a plan, its phases, steps and tasks; nothing is late in one that is `over`.

    What is complete, cancelled or deferred is not late, nor is what stands in it; but an open task is, also
    in a phase that says that it is complete.
    """
    day = today.isoformat()
    over = over or plan.finished
    plan.late = _is_past(plan.due, day) and not over
    for phase in plan.phases:
        phase.late = _is_past(phase.due, day) and not (over or phase.over)
        for step in phase.steps:
            step.late = _is_past(step.due, day) and not (over or phase.over or step.over)
    for task in plan.task_list:
        at = plan.phases[task.phase] if task.phase is not None else None
        put_off = at is not None and not at.counts
        task.late = _is_past(task.due, day) and task.open and not (over or put_off)


def _is_past(due: str | None, day: str) -> bool:
    return due is not None and due < day
