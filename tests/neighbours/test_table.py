from __future__ import annotations

import re

from tests.neighbours.table import BEGIN, END, README


def test_the_table_in_the_readme_has_a_row_for_each_neighbour_and_none_that_fails():
    tests = README.parent / "tests"
    marked = set()
    for file in tests.rglob("test_*.py"):
        marked |= set(re.findall(r'neighbour\("([^"]+)"', file.read_text("utf-8")))
    rows = README.read_text("utf-8").partition(BEGIN)[2].partition(END)[0].splitlines()[2:]
    told = {row.split(" | ")[0].strip("| "): row for row in rows}
    assert set(told) == marked - {"([^"}, "write the table anew: pytest --write-neighbours tests"
    assert not [row for row in rows if row.endswith("| fails |")]
