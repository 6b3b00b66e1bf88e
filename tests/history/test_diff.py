"""`mkdocs-plan diff`: what changed in plans, held against drawn repositories."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from tests.history.drawn import Drawn

SEARCH = """
docs/plans/search.md
  # Plan: Move search

  **Status:** Planning
  **Owner:** Team Quay
  **Target:** 2026-08-01

  ## Phase 1: Dig (due 2026-06-30)

  **Status:** In Progress

  - [x] Measure the old index
  - [ ] Write the backfill job

  ## Phase 2: Fill

  - [ ] Run the backfill
  - [ ] Delete the old index

  ## Risks

  | Risk | Probability | Impact |
  |---|---|---|
  | The disk fills up | Low | High |
  | The vendor is late | Low | Low |
"""
SITE = f"""
mkdocs.yml
  site_name: Ours
  plugins: [plan]
docs/index.md
  # Welcome
{SEARCH.strip()}
"""
MOVED = """
docs/plans/search.md
  # Plan: Move search

  **Status:** In Progress
  **Owner:** Team Sluice
  **Target:** 2026-08-15

  ## Phase 1: Dig (due 2026-07-10)

  **Status:** Complete
  **Owner:** Team Quay

  - [x] Measure the old index
  - [x] Write the backfill job

  ## Phase 2: Fill

  - [ ] Run the backfill in two runs
  - [ ] Warn the readers

  ## Risks

  | Risk | Probability | Impact |
  |---|---|---|
  | The disk fills up | High | High |
  | Nobody is on call | Low | High |
"""


def test_a_branch_is_held_against_where_it_left_the_main_branch(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    drawn.commit("2026-01-05", SITE)
    drawn.git("switch", "-q", "-c", "moving")
    drawn.commit("2026-02-05", MOVED)
    drawn.git("switch", "-q", "main")
    drawn.commit("2026-02-06", SEARCH.replace("Team Quay", "Team Pier"))
    drawn.git("switch", "-q", "moving")
    base = drawn.git("merge-base", "main", "HEAD")[:9]

    ran = run("diff")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert (
        ran.stdout
        == f"""\
docs/plans/search.md: Plan: Move search
  progress      25 % → 50 %; tasks 1 of 4 → 2 of 4; phases 0 of 2 → 1 of 2
  state         planning → in progress
  owner         Team Quay → Team Sluice
  target        2026-08-01 → 2026-08-15, 14 days later
  phase         Phase 1: Dig: in progress → complete
  phase due     Phase 1: Dig: 2026-06-30 → 2026-07-10, 10 days later
  phase owner   Phase 1: Dig: none → Team Quay
  done          Write the backfill job
  task added    Warn the readers
  task removed  Delete the old index
  task reworded Run the backfill → Run the backfill in two runs
  new risk      Nobody is on call (medium)
  risk graver   The disk fills up: medium → critical
  risk removed  The vendor is late (low)
  new finding   PLAN505 line 24: 2 risks have no mitigation: lines 24, 25
  mended        2 findings

1 plan changed, 1 task done, 1 task added, 1 task removed, 1 phase moved, 1 new risk, 1 risk graver, 2 dates slipped, 1 new finding since {base}
"""
    )


def test_what_is_not_committed_yet_and_not_yet_known_to_git_is_looked_at(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    drawn.commit("2026-01-05", SITE)
    search = drawn.root / "docs/plans/search.md"
    search.write_text(search.read_text("utf-8").replace("[x]", "[ ]"), "utf-8")
    search.with_name("new.md").write_text(
        "# Plan: New\n\n**Status:** Planning\n\n## Phase 1: A\n\n- [ ] b\n", "utf-8"
    )
    figures = json.loads(run("diff", "--format", "json").stdout)
    assert [(one["path"], one["before"] and one["before"]["percent"]) for one in figures["plans"]] == [
        ("docs/plans/new.md", None),
        ("docs/plans/search.md", 25),
    ]
    assert (
        figures["totals"] | {"plans": 2, "plans_added": 1, "tasks_reopened": 1, "progress_lost": 1}
        == figures["totals"]
    )


def test_a_renamed_plan_is_the_same_one_and_a_deleted_one_is_told(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    drawn.commit("2026-01-05", SITE + MOVED.replace("search.md", "other.md"))
    drawn.git("mv", "docs/plans/search.md", "docs/plans/find.md")
    drawn.git("rm", "-q", "docs/plans/other.md")
    drawn.commit("2026-01-06")
    told = run("diff", "HEAD~1..HEAD").stdout
    assert "docs/plans/find.md: Plan: Move search\n  moved         from docs/plans/search.md\n\n" in told
    assert "  removed       was in progress, 50 %, 2 of 4 tasks, 2 open risks\n" in told


def test_a_plan_that_was_moved_and_written_anew_is_known_by_its_title(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    drawn.commit("2026-01-05", SITE)
    drawn.git("rm", "-q", "docs/plans/search.md")
    drawn.commit("2026-01-06", "docs/plans/done/find.md\n  # Plan: Move search\n\n  **Status:** Complete")
    told = run("diff", "HEAD~1..HEAD").stdout
    assert "docs/plans/done/find.md: Plan: Move search\n  moved         from docs/plans/search.md\n" in told
    assert "  state         planning → complete\n" in told


@pytest.mark.parametrize(
    ("since", "owner"),
    [("7d", "none"), ("2m", "Team Quay → Team Pier"), ("2026-05-30", "Team Quay → Team Pier")],
)
def test_since_holds_plans_against_what_they_were_on_a_day(
    drawn: Drawn, run: Callable[..., Result], since: str, owner: str
) -> None:
    drawn.commit("2026-01-05", SITE)
    drawn.commit("2026-06-01", SEARCH.replace("Team Quay", "Team Pier"))
    told = run("diff", "--since", since).stdout
    assert (f"  owner         {owner}\n" in told) is (owner != "none")


@pytest.mark.parametrize(
    ("condition", "status"),
    [
        ("progress-lost", 1),
        ("new-critical-risk", 1),
        ("new-error", 0),
        ("tasks_reopened > 0", 1),
        ("tasks_reopened > 1", 0),
        ("tasks_reopened > 1 or risks_graver == 1 and plans == 1", 1),
    ],
)
def test_a_condition_ends_with_1(
    drawn: Drawn, run: Callable[..., Result], condition: str, status: int
) -> None:
    drawn.commit("2026-01-05", SITE)
    drawn.commit("2026-01-06", SEARCH.replace("[x]", "[ ]").replace("up | Low", "up | High"))
    assert run("diff", "HEAD~1..HEAD", "--fail-on", condition).exit_code == status


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--fail-on", "progres-lost"], "'progres-lost' is no condition. Did you mean 'progress-lost'?"),
        (["--fail-on", "task_done > 0"], "there is no figure 'task_done'. Did you mean 'tasks_done'?"),
        (["--since", "soon"], "--since: 'soon' is no time. Write 7d, 2w, 1m or a date such as 2026-11-20."),
        (["mian"], "'mian' is no commit or path of this repository."),
        (["HEAD..nothing"], "'HEAD..nothing' is no commit of this repository."),
        (["HEAD", "docs/none.md"], "there is no file or folder docs/none.md"),
        (["HEAD", "--since", "7d"], "--since names a time, and BASE a commit: give one of them"),
    ],
)
def test_wrong_usage_says_what_to_write(
    drawn: Drawn, run: Callable[..., Result], words: list[str], said: str
) -> None:
    drawn.commit("2026-01-05", SITE)
    ran = run("diff", *words)
    assert (ran.exit_code, said in ran.stderr) == (2, True), ran.stderr


def test_the_markdown_says_first_what_to_look_at_and_is_only_text(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    drawn.commit("2026-01-05", SITE)
    drawn.commit("2026-01-06", MOVED.replace("Warn the readers", "Ask @quay `*now*` | then"))
    told = run("diff", "HEAD~1..HEAD", "--format", "markdown").stdout
    lines = told.splitlines()
    assert lines[0] == "<!-- mkdocs-plan diff -->"
    assert "- Plan: Move search: target, 2026-08-01 → 2026-08-15, 14 days later" in lines
    assert "- Plan: Move search: risk graver, The disk fills up: medium → critical" in lines
    assert (
        "| Plan: Move search<br>`docs/plans/search.md` | planning → **in progress** | 25 % → **50 %** |"
        " 1/4 → **2/4** | 2 |"
    ) in lines
    assert "- task added: Ask @\N{WORD JOINER}quay \\`\\*now\\*\\` \\| then" in lines


def test_new_findings_and_mended_ones_are_told_and_those_that_moved_are_not(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    drawn.commit("2026-01-05", SITE.replace("**Owner:**", "**Progress:** 3/4 tasks\n  **Owner:**"))
    drawn.commit("2026-01-06", SEARCH.replace("# Plan: Move search", "# Plan: Move search\n\n  A line more."))
    (plan,) = json.loads(run("diff", "HEAD~1..HEAD", "--format", "json").stdout)["plans"]
    assert ([one["name"] for one in plan["findings_gone"]], plan["findings_new"]) == (["stale-progress"], [])


def test_a_change_of_one_file_is_one_of_the_plan_that_it_is_part_of(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    drawn.commit(
        "2026-01-05",
        """
        specs/001-search/spec.md
          # Feature Specification: Find things

          **Feature Branch**: `001-search`
          **Status**: Draft
        specs/001-search/plan.md
          # Implementation Plan: Find things

          **Branch**: `001-search` | **Date**: 2026-01-05
        specs/001-search/tasks.md
          # Tasks: Find things

          ## Phase 1: Setup

          - [ ] T001 Create the index
          - [ ] T002 [P] Fill the index
        """,
    )
    tasks = drawn.root / "specs/001-search/tasks.md"
    tasks.write_text(tasks.read_text("utf-8").replace("[ ] T001", "[x] T001"), "utf-8")
    (plan,) = json.loads(run("diff", "--format", "json", "specs").stdout)["plans"]
    assert (plan["after"]["done"], [change["kind"] for change in plan["changes"]][-1]) == (1, "task-done")


def test_outside_of_a_repository_it_says_so(
    drawn: Drawn, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(drawn.root.parent)
    ran = run("diff")
    assert (ran.exit_code, ran.stderr) == (
        2,
        "Error: there is no git repository here or above; changes are read from its commits\n",
    )
