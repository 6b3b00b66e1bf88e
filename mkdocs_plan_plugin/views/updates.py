"""Status updates of all plans, the newest first."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.table import PlanRow, plan_row

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Update
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 20
"""Updates that are open."""


class PlanUpdate(NamedTuple):
    """An update with its plan."""

    row: PlanRow
    update: Update


def updates(context: Context) -> Facts:
    """Every dated update of every plan."""
    found = [
        PlanUpdate(plan_row(entry, context), update)
        for entry in context.entries()
        for update in entry.plan.updates
        if context.choice.takes_item(update)
    ]
    found.sort(key=lambda one: one.update.date, reverse=True)
    found = context.choice.sorted(found, attrgetter("row.entry"), attrgetter("update"))
    group = context.choice.group
    entry_of = attrgetter("update") if group is not None and group.item else attrgetter("row.entry")
    return {"cut": context.cut(found, MOST, "updates", entry_of)}
