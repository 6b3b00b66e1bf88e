"""Slots: the places of a page's Markdown that views, anchors and checkboxes will fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plan_plugin.model import Task
    from mkdocs_plan_plugin.views.mounts import Mount
    from mkdocs_plan_plugin.weave.directives import Directive
    from mkdocs_plan_plugin.weave.seal import Seal

_MARK = regex(r"([ \t>:]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)\[([^\[\]\n]{1,4})\](?=[ \t]|$)")
_BULLET = regex(r"[ \t>:]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+")
_HEADING_TAIL = regex(r"(?:[ \t]+(?:\{[^{}\n]*\}|#+))*[ \t]*\Z")
_TAIL = regex(r"(?:[ \t]+\{[^{}\n]*\})*[ \t]*\Z")
_ENDINGS = "|#} \t\\>"
"""What the text of a line may end with where the token does not simply go behind it."""
_ROW_TAIL = regex(r"[ \t]*(?<!\\)\|[ \t]*\Z")


class Slot(msgspec.Struct, gc=False):
    """A place on a line of Markdown, with what shall stand there.

    Either `mounts`, at the end of the line; or `task`, in the place of its box, whose text is kept
    in `original`; or `directive`, in the place of its comment.
    """

    line: int
    mounts: tuple[Mount, ...] = ()
    task: Task | None = None
    directive: Directive | None = None
    original: str = ""


def thread(lines: list[str], slots: Iterable[Slot], seal: Seal) -> list[Slot]:
    r"""Put the tokens of slots into `lines`, in place; return the slots in the order of their numbers.

    An element of `lines` is one line of the page, which may have grown blank lines in front. Slots
    of lines that the page does not have are left out; `line` counts from 1.
    """
    threaded: list[Slot] = []
    # Directives change columns of their line and are therefore put in from the last to the first.
    for slot in sorted(slots, key=_from_right):
        if not 1 <= slot.line <= len(lines):
            continue
        head, newline, line = lines[slot.line - 1].rpartition("\n")
        token = seal.token(len(threaded))
        if slot.directive is not None:
            line = _over_directive(line, slot.directive, token, lines, slot.line)
        elif slot.task is not None:
            line, slot.original = _over_box(line, token)
        else:
            line = at_line_end(line, token)
        lines[slot.line - 1] = head + newline + line
        threaded.append(slot)
    return threaded


def at_line_end(line: str, token: str) -> str:
    r"""Return the line with the token behind its text.

    Closing hashes, an attribute list, the last bar of a table row and the two spaces of a hard break
    stay behind it, because they mean something only at the end.
    """
    if line[-1:] not in _ENDINGS:
        return line + token
    text = line.lstrip(" \t>")
    if text.startswith("|"):
        tail = _ROW_TAIL.search(line)
    elif text.startswith("#"):
        tail = _HEADING_TAIL.search(line)
    else:
        tail = _TAIL.search(line)
    end = tail.start() if tail else len(line)
    before = line[:end]
    # A bare `##` would run into the token, and a backslash would escape it.
    gap = " " if before.endswith("\\") or not before.strip("# \t>") else ""
    return f"{before}{gap}{token}{line[end:]}"


def _over_box(line: str, token: str) -> tuple[str, str]:
    """Return the line with its `[x]` replaced, and what was replaced.

    An item led by an emoji keeps it; the token goes in front. In the row of a table it goes behind the
    text of the last cell.
    """
    if mark := _MARK.match(line):
        return f"{mark[1]}{token}{line[mark.end() :]}", line[mark.end(1) : mark.end()]
    bullet = _BULLET.match(line)
    if bullet is None:
        end = tail.start() if (tail := _ROW_TAIL.search(line)) else len(line)
        return f"{line[:end]}{token}{line[end:]}", ""
    return f"{line[: bullet.end()]}{token}{line[bullet.end() :]}", ""


def _over_directive(line: str, directive: Directive, token: str, lines: list[str], number: int) -> str:
    """Return the directive's first line with the token in its place; cut the comment from the others."""
    found = directive.opening(line)
    if found < 0:
        return line
    close = line.find("-->", found)
    if close >= 0:
        return f"{line[:found]}{token}{line[close + 3 :]}"
    for at in range(number, len(lines)):
        close = lines[at].find("-->")
        lines[at] = lines[at][close + 3 :] if close >= 0 else ""
        if close >= 0:
            break
    return line[:found] + token


def _from_right(slot: Slot) -> tuple[int, int]:
    return slot.line, -slot.directive.ordinal if slot.directive else 1
