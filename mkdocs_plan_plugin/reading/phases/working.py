"""The phases of a dialect whose main headings each have work below: numbered, or with tasks."""

from __future__ import annotations

from mkdocs_plan_plugin.reading.found import Member, Phases
from mkdocs_plan_plugin.reading.headings import numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_NUMBER = regex(r"\s*(\d{1,3})(?:[.):]|\s*[-–—])\s+(?=\S)")


def working_phases(outline: Outline) -> Phases:
    """Return the headings of the highest level of which two are numbered or have tasks below them.

    A numbered one counts, too, that is alone and has tasks.
    """
    with_tasks = _with_tasks(outline)
    below = [section for section in outline.sections[1:] if section.level > 1]
    for level in sorted({section.level for section in below}):
        headed = [one for one in below if one.level == level and (_number(one) or one.index in with_tasks)]
        alone = len(headed) == 1 and _number(headed[0]) and headed[0].index in with_tasks
        if len(headed) > 1 or alone:
            members = [_member(outline, section) for section in headed]
            return Phases(members, known=len(members))
    return Phases()


def _with_tasks(outline: Outline) -> set[int]:
    """Return the indices of the sections with a task in them or below them."""
    found: set[int] = set()
    for section in outline.sections[1:]:
        if read_tasks(section.blocks):
            found.add(section.index)
            found.update(above.index for above in outline.document.ancestors(section))
    return found


def _number(section: Section) -> str:
    match = _NUMBER.match(section.title)
    return match[1] if match else ""


def _member(outline: Outline, section: Section) -> Member:
    """Return a heading as a phase; its own number goes before the one of a phase that it names."""
    vocabulary = outline.vocabulary
    match = _NUMBER.match(section.title)
    named = None if match else numbered(section, vocabulary)
    if named:
        return Member(
            line=section.line,
            end=section.end,
            number=named.number,
            title=named.title(vocabulary),
            word=named.word,
            canonical=named.canonical,
            name=named.name,
            section=section,
        )
    return Member(
        line=section.line,
        end=section.end,
        number=match[1] if match else "",
        title=split_heading(section.title[match.end() :] if match else section.title, PHASE, vocabulary),
        section=section,
    )
