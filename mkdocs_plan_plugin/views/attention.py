"""What needs attention, and why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.table import PlanRow, plan_row
from mkdocs_plan_plugin.views.words import STATES, counted

if TYPE_CHECKING:
    from mkdocs_plan_plugin.plans.model import Plan
    from mkdocs_plan_plugin.portfolio import Entry, Relation
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 12
"""Plans that stand open."""
DUE_DAYS = 14
"""A target that is nearer than this is due."""
_ACTIVE = ("in-progress", "blocked")


class Reason(NamedTuple):
    """One thing that needs attention: shape, word and a sentence, with links to other plans."""

    meaning: str
    word: str
    text: str
    relations: tuple[Relation, ...] = ()
    field: str = ""
    """The date that gives it, `target` or `updated`."""


class Concern(NamedTuple):
    """A plan and everything about it that needs attention, gravest first."""

    row: PlanRow
    reasons: list[Reason]


def attention(context: Context) -> Facts:
    """Plans that are blocked, stale, due, contradictory or highly exposed, each with its reasons."""
    found = []
    for entry in context.live():
        reasons = reasons_of(entry, context.today, context.stale_after)
        if reasons:
            found.append(Concern(plan_row(entry), reasons))
    return {"cut": context.cut(found, MOST, "attention", lambda item: item.row.entry)}


def reasons_of(entry: Entry, today: dt.date, stale_after: int) -> list[Reason]:
    """Every reason for which a plan needs attention; `stale_after` counts days, 0 for never."""
    dates = dates_of(entry, today, stale_after)
    return [*_blocked(entry), *_exposed(entry), *dates, *_contradictions(entry.plan)]


def _blocked(entry: Entry) -> list[Reason]:
    plan, row = entry.plan, plan_row(entry)
    found = []
    if entry.blocked and (plan.state == "blocked" or plan.state in _ACTIVE):
        because = plan.reason or ("" if row.waits else "Says so without a reason")
        found.append(Reason("blocked", "Blocked", because, row.waits))
    elif row.waits:
        found.append(Reason("planning", "Waits", "", row.waits))
    if entry.unknown and entry.standing != "complete":
        names = ", ".join(relation.text for relation in entry.unknown)
        found.append(Reason("unknown", "Unknown plan", f"Depends on {names}, which is no plan of this site"))
    for phase in plan.phases:
        if phase.effective_state == "blocked" and plan.state != "complete":
            name = f"{phase.word or 'Phase'} {phase.number}".strip()
            found.append(Reason("blocked", "Phase blocked", ": ".join(filter(None, (name, phase.reason)))))
    return found


def _exposed(entry: Entry) -> list[Reason]:
    if entry.standing == "complete":
        return []
    found = []
    for level in ("critical", "high"):
        risks = [risk for risk in entry.plan.open_risks if risk.level == level]
        bare = sum(not risk.mitigation for risk in risks)
        if level == "critical" and risks:
            without = f", {bare} without a mitigation" if bare else ""
            found.append(Reason(level, "Exposed", f"{counted(len(risks), 'critical risk')} open{without}"))
        elif bare:
            found.append(Reason(level, "Exposed", f"{counted(bare, 'high risk')} without a mitigation"))
    return found


def dates_of(entry: Entry, today: dt.date, stale_after: int) -> list[Reason]:
    """What the dates of a plan give to think about: a target near or past, no change for long."""
    plan = entry.plan
    found = []
    days = _until(plan.target, today)
    if days is not None and days < DUE_DAYS and entry.standing != "complete":
        when = f"{-days} days ago" if days < 0 else "today" if days == 0 else f"in {counted(days, 'day')}"
        done = "" if plan.progress.percent is None else f", {plan.progress.percent} % done"
        word = "Overdue" if days < 0 else "Due"
        found.append(Reason("clock", word, f"Target {plan.target}, {when}{done}", field="target"))
    age = _until(plan.updated, today)
    if age is not None and 0 < stale_after < -age and plan.state in _ACTIVE:
        said = STATES[plan.state or "unknown"]
        text = f"{said}, unchanged for {counted(-age, 'day')}"
        found.append(Reason("clock", "Stale", text, field="updated"))
    return found


def _until(day: str | None, today: dt.date) -> int | None:
    """Days until a date, negative where it is past; None where there is none."""
    try:
        return (dt.date.fromisoformat(day or "") - today).days
    except ValueError:
        return None


def _contradictions(plan: Plan) -> list[Reason]:
    found = [
        Reason("error", "Contradicts itself", f"{one.what.capitalize()} is {one.value} and also {one.other}")
        for one in plan.contradictions
    ]
    if plan.state == "complete":
        unfinished = [p for p in plan.phases if p.effective_state in ("in-progress", "pending", "blocked")]
        open_criteria = sum(one.state == "open" for one in plan.criteria)
        if unfinished:
            verb = "is" if len(unfinished) == 1 else "are"
            text = f"Says Complete, {counted(len(unfinished), 'phase')} {verb} not"
            found.append(Reason("error", "Contradicts itself", text))
        if open_criteria:
            word = "criterion is" if open_criteria == 1 else "criteria are"
            found.append(Reason("error", "Contradicts itself", f"Says Complete, {open_criteria} {word} open"))
    return found
