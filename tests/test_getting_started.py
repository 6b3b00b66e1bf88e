"""The way of a newcomer, as the page tells it: each command is run, and says what is shown."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "example-site" / "docs" / "getting-started.md").read_text("utf-8")
WAY, SITE = TEXT.split("## The site of this page\n")
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
MINUTES = 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for _, name, held in BLOCK.findall(SITE):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(held, "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


def shell(line: str, folder: Path) -> tuple[int, str]:
    """Run a line as it stands, with the commands of this environment."""
    scripts = Path(sys.executable).parent
    environ = {
        **os.environ,
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "SOURCE_DATE_EPOCH": "1767225600",  # 2026-01-01, as in the file that the reader fills in
        "NO_MKDOCS_2_WARNING": "1",
    }
    done = subprocess.run(
        line,
        shell=True,
        cwd=folder,
        env=environ,
        text=True,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.returncode, done.stdout


def test_the_way_leads_from_three_sloppy_plans_to_a_green_check_an_index_and_a_first_plan(
    folder: Path,
) -> None:
    started = time.monotonic()
    status, said, checks = 0, "", []
    for language, name, held in BLOCK.findall(WAY):
        if name:
            (folder / name).write_text(held, "utf-8")
        elif language == "bash" and "pip install" not in held and "serve" not in held:
            status, said = shell(held.strip(), folder)
            if held.startswith("mkdocs-plan check"):
                checks.append((status, said))
        elif language == "text":
            assert said == held
    assert [status for status, _ in checks] == [1, 1, 0, 0]
    assert checks[-1][1] == "4 plans checked: nothing found\n"
    assert shell("mkdocs build --strict -q", folder) == (0, "")
    index = (folder / "site" / "plans" / "index.html").read_text("utf-8")
    assert all(title in index for title in ("Crane plan", "new lights", "A second stop", "Mend the bell"))
    assert time.monotonic() - started < MINUTES * 60


def test_every_command_of_the_way_is_one_that_was_printed_before_it(folder: Path) -> None:
    """Nobody has to know a command or an option that no command has told of."""
    known = "mkdocs-plan init"
    for language, name, held in BLOCK.findall(WAY):
        if language == "text":
            known += held
        elif language == "bash" and held.startswith("mkdocs-plan") and not name:
            words = held.split('"')[0].split()
            assert f"mkdocs-plan {words[1]}" in known
            assert all(word in known for word in words[2:] if word.startswith("--")), held
