"""Slots: the places of a page's Markdown that views, anchors and checkboxes will fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.cells import cell_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plan_plugin.model import Task
    from mkdocs_plan_plugin.views.directives import Directive
    from mkdocs_plan_plugin.views.placements import Placement
    from mkdocs_plan_plugin.weave.tokens import Tokens

_MARK = regex(r"([ \t>:]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)\[([^\[\]\n]{1,4})\](?=[ \t]|$)")
_BULLET = regex(r"[ \t>:]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+")
_HEADING = regex(r"[ \t>:]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>:]+)*#{1,6}")
_SENSITIVE = regex(
    r"[ \t>:]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>:]+)*"
    r"(?:!!!|\?\?\?|===|///|:::|```|~~~|\$\$|--8<--|\{[^{}]*\}[ \t]*$)"
)
"""A line that opens a block in some dialect, or is an attribute list: not so with anything behind it."""
_ENDINGS = "|#} \t\\>"
"""What the text of a line may end with where the token does not simply go behind it."""


class Slot(msgspec.Struct):
    """A place on a line of Markdown, with what shall be there.

    Either `placements`, at the end of the line (a verdict at the end of the first cell of its row); or
    `task`, in its box, if it has one (`boxed`), else at the beginning of its item; or `directive`, in its
    comment.
    """

    line: int
    placements: tuple[Placement, ...] = ()
    task: Task | None = None
    directive: Directive | None = None
    boxed: bool = False


def put_in(lines: list[str], slots: Iterable[Slot], tokens: Tokens) -> list[Slot]:
    r"""Put the tokens of slots into `lines`, in place; return the slots in the order of their numbers.

    An element of `lines` is one line of the page, which may have grown blank lines in front. Slots
    of lines that the page does not have, or that bear nothing behind them, are left out; `line` counts
    from 1.
    """
    numbered: list[Slot] = []
    # The comments of a line are counted, and those with a token in them don't count: from the last on.
    for slot in sorted(slots, key=_from_right):
        if not 1 <= slot.line <= len(lines):
            continue
        head, newline, line = lines[slot.line - 1].rpartition("\n")
        token = tokens.token(len(numbered))
        if slot.directive is not None:
            line = _in_comment(line, slot.directive, token)
        elif slot.task is not None:
            line, slot.boxed = _in_box(line, token, tokens.guard)
        elif _SENSITIVE.match(line):
            continue
        elif any(placement.kind == "verdict" for placement in slot.placements):
            line = _in_first_cell(line, token)
        else:
            line = at_line_end(line, token)
        lines[slot.line - 1] = head + newline + line
        numbered.append(slot)
    return numbered


def at_line_end(line: str, token: str) -> str:
    r"""Return the line with the token behind its text.

    Closing hashes, an attribute list, the last bar of a table row and the two spaces of a hard break
    stay behind it, because they mean something only at the end.
    """
    if line[-1:] not in _ENDINGS:
        return line + token
    end = len(line[: _text_end(line)].rstrip("\\"))  # at the end it breaks the line, or escapes what follows
    before = line[:end]
    gap = "" if before.strip("# \t>") else " "  # a bare `##` would run into the token
    return f"{before}{gap}{token}{line[end:]}"


def _in_first_cell(line: str, token: str) -> str:
    """Return the row with the token behind its first cell, which a phone shows without moving the table.

    Where that cell can't be told, since code may hold bars, it goes to the end of the line.
    """
    begin, end = cell_spans(line)[0]
    if "|" not in line or begin == end or line.count("`", begin, end) % 2:
        return at_line_end(line, token)
    return f"{line[:end]}{token}{line[end:]}"


def _text_end(line: str) -> int:
    """Return where the text of a line ends."""
    text = line.rstrip(" \t")
    if text.endswith("|") and not text.endswith("\\|"):
        return len(text[:-1].rstrip(" \t"))
    heading = _HEADING.match(text)
    first = heading.end() if heading else 0
    while len(text) > first:
        if text.endswith("}"):
            inner = text[text.rfind("{") + 1 : -1]
            rest = text[: -len(inner) - 2] if "}" not in inner else ""
        else:
            rest = text.rstrip("#") if heading else ""
        if len(rest) < first or rest[-1:] not in (" ", "\t") or rest == text:
            break
        text = rest.rstrip(" \t")
    return len(text)


def _in_box(line: str, token: str, guard: str) -> tuple[str, bool]:
    """Return the line with the token in its `[x]`, and true; or false where it has none.

    An item led by an emoji keeps it; the token goes in front. In the row of a table it goes behind the
    text of the last cell.
    """
    if mark := _MARK.match(line):
        return f"{line[: mark.start(2)]}{token}{mark[2]}]{guard}{line[mark.end() :]}", True
    bullet = _BULLET.match(line)
    at = bullet.end() if bullet else _text_end(line)
    return f"{line[:at]}{token}{line[at:]}", False


def _in_comment(line: str, directive: Directive, token: str) -> str:
    """Return the first line of a directive with the token right behind `<!--`."""
    found = directive.opening(line)
    at = found + len("<!--")
    return line if found < 0 else f"{line[:at]}{token}{line[at:]}"


def _from_right(slot: Slot) -> tuple[int, int]:
    return slot.line, -slot.directive.ordinal if slot.directive else 1
