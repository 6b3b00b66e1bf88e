"""When a plan may be done, from how much of it was done in the weeks before: a range, or nothing."""

from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.history.timeline import WorkAmount

Against = Literal["ahead", "on-course", "unlikely"]

WEEKS = 12
"""Weeks that are looked back on, at most."""
ENOUGH = 4
"""Weeks with finished work that a forecast needs."""
_RUNS = 2_000
_FARTHEST = 260
"""Weeks ahead beyond which nothing is said."""


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """A range of days in which the work may be done, and what it rests on."""

    likely: dt.date
    """Half of the runs were done by then."""
    safe: dt.date
    """85 of 100 runs were done by then."""
    weeks: int
    """Weeks that were looked back on."""
    with_work: int
    """Of them those in which something was finished."""
    left: int
    """What is still to be done."""

    def against(self, target: dt.date | None) -> Against | None:
        """Return how the forecast stands against a target, None without one."""
        if target is None:
            return None
        return "ahead" if self.safe <= target else "on-course" if self.likely <= target else "unlikely"


def forecast(work: Sequence[WorkAmount], today: dt.date) -> Forecast | None:
    """Return when the work of a plan may be done, None where too little is known to say.

    Each run draws, week after week, one of the last weeks and finishes what was finished in it, until
    nothing is left (the resampling of weekly throughput). Scope that came meanwhile is in what is left;
    scope that may still come is in no forecast. The same work gives the same days.
    """
    finished = weekly(work, today)
    with_work = sum(week > 0 for week in finished)
    left = work[-1].total - work[-1].done if work else 0
    if left <= 0 or with_work < ENOUGH:
        return None
    drawn = random.Random(f"{finished} {left}")  # noqa: S311 - a seed makes it the same each time
    runs = sorted(_weeks_needed(finished, left, drawn) for _ in range(_RUNS))
    likely, safe = runs[_RUNS // 2 - 1], runs[_RUNS * 85 // 100 - 1]
    if safe > _FARTHEST:
        return None
    return Forecast(
        likely=today + dt.timedelta(weeks=likely),
        safe=today + dt.timedelta(weeks=safe),
        weeks=len(finished),
        with_work=with_work,
        left=left,
    )


def weekly(work: Sequence[WorkAmount], today: dt.date) -> list[int]:
    """Return how much was finished in each of the last weeks, the last of which ends today."""
    if not work:
        return []
    count = min(WEEKS, ((today - work[0].day).days) // 7)
    ends = [today - dt.timedelta(weeks=back) for back in range(count, -1, -1)]
    done = [_done_by(work, end) for end in ends]
    return [max(0, after - before) for before, after in pairwise(done)]


def _done_by(work: Sequence[WorkAmount], day: dt.date) -> int:
    return next((one.done for one in reversed(work) if one.day <= day), work[0].done)


def _weeks_needed(finished: Sequence[int], left: int, drawn: random.Random) -> int:
    weeks = 0
    while left > 0 and weeks <= _FARTHEST:
        left -= finished[int(drawn.random() * len(finished))]
        weeks += 1
    return weeks
