"""What a plan is measured by and what it delivers: criteria, benchmarks, deliverables."""

from __future__ import annotations

import pytest

from tests.reading.drawn import line_of, read


def test_criteria_by_kind() -> None:
    page = """
        # P

        ## Success Criteria

        ### Quantitative Metrics

        - Coverage: 95%
        - [What else is measured]

        ### Qualitative Metrics

        - Calm: nobody is woken at night

        ### Acceptance Criteria

        - [x] It runs
        - [ ] It is documented
        - [-] It is painted
        """
    found = [(one.kind, one.title or one.text, one.state) for one in read(page).criteria]
    assert found == [
        ("quantitative", "Coverage", None),
        ("qualitative", "Calm", None),
        ("acceptance", "It runs", "done"),
        ("acceptance", "It is documented", "open"),
        ("acceptance", "It is painted", "cancelled"),
    ]


@pytest.mark.parametrize(
    "heading",
    ["## Acceptance Criteria", "## Definition of Done", "## Exit Criteria", "### Acceptance Criteria"],
)
def test_acceptance_criteria_may_have_a_section_of_their_own(heading: str) -> None:
    (one,) = read(f"# P\n\n## Work\n\n{heading}\n\n- [x] It runs\n").criteria
    assert (one.kind, one.text, one.state) == ("acceptance", "It runs", "done")


def test_marks_in_place_of_boxes_count_where_the_option_says_so() -> None:
    page = "# P\n\n## Success Criteria\n\n- ✅ It runs\n\n## Deliverables\n\n- ❌ Manual\n"
    plan = read(page, emoji_tasks=True)
    assert [(one.text, one.state) for one in plan.criteria] == [("It runs", "done")]
    assert [(one.text, one.state) for one in plan.deliverables] == [("Manual", "open")]


def test_criteria_of_a_phase_are_not_the_plans() -> None:
    assert read("# P\n\n## Phase 1: A\n\n### Acceptance Criteria\n\n- [x] It runs\n").criteria == []


def test_deliverables_by_kind_and_those_of_phases() -> None:
    page = """
        # P

        ## Phase 1: A

        **Deliverables:**

        - Parser

        ### Step 1.1: B

        **Deliverables:**

        - Report: two pages

        ## Deliverables

        ### Code Deliverables

        - [x] Writer: emits HTML

        ### Documentation Deliverables

        - [ ] Manual: `docs/`

        ### Infrastructure Deliverables

        - [ ] Runner

        ### Other

        - Cake
        """
    found = [(one.kind, one.title, one.text, one.state, one.phase) for one in read(page).deliverables]
    assert found == [
        ("code", "Writer", "emits HTML", "done", None),
        ("documentation", "Manual", "`docs/`", "open", None),
        ("infrastructure", "", "Runner", "open", None),
        ("", "", "Cake", None, None),
        ("", "", "Parser", None, 0),
        ("", "Report", "two pages", None, 0),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Metric | Baseline | Target | Actual |\n|---|---|---|---|\n| Start | 3 s | < 1 s | 850 ms |\n",
        "| Actual | Target | Metric | Baseline |\n|---|---|---|---|\n| 850 ms | < 1 s | Start | 3 s |\n",
        "| Benchmark | Before | Goal | Result |\n|---|---|---|---|\n| Start | 3 s | < 1 s | 850 ms |\n",
        "| What | Baseline | Target | Measured |\n|---|---|---|---|\n| Start | 3 s | < 1 s | 850 ms |\n",
        "| **Metric** | **Baseline** | **Target** | **Actual** | Notes |\n|---|---|---|---|---|\n| Start | 3 s | < 1 s | 850 ms | - |\n",
        "| Показатель | База | Цель | Фактический результат |\n|---|---|---|---|\n| Start | 3 s | < 1 s | 850 ms |\n",
        "| 指标 | 基线 | 目标 | 实际结果 |\n|---|---|---|---|\n| Start | 3 s | < 1 s | 850 ms |\n",
    ],
)
def test_columns_of_benchmarks_are_known_by_meaning(table: str) -> None:
    plan = read(f"# P\n\n## Success Criteria\n\n### Performance Benchmarks\n\n{table}")
    (one,) = plan.benchmarks
    assert (one.metric, one.baseline, one.target, one.actual) == ("Start", "3 s", "< 1 s", "850 ms")
    assert (one.verdict, one.line, plan.benchmarks_line) == ("met", 9, 7)


def test_a_table_of_current_and_target_has_no_actual_yet() -> None:
    page = "# P\n\n## Metrics\n\n| Metric | Current | Target |\n|---|---|---|\n| Start | 3 s | < 1 s |\n"
    (one,) = read(page).benchmarks
    assert (one.metric, one.target, one.verdict in (None, "open", "missed")) == ("Start", "< 1 s", True)


@pytest.mark.parametrize(
    "table",
    [
        "| Metric | Target |\n|---|---|\n| Start | < 1 s |\n",
        "| Risk | Probability | Impact |\n|---|---|---|\n| Flood | High | Low |\n",
        "| Name | Owner |\n|---|---|\n| Start | Kim |\n",
        "| Metric | Baseline | Target | Actual |\n|---|---|---|---|\n",
    ],
)
def test_what_is_no_benchmark(table: str) -> None:
    plan = read(f"# P\n\n## Numbers\n\n{table}")
    assert (plan.benchmarks, plan.benchmarks_line) == ([], 0)


def test_rows_keep_their_lines() -> None:
    page = """
        # P

        | Metric | Baseline | Target | Actual |
        |--------|----------|--------|--------|
        | Start  | 3 s      | < 1 s  | 850 ms |
        | Stop   | 2 s      | < 1 s  | [TBD]  |
        | Size   | 9 MB     | < 5 MB | 9 MB   |
        """
    found = [(one.metric, one.verdict, one.line) for one in read(page).benchmarks]
    assert found == [
        ("Start", "met", line_of(page, "Start")),
        ("Stop", "open", line_of(page, "Stop")),
        ("Size", "missed", line_of(page, "Size")),
    ]


@pytest.mark.parametrize(
    "none", ["None", "None identified yet.", "Keine", "Aucune dépendance", "无", "なし", "N/A"]
)
def test_entries_that_say_there_is_nothing_are_none(none: str) -> None:
    page = f"""
# P

## Current State

### Known Issues

- {none}

### Dependencies

- {none}

## Goals

### Non-Goals

- {none}

## Phase 1: A

**Deliverables:**

- {none}

## Success Criteria

- {none}

## Deliverables

- {none}

## Next Steps

- {none}

## References

- {none}
"""
    plan = read(page)
    assert (plan.criteria, plan.deliverables, plan.goals, plan.references) == ([], [], [], [])
    assert (plan.current_state.dependencies, plan.current_state.issues) == ([], [])
    assert plan.next_steps.immediate == []


@pytest.mark.parametrize("criterion", ["- No known issues\n- No downtime\n", "- [ ] No open risks\n"])
def test_a_criterion_may_be_that_there_is_nothing(criterion: str) -> None:
    assert len(read(f"# P\n\n## Success Criteria\n\n{criterion}").criteria) == criterion.count("\n")


def test_a_plan_that_depends_on_none_has_no_links() -> None:
    plan = read("---\ndepends_on: none\n---\n# P\n\n**Superseded by:** Keine\n")
    assert (plan.depends_on, plan.superseded_by) == ([], None)
