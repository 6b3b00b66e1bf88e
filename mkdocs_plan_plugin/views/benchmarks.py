"""Verdicts on a plan's measured figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.views.words import TALLY

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Benchmark
    from mkdocs_plan_plugin.views.context import Context, Facts

_MEANINGS = {"met": "met", "close": "near", "missed": "missed", "open": "unmeasured", None: "uncompared"}


def meaning(benchmark: Benchmark) -> str:
    """The shape and word of a benchmark's verdict."""
    return _MEANINGS[benchmark.verdict]


def verdict(context: Context) -> Facts | None:
    """The verdict that is in a benchmark's own row; None where there is a doubt."""
    benchmark = context.shown.benchmarks[context.index]
    return {"verdict": meaning(benchmark)} if benchmark.verdict else None


def benchmarks(context: Context) -> Facts | None:
    """Each benchmark with its verdict; None where the plan has none."""
    rows = [(benchmark, meaning(benchmark)) for benchmark in context.shown.benchmarks]
    return {"rows": rows, "tally": tally([verdict for _, verdict in rows])} if rows else None


def tally(verdicts: list[str]) -> list[tuple[str, int]]:
    """How often each verdict was given, those never given left out."""
    return [(name, verdicts.count(name)) for name in TALLY if name in verdicts]
