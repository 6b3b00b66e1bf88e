"""Progress figures that authors type: `3/7 phases complete (42%)`, `42 %`, `5 of 9 tasks`."""

from __future__ import annotations

from fractions import Fraction
from math import floor
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


_LONGEST = 200


def read_figure(text: str) -> TypedFigure | None:
    """Read a typed progress figure: `3/7 phases complete (42%)`, `42 %`, `5 of 9 tasks`."""
    text = text[:_LONGEST]
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


def with_figures(text: str, ratio: tuple[int, int] | None, percent: Fraction) -> str:
    """Return what was written of progress with other figures: `2 of 5 tasks (40 %)` as `3 of 5 tasks (60 %)`.

    A percentage is rounded down, to one decimal where one was written; a drawn bar is drawn anew.
    """
    if ratio and (old := _RATIO.search(text[:_LONGEST])):
        between = text[old.end(1) : old.start(2)]
        text = f"{text[: old.start(1)]}{ratio[0]}{between}{ratio[1]}{text[old.end(2) :]}"
    if old := _PERCENT.search(text[:_LONGEST]):
        shown = f"{floor(percent * 10) / 10:.1f}" if "." in old[1] else str(floor(percent))
        text = f"{text[: old.start(1)]}{shown}{text[old.end(1) :]}"
    if bar := _BAR.search(text):
        full, empty = bar[1][:1], bar[2][:1]
        if full and empty:
            length = len(bar[0])
            filled = floor(length * percent / 100)
            text = f"{text[: bar.start()]}{full * filled}{empty * (length - filled)}{text[bar.end() :]}"
    return text


_BAR = regex(r"([█■▰●◼⬛🟩🟦])\1{0,99}([░▒□▱○◻⬜])\2{0,99}")
_BEHIND = regex(r"\s*(?:of\s+)?([A-Za-z]+)?")
_PLAIN = ("", "complete", "completed", "done", "finished", "overall")
"""Words behind a figure that are no unit."""


def _unit(word: str) -> Literal["phases", "steps", "tasks", "other", ""]:
    word = word.casefold()
    known = _UNITS.get(word.removesuffix("es" if word.endswith("xes") else "s"))
    return known or ("" if word in _PLAIN else "other")
