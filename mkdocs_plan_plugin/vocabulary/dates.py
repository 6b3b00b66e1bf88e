"""Dates as authors write them: days, weeks, months, quarters, halves, years, and from one to another.

A date is a stretch of days. Numbers parted by slashes or dashes say which is the day only where the
other can't be a month; else the option `day_first` decides, and without it nobody does.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Literal, NamedTuple

import msgspec

from mkdocs_plan_plugin.model import Precision
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import date_words
from mkdocs_plan_plugin.vocabulary.date_forms import BEFORE, BEHIND, FORMS, TO, UNDATED, YEAR, signs_of

_LONGEST = 200
"""A date is near the beginning of what is asked."""

_SHORT = 60
"""A longer text says more than when."""

_NEAR = 12
"""Signs before a date among which `end of the` is looked for."""

_DIGIT = regex(r"\d")
_NUMBER = regex(r"[NDYC]")
_JOINT = regex(TO)
_SAYS_MORE = regex(r"[^fFr .,:'*_-]")
"""A word or number beside a year that makes it something else than a date."""


class Date(msgspec.Struct, frozen=True):
    """The days from `start` to `value`, ISO; they are the same for a day.

    `precision` is that of `value`: `Q1–Q2 2026` is a stretch of quarters. `text` is what was written.
    """

    value: str
    start: str
    precision: Precision
    text: str

    @property
    def is_day(self) -> bool:
        """True for one day, false for a longer or a less precise time."""
        return self.precision == "day" and self.start == self.value

    @property
    def partial(self) -> tuple[Precision | None, str]:
        """How precise it is and what was written, where that is no day; else nothing."""
        return (None, "") if self.precision == "day" else (self.precision, self.text)


class NoDate(msgspec.Struct, frozen=True):
    """What is meant as a date and can't be taken for one."""

    text: str
    why: Literal["ambiguous", "impossible"]
    """Nobody says which number is the day; or the calendar lacks it."""


@lru_cache(maxsize=4096)
def read_date(text: str, *, day_first: bool | None = None) -> Date | NoDate | None:
    """Return the first date in a text, else the first that is none although it looks like one, else None."""
    found = dates_in(text, day_first=day_first)
    return next((one for one in found if isinstance(one, Date)), found[0] if found else None)


def read_day(text: str, *, day_first: bool | None = None) -> str | None:
    """Return the first date in a text if it is one day, as YYYY-MM-DD."""
    found = read_date(text, day_first=day_first)
    return found.value if isinstance(found, Date) and found.is_day else None


def tells_time(text: str) -> bool:
    """True for a text that tells when and holds nothing else, date or not: `soon`, `2 weeks`, `Q4`."""
    return len(text) <= _SHORT and bool(UNDATED.match(signs_of(text.strip()).signs))


def dates_in(text: str, *, day_first: bool | None = None) -> list[Date | NoDate]:
    """Return the dates in a text in their order, two that are joined by *to* or a dash as one."""
    text = text[:_LONGEST]
    if not _DIGIT.search(text):
        return []
    signs, places = signs_of(text)
    found: list[_Found] = []
    rest = signs
    for precision, needed, form in FORMS:
        if not _NUMBER.search(rest):
            break
        if needed and needed.isdisjoint(signs):
            continue
        for match in form.finditer(rest):
            groups = {
                name: text[places[match.start(name)][0] : places[match.end(name) - 1][1]]
                for name, sign in match.groupdict().items()
                if sign
            }
            one = _read(groups, precision, match, day_first=day_first)
            if one:
                found.append(_narrowed(one, signs))
                rest = rest[: match.start()] + "\0" * len(match[0]) + rest[match.end() :]
    if not found and (year := _year(text, signs, places)):
        found = [year]
    return [
        one.as_date(text[places[one.begin][0] : places[one.end - 1][1]].strip())
        for one in _joined(sorted(found, key=_BEGIN), signs)
    ]


class _Found(NamedTuple):
    """What is between two signs of a text: the days, or why they are none."""

    begin: int
    end: int
    precision: Precision
    first: dt.date | None = None
    last: dt.date | None = None
    why: Literal["ambiguous", "impossible"] = "impossible"

    def as_date(self, text: str) -> Date | NoDate:
        if self.first is None or self.last is None:
            return NoDate(text, self.why)
        return Date(self.last.isoformat(), self.first.isoformat(), self.precision, text)


_BEGIN = attrgetter("begin")
_Groups = dict[str, str]


def _read(
    groups: _Groups, precision: Precision, match: re.Match[str], *, day_first: bool | None
) -> _Found | None:
    """Return what a match stands for, None where it only looks like a date."""
    begin, end = match.span()
    if "a" in groups:
        first = _first(groups, day_first=day_first)
        if first is None:
            return None
        if first == "ambiguous":
            return _Found(begin, end, precision, why="ambiguous")
        day, month = ("a", "b") if first == "day" else ("b", "a")
        groups |= {"d": groups[day], "m": groups[month]}
    try:
        days = _days(groups, precision, leads="y" in groups and match.start("y") == begin)
    except ValueError:
        return _Found(begin, end, precision) if _is_meant(groups, precision) else None
    return _Found(begin, end, precision, *days)


def _is_meant(groups: _Groups, precision: Precision) -> bool:
    """True for what the calendar lacks but nothing else is written like."""
    if precision == "day":
        return "c" not in groups and (groups.get("s") != "." or "a" in groups)  # 2026.1.0 is a version
    return precision == "week"


def _first(groups: _Groups, *, day_first: bool | None) -> Literal["day", "month", "ambiguous"] | None:
    """Say what is first in `03/04/2026`; None for what is no date.

    The day does before dots. A year of two digits may be first itself, so only the option decides.
    """
    a, b, dots = groups["a"], groups["b"], groups["s"] in ".\uff0e"
    one, other, short = int(a), int(b), len(groups["y"]) == 2
    if short and (min(one, other) > 12 or max(one, other) > 31 or (dots and len(a + b) < 4)):
        return None  # 1.2.33 is a version
    if not short or day_first is not None:
        if (one > 12) != (other > 12):
            return "day" if one > 12 else "month"
        if dots or one == other or one > 12:
            return "day"
    return "ambiguous" if day_first is None else "day" if day_first else "month"


def _days(groups: _Groups, precision: Precision, *, leads: bool) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a match; `leads` where the year is in front of it.

    Raises ValueError for what the calendar lacks.
    """
    if whole := groups.get("c"):
        groups = {"y": whole[:4], "m": whole[4:6], "d": whole[6:]}
    year = _number(groups.get("y") or groups["yy"])
    year += 2000 if year < 100 else 0
    if "wd" in groups:
        day = dt.date.fromisocalendar(year, _number(groups["w"]), _number(groups["wd"]))
        return day, day

    def number_of(*names: str) -> int:
        return next((_number(groups[name]) for name in names if name in groups), 0)

    begin = (number_of("m1", "n1", "m", "n"), number_of("d1", "k1", "d", "k"))
    end = (number_of("m", "n", "m1", "n1"), number_of("d", "k", "d1", "k1"))
    first = last = year
    if begin > end:  # from December to January
        if begin[0] == end[0] and precision == "day":
            raise ValueError
        first, last = (year, year + 1) if leads else (year - 1, year)
    return _span(precision, first, *begin)[0], _span(precision, last, *end)[1]


def _number(text: str) -> int:
    """Return the number that digits, a month or an ordinal tell."""
    text = text.casefold()
    return int(text) if text.isdecimal() else date_words.MONTHS.get(text) or date_words.ORDINALS.get(text, 0)


_MONTHS_IN: dict[Precision, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def _span(precision: Precision, year: int, month: int, which: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a day, week, month, quarter, half or year of a year."""
    if precision == "day":
        day = dt.date(year, month, which)
        return day, day
    if precision == "week":
        monday = dt.date.fromisocalendar(year, which, 1)
        return monday, monday + dt.timedelta(days=6)
    months = _MONTHS_IN[precision]
    return _months(year, (month or which) * months - months, months)


def _months(year: int, before: int, count: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of some months, `before` of the year standing before them."""
    last = before + count
    return dt.date(year, before + 1, 1), dt.date(year, last, monthrange(year, last)[1])


def _year(text: str, signs: str, places: list[tuple[int, int]]) -> _Found | None:
    """Return a year with `end of` beside it, or that is alone but for words that change nothing."""
    match = YEAR.search(signs)
    if not match:
        return None
    first, last = (
        int(text[slice(*places[match.start(name if match[name] else "y1")])]) for name in ("y1", "y")
    )
    if first > last:
        return None
    whole = _Found(*match.span(), "year", dt.date(first, 1, 1), dt.date(last, 12, 31))
    narrowed = _narrowed(whole, signs)
    beside = signs[: whole.begin] + signs[whole.end :]
    return None if narrowed == whole and _SAYS_MORE.search(beside) else narrowed


def _narrowed(one: _Found, signs: str) -> _Found:
    """Return a date with `end of` before it or `末` behind it: that third of it, or the time before it."""
    if one.first is None or one.last is None or one.precision in ("day", "week"):
        return one
    before = BEFORE.search(signs[max(0, one.begin - _NEAR) : one.begin])
    behind = None if before else BEHIND.match(signs, one.end)
    part = before or behind
    if not part:
        return one
    begin = one.begin - len(before[0]) if before else one.begin
    end = behind.end() if behind else one.end
    which = (int(part[1]) - 1) % 4
    if which == 3:
        day = one.first - dt.timedelta(days=1)
        return _Found(begin, end, one.precision, day, day)
    return _Found(begin, end, one.precision, *_third(one.first, one.last, which))


def _third(first: dt.date, last: dt.date, which: int) -> tuple[dt.date, dt.date]:
    """Return a third of a month, which has ten days but for the last, or of the months of a longer time."""
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months == 1:
        begin = first + dt.timedelta(days=10 * which)
        return begin, last if which == 2 else begin + dt.timedelta(days=9)
    if first.year != last.year or months % 3:
        return first, last
    return _months(first.year, first.month - 1 + which * months // 3, months // 3)


def _joined(found: list[_Found], signs: str) -> Iterator[_Found]:
    """Yield dates in order, two with a word or mark of range between them as one."""
    held: _Found | None = None
    for one in found:
        if (
            held
            and held.first
            and one.first
            and held.first <= one.first
            and _JOINT.fullmatch(signs, held.end, one.begin)
        ):
            held = _Found(held.begin, one.end, one.precision, held.first, one.last)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held
