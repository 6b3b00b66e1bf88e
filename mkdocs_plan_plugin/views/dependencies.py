"""Who waits for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.graph import pictures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.portfolio import Entry, Portfolio, Relation
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 30
"""Trees that are open."""
DEPTH = 6
"""Dependencies of dependencies that are drawn; deeper ones are on the plans' own pages."""
_BRANCHES = 400
"""Nodes of one view: plans that share all their dependencies would fill a page with repetition."""
PICTURED = 150
"""Plans in a picture; more than these are a list alone."""
FEW = 12
"""Plans around one: as long as there are no more of them, what they wait for is drawn, too."""


class Node(NamedTuple):
    """A plan in the tree, or a dependency that is no known plan."""

    entry: Entry | None
    relation: Relation | None
    """How the plan above names it; None at a root."""
    needs: list[Node]
    cycle: bool = False
    """True where the tree has come back to a plan above."""
    again: bool = False
    """True where its own dependencies have been drawn before."""


def dependencies(context: Context) -> Facts:
    """Plans that nobody waits for as roots, what each waits for nested below, and the same as a picture."""
    entries = [entry for entry in context.entries() if entry.depends_on or entry.needed_by]
    nodes = _roots(entries, _Trees(context.portfolio))
    limit = context.choice.limit or len(nodes)
    drawn = _reached([node.entry for node in nodes[:limit] if node.entry], context.portfolio)
    return {
        "cut": context.cut(nodes, MOST, "dependencies", lambda node: node.entry),
        "circles": [
            [context.portfolio.entry(plan) for plan in circle] for circle in context.portfolio.cycles()
        ],
        **_picture(drawn, context),
    }


def neighbours(context: Context) -> Facts | None:
    """Return what a plan waits for and what waits for it; None for one that is alone."""
    around, more = neighbourhood(context.portfolio, context.shown)
    if len(around) == 1 and not around[0].depends_on:
        return None
    around.sort(key=lambda entry: entry.plan.path)
    return {
        "nodes": _roots(around, _Trees(context.portfolio, {entry.plan.path for entry in around})),
        "whole": context.whole("dependencies") if more else "",
        **_picture(around, context),
    }


def neighbourhood(portfolio: Portfolio, plan: Plan) -> tuple[list[Entry], bool]:
    """Return a plan, what it waits for, what waits for it, and so on while they are few; True for more.

    What else waits for the same is not among them, nor what is behind a plan that is over.
    """
    found = {plan.path: portfolio.entry(plan)}
    before = after = list(found.values())
    more = False
    while before or after:
        before = _new(found, (one.plan for entry in before for one in entry.depends_on), portfolio)
        after = _new(found, (one for entry in after for one in entry.needed_by), portfolio)
        ring = {entry.plan.path: entry for entry in (*before, *after)}
        if len(found) > 1 and len(found) + len(ring) > FEW:
            return list(found.values()), True
        found |= ring
        more = more or any(entry.over and entry.depends_on for entry in before)
        more = more or any(entry.over and entry.needed_by for entry in after)
        before, after = ([entry for entry in side if not entry.over] for side in (before, after))
    return list(found.values()), more


def _new(found: Collection[str], plans: Iterable[Plan | None], portfolio: Portfolio) -> list[Entry]:
    """Return the plans that are not among those found."""
    new = {plan.path: plan for plan in plans if plan is not None and plan.path not in found}
    return [portfolio.entry(plan) for plan in new.values()]


def _reached(entries: Iterable[Entry], portfolio: Portfolio) -> list[Entry]:
    """Return plans with all that they wait for, by whatever detour."""
    found = {entry.plan.path: entry for entry in entries}
    waiting = list(found.values())
    while waiting:
        new = _new(found, (one.plan for one in waiting.pop().depends_on), portfolio)
        found |= {entry.plan.path: entry for entry in new}
        waiting += new
    return list(found.values())


def _picture(entries: list[Entry], context: Context) -> Facts:
    here = context.plan.path if context.plan else ""
    mirrored = context.language.direction == "rtl"
    return {
        "pictures": pictures(entries, here, mirrored=mirrored) if len(entries) <= PICTURED else [],
        "most": PICTURED,
    }


def _roots(entries: list[Entry], trees: _Trees) -> list[Node]:
    """Return the trees of plans: those that nobody waits for, then what none of them leads to."""
    roots = [entry for entry in entries if not trees.needing(entry)]
    # What no root leads to is in a circle, and begins with the first plan of it.
    return [
        trees.node(entry, None, ())
        for entry in (*roots, *entries)
        if entry.depends_on and entry.plan.path not in trees.drawn
    ]


class _Trees:
    """Trees of plans; `within` names those that are drawn, None for all."""

    def __init__(self, portfolio: Portfolio, within: Collection[str] | None = None) -> None:
        self._portfolio = portfolio
        self._within = within
        self.drawn: set[str] = set()
        self._left = _BRANCHES

    def _drawn(self, plan: Plan | None) -> bool:
        return plan is None or self._within is None or plan.path in self._within

    def needing(self, entry: Entry) -> list[Plan]:
        """Plans in the trees that wait for one."""
        return [plan for plan in entry.needed_by if self._drawn(plan)]

    def node(self, entry: Entry, relation: Relation | None, above: tuple[str, ...]) -> Node:
        """A plan with what it waits for, each plan's own dependencies once."""
        path = entry.plan.path
        if path in above:
            return Node(entry, relation, [], cycle=True)
        if path in self.drawn or len(above) >= DEPTH or self._left <= 0:
            return Node(entry, relation, [], again=bool(entry.depends_on))
        self.drawn.add(path)
        self._left -= 1
        needs = []
        for after in entry.depends_on:
            if after.plan is None:
                needs.append(Node(None, after, []))
            elif self._drawn(after.plan):
                needs.append(self.node(self._portfolio.entry(after.plan), after, (*above, path)))
        return Node(entry, relation, needs)
