"""The jobs that we give to others: their very steps, run in a drawn repository. The code hosts are stood in for
by commands that keep what they are asked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.history.test_diff import MOVED, SITE

if TYPE_CHECKING:
    from tests.history.drawn import Drawn

ROOT = Path(__file__).parent.parent.parent
ACTION = yaml.safe_load((ROOT / "ci/github/action.yml").read_text("utf-8"))
JOB = yaml.safe_load((ROOT / "ci/gitlab/mkdocs-plan.yml").read_text("utf-8"))["mkdocs-plan"]


class Runner:
    """Runs the steps of the action as GitHub does: inputs filled in, outputs and paths handed on."""

    def __init__(self, drawn: Drawn, tmp: Path, **inputs: str) -> None:
        self.drawn, self.tmp = drawn, tmp
        self.bin = tmp / "bin"
        self.bin.mkdir()
        self.command("mkdocs-plan", f'exec {sys.executable} -m mkdocs_plan_plugin "$@"')
        self.values = {
            **{f"inputs.{name}": one.get("default", "") for name, one in ACTION["inputs"].items()},
            "inputs.base": drawn.git("merge-base", "main", "HEAD"),
            "github.repository": "quay/ours",
            "github.event.pull_request.number": "7",
            **{f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()},
        }

    def command(self, name: str, script: str) -> None:
        (self.bin / name).write_text(f"#!/usr/bin/env bash\n{script}\n", "utf-8")
        (self.bin / name).chmod(0o755)

    def filled(self, text: str) -> str:
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: self.values.get(found[1], ""), text)

    def step(self, name: str) -> subprocess.CompletedProcess[str]:
        (step,) = [one for one in ACTION["runs"]["steps"] if one["name"] == name]
        outputs, summary = self.tmp / "outputs", self.tmp / "summary"
        outputs.write_text("", "utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.drawn.root,
            env={
                **os.environ,
                **{key: self.filled(value) for key, value in step["env"].items()},
                "PATH": f"{self.bin}:{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
                "RUNNER_TEMP": str(self.tmp),
                "GITHUB_OUTPUT": str(outputs),
                "GITHUB_STEP_SUMMARY": str(summary),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        for line in outputs.read_text("utf-8").splitlines():
            key, _, value = line.partition("=")
            self.values[f"steps.{step.get('id')}.outputs.{key}"] = value
        return done


@pytest.fixture
def branch(drawn: Drawn) -> Drawn:
    """A branch on which a plan moved, and one of its boxes was opened again."""
    drawn.commit("2026-01-05", SITE)
    drawn.git("switch", "-q", "-c", "moving")
    drawn.commit("2026-02-05", MOVED.replace("- [x] Measure", "- [ ] Measure"))
    return drawn


def test_the_action_annotates_and_sums_up(branch: Drawn, tmp_path: Path) -> None:
    runner = Runner(branch, tmp_path)
    checked = runner.step("Check what the change caused")
    assert "::notice file=docs/plans/search.md,line=" in checked.stdout, checked
    assert runner.values["steps.check.outputs.status"] in ("0", "1")
    said = runner.step("Say what changed")
    assert (said.returncode, said.stderr) == (0, "")
    assert "task reopened" in (tmp_path / "summary").read_text("utf-8")


@pytest.mark.parametrize(("known", "asked"), [("", "POST repos/quay/ours/issues/7/comments"),
                                              ("42", "PATCH repos/quay/ours/issues/comments/42")])  # fmt: skip
def test_the_action_writes_one_comment_and_keeps_it(
    branch: Drawn, tmp_path: Path, known: str, asked: str
) -> None:
    runner = Runner(branch, tmp_path)
    runner.command(
        "gh", f'if [ "$2" = --paginate ]; then echo "{known}"; else echo "$4 $5 $7" > {tmp_path}/asked; fi'
    )
    runner.step("Say what changed")
    done = runner.step("Comment")
    assert (done.returncode, done.stderr) == (0, "")
    report = runner.values["steps.diff.outputs.report"]
    assert (tmp_path / "asked").read_text("utf-8") == f"{asked} body=@{report}\n"
    assert Path(report).read_text("utf-8").startswith("<!-- mkdocs-plan diff -->\n")


def test_the_action_writes_no_comment_where_nothing_changed(drawn: Drawn, tmp_path: Path) -> None:
    drawn.commit("2026-01-05", SITE)
    drawn.git("switch", "-q", "-c", "other")
    drawn.commit("2026-01-06", "docs/index.md\n  # Hello")
    runner = Runner(drawn, tmp_path)
    runner.command("gh", f'[ "$2" = --paginate ] || echo "$@" > {tmp_path}/asked')
    runner.step("Say what changed")
    assert runner.step("Comment").returncode == 0
    assert not (tmp_path / "asked").exists()


@pytest.mark.parametrize(
    ("gate", "checked", "status"),
    [("", "0", 0), ("", "1", 1), ("progress-lost", "0", 0), ("new-error\ntasks_reopened > 0\n", "0", 1)],
)
def test_the_action_is_a_gate(branch: Drawn, tmp_path: Path, gate: str, checked: str, status: int) -> None:
    runner = Runner(branch, tmp_path, gate=gate)
    runner.values["steps.check.outputs.status"] = checked
    done = runner.step("Gate")
    assert done.returncode == status, done


def test_the_action_names_what_it_uses() -> None:
    used = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "ci/github/action.yml").read_text("utf-8")))
    assert used == set(ACTION["inputs"])
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"], "what comes from outside goes through the environment"


@pytest.mark.parametrize(("gate", "known", "status"), [("", "", 0), ("tasks_reopened > 0", "5", 1)])
def test_the_job_of_gitlab_reports_and_is_a_gate(
    branch: Drawn, tmp_path: Path, gate: str, known: str, status: int
) -> None:
    runner = Runner(branch, tmp_path)
    note = f'[{{"id": {known}, "body": "<!-- mkdocs-plan diff -->"}}]' if known else "[]"
    runner.command("curl", f"echo \"$@\" >> {tmp_path}/asked; echo '{note}'")
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(JOB["script"])],
        cwd=branch.root,
        env={
            **os.environ,
            **{key: value for key, value in JOB["variables"].items() if key != "GIT_DEPTH"},
            "PATH": f"{runner.bin}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "MKDOCS_PLAN_GATE": gate,
            "MKDOCS_PLAN_TOKEN": "secret",
            "MKDOCS_PLAN_FAIL_ON": "error",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": branch.git("merge-base", "main", "HEAD"),
            "CI_API_V4_URL": "https://gitlab.example.org/api/v4",
            "CI_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "7",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done
    report = (branch.root / "gl-code-quality-report.json").read_text("utf-8")
    assert '"check_name"' in report
    asked = (tmp_path / "asked").read_text("utf-8").splitlines()
    place = "https://gitlab.example.org/api/v4/projects/3/merge_requests/7/notes"
    assert asked[1].endswith(f"--data-urlencode body@mkdocs-plan.md {place}{f'/{known}' if known else ''}")
    assert f"--request {'PUT' if known else 'POST'} " in asked[1]
