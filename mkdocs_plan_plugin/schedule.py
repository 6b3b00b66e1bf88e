"""The one judgement on dates: what is late, due soon, stale, or in progress without a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Dated, Plan, Task

Matter = Literal["late", "due-soon", "undated", "stale"]


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the dates of a plan give to think about."""

    matter: Matter
    days: int = 0
    """Of what is late, how long ago it was due; of what is due soon, in how many days; else its age."""
    phase: int | None = None
    """Index into `Plan.phases`; None where it is the plan, or a task outside of every phase."""
    step: int | None = None
    task: int | None = None
    """Index into `Plan.task_list`."""

    @property
    def of_plan(self) -> bool:
        """True for the plan itself."""
        return self.phase is None and self.task is None


def day_of(text: str | None) -> dt.date | None:
    """Return an ISO date, None for none."""
    try:
        return dt.date.fromisoformat(text or "")
    except ValueError:
        return None


def mark_late(plan: Plan, today: dt.date, *, over: bool) -> None:
    """Set `late` of a plan, its phases, steps and tasks; nothing is late in one that is `over`."""
    day = today.isoformat()
    plan.late = plan.due is not None and plan.due < day and not (over or plan.finished)
    for work, open_ in work_of(plan, over=over):
        work.late = open_ and work.due is not None and work.due < day


def work_of(plan: Plan, *, over: bool) -> Iterator[tuple[Dated, bool]]:
    """Yield the phases, steps and tasks of a plan, each with whether it is still to be done.

    What is complete, cancelled or deferred is not, nor is what is in it; but an open task is, also in a
    phase that says that it is complete.
    """
    over = over or plan.finished
    for phase in plan.phases:
        yield phase, not (over or phase.over)
        for step in phase.steps:
            yield step, not (over or phase.over or step.over)
    for task in plan.task_list:
        yield task, not over and _is_open(task, plan)


def _is_open(task: Task, plan: Plan) -> bool:
    return task.open and (task.phase is None or plan.phases[task.phase].counts)


def judge(
    plan: Plan, today: dt.date, *, due_soon: int, stale_after: int, over: bool, working: bool
) -> list[Judged]:
    """Return all that the dates of a plan give to think about: late before due soon, the oldest first.

    `due_soon` and `stale_after` count days, 0 for never. A plan is stale by its last update, and in
    progress without a date where neither it nor any of its phases has one.
    """
    found: list[Judged] = []
    for due, place in [] if over or plan.finished else _open_dates(plan):
        if (days := days_until(due, today)) is not None:
            found += _dated(days, due_soon, place)
    late = sorted((one for one in found if one.matter == "late"), key=lambda one: -one.days)
    soon = sorted((one for one in found if one.matter == "due-soon"), key=lambda one: one.days)
    return [*late, *soon, *_of_progress(plan, today, stale_after, working=working)]


def _open_dates(plan: Plan) -> Iterator[tuple[str, Judged]]:
    """Yield when a plan that is not over, and what of it is still to be done, is due."""
    if plan.due:
        yield plan.due, Judged(matter="late")
    for at, phase in enumerate(plan.phases):
        if phase.due and not phase.over:
            yield phase.due, Judged(matter="late", phase=at)
        for index, step in enumerate(phase.steps):
            if step.due and not (phase.over or step.over):
                yield step.due, Judged(matter="late", phase=at, step=index)
    for index, task in enumerate(plan.task_list):
        if task.due and _is_open(task, plan):
            yield task.due, Judged(matter="late", phase=task.phase, step=task.step, task=index)


def _dated(days: int, due_soon: int, place: Judged) -> Iterator[Judged]:
    if days < 0:
        yield msgspec.structs.replace(place, days=-days)
    elif 0 < due_soon >= days:
        yield msgspec.structs.replace(place, matter="due-soon", days=days)


def _of_progress(plan: Plan, today: dt.date, stale_after: int, *, working: bool) -> Iterator[Judged]:
    if not working:
        return
    stated = max(plan.updated or "", plan.updates[0].date if plan.updates else "")
    age = days_until(stated, today)
    if age is not None and 0 < stale_after < -age:
        yield Judged(matter="stale", days=-age)
    if plan.due is None and not any(phase.due for phase in plan.phases):
        yield Judged(matter="undated")


def days_until(day: str | None, today: dt.date) -> int | None:
    """Days until a date, negative where it is past; None where there is none."""
    date = day_of(day)
    return (date - today).days if date else None
