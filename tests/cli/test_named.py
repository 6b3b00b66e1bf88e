"""Files that are named on the command line: there or gone, plans or none, or given by standard input."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

NAMED = """
mkdocs.yml
  plugins: [plan]
docs/work/cache.md
  # Cache

  **Status:** Planning

  ## Phase 1: Warm up

  - [ ] one

  ## Phase 2: Measure

  - [ ] two
docs/work/notes.md
  # Notes
docs/work/no.md
  ---
  plan: false
  ---
  # Cache roadmap

  **Status:** Planning
elsewhere/cache.md
  # Cache roadmap

  **Status:** Planning
"""


@pytest.mark.parametrize("folder", [".", "docs", "docs/work", "elsewhere"])
@pytest.mark.parametrize("drawn", [NAMED, NAMED.partition("[plan]\n")[2]])
def test_a_file_that_is_named_needs_no_glob(
    run: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, drawn: str
) -> None:
    run(drawn, "rules", "PLAN113")
    monkeypatch.chdir(tmp_path / folder)
    for page in ("docs/work/cache.md", "elsewhere/cache.md"):
        file = os.path.relpath(tmp_path / page, tmp_path / folder)
        assert "1 plan checked:" in run("", "check", file).out
        assert run("", "export", file).status == 0
        assert " is a plan: it was named, and has enough traits of one" in run("", "explain", file).out


ADD = "To make it a plan, write 'plan: true' into its front matter."


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (
            "docs/work/notes.md",
            f"it has no marker, and 0 of the 2 traits of a plan that are needed. {ADD}",
        ),
        (
            "docs/work/no.md",
            "its front matter says so (plan: false). Take that away to let the page be judged by its content.",
        ),
    ],
)
def test_a_file_that_is_named_and_no_plan_is_told_why(run: Callable[..., Ran], page: str, why: str) -> None:
    ran = run(NAMED, "check", page)
    assert (ran.status, ran.out, ran.err) == (0, "no plan checked\n", f"note: {page} is not a plan: {why}\n")
    ran = run(NAMED, "export", page)
    assert (ran.status, ran.err) == (1, f"note: {page} is not a plan: {why}\n")


def test_files_that_are_gone_are_passed_over_beside_others(run: Callable[..., Ran]) -> None:
    ran = run(NAMED, "check", "docs/gone.md", "docs/work/cache.md")
    note = "note: docs/gone.md is passed over: there is no such file or folder\n"
    assert (ran.status, ran.out, ran.err) == (0, "1 plan checked: nothing found\n", note)
    ran = run(NAMED, "check", "docs/gone.md")
    assert (ran.status, ran.err) == (2, "Error: there is no file or folder docs/gone.md\n")


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (("-",), "stdin.md"),
        (("-", "--path", "docs/work/cache.md"), "docs/work/cache.md"),
        (("-", "--path", "docs/new.md"), "docs/new.md"),
        (("docs", "-", "--path", "docs/work/cache.md"), "docs/work/cache.md"),
    ],
)
def test_standard_input_stands_for_a_file(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], path: str
) -> None:
    text = "# Roadmap of the cache\n\n**Status:** Planning\n\n**Priority:** P9\n"

    class Typed(io.BytesIO):
        """Gives the same text to each run."""

        def read(self, size: int | None = -1) -> bytes:
            self.seek(0)
            return super().read(size)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(Typed(text.encode())))
    ran = run(NAMED, "check", *words)
    assert ran.status == 1
    assert f"{path}:5:15: warning PLAN202 'P9'" in ran.out
    assert run("", "export", *words).data["plans"][0]["title"] == "Roadmap of the cache"
    if words[0] == "-":
        assert run("", "explain", *words).out.splitlines()[0] == "Roadmap of the cache"


def test_a_name_alone_is_no_standard_input(run: Callable[..., Ran]) -> None:
    ran = run(NAMED, "check", "--path", "docs/a.md", "docs")
    assert (ran.status, ran.err) == (
        2,
        "Error: --path says what standard input is called; name it, too: '-'\n",
    )


@pytest.mark.parametrize(
    ("drawn", "named", "paths"),
    [
        ("team/plans/search.md", "team/plans", ["search.md"]),
        ("team/plans/2025/search.md", "team/plans/2025", ["search.md"]),
        ("team/plans/search.md", "team", ["plans/search.md"]),
        ("team/plans/search.md", ".", ["team/plans/search.md"]),
        (".planning/search.md", ".planning", ["search.md"]),
        (".planning/search.md", ".", [".planning/search.md"]),
        (".cursor/plans/search.md", ".", [".cursor/plans/search.md"]),
        (".venv/plans/search.md", ".", []),
        ("team/notes/search.md", "team", []),
    ],
)
def test_globs_are_held_to_the_folder_named_too(
    run: Callable[..., Ran], drawn: str, named: str, paths: list[str]
) -> None:
    body = "\n  # Search\n\n  **Status:** Open\n\n  ## Phase 1: A\n\n  ## Phase 2: B\n"
    assert run(drawn + body, "export", named).paths == paths


@pytest.mark.parametrize(
    ("site", "owners"),
    [
        ("mkdocs.yml\n  plugins: [plan, meta]\n", ["Team Tide"]),
        ("mkdocs.yml\n  plugins: [material/meta: {meta_file: .meta.yml}, plan]\n", ["Team Tide"]),
        ("mkdocs.yml\n  plugins: [meta: {meta_file: other.yml}, plan]\n", []),
        ("mkdocs.yml\n  plugins: [meta: {enabled: false}, plan]\n", []),
        ("mkdocs.yml\n  plugins: [plan]\n", []),
        ("", ["Team Tide"]),
    ],
)
def test_front_matter_of_folders_is_seen_where_the_site_has_it(
    run: Callable[..., Ran], site: str, owners: list[str]
) -> None:
    drawn = (
        f"{site}docs/work/.meta.yml\n  plan: true\n  owner: Team Tide\ndocs/work/old/cache.md\n  # Cache\n"
    )
    for path in ("docs", "docs/work/old", "docs/work/old/cache.md"):
        if site or path == "docs":
            assert [plan["owner"] for plan in run(drawn, "export", path).data["plans"]] == owners
    assert f"{len(owners)} plan" in run(drawn, "check", "docs").out
    assert "0 plans" in run(drawn.replace("plan: true", "plan: false"), "check", "docs").out
