"""Findings as SARIF, which code hosts and editors read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) version 2.1.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

import msgspec

from mkdocs_plan_plugin.export.findings import Placed, sentence
from mkdocs_plan_plugin.export.json import version
from mkdocs_plan_plugin.model import Fix
from mkdocs_plan_plugin.rules.registry import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "The root of the repository; where there is none, the folder that the check ran in."
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(findings: Iterable[Placed], rules: Sequence[Rule]) -> str:
    """Return findings as one SARIF run, with every rule described."""
    index = {rule.code: at for at, rule in enumerate(rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "mkdocs-plan",
                        "semanticVersion": version(),
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"ROOT": {"description": {"text": _ROOT}}},
                "results": [_result(one, index) for one in findings],
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode()


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\nInstead of:\n\n{rule.bad}\n\nWrite:\n\n{rule.good}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _result(one: Placed, index: dict[str, int]) -> dict[str, object]:
    finding = one.finding
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": sentence(finding)},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if one.path:
        location: dict[str, object] = {"artifactLocation": _artifact(one.path)}
        if finding.line:
            region = {"startLine": finding.line}
            if finding.column:
                region["startColumn"] = finding.column
            location["region"] = region
        result["locations"] = [{"physicalLocation": location}]
        if finding.fix and finding.fix.applies != "manual":
            result["fixes"] = [_fix(finding.fix, one.path)]
    if one.fingerprint:
        result["partialFingerprints"] = {"mkdocsPlan/v1": one.fingerprint}
    return result


def _fix(fix: Fix, path: str) -> dict[str, object]:
    """Return the edits that end a finding (section 3.55)."""
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.line,
                "startColumn": edit.column,
                "endLine": edit.end[0],
                "endColumn": edit.end[1],
            },
            "insertedContent": {"text": edit.new},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": _FIXES[fix.applies]},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


_FIXES = {"safe": "Write it.", "unsafe": "Change what the plan says."}


def _artifact(path: str) -> dict[str, str]:
    """Return where a file is: relative to the root, or whole."""
    if path.startswith("/"):
        return {"uri": "file://" + quote(path)}
    return {"uri": quote(path), "uriBaseId": "ROOT"}
