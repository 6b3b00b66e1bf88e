"""What changed between two versions of a plan, as one would tell a colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from mkdocs_plan_plugin.model import Finding, Level, Phase, Plan, Risk, State, Task, severity_rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Kind = Literal[
    "state",
    "document-state",
    "health",
    "phase-state",
    "phase-added",
    "phase-removed",
    "phase-date",
    "phase-owner",
    "task-done",
    "task-reopened",
    "task-state",
    "task-added",
    "task-removed",
    "task-reworded",
    "risk-added",
    "risk-removed",
    "risk-closed",
    "risk-reopened",
    "risk-graver",
    "risk-milder",
    "decision-added",
    "decision-status",
    "date",
    "owner",
    "priority",
    "title",
]
"""What changed: a fact of the plan, or one of the things in it."""

_DATES: tuple[Literal["start", "target", "due"], ...] = ("start", "target", "due")
_ALIKE = 0.7
"""From which likeness on two texts are one that was reworded."""
_COMPARED = 40
"""Texts on either side, at most, among which reworded ones are looked for: each is held to each."""

_T = TypeVar("_T")


class Change(msgspec.Struct, kw_only=True, frozen=True):
    """One change. `before` and `after` are what was and is there, None for nothing."""

    kind: Kind
    name: str = ""
    """The title or text of the phase, task, risk or decision; of a date its name."""
    before: str | None = None
    after: str | None = None
    line: int = 0
    """Where it is now; 0 for what is gone."""
    anchor: str = ""


class Figures(msgspec.Struct, kw_only=True, frozen=True):
    """The figures of a plan at one time."""

    state: State | None = None
    percent: int | None = None
    done: int = 0
    total: int = 0
    phases_complete: int = 0
    phases_total: int = 0
    risks_open: int = 0

    @classmethod
    def of(cls, plan: Plan) -> Figures:
        """Return those of a plan."""
        progress = plan.progress
        return cls(
            state=plan.effective_state,
            percent=progress.percent,
            done=progress.done,
            total=progress.total,
            phases_complete=progress.phases_complete,
            phases_total=progress.phases_total,
            risks_open=len(plan.open_risks),
        )


class PlanChange(msgspec.Struct, kw_only=True):
    """What changed of one plan. `before` is None for a new plan, `after` for one that is gone."""

    path: str
    title: str
    was: str = ""
    """The path that it had before, where that is another."""
    before: Figures | None = None
    after: Figures | None = None
    changes: list[Change] = msgspec.field(default_factory=list)
    findings_new: list[Finding] = msgspec.field(default_factory=list)
    findings_gone: list[Finding] = msgspec.field(default_factory=list)

    @property
    def anything(self) -> bool:
        """True if something is to be told."""
        return bool(
            self.changes or self.findings_new or self.findings_gone or self.was or self.before != self.after
        )

    def of(self, *kinds: Kind) -> list[Change]:
        """Return the changes of some kinds, in the order of the page."""
        return [change for change in self.changes if change.kind in kinds]


def compare(old: Plan | None, new: Plan | None) -> PlanChange:
    """Return what changed from one version of a plan to another, one of which may not be there."""
    shown = new or old
    if shown is None:
        message = "one of two versions must be there"
        raise ValueError(message)
    return PlanChange(
        path=shown.path,
        title=shown.title,
        was=old.path if old and new and old.path != new.path else "",
        before=Figures.of(old) if old else None,
        after=Figures.of(new) if new else None,
        changes=[*_changes(old, new)] if old and new else [],
    )


def _changes(old: Plan, new: Plan) -> Iterator[Change]:
    if old.title != new.title:
        yield Change(kind="title", before=old.title, after=new.title, line=new.line)
    for kind, fact in _FACTS.items():
        before, after = fact(old), fact(new)
        if before != after:
            yield Change(kind=kind, before=before, after=after)
    stated = []
    for date in _DATES:
        moved = getattr(old, date), getattr(new, date)
        if moved[0] != moved[1] and moved not in stated:  # one of target and due stands for both
            stated.append(moved)
            yield Change(kind="date", name=date, before=moved[0], after=moved[1])
    yield from _phases(old.phases, new.phases)
    yield from _tasks(old, new)
    yield from _risks(old.risks, new.risks)
    yield from _decisions(old, new)


_FACTS: dict[Kind, Callable[[Plan], str | None]] = {
    "state": lambda plan: plan.effective_state,
    "document-state": lambda plan: plan.document_state,
    "health": lambda plan: plan.health,
    "priority": lambda plan: plan.priority,
    "owner": lambda plan: plan.owner,
}


def _phases(old: Sequence[Phase], new: Sequence[Phase]) -> Iterator[Change]:
    for before, after in pairs(old, new, _name_of_phase, lambda phase: f"{phase.part} {phase.number}"):
        if after is None:
            if before is not None:
                yield Change(kind="phase-removed", name=named(before), before=before.effective_state)
        elif before is None:
            yield _about(after, "phase-added", named(after), None, after.effective_state)
        else:
            if before.effective_state != after.effective_state:
                states = before.effective_state, after.effective_state
                yield _about(after, "phase-state", named(after), *states)
            if before.due != after.due:
                yield _about(after, "phase-date", named(after), before.due, after.due)
            if before.owner != after.owner:
                yield _about(after, "phase-owner", named(after), before.owner, after.owner)


def named(phase: Phase) -> str:
    """Return what a phase is called: word, number and title."""
    head = f"{phase.word} {phase.number}".strip() if phase.number else ""
    return f"{head}: {phase.title}" if head and phase.title else head or phase.title


def _tasks(old: Plan, new: Plan) -> Iterator[Change]:
    def in_phase(plan: Plan) -> Callable[[Task], str]:
        return lambda task: _name_of_phase(plan.phases[task.phase]) if task.phase is not None else ""

    olds, news = ([task for task in plan.task_list if task.leaf] for plan in (old, new))
    matched = [*pairs(olds, news, lambda task: _plain(task.text))]
    lost = [before for before, after in matched if after is None and before]
    came = [after for before, after in matched if before is None and after]
    reworded = _reworded(lost, came, in_phase(old), in_phase(new))
    for before, after in matched:
        if before is not None and after is None:
            if id(before) not in reworded:
                yield Change(kind="task-removed", name=before.text, before=before.state)
            continue
        if after is None:
            continue
        same = before or reworded.get(id(after))
        if same is None:
            yield _about(after, "task-added", after.text, None, after.state)
            continue
        if same.state != after.state:
            yield _about(after, _task_kind(same, after), after.text, same.state, after.state)
        if _plain(same.text) != _plain(after.text):
            yield _about(after, "task-reworded", after.text, same.text, after.text)


def _task_kind(before: Task, after: Task) -> Kind:
    if after.state == "done":
        return "task-done"
    return "task-reopened" if before.state == "done" and after.open else "task-state"


def _reworded(
    lost: list[Task], came: list[Task], phase_then: Callable[[Task], str], phase_now: Callable[[Task], str]
) -> dict[int, Task]:
    """Return tasks that go on in other words: by the id of either, the old one."""
    found: dict[int, Task] = {}
    if max(len(lost), len(came)) > _COMPARED:
        return found
    for after in came:
        likest = max(
            (one for one in lost if id(one) not in found and phase_then(one) == phase_now(after)),
            key=lambda one: _likeness(one.text, after.text),
            default=None,
        )
        if likest is not None and _likeness(likest.text, after.text) >= _ALIKE:
            found[id(likest)] = found[id(after)] = likest
    return found


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - most histories rename nothing

    return SequenceMatcher(None, one[:300], other[:300], autojunk=False).ratio()


def _risks(old: Sequence[Risk], new: Sequence[Risk]) -> Iterator[Change]:
    for before, after in pairs(old, new, lambda risk: _plain(risk.title), lambda risk: risk.number):
        if after is None:
            if before is not None and before.open:
                yield Change(kind="risk-removed", name=before.title, before=before.level)
        elif before is None:
            if after.open:
                yield _about(after, "risk-added", after.title, None, after.level)
        elif before.open != after.open:
            kind: Kind = "risk-reopened" if after.open else "risk-closed"
            yield _about(after, kind, after.title, before.level, after.level)
        elif after.open and before.level != after.level:
            yield _about(after, _graver(before.level, after.level), after.title, before.level, after.level)


def _graver(before: Level | None, after: Level | None) -> Kind:
    return "risk-graver" if severity_rank(after) > severity_rank(before) else "risk-milder"


def _decisions(old: Plan, new: Plan) -> Iterator[Change]:
    for before, after in pairs(old.decisions, new.decisions, lambda one: _plain(one.title)):
        if after is None:
            continue
        if before is None:
            yield _about(after, "decision-added", after.title, None, after.status)
        elif before.status != after.status:
            yield _about(after, "decision-status", after.title, before.status, after.status)


def _about(item: object, kind: Kind, name: str, before: str | None, after: str | None) -> Change:
    line, anchor = getattr(item, "line", 0), getattr(item, "anchor", "")
    return Change(kind=kind, name=name, before=before, after=after, line=line, anchor=anchor)


def pairs(
    old: Sequence[_T], new: Sequence[_T], *keys: Callable[[_T], str]
) -> list[tuple[_T | None, _T | None]]:
    """Return what was beside what became of it, in the order of what is new; what is gone comes last.

    Things are the same whose first key is; among those left, whose next key is. Of several with one
    key the first goes with the first.
    """
    partner: dict[int, _T] = {}
    left_old, left_new = list(old), list(new)
    for key in keys:
        waiting: dict[str, list[_T]] = {}
        for one in left_old:
            if name := key(one).strip():
                waiting.setdefault(name, []).append(one)
        for each in left_new:
            if found := waiting.get(key(each).strip()):
                partner[id(each)] = found.pop(0)
        taken = {id(one) for one in partner.values()}
        left_old = [one for one in left_old if id(one) not in taken]
        left_new = [one for one in left_new if id(one) not in partner]
    return [*((partner.get(id(each)), each) for each in new), *((one, None) for one in left_old)]


def _name_of_phase(phase: Phase) -> str:
    return _plain(f"{phase.part} {phase.title}" if phase.title else "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def totals(changes: Iterable[PlanChange]) -> dict[str, int]:
    """Return the figures of several changes, by the names that conditions may use."""
    changed = list(changes)
    counts = {
        "plans": len(changed),
        "plans_added": sum(one.before is None for one in changed),
        "plans_removed": sum(one.after is None for one in changed),
    }
    for name, kind in _COUNTED.items():
        counts[name] = sum(len(one.of(kind)) for one in changed)
    new = [finding for one in changed for finding in one.findings_new]
    counts["findings_new"] = len(new)
    counts["errors_new"] = sum(finding.severity == "error" for finding in new)
    counts["warnings_new"] = sum(finding.severity != "info" for finding in new)
    counts["findings_gone"] = sum(len(one.findings_gone) for one in changed)
    counts["critical_risks_new"] = sum(
        change.after == "critical" for one in changed for change in one.of(*_EXPOSING)
    )
    counts["progress_lost"] = sum(
        (one.before.percent or 0) > (one.after.percent or 0) for one in changed if one.before and one.after
    )
    counts["dates_slipped"] = sum(
        change.name != "start" and (change.after or "") > (change.before or change.after or "")
        for one in changed
        for change in one.of("date", "phase-date")
    )
    return counts


_EXPOSING: tuple[Kind, ...] = ("risk-added", "risk-graver", "risk-reopened")
_COUNTED: dict[str, Kind] = {
    "tasks_done": "task-done",
    "tasks_reopened": "task-reopened",
    "tasks_added": "task-added",
    "tasks_removed": "task-removed",
    "phases_moved": "phase-state",
    "risks_new": "risk-added",
    "risks_graver": "risk-graver",
    "risks_closed": "risk-closed",
}
