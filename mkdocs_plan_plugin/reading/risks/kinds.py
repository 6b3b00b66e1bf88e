"""What a label or list item is where risks are told: a risk, a fact of one, a group of them, or none."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from mkdocs_plan_plugin.reading.entries import Entry
from mkdocs_plan_plugin.reading.headings import numbered_text
from mkdocs_plan_plugin.reading.risks.facts import fact_of
from mkdocs_plan_plugin.reading.risks.line import AXES
from mkdocs_plan_plugin.reading.risks.titles import (
    NAMED,
    group_of,
    kind_of,
    mentions_risk,
    names_one,
    names_one_densely,
)
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, says_none
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.ratings import is_rating, read_rating

Role = Literal["risk", "fact", "group", "level", "other", ""]
"""What a label or item is: a risk, a fact of the one before, a group, a level with text, no risk."""

_FORMULA = regex(r"(?:(?<!\s)\s+)?[=×*]\s*")

_REQUIREMENT = regex(r"(?:N?FR|REQ|SC|US)-?\d", re.IGNORECASE)
"""The code of a requirement, a criterion, a story: whatever is said of risks there, it is none."""

_CALLED = frozenset({"risk", "probability", "impact", "severity", "mitigation"})
"""Facts that make a risk of what is among measures or questions."""


class Told(NamedTuple):
    """A label or list item: its words, and the items below."""

    name: str
    value: str
    below: list[Entry]
    label: bool
    """True for a label, which list items only look like."""


def what_is(told: Told, vocabulary: Vocabulary, *, listing: bool) -> Role:  # noqa: PLR0911 - one question after the other, and most answer it
    """Decide what a label or list item is, by its words and by what the items below it tell.

    Where they are not `listing` risks, but measures or questions, only what calls itself a risk is one.
    """
    name, value, below = told.name[:LONGEST_TITLE], told.value, told.below
    whole = f"{name}: {value}" if value else name
    fact, kind, level = fact_of(name, vocabulary), kind_of(name, vocabulary), group_of(name, vocabulary)
    if is_blank(whole) or says_none(whole) or (fact == "risk" and value and says_nothing(value, vocabulary)):
        return ""
    if "=" in whole and sum(bool(fact_of(piece, vocabulary)) for piece in _FORMULA.split(whole[:100])) > 1:
        return "group" if below else ""  # `Risk Score = Probability × Impact`
    if _REQUIREMENT.match(name) or _is_of_all(name, value, kind, vocabulary):
        return ""
    if NAMED.match(name) and level is None:
        return "risk"
    grouped = kind == "risks" and below and not value  # *Remaining Risks*
    if fact not in ("", "risk") and level is None and not grouped:
        return "fact"
    facts = [stated for entry in below if (stated := fact_of(entry.title, vocabulary))]
    kinds_of_risk = fact_of(name.split()[-1], vocabulary) == "risk" and len({*facts}) == 1  # over measures
    one_risk = listing and len(facts) == len(below) and not kinds_of_risk
    of_one = (facts and "risk" not in facts and (value or one_risk)) or (  # *Scaling Challenges*
        names_one_densely(name) and not any(entry.bold for entry in below)  # no plural: 风险
    )
    if (
        facts.count("risk") > 1
        or ("risk" in facts and numbered_text(name, vocabulary))  # `**Sprint 1**:` over `Risk: Flood`
        or (fact == "risk" and not value)
        or (told.label and listing and not facts and _are_sentences(below))
        or (kind == "risks" and below and not of_one and (listing or mentions_risk(name)))
    ):
        return "group"
    if fact == "risk" or (facts and (listing or not _CALLED.isdisjoint(facts))):
        return "risk"
    if not listing or is_rating(whole, vocabulary):
        return ""
    if kind == "risks" and value:
        return "level" if level else "other" if told.label else "risk"
    if told.label:
        other = kind in ("risks", "measures", "aside") or vocabulary.is_field(name)
        return "other" if other else "group" if below and not value else "risk"
    return "" if kind in ("measures", "aside") and below and not value else "risk"


def _are_sentences(below: list[Entry]) -> bool:
    """True for items that each begin with a sentence in bold: the label over them is a remark on all."""
    stated = sum(map(_is_sentence, below))
    return stated >= _SEVERAL and 2 * stated > len(below)


def _is_sentence(entry: Entry) -> bool:
    """True for an item whose bold words are a sentence, or go on in the next line."""
    if not entry.bold:
        return False
    lines = [line for child in entry.block.children for line in child.lines]
    wrapped = len(lines) > 1 and entry.first.rstrip().endswith(entry.title)
    return wrapped or entry.title.endswith((".", "。"))


_SEVERAL = 3


def says_nothing(value: str, vocabulary: Vocabulary) -> bool:
    """True if a field *Risk* names none: a rating with or without an explanation, a blank, *None*."""
    rated = is_rating(value, vocabulary) or read_rating(value, vocabulary) is not None
    return rated or is_blank(value) or says_none(value)


def _is_of_all(name: str, value: str, kind: str, vocabulary: Vocabulary) -> bool:
    """True for a verdict on all risks: `Overall Risk Assessment: Low`, `Success probability: 95 %`."""
    if not value or "(" in name or not says_nothing(value, vocabulary):
        return False
    *others, last = name.split() or [""]
    return (kind == "risk" and not names_one(name)) or bool(others and fact_of(last, vocabulary) in AXES)
