"""`mkdocs-plan check --changed`: what a branch caused, and what stands on its lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.history.test_diff import SEARCH, SITE

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from tests.history.drawn import Drawn

WRONG = SEARCH.replace("**Owner:** Team Quay", "**Progress:** 3/4 tasks")


def found(run: Callable[..., Result], *words: str) -> list[tuple[str, int]]:
    ran = run("check", "--format", "json", *words)
    return [(one["name"], one["line"]) for one in json.loads(ran.stdout)["findings"] if one["code"] > "PLAN1"]


def test_what_was_wrong_before_is_left_out_unless_its_line_changed(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    drawn.commit("2026-01-05", SITE + WRONG)
    drawn.git("switch", "-q", "-c", "moving")
    assert ("stale-progress", 4) in found(run)
    assert found(run, "--changed") == []
    drawn.commit("2026-01-06", WRONG.replace("# Plan: Move search", "# Plan: Move search\n\n  A line more."))
    assert found(run, "--changed") == []
    drawn.commit("2026-01-07", WRONG.replace("3/4 tasks", "4/4 tasks"))
    assert found(run, "--changed") == [("stale-progress", 4)]


def test_what_a_change_causes_on_another_line_is_told(drawn: Drawn, run: Callable[..., Result]) -> None:
    drawn.commit("2026-01-05", SITE + WRONG.replace("3/4 tasks", "1/4 tasks"))
    drawn.git("switch", "-q", "-c", "moving")
    assert "stale-progress" not in dict(found(run))
    (drawn.root / "docs/plans/search.md").write_text(
        (drawn.root / "docs/plans/search.md").read_text("utf-8").replace("- [ ] Write", "- [x] Write"),
        "utf-8",
    )
    assert ("stale-progress", 4) in found(run, "--changed")


def test_a_new_plan_is_told_whole_and_another_base_may_be_named(
    drawn: Drawn, run: Callable[..., Result]
) -> None:
    first = drawn.commit("2026-01-05", SITE)
    drawn.commit("2026-01-06", WRONG.replace("search.md", "other.md"))
    assert found(run, "--changed") == []
    assert ("stale-progress", 4) in found(run, "--base", first)


def test_without_a_repository_it_says_so(
    drawn: Drawn, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn.commit("2026-01-05", SITE)
    (drawn.root / ".git").rename(drawn.root / "git")
    ran = run("check", "--changed")
    assert (ran.exit_code, "no git repository" in ran.stderr) == (2, True)
