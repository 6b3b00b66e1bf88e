"""The scales: for each kind of thing its states, their words and marks, and what a measure says on it."""

from __future__ import annotations

import re
from typing import Generic, TypeVar, get_args

import msgspec

from mkdocs_plan_plugin.model import DecisionStatus, DocumentState, RiskStatus, State, TaskState
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import state_words as said
from mkdocs_plan_plugin.vocabulary.lookup import keys_of

S = TypeVar("S", bound=str)


class Scale(msgspec.Struct, Generic[S], frozen=True, eq=False, kw_only=True):
    """The states of one kind of thing, and how they are said."""

    names: dict[str, dict[str, S]]
    """Tables of the vocabulary, and what a canonical word of each means here; the words of all but
    the first state something only where none of the first does."""
    measure: tuple[S, S, S] | None = None
    """The states at 0 %, between, and at 100 %, where there are such."""
    denied: frozenset[str] = frozenset()
    """States whose contrary is the first of `measure`: *not complete* is pending."""
    marks: dict[str, S] = {}
    rules: tuple[tuple[re.Pattern[str], S], ...] = ()
    """Phrases that are read before single words, in this order."""
    weak: frozenset[str] = frozenset()
    """Words that state something only where they lead alone, or where no other word does."""
    parts: tuple[tuple[str, frozenset[str]], ...] = ()
    """What numbers a part, by table and canonical words: with *Phase 1 complete* a plan is not."""
    subjects: frozenset[str] | None = None
    """What may be in front of a state in its clause, where not everything may."""
    of_work: bool = False
    """It has health, a document with a state of its own, and is not begun when its design is complete."""


def _own(*states: S) -> dict[str, S]:
    return {state: state for state in states}


def _marks(states: dict[str, S]) -> dict[str, S]:
    return {mark: state for name, state in states.items() for mark in said.STATE_MARKS.get(name, ())}


def _rules(rules: tuple[tuple[str, str], ...], states: dict[str, S]) -> tuple[tuple[re.Pattern[str], S], ...]:
    return tuple((regex(pattern, re.IGNORECASE), states[name]) for pattern, name in rules)


WEAK = keys_of(said.WEAK_STATES)
_OF_PHASE: dict[str, State] = {
    "pending": "pending",
    "planning": "pending",
    "in-progress": "in-progress",
    "complete": "complete",
    "on-hold": "on-hold",
    "blocked": "blocked",
    "cancelled": "cancelled",
    "deferred": "deferred",
}
_OF_PLAN: dict[str, State] = {
    **_OF_PHASE,
    "pending": "planning",
    "planning": "planning",
    "deferred": "on-hold",
}
_OF_TASK: dict[str, TaskState] = {
    "pending": "open",
    "planning": "open",
    "in-progress": "in-progress",
    "complete": "done",
    "on-hold": "blocked",
    "blocked": "blocked",
    "cancelled": "cancelled",
    "deferred": "deferred",
}
_OF_RISK: dict[str, RiskStatus] = {
    "pending": "open",
    "planning": "open",
    "in-progress": "mitigating",
    "complete": "closed",
    "on-hold": "open",
    "blocked": "open",
    "cancelled": "closed",
    "deferred": "open",
}
_OF_DECISION: dict[str, DecisionStatus] = {
    "pending": "open",
    "planning": "proposed",
    "in-progress": "proposed",
    "complete": "accepted",
    "on-hold": "open",
    "blocked": "open",
    "cancelled": "rejected",
    "deferred": "open",
}

PHASE: Scale[State] = Scale(
    names={"states": _OF_PHASE, "document_states": {"active": "in-progress"}},
    measure=("pending", "in-progress", "complete"),
    denied=frozenset({"complete", "in-progress"}),
    marks=_marks(_OF_PHASE),
    rules=_rules(said.STATUS_RULES, _OF_PHASE),
    weak=WEAK,
    parts=(("steps", frozenset({"step", "task", "action"})),),
    of_work=True,
)
"""The work of a phase or a step."""

PLAN: Scale[State] = Scale(
    names={"states": _OF_PLAN, "document_states": {"active": "in-progress"}},
    measure=("planning", "in-progress", "complete"),
    denied=PHASE.denied,
    marks=_marks(_OF_PLAN),
    rules=_rules(said.STATUS_RULES, _OF_PLAN),
    weak=WEAK,
    parts=(("phases", frozenset()), ("steps", frozenset())),
    of_work=True,
)
"""The work of a plan."""

TASK: Scale[TaskState] = Scale(
    names={"states": _OF_TASK, "document_states": {"active": "in-progress"}},
    measure=("open", "in-progress", "done"),
    denied=frozenset({"done", "in-progress"}),
    marks={**_marks(_OF_TASK), **dict.fromkeys(said.EMOJI_TASKS["open"], "open")},
    rules=_rules(said.STATUS_RULES, _OF_TASK),
    weak=WEAK,
)
"""A task in words, as a cell or a field states it."""

_TASK_STATES: tuple[TaskState, ...] = get_args(TaskState)
BOXES: dict[str, TaskState] = {
    mark: state for state in _TASK_STATES for mark in said.TASK_STATES.get(state, ())
}
"""What may be in a checkbox, beside nothing."""
OF_BOXES: dict[TaskState, State] = {
    "done": "complete",
    "in-progress": "in-progress",
    "blocked": "blocked",
    "cancelled": "cancelled",
    "deferred": "deferred",
}
"""What the checkbox of an item says of the phase that the item is, or names; an open one says nothing."""
EMOJI_BOXES: dict[str, TaskState] = {
    mark: state for state in _TASK_STATES for mark in said.EMOJI_TASKS.get(state, ())
}
"""What may be in place of a checkbox."""

RISK: Scale[RiskStatus] = Scale(
    names={"risk_statuses": _own("open", "mitigating", "accepted", "closed"), "states": _OF_RISK},
    measure=("open", "mitigating", "closed"),
    denied=frozenset({"mitigating", "accepted", "closed"}),
    marks={mark: state for mark, state in _marks(_OF_RISK).items() if state != "open"},
    rules=_rules(said.RISK_RULES, {"closed": "closed"}),
)

DECISION: Scale[DecisionStatus] = Scale(
    names={
        "decision_statuses": _own("open", "proposed", "accepted", "superseded", "rejected"),
        "document_states": {
            "draft": "proposed",
            "review": "proposed",
            "approved": "accepted",
            "active": "accepted",
            "superseded": "superseded",
        },
        "states": _OF_DECISION,
    },
    measure=("open", "proposed", "accepted"),
    denied=frozenset({"accepted", "proposed"}),
    marks=_marks(_OF_DECISION),
    rules=_rules(said.DECISION_RULES, {"proposed": "proposed"}),
    weak=frozenset({"final"}),
)

DOCUMENT: Scale[DocumentState] = Scale(
    names={"document_states": _own("draft", "review", "approved", "active", "superseded", "archived")},
    weak=frozenset({"final", "active"}),
    subjects=frozenset({*said.DOCUMENT_SUBJECTS, *said.FILLERS}),
)
