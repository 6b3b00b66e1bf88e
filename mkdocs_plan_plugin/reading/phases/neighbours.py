"""Headings that are phases for what stands beside them: without a number, or by a word for steps."""

from __future__ import annotations

import msgspec

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.headings import Numbered, plain_step, state_of_unit
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.candidates import Candidate
from mkdocs_plan_plugin.reading.phases.division import leave
from mkdocs_plan_plugin.reading.phases.listed import once_more
from mkdocs_plan_plugin.reading.phases.main_headings import STAGES, Units, far_headings
from mkdocs_plan_plugin.reading.phases.sections import ASIDES, FEWEST, holds_work, is_called, names_milestones
from mkdocs_plan_plugin.reading.roles import role_of
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
    times = _times(kept)
    taken = {one.section.index for one in kept} | {one.section.index for one in said}
    found: list[Candidate] = []
    for section in outline.document.sections[1:] if kept else ():
        if (section.parent, section.level) not in levels or section.index in taken:
            continue
        place = section.parent, section.level
        if place in coded and (step := plain_step(section)) and _CODE.match(step.number):
            one = msgspec.structs.replace(step, canonical=coded[place])
            among = names_milestones(outline, outline.sections[section.parent]) and _tells_work(
                outline, section
            )
            if among or read_tasks(section.blocks):  # `R1: Vendor slips`, `Q1: Who pays?` are none
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
        if place in times and (
            span := _span(split_heading(section.title, PHASE, outline.vocabulary).duration)
        ):
            unit, after, word = times[place]
            if span[0] == unit and (span[1] == after or holds_work(outline, section)):
                times[place] = unit, span[2] + 1, word  # `Full Rollout (Weeks 9-16)` behind `(Weeks 5-8)`
                one = Numbered(section, "", word, "", section.title, strong=True)
                found.append(Candidate(one, section.parent, outline))
                continue
        if called and named_so in places and word not in words.PHASE_PLURALS:
            title = rest.strip() if colon else split_heading(section.title, PHASE, outline.vocabulary).text
            one = Numbered(section, "", outline.vocabulary.phases[word], "", title, strong=True)
            found.append(Candidate(one, section.parent, outline))
    return found


def _times(kept: list[Candidate]) -> dict[tuple[int, int], tuple[str, int, str]]:
    """Return where phases without numbers each tell a time: its unit, what comes next, their word."""
    groups: dict[tuple[int, int], list[Candidate]] = {}
    for one in kept:
        groups.setdefault((one.parent, one.section.level), []).append(one)
    found: dict[tuple[int, int], tuple[str, int, str]] = {}
    for place, group in groups.items():
        spans = [_span(one.apart.duration) for one in group if not one.named.number]
        last = spans[-1] if spans else None
        if last and len(spans) == len(group) > 1 and all(spans):
            found[place] = last[0], last[2] + 1, group[-1].named.canonical
    return found


def _span(duration: str) -> tuple[str, int, int] | None:
    """Return the unit, the first and the last number of a time such as `Weeks 5-8`; an amount is none."""
    match = _SPAN.fullmatch(duration)
    return (
        (title_key(match[1]).removesuffix("s"), int(match[2]), int(match[3] or match[2])) if match else None
    )


_SPAN = regex(r"\W*([^\W\d_]+)\s+(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?\+?\W*")


def _tells_work(outline: Outline, section: Section) -> bool:
    """True for a heading that asks nothing and has no facts of a risk."""
    asks = section.title.rstrip().endswith(("?", "？"))
    risk = ("probability", "impact", "mitigation", "severity")
    return not asks and not any(outline.vocabulary.means(one.name, *risk) for one in outline.fields(section))


def units_instead(
    outline: Outline, kept: list[Candidate], units: Units, left: list[LeftOut]
) -> list[Candidate]:
    """Return the units of a page in place of phases that are all in one: `Step 11` over `Phase 1`.

    So they are where *Implementation Steps* stand beside a timetable in weeks, and so are horizons.
    """
    timetable = kept and all(one.is_box and one.named.canonical != "sprint" for one in kept)
    far = [Candidate(one, one.section.parent, outline) for one in far_headings(outline)] if timetable else []
    works = any(one.works for one in far) or not any(one.works for one in kept)
    plays = any(role_of(one.section.title, outline.vocabulary) for one in far)
    longer = sum(one.extent for one in far) > 2 * sum(one.extent for one in kept)
    if far and longer and works and not plays:
        leave(left, kept, once_more(far[0].section.title))  # quarters behind *Near-Term Improvements*
        return far
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
