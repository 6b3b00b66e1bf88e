"""What plans hold as tables: one row per plan, phase, risk, task, decision or benchmark.

The first column is the path of the plan; all others bear the names of the data. RFC 4180 with a
header row. A text that a spreadsheet would take for a formula is led by an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from mkdocs_plan_plugin.model import Plan

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, Any]


def _plan(plan: Plan) -> list[Row]:
    progress, tasks = plan.progress, plan.tasks
    return [
        {
            "title": plan.title,
            "state": plan.state,
            "document_state": plan.document_state,
            "priority": plan.priority,
            "owner": plan.owner,
            "created": plan.created,
            "updated": plan.updated,
            "start": plan.start,
            "target": plan.target,
            "due": plan.due,
            "late": plan.late,
            "health": plan.health,
            "health_date": plan.health_date,
            "percent": progress.percent,
            "done": progress.done,
            "total": progress.total,
            "phases_complete": progress.phases_complete,
            "phases_total": progress.phases_total,
            "tasks_open": tasks.open + tasks.in_progress + tasks.blocked,
            "risks_open": len(plan.open_risks),
            "tags": plan.tags,
            "depends_on": [link.target for link in plan.depends_on],
            "superseded_by": plan.superseded_by.target if plan.superseded_by else None,
        }
    ]


_PHASE = ("number", "title", "part", "effective_state", "health", "owner", "start", "due", "late")
_PROGRESS = ("percent", "done", "total")
_RISK = ("number", "title", "level", "probability", "impact", "status", "owner", "mitigation", "contingency")
_TASK = ("text", "state", "leaf", "owner", "start", "due", "late", "completed")
_DECISION = ("number", "title", "status", "date", "decision", "rationale")
_BENCHMARK = ("metric", "baseline", "target", "actual", "verdict")


def _phases(plan: Plan) -> list[Row]:
    return [
        {**_named(phase, (*_PHASE, "line", "anchor")), **_named(phase.progress, _PROGRESS)}
        for phase in plan.phases
    ]


def _risks(plan: Plan) -> list[Row]:
    phases = plan.phases
    return [
        {
            **_named(risk, (*_RISK, "line", "anchor", "file")),
            "phase": phases[risk.phase].title if risk.phase is not None else None,
        }
        for risk in plan.risks
    ]


def _tasks(plan: Plan) -> list[Row]:
    rows = []
    for task in plan.task_list:
        phase = plan.phases[task.phase] if task.phase is not None else None
        step = phase.steps[task.step] if phase is not None and task.step is not None else None
        rows.append(
            {
                "text": task.text,
                "state": task.state,
                "leaf": task.leaf,
                "owner": task.owner,
                "start": task.start,
                "due": task.due,
                "late": task.late,
                "completed": task.completed,
                "phase": phase.title if phase else None,
                "step": step.title if step else None,
                "line": task.line,
                "anchor": task.anchor,
            }
        )
    return rows


def _decisions(plan: Plan) -> list[Row]:
    return [_named(decision, (*_DECISION, "line", "anchor", "file")) for decision in plan.decisions]


def _benchmarks(plan: Plan) -> list[Row]:
    return [_named(benchmark, (*_BENCHMARK, "line")) for benchmark in plan.benchmarks]


def _named(item: object, names: Iterable[str]) -> Row:
    return {name: getattr(item, name) for name in names}


TABLES: dict[str, tuple[Callable[[Plan], list[Row]], tuple[str, ...]]] = {
    "plans": (_plan, tuple(_plan(Plan())[0])),
    "phases": (_phases, (*_PHASE, *_PROGRESS, "line", "anchor")),
    "risks": (_risks, (*_RISK, "phase", "line", "anchor", "file")),
    "tasks": (_tasks, (*_TASK, "phase", "step", "line", "anchor")),
    "decisions": (_decisions, (*_DECISION, "line", "anchor", "file")),
    "benchmarks": (_benchmarks, (*_BENCHMARK, "line")),
}
"""What each table holds, and its columns behind `path`."""


def export_csv(plans: Iterable[Plan], table: str = "plans") -> bytes:
    """Return one table over all listed plans as UTF-8. Raises KeyError for a table that there is not."""
    rows_of, columns = TABLES[table]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("path", *columns))
    for plan in sorted((plan for plan in plans if plan.options.listed), key=attrgetter("path")):
        for row in rows_of(plan):
            writer.writerow([cell(value) for value in (plan.path, *(row[name] for name in columns))])
    return out.getvalue().encode("utf-8", "replace")


def cell(value: object) -> str:
    """Return a value as text: lists parted by semicolons, true and false in lower case, None as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return cell("; ".join(map(str, value)))
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
