"""Front matter that folders give their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_plan_plugin.source.inherited import Inherited, merged

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("above", "own", "both"),
    [
        ({"a": "1"}, {}, {"a": "1"}),
        ({"a": "1"}, {"a": "2", "b": "3"}, {"a": "2", "b": "3"}),
        ({"tags": ["x"]}, {"tags": ["y"]}, {"tags": ["x", "y"]}),
        ({"tags": ["x"]}, {"tags": "y"}, {"tags": "y"}),
        ({"plan": {"hide": ["card"]}}, {"plan": {"list": "no"}}, {"plan": {"hide": ["card"], "list": "no"}}),
        ({"plan": {"hide": ["card"]}}, {"plan": "false"}, {"plan": "false"}),
    ],
)
def test_a_page_goes_before_its_folders(above, own, both) -> None:
    assert merged(above, own) == both


def test_a_page_inherits_from_all_folders_above_it(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "ab").mkdir()
    (tmp_path / ".meta.yml").write_text("owner: Team Tide\n")
    (tmp_path / "a" / ".meta.yml").write_text("tags: [plan]\n")
    (tmp_path / "a" / "b" / ".meta.yml").write_text("owner: Team Quay\ntags: [old]\n")
    inherited = Inherited(tmp_path)
    assert inherited.of("x.md") == {"owner": "Team Tide"}
    assert inherited.of("ab/x.md") == {"owner": "Team Tide"}
    assert inherited.of("a/x.md") == {"owner": "Team Tide", "tags": ["plan"]}
    assert inherited.of("a/b/c/x.md") == {"owner": "Team Quay", "tags": ["plan", "old"]}
    assert Inherited().of("a/x.md") == {}


@pytest.mark.parametrize("text", ["", "- a", "\x00", "---\nplan: true\n---\n"])
def test_a_file_that_is_no_mapping_gives_nothing_wrong(tmp_path: Path, text: str) -> None:
    (tmp_path / ".meta.yml").write_text(text)
    assert Inherited(tmp_path).of("x.md") in ({}, {"plan": "true"})
