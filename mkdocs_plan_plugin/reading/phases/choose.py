"""Which headings of a page are its phases.

Source: the rule for phases, published in the docs word for word. All headings with a phase word and a
number are candidates; each ends up as a phase, as a step, as being about a phase, or left out with
the reason.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

import msgspec

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.found import Listed, Member, Phases
from mkdocs_plan_plugin.reading.headings import Numbered, plain_step, state_of_unit
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.beside import left_beside
from mkdocs_plan_plugin.reading.phases.candidates import Candidate, candidates_of
from mkdocs_plan_plugin.reading.phases.elsewhere import listed_besides
from mkdocs_plan_plugin.reading.phases.items import named_items
from mkdocs_plan_plugin.reading.phases.lines import named_lines
from mkdocs_plan_plugin.reading.phases.listed import called_phases, listed_phases, once_more
from mkdocs_plan_plugin.reading.phases.main_headings import STAGES, Units, units_by_parent, working_phases
from mkdocs_plan_plugin.reading.phases.namings import named_once
from mkdocs_plan_plugin.reading.phases.sections import (
    ASIDES,
    FEWEST,
    holds_work,
    is_called,
    is_state_heading,
    left_out,
)
from mkdocs_plan_plugin.reading.roles import names_part, role_of
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import key, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import split_heading


def phases_of(outline: Outline) -> Phases:
    """Return the phases of a page, found when first asked for."""
    if outline.phases is None:
        outline.phases = _Finder(outline).find()
    return outline.phases


_FIRST_LEVEL = "a heading of the first level, where titles stand: write it as '## Phase 1: Title'"


class _Finder:
    """Sorts the headings of one page that look like phases."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.document = outline.document
        self.vocabulary = outline.vocabulary
        self.left_out: list[LeftOut] = []
        self.about: list[Numbered] = []

    def find(self) -> Phases:
        """Return the phases: those of the page's dialect where it has its own, else by the rule."""
        forms = self.outline.dialect.phases
        if forms.working and (working := working_phases(self.outline)):
            return Phases(working, known=len(working))
        found = self._by_rule()
        besides = listed_besides(self.outline, found, everywhere=forms.listed)
        if besides:
            found.members = sorted([*found.members, *besides], key=lambda one: one.line)
        return found

    def _by_rule(self) -> Phases:
        candidates, self.about, first_level = candidates_of(self.outline)
        self.left_out += [left_out(one.section, _FIRST_LEVEL) for one in first_level]
        units = units_by_parent(self.outline)
        outer = self._outermost(self._of_dialect(candidates))
        namings = named_once(self._of_one_division(outer))
        self._leave(namings.reported, "the page names this phase once more, where it carries more")
        self.about += [one.named for one in namings.again]
        kept = self._units_instead(namings.kept, units)
        kept = sorted(
            [*kept, *self._unnumbered(kept), *self._units_beside(kept, units)],
            key=lambda one: one.section.line,
        )
        found = Phases(known=len({one.key for one in outer}), left_out=self.left_out)
        if kept and not _counts(kept):
            self._leave(kept, "a phase alone counts only with a step, a task or a state in it")
            kept = []
        listed, line = self._listed_instead(kept)
        if listed:
            self._leave(kept, f"the list at line {listed[0].line} names the phases")
            found.members, found.line = listed, line
            return found
        if kept:
            self._name_parts(kept)
            found.members = self._members(kept)
            found.line = self._heading_above(kept)
            found.again = [one.named for one in namings.again if one.about != "role"]
        else:
            listed_phases(self.outline, found, units)
        found.left_out = sorted(left_beside(self.outline, found, units), key=lambda one: one.line)
        return found

    def _listed_instead(self, kept: list[Candidate]) -> Listed:
        """Return the list that names the phases, where headings have another word, or one has and no work.

        `Iteration 1` and `2` beside a list of `Phase 1` to `9` under *Phases*; `Next: Phase 4` above a list
        of all seven; steps of a pipeline beside bold lines called otherwise under *Phases*.
        """
        if kept and not any(one.works or one.about for one in kept):
            listed, line = named_lines(self.outline)
            titles = {one.number: title_key(one.title.text) for one in listed}
            others = [one for one in kept if titles.get(one.named.number, one.title) != one.title]
            if self._is_called_at(line) and 2 * len(others) > len(kept) and len(listed) >= FEWEST:
                return listed, line
        other = all(one.named.canonical != "phase" for one in kept)
        idle = len(kept) == 1 and not kept[0].works
        if idle and not is_called(self.outline, self.outline.sections[max(kept[0].parent, 0)]):
            listed, line = called_phases(self.outline)
            if len(listed) >= FEWEST:
                return listed, line
        listed, line = named_items(self.outline) if kept and (other or idle) else ([], 0)
        if not all(one.canonical == "phase" for one in listed):
            return [], 0
        named = kept[0].key in {(one.canonical, one.number) for one in listed} if idle else False
        return (listed, line) if (other and self._is_called_at(line)) or named else ([], 0)

    def _is_called_at(self, line: int) -> bool:
        """True if the heading at a line is one that is called phases."""
        return any(one.line == line and is_called(self.outline, one) for one in self.outline.sections[1:])

    def _of_dialect(self, candidates: list[Candidate]) -> list[Candidate]:
        """Return the candidates with a word of the page's dialect, where there is one; else all.

        Others are headings over those, or left out where they have work of their own.
        """
        own_words = {key(word) for word in self.outline.dialect.phases.words}
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
                self._leave([one], f"phases are headings such as '{own[0].section.title}' here")
        return own

    def _outermost(self, candidates: list[Candidate]) -> list[Candidate]:
        """Return the candidates that are in no other one; those inside are its steps.

        Two kinds of heading around others are none of their own: a *part* that numbers phases of its
        own, and a phase below which its followers slipped by a level.
        """
        by_index = {one.section.index: one for one in candidates}
        above = {id(one): self._above(one, by_index) for one in candidates}
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
        if chapters := _chapters(self.outline, candidates, [by_index[index] for index in parts]):
            self.outline.chapters = {one.section.index for one in chapters}
            return self._outermost([one for one in candidates if one not in chapters])
        outer: list[Candidate] = []
        numbers: set[tuple[str, str]] = {
            one.key for one in candidates if above[id(one)] is None and one.section.index not in parts
        }
        for one in candidates:
            around = above[id(one)]
            while around and around.section.index in parts:
                one.part = one.part or split_heading(around.section.title, PHASE, self.vocabulary).text
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

    def _above(self, one: Candidate, by_index: dict[int, Candidate]) -> Candidate | None:
        for section in self.document.ancestors(one.section):
            if section.index in by_index:
                return by_index[section.index]
        return None

    def _of_one_division(self, outer: list[Candidate]) -> list[Candidate]:
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
                or self._sorted_by_state(group[0], main[0])
                or (main[0].is_box and not group[0].is_box and all(one.apart.state for one in group))
                or (
                    not (
                        _is_apart(group, main)
                        or self._end_phases(group, main)
                        or _numbers(group) & _numbers(chosen)
                    )
                    and _counts(group)
                )
            ):
                sure = [one for one in group if one.substance or one.named.strong]
                if len(group) == 1 and not group[0].substance and self._is_in_aside(group[0], main):
                    sure = []  # `Phase 0, as measured` in an appendix
                chosen += sure
                unsure = [one for one in group if one not in sure]
                self._leave(unsure, "it reads like a remark about a phase")
                continue
            first = min(main, key=lambda one: one.section.line).named
            self._leave(group, once_more(first.name or f"{first.word} {first.number}"))
        return sorted(chosen, key=lambda one: one.section.index)

    def _is_in_aside(self, one: Candidate, main: list[Candidate]) -> bool:
        """True below a heading that speaks about phases, where the others don't have its number."""
        title = self.outline.sections[one.parent].title
        stated = is_state_heading(title, self.vocabulary)
        return one.about == "aside" and not stated and one.key[1] not in _numbers(main)

    def _end_phases(self, group: list[Candidate], main: list[Candidate]) -> bool:
        """True for milestones with the numbers of the phases: `M2: Walls stand` beside `Phase 2`.

        Those with work of their own are phases, too, unless the heading above calls them milestones.
        """
        milestones = all(one.named.canonical == "milestone" for one in group)
        if not milestones or main[0].named.canonical != "phase":
            return False
        above = title_key(self.outline.sections[group[0].parent].title).split()
        called = any(
            self.vocabulary.phases.get(word) == "milestone" for word in (*above, *(one[:-1] for one in above))
        )
        same = {one.key[1].removeprefix("M") for one in group} == _numbers(main)
        return same and (called or not any(one.substance for one in group))

    def _sorted_by_state(self, *some: Candidate) -> bool:
        """True for phases below headings that each say how far they are."""
        around = {one.parent: self.outline.sections[one.parent].title for one in some}
        return len(around) == len(some) and all(
            is_state_heading(title, self.vocabulary) for title in around.values()
        )

    def _unnumbered(self, kept: list[Candidate]) -> list[Candidate]:
        """Return the neighbours of the same word that carry no number: `Final phase: Roll out`.

        Beside codes so do those with another code: `M1: Dig`, `R1: Paint`.
        """
        coded = {(one.parent, one.section.level): one.named.canonical for one in kept if not one.named.word}
        places = {(one.parent, one.section.level, one.named.canonical) for one in kept}
        levels = {place[:2] for place in places}
        taken = {one.section.index for one in kept} | {one.section.index for one in self.about}
        found: list[Candidate] = []
        for section in self.document.sections[1:] if kept else ():
            if (section.parent, section.level) not in levels or section.index in taken:
                continue
            place = section.parent, section.level
            if place in coded and (step := plain_step(section)) and _CODE.match(step.number):
                one = msgspec.structs.replace(step, canonical=coded[place])
                milestones = is_called(self.outline, self.outline.sections[section.parent])
                if milestones or read_tasks(section.blocks):  # `R1: Vendor slips`, `Q1: Who pays?` are none
                    found.append(Candidate(one, section.parent, self.outline))
                continue
            head, colon, rest = section.title.replace("：", ":").partition(":")
            named = title_key(head).split()
            word = named[-1] if 0 < len(named) <= 3 else ""
            if colon and len(named) == _PAIR and word not in self.vocabulary.phases:
                about = named[1] in self.vocabulary.belonging or ASIDES.search(title_key(head))
                word = (
                    named[0] if not about and holds_work(self.outline, section) else ""
                )  # `Fase final: Roof`
            named_so = (*place, self.vocabulary.phases.get(word, ""))
            called = len(named) > 1 or rest.strip()  # `## Phase` alone is a heading over those behind it
            sprint = rest.strip() and state_of_unit(head, self.vocabulary)
            if title_key(section.title) in STAGES or sprint:  # `MVP`, `Phase 2`; `Completed Sprint: Dig`
                title = rest.strip() if sprint else section.title
                lead = f"[{head.split()[0]}]" if sprint else ""
                one = Numbered(section, "", "stage", "", title, strong=True, lead=lead)
                found.append(Candidate(one, section.parent, self.outline))
                continue
            if called and named_so in places and word not in words.PHASE_PLURALS:
                title = rest.strip() if colon else split_heading(section.title, PHASE, self.vocabulary).text
                one = Numbered(section, "", self.vocabulary.phases[word], "", title, strong=True)
                found.append(Candidate(one, section.parent, self.outline))
        return found

    def _units_instead(self, kept: list[Candidate], units: Units) -> list[Candidate]:
        """Return the units of a page in place of phases that are all in one: `Step 11` over `Phase 1`.

        So they are where *Implementation Steps* stand beside a timetable in weeks.
        """
        timetable = kept and all(one.is_box and one.named.canonical != "sprint" for one in kept)
        for parent, group in units.items():
            if len({one.number for one in group}) != len(group) or len(group) < FEWEST:
                continue
            around = [one for one in group if any(_is_in(phase, one.section) for phase in kept)]
            inside = len(around) == 1 and all(_is_in(one, around[0].section) for one in kept)
            called = timetable and not around and is_called(self.outline, self.outline.sections[parent])
            if called or (inside and len(group) > len(kept)):
                if called:
                    self._leave(kept, once_more(group[0].name))
                return [Candidate(one, parent, self.outline) for one in group]
        return kept

    def _units_beside(self, kept: list[Candidate], units: Units) -> list[Candidate]:
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
                found += [Candidate(one, parent, self.outline) for one in group if one.section.level == level]
        return found

    def _name_parts(self, kept: list[Candidate]) -> None:
        """Name the part of each phase where numbers begin anew under another heading."""
        counted = Counter(one.key for one in kept if one.named.number)
        if any(one.part for one in kept) or max(counted.values(), default=1) < 2:
            return
        for one in kept:
            parent = self.outline.sections[one.parent]
            if parent.level > 1 and parent is not self.outline.title:
                one.part = split_heading(parent.title, PHASE, self.vocabulary, number=True).text

    def _members(self, kept: list[Candidate]) -> list[Member]:
        by_line = {section.line: section for section in self.document.sections}
        about = {named.section.index: named for named in self.about}
        members: list[Member] = []
        decorated = _are_decorated(kept)
        for one, after in zip(kept, [*(other.section.line for other in kept[1:]), 0], strict=True):
            end = one.section.end
            behind = by_line.get(end + 1)
            while behind and behind.index in about and about[behind.index].number == one.named.number:
                end = behind.end  # a heading about a phase right behind it is its own
                behind = by_line.get(end + 1)
            title = msgspec.structs.replace(one.apart, state=None, mark="") if decorated else one.apart
            members.append(
                Member(
                    line=one.section.line,
                    end=min(end, after - 1) if after else end,
                    title=title,
                    number=one.named.number,
                    named=one.named,
                    section=one.section,
                    part=one.part,
                )
            )
        return members

    def _heading_above(self, kept: list[Candidate]) -> int:
        parents = Counter(one.parent for one in kept)
        most = parents.most_common(1)[0][0]
        plays = role_of(self.document.sections[most].title, self.vocabulary)
        parted = plays != "phases" and any(one.part for one in kept)
        parent = self.document.sections[kept[0].parent if parted else most]
        if parted and names_part(parent.title, self.vocabulary):
            return 0  # each part has its own
        if len(parents) > 1 and is_state_heading(parent.title, self.vocabulary):
            return 0  # which has some of them
        if parent.level > 1 and parent is not self.outline.title:
            return parent.line
        first = kept[0].section  # `## Phases` may be in front of its phases instead of above them
        before = [one for one in self.document.sections[1 : first.index] if one.level == first.level]
        called = before and role_of(before[-1].title, self.vocabulary) == "phases"
        return before[-1].line if called else 0

    def _leave(self, group: list[Candidate], reason: str) -> None:
        self.left_out += [left_out(one.section, reason) for one in group]


_PAIR = 2
_CODE = regex(r"[A-Z]{1,3}\d{1,2}$")


def _is_in(one: Candidate, around: Section) -> bool:
    return around.line < one.section.line <= around.end


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


def _are_decorated(kept: list[Candidate]) -> bool:
    """True where each phase has another mark in front and most say no state: ✅, 🎨, 🚀 only decorate."""
    leads = {one.named.lead for one in kept}
    marked = all(lead and not any(char.isalnum() for char in lead) for lead in leads)
    stated = sum(one.apart.state is not None for one in kept)
    return marked and len(leads) == len(kept) >= FEWEST and 2 * stated < len(kept)


def _is_apart(group: list[Candidate], main: list[Candidate]) -> bool:
    """True for weeks, and for bare workstreams beside phases: another division, elsewhere on the page."""
    first = group[0]
    parts = first.named.canonical in words.PARTS and main[0].named.canonical == "phase"
    return first.is_box or (parts and not any(one.substance for one in group))


def _numbers(group: Iterable[Candidate]) -> set[str]:
    return {one.key[1] for one in group}


def _counts(group: list[Candidate]) -> bool:
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
        _counts(group),
        not first.is_box
        and first.named.canonical not in words.PARTS
        and not (len(group) == 1 and (first.behind or first.about)),
        not first.about,
        -boxes.index(first.named.canonical) if first.is_box else 0,
        len(_numbers(group)),
        first.named.canonical != "milestone",
        sum(one.extent for one in group),
    )


def sections_inside(outline: Outline, spans: list[tuple[int, int]]) -> set[int]:
    """Return the indices of the sections inside spans of lines, their own headings included."""
    starts = [begin for begin, _ in spans]
    return {
        section.index
        for section in outline.sections[1:]
        if (at := bisect_right(starts, section.line)) and section.line <= spans[at - 1][1]
    }
