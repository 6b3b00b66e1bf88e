"""The figures of all plans together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.portfolio import totals_of
from mkdocs_plan_plugin.views.words import RISK_STATUSES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.context import Context, Facts

CHANGED = 3
"""Plans named as changed last."""


def summary(context: Context) -> Facts:
    """Totals, the distribution of states, and the plans that changed last."""
    entries = context.entries()
    totals = totals_of(entries)
    dated = [entry for entry in entries if entry.plan.updated]
    newest = sorted(dated, key=lambda entry: entry.plan.updated or "", reverse=True)[:CHANGED]
    shares = {state: 100 * count / totals.plans for state, count in totals.by_state.items()}
    broad = not context.choice.narrows
    register = context.whole("risks") if broad else ""
    return {
        "registered": bool(register),
        "not_closed": f"-{context.language.gettext(RISK_STATUSES['closed'])}",
        "totals": totals,
        "idle": sum(entry.plan.not_started for entry in entries if not entry.abandoned),
        "changed": newest,
        "shares": shares,
        "actions": context.whole("actions") if broad else "",
        "risks": register or (context.whole("risk-matrix") if broad else ""),
        "table": context.whole("table") if broad else "",
    }
