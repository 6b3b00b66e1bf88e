"""A plan over time: what its versions said, and what follows from them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.history.changes import pairs
from mkdocs_plan_plugin.model import IN_HAND, LEFT_OUT, Level, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.model import Phase, Plan


class PhaseThen(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A phase as a version had it."""

    part: str = ""
    number: str = ""
    title: str = ""
    state: State | None = None

    @classmethod
    def of(cls, phase: Phase) -> PhaseThen:
        """Return what is kept of a phase."""
        return cls(part=phase.part, number=phase.number, title=phase.title, state=phase.effective_state)


class Snapshot(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What one version of a plan said, as far as it is followed over time."""

    state: State | None = None
    percent: int | None = None
    done: int = 0
    total: int = 0
    phases: tuple[PhaseThen, ...] = ()
    risks: dict[Level, int] = {}
    """Open risks by level."""
    unrated: int = 0
    """Open risks without a level."""

    @classmethod
    def of(cls, plan: Plan) -> Snapshot:
        """Return what is kept of a version."""
        risks: dict[Level, int] = {}
        unrated = 0
        for risk in plan.open_risks:
            if risk.level is None:
                unrated += 1
            else:
                risks[risk.level] = risks.get(risk.level, 0) + 1
        return cls(
            state=plan.effective_state,
            percent=plan.progress.percent,
            done=plan.progress.done,
            total=plan.progress.total,
            phases=tuple(map(PhaseThen.of, plan.phases)),
            risks=risks,
            unrated=unrated,
        )


class Point(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A version of a plan on a day. `commit` is empty for what is not committed yet."""

    day: dt.date
    commit: str
    plan: Snapshot


class WorkAmount(msgspec.Struct, frozen=True, kw_only=True):
    """How much work there was on a day: what was done, and all that was to be."""

    day: dt.date
    done: int
    total: int


class PhaseSpan(msgspec.Struct, frozen=True, kw_only=True):
    """When a phase was worked on; None for not yet, or not known to have been otherwise."""

    begun: dt.date | None = None
    done: dt.date | None = None
    begun_before: bool = False
    """True where it had begun on that day already, and nothing older is known."""
    done_before: bool = False


class History(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a plan over time, the oldest first; the last point is the plan as it is shown."""

    points: tuple[Point, ...] = ()
    whole: bool = True
    """False where older versions are not known: of a shallow clone, or behind the option's limit."""
    waiting: int = 0
    """Versions that have not been read yet."""

    @property
    def since(self) -> dt.date | None:
        """The day from which on it is known."""
        return self.points[0].day if self.points else None

    @property
    def unit(self) -> str:
        """What its work is counted in: tasks, or phases where it never had a task."""
        return "tasks" if any(point.plan.total for point in self.points) else "phases"

    @property
    def work(self) -> list[WorkAmount]:
        """The work day by day of a version."""
        if self.unit == "tasks":
            return [
                WorkAmount(day=point.day, done=point.plan.done, total=point.plan.total)
                for point in self.points
            ]
        return [_phases_done(point) for point in self.points]

    def spans(self) -> list[PhaseSpan]:
        """Return when the phases of the last version were worked on, in their order.

        A phase is followed by its title, or by its number where that was another.
        """
        if not self.points:
            return []
        now = self.points[-1].plan.phases
        followed: list[list[tuple[dt.date, State | None]]] = [[] for _ in now]
        at: dict[int, int] = {id(phase): index for index, phase in enumerate(now)}
        later: Sequence[PhaseThen] = now
        for point in reversed(self.points):
            earlier = point.plan.phases
            if earlier is not later:
                found = pairs(earlier, later, _title, _number)
                at = {
                    id(before): at[id(after)]
                    for before, after in found
                    if before is not None and after is not None and id(after) in at
                }
            for phase in earlier:
                if id(phase) in at:
                    followed[at[id(phase)]].append((point.day, phase.state))
            later = earlier
        first = self.points[0].day
        return [_span(states[::-1], first, whole=self.whole) for states in followed]


def _phases_done(point: Point) -> WorkAmount:
    counted = [phase for phase in point.plan.phases if phase.state not in LEFT_OUT]
    done = sum(phase.state == "complete" for phase in counted)
    return WorkAmount(day=point.day, done=done, total=len(counted))


def _span(states: Sequence[tuple[dt.date, State | None]], first: dt.date, *, whole: bool) -> PhaseSpan:
    begun = next((day for day, state in states if state in (*IN_HAND, "complete")), None)
    done = None
    for day, state in reversed(states):
        if state != "complete":
            break
        done = day
    known_from = None if whole else first
    return PhaseSpan(
        begun=begun,
        done=done,
        begun_before=begun is not None and begun == known_from,
        done_before=done is not None and done == known_from,
    )


def _title(phase: PhaseThen) -> str:
    return f"{phase.part} {phase.title}".casefold() if phase.title else ""


def _number(phase: PhaseThen) -> str:
    return f"{phase.part} {phase.number}" if phase.number else ""


def together(histories: Sequence[History]) -> list[WorkAmount]:
    """Return the work of several plans on each day that one of them changed."""
    days = sorted({point.day for history in histories for point in history.points})
    works = [history.work for history in histories]
    places = [-1] * len(works)
    found = []
    for day in days:
        for index, work in enumerate(works):
            while places[index] + 1 < len(work) and work[places[index] + 1].day <= day:
                places[index] += 1
        now = [work[place] for work, place in zip(works, places, strict=True) if place >= 0]
        found.append(
            WorkAmount(day=day, done=sum(one.done for one in now), total=sum(one.total for one in now))
        )
    return found
