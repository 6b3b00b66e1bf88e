"""What the clauses of a statement say: words of state, and the words around that turn them round."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import state_words as said
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, by_spacing, key, key_of_word, keys_of
from mkdocs_plan_plugin.vocabulary.phrases import Phrases
from mkdocs_plan_plugin.vocabulary.scales import WEAK, Scale


class StateMatch(msgspec.Struct, frozen=True):
    """A word or phrase that says a state, and where."""

    start: int
    state: str
    weak: bool
    word: str = ""
    subject: str = ""
    """What is in front of it in its sentence."""
    firm: bool = True
    """False for a word that is strong only because it is alone."""
    part: bool = False
    """True if it tells that a part of the work is complete."""


@lru_cache(maxsize=64)
def spoken_on(scale: Scale[Any], vocabulary: Vocabulary) -> dict[str, tuple[str, bool]]:
    """Return the words of a scale, in the form of keys, with their state, and whether they are weak."""
    found: dict[str, tuple[str, bool]] = {}
    for number, (table, states) in enumerate(scale.names.items()):
        for word, name in getattr(vocabulary, table).items():
            if name in states and not (number and word in WEAK):
                found.setdefault(
                    word, (states[name], bool(number) or word in scale.weak or name in scale.weak)
                )
    return found


@lru_cache(maxsize=64)
def phrases_on(scale: Scale[Any], vocabulary: Vocabulary) -> Phrases:
    """Return the words of a scale, to be found in texts."""
    return Phrases(spoken_on(scale, vocabulary))


@lru_cache(maxsize=16)
def phrases_of_health(vocabulary: Vocabulary) -> Phrases:
    """Return the words of health, to be found in texts."""
    return Phrases(vocabulary.health)


GAPS = str.maketrans(dict.fromkeys("_'\N{RIGHT SINGLE QUOTATION MARK}-", " "))
"""What may be between the words of a spelling, whose key has spaces only."""

_CLAUSE = regex(
    r"\s-+\s|(?:(?<!\s)\s+)?(?<!\d)[–—―]+\s*|\s[–—―]\s|[,;:|()（）\[\]【】，；：。、]+|[.!](?=\s|$)"
    r"|\s(?:but|however|although|though|while|aber|jedoch|mais|pero|porém|но|однако)\s"
)
"""What parts a statement into clauses."""


class Clauses:
    """A casefolded statement parted into clauses."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.breaks = [(match.start(), match.end(), match[0].strip()) for match in _CLAUSE.finditer(text)]

    def around(self, start: int, end: int) -> str:
        """Return the clause that holds a range of the text."""
        first = max((last for _, last, _ in self.breaks if last <= start), default=0)
        return self.text[first : min((begin for begin, _, _ in self.breaks if begin >= end), default=None)]

    def before(self, start: int) -> str:
        """Return what is before a place in its sentence, which a colon does not end."""
        first = max(
            (last for _, last, sign in self.breaks if last <= start and sign not in _COLONS), default=0
        )
        return self.text[first:start]

    def leads(self, start: int) -> bool:
        """True if no clause with words is before a place."""
        first = max((last for _, last, _ in self.breaks if last <= start), default=0)
        return not any(map(str.isalpha, self.text[:first]))

    def labels(self, end: int) -> bool:
        """True if a colon is behind a place: `Design: done`."""
        return any(begin - 1 <= end <= begin and sign in _COLONS for begin, _, sign in self.breaks)


_COLONS = (":", "：")


def alternatives(words: tuple[str, ...]) -> str:
    """Return a regular expression of one of some words, the longest first."""
    spaced = sorted(map(key_of_word, words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in spaced)


_WORK = keys_of((*said.PLANNING_WORK, *said.PART_OF_WORK, *said.STATE_NOUNS))
TURNS = regex(
    rf"(?:(?<![^\W_])(?:(?P<denied>{alternatives(said.DENIALS)}|[a-z]{{1,7}}n\s+t)|(?P<condition>{alternatives(said.CONDITIONS)})"
    rf"|(?P<half>{alternatives(said.HALVES)}))(?![^\W_])(?:\s+(?:{alternatives(said.FILLERS)})(?![^\W_]))*\s+"
    rf"|(?P<dense_denied>{'|'.join(said.DENSE_DENIALS)})|(?P<dense_half>{'|'.join(said.DENSE_HALVES)})\s?)$"
)
"""What is in front of a word of state and turns it round."""

_BEHIND = regex(rf"(?:は|が|\s)?(?:まだ)?(?:{'|'.join(said.DENIALS_BEHIND)})|\s+(?:noch\s+)?nicht\b")

_PLANNING = alternatives(said.PLANNING_WORK)
_PART = regex(
    rf"(?:(?<![^\W_])(?:(?P<planning>(?:(?:{_PLANNING})\s+)?(?:{_PLANNING}))|(?P<part>{alternatives(said.PART_OF_WORK)}))"
    rf"[\s:：]+(?:(?:{alternatives(said.FILLERS)})\s+)*"
    rf"|(?:(?P<dense_planning>{'|'.join(said.DENSE_PLANNING_WORK)})|(?P<dense_part>{'|'.join(said.DENSE_PART_OF_WORK)}))"
    r"[はが已：:\s]?)$"
)
"""What alone is complete: its design, a part of it."""

WINDOW = 50
"""Characters in front of a word that are looked at."""


@lru_cache(maxsize=16)
def _numbered_part(scale: Scale[Any], vocabulary: Vocabulary) -> re.Pattern[str] | None:
    """Return a pattern of a numbered part in front of a word of state: `Phases 1 and 2`, `第一阶段`."""
    words = [
        word
        for table, names in scale.parts
        for word, name in getattr(vocabulary, table).items()
        if not names or name in names
    ]
    if not words:
        return None
    spaced, dense = by_spacing(words)
    return regex(
        rf"(?:(?<![^\W_])(?:{'|'.join(map(re.escape, spaced))})(?:s|es|n|e|ы|и)?"
        rf"\s*[#№]?(?:\d|[ivx]+\b)[^.;:,(]{{0,20}}"
        rf"|(?:第|(?<![\d一二三四五六七八九十]))[\d一二三四五六七八九十]+(?:{'|'.join(dense)})[^。，；]{{0,4}})$"
    )


def all_said(lowered: str, scale: Scale[Any], vocabulary: Vocabulary) -> list[StateMatch]:
    """Return all that says a state on a scale in a casefolded text."""
    clauses = Clauses(lowered)
    found: list[StateMatch] = []
    text = lowered.translate(GAPS)
    for pattern, state in scale.rules:
        for match in pattern.finditer(text):
            found.append(StateMatch(match.start(), state, weak=False))
            text = without(text, match)
    spoken = spoken_on(scale, vocabulary)
    for start, end in phrases_on(scale, vocabulary).each(text):
        word = text[start:end]
        state, weak = spoken[word]
        subject = clauses.before(start)
        if scale.subjects is not None and not scale.subjects.issuperset(words_of(subject)):
            continue
        alone = [one for one in words_of(clauses.around(start, end)) if one not in _FILLERS] == word.split()
        if alone and word in _WORK and clauses.labels(end):
            continue  # `Design: done` is about the design
        turned = _turned(text, start, end, state, scale, vocabulary)
        if turned is None:
            continue
        state, partial = turned
        if partial is not None:  # `Planning complete` does not say *planning*
            found = [one for one in found if one.start < partial]
        weak = weak or partial is not None
        leads = alone and word in scale.weak and clauses.leads(start)
        found.append(
            StateMatch(start, state, weak and not leads, word, subject, not weak, partial is not None)
        )
    return found


def _turned(
    text: str, start: int, end: int, state: str, scale: Scale[Any], vocabulary: Vocabulary
) -> tuple[str, int | None] | None:
    """Return what the words around make of a state; None where it says nothing.

    If only a part of the work is in that state: with the place where its name is.
    """
    first = max(0, start - WINDOW)
    led = any(map(str.isalnum, text[first:start]))  # most states lead, and nothing turns them
    turn = TURNS.search(text, first, start) if led else None
    kind = (turn.lastgroup or "").removeprefix("dense_") if turn else ""
    if kind == "denied" or _BEHIND.match(text, end):
        return (scale.measure[0], None) if scale.measure and state in scale.denied else None
    if kind == "condition":
        return None
    if not led or scale.measure is None or state != scale.measure[2]:
        return state, None
    if kind == "half":
        return scale.measure[1], None
    part = _PART.search(text, first, start) if scale.of_work else None
    if part:
        return scale.measure[0 if (part.lastgroup or "").endswith("planning") else 1], part.start()
    numbered = _numbered_part(scale, vocabulary)
    if numbered and numbered.search(text, first, start):
        return scale.measure[1], None
    return state, None


_FILLERS = keys_of(said.FILLERS)
WHOLE = _FILLERS | keys_of(said.WHOLE_OF_WORK)


def words_of(text: str) -> list[str]:
    """Return the words of a text without figures."""
    return [word for word in key(text).split() if not word.isdigit()]


def without(text: str, match: re.Match[str]) -> str:
    """Return a text of the same length in which a match says nothing any more."""
    return text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]
