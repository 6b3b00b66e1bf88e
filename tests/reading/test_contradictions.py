"""What speaks against a statement is kept by kind, number and line: nobody has to take a sentence apart."""

from __future__ import annotations

import pytest

from tests.reading.drawn import read

# What is stated stands on the line with <, what speaks first against it on the line with >.
CASES = {
    "place state 'In Progress' against 'On hold'": """
        # Kiln

        **Status:** In Progress  <

        ## Document Information

        **Status:** On hold  >
        """,
    "heading state of phase 1 'In Progress' against '✅'": """
        # Kiln

        ## Phase 1: Dig ✅  >

        **Status:** In Progress  <
        """,
    "place state of phase 1 'Pending' against '1'": """
        # Kiln

        | Sprint | Name | Status |
        |--------|------|--------|
        | 1 | Dig | Complete |  >
        | 2 | Fire | Pending |

        ## Sprint 1: Dig

        **Status:** Pending  <

        ## Sprint 2: Fire

        **Status:** Pending
        """,
    "heading state of phase 1 step 1 'Pending' against '✅'": """
        # Kiln

        ## Phase 1: Dig

        ### Step 1.1: Measure ✅  >

        **Status:** Pending  <
        """,
    "open-tasks state of phase 1 'Complete': 2 of 3": """
        # Kiln

        ## Phase 1: Dig

        **Status:** Complete  <

        - [x] a
        - [ ] b  >
        - [!] c
        - [-] d
        """,
    "open-tasks state of phase 1 '✅': 2 of 2": """
        # Kiln

        ## Phase 1: Dig ✅  <

        - [ ] a  >
        - [ ] b
        """,
    "done-tasks state of phase 2 'Pending': 1 of 2": """
        # Kiln

        ## Phase 1: Dig

        ## Phase 2: Burn

        **Status:** Pending  <

        - [ ] a
        - [x] b  >
        """,
    "open-phases state 'Complete': 1 of 2": """
        # Kiln

        **Status:** Complete  <

        ## Phase 1: Dig ✅

        ## Phase 2: Burn  >

        **Status:** Pending

        ## Phase 3: Sell

        **Status:** Deferred
        """,
    "begun-phases state 'Planning': 1 of 2": """
        # Kiln

        **Status:** Planning  <

        ## Phase 1: Dig  >

        - [x] a
        - [ ] b

        ## Phase 2: Burn
        """,
    "complete-phases state 'In Progress': 2 of 2": """
        # Kiln

        **Status:** In Progress  <

        ## Phase 1: Dig ✅  >

        ## Phase 2: Burn ✅
        """,
    "open-criteria state 'Complete': 1 of 2": """
        # Kiln

        **Status:** Complete  <

        ## Acceptance Criteria

        - [x] Hot
        - [ ] Dry  >
        """,
    "open-deliverables state 'Complete': 2 of 2": """
        # Kiln

        **Status:** Complete  <

        ## Deliverables

        - [ ] Kiln  >
        - [~] Manual
        """,
}


@pytest.mark.parametrize(("expected", "drawn"), CASES.items(), ids=CASES)
def test_a_contradiction_knows_its_kind_place_and_number(expected: str, drawn: str) -> None:
    lines = drawn.split("\n")
    page = "\n".join(line.removesuffix("  <").removesuffix("  >") for line in lines)
    plan = read(page)
    (found,) = plan.contradictions
    whose = "" if found.phase is None else f" of phase {plan.phases[found.phase].number}"
    whose += "" if found.step is None else f" step {found.step + 1}"
    against = f": {found.count} of {found.of}" if found.count else f" against '{found.other}'"
    assert f"{found.kind} {found.what}{whose} '{found.value}'{against}" == expected
    shown = page.split("\n")
    first = next(index for index, line in enumerate(shown) if line.strip())
    marked = {line.strip()[-1]: index for index, line in enumerate(lines) if line.endswith(("  <", "  >"))}
    assert (found.line, found.other_line) == (marked["<"] + 1 - first, marked[">"] + 1 - first)


@pytest.mark.parametrize(
    "page",
    [
        "# Kiln\n\n**Status:** Complete\n\n## Phase 1: Dig ✅\n\n- [x] a\n- [-] b\n",
        "# Kiln\n\n**Status:** In Progress\n\n## Phase 1: Dig ✅\n\n## Phase 2: Burn\n",
        "# Kiln\n\n**Status:** Planning\n\n## Phase 1: Dig\n\n**Status:** Blocked\n",
        "# Kiln\n\n**Status:** In Progress\n\n## Acceptance Criteria\n\n- [ ] Hot\n",
    ],
)
def test_what_can_both_be_true_is_none(page: str) -> None:
    assert read(page).contradictions == []
