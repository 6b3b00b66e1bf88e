"""Today as an input, so that the same sources give the same site on any day."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plan_plugin.settings import Settings


_AGO = regex(r"(\d{1,4})\s?([dwm])", re.ASCII)
_DAYS = {"d": 1, "w": 7, "m": 30}


def days_ago(text: str, today: dt.date) -> dt.date | None:
    """Return the day that `14d`, `2w`, `1m` (days, weeks, months ago) or a date names; None for none."""
    ago = _AGO.fullmatch(text)
    try:
        if ago:
            return today - dt.timedelta(days=int(ago[1]) * _DAYS[ago[2]])
        return dt.date.fromisoformat(text)
    except (ValueError, OverflowError):
        return None


def today(settings: Settings, environ: Mapping[str, str] = os.environ) -> dt.date:
    """Return `SOURCE_DATE_EPOCH` (seconds, read as UTC), else the option `today`, else the date.

    A value that can't be read counts as not given.
    """
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        pass
    try:
        return dt.date.fromisoformat(settings.today or "")
    except ValueError:
        return dt.datetime.now().astimezone().date()
