"""The pieces of a page that are written one by one: beginnings of items and quotes, blocks of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mkdocs_plan_plugin.source.list_frames import Frame, Root

EntryKind = Literal[
    "item", "paragraph", "heading", "code", "fence", "table", "html", "rule", "quote", "container", "other"
]


class ListEntry:
    """The beginning of an item or quote, or a block of lines, in the frame `frame`."""

    __slots__ = ("apart", "first", "frame", "kind", "last", "marker", "own", "root", "unfenced")

    def __init__(self, kind: EntryKind, first: int, last: int, frame: Frame, root: Root | None) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.frame = frame
        self.root = root
        """Items and quotes: see `own`. Fences outside lists are a root of their own."""
        self.own: Frame | None = None
        """Items and quotes: the frame that begins here."""
        self.marker = ""
        """Items: the marker. Fences: the opening fence."""
        self.apart = False
        """Whether Python-Markdown would join this block to the list or code before it."""
        self.unfenced = False
        """Fences: whether the site reads them as fences nowhere but at the top."""

    @property
    def inner(self) -> Frame:
        """The innermost frame that this entry is or is in."""
        return self.own or self.frame

    @property
    def is_crooked(self) -> bool:
        """Whether this entry is rewritten."""
        return self.root is not None and self.root.malformed


LEAVES: dict[str, EntryKind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "code": "code",
    "table": "table",
    "html": "html",
    "rule": "rule",
}
"""Kinds of blocks that hold lines of text, and the entries that they become."""
