"""Findings in the formats that code hosts and CI servers read, each as its reader takes it apart."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from mkdocs_plan_plugin.cli.check_forms import FORMS
from mkdocs_plan_plugin.cli.schema import schema_named

if TYPE_CHECKING:
    from pathlib import Path


Run = "Callable[..., Ran]"

SITE = """
mkdocs.yml
  site_name: Kiln
  plugins: [plan]
docs/plans/kiln; 100% [a].md
  # Plan: Öfen für <Ton> & "Glas"

  **Status:** In Progress

  **Ziel:** ÄÖÜ **Progress:** 2/2 phases complete (100%)

  **Owner:** Team Quay

  ## Phase 1: Dig

  - [x] Dig

  ## Phase 2: Fire

  - [ ] Fire
docs/plans/clean.md
  # Plan: clean

  **Status:** In Progress

  **Owner:** Team Quay

  ## Phase 1: Sweep

  - [x] Floor

  ## Phase 2: Wipe

  - [ ] Table
"""
PLAN = "docs/plans/kiln; 100% [a].md"
CLEAN = "docs/plans/clean.md"


def test_a_text_for_people_and_a_report_for_a_server_come_from_one_run(run: Run, tmp_path: Path) -> None:
    ran = run(
        SITE, "check", "--format", "text", "--format", "junit=ci/plans.xml", "--format", "json=plans.json"
    )
    assert ran.status == 1
    assert "2 plans checked: 1 warning" in ran.out
    assert ET.parse(tmp_path / "ci" / "plans.xml").getroot().get("failures") == "1"
    assert json.loads((tmp_path / "plans.json").read_text("utf-8"))["warnings"] == 1


def test_output_names_the_file_of_the_one_format(run: Run, tmp_path: Path) -> None:
    ran = run(SITE, "check", "--format", "sarif", "--output", "plans.sarif")
    assert (ran.status, ran.out) == (1, "")
    assert json.loads((tmp_path / "plans.sarif").read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--format", "json", "--format", "text"], "json and text can't both go to one place; write e.g. '--format text=FILE'"),
        (["--format", "json=a", "--format", "sarif=a"], "two formats can't both be written to a"),
        (["--format", "json=a", "-o", "b"], "--output is the file of a format that has none"),
        (["--format", "junt"], "there is no format 'junt'. Did you mean 'junit'?"),
        (["--format", "json=mkdocs.yml/x"], "mkdocs.yml/x: "),
    ],
)  # fmt: skip
def test_a_place_that_can_not_be_is_told(run: Run, words: list[str], says: str) -> None:
    ran = run(SITE, "check", *words)
    assert ran.status == 2
    assert says in ran.err


def test_json_fits_its_schema(run: Run) -> None:
    jsonschema.validate(run(SITE, "check", "--format", "json").data, schema_named("check"))


def test_gitlab(run: Run) -> None:
    report = run(SITE, "check", "--format", "gitlab").data
    jsonschema.validate(
        report,
        {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["description", "check_name", "fingerprint", "severity", "location"],
                "properties": {
                    "description": {"type": "string", "minLength": 1},
                    "check_name": {"type": "string", "pattern": "^PLAN[0-9]{3}$"},
                    "fingerprint": {"type": "string", "minLength": 1},
                    "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                    "location": {
                        "type": "object",
                        "required": ["path", "lines"],
                        "properties": {
                            "path": {"type": "string", "pattern": "^[^./]"},
                            "lines": {
                                "type": "object",
                                "required": ["begin"],
                                "properties": {"begin": {"type": "integer", "minimum": 1}},
                            },
                        },
                    },
                },
            },
        },
    )
    (one,) = [one for one in report if one["check_name"] == "PLAN401"]
    assert one["location"] == {"path": PLAN, "lines": {"begin": 5}}
    assert one["severity"] == "minor"


def test_gitlab_gets_a_fingerprint_of_its_own_for_each_finding_and_a_file_for_those_of_the_site(
    run: Run,
) -> None:
    twice = """
    mkdocs.yml
      plugins: [{plan: {template: gone.md}}]
    docs/plans/a.md
      # Plan: kiln

      **Status:** Banana

      ## Phase 1: Dig

      **Status:** Banana

      ## Phase 2: Fire

      **Status:** Banana
    """
    report = run(twice, "check", "--format", "gitlab").data
    marks = [one["fingerprint"] for one in report]
    assert len(set(marks)) == len(marks) > 1
    assert {one["location"]["path"] for one in report} <= {"docs/plans/a.md", "mkdocs.yml", "gone.md"}


def test_junit(run: Run) -> None:
    root = ET.fromstring(run(SITE, "check", "--format", "junit").out)
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == [CLEAN, PLAN]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("2", "1", "0")
    assert [case.get("name") for case in suites[CLEAN]] == ["nothing found"]
    (case,) = suites[PLAN]
    assert (case.get("classname"), case.get("file"), case.get("line")) == (PLAN, PLAN, "5")
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("type") == "warning"
    assert "typed progress '2/2 phases complete (100%)'" in (failure.get("message") or "")


def test_junit_fails_what_the_check_fails(run: Run) -> None:
    ran = run(SITE, "check", "--format", "junit", "--fail-on", "error")
    root = ET.fromstring(ran.out)
    assert (ran.status, root.get("failures")) == (0, "0")
    assert next(one.text for one in root.iter("system-out")).startswith("warning: typed progress")


def logged(line: str) -> tuple[dict[str, str], str]:
    """A logging command as the agent of Azure Pipelines takes it apart."""
    assert line.startswith("##vso[task.logissue ")
    head, _, data = line.removeprefix("##vso[task.logissue ").partition("]")
    pairs = dict(pair.split("=", 1) for pair in head.split(";") if pair)
    unescaped = {}
    for name, value in pairs.items():
        unescaped[name] = value.replace("%3B", ";").replace("%5D", "]").replace("%AZP25", "%")
    return unescaped, data.replace("%AZP25", "%")


def test_azure(run: Run) -> None:
    properties, message = logged(run(SITE, "check", "--format", "azure").out.strip())
    assert properties["sourcepath"] == PLAN
    assert (properties["type"], properties["linenumber"], properties["code"]) == ("warning", "5", "PLAN401")
    assert message.startswith("typed progress '2/2 phases complete (100%)'")


def test_azure_shows_what_is_neither_error_nor_warning_as_a_line_that_commands_nothing(run: Run) -> None:
    site = SITE.replace("plugins: [plan]", "plugins: [{plan: {rules: {PLAN401: info}}}]")
    assert run(site, "check", "--format", "azure").out.startswith(f"info {PLAN}:5: PLAN401 typed progress")


def test_rdjson_counts_columns_in_bytes(run: Run) -> None:
    result = run(SITE, "check", "--format", "rdjson").data
    jsonschema.validate(result, RDJSON)
    (one,) = result["diagnostics"]
    column = len("**Ziel:** ÄÖÜ **Progress:** ".encode()) + 1
    assert one["location"] == {"path": PLAN, "range": {"start": {"line": 5, "column": column}}}
    assert (one["severity"], one["code"]) == ("WARNING", {"value": "PLAN401"})
    (suggestion,) = one["suggestions"]
    line = "**Ziel:** ÄÖÜ **Progress:** 2/2 phases complete (100%)".encode()
    start, end = (suggestion["range"][name] for name in ("start", "end"))
    assert (start["line"], end["line"]) == (5, 5)
    fixed = line[: start["column"] - 1] + suggestion["text"].encode() + line[end["column"] - 1 :]
    assert fixed.decode() == "**Ziel:** ÄÖÜ **Progress:** 1/2 phases complete (50%)"


RDJSON = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}}},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "suggestions": {
                        "type": "array",
                        "items": {"type": "object", "required": ["range", "text"]},
                    },
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "properties": {
                            "path": {"type": "string", "minLength": 1},
                            "range": {
                                "type": "object",
                                "required": ["start"],
                                "properties": {
                                    "start": {
                                        "type": "object",
                                        "required": ["line"],
                                        "properties": {
                                            "line": {"type": "integer", "minimum": 1},
                                            "column": {"type": "integer", "minimum": 1},
                                        },
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def paths_in(form: str, ran: Any) -> set[str]:
    match form:
        case "json":
            return {one["path"] for one in ran.data["findings"]}
        case "gitlab":
            return {one["location"]["path"] for one in ran.data}
        case "rdjson":
            return {one["location"]["path"] for one in ran.data["diagnostics"]}
        case "sarif":
            (sarif,) = ran.data["runs"]
            places = [one["locations"][0]["physicalLocation"] for one in sarif["results"]]
            return {place["artifactLocation"]["uri"] for place in places}
        case "junit":
            return {case.get("file", "") for case in ET.fromstring(ran.out).iter("testcase")} - {""}
        case "azure":
            return {logged(line)[0]["sourcepath"] for line in ran.out.splitlines()}
        case "github":
            return {ran.out.partition("file=")[2].partition(",")[0]}
    raise AssertionError(f"say here where {form} holds the path of a finding")


@pytest.mark.parametrize("form", [form for form in FORMS if form != "text"])
def test_paths_are_those_of_the_repository_wherever_the_command_runs(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    inner = tmp_path / "site"
    (inner / "docs" / "plans").mkdir(parents=True)
    monkeypatch.chdir(inner / "docs")
    drawn = "\n".join(
        f"site/{line}" if line[:1].strip() else line
        for line in SITE.replace(PLAN, "docs/plans/kiln.md").split("\n")
    )
    assert paths_in(form, run(drawn, "check", "--format", form)) == {"site/docs/plans/kiln.md"}


def test_text_has_paths_that_an_editor_opens_from_here(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "docs" / "plans").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "docs")
    assert run(SITE, "check").out.startswith(f"plans/{PLAN.rpartition('/')[2]}:5:")
