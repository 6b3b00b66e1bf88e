"""Dialects in a site: a folder is one plan, and a site has words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site import Built

SITE = """
mkdocs.yml
  plugins:
    - plan
docs/specs/001-racks/tasks.md
  # Tasks: Racks

  ## Phase 1: Setup

  - [x] T001 Dig

  ## Phase 2: Racks

  - [ ] T002 Pour
docs/specs/001-racks/spec.md
  # Feature Specification: Kite Racks

  **Created**: 2026-03-02
docs/superpowers/plans/2026-02-11-lamps.md
  # Lamps

  ### Task 1: Hall

  - [x] **Step 1: Hang**

  ### Task 2: Gate

  - [ ] **Step 1: Hang**
"""


def test_a_folder_of_a_site_is_one_plan_with_a_card_on_the_page_of_its_tasks(
    build: Callable[..., Built],
) -> None:
    built = build(SITE)
    assert [line for line in built.ours if "found" in line] == ["INFO 2 plans found"]
    assert built.page("specs/001-racks/tasks/").select_one(".plan-card") is not None
    assert built.page("specs/001-racks/spec/").select_one(".plan-card") is None
    assert "Kite Racks" in built.page("plans/").get_text()


def test_each_task_of_superpowers_is_a_stage_of_the_stepper(build: Callable[..., Built]) -> None:
    page = build(SITE).page("superpowers/plans/2026-02-11-lamps/")
    assert page.find(id="plan-phase-2") is not None
    assert "50" in page.select_one(".plan-card").get_text()


def test_a_site_whose_docs_are_the_folder_of_a_dialect(build: Callable[..., Built]) -> None:
    built = build(
        """
mkdocs.yml
  docs_dir: specs
specs/001-racks/tasks.md
  # Tasks: Racks

  - [ ] T001 Dig
specs/index.md
  # Features
"""
    )
    assert "INFO 1 plan found" in built.ours


def test_a_dialect_that_can_not_be_used_is_a_warning_and_breaks_nothing(build: Callable[..., Built]) -> None:
    built = build(SITE.replace("    - plan\n", "    - plan:\n        dialects: [mill.yml]\n"))
    assert built.warnings == ["WARNING plan: option 'dialects': mill.yml: No such file or directory"]
