"""What a block is in: items, quotes, bodies; with the columns it has and those it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mkdocs_plan_plugin.source.list_lines import QUOTE, width

if TYPE_CHECKING:
    from collections.abc import Sequence

FrameKind = Literal["page", "item", "quote", "footnote", "container"]


class Root:
    """An outermost list or quote: it is rewritten as a whole or left as it is."""

    __slots__ = ("malformed",)

    def __init__(self) -> None:
        self.malformed = False


class Frame:
    """One open container of a block.

    Columns count within the innermost quote, which begins them anew: `source` is where the content
    is written as written, `base` from where Python-Markdown takes a block to be inside, `target` where
    the block is put when the list is rewritten; there, `lead` is before the column 0.
    """

    __slots__ = (
        "after",
        "base",
        "depth",
        "end",
        "kind",
        "lead",
        "line",
        "outer",
        "quotes",
        "root",
        "source",
        "target",
    )

    def __init__(self, kind: FrameKind, outer: Frame | None, line: int, end: int, root: Root | None) -> None:
        self.kind = kind
        self.outer = outer
        self.line = line
        self.end = end
        self.root = root
        self.source = self.base = self.target = 0
        self.after = 0
        """Index in the frame's own first line where its content begins."""
        self.lead: str = outer.lead if outer else ""
        self.quotes: tuple[Frame, ...] = outer.quotes if outer else ()
        self.depth: int = outer.depth + 1 if outer else 0
        """Number of frames around this one."""

    @property
    def prefix(self) -> str:
        """What is before each line of the content when the list is rewritten."""
        return self.lead + " " * self.target

    def has(self, other: Frame) -> bool:
        """Return whether the other frame is this one or stands in it."""
        inner: Frame | None = other
        while inner and inner.depth > self.depth:
            inner = inner.outer
        return inner is self

    def content(self, line: str, number: int) -> int:
        """Return the index in a line (see `spaced`) where the content of this frame begins.

        In a line that continues a paragraph lazily it begins where the frames end that it is in.
        """
        if self.line == number:
            return self.after
        at = 0
        for quote in self.quotes:
            past = quote.past(line, at)
            if past < 0:
                return at
            if quote.root and quote.outer and quote.outer.kind == "item":
                quote.root.malformed |= not 0 <= line.index(">", at) - at - quote.outer.base < 4
            at = past
        return at + min(self.source, width(line, at))

    def origin(self, line: str, number: int) -> int:
        """Return the index in a line where the content of the innermost quote begins."""
        at = 0
        if self.quotes and self.quotes[-1].line == number:
            return self.quotes[-1].after
        for quote in self.quotes:
            past = quote.past(line, at)
            if past < 0:
                break
            at = past
        return at

    def past(self, line: str, at: int) -> int:
        """Return the index behind the mark of this quote, -1 in a line without it."""
        match = QUOTE.match(line, at)
        if not match or not self.outer or not 0 <= match.start(1) - at - self.outer.source < 4:
            return -1
        return match.end()


def common_quotes(one: Frame, other: Frame) -> Sequence[Frame]:
    """Return the quotes that both frames are in."""
    if not one.quotes or not other.quotes:
        return ()
    count = 0
    for quote, same in zip(one.quotes, other.quotes, strict=False):
        if quote is not same:
            break
        count += 1
    return one.quotes[:count]
