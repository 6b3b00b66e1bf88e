"""Subjects: few things to know, each with a name for a plan's page, for all plans, and for a part."""

from __future__ import annotations

import datetime as dt

import pytest

from mkdocs_plan_plugin.model import Benchmark, Criterion, Deliverable, Plan
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.views.answers import answer
from mkdocs_plan_plugin.views.directives import find
from mkdocs_plan_plugin.views.registry import SUBJECTS, VIEWS

MOST = 16


def test_subjects_stay_few_and_hold_every_view_once():
    assert len(SUBJECTS) <= MOST
    assert sorted(key for keys in SUBJECTS.values() for key in keys) == sorted(VIEWS)


QUAY = Plan(
    path="quay.md",
    title="Quay",
    criteria=[Criterion(text="Boats land in four minutes", state="open")],
    benchmarks=[Benchmark(metric="Landing", target="4 min", actual="5 min", verdict="missed")],
    deliverables=[Deliverable(text="A ramp", state="done")],
)
TALK = Plan(path="talk.md", title="Talk", deliverables=[Deliverable(text="Slides", state="open")])


def test_results_are_all_three(html):
    assert html("plans:results", QUAY) == "".join(
        html(f"plans:{name}", QUAY) for name in ("criteria", "benchmarks", "deliverables")
    )


def test_results_leave_out_what_no_plan_has(html):
    assert html("plans:results", TALK) == html("plans:deliverables", TALK)


def test_results_of_nothing_say_so_once(show):
    assert show("plans:results", Plan(title="New"), hints=False).get_text() == "No criteria written down."


def answered(text):
    [directive] = find(text)
    return answer(directive, None, "index.md", join((QUAY,)), (), dt.date(2026, 3, 2))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("<!-- plans:results {show: criteria} -->", "<!-- plans:criteria -->"),
        (
            "<!-- plans:results {show: benchmarks, sort: -verdict, columns: [metric]} -->",
            "<!-- plans:benchmarks {sort: -verdict, columns: [metric]} -->",
        ),
        ("<!-- plans:results {show: deliverables, limit: 3} -->", "<!-- plans:deliverables {limit: 3} -->"),
    ],
)
def test_show_names_a_part(short, long):
    assert answered(short) == answered(long)
    assert answered(short).problems == []


def test_show_names_no_part():
    assert [str(problem) for problem in answered("<!-- plans:results {show: risks} -->").problems] == [
        "there is no view 'plans:results/risks'. Write: <!-- plans:results -->"
    ]
