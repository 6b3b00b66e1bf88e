"""The data: names that everything may rely on, order and bytes."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from mkdocs_plan_plugin.export.json import PlacedFinding, export
from mkdocs_plan_plugin.model import (
    Benchmark,
    Contradiction,
    Criterion,
    Decision,
    Deliverable,
    Finding,
    Link,
    PageOptions,
    Phase,
    Plan,
    Risk,
    Step,
    Task,
    TestCase,
)
from mkdocs_plan_plugin.portfolio import join

PLAN = Plan(
    path="plans/cache.md",
    title="Cache – 缓存",
    sections={"phases": 9, "risks": 30},
    phases=[Phase(number="1", title="Warm up", line=10, steps=[Step(number="1.1", title="Fill", line=12)])],
    task_list=[Task(text="fill it", line=13)],
    risks=[Risk(title="Stampede", line=31)],
    decisions=[Decision(title="Redis")],
    criteria=[Criterion(title="Fast")],
    benchmarks=[Benchmark(metric="Latency")],
    deliverables=[Deliverable(title="Library")],
    test_cases=[TestCase(title="Cold start")],
    depends_on=[Link(target="store.md")],
    superseded_by=Link(target="cache-2.md"),
    contradictions=[Contradiction(what="state")],
    findings=[
        Finding(code="PLAN101", message="second", line=8),
        Finding(code="PLAN100", message="first", line=2),
    ],
)


def data(*plans: Plan, **how: Any) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(export(plans, **how))
    return loaded


NAMES = {
    "plan": "path title state document_state priority owner created updated sections progress tasks phases risks"
    " decisions criteria benchmarks deliverables test_cases depends_on superseded_by rendered_differs findings",
    "progress": "percent basis done total phases_complete phases_total",
    "tasks": "total open done in_progress blocked cancelled deferred",
    "phase": "number title state effective_state state_from line end_line progress steps anchor",
    "step": "number title line anchor",
    "risk": "title probability impact level status line anchor",
    "decision": "anchor",
    "task": "anchor",
}


@pytest.mark.parametrize("record", NAMES)
def test_the_promised_names_are_there(record: str) -> None:
    plan = data(PLAN)["plans"][0]
    phase = plan["phases"][0]
    records = {
        "plan": plan,
        "progress": plan["progress"],
        "tasks": plan["tasks"],
        "phase": phase,
        "step": phase["steps"][0],
        "risk": plan["risks"][0],
        "decision": plan["decisions"][0],
        "task": plan["task_list"][0],
    }
    assert set(NAMES[record].split()) - set(records[record]) == set()


def test_the_top_level_says_what_it_is() -> None:
    found = data(PLAN)
    assert list(found) == ["schema_version", "generator", "totals", "plans", "findings"]
    assert found["schema_version"] == 1
    assert found["generator"]["name"] == "mkdocs-plan-plugin"
    assert found["totals"]["plans"] == 1


def test_what_a_document_does_not_say_is_null_not_missing() -> None:
    plan = data(Plan(path="a.md"))["plans"][0]
    assert [plan[name] for name in ("state", "priority", "owner", "created", "superseded_by")] == [None] * 5
    assert plan["progress"]["percent"] is None


def test_sections_stand_in_the_order_of_the_page() -> None:
    assert list(data(PLAN)["plans"][0]["sections"].items()) == [("phases", 9), ("risks", 30)]


def test_the_same_plans_give_the_same_bytes_in_any_order() -> None:
    plans = [Plan(path=f"plans/{name}.md", title=name) for name in "bdac"]
    first = export(plans)
    random.Random(7).shuffle(plans)
    assert export(plans) == first
    assert [plan["path"] for plan in json.loads(first)["plans"]] == [
        "plans/a.md",
        "plans/b.md",
        "plans/c.md",
        "plans/d.md",
    ]


def test_pretty_is_the_same_data_over_several_lines() -> None:
    pretty = export([PLAN], pretty=True)
    assert pretty.startswith(b'{\n  "schema_version": 1,\n')
    assert pretty.endswith(b"}\n")
    assert json.loads(pretty) == json.loads(export([PLAN]))
    assert "缓存".encode() in pretty


def test_findings_of_all_pages_stand_together_with_their_paths() -> None:
    near = PlacedFinding(path="notes.md", code="PLAN190", message="nearly a plan", line=1)
    found = data(PLAN, findings=[near])["findings"]
    assert [(one["path"], one["line"], one["message"]) for one in found] == [
        ("notes.md", 1, "nearly a plan"),
        ("plans/cache.md", 2, "first"),
        ("plans/cache.md", 8, "second"),
    ]


def test_a_plan_that_asks_not_to_be_listed_is_not_in_the_data() -> None:
    hidden = Plan(path="hidden.md", options=PageOptions(listed=False), findings=[Finding(message="x")])
    found = data(PLAN, hidden)
    assert [plan["path"] for plan in found["plans"]] == ["plans/cache.md"]
    assert {finding["path"] for finding in found["findings"]} == {"plans/cache.md"}


def test_a_template_page_is_in_the_data_but_in_no_total() -> None:
    found = data(PLAN, Plan(path="template.md", template=True))
    assert [plan["path"] for plan in found["plans"]] == ["plans/cache.md", "template.md"]
    assert found["totals"]["plans"] == 1


def test_a_portfolio_spares_joining_again() -> None:
    assert export([PLAN], portfolio=join([PLAN])) == export([PLAN])
