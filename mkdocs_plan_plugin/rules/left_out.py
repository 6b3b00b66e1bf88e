"""Rules about what looks like a part of the plan and was not taken as one."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.rules.fault import Fault, literal
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule

_TAKEN = {
    "phase": "not taken as a phase",
    "step": "not taken as a step",
    "risk": "not taken as a risk",
    "decision": "not taken as a decision",
    "state": "not read as a state",
    "rating": "not read as a rating",
}
"""What is said of each kind; of tasks and dates other rules tell, with what to write instead."""

_WORK = ("phase", "step")
"""What a figure of 100 % would have to hold."""


@rule(
    "PLAN115",
    "left-out",
    "info",
    bad="""
    # Plan

    ## Phase 1: Warm up ✅

    ## Phase 2: Measure ✅

    ## Overview

    | Phase | Status |
    |---|---|
    | Phase 3: Roll out | Pending |
    """,
    good=(
        "## Overview\n\n| Phase | Status |\n|---|---|\n| Phase 3: Roll out | Pending |",
        "## Phase 3: Roll out\n\n**Status:** Pending",
    ),
)
def left_out(page: CheckedPage) -> Iterator[Fault]:
    """What looks like a phase, a step, a risk, a decision, a state or a rating was not taken as one.

    It is in no figure and in no view, and a reader of those does not miss it. A warning where the plan is
    complete, or shows 100 %, without a phase or step that was left out.
    """
    plan = page.plan
    full = plan.effective_state == "complete" or plan.progress.percent == 100
    stated = _in_other_rules(page)
    for one in plan.left_out:
        taken = _TAKEN.get(one.kind)
        if taken is None or (one.kind, one.line) in stated:
            continue
        warns = full and one.kind in _WORK
        shown = "complete" if plan.effective_state == "complete" else "at 100 %"
        yield Fault(
            one.line,
            f"'{one.text}' is {taken}: {one.reason}" + (f"; the plan is {shown} without it" if warns else ""),
            column=page.column(one.line, one.text),
            severity="warning" if warns else None,
            cause=f"{one.kind}: {one.reason}",
            many=f"{{count}} places, {{lines}}, are {taken}: {literal(one.reason)}"
            + (f"; the plan is {shown} without them" if warns else ""),
        )


def _in_other_rules(page: CheckedPage) -> set[tuple[str, int]]:
    """Return kind and line of what other rules tell: a status of the plan, a section about risks."""
    section = page.section("risks")
    return {
        *(("state", field.line) for field in page.facts("status", "document-state")),
        *([("risk", section.line)] if section else []),
    }
