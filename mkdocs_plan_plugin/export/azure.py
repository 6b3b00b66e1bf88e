"""Findings as logging commands, which Azure Pipelines shows among the issues of a run.

Source: learn.microsoft.com, "Logging commands", `task.logissue`; escaping as the agent reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.export.findings import Placed, sentence
from mkdocs_plan_plugin.one_line import one_line


def as_issues(findings: Iterable[Placed]) -> Iterator[str]:
    """Yield a command for each error and warning, and a plain line for what is neither."""
    for one in findings:
        finding = one.finding
        if finding.severity == "info":
            place = f"{one.path}:{finding.line or 1}: " if one.path else ""
            yield f"info {one_line(place)} {finding.code} {one_line(sentence(finding))}".replace("  ", " ")
            continue
        properties = {
            "type": finding.severity,
            "sourcepath": one.path,
            "linenumber": str(finding.line or 1) if one.path else "",
            "columnnumber": str(finding.column or ""),
            "code": finding.code,
        }
        written = "".join(f"{name}={_property(value)};" for name, value in properties.items() if value)
        yield f"##vso[task.logissue {written}]{_data(sentence(finding))}"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%AZP25")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
