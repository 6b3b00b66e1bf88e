"""What a page asks for, held to the file; and who may ask."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

import pytest

from mkdocs_plan_plugin.preview.ask import Outdated, carried_out, read_ask
from mkdocs_plan_plugin.preview.gate import Request, is_loopback, turned_away
from mkdocs_plan_plugin.reading.page import outline_of, read_plan
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.views.words import STAGES
from mkdocs_plan_plugin.writing.states import OF_STAGE

DAY = dt.date(2026, 7, 1)
PLAN = """# Plan: dig

**Progress:** 1/3 tasks (33%)
**Updated:** 2026-06-01

## Phase 1: Dig

- [x] Same
- [ ] Same
- [ ] Other

| Task | Status |
|------|--------|
| Row  | Open   |
"""


def read(text):
    outline = outline_of(text, Settings())
    return read_plan(outline), outline


def done(**given) -> str:
    asked = {
        "kind": "task",
        "path": "a.md",
        "line": 9,
        "text": "Same",
        "was": "open",
        "state": "done",
        **given,
    }
    return carried_out(read_ask(json.dumps(asked).encode()), PLAN.encode(), read, DAY).decode()


def test_of_two_tasks_of_one_text_the_line_tells_which():
    assert done() == PLAN.replace("- [ ] Same", "- [x] Same").replace(
        "1/3 tasks (33%)", "2/4 tasks (50%)"
    ).replace("06-01", "07-01")


def test_a_row_of_a_table_is_a_task_too():
    assert "| Row  | Complete   |" in done(line=14, text="Row")


@pytest.mark.parametrize(
    "given", [{"line": 8}, {"line": 10}, {"text": "Other"}, {"was": "done"}, {"line": 0}]
)
def test_what_the_file_does_not_say_is_outdated(given):
    with pytest.raises(Outdated):
        done(**given)


def test_a_phase_gets_the_states_that_the_engine_can_write():
    assert set(STAGES) == set(OF_STAGE)
    for state in STAGES:
        if state != "in-progress":
            after = done(kind="phase", line=6, text="Dig", was="in-progress", state=state)
            assert read(after)[0].phases[0].state == state


@dataclass
class Asking:
    port: int = 8000

    def allowed(self, bound: str = "127.0.0.1", **given: str) -> bool:
        usual = {
            "method": "POST",
            "host": "127.0.0.1:8000",
            "origin": "http://127.0.0.1:8000",
            "site": "",
            "content_type": "application/json; charset=utf-8",
            "token": "a token",
        }
        return turned_away(Request(**usual | given), (bound, self.port), "a token") is None


@pytest.mark.parametrize(
    ("bound", "given", "allowed"),
    [
        ("127.0.0.1", {}, True),
        ("127.0.0.1", {"site": "same-origin"}, True),
        ("127.0.0.1", {"host": "localhost:8000", "origin": "http://localhost:8000"}, True),
        ("127.0.0.1", {"host": "LocalHost:8000", "origin": "http://localhost:8000"}, True),
        ("::1", {"host": "[::1]:8000", "origin": "http://[::1]:8000"}, True),
        ("0.0.0.0", {}, False),
        ("::", {}, False),
        ("192.0.2.7", {"host": "192.0.2.7:8000", "origin": "http://192.0.2.7:8000"}, False),
        ("127.0.0.1", {"host": "localhost.example:8000", "origin": "http://localhost.example:8000"}, False),
        ("127.0.0.1", {"host": "127.0.0.1.example:8000", "origin": "http://127.0.0.1.example:8000"}, False),
        ("127.0.0.1", {"host": "", "origin": "http://"}, False),
        ("127.0.0.1", {"host": "127.0.0.1:8000/", "origin": "http://127.0.0.1:8000/"}, False),
        ("127.0.0.1", {"host": "a@127.0.0.1:8000", "origin": "http://a@127.0.0.1:8000"}, True),
        ("127.0.0.1", {"host": "127.0.0.1:x", "origin": "http://127.0.0.1:x"}, False),
        ("127.0.0.1", {"host": "[", "origin": "http://["}, False),
        ("127.0.0.1", {"host": "127.0.0.1:8001", "origin": "http://127.0.0.1:8001"}, False),
        ("127.0.0.1", {"origin": "https://127.0.0.1:8000"}, False),
        ("127.0.0.1", {"origin": "http://localhost:8000"}, False),
        ("127.0.0.1", {"origin": "null"}, False),
        ("127.0.0.1", {"site": "cross-site"}, False),
        ("127.0.0.1", {"site": "none"}, False),
        ("127.0.0.1", {"content_type": "text/plain; application/json"}, False),
        ("127.0.0.1", {"token": "a toke"}, False),
        ("127.0.0.1", {"method": "post"}, False),
    ],
)
def test_who_may_ask(bound, given, allowed):
    assert Asking().allowed(bound, **given) == allowed


def test_without_a_port_it_is_80():
    assert Asking(80).allowed(host="localhost", origin="http://localhost")


@pytest.mark.parametrize(
    ("host", "here"), [("127.8.8.8", True), ("::1", True), ("localhost", True), ("10.0.0.1", False)]
)
def test_this_machine(host, here):
    assert is_loopback(host) == here
