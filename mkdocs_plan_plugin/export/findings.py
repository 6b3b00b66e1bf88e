"""Findings as data: the JSON of `mkdocs-plan check`, workflow commands for GitHub."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from mkdocs_plan_plugin.model import Finding

SCHEMA_VERSION = 1


class Placed(msgspec.Struct, kw_only=True):
    """A finding in a file. `path` is what an editor opens, empty for the site as a whole."""

    path: str
    finding: Finding
    fingerprint: str = ""
    """Names the finding wherever its line moves to; empty where nobody asked for it."""


class Told(msgspec.Struct, kw_only=True):
    """A finding as `check --format json` writes it; lines and columns count from 1, 0 is unknown."""

    path: str
    line: int
    column: int
    severity: str
    code: str
    name: str
    message: str
    replacement: str


class Report(msgspec.Struct, kw_only=True):
    """What `check --format json` writes."""

    schema_version: int
    plans: int
    errors: int
    warnings: int
    infos: int
    findings: list[Told]


def as_json(findings: Iterable[Placed], plans: int) -> str:
    """Return findings as JSON, in their order, with a count of each severity."""
    told = [
        Told(
            path=one.path,
            line=one.finding.line,
            column=one.finding.column,
            severity=one.finding.severity,
            code=one.finding.code,
            name=one.finding.name,
            message=one.finding.message,
            replacement=one.finding.replacement,
        )
        for one in findings
    ]
    severities = [one.severity for one in told]
    report = Report(
        schema_version=SCHEMA_VERSION,
        plans=plans,
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        infos=severities.count("info"),
        findings=told,
    )
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode()


def sentence(finding: Finding) -> str:
    """Return a finding's message with what to write instead."""
    return f"{finding.message}. Write: {finding.replacement}" if finding.replacement else finding.message
