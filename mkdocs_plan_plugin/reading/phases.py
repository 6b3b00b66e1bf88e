"""Phases and steps: which headings they are, by the words that number them."""

from __future__ import annotations

import re

import msgspec

from mkdocs_plan_plugin.reading.headings import LEAD, Numbered, numbered, plain_step
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.tasks import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, title_key
from mkdocs_plan_plugin.vocabulary.states import read_statement
from mkdocs_plan_plugin.vocabulary.titles import take_apart
from mkdocs_plan_plugin.vocabulary.words import STEP_LISTS, TIME_BOXES, TRACKS

_TRACK = regex(rf"{LEAD}(?:{'|'.join(map(re.escape, TRACKS))})\b", re.IGNORECASE)
_BEHIND = regex(r"\s[(（]([^()（）]{3,30})[)）]\s*$")


def belongs(found: Numbered, vocabulary: Vocabulary) -> bool:
    """True if a numbered heading is about its phase and no phase: `Phase 2 Deliverables`."""
    if found.strong:
        return False
    head = key(re.split(r"[:：(（\[–—|]|\s-\s", found.rest, maxsplit=1)[0])
    parts = head.split()
    return (
        bool(parts)
        and len(parts) <= 4
        and (
            head in vocabulary.belonging
            or parts[-1] in vocabulary.belonging
            or " ".join(parts[:2]) in vocabulary.belonging
        )
    )


class Run(msgspec.Struct):
    """Headings with one word, at one level, under one parent; `about` are those that belong to them."""

    word: str
    level: int
    parent: int
    members: list[Numbered]
    about: list[Numbered] = msgspec.field(default_factory=list)

    @property
    def numbers(self) -> set[str]:
        """The distinct numbers."""
        return {member.number for member in self.members}

    @property
    def extent(self) -> int:
        """How many lines stand below its headings."""
        return sum(member.section.end - member.section.line for member in self.members)


def find_run(outline: Outline) -> Run | None:
    """Return the run of headings that are the phases of a page, or None.

    Source: the design's rules for phases. H1 is never a phase; of two runs the one that contains
    the other; else units of work before time boxes, then most distinct numbers, then most text.
    """
    document, vocabulary = outline.document, outline.vocabulary
    runs: dict[tuple[str, int, int], Run] = {}
    about: list[Numbered] = []
    for section in document.sections[1:]:
        if section.level == 1:
            continue
        found = numbered(section, vocabulary)
        if not found:
            continue
        if belongs(found, vocabulary):
            about.append(found)
            continue
        at = (found.canonical, section.level, section.parent)
        runs.setdefault(at, Run(*at, members=[])).members.append(found)
    candidates = _join_neighbours(document, list(runs.values()))
    candidates = [run for run in candidates if len(run.numbers) > 1 or _has_substance(outline, run)]
    candidates = _outermost(document, candidates)
    if not candidates:
        return None
    best = max(candidates, key=lambda run: (run.word not in TIME_BOXES, len(run.numbers), run.extent))
    best.members = sorted(
        [*best.members, *_named_behind(document, best, vocabulary)], key=lambda member: member.section.line
    )
    best.about = [one for one in about if one.section.level == best.level and one.canonical == best.word]
    return best


def _join_neighbours(document: Document, runs: list[Run]) -> list[Run]:
    """Join runs of one word and level whose numbers continue under a neighbouring parent."""
    joined: list[Run] = []
    last: dict[tuple[str, int, int], Run] = {}
    for run in runs:
        at = (run.word, run.level, document.sections[run.parent].parent)
        before = last.get(at)
        tracks = before and all(_is_track(document.sections[one.parent]) for one in (before, run))
        if before and (
            tracks or _rank(before.members[-1].number) < min(_rank(member.number) for member in run.members)
        ):
            before.members += run.members
        else:
            joined.append(run)
            last[at] = run
    return joined


def _is_track(section: Section) -> bool:
    """True for a heading such as `Track A: ...`, which numbers phases of its own."""
    return bool(_TRACK.match(section.title))


def _named_behind(document: Document, run: Run, vocabulary: Vocabulary) -> list[Numbered]:
    """Return headings that name a phase of the run behind their words and state it: `✅ Done (Phase 1)`."""
    found = []
    for section in document.sections[1:]:
        behind = _BEHIND.search(section.title) if section.level == run.level else None
        if not behind:
            continue
        named = numbered(
            Section(section.index, section.level, behind[1], section.heading, section.line, section.end),
            vocabulary,
        )
        if named is None or named.rest or named.canonical != run.word or named.number in run.numbers:
            continue
        before = section.title[: behind.start()]
        if take_apart(f"x {before}", vocabulary).state or read_statement(before, vocabulary).state:
            found.append(
                Numbered(section, named.word, named.canonical, named.number, before.strip(), strong=True)
            )
    return found


def _rank(number: str) -> float:
    match = re.match(r"\d+(?:\.\d+)?", number)
    return float(match[0]) if match else float("inf")


def _has_substance(outline: Outline, run: Run) -> bool:
    """True if a lone phase has a step, a task or a state in it."""
    member = run.members[0]
    inside = list(outline.document.within(member.section))
    return (
        member.title(outline.vocabulary).state is not None
        or any(read_tasks(section.blocks) for section in inside)
        or bool(steps_of(outline.document, member, outline.vocabulary))
        or any(
            outline.vocabulary.means(field.name, "status")
            for section in inside
            for field in outline.fields(section)
        )
    )


def _outermost(document: Document, runs: list[Run]) -> list[Run]:
    """Return the runs that no other run contains: every heading of one inside a heading of the other."""
    run_of = {member.section.index: number for number, run in enumerate(runs) for member in run.members}
    outermost = []
    for number, run in enumerate(runs):
        around: set[int] | None = None
        for member in run.members:
            above = {run_of[up.index] for up in document.ancestors(member.section) if up.index in run_of} - {
                number
            }
            around = above if around is None else around & above
            if not around:
                break
        if not around:
            outermost.append(run)
    return outermost


def steps_of(document: Document, phase: Numbered, vocabulary: Vocabulary) -> list[Numbered]:
    """Return the headings one level under a phase that are numbered, or named by an identifier."""
    children = document.children(phase.section)
    found = _numbered_among(children, phase, vocabulary)
    if not found:  # steps may stand under a heading such as "Tasks"
        below = [
            section
            for child in children
            if vocabulary.plays(child.title, "actions") or _is_about(child, vocabulary)
            for section in document.children(child)
        ]
        found = _numbered_among(below, phase, vocabulary)
    return found


def _is_about(section: Section, vocabulary: Vocabulary) -> bool:
    """True for a heading such as "Phase 1 Deliverables" or "Task List" inside a phase."""
    found = numbered(section, vocabulary)
    if found:
        return belongs(found, vocabulary)
    return title_key(section.title).split()[-1:] in _STEP_LISTS


_STEP_LISTS = [[key(word)] for word in STEP_LISTS]


def _numbered_among(sections: list[Section], phase: Numbered, vocabulary: Vocabulary) -> list[Numbered]:
    found = []
    for section in sections:
        step = numbered(section, vocabulary, "steps") or numbered(section, vocabulary)
        if step is None:
            step = plain_step(section)
        elif belongs(step, vocabulary) or (phase.canonical, phase.number) == (step.canonical, step.number):
            continue  # about the phase
        if step:
            found.append(step)
    return found
