"""The text of a block, without the items and quotes that it is in, as it has to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.source.list_lines import FENCE, broken, is_field, plain, rule, spaced, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.source.list_entries import ListEntry

BOXES = ("[ ] ", "[x] ", "[X] ")


def content(lines: Sequence[str], entry: ListEntry, number: int) -> str:
    """Return a line of a block without what the block is in."""
    line = spaced(lines[number - 1], markers=entry.frame.line == number)
    return line[entry.frame.content(line, number) :]


def text(lines: Sequence[str], entry: ListEntry, number: int) -> str:
    """Return a line of a block from its first character on."""
    return content(lines, entry, number).lstrip(" \t")


def texts(lines: Sequence[str], entry: ListEntry) -> list[str]:
    """Return the lines of a block that moves, indented only where its own content is."""
    if entry.kind == "paragraph":
        written = paragraph(unindented(lines, entry), entry)
        if len(written) == 1:
            return written
        far = [_is_far(lines, entry, number) for number in range(entry.first + 1, entry.last + 1)]
        return [written[0], *(" " * 4 * deep + line for deep, line in zip(far, written[1:], strict=True))]
    if entry.kind == "rule":
        return [rule(text(lines, entry, entry.first))]
    if entry.kind not in ("code", "html", "fence"):
        return unindented(lines, entry)
    found = [content(lines, entry, number) for number in range(entry.first, entry.last + 1)]
    if entry.kind == "html":
        return found
    if entry.kind == "code":
        return [" " * 4 + line[min(4, width(line)) :] for line in found]
    indent = width(found[0])
    return [line[min(indent, width(line)) :] for line in found]


def unindented(lines: Sequence[str], entry: ListEntry) -> list[str]:
    """Return the lines of a block from their first character on."""
    return [text(lines, entry, number) for number in range(entry.first, entry.last + 1)]


def paragraph(found: Sequence[str], entry: ListEntry) -> list[str]:
    """Return the lines of a paragraph: nothing taken for a list, each field on a line of its own."""
    written = list(found)
    fields = False
    for index, line in enumerate(found if len(found) > 1 else ()):
        if is_field(line[4:] if line.startswith(BOXES) and not index else line):
            if fields:
                written[index - 1] = broken(written[index - 1])
            fields = True
    return [plain(line) for line in written] if entry.frame.kind == "item" else written


def _is_far(lines: Sequence[str], entry: ListEntry, number: int) -> bool:
    """Return whether a further line is text only because of where it is, and could begin something."""
    line = spaced(lines[number - 1])
    frame, at = entry.frame, 0
    for quote in frame.quotes:
        at = quote.past(line, at)
        if at < 0:
            return True
    return not frame.source <= width(line, at) < frame.source + 4


def closed(fence: list[str], marker: str) -> list[str]:
    """Return the lines of a fence with a closing fence that is exactly the opening one."""
    body = fence[1:-1] if len(fence) > 1 and _closes(fence[-1], marker) else fence[1:]
    rest = fence[0][len(marker) :]
    lengths = [len(line.strip()) for line in body if _closes(line, marker)]
    if lengths:
        marker = marker[0] * (max(lengths) + 1)
    return [marker + rest, *body, marker]


def unfenced(fence: list[str], marker: str) -> list[str]:
    """Return the lines of a fence as indented code between blank lines."""
    end = len(fence) > 1 and _closes(fence[-1], marker)
    code = [" " * 4 + line for line in (fence[1:-1] if end else fence[1:])]
    return ["", *code, ""] if end else ["", *code]


def _closes(line: str, marker: str) -> bool:
    match = FENCE.match(line)
    return bool(match and match[1].startswith(marker) and not line[match.end() :].strip() and width(line) < 4)
