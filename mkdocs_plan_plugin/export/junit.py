"""Findings as a JUnit report, which CI servers show as tests: a suite for each plan, a case for each finding.

Source: the attributes that Jenkins, GitLab and Azure Pipelines read; there is no standard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from xml.sax.saxutils import escape, quoteattr

from mkdocs_plan_plugin.export.findings import Placed, sentence
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.regex import regex

_NO_XML = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


def as_junit(findings: Iterable[Placed], plans: Sequence[str], fails: Iterable[str]) -> str:
    """Return findings as a report. `plans` are the paths checked, `fails` the severities of failures.

    A plan without findings is one case that passes, so that a clean check is no empty report.
    """
    failing = frozenset(fails)
    placed = sorted(findings, key=_path)
    grouped = dict.fromkeys(plans, ()) | {path: tuple(found) for path, found in groupby(placed, key=_path)}
    suites = [_suite(path, found, failing) for path, found in sorted(grouped.items())]
    cases = sum(len(found) or 1 for found in grouped.values())
    failed = sum(one.finding.severity in failing for one in placed)
    head = f'<testsuites name="mkdocs-plan" tests="{cases}" failures="{failed}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"])


_path = attrgetter("path")


def _suite(path: str, found: Sequence[Placed], failing: frozenset[str]) -> str:
    failed = sum(one.finding.severity in failing for one in found)
    counts = f'tests="{len(found) or 1}" failures="{failed}" errors="0" skipped="0"'
    head = f"  <testsuite name={_quoted(path or 'site')} {counts}>"
    cases = [_case(one, failing) for one in found] or [
        f'    <testcase classname={_quoted(path)} name="nothing found"/>'
    ]
    return "\n".join([head, *cases, "  </testsuite>"])


def _case(one: Placed, failing: frozenset[str]) -> str:
    finding = one.finding
    name = f"{finding.code} {finding.name}" + (f", line {finding.line}" if finding.line else "")
    place = f" file={_quoted(one.path)}" if one.path else ""
    line = f' line="{finding.line}"' if finding.line and one.path else ""
    head = f"    <testcase classname={_quoted(one.path or 'site')} name={_quoted(name)}{place}{line}>"
    said = sentence(finding)
    if finding.severity in failing:
        body = f'<failure type="{finding.severity}" message={_quoted(said)}/>'
    else:
        body = f"<system-out>{escape(_plain(f'{finding.severity}: {said}'))}</system-out>"
    return f"{head}\n      {body}\n    </testcase>"


def _quoted(text: str) -> str:
    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", one_line(text))
