"""What the model decides of itself, so that no rule, view or command decides it once more."""

from __future__ import annotations

from typing import get_args

import pytest

from mkdocs_plan_plugin.model import (
    LEVELS,
    Kept,
    Phase,
    Plan,
    PlanProgress,
    Risk,
    State,
    Task,
    TaskState,
    severity_rank,
)
from mkdocs_plan_plugin.portfolio import current_phase, join, link
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.rules import Checker, RuleSite
from mkdocs_plan_plugin.settings import Settings
from tests.rules.checked import TODAY, check_pages

# state: in figures, over, in hand
STAGES = """
planning:     counts
pending:      counts
in-progress:  counts, in hand
complete:     counts, over
on-hold:      counts
blocked:      counts, in hand
cancelled:    over
deferred:     over
None:         counts
"""


def test_a_phase_knows_whether_it_counts_is_over_or_in_hand() -> None:
    drawn = []
    for state in (*get_args(State), None):
        phase = Phase(effective_state=state)
        said = {"counts": phase.counts, "over": phase.over, "in hand": phase.in_hand}
        drawn.append(f"{state}:".ljust(14) + ", ".join(word for word, true in said.items() if true))
    assert drawn == STAGES.strip().split("\n")


def test_a_task_knows_whether_it_counts_and_is_open() -> None:
    states = get_args(TaskState)
    assert [state for state in states if Task(state=state).counts] == [
        "open",
        "done",
        "in-progress",
        "blocked",
    ]
    assert [state for state in states if Task(state=state).open] == ["open", "in-progress", "blocked"]
    assert not any(Task(state=state, leaf=False).counts for state in states)


def test_levels_have_one_order() -> None:
    assert LEVELS == ("low", "medium", "high", "critical")
    assert [severity_rank(level) for level in (None, *LEVELS)] == [0, 1, 2, 3, 4]
    assert [level for level in LEVELS if Risk(level=level).grave] == ["high", "critical"]


@pytest.mark.parametrize(
    ("plan", "ending", "working"),
    [
        (Plan(state="in-progress"), None, True),
        (Plan(state="blocked"), None, True),
        (Plan(state="on-hold"), None, False),
        (Plan(), None, False),
        (Plan(state="complete"), "complete", False),
        (Plan(state="complete", document_state="archived"), "complete", False),
        (Plan(state="cancelled"), "cancelled", False),
        (Plan(state="in-progress", document_state="archived"), "archived", False),
        (Plan(state="in-progress", document_state="superseded"), "superseded", False),
    ],
)
def test_a_plan_knows_how_it_ended(plan, ending, working) -> None:
    assert (plan.ending, plan.over, plan.working) == (ending, ending is not None, working)


def test_a_plan_without_a_state_is_finished_at_100_percent() -> None:
    assert Plan(progress=PlanProgress(percent=100)).finished
    assert not Plan(state="in-progress", progress=PlanProgress(percent=100)).finished


OLD = """# Old kiln

**Status:** In Progress

**Last Updated:** 2020-01-10

## Phase 1: Dig

**Status:** In Progress

## Phase 2: Burn

## Risk Assessment

- **Rain** — probability: high, impact: critical
"""
NEW = "---\nsupersedes: old.md\n---\n# New kiln\n"


def test_the_word_of_another_plan_ends_one_too() -> None:
    plans = [read_plan(OLD, "old.md"), read_plan(NEW, "new.md")]
    entry = join(plans).entry(plans[0])
    assert not plans[0].over
    assert (entry.ending, entry.over, entry.working, current_phase(entry)) == (
        "superseded",
        True,
        False,
        None,
    )


def test_a_plan_that_another_supersedes_is_asked_for_nothing_more() -> None:
    """No owner (207), stale (208), a phase without status (304), risks without measures (505, 507)."""
    alone = {one.code for one in check_pages({"old.md": OLD})["old.md"]}
    assert {"PLAN207", "PLAN208", "PLAN304", "PLAN505"} <= alone
    beside = {one.code for one in check_pages({"old.md": OLD, "new.md": NEW})["old.md"]}
    assert beside & {"PLAN207", "PLAN208", "PLAN304", "PLAN505", "PLAN506", "PLAN507", "PLAN508"} == set()


def test_a_plan_that_states_nothing_stands_as_its_phases_do() -> None:
    plan = read_plan("# Kiln\n\n## Phase 1: Dig ✅\n\n## Phase 2: Burn ✅\n", "kiln.md")
    entry = join([plan]).entry(plan)
    assert (plan.state, entry.standing, entry.ending, plan.finished) == (None, "complete", "complete", True)


def test_a_rule_about_all_plans_sees_no_more_in_one_page_than_in_a_check_of_many() -> None:
    """What `check` does not keep of a plan is nowhere there to be read."""
    pages = {"old.md": OLD, "new.md": NEW}
    settings = Settings()
    outlines = {path: outline_of(text, settings) for path, text in pages.items()}
    checker = Checker(RuleSite(today=TODAY))
    pending = [checker.read(read_plan(outline, path), outline) for path, outline in outlines.items()]
    assert {type(one.plan) for one in pending} == {Kept}
    assert not hasattr(pending[0].plan, "owner")
    assert link(one.plan for one in pending).entry(pending[0].plan).over
