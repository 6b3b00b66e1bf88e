"""Headings that part a page which has no numbered phases: by number, by distance, by version."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.reading.found import Member
from mkdocs_plan_plugin.reading.headings import Numbered, horizons, numbered, numbered_text, plain_step
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.sections import (
    CALLED,
    FEWEST,
    count_up,
    holds_work,
    is_called,
    may_be_phase,
    may_hold,
    states,
)
from mkdocs_plan_plugin.reading.phases.steps import lists_steps
from mkdocs_plan_plugin.reading.roles import role_of, top_level
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import has_word, key, keys_of, pattern_of, title_key
from mkdocs_plan_plugin.vocabulary.ratings import is_rating
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.section_roles import PIECES
from mkdocs_plan_plugin.vocabulary.titles import plain, split_heading

_NUMBER = regex(r"\s*(\d{1,2}[A-Za-z]?)[.)]\s+(?=\S)")
_VERSION_IN_FRONT = regex(r"([\W_]*)(v(\d+(?:\.\d+){1,2}))(?![\w.-])\s*[:：–—|-]*\s*(.*)")
"""A version in front of a title: `✅ v0.1.0 - Ground`."""
_NUMBER_OF_WORK = regex(r"\s*(\d{1,3})(?:[.):]|\s*[-–—])\s+(?=\S)")

Units = dict[int, list[Numbered]]
"""Headings with a number and a word that may stand for *phase*, by the index of the section around them."""


def of_heading(outline: Outline, section: Section, number: re.Match[str] | None = None) -> Member:
    """Return a heading as a phase, its own number apart: `2. Dig`, `KL-2: Dig`."""
    number = number or _NUMBER.match(section.title)
    if number is None and (step := plain_step(section)):
        return of_numbered(outline, step)
    if number is None and (version := _VERSION_IN_FRONT.match(section.title)):
        named = Numbered(
            section, "", "", version[3], version[4], strong=True, lead=version[1], name=version[2]
        )
        return of_numbered(outline, named)
    rest = section.title[number.end() :] if number else section.title
    title = split_heading(rest, PHASE, outline.vocabulary)
    return Member(section.line, section.end, title, number[1] if number else "", section=section)


def of_numbered(outline: Outline, named: Numbered) -> Member:
    """Return a heading with a word and a number as a phase."""
    section = named.section
    title = named.title(outline.vocabulary)
    return Member(section.line, section.end, title, named.number, named, section)


def has_work(outline: Outline, member: Member) -> bool:
    """True if a phase has a task or a state in it."""
    if member.title.state is not None or states(outline, member.fields):
        return True
    return holds_work(outline, member.section) if member.section else bool(read_tasks(member.blocks))


def units_by_parent(outline: Outline) -> Units:
    """Return the units of a page. Steps of testing or of the way back are those of another thing."""
    groups: Units = {}
    for section in outline.sections[1:]:
        step = numbered(section, outline.vocabulary, "steps") if section.level > 1 else None
        if step and step.canonical in words.MAIN_STEPS and _DECIMAL.fullmatch(step.number):
            groups.setdefault(section.parent, []).append(step)
    return {parent: group for parent, group in groups.items() if may_hold(outline, outline.sections[parent])}


_DECIMAL = regex(r"\d+(?:\.\d)?[A-Za-z+]?|[A-Z]")


def units_of(outline: Outline, units: Units, *, called: bool) -> list[Member]:
    """Return the units that are in place of phases: `Step 1`, `Schritt 1`, `Tier 1`.

    Those right below a heading `called` phases, else those of the only place that parts the work so; tasks
    are none there. Steps of a page that is itself a phase are its own.
    """
    title = outline.title.title if outline.title else ""
    if any(numbered_text(piece, outline.vocabulary) for piece in PIECES.split(title)):
        return []
    groups = [
        group for parent, group in units.items() if is_called(outline, outline.sections[parent]) is called
    ]
    ordered = [group for group in groups if ORDERED.search(title_key(_heading_above(outline, group)))]
    groups = ordered or groups
    numbers = [len({one.number for one in group}) for group in groups]
    if len([count for count in numbers if count > 1]) != 1 and not called:
        return []
    group = next((one for one, count in zip(groups, numbers, strict=True) if count >= FEWEST), [])
    if not called:  # `Step 3.1` to `3.9` are those of a third phase
        whole = sum("." not in one.number and _parts_the_page(outline, one) for one in group)
        group = group if 2 * whole > len(group) else []
    members = [of_numbered(outline, one) for one in group]
    told = sum(one.title.duration != "" or has_work(outline, one) for one in members)
    plain = not called and not _is_tabled(outline) and all(one.canonical in _TOLD for one in group)
    return [] if plain and 2 * told < len(members) else members  # instructions: a step of work tells more


_TOLD = ("step", "story")
"""Words that also count instructions, and the wishes of users."""


def _heading_above(outline: Outline, group: list[Numbered]) -> str:
    return outline.sections[group[0].section.parent].title


def _parts_the_page(outline: Outline, unit: Numbered) -> bool:
    """True for a unit of work; tasks are none, unless they are the main headings of a page, by letters."""
    main = outline.title is not None and unit.section.parent == outline.title.index
    return unit.canonical != "task" or (main and unit.number.isalpha())


def _is_tabled(outline: Outline) -> bool:
    """True if a table tells how far the steps of the page are."""
    vocabulary = outline.vocabulary
    heads = (table.rows[0] for section in outline.sections for table in section.tables if table.rows)
    return any(
        title_key(head[0].text) in vocabulary.steps
        and any(vocabulary.means(one.text, "status") for one in head)
        for head in heads
        if head
    )


def numbered_work(outline: Outline, units: Units) -> list[Member]:
    """Return the numbered main headings of a roadmap, each of which has a state or tasks of its own.

    What calls itself a roadmap and counts all its main headings needs neither, unless there are units in
    one of them; a plan may have chapters.
    """
    if not _is_roadmap(outline):
        return []
    top = (
        top_level(outline.document)
        if outline.title
        else min((one.level for one in outline.sections[1:]), default=0)
    )
    main = [
        one for one in outline.sections[1:] if one.level == top and not ORDER.search(title_key(one.title))
    ]
    headed = [one for one in main if _NUMBER.match(one.title)]
    members = [of_heading(outline, one) for one in headed]
    named = [may_be_phase(outline, one) for one in headed]
    works = [_works(outline, one) for one in members]
    if len(members) > 1 and all(named) and all(works):
        return members
    most = _MOST * len(members)
    if sum(named) >= most and sum(works) >= max(FEWEST, most):
        return [one for one, *signs in zip(members, named, works, strict=True) if any(signs)]
    counted = count_up(member.number for member in members)
    chapters = any(role_of(one.title, outline.vocabulary) in _CHAPTERS for one in headed)
    parted = any(len(group) >= FEWEST for group in units.values())
    sure = _is_roadmap(outline, words.ROADMAPS) and headed == main and counted and not (chapters or parted)
    return members if sure and len(members) >= FEWEST and sum(named) >= most else []


_MOST = 3 / 4
_CHAPTERS = frozenset(words.SECTIONS) - {"testing", "rollback", "deliverables", "phases"}
"""Roles that chapters of a document play: *Tests* may be a phase among others."""


def identified_work(outline: Outline) -> list[Member]:
    """Return the main headings that each have an identifier, on a page called phases: `KL-1 Dig`."""
    called = key(outline.title.title).split() if outline.title else []
    if not any(" ".join(called[at:]) in CALLED for at in range(len(called))):
        return []
    main = [one for one in outline.sections[1:] if one.level == top_level(outline.document)]
    steps = [step for one in main if (step := plain_step(one)) and _IDENTIFIER.match(step.number)]
    several = len({step.number for step in steps}) == len(main) >= FEWEST
    return [of_numbered(outline, step) for step in steps] if several else []


_IDENTIFIER = regex(r"[A-Z]+-?\d")


def coded_work(outline: Outline) -> list[Member]:
    """Return the headings with a code that those below go on from: `2. S1 - Dig` over `S1-1: Trench`."""
    groups: dict[int, list[Member]] = {}
    for section in outline.sections[1:]:
        code = _CODE_IN_FRONT.match(section.title) if section.level > 1 else None
        below = outline.document.children(section) if code else []
        if code and any(one.title.strip("*_[( ").startswith((f"{code[1]}-", f"{code[1]}.")) for one in below):
            groups.setdefault(section.parent, []).append(of_heading(outline, section, code))
    return next((group for group in groups.values() if len(group) >= FEWEST), [])


_CODE_IN_FRONT = regex(r"(?:\d{1,2}[.)]?\s+)?([A-Z]{1,4}\d{1,2})(?:\s*[:：–—]|\.|\s+-)\s*(?=\S)")


def _works(outline: Outline, member: Member) -> bool:
    """True for a heading over work, or over one called tasks."""
    below = outline.document.children(member.section) if member.section else []
    return has_work(outline, member) or any(lists_steps(one) for one in below)


def _is_roadmap(outline: Outline, called: tuple[str, ...] = words.ROADMAP_TITLES) -> bool:
    """True for a page that calls itself so, and for a plan without a title."""
    title = outline.title.title if outline.title else str(outline.document.front.values.get("title", ""))
    return not title or any(word in f" {key(title)} " for word in called)


def versions_of(outline: Outline) -> list[Member]:
    """Return the versions that part a roadmap, or its years or stages: `v1.2: Walls`, `2027`, `Beta`."""
    found: list[Member] = []
    stages: dict[int, list[Member]] = {}
    for section in outline.sections[1:] if _is_roadmap(outline) else ():
        if section.level < 2 or not may_hold(outline, outline.sections[section.parent]):
            continue
        title = plain(section.title)
        if version := _VERSION.match(title):
            number, rest = version["number"] or version["year"], title[version.end() :]
            named = Numbered(section, "", "", number, rest, strong=True, name=version["name"])
            apart = split_heading(rest, PHASE, outline.vocabulary)
            found.append(Member(section.line, section.end, apart, number, named, section))
        elif title_key(section.title) in STAGES:
            stages.setdefault(section.parent, []).append(of_heading(outline, section))
    if len({member.number for member in found}) == len(found) > 1:
        return found
    return next((group for group in stages.values() if len(group) > 1), [])


def graduation_of(outline: Outline) -> list[Member]:
    """Return the stages below a heading that is called graduation: `Alpha`, `Beta -> GA`."""
    for section in outline.sections[1:]:
        if section.level > 1 and title_key(section.title) in _GRADUATIONS:
            stages = [one for one in outline.document.children(section) if _STAGE.match(title_key(one.title))]
            return [of_heading(outline, one) for one in stages] if len(stages) > 1 else []
    return []


STAGES = keys_of(words.RELEASE_STAGES)
_STAGE = regex(lambda: pattern_of(words.RELEASE_STAGES))
_GRADUATIONS = keys_of(words.GRADUATIONS)
_CALLED = "|".join((*words.VERSIONS, *words.RELEASE_STAGES))
_VERSION = regex(
    rf"(?P<name>(?P<year>20\d\d)(?=\s*$)|(?:(?:{_CALLED})\s*(?:[:：]\s*)?`?v?|v)"
    r"(?P<number>\d+(?:\.(?:\d+|x))*))(?![\w.])(?:(?<=\.[\dx])|(?=`?\s*(?:$|[:：–—|(]|-\s)))`?\s*[:：–—|-]*\s*",
    re.IGNORECASE,
)


def ranked_work(outline: Outline) -> list[Member]:
    """Return the numbered headings right below one that is called priorities, if all there are numbered.

    Those of a roadmap may be called so each: `Priority 1: Dig`, but not `Priority 1: High`.
    """
    for section in outline.sections[1:]:
        called = title_key(section.title)
        if section.level > 1 and (_PRIORITIES.search(called) or ORDER.search(called)):
            headed = outline.document.children(section)
            if len(headed) >= FEWEST and all(
                _NUMBER.match(one.title) and may_be_phase(outline, one) for one in headed
            ):
                return [of_heading(outline, one) for one in headed]
    groups: dict[int, list[Member]] = {}
    for section in outline.sections[1:] if _is_roadmap(outline) else ():
        rank = _RANKED.match(section.title) if section.level > 1 else None
        if rank is None or is_rating(section.title[rank.end() :], outline.vocabulary):
            continue
        if may_hold(outline, outline.sections[section.parent]):
            groups.setdefault(section.parent, []).append(of_heading(outline, section, rank))
    several = (group for group in groups.values() if len(group) >= FEWEST)
    return next((group for group in several if count_up(one.number for one in group)), [])


def stated_work(outline: Outline) -> list[Member]:
    """Return the neighbours of a roadmap that each have a field of state: targets, features, packages."""
    groups: dict[int, list[Section]] = {}
    for section in outline.sections[1:] if _is_roadmap(outline) else ():
        if section.level > 1 and may_hold(outline, outline.sections[section.parent]):
            groups.setdefault(section.parent, []).append(section)
    for group in groups.values():
        stated = [one for one in group if states(outline, outline.fields(one)) and may_be_phase(outline, one)]
        if len(stated) == len(group) >= FEWEST:
            return [of_heading(outline, one) for one in stated]
    return []


ORDER = has_word(words.ORDER_HEADINGS)
ORDERED = has_word(words.SEQUENCES)
WORK = regex(lambda: rf"^(?:\d+ )?{pattern_of((*words.WORK_HEADINGS, *words.ORDER_HEADINGS))}$")
_RANKED = regex(
    lambda: rf"(?:{pattern_of(words.FIELDS['priority'])})\s+(\d{{1,2}})\s*[:：–—-]\s*(?=\S)", re.IGNORECASE
)
_PRIORITIES = regex(lambda: rf"(?:{pattern_of(words.PRIORITY_HEADINGS)})$")


def horizons_of(outline: Outline) -> list[Member]:
    """Return the headings Now, Next, Later and their like as phases."""
    return [of_heading(outline, one.section) for one in far_headings(outline)]


def far_headings(outline: Outline) -> list[Numbered]:
    """Return the headings Now, Next, Later and their like, where they are neighbours."""
    by_parent: dict[int, list[Section]] = {}
    for section in outline.sections[1:]:
        if section.level > 1:
            by_parent.setdefault(section.parent, []).append(section)
    for siblings in by_parent.values():
        if found := horizons(siblings, outline.vocabulary):
            return found
    return []


def headed_by_phase(outline: Outline) -> tuple[list[Member], int]:
    """Return the headings right below one that tells something *by phase*, and its line."""
    for section in outline.sections[1:]:
        if section.level > 1 and PHASED.search(title_key(section.title)):
            children = outline.document.children(section)
            if len(children) >= FEWEST and all(may_be_phase(outline, one) for one in children):
                return [of_heading(outline, one) for one in children], section.line
    return [], 0


PHASED = has_word(words.PHASED_HEADINGS)


def working_phases(outline: Outline) -> list[Member]:
    """Return the headings of the highest level of which two are numbered or have tasks below them.

    They are the phases of some dialects. A numbered one counts, too, that is alone and has tasks.
    """
    with_tasks: set[int] = set()
    for section in outline.sections[1:]:
        if read_tasks(section.blocks):
            with_tasks.add(section.index)
            with_tasks.update(above.index for above in outline.document.ancestors(section))
    below = [section for section in outline.sections[1:] if section.level > 1]
    for level in sorted({section.level for section in below}):
        numbers = {one.index: _NUMBER_OF_WORK.match(one.title) for one in below if one.level == level}
        headed = [index for index, number in numbers.items() if number or index in with_tasks]
        if len(headed) > 1 or (headed and numbers[headed[0]] and headed[0] in with_tasks):
            return [_working(outline, outline.sections[index], numbers[index]) for index in headed]
    return []


def _working(outline: Outline, section: Section, number: re.Match[str] | None) -> Member:
    """Return a heading as a phase; its own number goes before the one of a phase that it names."""
    named = None if number else numbered(section, outline.vocabulary)
    return of_numbered(outline, named) if named else of_heading(outline, section, number)
