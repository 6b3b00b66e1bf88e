"""The headings of a page that may be phases, with what decides whether they are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.reading.headings import Numbered, belongs, numbered, state_in_front
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.sections import ASIDES, FEWEST, REPORTS, holds_work
from mkdocs_plan_plugin.reading.phases.steps import steps_of
from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary import state_words, words
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import Title, is_state, split_heading

_ROLES_ABOUT = frozenset(words.SECTIONS) - {"phases", "strategy", "next-steps", "goals"}
"""Sections that speak about phases: a heading there that names one again is about it."""

_MARKS = "".join(mark for marks in state_words.STATE_MARKS.values() for mark in marks) + "\ufe0f *_"
_SECTION_NUMBER = regex(r"^\d+(?:\.\d+)*[.)]\s+(?=\S)")
_BEHIND = regex(r"\s[(（]([^()（）]{3,30})[)）]\s*$")


class Candidate:
    """A heading that may be a phase, with what decides whether it is one."""

    def __init__(self, named: Numbered, parent: int, outline: Outline) -> None:
        self.named = named
        self.section = named.section
        self.parent = parent
        """The section that it is under: another candidate's where its level slipped."""
        self.part = ""
        self.behind = False
        """True if it names its phase in a bracket behind its words: `Completed (Phase 1)`."""
        self._outline = outline

    @property
    def key(self) -> tuple[str, str]:
        """The word and the number, or the name of one without: what names the same phase."""
        return self.named.canonical, self.named.number or self.title

    @property
    def is_box(self) -> bool:
        """True for a word that measures time."""
        return self.named.canonical in words.TIME_BOXES

    @property
    def extent(self) -> int:
        """How many lines stand below it."""
        return self.section.end - self.section.line

    @cached_property
    def apart(self) -> Title[State]:
        """Its title, taken apart."""
        return self.named.title(self._outline.vocabulary)

    @cached_property
    def title(self) -> str:
        """Its title in the form that titles are compared in."""
        return title_key(self.apart.text)

    @cached_property
    def substance(self) -> bool:
        """True if there is a state, a task or a step in it."""
        return self.apart.state is not None or self.works

    @cached_property
    def works(self) -> bool:
        """True if there is a task, a step or a field of state in it."""
        return holds_work(self._outline, self.section) or bool(steps_of(self._outline, self.named))

    @property
    def says_something(self) -> bool:
        """True if it lists what is to be done, in order."""
        return any(block.kind == "list" and block.level >= 0 for block in self.section.blocks)

    @cached_property
    def about(self) -> str:
        """How the headings above speak about phases: by a `role` in the plan, as an `aside`, or not."""
        outline = self._outline
        parent = outline.sections[self.parent] if self.parent >= 0 else None
        above = [parent, *outline.document.ancestors(parent)] if parent else []
        titles = [section.title for section in above if section.level > 1]
        roles = [role_of(title, outline.vocabulary) for title in titles]
        if not _ROLES_ABOUT.isdisjoint(filter(None, roles)):
            return "role"
        aside = "next-steps" in roles or any(REPORTS.search(title_key(title)) for title in titles)
        return "aside" if aside else ""


def candidates_of(outline: Outline) -> tuple[list[Candidate], list[Numbered], list[Numbered]]:
    """Return the headings with a phase word and a number, those that are about a phase, and those too high.

    A heading that names its phase behind its words is one beside others, or where it states something.
    """
    found: list[Candidate] = []
    behind: list[Candidate] = []
    about: list[Numbered] = []
    first_level: list[Numbered] = []
    sizes = _sizes(outline)
    for section in outline.sections[1:]:
        named = numbered(section, outline.vocabulary)
        if section.level == 1:
            if named and section is not outline.title and not belongs(named, outline.vocabulary):
                first_level.append(named)
        elif bracketed := _behind_its_words(section, named, outline.vocabulary):
            behind.append(Candidate(bracketed, section.parent, outline))
            behind[-1].behind = True
        elif named is None or section.parent in sizes:
            continue
        elif belongs(named, outline.vocabulary):
            about.append(named)
        else:
            found.append(Candidate(named, section.parent, outline))
    if not (found or behind) and len(first_level) > 1:  # a page that numbers headings of no other level
        found = [Candidate(one, one.section.parent, outline) for one in first_level]
        first_level = []
    alone = _named_by_no_other(about, found, outline)
    about = [one for one in about if one not in alone]
    found += [Candidate(one, one.section.parent, outline) for one in alone]
    found = sorted([*found, *_by_name(outline, found)], key=lambda one: one.section.index)
    found = sorted([*found, *_beside(found, behind, outline)], key=lambda one: one.section.index)
    return found, about, first_level


def _named_by_no_other(about: list[Numbered], found: list[Candidate], outline: Outline) -> list[Numbered]:
    """Return the headings about a phase that state it, where nothing else names it: `Phase 3 done`."""
    taken = {one.key for one in found}
    stated = (one for one in about if is_state(one.rest, PHASE, outline.vocabulary))
    return [one for one in stated if (one.canonical, one.number) not in taken]


def _beside(found: list[Candidate], behind: list[Candidate], outline: Outline) -> list[Candidate]:
    """Return those of the phases named behind other words that are one beside others, or state something."""
    behind = _number_work(behind, outline)
    if not behind:
        return []
    taken = {one.key for one in found}
    lines: dict[str, list[int]] = {}
    for one in found:
        lines.setdefault(one.named.canonical, []).append(one.section.line)
    sides = Counter((one.parent, one.section.level) for one in [*found, *behind])
    for one in behind:  # many of them number the work, one may be a remark
        one.named.strong = sides[one.parent, one.section.level] >= FEWEST
    return [
        one
        for one in behind
        if one.key not in taken
        and (sides[one.parent, one.section.level] > 1 or _states(one.named.rest, outline.vocabulary))
        and not _holds(one, lines)
    ]


def _sizes(outline: Outline) -> set[int]:
    """Return the headings, by index, that sort by size: `QW1` below *Quick Wins*, `M1` below *Medium*."""
    letters: dict[str, set[int]] = {}
    for section in outline.sections[1:]:
        code = _CODE.match(section.title) if section.parent > 0 else None
        above = title_key(outline.sections[section.parent].title).split() if code else []
        sized = code and _SIZE.search(" ".join(above))
        if code and sized and "".join(word[0] for word in above).upper().startswith(code[1]):
            letters.setdefault(code[1], set()).add(section.parent)
    return set().union(*letters.values()) if len(letters) > 1 else set()


_SIZE = has_word(words.SIZES)
_CODE = regex(r"[\W_]*([A-Z]{1,3})\d{1,2}\b")


def tasks_of_phases(about: list[Numbered], outline: Outline) -> list[Numbered]:
    """Return the headings about phases that a page has instead of any: `Phase 1 Tasks`, `Phase 2 Tasks`."""
    places: dict[tuple[int, int], list[Numbered]] = {}
    for one in about:
        places.setdefault((one.section.parent, one.section.level), []).append(one)
    group = max(places.values(), key=len, default=[])
    filled = all(one.section.end > one.section.line + 1 for one in group)
    several = len({one.number for one in group}) == len(group) > 1
    played = any(role_of(one.title, outline.vocabulary) for one in _above(group, outline))
    reports = any(ASIDES.search(title_key(one.rest)) and key(one.rest) not in _WORK for one in group)
    return group if several and filled and not (played or reports) else []


_WORK = keys_of(("deliverables", "checklist", "objectives", "scope", "goals"))
"""Words about a phase below which its work may stand."""


def _above(group: list[Numbered], outline: Outline) -> Iterator[Section]:
    """Yield the headings above a group, but for the title."""
    for one in group[:1]:
        yield from (up for up in outline.document.ancestors(one.section) if up.level > 1)


def _holds(around: Candidate, lines: dict[str, list[int]]) -> bool:
    """True for `The future (Phases 2 & 3)` over `Phase 2`, given the lines of headings by their words."""
    mine = lines.get(around.named.canonical, [])
    after = bisect_right(mine, around.section.line)
    return after < len(mine) and mine[after] <= around.section.end


def _number_work(behind: list[Candidate], outline: Outline) -> list[Candidate]:
    """Return the phases in brackets that number the work; the one the page is of is a remark in each."""
    counted = [number for one in behind for number in _covered(one.named.number)]
    if len(set(counted)) < len(counted) and any(len(_covered(one.named.number)) > 1 for one in behind):
        return []  # `Basics (Phase 1)`, `More (Phase 1-2)`, `Most (Phase 2+)` say when each is wanted
    title = f" {title_key(outline.title.title)} " if outline.title else ""
    of_page = [one for one in behind if f" {key(one.named.word)} {one.named.number.lower()} " in title]
    return [one for one in behind if one not in of_page]


def _covered(number: str) -> list[str]:
    """Return the numbers that a range covers, `1-3` or `2+`; else the number itself."""
    first, dash, last = number.removesuffix("+").partition("-")
    if dash and first.isdecimal() and last.isdecimal():
        return [str(at) for at in range(int(first), min(int(last), int(first) + _FEW) + 1)]
    return [first, f"{first}+"] if number.endswith("+") else [number]


_FEW = 20


def _by_name(outline: Outline, numbered_ones: list[Candidate]) -> list[Candidate]:
    """Return the headings that call themselves phases by name: `Discovery Phase`, `Launch Phase (Q3)`.

    Not beside numbered ones, unless these are below them or measure time.
    """
    units = [one.section for one in numbered_ones if not one.is_box]
    if any(one.level == 2 for one in units):  # which no heading below the title is above
        return []
    groups: dict[str, list[Section]] = {}
    for section in outline.sections[1:]:
        title = _BEHIND.sub("", section.title) if section.title[-1:] in (")", "）") else section.title
        named = title_key(title).split() if section.level > 1 else []
        word = outline.vocabulary.phases.get(named[-1], "") if 1 < len(named) <= _LONGEST else ""
        other = named[-1:] and (named[-1] in words.PHASE_PLURALS or named[0] in _WHICH)
        if word and word not in _NOT_BY_NAME and not other:
            groups.setdefault(word, []).append(section)
    for word, group in groups.items():
        below = all(any(up.line < one.line <= up.end for up in group) for one in units)
        if len(group) > 1 and below:
            return [
                Candidate(Numbered(one, "", word, "", one.title, strong=True), one.parent, outline)
                for one in group
            ]
    return []


_LONGEST = 4
_NOT_BY_NAME = frozenset((*words.TIME_BOXES, *words.PARTS, "milestone", "release"))
"""Words that are behind others in headings of all kinds: *Current Sprint*, *Back-end Track*."""
_WHICH = frozenset(
    (
        "current",
        "next",
        "this",
        "previous",
        "last",
        "each",
        "every",
        "per",
        "by",
        "of",
        "다음",
        "이번",
        "nächste",
        "prochaine",
        "próxima",
        "следующий",
    )
)


def _states(text: str, vocabulary: Vocabulary) -> bool:
    """True if words in front of a phase in brackets state something: `✅ Done (Phase 1)`."""
    return bool(state_in_front(text, vocabulary) or split_heading(f"x {text}", PHASE, vocabulary).state)


def _behind_its_words(section: Section, named: Numbered | None, vocabulary: Vocabulary) -> Numbered | None:
    """Return the phase that a heading names in a bracket, and not in front: `Month 5-6: Walls (Phase 5)`."""
    if named is not None and (named.canonical not in words.TIME_BOXES or named.canonical == "sprint"):
        return None
    bracketed = _bracketed(section, vocabulary)
    return bracketed if named is None or (bracketed and bracketed.canonical == "phase") else None


def _bracketed(section: Section, vocabulary: Vocabulary) -> Numbered | None:
    """Return the phase that a heading names behind its words: `In Progress (Phase 2)`."""
    title = section.title.rstrip(_MARKS)
    behind = _BEHIND.search(title) if title.endswith((")", "）")) else None
    if not behind:
        return None
    inner = Section(section.index, section.level, behind[1], section.heading, section.line, section.end)
    named = numbered(inner, vocabulary)
    if named is None or named.rest or named.canonical in words.TIME_BOXES:
        return None
    before = _SECTION_NUMBER.sub("", title[: behind.start()].strip())
    before = f"{before} {section.title[len(title) :].strip()}".strip()
    stated = state_in_front(before, vocabulary)
    lead = f"[{stated}]" if stated else ""
    return Numbered(section, named.word, named.canonical, named.number, before, strong=False, lead=lead)
