"""Where the risks of a page stand: sections of risks, and which headings in them are a risk each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from mkdocs_plan_plugin.model import Level
from mkdocs_plan_plugin.reading.entries import columns, entries
from mkdocs_plan_plugin.reading.headings import numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.reading.statements import table_statements
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE, Section
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.numbers import canonical

Kind = Literal["risks", "risk", "measures", "aside", ""]
"""What a heading or label speaks of: several risks, risk, what is done about them, something else."""

_SINGULAR = "|".join(re.escape(word) for word in words.FIELDS["risk"] if " " not in word)
NAMED = regex(
    rf"^\W*(?:(?i:{_SINGULAR})[\s-]*#?(\d+(?:\.\d+)?|[A-Z]\d*)|(R-?\d+))(?![^\W_])\s*[:：.)\-–—]*\s*(.*)$"
)
"""A title with an identifier: `Risk 1: Leak`, `R-01 Leak`."""

_RISK = has_word((*words.RISK_PLURALS, *words.FIELDS["risk"]))
_RISKS = has_word(words.RISK_PLURALS)
_MEASURE = has_word(words.RISK_MEASURES)
_ASIDE = has_word(words.RISK_ASIDES)
_AND = has_word(words.CONJUNCTIONS)
_JOINT = regex(r"\s*[/,+、，]\s*")
_FILLERS = has_word(words.RISK_GROUP_WORDS)

_GROUPS: tuple[tuple[str, Level], ...] = (
    ("high-risk", "high"),
    ("medium-risk", "medium"),
    ("low-risk", "low"),
)
_TELLING = ("probability", "impact", "level", "mitigation", "contingency")
"""Fields that tell of a risk and hardly of anything else."""


def name_of(title: str) -> tuple[str, str]:
    """Part an identifier from a title: `Risk 1: Leak` → (`1`, `Leak`), `R-01` → (`R-01`, ``)."""
    title = mend(title[:LONGEST_TITLE])
    match = NAMED.match(title)
    return (canonical(match[1] or match[2]), match[3].strip()) if match else ("", title.strip(" *_"))


@lru_cache(maxsize=4096)
def kind_of(title: str, vocabulary: Vocabulary) -> Kind:
    """Return what the words of a heading or label speak of.

    *Risk Mitigation* and *Mitigation of Risks* speak of measures, *Risks and Mitigation* of risks:
    with a conjunction between the two words both are meant.
    """
    if group_of(title, vocabulary):
        return "risks"
    text = title_key(_JOINT.sub(" and ", mend(title[:LONGEST_TITLE])))
    risk = _RISK.search(text)
    if not risk:
        return "measures" if _MEASURE.search(text) else "aside" if _ASIDE.search(text) else ""
    for kind, pattern in (("measures", _MEASURE), ("aside", _ASIDE)):
        for match in pattern.finditer(text):
            between = text[min(match.end(), risk.end()) : max(match.start(), risk.start())]
            if not _AND.search(between):
                return kind  # type: ignore[return-value]  # the two literals above
    return "risks" if _RISKS.search(text) else "risk"


@lru_cache(maxsize=4096)
def group_of(title: str, vocabulary: Vocabulary) -> Level | None:
    """Return the level of a heading or label that groups risks by it: *High-Risk Items*, *Hohe Risiken*."""
    roles = vocabulary.roles(title)
    if level := next((level for role, level in _GROUPS if role in roles), None):
        return level
    text = title_key(title)
    if not _RISK.search(text):
        return None
    rest = " ".join(_FILLERS.sub(" ", _RISK.sub(" ", text)).split())
    level = vocabulary.levels.get(rest)
    return "high" if level == "critical" else level


def risk_sections(outline: Outline) -> list[Section]:
    """Return the sections of risks on a page, each the outermost, whether or not it stands in a phase.

    A phase or step is none, whatever it is called: *Phase 1: Risk Assessment*.
    """
    vocabulary = outline.vocabulary
    found: list[Section] = []
    in_phase = end = 0
    for one in outline.sections[1:]:
        if one is outline.title or one.line <= end:
            continue
        if numbered(one, vocabulary):
            in_phase = max(in_phase, one.end)
        elif one.line <= in_phase and numbered(one, vocabulary, "steps"):
            continue
        elif role_of(one.title, vocabulary) == "risks" and kind_of(one.title, vocabulary) != "aside":
            found.append(one)
            end = one.end
    return found


def risk_headings(outline: Outline) -> list[Section]:
    """Return the headings that are a risk each, wherever they stand; what stands below one is its own."""
    found: list[Section] = []
    inside = {one.index: top for top in risk_sections(outline) for one in outline.document.inside(top)}
    end = 0
    for one in outline.sections[1:]:
        if one is outline.title or one.line <= end:
            continue
        top = inside.get(one.index)
        if NAMED.match(mend(one.title)) if top is None else _is_risk(one, outline, top):
            found.append(one)
            end = one.end
    return found


def _is_risk(one: Section, outline: Outline, top: Section) -> bool:
    """True if a heading in a section of risks is one: by its identifier, fields, or nothing but prose."""
    vocabulary = outline.vocabulary
    if NAMED.match(mend(one.title)):
        return True
    kind = kind_of(one.title, vocabulary)
    if kind in ("measures", "aside") or vocabulary.plays(one.title, "risk-matrix"):
        return False
    names = _names_under(one, outline)
    if any(vocabulary.means(name, *_TELLING) for name in names):
        several = sum(vocabulary.means(name, "risk") for name in names)
        return several < 2 and not (kind == "risks" and vocabulary.means(names[0], "risk"))
    prose = bool(one.blocks) and all(block.kind == "paragraph" for block in one.blocks) and not names
    above = scope_of(one, outline, top)
    return prose and kind != "risks" and above == "risks" and not list(outline.document.inside(one))


def scope_of(one: Section, outline: Outline, top: Section) -> Kind:
    """Return what the headings above a section of risks' part speak of, the nearest that tells first."""
    for up in outline.document.ancestors(one):
        kind = kind_of(up.title, outline.vocabulary)
        if kind in ("measures", "aside"):
            return kind
        if kind or up is top:
            break
    return "risks"


def _names_under(one: Section, outline: Outline) -> list[str]:
    """Return the names of the fields right under a heading: labels, list items, a table of two columns."""
    parts = outline.parts(one)
    vocabulary = outline.vocabulary
    names = [entry.title for part in parts[:1] for entry in entries(part.blocks) if entry.title]
    names += [part.name for part in parts[1:]]
    for table in one.tables:
        if not is_risk_table(table, vocabulary):
            names += [field.name for field in table_statements(table, vocabulary)]
    return names


def is_risk_table(table: Block, vocabulary: Vocabulary) -> bool:
    """True for a table with a column of risks and one that tells of them."""
    found = columns(table, vocabulary, "risk", *_TELLING)
    return "risk" in found and len(found) > 1
