from __future__ import annotations

from mkdocs_plan_plugin.plans.model import Finding, Plan
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.weave import readings
from mkdocs_plan_plugin.weave.readings import Readings

TEXT = "---\nplan: true\n---\n# A\n\n- [ ] a\n"


def test_what_one_build_does_to_a_plan_is_not_seen_by_the_next():
    memory = Readings()
    first = memory.read(TEXT, "a.md", Settings())
    assert isinstance(first, Plan)
    first.rendered_differs = True
    first.findings.append(Finding(code="PLAN000"))
    again = memory.read(TEXT, "a.md", Settings())
    assert isinstance(again, Plan)
    assert not again.rendered_differs
    assert not [finding for finding in again.findings if finding.code == "PLAN000"]


def test_other_settings_read_anew():
    memory = Readings()
    text = "# Plan\n\n**Status:** Draft\n\n## Phase 1: a\n\n- [ ] a\n\n## Phase 2: b\n"
    assert isinstance(memory.read(text, "x/a.md", Settings(include=["x/**"])), Plan)
    assert not isinstance(memory.read(text, "x/a.md", Settings(include=[])), Plan)


def test_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(readings, "_MOST", 3)
    memory = Readings()
    for number in range(10):
        memory.read(f"{TEXT}{number}", "a.md", Settings())
    assert len(memory._kept) == 3
