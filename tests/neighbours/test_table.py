from __future__ import annotations

import pytest

from tests.neighbours.table import BEGIN, END, PASSED, README, rows

WRITE = "write the table anew, behind .ci/hosts: pytest -m neighbour --write-neighbours"


class Collected:
    """The tests with the mark `neighbour`, as if all had run and passed."""

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.tests = [
            (mark.args[0], item.nodeid, PASSED)
            for item in session.items
            if (mark := item.get_closest_marker("neighbour"))
        ]


def test_the_table_in_the_readme_is_that_of_the_tests_and_all_have_passed():
    tests = README.parent / "tests"
    files = [str(file) for file in tests.rglob("test_*.py") if "neighbour(" in file.read_text("utf-8")]
    collected = Collected()
    pytest.main(["--collect-only", "-q", *files], [collected])
    table = README.read_text("utf-8").partition(BEGIN)[2].partition(END)[0]
    assert table.splitlines() == rows(collected.tests).splitlines(), WRITE


def test_a_neighbour_of_which_a_test_fails_or_skips_says_so():
    ran = [
        ("rss", "tests/a.py::test_a_feed_has_it[1]", "passed"),
        ("Macros", "tests/a.py::test_one", "skipped"),
        ("minify", "tests/a.py::test_two", "passed"),
        ("rss", "tests/a.py::test_a_feed_has_it[2]", "passed"),
        ("minify", "tests/a.py::test_three", "failed"),
        ("minify", "tests/a.py::test_four", "skipped"),
        ("rss", "tests/a.py::test_and_no_more", "passed"),
    ]
    assert rows(ran).splitlines()[2:] == [
        "| Macros | was not installed when this was written |",
        "| minify | fails |",
        "| rss | a feed has it; and no more |",
    ]
