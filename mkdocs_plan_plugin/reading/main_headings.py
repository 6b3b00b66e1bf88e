"""Headings that part a page which has no numbered phases: below *Phases*, by number, by distance."""

from __future__ import annotations

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.found import Member
from mkdocs_plan_plugin.reading.headings import Numbered, horizons, numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.roles import role_of, top_level
from mkdocs_plan_plugin.reading.tasks import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.lookup import has_word, key, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_ASIDES = has_word(words.PHASE_ASIDES)
CALLED = frozenset(key(word) for word in words.CALLED_PHASES)
_NUMBER = regex(r"\s*(\d{1,2})[.)]\s+(?=\S)")


def called_phases(outline: Outline) -> list[Section]:
    """Return the sections that are called phases, or a word for them."""
    return [
        one
        for one in outline.sections[1:]
        if one is not outline.title
        and (title_key(one.title) in CALLED or role_of(one.title, outline.vocabulary) == "phases")
    ]


def may_be_phase(outline: Outline, section: Section) -> bool:
    """True for a heading that is no section of the plan and no remark about phases."""
    title = title_key(section.title)
    if not title or is_blank(section.title) or _ASIDES.search(title):
        return False
    step = numbered(section, outline.vocabulary, "steps")  # whose phase this page is, or has not named
    return step is None and role_of(section.title, outline.vocabulary, stems=False) is None


def of_heading(outline: Outline, section: Section) -> Member:
    """Return a heading as a phase, its own number apart: `2. Dig`."""
    number = _NUMBER.match(section.title)
    rest = section.title[number.end() :] if number else section.title
    return Member(
        line=section.line,
        end=section.end,
        number=number[1] if number else "",
        title=split_heading(rest, PHASE, outline.vocabulary),
        section=section,
    )


def has_work(outline: Outline, member: Member) -> bool:
    """True if a phase has a task or a state in it."""
    if member.title.state is not None or any(_is_status(outline, field) for field in member.fields):
        return True
    if member.section is None:
        return bool(read_tasks(member.blocks))
    return any(
        read_tasks(one.blocks) or any(_is_status(outline, field) for field in outline.fields(one))
        for one in outline.document.within(member.section)
    )


def _is_status(outline: Outline, field: Field) -> bool:
    return outline.vocabulary.means(field.name, "status")


def steps_called_phases(outline: Outline) -> tuple[list[Member], list[LeftOut]]:
    """Return the steps that stand in place of phases right below a heading called so; others are left out.

    Steps of testing or of the way back are those of another thing, and steps of a page that is itself a
    phase are its own.
    """
    vocabulary = outline.vocabulary
    if outline.title and numbered(outline.title, vocabulary):
        return [], []
    groups: dict[int, list[Numbered]] = {}
    for section in outline.sections[1:]:
        step = numbered(section, vocabulary, "steps") if section.level > 1 else None
        if step and step.canonical in words.MAIN_STEPS and step.number.isdecimal():
            groups.setdefault(section.parent, []).append(step)
    for parent, group in groups.items():
        above = outline.sections[parent]
        role = role_of(above.title, vocabulary) if above.level > 1 else None
        called = role == "phases" or title_key(above.title) in CALLED
        if len({step.number for step in group}) < _FEWEST or not (called or role in (None, "strategy")):
            continue
        if called:
            return [_of_step(step, outline) for step in group], []
        reason = "a step that stands in no phase: write headings such as 'Phase 1: Title' above the steps"
        return [], [
            LeftOut(line=one.section.line, kind="step", text=one.section.title, reason=reason)
            for one in group
        ]
    return [], []


_FEWEST = 3
"""Fewer steps are one instruction, and no parts of a plan."""


def _of_step(step: Numbered, outline: Outline) -> Member:
    return Member(
        line=step.section.line,
        end=step.section.end,
        number=step.number,
        title=step.title(outline.vocabulary),
        word=step.word,
        canonical=step.canonical,
        section=step.section,
    )


def numbered_work(outline: Outline) -> list[Member]:
    """Return the numbered main headings of a roadmap, each of which has a state or tasks of its own."""
    title = outline.title.title if outline.title else str(outline.document.front.values.get("title", ""))
    if not any(word in f" {key(title)} " for word in words.ROADMAP_TITLES):
        return []
    top = top_level(outline.document)
    headed = [one for one in outline.sections[1:] if one.level == top and _NUMBER.match(one.title)]
    members = [of_heading(outline, one) for one in headed if may_be_phase(outline, one)]
    working = [member for member in members if has_work(outline, member)]
    return members if len(working) > 1 and len(working) == len(members) == len(headed) else []


def horizons_of(outline: Outline) -> list[Member]:
    """Return the headings Now, Next, Later and their like, where they stand as neighbours."""
    by_parent: dict[int, list[Section]] = {}
    for section in outline.sections[1:]:
        if section.level > 1:
            by_parent.setdefault(section.parent, []).append(section)
    for siblings in by_parent.values():
        if found := horizons(siblings, outline.vocabulary):
            return [of_heading(outline, one.section) for one in found]
    return []
