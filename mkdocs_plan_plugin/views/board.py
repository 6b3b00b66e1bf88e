"""Plans as cards: by state on a board, or one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.views.cut import grouped_by
from mkdocs_plan_plugin.views.table import PlanRow, plan_row
from mkdocs_plan_plugin.views.words import STATES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.context import Context, Facts
    from mkdocs_plan_plugin.views.cut import Cut

MOST = 24
"""Cards that stand open."""
IN_COLUMN = 8
"""Cards of a column that stand open."""
_ALWAYS = ("planning", "in-progress", "blocked", "on-hold", "complete")
_IF_ANY = ("unknown", "cancelled", "superseded")


class Column(NamedTuple):
    """The plans of one state, or of one value of the field asked for."""

    label: str
    state: str
    """The state, empty where the plans are grouped by another field."""
    cut: Cut[PlanRow]


def cards(context: Context) -> Facts:
    """A card per plan."""
    rows = [plan_row(entry, context) for entry in context.entries()]
    return {"cut": context.cut(rows, MOST, "cards", lambda row: row.entry)}


def board(context: Context) -> Facts:
    """A column per state, seldom ones only where a plan has them; or per value of the field to group by."""
    rows = [plan_row(entry, context) for entry in context.entries()]
    language, by = context.language, context.choice.group
    inside = msgspec.structs.replace(context, choice=replace(context.choice, group=None))

    def column(label: str, state: str, standing: list[PlanRow]) -> Column:
        return Column(label, state, inside.cut(standing, IN_COLUMN, "board", lambda row: row.entry))

    if by is not None and by.name != "state":
        groups = grouped_by(rows, by, lambda row: row.entry, language)
        return {"columns": [column(group.label, "", group.rows) for group in groups]}
    columns = []
    for state in (*_ALWAYS, *_IF_ANY):
        standing = [row for row in rows if row.state == state]
        if standing or state in _ALWAYS:
            columns.append(column(language.gettext(STATES[state]), state, standing))
    return {"columns": columns if rows else []}
