"""Dates as authors write them: ISO and English month forms; anything else is not read."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from mkdocs_plan_plugin.plans.words import MONTHS
from mkdocs_plan_plugin.regex import regex

_ISO = regex(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_EAST_ASIAN = regex(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


@cache
def _in_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the forms with a month's name, compiled when the first date comes that is not ISO."""
    month = "|".join(sorted(MONTHS, key=len, reverse=True))
    first = rf"\b({month})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b"
    second = rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+|de\s+)?({month})\.?,?\s+(?:de\s+)?(\d{{4}})\b"
    return (re.compile(first, re.IGNORECASE), "mdy"), (re.compile(second, re.IGNORECASE), "dmy")


def read_date(text: str) -> str | None:
    """Return the first whole date in a text as YYYY-MM-DD, or None.

    A date that the calendar lacks (2025-02-30) is None too.
    """
    text = text[:200]
    forms = ((_ISO, "ymd"),) if _ISO.search(text) else (*_in_words(), (_EAST_ASIAN, "ymd"))
    for pattern, order in forms:
        match = pattern.search(text)
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            month = MONTHS.get(parts["m"].lower()) or int(parts["m"])
            try:
                return dt.date(int(parts["y"]), month, int(parts["d"])).isoformat()
            except ValueError:
                return None
    return None
