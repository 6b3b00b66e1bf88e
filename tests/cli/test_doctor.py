"""What the doctor says of a site, each thing with the line to write."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from mkdocs_plan_plugin.cli import examination

if TYPE_CHECKING:
    from pathlib import Path

Run = "Callable[..., Ran]"

PLAN = """
docs/index.md
  # Kiln
docs/plans/kiln.md
  # Plan: kiln

  **Status:** Planning

  ## Phase 1: Dig

  - [ ] Dig

  ## Phase 2: Fire

  - [ ] Fire
"""


def site(config: str) -> str:
    lines = "\n".join(f"  {line}" for line in config.split("\n"))
    return f"mkdocs.yml\n{lines}{PLAN}"


def said(out: str) -> dict[str, tuple[str, str, str]]:
    """By what was looked at: level, what is said, and what to write."""
    found = re.findall(r"^(ok|note|WRONG) +(\w+) +(.+)\n(?: +write: (.+)\n)?", out, re.MULTILINE)
    return {what: (level, says, write) for level, what, says, write in found}


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The hosts installed, by the versions they have, whatever there is on the machine that runs the tests."""
    there = {"mkdocs": "1.6.1"}
    monkeypatch.setattr(examination, "_installed", lambda name: there.get(name, ""))
    return there


def test_zensical_beside_mkdocs_is_told_what_it_lacks(run: Run, hosts: dict[str, str]) -> None:
    hosts["zensical"] = "0.0.73"
    level, says, write = said(run(site("site_name: x\nplugins: [search, plan]"), "doctor").out)["zensical"]
    assert (level, write) == ("note", "markdown_extensions: [mkdocs_plan_plugin.zensical]")
    assert "runs no plugin 'plan'" in says


@pytest.mark.usefixtures("hosts")
def test_a_site_that_is_well_has_nothing_to_mend(run: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    ran = run(site("site_name: x\nplugins: [search, plan]"), "doctor")
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "nothing to mend")
    told = said(ran.out)
    assert {level for level, _, _ in told.values()} == {"ok"}
    assert told["plans"][1] == "1 on 2 pages: 1 by include"
    assert told["theme"][1] == "mkdocs"
    assert told["host"][1].startswith("mkdocs 1.")
    assert told["build"][1] == "1 plan: nothing found"


@pytest.mark.parametrize(
    ("config", "what", "level", "says", "write"),
    [
        ("plugins: [search]", "plugin", "WRONG", "'plan' is not under 'plugins' of mkdocs.yml", "mkdocs-plan init"),
        ("plugins: [{plan: {enabled: false}}, search]", "plugin", "note", "it is switched off", "enabled: true"),
        ("plugins: [plan]", "search", "note", "this site has none", "plugins: [search, plan]"),
        ("plugins: [plan, macros]", "neighbours", "note", "macros may put text into pages", ""),
        ("markdown_extensions: [pymdownx.snippets]\nplugins: [plan]", "neighbours", "note", "pymdownx.snippets may", ""),
        ("theme: {name: cinder}\nplugins: [plan]", "theme", "note", "cinder is not one that the plugin is tested with", "extra_css"),
        ("plugins: [{plan: {gfm_lists: false}}]", "lists", "note", "'gfm_lists' is off", "gfm_lists: true"),
        ("markdown_extensions: [no_such_thing]\nplugins: [plan]", "lists", "note", "could not be asked here", ""),
        ("plugins: [{plan: {exclude: ['**']}}]", "plans", "WRONG", "none of 2 pages is one", "mkdocs-plan new"),
        ("plugins: [{plan: {cache: false}}]", "cache", "note", "switched off", "cache: true"),
        ("plugins: [{plan: {history: false}}]", "git", "note", "not asked", "history: true"),
        ("plugins: [plan]", "git", "note", "no repository", "git init"),
        ("docs_dir: none\nplugins: [plan]", "plans", "WRONG", "there is no folder", ""),
        ("plugins: [{plan: {rules: {PLAN901: error}, exclude: ['**']}}]", "build", "WRONG", "with --strict it would fail on 1", "plan: true"),
        ("plugins: [{plan: {stle_after: 3}}]", "site", "WRONG", "stle_after", ""),
    ],
)  # fmt: skip
def test_what_is_not_as_it_should_be_comes_with_the_line_to_write(
    run: Run, config: str, what: str, level: str, says: str, write: str
) -> None:
    ran = run(site(config), "doctor")
    told = said(ran.out)[what]
    assert told[0] == level
    assert says in told[1]
    assert write in told[2]
    assert ran.status == (1 if "WRONG" in ran.out else 0)


def test_a_shallow_clone_is_told(run: Run, tmp_path: Path) -> None:
    run(site("plugins: [search, plan]"), "doctor")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["commit", "-qm", "a"],
        ["commit", "-qm", "b", "--allow-empty"],
    ):
        subprocess.run([*git, *words], cwd=tmp_path, check=True)
    clone = tmp_path.parent / f"{tmp_path.name}-clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(clone)], check=True)
    ran = run("", "doctor", "--config", str(clone / "mkdocs.yml"))
    assert said(ran.out)["git"][0] == "WRONG"
    assert "fetch-depth: 0" in said(ran.out)["git"][2]


def test_without_a_site_it_says_what_to_do(run: Run) -> None:
    ran = run("a.md\n  # A\n", "doctor")
    assert ran.status == 1
    assert said(ran.out)["site"][2].startswith("mkdocs-plan init")


@pytest.mark.usefixtures("hosts")
@pytest.mark.parametrize(
    ("options", "more", "level", "says"),
    [
        ("{}", "", "ok", "with 'preview_edits: true' boxes can be ticked there"),
        (
            "{preview_edits: true}",
            "",
            "note",
            "boxes can be ticked under 'mkdocs serve', on this machine alone",
        ),
        ("{preview_edits: true}", "\ndev_addr: '[::1]:8000'", "note", "boxes can be ticked"),
        ("{preview_edits: true}", "\ndev_addr: 0.0.0.0:8000", "WRONG", "changes nothing on 0.0.0.0"),
    ],
)
def test_whether_boxes_can_be_ticked_in_the_preview(
    options: str, more: str, level: str, says: str, run: Run
) -> None:
    told = said(run(site(f"site_name: x\nplugins: [search, plan: {options}]{more}"), "doctor").out)["preview"]
    assert (told[0], says in told[1]) == (level, True), told
