"""What parts the work of a page, and is no phase: it is left out, with what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.entries import cell
from mkdocs_plan_plugin.reading.found import Phases
from mkdocs_plan_plugin.reading.headings import MAY_NAME, Table, numbered_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.items import TIMELINES, ordered_list
from mkdocs_plan_plugin.reading.phases.lines import named_lines
from mkdocs_plan_plugin.reading.phases.listed import once_more
from mkdocs_plan_plugin.reading.phases.main_headings import WORK, Units, has_work, of_heading
from mkdocs_plan_plugin.reading.phases.rows import phase_column
from mkdocs_plan_plugin.reading.phases.sections import (
    FEWEST,
    count_up,
    is_called,
    left_out,
    may_be_phase,
    may_hold,
    names_phases,
)
from mkdocs_plan_plugin.reading.tasks.lost import seen_lines
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import has_word, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.titles import plain

_WORD_AND_NUMBER = regex(
    r"((?:[A-Z]{2,4} )?[^\W\d_]+)[ -]+(?:(?:[A-Z]{1,4}-?)?\d{1,2}|[A-Z]|[IVX]+)(?![\w.])"
    r"|([A-Z]{1,3})\d{1,2}(?:\.\d)?(?=\s*[:：–—]|\s-\s)"
)
"""`Priority 1: Critical`, `Tier 0`, `Lot A`, `PR Track 1`, `Gate UI-1`, `S1 - Users`, in any script."""
_NUMBER = regex(r"\d{1,2}[.)]\s+\S")
_LEAD = regex(r"^[\W_]+")
_VERSION = regex(r"v?\d{1,3}\.\d{1,3}(?:\.(?:\d{1,3}|x))?")
_OF_PHASES = has_word(words.PHASE_TABLES)

_LOOSE = "a step that is in no phase: write headings such as 'Phase 1: Title' above the steps"
_UNKNOWN = "numbered as phases are, by a word that is none: add '{0}' to 'vocabulary', under 'phases'"
_UNNAMED = "no phase is named directly below it: write headings such as 'Phase 1: Title'"
_HEADINGS = "it has a number, and no word for phases: write 'Phase 1: Title' to make it one"
_LIST = "a numbered list tells no progress: give its items boxes, or write headings such as 'Phase 1: Title'"
_UNTOLD = (
    "a column of phases without one that tells when or how far they are: give the table a column of states"
)
_TABLE = "a table of numbered rows tells no progress: give it a column of states, or call the first one Phase"


def left_beside(outline: Outline, found: Phases, units: Units) -> list[LeftOut]:
    """Return what parts the work of a page besides the phases found, or in place of any."""
    alike = _numbered_alike(outline)
    left = [*found.left_out, *(() if found.members else _in_place(outline, alike))]
    left += _loose(found, units)
    described = {one.line for one in left}
    beside = [*_unknown_words(outline, found, alike), *_bold_lines(outline, found)]
    beside += [*_no_headings(outline), *_in_code(outline, found)]
    return [*left, *(one for one in beside if one.line not in described)]


def _loose(found: Phases, units: Units) -> Iterator[LeftOut]:
    """Yield the units that are in no phase."""
    covered = found.covering()
    for group in units.values():
        if len({one.number for one in group}) >= FEWEST:
            for one in group:
                if not covered(one.section.line):
                    yield LeftOut(line=one.section.line, kind="step", text=one.section.title, reason=_LOOSE)


def _unknown_words(outline: Outline, found: Phases, alike: Alike) -> Iterator[LeftOut]:
    """Yield the headings that an unknown word numbers, where they are more than the phases of the page."""
    covered = found.covering()
    for (_, word), group in alike.items():
        outside = [one for one in group if not covered(one.line)]
        if _is_unit(word, outside, outline) and len(outside) > len(found.members):
            yield from (left_out(one, _UNKNOWN.format(word)) for one in outside)


def _is_unit(word: str, group: list[Section], outline: Outline) -> bool:
    """True for a word that counts from 0 or 1 in digits, and is known for nothing else that is counted."""
    if not word or len(group) < FEWEST or word in _COUNTED or word in outline.vocabulary.steps:
        return False
    numbers = [int(digits[0]) for one in group if (digits := _DIGITS.search(one.title))]
    begins = numbers[:1] in ([0], [1]) and len(numbers) == len(group)
    return begins and all(after - before in (0, 1) for before, after in pairwise(numbers))


_DIGITS = regex(r"\d{1,2}")
_COUNTED = keys_of(words.COUNTED_OTHERS)


def _bold_lines(outline: Outline, found: Phases) -> Iterator[LeftOut]:
    """Yield the bold lines called *Phase N* that hold tasks, where the page's phases are others."""
    if found.members:
        known = {(one.canonical, one.number) for one in found.members}
        covered = found.covering()
        for one in named_lines(outline)[0]:
            if (one.canonical, one.number) not in known and not covered(one.line) and read_tasks(one.blocks):
                yield one.left_out(once_more(found.members[0].called))


def _no_headings(outline: Outline) -> Iterator[LeftOut]:
    """Yield what its author meant for the heading of a phase or step, and Markdown readers show as text.

    `##Phase 1: Dig`, `~~## Phase 1: Dig~~`.
    """
    document = outline.document
    if not _NO_HEADING.search(document.text):
        return
    seen = seen_lines(document.tree.children)
    for number, line in enumerate(document.text.split("\n"), 1):
        if number in seen and (match := _NO_HEADING.match(f"\n{line}")):
            text = line[match.end() - 1 :].strip("*_~ ")
            kind = next(
                (kind for kind in _TABLES if numbered_text(text, outline.vocabulary, _TABLES[kind])), None
            )
            if kind:
                marks, struck = match["marks"] or match["wrapped"], "~~" if "~~" in match[0] else ""
                write = f"it is no heading to a Markdown reader: write '{marks} {struck}{text}{struck}'"
                yield LeftOut(line=number, kind=kind, text=line.strip(), reason=write)


def _in_code(outline: Outline, found: Phases) -> Iterator[LeftOut]:
    """Yield the headings of phases that a fence makes code, because one above it is not closed.

    Such a fence goes on to the end of the page, or hides the phase between two others.
    """
    fenced = [block for section in outline.sections for block in section.blocks if block.fence is not None]
    headed = [block for block in fenced if block.fence == "" and "## " in block.code]
    if not headed:
        return
    open_ended = not _is_closed(fenced[-1], outline.document.text)
    known = {(one.canonical, one.number) for one in found.members}
    between = set(_between(known))
    for block in headed:
        for number, line in enumerate(block.code.split("\n"), block.line + 1):
            heading = _HEADING.match(line)
            named = numbered_text(heading[1], outline.vocabulary) if heading else None
            one = (named.canonical, named.number) if named and named.strong else None
            if one and one not in known and (open_ended or one in between):
                reason = f"it is code, of the fence at line {block.line}: close the one above it"
                yield LeftOut(line=number, kind="phase", text=line.strip(), reason=reason)


def _between(known: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the words and numbers that are missing between those of a page."""
    for kind in {word for word, _ in known}:
        numbers = {int(number) for word, number in known if word == kind and number.isdecimal()}
        if numbers and max(numbers) - min(numbers) < _WIDEST:
            yield from ((kind, str(at)) for at in range(min(numbers), max(numbers)) if at not in numbers)


_WIDEST = 100


def _is_closed(block: Block, text: str) -> bool:
    """True if the last line of a fenced block is its fence: of an odd number one stays open to the end."""
    last = text.split("\n")[block.end - 1] if block.end > block.line else ""
    return last.strip().startswith(("```", "~~~"))


_HEADING = regex(r"#{2,6} (\S.*)")
_NO_HEADING = regex(r"\n {0,3}(?:(?P<marks>#{2,6})(?=[^\s#])|(?:~~|\*\*|__) ?(?P<wrapped>#{2,6}) )")
_TABLES: dict[Literal["phase", "step"], Table] = {"phase": "phases", "step": "steps"}


def _in_place(outline: Outline, alike: Alike) -> list[LeftOut]:
    """Return what seems to part the work of a page without phases.

    Sections called phases, else the numbered headings that hold work, else the longest numbered list or
    table. The last is none where the page has tasks: these tell its progress.
    """
    ordered = ordered_list(outline)
    called = [
        left_out(one, _UNNAMED)
        for one in outline.sections[1:]
        if one.line == ordered or (one is not outline.title and one.end > one.line and _may_hold_phases(one))
    ]
    if found := called or list(_headings(outline, alike)) or list(_tables(outline)):
        return found
    listed = max(_listed(outline), key=lambda one: one[0], default=None)
    if listed is None or any(read_tasks(section.blocks) for section in outline.sections):
        return []
    return [listed[1]]


def _tables(outline: Outline) -> Iterator[LeftOut]:
    """Yield the tables with a column of phases, where these tell neither when nor how far they are."""
    for section in outline.sections:
        for table in section.tables if may_hold(outline, section, "executive-summary") else ():
            column = phase_column(table, outline.vocabulary) if len(table.rows) > FEWEST else None
            head = table.rows[0][column].text.strip() if column is not None else ""
            if head and outline.vocabulary.phases.get(title_key(head)) not in words.PARTS:  # *Module*
                yield LeftOut(line=table.line, kind="phase", text=head, reason=_UNTOLD)


def _may_hold_phases(section: Section) -> bool:
    """True for a heading called phases, a list below a timeline, a table below what speaks of milestones."""
    title = title_key(section.title)
    if title in TIMELINES and _is_numbered_list(section.blocks):
        return True
    rows = max((len(table.rows) for table in section.tables), default=0)
    return names_phases(section.title) or (rows > FEWEST and _OF_PHASES.search(title) is not None)


def _is_numbered_list(blocks: list[Block]) -> bool:
    return any(one.kind == "list" and one.level >= 0 and len(one.children) >= FEWEST for one in blocks)


def _headings(outline: Outline, alike: Alike) -> Iterator[LeftOut]:
    for (parent, word), group in alike.items():
        if len(group) < (2 if word else FEWEST) or not may_hold(outline, outline.sections[parent]):
            continue
        if sum(has_work(outline, of_heading(outline, one)) for one in group) > 1:
            yield from (left_out(one, _HEADINGS) for one in group)


Alike = dict[tuple[int, str], list[Section]]
"""Headings with a number, by the section around them and the word in front of it, if any."""


def _numbered_alike(outline: Outline) -> Alike:
    groups: Alike = {}
    for section in outline.sections[1:]:
        if section.level == 1 or not MAY_NAME.search(section.title, 0, 60):
            continue
        title = _LEAD.sub("", plain(section.title))
        counted = _WORD_AND_NUMBER.match(title)
        if (counted or _NUMBER.match(title)) and may_be_phase(outline, section):
            word = title_key(counted[1] or counted[2]) if counted else ""
            groups.setdefault((section.parent, word), []).append(section)
    return groups


def _listed(outline: Outline) -> Iterator[tuple[int, LeftOut]]:
    """Yield numbered tables, and lists below a word for work, where no other part of a plan is played."""
    for section in outline.sections[1:]:
        if not may_hold(outline, section):
            continue
        work = WORK.search(title_key(section.title)) or is_called(outline, section)
        for block in section.blocks if work else ():
            if _is_numbered_list([block]):
                yield len(block.children), _at(block.line, section, _LIST)
        for table in section.tables if may_be_phase(outline, section) else ():
            numbers = [cell(row, 0).strip(" .#*") for row in table.rows[1:]]
            if len(numbers) >= FEWEST and (count_up(numbers) or all(map(_VERSION.fullmatch, numbers))):
                yield len(numbers), _at(table.line, section, _TABLE)


def _at(line: int, section: Section, reason: str) -> LeftOut:
    return LeftOut(line=line, kind="phase", text=section.title, reason=reason)
