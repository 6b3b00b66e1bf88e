from __future__ import annotations

import datetime as dt

from mkdocs_plan_plugin.plans.model import Finding, Plan
from mkdocs_plan_plugin.rules import Checker, Site
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.weave import readings
from mkdocs_plan_plugin.weave.readings import Readings

TEXT = "---\nplan: true\n---\n# A\n\n- [ ] a\n"


def checker() -> Checker:
    return Checker(Site(today=dt.date(2026, 3, 1)))


def read(memory: Readings, text: str = TEXT, path: str = "a.md", settings: Settings | None = None):
    return memory.read(text, path, settings or Settings(), checker)


def test_what_one_build_does_to_a_plan_is_not_seen_by_the_next():
    memory = Readings()
    first = read(memory).found
    assert isinstance(first, Plan)
    first.rendered_differs = True
    first.findings.append(Finding(code="PLAN000"))
    again = read(memory).found
    assert isinstance(again, Plan)
    assert not again.rendered_differs
    assert not [finding for finding in again.findings if finding.code == "PLAN000"]


def test_an_unchanged_plan_is_neither_read_nor_checked_anew():
    memory = Readings()
    first = read(memory)
    assert first.pending is not None
    assert read(memory).pending is first.pending
    assert read(memory, TEXT + "\n").pending is not first.pending


def test_a_build_under_other_settings_reads_anew():
    memory = Readings()
    text = "# Plan\n\n**Status:** Draft\n\n## Phase 1: a\n\n- [ ] a\n\n## Phase 2: b\n"
    memory.begin("one")
    assert isinstance(read(memory, text, "x/a.md", Settings(include=["x/**"])).found, Plan)
    memory.begin("other")
    assert not isinstance(read(memory, text, "x/a.md", Settings(include=[])).found, Plan)


def test_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(readings, "_MOST", 3)
    memory = Readings()
    for number in range(10):
        read(memory, path=f"{number}.md")
    assert len(memory._kept) == 3
