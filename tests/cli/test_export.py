"""`mkdocs-plan export`: which pages, under which names, with which exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

SITE = """
mkdocs.yml
  site_name: Ours
  plugins: [plan: {exclude: [old/**]}]
docs/index.md
  # Welcome
docs/plans/cache.md
  ---
  plan: true
  ---
  # Cache

  ## Phase 1: Warm up

  - [x] fill it
  - [ ] watch it
docs/old/plans/store.md
  ---
  plan: true
  ---
  # Store
docs/notes.md
  # Notes
docs/no.md
  ---
  plan: false
  ---
  # No plan, ever
README.md
  # Read me
"""


def test_without_a_path_the_plans_of_docs_dir_are_written(run: Callable[..., Ran]) -> None:
    ran = run(SITE, "export", "--format", "json")
    assert (ran.status, ran.err, ran.paths) == (0, "", ["plans/cache.md"])
    plan = ran.data["plans"][0]
    assert plan["title"] == "Cache"
    assert plan["progress"] == {"percent": 50, "basis": "phases", "done": 1, "total": 2, "phases_complete": 0, "phases_total": 1}  # fmt: skip
    assert plan["phases"][0]["state_from"] == "tasks"


@pytest.mark.parametrize("named", ["docs", "docs/plans", "docs/plans/cache.md", ".", "docs/../docs/plans"])
def test_a_page_inside_docs_dir_is_called_by_its_path_there(run: Callable[..., Ran], named: str) -> None:
    assert run(SITE, "export", named).paths == ["plans/cache.md"]


@pytest.mark.parametrize(
    ("named", "path"),
    [("elsewhere", "deep/p.md"), ("elsewhere/deep", "p.md"), ("elsewhere/deep/p.md", "p.md")],
)
def test_a_page_outside_is_called_from_the_folder_named(
    run: Callable[..., Ran], named: str, path: str
) -> None:
    assert run(SITE + "elsewhere/deep/p.md\n  ---\n  plan: true\n  ---\n  # P\n", "export", named).paths == [
        path
    ]


def test_a_path_selects_but_does_not_mark(run: Callable[..., Ran]) -> None:
    ran = run(SITE, "export", "docs/notes.md")
    assert (ran.status, ran.paths) == (1, [])
    assert ran.err == (
        "note: docs/notes.md is not a plan: it has no marker, and 0 of the 2 traits of a plan that are needed."
        " To make it a plan, write 'plan: true' into its front matter.\n"
    )
    ran = run(SITE + "docs/more/a.md\n  # More\n", "export", "docs/more")
    assert (ran.status, ran.paths) == (1, [])
    assert ran.err == (
        "warning: no plan found in 1 page; mark one with 'plan: true' in its front matter, or name pages with"
        " --plans GLOB\n"
    )


def test_plans_takes_every_page_that_matches_whatever_its_traits(run: Callable[..., Ran]) -> None:
    assert run(SITE, "export", "--plans", "NOTES.md").paths == ["notes.md", "plans/cache.md"]
    assert run(SITE, "export", "--plans", "notes.md", "--plans", "index.md").paths == [
        "index.md",
        "notes.md",
        "plans/cache.md",
    ]


def test_plans_goes_behind_plan_false_and_exclude(run: Callable[..., Ran]) -> None:
    assert run(SITE, "export", "--plans", "**").paths == ["index.md", "notes.md", "plans/cache.md"]


def test_pages_that_mkdocs_leaves_out_are_no_plans(run: Callable[..., Ran]) -> None:
    drawn = """
        mkdocs.yml
          exclude_docs: |
            drafts/
            !.kept.md
        docs/drafts/a.md
          # A
        docs/templates/b.md
          # B
        docs/.hidden.md
          # C
        docs/.kept.md
          # D
        docs/e.md
          # E
    """
    assert run(drawn, "export", "--plans", "**").paths == [".kept.md", "e.md"]


def test_a_near_miss_is_named_with_the_line_to_add(run: Callable[..., Ran]) -> None:
    near = """
docs/billing.md
  # Billing

  **Status:** Planning

  ## Phase 1: Read
  - [x] one
  - [ ] two
  - [ ] three

  ## Phase 2: Write
  - [ ] four
  - [ ] five

  ## Risks
  | Risk | Probability | Impact |
  |---|---|---|
  | Late | High | Low |
"""
    ran = run(SITE + near, "export")
    assert (ran.status, ran.paths) == (0, ["plans/cache.md"])
    assert (
        ran.err
        == "note: billing.md looks like a plan, but is not marked as one; write 'plan: true' (or 'plan: false')"
        " into its front matter\n"
    )


def test_a_folder_without_configuration_has_the_defaults(run: Callable[..., Ran]) -> None:
    ran = run("some/plans/a.md\n  ---\n  plan: true\n  ---\n  # A\n", "export", "some")
    assert (ran.status, ran.paths) == (0, ["plans/a.md"])


def test_pages_of_one_name_in_two_folders_are_both_there(run: Callable[..., Ran]) -> None:
    drawn = "one/a.md\n  # One\ntwo/a.md\n  # Two\n"
    assert run(drawn, "export", "--plans", "**", "one", "two", "one/a.md").paths == ["a.md", "two/a.md"]


@pytest.mark.parametrize(
    "data",
    [
        "\ufeff# Größe\r\n\r\n- [x] a\r\n".encode(),
        "# Größe\r\r- [x] a\r".encode(),
        "\ufeff# Größe\n\n- [x] a\n".encode("utf-16-le"),
        "# Größe\n\n- [x] a\n".encode("latin-1"),
    ],
    ids=["BOM and CRLF", "CR", "UTF-16", "Latin-1"],
)
def test_files_are_read_however_they_are_encoded(
    run: Callable[..., Ran], tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "a.md").write_bytes(data)
    plan = run("", "export", "--plans", "**", "a.md").data["plans"][0]
    assert plan["title"] in {"Größe", "Gr\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}e"}
    assert (plan["tasks"]["done"], plan["task_list"][0]["line"]) == (1, 3)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a file that can't be read")
def test_a_file_that_can_not_be_read_is_named_and_passed_over(
    run: Callable[..., Ran], tmp_path: Path
) -> None:
    run(SITE, "export")
    (tmp_path / "docs" / "index.md").chmod(0)
    ran = run("", "export")
    assert (ran.status, ran.paths) == (1, ["plans/cache.md"])
    assert ran.err == "error: docs/index.md: Permission denied\n"


def test_a_link_that_leads_nowhere_is_named_and_passed_over(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "gone.md").symlink_to("nowhere.md")
    ran = run(SITE, "export", "docs")
    assert (ran.status, ran.paths) == (1, ["plans/cache.md"])
    assert ran.err == "error: docs/gone.md: No such file or directory\n"


def test_a_link_to_the_folder_above_is_walked_once(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "again").symlink_to(".")
    assert run(SITE, "export").paths == ["plans/cache.md"]


@pytest.mark.parametrize(
    ("drawn", "words", "said"),
    [
        (
            "a.md\n  # A",
            ["export"],
            "no mkdocs.yml here or above. Name a file or folder, or use --config FILE.",
        ),
        ("mkdocs.yml\n  a: [", ["export"], "ROOT/mkdocs.yml:2:1: not valid YAML:"),
        (
            "mkdocs.yml\n  docs_dir: gone",
            ["export"],
            "ROOT/mkdocs.yml: docs_dir: there is no folder ROOT/gone",
        ),
        (SITE, ["export", "gone.md"], "there is no file or folder gone.md"),
        (SITE, ["export", "--config", "gone.yml"], "'gone.yml' does not exist"),
        (SITE, ["export", "--format", "yaml"], "'yaml' is not"),
        (
            "mkdocs.yml\n  plugins: [plan: {progress: tsks}]",
            ["export", "."],
            "ROOT/mkdocs.yml: plan: option 'progress': 'tsks' is not one of its words. Did you mean 'tasks'?",
        ),
    ],
)
def test_wrong_usage_and_configuration_exit_with_2(
    run: Callable[..., Ran], drawn: str, words: list[str], said: str
) -> None:
    ran = run(drawn, *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_config_names_another_site(run: Callable[..., Ran]) -> None:
    drawn = (
        SITE + "other/mkdocs.yml\n  docs_dir: pages\nother/pages/x.md\n  ---\n  plan: true\n  ---\n  # X\n"
    )
    assert run(drawn, "export", "--config", "other/mkdocs.yml").paths == ["x.md"]


def test_the_same_files_give_the_same_bytes(run: Callable[..., Ran]) -> None:
    assert run(SITE, "export", "docs/plans", "docs").out == run("", "export", "docs").out


def test_it_runs_where_mkdocs_can_not_be_imported(run: Callable[..., Ran], tmp_path: Path) -> None:
    expected = run(SITE, "export").out
    script = (
        "import sys; sys.modules['mkdocs'] = None\nfrom mkdocs_plan_plugin.cli import main; main(['export'])"
    )
    path = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.stdout.decode() == expected
