"""Testing and rolling back: test levels, verification checklists, test cases, procedures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mkdocs_plan_plugin.model import Procedure, Rollback, Task, TestCase, Testing
from mkdocs_plan_plugin.reading.entries import filled, items, part_text, part_texts, texts
from mkdocs_plan_plugin.reading.narrative import Scope
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_CASE = regex(
    r"^\W*(?:test(?: case| scenario)?|scenario|case|tc)[\s-]*#?(\d+(?:\.\d+)*)\s*[:：.)\-–—]*\s*(.*)$",
    re.IGNORECASE,
)
_CASE_WORDS = ("test", "scenario", "case", "tc")
_CALLED = regex(r"^\W*(?:test (?:case|scenario)|tc)[\s-]*#?\d", re.IGNORECASE)
"""A heading that is a test case wherever it is; a *Scenario 1* is one among the tests only."""


def read_testing(outline: Outline, section: Section | None, tasks: list[Task]) -> Testing:
    """Read the test levels and the tasks before, during and after implementation."""
    scope = Scope(outline, section)
    return Testing(
        levels=filled(items(scope.blocks("test-levels") or _first_list(section))),
        before=[task for task in tasks if task.role == "pre-implementation"],
        during=[task for task in tasks if task.role == "implementation"],
        after=[task for task in tasks if task.role == "post-implementation"],
    )


def _first_list(section: Section | None) -> list:  # type: ignore[type-arg]
    return [block for block in section.blocks if block.kind == "list"][:1] if section else []


def read_test_cases(outline: Outline, section: Section | None) -> list[TestCase]:
    """Read test cases: headings that name one, with steps, expected and actual result."""
    found = []
    vocabulary = outline.vocabulary
    for one in outline.document.inside(section) if section else ():
        apart = split_heading(one.title, PHASE, vocabulary)
        match = _CASE.match(apart.text)
        if not match:
            continue
        case = TestCase(line=one.line, number=match[1], title=match[2].strip())
        for part in outline.parts(one):
            if not part.name:
                continue
            text = part_text(part)
            if vocabulary.means(part.name, "expected"):
                case.expected = "" if is_blank(text) else text
            elif vocabulary.means(part.name, "actual"):
                case.actual = "" if is_blank(text) else text
            elif vocabulary.means(part.name, "actions"):
                case.steps = part_texts(part)
        found.append(case)
    return found


def case_headings(outline: Outline) -> Iterator[Section]:
    """Yield the headings of test cases: in sections about testing, and others that call themselves one."""
    vocabulary = outline.vocabulary
    for one in outline.sections[1:]:
        if not _may_be_case(one.title):
            continue  # most headings
        text = split_heading(one.title, PHASE, vocabulary).text
        if _CALLED.match(text) or (_CASE.match(text) and _is_tested(one, outline)):
            yield one


@lru_cache(maxsize=4096)
def _may_be_case(title: str) -> bool:
    return any(map(mend(title).casefold().__contains__, _CASE_WORDS))


def _is_tested(one: Section, outline: Outline) -> bool:
    """True for a section about testing, and one below such."""
    above = (one, *outline.document.ancestors(one))
    return any(up.level > 1 and role_of(up.title, outline.vocabulary) == "testing" for up in above)


def read_rollback(outline: Outline, section: Section | None) -> Rollback:
    """Read triggers, the quick and the complete procedure with expected time, and what comes after."""
    scope = Scope(outline, section)
    rollback = Rollback(
        triggers=filled(items(scope.blocks("rollback-triggers"))),
        after=filled(items(scope.blocks("rollback-after"))),
    )
    for one in scope.headings("rollback-quick")[:1]:
        rollback.quick = _procedure(one, outline)
    for one in scope.headings("rollback-complete"):
        other = rollback.quick is None or one.line != rollback.quick.line
        if other and (rollback.complete is None or not rollback.complete.steps):
            rollback.complete = _procedure(one, outline)
    if rollback.quick is None and rollback.complete is None and section and (steps := texts(section.blocks)):
        rollback.complete = Procedure(line=section.line, title=section.title, steps=steps)
    return rollback


def _procedure(one: Section, outline: Outline) -> Procedure:
    procedure = Procedure(line=one.line, title=one.title)
    for part in outline.parts(one):
        if part.name and outline.vocabulary.means(part.name, "expected-time"):
            procedure.expected_time = "" if is_blank(part.text) else part.text
        elif part.name and part.text:
            procedure.steps += [f"{part.name}: {part.text}", *texts(part.blocks)]
        else:
            procedure.steps += part_texts(part)
    return procedure
