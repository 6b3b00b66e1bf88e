"""Ratings of probability and impact in every spelling, mapped onto a grid's scale by rank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mkdocs_plan_plugin.model import LEVELS, Level
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.mojibake import mend

_OFFERED = regex(r"[/|,]")

_MARKS: dict[str, Level] = {mark: level for level in LEVELS for mark in words.LEVEL_MARKS[level]}
_NUMBER = regex(
    r"^[~<>≤≥±]*\s*(?:\d{1,3}\s*[-–—]\s*)?(\d{1,4}(?:[.,]\d{1,2})?)(?:\s*(?:/|of|von|de|из)\s*(\d{1,4})\b)?"
    r"\s*(?:$|[-–—(（\[:：=,;*]\s*(?!\d)(.*))"
)
"""A number with its scale and an explanation, or a range, of which the higher counts."""
_OF_PROBABILITY = "|".join((*words.OF_PROBABILITY, *words.GENITIVES, *words.FIELDS["probability"]))
_PERCENT = regex(
    r"^[~<>≤≥±]*\s*+(?:\d{1,3}\s*+(?:%\s*+)?[-–—]\s*+)?(\d{1,3})(?:[.,]\d+)?\s?%"
    rf"(?!\s+(?!(?i:{_OF_PROBABILITY})\b)[^\W\d_]+\s+[^\W\d_])"
)
"""A share, but not one of something: `20% value reduction`."""
_STEPS = regex(
    r"\b1\s*(?:-|–|—|\.{2,3}|…|to|bis|à|a|до|~)\s*(\d{1,3})\b|(?:/|\bof\b|\bmax\.?|≤)\s*(\d{1,3})\b",
    re.IGNORECASE,
)
_SHORTCODE = regex(r":([a-z][\w+-]*):")
_PRODUCT = 10
"""A level on more steps than this is probability times impact."""


@lru_cache(maxsize=4096)  # risks are rated in the same few words
def read_rating(text: str, vocabulary: Vocabulary, steps: int | None = 5) -> Level | None:
    """Return low, medium, high or critical for a rating as written, or None.

    Words go before numbers: `4 (Low)` is low. A number is read on its own scale (`2/3`, `40 %`,
    `0.8`), else on one of so many `steps`; None where these are unknown. Of a pair such as Medium-High
    the higher counts. Explanations behind the rating are ignored. Alternatives are blanks.
    """
    text = _SHORTCODE.sub(r"\1 ", mend(text[:200])).strip().strip("*_`").strip()
    if is_blank(text) or text.count("|") > 1 or _offers(text, vocabulary):
        return None
    percent = _PERCENT.match(text)
    if percent:
        return _of_hundred(float(percent[1]))
    number = _NUMBER.match(text)
    if number:
        said = _levels(_head(number[3].rstrip(")）]* ")), vocabulary) if number[3] else []
        if said:
            return max(said, key=LEVELS.index)
        return _of_steps(number[1], int(number[2]) if number[2] else steps)
    found = _levels(_head(text), vocabulary)
    if found:
        return max(found, key=LEVELS.index)
    return next((level for char, level in _MARKS.items() if char in text), None)


def mark_rating(text: str) -> Level | None:
    """Return the level of an emoji at the beginning or end of a title: `🔴 Flood`."""
    text = mend(text).strip(" *_\ufe0f")
    return next(
        (level for mark, level in _MARKS.items() if text.startswith(mark) or text.endswith(mark)), None
    )


def steps_in(header: str) -> int | None:
    """Return how many steps the header of a column states: `Impact (1-5)`, `Probability in %`."""
    stated = _STEPS.search(header)
    return int(stated[1] or stated[2]) if stated else 100 if "%" in header else None


def steps_of(texts: Iterable[str], largest: int) -> int | None:
    """Return how many steps the numbers of a column are on whose header states none: 5, 10 or 100.

    Only up to `largest`; None where that is too few.
    """
    greatest = max(bare_numbers(texts), default=0)
    return next((steps for steps in (5, 10, 100) if greatest <= min(steps, largest)), None)


def bare_numbers(texts: Iterable[str]) -> list[float]:
    """Return the numbers among ratings that state no scale of their own."""
    found = (_NUMBER.match(text.strip(" *_`")) for text in texts if "%" not in text)
    return [float(match[1].replace(",", ".")) for match in found if match and not match[2]]


def _of_hundred(value: float) -> Level:
    return "low" if value < 30 else "medium" if value < 60 else "high"


def _of_steps(number: str, steps: int | None) -> Level | None:
    """Return the level of a number: by its rank among up to ten steps, by its share of a product."""
    value = float(number.replace(",", "."))
    if value < 1 and not number.isdigit():  # `0.8`
        return _of_hundred(value * 100)
    if steps is None or not 1 <= value <= steps:
        return None
    if steps == 100:
        return _of_hundred(value)
    if steps > _PRODUCT:
        share = value / steps
        return (
            "low" if share <= 0.16 else "medium" if share <= 0.4 else "high" if share <= 0.6 else "critical"
        )
    if steps == len(LEVELS):
        return LEVELS[round(value) - 1]
    rank = (value - 1) / max(steps - 1, 1)
    return "low" if rank < 0.4 else "medium" if rank < 0.6 else "high"


def _offers(text: str, vocabulary: Vocabulary) -> bool:
    """True for three or more levels to choose from: `High/Med/Low`."""
    parts = _OFFERED.split(text)
    return len(parts) > 2 and all(_levels(part, vocabulary) for part in parts)


_EXPLAINED = regex(
    r"\s[-–—]\s|[(（:：;,]|(?<!\bv)\.|\b(?:but|if|when|unless|wenn|falls|bei|si|sauf|se|если|при)\b",
    re.IGNORECASE,
)


def _head(text: str) -> str:
    """Return the words before an explanation."""
    return _EXPLAINED.split(text, maxsplit=1)[0]


def is_rating(text: str, vocabulary: Vocabulary) -> bool:
    """True if a text is a rating and nothing else: `MEDIUM`, `🔴 Critical`, `very low`, `3/5`."""
    words_ = key(text).split()
    if not words_ or all(word.isdigit() for word in words_):
        return read_rating(text, vocabulary) is not None
    levels = [word for word in words_ if word in vocabulary.levels]
    return bool(levels) and len(words_) <= 3 and all(word in levels or word in _DEGREES for word in words_)


def leads_with_rating(text: str, vocabulary: Vocabulary) -> bool:
    """True for a rating with or without an explanation: `YELLOW - new to us`."""
    return is_rating(_head(text), vocabulary)


_NEGATIONS = frozenset({"not", "non", "nicht", "pas", "не"})
_DEGREES = frozenset({"very", "v", "to", "sehr", "muito", "muy", "très", "очень", "risk", "circle"})


def _levels(head: str, vocabulary: Vocabulary) -> list[Level]:
    """Return the levels that a short phrase names; a sentence names none."""
    known = key(head)
    if known in vocabulary.levels:
        return [vocabulary.levels[known]]
    parts = known.split()
    if not parts or len(parts) > 4 or parts[0] in _NEGATIONS:
        return []
    pairs = [" ".join(parts[i : i + 2]) for i in range(len(parts) - 1)]
    found = [vocabulary.levels[pair] for pair in pairs if pair in vocabulary.levels]
    if not found and (parts[0] in vocabulary.levels or parts[-1] in vocabulary.levels):
        short = all(len(part) <= 2 for part in parts)  # `M-H`; in a phrase a letter is no level
        found = [
            vocabulary.levels[part]
            for part in parts
            if part in vocabulary.levels and (len(part) > 1 or short)
        ]
    return found


def on_axis(text: str, rating: str | None, axis: tuple[str, ...]) -> str | None:
    """Return the axis' own word for a rating: the author's where the axis has it, else by rank."""
    if rating in axis:
        return rating
    head = key(_head(text[:200]))
    own = next((word for word in axis if key(word) == head), None)
    if own or rating is None:
        return own
    rank = (
        LEVELS.index(rating) / (len(LEVELS) - 1)
        if len(axis) != len(LEVELS) - 1
        else min(LEVELS.index(rating), 2) / 2
    )
    return axis[round(rank * (len(axis) - 1))]
