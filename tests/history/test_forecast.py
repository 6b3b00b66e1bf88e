"""When a plan may be done: only where enough is known, and the same each time."""

from __future__ import annotations

import datetime as dt

import pytest

from mkdocs_plan_plugin.history.forecast import forecast, weekly
from mkdocs_plan_plugin.history.timeline import WorkAmount

TODAY = dt.date(2026, 7, 1)


def work(*done: int, total: int) -> list[WorkAmount]:
    """What was done by the end of each week, the last of which ends today; none before the first."""
    begin = TODAY - dt.timedelta(weeks=len(done))
    ends = [begin + dt.timedelta(weeks=week) for week in range(len(done) + 1)]
    return [WorkAmount(day=day, done=count, total=total) for day, count in zip(ends, (0, *done), strict=True)]


def test_the_same_pace_each_week_leaves_no_doubt() -> None:
    found = forecast(work(2, 4, 6, 8, 10, total=20), TODAY)
    assert found is not None
    assert (found.likely, found.safe) == (TODAY + dt.timedelta(weeks=5),) * 2
    assert (found.weeks, found.with_work, found.left) == (5, 5, 10)


def test_an_uneven_pace_gives_a_range_that_is_the_same_each_time() -> None:
    uneven = work(5, 5, 6, 6, 6, 9, 10, total=30)
    found = forecast(uneven, TODAY)
    assert found == forecast(uneven, TODAY)
    assert found is not None
    assert TODAY + dt.timedelta(weeks=8) < found.likely < found.safe < TODAY + dt.timedelta(weeks=40)


@pytest.mark.parametrize(
    "known",
    [
        [],
        work(1, 2, 3, total=9),
        work(1, 1, 1, 1, 2, 2, 3, 3, total=9),
        work(3, 6, 8, 9, total=9),
        work(1, 2, 3, 4, *[4] * 12, total=9),
    ],
    ids=["nothing", "three weeks", "three weeks with work", "all done", "too long ago"],
)
def test_where_too_little_is_known_nothing_is_said(known: list[WorkAmount]) -> None:
    assert forecast(known, TODAY) is None


def test_what_would_take_years_is_not_said() -> None:
    assert forecast(work(1, 2, 3, 4, total=100_000), TODAY) is None


def test_work_that_was_reopened_counts_for_nothing_in_its_week() -> None:
    assert weekly(work(3, 1, 4, total=9), TODAY) == [3, 0, 3]


@pytest.mark.parametrize(("target", "stands"), [(5, "ahead"), (9, "ahead"), (4, "unlikely"), (None, None)])
def test_it_stands_against_the_target(target: int | None, stands: str | None) -> None:
    found = forecast(work(2, 4, 6, 8, 10, total=20), TODAY)
    assert found is not None
    assert found.against(TODAY + dt.timedelta(weeks=target) if target else None) == stands
