"""Dialects on the command line: named files and folders, with a site or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

FILES = """
docs/superpowers/plans/2026-02-11-lamps.md
  # Lamps

  ### Task 1: Hall

  - [x] **Step 1: Hang**
specs/001-racks/tasks.md
  # Tasks: Racks

  ## Phase 1: Setup

  - [x] T001 Dig
  - [ ] T002 Pour
specs/001-racks/spec.md
  # Feature Specification: Kite Racks

  **Created**: 2026-03-02
openspec/changes/add-clock/tasks.md
  ## 1. Build

  - [x] 1.1 Print
openspec/changes/add-clock/proposal.md
  ## Why
.cursor/plans/bell.plan.md
  ---
  name: Bell
  todos:
    - {id: ring, content: Ring it, status: completed}
  ---
backlog/tasks/task-7 - Oil.md
  ---
  id: TASK-7
  title: Oil
  status: In Progress
  ---

  ## Acceptance Criteria

  - [x] #1 Silent
.planning/ROADMAP.md
  # Roadmap: Dovecote

  ### Phase 1: Walls

  - [x] 01-01-PLAN.md
docs/plans/2026-03-05-001-feat-barrel-plan.md
  ---
  title: Barrel
  type: feat
  status: active
  ---

  ## Implementation Units

  - [x] **Unit 1: The barrel**
"""

NAMED = {
    "docs/superpowers/plans/2026-02-11-lamps.md": ("superpowers", "Lamps"),
    "specs/001-racks/tasks.md": ("spec-kit", "Kite Racks"),
    "openspec/changes/add-clock/tasks.md": ("openspec", "Add clock"),
    ".cursor/plans/bell.plan.md": ("cursor", "Bell"),
    "backlog/tasks/task-7 - Oil.md": ("backlog", "Oil"),
    ".planning/ROADMAP.md": ("gsd", "Dovecote"),
    "docs/plans/2026-03-05-001-feat-barrel-plan.md": ("compound-engineering", "Barrel"),
}


@pytest.mark.parametrize("site", ["", "mkdocs.yml\n  plugins: [plan]\n"], ids=["no site", "site"])
@pytest.mark.parametrize("path", NAMED)
def test_explain_names_the_dialect_and_how_it_was_known(
    path: str, site: str, run: Callable[..., Ran]
) -> None:
    ran = run(site + FILES, "explain", path)
    dialect, title = NAMED[path]
    assert ran.out.splitlines()[0] == title
    text = " ".join(ran.out.split())
    assert "is a plan: it is written in a dialect that is known." in text
    assert f"Dialect {dialect}: " in text


def test_a_folder_is_one_plan(run: Callable[..., Ran]) -> None:
    ran = run(FILES, "export", "--format", "json", "specs")
    (plan,) = ran.data["plans"]
    assert (plan["path"], plan["title"], plan["created"]) == (
        "001-racks/tasks.md",
        "Kite Racks",
        "2026-03-02",
    )
    assert (plan["progress"]["done"], plan["progress"]["total"]) == (1, 2)


def test_a_file_that_is_part_of_a_plan_says_of_which(run: Callable[..., Ran]) -> None:
    ran = run(FILES, "explain", "specs/001-racks/spec.md")
    assert ran.out.splitlines()[0] == (
        "spec.md is not a plan: with tasks.md of its folder it is one plan, which is read from there"
    )


def test_a_check_of_that_file_says_so_too(run: Callable[..., Ran]) -> None:
    ran = run(FILES, "check", "specs/001-racks/spec.md")
    assert "with tasks.md of its folder it is one plan" in " ".join((ran.out + ran.err).split())


def test_a_check_of_a_hidden_folder_that_is_named_finds_what_is_in_it(run: Callable[..., Ran]) -> None:
    assert "1 plan checked" in run(FILES, "check", ".planning").out


def test_what_is_kept_of_a_plan_does_not_outlive_its_other_files(run: Callable[..., Ran]) -> None:
    assert run(FILES, "check", "specs", "--format", "json").data["findings"] == []
    state = "specs/001-racks/spec.md\n  # Feature Specification: Kite Racks\n\n  **Status:** Complete\n"
    ran = run(state, "check", "specs", "--format", "json")
    assert [one["code"] for one in ran.data["findings"]] == ["PLAN402"]


def test_a_dialect_of_ones_own(run: Callable[..., Ran]) -> None:
    site = """
mkdocs.yml
  plugins:
    - plan:
        dialects: [mill.yml]
mill.yml
  found_by:
    - path: ["**/chores/*.md"]
  phases: {words: [Chore]}
docs/chores/week.md
  # Week

  ## Chore 1: Grind

  - [x] Wheat
"""
    ran = run(site, "explain", "docs/chores/week.md")
    assert "Dialect mill: its path matches **/chores/*.md." in ran.out
    assert "Chore 1: Grind" in ran.out


def test_a_dialect_that_can_not_be_used_is_refused(run: Callable[..., Ran]) -> None:
    ran = run("mkdocs.yml\n  plugins: [{plan: {dialects: [mill.yml]}}]\ndocs/index.md\n  # Home\n", "check")
    assert ran.status == 2
    assert "option 'dialects': mill.yml: No such file or directory" in ran.err
