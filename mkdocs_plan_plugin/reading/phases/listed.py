"""Phases of a page without numbered headings: what is directly below a heading called phases.

Headings, list items, bold lines and rows of tables, in the order written, whether or not they carry
numbers of their own; and where there is no such heading what parts the page in another way.
"""

from __future__ import annotations

from itertools import islice

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.found import Listed, Member, Phases
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.items import (
    named_items,
    of_lists,
    phased_list,
    stated_list,
    worked_list,
)
from mkdocs_plan_plugin.reading.phases.lines import named_lines, of_lines, timed_lines
from mkdocs_plan_plugin.reading.phases.main_headings import (
    Units,
    coded_work,
    graduation_of,
    has_work,
    headed_by_phase,
    horizons_of,
    identified_work,
    numbered_work,
    of_heading,
    ranked_work,
    stated_work,
    units_of,
    versions_of,
)
from mkdocs_plan_plugin.reading.phases.rows import of_tables, tabled
from mkdocs_plan_plugin.reading.phases.sections import (
    FEWEST,
    count_up,
    is_called,
    may_be_phase,
    names_phases,
)
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.source.document import Section


def listed_phases(outline: Outline, found: Phases, units: Units) -> None:
    """Find the phases that sections called phases list, else what parts the page in their place."""
    listed = called_phases(outline)
    if listed[0]:
        found.members, found.line = _with_work(outline, listed, found.left_out)
        found.known = max(found.known, len(listed[0]))
        return
    found.members, found.line = named_lines(outline)
    if not found.members:
        found.members, found.line = named_items(outline)
    found.members = (
        found.members
        or units_of(outline, units, called=True)
        or identified_work(outline)
        or coded_work(outline)
        or numbered_work(outline, units)
        or ranked_work(outline)
        or stated_work(outline)
        or horizons_of(outline)
    )
    found.known = max(found.known, len(found.members))  # a changelog has versions, a guide steps
    for read in (tabled, headed_by_phase, phased_list, stated_list, worked_list):
        if not found.members:
            found.members, found.line = read(outline)
    found.members = (
        found.members
        or versions_of(outline)
        or graduation_of(outline)
        or units_of(outline, units, called=False)
    )
    if not found.members:
        found.members, found.line = timed_lines(outline)


def called_phases(outline: Outline) -> Listed:
    """Return what the first section called phases lists that lists any, and its line."""
    for section in (one for one in outline.sections[1:] if is_called(outline, one)):
        members = _below(outline, section)
        if len(members) > 1 or (members and has_work(outline, members[0])):
            return _with_further_rows(outline, members), section.line
    return [], 0


def _with_further_rows(outline: Outline, members: list[Member]) -> list[Member]:
    """Add the rows of further tables like the one below a heading called phases: *Later Milestones*."""
    rows = [] if members[0].section or members[0].blocks else tabled(outline)[0]
    return rows if {one.line for one in members} < {one.line for one in rows} else members


def _with_work(outline: Outline, listed: Listed, left_out: list[LeftOut]) -> Listed:
    """Return what a section called phases names, or the bold lines called *Phase N* that hold the work.

    A list of milestones is then left out: `- M1: Draft` beside `**Phase 1 - Draft**` over tasks.
    """
    members, _ = listed
    if any(one.section or read_tasks(one.blocks) for one in members):
        return listed
    lines = named, _ = named_lines(outline)
    if len(named) < FEWEST or not all(one.canonical == "phase" for one in named):
        return listed
    if not any(read_tasks(one.blocks) for one in named) or named[0].line == members[0].line:
        return listed
    left_out += [one.left_out(once_more(named[0].called)) for one in members]
    return lines


def once_more(beside: str) -> str:
    """Return why another division of the work is left out."""
    return f"it divides the work once more, beside {beside} and its like"


def _below(outline: Outline, section: Section) -> list[Member]:
    """Return what a section called phases names directly below: headings, list items, lines or rows."""
    called = names_phases(section.title)
    children = outline.document.children(section) or _counted_behind(outline, section)
    headed = [of_heading(outline, one) for one in children if may_be_phase(outline, one)]
    counted = len(headed) >= FEWEST and count_up(one.number for one in headed)
    if len(headed) > 1 and (called or counted or all(has_work(outline, one) for one in headed)):
        return headed
    parts = outline.parts(section)
    reads = [of_lists, of_lines, of_tables]
    if next((block.kind for block in section.blocks if block.kind in ("list", "table")), "") == "table":
        reads.insert(0, reads.pop())  # what comes first
    for read in reads if called or not headed else ():
        members = list(read(outline, section, parts, called=called))
        if len(members) > 1:
            return members
    return headed if called else []


def _counted_behind(outline: Outline, section: Section) -> list[Section]:
    """Return the headings that count from 1 behind one that has nothing below: `## Stages`, `## 1) Dig`."""
    if section.blocks:
        return []
    found: list[Section] = []
    for one in islice(outline.sections, section.index + 1, None):
        if one.level < section.level:
            break
        if one.parent == section.parent:
            if of_heading(outline, one).number != str(len(found) + 1):
                break
            found.append(one)
    return found
