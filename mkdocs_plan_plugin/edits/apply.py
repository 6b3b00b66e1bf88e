"""Edits applied to the bytes of a file: what no edit names stays as it is, byte for byte."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from itertools import pairwise

from mkdocs_plan_plugin.model import Edit
from mkdocs_plan_plugin.regex import regex

_NEWLINE = regex(r"\r\n|\r|\n")
_MARK = "\ufeff"


class Refused(Exception):  # noqa: N818 - it is an answer
    """An edit can't be applied; the text says why, and what to do. Nothing was changed."""


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the bytes of a file with the edits in place; they may come in any order.

    The newlines of what is written are those around it.

    Raises:
        Refused: two edits overlap, a text is no longer where an edit expects it, or the file is not
            UTF-8 (or UTF-16 with a byte order mark), so that it can't be written back as it was.
    """
    text, encoding = _decoded(data)
    lines = _Lines(text)
    placed = sorted(((*lines.span(edit), edit) for edit in edits), key=lambda one: one[:2])
    pieces, done = [], 0
    for begin, end, edit in placed:
        if begin < done:
            raise Refused(f"line {edit.line}: two edits change the same place")
        if _as_read(text[begin:end]) != edit.old:
            raise Refused(f"line {edit.line}: '{edit.old}' is no longer there; read the file again")
        pieces += [text[done:begin], lines.newlined(edit)]
        done = end
    pieces.append(text[done:])
    written = "".join(pieces)
    if "\r" in text and _as_read(written) != "".join(map(_as_read, pieces)):
        raise Refused("the newlines of the file are mixed, and two would become one; make them alike")
    return written.encode(encoding)


def overlap(some: Iterable[Edit], others: Iterable[Edit]) -> bool:
    """True if two groups of edits of one file can't both be applied, or their order would matter."""
    spans = sorted([*((_span(edit), 0) for edit in some), *((_span(edit), 1) for edit in others)])
    return any(
        group != other and (end > begin or (start, end) == (begin, last))
        for ((start, end), group), ((begin, last), other) in pairwise(spans)
    )


_Place = tuple[int, int]


def _span(edit: Edit) -> tuple[_Place, _Place]:
    return (edit.line, edit.column), edit.end


def decoded(data: bytes) -> str:
    """Return the text of a file as an edit finds it, its newlines and byte order mark as they are."""
    return _decoded(data)[0]


def _decoded(data: bytes) -> tuple[str, str]:
    """Return a text and its encoding: encoded again it gives the same bytes."""
    encoding = "utf-8"
    if data.startswith(codecs.BOM_UTF16_LE):
        encoding = "utf-16-le"
    elif data.startswith(codecs.BOM_UTF16_BE):
        encoding = "utf-16-be"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise Refused("the file is not UTF-8; save it as UTF-8 first") from None


def _as_read(text: str) -> str:
    """Return a part of a file as `source.text.clean` makes it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\N{REPLACEMENT CHARACTER}")


class _Lines:
    """The lines of a text, by the numbers that a reader of the cleaned text gives them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newlines = list(_NEWLINE.finditer(text))
        # a byte order mark is taken off when bytes are decoded, and one more when the text is cleaned
        self.starts = [len(text) - len(text[:2].lstrip(_MARK) + text[2:])]
        self.starts += [newline.end() for newline in self.newlines]

    def span(self, edit: Edit) -> tuple[int, int]:
        """Return where an edit begins and ends in the text."""
        return self._place(edit, edit.line, edit.column), self._place(edit, *edit.end)

    def _place(self, edit: Edit, line: int, column: int) -> int:
        if 0 < line <= len(self.starts):
            last = self.newlines[line - 1].start() if line <= len(self.newlines) else len(self.text)
            place = self.starts[line - 1] + column - 1
            if self.starts[line - 1] <= place <= last:
                return place
        raise Refused(f"line {edit.line}: the file is shorter than it was; read it again")

    def newlined(self, edit: Edit) -> str:
        """Return what an edit writes with the newline that ends its line, or the one before that."""
        if "\n" not in edit.new or not self.newlines:
            return edit.new
        newline = self.newlines[min(edit.line, len(self.newlines)) - 1]
        return edit.new.replace("\n", newline[0])
