"""The table of all plans, and what a plan says of itself in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.model import LEVELS, Plan
from mkdocs_plan_plugin.portfolio import Entry, Relation, current_phase
from mkdocs_plan_plugin.schedule import days_until
from mkdocs_plan_plugin.views.facets import OF_PLANS
from mkdocs_plan_plugin.views.phases import tasks_done
from mkdocs_plan_plugin.views.reasons import REASONS, reasons_of
from mkdocs_plan_plugin.views.words import Words

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 1000
"""Rows of the table that are open."""
FEW = 12
"""Plans that need attention and are one below the other; of more the table is filtered by their reasons."""

COLUMNS: Words = {
    "title": "Plan",
    "state": "State",
    "progress": "Progress",
    "risks": "Open risks",
    "updated": "Updated",
    "owner": "Owner",
    "priority": "Priority",
    "phase": "Current phase",
    "tasks": "Tasks",
    "created": "Created",
    "target": "Target",
    "start": "Start",
    "due": "Due",
    "health": "Health",
    "waits": "Waits on",
    "tags": "Tags",
}
"""Every column by its name in directives."""
_SHOWN = ("title", "state", "progress", "due", "risks", "updated")
_SORTED = {
    "title",
    "state",
    "progress",
    "risks",
    "updated",
    "owner",
    "priority",
    "phase",
    "tasks",
    "created",
    "target",
    "start",
    "due",
}


class PlanRow(NamedTuple):
    """A plan as a row, a board card or a lane."""

    entry: Entry
    plan: Plan
    state: str
    phase: str
    """Title of the current phase, or empty."""
    waits: tuple[Relation, ...]
    """Unfinished dependencies."""
    risks: list[tuple[str, int]]
    """The two gravest levels with open risks, and how many."""
    phases: str
    """`3 of 7 phases`."""
    late: str
    """What is late: the plan's own days, else `2 phases late`, else `3 tasks late`; empty for nothing."""
    soon: bool
    """True for a plan that is due soon."""


def plan_row(entry: Entry, context: Context) -> PlanRow:
    """What a plan says of itself in one row."""
    plan, phase, language = entry.plan, current_phase(entry), context.language
    left = days_until(plan.due, context.today)
    return PlanRow(
        entry=entry,
        plan=plan,
        state=entry.standing,
        phase=phase.title if phase else "",
        waits=entry.waits,
        risks=open_by_level(plan)[:2],
        phases=phases_of(plan, language),
        late=_late(plan, context),
        soon=not (entry.over or plan.finished) and left is not None and 0 <= left <= context.due_soon > 0,
    )


def _late(plan: Plan, context: Context) -> str:
    language = context.language
    if plan.late and (left := days_until(plan.due, context.today)):
        return language.plural("%(num)s day late", "%(num)s days late", -left)
    if phases := sum(phase.late for phase in plan.phases):
        return language.plural("%(num)s phase late", "%(num)s phases late", phases)
    if steps := sum(step.late for phase in plan.phases for step in phase.steps):
        return language.plural("%(num)s step late", "%(num)s steps late", steps)
    tasks = sum(task.late for task in plan.task_list)
    return language.plural("%(num)s task late", "%(num)s tasks late", tasks) if tasks else ""


def _has_due(row: PlanRow) -> bool:
    return row.plan.due is not None or bool(row.late)


def open_by_level(plan: Plan) -> list[tuple[str, int]]:
    """Number of open risks by level, gravest first, unrated last; levels without any left out."""
    levels = [risk.level or "unrated" for risk in plan.open_risks]
    return [(level, levels.count(level)) for level in (*reversed(LEVELS), "unrated") if level in levels]


def phases_of(plan: Plan, language: Language) -> str:
    """`3 of 7 phases`, else `40 of 70 tasks`, else empty."""
    progress = plan.progress
    if not progress.phases_total:
        return tasks_done(progress.done, progress.total, language)
    done, total = progress.phases_complete, progress.phases_total
    return language.plural("%(done)s of %(num)s phase", "%(done)s of %(num)s phases", total, done=done)


def table(context: Context) -> Facts:
    """One row per plan, what needs attention first unless it is to be sorted."""
    language = context.language
    rows = [plan_row(entry, context) for entry in context.entries()]
    cut = context.cut(rows, MOST, "table", lambda row: row.entry)
    chosen = context.choice.columns or [name for name in _SHOWN if name != "due" or any(map(_has_due, rows))]
    columns = ["title", *(name for name in chosen if name != "title")]
    by_reason = len(context.portfolio.entries) > FEW
    stated = {*columns, context.choice.group.name if context.choice.group else ""}
    return {
        "cut": cut,
        "columns": [(name, language.gettext(COLUMNS[name]), name in _SORTED) for name in columns],
        "noted": [name for name in ("owner", "priority", "phase", "waits") if name not in stated],
        "ordered": bool(context.choice.sort),
        "keys": (*OF_PLANS, "reason") if by_reason else OF_PLANS,
        "reasons": (lambda entry: _reasons(entry, context)) if by_reason else lambda _: "",
    }


def _reasons(entry: Entry, context: Context) -> str:
    """Why a plan needs attention, as the table is filtered by it."""
    if entry.abandoned:
        return ""
    kinds = {reason.kind for reason in reasons_of(entry, context)}
    return "; ".join(context.language.gettext(REASONS[kind]) for kind in REASONS if kind in kinds)
