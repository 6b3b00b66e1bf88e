"""The one reader of states: what a field, a heading's mark, a cell or a list item says of a thing.

Each kind of thing has a scale: its states, their words and marks, and what words such as *not*,
*partly* or *40 %* make of them. `read_state` is the only way from a text to a state.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Generic, cast

import msgspec

from mkdocs_plan_plugin.model import DocumentState, Health
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import state_words as said
from mkdocs_plan_plugin.vocabulary.blanks import choices, is_blank
from mkdocs_plan_plugin.vocabulary.clauses import (
    GAPS,
    TURNS,
    WHOLE,
    WINDOW,
    Clauses,
    StateMatch,
    all_said,
    alternatives,
    phrases_of_health,
    phrases_on,
    spoken_on,
    words_of,
)
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import DOCUMENT, PLAN, S, Scale

_LONGEST = 300
"""Characters of a statement that are looked at."""


class StatedState(msgspec.Struct, Generic[S], frozen=True):
    """What one statement of status says.

    `reason` is the explanation behind a state, where there is one. A statement about the work may
    say something of its health and of the document besides.
    """

    state: S | None = None
    health: Health | None = None
    document: DocumentState | None = None
    active: bool = False
    """Its state is said by *active*, which is one of the document where those are offered."""
    reason: str = ""
    part: bool = False
    """It tells that a part of the work is complete: `Design complete`."""
    offers: bool = False
    """It is a list of alternatives, not a statement."""

    @property
    def says(self) -> bool:
        """True if anything could be read from it."""
        return bool(self.state or self.document)


def read_state(text: str, scale: Scale[S], vocabulary: Vocabulary) -> StatedState[S]:
    """Read a statement of status on a scale, e.g. `🔄 In progress (2 of 5)`, `Not started`, `Draft`.

    The leading clause goes before those behind it. Alternatives and blanks say nothing. What denies
    a word or halves it is read with the word, so that "not complete" and "40 %" are not complete.
    Source: the design's ordered rules for state.
    """
    return cast("StatedState[S]", _read(text, scale, vocabulary))


def mark_state(mark: str, scale: Scale[S]) -> S | None:
    """Return the state that an emoji states, if any."""
    for match in _MARK.finditer(mend(mark)):
        if match[0] in scale.marks:
            return scale.marks[match[0]]
    return None


def leading_word(lowered: str, scale: Scale[Any], vocabulary: Vocabulary) -> str:
    """Return the word of state or health that a casefolded text begins with, or an empty one."""
    text = lowered.translate(GAPS)
    return phrases_on(scale, vocabulary).leading(text) or (
        phrases_of_health(vocabulary).leading(text) if scale.of_work else ""
    )


def leads_with_state(text: str, vocabulary: Vocabulary) -> bool:
    """True if the first words of a text state something: `Blocked by legal`, `Migration complete - ...`."""
    head = _HEAD_END.split(mend(text[:_LONGEST]), maxsplit=1)[0]
    return read_state(head, PLAN, vocabulary).says and len(key(head).split()) <= 4


_HEAD_END = regex(r"\s[-–—]\s|[.,;:(（]|\b(?:and|but|by|because|until|since)\b", re.IGNORECASE)


_CODE = regex(r"(?<=\S\s)`[^`\s]{1,99}`")
_NAMES = "/.("
"""Signs that the names of files and branches have, and words hardly."""


def _without_names(text: str) -> str:
    """Return a statement without what it names in code: *In review, `feat/live-map`*."""
    return _CODE.sub(lambda code: "" if any(map(code[0].__contains__, _NAMES)) else code[0], text)


@lru_cache(maxsize=4096)  # plans say the same few things over and over
def _read(text: str, scale: Scale[Any], vocabulary: Vocabulary) -> StatedState[str]:
    text = _without_names(mend(text[:_LONGEST])).strip()
    if key(text) not in spoken_on(scale, vocabulary):
        if is_blank(text):
            return StatedState(offers="|" in text)
        alternatives = choices(text)
        spoken = spoken_on(scale, vocabulary)
        pair = len(alternatives) == _PAIR and "·" in text  # `In progress` · `blocked on API` is no choice
        if len(alternatives) > 1 and (not pair or all(key(part) in spoken for part in alternatives)):
            stated = [_read(part, scale, vocabulary) for part in alternatives]
            if _offers(stated):
                return StatedState(offers=True)
            if "|" in text and stated[0].says:
                return stated[0]
    lowered = text.casefold()
    health: Health | None = None
    document: DocumentState | None = None
    if scale.of_work and scale.measure:
        lowered, health = _health(lowered, vocabulary)
        document = read_state(text, DOCUMENT, vocabulary).state
    found = _stating(all_said(lowered, scale, vocabulary), text)
    chosen = min(found, key=lambda one: (one.weak, one.start), default=None)
    state = chosen.state if chosen else None
    if scale.measure:
        state = _measured(lowered, state, found, scale.measure)
        if chosen and _is_half(lowered, state, chosen, found, scale.measure):
            state = scale.measure[1]
    active = bool(chosen) and all(vocabulary.document_states.get(one.word) == "active" for one in found)
    if health and state is None and document is None and scale.measure:
        state = scale.measure[1]
    if not (state or document or health):
        state = mark_state(text, scale)
    if health and scale.measure and state == scale.measure[2]:
        health = None  # what is over has none
    return StatedState(
        state=state,
        health=health,
        document=None if document == "active" else document,
        active=active and scale.of_work,
        reason=_reason(text),
        part=chosen is not None and chosen.part,
    )


def _stating(found: list[StateMatch], text: str) -> list[StateMatch]:
    """Return the words that state something; a weak one alone behind the leading clause explains.

    `Speculative - nothing of it is in the current system`, but `Phase 2 - testing`.
    """
    explained = _BECAUSE.search(text) if len(text) > _SHORT and all(one.weak for one in found) else None
    return [one for one in found if one.start < explained.start()] if explained else found


_PAIR = 2
_SHORT = 60
"""Characters of a statement in which a weak word behind the leading clause may be what is stated."""


def _offers(stated: list[StatedState[str]]) -> bool:
    """True if parts are alternatives: all but one say something and not the same, or three differ."""
    known = [(one.state, one.document, one.active) for one in stated if one.says]
    different = len(set(known))
    return different > 2 or (different > 1 and len(known) >= len(stated) - 1)


_UNFINISHED = regex(rf"(?<![^\W_])(?:{alternatives(said.UNFINISHED)})(?![^\W_])|剩余|剩餘|残り|残っ")


def _is_half(
    lowered: str,
    state: str | None,
    chosen: StateMatch,
    found: list[StateMatch],
    measure: tuple[str, str, str],
) -> bool:
    """True if a part of the thing is complete and something else is not: `API done, UI pending`."""
    nothing, between, everything = measure
    if state == nothing:
        return any(one.part and one.state == between and one.start < chosen.start for one in found)
    if state != everything or WHOLE.issuperset(key(chosen.subject).split()):
        return False
    other = [one for one in found if one.state != everything and (one.firm or one.start < chosen.start)]
    return bool(other or _UNFINISHED.search(lowered, chosen.start))


_PERCENT = regex(r"(?<![\d.])(\d{1,3})(?:\.\d+)?\s?%")
_RATIO = regex(r"(?<![\d.])(\d+)\s*(?:/|of|out of|von|sur|de|из)\s*(\d+)(?![\d.])")


def _measured(
    lowered: str, state: str | None, found: list[StateMatch], measure: tuple[str, str, str]
) -> str | None:
    """Return the state that a figure gives where none or *complete* is said: `40 %`, `3/5 done`."""
    nothing, between, everything = measure
    if state not in (None, everything):
        return state
    first = min((one.start for one in found), default=None)
    ratio = _RATIO.search(lowered)
    if ratio and state and (first is None or first >= ratio.start()):
        done, total = int(ratio[1]), int(ratio[2])
        return everything if done >= total else between if done else nothing
    percent = _PERCENT.search(lowered)
    if percent and (first is None or first >= percent.start()):
        value = int(percent[1])
        return everything if value >= 100 else between if value else nothing
    return state


def _health(lowered: str, vocabulary: Vocabulary) -> tuple[str, Health | None]:
    """Return the text without its words of health, and the health that they state."""
    text = lowered.translate(GAPS)
    health: Health | None = None
    for start, end in phrases_of_health(vocabulary).each(text):
        turn = TURNS.search(text, max(0, start - WINDOW), start)
        said_here = _HEALTHS.get(vocabulary.health[text[start:end]])
        if turn:
            said_here = "off-track" if said_here == "on-track" and turn.lastgroup == "denied" else None
        health = health or said_here
        lowered = lowered[:start] + "\0" * (end - start) + lowered[end:]
    if health is None:
        alone = " ".join(words_of(Clauses(lowered).around(0, 1)))
        health = _LONE.get(alone) if alone else _LONE.get(lowered.strip(" \ufe0f.*_"))
    return lowered, health


_HEALTHS: dict[str, Health] = {"on-track": "on-track", "at-risk": "at-risk", "off-track": "off-track"}
_LONE = {word: _HEALTHS[name] for name, words in said.LONE_HEALTH.items() for word in words}

_MARKS = {
    mark for table in (said.STATE_MARKS, said.EMOJI_TASKS) for marks in table.values() for mark in marks
}
_MARK = regex("|".join(map(re.escape, sorted(_MARKS, key=len, reverse=True))))

_BECAUSE = regex(r"\s[-–—]\s|[:;,(（]|\s(?:because|until|by|due to|waiting for)\s", re.IGNORECASE)


def _reason(text: str) -> str:
    """Return what is behind the leading words of state, as an explanation."""
    match = _BECAUSE.search(text.lstrip(" *_"))
    if not match or not any(char.isalpha() for char in text[: match.start()]):
        return ""
    tail = text.lstrip(" *_")[match.end() :].strip()
    return tail.removesuffix(")").strip() if match[0] in "(（" else tail
