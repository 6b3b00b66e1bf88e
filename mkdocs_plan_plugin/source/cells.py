"""Where the cells of a table's row, and the values of fields, are on their lines as written."""

from __future__ import annotations

from mkdocs_plan_plugin.regex import regex

_LEAD = regex(r"[ \t>]*\|?")
_CELL = regex(r"(?:[^|\\]|\\.|\\$)*")
_WORD = regex(r"\S+")


def cell_spans(line: str) -> list[tuple[int, int]]:
    """Return where each cell of a row begins and ends, without the blanks around.

    A bar behind a backslash parts no cells. Source: GFM, section 4.10.
    """
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    end = len(line.rstrip())
    if line[:end].endswith("|") and not line[:end].endswith("\\|"):
        end -= 1
    found = []
    while True:
        match = _CELL.match(line, at, max(at, end))
        last = match.end() if match else at
        text = line[at:last]
        begin = at + len(text) - len(text.lstrip())
        found.append((begin, max(begin, at + len(text.rstrip()))))
        if last >= end:
            return found
        at = last + 1


def value_span(line: str, name: str, value: str) -> tuple[int, int] | None:
    """Return where the value of a field is behind its name; None where it can't be told.

    `value` is as read, without markup; what is inside of its first and last words is taken with it.
    """
    at = line.find(name)
    at = at + len(name) if at >= 0 else 0
    begin = line.find(value, at) if value else -1
    if begin >= 0:
        return begin, begin + len(value)
    words = _WORD.findall(value)
    if not words:
        return None
    begin = line.find(words[0], at)
    last = line.rfind(words[-1], begin + len(words[0])) if len(words) > 1 else begin
    if begin < 0 or last < 0:
        return None
    return _balanced(line, begin, last + len(words[-1]))


_MARKS = ("**", "__", "~~", "*", "_", "`")


def _balanced(line: str, begin: int, end: int) -> tuple[int, int]:
    """Return a range with the marks around it of which it holds but one of a pair: `**a** b`."""
    for mark in _MARKS:
        if line.count(mark, begin, end) % 2:
            if line.startswith(mark, end):
                end += len(mark)
            elif line.endswith(mark, 0, begin):
                begin -= len(mark)
    return begin, end
