"""What plans hold as tables: one row per plan, phase, risk, task, decision or benchmark.

The first column is the path of the plan; all others bear the names of the data. RFC 4180 with a
header row. A text that a spreadsheet would take for a formula is led by an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from mkdocs_plan_plugin.model import Phase, Plan, Risk, Task

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Column = Callable[[Plan, Any], object]
"""What a cell holds, of a plan and what the row is about."""


class Table(NamedTuple):
    """What the rows of a table are about, and its columns behind `path`."""

    rows: Callable[[Plan], Iterable[object]]
    columns: Mapping[str, Column]


def _own(*names: str, of: str = "") -> dict[str, Column]:
    """Return columns that show attributes of what the row is about, or of a part of it."""

    def shown(name: str) -> Column:
        get = attrgetter(f"{of}.{name}" if of else name)
        return lambda _, item: get(item)

    return {name: shown(name) for name in names}


def _phase_of(plan: Plan, item: Task | Risk) -> Phase | None:
    return plan.phases[item.phase] if item.phase is not None else None


def _phase(plan: Plan, item: Task | Risk) -> str | None:
    phase = _phase_of(plan, item)
    return phase.title if phase else None


def _step(plan: Plan, task: Task) -> str | None:
    phase = _phase_of(plan, task)
    return phase.steps[task.step].title if phase and task.step is not None else None


TABLES = {
    "plans": Table(
        lambda plan: [plan],
        _own("title", "state", "document_state", "priority", "owner", "created", "updated", "start", "target")
        | _own("due", "late", "health", "health_date")
        | _own("percent", "done", "total", "phases_complete", "phases_total", of="progress")
        | {
            "tasks_open": lambda plan, _: plan.tasks.unfinished,
            "risks_open": lambda plan, _: len(plan.open_risks),
            "tags": lambda plan, _: plan.tags,
            "depends_on": lambda plan, _: [link.target for link in plan.depends_on],
            "superseded_by": lambda plan, _: plan.superseded_by and plan.superseded_by.target,
        },
    ),
    "phases": Table(
        attrgetter("phases"),
        _own("number", "title", "part", "effective_state", "health", "owner", "start", "due", "late")
        | _own("percent", "done", "total", of="progress")
        | _own("line", "anchor"),
    ),
    "risks": Table(
        attrgetter("risks"),
        _own("number", "title", "level", "probability", "impact", "status", "owner", "mitigation")
        | _own("contingency")
        | {"phase": _phase}
        | _own("line", "anchor", "file"),
    ),
    "tasks": Table(
        attrgetter("task_list"),
        _own("text", "state", "leaf", "owner", "start", "due", "late", "completed")
        | {"phase": _phase, "step": _step}
        | _own("line", "anchor"),
    ),
    "decisions": Table(
        attrgetter("decisions"),
        _own("number", "title", "status", "date", "decision", "rationale", "line", "anchor", "file"),
    ),
    "benchmarks": Table(
        attrgetter("benchmarks"), _own("metric", "baseline", "target", "actual", "verdict", "line")
    ),
}


def export_csv(plans: Iterable[Plan], table: str = "plans") -> bytes:
    """Return one table over all listed plans as UTF-8. Raises KeyError for a table that there is not."""
    rows, columns = TABLES[table]
    listed = sorted((plan for plan in plans if plan.options.listed), key=attrgetter("path"))
    cells = (
        (plan.path, *(column(plan, item) for column in columns.values()))
        for plan in listed
        for item in rows(plan)
    )
    return as_csv(("path", *columns), cells)


def as_csv(header: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Return rows of values below a header as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
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
