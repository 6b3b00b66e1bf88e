"""The edits of findings as data: where `replacement` goes, in JSON and in SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mkdocs_plan_plugin.cli import main

TEXT = "---\nplan: true\n---\n# Plan\n\n- [x] a\n- [] b\n\n**Status:** In Progress\n"


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], Any]:
    def told(form: str) -> Any:
        file = tmp_path / "plan.md"
        file.write_text(TEXT)
        with pytest.raises(SystemExit):
            main(["check", str(file), "--format", form], prog_name="mkdocs-plan")
        return json.loads(capsys.readouterr().out)

    return told


def test_json_says_what_a_replacement_replaces(told: Callable[[str], Any]) -> None:
    (one,) = (one for one in told("json")["findings"] if one["code"] == "PLAN312")
    assert one["replacement"] == "- [ ] b"
    assert one["fix"] == {
        "applies": "safe",
        "edits": [{"line": 7, "column": 4, "end_line": 7, "end_column": 4, "old": "", "new": " "}],
    }


def test_json_says_where_a_blank_to_fill_in_is_inserted(told: Callable[[str], Any]) -> None:
    (one,) = (one for one in told("json")["findings"] if one["code"] == "PLAN207")
    assert one["fix"]["applies"] == "manual"
    assert one["fix"]["edits"][0]["new"] == f"\n\n{one['replacement']}"
    assert (one["fix"]["edits"][0]["line"], one["fix"]["edits"][0]["column"]) == (9, 24)


def test_sarif_carries_what_may_be_applied(told: Callable[[str], Any]) -> None:
    results = {one["ruleId"]: one for one in told("sarif")["runs"][0]["results"]}
    (fix,) = results["PLAN312"]["fixes"]
    (change,) = fix["artifactChanges"]
    assert (
        change["artifactLocation"]
        == results["PLAN312"]["locations"][0]["physicalLocation"]["artifactLocation"]
    )
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 7, "startColumn": 4, "endLine": 7, "endColumn": 4},
            "insertedContent": {"text": " "},
        }
    ]
    assert "fixes" not in results["PLAN207"]
