"""Plans as cards: by state on a board, or one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.views.cut import grouped_by
from mkdocs_plan_plugin.views.table import PlanRow, plan_row
from mkdocs_plan_plugin.views.words import FACETS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plan_plugin.views.context import Context, Facts
    from mkdocs_plan_plugin.views.cut import Cut

MOST = 24
"""Cards that are open."""
IN_COLUMN = 8
"""Cards of a column that are open."""
_WORK = ("planning", "in-progress", "blocked", "on-hold")
"""Columns in the order of work; they are though no plan is in them."""
_FOLDED = ("complete", "cancelled", "superseded", "archived")
"""What is over: folded, in the last column."""


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
    """A column per state, those of plans that are over folded; or per value of the field to group by."""
    rows = [plan_row(entry, context) for entry in context.entries()]
    language, by = context.language, context.choice.group
    inside = msgspec.structs.replace(context, choice=replace(context.choice, group=None))

    def column(label: str, state: str, standing: list[PlanRow]) -> Column:
        return Column(label, state, inside.cut(standing, IN_COLUMN, "board", lambda row: row.entry))

    def of_states(states: Iterable[str]) -> list[Column]:
        return [column(language.gettext(STATES[state]), state, by_state.get(state, [])) for state in states]

    if by is not None and by.name != "state":
        groups = grouped_by(rows, by, lambda row: row.entry, language)
        name = language.gettext(FACETS[by.name]) if by.name in FACETS else by.name
        columns = [column(group.label, "", group.rows) for group in groups]
        return {"columns": columns, "folded": [], "by": name}
    by_state: dict[str, list[PlanRow]] = {}
    for row in rows:
        by_state.setdefault(row.entry.ending or row.state, []).append(row)
    return {
        "columns": of_states((*_WORK, *({"unknown"} & by_state.keys()))) if rows else [],
        "folded": of_states(state for state in _FOLDED if state in by_state),
        "by": "",
    }
