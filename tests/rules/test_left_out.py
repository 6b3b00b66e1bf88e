"""Nothing is lost silently: what no reader took is told, and a green figure beside it warns."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import LeftOut, Plan
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.rules import Checker, RuleSite
from mkdocs_plan_plugin.settings import Settings
from tests.rules.checked import TODAY, check

BOTH = "# Kiln\n\n## Phase 1: Dig ✅\n\n## Phase 2: Burn {state}\n\n## Overview\n\n| Phase | Status |\n|---|---|\n| Phase 3: Sell | Pending |\n"


def found(page: str, *codes: str) -> list[tuple[str, str, int]]:
    return [(one.code, one.severity, one.line) for one in check(page) if one.code in codes]


@pytest.mark.parametrize(
    ("page", "severity"),
    [
        (BOTH.format(state="⏳"), "info"),
        (BOTH.format(state="✅"), "warning"),  # 100 % without it
        (BOTH.format(state="✅").replace("# Kiln\n", "# Kiln\n\n**Status:** Complete\n"), "warning"),
    ],
)
def test_a_phase_that_was_left_out_is_told(page: str, severity: str) -> None:
    line = page.split("\n").index("| Phase 3: Sell | Pending |") + 1
    assert found(page, "PLAN115") == [("PLAN115", severity, line)]


def test_the_message_says_what_and_why() -> None:
    (one,) = [one for one in check(BOTH.format(state="✅")) if one.code == "PLAN115"]
    assert one.message == (
        "'Phase 3: Sell' is not taken as a phase: a list or table names it, and the page has no heading"
        " for it; the plan is complete without it"
    )
    assert one.column == 3


def test_a_section_called_phases_without_any_is_told() -> None:
    page = "# Kiln\n\n## Implementation Phases\n\nWe dig, then we burn.\n"
    assert found(page, "PLAN115") == [("PLAN115", "info", 3)]


def left_out(*kinds: str) -> Plan:
    page = "# Kiln\n\n## Phase 1: Dig ✅\n\nText {odd}.\n\n## Risk Assessment\n\nWe looked.\n"
    plan = read_plan(page, "kiln.md")
    plan.left_out = [LeftOut(kind=kind, line=5, text="Text", reason="{odd}") for kind in kinds]  # type: ignore[arg-type]
    return plan


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("phase", ["warning"]),
        ("step", ["warning"]),
        ("risk", ["info"]),
        ("decision", ["info"]),
        ("state", ["info"]),
        ("rating", ["info"]),
        ("task", []),  # PLAN312 says what to write instead
        ("date", []),  # PLAN203
    ],
)
def test_each_kind_is_told_by_one_rule(kind: str, told: list[str]) -> None:
    plan = left_out(kind)
    pending = Checker(RuleSite(today=TODAY)).read(
        plan, outline_of("# Kiln\n\n## Phase 1: Dig ✅\n\nText\n", Settings())
    )
    assert [one.severity for one in pending.findings if one.code == "PLAN115"] == told


def test_several_of_one_reason_are_one_finding() -> None:
    plan = left_out("phase", "phase", "step")
    pending = Checker(RuleSite(today=TODAY)).read(plan, outline_of("# Kiln\n", Settings()))
    assert [one.message for one in pending.findings if one.code == "PLAN115"] == [
        "2 places, line 5, are not taken as a phase: {odd}; the plan is complete without them",
        "'Text' is not taken as a step: {odd}; the plan is complete without it",
    ]


DONE = "## Phase 1: Dig ✅\n\n## Phase 2: Burn ✅\n\n## Clean up\n\n- [ ] Sweep\n- [x] Lock\n"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"# Kiln\n\n**Status:** Complete\n\n{DONE}", [("PLAN403", "warning", 11)]),
        (f"# Kiln\n\n{DONE}", [("PLAN403", "warning", 9)]),
        # the plan says itself that it goes on, and is not told to say 'Complete'
        (f"# Kiln\n\n**Status:** In Progress\n\n{DONE}", [("PLAN403", "info", 11)]),
        (f"# Kiln\n\n{DONE.replace('[ ]', '[-]')}", []),
        ("# Kiln\n\n**Status:** Complete\n\n- [ ] Sweep\n- [x] Lock\n", [("PLAN403", "warning", 5)]),
        # criteria are told one by one
        ("# Kiln\n\n**Status:** Complete\n\n## Acceptance Criteria\n\n- [ ] Hot\n", []),
    ],
)
def test_open_boxes_beside_a_complete_plan_are_told(page: str, expected: list[tuple[str, str, int]]) -> None:
    assert found(page, "PLAN402", "PLAN403") == expected


def test_a_phase_that_is_told_otherwise_elsewhere_is_told_there() -> None:
    page = "# Kiln\n\n- [x] Phase 1: Dig\n\n## Phase 1: Dig\n\n**Status:** Pending\n\n## Phase 2: Burn\n\n- [ ] a\n"
    (one,) = [one for one in check(page) if one.code == "PLAN311"]
    assert (one.line, one.message.partition(";")[0]) == (
        3,
        "'Phase 1: Dig' gives Phase 1 another status than its own, 'Pending' (line 7), which counts",
    )
