"""Verdicts on a plan's measured figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.plans.model import Benchmark
    from mkdocs_plan_plugin.views.context import Context, Facts

_MEANINGS = {"met": "met", "close": "near", "missed": "missed", "open": "unmeasured", None: "uncompared"}
TALLY = {
    "met": "met",
    "near": "close",
    "missed": "missed",
    "unmeasured": "not measured",
    "uncompared": "without verdict",
}


def meaning(benchmark: Benchmark) -> str:
    """The shape and word of a benchmark's verdict."""
    return _MEANINGS[benchmark.verdict]


def verdict(context: Context) -> Facts | None:
    """The verdict that stands in a benchmark's own row; None where there is a doubt."""
    benchmark = context.shown.benchmarks[context.index]
    return {"verdict": meaning(benchmark)} if benchmark.verdict else None


def benchmarks(context: Context) -> Facts | None:
    """Each benchmark with its verdict; None where the plan has none."""
    rows = [(benchmark, meaning(benchmark)) for benchmark in context.shown.benchmarks]
    verdicts = [verdict for _, verdict in rows]
    tally = [(verdicts.count(name), word) for name, word in TALLY.items() if name in verdicts]
    return {"rows": rows, "tally": tally} if rows else None
