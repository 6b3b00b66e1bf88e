"""The sections that are told rather than counted, from the summary to the references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from mkdocs_plan_plugin.plans.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.plans.entries import (
    Entry,
    entries,
    entry_of,
    filled,
    items,
    labelled,
    part_text,
    prose,
    split_names,
)
from mkdocs_plan_plugin.plans.model import (
    CurrentState,
    Goal,
    Issue,
    NextSteps,
    Reference,
    Strategy,
    Summary,
)
from mkdocs_plan_plugin.plans.ratings import read_rating
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary
from mkdocs_plan_plugin.source.document import Document, Section, walk
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.source.markdown import Block


class Scope:
    """The parts of one section: its own, and those under its sub-headings, found by role."""

    def __init__(self, document: Document, section: Section | None, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.sections = list(document.within(section)) if section else []
        self.parts: list[tuple[Section, Part]] = [
            (one, part) for one in self.sections for part in labelled(one.blocks, vocabulary)
        ]

    def blocks(self, *roles: str) -> list[Block]:
        """Return the blocks under the first heading or label that plays one of the roles."""
        for one in self.sections[1:]:
            if self.vocabulary.plays(one.title, *roles):
                return one.blocks
        for _, part in self.parts:
            if part.name and self.vocabulary.plays(part.name, *roles):
                return part.blocks
        return []

    def text(self, *roles: str) -> str:
        """Return the text under a heading or behind a label that plays one of the roles."""
        for one in self.sections[1:]:
            if self.vocabulary.plays(one.title, *roles) and (text := prose(one.blocks)):
                return text
        return next(
            (
                part_text(part)
                for _, part in self.parts
                if part.name and self.vocabulary.plays(part.name, *roles)
            ),
            "",
        )

    def lead(self) -> str:
        """Return the text right under the section's own heading."""
        return prose(self.sections[0].blocks) if self.sections else ""


def read_summary(document: Document, section: Section | None, vocabulary: Vocabulary) -> Summary:
    """Read objective, scope, benefits and stakeholders."""
    scope = Scope(document, section, vocabulary)
    return Summary(
        objective=unless_blank(scope.text("objective") or scope.lead()),
        scope_in=filled(items(scope.blocks("scope-in"))),
        scope_out=filled(items(scope.blocks("scope-out"))),
        benefits=filled(items(scope.blocks("benefits"))),
        stakeholders=filled(items(scope.blocks("stakeholders"))),
    )


def read_current_state(document: Document, section: Section | None, vocabulary: Vocabulary) -> CurrentState:
    """Read overview, issues with impact and affected components, and dependencies."""
    scope = Scope(document, section, vocabulary)
    dependencies = scope.blocks("dependencies")
    if not dependencies:  # a plan may keep its dependencies in a section of their own
        other = next(
            (one for one in document.sections[1:] if vocabulary.plays(one.title, "dependencies")), None
        )
        dependencies = other.blocks if other else []
    return CurrentState(
        overview=unless_blank(scope.text("overview") or scope.lead()),
        issues=[issue for entry in entries(scope.blocks("issues")) if (issue := _issue(entry, vocabulary))],
        dependencies=filled(items(dependencies)),
    )


def below(entry: Entry) -> Iterator[Entry]:
    """Yield the items nested in a list item."""
    for child in entry.block.children[1:]:
        if child.kind == "list":
            yield from map(entry_of, child.children)


def _issue(entry: Entry, vocabulary: Vocabulary) -> Issue | None:
    if is_blank(entry.whole):
        return None
    issue = Issue(
        line=entry.line, title=entry.title or entry.text, description=entry.text if entry.title else ""
    )
    for nested in below(entry):
        if vocabulary.means(nested.title, "impact"):
            issue.impact = read_rating(nested.text, vocabulary)
        elif vocabulary.means(nested.title, "affected"):
            issue.affected = [] if is_blank(nested.text) else split_names(nested.text)
    return issue


def read_goals(document: Document, section: Section | None, vocabulary: Vocabulary) -> list[Goal]:
    """Read primary goals with metric and target, secondary goals and non-goals."""
    scope = Scope(document, section, vocabulary)
    primary = scope.blocks("primary-goals") or (section.blocks if section else [])
    secondary = scope.blocks("secondary-goals")
    non_goals = scope.blocks("non-goals")
    if not non_goals:
        other = next((one for one in document.sections[1:] if vocabulary.plays(one.title, "non-goals")), None)
        non_goals = other.blocks if other else []
    found = []
    kinds: tuple[tuple[Literal["primary", "secondary", "non-goal"], list[Block]], ...] = (
        ("primary", primary),
        ("secondary", secondary),
        ("non-goal", non_goals),
    )
    for kind, blocks in kinds:
        for entry in entries(blocks):
            if is_blank(entry.whole):
                continue
            goal = Goal(
                line=entry.line,
                kind=kind,
                title=entry.title or entry.text,
                description=entry.text if entry.title else "",
            )
            for nested in below(entry):
                if vocabulary.means(nested.title, "target-value") and not is_blank(nested.text):
                    goal.target = nested.text
                elif vocabulary.means(nested.title, "success-metric") and not is_blank(nested.text):
                    goal.metric = nested.text
            found.append(goal)
    return found


def read_strategy(document: Document, section: Section | None, vocabulary: Vocabulary) -> Strategy:
    """Read approach and constraints."""
    scope = Scope(document, section, vocabulary)
    return Strategy(
        approach=unless_blank(scope.text("approach") or scope.lead()),
        constraints=filled(items(scope.blocks("constraints"))),
    )


def read_next_steps(document: Document, section: Section | None, vocabulary: Vocabulary) -> NextSteps:
    """Read immediate actions, follow-up tasks and future enhancements."""
    scope = Scope(document, section, vocabulary)
    return NextSteps(
        immediate=filled(items(scope.blocks("immediate") or (section.blocks if section else []))),
        follow_up=filled(items(scope.blocks("follow-up"))),
        future=filled(items(scope.blocks("future"))),
    )


_SCHEME = re.compile(r"[a-z][a-z+.-]*:|//", re.IGNORECASE)
_ISSUE = re.compile(r"^(?:issue|pr|pull request|ticket|bug)\s+#?\d+|^#\d+|^[A-Z]{2,8}-\d+", re.IGNORECASE)


def read_references(document: Document, section: Section | None, vocabulary: Vocabulary) -> list[Reference]:
    """Read links to documents inside and outside of the site, and issues."""
    found: list[Reference] = []
    for one in document.within(section) if section else ():
        related = vocabulary.plays(one.title, "related-issues")
        for item in (item for block in one.blocks if block.kind == "list" for item in block.children):
            line = next((line for child in walk(item.children) for line in child.lines), None)
            if line is None or is_blank(line.text):
                continue
            begin, end, url = line.links[0] if line.links else (0, 0, "")
            if related or _ISSUE.match(line.text):
                entry = entry_of(item)
                found.append(
                    Reference(
                        line=line.number,
                        kind="issue",
                        title=entry.title or entry.text,
                        url=url,
                        text=entry.text if entry.title else "",
                    )
                )
            elif url:
                reference = Reference(line=line.number, title=line.text[begin:end], url=url)
                reference.kind = "external" if _SCHEME.match(url) else "internal"
                reference.text = line.text[end:].strip(" :-–—")
                found.append(reference)
            else:
                found.append(Reference(line=line.number, kind="internal", title=line.text))
    return found
