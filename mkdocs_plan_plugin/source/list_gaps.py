"""What must be between two blocks so that Python-Markdown keeps them apart.

It reads a page in runs of lines without a blank one. A run that begins with an item may hold further
items, as deep or deeper, and the text of each; everything else wants a run of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.source.list_frames import Frame, common_quotes
from mkdocs_plan_plugin.source.list_lines import QUOTE, spaced, width
from mkdocs_plan_plugin.source.list_texts import content, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.source.list_entries import ListEntry

SEPARATOR = "\ufdef"
"""A paragraph that keeps two lists apart in every dialect; it is to be taken out of what is rendered.

A comment would do by itself, but end what only Python-Markdown takes for an open one. This is a character
that Unicode keeps for use inside of programs.
"""


class Gaps:
    """Follows the entries of a page through Python-Markdown's runs of lines."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.run: Frame | None = None
        """The item that began the current run, None where something else did."""

    def begin(self, entry: ListEntry) -> None:
        """Let a run begin with an entry."""
        self.run = entry.own if entry.kind == "item" else None

    def join(self, entry: ListEntry) -> None:
        """Go on with the current run."""
        if self.run is None:
            self.begin(entry)

    def between(self, before: ListEntry | None, entry: ListEntry) -> str:
        """Return what must be written before an entry that does not be beside a marker."""
        if before is None:
            self.begin(entry)
            return ""
        common = common_quotes(before.inner, entry.frame)
        fresh = self._is_apart(before, entry, len(common))
        if entry.is_crooked and entry.unfenced and not entry.apart:
            fresh = True  # the opening fence becomes a blank line
        needed = not fresh and self._needs_blank(before, entry)
        if fresh or needed or entry.apart or (entry.kind == "item" and self._splits(before, entry)):
            self.begin(entry)
        else:
            self.join(entry)
        if not needed and not entry.apart:
            return ""
        blank, indent = self._blank(entry, common)
        lines = [] if fresh else [blank]
        if entry.apart:
            lines += [indent + SEPARATOR, blank]
        return "\n".join([*lines, ""])

    def _blank(self, entry: ListEntry, common: Sequence[Frame]) -> tuple[str, str]:
        """Return a blank line in the quotes given, and what is before a block at the entry's place."""
        if entry.is_crooked:
            return common[-1].lead.rstrip() if common else "", entry.frame.prefix
        line = spaced(self.lines[entry.first - 1], markers=True)
        at = entry.frame.content(line, entry.first)
        end = 0
        for _ in common:
            match = QUOTE.match(line, end)
            end = match.end() if match else end
        return line[:end].rstrip(), line[: at + (width(line, at) if entry.own else 0)]

    def _is_apart(self, before: ListEntry, entry: ListEntry, quotes: int) -> bool:
        """Return whether a line between two entries is blank in the quotes that they share."""
        between = self.lines[before.last : entry.first - 1]
        if any(line.count(">") <= quotes for line in between):
            return True
        if before.kind == "other" and _is_generic(self.lines[before.last - 1]):
            return True
        return _is_generic(self.lines[entry.first - 1])

    def _needs_blank(self, before: ListEntry, entry: ListEntry) -> bool:
        """Return whether Python-Markdown would take an entry for more of what is right before it."""
        frame = entry.frame
        if before.own is frame:
            return False
        if entry.kind == "item":
            if self.run and self.run.outer and _in_items(frame, self.run.outer):
                return False
            return not self._splits(before, entry)
        if frame.kind == "item":
            beside = before.frame is frame and before.kind in ("paragraph", "fence", "html")
            if entry.kind == "html":
                return not beside
            return not (entry.kind == "fence" and not entry.unfenced and beside and self.run)
        if not _leaves_item(before.inner, frame) or (entry.kind == "html" and frame.kind == "page"):
            return False
        if entry.kind == "heading":
            breaks = self._is_hash(entry)
        elif entry.kind == "rule":  # dashes would underline the item
            breaks = bool(text(self.lines, entry, entry.first).strip("- \t"))
        else:
            breaks = entry.kind == "container"
        return not (breaks and self.run and self.run.outer is frame)

    def _splits(self, before: ListEntry, entry: ListEntry) -> bool:
        """Return whether Python-Markdown ends its run before an item without a blank line."""
        frame, inner = entry.frame, before.inner
        if frame.kind == "item":
            return False
        if inner is frame:
            if before.kind == "heading":
                return self._is_hash(before) or content(self.lines, before, before.last)[:1] in ("=", "-")
            return before.kind in ("rule", "container") or (before.kind == "html" and frame.kind == "page")
        while inner.outer and inner.outer is not frame:
            inner = inner.outer
        return inner.kind == "container"

    def _is_hash(self, heading: ListEntry) -> bool:
        """Return whether Python-Markdown sees a heading wherever it is in a run."""
        return content(self.lines, heading, heading.first).startswith("#")


def _is_generic(line: str) -> bool:
    """Return whether a generic block (`///`) begins or ends on a line."""
    return "///" in line and line.lstrip().startswith("///")


def _in_items(frame: Frame, outer: Frame) -> bool:
    """Return whether a frame is `outer` or is in it with nothing but items between."""
    inner: Frame | None = frame
    while inner and inner is not outer and inner.kind == "item":
        inner = inner.outer
    return inner is outer


def _leaves_item(inner: Frame, frame: Frame) -> bool:
    """Return whether one leaves a list on the way from `inner` out to a frame around it."""
    found = False
    at: Frame | None = inner
    while at and at.depth > frame.depth:
        if at.kind == "container" and at.outer is frame:
            return False
        found = found or at.kind == "item"
        at = at.outer
    return found
