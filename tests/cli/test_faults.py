"""A fault of our own, a full disk, a plan that goes meanwhile: each command says one line, and ends as is documented."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest

from mkdocs_plan_plugin.cli import COMMANDS
from tests.site import draw

SITE = """
mkdocs.yml
  site_name: Site
  plugins: [plan]
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan: new kiln

  ## Phase 1: Dig

  - [ ] hole
"""
ARGUMENTS = {
    "diff": ["HEAD"],
    "explain": ["docs/plans/a.md"],
    "fix": ["docs/plans/a.md"],
    "new": ["docs/plans/b.md"],
    "set": ["docs/plans/a.md", "state", "complete"],
    "tick": ["docs/plans/a.md#hole"],
    "untick": ["docs/plans/a.md#hole"],
}


def fault(*_: object, **__: object) -> None:
    raise LookupError("nobody\nthought of this")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_fault_of_ours_is_told_on_one_line(run, monkeypatch, name):
    command = getattr(import_module(f"mkdocs_plan_plugin.cli.{name}"), name)
    monkeypatch.setattr(command, "callback", fault)
    ran = run(SITE, name, *ARGUMENTS.get(name, []))
    assert (ran.status, ran.out) == (70, "")
    assert ran.err == (
        "Error: the command ended because of a bug in mkdocs-plan-plugin (LookupError: nobody thought of this);"
        " please report it\n"
    )


def test_our_own_checks_may_let_it_through(run, monkeypatch):
    monkeypatch.setenv("MKDOCS_PLAN_RAISES", "1")
    monkeypatch.setattr("mkdocs_plan_plugin.cli.explain.judge", fault)
    with pytest.raises(LookupError):
        run(SITE, "explain", "docs/plans/a.md")


def test_a_reader_that_fails_costs_no_traceback(run, monkeypatch):
    monkeypatch.setattr("mkdocs_plan_plugin.cli.explain.judge", fault)
    ran = run(SITE, "explain", "docs/plans/a.md")
    assert (ran.status, ran.err.count("\n")) == (70, 1)


def started(root: Path, *words: str, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs_plan_plugin", *words]
    return subprocess.Popen(command, cwd=root, text=True, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full, which Linux has")
@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "--format", "json"],
        ["export"],
        ["schema"],
        ["rules"],
        ["explain", "docs/plans/a.md"],
    ],
)
def test_a_full_disk_is_told(tmp_path, words):
    draw(tmp_path, SITE)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        process = started(tmp_path, *words, stdout=full)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (2, "Error: No space left on device\n")


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
def test_what_ends_a_check_leaves_nothing_half_written(tmp_path):
    draw(tmp_path, SITE)
    for number in range(400):
        text = (tmp_path / "docs/plans/a.md").read_text(encoding="utf-8")
        (tmp_path / f"docs/plans/n{number}.md").write_text(text, encoding="utf-8")
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    whole = started(tmp_path, "check", stdout=subprocess.PIPE, env=environment)
    expected, _ = whole.communicate(timeout=120)
    for step in range(8):
        process = started(
            tmp_path,
            "check",
            "--write-baseline",
            stdout=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        time.sleep(0.1 * step)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        names = {path.name for path in tmp_path.iterdir()}
        assert names <= {"mkdocs.yml", "docs", "cache", "plan-baseline.json"}
        again = started(tmp_path, "check", stdout=subprocess.PIPE, env=environment)
        assert again.communicate(timeout=120)[0] == expected
