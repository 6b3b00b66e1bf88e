"""Who has what: for each owner what is late, blocked, in hand or next, of plans down to tasks, and risks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.portfolio import current_phase
from mkdocs_plan_plugin.views.phases import numbered, titled
from mkdocs_plan_plugin.views.work import owner_of, todos_of
from mkdocs_plan_plugin.vocabulary.owners import names_of

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Dated, Phase, Plan
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context, Facts

MOST = 30
"""People who are open."""
IN_PART = 5
"""Things of one kind that are named; the others are counted."""


class OwnedWork(NamedTuple):
    """A plan, phase, step, task or risk that somebody has."""

    plan: Plan
    name: str
    anchor: str
    work: Dated | None
    """None for a plan or a risk."""
    meaning: str
    due: str
    late: bool


class Assignments(NamedTuple):
    """What somebody has of one kind: `late`, `blocked`, `in-progress`, `next`, `risk`."""

    kind: str
    total: int
    things: list[OwnedWork]


class Person(NamedTuple):
    """A person or team; without a name what nobody owns."""

    name: str
    plans: list[Entry]
    open: int
    """Open tasks."""
    late: int
    parts: list[Assignments]


KINDS = ("late", "blocked", "in-progress", "next", "risk")


def people(context: Context) -> Facts:
    """Each owner with what they have, most open work first; what nobody owns is last."""
    found: dict[str, dict[str, list[OwnedWork]]] = {}
    plans: dict[str, list[Entry]] = {}
    open_: dict[str, int] = {}

    def add(owner: str | None, kind: str, thing: OwnedWork) -> None:
        for name in names_of(owner) or ("",):
            found.setdefault(name, {}).setdefault(kind, []).append(thing)

    for entry in context.live():
        if entry.over:
            continue
        for name in names_of(entry.plan.owner) or ("",):
            plans.setdefault(name, []).append(entry)
            found.setdefault(name, {})
        for owner, kind, thing in _of_plan(entry, context.language):
            add(owner, kind, thing)
        for todo in todos_of(entry):
            for name in names_of(todo.owner) or ("",):
                open_[name] = open_.get(name, 0) + 1
    everyone = [
        Person(
            name,
            plans.get(name, []),
            open_.get(name, 0),
            len(kinds.get("late", ())),
            [Assignments(kind, len(kinds[kind]), kinds[kind][:IN_PART]) for kind in KINDS if kind in kinds],
        )
        for name, kinds in found.items()
    ]
    everyone.sort(key=lambda one: (not one.name, -one.open, -one.late, one.name.casefold()))
    shown = [one for one in everyone if one.name or one.parts]
    return {"people": shown[:MOST], "left": max(0, len(shown) - MOST)}


def _of_plan(entry: Entry, language: Language) -> Iterator[tuple[str | None, str, OwnedWork]]:
    """Yield what there is to be done in a plan, with its owner and its kind; each thing once."""
    plan = entry.plan
    if plan.late:
        yield plan.owner, "late", OwnedWork(plan, "", "", None, "late", plan.written("due") or "", late=True)
    now = current_phase(entry)
    for phase in plan.phases:
        kind = _kind(phase, now)
        if kind:
            name = titled(numbered(phase, language), phase.title)
            yield owner_of(entry, phase), kind, _thing(plan, name, phase.anchor, phase, kind)
        for step in phase.steps:
            if step.late or (step.owner and step.in_hand and not phase.over):
                kind = (
                    "late" if step.late else "blocked" if step.effective_state == "blocked" else "in-progress"
                )
                yield (
                    step.owner or owner_of(entry, phase),
                    kind,
                    _thing(plan, step.title, step.anchor, step, kind),
                )
    for todo in todos_of(entry):
        task = todo.task
        if task.late or task.state in ("blocked", "in-progress"):
            kind = "late" if task.late else task.state
        elif task.owner or task.due:
            kind = "next"
        else:
            continue
        yield todo.owner, kind, _thing(plan, task.text, task.anchor, task, kind)
    for risk in plan.open_risks:
        if risk.owner:
            meaning = risk.level or "unrated"
            yield risk.owner, "risk", OwnedWork(plan, risk.title, risk.anchor, None, meaning, "", late=False)


def _kind(phase: Phase, now: Phase | None) -> str:
    if phase.late:
        return "late"
    if phase.effective_state == "blocked":
        return "blocked"
    if phase.effective_state == "in-progress":
        return "in-progress"
    return "next" if phase is now else ""


def _thing(plan: Plan, name: str, anchor: str, work: Dated, kind: str) -> OwnedWork:
    meaning = "pending" if kind == "next" else kind
    return OwnedWork(plan, name, anchor, work, meaning, work.written("due") or "", work.late)
