"""Rules judge as the plan's own what its reader takes for the plan's own, and nothing else."""

from __future__ import annotations

import pytest

from tests.rules.checked import check

HEAD = "# Kiln\n\n**Status:** In Progress\n\n**Owner:** Team Quay\n"

# a value that nobody can read, in the last section of the page: a record's own, and the plan's
CASES = {
    "## Risks\n\n### Risk 1: Gas leak\n\n**Impact:** High\n\n**Status:** Monitoring\n": [],
    "## Decisions\n\n### Decision 1: Use gas\n\n**Status:** Tabled\n": [],
    "## Testing\n\n### Test Case 1: Cold start\n\n**Status:** Flaky\n": [],
    "## Goals\n\n- **Hot**\n    - **Status:** Hopeful\n": [],
    "## Deliverables\n\n| Name | Status |\n|---|---|\n| Kiln | Baking |\n": [],
    "## Document Information\n\n**Status:** Baking\n**Created:** 2026-01-10\n": ["Baking"],
    "## Phase 1: Dig\n\n**Status:** Baking\n\n- [ ] a\n\n## Phase 2: Burn\n\n- [ ] b\n": ["Baking"],
    "## Document Information\n\n**Priority:** P9\n**Created:** 2026-01-10\n": ["P9"],
}


@pytest.mark.parametrize("section", CASES)
def test_an_unreadable_value_is_told_of_whom_it_speaks(section: str) -> None:
    page = f"{HEAD}\n{section}"
    found = [one for one in check(page) if one.code == "PLAN202"]
    lines = page.split("\n")
    assert [lines[one.line - 1].rpartition(" ")[2] for one in found] == CASES[section]


def test_a_value_is_told_once() -> None:
    page = "---\nstatus: baking\n---\n# Kiln\n\n**Status:** Baking\n\n## Status\n\n**Status:** Baking\n"
    assert [one.line for one in check(page) if one.code == "PLAN202"] == [2, 6, 10]


def test_a_status_of_the_theme_is_none_of_ours() -> None:
    assert [one.code for one in check("---\nstatus: new\n---\n# Kiln\n") if one.code == "PLAN202"] == []


@pytest.mark.parametrize(
    "said",
    [
        "- [x] **Phase 1: Brick**",
        "### Phase 1: Brick ✅",
        "| Phase | Status |\n|---|---|\n| Phase 1 | Complete |",
    ],
)
def test_what_another_place_says_of_a_phase_is_held_against_its_tasks_and_left_alone(said: str) -> None:
    page = f"{HEAD}\n## Phase 1: Brick\n\n- [x] a\n- [ ] b\n\n## Phase 2: Fire\n\n- [ ] c\n\n## Report\n\n{said}\n"
    (found,) = [one for one in check(page) if one.code == "PLAN306"]
    assert "Phase 1" in page.split("\n")[found.line - 1]
    assert found.fix is None
