"""The note with a plan's findings, for its author while he writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.views.words import SEVERITIES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.context import Context, Facts


def note(context: Context) -> Facts | None:
    """The findings of the plan shown, gravest first, and how many of each severity; None without any."""
    rank = {name: at for at, name in enumerate(SEVERITIES)}
    found = sorted(context.shown.findings, key=lambda finding: (rank[finding.severity], finding.line))
    if not found:
        return None
    severities = [finding.severity for finding in found]
    return {
        "found": found,
        "tally": [(name, severities.count(name)) for name in SEVERITIES if name in severities],
    }
