"""The banner above the card of a plan that does not simply go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.context import Context, Facts


def banner(context: Context) -> Facts | None:
    """What is in the way, and why; None for a plan that goes on or is done.

    Red is for what an author calls blocked. A plan in hand that waits for another is told so in grey; before
    work begins, waiting is worth no banner: the card says on what.
    """
    entry = context.entry()
    plan = context.shown
    if plan.template:
        return None
    meaning: str
    if entry.ending not in (None, "complete"):
        meaning = entry.ending or ""
    elif plan.document_state == "archived":
        meaning = "archived"
    elif entry.standing in ("blocked", "on-hold"):
        meaning = entry.standing
    elif entry.working and (entry.waits or plan.reason):
        meaning = "waits"
    else:
        return None
    return {
        "meaning": meaning,
        "successor": entry.superseded_by if meaning == "superseded" else None,
        "waits": entry.waits,
        "reason": plan.reason if meaning in (plan.state, "waits") else "",
    }
