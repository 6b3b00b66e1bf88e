"""A day in the form of another."""

from __future__ import annotations

import datetime as dt
from calendar import month_abbr, month_name

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.dates import Date

_WIDE = regex(r"(?<!\d)0\d(?!\d)")
_DOTS = regex(r"(\d{1,2})\.( ?)(\d{1,2})\.( ?)(\d{4})")
_SLASHES = regex(r"(\d{4})([/.])(\d{1,2})[/.](\d{1,2})")
_MONTH_FIRST = regex(r"([A-Z][a-z]+)( )(\d{1,2})(,? )(\d{4})")
_DAY_FIRST = regex(r"(\d{1,2})( )([A-Z][a-z]+)( )(\d{4})")


def like(old: str, new: Date | dt.date) -> str:
    """Return a day written as another is; ISO where that form is not known, or the date is no day."""
    if isinstance(new, Date):
        if not new.is_day:
            return new.text
        new = dt.date.fromisoformat(new.value)
    wide = "02d" if _WIDE.search(old) else "d"
    if match := _DOTS.fullmatch(old):
        return f"{new.day:{wide}}.{match[2]}{new.month:{wide}}.{match[4]}{new.year}"
    if match := _SLASHES.fullmatch(old):
        return f"{new.year}{match[2]}{new.month:{wide}}{match[2]}{new.day:{wide}}"
    if (match := _MONTH_FIRST.fullmatch(old)) and (month := _month(match[1], new)):
        return f"{month} {new.day}{match[4]}{new.year}"
    if (match := _DAY_FIRST.fullmatch(old)) and (month := _month(match[3], new)):
        return f"{new.day} {month} {new.year}"
    return new.isoformat()


def _month(like_: str, day: dt.date) -> str:
    """Return the name of a month as another one is written, empty for a name of another language."""
    if like_ in month_name and like_ != "May":
        return month_name[day.month]
    return (month_name if like_ == "May" else month_abbr)[day.month] if like_ in month_abbr else ""
