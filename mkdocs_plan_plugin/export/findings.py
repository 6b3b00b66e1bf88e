"""Findings as data: the JSON of `mkdocs-plan check`, workflow commands for GitHub."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec.structs import asdict

from mkdocs_plan_plugin.model import Finding, Fix

SCHEMA_VERSION = 1


class Placed(msgspec.Struct, kw_only=True):
    """A finding in a file. `path` is what an editor opens, empty for the site as a whole."""

    path: str
    finding: Finding
    fingerprint: str = ""
    """Names the finding wherever its line moves to; empty where nobody asked for it."""


class ToldEdit(msgspec.Struct, kw_only=True):
    """A change of the file: `new` in the place of `old`, which is expected there; an empty one inserts.

    Lines and columns, in characters, count from 1; the end is the place behind the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    old: str
    new: str


class ToldFix(msgspec.Struct, kw_only=True):
    """The edits that end a finding, all of them or none.

    They are `safe` where there is one right answer, `unsafe` where they change what the plan says, and
    `manual` where they only show the place of `replacement`, in which something is to be chosen or filled in.
    """

    applies: Literal["safe", "unsafe", "manual"]
    edits: list[ToldEdit]


class FindingRecord(msgspec.Struct, kw_only=True):
    """A finding as `check --format json` writes it; lines and columns count from 1, 0 is unknown."""

    path: str
    line: int
    column: int
    severity: str
    code: str
    name: str
    message: str
    replacement: str
    """What to write instead, empty where there is no one text; `fix` says in which place."""
    fix: ToldFix | None = None
    """None where the place is not known."""


class FindingsReport(msgspec.Struct, kw_only=True):
    """What `check --format json` writes."""

    schema_version: int
    plans: int
    errors: int
    warnings: int
    infos: int
    findings: list[FindingRecord]


def as_json(findings: Iterable[Placed], plans: int) -> str:
    """Return findings as JSON, in their order, with a count of each severity."""
    stated = [
        FindingRecord(path=one.path, **asdict(one.finding) | {"fix": _fix(one.finding.fix)})
        for one in findings
    ]
    severities = [one.severity for one in stated]
    report = FindingsReport(
        schema_version=SCHEMA_VERSION,
        plans=plans,
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        infos=severities.count("info"),
        findings=stated,
    )
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode()


def _fix(fix: Fix | None) -> ToldFix | None:
    if fix is None:
        return None
    edits = [ToldEdit(end_line=edit.end[0], end_column=edit.end[1], **asdict(edit)) for edit in fix.edits]
    return ToldFix(applies=fix.applies, edits=edits)


def sentence(finding: Finding) -> str:
    """Return a finding's message with what to write instead."""
    return f"{finding.message}. Write: {finding.replacement}" if finding.replacement else finding.message
