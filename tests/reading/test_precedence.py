"""One fact in several places: which one counts, and where they disagree."""

from __future__ import annotations

import pytest

from tests.reading.drawn import line_of, read

FRONT = "---\nstatus: blocked\n---\n"
HEAD = "# P\n\n**Status:** On hold\n\n"
SUMMARY = "## Executive Summary\n\n**Current Status:** In progress\n\n"
HEADING = "## Status\n\nCancelled\n\n"
INFORMATION = "## Document Information\n\n**Status:** Planning\n"


@pytest.mark.parametrize(
    ("page", "state"),
    [
        (FRONT + HEAD + SUMMARY + HEADING + INFORMATION, "blocked"),
        (HEAD + SUMMARY + HEADING + INFORMATION, "on-hold"),
        ("# P\n\n" + SUMMARY + HEADING + INFORMATION, "in-progress"),
        ("# P\n\n" + HEADING + INFORMATION, "cancelled"),
        ("# P\n\n" + INFORMATION, "planning"),
        ("# P\n\nText.\n\n## Work\n\nText.\n\n---\n\n**Status:** Planning\n**Owner:** Kim\n", "planning"),
    ],
)
def test_the_work_state_is_that_of_the_first_place_that_states_one(page: str, state: str) -> None:
    assert read(page).state == state


@pytest.mark.parametrize(
    ("front", "state"),
    [
        ("state: blocked", "blocked"),
        ("status: blocked", "blocked"),
        ("status: In Progress", "in-progress"),
        ("Status: Complete", "complete"),
        ("status: new", None),
        ("status: deprecated", None),
        ("status:", None),
        ("status: [a, b]", None),
        ("status: '[Planning | Complete]'", None),
    ],
)
def test_front_matter(front: str, state: str | None) -> None:
    plan = read(f"---\n{front}\n---\n# P\n\nText.\n")
    assert (plan.state, plan.document_state) == (state, None)
    assert plan.state_line == (2 if state else 0)


def test_a_status_of_the_theme_leaves_the_page_its_own() -> None:
    assert read("---\nstatus: new\n---\n# P\n\n**Status:** Blocked\n").state == "blocked"


def test_places_that_disagree_are_kept_with_both_lines() -> None:
    page = HEAD + SUMMARY
    (found,) = [one for one in read(page).contradictions if one.what == "state"]
    assert (found.line, found.other_line) == (line_of(page, "On hold"), line_of(page, "In progress"))


def test_places_that_agree_are_no_contradiction() -> None:
    page = "# P\n\n**Status:** 🔄 In Progress\n\n## Executive Summary\n\n**Current Status:** WIP\n"
    assert read(page).contradictions == []


@pytest.mark.parametrize(
    ("page", "state", "document"),
    [
        # draft, superseded, archived and approved are the document's, wherever they stand
        (
            "# P\n\n**Status:** Draft\n\n## Executive Summary\n\n**Current Status:** In progress\n",
            "in-progress",
            "draft",
        ),
        (
            "# P\n\n**Current Status:** In progress\n\n## Document Information\n\n**Status:** Approved\n",
            "in-progress",
            "approved",
        ),
        ("---\nstatus: draft\n---\n# P\n\n## Document Information\n\n**Status:** Approved\n", None, "draft"),
        ("# P\n\n**Status:** Draft\n\n## Document Information\n\n**Status:** Approved\n", None, "approved"),
        # active and complete are the document's where a document state is offered and the work's is elsewhere
        (
            "# P\n\n**Status:** In progress\n\n## Document Information\n\n**Status:** Active\n",
            "in-progress",
            "active",
        ),
        (
            "# P\n\n**Status:** In progress\n\n## Document Information\n\n**Status:** Complete\n",
            "in-progress",
            "complete",
        ),
        (
            "# P\n\n**Status:** On hold\n\n## Document Information\n\n**Status:** Active\n",
            "on-hold",
            "active",
        ),
        # else they are the work's
        ("# P\n\n## Document Information\n\n**Status:** Active\n", "in-progress", None),
        ("# P\n\n## Document Information\n\n**Status:** Complete\n", "complete", None),
        ("# P\n\n**Status:** Active\n", "in-progress", None),
        ("# P\n\n**Status:** Complete\n", "complete", None),
    ],
)
def test_one_status_is_split_into_that_of_the_work_and_of_the_document(
    page: str, state: str | None, document: str | None
) -> None:
    plan = read(page)
    assert (plan.state, plan.document_state) == (state, document)


def test_the_status_of_a_phase_or_step_is_not_the_plans() -> None:
    plan = read("# P\n\n## Phase 1: A\n\n**Status:** Complete\n\n### Step 1.1: B\n\n**Status:** Blocked\n")
    assert (plan.state, plan.document_state) == (None, None)


@pytest.mark.parametrize(
    ("section", "state"),
    [
        ("## Status\n\nBlocked\n", "blocked"),
        ("## Current Status\n\n🔄 In progress\n", "in-progress"),
        ("## Status\n\n- **State:** Blocked\n", "blocked"),
        ("## Status: Blocked\n\nText.\n", "blocked"),
        ("## Status\n\nThe first half is done and the second one waits.\n", None),
        ("## Status\n\n| Part | Who |\n|---|---|\n| Blocked | Kim |\n", None),
    ],
)
def test_a_heading_called_status_states_the_plan_in_its_first_words(section: str, state: str | None) -> None:
    assert read(f"# P\n\nText.\n\n{section}").state == state


def test_a_mark_in_the_title_states_the_plan() -> None:
    plan = read("# Move the search ✅ COMPLETE\n\nText.\n")
    assert (plan.title, plan.state, plan.state_line) == ("Move the search", "complete", 1)


@pytest.mark.parametrize(
    ("first", "page"),
    [
        ("A", "---\nowner: A\n---\n# P\n\n**Owner:** C\n\n## Document Information\n\n**Owner:** B\n"),
        ("B", "# P\n\n**Owner:** C\n\n## Document Information\n\n**Owner:** B\n"),
        ("C", "# P\n\n**Owner:** C\n\n## Executive Summary\n\n**Owner:** D\n"),
        ("D", "# P\n\n## Executive Summary\n\n**Owner:** D\n"),
        ("C", "# P\n\n**Owner:** C\n\n## Document Information\n\n**Owner:** [Team/Individual responsible]\n"),
    ],
)
def test_other_facts_are_taken_from_front_matter_information_head_summary(first: str, page: str) -> None:
    assert read(page).owner == first


def test_priorities_and_dates_that_disagree_are_kept() -> None:
    page = """
        # P

        **Priority:** P2
        **Created:** 2025-01-01

        ## Document Information

        **Priority:** P1
        **Created:** 2025-02-02
        """
    plan = read(page)
    assert (plan.priority, plan.created) == ("P1", "2025-02-02")
    assert [(one.what, one.value, one.other, one.line, one.other_line) for one in plan.contradictions] == [
        ("priority", "P1", "P2", 8, 3),
        ("created", "2025-02-02", "2025-01-01", 9, 4),
    ]
