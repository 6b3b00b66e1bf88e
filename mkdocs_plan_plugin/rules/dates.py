"""Rules about dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from operator import attrgetter

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.schedule import work_of
from mkdocs_plan_plugin.vocabulary.dates import Date, read_date
from mkdocs_plan_plugin.vocabulary.lookup import key

_NUMERIC = regex(r"\d{1,4}([./-]) ?\d{1,2}\1 ?\d{1,4}\.?|\d{8}")


@rule(
    "PLAN203",
    "bad-date",
    "warning",
    bad="""
    # Plan: new cache

    **Created:** 2025-02-30

    **Target:** soon
    """,
    good=(
        "**Created:** 2025-02-30\n\n**Target:** soon",
        "**Created:** 2025-02-28\n\n**Target:** end of Q2 2025",
    ),
)
def bad_date(page: CheckedPage) -> Iterator[Fault]:
    """A date can't be read, or the calendar lacks it.

    What can't be read is shown nowhere, and nobody is told that it is late. Written as YYYY-MM-DD a date
    means the same everywhere; 03/04/2025 means two days, unless the option `day_first` says which.
    """
    for one in page.plan.left_out:
        if one.kind == "date":
            yield Fault(
                one.line,
                f"'{one.text}' is {one.reason}; write it as YYYY-MM-DD",
                column=page.column(one.line, one.text),
            )


@rule(
    "PLAN209",
    "numeric-date",
    "info",
    bad="""
    # Plan: new cache

    **Created:** 15/02/2025
    """,
    good=("**Created:** 15/02/2025", "**Created:** 2025-02-15"),
    fixable=True,
)
def numeric_date(page: CheckedPage) -> Iterator[Fault]:
    """A date is written in numbers, in another order than YYYY-MM-DD.

    It can be read, since one number is no month or the option `day_first` decides. The next such date
    will not be so clear, and readers elsewhere take this one for another day.
    """
    dates = ("created", "updated", "start", "target", "due")
    inside = (field for section in page.document.sections for field in page.fields(section))
    fields = {(field.line, field.name): field for field in (*page.own, *inside)}
    for field in sorted(fields.values(), key=attrgetter("line")):
        if not page.vocabulary.means(field.name, *dates):
            continue
        date = read_date(field.value, day_first=page.vocabulary.day_first)
        if not isinstance(date, Date) or not date.is_day or date.text == date.value:
            continue
        column = page.column(field.line, date.text)
        if _NUMERIC.fullmatch(date.text) and column:
            yield Fault(
                field.line,
                f"'{date.text}' is {date.value}; written so it means the same everywhere",
                date.value,
                column=column,
                edits=page.swapped(field.line, date.text, date.value),
            )


@rule(
    "PLAN204",
    "reversed-dates",
    "warning",
    bad="""
    # Plan: new cache

    **Created:** 2025-03-01
    **Last Updated:** 2025-01-10
    """,
    good=(
        "**Created:** 2025-03-01\n**Last Updated:** 2025-01-10",
        "**Created:** 2025-01-10\n**Last Updated:** 2025-03-01",
    ),
)
def reversed_dates(page: CheckedPage) -> Iterator[Fault]:
    """The plan was updated, or is due, before it was created.

    One of the two dates is a slip.
    """
    plan = page.plan
    for what, day in (("updated", plan.updated), ("target", plan.target), ("due", plan.due)):
        if plan.created and day and day < plan.created and (what != "due" or day != plan.target):
            line = _line(page, what, day)
            yield Fault(
                line,
                f"{'updated' if what == 'updated' else 'due'} on {day}, before it was created on"
                f" {plan.created}"
                f" (line {_line(page, 'created', plan.created)}); correct one of them",
            )


def _line(page: CheckedPage, name: str, day: str) -> int:
    """Return the line of the field that states a date."""
    for field in page.facts(*(("target", "due") if name in ("target", "due") else (name,))):
        date = read_date(field.value, day_first=page.vocabulary.day_first)
        if isinstance(date, Date) and day in (date.start, date.value):
            return field.line
    return page.plan.line


@rule(
    "PLAN205",
    "future-date",
    "warning",
    bad="""
    # Plan: new cache

    **Last Updated:** 2999-01-01
    """,
    good=("**Last Updated:** 2999-01-01", "**Last Updated:** 2025-01-10"),
)
def future_date(page: CheckedPage) -> Iterator[Fault]:
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
    good=("**Status:** In Progress", "**Status:** Complete"),
)
def stale_plan(page: CheckedPage) -> Iterator[Fault]:
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


@rule(
    "PLAN211",
    "overdue",
    "info",
    living=True,
    bad="""
    # Plan: new cache

    **Status:** In Progress
    **Owner:** Team Tide
    **Due:** 2001-01-10
    """,
    good=("**Status:** In Progress", "**Status:** Complete"),
)
def overdue(page: CheckedPage) -> Iterator[Fault]:
    """A plan, a phase, a step or a task was due before today, and is not over.

    Either it is late, and readers should hear until when it will be done, or it is done and its status or
    box is wrong. Named is what was due first; how much else is late stands beside it.
    """
    plan = page.plan
    dated = [(work.due, work.line) for work, still in work_of(plan, over=False) if still and work.due]
    if plan.due and not plan.finished:
        dated.append((plan.due, _line(page, "due", plan.due)))
    late = sorted(one for one in dated if page.has_come(_ordinal(one[0]) + 1))
    if late:
        day, line = late[0]
        others = f" (the first of {len(late)} late dates)" if late[1:] else ""
        yield Fault(
            line, f"due on {day} and not over{others}; finish it, or write until when it will be done"
        )


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()
