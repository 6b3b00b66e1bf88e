"""What plans are measured by and what they deliver: criteria, benchmarks, deliverables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.benchmarks import meaning, tally
from mkdocs_plan_plugin.views.fields import PLAN_FIELDS
from mkdocs_plan_plugin.views.words import ITEM_STATES, Words

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Benchmark, Criterion, Deliverable, Plan
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 40
"""Rows that are open."""
_SHAPES = {
    "open": "pending",
    "in-progress": "in-progress",
    "done": "met",
    "blocked": "blocked",
    "cancelled": "cancelled",
    "deferred": "deferred",
    None: "unmeasured",
}
BENCHMARK_COLUMNS: Words = {
    "metric": "Metric",
    "baseline": "Baseline",
    "target": "Target",
    "actual": "Actual",
    "verdict": "Verdict",
}
"""Every column by its name in directives."""


class OutcomeRow(NamedTuple):
    """A criterion or deliverable as it is shown."""

    entry: Entry
    item: Criterion | Deliverable
    shape: str
    word: str
    anchor: str
    """The task's, where it is one; else the section's."""


class Measured(NamedTuple):
    """A benchmark as it is shown."""

    entry: Entry
    item: Benchmark
    meaning: str


def results(context: Context) -> Facts:
    """All that there is of the three; the first says what would be here where there is nothing."""
    parts = [
        ("criteria", criteria(context)),
        ("benchmarks", measured(context)),
        ("deliverables", deliverables(context)),
    ]
    return {"parts": [(name, found) for name, found in parts if found["cut"].total] or parts[:1]}


def criteria(context: Context) -> Facts:
    """Every criterion of success with its state."""
    return _listed(context, "criteria", "plan-success-criteria")


def deliverables(context: Context) -> Facts:
    """Everything that plans deliver, with its state."""
    return _listed(context, "deliverables", "plan-deliverables")


def _listed(context: Context, name: str, section: str) -> Facts:
    found = [
        OutcomeRow(
            entry,
            item,
            _SHAPES[item.state],
            context.language.gettext(ITEM_STATES[item.state]) if item.state else "",
            _task_at(entry.plan, item.line) or section,
        )
        for entry in context.live()
        for item in getattr(entry.plan, name)
        if context.choice.takes_item(item)
    ]
    ordered = context.choice.sorted(found, lambda one: one.entry, lambda one: one.item)
    boxes = [one for one in found if one.item.state is not None]
    return {
        "cut": context.cut(ordered, MOST, name, lambda one: one.entry, PLAN_FIELDS["plan"]),
        "by_plan": (context.choice.group or PLAN_FIELDS["plan"]).name == "plan" and not context.choice.sort,
        "done": sum(one.item.state == "done" for one in boxes),
        "boxes": len(boxes),
    }


def _task_at(plan: Plan, line: int) -> str:
    return next((task.anchor for task in plan.task_list if task.line == line), "")


def measured(context: Context) -> Facts:
    """Every benchmark with its verdict, missed ones first."""
    found = [
        Measured(entry, item, meaning(item))
        for entry in context.live()
        for item in entry.plan.benchmarks
        if context.choice.takes_item(item)
    ]
    rank = {name: at for at, name in enumerate(("missed", "near", "met", "uncompared", "unmeasured"))}
    first = sorted(found, key=lambda one: rank[one.meaning])
    ordered = context.choice.sorted(first, lambda one: one.entry, lambda one: one.item)
    columns = [name for name in context.choice.columns or BENCHMARK_COLUMNS if name != "metric"]
    return {
        "cut": context.cut(ordered, MOST, "benchmarks", lambda one: one.entry),
        "by_plan": context.choice.group is not None and context.choice.group.name == "plan",
        "tally": tally([one.meaning for one in found]),
        "columns": [
            (name, context.language.pgettext("benchmark", BENCHMARK_COLUMNS[name]), name == "verdict")
            for name in ("metric", *columns)
        ],
    }
