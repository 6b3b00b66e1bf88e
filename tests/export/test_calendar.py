"""The calendar of what is due, and badges."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

from mkdocs_plan_plugin.export.badges import badge, path_of
from mkdocs_plan_plugin.export.calendar import as_calendar, has_dates
from mkdocs_plan_plugin.model import Phase, Plan, PlanProgress
from mkdocs_plan_plugin.portfolio import join

TODAY = dt.date(2026, 3, 1)


def calendar(*plans: Plan) -> list[str]:
    text = as_calendar(
        join(plans, TODAY).entries, TODAY, lambda plan, anchor: f"https://x.example/{plan.path}#{anchor}"
    )
    return text.decode().replace("\r\n ", "").split("\r\n")


def test_what_is_still_to_be_done_is_an_event_of_its_day() -> None:
    kiln = Plan(
        path="kiln.md",
        title="Kiln; part 1, `hot`",
        state="in-progress",
        due="2026-06-30",
        due_precision="quarter",
        due_text="Q2 2026",
        phases=[
            Phase(title="Dig", due="2026-02-01", effective_state="complete"),
            Phase(title="Pour", due="2026-04-01", anchor="plan-phase-2"),
        ],
    )
    done = Plan(path="done.md", title="Done", state="complete", due="2026-06-30")
    lines = calendar(kiln, done)
    assert [line for line in lines if line.startswith(("SUMMARY", "DTSTART", "DESCRIPTION", "URL"))] == [
        "DTSTART;VALUE=DATE:20260630",
        "SUMMARY:Kiln\\; part 1\\, hot",
        "DESCRIPTION:Q2 2026",
        "URL:https://x.example/kiln.md#",
        "DTSTART;VALUE=DATE:20260401",
        "SUMMARY:Kiln\\; part 1\\, hot: Pour",
        "URL:https://x.example/kiln.md#plan-phase-2",
    ]
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert len({line for line in lines if line.startswith("UID:")}) == 2


def test_lines_are_folded_by_octets() -> None:
    plan = Plan(path="a.md", title="Übergröße " * 40, state="planning", due="2026-06-30")
    text = as_calendar(join([plan], TODAY).entries, TODAY, lambda *_: "")
    assert max(len(line) for line in text.split(b"\r\n")) <= 75
    assert ("Übergröße " * 39) in text.decode().replace("\r\n ", "")


def test_without_dates_there_is_nothing_to_write() -> None:
    assert not has_dates(
        join([Plan(path="a.md"), Plan(path="b.md", state="complete", due="2026-01-01")]).entries
    )
    assert has_dates(join([Plan(path="a.md", phases=[Phase(due="2026-01-01")])]).entries)


def test_a_badge_says_state_or_percentage_and_what_is_late() -> None:
    plan = Plan(
        path="plans/kiln.md", title="Kiln <1>", state="in-progress", progress=PlanProgress(percent=40)
    )
    late = Plan(path="b.md", title="Late", state="in-progress", due="2026-01-01")
    portfolio = join([plan, late], TODAY)

    def told(one: Plan, kind: str) -> str:
        return ET.fromstring(badge(portfolio.entry(one), kind)).attrib["aria-label"]

    assert told(plan, "state") == "Kiln <1>: in progress"
    assert told(plan, "percent") == "Kiln <1>: 40 %"
    assert told(late, "percent") == "Late: in progress, late"
    assert path_of(plan) == "plans/kiln.svg"
