"""Phases: the stepper under their heading and the bar under each of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.portfolio import current_phase
from mkdocs_plan_plugin.schedule import days_until
from mkdocs_plan_plugin.views.html import plain
from mkdocs_plan_plugin.views.placements import shows_bar
from mkdocs_plan_plugin.views.tips import why_share
from mkdocs_plan_plugin.views.words import STATES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Phase, Step
    from mkdocs_plan_plugin.views.context import Context, Facts

FEW = 12
"""Phases that a stepper shows one by one."""
AROUND = 2
"""Phases before and behind the current one that are open among more."""
LEAST = 4
"""Phases that are worth a fold."""
_FOLDED = ("complete", "cancelled", "deferred", "pending", "unknown")


class ShownPhase(NamedTuple):
    """A phase or step as it is shown."""

    item: Phase | Step
    name: str
    """`Phase 4`, or the title where it has no number; plain text."""
    state: str
    word: str
    percent: int | None
    """None where there is nothing to fill a bar with, or only boxes that nobody ticked or stated."""
    tasks: str
    """`8 of 13 tasks`, or empty."""
    value: str
    """`61 %, 8 of 13 tasks`."""


def numbered(phase: Phase, language: Language) -> str:
    """`Phase 4`, in the author's word for it if there is one; empty where it has no number.

    Where several parts of a plan number their phases, the part is in front.
    """
    if not phase.number:
        return ""
    if phase.word:
        name = f"{phase.word} {phase.number}"
    elif phase.number[0].isalpha():  # a code, which says what it counts: `M1`, `Q1 2026`
        name = phase.number
    else:
        name = language.say("Phase %(number)s", number=phase.number)
    return f"{plain(phase.part)} · {name}" if phase.part else name


def read_phase(phase: Phase, language: Language) -> ShownPhase:
    """What a phase shows."""
    return _read(phase, numbered(phase, language) or plain(phase.title), language)


def numbered_step(step: Step, language: Language) -> str:
    """`Step 4.1`, empty where it has no number."""
    return language.say("Step %(number)s", number=step.number) if step.number else ""


def titled(name: str, title: str) -> str:
    """`Phase 4: Moving`, or the one of both that there is."""
    return ": ".join(part for part in (name, title) if part)


def read_step(step: Step, language: Language) -> ShownPhase:
    """What a step shows."""
    return _read(step, numbered_step(step, language) or plain(step.title), language)


def tasks_done(done: int, total: int, language: Language) -> str:
    """`8 of 13 tasks`, empty without any."""
    if not total:
        return ""
    return language.plural("%(done)s of %(num)s task", "%(done)s of %(num)s tasks", total, done=done)


def _read(item: Phase | Step, name: str, language: Language) -> ShownPhase:
    progress, state = item.progress, item.effective_state or "unknown"
    tasks = tasks_done(progress.done, progress.total, language)
    # Boxes that nobody ticked under a phase that nobody gave a state say "0 of 5", not "0 %".
    said = item.effective_state is not None or progress.done > 0
    percent = progress.percent if said else None
    share = "" if percent is None else f"{percent} %"
    value = language.gettext(", ").join(filter(None, (share, tasks)))
    return ShownPhase(item, name, state, language.gettext(STATES[state]), percent, tasks, value)


class PhaseRun(NamedTuple):
    """Neighbours among the phases of a part; folded ones have one state and open on demand."""

    part: str
    phases: list[ShownPhase]
    folded: bool


def runs(phases: list[Phase], current: Phase | None, language: Language) -> list[PhaseRun]:
    """Phases as a stepper shows them: of many, what is far from the current one is folded."""
    now = next((at for at, phase in enumerate(phases) if phase is current), None)

    def key(numbered: tuple[int, Phase]) -> tuple[str, str]:
        at, phase = numbered
        near = now is not None and abs(at - now) <= AROUND
        asks = phase.late or (phase.health and not phase.over)
        state = phase.effective_state or "unknown"
        return phase.part, "" if near or asks or state not in _FOLDED else state

    found = []
    for (part, state), group in groupby(enumerate(phases), key):
        members = [read_phase(phase, language) for _, phase in group]
        found.append(PhaseRun(part, members, bool(state) and len(members) >= LEAST and len(phases) > FEW))
    return found


def stepper(context: Context) -> Facts | None:
    """Every phase; the steps of the current one."""
    plan = context.shown
    if not plan.phases:
        return None
    now = current_phase(context.entry())
    return {
        "runs": runs(plan.phases, now, context.language),
        "current": now,
        "steps": [read_step(step, context.language) for step in now.steps] if now else [],
        "soon": lambda phase: is_soon(phase, context),
    }


def is_soon(work: Phase | Step, context: Context) -> bool:
    """True for a phase or step that is not over and due soon."""
    left = None if work.over or context.entry().over else days_until(work.due, context.today)
    return left is not None and 0 <= left <= context.due_soon > 0


def phase_bar(context: Context) -> Facts | None:
    """One phase."""
    phase = context.shown.phases[context.index]
    if not shows_bar(phase) and context.changed(context.shown, phase) is None:
        return None
    return {
        "phase": read_phase(phase, context.language),
        "steps": len(phase.steps),
        "why": why_share(phase, context.language),
    }
