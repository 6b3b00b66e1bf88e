"""Plans and what they wait for as a picture: boxes from first to last, lines that never run through one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.html import plain
from mkdocs_plan_plugin.views.layers import Edge, Layout, layouts

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from mkdocs_plan_plugin.portfolio import Entry, Relation

FONT = 14
"""Pixels of the text in boxes, which is the unit that a picture's size is told in."""
WIDTH, HEIGHT = 180, 98
"""Of a box. It has room for a third line, which titles take in a wide font."""
_GAP, _LANE = 48, 32
"""Room between two layers, where lines bend, and between two rows, where they run."""
_STEP, _PITCH = WIDTH + _GAP, HEIGHT + _LANE
_TRACKS = (0, 5, -5, 10, -10)
"""Lines that run between two rows, from the middle."""
_SURE = 24
"""Letters of a title that have room in a box in any font."""


class Box(NamedTuple):
    """A plan, or a dependency that is no known plan, in its place."""

    x: int
    y: int
    entry: Entry | None
    title: str
    """Its title on one line."""
    long: bool
    """True where the style may have to cut it."""
    here: bool
    """True for the plan whose page it is."""
    width: int = WIDTH
    height: int = HEIGHT


class EdgePath(NamedTuple):
    """Lines that look alike, as the path of an SVG."""

    kind: str
    """`waits` for what is still to be done, `built` for what is done or unknown, `circle` for what
    closes one."""
    path: str
    ends: str
    """The points where they arrive."""


class Picture(NamedTuple):
    """Plans that hang together. Places are pixels at a font of `FONT`."""

    width: int
    height: int
    boxes: list[Box]
    lines: list[EdgePath]
    words: list[tuple[int, int]]
    """Where lines that close a circle are named."""

    def em(self, pixels: int) -> str:
        """A length as a multiple of the font."""
        return f"{pixels / FONT:.2f}em"


def pictures(entries: Iterable[Entry], here: str = "", *, mirrored: bool = False) -> list[Picture]:
    """Return a picture for each group of plans that hang together, the largest first.

    Drawn are dependencies among these plans, and those that are no known plan. `here` is the path of the
    plan whose page it is; mirrored, what comes first is at the right.
    """
    known = {entry.plan.path: entry for entry in entries}
    strangers: dict[str, Relation] = {}
    needs: dict[str, list[str]] = {path: [] for path in known}
    waits: set[tuple[str, str]] = set()
    for path, entry in known.items():
        waits.update((relation.plan.path, path) for relation in entry.waits if relation.plan is not None)
        for relation in entry.depends_on:
            if relation.plan is None:
                name = f"\0{relation.text.casefold()}"  # no path begins so
                strangers.setdefault(name, relation)
                needs.setdefault(name, [])
            elif relation.plan.path in known:
                name = relation.plan.path
            else:
                continue
            needs[path].append(name)

    def box(name: str, x: int, y: int) -> Box:
        entry = known.get(name)
        title = plain(entry.plan.title if entry else strangers[name].text)
        return Box(x, y, entry, title, len(title) > _SURE, name == here)

    found = []
    for layout in layouts(needs):
        drawn = _Drawing(layout, mirrored=mirrored)
        in_order = sorted(layout.cells, key=lambda name: layout.cells[name])  # as the keyboard goes
        boxes = [box(name, *drawn.corner(*layout.cells[name])) for name in in_order]
        found.append(Picture(drawn.width, drawn.height, boxes, drawn.lines(waits), drawn.words()))
    return found


class _Run(NamedTuple):
    """An edge, and the height on which it passes the layers between its ends."""

    edge: Edge
    y: int


class _Drawing:
    """One layout in pixels."""

    def __init__(self, layout: Layout, *, mirrored: bool) -> None:
        self._cells = layout.cells
        self._mirrored = mirrored
        self._rows = max(row for _, row in layout.cells.values()) + 1
        self._runs = list(self._routes(layout.edges))
        ys = [run.y for run in self._runs]
        self._side = _GAP // 2 if any(edge.closing for edge in layout.edges) else 1
        self._top = 1 - min([0, *(y - _LANE // 2 for y in ys)])
        bottom = max([self._rows * _PITCH - _LANE, *(y + _LANE // 2 for y in ys)])
        self.width = (max(layer for layer, _ in layout.cells.values()) + 1) * _STEP - _GAP + 2 * self._side
        self.height = self._top + bottom + 1

    def corner(self, layer: int, row: int) -> tuple[int, int]:
        """Return where the box of a cell begins."""
        x = self._side + layer * _STEP
        return self.width - x - WIDTH if self._mirrored else x, self._top + row * _PITCH

    def words(self) -> list[tuple[int, int]]:
        """Return where there is room for a word at each line that closes a circle: its middle below a box."""
        return [
            (self.corner(*self._cells[run.edge.first])[0], self._top + run.y)
            for run in self._runs
            if run.edge.closing
        ]

    def lines(self, waits: Container[tuple[str, str]]) -> list[EdgePath]:
        """Return all lines by kind."""
        paths, ends = (dict.fromkeys(("built", "waits", "circle"), "") for _ in range(2))
        arrivals: set[tuple[str, int, int]] = set()
        for run in self._runs:
            edge = run.edge
            kind = "circle" if edge.closing else "waits" if (edge.first, edge.then) in waits else "built"
            paths[kind] += self._line(run)
            arrivals.add((kind, *self._port(edge.then)))
        for kind, x, y in sorted(arrivals):
            back = self._across(x - 7)
            ends[kind] += f"M{back} {y - 4}L{self._across(x)} {y}L{back} {y + 4}"
        return [EdgePath(kind, path, ends[kind]) for kind, path in paths.items() if path]

    def _port(self, name: str) -> tuple[int, int]:
        """Return where lines to a box arrive, as if what comes first was at the left."""
        layer, row = self._cells[name]
        return self._side + layer * _STEP, self._top + _middle(row)

    def _across(self, x: int) -> int:
        return self.width - x if self._mirrored else x

    def _line(self, run: _Run) -> str:
        begin, y = self._port(run.edge.first)
        end, last = self._port(run.edge.then)
        begin += WIDTH
        path, middle = f"M{self._across(begin)} {y}", self._top + run.y
        if run.edge.closing:
            for x, turn, (above, below) in ((begin, 1, (y, middle)), (end, -1, (middle, last))):
                bend = self._across(x + turn * _GAP // 2)
                path += f"H{self._across(x)}C{bend} {above} {bend} {below} {self._across(x)} {below}"
            return path
        if end - begin > _GAP:
            path += f"{self._bend(begin, y, middle)}H{self._across(end - _GAP)}"
            y = middle
        return path + self._bend(end - _GAP, y, last)

    def _bend(self, x: int, y: int, other: int) -> str:
        """Return the way across the room between two layers."""
        end, half = self._across(x + _GAP), self._across(x + _GAP // 2)
        return f"H{end}" if y == other else f"C{half} {y} {half} {other} {end} {other}"

    def _routes(self, edges: Sequence[Edge]) -> Iterator[_Run]:
        """Choose for each edge where it passes other layers: on a free row, else between two rows.

        Lines share a way only with those of the same beginning, or of the same end.
        """
        taken = {(layer, _middle(row)): "" for layer, row in self._cells.values()}

        def take(between: range, ys: Iterable[int], owner: str) -> bool:
            places = [(layer, y) for y in ys for layer in between]
            if any(taken.get(place, owner) != owner for place in places):
                return False
            taken.update(dict.fromkeys(places, owner))
            return True

        for edge in sorted(edges, key=lambda edge: (not edge.closing, edge)):
            (begin, row), (end, last) = self._cells[edge.first], self._cells[edge.then]
            lanes = self._lanes(row, last)
            if edge.closing:  # has a lane for itself: there is a word on it
                tries = [(y, [y + track for track in _TRACKS], f"{edge.first}\0{edge.then}") for y in lanes]
                between = range(end, begin + 1)
            else:
                rows = [(_middle(row), f">{edge.first}"), (_middle(last), f"<{edge.then}")]
                tries = [(y, [y], owner) for y, owner in rows]
                tries += [(y + t, [y + t], f">{edge.first}") for y in lanes for t in _TRACKS]
                between = range(begin + 1, end)
            yield _Run(edge, next((y for y, ys, owner in tries if take(between, ys, owner)), lanes[0]))

    def _lanes(self, row: int, last: int) -> list[int]:
        """Return the heights between rows, the nearest to the middle of two rows first; a few of them."""
        middle = (row + last) // 2
        near = (middle + step for step in (0, -1, 1, -2, 2, -3, 3))
        return [_middle(at) + _PITCH // 2 for at in near if -1 <= at < self._rows]


def _middle(row: int) -> int:
    return row * _PITCH + HEIGHT // 2
