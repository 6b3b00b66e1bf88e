"""Changes of OpenSpec: one plan a folder, numbered headings over numbered boxes."""

from __future__ import annotations

from tests.dialects.drawn import figures, page, phases, plan

FOLDER = "openspec/changes/add-tide-clock"
ARCHIVE = "openspec/changes/archive/2026-01-09-add-tide-clock"


def test_a_small_change():
    read = plan(
        """
        ## 1. Implementation

        - [x] 1.1 Print the face
        - [ ] 1.2 Set the hands
        """,
        f"{FOLDER}/tasks.md",
        {"proposal.md": "## Why\n\nNobody knows the tide.\n"},
    )
    assert read.title == "Add tide clock"
    assert phases(read) == ["1: Implementation | in-progress | 1/2"]
    assert figures(read) == "in-progress, 50 %, 1/2"


PROPOSAL = """
    # Change: Add a tide clock

    ## Why

    Nobody knows the tide.

    ## What Changes

    - **Status:** shown beside the door
"""


def test_an_ordinary_change():
    read = plan(
        """
        # Implementation Tasks

        ## Prerequisites

        - [x] Ask the harbour

        ## 1. Core

        - [x] 1.1 Print the face
        - [x] 1.2 Set the hands

        ## 2. Part A: the wall

        - [ ] 2.1 Drill

        ### 2.2 Hang it

        - [ ] 2.2.1 Screw

        ## 3. Documentation

        - [ ] 3.1 Explain

        ## Notes

        Mind the damp.
        """,
        f"{FOLDER}/tasks.md",
        {"proposal.md": PROPOSAL, "design.md": "# Design\n\n## Decisions\n"},
    )
    assert read.title == "Add a tide clock"
    assert [(phase.number, phase.title, phase.effective_state) for phase in read.phases] == [
        ("", "Prerequisites", "complete"),
        ("1", "Core", "complete"),
        ("2", "Part A: the wall", None),
        ("3", "Documentation", None),
    ]
    assert figures(read) == "in-progress, 50 %, 3/6"


def test_a_long_change():
    text = "\n\n".join(
        f"## {number}. Clock {number}\n\n" + "\n".join(f"- [x] {number}.{task} Do it" for task in range(1, 8))
        for number in range(1, 15)
    )
    read = plan(text, f"{FOLDER}/tasks.md")
    assert (len(read.phases), figures(read)) == (14, "complete, 100 %, 98/98")


def test_a_change_that_is_only_proposed():
    read = plan(PROPOSAL, f"{FOLDER}/proposal.md")
    assert read.title == "Add a tide clock"
    assert figures(read) == "unknown, –, 0/0"


def test_proposal_and_design_are_part_of_it():
    assert page(PROPOSAL, f"{FOLDER}/proposal.md", {"tasks.md": "- [ ] 1.1 Go\n"}).part_of == "tasks.md"
    assert page("# Design\n", f"{FOLDER}/design.md", {"tasks.md": "- [ ] 1.1 Go\n"}).part_of == "tasks.md"


def test_an_archived_change_is_over_whatever_was_ticked():
    read = plan("## 1. Build\n\n- [x] 1.1 Go\n\n## 2. Tell\n\n- [ ] 2.1 Say\n", f"{ARCHIVE}/tasks.md")
    assert read.title == "Add tide clock"
    assert (read.over, read.ending, read.state, read.state_from) == (True, "complete", None, "path")
    assert figures(read) == "complete, 50 %, 1/2"
    assert read.contradictions == []


def test_a_numbered_heading_without_a_box_is_work_that_nobody_has_done():
    read = plan("## 1. Build\n\n- [x] 1.1 Go\n\n## 2. Tell\n\nThe harbour.\n", f"{FOLDER}/tasks.md")
    assert [(phase.number, phase.effective_state) for phase in read.phases] == [
        ("1", "complete"),
        ("2", None),
    ]
    assert read.progress.percent == 50
