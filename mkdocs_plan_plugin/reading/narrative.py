"""The sections that are told rather than counted, from the summary to the references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from mkdocs_plan_plugin.model import (
    CurrentState,
    Goal,
    Issue,
    NextSteps,
    Reference,
    Strategy,
    Summary,
)
from mkdocs_plan_plugin.reading.entries import (
    Entry,
    entries,
    entry_of,
    filled,
    is_empty,
    items,
    part_text,
    prose,
    split_names,
)
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section, walk
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.ratings import read_rating


class Scope:
    """The parts of one section: its own, and those under its sub-headings, found by role."""

    def __init__(self, outline: Outline, section: Section | None) -> None:
        self.outline = outline
        self.section = section
        roles = outline.vocabulary.roles
        self.labels: dict[str, Part] = {}
        """The first label that plays a role."""
        for part in outline.parts_within(section) if section else ():
            for role in roles(part.name) if part.name else ():
                self.labels.setdefault(role, part)

    def headings(self, role: str) -> list[Section]:
        """Return the headings below the section that play a role."""
        return self.outline.sections_for(role, inside=self.section) if self.section else []

    def blocks(self, role: str) -> list[Block]:
        """Return the blocks under the first heading or label that plays a role."""
        for one in self.headings(role):
            return one.blocks
        return self.labels[role].blocks if role in self.labels else []

    def text(self, role: str) -> str:
        """Return the text under a heading or behind a label that plays a role."""
        for one in self.headings(role):
            if text := prose(one.blocks):
                return text
        return part_text(self.labels[role]) if role in self.labels else ""

    def lead(self) -> str:
        """Return the text right under the section's own heading."""
        return prose(self.section.blocks) if self.section else ""


def read_summary(outline: Outline, section: Section | None) -> Summary:
    """Read objective, scope, benefits and stakeholders."""
    scope = Scope(outline, section)
    return Summary(
        objective=unless_blank(scope.text("objective") or scope.lead()),
        scope_in=filled(items(scope.blocks("scope-in"))),
        scope_out=filled(items(scope.blocks("scope-out"))),
        benefits=filled(items(scope.blocks("benefits"))),
        stakeholders=filled(items(scope.blocks("stakeholders"))),
    )


def read_current_state(outline: Outline, section: Section | None) -> CurrentState:
    """Read overview, issues with impact and affected components, and dependencies."""
    scope = Scope(outline, section)
    dependencies = scope.blocks("dependencies")
    if not dependencies:  # a plan may keep its dependencies in a section of their own
        dependencies = outline.blocks_of("dependencies")
    return CurrentState(
        overview=unless_blank(scope.text("overview") or scope.lead()),
        issues=[
            issue for entry in entries(scope.blocks("issues")) if (issue := _issue(entry, outline.vocabulary))
        ],
        dependencies=filled(items(dependencies)),
    )


def below(entry: Entry) -> Iterator[Entry]:
    """Yield the items nested in a list item."""
    for child in entry.block.children[1:]:
        if child.kind == "list":
            yield from map(entry_of, child.children)


def _issue(entry: Entry, vocabulary: Vocabulary) -> Issue | None:
    if is_empty(entry.title, entry.text):
        return None
    issue = Issue(
        line=entry.line, title=entry.title or entry.text, description=entry.text if entry.title else ""
    )
    for nested in below(entry):
        if vocabulary.means(nested.title, "impact", "severity"):
            issue.impact = read_rating(nested.text, vocabulary)
        elif vocabulary.means(nested.title, "affected"):
            issue.affected = [] if is_blank(nested.text) else split_names(nested.text)
    return issue


def read_goals(outline: Outline, section: Section | None) -> list[Goal]:
    """Read primary goals with metric and target, secondary goals and non-goals."""
    scope = Scope(outline, section)
    primary = scope.blocks("primary-goals") or (section.blocks if section else [])
    secondary = scope.blocks("secondary-goals")
    non_goals = scope.blocks("non-goals")
    if not non_goals:
        non_goals = outline.blocks_of("non-goals")
    found = []
    kinds: tuple[tuple[Literal["primary", "secondary", "non-goal"], list[Block]], ...] = (
        ("primary", primary),
        ("secondary", secondary),
        ("non-goal", non_goals),
    )
    for kind, blocks in kinds:
        for entry in entries(blocks):
            if is_empty(entry.title, entry.text):
                continue
            goal = Goal(
                line=entry.line,
                kind=kind,
                title=entry.title or entry.text,
                description=entry.text if entry.title else "",
            )
            for nested in below(entry):
                means = outline.vocabulary.meanings(nested.title)
                if "target-value" in means and not is_blank(nested.text):
                    goal.target = nested.text
                elif "success-metric" in means and not is_blank(nested.text):
                    goal.metric = nested.text
            found.append(goal)
    return found


def read_strategy(outline: Outline, section: Section | None) -> Strategy:
    """Read approach and constraints."""
    scope = Scope(outline, section)
    return Strategy(
        approach=unless_blank(scope.text("approach") or scope.lead()),
        constraints=filled(items(scope.blocks("constraints"))),
    )


def read_next_steps(outline: Outline, section: Section | None) -> NextSteps:
    """Read immediate actions, follow-up tasks and future enhancements."""
    scope = Scope(outline, section)
    return NextSteps(
        immediate=filled(items(scope.blocks("immediate") or (section.blocks if section else []))),
        follow_up=filled(items(scope.blocks("follow-up"))),
        future=filled(items(scope.blocks("future"))),
    )


_SCHEME = regex(r"[a-z][a-z+.-]*:|//", re.IGNORECASE)
_ISSUE = regex(r"^(?:issue|pr|pull request|ticket|bug)\s+#?\d+|^#\d+|^[A-Z]{2,8}-\d+", re.IGNORECASE)


def read_references(outline: Outline, section: Section | None) -> list[Reference]:
    """Read links to documents inside and outside of the site, and issues."""
    found: list[Reference] = []
    for one in outline.document.within(section) if section else ():
        related = outline.vocabulary.plays(one.title, "related-issues")
        for item in (item for block in one.blocks if block.kind == "list" for item in block.children):
            line = next((line for child in walk(item.children) for line in child.lines), None)
            if line is None or is_empty("", line.text):
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
