"""Text laid out for a terminal: columns, wrapping, colour."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

import click

from mkdocs_plan_plugin.one_line import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 100
"""No line is wider than this many columns, unless one word is."""


def show(line: str = "") -> None:
    """Write a line; colour only on a terminal and without `NO_COLOR`."""
    click.echo(line, color=False if os.environ.get("NO_COLOR") else None)


_WITHOUT = frozenset({"Mn", "Me", "Cf"})
"""Categories of characters that take no column: marks upon others, and what joins or directs them."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def _columns(letter: str) -> int:
    if letter < "\x7f":
        return 1
    if unicodedata.category(letter) in _WITHOUT:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def columns_of(text: str) -> int:
    """Return how many columns a text takes; wide characters take two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def cut(text: str, width: int) -> str:
    """Return a text of at most so many columns, with an ellipsis where it was longer."""
    if columns_of(text) <= width:
        return text
    room = width - 1
    for at, letter in enumerate(text):
        room -= _columns(letter)
        if room < 0:
            return text[:at].rstrip() + "…" if width > 0 else ""
    return text


def isolated(text: str) -> str:
    """Return a text that is written from right to left such that it turns nothing round beside it."""
    if text.isascii() or not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return text
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def aligned(rows: Sequence[Sequence[str]], limits: Sequence[int], indent: int = 2) -> list[str]:
    """Lay out rows in columns, each as wide as its widest cell but no wider than its limit."""
    cells = [[cut(one_line(cell), limit) for cell, limit in zip(row, limits, strict=True)] for row in rows]
    widths = [max(map(columns_of, column), default=0) for column in zip(*cells, strict=True)]
    return [
        (
            " " * indent + "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def wrapped(text: str, indent: int = 2) -> list[str]:
    """Break a text into indented lines that fit; a path stays whole, so that it can be copied."""
    room = WIDTH - indent
    lines = [""]
    for word in (part for whole in one_line(text).split(" ") for part in _parts(whole, room)):
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and columns_of(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return [" " * indent + line for line in lines]


def _parts(word: str, room: int) -> list[str]:
    """Split a long word of a script that has no spaces."""
    if word.isascii() or columns_of(word) <= room:
        return [word]
    return [word[start : start + room // 2] for start in range(0, len(word), room // 2)]


def ranges(numbers: Sequence[int]) -> str:
    """Write line numbers shortly: `3, 5-8`."""
    parts: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][1] + 1:
            parts[-1] = (parts[-1][0], number)
        else:
            parts.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - columns_of(cell))
