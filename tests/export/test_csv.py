"""The data as tables."""

from __future__ import annotations

import csv
import io

import pytest

from mkdocs_plan_plugin.export.csv import TABLES, export_csv
from mkdocs_plan_plugin.model import (
    Benchmark,
    Decision,
    Link,
    PageOptions,
    Phase,
    Plan,
    PlanProgress,
    Risk,
    Step,
    Task,
    TaskCounts,
)

PLAN = Plan(
    path="plans/cache.md",
    title='Cache, "hot"',
    state="in-progress",
    tags=["db", "speed"],
    progress=PlanProgress(percent=40, done=2, total=5, phases_complete=1, phases_total=3),
    tasks=TaskCounts(total=5, open=2, in_progress=1, done=2),
    phases=[Phase(title="Warm up", steps=[Step(title="Fill")])],
    task_list=[Task(text="fill it", phase=0, step=0, line=12, anchor="plan-task-1"), Task(text="tell")],
    risks=[Risk(number="1", title="Stampede", level="high", mitigation=["lock", "jitter"], line=31)],
    decisions=[Decision(title="Redis", status="accepted", decision="=cmd()|x")],
    benchmarks=[Benchmark(metric="p99", baseline="-5 ms", target="< 2 ms", actual="1 ms", verdict="met")],
    depends_on=[Link(target="store.md")],
)


def rows(table: str, *plans: Plan) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_csv(plans, table).decode(), newline="")))


def test_plans() -> None:
    [row] = rows("plans", PLAN)
    assert {name: value for name, value in row.items() if value} == {
        "path": "plans/cache.md",
        "title": 'Cache, "hot"',
        "state": "in-progress",
        "late": "false",
        "percent": "40",
        "done": "2",
        "total": "5",
        "phases_complete": "1",
        "phases_total": "3",
        "tasks_open": "3",
        "risks_open": "1",
        "tags": "db; speed",
        "depends_on": "store.md",
    }


def test_what_stands_in_plans() -> None:
    [risk] = rows("risks", PLAN)
    assert (risk["path"], risk["title"], risk["mitigation"]) == ("plans/cache.md", "Stampede", "lock; jitter")
    [first, second] = rows("tasks", PLAN)
    assert (first["text"], first["phase"], first["step"], first["leaf"]) == (
        "fill it",
        "Warm up",
        "Fill",
        "true",
    )
    assert (second["phase"], second["step"]) == ("", "")
    assert rows("decisions", PLAN)[0]["status"] == "accepted"
    assert rows("benchmarks", PLAN)[0]["verdict"] == "met"


def test_no_text_is_a_formula() -> None:
    assert rows("decisions", PLAN)[0]["decision"] == "'=cmd()|x"
    assert rows("benchmarks", PLAN)[0]["baseline"] == "'-5 ms"


@pytest.mark.parametrize("table", TABLES)
def test_a_table_without_rows_has_its_header(table: str) -> None:
    header = export_csv([], table).decode()
    assert header == f"path,{','.join(TABLES[table][1])}\r\n"
    assert export_csv([Plan(path="hidden.md", options=PageOptions(listed=False))], table).decode() == header


def test_rows_stand_by_path_and_are_the_same_each_time() -> None:
    plans = [Plan(path=f"{name}.md") for name in "bca"]
    assert [row["path"] for row in rows("plans", *plans)] == ["a.md", "b.md", "c.md"]
    assert export_csv(plans) == export_csv(reversed(plans))
