"""Which headings of a plan stand for which sections and items of its template."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from mkdocs_plan_plugin.plans.model import Plan
from mkdocs_plan_plugin.plans.roles import title_section
from mkdocs_plan_plugin.plans.template import Node, Template
from mkdocs_plan_plugin.plans.template_parts import heading_number
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary, key, title_key
from mkdocs_plan_plugin.source.document import Document, Section


class Match(msgspec.Struct):
    """A node of the template and what stands for it; `present` may be true without a heading."""

    node: Node
    sections: list[Section]
    top: bool
    present: bool
    exact: bool = False
    """True if a heading has the very name, or one that the template allows."""
    parents: list[Section] = msgspec.field(default_factory=list)
    """Where it belongs; empty at the top, or where the section around it is missing."""


def fit(template: Template, document: Document, plan: Plan, vocabulary: Vocabulary) -> list[Match]:
    """Return a match for every section, repeatable heading and field of a template, in its order."""
    found: list[Match] = []
    _go(template.sections, None, document, plan, vocabulary, found)
    return found


def _go(
    nodes: Iterable[Node],
    parents: list[Section] | None,
    document: Document,
    plan: Plan,
    vocabulary: Vocabulary,
    found: list[Match],
) -> None:
    for node in nodes:
        if node.kind in ("list", "checklist"):
            _go(node.children, parents, document, plan, vocabulary, found)
            continue
        if node.kind not in ("section", "repeat", "field", "part"):
            continue
        match = Match(node, [], top=parents is None, present=False, parents=parents or [])
        if parents is None and node.kind in ("field", "part"):
            match.parents = [title_section(document) or document.sections[0]]
        around = (
            document.sections[1:] if parents is None else [s for p in parents for s in document.inside(p)]
        )
        if node.kind == "section":
            _section(match, around, document, plan)
        elif node.kind == "repeat":
            _repeat(match, around, document, plan, vocabulary)
        found.append(match)
        if node.kind in ("section", "repeat"):
            _go(node.children, match.sections, document, plan, vocabulary, found)


def _section(match: Match, around: Iterable[Section], document: Document, plan: Plan) -> None:
    names = {title_key(name) for name in (match.node.name, *match.node.also)}
    exact = [section for section in around if title_key(section.title) in names]
    if exact and match.top:
        exact = [section for section in exact if section.level == min(one.level for one in exact)]
    match.sections, match.exact = exact, bool(exact)
    if not exact and match.top and match.node.role:
        line = plan.sections.get(match.node.role)
        match.sections = [section for section in document.sections if line and section.line == line]
    match.present = bool(match.sections) or (match.node.role == "phases" and bool(plan.phases))


def _repeat(
    match: Match, around: Iterable[Section], document: Document, plan: Plan, vocabulary: Vocabulary
) -> None:
    word = match.node.name.split(" N")[0]
    if key(word) in vocabulary.phases and plan.phases:
        lines = {phase.line for phase in plan.phases}
        match.sections = [section for section in document.sections if section.line in lines]
    else:
        words = {key(name) for name in (word, *match.node.also)}
        match.sections = [
            section
            for section in around
            if (named := heading_number(section.title))[1] and key(named[0].split(" N")[0]) in words
        ]
    match.exact = match.present = bool(match.sections)
