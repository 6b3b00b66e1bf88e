"""One plan on a time scale: a lane per phase with its steps, on the plan's page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views.lanes import Bar, ends_of, tracks, when, work_of
from mkdocs_plan_plugin.views.phases import ShownPhase, read_phase, read_step
from mkdocs_plan_plugin.views.timescale import scale_of

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Phase
    from mkdocs_plan_plugin.views.context import Context, Facts


class PhaseLane(NamedTuple):
    """A phase with its bar and those of its steps."""

    phase: ShownPhase
    when: str
    tracks: list[list[Bar]]


def timeline(context: Context) -> Facts | None:
    """Return the phases of a plan on one scale; None where none has a date, nor a step."""
    plan, language = context.shown, context.language
    days = [day for phase in plan.phases for day in _days(phase)]
    scale = scale_of([*days, *([] if context.entry().over else [context.today])] if days else [])
    if scale is None:
        return None
    lanes = []
    for phase in plan.phases:
        if _days(phase):
            inside = [read_phase(phase, language), *(read_step(step, language) for step in phase.steps)]
            works = [work_of(one, language) for one in inside if ends_of(one.item).days]
            lanes.append(PhaseLane(inside[0], when(phase, language), tracks(works, scale, context.today)))
    return {
        "lanes_of": lanes,
        "rest": [read_phase(phase, language) for phase in plan.phases if not _days(phase)],
        "marks": scale.marks(language),
        "today": scale.place(context.today) if scale.holds(context.today) else None,
    }


def _days(phase: Phase) -> list[dt.date]:
    return [day for work in (phase, *phase.steps) for day in ends_of(work).days]
