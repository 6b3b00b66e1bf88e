"""Headings that are phases for what stands beside them: without a number, or by a word for steps."""

from __future__ import annotations

import msgspec

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.headings import Numbered, plain_step, state_of_unit
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.candidates import Candidate
from mkdocs_plan_plugin.reading.phases.division import leave
from mkdocs_plan_plugin.reading.phases.listed import once_more
from mkdocs_plan_plugin.reading.phases.main_headings import STAGES, Units
from mkdocs_plan_plugin.reading.phases.sections import ASIDES, FEWEST, holds_work, is_called
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_PAIR = 2
_CODE = regex(r"[A-Z]{1,3}\d{1,2}$")


def unnumbered(outline: Outline, kept: list[Candidate], said: list[Numbered]) -> list[Candidate]:
    """Return the neighbours of the same word that carry no number: `Final phase: Roll out`.

    Beside codes so do those with another code: `M1: Dig`, `R1: Paint`.
    """
    coded = {(one.parent, one.section.level): one.named.canonical for one in kept if not one.named.word}
    places = {(one.parent, one.section.level, one.named.canonical) for one in kept}
    levels = {place[:2] for place in places}
    timed = {
        place[:2]: place[2]
        for place in places
        if len(alike := [one for one in kept if (one.parent, one.section.level) == place[:2]]) > 1
        and all(one.apart.duration and not one.named.number for one in alike)
    }  # `Pilot Phase (Weeks 1-4)`, `Canary Phase (Weeks 5-8)`, and then `Full Rollout (Weeks 9-16)`
    taken = {one.section.index for one in kept} | {one.section.index for one in said}
    found: list[Candidate] = []
    for section in outline.document.sections[1:] if kept else ():
        if (section.parent, section.level) not in levels or section.index in taken:
            continue
        place = section.parent, section.level
        if place in coded and (step := plain_step(section)) and _CODE.match(step.number):
            one = msgspec.structs.replace(step, canonical=coded[place])
            milestones = is_called(outline, outline.sections[section.parent])
            if milestones or read_tasks(section.blocks):  # `R1: Vendor slips`, `Q1: Who pays?` are none
                found.append(Candidate(one, section.parent, outline))
            continue
        head, colon, rest = section.title.replace("：", ":").partition(":")
        named = title_key(head).split()
        word = named[-1] if 0 < len(named) <= 3 else ""
        if colon and len(named) == _PAIR and word not in outline.vocabulary.phases:
            about = named[1] in outline.vocabulary.belonging or ASIDES.search(title_key(head))
            word = named[0] if not about and holds_work(outline, section) else ""  # `Fase final: Roof`
        named_so = (*place, outline.vocabulary.phases.get(word, ""))
        called = len(named) > 1 or rest.strip()  # `## Phase` alone is a heading over those behind it
        sprint = rest.strip() and state_of_unit(head, outline.vocabulary)
        if title_key(section.title) in STAGES or sprint:  # `MVP`, `Phase 2`; `Completed Sprint: Dig`
            title = rest.strip() if sprint else section.title
            lead = f"[{head.split()[0]}]" if sprint else ""
            one = Numbered(section, "", "stage", "", title, strong=True, lead=lead)
            found.append(Candidate(one, section.parent, outline))
            continue
        if place in timed and split_heading(section.title, PHASE, outline.vocabulary).duration:
            one = Numbered(section, "", timed[place], "", section.title, strong=True)
            found.append(Candidate(one, section.parent, outline))
            continue
        if called and named_so in places and word not in words.PHASE_PLURALS:
            title = rest.strip() if colon else split_heading(section.title, PHASE, outline.vocabulary).text
            one = Numbered(section, "", outline.vocabulary.phases[word], "", title, strong=True)
            found.append(Candidate(one, section.parent, outline))
    return found


def units_instead(
    outline: Outline, kept: list[Candidate], units: Units, left: list[LeftOut]
) -> list[Candidate]:
    """Return the units of a page in place of phases that are all in one: `Step 11` over `Phase 1`.

    So they are where *Implementation Steps* stand beside a timetable in weeks.
    """
    timetable = kept and all(one.is_box and one.named.canonical != "sprint" for one in kept)
    for parent, group in units.items():
        if len({one.number for one in group}) != len(group) or len(group) < FEWEST:
            continue
        around = [one for one in group if any(_is_in(phase, one.section) for phase in kept)]
        inside = len(around) == 1 and all(_is_in(one, around[0].section) for one in kept)
        called = timetable and not around and is_called(outline, outline.sections[parent])
        if called or (inside and len(group) > len(kept)):
            if called:
                leave(left, kept, once_more(group[0].name))
            return [Candidate(one, parent, outline) for one in group]
    return kept


def units_beside(outline: Outline, kept: list[Candidate], units: Units) -> list[Candidate]:
    """Return the units among whose headings a phase is: `Step 1`, `Step 2`, `Phase 2`, `Step 3`.

    Steps behind their phase, a level too high, are its own.
    """
    by_place: dict[tuple[int, int], list[Candidate]] = {}
    for one in kept:
        by_place.setdefault((one.parent, one.section.level), []).append(one)
    found: list[Candidate] = []
    for parent, group in units.items():
        level = group[0].section.level
        phases = by_place.get((parent, level), [])
        numbers = {one.number for one in group}
        among = phases and group[0].section.line < phases[0].section.line
        if among and len(numbers) == len(group) > len(phases):
            found += [Candidate(one, parent, outline) for one in group if one.section.level == level]
    return found


def _is_in(one: Candidate, around: Section) -> bool:
    return around.line < one.section.line <= around.end
