"""Findings as text: one line each, with the source line and a caret where there is a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import click

from mkdocs_plan_plugin.cli.checking import Checked
from mkdocs_plan_plugin.cli.terminal import WIDTH, columns_of, cut
from mkdocs_plan_plugin.export.findings import Placed, sentence
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.plural import counted

_COMMANDS = (":", "#")
"""What commands in the log of a CI begin with, at the beginning of a line."""
_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def as_text(checked: Checked, most: int, *, source: bool) -> Iterator[str]:
    """Yield the findings, at most so many of a rule (0 for all), what was left out, and a summary."""
    shown: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for one in checked.findings:
        code = one.finding.code
        if most and shown[code] >= most:
            left[code] += 1
            continue
        shown[code] += 1
        yield _line(one)
        if source:
            yield from _source(one, checked.lines.of(one.path))
    for code, count in sorted(left.items()):
        yield f"{count} more of {code}; --most 0 shows all"
    if checked.findings:
        yield ""
    yield summary(checked)
    if count := sum(
        one.finding.fix is not None and one.finding.fix.applies == "safe" for one in checked.findings
    ):
        has = "of these has" if count == 1 else "of these have"
        yield f"{count} {has} one right answer, which 'mkdocs-plan fix' writes"
    if checked.findings and source:
        worst = next((one for one in checked.findings if one.finding.severity != "info"), checked.findings[0])
        yield f"'mkdocs-plan rules {worst.finding.code}' explains a rule"


def _line(one: Placed) -> str:
    finding = one.finding
    path = f"./{one.path}" if one.path.startswith(_COMMANDS) else one.path or "site"
    place = f"{path}:{finding.line or 1}:{finding.column or 1}:"
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True)
    return (
        f"{one_line(place)} {severity} {click.style(finding.code, bold=True)} {one_line(sentence(finding))}"
    )


def _source(one: Placed, lines: list[str]) -> Iterator[str]:
    """Yield the source line, cut around its place, and a caret under it."""
    finding = one.finding
    if not 0 < finding.line <= len(lines):
        return
    text = lines[finding.line - 1].rstrip()
    if not text.strip():
        return
    column = finding.column or len(text) - len(text.lstrip()) + 1
    start = max(0, column - 1 - WIDTH // 2) if column > WIDTH - 20 else 0
    number = f"{finding.line:>5} | "
    before = text[start : column - 1].replace("\t", " ")
    room = WIDTH - len(number)
    yield click.style(number, dim=True) + cut(plain_keep(text[start:]), room)
    yield " " * (len(number) - 2) + "| " + " " * columns_of(before) + click.style("^", fg="green", bold=True)


def plain_keep(text: str) -> str:
    """Return a line as it is, but for characters that steer a terminal; tabs take one column."""
    text = text.replace("\t", " ")
    indent = len(text) - len(text.lstrip(" "))
    return " " * indent + one_line(text) if text.strip() else text


def summary(checked: Checked) -> str:
    """Say how much was checked and what was found."""
    severities = Counter(one.finding.severity for one in checked.findings)
    found = [counted(severities[name], name) for name in ("error", "warning", "info") if severities[name]]
    if not checked.plans and not checked.findings:
        return "no plan checked"
    known = f"; {checked.known} known from the baseline" if checked.known else ""
    return f"{counted(checked.plans, 'plan')} checked: {', '.join(found) or 'nothing found'}{known}"
