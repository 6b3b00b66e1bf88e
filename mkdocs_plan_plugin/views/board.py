"""Plans as cards: by state on a board, or one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.table import PlanRow, plan_row

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
    """The plans of one state."""

    state: str
    cut: Cut[PlanRow]


def cards(context: Context) -> Facts:
    """A card per plan."""
    rows = [plan_row(entry, context.language) for entry in context.entries()]
    return {"cut": context.cut(rows, MOST, "cards", lambda row: row.entry)}


def board(context: Context) -> Facts:
    """A column per state; states that plans seldom have only where one has it."""
    rows = [plan_row(entry, context.language) for entry in context.entries()]
    columns = []
    for state in (*_ALWAYS, *_IF_ANY):
        standing = [row for row in rows if row.state == state]
        if standing or state in _ALWAYS:
            columns.append(Column(state, context.cut(standing, IN_COLUMN, "board", lambda row: row.entry)))
    return {"columns": columns if rows else []}
