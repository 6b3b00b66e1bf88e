"""The health of the documents: what was found in each plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.words import SEVERITIES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Finding
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 20
"""Plans that are open."""
IN_PLAN = 10
"""Findings of a plan that are shown; `mkdocs-plan check` shows all."""


class Health(NamedTuple):
    """A plan with what was found in it, gravest first."""

    entry: Entry
    findings: list[Finding]
    left: int


def findings(context: Context) -> Facts:
    """Plans with findings, those with the gravest first, and how many there are of each severity."""
    rank = {name: at for at, name in enumerate(SEVERITIES)}
    found = []
    severities = []
    for entry in context.entries():
        own = [finding for finding in entry.plan.findings if context.choice.takes_item(finding)]
        severities += [finding.severity for finding in own]
        if own:
            own.sort(key=lambda finding: (rank[finding.severity], finding.line))
            found.append(Health(entry, own[:IN_PLAN], len(own[IN_PLAN:])))
    if not context.choice.sort:
        found.sort(key=lambda item: rank[item.findings[0].severity])
    return {
        "cut": context.cut(found, MOST, "findings", lambda item: item.entry),
        "tally": [(name, severities.count(name)) for name in SEVERITIES if name in severities],
        "clean": len(context.entries()) - len(found),
    }
