"""The figures of all plans together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.context import Context, Facts

CHANGED = 3
"""Plans named as changed last."""


def summary(context: Context) -> Facts:
    """Totals, the distribution of states, and the plans that changed last."""
    portfolio = context.portfolio
    dated = [entry for entry in portfolio.entries if entry.plan.updated]
    newest = sorted(dated, key=lambda entry: entry.plan.updated or "", reverse=True)[:CHANGED]
    totals = portfolio.totals
    shares = {state: 100 * count / totals.plans for state, count in totals.by_state.items()}
    return {"totals": totals, "changed": newest, "shares": shares}
