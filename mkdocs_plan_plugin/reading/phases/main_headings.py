"""Headings that part a page which has no numbered phases: below *Phases*, by number, by distance."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.found import Member
from mkdocs_plan_plugin.reading.headings import Numbered, horizons, numbered, numbered_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.roles import role_of, top_level
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.lookup import has_word, key, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.section_roles import PIECES
from mkdocs_plan_plugin.vocabulary.titles import plain, split_heading

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


def units_of(outline: Outline, *, called: bool) -> list[Member]:
    """Return the units that are in place of phases: `Step 1`, `Schritt 1`, `Tier 1`.

    Those right below a heading `called` phases, else those of the only place that parts the work so; tasks
    are none there. Steps of a page that is itself a phase are its own.
    """
    title = outline.title.title if outline.title else ""
    if any(numbered_text(piece, outline.vocabulary) for piece in PIECES.split(title)):
        return []
    by_parent = units_by_parent(outline)
    groups = [group for parent, group in by_parent.items() if _is_called(outline, parent) is called]
    numbers = [len({one.number for one in group}) for group in groups]
    if len([count for count in numbers if count > 1]) != 1 and not called:
        return []
    group = next((one for one, count in zip(groups, numbers, strict=True) if count >= _FEWEST), [])
    if not called:  # `Step 3.1` to `3.9` are those of a third phase
        whole = sum(one.number.isdigit() and one.canonical != "task" for one in group)
        group = group if 2 * whole > len(group) else []
    return [_of_step(one, outline) for one in group]


def loose_units(outline: Outline, inside: set[int]) -> list[LeftOut]:
    """Return the units that are in no phase, given the indices of the sections inside phases."""
    return [
        LeftOut(line=one.section.line, kind="step", text=one.section.title, reason=_LOOSE)
        for group in units_by_parent(outline).values()
        if len({one.number for one in group}) >= _FEWEST
        for one in group
        if one.section.index not in inside
    ]


_LOOSE = "a step that is in no phase: write headings such as 'Phase 1: Title' above the steps"


def units_by_parent(outline: Outline) -> dict[int, list[Numbered]]:
    """Return the headings with a number and a word that may stand for *phase*, by what they are under.

    Steps of testing or of the way back are those of another thing.
    """
    groups: dict[int, list[Numbered]] = {}
    for section in outline.sections[1:]:
        step = numbered(section, outline.vocabulary, "steps") if section.level > 1 else None
        if step and step.canonical in words.MAIN_STEPS and _DECIMAL.fullmatch(step.number):
            groups.setdefault(section.parent, []).append(step)
    return {parent: group for parent, group in groups.items() if may_hold_units(outline, parent)}


_DECIMAL = regex(r"\d+(?:\.\d)?")


def may_hold_units(outline: Outline, parent: int) -> bool:
    """True for a place that plays no other part in a plan than to say how the work goes."""
    above = outline.sections[parent]
    role = role_of(above.title, outline.vocabulary) if above.level > 1 else None
    return role in (None, "strategy", "phases", "next-steps")


def _is_called(outline: Outline, parent: int) -> bool:
    above = outline.sections[parent]
    return above.level > 1 and (
        title_key(above.title) in CALLED or role_of(above.title, outline.vocabulary) == "phases"
    )


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
    """Return the numbered main headings of a roadmap, each of which has a state or tasks of its own.

    What calls itself a roadmap and counts all its main headings needs neither; a plan may have chapters.
    """
    if not _is_roadmap(outline):
        return []
    top = top_level(outline.document)
    headed = [one for one in outline.sections[1:] if one.level == top and _NUMBER.match(one.title)]
    members = [of_heading(outline, one) for one in headed]
    named = sum(may_be_phase(outline, one) for one in headed)
    if len(members) > 1 and named == len(headed) and all(has_work(outline, one) for one in members):
        return members
    whole = len(headed) == sum(one.level == top for one in outline.sections[1:])
    counted = [member.number for member in members] == [str(at + 1) for at in range(len(members))]
    sure = _is_roadmap(outline, words.ROADMAPS) and whole and counted and len(members) >= _FEWEST
    return members if sure and named >= 3 / 4 * len(members) else []  # *Tests* may be a phase among others


def _is_roadmap(outline: Outline, called: tuple[str, ...] = words.ROADMAP_TITLES) -> bool:
    title = outline.title.title if outline.title else str(outline.document.front.values.get("title", ""))
    return any(word in f" {key(title)} " for word in called)


def versions_of(outline: Outline) -> list[Member]:
    """Return the versions that part a roadmap, or its years or stages: `v1.2: Walls`, `2027`, `Beta`."""
    found: list[Member] = []
    stages: dict[int, list[Member]] = {}
    for section in outline.sections[1:] if _is_roadmap(outline) else ():
        if section.level < 2 or not may_hold_units(outline, section.parent):
            continue
        if version := _VERSION.match(plain(section.title)):
            title = split_heading(plain(section.title)[version.end() :], PHASE, outline.vocabulary)
            member = of_heading(outline, section)
            member.title, member.name = title, version["name"]
            member.number = version["number"] or version["year"]
            found.append(member)
        elif title_key(section.title) in _STAGES:
            stages.setdefault(section.parent, []).append(of_heading(outline, section))
    if len({member.number for member in found}) == len(found) > 1:
        return found
    return next((group for group in stages.values() if len(group) > 1), [])


_STAGES = frozenset(map(key, words.RELEASE_STAGES))
_CALLED = "|".join((*words.VERSIONS, *words.RELEASE_STAGES))
_VERSION = regex(
    rf"(?P<name>(?P<year>20\d\d)(?=\s*$)|(?:(?:{_CALLED})\s*(?:[:：]\s*)?`?v?|v)"
    r"(?P<number>\d+(?:\.(?:\d+|x))*))(?![\w.])(?:(?<=\.[\dx])|(?=`?\s*(?:$|[:：–—|(]|-\s)))`?\s*[:：–—|-]*\s*",
    re.IGNORECASE,
)


def ranked_work(outline: Outline) -> list[Member]:
    """Return the numbered headings right below one that is called priorities, if all there are numbered."""
    for section in outline.sections[1:]:
        called = title_key(section.title)
        if section.level > 1 and (_PRIORITIES.search(called) or _ORDER.search(called)):
            headed = outline.document.children(section)
            if len(headed) >= _FEWEST and all(
                _NUMBER.match(one.title) and may_be_phase(outline, one) for one in headed
            ):
                return [of_heading(outline, one) for one in headed]
    return []


_ORDER = has_word(words.ORDER_HEADINGS)
_PRIORITIES = regex(rf"(?:{has_word(words.PRIORITY_HEADINGS).pattern})$")


def horizons_of(outline: Outline) -> list[Member]:
    """Return the headings Now, Next, Later and their like, where they are as neighbours."""
    by_parent: dict[int, list[Section]] = {}
    for section in outline.sections[1:]:
        if section.level > 1:
            by_parent.setdefault(section.parent, []).append(section)
    for siblings in by_parent.values():
        if found := horizons(siblings, outline.vocabulary):
            return [of_heading(outline, one.section) for one in found]
    return []
