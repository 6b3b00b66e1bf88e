from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.model import Finding, Plan
from mkdocs_plan_plugin.rules import Checker, Pending, RuleSite
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.weave import readings
from mkdocs_plan_plugin.weave.readings import Readings
from tests.reading.test_properties import plan_like

TODAY = dt.date(2026, 3, 1)

TEXT = "---\nplan: true\n---\n# A\n\n- [ ] a\n"


def checker() -> Checker:
    return Checker(RuleSite(today=TODAY))


def read(memory: Readings, text: str = TEXT, path: str = "a.md", settings: Settings | None = None):
    return memory.read(text, path, settings or Settings(), checker)


def test_what_one_build_does_to_a_plan_is_not_seen_by_the_next():
    memory = Readings()
    first = read(memory).found
    assert isinstance(first, Plan)
    first.rendered_differs = True
    first.findings.append(Finding(code="PLAN000"))
    again = read(memory).found
    assert isinstance(again, Plan)
    assert not again.rendered_differs
    assert not [finding for finding in again.findings if finding.code == "PLAN000"]


def test_an_unchanged_plan_is_neither_read_nor_checked_anew():
    memory = Readings()
    first = read(memory)
    assert first.pending is not None
    assert read(memory).pending is first.pending
    assert read(memory, TEXT + "\n").pending is not first.pending


def test_a_build_under_other_settings_reads_anew():
    memory = Readings()
    text = "# Plan\n\n**Status:** Draft\n\n## Phase 1: a\n\n- [ ] a\n\n## Phase 2: b\n"
    memory.begin(lambda: b"one", Cache(), TODAY)
    assert isinstance(read(memory, text, "x/a.md", Settings(include=["x/**"])).found, Plan)
    memory.begin(lambda: b"other", Cache(), TODAY)
    assert not isinstance(read(memory, text, "x/a.md", Settings(include=[])).found, Plan)


def read_anew(file: Path, text: str = TEXT, about: bytes = b"one", today: dt.date = TODAY):
    """Read a page in a new process, with what earlier ones have left."""
    return read_on(Readings(), file, text, about, today)


def read_on(memory: Readings, file: Path, text: str, about: bytes = b"one", today: dt.date = TODAY):
    """Read a page in another build of a process."""
    with Cache(file) as earlier:
        memory.begin(lambda: about, earlier, today)
        return memory.read(text, "a.md", Settings(), lambda: Checker(RuleSite(today=today)))


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """What a build of one plan has left."""
    file = tmp_path / "site.db"
    read_anew(file)
    return file


def no_reading(*_: object, **__: object) -> None:
    pytest.fail("the page is read")


def test_the_next_process_reads_only_what_changed(left: Path, monkeypatch: pytest.MonkeyPatch):
    fresh = read(Readings())
    monkeypatch.setattr(readings, "read", no_reading)
    again = read_anew(left)
    assert (again.found, again.pending) == (fresh.found, fresh.pending)
    for text, about in ((TEXT + "\n", b"one"), (TEXT, b"other")):
        with pytest.raises(pytest.fail.Exception):
            read_anew(left, text, about)


def test_what_one_process_does_to_a_plan_is_not_seen_by_the_next(left: Path):
    for _ in range(2):
        found = read_anew(left).found
        assert isinstance(found, Plan)
        assert found.findings == []
        found.findings.append(Finding(code="PLAN000"))


def test_a_plan_is_checked_anew_on_the_day_that_its_findings_may_differ(tmp_path: Path):
    text = TEXT.replace(
        "# A\n", "# A\n\n**Status:** In Progress\n**Owner:** Team Tide\n**Updated:** 2026-02-01\n"
    )
    memory, file = Readings(), tmp_path / "site.db"
    for day, stale in (("2026-03-01", False), ("2026-06-01", True), ("2026-03-01", False)):
        today = dt.date.fromisoformat(day)
        for one in (read_on(memory, file, text, today=today), read_anew(file, text, today=today)):
            assert one.pending is not None
            assert ("PLAN208" in [each.code for each in one.pending.findings]) == stale


def test_a_page_that_is_no_plan_asks_for_nothing(tmp_path: Path):
    with Cache(tmp_path / "site.db") as earlier:
        memory = Readings()
        memory.begin(lambda: pytest.fail("asked"), earlier, TODAY)
        assert read(memory, "# Notes\n").found is None
    assert list(tmp_path.iterdir()) == []


@given(plan_like)
def test_what_is_kept_of_a_plan_is_all_of_it(text: str):
    found = read(Readings(), "---\nplan: true\n---\n" + text)
    assert found.pending is not None
    packed = msgspec.msgpack.encode(found.pending)
    assert msgspec.msgpack.decode(packed, type=Pending) == found.pending


def test_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(readings, "_MOST", 3)
    memory = Readings()
    for number in range(10):
        read(memory, path=f"{number}.md")
    assert len(memory._kept) == 3
