"""What comes next in a plan: the phase in hand, the first step and task that are open, what it waits for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from mkdocs_plan_plugin.languages import ENGLISH
from mkdocs_plan_plugin.model import like
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.portfolio import Standing, current_phase
from mkdocs_plan_plugin.views.phases import numbered, numbered_step

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Phase, Plan, Step, Task
    from mkdocs_plan_plugin.portfolio import Entry

SCHEMA_VERSION = 1


class WorkItem(msgspec.Struct, frozen=True, kw_only=True):
    """A phase, step or task."""

    kind: Literal["phase", "step", "task"]
    title: str
    """`Phase 2: Fire`, or the text of a task."""
    line: int
    anchor: str
    """What other commands and addresses call it, behind `#`; empty for a task that the page does not show."""
    state: str | None
    owner: str | None
    due: str | None
    late: bool
    done: int = 0
    """Tasks done in it."""
    total: int = 0
    """Tasks that count in it."""
    reason: str = ""
    """Why it is blocked, on hold or deferred, where its status says so."""


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """An unfinished plan that another one waits for."""

    path: str
    title: str
    percent: int | None


class UpcomingWork(msgspec.Struct, frozen=True, kw_only=True):
    """What comes next in a plan. Lines count from 1; what there is none of is null."""

    path: str
    """Its file, as an editor opens it from here."""
    title: str
    state: Standing
    percent: int | None
    owner: str | None
    due: str | None
    late: bool
    blocked: bool
    reason: str
    """Why it is blocked, or what else it says that it waits for."""
    phase: WorkItem | None
    """The phase in hand, else the first that is not over."""
    step: WorkItem | None
    """The first step of that phase that is not over."""
    task: WorkItem | None
    """The first open task of that step, else of that phase; of a plan without phases, of the page."""
    waits_on: list[Waits]


class NextReport(msgspec.Struct, frozen=True, kw_only=True):
    """What `next --json` writes."""

    schema_version: int
    plans: list[UpcomingWork]


def next_of(entry: Entry, shown: dict[str, str]) -> UpcomingWork:
    """Return what comes next in a plan; `shown` are the files by path."""
    plan, phase = entry.plan, current_phase(entry)
    index = plan.phases.index(phase) if phase else None
    at = next((at for at, step in enumerate(phase.steps) if _open(step)), None) if phase else None
    step = phase.steps[at] if phase and at is not None else None
    task = _task(plan, index, at) or _task(plan, index, None)
    return like(
        UpcomingWork,
        plan,
        path=shown[plan.path],
        state=entry.standing,
        percent=plan.progress.percent,
        blocked=entry.blocked,
        phase=_phase(phase) if phase else None,
        step=_step(step) if step else None,
        task=_task_place(task) if task else None,
        waits_on=[
            Waits(path=shown.get(other.path, other.path), title=other.title, percent=other.progress.percent)
            for other in (entry.blocked_by if entry.waits else ())
        ],
    )


def _open(step: Step) -> bool:
    return not step.over and (not step.progress.total or step.progress.done < step.progress.total)


def _task(plan: Plan, phase: int | None, step: int | None) -> Task | None:
    """Return the first open task of a phase (None: outside of all) and, where one is given, of its step."""
    if plan.phases and phase is None:
        return None
    tasks = (task for task in plan.task_list if task.open and task.phase == phase)
    return next((task for task in tasks if step is None or task.step == step), None)


def _phase(phase: Phase) -> WorkItem:
    name = numbered(phase, ENGLISH)
    return _stage("phase", ": ".join(filter(None, (name, phase.title))), phase, phase.reason)


def _step(step: Step) -> WorkItem:
    name = numbered_step(step, ENGLISH)
    return _stage("step", ": ".join(filter(None, (name, step.title))), step)


def _stage(kind: Literal["phase", "step"], title: str, stage: Phase | Step, reason: str = "") -> WorkItem:
    done, total, state = stage.progress.done, stage.progress.total, stage.effective_state
    return like(WorkItem, stage, kind=kind, title=title, state=state, done=done, total=total, reason=reason)


def _task_place(task: Task) -> WorkItem:
    return like(WorkItem, task, kind="task", title=task.text, done=0, total=0, reason="")


def as_text(found: Sequence[UpcomingWork]) -> Iterator[str]:
    """Yield a few lines for each plan; each place ends with file and line."""
    for number, one in enumerate(found):
        if number:
            yield ""
        facts = [one.title or one.path]
        facts += [f"{one.percent} %"] if one.percent is not None else []
        facts += _when(one.due, late=one.late)
        yield one_line(", ".join(facts))
        for label, place in (("now", one.phase), ("next", one.step), ("task", one.task)):
            if place:
                yield f"  {label:<6} {_stated(place)}  {one.path}:{place.line}"
        if not (one.phase or one.step or one.task):
            yield f"  nothing open is written in it  {one.path}"
        if one.reason:
            yield f"  {one.state if one.state in ('blocked', 'on-hold') else 'waits '} {one_line(one.reason)}"
        for other in one.waits_on:
            percent = f", {other.percent} %" if other.percent is not None else ""
            yield f"  waits  on {one_line(other.title or other.path)}{percent}  {other.path}"


def _stated(place: WorkItem) -> str:
    facts = [place.title]
    facts += [f"{place.done} of {place.total} tasks"] if place.total else []
    facts += [place.state] if place.state in ("blocked", "on-hold") else []
    facts += [place.reason] if place.reason else []
    facts += [place.owner] if place.owner else []
    return one_line(", ".join([*facts, *_when(place.due, late=place.late)]))


def _when(due: str | None, *, late: bool) -> list[str]:
    return [f"due {due}" + (", late" if late else "")] if due else []


def as_json(found: Sequence[UpcomingWork]) -> bytes:
    """Return what comes next as data."""
    report = NextReport(schema_version=SCHEMA_VERSION, plans=list(found))
    return msgspec.json.format(msgspec.json.encode(report), indent=2)
