"""Plans outside of docs_dir on the command line: a check and an export see what a build sees."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran
    from tests.site import Built

FILES = """
specs/001-racks/tasks.md
  # Tasks: Racks

  **Status:** In Progress

  ## Phase 1: Setup

  - [x] T001 Dig
specs/001-racks/spec.md
  # Feature Specification: Kite Racks
.planning/ROADMAP.md
  # Roadmap: Dovecote

  ### Phase 1: Walls

  - [x] 01-01-PLAN.md
plans/gate.md
  ---
  plan: true
  ---
  # Gate
docs/plans/gate.md
  ---
  plan: true
  depends_on: [Kite Racks, specs/001-racks/tasks.md, ../../specs/001-racks/tasks.md]
  ---
  # Wind
docs/index.md
  # Home
"""


def site(*extra: object) -> str:
    """The site with the option."""
    config = {"site_name": "Site", "plugins": ["search", {"plan": {"extra_plans": list(extra)}}]}
    return f"mkdocs.yml\n  {json.dumps(config)}\n{FILES}"


@pytest.mark.parametrize("pages", [False, True])
def test_an_export_has_the_plans_of_a_build(
    *, pages: bool, run: Callable[..., Ran], build: Callable[..., Built]
) -> None:
    drawn = site(*({"path": path, "pages": pages} for path in ("specs", ".planning", "plans")))
    built = json.loads(build(drawn).path("plans.json").read_text("utf-8"))
    ran = run(drawn, "export")
    assert ran.paths == [plan["path"] for plan in built["plans"]]
    assert ran.paths == [
        "../plans/gate.md",
        "planning/ROADMAP.md" if pages else ".planning/ROADMAP.md",
        "plans/gate.md",
        "specs/001-racks/tasks.md",
    ]
    assert ran.data["totals"] == built["totals"]


def test_a_check_has_their_findings(run: Callable[..., Ran]) -> None:
    ran = run(site("specs"), "check", "--format", "json")
    assert ("specs/001-racks/tasks.md", "PLAN207") in [
        (one["path"], one["code"]) for one in ran.data["findings"]
    ]


def test_a_check_of_other_pages_knows_them(run: Callable[..., Ran]) -> None:
    assert "PLAN701" in run(site(), "check", "docs", "--fail-on", "never").out
    assert "PLAN701" not in run(site("specs"), "check", "docs", "--fail-on", "never").out


def test_a_check_of_one_of_them_calls_it_as_the_site_does(run: Callable[..., Ran]) -> None:
    assert run(site("specs"), "export", "specs/001-racks/tasks.md").paths == ["specs/001-racks/tasks.md"]
    assert run(site("specs"), "export", "specs/001-racks").paths == ["specs/001-racks/tasks.md"]


def test_what_is_wrong_with_the_option_is_told_with_file_and_what_to_write(
    run: Callable[..., Ran],
) -> None:
    ran = run(site("spec", "docs", "specs"), "check")
    assert ran.status == 2
    assert ran.err.splitlines() == [
        (
            "Error: ROOT/mkdocs.yml: plan: option 'extra_plans[1]': there is no folder or file 'spec' beside"
            " mkdocs.yml. Did you mean 'specs'? Write the path of one outside of docs_dir, e.g. 'specs'"
        ),
        (
            "ROOT/mkdocs.yml: plan: option 'extra_plans[2]': 'docs' is in docs_dir, where plans are found"
            " anyway. Write a folder outside of it here, or name pages in it with 'include'"
        ),
    ]


def test_a_folder_without_a_plan_is_told(run: Callable[..., Ran]) -> None:
    ran = run(site("notes") + "notes/a.md\n  # A\n", "check")
    assert "PLAN901 no plan found in 'notes', which the option 'extra_plans' names" in ran.out
    assert "PLAN901" not in run("", "check", "docs/plans/gate.md").out


def test_folders_that_dialects_name_are_entered_though_hidden(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    body = "\n  ---\n  name: Bell\n  todos:\n    - {id: a, content: Ring, status: pending}\n  ---\n"
    named = (".cursor/plans/a.md", ".specify/specs/001-a/tasks.md", "sub/.planning/ROADMAP.md")
    drawn = "".join(f"{path}{body}" for path in (*named, ".venv/plans/a.md", ".git/plans/a.md"))
    assert run(drawn, "export", ".").paths == sorted(named)
    assert run(drawn, "export", str(tmp_path)).paths == sorted(named)
