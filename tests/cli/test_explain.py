"""`mkdocs-plan explain`: where each figure came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mkdocs_plan_plugin.cli.terminal import aligned, columns_of, cut, ranges
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.reading.traits import TRAITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

PLAN = """
mkdocs.yml
  plugins: [plan]
docs/plans/cache.md
  # Cache implementation plan

  **Status:** In Progress

  **Progress:** 2/3 phases complete (66%)

  ## Goals

  Be fast.

  ## Phases

  ### Phase 1: Warm up ✅ COMPLETE

  ### Phase 2: Measure

  - [x] one
  - [x] two
  - [ ] three
  - [-] four
  - [ ] five
    - [ ] six

  ### Phase 3: Roll out

  **Status:** Pending

  ## Risks

  ### Risk 1: Stampede

  - **Probability:** High
  - **Impact:** Critical
  - **Mitigation:** Locks

  | Risk | Probability | Impact |
  |---|---|---|
  | Stampede | Medium | Critical |
"""


def lines_of(ran: Ran) -> list[str]:
    return [line.rstrip() for line in ran.out.splitlines()]


def test_text_names_every_origin(run: Callable[..., Ran]) -> None:
    ran = run(PLAN, "explain", "docs/plans/cache.md")
    assert (ran.status, ran.err) == (0, "")
    found = ran.out
    for said in (
        "plans/cache.md is a plan: it matches 'include' and has enough traits of one (**/*plans*/**)",
        "  state     in-progress, line 3 'In Progress'",
        "  progress  50 %, basis: phases",
        "  Rule: the mean over its phases with equal weight, rounded down; cancelled and deferred left out.",
        "  Sum: (1 + 2/4 + 0) / 3 = 50 %",
        "  goals   line 7   Goals",
        "  Phase 1: Warm up  line 13  complete  100 %",
        "      state from the mark in its heading, line 13:",
        "  Phase 2: Measure  line 15  in-progress  50 %",
        "      state from its tasks, 2 of 4 closed",
        "      tasks: 2 of 4 done; done: line 17-18; not done: line 19, 22; not counted (cancelled or",
        "deferred): line 20; not counted (their sub-tasks do): line 21",
        "      state from its status field, line 26: 'Pending'",
        "      progress: its state: complete is 100 %, any other 0 %",
        "high × critical  → critical  row 38",
        "row 38 rates it differently: medium × critical",
        "line 5  2/3 phases complete (66%)  derived: 1/3 phases complete (33%)",
    ):
        assert said in found, said


def test_a_page_that_is_no_plan_is_told_what_it_lacks(run: Callable[..., Ran]) -> None:
    ran = run(
        "mkdocs.yml\n  plugins: [plan]\ndocs/note.md\n  # Note on search\n\n  **Status:** Draft\n",
        "explain",
        "docs/note.md",
    )
    assert ran.status == 0
    text = " ".join(ran.out.split())
    assert text.startswith(
        "note.md is not a plan: it has no marker, and 1 of the 2 traits of a plan that are needed"
    )
    assert "Traits it has: a status, priority, owner or due date." in text
    assert (
        "Traits it lacks: a plan-like title or file name, two numbered phases, four sections of a plan, five"
        " tasks, risks, described or in a table." in text
    )
    assert text.endswith("To make it a plan, write 'plan: true' into its front matter.")


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        ("docs/a.md\n  ---\n  plan: false\n  ---\n  # A", "its front matter says so (plan: false)"),
        (
            "mkdocs.yml\n  plugins: [plan: {exclude: [a.md]}]\ndocs/a.md\n  # A",
            "the option 'exclude' names it (a.md)",
        ),
        (
            "mkdocs.yml\n  exclude_docs: a.md\ndocs/a.md\n  # A",
            "MkDocs leaves it out of the site (exclude_docs)",
        ),
        (
            "docs/a.md\n  # A",
            "it has no marker, and 0 of the 2 traits of a plan that are needed",
        ),
    ],
)
def test_the_reason_for_no_plan_is_data_too(run: Callable[..., Ran], drawn: str, reason: str) -> None:
    found = run("mkdocs.yml\n  plugins: [plan]\n" + drawn, "explain", "--format", "json", "docs/a.md").data
    assert (found["path"], found["plan"], found["reason"]) == ("a.md", False, reason)


def test_a_page_of_all_traits_has_exactly_the_traits_that_explain_knows(run: Callable[..., Ran]) -> None:
    more = "\n  ## Testing\n\n  ## Rollback plan\n\n  ## Deliverables\n"
    found = run(PLAN + more, "explain", "--format", "json", "docs/plans/cache.md").data
    assert sorted(found["why"]["traits"]) == sorted(TRAITS)


def test_json_holds_what_the_text_says(run: Callable[..., Ran]) -> None:
    found = run(PLAN, "explain", "--format", "json", "docs/plans/cache.md").data
    assert found["sum"] == "(1 + 2/4 + 0) / 3 = 50 %"
    assert [
        (phase["number"], phase["effective_state"], phase["state_from"]) for phase in found["phases"]
    ] == [
        ("1", "complete", "heading"),
        ("2", "in-progress", "tasks"),
        ("3", "pending", "field"),
    ]
    assert found["phases"][1]["tasks"] == {
        "closed": [17, 18],
        "open": [19, 22],
        "cancelled_or_deferred": [20],
        "containers": [21],
    }
    assert found["typed_progress"] == [
        {"line": 5, "typed": "2/3 phases complete (66%)", "derived": "1/3 phases complete (33%)"}
    ]


def test_where_nothing_is_recorded_it_says_so(run: Callable[..., Ran]) -> None:
    drawn = "a.md\n  # A\n\n  ## Phase 1: One\n\n  - [ ] x\n\n  ## Phase 2: Two\n"
    ran = run(drawn, "explain", "--plans", "**", "a.md")
    assert "a.md is a plan: it matches --plans (**)." in ran.out
    assert "  progress  no progress recorded, basis: none" in ran.out
    assert "  Rule: no progress recorded: no phase states anything, and no task is begun." in ran.out


def test_no_line_is_wider_than_100_columns_and_piped_output_is_plain(run: Callable[..., Ran]) -> None:
    long = "很长的标题 " * 30 + "word " * 40
    boxes = "\n".join(f"  - [{'x' if n % 3 else ' '}] task {n}\n" for n in range(80))
    drawn = f"a.md\n  # {long}\n\n  **Status:** {long}\n\n  ## Phase 1: {long}\n\n  **Status:** In Progress, {long}{'很长' * 90}\n\n{boxes}\n  ## Risks\n\n  | Risk | Probability | Impact |\n  |---|---|---|\n  | {long} | High | Low |\n"
    ran = run(drawn, "explain", "--plans", "**", "a.md")
    assert max(columns_of(line) for line in lines_of(ran)) <= 100
    assert "\x1b" not in ran.out


def test_a_folder_is_refused(run: Callable[..., Ran]) -> None:
    ran = run(PLAN, "explain", "docs")
    assert (ran.status, ran.out) == (2, "")
    assert re.search(r"'docs' is a directory", ran.err)


def test_author_text_can_not_steer_the_terminal() -> None:
    assert one_line("a\x1b[31mb\n c\u202e") == "a\N{REPLACEMENT CHARACTER}[31mb c\N{REPLACEMENT CHARACTER}"


def test_columns_line_up_whatever_the_width_of_the_letters() -> None:
    assert aligned([("缓存", "1"), ("cache", "2")], (10, 4), indent=0) == ["缓存   1", "cache  2"]
    assert cut("abcdef", 4) == "abc…"


def test_line_numbers_are_written_shortly() -> None:
    assert ranges([3, 5, 6, 7, 9]) == "3, 5-7, 9"


LOST = """
mkdocs.yml
  plugins: [plan]
docs/plans/kiln.md
  # Kiln

  ## Phase 1: Dig ✅

  ## Phase 2: Burn ✅

  ## Overview

  | Phase | Status |
  |---|---|
  | Phase 3: Sell | Pending |

  - [] Sweep
"""


def test_what_was_left_out_is_told_with_line_and_reason(run: Callable[..., Ran]) -> None:
    ran = run(LOST, "explain", "--plans", "**", "docs/plans/kiln.md")
    assert "  state     complete, from its phases" in ran.out
    assert lines_of(ran)[-3:] == [
        "Left out",
        "  phase, line 11: 'Phase 3: Sell': a list or table names it, and the page has no heading for it",
        "  task, line 13: '- [] Sweep': there is nothing between the brackets",
    ]
    data = run(LOST, "explain", "--format", "json", "--plans", "**", "docs/plans/kiln.md").data
    assert [(one["kind"], one["line"]) for one in data["left_out"]] == [("phase", 11), ("task", 13)]
    assert (data["state"], data["effective_state"], data["state_from"]) == (None, "complete", "phases")


def test_a_plan_of_which_nothing_was_left_out_says_so(run: Callable[..., Ran]) -> None:
    assert lines_of(run(PLAN, "explain", "docs/plans/cache.md"))[-2:] == ["Left out", "  nothing"]


STEPS = """
a.md
  # A

  - [x] Phase 2: Pour

  ## East

  ### Phase 1: Dig

  #### Step 1.1: Trench

  **Status:** Complete

  #### Step 1.2: Pit

  **Status:** Pending

  ### Phase 2: Pour

  ## West

  ### Phase 1: Clear
"""


def test_states_of_steps_and_of_other_places_are_origins_too(run: Callable[..., Ran]) -> None:
    ran = run(STEPS.replace("Phase 1: Clear", "Phase 3: Clear"), "explain", "--plans", "**", "a.md")
    for said in (
        "  Phase 1: Dig  line 7  in-progress  50 %",
        "      state from the states of its steps, 1 of 2 complete\n",
        "      progress: complete steps of those that count: 1/2",
        "  Phase 2: Pour  line 17  complete  100 %",
        "      state from another place of the page, line 3: 'Phase 2: Pour'",
        "  Sum: (1/2 + 1 + 0) / 3 = 50 %",
    ):
        assert said in ran.out, said


def test_a_phase_is_named_with_its_part(run: Callable[..., Ran]) -> None:
    ran = run(STEPS, "explain", "--plans", "**", "a.md")
    assert "  East · Phase 1: Dig  line 7  in-progress  50 %" in ran.out
    assert "  West · Phase 1: Clear  line 21  unknown  –" in ran.out


def test_tasks_that_decide_beside_unknown_phases_are_told_so(run: Callable[..., Ran]) -> None:
    drawn = "a.md\n  # A\n\n  ## Day 1\n\n  ## Day 2\n\n  ## Tasks\n\n  - [x] one\n  - [ ] two\n"
    assert "  Rule: no phase tells anything, so its tasks outside criteria and deliverables" in (
        run(drawn, "explain", "--plans", "**", "a.md").out
    )
