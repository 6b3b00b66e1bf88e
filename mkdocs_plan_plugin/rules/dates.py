"""Rules about dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import Page
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.dates import read_date
from mkdocs_plan_plugin.vocabulary.lookup import key

_LIKE_A_DATE = regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b\d{4}-\d{2}\b(?!-)")

_SLASHED = regex(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")


@rule(
    "PLAN203",
    "bad-date",
    "warning",
    bad="""
    # Plan: new cache

    **Created:** 2025-02-30
    """,
    good="""
    # Plan: new cache

    **Created:** 2025-02-28
    """,
)
def bad_date(page: Page) -> Iterator[Fault]:
    """A date can't be read, or the calendar lacks it.

    Written as YYYY-MM-DD a date means the same everywhere; 03/04/2025 does not.
    """
    for field in page.facts("created", "updated", "target"):
        value = field.value
        if is_blank(value) or not _LIKE_A_DATE.search(value) or len(value) > 40 or read_date(value):
            continue
        if re.fullmatch(r"\D*\d{4}-\d{2}\D*", value) and page.vocabulary.means(field.name, "target"):
            continue  # a month is a fair target
        yield Fault(
            field.line,
            f"'{value}' is no date that can be read; write it as YYYY-MM-DD",
            _rewritten(value),
            column=page.column(field.line, value),
        )


def _rewritten(value: str) -> str:
    """Return a slashed date in ISO form where only one reading is possible."""
    match = _SLASHED.search(value)
    if not match:
        return ""
    one, other, year = (int(part) for part in match.groups())
    months = {(one, other), (other, one)}
    fair = [(month, day) for month, day in months if month <= 12 and 12 < day <= 31]
    try:
        return dt.date(year, *fair[0]).isoformat() if len(fair) == 1 else ""
    except ValueError:
        return ""


@rule(
    "PLAN204",
    "reversed-dates",
    "warning",
    bad="""
    # Plan: new cache

    **Created:** 2025-03-01
    **Last Updated:** 2025-01-10
    """,
    good="""
    # Plan: new cache

    **Created:** 2025-01-10
    **Last Updated:** 2025-03-01
    """,
)
def reversed_dates(page: Page) -> Iterator[Fault]:
    """The plan was updated, or is due, before it was created.

    One of the two dates is a slip.
    """
    plan = page.plan
    for what, day in (("updated", plan.updated), ("target", plan.target)):
        if plan.created and day and day < plan.created:
            line = _line(page, what, day)
            yield Fault(
                line,
                f"{'updated' if what == 'updated' else 'due'} on {day}, before it was created on"
                f" {plan.created}"
                f" (line {_line(page, 'created', plan.created)}); correct one of them",
            )


def _line(page: Page, name: str, day: str) -> int:
    """Return the line of the field that states a date."""
    return next((one.line for one in page.facts(name) if read_date(one.value) == day), page.plan.line)


@rule(
    "PLAN205",
    "future-date",
    "warning",
    bad="""
    # Plan: new cache

    **Last Updated:** 2999-01-01
    """,
    good="""
    # Plan: new cache

    **Last Updated:** 2025-01-10
    """,
)
def future_date(page: Page) -> Iterator[Fault]:
    """The plan says that it was created or updated on a day still to come.

    A slip in the year is usual in January. A day's difference is forgiven, for time zones.
    """
    for what, day in (("created", page.plan.created), ("updated", page.plan.updated)):
        if day and not page.has_come(_ordinal(day) - 1):
            line = _line(page, what, day)
            if what == "created" and any(
                key(one.name) == "start date" for one in page.facts(what) if one.line == line
            ):
                continue  # work may well start in the future
            yield Fault(
                line,
                f"{what} on {day}, which is still to come (today is {page.today.isoformat()})",
                column=page.column(line, day),
            )


@rule(
    "PLAN208",
    "stale-plan",
    "info",
    living=True,
    bad="""
    # Plan: new cache

    **Status:** In Progress
    **Owner:** Team Tide
    **Last Updated:** 2001-01-10
    """,
    good="""
    # Plan: new cache

    **Status:** Complete
    **Owner:** Team Tide
    **Last Updated:** 2001-01-10
    """,
)
def stale_plan(page: Page) -> Iterator[Fault]:
    """A plan in progress was not updated for long (option `stale_after`, in days).

    Either the work rests and the status is wrong, or it goes on and the plan is.
    """
    days = page.site.settings.stale_after
    if not (days and page.plan.working and page.plan.updated):
        return
    updated = _ordinal(page.plan.updated)
    if page.has_come(updated + days + 1):
        yield Fault(
            _line(page, "updated", page.plan.updated),
            f"in progress, but last updated {page.today.toordinal() - updated} days ago; update the plan,"
            " or its status",
        )


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()
