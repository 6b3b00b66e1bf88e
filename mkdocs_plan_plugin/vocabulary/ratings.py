"""Ratings of probability and impact in every spelling, mapped onto a grid's scale by rank."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import LEVELS, Level
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.mojibake import mend

_MARKS: dict[str, Level] = {mark: level for level in LEVELS for mark in words.LEVEL_MARKS[level]}
_NUMBER = regex(r"^(\d)(?:\s*/\s*(\d{1,2}))?(?:\s*[-–(:].*)?$")
_OF_FIVE: dict[int, Level] = {1: "low", 2: "low", 3: "medium", 4: "high", 5: "high"}
_OF_THREE: dict[int, Level] = {1: "low", 2: "medium", 3: "high"}
_PERCENT = regex(r"^[~<>≤≥]*\s*(\d{1,3})\s?%")


def read_rating(text: str, vocabulary: Vocabulary) -> Level | None:
    """Return low, medium, high or critical for a rating as written, or None.

    Of a pair such as Medium-High the higher; of five steps 1-2, 3 and 4-5; of three 1, 2 and 3.
    Explanations behind the rating are ignored. Alternatives are blanks.
    """
    text = mend(text[:200]).strip().strip("*_`").strip()
    if is_blank(text) or text.count("|") > 1:
        return None
    number = _NUMBER.match(text)
    if number:
        value, steps = int(number[1]), int(number[2] or 5)
        return (_OF_THREE if steps == 3 else _OF_FIVE).get(value)
    percent = _PERCENT.match(text)
    if percent:
        value = int(percent[1])
        return "low" if value < 30 else "medium" if value < 60 else "high"
    head = re.split(r"\s[-–—]\s|[(（:：;,.]|\bbut\b", text, maxsplit=1)[0]
    found = _levels(head, vocabulary)
    if found:
        return max(found, key=LEVELS.index)
    return next((level for char, level in _MARKS.items() if char in text), None)


def is_rating(text: str, vocabulary: Vocabulary) -> bool:
    """True if a text is a rating and nothing else: `MEDIUM`, `🔴 Critical`, `very low`."""
    words_ = key(text).split()
    if not words_:
        return read_rating(text, vocabulary) is not None
    return len(words_) <= 3 and all(word in vocabulary.levels or word in _DEGREES for word in words_)


_DEGREES = frozenset({"very", "zero", "none", "no", "to", "sehr", "muito", "muy", "très", "очень"})


def _levels(head: str, vocabulary: Vocabulary) -> list[Level]:
    """Return the levels that a short phrase names; a sentence names none."""
    known = key(head)
    if known in vocabulary.levels:
        return [vocabulary.levels[known]]
    parts = known.split()
    if not parts or len(parts) > 4:
        return []
    pairs = [" ".join(parts[i : i + 2]) for i in range(len(parts) - 1)]
    found = [vocabulary.levels[pair] for pair in pairs if pair in vocabulary.levels]
    if not found and (parts[0] in vocabulary.levels or parts[-1] in vocabulary.levels):
        found = [
            vocabulary.levels[part]
            for part in parts
            if part in vocabulary.levels and (len(part) > 1 or len(parts) == 1)
        ]
    return found


def on_axis(text: str, rating: str | None, axis: tuple[str, ...]) -> str | None:
    """Return the axis' own word for a rating: the author's where the axis has it, else by rank."""
    if rating in axis:
        return rating
    head = key(re.split(r"\s[-–—]\s|[(（:：;,.]", text[:200], maxsplit=1)[0])
    own = next((word for word in axis if key(word) == head), None)
    if own or rating is None:
        return own
    rank = (
        LEVELS.index(rating) / (len(LEVELS) - 1)
        if len(axis) != len(LEVELS) - 1
        else min(LEVELS.index(rating), 2) / 2
    )
    return axis[round(rank * (len(axis) - 1))]
