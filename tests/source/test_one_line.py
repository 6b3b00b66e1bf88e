"""Tables that a formatter has joined to one line."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.source.one_line import joined_rows
from tests.reading.drawn import read

JOINED = "| Risk | Mitigation | |------|:--:| | **Gas** | call `on` | | Rain | |"


def test_rows_that_were_joined_are_parted_again():
    rows = [["Risk", "Mitigation"], ["------", ":--:"], ["**Gas**", "call `on`"], ["Rain", ""]]
    assert joined_rows(JOINED) == rows
    assert joined_rows(r"| A | | - | | x \| y |") == [["A"], ["-"], [r"x \| y"]]


@pytest.mark.parametrize(
    "text",
    [
        "| Risk | Mitigation |",
        "| Risk | Mitigation | |---|---|",
        "| Risk | Mitigation | | Gas | call |",
        "| Risk | Mitigation | |---|---| | Gas |",
        "Risk | Mitigation | |---|---| | Gas | call",
        "|",
        "||||||",
        "",
    ],
)
def test_other_lines_with_bars_are_no_table(text: str):
    assert joined_rows(text) == []


def test_what_it_says_is_read():
    risks = read(f"# P\n\n## Risks\n\n{JOINED}\n").risks
    assert [(risk.title, risk.line) for risk in risks] == [("Gas", 5), ("Rain", 5)]
