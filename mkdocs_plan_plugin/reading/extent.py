"""Where the phases stand: the lines each covers, the sections inside them, the heading above them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from mkdocs_plan_plugin.reading.phases import Run
from mkdocs_plan_plugin.source.document import Document, Section

Span = tuple[int, int]
"""First and last line, counted from 1."""


def phase_spans(document: Document, run: Run | None) -> list[Span]:
    """Return the lines of each phase; headings about a phase right behind it are its own."""
    if run is None:
        return []
    by_line = {section.line: section for section in document.sections}
    about = {one.section.index: one for one in run.about}
    spans = []
    for member in run.members:
        end = member.section.end
        after = by_line.get(end + 1)
        while after and after.index in about and about[after.index].number == member.number:
            end = after.end
            after = by_line.get(end + 1)
        spans.append((member.section.line, end))
    return spans


def sections_inside(document: Document, spans: list[Span]) -> set[int]:
    """Return the indices of the sections inside the phases, their own headings included."""
    starts = [begin for begin, _ in spans]
    return {
        section.index
        for section in document.sections[1:]
        if (at := bisect_right(starts, section.line)) and section.line <= spans[at - 1][1]
    }


def heading_above(document: Document, run: Run, title: Section | None) -> int:
    """Return the line of the heading that most phases stand under; 0 if that is the title or none."""
    parents = Counter(member.section.parent for member in run.members)
    parent = document.sections[parents.most_common(1)[0][0]]
    return 0 if parent.level <= 1 or parent is title else parent.line
