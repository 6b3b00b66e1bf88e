"""The hooks, run by pre-commit itself in a repository that takes them from a clone of this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from mkdocs_plan_plugin.cli import COMMANDS
from tests.site import draw

ROOT = Path(__file__).parent.parent.parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}

SITE = """
mkdocs.yml
  site_name: Kiln
  plugins: [plan]
README.md
  # Readme

  **Status:** Banana
docs/index.md
  # Kiln
docs/plans/kiln.md
  # Plan: kiln

  **Status:** In Progress

  **Owner:** Team Quay

  **Progress:** 2/2 phases complete (100%)

  ## Phase 1: Dig

  - [x] Dig

  ## Phase 2: Fire

  - [ ] Fire
"""


def test_each_hook_runs_a_command() -> None:
    for hook in HOOKS.values():
        program, command, *_ = hook["entry"].split()
        assert (program, command in COMMANDS) == ("mkdocs-plan", True)


class Repository:
    """A repository of a site that takes hooks from a clone of this one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        self.environ = {
            **os.environ,
            "PRE_COMMIT_HOME": str(folder / "home"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            # What the package needs is installed here already, so nothing is fetched.
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path.endswith("site-packages")),
            "PIP_NO_DEPS": "1",
            "PIP_NO_BUILD_ISOLATION": "0",
            "PIP_NO_INDEX": "1",
        }
        clone = folder / "clone"
        shutil.copytree(
            ROOT,
            clone,
            ignore=shutil.ignore_patterns(".git", ".venv*", ".cache", ".*_cache", "example-site", "tests"),
        )
        self._git(clone, "init", "-q")
        self._git(clone, "add", "-A")
        self._commit(clone)
        revision = self._git(clone, "rev-parse", "HEAD").strip()
        draw(self.folder, SITE)
        hooks = [{"repo": str(clone), "rev": revision, "hooks": [{"id": name} for name in HOOKS]}]
        (self.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": hooks}), "utf-8")
        self._git(self.folder, "init", "-q")

    def _git(self, folder: Path, *words: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        done = subprocess.run(
            command, cwd=folder, env=self.environ, capture_output=True, text=True, check=True
        )
        return done.stdout

    def _commit(self, folder: Path) -> None:
        self._git(folder, "commit", "-q", "-m", "all")

    def run(self, hook: str) -> subprocess.CompletedProcess[str]:
        """Run a hook as a commit would: on what is added."""
        self._git(self.folder, "add", "-A")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", hook],
            cwd=self.folder,
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    pytest.importorskip("pre_commit")
    pytest.importorskip("hatchling")
    return Repository(tmp_path_factory.mktemp("hooks"))


def test_the_fix_writes_what_has_one_right_answer(repository: Repository) -> None:
    draw(repository.folder, SITE)
    plan = repository.folder / "docs/plans/kiln.md"
    before = plan.read_text("utf-8")
    assert repository.run("mkdocs-plan-fix").returncode == 1  # a commit has to be made of what is written now
    assert plan.read_text("utf-8") == before.replace(
        "2/2 phases complete (100%)", "1/2 phases complete (50%)"
    )
    assert repository.run("mkdocs-plan-fix").returncode == 0


def test_the_check_stops_a_commit_with_a_finding_and_lets_a_mended_one_pass(repository: Repository) -> None:
    draw(repository.folder, SITE)
    done = repository.run("mkdocs-plan-check")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "docs/plans/kiln.md:7:15: warning PLAN401" in done.stdout
    assert "README" not in done.stdout
    plan = repository.folder / "docs/plans/kiln.md"
    plan.write_text(
        plan.read_text("utf-8").replace("2/2 phases complete (100%)", "1/2 phases complete (50%)"), "utf-8"
    )
    assert repository.run("mkdocs-plan-check").returncode == 0
