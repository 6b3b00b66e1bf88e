"""The table of neighbours in README.md, written from tests that ran: `pytest --write-neighbours tests`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

README = Path(__file__).parent.parent.parent / "README.md"
BEGIN, END = "<!-- neighbours: written by pytest --write-neighbours -->\n", "<!-- /neighbours -->\n"


class Table:
    """Collects what tests with the mark `neighbour` hold, and how they went."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._passed: dict[str, list[str]] = {}
        self._not: dict[str, str] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if mark := item.get_closest_marker("neighbour"):
                self._names[item.nodeid] = mark.args[0]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = self._names.get(report.nodeid)
        if name is None:
            return
        if report.failed or report.skipped:
            self._not[name] = "fails" if report.failed else "was not installed when this was written"
        elif report.when == "call":
            held = words(report.nodeid)
            if held not in (known := self._passed.setdefault(name, [])):
                known.append(held)

    def pytest_sessionfinish(self) -> None:
        before, _, rest = README.read_text("utf-8").partition(BEGIN)
        README.write_text(f"{before}{BEGIN}{self.rows()}{END}{rest.partition(END)[2]}", "utf-8")

    def rows(self) -> str:
        """The table, in the order of names."""
        lines = ["| Beside | A test builds a site and sees |", "|---|---|"]
        for name in sorted({*self._passed, *self._not}, key=str.casefold):
            told = self._not.get(name) or "; ".join(sorted(self._passed[name]))
            lines.append(f"| {name} | {told} |")
        return "\n".join(lines) + "\n"


def words(nodeid: str) -> str:
    """What the name of a test says."""
    return re.sub(r"\[.*", "", nodeid.rpartition("::")[2]).removeprefix("test_").replace("_", " ")
