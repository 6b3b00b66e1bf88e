"""What figures say of themselves when they are pointed at: which tasks, which risks, which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from mkdocs_plan_plugin.views.words import STATES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Phase, Plan, Risk, Step

IN_TIP = 6
"""Things that a tip names; more are a number."""

T = TypeVar("T")


class Some(NamedTuple, Generic[T]):
    """Things that a tip names, and how many more there are."""

    shown: list[T]
    more: int


class ShareReason(NamedTuple):
    """How a share came about: a sentence, and the steps whose tasks were counted."""

    rule: str
    steps: Some[Step]


def why_share(phase: Phase, language: Language) -> ShareReason | None:
    """How the share of a phase came about; None where it has none."""
    progress = phase.progress
    if progress.percent is None:
        return None
    if progress.basis == "steps":
        done, total = phase.steps_complete
        rule = language.plural(
            "By the states of its steps: %(done)s of %(num)s complete, rounded down.",
            "By the states of its steps: %(done)s of %(num)s complete, rounded down.",
            total,
            done=done,
        )
        return ShareReason(rule, _some([step for step in phase.steps if step.counts]))
    if progress.basis != "tasks":
        state = language.gettext(STATES[phase.effective_state or "unknown"])
        rule = language.say("By its state, %(state)s: complete is 100 %%, all else 0 %%.", state=state)
        return ShareReason(rule, Some([], 0))
    rule = language.plural(
        "%(done)s of its %(num)s task done, rounded down; cancelled and deferred ones not counted.",
        "%(done)s of its %(num)s tasks done, rounded down; cancelled and deferred ones not counted.",
        progress.total,
        done=progress.done,
    )
    return ShareReason(rule, _some([step for step in phase.steps if step.progress.total]))


def named(plan: Plan, level: str) -> Some[Risk]:
    """The open risks of a level."""
    return _some([risk for risk in plan.open_risks if (risk.level or "unrated") == level])


def _some(things: list[T]) -> Some[T]:
    return Some(things[:IN_TIP], max(0, len(things) - IN_TIP))
