"""The banner above the card of a plan that does not simply go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.context import Context, Facts


def banner(context: Context) -> Facts | None:
    """What stands in the way, and why; None for a plan that goes on or is done."""
    entry = context.entry()
    plan = context.shown
    if plan.template:
        return None
    meaning: str
    if entry.ending not in (None, "complete"):
        meaning = entry.ending or ""
    elif plan.document_state == "archived":
        meaning = "archived"
    elif plan.state in ("blocked", "on-hold"):
        meaning = plan.state
    elif entry.blocked and entry.working:
        # Before work begins, waiting is no alarm: the card says on what.
        meaning = "blocked"
    else:
        return None
    return {
        "meaning": meaning,
        "successor": entry.superseded_by if meaning == "superseded" else None,
        "blockers": entry.blocked_by if meaning in ("blocked", "on-hold") else (),
        "reason": plan.reason if meaning == plan.state else "",
    }
