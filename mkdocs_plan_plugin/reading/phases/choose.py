"""Which headings of a page are its phases.

Source: the rule for phases, published in the docs word for word. All headings with a phase word and a
number are candidates; each ends up as a phase, as a step, as being about a phase, or left out with
the reason.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.found import Listed, Member, Phases
from mkdocs_plan_plugin.reading.headings import Numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.beside import left_beside
from mkdocs_plan_plugin.reading.phases.candidates import Candidate, candidates_of, tasks_of_phases
from mkdocs_plan_plugin.reading.phases.division import counts, leave, of_dialect, of_one_division, outermost
from mkdocs_plan_plugin.reading.phases.elsewhere import listed_besides
from mkdocs_plan_plugin.reading.phases.items import named_items
from mkdocs_plan_plugin.reading.phases.lines import named_lines
from mkdocs_plan_plugin.reading.phases.listed import called_phases, listed_phases, once_more
from mkdocs_plan_plugin.reading.phases.main_headings import (
    has_work,
    units_by_parent,
    versions_of,
    working_phases,
)
from mkdocs_plan_plugin.reading.phases.namings import named_once
from mkdocs_plan_plugin.reading.phases.neighbours import units_beside, units_instead, unnumbered
from mkdocs_plan_plugin.reading.phases.sections import (
    FEWEST,
    is_called,
    is_phases_alone,
    is_state_heading,
    left_out,
)
from mkdocs_plan_plugin.reading.roles import names_part, role_of
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import title_key
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
        outer = outermost(self.outline, of_dialect(self.outline, candidates, self.left_out))
        namings = named_once(of_one_division(self.outline, outer, self.left_out))
        leave(self.left_out, namings.reported, "the page names this phase once more, where it carries more")
        about = list(self.about)
        self.about += [one.named for one in namings.again]
        kept = units_instead(self.outline, namings.kept, units, self.left_out)
        kept = sorted(
            [*kept, *unnumbered(self.outline, kept, self.about), *units_beside(self.outline, kept, units)],
            key=lambda one: one.section.line,
        )
        found = Phases(known=len({one.key for one in outer}), left_out=self.left_out)
        if kept and not counts(kept):
            leave(self.left_out, kept, "a phase alone counts only with a step, a task or a state in it")
            kept = []
        if kept and (versions := self._versions_around(kept)):
            outside = [one for one in kept if not any(_spans(other, one) for other in versions)]
            leave(self.left_out, outside, once_more(versions[0].called))
            found.members = versions
            return found
        listed, line = self._listed_instead(kept)
        if listed:
            leave(self.left_out, kept, f"the list at line {listed[0].line} names the phases")
            found.members, found.line = listed, line
            return found
        if kept:
            self._name_parts(kept)
            found.members = self._members(kept)
            found.line = self._heading_above(kept)
            found.again = [one.named for one in namings.again if one.about != "role"] + about
        else:
            listed_phases(self.outline, found, units)
            if not found.members and (instead := tasks_of_phases(self.about, self.outline)):
                found.members = self._members(
                    [Candidate(one, one.section.parent, self.outline) for one in instead]
                )
                found.known = len(instead)
        found.left_out = sorted(left_beside(self.outline, found, units), key=lambda one: one.line)
        return found

    def _versions_around(self, kept: list[Candidate]) -> list[Member]:
        """Return the versions of a roadmap one of which has phases inside, and others have work without."""
        versions = versions_of(self.outline)
        inside = {one.line: sum(_spans(one, phase) for phase in kept) for one in versions}
        others = [one for one in versions if not inside[one.line] and has_work(self.outline, one)]
        parted = len(others) >= len(versions) - 2 and 2 * max(inside.values(), default=0) > len(kept)
        return versions if len(versions) >= FEWEST and parted and len(others) > 1 else []

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
        if kept and all(one.named.canonical in words.PARTS for one in kept):
            listed, line = named_lines(self.outline)  # bold phases in one of the workstreams, the others idle
            within = [one for one in kept if listed and one.section.line <= listed[0].line <= one.section.end]
            idle_others = not any(one.works or one.apart.state for one in kept if one not in within)
            phases = len(listed) >= FEWEST and all(one.canonical == "phase" for one in listed)
            if within and idle_others and phases:
                return listed, line
        other = all(one.named.canonical != "phase" for one in kept)
        idle = len(kept) == 1 and not kept[0].works
        if idle and not is_called(self.outline, self.outline.sections[max(kept[0].parent, 0)]):
            listed, line = called_phases(self.outline)
            numbers = {one.number for one in listed if one.canonical in ("", kept[0].named.canonical)}
            remark = kept[0].named.number in numbers or not kept[0].substance
            if len(listed) >= FEWEST and remark and self._is_alone_at(line):
                return listed, line
        listed, line = named_items(self.outline) if kept and (other or idle) else ([], 0)
        if not all(one.canonical == "phase" for one in listed):
            return [], 0
        named = kept[0].key in {(one.canonical, one.number) for one in listed} if idle else False
        return (listed, line) if (other and self._is_called_at(line)) or named else ([], 0)

    def _is_alone_at(self, line: int) -> bool:
        """True if the heading at a line is called *Phases* and nothing else."""
        return any(one.line == line and is_phases_alone(one) for one in self.outline.sections[1:])

    def _is_called_at(self, line: int) -> bool:
        """True if the heading at a line is one that is called phases."""
        return any(one.line == line and is_called(self.outline, one) for one in self.outline.sections[1:])

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


def _spans(around: Member, one: Candidate) -> bool:
    return around.line < one.section.line <= around.end


def _are_decorated(kept: list[Candidate]) -> bool:
    """True where each phase has another mark in front and most say no state: ✅, 🎨, 🚀 only decorate."""
    leads = {one.named.lead for one in kept}
    marked = all(lead and not any(char.isalnum() for char in lead) for lead in leads)
    stated = sum(one.apart.state is not None for one in kept)
    return marked and len(leads) == len(kept) >= FEWEST and 2 * stated < len(kept)
