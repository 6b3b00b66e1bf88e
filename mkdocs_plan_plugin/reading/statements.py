"""What a page states, and whose fact each statement is: one pass over the blocks of a section.

A statement belongs to the nearest record around it. Inside a section that is the list item or the table
row it is in; what is in neither belongs to the section, and so to whatever its heading names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_plan_plugin.source.fields import Field, fields_of
from mkdocs_plan_plugin.source.markdown import Block, Line
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key

FACTS = (
    "status",
    "document-state",
    "priority",
    "owner",
    "created",
    "updated",
    "start",
    "target",
    "due",
    "version",
    "progress",
    "category",
    "duration",
)
"""Fields that say something of whatever they are in, and name nothing."""


class Statement(Field):
    """A field with its owner: the line of the list item it belongs to, 0 for the section around."""

    owner: int = 0


def statements_in(
    blocks: Iterable[Block], vocabulary: Vocabulary, owner: int = 0, *, own: bool = False
) -> Iterator[Statement]:
    """Yield the statements among blocks in reading order, however deep, each with its owner.

    A plain `Name: value` line states something only where the name is known. With `own` only those that
    no item or row in the blocks owns: most of a page is in items and is not looked at.
    """
    for block in blocks:
        if block.kind == "paragraph":
            yield from _on_lines(block.lines, vocabulary, owner)
        elif block.kind == "item":
            yield from _in_item(block, vocabulary, owner, own=own)
        elif block.kind == "table":
            yield from table_statements(block, vocabulary, owner)
        elif block.kind in ("quote", "container", "list"):
            yield from statements_in(block.children, vocabulary, owner, own=own)


def statements_of_item(item: Block, vocabulary: Vocabulary) -> Iterator[Statement]:
    """Yield the statements that belong to a list item: those below what names it."""
    below = item.children
    if below and below[0].kind == "paragraph":
        yield from _on_lines(below[0].lines[1:], vocabulary, item.line)
        below = below[1:]
    yield from statements_in(below, vocabulary, item.line)


def _in_item(item: Block, vocabulary: Vocabulary, owner: int, *, own: bool) -> Iterator[Statement]:
    """Yield what a list item states.

    An item that begins with a known field is a field of what is around it; any other one is a record
    of its own, and what is below its first line is its own too.
    """
    lead = item.children[0] if item.children else None
    if lead is None or lead.kind != "paragraph" or not lead.lines:
        if not own:
            yield from statements_in(item.children, vocabulary, item.line)
        return
    first = list(_on(lead.lines[0], vocabulary, owner))
    if first and vocabulary.is_field(first[0].name):
        yield from first
        yield from _on_lines(lead.lines[1:], vocabulary, owner)
        yield from statements_in(item.children[1:], vocabulary, owner, own=own)
        return
    yield from first[:1]
    if own:
        return
    for statement in first[1:]:
        statement.owner = item.line
        yield statement
    yield from statements_of_item(item, vocabulary)


def _on_lines(lines: Sequence[Line], vocabulary: Vocabulary, owner: int) -> Iterator[Statement]:
    """Yield what the lines of a paragraph state; the value of a fact may be on the line below its name."""
    for at, line in enumerate(lines):
        for one in _on(line, vocabulary, owner):
            below = lines[at + 1] if not one.value and at + 1 < len(lines) else None
            if below and vocabulary.means(one.name, *FACTS) and not fields_of(below):
                one.value, one.line = below.text.strip(), below.number
            yield one


def _on(line: Line, vocabulary: Vocabulary, owner: int) -> Iterator[Statement]:
    for one in fields_of(line):
        if one.style != "plain" or vocabulary.is_field(one.name):
            yield Statement(one.name, one.value, one.line, one.style, one.whole, owner)


def table_statements(table: Block, vocabulary: Vocabulary, owner: int = 0) -> Iterator[Statement]:
    """Yield the statements of a metadata table: names and values in two columns, or facts over one row.

    A row that names something under its header is a record of its own: its cells are that record's.
    """
    header, *rows = table.rows or [[]]
    over_one = len(rows) == 1 and 1 < len(header) == len(rows[0])
    if over_one and all(vocabulary.means(cell.text, *FACTS) for cell in header):
        for cell, value in zip(header, rows[0], strict=True):
            yield Statement(cell.text.strip(), value.text.strip(), value.number, "table", owner=owner)
    elif len(header) == 2:
        known = sum(vocabulary.is_field(row[0].text) for row in table.rows if row)
        if known * 2 >= len(rows) and known:
            for row in table.rows:
                if len(row) > 1 and vocabulary.is_field(row[0].text):
                    name = row[0].text.strip(" :：*")
                    yield Statement(name, row[1].text.strip(), row[0].number, "table", owner=owner)


class Places:
    """The fields that state facts of the whole document, by the place they are in."""

    def __init__(self, fields: dict[str, list[Field]], vocabulary: Vocabulary) -> None:
        self.fields = fields
        self._meaning: dict[str, list[tuple[str, Field]]] = {}
        for place, listed in fields.items():
            for field in listed:
                for fact in vocabulary.meanings(field.name):
                    self._meaning.setdefault(fact, []).append((place, field))

    def find(self, order: tuple[str, ...], fact: str) -> list[Field]:
        """Return the fields that mean a fact, place by place; its own name before synonyms of it."""
        found = [(place, field) for place, field in self._meaning.get(fact, ()) if place in order]
        if len(found) > 1:
            found.sort(key=lambda one: (order.index(one[0]), key(one[1].name) != fact))
        return [*{id(field): field for _, field in found}.values()]  # one may be in two places

    def all(self) -> Iterator[Field]:
        """Yield the fields of all places."""
        for listed in self.fields.values():
            yield from listed
