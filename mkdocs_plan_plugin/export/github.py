"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

Source: docs.github.com, "Workflow commands for GitHub Actions"; escaping as `actions/toolkit` does it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.export.findings import Placed, sentence
from mkdocs_plan_plugin.one_line import one_line

_KINDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_commands(findings: Iterable[Placed]) -> Iterator[str]:
    """Yield one command for each finding."""
    for one in findings:
        finding = one.finding
        properties = {
            "file": one.path,
            "line": str(finding.line or 1) if one.path else "",
            "col": str(finding.column or ""),
            "title": f"{finding.code} {finding.name}",
        }
        written = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
        yield f"::{_KINDS[finding.severity]} {written}::{_data(sentence(finding))}"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
