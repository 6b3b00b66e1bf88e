"""One time scale for many lanes: where a day is on it, and the marks along it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language

MARKS = 8
"""No more marks than this along the axis."""
_NARROW = 4
"""No more of them on a narrow page."""
_DAYS, _WEEKS, _MONTHS, _QUARTERS = 20, 70, 430, 1500
"""Days up to which an axis is marked by days, weeks, months, quarters; a longer one is by years."""


class Mark(NamedTuple):
    """A mark on the axis: the stretch behind it in percent, what is there, the same for programs."""

    width: int
    label: str
    day: str
    minor: bool
    """True for one that a narrow page does without."""


class TimeScale(NamedTuple):
    """The days from `first` to `last`, of which there are at least two."""

    first: dt.date
    last: dt.date

    def place(self, day: dt.date) -> int:
        """Return where a day is, in percent of the axis; what lies outside is at its end."""
        days = (self.last - self.first).days
        return max(0, min(100, round((day - self.first).days * 100 / days)))

    def holds(self, day: dt.date) -> bool:
        """True for a day on the axis."""
        return self.first <= day <= self.last

    def marks(self, language: Language) -> list[Mark]:
        """Return the marks along the axis, behind what is before the first."""
        unit, months = _unit((self.last - self.first).days)
        days = list(_begins(self.first, self.last, unit, months))
        every = -(-len(days) // MARKS)
        days = days[::every]
        while days and self.place(days[-1]) > _LAST:  # no room for its words
            days.pop()
        places = [self.place(day) for day in days]
        seldom = len(days) > _NARROW
        found = [Mark(places[0] if places else 100, "", "", minor=False)]
        for at, (day, place) in enumerate(zip(days, places, strict=True)):
            after = places[at + 1] if at + 1 < len(places) else 100
            label, machine = _label(day, unit, language)
            found.append(
                Mark(after - place, label, machine, minor=place > _LAST_NARROW or (seldom and at % 2 == 1))
            )
        return found


_LAST, _LAST_NARROW = 92, 82
"""Percent of the axis from which on there is no room for words, on a wide page and on a narrow one."""


def scale_of(days: Iterable[dt.date]) -> TimeScale | None:
    """Return the scale that holds some days, with room for whole weeks around them; None for no day."""
    known = sorted(days)
    if not known:
        return None
    first, last = known[0], known[-1]
    room = max(1, (7 - (last - first).days) // 2, (last - first).days // 50)
    return TimeScale(moved(first, -room), moved(last, room))


def moved(day: dt.date, days: int) -> dt.date:
    """Return a day some days later, the day itself where the calendar ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return day


def _unit(days: int) -> tuple[str, int]:
    """Return what an axis of so many days is marked by, and how many months that is."""
    if days <= _DAYS:
        return "day", 0
    if days <= _WEEKS:
        return "week", 0
    if days <= _MONTHS:
        return "month", 1
    if days <= _QUARTERS:
        return "quarter", 3
    steps = (1, 2, 5, 10, 20, 50, 100, 1000)
    years = next((years for years in steps if days / 365 / years <= MARKS), steps[-1])
    return "year", 12 * years


def _begins(first: dt.date, last: dt.date, unit: str, months: int) -> Iterable[dt.date]:
    if unit == "day":
        return [first + dt.timedelta(days=at) for at in range(1, (last - first).days + 1)]
    if unit == "week":
        monday = first + dt.timedelta(days=-first.weekday() % 7)
        return [monday + dt.timedelta(days=at) for at in range(0, (last - monday).days + 1, 7)]
    begin = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // months) * months
    end = last.year * 12 + last.month - 1
    return [dt.date(at // 12, at % 12 + 1, 1) for at in range(begin, end + 1, months)]


def _label(day: dt.date, unit: str, language: Language) -> tuple[str, str]:
    if unit in ("day", "week"):
        return language.date(day.isoformat()), day.isoformat()
    if unit == "month":
        return language.month_of(day), f"{day:%Y-%m}"
    if unit == "quarter":
        quarter = (day.month + 2) // 3
        return language.say("Q%(quarter)s %(year)s", quarter=quarter, year=day.year), f"{day:%Y-%m}"
    return str(day.year), str(day.year)
