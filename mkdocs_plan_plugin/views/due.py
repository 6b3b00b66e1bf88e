"""What the dates of a plan give to think about, in words: late, due soon, without a date, not updated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.schedule import Judged, Matter, judge
from mkdocs_plan_plugin.views.html import plain
from mkdocs_plan_plugin.views.phases import numbered, numbered_step
from mkdocs_plan_plugin.views.words import STATES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Dated, Plan
    from mkdocs_plan_plugin.portfolio import Entry, Relation
    from mkdocs_plan_plugin.views.context import Context

MOST = 3
"""Phases and steps that are told one by one; tasks are only counted."""


class Reason(NamedTuple):
    """One thing that needs attention: shape, word and a sentence, with links to other plans."""

    meaning: str
    word: str
    text: str
    relations: tuple[Relation, ...] = ()
    field: str = ""
    """The date of the plan that gives it, `due` or `updated`."""
    kind: str = ""
    """What it is counted as; see `words.REASONS`."""
    anchor: str = ""
    """The place in the plan that it speaks of."""
    days: int = 0
    """How long it is late."""
    typed: bool = False
    """True for a text of the plan's author."""
    rule: str = ""
    """The rule that finds it, where one does."""
    line: int = 0
    """The line of the plan that it is about; 0 for none."""


def judged(entry: Entry, context: Context) -> list[Judged]:
    """Return the judgement on a plan's dates."""
    return judge(
        entry.plan,
        context.today,
        due_soon=context.due_soon,
        stale_after=context.stale_after,
        over=entry.over,
        working=entry.working,
    )


def dates_of(entry: Entry, context: Context) -> list[Reason]:
    """Return what the dates of a plan give to think about: late before due soon, the oldest first."""
    plan, language, found = entry.plan, context.language, judged(entry, context)
    reasons: list[Reason] = []
    for matter in ("late", "due-soon"):
        those = [one for one in found if one.matter == matter]
        reasons += [_of_plan(plan, one, language) for one in those if one.of_plan]
        parts = [one for one in those if one.phase is not None and one.task is None]
        reasons += [_of_part(plan, one, language) for one in parts[:MOST]]
        if left := parts[MOST:]:
            reasons.append(_more(matter, left, language))
        if tasks := [one for one in those if one.task is not None]:
            reasons.append(_of_tasks(plan, matter, tasks, language))
    for one in found:
        if one.matter == "stale":
            stated = language.plural(
                "%(state)s, unchanged for %(num)s day",
                "%(state)s, unchanged for %(num)s days",
                one.days,
                state=language.gettext(STATES[entry.standing]),
            )
            reasons.append(Reason("clock", language.say("Stale"), stated, field="updated", kind="stale"))
        elif one.matter == "undated":
            state = language.gettext(STATES[entry.standing])
            stated = language.say("%(state)s, and nothing says until when", state=state)
            reasons.append(Reason("undated", language.say("No date"), stated, kind="undated"))
    return reasons


def _word(matter: Matter, days: int, language: Language) -> str:
    if matter == "late":
        return language.say("Late")
    return language.say("Due soon") if days else language.say("Due today")


def _of_plan(plan: Plan, one: Judged, language: Language) -> Reason:
    when = due_when(plan.written("due"), one, language)
    if plan.progress.percent is not None:
        when = language.say("%(when)s, %(percent)s %% done", when=when, percent=plan.progress.percent)
    word = _word(one.matter, one.days, language)
    return Reason(one.matter, word, when, field="due", kind=one.matter, days=_late(one))


def _late(one: Judged) -> int:
    return one.days if one.matter == "late" else 0


def _of_part(plan: Plan, one: Judged, language: Language) -> Reason:
    """Return the reason that a phase or step gives."""
    work, name, anchor = part_of(plan, one, language)
    stated = language.say("%(what)s: %(when)s", what=name, when=due_when(work.written("due"), one, language))
    word = _word(one.matter, one.days, language)
    return Reason(one.matter, word, stated, kind=one.matter, anchor=anchor, days=_late(one))


def part_of(plan: Plan, one: Judged, language: Language) -> tuple[Dated, str, str]:
    """Return the phase or step that a judgement is on, what it is called, and its anchor."""
    phase = plan.phases[one.phase or 0]
    if one.step is None:
        return phase, numbered(phase, language) or plain(phase.title), phase.anchor
    step = phase.steps[one.step]
    return step, numbered_step(step, language) or plain(step.title), step.anchor


def _more(matter: Matter, left: list[Judged], language: Language) -> Reason:
    stated = language.plural("%(num)s more phase or step", "%(num)s more phases or steps", len(left))
    return Reason(matter, _word(matter, 1, language), stated, kind=matter, days=_late(left[0]))


def _of_tasks(plan: Plan, matter: Matter, tasks: list[Judged], language: Language) -> Reason:
    """Return one reason for all tasks: how many, and when the first of them is or was due."""
    first = plan.task_list[tasks[0].task or 0]
    when = due_when(first.written("due"), tasks[0], language)
    stated = language.plural(
        "%(num)s task: %(when)s", "%(num)s tasks, the first %(when)s", len(tasks), when=when
    )
    word = _word(matter, tasks[0].days, language)
    return Reason(matter, word, stated, kind=matter, anchor=first.anchor, days=_late(tasks[0]))


def due_when(written: str | None, one: Judged, language: Language) -> str:
    """Return when something was due or is, and how long ago or until then."""
    date = language.date(written or "")
    if one.matter == "late":
        return language.plural(
            "due %(date)s, %(num)s day ago", "due %(date)s, %(num)s days ago", one.days, date=date
        )
    if not one.days:
        return language.say("due %(date)s, today", date=date)
    return language.plural(
        "due %(date)s, in %(num)s day", "due %(date)s, in %(num)s days", one.days, date=date
    )
