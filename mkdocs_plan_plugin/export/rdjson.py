"""Findings as the Reviewdog Diagnostic Format, which brings them into reviews of many code hosts.

Source: github.com/reviewdog/reviewdog, `proto/rdf`; columns are bytes of UTF-8, counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from mkdocs_plan_plugin.export.findings import Placed, sentence

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def as_rdjson(findings: Iterable[Placed], line_of: Callable[[Placed, int], str], site: str = "") -> str:
    """Return findings as one result. `line_of` tells the lines of the file that a finding is in.

    `site` is the file that stands for the site as a whole.
    """
    diagnostics = []
    for one in findings:
        location: dict[str, object] = {"path": one.path or site or "."}
        if one.finding.line:
            location["range"] = {"start": _place(one, one.finding.line, one.finding.column, line_of)}
        stated: dict[str, object] = {
            "message": sentence(one.finding),
            "location": location,
            "severity": _SEVERITIES[one.finding.severity],
            "code": {"value": one.finding.code},
        }
        fix = one.finding.fix
        if fix is not None and fix.applies == "safe":
            stated["suggestions"] = [
                {
                    "range": {
                        "start": _place(one, edit.line, edit.column, line_of),
                        "end": _place(one, *edit.end, line_of),
                    },
                    "text": edit.new,
                }
                for edit in fix.edits
            ]
        diagnostics.append(stated)
    result = {"source": {"name": "mkdocs-plan"}, "diagnostics": diagnostics}
    return msgspec.json.format(msgspec.json.encode(result), indent=2).decode()


def _place(one: Placed, line: int, column: int, line_of: Callable[[Placed, int], str]) -> dict[str, int]:
    place = {"line": line}
    if column:
        place["column"] = len(line_of(one, line)[: column - 1].encode("utf-8", "replace")) + 1
    return place
