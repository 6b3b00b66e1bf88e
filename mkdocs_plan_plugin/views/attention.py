"""The plans that need attention, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.facets import query
from mkdocs_plan_plugin.views.fields import DirectiveField
from mkdocs_plan_plugin.views.reasons import REASONS, reasons_of
from mkdocs_plan_plugin.views.table import FEW, PlanRow, plan_row

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.context import Context, Facts
    from mkdocs_plan_plugin.views.due import Reason

IN_GROUP = 5
"""Plans listed by each reason, where a table of all plans lists the others."""
_SHAPES = {
    "exposed": "critical",
    "contradiction": "error",
    "unread": "unknown",
    "stale": "clock",
    "phase-blocked": "blocked",
}
"""The shapes of those that have another name."""


class Concern(NamedTuple):
    """A plan and everything about it that needs attention, gravest first."""

    row: PlanRow
    reasons: list[Reason]

    @property
    def kinds(self) -> set[str]:
        """What it is counted as."""
        return {reason.kind for reason in self.reasons}

    @property
    def gravest(self) -> str:
        """The gravest of its reasons."""
        return self.reasons[0].kind

    @property
    def days(self) -> int:
        """How long the oldest of what is late is late."""
        return max(reason.days for reason in self.reasons)


def attention(context: Context) -> Facts:
    """Plans with reasons for attention: by the gravest of each, what is late first and the oldest of it.

    The counts are of plans by reason, one plan in several where it has several.
    """
    found = [
        Concern(plan_row(entry, context), reasons)
        for entry in context.live()
        if (reasons := reasons_of(entry, context))
    ]
    if not context.choice.sort:
        found.sort(key=lambda one: (list(REASONS).index(one.gravest), -one.days))
    counts = [
        (kind, _SHAPES.get(kind, kind), context.language.gettext(REASONS[kind]), count)
        for kind in REASONS
        if (count := sum(kind in concern.kinds for concern in found))
    ]
    gravest = {one.row.plan.path: one.gravest for one in found}
    by = DirectiveField("reason", "word", lambda entry: (gravest[entry.plan.path],), tuple(REASONS), REASONS)
    table = _table(context) if len(found) > FEW else ""
    return {
        "cut": context.cut(found, FEW, "attention", lambda item: item.row.entry, by),
        "counts": [count[1:] for count in counts],
        "table": table,
        "groups": [_grouped(kind, shape, word, found) for kind, shape, word, _ in counts] if table else [],
    }


class Grouped(NamedTuple):
    """The plans with one reason, as many as are listed, with what is said of that reason alone."""

    shape: str
    word: str
    concerns: list[Concern]
    left: int
    query: str
    """What filters the table to all of them."""


def _grouped(kind: str, shape: str, word: str, found: list[Concern]) -> Grouped:
    those = [
        one._replace(reasons=[reason for reason in one.reasons if reason.kind == kind])
        for one in found
        if kind in one.kinds
    ]
    return Grouped(shape, word, those[:IN_GROUP], max(0, len(those) - IN_GROUP), query("table", reason=word))


def _table(context: Context) -> str:
    """Link to a table with every plan, empty where the directive asks for some, or there is none."""
    choice, plans = context.choice, len(context.portfolio.entries)
    if choice.narrows or choice.group or choice.sort or choice.limit is not None:
        return ""
    whole = (place.href for place in context.places("table") if not place.limit or place.limit >= plans)
    return next(whole, "")
