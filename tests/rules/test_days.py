"""A check says on which days it holds, so that it is not made anew every morning."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.rules import RULES, Checker, Pending, RuleSite
from mkdocs_plan_plugin.settings import Settings

DAYS = [
    dt.date.min,
    dt.date(2024, 12, 31),
    *(dt.date(2025, 1, 10) + dt.timedelta(days=days) for days in (-2, -1, 0, 1, 89, 90, 91, 92)),
    dt.date(2026, 3, 1),
    dt.date.max,
]


def checked(text: str, today: dt.date) -> Pending:
    plan, outline = read_plan(text, "plans/a.md"), outline_of(text, Settings())
    return Checker(RuleSite(today=today)).read(plan, outline)


def plan(state: str, updated: str) -> str:
    return f"# Plan: cache\n\n**Status:** {state}\n**Owner:** Team Tide\n**Last Updated:** {updated}\n"


PLANS = [
    plan("In Progress", "2025-01-10"),
    plan("In Progress", "9999-12-31"),
    plan("Complete", "2025-01-10"),
    "# Plan: cache\n\n**Due:** 2025-01-11\n\n- [ ] a due 2025-01-09\n- [ ] b 📅 2025-04-09\n",
    "# Plan: cache\n\n**Created:** 2025-01-11\n**Last Updated:** 2024-12-31\n",
    *(text for rule in RULES.values() for text in (rule.bad, rule.good)),
]


@pytest.mark.parametrize("text", PLANS, ids=range(len(PLANS)))
def test_it_says_the_same_on_every_day_that_it_holds(text: str) -> None:
    by_day = {day: checked(text, day) for day in DAYS}
    for made, pending in by_day.items():
        assert pending.holds_on(made)
        for day, other in by_day.items():
            if pending.holds_on(day):
                assert other.findings == pending.findings, (made, day)


def days(text: str, today: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a check holds."""
    first, last = checked(text, dt.date.fromisoformat(today)).holds
    return dt.date.fromordinal(max(first, 1)), dt.date.fromordinal(last)


def test_what_was_due_first_is_told_of_all_that_is_late() -> None:
    text = "# Plan: cache\n\n**Due:** 2025-01-11\n\n- [ ] a due 2025-01-09\n- [x] b due 2025-01-01\n"
    told = {}
    for day in ("2025-01-09", "2025-01-10", "2025-01-12"):
        findings = checked(text, dt.date.fromisoformat(day)).findings
        told[day] = [(one.line, one.message) for one in findings if one.code == "PLAN211"]
    finish = "finish it, or write until when it will be done"
    assert told == {
        "2025-01-09": [],
        "2025-01-10": [(5, f"due on 2025-01-09 and not over; {finish}")],
        "2025-01-12": [(5, f"due on 2025-01-09 and not over (the first of 2 late dates); {finish}")],
    }


def test_a_plan_without_a_date_is_checked_once() -> None:
    assert days("# Plan: cache\n\n**Status:** In Progress\n", "2026-03-01") == (dt.date.min, dt.date.max)


def test_a_plan_in_progress_is_checked_anew_when_it_is_stale_and_then_every_day() -> None:
    text = plan("In Progress", "2025-01-10")
    assert days(text, "2025-02-01") == (dt.date(2025, 1, 9), dt.date(2025, 4, 10))
    assert days(text, "2025-04-11") == (dt.date(2025, 4, 11), dt.date(2025, 4, 11))


def test_a_finished_plan_holds_from_its_date_on() -> None:
    assert days(plan("Complete", "2025-01-10"), "2025-02-01") == (dt.date(2025, 1, 9), dt.date.max)


def test_a_date_to_come_is_told_with_the_day_of_the_check() -> None:
    assert days(plan("Complete", "2025-01-10"), "2025-01-08") == (dt.date(2025, 1, 8), dt.date(2025, 1, 8))


def test_the_days_of_one_plan_leave_no_gap() -> None:
    text = plan("In Progress", "2025-01-10")
    ends = [days(text, each) for each in ("2025-01-08", "2025-02-01", "2025-04-11", "2025-04-12")]
    assert all((then[0] - before[1]).days == 1 for before, then in pairwise(ends))
