"""The counting rule: from states and tasks to one figure. Exact, rounded down once, at the end."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Literal

from mkdocs_plan_plugin.model import (
    IN_HAND,
    Basis,
    Phase,
    PlanProgress,
    Progress,
    Stage,
    State,
    Step,
    Task,
)
from mkdocs_plan_plugin.reading.tasks.read import counted

Wanted = Literal["auto", "tasks", "status"]
APART = ("acceptance", "deliverables")
"""Checklists of what is to hold in the end, and not of what is to be done."""


_NONE, _ALL = Fraction(0), Fraction(1)


def effective_state(stated: State | None, tasks: list[Task]) -> State | None:
    """Return the state shown: the stated one, else the one that counted tasks tell, else None."""
    if stated is not None:
        return stated
    leaves = counted(tasks)
    if not leaves:
        return None
    if all(task.state == "done" for task in leaves):
        return "complete"
    return "in-progress" if any(task.state != "open" for task in leaves) else None


def joint_state(stages: Iterable[Stage]) -> State | None:
    """Return the state that the states of steps make of a phase, and those of phases of a plan."""
    states = [stage.effective_state for stage in stages if stage.counts]
    if not any(states):
        return None
    if all(state == "complete" for state in states):
        return "complete"
    return "in-progress" if any(state in ("complete", *IN_HAND) for state in states) else "pending"


def share(
    stated: State | None, tasks: list[Task], wanted: Wanted, steps: list[Step] | None = None
) -> tuple[Fraction | None, Basis | None]:
    """Return the progress of one phase or step as a fraction, and what it was counted from.

    Auto: tasks where at least one is not open; else 1 for Complete; else 0 where anything is
    stated or there are tasks; else the complete ones of its steps, where those state anything; else
    unknown. Source: "Progress" in the counting rule.
    """
    leaves = counted(tasks)
    done = sum(task.state == "done" for task in leaves)
    if wanted != "status" and leaves and (wanted == "tasks" or any(task.state != "open" for task in leaves)):
        return Fraction(done, len(leaves)), "tasks"
    if wanted == "tasks":
        return None, None
    if stated == "complete":
        return _ALL, "status"
    if stated is not None:
        return _NONE, "status"
    if leaves and wanted == "auto":
        return _NONE, "tasks"
    states = [step.effective_state for step in steps or () if step.counts]
    if any(states):
        return Fraction(states.count("complete"), len(states)), "steps"
    return None, None


def measure(phase: Phase, tasks: list[Task], wanted: Wanted) -> Progress:
    """Return the progress of one phase, whose state and steps are read."""
    return _progress(*share_of(phase, tasks, wanted), tasks)


def measure_step(step: Step, tasks: list[Task], wanted: Wanted) -> Progress:
    """Return the progress of one step, whose state is read."""
    return _progress(*share(step.state, tasks, wanted), tasks)


def share_of(phase: Phase, tasks: list[Task], wanted: Wanted) -> tuple[Fraction | None, Basis | None]:
    """Return the progress of a phase as a fraction: by what it states, or the page says elsewhere."""
    return share(phase.state, tasks, wanted, phase.steps)


def _progress(fraction: Fraction | None, basis: Basis | None, tasks: list[Task]) -> Progress:
    leaves = counted(tasks)
    return Progress(
        percent=None if fraction is None else int(fraction * 100),
        basis=basis,
        done=sum(task.state == "done" for task in leaves),
        total=len(leaves),
    )


def measure_plan(
    phases: list[Phase],
    tasks: list[Task],
    state: State | None,
    wanted: Wanted,
    apart: Collection[str] = APART,
) -> PlanProgress:
    """Return the progress of a plan from its phases, or from its tasks where no phase tells anything.

    `tasks` are all of the page, `apart` the lists of them that tell no progress of a plan without phases.
    Percent is None where nothing is recorded: nothing stated, nothing ticked.
    """
    if not phases:
        return _from_tasks(tasks, state, apart)
    kept = [(index, phase) for index, phase in enumerate(phases) if phase.counts]
    progress = PlanProgress(
        phases_complete=sum(phase.effective_state == "complete" for _, phase in kept), phases_total=len(kept)
    )
    total = _NONE
    recorded = False
    by_phase: dict[int | None, list[Task]] = {}
    for task in tasks:
        by_phase.setdefault(task.phase, []).append(task)
    for index, phase in kept:
        inside = by_phase.get(index, [])
        leaves = counted(inside)
        progress.done += sum(task.state == "done" for task in leaves)
        progress.total += len(leaves)
        fraction, basis = share_of(phase, inside, wanted)
        total += fraction or 0
        begun = basis in ("status", "steps") or any(task.state != "open" for task in leaves)
        begun = begun or phase.state is not None
        recorded = recorded or (fraction is not None and begun)
    if recorded and kept:
        progress.percent, progress.basis = int(total / len(kept) * 100), "phases"
    elif kept and wanted != "status":
        standing = {None, *(index for index, _ in kept)}
        found = _from_tasks([task for task in tasks if task.phase in standing], state, apart)
        if found.percent is not None:
            found.phases_complete, found.phases_total = progress.phases_complete, progress.phases_total
            return found
    return progress


def _from_tasks(tasks: list[Task], state: State | None, apart: Collection[str]) -> PlanProgress:
    """Return the progress that a plan's tasks tell, as a rule those outside criteria and deliverables."""
    leaves = counted(task for task in tasks if task.role not in apart)
    progress = PlanProgress(done=sum(task.state == "done" for task in leaves), total=len(leaves))
    begun = state not in (None, "planning") or any(task.state != "open" for task in leaves)
    if leaves and begun:
        progress.percent, progress.basis = int(Fraction(progress.done, progress.total) * 100), "tasks"
    return progress
