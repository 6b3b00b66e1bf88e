"""Dates as authors write them: ISO and English month forms; anything else is not read."""

from __future__ import annotations

import datetime as dt
import re

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.words import MONTHS

_ISO = regex(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NOT_ISO = (
    (regex(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE), "mdy"),
    (
        regex(
            rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+|de\s+)?({_MONTH})\.?,?\s+(?:de\s+)?(\d{{4}})\b",
            re.IGNORECASE,
        ),
        "dmy",
    ),
    (regex(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"), "ymd"),
)


def read_date(text: str) -> str | None:
    """Return the first whole date in a text as YYYY-MM-DD, or None.

    A date that the calendar lacks (2025-02-30) is None too.
    """
    text = text[:200]
    for pattern, order in ((_ISO, "ymd"),) if _ISO.search(text) else _NOT_ISO:
        match = pattern.search(text)
        if match:
            parts = dict(zip(order, match.groups(), strict=True))
            month = MONTHS.get(parts["m"].lower()) or int(parts["m"])
            try:
                return dt.date(int(parts["y"]), month, int(parts["d"])).isoformat()
            except ValueError:
                return None
    return None
