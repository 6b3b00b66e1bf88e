"""The status card of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_plan_plugin.model import Phase
from mkdocs_plan_plugin.views.due import dates_of
from mkdocs_plan_plugin.views.next import pointers
from mkdocs_plan_plugin.views.phases import ShownPhase, read_phase
from mkdocs_plan_plugin.views.table import open_by_level
from mkdocs_plan_plugin.views.tips import named
from mkdocs_plan_plugin.views.words import DOCUMENT_STATES, PRIORITIES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Plan, Update
    from mkdocs_plan_plugin.views.context import Context, Facts

IN_SUM = 12
"""Phases whose shares are written out as a sum."""


def card(context: Context) -> Facts:
    """Everything a card says; a template page gets a card that says so."""
    plan, entry, language = context.shown, context.entry(), context.language
    if plan.template:
        return {"template": True}
    standing = entry.standing
    phases = [read_phase(phase, language) for phase in plan.phases]
    held = {relation.plan.path for relation in entry.waits if relation.plan is not None}
    done = [r for r in entry.depends_on if r.plan is not None and r.plan.path not in held]
    risks = open_by_level(plan)
    tags = [PRIORITIES.get(plan.priority or ""), DOCUMENT_STATES.get(_document_state(plan))]
    return {
        "state": standing,
        "was": plan.state if standing == "superseded" else None,
        "tags": [language.gettext(tag) for tag in tags if tag],
        "phases": phases,
        "counts": _counts(plan, language),
        "why": _why(plan, phases, language),
        "value": _value(plan, language),
        "pointers": pointers(entry, language),
        "waits": entry.waits,
        "needs": [relation for relation in done if relation.plan is not plan],
        "unknown": entry.unknown,
        "needed_by": [context.portfolio.entry(other) for other in entry.needed_by],
        "successor": entry.superseded_by,
        "supersedes": entry.supersedes,
        "dates": dates_of(entry, context),
        "update": plan.updates[0] if plan.updates else None,
        "health_at": next((one.anchor for one in plan.updates if _tells_health(one, plan)), ""),
        "named": {level: named(plan, level) for level, _ in risks},
        "risks": [(level, count, _first(plan, level)) for level, count in risks],
    }


def _tells_health(update: Update, plan: Plan) -> bool:
    return update.phase is None and update.date == plan.health_date


def _document_state(plan: Plan) -> str:
    """The document's state where it says more than the work's."""
    return plan.document_state if plan.document_state in ("draft", "review", "archived") else ""


def _first(plan: Plan, level: str) -> str:
    """Anchor of the first open risk of a level."""
    return next(risk.anchor for risk in plan.open_risks if (risk.level or "unrated") == level)


def _counts(plan: Plan, language: Language) -> list[Markup]:
    """`3 of 7 phases complete` and `40 of 70 tasks done`; what there is none of is left out."""
    progress = plan.progress
    counts = []
    if progress.phases_total:
        counts.append(
            language.plural(
                "<b>%(done)s</b> of %(num)s phase complete",
                "<b>%(done)s</b> of %(num)s phases complete",
                progress.phases_total,
                done=progress.phases_complete,
            )
        )
    if progress.total:
        counts.append(
            language.plural(
                "<b>%(done)s</b> of %(num)s task done",
                "<b>%(done)s</b> of %(num)s tasks done",
                progress.total,
                done=progress.done,
            )
        )
    return [Markup(count) for count in counts]  # noqa: S704 - our own words around numbers


def _value(plan: Plan, language: Language) -> str:
    counts = (count.striptags() for count in _counts(plan, language))
    return language.gettext(", ").join([f"{plan.progress.percent} %", *counts])


def _why(plan: Plan, phases: list[ShownPhase], language: Language) -> str:
    """How the percentage came about, in a sentence; empty where there is none."""
    progress = plan.progress
    if progress.percent is None:
        return ""
    if progress.basis != "phases":
        return language.say(
            "Counted from its tasks: %(done)s ÷ %(total)s, rounded down.",
            done=progress.done,
            total=progress.total,
        )
    counted = [phase for phase in phases if phase.item.counts]
    left_out = len(phases) - len(counted)
    if 1 < len(counted) <= IN_SUM:
        text = language.say(
            "The mean of its phases, each weighing the same: (%(sum)s) ÷ %(phases)s = %(percent)s %%,"
            " rounded down.",
            sum=" + ".join(_share(phase) for phase in counted),
            phases=len(counted),
            percent=progress.percent,
        )
    else:
        text = language.say(
            "The mean of its phases, each weighing the same = %(percent)s %%, rounded down.",
            percent=progress.percent,
        )
    if left_out:
        text += " " + language.plural(
            "%(num)s cancelled or deferred phase is left out.",
            "%(num)s cancelled or deferred phases are left out.",
            left_out,
        )
    return text


def _share(phase: ShownPhase) -> str:
    """A phase's exact share: its tasks as a fraction, or all or nothing by its state."""
    progress = phase.item.progress
    if progress.basis == "tasks" and progress.total:
        return f"{progress.done}/{progress.total}"
    if progress.basis == "steps" and isinstance(phase.item, Phase):
        return "{}/{}".format(*phase.item.steps_complete)
    return "1" if progress.percent == 100 else "0"
