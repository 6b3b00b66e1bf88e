"""Globs: what they mean, and that none of them takes long."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.globs import matches


@pytest.mark.parametrize(
    ("glob", "path", "named"),
    [
        ("plans/*.md", "plans/a.md", True),
        ("plans/*.md", "plans/a/b.md", False),
        ("**/plans/**", "plans/a/b.md", True),
        ("**/plans/**", "team/plans/a.md", True),
        ("**/plans/**", "teamplans/a.md", False),
        ("**.md", "a/b.md", True),
        ("/plans/*", "plans/a.md", True),
        ("{plan,tasks}.md", "Tasks.md", True),
        ("{a,b/{c,d}}.md", "b/d.md", True),
        ("{a,b/{c,d}}.md", "b/a.md", False),
        ("a{,-plan}.md", "a.md", True),
        ("a{,-plan}.md", "A_Plan.md", True),
        ("v[0-9].md", "v7.md", True),
        ("v[!0-9].md", "v7.md", False),
        ("v[!0-9].md", "vx.md", True),
        ("*-plan-*", "my plan (draft).md", True),
        ("*-plan-*", "my plan draft.md", True),
        ("a?c", "abc", True),
        ("a?c", "a/c", False),
        ("straße.md", "STRAßE.md", True),
        ("a[b", "a[b", True),
        ("a{b", "a{b", True),
        ("a,b", "a,b", True),
        ("", "", True),
        ("", "a", False),
    ],
)
def test_what_a_glob_names(glob: str, path: str, *, named: bool) -> None:
    assert matches(path, (glob,)) == (glob if named else None)


def test_the_first_of_several_globs_is_told() -> None:
    assert matches("plans/a.md", ("x/*", "**/a.md", "plans/*")) == "**/a.md"


@pytest.mark.parametrize(
    "glob",
    [
        "**/*" + "a*" * 30 + "b",
        "**/" * 30 + "b",
        "{a,a}" * 30 + "b",
        "{a*,*a}" * 30 + "b",
        "*" * 200 + "b",
        "[" * 5000 + "b",
        "{" * 3000 + "b",
    ],
)
def test_no_glob_takes_long(glob: str) -> None:
    assert matches("a/" * 1000 + "a" * 3000, (glob,)) is None
