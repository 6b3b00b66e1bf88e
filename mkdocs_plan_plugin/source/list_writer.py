"""Entries of a page back to lines: crooked lists rewritten, blank lines put where they are missing."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.source.list_gaps import SEPARATOR, Gaps
from mkdocs_plan_plugin.source.list_lines import plain, rule, spaced
from mkdocs_plan_plugin.source.list_texts import BOXES, closed, paragraph, texts, unfenced, unindented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.source.list_entries import ListEntry


class Writer:
    """Writes the entries of one stretch of a page; `out` takes lines written anew, by their index."""

    def __init__(self, lines: Sequence[str], out: dict[int, str]) -> None:
        self.lines = lines
        self.out = out
        self.gaps = Gaps(lines)
        self.open: ListEntry | None = None
        """An item or quote whose marker is not written yet: its first block may follow on the line."""
        self.ahead = ""
        """What is to be written before the marker of `open` or the next block."""

    def write(self, entries: Sequence[ListEntry], last: int) -> None:
        """Write the entries, and the blank lines behind them up to line `last`."""
        before: ListEntry | None = None
        for entry in entries:
            if self.open and self.open.first != entry.first:
                self._leave(self.open, entry)
            if before and before.inner.quotes:
                self._blank(before, entry.first)
            if self.open or entry.frame.line == entry.first or self.ahead:
                if entry.kind == "item":
                    self.gaps.join(entry)
            else:
                self.ahead = self.gaps.between(before, entry)
            if not entry.is_crooked:
                self._keep(entry)
            elif entry.own:
                if self.open and self.open.kind == "item":
                    self._fill(self.open, entry)
                self.open = entry
            else:
                self._rewrite(entry)
            before = entry
        if self.open:
            self._leave(self.open, None)
        if before and before.inner.quotes:
            self._blank(before, last + 1)

    def _blank(self, before: ListEntry, until: int) -> None:
        """Write the blank lines behind an entry of a quote that moves."""
        quotes = before.inner.quotes
        if not before.is_crooked:
            return
        for number in range(before.last + 1, until):
            if marks := self.lines[number - 1].count(">"):
                self.out[number - 1] = quotes[min(marks, len(quotes)) - 1].lead.rstrip()

    def _leave(self, entry: ListEntry, follower: ListEntry | None) -> None:
        """Write a marker that no block follows on its line.

        An item's first block is drawn up to its marker, or an invisible one put there: Python-Markdown
        knows no item that begins with an empty line.
        """
        line = spaced(self.lines[entry.first - 1], markers=True)
        rest = line[entry.own.after :].strip() if entry.own else ""
        inside = follower if follower and follower.frame is entry.own else None
        if entry.kind == "quote" or rest:
            written = self.ahead + _marker(entry) + rest
            self.open, self.ahead = None, ""
        elif inside and not inside.own and not _stands_alone(inside):
            written = self.ahead + entry.frame.lead
            self.ahead = ""
        elif inside:
            self._fill(entry, inside)
            written, _, self.ahead = self.ahead.rpartition("\n")[0].rpartition("\n")
            self.open, self.ahead = None, self.ahead + "\n"
        else:
            written = self.ahead + _marker(entry) + SEPARATOR
            self.open, self.ahead = None, ""
        self.out[entry.first - 1] = written.rstrip(" ")

    def _fill(self, item: ListEntry, entry: ListEntry) -> None:
        """Put something invisible beside an item's marker, so that an entry begins further down."""
        self.ahead += f"{_marker(item)}{SEPARATOR}\n{entry.frame.lead.rstrip()}\n"
        self.gaps.begin(entry)

    def _keep(self, entry: ListEntry) -> None:
        """Write an entry as it is but for what must stand before it."""
        self._put_ahead(entry.first - 1)
        if entry.kind not in ("paragraph", "rule"):
            return
        found = unindented(self.lines, entry)
        written = paragraph(found, entry) if entry.kind == "paragraph" else [rule(found[0])]
        for index, (old, new) in enumerate(zip(found, written, strict=False), entry.first - 1):
            if new != old and (line := self._line(index)).endswith(old):
                self.out[index] = line[: len(line) - len(old)] + new

    def _line(self, index: int) -> str:
        return self.out.get(index, self.lines[index])

    def _put_ahead(self, index: int) -> None:
        if self.ahead:
            self.out[index] = self.ahead + self._line(index)
            self.ahead = ""

    def _rewrite(self, entry: ListEntry) -> None:
        """Write a block at the column where Python-Markdown needs it."""
        found = texts(self.lines, entry)
        if entry.kind == "fence":
            found = (unfenced if entry.unfenced else closed)(found, entry.marker)
        first = prefix = entry.frame.prefix
        if self.open:
            if entry.kind == "rule":
                found = ["___"]  # beside a dash, more dashes would swallow the item
            if entry.kind == "heading" and found[0].startswith(BOXES):
                found = [*map(plain, found[:-1]), SEPARATOR]  # a box shows only in a paragraph
                first = _marker(self.open)
            elif self.open.kind == "item" and _stands_alone(entry):
                self._fill(self.open, entry)
            else:
                first = _marker(self.open)
            self.open = None
        written = [
            lead + line if line.strip() else (lead + line).rstrip(" ")
            for lead, line in zip(chain([first], repeat(prefix)), found, strict=False)
        ]
        size = entry.last - entry.first + 1
        written[size - 1 :] = ["\n".join(written[size - 1 :])]
        self.out.update(enumerate(written, entry.first - 1))
        self._put_ahead(entry.first - 1)


def _marker(entry: ListEntry) -> str:
    return entry.frame.prefix + (entry.marker if entry.kind == "item" else "> ")


def _stands_alone(entry: ListEntry) -> bool:
    """Return whether a block must not begin beside an item's marker, see `Outline`."""
    if entry.kind in ("table", "heading"):
        return entry.last > entry.first
    return entry.kind in ("code", "fence", "container")
