"""What the other files of a plan's folder add: risks, decisions, what is left out, each with its file."""

from __future__ import annotations

import datetime as dt

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading.page import read
from mkdocs_plan_plugin.rules import Checker, Pages, RuleSite
from mkdocs_plan_plugin.settings import Settings
from tests.dialects.drawn import figures, plan
from tests.reading.drawn import drawn

CHANGE = "openspec/changes/add-tide-clock/tasks.md"
FEATURE = "specs/004-racks/tasks.md"

TASKS = """
    ## 1. Face

    - [x] 1.1 Print

    ## Risks

    - **Ink runs**: dry it
"""

DESIGN = """
    ## Decisions

    - Decision: One hand
      - Alternatives considered: two

    ### Decision 2: A table of the harbour

    **Decision:** Use it.

    ## Risks / Trade-offs

    - [The table ends in 2028] -> Mitigation: print a new one
    - **Salt on the face** → Glass
"""


def test_risks_and_decisions_stand_in_the_file_where_they_are_written():
    found = plan(TASKS, CHANGE, {"design.md": DESIGN})
    assert [(risk.file, risk.line, risk.title, risk.mitigation) for risk in found.risks] == [
        ("", 7, "Ink runs", []),
        ("design.md", 12, "The table ends in 2028", ["print a new one"]),
        ("design.md", 13, "Salt on the face", ["Glass"]),
    ]
    assert [(one.file, one.line, one.title) for one in found.decisions] == [
        ("design.md", 3, "One hand"),
        ("design.md", 6, "A table of the harbour"),
    ]
    assert figures(found) == "complete, 100 %, 1/1"


def test_only_those_of_the_page_have_a_place_in_it():
    found = plan(TASKS, CHANGE, {"design.md": DESIGN})
    assert [risk.anchor for risk in found.risks] == ["plan-risk-1", "", ""]
    assert [one.anchor for one in found.decisions] == ["", ""]


def test_several_files_add_in_the_order_of_the_dialect():
    risks = "## Risks\n\n| Risk | Probability | Impact |\n|---|---|---|\n| {} | High | Low |\n"
    found = plan(
        "# Tasks: Racks\n\n## Phase 1: Setup\n\n- [ ] T001 Dig\n",
        FEATURE,
        {"spec.md": risks.format("Rot"), "plan.md": risks.format("Rust")},
    )
    assert [(risk.title, risk.level, risk.file) for risk in found.risks] == [
        ("Rust", "medium", "plan.md"),
        ("Rot", "medium", "spec.md"),
    ]


def test_requirements_that_speak_of_risks_are_none():
    spec = "## Requirements\n\n### Customer Risk Management\n\n- **FR-025**: The shop MUST flag risks.\n"
    found = plan("# Tasks: Racks\n\n- [ ] T001 Dig\n", FEATURE, {"spec.md": spec})
    assert found.risks == []


def test_what_can_not_be_read_there_is_left_out_with_its_file():
    found = plan(TASKS, CHANGE, {"design.md": "## Risks\n\n| A | B |\n|---|---|\n| ink | 1 |\n"})
    assert [(one.kind, one.file, one.line) for one in found.left_out] == [("risk", "design.md", 3)]


def test_rules_judge_what_stands_on_the_page():
    """A finding names a line of the page, and none of another file."""
    checker = Checker(RuleSite(today=dt.date(2026, 1, 1)))

    def findings(beside: dict[str, str]) -> list[str]:
        text = drawn("# Clock\n\n**Status:** In Progress\n" + TASKS.replace("\n    ", "\n"))
        around = {name: drawn(other) for name, other in beside.items()}
        reading = read(text, CHANGE, Settings(), beside=around)
        assert isinstance(reading.found, Plan)
        assert reading.outline is not None
        pages = Pages(site=checker.site)
        return [f"{one.line} {one.code}" for one in checker.plan(reading.found, reading.outline, pages)]

    assert findings({"design.md": DESIGN}) == findings({}) != []


def test_a_specification_that_is_ready_for_planning_says_nothing_of_work_that_has_begun():
    spec = {"spec.md": "# Racks\n\n**Status:** Ready for Planning\n"}
    begun = plan("# Tasks: Racks\n\n## Phase 1: Setup\n\n- [x] T001 Dig\n- [ ] T002 Pour\n", FEATURE, spec)
    assert figures(begun) == "in-progress, 50 %, 1/2"
    still = plan("# Tasks: Racks\n\n## Phase 1: Setup\n\n- [ ] T001 Dig\n", FEATURE, spec)
    assert still.effective_state == "planning"


def test_a_phase_that_blocks_the_others_is_not_blocked():
    """The form of spec-kit calls one so."""
    found = plan(
        "# Tasks: Racks\n\n## Phase 2: Foundational (Blocking)\n\n- [x] T001 Dig\n- [ ] T002 Pour\n", FEATURE
    )
    assert [phase.effective_state for phase in found.phases] == ["in-progress"]


def test_features_may_stand_a_folder_deeper_and_are_over_in_the_archive():
    for folder in ("specs/archived", "specs/v1/archive"):
        found = plan("# Tasks: Racks\n\n- [ ] T001 Dig\n", f"{folder}/004-racks/tasks.md")
        assert (found.document_state, found.over) == ("archived", True)
    assert plan("# Tasks: Racks\n\n- [ ] T001 Dig\n", "specs/shop/004-racks/tasks.md").document_state is None
