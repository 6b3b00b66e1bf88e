"""What speaks against a stated state: phases, tasks, criteria and deliverables that say otherwise.

What is stated twice is found where it is read: facts, headings of phases, rows of the risk matrix.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.model import OPEN, Against, Contradiction, Criterion, Deliverable, Plan, Task


def contradictions_of(plan: Plan) -> Iterator[Contradiction]:
    """Yield what a plan, read to its end, says of its states and what of it says otherwise."""
    yield from _of_phases(plan)
    yield from _of_plan(plan)
    yield from _beside_phases(plan)
    if plan.state == "complete":
        yield from _open(plan, "open-criteria", plan.criteria)
        yield from _open(plan, "open-deliverables", plan.deliverables)


def _of_phases(plan: Plan) -> Iterator[Contradiction]:
    """Yield where a phase is stated complete over open tasks, or pending over done ones."""
    inside: dict[int | None, list[Task]] = {}
    for task in plan.task_list:
        if task.counts:
            inside.setdefault(task.phase, []).append(task)
    for index, phase in enumerate(plan.phases):
        tasks = inside.get(index, [])
        kind: Against = "open-tasks" if phase.state == "complete" else "done-tasks"
        against = [task for task in tasks if (task.state == "done") == (kind == "done-tasks")]
        if against and phase.state in ("complete", "pending"):
            yield Contradiction(
                kind=kind,
                what="state",
                phase=index,
                value=phase.state_text,
                line=phase.state_line or phase.line,
                count=len(against),
                of=len(tasks),
                other_line=against[0].line,
            )


def _of_plan(plan: Plan) -> Iterator[Contradiction]:
    """Yield where the states of phases and the plan's own can't both be true."""
    counted = [phase for phase in plan.phases if phase.counts]
    known = [phase for phase in counted if phase.effective_state]
    complete = [phase for phase in known if phase.effective_state == "complete"]
    kind: Against
    if plan.state == "complete":
        kind, against = "open-phases", [phase for phase in known if phase.effective_state != "complete"]
    elif plan.state == "planning":
        begun = ("in-progress", "complete")
        kind, against = "begun-phases", [phase for phase in known if phase.effective_state in begun]
    elif plan.state == "in-progress" and len(complete) == len(plan.phases):
        kind, against = "complete-phases", complete
    else:
        return
    if against:
        yield Contradiction(
            kind=kind,
            what="state",
            value=plan.state_text,
            line=plan.state_line or plan.line,
            count=len(against),
            of=len(counted),
            other_line=against[0].line,
        )


def _beside_phases(plan: Plan) -> Iterator[Contradiction]:
    """Yield the open tasks outside of the phases of a plan that says complete or shows 100 %.

    Of a plan that says so, criteria and deliverables are held against it one by one.
    """
    stated = plan.state == "complete"
    if not stated and plan.progress.percent != 100:
        return
    beside = [
        task
        for task in plan.task_list
        if task.counts and task.phase is None and not (stated and task.role in ("acceptance", "deliverables"))
    ]
    against = [task for task in beside if task.open]
    if against:
        yield Contradiction(
            kind="open-tasks",
            what="state" if stated else "progress",
            value=plan.state_text if stated else "100 %",
            line=(plan.state_line if stated else 0) or plan.line,
            count=len(against),
            of=len(beside),
            other_line=against[0].line,
        )


def _open(plan: Plan, kind: Against, found: Sequence[Criterion | Deliverable]) -> Iterator[Contradiction]:
    boxes = [one for one in found if one.state]
    still = [one for one in boxes if one.state in OPEN]
    if still:
        yield Contradiction(
            kind=kind,
            what="state",
            value=plan.state_text,
            line=plan.state_line or plan.line,
            count=len(still),
            of=len(boxes),
            other_line=still[0].line,
        )
