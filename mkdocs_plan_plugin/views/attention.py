"""What needs attention, and why."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.rules.registry import told
from mkdocs_plan_plugin.views.phases import numbered, numbered_step
from mkdocs_plan_plugin.views.table import PlanRow, plan_row, waits
from mkdocs_plan_plugin.views.words import STATES, Counts, Words

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Contradiction, Phase, Plan
    from mkdocs_plan_plugin.portfolio import Entry, Relation
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 12
"""Plans that stand open."""
DUE_DAYS = 14
"""A target that is nearer than this is due."""
_FACTS: Words = {
    "state": "State is %(value)s and also %(other)s",
    "progress": "Progress is %(value)s and also %(other)s",
    "priority": "Priority is %(value)s and also %(other)s",
    "created": "Created is %(value)s and also %(other)s",
    "updated": "Updated is %(value)s and also %(other)s",
    "probability": "Risk probability is %(value)s and also %(other)s",
    "impact": "Risk impact is %(value)s and also %(other)s",
}
"""What is contradicted, by the fact."""
_COUNTS: Counts = {
    "open-phases": ("%(some)s of %(num)s phase not complete", "%(some)s of %(num)s phases not complete"),
    "begun-phases": ("%(some)s of %(num)s phase begun", "%(some)s of %(num)s phases begun"),
    "complete-phases": ("%(some)s of %(num)s phase complete", "%(some)s of %(num)s phases complete"),
    "open-tasks": ("%(some)s of %(num)s task not done", "%(some)s of %(num)s tasks not done"),
    "done-tasks": ("%(some)s of %(num)s task done", "%(some)s of %(num)s tasks done"),
    "open-criteria": ("%(some)s of %(num)s criterion open", "%(some)s of %(num)s criteria open"),
    "open-deliverables": ("%(some)s of %(num)s deliverable open", "%(some)s of %(num)s deliverables open"),
}
"""What was counted against a statement, by the kind of contradiction."""
_UNREAD: Counts = {
    "date": (
        "%(num)s date can’t be read: ‘%(text)s’",
        "%(num)s dates can’t be read, the first of them ‘%(text)s’",
    ),
    "state": (
        "%(num)s state can’t be read: ‘%(text)s’",
        "%(num)s states can’t be read, the first of them ‘%(text)s’",
    ),
}
"""What an author meant as a date or a state, and nobody could read."""


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
        reasons = reasons_of(entry, context.today, context.stale_after, context.language, hints=context.hints)
        if reasons:
            found.append(Concern(plan_row(entry, context.language), reasons))
    return {"cut": context.cut(found, MOST, "attention", lambda item: item.row.entry)}


def reasons_of(
    entry: Entry, today: dt.date, stale_after: int, language: Language, *, hints: bool = True
) -> list[Reason]:
    """Every reason for which a plan needs attention; `stale_after` counts days, 0 for never.

    With `hints` also what only its author can put right: what could not be read, what contradicts itself.
    """
    return [
        *_blocked(entry, language),
        *_exposed(entry, language),
        *dates_of(entry, today, stale_after, language),
        *(_unread(entry.plan, language) if hints else ()),
        *(_contradictions(entry.plan, language) if hints else ()),
    ]


def _blocked(entry: Entry, language: Language) -> list[Reason]:
    plan, waiting = entry.plan, waits(entry)
    found = []
    if entry.blocked and entry.working:
        because = plan.reason or ("" if waiting else language.say("Says so without a reason"))
        found.append(Reason("blocked", language.say("Blocked"), because, waiting))
    elif waiting:
        found.append(Reason("planning", language.say("Waits"), "", waiting))
    if entry.unknown and not entry.over:
        names = ", ".join(relation.text for relation in entry.unknown)
        because = language.say("Depends on %(names)s, which is no plan of this site", names=names)
        found.append(Reason("unknown", language.say("Unknown plan"), because))
    for phase in plan.phases:
        if phase.effective_state == "blocked" and not entry.over:
            named = filter(None, (_called(phase, language), phase.reason))
            found.append(Reason("blocked", language.say("Phase blocked"), ": ".join(named)))
    return found


def _called(phase: Phase, language: Language) -> str:
    return numbered(phase, language) or phase.word or language.say("Phase")


def _exposed(entry: Entry, language: Language) -> list[Reason]:
    if entry.over:
        return []
    found = []
    grave = [risk for risk in entry.plan.open_risks if risk.grave]
    for level in dict.fromkeys(risk.level or "unrated" for risk in grave):
        risks = [risk for risk in grave if risk.level == level]
        bare = sum(not risk.mitigation for risk in risks)
        if level == "critical" and risks:
            told = (
                language.plural(
                    "%(num)s critical risk open, %(bare)s without a mitigation",
                    "%(num)s critical risks open, %(bare)s without a mitigation",
                    len(risks),
                    bare=bare,
                )
                if bare
                else language.plural("%(num)s critical risk open", "%(num)s critical risks open", len(risks))
            )
            found.append(Reason(level, language.say("Exposed"), told))
        elif bare:
            told = language.plural(
                "%(num)s high risk without a mitigation", "%(num)s high risks without a mitigation", bare
            )
            found.append(Reason(level, language.say("Exposed"), told))
    return found


def dates_of(entry: Entry, today: dt.date, stale_after: int, language: Language) -> list[Reason]:
    """What the dates of a plan give to think about: a target near or past, no change for long."""
    plan = entry.plan
    found = []
    days = _until(plan.target, today)
    if days is not None and days < DUE_DAYS and not entry.over:
        word = language.say("Overdue") if days < 0 else language.say("Due")
        found.append(Reason("clock", word, _due(plan, days, language), field="target"))
    age = _until(plan.updated, today)
    if age is not None and 0 < stale_after < -age and entry.working:
        told = language.plural(
            "%(state)s, unchanged for %(num)s day",
            "%(state)s, unchanged for %(num)s days",
            -age,
            state=language.gettext(STATES[entry.standing]),
        )
        found.append(Reason("clock", language.say("Stale"), told, field="updated"))
    return found


def _due(plan: Plan, days: int, language: Language) -> str:
    """Return when a plan is due, and how far it is."""
    date = language.date(plan.written("target") or "")
    if days < 0:
        when = language.plural(
            "Target %(date)s, %(num)s day ago", "Target %(date)s, %(num)s days ago", -days, date=date
        )
    elif days:
        when = language.plural(
            "Target %(date)s, in %(num)s day", "Target %(date)s, in %(num)s days", days, date=date
        )
    else:
        when = language.say("Target %(date)s, today", date=date)
    if plan.progress.percent is None:
        return when
    return language.say("%(when)s, %(percent)s %% done", when=when, percent=plan.progress.percent)


def _unread(plan: Plan, language: Language) -> list[Reason]:
    """What can't be told because a date or a state could not be read."""
    found = []
    for kind, forms in _UNREAD.items():
        texts = [one.text for one in plan.left_out if one.kind == kind]
        if texts:
            because = language.plural(*forms, len(texts), text=texts[0])
            found.append(Reason("unknown", language.say("Not read"), because))
    return found


def _until(day: str | None, today: dt.date) -> int | None:
    """Days until a date, negative where it is past; None where there is none."""
    try:
        return (dt.date.fromisoformat(day or "") - today).days
    except ValueError:
        return None


def _contradictions(plan: Plan, language: Language) -> list[Reason]:
    """What rules warn of; what they hold to be right, or are not asked, is no reason."""
    against = language.say("Contradicts itself")
    return [Reason("error", against, _both(one, plan, language)) for one in told(plan)]


def _both(one: Contradiction, plan: Plan, language: Language) -> str:
    """Return a statement and what speaks against it."""
    other = language.date(one.other)
    if one.kind in _COUNTS:
        other = language.plural(*_COUNTS[one.kind], one.of, some=one.count)
    elif one.other_state:
        other = language.gettext(STATES[one.other_state])
    value = language.date(one.value)
    if one.phase is not None:
        phase = plan.phases[one.phase]
        what = _called(phase, language)
        if one.step is not None:
            what = numbered_step(phase.steps[one.step], language) or phase.steps[one.step].title
        return language.say("%(what)s is %(value)s and also %(other)s", what=what, value=value, other=other)
    english = _FACTS.get(one.what)
    if english is None:
        what = one.what.capitalize()
        return language.say("%(what)s is %(value)s and also %(other)s", what=what, value=value, other=other)
    return language.say(english, value=value, other=other)
