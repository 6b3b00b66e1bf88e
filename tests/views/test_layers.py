"""The layout of graphs: what holds for any of them, and some that are drawn here."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.views.layers import layouts
from tests.work import LINEAR, growth

NAMES = [f"{letter}{number}" for letter in "abcd" for number in range(5)]
GRAPHS = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=4)).map(
    lambda needs: {name: [] for needed in needs.values() for name in needed} | needs
)


def cells(text: str) -> list[str]:
    """`a<b` is a, which needs b; each connected part comes out as `layer: names from above, ...`."""
    needs: dict[str, list[str]] = {}
    for edge in text.split():
        name, _, need = edge.partition("<")
        needs.setdefault(name, []).append(need)
        needs.setdefault(need, [])
    found = []
    for layout in layouts(needs):
        layers: dict[int, list[tuple[int, str]]] = {}
        for name, (layer, row) in layout.cells.items():
            layers.setdefault(layer, []).append((row, name))
        found.append(" | ".join("".join(name for _, name in sorted(layers[at])) for at in sorted(layers)))
    return found


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ("b<a", ["a | b"]),
        ("b<a c<b c<a", ["a | b | c"]),
        ("b<a c<a d<b d<c", ["a | bc | d"]),
        ("c<b b<a z<y", ["a | b | c", "y | z"]),
        # What needs nothing stands beside what needs it.
        ("c<b b<a c<x", ["a | bx | c"]),
        ("a<a", ["a"]),
        ("a<b b<a", ["b | a"]),
        # A circle is opened where a walk from what nothing needs comes back to it.
        ("r<a a<b b<c c<a", ["c | b | a | r"]),
    ],
)
def test_what_comes_first_stands_in_an_earlier_layer(graph, expected):
    assert cells(graph) == expected


def test_lines_cross_less_often_than_by_name():
    [layout] = layouts({"a": [], "b": [], "c": ["b"], "d": ["a"], "e": ["c", "d"]})
    rows = {name: row for name, (_, row) in layout.cells.items()}
    assert rows["a"] == rows["d"]
    assert rows["b"] == rows["c"]


@given(GRAPHS)
def test_every_node_has_a_place_of_its_own(needs):
    found = [name for layout in layouts(needs) for name in layout.cells]
    assert sorted(found) == sorted(needs)
    for layout in layouts(needs):
        assert len(set(layout.cells.values())) == len(layout.cells)
        assert min(layer for layer, _ in layout.cells.values()) == 0
        assert {row for _, row in layout.cells.values()} == set(
            range(max(row for _, row in layout.cells.values()) + 1)
        )


@given(GRAPHS)
def test_every_edge_leads_forward_but_those_that_close_a_circle(needs):
    drawn = [edge for layout in layouts(needs) for edge in layout.edges]
    assert sorted((edge.first, edge.then) for edge in drawn) == sorted(
        {(need, name) for name, needed in needs.items() for need in needed}
    )
    for layout in layouts(needs):
        for edge in layout.edges:
            forward = layout.cells[edge.first][0] < layout.cells[edge.then][0]
            assert forward is not edge.closing


@given(GRAPHS)
def test_only_circles_are_opened(needs):
    def reached(name: str) -> set[str]:
        found, waiting = set(), [name]
        while waiting:
            new = set(needs[waiting.pop()]) - found
            found |= new
            waiting += new
        return found

    for layout in layouts(needs):
        for edge in layout.edges:
            assert not edge.closing or edge.then in reached(edge.first) | {edge.first}


@given(GRAPHS, st.randoms())
def test_the_order_of_what_is_given_makes_no_difference(needs, shuffled):
    names = list(needs)
    shuffled.shuffle(names)
    assert layouts({name: needs[name][::-1] for name in names}) == layouts(needs)


def chain(length: int) -> dict[str, list[str]]:
    return {f"{at:05}": [f"{at - 1:05}"] if at else [] for at in range(length)}


def test_a_long_chain_needs_no_recursion():
    [layout] = layouts(chain(5_000))
    assert max(layer for layer, _ in layout.cells.values()) == 4_999


def tangle(length: int) -> dict[str, list[str]]:
    choose = random.Random(7)
    return {
        f"{at:04}": [f"{choose.randrange(at):04}" for _ in range(3)] if at else [] for at in range(length)
    }


@pytest.mark.parametrize("drawn", [chain, tangle])
def test_work_grows_with_the_nodes_and_not_with_their_square(drawn):
    assert growth(lambda length: layouts(drawn(length)), 100) < LINEAR
