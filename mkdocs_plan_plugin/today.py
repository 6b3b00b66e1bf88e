"""Today as an input, so that the same sources give the same site on any day."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs_plan_plugin.settings import Settings


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
