"""What parts the work of a page that has no phases, and is called by no word for them: it is reported."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.entries import cell
from mkdocs_plan_plugin.reading.found import Phases
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.main_headings import has_work, may_be_phase, may_hold_units, of_heading
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import has_word, key, title_key
from mkdocs_plan_plugin.vocabulary.titles import plain

_WORD_AND_NUMBER = regex(
    r"((?:[A-Z]{2,4} )?[^\W\d_]+)[ -]+(?:\d{1,2}|[A-Z]|[IVX]+)(?![\w.])"
    r"|([A-Z]{1,3})\d{1,2}(?:\.\d)?(?=\s*[:：–—]|\s-\s)"
)
"""`Priority 1: Critical`, `Tier 0`, `Lot A`, `PR Track 1`, `S1 - Users`, in letters of any script."""
_NUMBER = regex(r"\d{1,2}[.)]\s+\S")
_WORK = regex(rf"^(?:\d+ )?{has_word((*words.WORK_HEADINGS, *words.ORDER_HEADINGS)).pattern}$")
_LEAD = regex(r"^[\W_]+")
_FEWEST = 3

_HEADINGS = "it has a number, and no word for phases: write 'Phase 1: Title' to make it one"
_LIST = "a numbered list tells no progress: give its items boxes, or write headings such as 'Phase 1: Title'"
_TABLE = "a table of numbered rows tells no progress: give it a column of states, or call the first one Phase"


def unnamed_work(outline: Outline) -> list[LeftOut]:
    """Return the numbered headings that hold work, else the longest numbered list or table of a page.

    A list or table is none where the page has tasks: these tell its progress.
    """
    headings = list(_headings(outline))
    if headings:
        return headings
    listed = max(_listed(outline), key=lambda one: one[0], default=None)
    if listed is None or any(read_tasks(section.blocks) for section in outline.sections):
        return []
    return [listed[1]]


def unknown_words(outline: Outline, found: Phases) -> list[LeftOut]:
    """Return the headings that an unknown word numbers, where they are more than the phases of the page."""
    covered = found.covering()
    left: list[LeftOut] = []
    for (_, word), group in _numbered_alike(outline).items():
        outside = [one for one in group if not covered(one.line)]
        if _is_unit(word, outside, outline) and len(outside) > len(found.members):
            reason = f"{_UNKNOWN}: add '{word}' to 'vocabulary', under 'phases'"
            left += [LeftOut(line=one.line, kind="phase", text=one.title, reason=reason) for one in outside]
    return left


def _headings(outline: Outline) -> Iterator[LeftOut]:
    for (parent, word), group in _numbered_alike(outline).items():
        working = sum(has_work(outline, of_heading(outline, one)) for one in group)
        if len(group) >= (2 if word else _FEWEST) and working > 1 and may_hold_units(outline, parent):
            for one in group:
                yield LeftOut(line=one.line, kind="phase", text=one.title, reason=_HEADINGS)


def _numbered_alike(outline: Outline) -> dict[tuple[int, str], list[Section]]:
    """Return the headings with a number, by the section around them and the word in front of it, if any."""
    groups: dict[tuple[int, str], list[Section]] = {}
    for section in outline.sections[1:]:
        title = _LEAD.sub("", plain(section.title))
        counted = _WORD_AND_NUMBER.match(title)
        if section.level > 1 and (counted or _NUMBER.match(title)) and may_be_phase(outline, section):
            word = title_key(counted[1] or counted[2]) if counted else ""
            groups.setdefault((section.parent, word), []).append(section)
    return groups


def _is_unit(word: str, group: list[Section], outline: Outline) -> bool:
    """True for a word that counts from 0 or 1 in digits, and is known for nothing else that is counted."""
    if not word or len(group) < _FEWEST or word in _COUNTED or word in outline.vocabulary.steps:
        return False
    numbers = [int(digits[0]) for one in group if (digits := _DIGITS.search(one.title))]
    begins = numbers[:1] in ([0], [1]) and len(numbers) == len(group)
    return begins and all(after - before in (0, 1) for before, after in pairwise(numbers))


_UNKNOWN = "numbered as phases are, by a word that is none"
_DIGITS = regex(r"\d{1,2}")
_COUNTED = frozenset(map(key, words.COUNTED_OTHERS))


def _listed(outline: Outline) -> Iterator[tuple[int, LeftOut]]:
    """Yield numbered tables, and lists below a word for work, where no other part of a plan is played."""
    for section in outline.sections[1:]:
        if section.level < 2 or not may_hold_units(outline, section.index):
            continue
        for block in section.blocks if _WORK.search(title_key(section.title)) else ():
            if block.kind == "list" and block.level >= 0 and len(block.children) >= _FEWEST:
                yield len(block.children), _left(block.line, section, _LIST)
        for table in section.tables if may_be_phase(outline, section) else ():
            numbers = [cell(row, 0).strip(" .#") for row in table.rows[1:]]
            if len(numbers) >= _FEWEST and numbers == [str(at) for at in range(1, len(numbers) + 1)]:
                yield len(numbers), _left(table.line, section, _TABLE)


def _left(line: int, section: Section, reason: str) -> LeftOut:
    return LeftOut(line=line, kind="phase", text=section.title, reason=reason)
