"""Which headings of a plan stand for which sections and items of its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading.outline import title_section
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.template.parts import TemplateNode, heading_number
from mkdocs_plan_plugin.template.schema import Template
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, title_key


class Match(msgspec.Struct):
    """A node of the template and what stands for it; `present` may be true without a heading."""

    node: TemplateNode
    sections: list[Section]
    top: bool
    present: bool
    exact: bool = False
    """True if a heading has the very name, or one that the template allows."""
    parents: list[Section] = msgspec.field(default_factory=list)
    """Where it belongs; empty at the top, or where the section around it is missing."""


def fit(template: Template, document: Document, plan: Plan, vocabulary: Vocabulary) -> list[Match]:
    """Return a match for the main sections of a template and for all that it asks for, in its order."""
    return list(_Fitting(document, plan, vocabulary).go(template.sections, None))


class _Fitting:
    """The headings of one plan, by what they are called."""

    def __init__(self, document: Document, plan: Plan, vocabulary: Vocabulary) -> None:
        self.document = document
        self.plan = plan
        self.vocabulary = vocabulary
        self.titled: dict[str, list[Section]] = {}
        for section in document.sections[1:]:
            self.titled.setdefault(title_key(section.title), []).append(section)

    @cached_property
    def numbered(self) -> dict[str, list[Section]]:
        """The numbered headings by the word before their number."""
        found: dict[str, list[Section]] = {}
        for section in self.document.sections[1:]:
            word, number = heading_number(section.title)
            if number:
                found.setdefault(key(word.split(" N")[0]), []).append(section)
        return found

    def go(self, nodes: Iterable[TemplateNode], parents: list[Section] | None) -> Iterator[Match]:
        """Yield the matches of nodes that are under some headings, or at the top."""
        for node in nodes:
            main = parents is None and node.kind in ("section", "repeat")
            if not (main or node.asks):
                continue
            if node.kind in ("list", "checklist"):
                yield from self.go(node.children, parents)
                continue
            if node.kind not in ("section", "repeat", "field", "part"):
                continue
            match = Match(node, [], top=parents is None, present=False, parents=parents or [])
            if parents is None and node.kind in ("field", "part"):
                match.parents = [title_section(self.document) or self.document.sections[0]]
            if node.kind == "section":
                self.section(match, parents)
            elif node.kind == "repeat":
                self.repeat(match, parents)
            yield match
            if node.kind in ("section", "repeat"):
                yield from self.go(node.children, match.sections)

    def section(self, match: Match, parents: list[Section] | None) -> None:
        """Find the heading of a section by its names, at the top by its role, too."""
        exact = _named(self.titled, map(title_key, (match.node.name, *match.node.also)), parents)
        if exact and match.top:
            highest = min(one.level for one in exact)
            exact = [section for section in exact if section.level == highest]
        match.sections, match.exact = exact, bool(exact)
        if not exact and match.top and match.node.role:
            line = self.plan.sections.get(match.node.role)
            match.sections = [section for section in self.document.sections if line and section.line == line]
        match.present = bool(match.sections) or (match.node.role == "phases" and bool(self.plan.phases))

    def repeat(self, match: Match, parents: list[Section] | None) -> None:
        """Find the headings that repeat, by the word before their number."""
        word = match.node.name.split(" N")[0]
        if key(word) in self.vocabulary.phases and self.plan.phases:
            lines = {phase.line for phase in self.plan.phases}
            match.sections = [section for section in self.document.sections if section.line in lines]
        else:
            match.sections = _named(self.numbered, map(key, (word, *match.node.also)), parents)
        match.exact = match.present = bool(match.sections)


def _named(
    headings: dict[str, list[Section]], names: Iterable[str], parents: list[Section] | None
) -> list[Section]:
    """Return the headings of some names in page order, those below some parents or all."""
    found = [section for name in set(names) for section in headings.get(name, ())]
    found.sort(key=lambda section: section.index)
    if parents is None:
        return found
    return [
        section
        for parent in parents
        for section in found
        if section.index > parent.index and section.line <= parent.end
    ]
