"""Which of a plan's thirteen sections a heading's words name, and how closely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import (
    IDEOGRAPHS,
    Vocabulary,
    by_spacing,
    key,
    key_of_word,
    keys_of,
    title_key,
)
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import split_heading

NAME, QUALIFIED_NAME, SYNONYM, QUALIFIED_SYNONYM, CONTAINED = range(5)
"""How closely a heading names a section, the closest first."""

_SLASH = regex(r"(?:(?<!\s)\s+)?/\s*")
PIECES = regex(r"[:：,，;；]\s*|\s[-–—|]\s+")
"""What parts the name of a heading from what explains or follows it."""

_CODE = regex(r"\s*+(?:\d[\d.]*|[a-z]|[ivx]+)?\s*+", re.IGNORECASE)
_MOST = 9
"""Words of a heading that may name a section; a longer one is a sentence."""

_NAMES = keys_of(name for names in words.SECTION_NAMES.values() for name in names)
_GENERIC = keys_of(words.GENERIC_HEADINGS) - _NAMES
_QUALIFIERS = {role: keys_of(spellings) for role, spellings in words.QUALIFIERS.items()}
_OTHER = {role: keys_of(spellings) for role, spellings in words.OTHER_THINGS.items()}
_OVERVIEWS = keys_of(words.OVERVIEWS)
_SUMMED_UP = keys_of(words.SUMMED_UP)
_PREPOSITIONS = keys_of(words.PREPOSITIONS)
_APPENDICES = regex("|".join(rf"(?:{re.escape(key(word))})" for word in words.APPENDICES))
_LETTERS = len("plan")
"""Letters that either half of a compound has at least: *Projekt-ziele*."""


class Played(NamedTuple):
    """A role that a heading names, and how closely."""

    role: str
    rank: int
    one_word: bool = False
    """True where a single word in a longer heading is all that names it."""


@lru_cache(maxsize=4096)
def roles_of(title: str, vocabulary: Vocabulary, own: frozenset[str] = frozenset()) -> tuple[Played, ...]:
    """Return the roles that a heading's words name, the closest first; most headings name none.

    Two only where it joins two names: *Goals and Success Criteria*. `own` are words that name this plan,
    which leave a section the plan's wherever they are beside its name.
    """
    apart = split_heading(title, PHASE, vocabulary, durations=False)
    text = apart.text or mend(title)
    for half in (text, *(_SLASH.split(text) if "/" in text else ())):
        if role := vocabulary.sections.get(title_key(half)):
            return (Played(role, _rank(title_key(half), vocabulary, qualified=False)),)
    if title_key(text) in _OVERVIEWS:
        return ()
    pieces = PIECES.split(text, maxsplit=1)
    said = title_key(pieces[0])
    if len(pieces) > 1 and pieces[1]:
        if (label := _APPENDICES.match(said)) and _CODE.fullmatch(said, label.end()):
            return roles_of(pieces[1], vocabulary, own)
        if role := vocabulary.sections.get(said):
            return (Played(role, _rank(said, vocabulary, qualified=True)),)
    whole = title_key(text)
    split = said.split()
    if not split or len(split) > _MOST:
        return ()
    found = _qualified(split, vocabulary, own)
    if found is None:
        found = _framed(split, own) or _ideographs(said, vocabulary) or _compound(split, vocabulary)
    if found:
        return (found,)
    if joined := _joined(split, vocabulary, own):
        return joined
    contained = _contained(whole) or _in_brackets(text, vocabulary)
    return (contained,) if contained else ()


def _in_brackets(text: str, vocabulary: Vocabulary) -> Played | None:
    """Return the role that brackets behind a heading name: *What we shall see (Acceptance Criteria)*."""
    tail = _BRACKETED.search(text) if text[-1:] in ")）" else None
    said = title_key(tail[1]) if tail else ""
    role = vocabulary.sections.get(said)
    several = " " in said or not said.isascii()
    return Played(role, CONTAINED) if role and several and said not in _GENERIC else None


_BRACKETED = regex(r"[(（]([^()（）]+)[)）]$")


@lru_cache(maxsize=1024)
def is_overview(title: str) -> bool:
    """True for *Overview*, *Migration Overview* and the like."""
    said = title_key(title)
    if said in _OVERVIEWS:
        return True
    before, _, last = said.rpartition(" ")
    return last in _OVERVIEWS and _all_qualify(before.split(), "executive-summary", frozenset())


def _rank(said: str, vocabulary: Vocabulary, *, qualified: bool) -> int:
    extra = vocabulary.extra.get("sections", {})
    name = said in _NAMES or any(said == key(word) for spellings in extra.values() for word in spellings)
    return (QUALIFIED_NAME if qualified else NAME) if name else QUALIFIED_SYNONYM if qualified else SYNONYM


def _is_other(split: list[str], role: str) -> bool:
    """True if a word beside the name makes it something else."""
    return not (_OTHER["any"] | _OTHER.get(role, frozenset())).isdisjoint(split)


def _qualified(split: list[str], vocabulary: Vocabulary, own: frozenset[str]) -> Played | None:
    """Return the role of the longest spelling that has only qualifiers, or a preposition, beside it."""
    count, ends = len(split), vocabulary.section_ends
    if ends.isdisjoint(split):
        return None  # most headings
    for length in range(count - 1, 0, -1):
        for begin in range(count - length, -1, -1):
            if split[begin + length - 1] not in ends:
                continue
            inner = " ".join(split[begin : begin + length])
            role = vocabulary.sections.get(inner)
            if role is None or inner in _GENERIC:
                continue
            before, behind = split[:begin], split[begin + length :]
            opened = behind and behind[0] in _PREPOSITIONS and role in _OPEN and inner in _NAMES
            if opened and role == "executive-summary" and not _SUMMED_UP.isdisjoint(behind):
                continue
            beside = before if opened else before + behind
            if not _is_other(beside, role) and _all_qualify(beside, role, own):
                alone = bool(opened) and length == 1  # *Tests of the bridge*
                return Played(role, _rank(inner, vocabulary, qualified=True), one_word=alone)
    return None


def _framed(split: list[str], own: frozenset[str]) -> Played | None:
    """Return the role of a heading that begins and ends as its name does: *Next Repo Priorities*."""
    for role, first, last in _FRAMES if len(split) <= _LONGEST_FRAME else ():
        if split[-1] not in last:
            continue
        at = next((index for index, word in enumerate(split[:-1]) if word in first), None)
        if at is not None and not _is_other(split, role) and _all_qualify(split[:at], role, own):
            return Played(role, QUALIFIED_SYNONYM)
    return None


_FRAMES = [
    (role, keys_of(first), keys_of(last))
    for role, frames in words.SECTION_FRAMES.items()
    for first, last in frames
]
_LONGEST_FRAME = 6


_OPEN = frozenset(words.SECTION_STEMS) - {"strategy", "phases", "references"}
"""Roles that a name gives whatever it is of: *Current State of the Login*, but no *Approach to Caching*."""


def _all_qualify(beside: list[str], role: str, own: frozenset[str]) -> bool:
    """True if words are qualifiers one by one, or two or three together: `high level`."""
    known = _QUALIFIERS["any"] | _QUALIFIERS.get(role, frozenset())
    at = 0
    while at < len(beside):
        for length in (3, 2, 1):
            if " ".join(beside[at : at + length]) in known:
                break
        else:
            if not beside[at].isdigit() and (beside[at] not in own or role == "references"):
                return False
            length = 1
        at += length
    return True


@lru_cache(maxsize=64)
def _fillers(role: str) -> re.Pattern[str]:
    both = (*words.QUALIFIERS["any"], *words.QUALIFIERS.get(role, ()))
    return regex("|".join([*map(re.escape, by_spacing(map(key_of_word, both))[1]), r"[a-z0-9 ]+"]))


def _ideographs(said: str, vocabulary: Vocabulary) -> Played | None:
    """Return the role of the longest spelling of ideographs that has only qualifiers around it."""
    if said.isascii() or not any(ord(char) >= IDEOGRAPHS for char in said):
        return None
    for spelling in vocabulary.dense_sections:
        if spelling in said and spelling != said:
            role = vocabulary.sections[spelling]
            beside = said.replace(spelling, " ", 1)
            if not _fillers(role).sub("", beside).strip():
                return Played(role, _rank(spelling, vocabulary, qualified=True))
    return None


def _compound(split: list[str], vocabulary: Vocabulary) -> Played | None:
    """Return the role of a word whose end names it: *Projektziele*, *Qualitätskriterien*."""
    word = split[-1]
    if len(split) > 2 or ord(word[0]) >= IDEOGRAPHS:
        return None
    for at in range(_LETTERS, len(word) - _LETTERS + 1):
        head, beside = word[at:], word[:at]
        role = vocabulary.sections.get(head) or _COMPOUNDS.get(head)
        if role and not _is_other([*split, beside, beside.removesuffix("s")], role):
            qualified = head in _NAMES and {beside, beside.removesuffix("s")} & _QUALIFIERS["any"]
            if qualified and _all_qualify(split[:-1], role, frozenset()):
                return Played(role, QUALIFIED_NAME)
            if head in _COMPOUNDS:
                return Played(_COMPOUNDS[head], CONTAINED, one_word=True)
    return None


_COMPOUNDS = {
    key_of_word(stem): role
    for role, stems in words.SECTION_STEMS.items()
    for stem in stems
    if stem in words.COMPOUND_HEADS
}


_CONJUNCTIONS = frozenset(words.CONJUNCTIONS)


def _joined(split: list[str], vocabulary: Vocabulary, own: frozenset[str]) -> tuple[Played, ...]:
    """Return the roles of both halves of *Goals and Success Criteria*; the first alone counts too."""
    if _CONJUNCTIONS.isdisjoint(split):
        return ()
    at = next(index for index, word in enumerate(split) if word in _CONJUNCTIONS)
    found: dict[str, Played] = {}
    for half in (split[:at], split[at + 1 :]) if at else ():
        role = vocabulary.sections.get(" ".join(half))
        played = (
            Played(role, _rank(" ".join(half), vocabulary, qualified=True))
            if role and " ".join(half) not in _GENERIC
            else _qualified(half, vocabulary, own)
        )
        if played:
            found.setdefault(played.role, played)
        elif not found:
            break
    return tuple(found.values())


def _contained(whole: str) -> Played | None:
    """Return the role of a stem in a longer heading: the last one before a preposition, else the last.

    The head of a heading is its last noun, and what is behind a preposition is no part of it.
    """
    split = whole.split()
    if len(split) > _MOST:
        return None
    found = list(_stems(whole, split))
    if not found:
        return None
    end = min((at.start() for at in _PARTED.finditer(whole)), default=len(whole))
    ahead = [one for one in found if one[0] <= end] or found
    dense = any(ord(stem[0]) >= IDEOGRAPHS for _, stem, _ in ahead)
    _, stem, role = max(ahead, key=lambda one: (len(one[1]), one[0]) if dense else (one[0], len(one[1])))
    beside = whole.replace(stem, " ", 1)
    if _is_other(list(beside) if dense else beside.split(), role):
        return None
    if dense and role != "next-steps" and not _TAIL.fullmatch(whole.partition(stem)[2]):
        return None
    return Played(role, CONTAINED, one_word=" " not in stem)


_SPACED = frozenset(word for word in _PREPOSITIONS if word not in ("de", "of", "d", "du", "des", "da", "do"))
_PARTED = regex(rf" (?:{'|'.join(map(re.escape, sorted(_SPACED)))}) ")
_DENSE_JOINTS = "|".join(by_spacing(words.CONJUNCTIONS)[1])
_DENSE_TAILS = "|".join(map(re.escape, by_spacing((*words.QUALIFIERS["any"], *words.TAILS))[1]))
_TAIL = regex(rf"(?:(?!{_DENSE_JOINTS})(?:{_DENSE_TAILS}|[a-z0-9 ]))*+(?:(?:{_DENSE_JOINTS})(?s:.*))?")
"""What may follow a name in ideographs and leave it the head of the heading."""


def _stems(whole: str, split: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield where stems are in a heading: end, stem, role."""
    padded = f" {whole} "
    for word in set(split) & _SPACED_STEMS.keys():
        for stem, role in _SPACED_STEMS[word]:
            at = padded.find(f" {stem} ")
            if at >= 0:
                yield at + len(stem), stem, role
    for stem, role in () if whole.isascii() else _DENSE_STEMS:
        at = whole.find(stem)
        if at >= 0:
            yield at + len(stem), stem, role


_STEMS = {key_of_word(stem): role for role, stems in words.SECTION_STEMS.items() for stem in stems}
_DENSE_STEMS = [(stem, _STEMS[stem]) for stem in by_spacing(_STEMS)[1]]
_SPACED_STEMS: dict[str, list[tuple[str, str]]] = {}
"""By their last words."""
for _stem in by_spacing(_STEMS)[0]:
    _SPACED_STEMS.setdefault(_stem.split()[-1], []).append((_stem, _STEMS[_stem]))
