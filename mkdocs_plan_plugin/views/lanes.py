"""Lanes on a time scale: bars at their dates, with their progress, their open ends and what is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.schedule import day_of
from mkdocs_plan_plugin.views.phases import ShownPhase
from mkdocs_plan_plugin.views.timescale import TimeScale, moved

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Dated, Plan

_OPEN = 5
"""Percent of the axis that a bar without a beginning, or without an end, is drawn for."""
_NUMBERED = 4
"""Percent of the axis from which on a bar has room for its number."""


class Ends(NamedTuple):
    """When work starts and is due, as far as it is known."""

    start: dt.date | None
    due: dt.date | None

    @property
    def days(self) -> list[dt.date]:
        """The days that are known."""
        return [day for day in self if day is not None]


class Bar(NamedTuple):
    """Work on the axis: all widths in percent of it."""

    gap: int
    """What lies between it and the bar before it."""
    width: int
    overdue: int
    """From its end to today, where it is late."""
    open_start: bool
    open_end: bool
    meaning: str
    percent: int | None
    label: str
    """What has room in it."""
    tip: str
    anchor: str
    thin: bool = False
    """True for the plan as a whole."""


class LaneWork(NamedTuple):
    """What a bar is drawn of."""

    ends: Ends
    meaning: str
    percent: int | None
    label: str
    tip: str
    anchor: str
    late: bool
    over: bool
    thin: bool = False


def ends_of(work: Dated) -> Ends:
    """Return the ends of a phase or step; one that ends before it starts has only an end."""
    start, due = day_of(work.start), day_of(work.due)
    return Ends(None if start and due and due < start else start, due)


def work_of(reading: ShownPhase, language: Language) -> LaneWork:
    """Return the bar's work of a phase or step."""
    item = reading.item
    title = item.title if item.title != reading.name else ""
    parts = (reading.word, when(item, language), reading.value, language.say("late") if item.late else "")
    named = f"{reading.name}: {title}" if title else reading.name
    return LaneWork(
        ends_of(item),
        reading.state,
        reading.percent,
        item.number,
        language.gettext(", ").join(filter(None, (named, *parts))),
        item.anchor,
        item.late,
        item.over,
    )


def when(work: Dated | Plan, language: Language) -> str:
    """Return when work is to be done, as its author wrote it: `12.01.2026 to 20.02.2026`, `due Q1 2026`."""
    start, due = (language.date(written or "") for written in (work.written("start"), work.written("due")))
    if start and due and start != due:
        return language.say("%(start)s to %(end)s", start=start, end=due)
    if due:
        return due if work.start else language.say("due %(date)s", date=due)
    return language.say("from %(date)s", date=start) if start else ""


def tracks(works: Iterable[LaneWork], scale: TimeScale, today: dt.date) -> list[list[Bar]]:
    """Return bars in as few tracks as they need without overlapping, each track in order of time."""
    found: list[list[Bar]] = []
    ends: list[int] = []
    now = scale.place(today)
    placed = [(*_place(work, scale, now, today), work) for work in works]
    placed.sort(key=lambda one: (not one[2].thin, one[0], -one[1]))
    for begin, end, work in placed:
        overdue = max(1, min(now, 100) - end) if work.late and now > end else 0
        at = next((at for at, last in enumerate(ends) if last <= begin and not found[at][0].thin), len(ends))
        if work.thin or at == len(ends):
            at = len(ends)
            found.append([])
            ends.append(0)
        width = end - begin
        found[at].append(
            Bar(
                begin - ends[at],
                width,
                overdue,
                work.ends.start is None,
                work.ends.due is None,
                work.meaning,
                work.percent,
                work.label if width >= _NUMBERED and not work.thin else "",
                work.tip,
                work.anchor,
                work.thin,
            )
        )
        ends[at] = end + overdue
    return found


def _place(work: LaneWork, scale: TimeScale, now: int, today: dt.date) -> tuple[int, int]:
    """Return where a bar begins and ends on the axis, of which it takes one percent at least."""
    start, due = work.ends
    begin = scale.place(start) if start else None
    end = scale.place(moved(due, 1)) if due else None
    if begin is None:
        begin = max(0, (end or 0) - _OPEN)
    if end is None:
        running = start is not None and start < today and not work.over
        end = max(now, begin) if running else min(100, begin + _OPEN)
    if end <= begin:
        begin, end = (begin, begin + 1) if begin < 100 else (99, 100)
    return begin, end
