"""What figures say of themselves when they are pointed at: which tasks, which risks, which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_plan_plugin.views.html import plain, text
from mkdocs_plan_plugin.views.words import STATES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.plans.model import Phase, Plan

IN_TIP = 6
"""Things that a tip names; more are a number."""


def why_share(phase: Phase) -> str:
    """How the share of a phase came about, in a sentence or two; empty where it has none."""
    progress = phase.progress
    if progress.percent is None:
        return ""
    if progress.basis != "tasks":
        state = STATES[phase.effective_state or "unknown"]
        return f"By its state, {state}: complete is 100 %, all else 0 %."
    done = f"{progress.done} of its {progress.total} tasks done"
    said = f"{done}, rounded down; cancelled and deferred ones not counted."
    parts = [
        f"{f'Step {step.number}' if step.number else plain(step.title)}: {of.done}/{of.total}"
        for step in phase.steps
        if (of := step.progress).total
    ]
    return f"{said} {_some(parts, ', ')}." if parts else said


def named(plan: Plan, level: str) -> Markup:
    """The open risks of a level by their titles."""
    titles = [text(risk.title) for risk in plan.open_risks if (risk.level or "unrated") == level]
    return Markup(_some(titles, "; "))  # noqa: S704 - each title is escaped


def _some(parts: list[str] | list[Markup], between: str) -> str:
    shown = between.join(parts[:IN_TIP])
    left = len(parts) - IN_TIP
    return f"{shown}{between}{left} more" if left > 0 else shown
