"""Sections whose headings speak of risks and of which none was read: each is left out with what to write."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.entries import entries, says_something
from mkdocs_plan_plugin.reading.headings import numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.risks.sections import risk_sections
from mkdocs_plan_plugin.reading.risks.titles import (
    group_of,
    kind_of,
    mentions_risk,
    names_several,
    speaks_of_levels,
)
from mkdocs_plan_plugin.source.document import Section

_MEASURES = "by its heading, these are measures; list under 'Risks' what they are against"
_NOTHING = "nothing here can be read as a risk; write each as an item '- Flood: why' or a row"
_CODED = "a block of code is no text to a Markdown reader; write each risk as an item '- Flood: why' or a row"
_LEVELS = "by its heading, these are levels of risk; list the risks under a heading 'Risks'"
_BESIDE = "its heading speaks of risks, but does not list them; do so under one called 'Risks'"


def unread_sections(outline: Outline, lines: list[int]) -> Iterator[LeftOut]:
    """Yield the sections that say something of risks, and hold none of the lines of what was read."""
    tops = risk_sections(outline)
    end = 0
    for one in outline.sections[1:]:
        top = tops.get(one.index)
        if one.line <= end or (top is None and not mentions_risk(one.title)):
            continue  # most headings
        at = bisect_left(lines, one.line)
        read = at < len(lines) and lines[at] <= one.end
        if top is None:
            reason = _beside(one, outline, read=read)
        elif reason := "" if read else _inside(one, outline, top):
            end = one.end
        if reason:
            yield LeftOut(kind="risk", line=one.line, text=one.title, reason=reason)


def _inside(one: Section, outline: Outline, top: Section) -> str:
    """Return why a section of risks, or a group in it, holds none; nothing where it says that there is none.

    Nor are measures inside a phase wanted.
    """
    kind = kind_of(one.title, outline.vocabulary)
    if one is not top and kind != "risks":
        return ""
    blocks = [block for below in outline.document.within(one) for block in below.blocks]
    if not says_something(blocks):
        return _CODED if any(block.kind == "code" for block in blocks) else ""
    if kind != "measures":
        return _NOTHING
    above = (up for up in outline.document.ancestors(one) if up is not outline.title)
    phased = any(numbered(up, outline.vocabulary) for up in above)
    return "" if phased else _MEASURES


def _beside(one: Section, outline: Outline, *, read: bool) -> str:
    """Return why another section holds no risks, though levels or a list under its heading may be some.

    `**High risks**: the kiln cracks, rain` below *Risk Categories* is a risk or the meaning of a level.
    """
    vocabulary = outline.vocabulary
    if speaks_of_levels(one.title) and any(
        entry.text and entry.title and group_of(entry.title, vocabulary) for entry in entries(one.blocks)
    ):
        return _LEVELS
    listing = any(block.kind in ("list", "table") for block in one.blocks) and names_several(one.title)
    if read or not listing or one is outline.title or numbered(one, vocabulary):
        return ""
    named = kind_of(one.title, vocabulary) == "risks" and says_something(one.blocks)
    return _BESIDE if named else ""
