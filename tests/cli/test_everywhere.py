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
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    process = subprocess.Popen(
        [*MODULE, "check", str(pipe)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    signal.signal(signal.SIGINT, heard)
    with process:
        end = opened(pipe)  # by the command, which is at work then
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        os.close(end)
    assert (process.returncode, said.splitlines()) == (130, ["interrupted"])


def opened(pipe: Path) -> int:
    """Wait until somebody reads a pipe, and return its other end."""
    for _ in range(600):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(pipe)


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


@pytest.mark.parametrize(
    "words",
    [
        ["export"],
        ["export", "--format", "csv"],
        ["explain", "docs/plans/kiln.md"],
        ["explain", "docs/plans/kiln.md", "--format", "json"],
        ["rules"],
        ["rules", "PLAN401"],
        ["rules", "--format", "json"],
        ["schema", "check"],
        ["check"],
        ["status"],
        ["next"],
    ],
)
def test_what_a_command_says_may_go_to_a_file(run, tmp_path: Path, words: list[str]) -> None:
    site = "mkdocs.yml\n  site_name: x\ndocs/plans/kiln.md\n  # Plan: kiln\n\n  **Status:** Planning\n"
    told = run(site, *words).out
    silent = run(site, *words, "--output", "out/said.txt")
    assert silent.out == ""
    assert (tmp_path / "out/said.txt").read_bytes().decode() == told


def test_a_file_is_written_as_a_whole_and_keeps_its_mode(run, tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    file.write_text("old", "utf-8")
    file.chmod(0o600)
    assert run("mkdocs.yml\n  site_name: x\ndocs/a.md\n  # A\n", "rules", "-o", "said.txt").status == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_rules_are_data_with_the_severities_of_the_site(run) -> None:
    site = "mkdocs.yml\n  plugins: [{plan: {rules: {PLAN401: error}}}]\ndocs/a.md\n  # A\n"
    told = {rule["code"]: rule for rule in run(site, "rules", "--format", "json").data}
    assert (told["PLAN401"]["severity"], told["PLAN401"]["default"]) == ("error", "warning")
    assert all(rule["summary"] and rule["why"] for rule in told.values())
    (one,) = run(site, "rules", "PLAN401", "--format", "json").data
    assert one == told["PLAN401"]
