"""Which headings of a page are its phases.

Source: the rule for phases, published in the docs word for word. All headings with a phase word and a
number are candidates; each ends up as a phase, as a step, as being about a phase, or left out with
the reason.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.found import Member, Phases
from mkdocs_plan_plugin.reading.headings import Numbered, belongs, numbered, state_in_front
from mkdocs_plan_plugin.reading.listed_phases import listed_phases, phases_by_name
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.reading.steps import steps_of
from mkdocs_plan_plugin.reading.tasks import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import has_word, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_ASIDES = has_word(words.PHASE_ASIDES)
_ROLES_ABOUT = frozenset(words.SECTIONS) - {"phases", "strategy", "next-steps", "goals"}
"""Sections that speak about phases: a heading there that names one again is about it."""

_BEHIND = regex(r"\s[(（]([^()（）]{3,30})[)）]\s*$")


def phases_of(outline: Outline) -> Phases:
    """Return the phases of a page, found when first asked for."""
    if outline.phases is None:
        outline.phases = _Finder(outline).find()
    return outline.phases


class _Candidate:
    """A heading that may be a phase, with what decides whether it is one."""

    def __init__(self, named: Numbered, parent: int, outline: Outline) -> None:
        self.named = named
        self.section = named.section
        self.parent = parent
        """The section that it stands under: another candidate's where its level slipped."""
        self.part = ""
        self._outline = outline

    @property
    def key(self) -> tuple[str, str]:
        return self.named.canonical, self.named.number

    @property
    def is_box(self) -> bool:
        return self.named.canonical in words.TIME_BOXES

    @property
    def extent(self) -> int:
        return self.section.end - self.section.line

    @cached_property
    def title(self) -> str:
        return title_key(self.named.title(self._outline.vocabulary).text)

    @cached_property
    def substance(self) -> bool:
        """True if there is a state, a task or a step in it."""
        outline = self._outline
        inside = list(outline.document.within(self.section))
        return (
            self.named.title(outline.vocabulary).state is not None
            or any(read_tasks(section.blocks) for section in inside)
            or bool(steps_of(outline, self.named))
            or any(
                outline.vocabulary.means(field.name, "status")
                for section in inside
                for field in outline.fields(section)
            )
        )

    @cached_property
    def about(self) -> str:
        """How the headings above speak about phases: by a `role` in the plan, as an `aside`, or not."""
        outline = self._outline
        parent = outline.sections[self.parent] if self.parent >= 0 else None
        above = [parent, *outline.document.ancestors(parent)] if parent else []
        titles = [section.title for section in above if section.level > 1]
        if any(role_of(title, outline.vocabulary) in _ROLES_ABOUT for title in titles):
            return "role"
        return "aside" if any(_ASIDES.search(title_key(title)) for title in titles) else ""


class _Finder:
    """Sorts the headings of one page that look like phases."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.document = outline.document
        self.vocabulary = outline.vocabulary
        self.left_out: list[LeftOut] = []
        self.about: list[Numbered] = []
        self.again: list[Numbered] = []

    def find(self) -> Phases:
        candidates = self._candidates()
        outer = self._outermost(candidates)
        chosen = self._of_one_division(outer)
        kept = self._named_once(chosen)
        kept = sorted([*kept, *self._unnumbered(kept)], key=lambda one: one.section.line)
        found = Phases(known=len({one.key for one in outer}))
        if kept and not _counts(kept):
            for one in kept:
                self._leave(one, "a phase alone counts only with a step, a task or a state in it")
            kept = []
        if kept and all(one.named.canonical != "phase" for one in kept):
            listed, line = phases_by_name(self.outline)
            if listed:  # `Iteration 1` and `2`, beside a list of `Phase 1` to `9` under *Phases*
                for one in kept:
                    self._leave(one, f"the list at line {listed[0].line} names the phases")
                found.members, found.line = listed, line
                found.left_out = self.left_out
                return found
        if kept:
            self._name_parts(kept)
            found.members = self._members(kept)
            found.line = self._heading_above(kept)
            found.again = self.again
        else:
            found = listed_phases(self.outline, found)
        found.left_out = sorted([*self.left_out, *found.left_out], key=lambda one: one.line)
        return found

    def _candidates(self) -> list[_Candidate]:
        """Return the headings with a phase word and a number, those behind a title in brackets last."""
        found: list[_Candidate] = []
        behind: list[_Candidate] = []
        for section in self.document.sections[1:]:
            named = numbered(section, self.vocabulary)
            if section.level == 1:
                if named and section is not self.outline.title and not belongs(named, self.vocabulary):
                    self._leave_line(section, "a heading of the first level is never a phase")
            elif named is None:
                if bracketed := self._bracketed(section):
                    behind.append(_Candidate(bracketed, section.parent, self.outline))
            elif belongs(named, self.vocabulary):
                self.about.append(named)
            else:
                found.append(_Candidate(named, section.parent, self.outline))
        taken = {one.key for one in found}
        sides = Counter((one.parent, one.section.level) for one in [*found, *behind])
        behind = [
            one
            for one in behind
            if one.key not in taken
            and (sides[one.parent, one.section.level] > 1 or self._states(one.named.rest))
        ]
        return sorted([*found, *behind], key=lambda one: one.section.index) if behind else found

    def _states(self, text: str) -> bool:
        """True if words in front of a phase in brackets state something: `✅ Done (Phase 1)`."""
        return bool(
            state_in_front(text, self.vocabulary) or split_heading(f"x {text}", PHASE, self.vocabulary).state
        )

    def _bracketed(self, section: Section) -> Numbered | None:
        """Return the phase that a heading names behind its words: `In Progress (Phase 2)`."""
        behind = _BEHIND.search(section.title)
        if not behind:
            return None
        inner = Section(section.index, section.level, behind[1], section.heading, section.line, section.end)
        named = numbered(inner, self.vocabulary)
        if named is None or named.rest or named.canonical in words.TIME_BOXES:
            return None
        before = section.title[: behind.start()].strip()
        stated = state_in_front(before, self.vocabulary)
        lead = f"[{stated}]" if stated else ""
        return Numbered(section, named.word, named.canonical, named.number, before, strong=False, lead=lead)

    def _outermost(self, candidates: list[_Candidate]) -> list[_Candidate]:
        """Return the candidates that stand in no other one; those inside are its steps.

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
        outer: list[_Candidate] = []
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

    def _above(self, one: _Candidate, by_index: dict[int, _Candidate]) -> _Candidate | None:
        for section in self.document.ancestors(one.section):
            if section.index in by_index:
                return by_index[section.index]
        return None

    def _of_one_division(self, outer: list[_Candidate]) -> list[_Candidate]:
        """Return the candidates that divide the work in one way, and leave out those of another.

        Neighbours of different words are phases together; a timetable beside the phases, or milestones
        with the same numbers elsewhere, divide the same work once more.
        """
        groups: dict[tuple[int, bool], list[_Candidate]] = {}
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
            if same or (not group[0].is_box and not _numbers(group) & _numbers(chosen) and _counts(group)):
                sure = [one for one in group if one.named.strong or one.substance]
                chosen += sure
                for one in group:
                    if one not in sure:
                        self._leave(one, "it reads like a remark about a phase")
                continue
            first = min(main, key=lambda one: one.section.line).named
            for one in group:
                self._leave(
                    one, f"it divides the work once more, beside {first.word} {first.number} and its like"
                )
        return sorted(chosen, key=lambda one: one.section.index)

    def _named_once(self, chosen: list[_Candidate]) -> list[_Candidate]:
        """Return each phase where it carries most; a second naming that carries nothing is about it.

        The same number with another title, or with substance of its own, is another part's phase.
        """
        by_key: dict[tuple[str, str], list[_Candidate]] = {}
        for one in chosen:
            by_key.setdefault(one.key, []).append(one)
        kept: list[_Candidate] = []
        dropped: list[_Candidate] = []
        twice = any(len(group) > 1 for group in by_key.values())
        beside = Counter(one.parent for one in chosen if one.substance) if twice else Counter[int]()
        for group in by_key.values():
            taken: list[_Candidate] = []
            for one in sorted(group, key=lambda one: _carries(one, beside)) if len(group) > 1 else group:
                if not any(_same(one, other) for other in taken):
                    taken.append(one)
            kept += taken
            again = [one for one in group if one not in taken]
            dropped += again
            for one in again:
                silent = one.about == "role" or any(_alike(one, other) for other in taken)
                if one.substance if silent and one.about != "role" else not silent:
                    self._leave(one, _AGAIN)
        overviews = self._second_namings(kept, dropped)
        for one in overviews:
            self._leave(one, _AGAIN)
        dropped += overviews
        self.about += [one.named for one in dropped]
        self.again = [one.named for one in dropped if one.about != "role"]
        kept = [one for one in kept if one not in dropped]
        return sorted(kept, key=lambda one: one.section.index)

    def _second_namings(self, kept: list[_Candidate], dropped: list[_Candidate]) -> list[_Candidate]:
        """Return the phases that stand among second namings: neighbours of such, or a bare overview.

        An overview names phases that others carry, deeper in the page than those, and has no substance.
        """
        counts = Counter(one.key for one in kept + dropped)
        about = Counter(one.parent for one in dropped)
        groups: dict[int, list[_Candidate]] = {}
        for one in kept:
            if counts[one.key] > 1:
                groups.setdefault(one.parent, []).append(one)
        found: list[_Candidate] = []
        for parent, group in groups.items():
            others = [one for one in kept if one.parent != parent and one.key in {each.key for each in group}]
            deeper = others and all(group[0].section.level > one.section.level for one in others)
            bare = deeper and not any(one.substance for one in group)
            if others and (about[parent] >= len(group) or bare):
                found += group
        return found

    def _unnumbered(self, kept: list[_Candidate]) -> list[_Candidate]:
        """Return the neighbours that call themselves a phase and carry no number: `Final phase: Roll out`."""
        places = {(one.parent, one.section.level) for one in kept}
        taken = {one.section.index for one in kept} | {one.section.index for one in self.about}
        found: list[_Candidate] = []
        for section in self.document.sections[1:] if kept else ():
            if section.index in taken or (section.parent, section.level) not in places:
                continue
            head, colon, rest = section.title.replace("：", ":").partition(":")
            named = title_key(head).split()
            word = named[-1] if named else ""
            if 0 < len(named) <= 3 and self.vocabulary.phases.get(word) and word not in words.PHASE_PLURALS:
                title = rest.strip() if colon else split_heading(section.title, PHASE, self.vocabulary).text
                one = Numbered(section, "", self.vocabulary.phases[word], "", title, strong=True)
                found.append(_Candidate(one, section.parent, self.outline))
        return found

    def _name_parts(self, kept: list[_Candidate]) -> None:
        """Name the part of each phase where numbers begin anew under another heading."""
        counted = Counter(one.key for one in kept if one.named.number)
        if any(one.part for one in kept) or max(counted.values(), default=1) < 2:
            return
        for one in kept:
            parent = self.outline.sections[one.parent]
            if parent.level > 1 and parent is not self.outline.title:
                one.part = split_heading(parent.title, PHASE, self.vocabulary, number=True).text

    def _members(self, kept: list[_Candidate]) -> list[Member]:
        by_line = {section.line: section for section in self.document.sections}
        about = {named.section.index: named for named in self.about}
        members: list[Member] = []
        for one, after in zip(kept, [*(other.section.line for other in kept[1:]), 0], strict=True):
            end = one.section.end
            behind = by_line.get(end + 1)
            while behind and behind.index in about and about[behind.index].number == one.named.number:
                end = behind.end  # a heading about a phase right behind it is its own
                behind = by_line.get(end + 1)
            title = one.named.title(self.vocabulary)
            members.append(
                Member(
                    line=one.section.line,
                    end=min(end, after - 1) if after else end,
                    number=one.named.number,
                    title=title,
                    word=one.named.word,
                    canonical=one.named.canonical,
                    name=one.named.name,
                    section=one.section,
                    part=one.part,
                )
            )
        return members

    def _heading_above(self, kept: list[_Candidate]) -> int:
        parents = Counter(one.parent for one in kept)
        above = kept[0].parent if any(one.part for one in kept) else parents.most_common(1)[0][0]
        parent = self.document.sections[above]
        if parent.level > 1 and parent is not self.outline.title:
            return parent.line
        first = kept[0].section  # `## Phases` may stand in front of its phases instead of above them
        before = [one for one in self.document.sections[1 : first.index] if one.level == first.level]
        called = before and role_of(before[-1].title, self.vocabulary) == "phases"
        return before[-1].line if called else 0

    def _leave(self, one: _Candidate, reason: str) -> None:
        self._leave_line(one.section, reason)

    def _leave_line(self, section: Section, reason: str) -> None:
        self.left_out.append(LeftOut(line=section.line, kind="phase", text=section.title, reason=reason))


def _follows(one: _Candidate, around: _Candidate) -> bool:
    """True if a heading inside another continues its count, and is no part of it: Phase 3 below Phase 1."""
    mine, its = one.named.number, around.named.number
    return (
        one.named.canonical == around.named.canonical
        and mine.isdecimal()
        and its.isdecimal()
        and int(mine) > int(its)
    )


_AGAIN = "the page names this phase once more, where it carries more"


def _carries(one: _Candidate, beside: Counter[int]) -> tuple[str, bool, int, int]:
    """Order headings that name one phase: those that speak of it elsewhere last, the fullest first."""
    return one.about, not one.substance, -beside[one.parent], -one.extent


def _same(one: _Candidate, carrying: _Candidate) -> bool:
    """True if a heading names a phase once more that another one carries: it has its title, or none."""
    if one.about == "role" or (one.about and not one.substance):
        return True
    full = one.substance and carrying.substance
    if full and one.parent == carrying.parent:
        return False  # a number given twice by mistake
    if not one.title or not carrying.title or one.title == carrying.title:
        return True
    return _alike(one, carrying) and not (full and not one.about)


def _alike(one: _Candidate, other: _Candidate) -> bool:
    """True if the titles of two headings share half of their words, or one has none."""
    mine, its = set(one.title.split()), set(other.title.split())
    return not mine or not its or 2 * len(mine & its) >= min(len(mine), len(its))


def _numbers(group: Iterable[_Candidate]) -> set[str]:
    return {one.named.number for one in group}


def _counts(group: list[_Candidate]) -> bool:
    """True for several phases, of which one surely is, or one with substance."""
    several = len(_numbers(group)) > 1 and any(one.named.strong for one in group)
    return several or any(one.substance for one in group)


def _weight(group: list[_Candidate]) -> tuple[bool, bool, bool, int, int]:
    """Order groups: units of work before time boxes, then most numbers, then most text."""
    return (
        _counts(group),
        not group[0].is_box,
        not group[0].about,
        len(_numbers(group)),
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
