"""A directed graph in layers: what comes first in the first layer, each node on a row of its own there.

After K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system structures"
(1981): circles are opened, layers are longest paths, and rows follow the mean of the neighbours' rows.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_SWEEPS = 8
"""Passes over all layers, there and back; more of them change little."""

Needs = dict[str, list[str]]


class Edge(NamedTuple):
    """An edge from what comes first to what needs it."""

    first: str
    then: str
    closing: bool = False
    """True for one that closes a circle: it alone does not lead to a later layer."""


class Layout(NamedTuple):
    """Nodes that are joined by edges, with their places."""

    cells: dict[str, tuple[int, int]]
    """Layer and row of each node, both from 0; no two nodes have the same."""
    edges: list[Edge]


def layouts(needs: Mapping[str, Collection[str]]) -> list[Layout]:
    """Return a layout for each connected part of a graph, the largest first.

    `needs` has every node with those that come before it. The order in which it has them makes no difference.
    """
    ordered = {name: sorted(set(needs[name])) for name in sorted(needs)}
    order, closing = _order(ordered)
    before = {name: [need for need in ordered[name] if (need, name) not in closing] for name in order}
    after = _turned(before)
    layer = _layers(order, before, after)
    found = []
    for part in _parts(order, ordered):
        cells = _cells(part, layer, before, after)
        edges = [Edge(need, name, (need, name) in closing) for name in sorted(part) for need in ordered[name]]
        found.append(Layout(cells, edges))
    return sorted(found, key=lambda layout: (-len(layout.cells), min(layout.cells)))


def _order(needs: Needs) -> tuple[list[str], set[tuple[str, str]]]:
    """Return nodes with what they need before them, and the edges left out for that, as (first, then).

    Depth first from nodes that nothing needs, where there are any; without recursion, as chains may be long.
    """
    needed = {need for name, all_of_it in needs.items() for need in all_of_it if need != name}
    order: list[str] = []
    closing: set[tuple[str, str]] = set()
    done: dict[str, bool] = {}  # False as long as the way leads through the node
    for start in sorted(needs, key=lambda name: (name in needed, name)):
        way: list[tuple[str, Iterator[str]]] = []
        following: str | None = start if start not in done else None
        while following is not None or way:
            if following is not None:
                done[following] = False
                way.append((following, iter(needs[following])))
            name, rest = way[-1]
            following = None
            for need in rest:
                if need not in done:
                    following = need
                    break
                if not done[need]:
                    closing.add((need, name))
            if following is None:
                way.pop()
                done[name] = True
                order.append(name)
    return order, closing


def _turned(before: Needs) -> Needs:
    after: Needs = {name: [] for name in before}
    for name, needs in before.items():
        for need in needs:
            after[need].append(name)
    return after


def _layers(order: list[str], before: Needs, after: Needs) -> dict[str, int]:
    """Return the longest path to each node; what needs nothing is close to what needs it."""
    layer: dict[str, int] = {}
    for name in order:
        layer[name] = max((layer[need] + 1 for need in before[name]), default=0)
    for name in order:
        if not before[name] and after[name]:
            layer[name] = min(layer[other] for other in after[name]) - 1
    return layer


def _parts(order: list[str], needs: Needs) -> Iterator[list[str]]:
    """Yield the nodes of each connected part, in their order."""
    part: dict[str, int] = {}
    back = _turned(needs)
    count = 0
    for start in order:
        if start in part:
            continue
        part[start] = count
        waiting = [start]
        while waiting:
            name = waiting.pop()
            for other in (*needs[name], *back[name]):
                if other not in part:
                    part[other] = count
                    waiting.append(other)
        count += 1
    parts: list[list[str]] = [[] for _ in range(count)]
    for name in order:
        parts[part[name]].append(name)
    yield from parts


def _cells(part: list[str], layer: dict[str, int], before: Needs, after: Needs) -> dict[str, tuple[int, int]]:
    """Return layer and row of the nodes of a part."""
    layers: list[list[str]] = [[] for _ in range(max(layer[name] for name in part) + 1)]
    for name in part:
        layers[layer[name]].append(name)
    row = {name: at for names in layers for at, name in enumerate(names)}
    for sweep in range(_SWEEPS):
        near, there = (after, reversed(layers)) if sweep % 2 else (before, iter(layers))
        for names in there:
            wish = {
                name: sum(row[other] for other in near[name]) / len(near[name]) if near[name] else row[name]
                for name in names
            }
            names.sort(key=lambda name: (wish[name], row[name]))
            _place(names, wish, row)
    used = {place: at for at, place in enumerate(sorted(set(row.values())))}
    return {name: (layer[name], used[row[name]]) for name in sorted(part)}


def _place(names: list[str], wish: Mapping[str, float], row: dict[str, int]) -> None:
    """Put nodes in their order on rows as near as can be to those wished for.

    By pooling adjacent violators (M. Ayer and others, 1955): neighbours that wish for less room than they
    need are in a block around the mean of their wishes.
    """
    blocks: list[tuple[float, int]] = []
    for at, name in enumerate(names):
        total, count = wish[name] - at, 1
        while blocks and blocks[-1][0] * count >= total * blocks[-1][1]:
            more, others = blocks.pop()
            total, count = total + more, count + others
        blocks.append((total, count))
    at = 0
    for total, count in blocks:
        begin = math.floor(total / count + 0.5)
        for name in names[at : at + count]:
            row[name] = begin + at
            at += 1
