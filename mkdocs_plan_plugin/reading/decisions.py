"""Decisions: headings, list items or table rows, with context, options, outcome and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plan_plugin.model import Decision, Option
from mkdocs_plan_plugin.reading.entries import cell, columns, entries, items, part_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.statements import statements_in
from mkdocs_plan_plugin.reading.tasks import task_state
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field, Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.vocabulary.dates import read_day
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import DECISION
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_WORDS = "|".join(map(re.escape, words.DECISION_WORDS))
_ASIDE = has_word(words.DECISION_ASIDES)
_NAMED = regex(
    rf"^\W*(?:key |technical |design )?(?:{_WORDS})\s*[-#]?"
    r"\s*(\d+(?:\.\d+)*|[A-Z]\b)?\s*[:：.)\-–—]+\s*(.*)$",
    re.IGNORECASE,
)
_NUMBER = regex(r"^\s*(\d+)[.)]\s+")


def decision_headings(outline: Outline) -> Iterator[Section]:
    """Yield the headings that are a decision each: those in sections of decisions, and those called one."""
    end = collection = 0
    for one in outline.sections[1:]:
        if one.level == 1 or one.line <= end:
            continue
        named = _NAMED.match(mend(one.title))
        if _is_collection(one, outline.vocabulary):
            collection = max(collection, one.end)
        elif named or one.line <= collection:
            end = one.end
            if named or not _is_aside(one):
                yield one


def find_decisions(outline: Outline, phases: set[int]) -> list[Decision]:
    """Return the decisions of a page: sections of decisions, and headings that call themselves one."""
    document, vocabulary = outline.document, outline.vocabulary
    found: list[Decision] = []
    taken: set[int] = set()
    for section in document.sections[1:]:
        if section.index in taken:
            continue
        if section.level > 1 and _is_collection(section, vocabulary):
            inside = document.children(section)
            taken |= {one.index for one in document.within(section)}
            if inside:
                found += [_from_heading(outline, one) for one in inside if not _is_aside(one)]
            found += _from_tables(section.tables, vocabulary)
            if not inside:
                found += _from_lists(section, outline)
        elif section.index not in phases and _NAMED.match(mend(section.title)) and section.level > 1:
            taken |= {one.index for one in document.within(section)}
            found.append(_from_heading(outline, section))
    return found


def _is_collection(section: Section, vocabulary: Vocabulary) -> bool:
    """True for a section of decisions: *Key Decisions*, *Decisions Made*."""
    title = title_key(section.title).split()
    named = "decisions" in title[-3:] and len(title) <= 4 and not _ASIDE.match(title[0])
    return vocabulary.plays(section.title, "decisions") or named


def _is_aside(section: Section) -> bool:
    """True for a heading among decisions that opens or lists questions."""
    return _ASIDE.search(title_key(section.title)) is not None


def _from_heading(outline: Outline, section: Section) -> Decision:
    vocabulary = outline.vocabulary
    apart = split_heading(section.title, DECISION, vocabulary, durations=False)
    match = _NAMED.match(apart.text)
    number = _NUMBER.match(apart.text)
    title = match[2] if match else apart.text[number.end() :] if number else apart.text
    decision = Decision(
        line=section.line,
        number=(match[1] or "") if match else number[1] if number else "",
        title=title.strip(),
        heading=True,
        status=apart.state or "open",
    )
    parts = [part for one in outline.document.within(section) for part in _parts(one, section, outline)]
    for part in parts:
        name = part.name
        if not name:
            continue
        text = part_text(part)
        means = vocabulary.meanings(name)
        if "options" in means:
            decision.options = [
                Option(line=one.line, title=one.title, text=one.text) for one in items(part.blocks)
            ]
        elif is_blank(text):
            continue
        elif "decision" in means and not decision.decision:
            decision.decision = text
        elif "rationale" in means:
            decision.rationale = text
        elif "context" in means:
            decision.context = text
        elif "status" in means:
            decision.status = read_state(text, DECISION, vocabulary).state or "open"
        elif "created" in means or "updated" in means:
            decision.date = read_day(text, day_first=vocabulary.day_first)
    for field in statements_in(
        [block for part in parts if not part.name for block in part.blocks], vocabulary
    ):
        if vocabulary.means(field.name, "decision") and not decision.decision and not is_blank(field.value):
            decision.decision = field.value
        elif vocabulary.means(field.name, "rationale") and not decision.rationale:
            decision.rationale = field.value
    if decision.status == "open" and decision.decision:
        decision.status = "accepted"
    if not decision.context and parts and not parts[0].name and not decision.decision:
        decision.context = unless_blank(parts[0].text)
    return decision


def _parts(one: Section, section: Section, outline: Outline) -> list[Part]:
    """Return the labelled parts of a decision; a heading below it labels what stands under it."""
    parts = outline.parts(one)
    if one is section or not parts:
        return parts
    first, *others = parts
    return [Part(Field(one.title, "", one.line), first.lines, first.blocks), *others]


def _from_tables(tables: list[Block], vocabulary: Vocabulary) -> Iterator[Decision]:
    for table in tables:
        if not table.rows:
            continue
        found = columns(table, vocabulary, "decision", "rationale", "context", "status", "created", "id")
        if "decision" not in found and "context" not in found:
            continue
        lead = found.get("context", found.get("decision"))
        for row in table.rows[1:]:
            title = cell(row, lead)
            if is_blank(title):
                continue
            outcome = cell(row, found.get("decision"))
            status = cell(row, found.get("status"))
            decided = (
                outcome
                if lead != found.get("decision")
                else cell(row, 1)
                if len(row) > 1 and 1 not in found.values()
                else title
            )
            yield Decision(
                line=row[0].number,
                number=cell(row, found.get("id")),
                title=title,
                decision="" if is_blank(decided) else decided,
                rationale=cell(row, found.get("rationale")),
                status=read_state(status, DECISION, vocabulary).state or "open"
                if status
                else "accepted"
                if not is_blank(decided)
                else "open",
                date=read_day(cell(row, found.get("created")), day_first=vocabulary.day_first),
            )


def _from_lists(section: Section, outline: Outline) -> Iterator[Decision]:
    """Yield the decisions of bold labels and lists: `**Decision 1: Roof**`, `1. **Question**: answer`."""
    for part in outline.parts(section):
        whole = part.field.style == "all-bold"
        label = f"{part.name}: {part.field.value}" if whole else f"{part.name}:"
        match = _NAMED.match(mend(label)) if part.name else None
        if match:
            outcome = " ".join(line.text for line in part.lines) if whole else part.text
            yield Decision(
                line=part.line,
                number=match[1] or "",
                title=match[2] or outcome,
                decision=outcome,
                status="accepted" if outcome else "open",
            )
            continue
        if part.name and part.field.value and not whole and not outline.vocabulary.is_field(part.name):
            yield Decision(line=part.line, title=part.name, decision=part.text, status="accepted")
        for entry in entries(part.blocks):
            if is_blank(entry.whole):
                continue
            state = task_state(entry.block)
            yield Decision(
                line=entry.line,
                title=entry.title or entry.text,
                decision=entry.text,
                status="open" if state and state[0] != "done" else "accepted",
            )
