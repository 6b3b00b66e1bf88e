"""One heading taken apart: its word, its number, and the title behind them."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.markdown import Line
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, by_spacing, key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.numbers import NUMBER, RANGE, canonical
from mkdocs_plan_plugin.vocabulary.states import read_statement
from mkdocs_plan_plugin.vocabulary.titles import EMOJI, Title, is_state, take_apart
from mkdocs_plan_plugin.vocabulary.words import TRACKS as PART_WORDS

_MARKS = rf"(?-i:[\s{EMOJI}*_~]*)"  # letters only: to fold ranges takes longest of all
LEAD = rf"^{_MARKS}(?:\d+(?:\.\d+)*[.):]?\s+)?{_MARKS}(?:(?:optional|bonus|final|current|next)\s+)?"
_SEPARATOR = regex(rf"[\s*_]*(?:[:：.、)\-–—|/,]+|(?=[(\[（【{EMOJI}])|\s+|$)[\s*_:]*")
_WRAPPED = regex(r"[(（]([^()（）]*)[)）]")
_PLURAL = r"(?:s|es|n|e|ы|и)?(?![^\W\d_])"
"""Endings of a phase word before a range: `Étapes 2-3`, `Этапы 2-3`."""

_NAMED = r"(?=\s*[:：(（–—|-])"
"""What stands behind `1. Phase` or `First phase` where they number one; `5. Phases and Steps` do not."""

_LETTER = regex(r"\s*[(（]([A-Z])[)）](?=\s*[:：])")
_STRONG = regex(r"[\s*_]*[:：.、)\-–—|,(\[（【]")


class Numbered(msgspec.Struct, gc=False):
    """A heading with a word and a number: `Phase 2: Build`, or an identifier alone."""

    section: Section
    word: str
    """The word as written, empty for `1.2 Title`."""
    canonical: str
    """The canonical word of the vocabulary."""
    number: str
    rest: str
    """What stands behind the number and its separator."""
    strong: bool
    """True if punctuation and not only a space parts number and title."""
    lead: str = ""
    """What stands in front of the word: section number, emoji."""

    def title(self, vocabulary: Vocabulary) -> Title:
        """Return the title behind the number, taken apart; a mark in front of the word counts too."""
        title = take_apart(self.rest, vocabulary)
        text, state, mark = title.text, title.state, title.mark
        if state is None and is_state(self.rest, vocabulary):  # `Phase 1: Done`
            text, state, mark = "", read_statement(self.rest, vocabulary).state, self.rest
        if state is None and self.lead:
            lead = take_apart(f"{self.lead} x", vocabulary)
            state, mark = lead.state, lead.mark
        if inner := _WRAPPED.fullmatch(text):
            text = inner[1].strip()
        return Title(text, state, mark, title.duration)


_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_ORDINAL = rf"(?:(?P<number>\d+)(?:\.|st|nd|rd|th|-?[йяе])|(?P<spelled>{_ORDINALS}))\s+"
_MAY_BE_ORDINAL = regex(rf"{LEAD}{_ORDINAL}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _heading_pattern(
    vocabulary: Vocabulary, table: str, *, ordinal: bool = False, ideographs: bool = False
) -> re.Pattern[str]:
    """Return a pattern of word and number, or of number and word as in `1st phase`."""
    spaced, dense = by_spacing(getattr(vocabulary, table))
    alphabetic = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in spaced)
    if ordinal:
        return re.compile(rf"{LEAD}{_ORDINAL}(?P<word>{alphabetic})\b{_NAMED}", re.IGNORECASE)
    numbered = rf"(?P<word>{alphabetic}){_PLURAL}[\s*_]*[-#№]?[\s*_]*(?P<number>{RANGE})"
    if not ideographs:
        return re.compile(LEAD + numbered, re.IGNORECASE)
    ideographic = "|".join(dense) or "\0"
    return re.compile(
        rf"{LEAD}(?:{numbered}"
        rf"|第\s*(?P<cjk>{NUMBER}|\d+)\s*(?:个|個)?\s*(?P<cjkword>{ideographic})"
        rf"|(?P<cjkword2>{ideographic})\s*(?P<cjknumber>{RANGE})"
        rf")",
        re.IGNORECASE,
    )


def numbered(section: Section, vocabulary: Vocabulary, table: str = "phases") -> Numbered | None:
    """Return a heading's word and number, if it has both, whatever it may turn out to be."""
    said = _number_in(section.title, vocabulary, table)
    return Numbered(section, *said) if said else None


@lru_cache(maxsize=4096)  # the same heading is asked by several readers, and in plan after plan
def _number_in(title: str, vocabulary: Vocabulary, table: str) -> tuple[str, str, str, str, bool, str] | None:
    """Return word, canonical word, number, rest, `strong` and lead of a heading, as `Numbered` has them."""
    text = mend(title)
    ideographs = not text.isascii() and any(map(text.__contains__, by_spacing(getattr(vocabulary, table))[1]))
    match = _heading_pattern(vocabulary, table, ideographs=ideographs).match(text)
    ordinal = match is None and _MAY_BE_ORDINAL.match(text) is not None
    if ordinal:
        match = _heading_pattern(vocabulary, table, ordinal=True).match(text)
    if not match:
        return None
    groups = match.groupdict()
    word = next(groups[name] for name in ("word", "cjkword", "cjkword2") if groups.get(name))
    number = next(groups[name] for name in ("number", "cjk", "cjknumber", "spelled") if groups.get(name))
    letter = groups["word"] and not ordinal and number[:1].isalpha() and number[:1].islower()
    if letter and canonical(number) == number:
        return None  # the pattern ignores case, numbers don't: `Phase a` is prose
    tail = text[match.end() :]
    track = _LETTER.match(tail)
    if track:  # `Phase 4 (B): ...`
        number, tail = canonical(number) + track[1], tail[track.end() :]
    separator = _SEPARATOR.match(tail)
    if separator is None:
        return None
    strong = bool(_STRONG.match(tail)) or not tail.strip()
    if not strong and len(number) == 1 and number.isalpha() and groups["number"] and number in "IA":
        return None  # `Phase A plan`, `Phase I` mean numbers; `Day I ...` does not
    canon = getattr(vocabulary, table)[key(word)]
    lead = text[: text.find(word)].strip()
    return word, canon, canonical(number), tail[separator.end() :].strip(), strong, lead


_PLAIN_STEP = regex(
    rf"^{_MARKS}(?P<number>\d+(?:\.\d+)+[a-zA-Z]?|\d+|[A-Z]\d+(?:\.\d+)*|[A-Z]{{1,6}}-\d+(?:\.\d+)*|[A-Z](?=[.)]))(?P<mark>[.):：]|\s*[-–—]\s)?[\s*_]+(?=\S)"
)


def plain_step(section: Section) -> Numbered | None:
    """Return the number of a heading without a word: `1.2 Title`, `2. Title`, `API-3: Title`."""
    title = mend(section.title)
    match = _PLAIN_STEP.match(title)
    if match and (match["mark"] or not match["number"].isdigit()):
        return Numbered(section, "", "", match["number"], title[match.end() :].strip(), strong=True)
    return None


def belongs(found: Numbered, vocabulary: Vocabulary) -> bool:
    """True if a numbered heading is about its phase and no phase: `Phase 2 Deliverables`."""
    if found.strong:
        return False
    head = key(re.split(r"[:：(（\[–—|]|\s-\s", found.rest, maxsplit=1)[0])
    parts = head.split()
    return (
        bool(parts)
        and len(parts) <= 4
        and (
            head in vocabulary.belonging
            or parts[-1] in vocabulary.belonging
            or " ".join(parts[:2]) in vocabulary.belonging
        )
    )


def numbered_text(text: str, vocabulary: Vocabulary) -> Numbered | None:
    """Return the phase that a list item, bold line or cell names at its beginning, if it does."""
    if not text or len(text) > _LONGEST_NAME:
        return None
    said = _number_in(text, vocabulary, "phases")
    return Numbered(Section(0, 0, text, Line(0, text), 0), *said) if said else None


_LONGEST_NAME = 300
"""Characters of a line that may name a phase; a longer one is prose."""


_PART = regex(rf"{LEAD}(?:{'|'.join(map(re.escape, PART_WORDS))})\b", re.IGNORECASE)


def is_part(title: str) -> bool:
    """True for a heading such as `Track A: ...`, which parts a plan into plans of their own."""
    return _PART.match(title[:100]) is not None
