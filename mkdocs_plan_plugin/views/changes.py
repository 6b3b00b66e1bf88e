"""What commits changed in plans lately: which, what, who, when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.history.past import commit_href
from mkdocs_plan_plugin.today import days_ago
from mkdocs_plan_plugin.views.table import PlanRow, plan_row
from mkdocs_plan_plugin.views.words import LEVELS, STATES, WITHIN, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plan_plugin.history.changes import Change, PlanChange
    from mkdocs_plan_plugin.history.past import Changed
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.views.context import Context, Facts

DAYS = 14
"""Days that are looked back on where the directive does not say."""
MOST = 8
"""Plans that are open."""
_EACH = 3
"""Changes of one kind that are told of a plan."""

WORDS: Words = {
    "state": "State",
    "health": "Health",
    "date": "Date",
    "phase-state": "Phase",
    "phase-date": "Phase due",
    "task-done": "Done",
    "task-reopened": "Reopened",
    "risk-added": "New risk",
    "risk-graver": "Risk graver",
    "risk-reopened": "Risk reopened",
    "risk-milder": "Risk milder",
    "risk-closed": "Risk closed",
    "risk-removed": "Risk removed",
    "task-state": "Task",
    "task-added": "New task",
    "task-removed": "Task removed",
    "phase-added": "New phase",
    "phase-removed": "Phase removed",
    "decision-added": "New decision",
    "decision-status": "Decision",
    "owner": "Owner",
    "phase-owner": "Phase owner",
    "priority": "Priority",
    "document-state": "Document",
    "title": "New title",
    "task-reworded": "Reworded",
}
"""What is in front of changes, by their kind, in the order in which they are told."""
DATES: Words = {"start": "Start", "target": "Target", "due": "Due"}
_MEANINGS = {
    "task-done": "complete",
    "task-reopened": "pending",
    "risk-closed": "met",
    "date": "clock",
    "phase-date": "clock",
    "phase-removed": "cancelled",
    "task-removed": "cancelled",
    "risk-removed": "cancelled",
}


class ChangeRow(NamedTuple):
    """What changed, as it is shown."""

    text: str
    """The author's words."""
    values: str
    """What was there before and is there now, ours or the author's; empty where the kind says all."""
    anchor: str


class ChangeGroup(NamedTuple):
    """Changes of one kind."""

    meaning: str
    """What their shape says; see `marks`."""
    word: str
    things: list[ChangeRow]
    more: int


class ChangedPlan(NamedTuple):
    """A plan that changed."""

    row: PlanRow
    how: str
    """`added`, or empty."""
    percents: str
    changes: list[ChangeGroup]
    day: str
    time: str
    """When it was committed, so that a browser can compare it; see `theme/assets/plan/plan.js`."""
    author: str
    commit: str
    """The short name of the last commit."""
    href: str


def changes(context: Context) -> Facts:
    """The plans that commits changed since a day, what changed last first."""
    since = context.choice.since or days_ago(f"{DAYS}d", context.today) or context.today
    past = context.past
    if past is None or not past.known:
        return {"cut": None, "visits": False}
    entries = {entry.plan.path: entry for entry in context.entries()}
    found = past.changes([entry.plan for entry in entries.values()], since)
    items = [_item(one, plan_row(entries[one.plan.path], context), context) for one in found]
    return {
        "cut": context.cut(items, MOST, "changes", lambda item: item.row.entry),
        "since": since,
        "visits": context.visits,
    }


def _item(one: Changed, row: PlanRow, context: Context) -> ChangedPlan:
    last = one.commits[0]
    return ChangedPlan(
        row,
        "added" if one.change.before is None else "",
        _percents(one.change),
        [*_stated(one.change, context.language)],
        last.day.isoformat(),
        last.time.astimezone(dt.UTC).isoformat(),
        last.author,
        last.id[:7],
        commit_href(context.repo_url, last.id),
    )


def _percents(change: PlanChange) -> str:
    before, after = change.before, change.after
    if before is None or after is None or before.percent == after.percent:
        return ""
    return " → ".join("–" if one.percent is None else f"{one.percent} %" for one in (before, after))


def _stated(change: PlanChange, language: Language) -> Iterator[ChangeGroup]:
    """Yield what changed, kind by kind; of dates each by itself."""
    for kind, word in WORDS.items():
        found = change.of(kind)  # type: ignore[arg-type] # the table has the kinds
        if kind == "date":
            for one in found:
                named = language.gettext(DATES[one.name])
                yield ChangeGroup(_meaning(one), named, [ChangeRow("", _values(one, language), "")], 0)
        elif found:
            things = [
                ChangeRow("" if kind == "task-reworded" else one.name, _values(one, language), one.anchor)
                for one in found[:_EACH]
            ]
            yield ChangeGroup(_meaning(found[0]), language.gettext(word), things, max(0, len(found) - _EACH))


def _meaning(change: Change) -> str:
    if change.kind.startswith("risk") and change.kind not in _MEANINGS:
        level = change.after or change.before or ""
        return level if level in LEVELS else "unrated"
    if change.kind in ("state", "phase-state", "task-state"):
        return change.after if change.after and change.after in STATES else "unknown"
    return _MEANINGS.get(change.kind, "info")


def _values(change: Change, language: Language) -> str:
    """Return what was there before and is there now, where the word in front does not say it."""
    if change.kind in ("task-done", "task-reopened", "task-added", "task-removed", "risk-closed"):
        return ""
    before, after = (_value(value, language) for value in (change.before, change.after))
    if change.kind.endswith(("added", "removed")):
        return after or before
    return f"{before or '–'} → {after or '–'}"


def _value(value: str | None, language: Language) -> str:
    if value is None:
        return ""
    if value in WITHIN:
        return language.gettext(WITHIN[value])
    if value in LEVELS:
        return language.pgettext("risk", LEVELS[value]).casefold()
    return language.date(value)
