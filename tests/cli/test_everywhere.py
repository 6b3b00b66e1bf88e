"""What holds for the command as a whole: how it is called, and how it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import mkdocs_plan_plugin

MODULE = [sys.executable, "-m", "mkdocs_plan_plugin"]
ROOT = Path(__file__).parent.parent.parent


def ran(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*MODULE, *words], capture_output=True, text=True, check=False, cwd=ROOT, **options)


def test_the_module_is_the_command() -> None:
    assert ran("--version").stdout == f"mkdocs-plan {mkdocs_plan_plugin.__version__}\n"


def test_the_package_knows_its_version() -> None:
    assert mkdocs_plan_plugin.__version__[0].isdigit()
    assert "__version__" in dir(mkdocs_plan_plugin)


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("chek", "there is no command 'chek'. Did you mean 'check'?"),
        ("Explain", "there is no command 'Explain'. Did you mean 'explain'?"),
        ("exprot", "Did you mean 'export'?"),
        ("qqq", "there is no command 'qqq'. There are check, "),
    ],
)
def test_a_mistyped_command_gets_the_nearest(word: str, says: str) -> None:
    done = ran(word)
    assert done.returncode == 2
    assert says in done.stderr


def test_what_ctrl_c_ends_ends_with_130(tmp_path: Path) -> None:
    pipe = tmp_path / "plan.md"
    os.mkfifo(pipe)  # a page that never comes
    process = subprocess.Popen(
        [*MODULE, "check", str(pipe)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert (process.returncode, said.splitlines()) == (130, ["interrupted"])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_commands_options_and_formats(shell: str) -> None:
    if shell == "bash" and not shutil.which("bash"):
        pytest.skip("needs bash")
    environ = {**os.environ, "_MKDOCS_PLAN_COMPLETE": f"{shell}_source"}
    command = [sys.executable, "-c", "from mkdocs_plan_plugin.cli import main; main(prog_name='mkdocs-plan')"]
    script = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert "_MKDOCS_PLAN_COMPLETE" in script
    asked = environ | {
        "_MKDOCS_PLAN_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "mkdocs-plan ch",
        "COMP_CWORD": "ch" if shell == "fish" else "1",
    }
    found = subprocess.run(command, env=asked, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert "check" in found
