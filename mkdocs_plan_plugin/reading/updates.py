"""Status updates: dated headings such as `### Update 2026-11-20`, and entries under *Status updates*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.model import Contradiction, Health, Phase, Plan, Update
from mkdocs_plan_plugin.reading.entries import cell, columns, entries, part_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.statements import statements_in
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field, Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import unless_blank
from mkdocs_plan_plugin.vocabulary.dates import Date, read_date
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key
from mkdocs_plan_plugin.vocabulary.scales import PLAN
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_UPDATE = has_word(words.UPDATES)
_EDGES = regex(r"^[\s:：–—·|,()\[\]（）-]+|[\s:：–—·|,(\[（-]+$")
_DIGIT = regex(r"\d")
_FIRST = 16
"""Characters in front of a date that begins an entry: bold marks and emoji, a word such as *Week of*."""
_LONGEST = 90
"""A longer heading is none of an update."""


def update_headings(outline: Outline) -> list[tuple[Section, Date]]:
    """Return the headings that are a dated update each: by their own word, or below *Status updates*."""
    if outline.updates is not None:
        return outline.updates
    found = outline.updates = []
    lists: set[int] = set()
    for section in outline.sections[1:]:
        if outline.vocabulary.plays(section.title, "updates"):
            lists.add(section.index)
        elif _DIGIT.search(section.title) and len(section.title) <= _LONGEST:
            day = _day(section.title, outline.vocabulary)
            named = section.parent in lists or (section.level > 1 and _is_named(section.title, day))
            if day and named and section is not outline.title:
                found.append((section, day))
    return found


def _is_named(title: str, day: Date | None) -> bool:
    """True for a heading that is the word and the date, with a state or a mark at the most behind them."""
    if day is None:
        return False
    said = key(title.replace(day.text, " ", 1))
    match = _UPDATE.match(said)
    return match is not None and len(said[match.end() :].split()) <= _FEW


_FEW = 3
"""Words beside *Update* and its date; `Update 2026-01-12 the trench of the kiln` is work."""


def _day(text: str, vocabulary: Vocabulary) -> Date | None:
    date = read_date(text, day_first=vocabulary.day_first)
    return date if isinstance(date, Date) and date.is_day else None


def read_updates(plan: Plan, outline: Outline) -> None:
    """Set a plan's updates, the newest first, and its health where only they tell it; of phases likewise."""
    found = [*_headed(outline), *_listed(outline)]
    plan.updates = sorted(found, key=lambda one: (one.date, -one.line), reverse=True)
    inside: dict[int | None, list[Update]] = {}
    for update in plan.updates:
        update.phase = next(
            (at for at, one in enumerate(plan.phases) if one.line < update.line <= one.end_line), None
        )
        inside.setdefault(update.phase, []).append(update)
    for phase, those in inside.items():
        plan.contradictions += _take_health(plan if phase is None else plan.phases[phase], those, phase)


def _take_health(of: Plan | Phase, updates: Sequence[Update], phase: int | None) -> Iterator[Contradiction]:
    """Set the health that the last of some updates tells; yield where a field of its own says otherwise."""
    last = next((one for one in updates if one.health), None)
    if last is None:
        return
    if of.health is None or of.health == last.health:
        of.health, of.health_date = last.health, last.date
    elif last is updates[0]:
        yield Contradiction(
            what="health",
            value=of.health,
            line=of.state_line or of.line,
            other=last.health or "",
            other_line=last.line,
            phase=phase,
        )


def _headed(outline: Outline) -> Iterator[Update]:
    vocabulary = outline.vocabulary
    for section, day in update_headings(outline):
        apart = split_heading(_EDGES.sub("", section.title.replace(day.text, " ", 1)), PLAN, vocabulary)
        fields = outline.fields(section)
        parts = outline.parts(section)
        text = " ".join(filter(None, map(_prose, parts)))
        yield Update(
            line=section.line,
            date=day.value,
            title=_EDGES.sub("", _WORD.sub("", apart.text, count=1)),
            text=unless_blank(text),
            health=_health(fields, vocabulary) or apart.health or _marked(section.title, vocabulary),
            owner=_owner(fields, vocabulary),
            heading=True,
        )


def _prose(part: Part) -> str:
    """Return what is under a field of an update, or all of what is none."""
    text = part_text(part)
    return text.removeprefix(part.field.value).strip()


_WORD = regex(rf"(?:{'|'.join(sorted(words.UPDATES, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def _listed(outline: Outline) -> Iterator[Update]:
    """Yield the entries of lists, tables and paragraphs right below *Status updates*, each with its date."""
    vocabulary = outline.vocabulary
    for section in outline.sections_for("updates"):
        body = outline.body(section)
        for entry in entries(body):
            if day := _first_day(entry.whole, vocabulary):
                fields = [*statements_in(entry.block.children[1:], vocabulary, own=True)]
                yield _entry(entry.line, entry.whole, day, fields, vocabulary)
        for table in body:
            if table.kind == "table":
                yield from _rows(table, vocabulary)
        for block in body:
            if block.kind == "paragraph" and (day := _first_day(block.text, vocabulary)):
                yield _entry(block.line, block.text, day, [], vocabulary)


def _first_day(text: str, vocabulary: Vocabulary) -> Date | None:
    """Return the day that a text begins with."""
    day = _day(text[:_LONGEST], vocabulary) if _DIGIT.search(text[:_FIRST]) else None
    return day if day and text.find(day.text) <= _FIRST else None


def _entry(line: int, whole: str, day: Date, fields: Sequence[Field], vocabulary: Vocabulary) -> Update:
    begin = whole.find(day.text)
    before, behind = whole[:begin], _EDGES.sub("", whole[begin + len(day.text) :])
    marks = _marked(f"{before}{behind[:12]}", vocabulary)
    said = read_state(_CLAUSE.split(behind, maxsplit=1)[0], PLAN, vocabulary).health
    return Update(
        line=line,
        date=day.value,
        text=behind,
        health=_health(fields, vocabulary) or said or marks,
        owner=_owner(fields, vocabulary),
    )


_CLAUSE = regex(r"\s[-–—]\s|[.:;：。]")


def _rows(table: Block, vocabulary: Vocabulary) -> Iterator[Update]:
    found = columns(table, vocabulary, "created", "updated", "health", "status", "owner", "description")
    date = found.get("created", found.get("updated", 0))
    for row in table.rows[1:]:
        day = _day(cell(row, date), vocabulary)
        if day is None:
            continue
        said = cell(row, found.get("health", found.get("status")))
        known = {date, found.get("health"), found.get("status"), found.get("owner")}
        others = [one.text.strip() for at, one in enumerate(row) if at not in known and one.text.strip()]
        yield Update(
            line=row[0].number,
            date=day.value,
            text=cell(row, found.get("description")) or "; ".join(others),
            health=read_state(said, PLAN, vocabulary).health,
            owner=unless_blank(cell(row, found.get("owner"))) or None,
        )


def _health(fields: Sequence[Field], vocabulary: Vocabulary) -> Health | None:
    for name in ("health", "status"):
        for field in fields:
            if vocabulary.means(field.name, name) and (
                said := read_state(field.value, PLAN, vocabulary).health
            ):
                return said
    return None


def _marked(text: str, vocabulary: Vocabulary) -> Health | None:
    """Return the health that a mark in a text tells: 🟢 🟡 🔴."""
    mark = next((char for char in text if char in _LIGHTS), "")
    return read_state(mark, PLAN, vocabulary).health if mark else None


_LIGHTS = "🟢🟡🟠🔴"


def _owner(fields: Sequence[Field], vocabulary: Vocabulary) -> str | None:
    named = next((one.value for one in fields if vocabulary.means(one.name, "owner")), "")
    return unless_blank(named) or None
