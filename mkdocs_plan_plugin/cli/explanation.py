"""What was read from a plan and why, as data: the content of `mkdocs-plan explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.model import Contradiction, LeftOut, PlanProgress, Progress, State, Why, like
from mkdocs_plan_plugin.source.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plan_plugin.model import Phase, Plan, Risk, Task
    from mkdocs_plan_plugin.settings import Settings


class SectionPlayed(msgspec.Struct, kw_only=True):
    """A section's role, and the heading that plays it."""

    role: str
    line: int
    heading: str


class Counted(msgspec.Struct, kw_only=True):
    """Tasks that count and those that don't, each as line numbers."""

    closed: list[int]
    open: list[int]
    cancelled_or_deferred: list[int]
    containers: list[int]


class PhaseExplained(msgspec.Struct, kw_only=True):
    """A phase with the origin of its state and of its progress."""

    word: str
    number: str
    title: str
    part: str
    line: int
    state: State | None
    effective_state: State | None
    state_from: str | None
    state_line: int
    state_text: str
    origin: str
    tasks: Counted
    progress: Progress
    rule: str


class RiskExplained(msgspec.Struct, kw_only=True):
    """A risk with its rating, the level it gives and the row of the matrix that sums it up."""

    title: str
    line: int
    file: str = ""
    """The file of the plan's folder that it is in, where that is not the page itself."""
    probability: str | None
    probability_text: str
    impact: str | None
    impact_text: str
    level: str | None
    status: str
    described: bool
    row_line: int
    row_probability: str | None
    row_impact: str | None
    note: str


class FigureExplained(msgspec.Struct, kw_only=True):
    """A figure as typed, and the derived one of the same unit (empty where there is none)."""

    line: int
    typed: str
    derived: str


class Explanation(msgspec.Struct, kw_only=True):
    """Everything that `mkdocs-plan explain` says of a plan."""

    path: str
    plan: bool = True
    title: str
    why: Why
    state: State | None
    effective_state: State | None
    state_from: str | None
    state_line: int
    state_text: str
    sections: list[SectionPlayed]
    phases: list[PhaseExplained]
    tasks_outside: Counted
    progress: PlanProgress
    rule: str
    sum: str
    typed_progress: list[FigureExplained]
    risks: list[RiskExplained]
    contradictions: list[Contradiction]
    left_out: list[LeftOut]


def explanation(plan: Plan, text: str, settings: Settings) -> Explanation:
    """Explain a plan; `text` is the page it was read from, for the headings' own words."""
    lines = clean(text).split("\n")
    return like(
        Explanation,
        plan,
        plan=True,
        sections=[
            SectionPlayed(role=role, line=line, heading=_heading(lines, line))
            for role, line in sorted(plan.sections.items(), key=lambda pair: pair[1])
        ],
        phases=[_phase(plan, index) for index in range(len(plan.phases))],
        tasks_outside=_counted(task for task in plan.task_list if task.phase is None),
        rule=_plan_rule(plan, settings),
        sum=_sum(plan),
        typed_progress=_typed(plan),
        risks=[like(RiskExplained, risk, note=_row_note(risk)) for risk in plan.risks],
    )


def _heading(lines: list[str], line: int) -> str:
    return lines[line - 1].strip().strip("#").strip() if 0 < line <= len(lines) else ""


def _counted(tasks: Iterable[Task]) -> Counted:
    counted = Counted(closed=[], open=[], cancelled_or_deferred=[], containers=[])
    for task in tasks:
        if not task.leaf:
            counted.containers.append(task.line)
        elif not task.counts:
            counted.cancelled_or_deferred.append(task.line)
        elif task.state == "done":
            counted.closed.append(task.line)
        else:
            counted.open.append(task.line)
    return counted


def _phase(plan: Plan, index: int) -> PhaseExplained:
    phase = plan.phases[index]
    tasks = _counted(task for task in plan.task_list if task.phase == index)
    return like(PhaseExplained, phase, origin=_origin(phase), tasks=tasks, rule=_phase_rule(phase))


def _origin(phase: Phase) -> str:
    """Return where the state of a phase came from."""
    if phase.state_from == "field":
        return "its status field"
    if phase.state_from == "heading":
        return "the mark in its heading" if phase.heading else "the mark behind its name"
    if phase.state_from == "elsewhere":
        return "another place of the page"
    if phase.state_from == "tasks":
        return f"its tasks, {phase.progress.done} of {phase.progress.total} closed"
    if phase.state_from == "steps":
        return "the states of its steps, {} of {} complete".format(*phase.steps_complete)
    return "nothing stated" + (", no task begun" if phase.progress.total else ", no tasks")


def _phase_rule(phase: Phase) -> str:
    """Return what the progress of a phase is counted from."""
    progress = phase.progress
    if not phase.counts:
        return f"{phase.effective_state}, so left out of the plan's progress"
    if progress.basis == "tasks":
        return f"closed tasks of those that count: {progress.done}/{progress.total}"
    if progress.basis == "status":
        return "its state: complete is 100 %, any other 0 %"
    if progress.basis == "steps":
        return "complete steps of those that count: {}/{}".format(*phase.steps_complete)
    return "unknown: counts 0 beside phases that are known"


def _plan_rule(plan: Plan, settings: Settings) -> str:
    progress = plan.progress
    forced = "" if settings.progress == "auto" else f" (option 'progress: {settings.progress}')"
    if progress.percent is None:
        if plan.phases:
            return f"no progress recorded: no phase states anything, and no task is begun{forced}"
        return (
            "no progress recorded: no phases, nothing stated, and no task outside criteria and deliverables"
            f" is begun{forced}"
        )
    if progress.basis == "tasks":
        why = "no phase tells anything" if plan.phases else "no phases"
        return f"{why}, so its tasks outside criteria and deliverables: closed of those that count{forced}"
    if progress.basis == "status":
        return f"its own state: complete is 100 %, any other 0 %{forced}"
    return (
        f"the mean over its phases with equal weight, rounded down; cancelled and deferred left out{forced}"
    )


def _sum(plan: Plan) -> str:
    """Return the calculation behind the plan's percent, empty where there is none to show."""
    progress = plan.progress
    if progress.percent is None:
        return ""
    if progress.basis == "tasks":
        return f"{progress.done}/{progress.total} = {progress.percent} %"
    if progress.basis != "phases":
        return ""
    shares = [_share(phase) for phase in plan.phases if phase.counts]
    return f"({' + '.join(shares)}) / {len(shares)} = {progress.percent} %"


def _share(phase: Phase) -> str:
    progress = phase.progress
    if progress.basis == "tasks" and 0 < progress.done < progress.total:
        return f"{progress.done}/{progress.total}"
    if progress.basis == "steps" and progress.percent not in (0, 100):
        return "{}/{}".format(*phase.steps_complete)
    return "1" if progress.percent == 100 else "0"


def _typed(plan: Plan) -> list[FigureExplained]:
    progress = plan.progress
    phases = f"{progress.phases_complete}/{progress.phases_total} phases complete"
    percent = "" if progress.percent is None else f"{progress.percent}%"
    share = f" ({100 * progress.phases_complete // progress.phases_total}%)" if progress.phases_total else ""
    derived = {
        "phases": phases + share if progress.phases_total else "",
        "tasks": f"{progress.done}/{progress.total} tasks" if progress.total else "",
        "": percent,
    }
    return [
        FigureExplained(line=figure.line, typed=figure.text, derived=derived.get(figure.unit, ""))
        for figure in plan.typed_progress
    ]


def _row_note(risk: Risk) -> str:
    if not risk.described:
        return "a row of the table alone"
    if not risk.row_line:
        return "no row in the matrix"
    same = (risk.row_probability, risk.row_impact) == (risk.probability, risk.impact)
    return f"row {risk.row_line}" if same else f"row {risk.row_line} rates it differently"
