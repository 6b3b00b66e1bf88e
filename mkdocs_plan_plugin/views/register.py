"""The risk register: every risk of every plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.portfolio import Entry
from mkdocs_plan_plugin.views.risks import IN_REGISTER, RegisterRow, cell_words, ranked, rated, row
from mkdocs_plan_plugin.views.words import Words

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.context import Context, Facts

COLUMNS: Words = {
    "level": "Level",
    "risk": "Risk",
    "plan": "Plan",
    "probability": "Probability",
    "impact": "Impact",
    "status": "Status",
    "mitigation": "Mitigation",
    "contingency": "Contingency",
    "owner": "Owner",
}
"""Every column by its name in directives."""
_SHOWN = ("level", "risk", "status", "mitigation")


class Entered(NamedTuple):
    """A risk in the register. `anchor` is given to the first of each cell of the matrix."""

    entry: Entry
    row: RegisterRow
    anchor: str
    rating: str
    """The cell of the grid in words, by which the matrix filters."""


def entered(context: Context) -> list[Entered]:
    """All risks asked for: gravest first, cell by cell; closed ones behind all others."""
    found = [
        (entry, row(entry.plan, risk, index, context.language))
        for entry, index, risk in ranked(context, context.live())
        if context.choice.takes_item(risk)
    ]
    ordered = context.choice.sorted(found, lambda pair: pair[0], lambda pair: pair[1].risk)
    seen: set[str] = set()
    rows = []
    for entry, item in ordered:
        anchor = f"plans-risks-{cell_words(context.grid.cell(item.risk))}"
        first = item.risk.open and anchor not in seen
        if first:
            seen.add(anchor)
        rows.append(
            Entered(entry, item, anchor if first else "", rated(item.risk, context.grid, context.language))
        )
    return rows


def register(context: Context) -> Facts:
    """A row per risk, gravest first unless it is to be sorted."""
    rows = entered(context)
    cut = context.cut(rows, IN_REGISTER, "risks", lambda item: item.entry)
    columns = [name for name in context.choice.columns or _SHOWN if name != "risk"]
    columns.insert(1 if "level" in columns[:1] else 0, "risk")
    risks = [item.row.risk for item in rows]
    return {
        "cut": cut,
        "columns": [
            (name, context.language.gettext(COLUMNS[name]), name not in ("mitigation", "contingency"))
            for name in columns
        ],
        "shown": columns,
        "open": sum(risk.open for risk in risks),
        "anchors": context.serial == 0 and not context.choice.narrows,
        "ordered": bool(context.choice.sort),
    }
