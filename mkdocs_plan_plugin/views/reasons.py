"""Why a plan needs attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.rules.registry import warned_of
from mkdocs_plan_plugin.views.due import Reason, dates_of
from mkdocs_plan_plugin.views.html import sentence, shortened
from mkdocs_plan_plugin.views.phases import numbered, numbered_step
from mkdocs_plan_plugin.views.words import HEALTH, STATES, Counts, Words

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Contradiction, Health, Phase, Plan
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context

REASONS: Words = {
    "late": "Late",
    "blocked": "Blocked",
    "phase-blocked": "Phase blocked",
    "off-track": "Off track",
    "due-soon": "Due soon",
    "at-risk": "At risk",
    "exposed": "Exposed",
    "contradiction": "Contradicts itself",
    "unread": "Not read",
    "stale": "Stale",
    "waits": "Waits on",
    "undated": "No date",
}
"""What reasons are counted as, the gravest first."""
_FACTS: Words = {
    "state": "State is %(value)s and also %(other)s",
    "progress": "Progress is %(value)s and also %(other)s",
    "health": "Health is %(value)s and also %(other)s",
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


def reasons_of(entry: Entry, context: Context) -> list[Reason]:
    """Return every reason for which a plan needs attention, the gravest first.

    With hints also what only its author can put right: what could not be read, what contradicts itself.
    """
    language = context.language
    reasons = [
        *dates_of(entry, context),
        *_blocked(entry, language),
        *_health(entry, language),
        *_exposed(entry, language),
        *(_unread(entry.plan, language) if context.hints else ()),
        *(_contradictions(entry.plan, language) if context.hints else ()),
    ]
    reasons = [one if one.typed else one._replace(text=sentence(one.text)) for one in reasons]
    return sorted(reasons, key=lambda one: list(REASONS).index(one.kind))


def _health(entry: Entry, language: Language) -> list[Reason]:
    """What the author says of the health of a plan and its phases, and when, where that is not well."""
    plan = entry.plan
    if entry.over:
        return []
    those: list[tuple[int | None, Plan | Phase]] = [(None, plan)]
    those += ((at, phase) for at, phase in enumerate(plan.phases) if not phase.over)
    return [
        _unwell(one.health, plan, one.health_date, at, language)
        for at, one in those
        if one.health in ("at-risk", "off-track")
    ]


def _unwell(health: Health, plan: Plan, day: str | None, at: int | None, language: Language) -> Reason:
    """Tell who is not well, the plan or a phase, and the update that says so."""
    said = next((one for one in plan.updates if one.phase == at and one.date == day), None)
    phase = None if at is None else plan.phases[at]
    of, anchor = (_called(phase, language), phase.anchor) if phase else (language.say("As the plan says"), "")
    stated = of
    if said is not None:
        stated, anchor = language.say("Update of %(date)s", date=language.date(said.date)), said.anchor
        if said.text:
            stated = language.say("%(what)s: %(when)s", what=stated, when=shortened(said.text))
        if phase:
            stated = language.say("%(what)s: %(when)s", what=of, when=stated)
    return Reason(health, language.gettext(HEALTH[health]), stated, kind=health, anchor=anchor)


def _blocked(entry: Entry, language: Language) -> list[Reason]:
    """What holds a plan up: what it says itself goes first, red is for nothing else."""
    plan, waiting, typed = entry.plan, entry.waits, shortened(entry.plan.reason)
    found = []
    if entry.blocked:
        because = typed or ("" if waiting else language.say("Says so without a reason"))
        word = language.say("Blocked")
        found.append(Reason("blocked", word, because, waiting, kind="blocked", typed=bool(typed)))
    elif waiting or (typed and not entry.over and entry.standing != "on-hold"):
        stated = "" if entry.standing == "on-hold" else typed
        found.append(Reason("waits", language.say("Waits on"), stated, waiting, kind="waits", typed=True))
    if entry.unknown and not entry.over:
        names = language.gettext(", ").join(relation.text for relation in entry.unknown)
        because = language.say("Depends on %(names)s, which is no plan of this site", names=names)
        found.append(Reason("unknown", language.say("Unknown plan"), because, kind="waits"))
    for phase in plan.phases:
        if phase.effective_state == "blocked" and not entry.over:
            named = filter(None, (_called(phase, language), phase.reason))
            word = language.say("Phase blocked")
            found.append(Reason("blocked", word, ": ".join(named), kind="phase-blocked"))
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
            stated = (
                language.plural(
                    "%(num)s critical risk open, %(bare)s without a mitigation",
                    "%(num)s critical risks open, %(bare)s without a mitigation",
                    len(risks),
                    bare=bare,
                )
                if bare
                else language.plural("%(num)s critical risk open", "%(num)s critical risks open", len(risks))
            )
            found.append(Reason(level, language.say("Exposed"), stated, kind="exposed"))
        elif bare:
            stated = language.plural(
                "%(num)s high risk without a mitigation", "%(num)s high risks without a mitigation", bare
            )
            found.append(Reason(level, language.say("Exposed"), stated, kind="exposed"))
    return found


def _unread(plan: Plan, language: Language) -> list[Reason]:
    """What can't be told because a date or a state could not be read."""
    found = []
    for kind, forms in _UNREAD.items():
        those = [one for one in plan.left_out if one.kind == kind]
        if those:
            because, line = language.plural(*forms, len(those), text=those[0].text), those[0].line
            rule = next((one.code for one in plan.findings if one.line == line), "")
            word = language.say("Not read")
            found.append(Reason("unknown", word, because, kind="unread", rule=rule, line=line))
    return found


def _contradictions(plan: Plan, language: Language) -> list[Reason]:
    """What rules warn of; what they hold to be right, or are not asked, is no reason."""
    against = language.say("Contradicts itself")
    return [
        Reason("error", against, _both(one, plan, language), kind="contradiction", rule=rule, line=line)
        for one, rule, line in warned_of(plan)
    ]


def _both(one: Contradiction, plan: Plan, language: Language) -> str:
    """Return a statement and what speaks against it."""
    other = language.date(one.other)
    if one.kind in _COUNTS:
        other = language.plural(*_COUNTS[one.kind], one.of, some=one.count)
    elif one.other_state:
        other = language.gettext(STATES[one.other_state])
    value = language.date(one.value)
    if one.what == "health":
        value, other = (language.gettext(HEALTH.get(said, said)) for said in (one.value, one.other))
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
