"""The page of the docs about dialects: each file that it shows is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading.page import read
from mkdocs_plan_plugin.settings import Settings

PAGE = (Path(__file__).parents[2] / "example-site" / "docs" / "dialects.md").read_text("utf-8")

FILES = {
    title.partition(", front matter")[0]: f"---\n{text}---\n" if "front matter" in title else text
    for title, text in re.findall(r'^```\w+ title="([^"]+)"\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
}

READ = {
    "docs/superpowers/plans/2026-02-11-lamp-timer.md": "superpowers | Lamp Timer Implementation Plan | in-progress 50",
    "specs/004-kite-racks/tasks.md": "spec-kit | Kite Racks | in-progress 50",
    "openspec/changes/add-tide-clock/tasks.md": "openspec | Add tide clock | in-progress 50",
    ".cursor/plans/bell_tower.plan.md": "cursor | Bell Tower | None 50",
    "backlog/tasks/task-7 - Oil-the-hinges.md": "backlog | Oil the hinges | in-progress 50",
    ".planning/ROADMAP.md": "gsd | Dovecote | in-progress 75",
    "docs/plans/2026-03-05-001-feat-rain-barrel-plan.md": "compound-engineering | feat: Rain barrel | in-progress 50",
}


def read_there(path: str) -> Plan:
    """Read a file of the page among those of its folder."""
    folder = path.rpartition("/")[0]
    beside = {
        other.rpartition("/")[2]: text
        for other, text in FILES.items()
        if other.rpartition("/")[0] == folder and other != path
    }
    found = read(FILES[path], path, Settings(), beside=beside).found
    assert isinstance(found, Plan)
    return found


@pytest.mark.parametrize("path", READ)
def test_a_file_of_the_page_is_read_as_it_says(path: str) -> None:
    plan = read_there(path)
    dialect = plan.why.dialect.partition(":")[0]
    assert f"{dialect} | {plan.title} | {plan.effective_state} {plan.progress.percent}" == READ[path]


def test_every_file_of_the_page_is_held() -> None:
    parts = {"specs/004-kite-racks/spec.md", "openspec/changes/add-tide-clock/design.md"}
    assert FILES.keys() == {*READ, *parts, "mkdocs.yml", "chores.yml"}


def test_what_the_other_files_add_is_as_it_says() -> None:
    assert read_there("specs/004-kite-racks/tasks.md").created == "2026-03-02"
    change = read_there("openspec/changes/add-tide-clock/tasks.md")
    assert [(one.title, one.file) for one in change.decisions] == [("One hand", "design.md")]
    (risk,) = change.risks
    assert (risk.title, risk.mitigation) == ("The table ends in 2028", ["print a new one"])
    walls, roof = read_there(".planning/ROADMAP.md").phases
    assert (walls.title, walls.effective_state, roof.progress.percent) == ("Walls", "complete", 50)
