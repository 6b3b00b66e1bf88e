"""The log of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Decision
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 30
"""Decisions that are open."""
_SHAPES = {
    "open": "pending",
    "proposed": "in-progress",
    "accepted": "met",
    "superseded": "superseded",
    "rejected": "cancelled",
}


class Decided(NamedTuple):
    """A decision as it is shown."""

    entry: Entry
    item: Decision
    shape: str
    outcome: str
    """The choice, or how many options are still compared."""


def decisions(context: Context) -> Facts:
    """Every decision, newest first, those without a date last."""
    found = [
        Decided(entry, item, _SHAPES[item.status], _outcome(item, context.language))
        for entry in context.entries()
        for item in entry.plan.decisions
        if context.choice.takes_item(item)
    ]
    newest = sorted(found, key=lambda one: one.item.date or "", reverse=True)
    ordered = context.choice.sorted(newest, lambda one: one.entry, lambda one: one.item)
    return {
        "cut": context.cut(ordered, MOST, "decisions", lambda one: one.entry),
        "dated": any(one.item.date for one in ordered),
    }


def _outcome(item: Decision, language: Language) -> str:
    if item.decision or item.status != "open":
        return item.decision
    if not item.options:
        return language.say("Not decided")
    return language.plural(
        "Not decided: %(num)s option compared", "Not decided: %(num)s options compared", len(item.options)
    )
