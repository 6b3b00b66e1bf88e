"""The plugin comes into a site that is there, and nothing else changes."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.cli.test_status import on_terminal
from tests.site import draw

if TYPE_CHECKING:
    from pathlib import Path

Run = "Callable[..., Ran]"

SITE = """
mkdocs.yml
  site_name: Ferry handbook
  # keep this
  nav:
    - Home: index.md   # first

  plugins:
    - search:
        lang: en
docs/index.md
  # Handbook
docs/plans/kiln.md
  # Kiln plan

  **Status:** In Progress

  **Progress:** 2/2 phases complete (100%)

  ## Phase 1: Dig

  - [x] Dig

  ## Phase 2: Fire

  - [ ] Light it
docs/roof.md
  # Roof

  **Status:** Planning

  ## Phase 1: Count

  - [ ] Tiles
  - [ ] Nails
  - [ ] Ladders

  ## Phase 2: Lay

  - [ ] North side
  - [ ] South side

  ## Risks

  | Risk | Probability | Impact |
  |---|---|---|
  | Rain | High | Medium |
"""


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and ".git/" not in path.as_posix()
    }


def test_it_says_what_the_pages_are_and_writes_one_line(run: Run, tmp_path: Path) -> None:
    draw(tmp_path, SITE)
    before = files(tmp_path)
    ran = run("", "init")
    assert ran.status == 0
    assert ran.out.split("\n")[:8] == [
        "mkdocs.yml: 3 pages in docs",
        "",
        "1 of them is a plan:",
        "  docs/plans/kiln.md  Kiln plan",
        "",
        "Nearly plans:",
        "  docs/roof.md  looks like a plan, but is not marked as one; write 'plan: true' (or 'plan: false') into its front matter",
        "",
    ]
    assert "changed mkdocs.yml" in ran.out
    assert "--baseline" in ran.out
    after = files(tmp_path)
    assert after.pop("mkdocs.yml") == before.pop("mkdocs.yml") + "  - plan\n"
    assert after == before


def test_a_dry_run_shows_all_of_it_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    draw(tmp_path, SITE)
    before = files(tmp_path)
    out = run("", "init", "--all", "--dry-run").out
    assert files(tmp_path) == before
    for line in (
        "+  - plan:",
        "+      baseline: plan-baseline.json",
        "+      - plans/index.md",
        "+plan: true",
        "+++ b/AGENTS.md",
    ):
        assert line in out.split("\n")


def test_all_of_it_makes_a_site_that_is_green_and_builds(run: Run, tmp_path: Path, build) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert run(SITE, "init", "--all").status == 0
    config = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    assert config["plugins"][1]["plan"]["baseline"] == "plan-baseline.json"
    assert run("", "check").status == 0
    assert "known from the baseline" in run("", "check").out
    assert (tmp_path / "docs/roof.md").read_text("utf-8").startswith("---\nplan: true\n---\n\n# Roof\n")
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    assert hooks[-1]["entry"] == "mkdocs-plan check"
    built = build(plugins=config["plugins"])
    assert built.warnings == []
    assert "Kiln plan" in built.html("plans/")
    assert built.path("plans/risks/").exists()


def test_each_step_may_come_later(run: Run, tmp_path: Path) -> None:
    run(SITE, "init")
    run("", "init", "--baseline")
    text = (tmp_path / "mkdocs.yml").read_text("utf-8")
    assert text.endswith("  - plan:\n      baseline: plan-baseline.json\n")
    assert json.loads((tmp_path / "plan-baseline.json").read_text("utf-8"))["findings"]
    run("", "init", "--all")
    before = files(tmp_path)
    again = run("", "init", "--all")
    assert "Nothing to write" in again.out
    assert files(tmp_path) == before


def test_files_that_are_there_keep_what_they_hold(run: Run, tmp_path: Path) -> None:
    own = """
    AGENTS.md
      # Mine
    .pre-commit-config.yaml
      # Mine
      repos:
        - repo: local
          hooks: []  # none yet
      ci: {skip: [a]}
    plan-baseline.json
      mine
    """
    run(SITE + own.replace("\n    ", "\n"), "init", "--all")
    assert (tmp_path / "AGENTS.md").read_text("utf-8").startswith("# Mine\n\n## Implementation plans\n")
    hooks = (tmp_path / ".pre-commit-config.yaml").read_text("utf-8")
    assert hooks.startswith("# Mine\nrepos:\n  - repo: local\n    hooks: []  # none yet\n  - repo: local\n")
    assert hooks.endswith("ci: {skip: [a]}\n")
    assert (tmp_path / "plan-baseline.json").read_text("utf-8") == "mine\n"


def test_what_can_not_be_written_exactly_is_shown(run: Run, tmp_path: Path) -> None:
    site = SITE.replace("plugins:\n    - search:\n        lang: en", "x: &p [search]\n  plugins: *p")
    before = site
    out = run(site, "init").out
    assert "mkdocs.yml stays as it is; write into it:\n\nplugins:\n  - plan\n" in out
    assert "plugins: *p" in (tmp_path / "mkdocs.yml").read_text("utf-8")
    assert before == site


def test_the_plugin_goes_where_the_plugins_are_listed(run: Run, tmp_path: Path) -> None:
    site = """
    base.yml
      plugins: [search]
    site/mkdocs.yml
      INHERIT: ../base.yml
      site_name: x
    site/docs/index.md
      # Hi
    """
    run(site, "init", "--config", "site/mkdocs.yml")
    assert (tmp_path / "base.yml").read_text("utf-8") == "plugins: [search, plan]\n"
    assert "plan" not in (tmp_path / "site/mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("name", ["mkdocs.yaml", "properdocs.yml"])
def test_other_names_of_a_configuration(run: Run, tmp_path: Path, name: str) -> None:
    out = run(SITE.replace("mkdocs.yml", name), "init").out
    assert out.startswith(f"{name}: 3 pages in docs\n")
    assert (tmp_path / name).read_text("utf-8").endswith("  - plan\n")


def test_zensical_has_pages_but_no_place_for_the_plugin(run: Run, tmp_path: Path) -> None:
    site = SITE.partition("docs/index.md")[2]
    out = run(f"zensical.toml\n  [project]\n  site_name = 'x'\ndocs/index.md{site}", "init", "--agents").out
    assert out.startswith("zensical.toml: 3 pages in docs\n")
    assert "Zensical runs no plugins" in out
    assert (tmp_path / "AGENTS.md").exists()


def test_without_a_site_it_says_what_to_do(run: Run) -> None:
    ran = run("a.md\n  # A\n", "init")
    assert ran.status == 2
    assert "there is no mkdocs.yml, properdocs.yml or zensical.toml here or above" in ran.err


def test_a_terminal_is_asked(run: Run, tmp_path: Path) -> None:
    draw(tmp_path, SITE)
    out = on_terminal(["init"], tmp_path, columns=100, keys=b"y\nn\nn\nn\ny\n")
    assert "Write 'plan: true' into docs/roof.md? [y/N]:" in out
    assert (tmp_path / "docs/roof.md").read_text("utf-8").startswith("---\nplan: true\n")
    assert (tmp_path / "AGENTS.md").exists()
    assert not (tmp_path / "plan-baseline.json").exists()
