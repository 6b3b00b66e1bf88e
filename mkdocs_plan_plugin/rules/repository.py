"""Rules that hold a plan against its git repository. They tell commits and dates, and change no figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.rules.changes import swap
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.registry import rule

if TYPE_CHECKING:
    from mkdocs_plan_plugin.history.repository import Commit
    from mkdocs_plan_plugin.rules.pending import Pending
    from mkdocs_plan_plugin.rules.site import Pages

_COMMITS = 3
"""Commits to a plan's files from which on it is told that the plan was not edited."""
_BEHIND = 100
"""Commits from which on a plan is far behind the one that it was planned at."""
_SHOWN = 3


@rule(
    "PLAN001",
    "quiet-work",
    "info",
    living=True,
    scope="repository",
    bad="""
    # Plan: new cache

    **Status:** In Progress

    ## Phase 1: Build

    - [ ] Write `src/quiet.py`
    """,
    good=("**Status:** In Progress", "**Status:** On Hold"),
)
def quiet_work(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """A plan is in progress, and neither it nor a file that it names changed for long (`stale_after`).

    Either the work rests and the status is wrong, or it goes on elsewhere and the plan does not say where.
    """
    days, trace = pages.site.settings.stale_after, pages.trace(pending.plan.path)
    if not days or trace is None or not pending.plan.working:
        return
    last = max(filter(None, (trace.edited, trace.last_work)), key=lambda commit: commit.time, default=None)
    if last is not None and (past := (pages.site.today - last.day).days) > days:
        what = "it or a file that it names" if pending.claims.files else "it"
        yield Fault(
            pending.plan.line,
            f"in progress, but the last commit that changed {what} was {past} days ago ({_named(last)});"
            " update the plan, or its status",
        )


@rule(
    "PLAN002",
    "unrecorded-work",
    "info",
    living=True,
    scope="repository",
    bad="""
    # Plan: new cache

    **Status:** In Progress

    ## Phase 1: Build

    - [ ] Write `src/busy.py`
    """,
    good=("- [ ] Write `src/busy.py`", "- [ ] Write `src/quiet.py`"),
)
def unrecorded_work(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """Commits touched the files that a plan names, and since then nobody edited the plan.

    Work goes on, and the plan still shows what was so before it.
    """
    trace, commits = pages.trace(pending.plan.path), unrecorded(pending, pages)
    if trace is not None and trace.edited is not None and commits:
        yield Fault(
            pending.plan.line,
            f"{commits} commits touched files that the plan names since it was edited on"
            f" {trace.edited.day}, the last of them {_named(trace.work[0])}; tick what is done, or update it",
        )


@rule(
    "PLAN003",
    "files-against-phase",
    "info",
    scope="repository",
    bad="""
    # Plan: new cache

    ## Phase 1: Build

    **Status:** Complete

    - Create `src/missing.py`
    """,
    good=("**Status:** Complete", "**Status:** Pending"),
)
def files_against_phase(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """A phase is complete and a file that it says to create never was there, or pending and all of them are.

    The phase's state is wrong, the file has another name, or the work was done elsewhere. Of a plan that
    was not edited for more than a year nothing is said.
    """
    trace = pages.trace(pending.plan.path)
    if pages.traces is None or trace is None or trace.edited is None:
        return
    created = [one for one in pending.claims.files if one.creates and one.phase]
    for phase, group in groupby(created, lambda one: one.phase):
        files = list(group)
        missing = [one for one in files if not pages.traces.was_there(one.path)]
        if files[0].state == "complete" and missing:
            names = ", ".join(f"'{one.path}'" for one in missing[:_SHOWN])
            more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
            yield Fault(
                missing[0].line,
                f"{phase} is complete, but {names}{more}, which it says to create, never was in the"
                " repository",
            )
        elif files[0].state in ("pending", "planning") and not missing:
            yield Fault(
                files[0].line,
                f"{phase} is pending, but all files that it says to create are in the repository"
                f" ('{files[0].path}'{f' and {len(files) - 1} more' if len(files) > 1 else ''})",
            )


@rule(
    "PLAN004",
    "old-update-date",
    "info",
    scope="repository",
    fixable=True,
    bad="""
    # Plan: new cache

    **Last Updated:** 2025-01-10
    """,
    good="# Plan: new cache",
)
def old_update_date(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """The typed date of the last update is older than the last commit that changed more than white space.

    Who reads the date takes the plan for older than it is. A day's difference is forgiven, for time zones.
    """
    claims, trace = pending.claims, pages.trace(pending.plan.path)
    if trace is None or trace.edited is None or not claims.updated:
        return
    edited = trace.edited.day
    if edited > dt.date.fromisoformat(claims.updated) + dt.timedelta(days=1):
        iso = claims.updated_text.strip() == claims.updated
        yield Fault(
            claims.updated_line,
            f"last updated on {claims.updated} by its own word, but changed in {_named(trace.edited)}",
            edited.isoformat() if iso else "",
            edits=swap(claims.updated_line, claims.updated_column, claims.updated, edited.isoformat()),
            applies="unsafe",
        )


@rule(
    "PLAN005",
    "old-base",
    "info",
    living=True,
    scope="repository",
    bad="""
    # Plan: new cache

    Planned at commit `FIRST`.
    """,
    good="# Plan: new cache",
)
def old_base(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """A plan says at which commit it was planned, and that is far behind.

    What it says of the code may no longer be so.
    """
    claims = pending.claims
    if not claims.planned or pages.traces is None or pages.trace(pending.plan.path) is None:
        return
    found = pages.traces.behind(claims.planned)
    if found is not None and found[0] >= _BEHIND:
        yield Fault(
            claims.planned_line,
            f"planned at {_named(found[1])}, which is {found[0]} commits behind; look whether it still holds",
        )


def unrecorded(pending: Pending, pages: Pages) -> int:
    """Return how many commits touched files that a plan in progress names since it was edited; 0 for few."""
    trace = pages.trace(pending.plan.path)
    if trace is None or trace.edited is None or not pending.plan.working:
        return 0
    return len(trace.work) if len(trace.work) >= _COMMITS else 0


def _named(commit: Commit) -> str:
    return f"{commit.id[:9]} of {commit.day}"
