"""Who waits for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mkdocs_plan_plugin.portfolio import Entry, Portfolio, Relation
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 30
"""Trees that stand open."""
DEPTH = 6
"""Dependencies of dependencies that are drawn; deeper ones are on the plans' own pages."""
_BRANCHES = 400
"""Nodes of one view: plans that share all their dependencies would fill a page with repetition."""


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
    """Plans that nobody waits for as roots, what each waits for nested below; cycles marked."""
    entries = [entry for entry in context.entries() if entry.depends_on or entry.needed_by]
    circles = [{plan.path for plan in circle} for circle in context.portfolio.cycles()]
    roots = [entry for entry in entries if entry.depends_on and not entry.needed_by]
    trees = _Trees(context.portfolio)
    nodes = []
    for entry in [*roots, *entries]:
        # What no root leads to stands in a circle, and begins with the first plan of it.
        if entry.plan.path in trees.drawn or not entry.depends_on:
            continue
        nodes.append(trees.node(entry, None, ()))
    return {
        "cut": context.cut(nodes, MOST, "dependencies", lambda node: node.entry),
        "circles": [
            [context.portfolio.entry(plan) for plan in circle] for circle in context.portfolio.cycles()
        ],
        "in_circle": set().union(*circles) if circles else set(),
    }


class _Trees:
    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self.drawn: set[str] = set()
        self._left = _BRANCHES

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
            else:
                needs.append(self.node(self._portfolio.entry(after.plan), after, (*above, path)))
        return Node(entry, relation, needs)
