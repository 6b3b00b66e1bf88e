"""Phases that are items of a list: called so, or below a heading that says what is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.entries import Entry, entry_of, item_text
from mkdocs_plan_plugin.reading.found import Listed, Member, title_of
from mkdocs_plan_plugin.reading.headings import TABLES, Numbered, numbered, numbered_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.main_headings import ORDER, PHASED, WORK
from mkdocs_plan_plugin.reading.phases.sections import (
    FEWEST,
    is_called,
    is_phases_alone,
    is_state_heading,
    may_hold,
)
from mkdocs_plan_plugin.reading.statements import statements_of_item
from mkdocs_plan_plugin.reading.tasks.read import read_tasks, task_state
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field, Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, by_spacing, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.scales import OF_BOXES, PHASE
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.titles import Title, is_state, split_heading


def named_items(outline: Outline) -> Listed:
    """Return the items of the fullest list that are each called *Phase N*, one called so if there is one.

    Below headings that sort them by state they are one list. What has a number itself is no place for them.
    """
    vocabulary = outline.vocabulary
    lists: dict[int, list[Member]] = {}
    within: set[int] = set()
    for section in outline.sections:
        if section.parent in within or any(numbered(section, vocabulary, table) for table in TABLES):
            within.add(section.index)
        elif section.blocks and may_hold(outline, section, "executive-summary"):
            around = section.parent if is_state_heading(section.title, vocabulary) else section.index
            parts = [Part(Field("", "", 0), blocks=part.blocks) for part in outline.parts(section)]
            lists.setdefault(around, []).extend(of_lists(outline, section, parts, called=False))
    found: list[tuple[tuple[bool, bool, int], Listed]] = []
    for at, members in lists.items():
        named = [one for one in members if one.named and one.named.strong]  # else it is a remark on one
        words_above = {vocabulary.phases.get(word) for word in title_key(outline.sections[at].title).split()}
        loose = _LOOSE - words_above  # *Milestone outline*
        numbers = {one.number for one in named if one.title.text and one.canonical not in loose}
        if len(numbers) == len(members) >= FEWEST:
            section = outline.sections[at]
            phases = all(one.canonical == "phase" for one in members)
            rank = phases, is_called(outline, section), sum(len(one.blocks) > 1 for one in members)
            found.append((rank, (members, section.line if section is not outline.title else 0)))
    return max(found, key=lambda one: one[0], default=(None, ([], 0)))[1]


_LOOSE = frozenset((*words.TIME_BOXES, *words.PARTS, "milestone"))
"""Words that number items of lists for other reasons, too."""


def of_lists(outline: Outline, section: Section, parts: list[Part], *, called: bool) -> Iterator[Member]:
    """Yield the items of the first list that numbers its items, or leads each with bold words.

    A checklist is tasks, unless its items are phases by name, hold tasks of their own, or stand below
    *Phases* and nothing else: a roadmap may tick off features.
    """
    for block in (block for part in parts if not part.name for block in part.blocks):
        if block.kind != "list" or (called and len(block.children) < 2):
            continue
        entries = [entry_of(item) for item in block.children]
        named = [_name_of(entry, outline.vocabulary) for entry in entries]
        if called and not all(named) and sum(name is not None for name in named) > len(named) / 2:
            entries = [entry for entry, name in zip(entries, named, strict=True) if name]
            named = [name for name in named if name]  # where some carry a number, those do
        if not all(named):
            boxes = sum(task_state(entry.block) is not None for entry in entries)
            holding = sum(_holds_list(entry.block) for entry in entries)
            led = all(entry.bold for entry in entries)
            ticked = called and FEWEST <= boxes == len(entries) and is_phases_alone(section)
            if not called or (boxes and holding < len(entries) and not ticked):
                continue
            if not (led or ticked or block.level >= 0):
                continue
        for (number, entry), name in zip(_counted(block, entries), named, strict=True):
            yield _of_item(outline, entry, name, name.number if name else number)
        return


_COUNT = regex(
    rf"0*(\d{{1,2}})(?:[.):]\s+|\s+(?!(?:{'|'.join(by_spacing(words.DURATIONS)[0])})\b))(?=[^\W\d])",
    re.IGNORECASE,
)
_CLAUSE = regex(r"[.;:(（]|\s[-–—]\s")


def _name_of(entry: Entry, vocabulary: Vocabulary) -> Numbered | None:
    """Return the phase that an item names, by its bold words if those have a number and a title."""
    bold = numbered_text(entry.title, vocabulary) if entry.bold else None
    if bold and bold.rest and (bold.title(vocabulary).text or not entry.text):
        return bold
    return numbered_text(entry.first or entry.whole, vocabulary)  # `**Phase 1 (done)**: Dig`


def _counted(block: Block, entries: list[Entry]) -> list[tuple[str, Entry]]:
    """Return the items of a list with their numbers: those they all begin with, `00 Dig`, else the list's."""
    counts = [_COUNT.match(entry.title or entry.text) for entry in entries if not entry.bold]
    found = [(count[1], count.end()) for count in counts if count and block.level < 0]
    first = int(found[0][0]) if len(found) == len(entries) else -1
    if [int(number) for number, _ in found] == [*range(first, first + len(entries))]:
        return [(number, _without(entry, end)) for (number, end), entry in zip(found, entries, strict=True)]
    return [(str(block.level + at) if block.level >= 0 else "", entry) for at, entry in enumerate(entries)]


def _without(entry: Entry, end: int) -> Entry:
    """Return an item without the number that its words begin with."""
    if entry.title:
        return msgspec.structs.replace(entry, title=entry.title[end:])
    return msgspec.structs.replace(entry, text=entry.text[end:])


def _holds_list(item: Block) -> bool:
    return any(child.kind == "list" for child in item.children)


def _of_item(outline: Outline, entry: Entry, name: Numbered | None, number: str) -> Member:
    vocabulary = outline.vocabulary
    item = entry.block
    title = title_of(name, entry.title or entry.text, vocabulary)
    if entry.title and entry.text and not title.state and not (name and name.rest == entry.text):
        tail = split_heading(f"x {entry.text}", PHASE, vocabulary)  # `**Dig**: the trench ✅`
        duration = title.duration or tail.duration
        health, when = title.health or tail.health, title.when or tail.when
        head = _CLAUSE.split(entry.text, maxsplit=1)[0]  # `**Dig.** ✅ Done. The trench ...`
        state = tail.state or (
            read_state(head, PHASE, vocabulary).state if is_state(head, PHASE, vocabulary) else None
        )
        title = Title(title.text, state, tail.mark or (head if state else ""), duration, health, when)
    if title.text.endswith("."):  # a sentence of its own: `**Phase 1 — Dig.** The trench`
        title = msgspec.structs.replace(title, text=title.text.rstrip(". "))
    fields: list[Field] = [*statements_of_item(item, vocabulary)]
    return Member(item.line, item.end, boxed(title, item), number, name, blocks=item.children, fields=fields)


def boxed(title: Title[State], item: Block) -> Title[State]:
    """Return a title with the state that the box of its item tells: `- [x] Phase 1: Dig`.

    One that states its own has it, and one over tasks has theirs.
    """
    box = None if title.state or read_tasks(item.children) else task_state(item)
    if box is None:
        return title
    mark = "[x]" if item.task else item_text(item).removesuffix(box[1]).strip()
    return msgspec.structs.replace(title, state=OF_BOXES.get(box[0]), mark=mark)


def phased_list(outline: Outline, called: re.Pattern[str] = PHASED, *, holding: bool = False) -> Listed:
    """Return the items of a numbered list, each led by bold words, below a heading called so.

    With `holding` only where each has a list in it.
    """
    for section in outline.sections[1:]:
        if section.level < 2 or not called.search(title_key(section.title)):
            continue
        for block in section.blocks:
            entries = [entry_of(item) for item in block.children] if block.kind == "list" else []
            led = block.level >= 0 and len(entries) >= FEWEST and all(entry.bold for entry in entries)
            if led and (not holding or all(_holds_list(entry.block) for entry in entries)):
                return list(of_lists(outline, section, outline.parts(section), called=True)), section.line
    return [], 0


def worked_list(outline: Outline) -> Listed:
    """Return the items of a numbered list below a word for work, each in bold over a list of its own."""
    return phased_list(outline, WORK, holding=True)


def stated_list(outline: Outline) -> Listed:
    """Return the items of a numbered list below a timeline, most of which state how far they are."""
    for section in outline.sections[1:]:
        lists = [block for block in section.blocks if block.kind == "list" and block.level >= 0]
        if not lists or title_key(section.title) not in TIMELINES:
            continue
        members = list(of_lists(outline, section, [Part(Field("", "", 0), blocks=lists)], called=True))
        stated = sum(one.title.state is not None for one in members)
        if len(members) >= FEWEST and 4 * stated >= 3 * len(members):
            return members, section.line
    return [], 0


TIMELINES = keys_of(words.TIMELINES)


def ordered_list(outline: Outline) -> int:
    """Return the line of a heading called an order, such a list below."""
    return phased_list(outline, ORDER)[1]
