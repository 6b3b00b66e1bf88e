"""Which of the headings that may be phases divide the work of a page in one way."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.candidates import Candidate
from mkdocs_plan_plugin.reading.phases.listed import once_more
from mkdocs_plan_plugin.reading.phases.sections import (
    holds_work,
    is_state_heading,
    left_out,
    names_milestones,
)
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import key, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.spans import is_duration
from mkdocs_plan_plugin.vocabulary.titles import split_heading


def of_dialect(outline: Outline, candidates: list[Candidate], left: list[LeftOut]) -> list[Candidate]:
    """Return the candidates with a word of the page's dialect, where there is one; else all.

    Others are headings over those, or left out where they have work of their own.
    """
    own_words = {key(word) for word in outline.dialect.phases.words}
    own = [one for one in candidates if one.named.canonical in own_words]
    if not own:
        return candidates
    lines = [one.section.line for one in own]
    last = 0  # line of the phases so far
    for one in candidates:
        section = one.section
        if one.named.canonical in own_words:
            last = max(last, section.end)
            continue
        at = bisect_right(lines, section.line)
        over = at < len(lines) and lines[at] <= section.end
        if section.line > last and not over and one.substance:
            leave(left, [one], f"phases are headings such as '{own[0].section.title}' here")
    return own


def outermost(outline: Outline, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that are in no other one; those inside are its steps.

    Two kinds of heading around others are none of their own: a *part* that numbers phases of its
    own, and a phase below which its followers slipped by a level.
    """
    by_index = {one.section.index: one for one in candidates}
    above = {id(one): _above(outline, one, by_index) for one in candidates}
    inner = Counter(
        around.section.index
        for one in candidates
        if (around := above[id(one)]) and not one.is_box and one.named.canonical not in words.PARTS
    )
    parts = {
        index
        for index, count in inner.items()
        if count > 1 and by_index[index].named.canonical in words.PARTS
    }
    if chapters := _chapters(outline, candidates, [by_index[index] for index in parts]):
        outline.chapters = {one.section.index for one in chapters}
        return outermost(outline, [one for one in candidates if one not in chapters])
    outer: list[Candidate] = []
    numbers: set[tuple[str, str]] = {
        one.key for one in candidates if above[id(one)] is None and one.section.index not in parts
    }
    for one in candidates:
        around = above[id(one)]
        while around and around.section.index in parts:
            one.part = one.part or split_heading(around.section.title, PHASE, outline.vocabulary).text
            around = above[id(around)]
        if one.section.index in parts:
            continue
        if around is None:
            outer.append(one)
        elif one.key not in numbers and _follows(one, around):
            one.parent = around.parent
            numbers.add(one.key)
            outer.append(one)
    return outer


def _above(outline: Outline, one: Candidate, by_index: dict[int, Candidate]) -> Candidate | None:
    for section in outline.document.ancestors(one.section):
        if section.index in by_index:
            return by_index[section.index]
    return None


def of_one_division(outline: Outline, outer: list[Candidate], left: list[LeftOut]) -> list[Candidate]:
    """Return the candidates that divide the work in one way, and leave out those of another.

    Neighbours of different words are phases together; a timetable beside the phases, or milestones
    with the same numbers elsewhere, divide the same work once more.
    """
    groups: dict[tuple[int, bool], list[Candidate]] = {}
    for one in outer:
        groups.setdefault((one.parent, one.is_box), []).append(one)
    for (parent, box), group in list(groups.items()):  # `Phase 1`, `Phase 2`, `Week 5` as neighbours
        units = groups.get((parent, False))
        if box and units and not _numbers(group) & _numbers(units):
            units += groups.pop((parent, box))
    if not groups:
        return []
    main = max(groups.values(), key=_weight)
    chosen = list(main)
    for group in groups.values():
        if group is main:
            continue
        same = {one.named.canonical for one in group} & {one.named.canonical for one in chosen}
        if (
            same
            or _sorted_by_state(outline, group[0], main[0])
            or _are_horizons(outline, group, main)
            or (main[0].is_box and not group[0].is_box and all(one.apart.state for one in group))
            or (
                not (
                    _is_apart(group, main)
                    or _end_phases(outline, group, main)
                    or _numbers(group) & _numbers(chosen)
                )
                and counts(group)
            )
        ):
            sure = [one for one in group if one.substance or one.named.strong]
            if len(group) == 1 and not group[0].substance and _is_in_appendix(outline, group[0], main):
                sure = []  # `Phase 0, as measured` in an appendix
            chosen += sure
            unsure = [one for one in group if one not in sure]
            leave(left, unsure, "it reads like a remark about a phase")
            continue
        first = min(main, key=lambda one: one.section.line).named
        leave(left, group, once_more(first.name or f"{first.word} {first.number}"))
    return sorted(chosen, key=lambda one: one.section.index)


def _is_in_appendix(outline: Outline, one: Candidate, main: list[Candidate]) -> bool:
    """True below *Appendix C*, for a number that the others don't have, and don't lead to."""
    numbers = {int(number) for number in _numbers(main) if number.isdecimal()}
    goes_on = one.key[1].isdecimal() and int(one.key[1]) - 1 in numbers
    titled = title_key(outline.sections[max(one.parent, 0)].title)
    return _APPENDIX.match(titled) is not None and not goes_on and one.key[1] not in _numbers(main)


_APPENDIX = regex(rf"(?:{'|'.join(words.BEHIND_THE_PLAN)})(?:\b|(?<=[^a-zа-я]))")


def _end_phases(outline: Outline, group: list[Candidate], main: list[Candidate]) -> bool:
    """True for milestones with the numbers of the phases: `M2: Walls stand` beside `Phase 2`.

    Those with work of their own are phases, too, unless the heading above calls them milestones.
    """
    milestones = all(one.named.canonical == "milestone" for one in group)
    if not milestones or main[0].named.canonical != "phase":
        return False
    called = names_milestones(outline, outline.sections[group[0].parent])
    same = {one.key[1].removeprefix("M") for one in group} == _numbers(main)
    return same and (called or not any(one.substance for one in group))


def _sorted_by_state(outline: Outline, *some: Candidate) -> bool:
    """True for phases below headings that each say how far they are."""
    around = {one.parent: outline.sections[one.parent].title for one in some}
    return len(around) == len(some) and all(
        is_state_heading(title, outline.vocabulary) for title in around.values()
    )


def _are_horizons(outline: Outline, group: list[Candidate], main: list[Candidate]) -> bool:
    """True for weeks and months below neighbours of one name: `30-Day Roadmap`, `90-Day Roadmap`."""
    if not (group[0].is_box and main[0].is_box and group[0].named.canonical != main[0].named.canonical):
        return False
    around = [outline.sections[max(one.parent, 0)] for one in (group[0], main[0])]
    names = [title_key(one.title.replace("（", "(").partition("(")[0]).rpartition(" ") for one in around]
    beside = {(one.parent, one.level) for one in around}
    far = all(is_duration(name[0]) or name[0] in _FAR for name in names)
    called = {name[2] for name in names}
    return len(called) == len(beside) == 1 and around[0] is not around[1] and far and called <= _ROADMAPS


_FAR = frozenset(key(word) for row in words.HORIZONS for word in row)
_ROADMAPS = keys_of(words.HORIZON_ROADMAPS)


def _chapters(outline: Outline, candidates: list[Candidate], parts: list[Candidate]) -> list[Candidate]:
    """Return the parts of a document one of which has the phases in it: `Part 1: Why`, `Part 3: Risks`."""
    if len(parts) != 1:
        return []
    place = parts[0].parent, parts[0].named.canonical
    alike = [one for one in candidates if (one.parent, one.named.canonical) == place]
    idle = [one for one in alike if not (one.apart.state or holds_work(outline, one.section))]
    return alike if len(alike) > 1 and len({*idle, parts[0]}) == len(alike) else []


def _follows(one: Candidate, around: Candidate) -> bool:
    """True if a heading inside another continues its count, and is no part of it: Phase 3 below Phase 1."""
    mine, its = (one.named.number.split(".") for one in (one, around))
    return (
        one.named.canonical == around.named.canonical
        and len(mine) == len(its)
        and all(part.isdecimal() for part in mine + its)
        and list(map(int, mine)) > list(map(int, its))
    )


def _is_apart(group: list[Candidate], main: list[Candidate]) -> bool:
    """True for weeks, and for bare workstreams beside phases: another division, elsewhere on the page."""
    first = group[0]
    parts = first.named.canonical in words.PARTS and main[0].named.canonical == "phase"
    return first.is_box or (parts and not any(one.substance for one in group))


def _numbers(group: Iterable[Candidate]) -> set[str]:
    return {one.key[1] for one in group}


def counts(group: list[Candidate]) -> bool:
    """True for several phases, of which one surely is, or one with substance."""
    several = len(_numbers(group)) > 1 and any(one.named.strong for one in group)
    return several or any(one.substance for one in group)


def _weight(group: list[Candidate]) -> tuple[bool, bool, bool, int, int, bool, int]:
    """Order groups: units of work before time boxes, longer ones first, then most numbers and text.

    Milestones are the ends of phases where a page has as many of both.
    """
    first = group[0]
    boxes = words.TIME_BOXES
    return (
        counts(group),
        not first.is_box
        and first.named.canonical not in words.PARTS
        and not (len(group) == 1 and (first.behind or first.about)),
        not first.about,
        -boxes.index(first.named.canonical) if first.is_box else 0,
        len(_numbers(group)),
        first.named.canonical != "milestone",
        sum(one.extent for one in group),
    )


def leave(left: list[LeftOut], group: list[Candidate], reason: str) -> None:
    """Leave candidates out for a reason."""
    left += [left_out(one.section, reason) for one in group]
