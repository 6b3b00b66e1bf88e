"""Progress figures that authors type: `3/7 phases complete (42%)`, `42 %`, `5 of 9 tasks`."""

from __future__ import annotations

from typing import Literal

from mkdocs_plan_plugin.model import TypedFigure
from mkdocs_plan_plugin.regex import regex

_RATIO = regex(r"(?<!\d)(\d{1,9})\s*(?:/|of|out of)\s*(\d{1,9})(?!\d)\s*([A-Za-z]+)?")
_PERCENT = regex(r"(?<!\d)(\d+(?:\.\d+)?)\s?%")
_UNITS: dict[str, Literal["phases", "steps", "tasks"]] = {
    "phase": "phases",
    "stage": "phases",
    "step": "steps",
    "task": "tasks",
    "item": "tasks",
    "checkbox": "tasks",
}


def read_figure(text: str) -> TypedFigure | None:
    """Read a typed progress figure: `3/7 phases complete (42%)`, `42 %`, `5 of 9 tasks`."""
    text = text[:200]
    ratio, percent = _RATIO.search(text), _PERCENT.search(text)
    if not ratio and not percent:
        return None
    figure = TypedFigure(text=text.strip(), percent=float(percent[1]) if percent else None)
    if ratio:
        figure.done, figure.total = int(ratio[1]), int(ratio[2])
        figure.unit = _unit(ratio[3] or "")
    elif percent:
        behind = _BEHIND.match(text, percent.end())
        figure.unit = _unit(behind[1] or "" if behind else "")
    return figure


_BEHIND = regex(r"\s*(?:of\s+)?([A-Za-z]+)?")
_PLAIN = ("", "complete", "completed", "done", "finished", "overall")
"""Words behind a figure that are no unit."""


def _unit(word: str) -> Literal["phases", "steps", "tasks", "other", ""]:
    word = word.casefold()
    known = _UNITS.get(word.removesuffix("es" if word.endswith("xes") else "s"))
    return known or ("" if word in _PLAIN else "other")
