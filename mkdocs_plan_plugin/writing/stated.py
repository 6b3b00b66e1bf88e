"""What a plan states, fact by fact: so that a change of one is known to have changed no other."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Plan

Key = tuple[object, ...]
Stated = dict[Key, object]

DATED = ("start", "due", "owner")


def stated(plan: Plan) -> Stated:
    """Return the facts that the page states, by what they are of; what is derived from them is not there."""
    facts: Stated = {("plan", name): getattr(plan, name) for name in _OF_PLAN}
    for at, phase in enumerate(plan.phases):
        facts |= {("phase", at, name): getattr(phase, name) for name in (*_OF_STAGE, *DATED)}
        if phase.state_from == "elsewhere":  # a list or table states it
            facts["phase", at, "state"] = phase.effective_state
        for index, step in enumerate(phase.steps):
            facts |= {("step", at, index, name): getattr(step, name) for name in (*_OF_STAGE, *DATED)}
    for at, task in enumerate(plan.task_list):
        facts |= {("task", at, name): getattr(task, name) for name in ("text", "state", *DATED)}
    for at, risk in enumerate(plan.risks):
        facts |= {("risk", at, name): getattr(risk, name) for name in _OF_RISK}
    for name in ("criteria", "deliverables", "decisions", "benchmarks", "goals"):
        facts[name, "count"] = len(getattr(plan, name))
    return facts


_OF_PLAN = (
    *("title", "state", "document_state", "priority", "owner"),
    *("created", "updated", "start", "target", "due"),
)
_OF_STAGE = ("title", "number", "state")
_OF_RISK = ("title", "probability", "impact", "status", "owner")


def key_of(plan: Plan, one: object) -> Key:
    """Return what the facts of a part of a plan are kept under."""
    if one is plan:
        return ("plan",)
    for at, phase in enumerate(plan.phases):
        if phase is one:
            return ("phase", at)
        for index, step in enumerate(phase.steps):
            if step is one:
                return ("step", at, index)
    for kind, many in (("task", plan.task_list), ("risk", plan.risks)):
        for at, other in enumerate(many):
            if other is one:
                return (kind, at)
    raise LookupError(one)


def changed(before: Stated, after: Stated) -> list[Key]:
    """Return the facts that differ."""
    return [key for key in {**before, **after} if before.get(key) != after.get(key)]
