"""Risks described in text: as headings, bold paragraphs or list items, alone or in groups by level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plan_plugin.model import Level, Risk
from mkdocs_plan_plugin.reading.entries import Entry, entries, entry_of, part_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.risk_facts import (
    NAMED,
    Said,
    fill,
    group_of,
    is_fact,
    name_of,
    said_by_entries,
    said_by_parts,
)
from mkdocs_plan_plugin.reading.risk_sections import kind_of
from mkdocs_plan_plugin.reading.statements import statements_of_item, table_statements
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE, Section
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.ratings import is_rating, read_rating
from mkdocs_plan_plugin.vocabulary.scales import RISK
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_REMEDIES = has_word(words.RISK_MEASURES)
_ASIDES = has_word(words.RISK_ASIDES)

_LEVEL_TAIL = regex(r"\s*[(\[（]([^()\[\]（）]{3,20})[)\]）]\s*$")
"""A bracket behind a title that may hold its level: `Flood (High)`."""

_FACTS = regex(r"\s*[(（]([^()（）]*[:：][^()（）]*)[)）]|\s\|\s(.*[:：].*)$")
"""Facts on the line of the risk itself: `Flood (Probability: High, Impact: Low)`, `Flood | Impact: Low`."""


def described_risks(outline: Outline, section: Section) -> list[Risk]:
    """Return the risks that a risk section describes, in order of their lines."""
    document, vocabulary = outline.document, outline.vocabulary
    found: list[Risk] = []
    taken: set[int] = set()
    for one in document.inside(section):
        if one.index not in taken and _is_risk(one, outline):
            taken |= {below.index for below in document.within(one)}
            found.append(_from_heading(outline, one, section))
    for one in document.within(section):
        if one.index not in taken and not _is_remedy(one, section, vocabulary):
            found += _from_blocks(one, _group_above(outline, one, section), outline)
    return sorted(found, key=lambda risk: risk.line)


def _group_above(outline: Outline, one: Section, section: Section) -> Level | None:
    """Return the level of the nearest group heading at or above a section, inside the risk section."""
    above = (up for up in (one, *outline.document.ancestors(one)) if up.index >= section.index)
    return next((level for up in above if (level := group_of(up.title, outline.vocabulary))), None)


def _is_remedy(one: Section, section: Section, vocabulary: Vocabulary) -> bool:
    """True for a section inside the risks that tells what to do, not what could go wrong."""
    title = title_key(one.title)
    if one is section:
        return kind_of(one.title, vocabulary) == "measures"
    aside = bool(_REMEDIES.search(title) or _ASIDES.search(title))
    return aside and "risk" not in title and group_of(one.title, vocabulary) is None


def _is_risk(one: Section, outline: Outline) -> bool:
    """True if a heading names a risk: by its identifier, or by the fields of a risk under it."""
    vocabulary = outline.vocabulary
    if NAMED.match(mend(one.title)):
        return True
    if group_of(one.title, vocabulary) or vocabulary.plays(one.title, "risk-matrix"):
        return False
    title = title_key(one.title)
    if (_REMEDIES.search(title) or _ASIDES.search(title)) and "risk" not in title:
        return False
    parts = outline.parts(one)
    names = [part.name for part in parts[1:]]
    names += [entry.title for part in parts[:1] for entry in entries(part.blocks)]
    names += [field.name for table in one.tables for field in table_statements(table, vocabulary)]
    return any(vocabulary.means(name, "probability", "impact", "mitigation", "level") for name in names)


def _from_heading(outline: Outline, one: Section, section: Section) -> Risk:
    vocabulary = outline.vocabulary
    apart = split_heading(one.title, RISK, vocabulary, number=True)
    title, level = _with_level(apart.text, vocabulary)
    number, title = name_of(title)
    risk = Risk(line=one.line, number=number, title=title or apart.text, heading=True, level=level)
    risk.group = _group_above(outline, one, section)
    risk.status = apart.state or risk.status
    inside = list(outline.document.within(one))
    parts = [part for below in inside for part in outline.parts(below)]
    listed = [entry for part in parts if not part.name for entry in entries(part.blocks)]
    tabled = (
        field for below in inside for table in below.tables for field in table_statements(table, vocabulary)
    )
    said = [*said_by_parts(parts), *said_by_entries(listed), *((f.name, f.value, [f.value]) for f in tabled)]
    fill(risk, said, vocabulary)
    if parts and not risk.description:
        risk.description = unless_blank(parts[0].text if listed else part_text(parts[0]))
    return risk


def _with_level(title: str, vocabulary: Vocabulary) -> tuple[str, Level | None]:
    """Part a level in brackets from a title."""
    tail = _LEVEL_TAIL.search(title)
    if tail and is_rating(tail[1], vocabulary):
        return title[: tail.start()], read_rating(tail[1], vocabulary)
    return title, None


def _from_blocks(one: Section, group: Level | None, outline: Outline) -> list[Risk]:
    """Return the risks among the blocks of a section: list items, and bold paragraphs."""
    vocabulary = outline.vocabulary
    found: list[Risk] = []
    for part in outline.parts(one):
        level = group_of(part.name, vocabulary)
        if part.name and _ASIDES.search(key(part.name)) and not NAMED.match(part.name):
            continue
        if part.field.value and vocabulary.means(part.name, "risk"):  # `**Risk:** Flood`
            number, title = name_of(part.field.value)
            found.append(Risk(line=part.line, number=number, title=title, group=group))
            continue
        if level is None and is_fact(part.name, vocabulary):
            if found:
                fill(found[-1], said_by_parts([part]), vocabulary)
            continue
        listed = entries(part.blocks)
        facts = [entry for entry in listed if is_fact(entry.title, vocabulary)]
        named = part.name and level is None and not vocabulary.is_field(part.name)
        if named and (facts or not listed):
            found.append(_from_label(part, facts, group, vocabulary))
        elif len(facts) * 2 <= len(listed):
            risks = (_from_entry(entry, level or group, vocabulary) for entry in listed)
            found += [risk for risk in risks if risk]
    return found


def _from_label(part: Part, facts: list[Entry], group: Level | None, vocabulary: Vocabulary) -> Risk:
    """Return the risk of a bold paragraph: `**Risk 1: Leak**`, `**Leak**: description`."""
    whole = part.field.style == "all-bold"
    label = f"{part.name}: {part.field.value}" if whole else part.name
    number, title = name_of(split_heading(label, RISK, vocabulary, number=True).text)
    risk = Risk(line=part.line, number=number, title=title or label, group=group)
    risk.description = " ".join(line.text for line in part.lines) if whole else part.text
    fill(risk, said_by_entries(facts), vocabulary)
    return risk


def _from_entry(entry: Entry, group: Level | None, vocabulary: Vocabulary) -> Risk | None:
    """Return the risk of one list item; what is nested in it or stands in brackets says more."""
    other = is_fact(entry.title, vocabulary) or group_of(entry.title, vocabulary) is not None
    if is_blank(entry.whole) or other:
        return None
    said = list(_nested(entry, vocabulary))
    label, description = (entry.title, entry.text) if entry.title else (entry.text, "")
    line = entry.first[:LONGEST_TITLE]
    beside = _FACTS.search(line)
    if beside and (inline := list(_inline(beside[1] or beside[2], vocabulary))):
        label, description = line[: beside.start()], line[beside.end() :].strip()
        said += inline
    elif description and _with_level(f"{label} {description}", vocabulary)[0] == label:  # `**Flood** (High)`
        label, description = f"{label} {description}", ""
    if description and vocabulary.means(label, "risk"):  # `Risk: Flood`
        label, description = description, ""
    title, level = _with_level(split_heading(label, RISK, vocabulary).text, vocabulary)
    number, title = name_of(title)
    if number and not title:  # `Risk 1: Leak`
        title, description = description, ""
    risk = Risk(line=entry.line, number=number, title=title or label, group=group, description=description)
    risk.level = level
    fill(risk, said, vocabulary)
    return risk


def _inline(text: str, vocabulary: Vocabulary) -> Iterator[Said]:
    """Yield what facts on one line say, parted by commas, semicolons or bars."""
    for part in re.split(r"\s*[,;|，；]\s*", text):
        name, _, value = part.replace("：", ":").partition(":")
        if is_fact(name, vocabulary):
            yield name.strip(" *_"), value.strip(), [value.strip()]


def _nested(entry: Entry, vocabulary: Vocabulary) -> Iterator[Said]:
    """Yield what the lines and items inside a list item say of its risk."""
    for field in statements_of_item(entry.block, vocabulary):
        yield field.name, field.value, [*filter(None, [field.value])]
    for child in entry.block.children[1:]:
        if child.kind == "list":
            inner = [entry_of(item) for item in child.children]
            yield from said_by_entries(below for below in inner if is_fact(below.title, vocabulary))
