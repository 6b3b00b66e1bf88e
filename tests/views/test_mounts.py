from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import (
    Benchmark,
    Checklist,
    Decision,
    PageOptions,
    Phase,
    Plan,
    Progress,
    Risk,
    Step,
    Task,
)
from mkdocs_plan_plugin.settings import PIECES
from mkdocs_plan_plugin.views.placements import pieces, placements


def drawn(plan, show=None):
    """Mounts as lines: `12 after phase-bar 0`."""
    return [f"{m.line} {m.where} {m.kind} {m.anchor or m.index}" for m in placements(plan, show)]


def test_every_piece_has_its_place():
    plan = Plan(
        line=1,
        phases_line=20,
        sections={"risks": 50},
        phases=[
            Phase(line=21, anchor="plan-phase-1", effective_state="complete", steps=[Step(line=23, anchor="plan-step-1-1")]),
            Phase(line=30, anchor="plan-phase-2", progress=Progress(total=3)),
            Phase(line=40, anchor="plan-phase-3"),
        ],
        checklists=[Checklist(line=25, total=3), Checklist(line=35, total=2, heading=True), Checklist(line=36)],
        risks=[Risk(line=52, anchor="plan-risk-1", heading=True), Risk(line=60, anchor="plan-risk-2")],
        decisions=[Decision(line=10, anchor="plan-decision-1", heading=True)],
        benchmarks=[Benchmark(line=72, verdict="met"), Benchmark(line=73)],
        benchmarks_line=70,
        dependencies_line=48,
    )  # fmt: skip
    assert drawn(plan) == [
        "1 after banner 0",
        "1 after card 0",
        "10 inline anchor plan-decision-1",
        "20 after stepper 0",
        "21 inline anchor plan-phase-1",
        "21 after phase-bar 0",
        "23 inline anchor plan-step-1-1",
        "25 inline checklist-count 0",
        "30 inline anchor plan-phase-2",
        "30 after phase-bar 1",
        "35 after checklist-count 1",
        "40 inline anchor plan-phase-3",
        "48 after dependencies 0",
        "50 after risk-matrix 0",
        "52 inline anchor plan-risk-1",
        "60 inline anchor plan-risk-2",
        "70 inline anchor plan-benchmarks",
        "72 inline verdict 0",
    ]


@pytest.mark.parametrize(
    ("done", "tasks", "pieces", "counted"),
    [
        (2, 3, None, False),  # all tasks of its phase
        (1, 3, None, True),  # some of them
        (2, 4, None, True),
        (2, 3, ["checklist-count"], True),  # no bar says it
    ],
)
def test_a_checklist_has_no_count_where_the_bar_of_its_phase_says_the_same(done, tasks, pieces, counted):
    plan = Plan(
        line=1,
        phases=[Phase(line=5, heading=True, progress=Progress(done=2, total=3))],
        checklists=[Checklist(line=6, done=done, total=tasks)],
        task_list=[Task(line=7, phase=0)],
    )
    assert ("6 inline checklist-count 0" in drawn(plan, pieces)) is counted


def test_a_checklist_behind_the_phases_keeps_its_count():
    plan = Plan(
        line=1,
        phases=[Phase(line=5, heading=True, progress=Progress(done=0, total=1))],
        checklists=[Checklist(line=8, done=0, total=1)],
        task_list=[Task(line=7, phase=0), Task(line=9)],
    )
    assert "8 inline checklist-count 0" in drawn(plan)


def test_an_empty_page_has_a_card_at_the_top():
    assert drawn(Plan()) == ["0 after banner 0", "0 after card 0"]


def test_without_a_heading_above_the_phases_the_stepper_stands_before_the_first():
    plan = Plan(line=1, phases=[Phase(line=5, effective_state="pending"), Phase(line=9)])
    assert drawn(plan, ["stepper", "phase-bar"]) == ["5 before stepper 0", "5 after phase-bar 0"]


def test_a_template_page_has_a_card_and_its_anchors():
    plan = Plan(
        line=1, template=True, phases=[Phase(line=5, anchor="plan-phase-1", progress=Progress(total=1))]
    )
    assert drawn(plan) == ["1 after banner 0", "1 after card 0", "5 inline anchor plan-phase-1"]


@pytest.mark.parametrize(
    ("site", "page", "expected"),
    [
        (None, PageOptions(), list(PIECES)),
        (["card"], PageOptions(), ["card"]),
        (["card"], PageOptions(show=["stepper", "card"]), ["card", "stepper"]),
        (["card", "stepper"], PageOptions(hide=["card"]), ["stepper"]),
        ([], PageOptions(), []),
        (None, PageOptions(show=["nonsense"]), []),
    ],
)
def test_the_page_chooses_before_the_site(site, page, expected):
    assert pieces(Plan(options=page), site) == expected


def test_a_stepper_of_several_parts_stands_before_the_first():
    plan = Plan(line=1, phases_line=5, phases=[Phase(line=7, part="Hull"), Phase(line=12, part="Rig")])
    assert "5 before stepper 0" in drawn(plan)


def test_a_phase_that_is_no_heading_has_an_anchor_and_no_bar():
    plan = Plan(
        line=1,
        phases_line=5,
        phases=[
            Phase(line=7, anchor="plan-phase-1", heading=False, state="complete", effective_state="complete")
        ],
    )
    assert "7 inline anchor plan-phase-1" in drawn(plan)
    assert not [placement for placement in drawn(plan) if "phase-bar" in placement]
