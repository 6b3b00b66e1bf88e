"""What surrounds the code: the files that a code host and its CI read, and those that contributors do."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOST = ROOT / ".github"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WORKFLOWS = sorted((HOST / "workflows").glob("*.yml"))
FORMS = [path for path in sorted((HOST / "ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"]
SCRIPT = re.compile(r"(?<![\w./])\.ci/[\w./-]+")


def named(path: Path) -> str:
    return path.name


def test_there_are_workflows_and_forms() -> None:
    assert [path.stem for path in WORKFLOWS] == ["docs", "release", "tests"]
    assert [path.stem for path in FORMS] == ["broken-page", "idea", "wrong-reading"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_every_job_of_a_workflow_runs_on_something_with_the_least_rights(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert True in workflow  # `on`, which YAML 1.1 takes for a boolean
    for job in workflow["jobs"].values():
        assert job["runs-on"]
        assert job["timeout-minutes"] <= 40
        assert {*ensured_list(job.get("needs", []))} <= set(workflow["jobs"])
        for step in job["steps"]:
            assert len({"run", "uses"} & set(step)) == 1, step
            assert re.fullmatch(r"[\w-]+/[\w-]+@[\w/.]+", step.get("uses", "actions/checkout@v4"))


def ensured_list(needs: str | list[str]) -> list[str]:
    return [needs] if isinstance(needs, str) else needs


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".ci" / "run"], ids=named)
def test_the_scripts_that_are_called_are_there(path: Path) -> None:
    called = SCRIPT.findall(path.read_text("utf-8"))
    assert called
    for name in called:
        script = ROOT / name
        assert script.is_file(), name
        assert script.suffix == ".py" or script.stat().st_mode & 0o100, f"{name} can't be run"


@pytest.mark.parametrize("path", [path for path in (ROOT / ".ci").iterdir() if path.suffix == ""], ids=named)
def test_a_script_of_the_shell_can_be_read_by_it(path: Path) -> None:
    assert subprocess.run(["bash", "-n", path], check=False).returncode == 0


def test_every_version_of_python_that_is_promised_is_tried_on_every_system() -> None:
    matrix = yaml.safe_load((HOST / "workflows" / "tests.yml").read_text("utf-8"))["jobs"]["tests"][
        "strategy"
    ]["matrix"]
    promised = [match[1] for one in PROJECT["classifiers"] if (match := re.search(r":: (3\.\d+)$", one))]
    assert matrix["python"] == promised
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]


@pytest.mark.parametrize("path", FORMS, ids=named)
def test_a_form_has_what_the_code_host_asks_for(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    assert form["name"]
    assert form["description"]
    ids = [part["id"] for part in form["body"]]
    assert len(ids) == len(set(ids))
    for part in form["body"]:
        assert part["type"] in ("input", "textarea")
        assert part["attributes"]["label"]
    assert any(part.get("validations", {}).get("required") for part in form["body"])


def test_a_wrong_reading_is_reported_with_the_smallest_text() -> None:
    form = yaml.safe_load((HOST / "ISSUE_TEMPLATE" / "wrong-reading.yml").read_text("utf-8"))
    assert form["body"][0]["attributes"]["label"] == "The smallest text that shows it"


def test_the_repository_is_named_in_one_way() -> None:
    """pyproject.toml is the place to change; this names the others."""
    owner = re.fullmatch(r"https://github\.com/([^/]+)/mkdocs-plan-plugin", PROJECT["urls"]["Repository"])[1]
    texts = [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "ci").rglob("*.yml"),
        *(ROOT / "example-site" / "docs").glob("*.md"),
    ]
    others = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in [*texts, ROOT / "pyproject.toml"]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for found in re.findall(r"([\w-]+)/mkdocs-plan-plugin\b", line)
        if found != owner
    ]
    assert others == [], f"write {owner}"


class TestContributing:
    TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    RECIPES = re.findall(r"^### (.+)\n\n((?:\d\. .+\n)+)", TEXT, re.MULTILINE)

    def test_a_recipe_has_five_lines(self) -> None:
        assert [name for name, _ in self.RECIPES] == [
            *(
                "A word or a spelling",
                "A rule",
                "A view",
                "A language",
                "A dialect",
                "An output format",
                "A command",
            )
        ]
        assert {len(lines.splitlines()) for _, lines in self.RECIPES} == {5}

    @pytest.mark.parametrize("path", sorted(set(re.findall(r"`([\w./-]+/[\w./-]*)`", TEXT))))
    def test_a_path_leads_somewhere(self, path: str) -> None:
        any_name = re.sub("NAME|XX", "*", path).rstrip("/")
        folders = [ROOT, ROOT / "mkdocs_plan_plugin"]
        assert any([*folder.glob(any_name)] for folder in folders) or path == ".venv/bin"

    @pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([\w./-]+\.md)", TEXT))))
    def test_a_link_leads_somewhere(self, link: str) -> None:
        assert (ROOT / link).is_file()


CHANGELOG = """
# Changelog

## Unreleased

Later.

## 0.2.1 (2026-03-01)

### Fixed

- One thing.

## 0.2.10

Another.
"""


@pytest.mark.parametrize(
    ("tag", "notes"),
    [("v0.2.1", "### Fixed\n\n- One thing.\n"), ("0.2.10", "Another.\n"), ("v0.2", None), ("v0.3.0", None)],
)
def test_the_notes_of_a_release_are_the_section_of_the_changelog(
    tmp_path: Path, tag: str, notes: str | None
) -> None:
    script = tmp_path / ".ci" / "release_notes.py"
    script.parent.mkdir()
    script.write_bytes((ROOT / ".ci" / "release_notes.py").read_bytes())
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    (tmp_path / "pyproject.toml").write_text(f'[project]\nversion = "{tag.removeprefix("v")}"\n', "utf-8")
    ran = subprocess.run([sys.executable, script, tag], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == ((1, "") if notes is None else (0, notes))


def test_a_tag_of_another_version_is_no_release() -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / ".ci" / "release_notes.py", "v99"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr == f"the tag says 99, pyproject.toml {PROJECT['version']}\n"


def test_no_host_is_brought_in_and_each_is_an_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [re.split(r"[<>=\[]", one)[0] for one in project["dependencies"]]
    assert not [name for name in named if "docs" in name or name == "zensical"]
    assert {"mkdocs", "material", "properdocs", "zensical"} <= set(project["optional-dependencies"])


def run_without_host(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as if no host were installed, nor Python-Markdown, which comes with one."""
    script = (
        "import sys\n"
        "for name in ('mkdocs', 'properdocs', 'zensical', 'markdown'):\n"
        "    sys.modules[name] = None\n"
        "from mkdocs_plan_plugin.cli import command\n"
        "command()"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *command], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command", [["check"], ["explain"], ["export"], ["status"], ["next"], ["fix", "--diff"]]
)
def test_the_command_line_needs_no_host(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(
        "# Plan: kiln\n\n## Phase 1: Dig\n\n- [x] a\n\n## Phase 2: Burn\n\n- [ ] b\n"
    )
    ran = run_without_host([*command, "plan.md"], tmp_path)
    assert (ran.returncode, ran.stderr.count("Error")) in ((0, 0), (1, 0)), ran.stderr
    assert "kiln" in ran.stdout or command[0] in ("check", "fix")


@pytest.mark.parametrize(
    ("command", "status"),
    [(["init"], 0), (["new", "Kiln"], 0), (["doctor"], 0), (["write"], 2)],
    ids=lambda given: given[0] if isinstance(given, list) else "",
)
def test_a_site_without_its_host_ends_no_command_with_a_bug(
    command: list[str], status: int, tmp_path: Path
) -> None:
    (tmp_path / "docs" / "plans").mkdir(parents=True)
    (tmp_path / "docs/plans/oven.md").write_text(
        "# Plan: oven\n\n**Status:** Planning\n\n## Phase 1: Buy\n\n- [ ] a\n\n## Phase 2: Bake\n\n- [ ] b\n"
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: Bakery\nplugins: [search, plan]\n")
    ran = run_without_host(command, tmp_path)
    assert (ran.returncode, "bug" in ran.stderr) == (status, False), ran.stderr
