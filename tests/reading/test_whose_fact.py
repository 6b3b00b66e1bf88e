"""Whose fact a statement is: the nearest record around it, never what lies around that record."""

from __future__ import annotations

import pytest

from tests.reading.drawn import read

HEAD = "# Kiln plan\n\nWe build a kiln.\n\n"


@pytest.mark.parametrize(
    "end",
    [
        "## Risks\n\n### Risk 1: Gas leak\n\n**Status:** Closed\n**Owner:** Team Quay\n",
        "## Risks\n\n### Gas leak\n\nThe pipe is old.\n\n**Probability:** High\n**Status:** Closed\n**Owner:** Team Quay\n",
        "## Decisions\n\n### Decision 1: Gas\n\n**Status:** Superseded\n**Owner:** Team Quay\n",
        "## Testing\n\n### Test Case 1: Heat\n\n**Status:** Complete\n**Owner:** Team Quay\n",
        "## Track B: Glazes\n\n**Status:** Complete\n**Owner:** Team Quay\n",
        "## Work\n\n### Bricks\n\n**Status:** Complete\n**Owner:** Team Quay\n\n### Doors\n\n**Status:** Complete\n**Owner:** Team Keel\n",
        "## Executive Summary\n\n| Deliverable | Owner | Status |\n|---|---|---|\n| Kiln | Team Quay | Complete |\n",
        "## Executive Summary\n\n| Risk | Owner | Status |\n|---|---|---|\n| Rain | Team Quay | Closed |\n",
        "## Executive Summary\n\n- **Kiln**\n    - **Status:** Complete\n    - **Owner:** Team Quay\n",
        "## Executive Summary\n\n- Build the kiln\n  **Status:** Complete\n  **Owner:** Team Quay\n",
        "## Bricks\n\n### Status\n\nComplete\n\n## Doors\n\n### Status\n\nComplete\n",
    ],
)
def test_what_a_record_states_is_not_the_plans(end: str) -> None:
    plan = read(HEAD + end)
    assert (plan.state, plan.document_state, plan.owner) == (None, None, None)


def test_the_plans_own_statement_stays_beside_that_of_a_decision() -> None:
    plan = read(
        "# Kiln plan\n\n**Status:** In Progress\n\n## Decisions\n\n### Decision 1: Gas\n\n**Status:** Superseded\n"
    )
    assert (plan.state, plan.document_state) == ("in-progress", None)
    assert plan.contradictions == []


def test_states_of_items_in_a_phase_are_not_the_phases() -> None:
    plan = read("""
        # P

        ## Phase 1: Kiln

        - **Dig hole**
            - **Status:** Complete
        - **Pour**
            - **Status:** Not started

        ## Phase 2: Fire

        - [ ] a
        """)
    assert (plan.phases[0].state, plan.phases[0].effective_state) == (None, None)


@pytest.mark.parametrize(
    "footer",
    [
        "---\n\n**Status:** In Progress\n**Owner:** Team Quay\n",
        "---\n\n- **Status:** In Progress\n- **Owner:** Team Quay\n",
        "---\n\n*Status: In Progress | Owner: Team Quay*\n",
    ],
)
@pytest.mark.parametrize(
    "last", ["## Risks\n\n- Rain\n", "## Decisions\n\n- **Gas**: yes\n", "## Phase 9: Fire\n\n- [ ] a\n"]
)
def test_what_stands_behind_a_closing_rule_is_the_plans(last: str, footer: str) -> None:
    plan = read(f"{HEAD}{last}\n{footer}")
    assert (plan.state, plan.owner) == ("in-progress", "Team Quay")
    assert [risk.title for risk in plan.risks] == (["Rain"] if "Rain" in last else [])
    assert [one.title for one in plan.decisions] == (["Gas"] if "Gas" in last else [])


@pytest.mark.parametrize(
    "where",
    [
        "**Status:** In Progress\n\n## Work\n\nText.\n",
        "## Executive Summary\n\n**Status:** In Progress\n",
        "## Executive Summary\n\n- **Status:** In Progress\n",
        "## Executive Summary\n\n### Where we are\n\n**Status:** In Progress\n",
        "## Status\n\nIn Progress\n",
        "## Work\n\n### Status\n\nIn Progress\n",
        "## Document Information\n\n| Status | Owner |\n|---|---|\n| In Progress | Team Quay |\n",
        "## Document Information\n\n| | |\n|---|---|\n| Status | In Progress |\n| Owner | Team Quay |\n",
        "## Work\n\nText.\n\n**Last Updated:** 2026-01-02\n**Status:** In Progress\n",
    ],
)
def test_where_the_page_speaks_of_the_plan(where: str) -> None:
    assert read(HEAD + where).state == "in-progress"


@pytest.mark.parametrize(
    "note",
    [
        "> This document has been superseded by the [Kiln 3 roadmap](kiln-3.md).",
        "> **Note:** replaced by [Kiln 3](kiln-3.md)",
        "This plan was superseded by [Kiln 3](kiln-3.md) in March.",
        '!!! warning "Old"\n    Superseded by [Kiln 3](kiln-3.md).',
        "> Dieser Plan ist ersetzt durch [Kiln 3](kiln-3.md).",
        "> Remplacé par [Kiln 3](kiln-3.md).",
        "> 本计划已被 [Kiln 3](kiln-3.md) 取代",
    ],
)
def test_a_note_at_the_head_says_which_plan_has_taken_over(note: str) -> None:
    plan = read(f"# Kiln 2 plan\n\n{note}\n\n## Phase 1: Dig\n\n- [ ] a\n")
    assert plan.superseded_by is not None
    assert (plan.superseded_by.target, plan.document_state) == ("kiln-3.md", "superseded")


@pytest.mark.parametrize(
    "text",
    [
        "> This plan is not superseded by the [Kiln 3 roadmap](kiln-3.md).",
        "The old oven was replaced by a new one.",
        "## History\n\n> Superseded by [Kiln 3](kiln-3.md).",
    ],
)
def test_what_is_no_such_note(text: str) -> None:
    plan = read(f"# Kiln 2 plan\n\n{text}\n\n## Phase 1: Dig\n\n- [ ] a\n")
    assert (plan.superseded_by, plan.document_state) == (None, None)
