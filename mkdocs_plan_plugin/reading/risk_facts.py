"""What is said of a risk by name: ratings, mitigation, contingency, status, owner, description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.model import Level, Risk
from mkdocs_plan_plugin.reading.entries import Entry, part_text, part_texts, texts
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.numbers import canonical
from mkdocs_plan_plugin.vocabulary.ratings import read_rating
from mkdocs_plan_plugin.vocabulary.scales import RISK
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.words import FIELDS

Said = tuple[str, str, list[str]]
"""A name, what stands behind it as one text, and the same as separate texts."""

_WORDS = "|".join(re.escape(word) for word in FIELDS["risk"] if " " not in word)
NAMED = regex(
    rf"^\W*(?:(?i:{_WORDS})[\s-]*#?(\d+(?:\.\d+)?|[A-Z]\d*)|(R-?\d+))(?![^\W_])\s*[:：.)\-–—]*\s*(.*)$"
)
"""A title with an identifier: `Risk 1: Leak`, `R-01 Leak`."""

_GROUPS: tuple[tuple[str, Level], ...] = (
    ("high-risk", "high"),
    ("medium-risk", "medium"),
    ("low-risk", "low"),
)
_FIELDS = (
    "probability",
    "impact",
    "level",
    "mitigation",
    "contingency",
    "status",
    "owner",
    "description",
    "trigger",
)


def name_of(title: str) -> tuple[str, str]:
    """Part an identifier from a title: `Risk 1: Leak` → (`1`, `Leak`), `R-01` → (`R-01`, ``)."""
    title = mend(title[:LONGEST_TITLE])
    match = NAMED.match(title)
    return (canonical(match[1] or match[2]), match[3].strip()) if match else ("", title.strip(" *_"))


def group_of(title: str, vocabulary: Vocabulary) -> Level | None:
    """Return the level of a heading or label such as *High-Risk Items*."""
    roles = vocabulary.roles(title)
    return next((level for role, level in _GROUPS if role in roles), None) if roles else None


def is_fact(name: str, vocabulary: Vocabulary) -> bool:
    """True if a name is one of a risk's own fields."""
    return bool(name) and (vocabulary.means(name, *_FIELDS) or key(name).endswith("risk level"))


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


def fill(risk: Risk, said: Iterable[Said], vocabulary: Vocabulary) -> None:
    """Fill in a risk from what is said of it; of two ratings the first counts."""
    ratings: dict[str, str] = {}
    for name, value, values in said:
        means = vocabulary.meanings(name)
        rating = next((what for what in ("probability", "impact", "level") if what in means), None)
        if rating:
            ratings.setdefault(rating, value)
        elif "mitigation" in means:
            _add(risk.mitigation, values)
        elif "contingency" in means:
            _add(risk.contingency, values)
        elif "status" in means:
            set_status(risk, value, vocabulary)
        elif "owner" in means:
            risk.owner = unless_blank(value) or risk.owner
        elif ("description" in means or "risk" in means) and not risk.description:
            risk.description = unless_blank(value)
    if ratings:
        probability = ratings.get("probability", risk.probability_text)
        impact = ratings.get("impact", risk.impact_text)
        rate(risk, probability, impact, ratings.get("level", ""), vocabulary)


def _add(texts_: list[str], values: list[str]) -> None:
    texts_ += [text for text in values if not is_blank(text) and text not in texts_]


def rate(risk: Risk, probability: str, impact: str, level: str, vocabulary: Vocabulary) -> None:
    """Set ratings as read and as written; a typed level counts only without them."""
    risk.probability, risk.probability_text = read_rating(probability, vocabulary), unless_blank(probability)
    risk.impact, risk.impact_text = read_rating(impact, vocabulary), unless_blank(impact)
    if risk.probability is None and risk.impact is None:
        risk.level = read_rating(level, vocabulary) or risk.level


def set_status(risk: Risk, text: str, vocabulary: Vocabulary) -> None:
    """Set a risk's status from its words, or from an emoji alone: ✅ closes it."""
    risk.status_text = mend(text)
    risk.status = read_state(text, RISK, vocabulary).state or risk.status
