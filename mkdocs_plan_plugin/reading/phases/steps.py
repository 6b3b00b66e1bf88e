"""The steps of a phase: headings below it that are numbered, or named by an identifier."""

from __future__ import annotations

from mkdocs_plan_plugin.reading.headings import Numbered, belongs, numbered, plain_step
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, title_key
from mkdocs_plan_plugin.vocabulary.words import STEP_LISTS

_LISTS = [[key(word)] for word in STEP_LISTS]


def steps_of(outline: Outline, phase: Numbered) -> list[Numbered]:
    """Return the steps of a phase: one level below it, else below a heading such as *Tasks* in it.

    Headings of a level deeper count where none above them is numbered.
    """
    document, vocabulary = outline.document, outline.vocabulary
    children = document.children(phase.section)
    found = _among(children, phase, vocabulary)
    if found:
        return found
    lists = [
        child
        for child in children
        if vocabulary.plays(child.title, "actions") or _is_about(child, vocabulary)
    ]
    for groups in (lists, children):
        below = [section for child in groups for section in document.children(child)]
        if found := _among(below, phase, vocabulary):
            return found
    return []


def _is_about(section: Section, vocabulary: Vocabulary) -> bool:
    """True for a heading such as "Phase 1 Deliverables" or "Task List" inside a phase."""
    found = numbered(section, vocabulary)
    return belongs(found, vocabulary) if found else lists_steps(section)


def lists_steps(section: Section) -> bool:
    """True for a heading called tasks, or a word for them: "Task List"."""
    return title_key(section.title).split()[-1:] in _LISTS


def _among(sections: list[Section], phase: Numbered, vocabulary: Vocabulary) -> list[Numbered]:
    found = []
    for section in sections:
        step = numbered(section, vocabulary, "steps") or numbered(section, vocabulary)
        if step is None:
            step = plain_step(section)
        elif belongs(step, vocabulary) or (phase.canonical, phase.number) == (step.canonical, step.number):
            continue  # about the phase
        if step:
            found.append(step)
    return [] if _are_aspects(found, vocabulary) else found


_ASPECTS = frozenset({"goals", "risks", "success-criteria", "dependencies", "rollback"})


def _are_aspects(steps: list[Numbered], vocabulary: Vocabulary) -> bool:
    """True for numbered chapters that describe a phase: `2.1 Goal`, `2.3 Dependencies`, `2.5 Risks`."""
    found = {
        role
        for step in steps
        if not step.word
        for role in (role_of(step.rest, vocabulary, stems=False), *vocabulary.roles(step.rest))
    }
    return len(found & _ASPECTS) > 1
