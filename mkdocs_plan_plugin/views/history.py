"""Plans over time: work done and all work as two lines, states as bands, risks, and what may come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mkdocs_plan_plugin.history.forecast import Forecast, forecast
from mkdocs_plan_plugin.history.timeline import History, PhaseSpan, Point, WorkAmount, together
from mkdocs_plan_plugin.model import LEVELS, Level
from mkdocs_plan_plugin.schedule import day_of
from mkdocs_plan_plugin.views.phases import ShownPhase, read_phase
from mkdocs_plan_plugin.views.words import Words

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.views.context import Context, Facts

WIDTH, HEIGHT = 1000, 240
"""The field that lines are drawn in; it is stretched to its place."""
_T = TypeVar("_T")
_ROWS = 24
"""Days that the table of figures tells."""


_SAID: Words = {
    "tasks": "From %(first)s to %(last)s: from %(before)s of %(was)s tasks done to %(done)s of %(total)s.",
    "phases": "From %(first)s to %(last)s: from %(before)s of %(was)s phases done to %(done)s of %(total)s.",
}


class Band(NamedTuple):
    """A stretch of time, in percent of all, in which something was so."""

    meaning: str
    before: int
    width: int


class Chart(NamedTuple):
    """Work over time, drawn."""

    scope: str
    """The line of all work, as the path of an SVG."""
    done: str
    """The line of what was done."""
    area: str
    """What lies below it."""
    top: int
    """The most work there was."""
    first: dt.date
    last: dt.date
    begin: WorkAmount
    end: WorkAmount
    bands: list[Band]
    """The states of a plan."""


class HistoryRow(NamedTuple):
    """A day in the table of figures."""

    day: dt.date
    work: WorkAmount
    state: str | None
    risks: int | None


class RiskRow(NamedTuple):
    """Open risks of one level, over time."""

    level: str
    first: int
    now: int
    path: str


class PhaseRow(NamedTuple):
    """A phase, and when it was worked on."""

    phase: ShownPhase
    span: PhaseSpan


def history(context: Context) -> Facts:
    """A plan over time."""
    plan = context.shown
    known = context.past.history(plan) if context.past else None
    if known is None or not known.points:
        return {"known": None}
    entry = context.entry()
    expected = None if entry.over else forecast(known.work, context.today)
    end = known.points[-1].day if entry.over else max(context.today, known.points[-1].day)
    phases = [
        PhaseRow(read_phase(phase, context.language), span)
        for phase, span in zip(plan.phases, known.spans(), strict=False)
    ]
    return {
        "known": known,
        "chart": _chart(known.work, end, known.points),
        "said": _said(known.work, known.unit, end, context.language),
        "risks": _risks(known.points, end),
        "rows": _rows(known),
        "phases": [row for row in phases if row.span.begun],
        **_expected(expected, day_of(plan.target)),
    }


def histories(context: Context) -> Facts:
    """All plans together over time."""
    found = context.past.histories([entry.plan for entry in context.live()]) if context.past else []
    tasks = [one for one in found if one.unit == "tasks"]
    work = together(tasks)
    if not work:
        return {"chart": None}
    end = max(context.today, work[-1].day)
    return {
        "whole": all(one.whole for one in tasks),
        "waiting": sum(one.waiting for one in tasks),
        "chart": _chart(work, end, ()),
        "said": _said(work, "tasks", end, context.language),
        "risks": _all_risks(found, end),
        "rows": [HistoryRow(one.day, one, None, None) for one in _thinned(work)],
        **_expected(forecast(work, context.today), None),
    }


def _said(work: Sequence[WorkAmount], unit: str, end: dt.date, language: Language) -> str:
    """Return in a sentence what the lines show."""
    first, last = (language.date(day.isoformat()) for day in (work[0].day, end))
    before, now = work[0], work[-1]
    return language.say(
        _SAID[unit],
        first=first,
        last=last,
        before=before.done,
        was=before.total,
        done=now.done,
        total=now.total,
    )


def _expected(expected: Forecast | None, target: dt.date | None) -> Facts:
    return {
        "expected": expected,
        "against": expected.against(target) if expected else None,
        "target": target,
    }


def _chart(work: Sequence[WorkAmount], end: dt.date, points: Sequence[Point]) -> Chart | None:
    """Draw work; None where it is known of one day only."""
    first = work[0].day
    if first >= end:
        return None
    top = max((one.total for one in work), default=0) or 1
    across = _across(first, end)

    def line(value: Callable[[WorkAmount], int]) -> str:
        return _steps([(one.day, value(one)) for one in work], across, top)

    done = line(attrgetter("done"))
    return Chart(
        scope=line(attrgetter("total")),
        done=done,
        area=f"{done}V{HEIGHT}H0z",
        top=top,
        first=first,
        last=end,
        begin=work[0],
        end=work[-1],
        bands=_bands(points, end) if points else [],
    )


def _across(first: dt.date, end: dt.date) -> Callable[[dt.date], int]:
    """Return what tells where a day is across the field."""
    days = (end - first).days
    return lambda day: (day - first).days * WIDTH // days


def _steps(values: Sequence[tuple[dt.date, int]], across: Callable[[dt.date], int], top: int) -> str:
    """Return a line of steps: what was so on a day stays so until the next."""

    def height(value: int) -> int:
        return HEIGHT - value * (HEIGHT - 8) // top

    parts = [f"M0 {height(values[0][1])}"]
    for (_, before), (day, value) in pairwise(values):
        if value != before:
            parts.append(f"H{across(day)}V{height(value)}")
    return "".join(parts) + f"H{WIDTH}"


def _bands(points: Sequence[Point], end: dt.date) -> list[Band]:
    """Return the states of a plan over time, each until the next."""
    across = _across(points[0].day, end)
    runs = [
        (state, next(run).day) for state, run in groupby(points, lambda point: point.plan.state or "unknown")
    ]
    starts = [across(day) * 100 // WIDTH for _, day in runs]
    return [
        Band(state, start, stop - start)
        for (state, _), start, stop in zip(runs, starts, [*starts[1:], 100], strict=True)
        if stop > start
    ]


def _risks(points: Sequence[Point], end: dt.date) -> list[RiskRow]:
    return _risk_rows([(point.day, point.plan.risks) for point in points], end)


def _all_risks(found: Sequence[History], end: dt.date) -> list[RiskRow]:
    """Return the open risks of all plans together."""
    days = sorted({point.day for one in found for point in one.points})
    values = []
    for day in days:
        now: dict[Level, int] = {}
        for one in found:
            point = next((point for point in reversed(one.points) if point.day <= day), None)
            for level, count in point.plan.risks.items() if point else ():
                now[level] = now.get(level, 0) + count
        values.append((day, now))
    return _risk_rows(values, end)


def _risk_rows(values: Sequence[tuple[dt.date, dict[Level, int]]], end: dt.date) -> list[RiskRow]:
    """Return the levels of which risks were open, the gravest first."""
    first = values[0][0]
    if first >= end:
        return []
    across = _across(first, end)
    top = max((count for _, levels in values for count in levels.values()), default=0)
    rows = []
    for level in reversed(LEVELS):
        counts = [(day, levels.get(level, 0)) for day, levels in values]
        if any(count for _, count in counts):
            rows.append(RiskRow(level, counts[0][1], counts[-1][1], _steps(counts, across, max(top, 1))))
    return rows


def _rows(known: History) -> list[HistoryRow]:
    """Return the figures of some days, the last ones and the first among them."""
    work = known.work
    rows = [
        HistoryRow(one.day, one, point.plan.state, sum(point.plan.risks.values()) + point.plan.unrated)
        for one, point in zip(work, known.points, strict=True)
    ]
    return _thinned(rows)


def _thinned(rows: Sequence[_T]) -> list[_T]:
    if len(rows) <= _ROWS:
        return list(rows)
    return [rows[index * (len(rows) - 1) // (_ROWS - 1)] for index in range(_ROWS)]
