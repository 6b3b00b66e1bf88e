"""The status card of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.views.attention import dates_of
from mkdocs_plan_plugin.views.next import pointers
from mkdocs_plan_plugin.views.phases import Reading, read_phase
from mkdocs_plan_plugin.views.table import open_by_level, waits
from mkdocs_plan_plugin.views.tips import named
from mkdocs_plan_plugin.views.words import DOCUMENT_STATES, PRIORITIES, counted

if TYPE_CHECKING:
    from mkdocs_plan_plugin.plans.model import Plan
    from mkdocs_plan_plugin.views.context import Context, Facts

IN_SUM = 12
"""Phases whose shares are written out as a sum."""


def card(context: Context) -> Facts:
    """Everything a card says; a template page gets a card that says so."""
    plan, entry = context.shown, context.entry()
    if plan.template:
        return {"template": True}
    standing = entry.standing
    phases = [read_phase(phase) for phase in plan.phases]
    waiting = waits(entry)
    held = {relation.plan.path for relation in waiting if relation.plan is not None}
    done = [r for r in entry.depends_on if r.plan is not None and r.plan.path not in held]
    risks = open_by_level(plan)
    tags = [PRIORITIES.get(plan.priority or ""), DOCUMENT_STATES.get(_document_state(plan))]
    return {
        "state": standing,
        "was": plan.state if standing == "superseded" else None,
        "tags": [tag for tag in tags if tag],
        "phases": phases,
        "counts": _counts(plan),
        "why": _why(plan, phases),
        "value": _value(plan),
        "pointers": pointers(plan, standing),
        "waits": waiting,
        "needs": [relation for relation in done if relation.plan is not plan],
        "unknown": entry.unknown,
        "needed_by": [context.portfolio.entry(other) for other in entry.needed_by],
        "successor": entry.superseded_by,
        "supersedes": entry.supersedes,
        "dates": dates_of(entry, context.today, context.stale_after),
        "named": {level: named(plan, level) for level, _ in risks},
        "risks": [(level, count, _first(plan, level)) for level, count in risks],
    }


def _document_state(plan: Plan) -> str:
    """The document's state where it says more than the work's."""
    return plan.document_state if plan.document_state in ("draft", "review", "archived") else ""


def _first(plan: Plan, level: str) -> str:
    """Anchor of the first open risk of a level."""
    return next(risk.anchor for risk in plan.open_risks if (risk.level or "unrated") == level)


def _counts(plan: Plan) -> list[tuple[int, str]]:
    """`3`, `of 7 phases complete` and `40`, `of 70 tasks done`; what there is none of is left out."""
    progress = plan.progress
    counts = []
    if progress.phases_total:
        counts.append((progress.phases_complete, f"of {counted(progress.phases_total, 'phase')} complete"))
    if progress.total:
        counts.append((progress.done, f"of {counted(progress.total, 'task')} done"))
    return counts


def _value(plan: Plan) -> str:
    return ", ".join([f"{plan.progress.percent} %", *(f"{count} {words}" for count, words in _counts(plan))])


def _why(plan: Plan, phases: list[Reading]) -> str:
    """How the percentage came about, in a sentence; empty where there is none."""
    progress = plan.progress
    if progress.percent is None:
        return ""
    if progress.basis != "phases":
        return f"Counted from its tasks: {progress.done} ÷ {progress.total}, rounded down."
    counted = [phase for phase in phases if phase.item.effective_state not in ("cancelled", "deferred")]
    left_out = len(phases) - len(counted)
    text = "The mean of its phases, each weighing the same"
    if 1 < len(counted) <= IN_SUM:
        text += f": ({' + '.join(_share(phase) for phase in counted)}) ÷ {len(counted)}"
    text += f" = {progress.percent} %, rounded down."
    if left_out:
        text += f" {left_out} cancelled or deferred {'phase is' if left_out == 1 else 'phases are'} left out."
    return text


def _share(phase: Reading) -> str:
    """A phase's exact share: its tasks as a fraction, or all or nothing by its state."""
    progress = phase.item.progress
    if progress.basis == "tasks" and progress.total:
        return f"{progress.done}/{progress.total}"
    return "1" if progress.percent == 100 else "0"
