"""Titles without their decorations: section number, emoji, bold, status mark, duration in brackets."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.states import leading_state, mark_state, read_statement

EMOJI = (
    "\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\ufe0f\u200d\u20e3\U0001f000-\U0001faff"
)
_LEADING = regex(rf"^[\s{EMOJI}*_~]+")
_TRAILING = regex(rf"[\s{EMOJI}*_~]+$")
_TAIL = regex(r"\s*[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*$")
_MIDDLE = regex(r"\s*[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*")
_BARE_TAIL = regex(
    rf"\s*(?:[-–—:|]\s+|(?=[{EMOJI}]))[{EMOJI}\s]*([^\W\d_](?:[^\W\d_]|[ -]){{1,25}})\s*[{EMOJI}]*$"
)
_CAPITALS = regex(r"\s+([A-Z][A-Z -]{3,20})\s*$")
_CLOCK_TAIL = regex(r"\s*[⏱⏰🕐🕒⌛⏲📅🗓]\ufe0f?\s*(.{1,30})$")
_DURATIONS = "|".join(re.escape(word) for word in sorted(words.DURATIONS, key=len, reverse=True))
_DURATION_WORD = regex(
    rf"(?<![^\W\d_])(?:{_DURATIONS})(?![^\W\d_])|\d{{4}}|(?<=\d)[hdwm]\b|[天周週月年日]", re.IGNORECASE
)

_NOUNS = frozenset(words.STATE_NOUNS)


class Title(msgspec.Struct, frozen=True, gc=False):
    """A heading taken apart: `text` is what is left, `state` and `duration` what was taken off."""

    text: str
    state: str | None = None
    mark: str = ""
    """The words or emoji that state it."""
    duration: str = ""


def is_duration(text: str) -> bool:
    """True if the words in a bracket give a time or span: `Week 1`, `4 hours`, `2026 Q2`, `next quarter`."""
    if not text.isascii() and _EAST_ASIAN_TIME.search(text):
        return True
    match = _DURATION_WORD.search(text)
    if not match or not (any(char.isdigit() for char in text) or _RELATIVE.match(text)):
        return False
    rest = key(_FIGURES.sub(" ", _DURATION_WORD.sub(" ", text))).split()
    return len(rest) <= 2


_EAST_ASIAN_TIME = regex(r"\d\s*[天周週月年日]")
_RELATIVE = regex(r"\s*(?:ongoing$|(?:next|this|last|early|mid|late)\b)", re.IGNORECASE)
_FIGURES = regex(r"[\d.,~–-]+")


@lru_cache(maxsize=4096)
def take_apart(
    heading: str, vocabulary: Vocabulary, *, number: bool = False, durations: bool = True
) -> Title:
    """Take the decorations off a heading.

    With `number` a section number in front goes too; without `durations` those stay. A mark that
    leads the title counts only where it states something by itself (✅), not where it is a picture
    (🔄 🎯 🚀).
    """
    text = mend(heading[:LONGEST_TITLE]).strip()
    state: str | None = None
    mark = ""
    duration = ""
    lead = _LEADING.match(text)
    if lead and lead[0].strip():
        leading = mark_state(lead[0])
        if leading == "complete":
            state, mark = leading, lead[0].strip()
        text = text[lead.end() :]
    if number:
        text = re.sub(r"^\d+(?:\.\d+)*[.):、]?\s+(?=\S)", "", text)
        text = _LEADING.sub("", text)
    for _ in range(4):  # decorations stack: `(Week 1) ✅ COMPLETE`
        before = text
        if durations and (clock := _CLOCK_TAIL.search(text)) and is_duration(clock[1]):
            text, duration = text[: clock.start()], duration or clock[1].strip()
        trail = _TRAILING.search(text)
        if trail:
            said = mark_state(trail[0])
            if said:
                state, mark = state or said, mark or trail[0].strip()
            text = text[: trail.start()]
        tail = _TAIL.search(text)
        if tail:
            inner = tail[1].strip()
            timed = _RELATIVE.match(inner) or (inner[:1].isdigit() and "%" not in inner)
            said_state = None if timed else _said(inner, vocabulary)
            if said_state is not None:
                state, mark, text = said_state, inner, text[: tail.start()]
            elif durations and is_duration(inner):
                duration, text = duration or inner, text[: tail.start()]
        elif (bare := _BARE_TAIL.search(text)) or (
            bare := _CAPITALS.search(text) if not text.isupper() else None
        ):
            said_state = _said(bare[1], vocabulary)
            if said_state is not None:
                state, mark, text = said_state, bare[1].strip(), text[: bare.start()]
        if text == before:
            break
    if durations:
        text = _MIDDLE.sub(lambda bracket: " " if is_duration(bracket[1]) else bracket[0], text)
    text = text.strip(" \t-–—:|*_")
    return Title(text, state, mark, duration)


def is_state(text: str, vocabulary: Vocabulary) -> bool:
    """True if a text is a word of state and nothing else."""
    word = key(text)
    return word in vocabulary.states and word not in _NOUNS


_NOT_WORD = regex(r"^[\W_]+")
_BEHIND_STATE = regex(r"\s*(?:$|[^\w\s]|\d|(?:on|in|by|at|as of|since|until)\b)", re.IGNORECASE)
"""What may follow a word of state: an explanation, a date, nothing."""


def _said(text: str, vocabulary: Vocabulary) -> str | None:
    """Return the state that a bracket or tail states: the state leads, and what follows explains it."""
    if len(key(re.sub(r"\d[\d./:-]*\s?%?", " ", text)).split()) > 5:
        return None
    if "%" in text:
        return read_statement(text, vocabulary).state
    lowered = _NOT_WORD.sub("", text.casefold())
    last = re.split(r"[,;，；]", text)[-1]
    if last != text and is_state(last, vocabulary):  # `(PR 4; deferred)`
        return read_statement(last, vocabulary).state
    state = leading_state(lowered, vocabulary)
    if not state or key(state[0]) in _NOUNS or not _BEHIND_STATE.match(lowered, state.end()):
        return None
    return read_statement(text, vocabulary).state
