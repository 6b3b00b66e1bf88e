"""The blocks of a page in reading order, each with what it is in; and which lists are crooked.

A list is crooked if Python-Markdown would not read it as it stands: an item or block too far left or
right, a marker that it doesn't know, a fence that it doesn't close.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.source.list_entries import LEAVES, EntryKind, ListEntry
from mkdocs_plan_plugin.source.list_frames import Frame, Root
from mkdocs_plan_plugin.source.list_lines import FENCE, MARKER, is_blank, spaced, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plan_plugin.source.list_stretches import Stretch
    from mkdocs_plan_plugin.source.markdown import Block

DEEPEST = 60
"""Deeper pages are left alone: Python-Markdown would run out of stack on what we write."""


class NotOursError(Exception):
    """The tree and the lines of a page don't fit each other."""


class ListOutline:
    """Reads the blocks of a page into entries; `lines` are as written."""

    def __init__(self, lines: Sequence[str], *, indent: int, fences: bool) -> None:
        self.lines = lines
        self.indent = indent
        self.fences = fences
        self.entries: list[ListEntry] = []

    def read(self, stretch: Stretch) -> list[ListEntry]:
        """Return the entries of a stretch of a page in reading order."""
        page = Frame("page", None, 0, len(self.lines), None)
        self.entries = []
        self._blocks(stretch.blocks, page)
        self._fill(page, stretch)
        self._spread()
        return self.entries

    def _spread(self) -> None:
        """Rewrite what is indented behind a crooked list: its items move left, and would take it in."""
        before: Root | None = None
        for entry in self.entries:
            if entry.frame.root is not None or entry.kind == "container":
                continue
            line = spaced(self.lines[entry.first - 1])
            if before and before.malformed and entry.frame.source < width(line) < entry.frame.source + 4:
                entry.root = entry.root or Root()
                entry.root.malformed = True
            if entry.kind != "other":
                before = entry.root

    def _blocks(self, blocks: Sequence[Block], frame: Frame) -> None:
        if frame.depth > DEEPEST:
            raise NotOursError
        before: Block | None = None
        for block in blocks:
            apart = before is not None and self._joins(before, block, frame)
            if block.kind == "list":
                self._list(block, frame, apart=apart)
            elif block.kind == "quote":
                self._quote(block, frame, apart=apart)
            elif block.kind == "container":
                self._container(block, frame)
            elif block.kind == "footnote":
                inner = Frame("footnote", frame, block.line, block.end, frame.root)
                inner.source = inner.base = inner.target = frame.source + 4
                line = self.lines[block.line - 1]
                inner.after = line.find("]:") + 2
                inner.after += width(line, inner.after)
                self._blocks(block.children, inner)
            elif kind := LEAVES.get(block.kind):
                fenced = block.kind == "code" and block.fence is not None
                self._leaf("fence" if fenced else kind, block, frame, apart=apart)
            if block.kind != "footnote":
                before = block

    def _joins(self, before: Block, block: Block, frame: Frame) -> bool:
        """Return whether Python-Markdown would take two blocks for one that CommonMark keeps apart."""
        inside = frame.kind != "page"
        if before.kind == block.kind == "quote" and before.children and block.children:
            before, block, inside = before.children[-1], block.children[0], True
        code = self._is_indented(block, inside=inside)
        if before.kind == "list":
            return block.kind == "list" or code
        return code and self._is_indented(before, inside=inside)

    def _is_indented(self, block: Block, *, inside: bool) -> bool:
        """Return whether a block is indented code, or will be because the site can't nest fences."""
        if block.kind != "code":
            return False
        return block.fence is None or (not self.fences and inside and bool(block.code.strip()))

    def _list(self, block: Block, frame: Frame, *, apart: bool) -> None:
        root = frame.root or Root()
        for item in block.children:
            number = item.line
            line = spaced(self.lines[number - 1], markers=True)
            at = frame.content(line, number)
            match = MARKER.match(line, at)
            if not match:
                raise NotOursError
            inner = Frame("item", frame, number, item.end, root)
            origin = frame.origin(line, number)
            column = match.start(1) - origin
            gap = len(match[2])
            empty = match.end() == len(line)
            past = match.end(1) - origin + (1 if empty or gap > 4 else gap)
            inner.source, inner.after = past, past + origin
            inner.base = frame.base + self.indent
            first = item.children[0] if item.children else None
            shares = frame.kind == "item" and frame.line == number
            if not shares and not 0 <= column - frame.base < self.indent:
                root.malformed = True
            # A dash alone would underline a heading.
            root.malformed |= match[1][-1] == ")" or empty
            if first is not None and (first.line != number or self._stands_alone(first)):
                root.malformed = True
            fixed = any(self._is_indented(child, inside=True) for child in item.children)
            if fixed and inner.source != inner.base:
                root.malformed = True
            marker = match[1].replace(")", ".")
            column = frame.target + len(marker)
            if column + 1 > inner.base + 3 or (fixed and column + 1 > inner.base):
                marker = "1."
                column = frame.target + 2
            if empty:
                gap = 1
            if fixed or gap > 4 or column + gap > inner.base:
                gap = max(1, inner.base - column)
            inner.target = max(inner.base, column + gap)
            if inner.target > inner.base + self.indent - 1:
                inner.target = inner.base
            entry = ListEntry("item", number, number, frame, root)
            entry.own, entry.marker = inner, marker + " " * gap
            entry.apart, apart = apart, False
            self.entries.append(entry)
            self._blocks(item.children, inner)

    def _stands_alone(self, first: Block) -> bool:
        """Return whether an item's first block must not begin beside the marker.

        Python-Markdown strips no indentation from the further lines of what begins there.
        """
        if first.kind == "code":
            return True
        if first.kind not in ("list", "quote", "table", "heading"):
            return False
        return any(not is_blank(line) for line in self.lines[first.line : first.end])

    def _quote(self, block: Block, frame: Frame, *, apart: bool) -> None:
        root = frame.root or Root()
        inner = Frame("quote", frame, block.line, block.end, root)
        line = spaced(self.lines[block.line - 1], markers=True)
        at = frame.content(line, block.line)
        mark = line.find(">", at)
        if mark < 0:
            raise NotOursError
        self._check_column(mark - frame.origin(line, block.line), block.line, frame, root)
        inner.after = mark + 1 + (line[mark + 1 : mark + 2] == " ")
        inner.lead = frame.prefix + "> "
        inner.quotes = (*frame.quotes, inner)
        entry = ListEntry("quote", block.line, block.line, frame, root)
        entry.own, entry.apart = inner, apart
        self.entries.append(entry)
        self._blocks(block.children, inner)

    def _container(self, block: Block, frame: Frame) -> None:
        line = spaced(self.lines[block.line - 1])
        column = width(line)
        if frame.root and column != frame.base:
            frame.root.malformed = True
        inner = Frame("container", frame, block.line, block.end, frame.root)
        inner.source = column + 4
        inner.base = inner.target = (frame.target if frame.root else column) + 4
        self.entries.append(ListEntry("container", block.line, block.line, frame, frame.root))
        self._blocks(block.children, inner)

    def _check_column(self, column: int, number: int, frame: Frame, root: Root, spare: int = 4) -> None:
        if frame.kind == "item" and number != frame.line and not 0 <= column - frame.base < spare:
            root.malformed = True

    def _leaf(self, kind: EntryKind, block: Block, frame: Frame, *, apart: bool) -> None:
        last = self.entries[-1] if self.entries else None
        joined = (
            last and last.kind == "paragraph" and last.last == block.line - 1 and frame.line != block.line
        )
        if last and joined and kind in ("paragraph", "code"):
            last.last = block.end  # the parser ends a paragraph behind a box that is alone on its line
            return
        root = frame.root or (Root() if kind == "fence" else None)
        line = spaced(self.lines[block.line - 1], markers=frame.line == block.line)
        at = frame.content(line, block.line)
        entry = ListEntry(kind, block.line, block.end, frame, root)
        entry.apart = apart
        if root:
            column = at + width(line, at) - frame.origin(line, block.line)
            if kind == "code":
                column = frame.base  # see `fixed` in `_list`
            spare = 1 if kind == "heading" else self.indent
            self._check_column(column, block.line, frame, root, spare)
            if kind == "fence":
                self._fence(entry, line, at, root)
            elif frame.quotes:
                for number in range(block.line + 1, block.end + 1):
                    frame.content(spaced(self.lines[number - 1]), number)
        self.entries.append(entry)

    def _fence(self, entry: ListEntry, line: str, at: int, root: Root) -> None:
        """See whether the site reads a fence as it stands."""
        frame = entry.frame
        match = FENCE.match(line, at)
        if not match:
            raise NotOursError
        entry.marker = match[1]
        entry.unfenced = not self.fences and frame.kind != "page"
        column = match.start(1) - frame.origin(line, entry.first)
        if frame.kind in ("page", "container"):
            root.malformed |= column != frame.base
        root.malformed |= entry.unfenced
        closed = False
        for number in range(entry.first + 1, entry.last + 1):
            line = spaced(self.lines[number - 1])
            start = frame.content(line, number)
            indent = start + width(line, start) - frame.origin(line, number)
            text = line[start:].strip()
            root.malformed |= bool(text) and indent < column
            closed = number == entry.last and text == entry.marker and indent == column
        root.malformed |= not closed

    def _fill(self, page: Frame, stretch: Stretch) -> None:
        """Give every line of text an entry: those that belong to no block, such as link definitions."""
        filled: list[ListEntry] = []
        for entry, until in self._with_next_line(stretch.last + 1):
            if entry is not None:
                filled.append(entry)
            last = filled[-1] if filled else None
            for number in range(last.last + 1 if last else stretch.first, until):
                if is_blank(self.lines[number - 1]):
                    continue
                frame = (last.own or last.frame) if last else page
                joined = last is not None and number == last.last + 1 and number <= frame.end
                if joined and last and last.kind in ("paragraph", "code", "html", "other"):
                    last.last = number
                    continue
                if last and last.kind == "code" and number <= frame.end:
                    last.last = number
                    continue
                while frame.end < number and frame.outer:
                    frame = frame.outer
                last = ListEntry("other", number, number, frame, frame.root)
                filled.append(last)
        self.entries = filled

    def _with_next_line(self, end: int) -> Iterator[tuple[ListEntry | None, int]]:
        """Yield each entry with the first line of the next, after None for what is before all."""
        yield None, self.entries[0].first if self.entries else end
        for index, entry in enumerate(self.entries):
            yield entry, self.entries[index + 1].first if index + 1 < len(self.entries) else end
