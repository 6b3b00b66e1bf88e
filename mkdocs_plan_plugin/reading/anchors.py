"""Anchors: known before rendering, unique on the page, the same in page, index, data and CLI."""

from __future__ import annotations

import re
from collections import Counter

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.regex import regex

_NOT_SLUG = regex(r"[^a-z0-9]+")
_RISK = regex(r"^r(?:isk)?[\s-]*0*", re.IGNORECASE)


def name_anchors(plan: Plan) -> None:
    """Give phases, steps, risks and decisions of the page their anchors, from their numbers or positions.

    A number that comes twice gets its count: `plan-risk-1`, `plan-risk-1-2`.
    """
    taken: Counter[str] = Counter()

    def name(kind: str, number: str, position: int) -> str:
        slug = _NOT_SLUG.sub("-", number.casefold()).strip("-") or str(position)
        anchor = f"plan-{kind}-{slug}"
        taken[anchor] += 1
        while taken[anchor] > 1:
            anchor = f"plan-{kind}-{slug}-{taken[anchor]}"
            taken[anchor] += 1
        return anchor

    for index, phase in enumerate(plan.phases, 1):
        phase.anchor = name("phase", phase.number, index)
        for position, step in enumerate(phase.steps, 1):
            whole = "." in step.number
            step.anchor = name("step", step.number if whole else f"{phase.number}-{step.number}", position)
    for index, risk in enumerate((risk for risk in plan.risks if not risk.file), 1):
        risk.anchor = name("risk", _RISK.sub("", risk.number), index)
    for update in plan.updates:
        update.anchor = name("update", update.date, 0)
    for index, decision in enumerate((one for one in plan.decisions if not one.file), 1):
        decision.anchor = name("decision", decision.number, index)
