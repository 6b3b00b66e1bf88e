"""A page that is being written: its text as it is now, and the plan that is read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from mkdocs_plan_plugin.edits.apply import apply
from mkdocs_plan_plugin.model import Edit, Plan, Risk, Step, Task
from mkdocs_plan_plugin.model import Phase as PhaseOf
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.statements import statements_in
from mkdocs_plan_plugin.source.cells import cell_spans
from mkdocs_plan_plugin.source.document import Section, walk
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.source.text import decode

Read = Callable[[str], tuple[Plan, Outline]]
"""Reads a text as the plan that it is on the site."""
Target = Plan | PhaseOf | Step | Task | Risk


class WorkingCopy:
    """A page at one moment; `with_` returns the next one."""

    def __init__(self, data: bytes, read: Read) -> None:
        self.data = data
        self._read = read
        self.plan, self.outline = read(decode(data))
        self.vocabulary = self.outline.vocabulary

    def with_(self, edits: Iterable[Edit]) -> WorkingCopy:
        """Return the page with edits applied, read again. Raises `Refused` as `apply` does."""
        return WorkingCopy(apply(self.data, edits), self._read)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file; the first is line 1, at index 0."""
        return self.outline.document.text.split("\n")

    def text(self, line: int) -> str:
        """Return a line of the file, empty outside of it."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    @property
    def front_end(self) -> int:
        """The last line of front matter, 0 without."""
        return self.outline.document.front.last_line

    @cached_property
    def own(self) -> list[Field]:
        """The fields that state facts of the whole plan, by line."""
        found = {(one.name, one.line): one for one in self.outline.places.all()}
        return sorted(found.values(), key=lambda one: one.line)

    def section(self, line: int) -> Section | None:
        """Return the section whose heading is on a line."""
        return next((one for one in self.outline.sections[1:] if one.line == line), None)

    def fields(self, line: int) -> list[Field]:
        """Return the fields of the record that begins on a line: a heading's or an item's."""
        if section := self.section(line):
            return list(self.outline.fields(section))
        item = self.item(line)
        return [one for one in statements_in([item], self.vocabulary) if one.line > line] if item else []

    def item(self, line: int) -> Block | None:
        """Return the list item that begins on a line."""
        return next((one for one in self.blocks() if one.kind == "item" and one.line == line), None)

    def table(self, line: int) -> Block | None:
        """Return the table that has a row on a line."""
        tables = (one for one in self.blocks() if one.kind == "table")
        return next((one for one in tables if any(row[0].number == line for row in one.rows if row)), None)

    def in_cell(self, line: int, column: int | None, new: Callable[[str], str]) -> list[Edit]:
        """Return the edit of a cell of a row; `new` makes its text. None where the row has no such cell."""
        text = self.text(line)
        spans = cell_spans(text)
        if column is None or column >= len(spans):
            return []
        begin, end = spans[column]
        return [Edit(line=line, column=begin + 1, old=text[begin:end], new=new(text[begin:end]))]

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks of the page."""
        yield from walk(self.outline.document.tree.children)

    @cached_property
    def statuses(self) -> list[str]:
        """What status fields of the page and marks in the headings of phases say."""
        inside = (field for section in self.outline.sections for field in self.outline.fields(section))
        fields = [one.value for one in (*inside, *self.own) if self.vocabulary.means(one.name, "status")]
        return [*fields, *(one.state_text for one in self.plan.phases if one.state_from == "heading")]
