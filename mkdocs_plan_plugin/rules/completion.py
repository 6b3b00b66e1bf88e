"""Rules about how a plan ends: criteria, deliverables and results, on hold, superseded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plan_plugin.model import Against
from mkdocs_plan_plugin.reading.entries import cell, columns
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import swap
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.pending import Pending
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.rules.site import Pages

_PLACEHOLDER = regex(
    r"\bT\.?B\.?[DAC]\b|\[[^\[\]]+\]|^\?+$|\bTODO\b|to be (?:filled|measured|determined)", re.IGNORECASE
)


def _unticked(page: CheckedPage, kind: Against, one: str, several: str) -> Iterator[Fault]:
    """Yield one fault for what is still open in a plan stated complete."""
    for against in page.contradictions(kind):
        many = against.count > 1
        yield Fault(
            against.other_line,
            f"the plan is stated complete (line {against.line}), but {against.count}"
            f" {several if many else one} {'are' if many else 'is'} open, first in line"
            f" {against.other_line}; tick or cancel {'them' if many else 'it'}, or change the status",
        )


@rule(
    "PLAN601",
    "complete-with-open-criteria",
    "warning",
    tells=("open-criteria",),
    bad="""
    # Plan

    **Status:** Complete

    ## Acceptance Criteria

    - [x] Fast
    - [ ] Cheap
    """,
    good=("- [ ] Cheap", "- [x] Cheap"),
)
def complete_with_open_criteria(page: CheckedPage) -> Iterator[Fault]:
    """The plan is stated complete, but acceptance criteria are open.

    They say what complete means.
    """
    yield from _unticked(page, "open-criteria", "success criterion", "success criteria")


@rule(
    "PLAN602",
    "complete-with-open-deliverables",
    "warning",
    tells=("open-deliverables",),
    bad="""
    # Plan

    **Status:** Complete

    ## Deliverables

    - [x] Cache
    - [ ] Runbook
    """,
    good=("- [ ] Runbook", "- [x] Runbook"),
)
def complete_with_open_deliverables(page: CheckedPage) -> Iterator[Fault]:
    """The plan is stated complete, but deliverables are open.

    Somebody still waits for them.
    """
    yield from _unticked(page, "open-deliverables", "deliverable", "deliverables")


_TABLE = """
    # Plan

    **Status:** Complete

    ## Benchmarks

    | Metric | Baseline | Target | Actual |
    |---|---|---|---|
    | Hit rate | 0 % | 80 % | {} |
"""


@rule("PLAN603", "unfilled-actual", "warning", bad=_TABLE.format("[TBD]"), good=_TABLE.format("84 %"))
def unfilled_actual(page: CheckedPage) -> Iterator[Fault]:
    """The plan is stated complete, but a benchmark has no actual figure.

    Whether the target was met is what readers come for. An empty cell is an info.
    """
    if page.plan.state != "complete":
        return
    for block in (table for section in page.document.sections for table in section.tables):
        if block.line != page.plan.benchmarks_line:
            continue
        column = columns(block, page.vocabulary, "target-value", "actual", "baseline", "metric").get("actual")
        for row in block.rows[1:] if column is not None else ():
            text = cell(row, column)
            if text and not _PLACEHOLDER.search(text):
                continue
            metric = row[0].text.strip()
            yield Fault(
                row[0].number,
                f"the plan is stated complete, but '{metric}' has no actual figure",
                column=page.column(row[0].number, text),
                severity=None if text else "info",
                cause="actual" if text else "no actual",
                many="the plan is stated complete, but {count} benchmarks have no actual figure: {lines}",
            )


CASE = """
    # Plan

    **Status:** {}

    ## Testing

    ### Test Case 1: Cold start

    **Expected Result:** Slow

    **Actual Result:** {}
"""


@rule(
    "PLAN604",
    "unfilled-result",
    "warning",
    bad=CASE.format("Complete", "TBD"),
    good=CASE.format("Complete", "Slow"),
)
def unfilled_result(page: CheckedPage) -> Iterator[Fault]:
    """The plan is stated complete, but the actual result of a test case is not filled in.

    Either it was never run, or nobody wrote down what happened. A result that is simply missing is an
    info.
    """
    if page.plan.state != "complete":
        return
    for case in page.plan.test_cases:
        if case.actual:
            continue
        section = page.heading(case.line)
        inside = page.document.within(section) if section else ()
        field = next(
            (f for one in inside for f in page.fields(one) if page.vocabulary.means(f.name, "actual")), None
        )
        yield Fault(
            field.line if field else case.line,
            f"the plan is stated complete, but test case {case.number} '{case.title}' has no actual result",
            severity=None if field and field.value else "info",
            cause="result" if field else "no result",
            many="the plan is stated complete, but {count} test cases have no actual result: {lines}",
        )


@rule(
    "PLAN609",
    "no-hold-reason",
    "info",
    bad="""
    # Plan

    **Status:** On Hold
    """,
    good=("**Status:** On Hold", "**Status:** On Hold until the new hardware is here"),
)
def no_hold_reason(page: CheckedPage) -> Iterator[Fault]:
    """A plan is on hold, or blocked, and does not say why.

    Whoever waits for it can't tell what would set it going again.
    """
    plan = page.plan
    if plan.state not in ("on-hold", "blocked") or plan.reason or page.facts("blocker"):
        return
    word = "on hold" if plan.state == "on-hold" else "blocked"
    shown = "On Hold" if plan.state == "on-hold" else "Blocked"
    yield Fault(
        plan.state_line or plan.line,
        f"the plan is {word}, but does not say why",
        f"{shown}: what it waits for",
        column=page.column(plan.state_line, plan.state_text),
        edits=page.swapped(plan.state_line, plan.state_text, f"{plan.state_text}: what it waits for"),
        applies="manual",
    )


@rule(
    "PLAN610",
    "no-successor",
    "info",
    scope="joined",
    bad="""
    # Plan

    ## Document Information

    **Status:** Superseded
    **Created:** 2025-01-10
    """,
    good=("# Plan", "---\nsuperseded_by: other.md\n---\n# Plan"),
)
def no_successor(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """A plan is superseded, and does not say by what.

    Its readers are left with a plan that does not hold.
    """
    plan = pending.plan
    if plan.document_state != "superseded" or plan.superseded_by is not None:
        return
    if pages.portfolio.entry(plan).superseded_by is None:
        named = "superseded_by: path/of/the/successor.md"
        end = pending.front_end
        edits = swap(end, 1, "", f"{named}\n") if end else swap(1, 1, "", f"---\n{named}\n---\n\n")
        yield Fault(
            plan.document_state_line or plan.line,
            "the plan is superseded, but names no successor; write it into the front matter",
            named,
            edits=edits,
            applies="manual",
        )
