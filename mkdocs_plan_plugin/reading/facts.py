"""The facts of the whole document: state, priority, owner, dates, typed progress, each with its line.

One fact is often stated in several places. Which place counts follows the design's precedence;
places that disagree are kept as contradictions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from mkdocs_plan_plugin.model import Contradiction, LeftOut, Plan, Priority, State, TypedFigure
from mkdocs_plan_plugin.reading.dates import read_dates
from mkdocs_plan_plugin.reading.entries import prose
from mkdocs_plan_plugin.reading.statements import Places, statements_in
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import state_words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, is_choice
from mkdocs_plan_plugin.vocabulary.figures import read_figure
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, keys_of
from mkdocs_plan_plugin.vocabulary.scales import PLAN
from mkdocs_plan_plugin.vocabulary.states import StatedState, read_state
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_STATE_ORDER = ("front", "head", "summary", "status", "information")
_DOCUMENT_ORDER = ("front", "information", "head")
_REST_ORDER = ("front", "information", "head", "summary", "own-status")

T = TypeVar("T", bound=str)

_Statement = tuple[str, Field, StatedState[State]]
"""A statement of status: its place, its field, what it says."""


def read_facts(plan: Plan, places: Places, title: Section | None, vocabulary: Vocabulary) -> None:
    """Fill in the facts of a plan and the contradictions between their places."""
    _read_states(plan, places, title, vocabulary)
    plan.priority = _first(plan, "priority", places, lambda text: read_priority(text, vocabulary))
    plan.owner = _first(plan, "owner", places, _name)
    read_dates(plan, lambda what: places.find(_REST_ORDER, what), vocabulary)
    plan.category = _first(plan, "category", places, _name)
    figures: dict[int, TypedFigure] = {}
    for field in places.find(_STATE_ORDER, "progress"):
        figure = read_figure(field.value)
        if figure:
            figure.line = field.line
            figures.setdefault(field.line, figure)
    plan.typed_progress = list(figures.values())
    plan.document_information = {
        field.name: field.value
        for field in places.fields["information"]
        if field.value and not is_blank(field.value)
    }


def _first(plan: Plan, what: str, places: Places, read: Callable[[str], T | None]) -> T | None:
    """Return the first readable value of a fact; places that surely say otherwise are contradictions."""
    value: T | None = None
    line = 0
    for field in places.find(_REST_ORDER, what):
        found = None if is_blank(field.value) or is_choice(field.value) else read(field.value)
        if found is None:
            continue
        if value is None:
            value, line = found, field.line
        elif found != value and key(field.name) in _SAME.get(what, ()):
            plan.contradictions.append(
                Contradiction(what=what, value=value, line=line, other=found, other_line=field.line)
            )
    return value


_SAME = {"priority": ("priority",)}
"""Names that surely state the same fact."""


def _read_states(plan: Plan, places: Places, title: Section | None, vocabulary: Vocabulary) -> None:
    """Read work state and document state: one statement is split by its words."""
    statements: list[_Statement] = [
        (place, field, read_state(field.value, PLAN, vocabulary))
        for place in _STATE_ORDER
        for field in places.fields[place]
        if vocabulary.means(field.name, "status", "document-state") and key(field.name) != "phase status"
    ]
    plan.left_out += [
        LeftOut(line=field.line, kind="state", text=field.value, reason="no state that can be read")
        for _, field, one in statements
        if _is_unread(field, one)
    ]
    if title:
        apart = split_heading(title.title, PLAN, vocabulary)
        if apart.state:
            said_by_title: StatedState[State] = StatedState(state=apart.state, health=apart.health)
            statements.append(("title", Field("Status", apart.mark, title.line), said_by_title))
    stated = _work_states(statements)
    healths = places.find(_STATE_ORDER, "health")
    said_of_health = (read_state(field.value, PLAN, vocabulary) for field in healths)
    plan.health = next(
        filter(None, (one.health for one in (*said_of_health, *(one for *_, one in statements)))), None
    )
    if stated:
        _keep_state(plan, stated)
    _keep_document_state(plan, statements, work={id(field) for field, _, _ in stated})


def _work_states(statements: list[_Statement]) -> list[tuple[Field, StatedState[State], State]]:
    """Return the statements that are about the work, each with the state that it gives."""
    offered = any(key(field.name) in ("document status", "document state") for _, field, _ in statements)
    elsewhere = [
        id(field)
        for place, field, one in statements
        if place != "information" and one.state and not one.active
    ]
    stated: list[tuple[Field, StatedState[State], State]] = []
    for place, field, one in statements:
        documents = place == "information" or key(field.name) in ("document status", "document state")
        of_document = documents and (offered or any(other != id(field) for other in elsewhere[:2]))
        state = _work_state(one, of_document=of_document)
        if state and not (of_document and key(field.value) in _IN_FORCE):
            stated.append((field, one, state))
    return stated


def _keep_state(plan: Plan, stated: list[tuple[Field, StatedState[State], State]]) -> None:
    """Keep the first state of the work, and those of other lines that contradict it."""
    field, one, state = stated[0]
    plan.state, plan.state_line, plan.state_text = state, field.line, field.value
    if plan.state in ("on-hold", "blocked", "cancelled"):
        plan.reason = one.reason
    for other, _, said in stated[1:]:
        if said != plan.state and other.line != field.line:
            plan.contradictions.append(
                Contradiction(
                    what="state",
                    value=field.value,
                    line=field.line,
                    other=other.value,
                    other_line=other.line,
                )
            )


def _keep_document_state(plan: Plan, statements: list[_Statement], work: set[int]) -> None:
    """Keep what is said first of the document; `work` are the ids of the fields that are about the work."""
    for place in _DOCUMENT_ORDER:
        for where, field, one in statements:
            if where != place or plan.document_state:
                continue
            plan.document_state = one.document
            if one.document is None and id(field) not in work:
                in_force = one.active or key(field.value) in _IN_FORCE
                plan.document_state = (
                    "active" if in_force else "complete" if one.state == "complete" else None
                )
            if plan.document_state:
                plan.document_state_line = field.line


_IN_FORCE = keys_of(state_words.IN_FORCE)

_MORE_THAN_A_STATE = regex(r"[`#/]|\d{2,}|https?:")


def _is_unread(field: Field, one: StatedState[State]) -> bool:
    """True for a short value that was meant as a state, not an explanation, and says none."""
    words = len(key(field.value).split())
    return not (
        one.says or one.offers or is_blank(field.value) or _MORE_THAN_A_STATE.search(field.value)
    ) and (0 < words <= 4 and len(field.value) <= 30)


def _work_state(one: StatedState[State], *, of_document: bool) -> State | None:
    """Return what a statement says about the work; *active* and *complete* may be the document's."""
    return None if of_document and (one.active or one.state == "complete") else one.state


def read_priority(text: str, vocabulary: Vocabulary) -> Priority | None:
    """Return P0 to P3 for `P1 (High)`, `High`, `🔴 Critical`."""
    match = _PRIORITY.search(text[:200])
    if match:
        return _PRIORITIES[int(match[1])]
    known = key(text).split()[:3]
    word = next((word for word in known if word in vocabulary.priorities), "")
    return next((one for one in _PRIORITIES if one == vocabulary.priorities.get(word)), None)


_PRIORITY = regex(r"\bP([0-3])\b", re.IGNORECASE)
_PRIORITIES: tuple[Priority, ...] = ("P0", "P1", "P2", "P3")


def _name(text: str) -> str | None:
    text = text.strip().strip("*_").strip()
    return None if is_blank(text) or len(text) > 200 else text


def first_paragraph(blocks: list[Block], vocabulary: Vocabulary) -> str:
    """Return the first paragraph that is prose and not fields."""
    for block in blocks:
        if block.kind == "paragraph" and not any(True for _ in statements_in([block], vocabulary)):
            return prose([block])
    return ""
