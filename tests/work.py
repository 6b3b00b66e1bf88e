"""Counts what Python does, for any machine alike: the lines that it runs, each turn of a loop anew.

What C does in one line is not seen. Patterns have a counter of their own (`steps.py`); a test that has to
see the rest reads a clock: it is marked `clock`, and runs in CI alone.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import _lru_cache_wrapper
from types import FrameType
from typing import Any


def lines_run(function: Callable[[], object]) -> int:
    """Return how many lines Python runs in a call; what the package remembers of others is forgotten."""
    forget()
    count = 0

    def trace(frame: FrameType, event: str, value: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


def forget() -> None:
    """Empty the caches of the package."""
    for each in gc.get_objects():
        if isinstance(each, _lru_cache_wrapper) and each.__module__.startswith("mkdocs_plan_plugin"):
            each.cache_clear()


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how much more the second doubling of a size adds than the first: 2 if linear, 4 if quadratic.

    Only what is added counts, so that neither what any text costs nor a great deal of linear work hides a
    small part that grows with the square.
    """
    work(size)  # what is made only once
    once, twice, four_times = (lines_run(lambda times=times: work(size * times)) for times in (1, 2, 4))
    return (four_times - twice) / max(twice - once, size)


LINEAR = 2.3
"""The most that growth may be: that of sorting is 2.2, and a few digits more make an odd line more."""
