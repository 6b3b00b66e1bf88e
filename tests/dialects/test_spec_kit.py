"""Features of spec-kit: one plan a folder, its figures from tasks.md, its title from spec.md."""

from __future__ import annotations

from tests.dialects.drawn import figures, is_plan, page, phases, plan

FOLDER = "specs/004-kite-racks"

SPEC = """
    # Feature Specification: Kite Racks

    **Feature Branch**: `004-kite-racks`
    **Created**: 2026-03-02
    **Status**: Draft

    ## User Scenarios & Testing

    ### User Story 1 - Hang a kite (Priority: P1)

    A guest hangs a kite.
"""

PLAN = """
    # Implementation Plan: Kite Racks

    **Branch**: `004-kite-racks` | **Date**: 2026-03-04 | **Spec**: [spec.md](spec.md)

    ## Summary

    Racks at the gate.
"""


def test_a_feature_that_is_only_specified():
    read = plan(SPEC, f"{FOLDER}/spec.md")
    assert (read.title, read.created, read.document_state) == ("Kite Racks", "2026-03-02", "draft")
    assert figures(read) == "unknown, –, 0/0"


def test_a_feature_that_is_planned_is_read_from_its_plan():
    read = plan(PLAN, f"{FOLDER}/plan.md", {"spec.md": SPEC})
    assert (read.title, read.document_state) == ("Kite Racks", "draft")
    assert page(SPEC, f"{FOLDER}/spec.md", {"plan.md": PLAN}).part_of == "plan.md"


TASKS = """
    # Tasks: Kite Racks

    **Input**: Design documents from `/specs/004-kite-racks/`
    **Prerequisites**: plan.md, spec.md

    ## Format: `[ID] [P?] [Story] Description`

    - **[P]**: can run in parallel

    ## Phase 1: Setup

    - [x] T001 Measure the gate
    - [X] T002 [P] Buy hooks in stores/hooks.md

    ## Phase 2: Foundational (Blocking Prerequisites)

    **⚠️ CRITICAL**: No user story begins before this phase is complete

    - [x] T003 Dig the posts
    - [ ] T004 [P] Pour the concrete

    **Checkpoint**: the posts stand

    ## Phase 3: User Story 1 - Hang a kite (Priority: P1) 🎯 MVP

    ### Tests for User Story 1

    - [ ] T005 [P] [US1] Hang a heavy kite

    ### Implementation for User Story 1

    - [ ] T006 [US1] Screw the hooks

    ## Dependencies & Execution Order

    ### Phase Dependencies

    - **Setup (Phase 1)**: no dependencies
    - **User Stories (Phase 3+)**: depend on the foundation

    ## Implementation Strategy

    ### MVP First

    1. Complete Phase 1: Setup
    2. Complete Phase 2: Foundational
"""


def test_a_feature_in_the_works():
    read = plan(TASKS, f"{FOLDER}/tasks.md", {"plan.md": PLAN, "spec.md": SPEC})
    assert (read.title, read.created, read.document_state) == ("Kite Racks", "2026-03-04", "draft")
    assert [line.partition(" |")[2] for line in phases(read)] == [
        " complete | 2/2",
        " in-progress | 1/2",
        " unknown | 0/2",
    ]
    assert read.phases[1].title.startswith("Foundational")
    assert figures(read) == "in-progress, 50 %, 3/6"
    assert read.why.dialect.startswith("spec-kit: ")


def test_its_other_files_are_part_of_it():
    for name, text, beside in (
        ("spec.md", SPEC, {"tasks.md": TASKS, "plan.md": PLAN}),
        ("plan.md", PLAN, {"tasks.md": TASKS, "spec.md": SPEC}),
    ):
        read = page(text, f"{FOLDER}/{name}", beside)
        assert (read.found, read.part_of) == (None, "tasks.md")


def test_a_long_feature():
    stories = "\n\n".join(
        f"## Phase {number}: User Story {number - 2} - Rack {number} (Priority: P{number})\n\n"
        + "\n".join(
            f"- [{'x' if number < 8 else ' '}] T{number:02}{task} [US{number - 2}] Screw hook {task}"
            for task in range(6)
        )
        for number in range(3, 11)
    )
    read = plan(f"# Tasks: Racks\n\n{stories}\n", f"{FOLDER}/tasks.md", {"spec.md": SPEC})
    assert len(read.phases) == 8
    assert figures(read) == "in-progress, 62 %, 30/48"


def test_without_a_specification_the_title_is_its_own():
    assert plan("# Tasks: Racks\n\n- [ ] T001 Dig\n", f"{FOLDER}/tasks.md").title == "Racks"


def test_a_folder_of_specifications_without_a_number_is_none():
    assert not is_plan(page("# Tasks\n\n- [ ] Dig\n", "specs/overview/tasks.md"))


def test_a_specification_whose_title_is_still_blank_gives_none():
    read = plan(
        "# Tasks: [FEATURE NAME]\n\n## Phase 1: Setup\n\n- [ ] T001 Dig\n",
        "specs/004-kite-racks/tasks.md",
        {"spec.md": "# Feature Specification: [FEATURE NAME]\n"},
    )
    assert (read.title, read.template) == ("Kite racks", False)


def test_the_forms_of_the_tool_are_templates():
    form = "# Tasks: [FEATURE NAME]\n\n**Input**: Design documents from `/specs/[###-feature]/`\n\n- [ ] T001 Dig\n"
    assert plan(form, ".specify/templates/tasks-template.md").template
