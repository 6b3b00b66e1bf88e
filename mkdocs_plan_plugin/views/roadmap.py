"""The roadmap: a lane per plan, a field per phase, and the time it takes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.phases import Reading, read_phase
from mkdocs_plan_plugin.views.table import PlanRow, plan_row

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 30
"""Lanes that stand open."""
_TICKS = 6
"""No more marks than this along the time axis."""


class Span(NamedTuple):
    """A stretch of the time axis, in percent of it."""

    before: int
    width: int
    text: str


class Tick(NamedTuple):
    """A mark on the time axis, with the stretch behind it; the first stretch has none."""

    before: int
    width: int
    day: dt.date | None


class Lane(NamedTuple):
    """A plan with its phases and dates."""

    row: PlanRow
    phases: list[Reading]
    dates: list[tuple[str, str]]
    """What it stands for (`from`, `target`, `done`) and an ISO date."""
    span: Span | None
    """None where the plan has no two dates."""


def roadmap(context: Context) -> Facts:
    """A lane per plan; a time axis where two plans or more have a beginning and an end."""
    rows = [plan_row(entry, context.language) for entry in context.entries()]
    cut = context.cut(rows, MOST, "roadmap", lambda row: row.entry)
    ends = {row.plan.path: _ends(row.entry, context.today) for row in cut.rows}
    dated = [pair for pair in ends.values() if pair is not None]
    first = min((start for start, _ in dated), default=dt.date.min)
    last = max((end for _, end in dated), default=dt.date.min)
    drawn = len(dated) > 1 and first < last

    def lane(row: PlanRow) -> Lane:
        pair = ends[row.plan.path] if drawn else None
        return Lane(
            row,
            [read_phase(phase, context.language) for phase in row.plan.phases],
            _dates(row.plan),
            _span(pair, first, last, context.language) if pair else None,
        )

    today = (context.today - first).days * 100 // (last - first).days if drawn else -1
    return {
        "cut": cut,
        "lane": lane,
        "ticks": _ticks(first, last) if drawn else [],
        "today": today if 0 <= today <= 100 else None,
        "states": list(
            dict.fromkeys(phase.effective_state or "unknown" for row in cut.rows for phase in row.plan.phases)
        ),
    }


def _dates(plan: Plan) -> list[tuple[str, str]]:
    found = [("from", plan.created), ("target", plan.target)]
    if plan.effective_state == "complete":
        found = [("from", plan.created), ("done", plan.updated)]
    return [(word, day) for word, day in found if day]


def _ends(entry: Entry, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """First and last day of a plan: from its creation to its target, the day it was over, or today."""
    plan = entry.plan
    start = _day(plan.created)
    end = _day(plan.updated if entry.over else plan.target)
    if end is None and plan.effective_state and not entry.over:
        end = today
    return (start, end) if start and end and start <= end else None


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text or "")
    except ValueError:
        return None


def _span(ends: tuple[dt.date, dt.date], first: dt.date, last: dt.date, language: Language) -> Span:
    days = (last - first).days
    before = min((ends[0] - first).days * 100 // days, 99)
    width = max(1, -((ends[0] - ends[1]).days * 100 // days))
    start, end = (language.date(day.isoformat()) for day in ends)
    return Span(before, min(width, 100 - before), language.say("%(start)s to %(end)s", start=start, end=end))


def _ticks(first: dt.date, last: dt.date) -> list[Tick]:
    """Beginnings of months, quarters or years between two days, as few as are readable."""
    months = [
        dt.date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first < dt.date(year, month, 1) < last
    ]
    for every in (1, 3, 6, 12, 24, 60, 120):
        kept = [day for day in months if (day.year * 12 + day.month - 1) % every == 0]
        if len(kept) <= _TICKS:
            break
    days = (last - first).days
    # A mark at the very end has no room for its words.
    kept = [day for day in kept if (day - first).days * 100 // days <= 85]
    places = [(day - first).days * 100 // days for day in kept]
    widths = [after - place for place, after in zip(places, [*places[1:], 100], strict=True)]
    lead = Tick(0, places[0] if places else 100, None)
    return [lead, *map(Tick, places, widths, kept)]
