"""Tables that a formatter has joined to one line: no dialect shows them, but what they say can be read."""

from __future__ import annotations

from mkdocs_plan_plugin.regex import regex

_BAR = regex(r"(?<!\\)\|")
_RULE = regex(r":?-+:?")


def joined_rows(text: str) -> list[list[str]]:
    """Return the cells of a table that is on one line, its rule the second row; empty for anything else.

    `| A | B | |---|---| | a | b |` → `[[A, B], [---, ---], [a, b]]`. Rows of other lengths are no table.
    """
    start, *cells = [cell.strip() for cell in _BAR.split(text.strip())]
    wide = cells.index("") + 1 if not start and "" in cells else 0
    rows = [cells[at : at + wide] for at in range(0, len(cells), wide)] if wide > 1 else []
    if len(rows) < 3 or any(len(row) < wide or row[-1] for row in rows):
        return []
    return [row[:-1] for row in rows] if all(map(_RULE.fullmatch, rows[1][:-1])) else []
