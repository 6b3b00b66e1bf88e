"""What other places of a page say of its phases: lists and tables that name one, the heading above."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from mkdocs_plan_plugin.model import LeftOut, State
from mkdocs_plan_plugin.reading.entries import cell, entry_of, item_text
from mkdocs_plan_plugin.reading.found import Member, Naming, Phases
from mkdocs_plan_plugin.reading.headings import MAY_NAME, Numbered, numbered_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.items import boxed
from mkdocs_plan_plugin.reading.phases.sections import is_called, is_firm_state, is_state_heading
from mkdocs_plan_plugin.reading.tasks.read import task_state
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import walk
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, title_key
from mkdocs_plan_plugin.vocabulary.scales import OF_BOXES, PHASE
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.words import TIME_BOXES


class PhaseMention(msgspec.Struct):
    """What a place says of a phase: the state, the words it is read from, the line."""

    state: State
    text: str
    line: int


class Elsewhere(NamedTuple):
    """What a page says of its phases outside of them, by their position, and what was left out of it."""

    states: dict[int, PhaseMention]
    fields: dict[int, list[Field]]
    """Dates and owners in rows of tables."""
    left_out: list[LeftOut]


def said_elsewhere(outline: Outline, phases: Phases) -> Elsewhere:
    """Return what the page says of its phases outside of them, by their position; and unknown phases.

    The first place that names a phase and states something counts, headings before lists and tables. A
    phase that is named by one of these and is none of the page's is left out.
    """
    said: dict[int, PhaseMention] = {}
    fields: dict[int, list[Field]] = {}
    left: dict[tuple[str, str], LeftOut] = {}
    by_name: dict[tuple[str, str], list[int]] = {}
    for at, member in enumerate(phases.members):
        if member.number:
            by_name.setdefault((member.canonical, member.number), []).append(at)
        if above := _heading_above(outline, member):
            said.setdefault(at, above)
    for name in phases.again:  # a report of what was done, an overview with marks
        places = by_name.get((name.canonical, name.number), [])
        if len(places) == 1 and (state := name.title(outline.vocabulary).state):
            said.setdefault(places[0], PhaseMention(state, name.section.title, name.section.line))
    covered = phases.covering()
    for naming in (one for one in _namings_of(outline, phases) if not covered(one.line)):
        name, text, line, state = naming[:4]
        places = by_name.get((name.canonical, name.number), [])
        if len(places) == 1:
            if state:
                said.setdefault(places[0], PhaseMention(state, text, line))
            fields.setdefault(places[0], []).extend(naming.fields)
        elif not places and state and not naming.by_place:
            reason = "a list or table names it, and the page has no heading for it"
            left.setdefault(
                (name.canonical, name.number), LeftOut(line=line, kind="phase", text=text, reason=reason)
            )
    return Elsewhere(said, fields, list(left.values()))


_COUNT = regex(r"(?:(?<!\s)\s+)?[(（]\d+/\d+(?:\s+\w+)?[)）]")
"""How much of a phase is done, behind its title: `(3/3 plans)`."""


def listed_besides(outline: Outline, phases: Phases, *, everywhere: bool) -> list[Member]:
    """Return the phases that a list or table names outside of those of the page, each once.

    Unless `everywhere`, only what has a box below headings called phases, if such boxes name known ones.
    """
    known = {(member.canonical, member.number) for member in phases.members}
    namings = _namings_of(outline, phases)
    if not everywhere:
        own = {canonical for canonical, _ in known}
        namings = [
            one
            for one in namings
            if one.block.kind == "item"
            and one.name.strong
            and one.name.canonical in own
            and task_state(one.block)
        ]
        spans = (
            [(one.line, one.end) for one in outline.sections[1:] if is_called(outline, one)]
            if namings
            else []
        )
        namings = [one for one in namings if any(line < one.line <= end for line, end in spans)]
        if known.isdisjoint((one.name.canonical, one.name.number) for one in namings):
            return []
    found: list[Member] = []
    for naming in namings:
        block = naming.block
        name = msgspec.structs.replace(naming.name, rest=_COUNT.sub("", naming.name.rest))
        if (name.canonical, name.number) in known:
            continue
        known.add((name.canonical, name.number))
        item = block.kind == "item"
        if item and (entry := entry_of(block)).bold:  # `**Phase 2: Roof** - of slate`
            bold = numbered_text(entry.title, outline.vocabulary)
            name = bold if bold and bold.rest else name
        title = name.title(outline.vocabulary)
        found.append(
            Member(
                line=naming.line,
                end=block.end if item else naming.line,
                title=boxed(title, block) if item else title,
                number=name.number,
                named=name,
                blocks=block.children if item else [],
                fields=[] if item or not naming.said else [Field("Status", naming.said, naming.line)],
            )
        )
    return found


def _heading_above(outline: Outline, member: Member) -> PhaseMention | None:
    """Return the state that a phase is under: `## In Progress` over `### Phase 3`, or over its row."""
    above = member.section.parent if member.section else outline.index_at(member.line)
    if above <= 0:
        return None
    parent = outline.sections[above]
    says_state = is_state_heading if member.section else is_firm_state
    if parent is outline.title or not says_state(parent.title, outline.vocabulary):
        return None
    state = read_state(parent.title, PHASE, outline.vocabulary).state
    return PhaseMention(state, parent.title, parent.line) if state else None


def _namings_of(outline: Outline, phases: Phases) -> list[Naming]:
    """Return what names phases outside of them, found when first asked for."""
    if phases.named is None:
        phases.named = list(_namings(outline, phases))
    return phases.named


def _namings(outline: Outline, phases: Phases) -> Iterator[Naming]:
    """Yield the list items and table rows outside of the phases that begin with a phase's name."""
    vocabulary = outline.vocabulary
    if not phases.members:
        return
    inside = {member.line for member in phases.members}
    words = {member.canonical for member in phases.members}
    covered = phases.covering()
    for section in outline.sections:
        if covered(section.line):
            continue
        for block in walk(section.blocks):
            if block.kind == "table":
                yield from (one for one in _named_rows(block, vocabulary, words) if one.line not in inside)
            first = block.children[0].lines if block.kind == "item" and block.children else ()
            if not first or not MAY_NAME.search(first[0].text, 0, 40) or block.line in inside:
                continue
            text = item_text(block)[:_LONGEST]
            if name := numbered_text(text, vocabulary):
                yield Naming(name, text, block.line, _state_of_item(block, name, vocabulary), block)


_LONGEST = 300


def _state_of_item(item: Block, name: Numbered, vocabulary: Vocabulary) -> State | None:
    task = task_state(item)
    if task:
        return OF_BOXES.get(task[0])
    return name.title(vocabulary).state


def _named_rows(table: Block, vocabulary: Vocabulary, words: set[str]) -> Iterator[Naming]:
    """Yield the rows that name a phase in their first cells, with the state of their status column.

    Below a header *Phase*, or the word that the phases have, a number names one, alone or in front of
    its title: `1`, `1. Foundation`.
    """
    rows = [row for row in table.rows[1:] if MAY_NAME.search(cell(row, 0), 0, 40)]
    if not rows:
        return
    head = title_key(table.rows[0][0].text)
    kind = vocabulary.phases.get(head) or vocabulary.steps.get(head, TIME_BOXES[0])
    counted = kind not in TIME_BOXES or kind in words
    column = next(
        (at for at, head in enumerate(table.rows[0]) if vocabulary.means(head.text, "status")), None
    )
    for row in rows:
        text = cell(row, 0)
        name = numbered_text(text, vocabulary)
        by_place = name is None and counted and _COUNTED.match(text) is not None
        if by_place:
            named = f"{head} {text}"
            name = numbered_text(named, vocabulary) or numbered_text(named, vocabulary, "steps")
        if name is None:
            continue
        if column is not None:
            state = read_state(cell(row, column), PHASE, vocabulary).state
        else:
            others = (one.text for one in row[1:])
            state = next(
                (
                    read_state(one, PHASE, vocabulary).state
                    for one in others
                    if is_state_heading(one, vocabulary)
                ),
                None,
            )
        said = cell(row, column) if column is not None else ""
        fields = tuple(
            Field(one.text.strip(), value.text.strip(), value.number, "table")
            for one, value in zip(table.rows[0], row, strict=False)
            if vocabulary.means(one.text, "start", "due", "target", "period", "owner")
        )
        state = state or name.title(vocabulary).state
        yield Naming(name, text, row[0].number, state, table, said, by_place, fields)


_COUNTED = regex(r"\d{1,3}(?:\.\d{1,2})?(?:[.):]?\s+\S|[.)]?\s*$)")
