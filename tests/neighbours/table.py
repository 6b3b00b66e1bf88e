"""The table of neighbours in README.md, written from tests that ran: `pytest -m neighbour --write-neighbours`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

README = Path(__file__).parent.parent.parent / "README.md"
BEGIN, END = (
    "<!-- neighbours: written by pytest -m neighbour --write-neighbours -->\n",
    "<!-- /neighbours -->\n",
)
PASSED = "passed"


class Table:
    """Collects what tests with the mark `neighbour` hold, and how they went."""

    def __init__(self) -> None:
        self._ran: list[tuple[str, str, str]] = []

    @staticmethod
    def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
        for item in items:
            if mark := item.get_closest_marker("neighbour"):
                item.user_properties.append(("neighbour", mark.args[0]))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = str(dict(report.user_properties).get("neighbour", ""))
        if name and (report.when == "call" or not report.passed):
            self._ran.append((name, report.nodeid, report.outcome))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if not hasattr(session.config, "workerinput"):  # those of xdist tell the one that began them
            before, _, rest = README.read_text("utf-8").partition(BEGIN)
            README.write_text(f"{before}{BEGIN}{rows(self._ran)}{END}{rest.partition(END)[2]}", "utf-8")


def rows(ran: Iterable[tuple[str, str, str]]) -> str:
    """The table, in the order of names, of tests: neighbour, id, and how it went."""
    held: dict[str, set[str]] = {}
    lacks: dict[str, str] = {}
    for name, nodeid, outcome in ran:
        held.setdefault(name, set()).add(words(nodeid))
        if outcome != PASSED and lacks.get(name) != "fails":
            lacks[name] = "fails" if outcome == "failed" else "was not installed when this was written"
    lines = ["| Beside | A test builds a site and sees |", "|---|---|"]
    lines += [
        f"| {name} | {lacks.get(name) or '; '.join(sorted(held[name]))} |"
        for name in sorted(held, key=str.casefold)
    ]
    return "\n".join(lines) + "\n"


def words(nodeid: str) -> str:
    """What the name of a test says."""
    return re.sub(r"\[.*", "", nodeid.rpartition("::")[2]).removeprefix("test_").replace("_", " ")
