"""What is said of a risk by name: ratings, mitigation, contingency, status, owner, description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from mkdocs_plan_plugin.model import LeftOut, Risk
from mkdocs_plan_plugin.reading.entries import Entry, part_text, part_texts, texts
from mkdocs_plan_plugin.reading.statements import table_statements
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.ratings import bare_numbers, read_rating, steps_in, steps_of
from mkdocs_plan_plugin.vocabulary.scales import RISK
from mkdocs_plan_plugin.vocabulary.states import read_state

Said = tuple[str, str, list[str]]
"""A name, what is behind it as one text, and the same as separate texts."""

FACTS = (
    "risk",
    "probability",
    "impact",
    "severity",
    "level",
    "mitigation",
    "contingency",
    "status",
    "owner",
    "description",
    "trigger",
)
TELLING = frozenset({"probability", "impact", "severity", "level", "mitigation", "contingency"})
"""What hardly anything but a risk has."""

RESIDUAL = {
    "risk": "residual_level",
    "level": "residual_level",
    "severity": "residual_impact",
    "impact": "residual_impact",
    "probability": "residual_probability",
}
LARGEST_SCALE = {
    "probability": 100,
    "impact": 10,
    "level": 0,
    "residual_probability": 100,
    "residual_impact": 10,
    "residual_level": 0,
}
"""Ratings, with the largest scale that numbers without one are taken to be on: a level's is never told."""

_SHORT = 3
"""What has more words than this is a sentence and was not meant for a rating."""

_RESIDUAL = has_word(words.RESIDUAL_WORDS)
_INHERENT = has_word(words.INHERENT_WORDS)
_BESIDE = has_word(("risk", "level", "rating", "score", "value"))
_INNER = regex(r"[(（]([^()（）]+)[)）]\s*$")


class Draft(msgspec.Struct):
    """A risk with its ratings as written, which are read when all of their column are known."""

    risk: Risk
    ratings: dict[str, str] = msgspec.field(default_factory=dict)


@lru_cache(maxsize=4096)
def fact_of(name: str, vocabulary: Vocabulary) -> str:
    """Return which of a risk's facts a field or column tells, or nothing: *Risk Owner*, *Net impact*."""
    text = key(name)
    if not text or len(text) > 60:
        return ""
    means = vocabulary.meanings(name)
    residual = _RESIDUAL.search(text)
    for spelling in (text, bare := " ".join(_RESIDUAL.sub(" ", _INHERENT.sub(" ", text)).split())):
        means = means or vocabulary.meanings(spelling)
    means = means or vocabulary.meanings(_BESIDE.sub(" ", bare))
    if not means and (inner := _INNER.search(name)):  # `What may happen (Risk)`
        means = vocabulary.meanings(inner[1])
    found = next((fact for fact in FACTS if fact in means), "")
    if residual:
        return RESIDUAL.get(found, "")
    return found or ("level" if text.endswith(" risk level") else "")


def is_fact(name: str, vocabulary: Vocabulary) -> bool:
    """True if a name is one of a risk's own fields."""
    return fact_of(name, vocabulary) not in ("", "risk")


def said_by_parts(parts: Iterable[Part]) -> Iterator[Said]:
    """Yield what labelled parts say."""
    for part in parts:
        if part.name:
            yield part.name, part.text or part_text(part), part_texts(part)


def said_by_entries(listed: Iterable[Entry]) -> Iterator[Said]:
    """Yield what list items with a name say."""
    for entry in listed:
        below = texts(entry.block.children[1:])
        if entry.title and (entry.text or below):
            yield entry.title, entry.text, [*filter(None, [entry.text]), *below]


def said_by_table(table: Block, vocabulary: Vocabulary) -> Iterator[Said]:
    """Yield what a table of one risk says: names and values in two columns, or names over one row."""
    for field in table_statements(table, vocabulary):
        yield field.name, field.value, [field.value]
    header, *rows = table.rows or [[]]
    if len(rows) == 1 and all(fact_of(name.text, vocabulary) for name in header):
        for name, value in zip(header, rows[0], strict=False):
            yield name.text, value.text.strip(), [value.text.strip()]


def fill(draft: Draft, said: Iterable[Said], vocabulary: Vocabulary) -> None:
    """Fill in a risk from what is said of it; of two ratings the first counts."""
    for name, value, values in said:
        tell(draft, fact_of(name, vocabulary), value, values, vocabulary)


def tell(draft: Draft, fact: str, value: str, values: list[str], vocabulary: Vocabulary) -> None:
    """Set one fact of a risk."""
    risk = draft.risk
    if fact in LARGEST_SCALE or fact == "severity":
        draft.ratings.setdefault(fact, value)
    elif fact in ("mitigation", "contingency"):
        known = getattr(risk, fact)
        known += [text for text in values if not is_blank(text) and text not in known]
    elif fact == "status":
        set_status(risk, value, vocabulary)
    elif fact == "owner":
        risk.owner = unless_blank(value) or risk.owner
    elif fact == "risk" and read_rating(value, vocabulary):  # `Risk: Low` of what is called a challenge
        draft.ratings.setdefault("level", value)
    elif fact in ("description", "risk") and not risk.description:
        risk.description = unless_blank(value)


def rate(drafts: list[Draft], names: dict[str, tuple[str, int]], vocabulary: Vocabulary) -> Iterator[LeftOut]:
    """Read the ratings of risks that were rated alike: those of one table, or those described on a page.

    All numbers of a column are on one scale, that of its header or of its values; where it cannot be
    told they stay unread, and one entry says why. `names` holds header and line of a table's columns.
    """
    for draft in drafts:
        _place_severity(draft.ratings, vocabulary)
    rated = {fact for draft in drafts for fact in draft.ratings}
    columns = {
        fact: texts_
        for fact in LARGEST_SCALE
        if fact in rated and any(texts_ := [unless_blank(draft.ratings.get(fact, "")) for draft in drafts])
    }
    steps_by = {fact: steps_of(texts_, LARGEST_SCALE[fact]) for fact, texts_ in columns.items()}
    alike = [fact for fact, steps in steps_by.items() if steps in (5, 10)]
    of_all = steps_of((text for fact in alike for text in columns[fact]), 10)
    for fact, texts_ in columns.items():
        header, line = (
            names.get(fact) or names.get("severity") or (fact.replace("_", " "), drafts[0].risk.line)
        )
        on_five = steps_by[fact] == 5 and LARGEST_SCALE[fact]  # one 7 in another column says ten
        steps = steps_in(header) or (of_all if on_five else steps_by[fact])
        read = [read_rating(text, vocabulary, steps) for text in texts_]
        placed = "level" in fact and columns.keys() >= {"probability", "impact"}
        sentences = not any(read) and any(len(text.split()) > 1 for text in texts_)
        if not placed and not (sentences and steps):
            yield from _unread(header, line, steps, zip(drafts, texts_, read, strict=True))
        for draft, text, level in zip(drafts, texts_, read, strict=True):
            setattr(draft.risk, fact, level or getattr(draft.risk, fact))
            if fact in ("probability", "impact"):
                setattr(draft.risk, f"{fact}_text", text)


def _place_severity(ratings: dict[str, str], vocabulary: Vocabulary) -> None:
    """Take a severity for the impact beside a probability, for the level beside both, for both alone.

    An effect in words beside it rates nothing.
    """
    severity = ratings.pop("severity", "")
    effect = ratings.get("impact", "")
    if severity and (not effect or (" " in effect and read_rating(effect, vocabulary) is None)):
        ratings["impact"] = severity
    elif severity:
        ratings.setdefault("level", severity)
    if severity and "probability" not in ratings:
        ratings.setdefault("level", severity)


def _unread(
    header: str, line: int, steps: int | None, cells: Iterable[tuple[Draft, str, str | None]]
) -> Iterator[LeftOut]:
    """Yield what of a column could not be read: the column where its scale is unknown, else single cells."""
    left = [(draft.risk.line, text) for draft, text, level in cells if text and level is None]
    numbers = bare_numbers(text for _, text in left)
    if steps is None and numbers:
        reason = f"numbers up to {max(numbers):g} on an unknown scale: write e.g. '{header} (1-5)', or words"
        yield LeftOut(kind="rating", line=line, text=header, reason=reason)
        return
    for at, text in left:
        if len(text.split()) <= _SHORT:
            yield LeftOut(kind="rating", line=at, text=text, reason=f"{header} is no level that can be read")


def set_status(risk: Risk, text: str, vocabulary: Vocabulary) -> None:
    """Set a risk's status from its words, or from an emoji alone: ✅ closes it."""
    risk.status_text = mend(text)
    risk.status = read_state(text, RISK, vocabulary).state or risk.status
