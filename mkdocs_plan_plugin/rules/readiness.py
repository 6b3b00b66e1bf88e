"""Rules about what must be said beforehand: expected results, rollback, measures of goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import below
from mkdocs_plan_plugin.rules.completion import CASE
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule

_TRIGGER = regex(
    r"\b(?:if|when|whenever|trigger\w*|in case|threshold|once|should)\b|[<>≥≤]|\d\s?%|[^\x00-\u024f]{3}",
    re.IGNORECASE,
)
"""What says when to roll back."""


@rule(
    "PLAN605",
    "no-expected-result",
    "info",
    bad="""
    # Plan

    ## Testing

    ### Test Case 1: Cold start

    **Steps:** restart it
    """,
    good=CASE.format("In Progress", "TBD"),
)
def no_expected_result(page: CheckedPage) -> Iterator[Fault]:
    """A test case does not say what should happen.

    Any outcome passes it.
    """
    for case in page.plan.test_cases:
        if not case.expected:
            yield page.lacking(
                case.line,
                f"test case {case.number} '{case.title}' has no expected result",
                "**Expected Result:** what should happen",
                cause="expected",
                many="{count} test cases have no expected result: {lines}",
            )


_ROLLBACK = """
    # Plan

    ## Rollback Plan

    ### When to Rollback

    - Errors above 1 %

    ### Quick Rollback

    1. Switch it off
"""


@rule(
    "PLAN606",
    "no-rollback-trigger",
    "info",
    bad="""
    # Plan

    ## Rollback Plan

    ### Quick Rollback

    1. Switch it off

    ### Complete Rollback

    1. Remove it
    """,
    good=_ROLLBACK,
)
def no_rollback_trigger(page: CheckedPage) -> Iterator[Fault]:
    """A rollback plan does not say when to roll back.

    At night nobody wants to decide what "too many errors" means.
    """
    section = page.section("rollback")
    if section is None or page.plan.rollback.triggers or page.phase_at(section.line):
        return
    text = " ".join(_texts(page))
    if text and not _TRIGGER.search(text):
        what = f"'{section.title}' does not say when to roll back; write it, e.g. as '### When to Rollback'"
        yield page.lacking(section.line, f"{what} with a list", "### When to Rollback", behind=section.end)


def _texts(page: CheckedPage) -> Iterator[str]:
    section = page.section("rollback")
    for one in page.document.within(section) if section else ():
        yield one.title
    for block in page.blocks(section):
        yield from (line.text for line in block.lines)
        yield from (one.text for row in block.rows for one in row)


@rule(
    "PLAN607",
    "no-rollback-procedure",
    "info",
    bad="""
    # Plan

    ## Rollback Plan

    ### When to Rollback

    - Errors above 1 %
    """,
    good=_ROLLBACK,
)
def no_rollback_procedure(page: CheckedPage) -> Iterator[Fault]:
    """A rollback plan says when to roll back, but not how.

    The steps are written calmly beforehand, or in a hurry afterwards.
    """
    section = page.section("rollback")
    plan = page.plan.rollback
    if section is None or not plan.triggers:
        return
    how = [procedure for procedure in (plan.quick, plan.complete) if procedure and procedure.steps]
    first = plan.triggers[0].line
    inside = [
        one
        for one in page.document.within(section)
        for block in one.blocks
        if block.kind in ("code", "table", "container")
        or (block.kind == "list" and not block.line <= first <= block.end)
    ]
    after = plan.after[0].line if plan.after else 0
    inside = [one for one in inside if not one.line <= after <= one.end or one is section]
    if not how and not inside:
        what = f"'{section.title}' says when to roll back, but not how; write the steps"
        yield page.lacking(section.line, what, "### Rollback Procedure", behind=section.end)


@rule(
    "PLAN608",
    "goal-without-measure",
    "info",
    bad="""
    # Plan

    ## Goals

    ### Primary Goals

    1. **Goal 1:** Fast
        - Target: 50 ms
    2. **Goal 2:** Cheap
    """,
    good=("2. **Goal 2:** Cheap", "2. **Goal 2:** Cheap\n    - Target: 10 €"),
)
def goal_without_measure(page: CheckedPage) -> Iterator[Fault]:
    """A goal has neither metric nor target, while others of the plan have.

    Nobody will be able to say whether it was reached.
    """
    goals = [goal for goal in page.plan.goals if goal.kind == "primary"]
    if not any(goal.metric or goal.target for goal in goals):
        return
    for goal in goals:
        if not goal.metric and not goal.target:
            yield Fault(
                goal.line,
                f"the goal '{goal.title or goal.description}' has neither metric nor target",
                "- Target: the value to reach",
                edits=below(page.lines, goal.line, "    - Target: the value to reach"),
                applies="manual",
                cause="goal",
                many="{count} goals have neither metric nor target: {lines}",
            )
