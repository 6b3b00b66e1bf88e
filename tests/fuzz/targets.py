"""What is fuzzed: each target takes any text, and fails where something that we promise doesn't hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from html import unescape

import msgspec
from markdown import Markdown
from markdown.extensions import Extension

from mkdocs_plan_plugin.cli.explained import as_text
from mkdocs_plan_plugin.cli.explanation import explanation
from mkdocs_plan_plugin.model import Finding, Plan
from mkdocs_plan_plugin.options import load as load_options
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.reading import read_page, read_plan
from mkdocs_plan_plugin.reading.globs import matches
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.rules import Checker, Pages, RuleSite
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.list_html import HIDE
from mkdocs_plan_plugin.source.lists import repair
from mkdocs_plan_plugin.source.text import clean
from mkdocs_plan_plugin.template.files import Templates, with_aliases
from mkdocs_plan_plugin.template.schema import compile_template
from mkdocs_plan_plugin.views.answers import answer
from mkdocs_plan_plugin.views.directives import find
from mkdocs_plan_plugin.views.placements import placements
from mkdocs_plan_plugin.weave.extension import PlanExtension
from mkdocs_plan_plugin.weave.slots import Slot, put_in
from mkdocs_plan_plugin.weave.splice import scan
from mkdocs_plan_plugin.weave.tokens import Tokens
from mkdocs_plan_plugin.yaml_text import PlainLoader, YamlError
from mkdocs_plan_plugin.yaml_text import load as load_yaml
from tests.plugin.test_words import words

TODAY = dt.date(2026, 3, 1)
EXAMPLE = """\
# Plan: new kiln

**Status:** In Progress
**Owner:** Team Quay

## Phase 1: Dig

- [x] hole
- [ ] wall

## Risks

| Risk | Probability | Impact |
|------|-------------|--------|
| Rain | High | Low |
"""


def reader(text: str) -> None:
    """Any text is read, the same each time, explained, and written as data."""
    plan = read_plan(text, "plans/a.md")
    data = msgspec.json.encode(plan)
    assert data == msgspec.json.encode(read_plan(text, "plans/a.md"))
    last = len(re.split(r"\r\n|\r|\n", text))
    assert all(0 <= phase.line <= phase.end_line <= last for phase in plan.phases)
    assert plan.progress.percent is None or 0 <= plan.progress.percent <= 100
    assert all("\n" not in line for line in as_text(explanation(plan, text, Settings())))
    read_page(text, "plans/a.md", Settings())


def rules(text: str) -> None:
    """Any text is held to all rules, and none fails."""
    found = _findings(text)
    assert [one.message for one in found if one.code == "PLAN909"] == []
    last = len(re.split(r"\r\n|\r|\n", text))
    assert all(0 <= one.line <= last for one in found)


def _findings(text: str, templates: Templates | None = None) -> list[Finding]:
    settings = with_aliases(Settings(), templates) if templates else Settings()
    outline = outline_of(text, settings, "plans/a.md")
    plan = read_plan(outline, "plans/a.md", settings)
    site = RuleSite(today=TODAY, settings=settings, templates=templates or Templates())
    return Checker(site).plan(plan, outline, Pages(site=site, portfolio=join([plan]), whole=False))


def lists(text: str) -> None:
    """Repaired lists have the words of those that the author wrote, in their order, and need no more repair than blank lines."""
    text = clean(text)
    repaired = "\n".join(repair(text))
    assert _words(repaired) == _words(text)
    again = "\n".join(repair(repaired))
    assert [line for line in again.split("\n") if line] == [line for line in repaired.split("\n") if line]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unescape(text.replace(HIDE, " ")))


class _Page:
    """What the extension asks of a page: it has a slot for all that a plan page shows."""

    redirected = None
    author_references = None

    def __init__(self, text: str) -> None:
        self.tokens = Tokens.of("a.md", text)
        plan = read_plan(text, "a.md")
        self._slots = [
            *(
                Slot(placement.line, placements=(placement,))
                for placement in placements(plan)
                if placement.line
            ),
            *(Slot(task.line, task=task) for task in plan.task_list if task.anchor),
        ]

    def concerns(self, text: str) -> bool:
        return bool(self.tokens.signs)

    def insert(self, lines: list[str]) -> tuple[list[str], bool]:
        put_in(lines, self._slots, self.tokens)
        return lines, False


def _html(text: str, *extensions: Extension) -> str:
    given = ["attr_list", "tables", "admonition", "md_in_html", "toc", "pymdownx.superfences"]
    return Markdown(extensions=[*given, *extensions]).convert(text)


def slots(text: str) -> None:
    """The places of views take nothing from a page: without their signs it has the words it had."""
    text = clean(text).expandtabs(4).replace("---\n", "\n")
    page, extension = _Page(text), PlanExtension()
    extension.current = page
    marked = _html(text, extension)
    scan(marked, page.tokens)
    assert words(page.tokens.sweep(marked)) == words(_html(text))


def directives(text: str) -> None:
    """Any directive gets an answer: a view, or what is wrong."""
    portfolio = join([_example()])
    for directive in find(clean(text)):
        found = answer(directive, None, "index.md", portfolio, (), TODAY)
        assert found.view is not None or found.problems
        assert all("\n" not in str(problem) for problem in found.problems)
        if found.view is not None and found.view.scope == "plans":
            entries = [one for one in map(portfolio.entry, portfolio.plans) if found.choice.takes(one)]
            found.choice.sorted(entries)


@cache
def _example() -> Plan:
    return read_plan(EXAMPLE, "plans/kiln.md")


def template(text: str) -> None:
    """Any text is a template: it compiles, is drawn, and plans can be held to it."""
    compiled = compile_template(text, "template.md")
    assert compiled == compile_template(text, "template.md")
    for plan in (EXAMPLE, text):
        found = _findings(plan, Templates(own=compiled))
        assert [one.message for one in found if one.code == "PLAN909"] == []


def settings(text: str) -> None:
    """Any YAML is taken for options: what is wrong is said on one line each, and the rest holds."""
    try:
        raw = load_yaml(text, PlainLoader)
    except YamlError:
        return
    found, problems = load_options(raw)
    assert isinstance(found, Settings)
    assert all("\n" not in str(problem) for problem in problems)
    read_page(EXAMPLE, "plans/kiln.md", found)


def globs(text: str) -> None:
    """Any glob names a path or doesn't, and one without signs of its own names itself."""
    glob, _, path = text.partition("\n")
    matches(path, (glob, "**/*.md"))
    if glob and not set(glob) & set("*?[]{}/,\n"):
        assert matches(glob, (glob,)) == glob


TARGETS: dict[str, Callable[[str], None]] = {
    each.__name__: each for each in (reader, rules, lists, slots, directives, template, settings, globs)
}
