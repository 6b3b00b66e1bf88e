"""Decisions: context, options considered, decision, rationale."""

from __future__ import annotations

import pytest

from tests.reading.drawn import line_of, read


def decisions(text: str) -> list[tuple[str, str, str]]:
    return [(one.title, one.decision, one.status) for one in read(text).decisions]


def test_a_decision_is_read_with_all_its_parts() -> None:
    page = """
        # P

        ## Implementation Strategy

        ### Key Decisions

        #### Decision 1: Where the archive goes

        **Context:** The cellar floods.

        **Options Considered:**

        1. Attic: dry, but hot
        2. **Barn**: cool, but far

        **Decision:** Attic

        **Rationale:** Heat can be fixed.

        **Date:** 2025-03-04

        #### Decision 2: Who carries

        **Context:** Boxes are heavy.

        **Decision:** [Chosen option]
        """
    first, second = read(page).decisions
    assert (first.number, first.title, first.line) == (
        "1",
        "Where the archive goes",
        line_of(page, "Decision 1"),
    )
    assert first.context == "The cellar floods."
    assert [(one.title, one.text) for one in first.options] == [
        ("Attic", "dry, but hot"),
        ("Barn", "cool, but far"),
    ]
    assert (first.decision, first.rationale) == ("Attic", "Heat can be fixed.")
    assert (first.status, first.date) == ("accepted", "2025-03-04")
    assert (second.title, second.decision, second.status) == ("Who carries", "", "open")


@pytest.mark.parametrize(
    "form",
    [
        "## Decisions\n\n### Decision 1: Roof\n\n**Decision:** Slate\n",
        "## Key Decisions\n\n### 1. Roof\n\n**Decision:** Slate\n",
        "## Design Decisions\n\n### Roof\n\n**Decision**: Slate\n",
        "## Architecture Decisions\n\n### ADR-1: Roof\n\n**Choice:** Slate\n",
        "## Decisions\n\n### Roof\n\n- **Decision:** Slate\n- **Rationale:** Lasts\n",
        "## Decisions\n\n- **Roof**: Slate\n",
        "## Decisions\n\n1. Roof: Slate\n",
        "## Decisions\n\n**Decision 1: Roof**\n\nSlate\n",
        "## Key Decisions\n\n**Roof:** Slate\n",
        "## ADR-1: Roof\n\n### Context\n\nRain.\n\n### Decision\n\nSlate\n",
        "## Decision Log\n\n| Question | Decision | Rationale |\n|---|---|---|\n| Roof | Slate | Lasts |\n",
        "## Background\n\n### Decision 1: Roof\n\n**Decision:** Slate\n",
        "## Entscheidungen\n\n- **Roof**: Slate\n",
        "## Ключевые решения\n\n- **Roof**: Slate\n",
        "## 决策\n\n- **Roof**：Slate\n",
    ],
)
def test_a_decision_in_every_form(form: str) -> None:
    assert decisions(f"# P\n\n{form}") == [("Roof", "Slate", "accepted")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Accepted", "accepted"),
        ("✅ Decided", "accepted"),
        ("Proposed", "proposed"),
        ("Under discussion", "proposed"),
        ("Superseded by 4", "superseded"),
        ("Rejected", "rejected"),
        ("Open", "open"),
        ("Not decided", "open"),
        ("Not accepted", "open"),
    ],
)
def test_the_status_of_a_decision(text: str, status: str) -> None:
    page = f"# P\n\n## Decisions\n\n### Roof\n\n**Context:** Rain.\n\n**Status:** {text}\n"
    assert [one.status for one in read(page).decisions] == [status]


def test_an_open_box_is_an_open_decision() -> None:
    assert [
        status for _, _, status in decisions("# P\n\n## Decisions\n\n- [x] Slate\n- [ ] Which wall?\n")
    ] == [
        "accepted",
        "open",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "## Open Decisions\n\n- Roof\n",
        "## Decision process\n\n- Ask everyone\n",
        "## Decision-Making Authority\n\n- **Kim:** all of them\n",
        "## Goals\n\n- **Decision:** Slate\n",
        "## Decisions\n\n- [Chosen option]\n",
        "## Decisions\n\nNone yet.\n",
        "## The decision makers\n\nKim.\n",
    ],
)
def test_what_is_no_decision(page: str) -> None:
    assert decisions(f"# P\n\n{page}") == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("", "accepted"),
        ("**Status:** Open", "open"),
        ("**Status:** Has not been approved", "open"),
        ("**Status:** Accepted", "accepted"),
    ],
)
def test_a_decision_with_text_is_accepted_unless_its_status_says_otherwise(
    status: str, expected: str
) -> None:
    plan = read(f"# P\n\n## Decisions\n\n### Decision 1: Fuel\n\n**Decision:** Gas\n\n{status}\n")
    assert [one.status for one in plan.decisions] == [expected]


@pytest.mark.parametrize(
    "heading", ["Decisões Tomadas", "Decisoes tomadas", "Decisions taken", "Решено", "Entschieden"]
)
def test_headings_of_decisions_in_other_words(heading: str) -> None:
    assert [one.title for one in read(f"# P\n\n## {heading}\n\n- **Fuel**: gas\n").decisions] == ["Fuel"]


def test_a_numbered_heading_may_be_a_decision() -> None:
    assert [
        one.title for one in read("# P\n\n## 5. Key decision: Gas instead of wood\n\nText.\n").decisions
    ] == ["Gas instead of wood"]


def test_a_section_of_decisions_that_says_where_they_were_made() -> None:
    for heading in (
        "Decisions captured from the first review",
        "Decisions made during the move",
        "Decisions taken so far",
    ):
        assert len(read(f"# P\n\n## {heading}\n\n1. Brick it is.\n2. No cellar.\n").decisions) == 2, heading
    assert read("# P\n\n## Open Decisions captured from the review\n\n1. Brick?\n").decisions == []


@pytest.mark.parametrize("heading", ["Assumptions", "Annahmen", "Допущения", "前提条件"])
def test_assumptions_among_decisions_are_none(heading: str) -> None:
    page = f"# P\n\n## Decisions\n\n### Brick\n\nIt lasts.\n\n### {heading}\n\n- It stays dry\n"
    assert [one.title for one in read(page).decisions] == ["Brick"]


def test_decisions_among_headings_that_are_one_each_are_one_too() -> None:
    page = """
        # P

        ## Details and Decisions Made

        ### Deletion of Sheds

        - **Empty**: torn down

        ### Layout Decisions

        - **Gate**: to the south
        - **Well**: stays

        ### {}

        - **Keys**: two
    """
    titles = [
        [one.title for one in read(page.format(last)).decisions] for last in ("Locks", "Door Decisions")
    ]
    assert titles == [
        ["Deletion of Sheds", "Layout Decisions", "Locks"],
        ["Deletion of Sheds", "Gate", "Well", "Keys"],
    ]


def test_a_register_of_decisions_has_their_outcomes_beside_them() -> None:
    page = """
        # P

        ## Decision register (owner: Kim)

        | # | Decision | Outcome | Status |
        |---|---|---|---|
        | D1 | Wood or gas | **Gas** | DECIDED 2026-08-17 |
        | D2 | Colour | Not yet | Open |
    """
    assert [(one.number, one.title, one.decision, one.status) for one in read(page).decisions] == [
        ("D1", "Wood or gas", "Gas", "accepted"),
        ("D2", "Colour", "Not yet", "open"),
    ]


def test_a_heading_over_a_decision_and_its_reason_is_one_anywhere() -> None:
    page = """
        # P

        ## Notes

        ### 1. One key

        **Decision**: One key for all sheds.

        **Rationale**:

        - Simple

        ### 2. Storage

        **Decision**: {}
    """
    assert [(one.title, one.decision) for one in read(page.format("A box.")).decisions] == [
        ("One key", "One key for all sheds.")
    ]
