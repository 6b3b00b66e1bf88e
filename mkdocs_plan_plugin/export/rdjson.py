"""Findings as the Reviewdog Diagnostic Format, which brings them into reviews of many code hosts.

Source: github.com/reviewdog/reviewdog, `proto/rdf`; columns are bytes of UTF-8, counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from mkdocs_plan_plugin.export.findings import Placed, sentence

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def as_rdjson(findings: Iterable[Placed], line_of: Callable[[Placed], str], site: str = "") -> str:
    """Return findings as one result. `line_of` tells the line that a finding stands in.

    `site` is the file that stands for the site as a whole.
    """
    diagnostics = []
    for one in findings:
        location: dict[str, object] = {"path": one.path or site or "."}
        if one.finding.line:
            location["range"] = {"start": _place(one, line_of(one))}
        diagnostics.append(
            {
                "message": sentence(one.finding),
                "location": location,
                "severity": _SEVERITIES[one.finding.severity],
                "code": {"value": one.finding.code},
            }
        )
    result = {"source": {"name": "mkdocs-plan"}, "diagnostics": diagnostics}
    return msgspec.json.format(msgspec.json.encode(result), indent=2).decode()


def _place(one: Placed, line: str) -> dict[str, int]:
    place = {"line": one.finding.line}
    if column := one.finding.column:
        before = line[: column - 1]
        place["column"] = len(before.encode("utf-8", "replace")) + 1
    return place
