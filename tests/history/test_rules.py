"""Rules that hold plans against their repository, in repositories drawn for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mkdocs_plan_plugin.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from tests.history.drawn import Drawn

OF_REPOSITORIES = [rule for rule in RULES.values() if rule.scope == "repository"]
SITE = """
mkdocs.yml
  site_name: Ours
  plugins: [plan]
src/quiet.py
  quiet = 1
src/busy.py
  busy = 1
"""


def found(run: Callable[..., Result], *words: str) -> dict[str, dict[str, object]]:
    """The findings of the family, by code."""
    ran = run("check", "--format", "json", "--plans", "**", *words)
    return {one["code"]: one for one in json.loads(ran.stdout)["findings"] if one["code"] < "PLAN1"}


def history(drawn: Drawn, text: str) -> None:
    """A plan of last year; much work on one of its files since, a hundred commits in all."""
    first = drawn.commit("2025-08-01", SITE)
    file = drawn.root / "docs/plan.md"
    file.parent.mkdir()
    file.write_text(text.replace("FIRST", first[:12]) + "\n", "utf-8")
    drawn.commit("2025-08-02")
    for number in range(4):
        (drawn.root / "src/busy.py").write_text(f"busy = {number}{number}\n", "utf-8")
        drawn.commit("2026-06-20", subject="Go on being busy")
    tree = drawn.git("rev-parse", "HEAD^{tree}")
    last = drawn.git("rev-parse", "HEAD")
    for _ in range(96):
        last = drawn.git("commit-tree", tree, "-p", last, "-m", "Nothing", day="2026-06-21")
    drawn.git("reset", "-q", "--hard", last)


@pytest.mark.parametrize("rule", OF_REPOSITORIES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found_and_the_good_one_is_not(
    drawn: Drawn, run: Callable[..., Result], rule
) -> None:
    history(drawn, rule.bad)
    assert rule.code in found(run)
    (drawn.root / "docs/plan.md").write_text(rule.good + "\n", "utf-8")
    assert rule.code not in found(run)


def plan(text: str) -> str:
    return f"# Plan: new cache\n\n{text}\n"


def test_a_finding_names_commit_and_date(drawn: Drawn, run: Callable[..., Result]) -> None:
    history(drawn, plan("**Status:** In Progress\n\n## Phase 1: Build\n\n- [ ] Write `src/busy.py`"))
    last = drawn.git("log", "-1", "--format=%h", "--abbrev=9", "--", "src/busy.py")
    one = found(run)["PLAN002"]
    assert one["message"] == (
        "4 commits touched files that the plan names since it was edited on 2025-08-02, the last of them"
        f" {last} of 2026-06-20; tick what is done, or update it"
    )
    assert (one["severity"], one["line"], "PLAN001" in found(run)) == ("info", 1, False)


def test_white_space_is_no_edit(drawn: Drawn, run: Callable[..., Result]) -> None:
    text = plan("**Last Updated:** 2026-01-10\n\nText.")
    drawn.commit("2026-01-10", SITE)
    for day, written in (("2026-01-11", text), ("2026-03-01", text.replace("\n\n", "\n\n\n"))):
        (drawn.root / "docs").mkdir(exist_ok=True)
        (drawn.root / "docs/plan.md").write_text(written, "utf-8")
        drawn.commit(day)
    assert "PLAN004" not in found(run)
    (drawn.root / "docs/plan.md").write_text(text.replace("Text.", "Other words."), "utf-8")
    drawn.commit("2026-03-05")
    assert found(run)["PLAN004"]["replacement"] == "2026-03-05"


@pytest.mark.parametrize(
    ("written", "finds"),
    [
        ("**Status:** Complete\n\n- Create: `src/none.py`", True),
        ("**Status:** Complete\n\n- **New file** `src/none.py:12-40`", True),
        ("**Status:** ✅\n\n- Anlegen: `src/none.py`", True),
        ("**Status:** Complete\n\n- Create `src/quiet.py`", False),
        ("**Status:** Complete\n\n- Delete `src/none.py`", False),
        ("**Status:** Complete\n\n- Create the folder, see `src/none.py`", False),
        ("**Status:** Complete\n\n- Create `a value`, `/etc/hosts`, `https://example.org/a.py`", False),
        ("**Status:** Complete\n\n```\nCreate `src/none.py`\n```", False),
        ("**Status:** In Progress\n\n- Create `src/none.py`", False),
        ("**Status:** Pending\n\n- Create `src/quiet.py`\n- Create `src/busy.py`", True),
        ("**Status:** Pending\n\n- Create `src/quiet.py`\n- Create `src/none.py`", False),
    ],
)
def test_files_that_a_phase_creates(
    drawn: Drawn, run: Callable[..., Result], written: str, *, finds: bool
) -> None:
    history(drawn, plan(f"## Phase 1: Build\n\n{written}"))
    assert ("PLAN003" in found(run)) is finds


def test_nothing_is_said_where_git_is_not_asked(drawn: Drawn, run: Callable[..., Result]) -> None:
    history(drawn, plan("**Status:** In Progress\n\n- [ ] Write `src/quiet.py`"))
    assert set(found(run)) == {"PLAN001"}
    (drawn.root / "mkdocs.yml").write_text("plugins: [plan: {history: false}]\n", "utf-8")
    assert found(run) == {}


def test_a_plan_that_git_does_not_know_yet_is_not_judged(drawn: Drawn, run: Callable[..., Result]) -> None:
    drawn.commit("2025-01-01", SITE)
    (drawn.root / "docs").mkdir()
    (drawn.root / "docs/plan.md").write_text(
        plan("**Status:** In Progress\n\n## Phase 1: A\n\n**Status:** Complete\n\n- Create `src/none.py`"),
        "utf-8",
    )
    assert found(run) == {}


def test_a_file_that_was_made_and_has_gone_since_was_there(drawn: Drawn, run: Callable[..., Result]) -> None:
    history(drawn, plan("## Phase 1: Build\n\n**Status:** Complete\n\n- Create `src/busy.py`"))
    drawn.git("rm", "-q", "src/busy.py")
    drawn.commit("2026-06-25")
    assert "PLAN003" not in found(run)


@pytest.mark.parametrize("rule", OF_REPOSITORIES, ids=lambda rule: rule.code)
def test_a_fault_of_a_rule_costs_its_findings_alone(
    drawn: Drawn, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, rule
) -> None:
    history(drawn, rule.bad)

    def fault(*_: object) -> None:
        message = "nobody thought of this"
        raise LookupError(message)

    monkeypatch.setitem(RULES, rule.code, rule._replace(function=fault))
    told = json.loads(run("check", "--no-cache", "--format", "json", "--plans", "**").stdout)["findings"]
    assert rule.code not in {one["code"] for one in told}
    assert [one["message"].split()[0] for one in told if one["code"] == "PLAN909"] == [rule.code]
