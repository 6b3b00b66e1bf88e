"""Words of state: what a status field, a heading's mark or a table cell says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import choices, is_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, by_spacing, key
from mkdocs_plan_plugin.vocabulary.mojibake import mend

_RULES = tuple(
    (regex(pattern, re.IGNORECASE), weak, state)
    for weak, rules in ((False, words.STATUS_RULES), (True, words.WEAK_RULES))
    for pattern, state in rules
)
_MARKS = {mark: state for state, marks in words.STATE_MARKS.items() for mark in marks}
_MARK = regex("|".join(sorted(map(re.escape, _MARKS), key=len, reverse=True)))
_PERCENT = regex(r"(?<![\d.])(\d{1,3})(?:\.\d+)?\s?%")
_RATIO = regex(r"(?<![\d.])(\d+)\s*(?:/|of|out of)\s*(\d+)(?![\d.])")

_WEAK = frozenset(words.WEAK_STATES)

_LONGEST = 300
"""Characters of a statement that are looked at."""


class Statement(msgspec.Struct, frozen=True, gc=False):
    """What one statement of status says about the work and about the document.

    `reason` is the explanation behind a state, where there is one.
    """

    state: str | None = None
    document: str | None = None
    active: bool = False
    """It says *active*: a state of the document where those are offered, of the work otherwise."""
    reason: str = ""
    offers: bool = False
    """It is a list of alternatives, not a statement."""


_GAPS = str.maketrans(dict.fromkeys("_'\N{RIGHT SINGLE QUOTATION MARK}-", " "))
"""What may stand between the words of a spelling, whose key has spaces only."""

_NEGATED = regex(r"\bnot\s+(?:yet\s+|an?\s+)?$")


@lru_cache(maxsize=64)
def _pattern(vocabulary: Vocabulary, table: str) -> re.Pattern[str]:
    """Return a pattern of a table's words, longest first; ideographs need no word boundary.

    Set up once for all words, boundary and gaps take a fifth of the time to compile.
    """
    spaced, dense = by_spacing(getattr(vocabulary, table))
    return re.compile("|".join([rf"(?<![^\W_])(?:{'|'.join(map(re.escape, spaced))})(?![^\W_])", *dense]))


def _find(lowered: str, vocabulary: Vocabulary, table: str) -> Iterator[re.Match[str]]:
    """Yield where words of a table stand in a casefolded text."""
    return _pattern(vocabulary, table).finditer(lowered.translate(_GAPS))


def leading_state(lowered: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return the word of a work state that a casefolded text begins with."""
    return _pattern(vocabulary, "states").match(lowered.translate(_GAPS))


def leads_with_state(text: str, vocabulary: Vocabulary) -> bool:
    """True if the first words of a text state something: `Blocked by legal`, `Migration complete - ...`."""
    head = _CLAUSE_END.split(mend(text[:_LONGEST]), maxsplit=1)[0]
    statement = read_statement(head, vocabulary)
    said = statement.state or statement.document or statement.active
    return bool(said) and len(key(head).split()) <= 4


_CLAUSE_END = regex(r"\s[-–—]\s|[.,;:(（]|\b(?:and|but|by|because|until|since)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)  # plans say the same few things over and over
def read_statement(text: str, vocabulary: Vocabulary) -> Statement:
    """Read a statement of status, e.g. `🔄 In progress (2 of 5)`, `Not started`, `Draft`.

    Alternatives and blanks say nothing. Negations and hedges are read before single words, so that
    "not complete" and "40 %" are not complete. Source: the design's ordered rules for state.
    """
    text = mend(text[:_LONGEST]).strip()
    if key(text) not in vocabulary.states:
        if is_blank(text):
            return Statement(offers="|" in text)
        alternatives = choices(text)
        if len(alternatives) > 1:
            stated = [read_statement(part, vocabulary) for part in alternatives]
            if _offers(stated):
                return Statement(offers=True)
            if "|" in text and stated[0] != Statement(reason=stated[0].reason):
                return stated[0]
    found: list[tuple[int, bool, str]] = []  # position, weak, state
    lowered = text.casefold()
    for pattern, weak, rule in _RULES:
        for match in pattern.finditer(lowered):
            found.append((match.start(), weak, rule))
            lowered = lowered[: match.start()] + "\0" * len(match[0]) + lowered[match.end() :]
    for match in _find(lowered, vocabulary, "states"):
        word = key(match[0])
        found.append((match.start(), word in _WEAK, vocabulary.states[word]))
    documents = [
        vocabulary.document_states[key(match[0])]
        for match in _find(lowered, vocabulary, "document_states")
        if not _NEGATED.search(lowered, 0, match.start())
    ]
    active = "active" in documents
    document = next((state for state in documents if state != "active"), None)
    state: str | None = _choose(found)
    ratio = _RATIO.search(text)
    if ratio and state == "complete" and not _leads(found, ratio.start()):
        done, total = int(ratio[1]), int(ratio[2])
        state = "complete" if done >= total else "in-progress" if done else "pending"
    percent = _PERCENT.search(text)
    if (
        percent
        and state in (None, "complete")
        and not (state == "complete" and _leads(found, percent.start()))
    ):
        value = int(percent[1])
        state = "complete" if value >= 100 else "in-progress" if value else "pending"
    if state is None and not document and not active:
        mark = _MARK.search(text)
        state = _MARKS[mark[0]] if mark else None
    return Statement(state, document, active, _reason(text))


def _offers(stated: list[Statement]) -> bool:
    """True if parts are alternatives: all but one say something, and not the same."""
    known = [
        (one.state, one.document, one.active) for one in stated if one.state or one.document or one.active
    ]
    return len(known) > 1 and len(known) >= len(stated) - 1 and len(set(known)) > 1


def _choose(found: list[tuple[int, bool, str]]) -> str | None:
    """Return the state that leads: strong words before weak ones, then the first in the text."""
    return min(found, key=lambda one: (one[1], one[0]))[2] if found else None


def _leads(found: list[tuple[int, bool, str]], position: int) -> bool:
    """True if a word of state stands before the position, as in `Complete (80 % coverage)`."""
    return min(one[0] for one in found) < position


_BECAUSE = regex(r"\s[-–—]\s|[:;,(（]|\s(?:because|until|by|due to|waiting for)\s", re.IGNORECASE)


def _reason(text: str) -> str:
    """Return what stands behind the leading words of state, as an explanation."""
    match = _BECAUSE.search(text.lstrip(" *_"))
    if not match or not any(char.isalpha() for char in text[: match.start()]):
        return ""
    tail = text.lstrip(" *_")[match.end() :].strip()
    return tail.removesuffix(")").strip() if match[0] in "(（" else tail


def mark_state(mark: str) -> str | None:
    """Return the state that an emoji states, if any."""
    match = _MARK.search(mend(mark))
    return _MARKS[match[0]] if match else None


def phase_state(state: str | None) -> str | None:
    """Return a state as phases have it: planning is pending."""
    return "pending" if state == "planning" else state


def plan_state(state: str | None) -> str | None:
    """Return a state as plans have it: pending is planning, deferred on hold."""
    return {"pending": "planning", "deferred": "on-hold"}.get(state or "", state)
