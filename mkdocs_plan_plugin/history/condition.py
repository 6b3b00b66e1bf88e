"""Conditions over the figures of a change, as `--fail-on` takes them."""

from __future__ import annotations

import operator
import re
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.history.changes import totals
from mkdocs_plan_plugin.nearest import did_you_mean, nearest
from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NAMED = {
    "new-error": "errors_new > 0",
    "new-warning": "warnings_new > 0",
    "progress-lost": "progress_lost > 0",
    "new-critical-risk": "critical_risks_new > 0",
}
"""Conditions that have a name."""

_COMPARISON = regex(r"([a-z_]+)\s*(>=|<=|==|!=|>|<)\s*(\d{1,9})", re.ASCII)
_COMPARES: dict[str, Callable[[int, int], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
}
FIGURES = tuple(totals([]))
"""The figures that conditions may name."""


def condition(text: str) -> Callable[[Mapping[str, int]], bool]:
    """Return what tells whether a condition holds: a name, or figures compared, with `and` and `or`.

    Raises:
        ValueError: it is none; the text says what to write.
    """
    either = [
        [_comparison(part.strip()) for part in group.split(" and ")]
        for group in NAMED.get(text.strip(), text).split(" or ")
    ]
    return lambda figures: any(all(holds(figures) for holds in group) for group in either)


def _comparison(text: str) -> Callable[[Mapping[str, int]], bool]:
    found = _COMPARISON.fullmatch(text)
    if found is None:
        near = nearest(text, NAMED)
        names = (
            f"Did you mean '{near}'?"
            if near
            else f"Write one of {', '.join(NAMED)}, or 'tasks_reopened > 0'."
        )
        message = f"'{text}' is no condition. {names}"
        raise ValueError(message)
    name, sign, number = found[1], found[2], int(found[3])
    if name not in FIGURES:
        raise ValueError(f"there is no figure '{name}'. {did_you_mean(name, FIGURES)}")
    return lambda figures: _COMPARES[sign](figures[name], number)
