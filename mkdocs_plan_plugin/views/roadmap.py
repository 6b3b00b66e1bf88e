"""The roadmap: a lane per plan on one time scale, and the plans without dates on none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.schedule import day_of
from mkdocs_plan_plugin.views.lanes import Bar, Ends, LaneWork, ends_of, tracks, when, work_of
from mkdocs_plan_plugin.views.phases import ShownPhase, read_phase
from mkdocs_plan_plugin.views.table import PlanRow, plan_row
from mkdocs_plan_plugin.views.timescale import scale_of

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 30
"""Lanes that are open, of plans with dates and of those without."""


class PlanLane(NamedTuple):
    """A plan with its phases: those with dates on tracks, the others behind them."""

    row: PlanRow
    when: str
    tracks: list[list[Bar]]
    rest: list[ShownPhase]


def roadmap(context: Context) -> Facts:
    """A lane per plan: by target on one scale where there are dates, else in a group without an axis."""
    rows = [plan_row(entry, context) for entry in context.entries()]
    dated = [row for row in rows if _days(row.entry)]
    if not context.choice.sort:
        dated.sort(key=lambda row: max(_days(row.entry)))
    cut = context.cut(dated, MOST, "roadmap", lambda row: row.entry)
    undated = context.cut(
        [row for row in rows if not _days(row.entry)], MOST, "roadmap", lambda row: row.entry
    )
    days = [day for row in cut.rows for day in _days(row.entry)]
    if any(not row.entry.over for row in cut.rows):
        days.append(context.today)
    scale = scale_of(days)

    def lane(row: PlanRow) -> PlanLane:
        phases = [read_phase(phase, context.language) for phase in row.plan.phases]
        rest = [phase for phase in phases if not ends_of(phase.item).days]
        if scale is None or not _days(row.entry):
            return PlanLane(row, "", [], rest)
        works = [work_of(phase, context.language) for phase in phases if ends_of(phase.item).days]
        own = _ends(row.entry)
        if own.days:
            works.insert(0, _whole(row, own, context.language))
        return PlanLane(row, _when(row.entry, context.language), tracks(works, scale, context.today), rest)

    shown = [phase for row in (*cut.rows, *undated.rows) for phase in row.plan.phases]
    return {
        "cut": cut,
        "undated": undated,
        "total": cut.total + undated.total,
        "lane": lane,
        "marks": scale.marks(context.language) if scale else [],
        "today": scale.place(context.today) if scale and scale.holds(context.today) else None,
        "states": list(dict.fromkeys(phase.effective_state or "unknown" for phase in shown)),
        "late": any(row.late for row in cut.rows),
        "rest": any(lane(row).rest for row in cut.rows),
    }


def _ends(entry: Entry) -> Ends:
    """Return when a plan starts and is due.

    It starts with its first phase where it says nothing itself; one that is over ends with its last update.
    """
    plan = entry.plan
    start, due = day_of(plan.start), day_of(plan.due)
    if start is None and due is not None:
        start = min(filter(None, (ends_of(phase).start for phase in plan.phases)), default=None)
    if due is None and start is not None and entry.over:
        due = day_of(plan.updated)
    return Ends(None if start and due and due < start else start, due)


def _days(entry: Entry) -> list[dt.date]:
    """Return all days that a plan and its phases are dated by."""
    return [*_ends(entry).days, *(day for phase in entry.plan.phases for day in ends_of(phase).days)]


def _whole(row: PlanRow, ends: Ends, language: Language) -> LaneWork:
    plan = row.plan
    tip = language.gettext(", ").join(filter(None, (plan.title, _when(row.entry, language), row.late)))
    return LaneWork(ends, row.state, None, "", tip, "", late=plan.late, over=row.entry.over, thin=True)


def _when(entry: Entry, language: Language) -> str:
    plan = entry.plan
    if plan.start or plan.due:
        return when(plan, language)
    days = _days(entry)
    first, last = (language.date(day.isoformat()) for day in (min(days), max(days)))
    return language.say("%(start)s to %(end)s", start=first, end=last) if first != last else first
