"""What a section is to phases: called so, perhaps one of them, a place for them; and the work in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from mkdocs_plan_plugin.model import LeftOut
from mkdocs_plan_plugin.reading.headings import numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.state_words import STATE_GROUPS, WEAK_STATES

FEWEST = 3
"""Fewer headings, lines or rows of a kind than this may be chance, and part no plan."""

ASIDES = has_word(words.PHASE_ASIDES)
REPORTS = has_word((*words.PHASE_ASIDES, *words.PHASE_REPORTS))
CALLED = keys_of(words.CALLED_PHASES)


def names_phases(title: str) -> bool:
    """True for a heading that is called phases, or a roadmap of a kind: *Technical Roadmap*."""
    said = title_key(title)
    kind, _, last = said.rpartition(" ")
    return said in CALLED or (last == "roadmap" and kind in _KINDS)


_KINDS = keys_of(words.ROADMAP_KINDS)


def is_called(outline: Outline, section: Section) -> bool:
    """True for a section that is called phases, or a word for them."""
    return section is not outline.title and (
        names_phases(section.title) or role_of(section.title, outline.vocabulary) == "phases"
    )


def is_phases_alone(section: Section) -> bool:
    """True for a heading that is called *Phases*, or that in another language, and nothing else."""
    return title_key(section.title) in _ALONE


_ALONE = keys_of(words.PHASES_ALONE)


def names_milestones(outline: Outline, section: Section) -> bool:
    """True for a heading with the word *milestone* in it, one or more, in any language."""
    said = title_key(section.title).split()
    return any(
        outline.vocabulary.phases.get(word) == "milestone" for word in (*said, *(one[:-1] for one in said))
    )


def may_be_phase(outline: Outline, section: Section) -> bool:
    """True for a heading that is no section of the plan and no remark about phases."""
    title = title_key(section.title)
    if not title or is_blank(section.title) or ASIDES.search(title):
        return False
    step = numbered(section, outline.vocabulary, "steps")  # whose phase this page is, or has not named
    return step is None and role_of(section.title, outline.vocabulary, stems=False) is None


def may_hold(outline: Outline, section: Section, *more: str) -> bool:
    """True for a place that plays no other part in a plan than to say how the work goes, or one of `more`."""
    role = role_of(section.title, outline.vocabulary) if section.level > 1 else None
    return role in (None, "strategy", "phases", "next-steps", *more)


def is_state_heading(text: str, vocabulary: Vocabulary) -> bool:
    """True for a state and nothing else, or what is in it: `Completed Phases`, `Sprints terminés`."""
    said = title_key(text).split()
    if len(said) > 1 and said[0] in STATE_GROUPS:
        state = " ".join(said[1:])
        return state in vocabulary.states and state not in _LOOSE_STATES and " ".join(said) not in CALLED
    return " ".join(said[:-1] if said[-1:] and said[-1] in STATE_GROUPS else said) in vocabulary.states


def is_firm_state(text: str, vocabulary: Vocabulary) -> bool:
    """True for a state and nothing else, in words that hardly ever head something: not *Planning*."""
    return is_state_heading(text, vocabulary) and title_key(text) not in _LOOSE_STATES


_LOOSE_STATES = keys_of(
    (*WEAK_STATES, "planning", "planung", "planification", "planificación", "planejamento")
)


def holds_work(outline: Outline, section: Section) -> bool:
    """True if a task or a state is in a section or below it."""
    return any(
        read_tasks(one.blocks) or states(outline, outline.fields(one))
        for one in outline.document.within(section)
    )


def states(outline: Outline, fields: list[Field]) -> bool:
    """True if one of some fields is a status."""
    return any(outline.vocabulary.means(field.name, "status") for field in fields)


def count_up(numbers: Iterable[str]) -> bool:
    """True for numbers that count from 1 or 0 without a gap: `1`, `2`, `3`."""
    found = list(numbers)
    first = 0 if found[:1] == ["0"] else 1
    return found == [str(at) for at in range(first, first + len(found))]


def left_out(section: Section, reason: str) -> LeftOut:
    """Return a heading as what looks like a phase and is none."""
    return LeftOut(line=section.line, kind="phase", text=section.title, reason=reason)


def sections_inside(outline: Outline, spans: list[tuple[int, int]]) -> set[int]:
    """Return the indices of the sections inside spans of lines, their own headings included."""
    starts = [begin for begin, _ in spans]
    return {
        section.index
        for section in outline.sections[1:]
        if (at := bisect_right(starts, section.line)) and section.line <= spans[at - 1][1]
    }
