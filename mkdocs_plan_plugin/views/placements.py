"""Where the pieces of a plan page are, as lines of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from mkdocs_plan_plugin.settings import PIECES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs_plan_plugin.model import Checklist, Phase, Plan

ANCHOR = "anchor"
"""Kind of a mount that is no view: the page carries `Mount.anchor` there."""


class Placement(msgspec.Struct, frozen=True):
    """One place for one piece.

    `line` is the line of the heading or label in the file as written; 0 is the top of the page.
    `where` is seen from the block that starts on that line: `before` it, `after` it, or `inline`
    at the end of the line itself.
    """

    line: int
    kind: str
    """A plan piece of the registry (`card`, `phase-bar`, ...) or `anchor`."""
    index: int = 0
    """Into the plan's phases, checklists, risks or decisions; for a step's anchor into the steps."""
    where: Literal["before", "after", "inline"] = "after"
    anchor: str = ""


def pieces(plan: Plan, show: Collection[str] | None = None) -> list[str]:
    """The pieces that a page shows: its own `show`, else the site's, else all; without its `hide`."""
    chosen = plan.options.show if plan.options.show is not None else show
    return [name for name in PIECES if (chosen is None or name in chosen) and name not in plan.options.hide]


def placements(
    plan: Plan, show: Collection[str] | None = None, *, every_bar: bool = False
) -> list[Placement]:
    """All mounts of a page by line; on one line anchors come first, then pieces in their order.

    `show` is the site's choice of pieces, None for all. Whether a piece has anything to say is the
    view's to decide, except where it would be many times; with `every_bar` all headings of phases have
    a bar.
    """
    chosen = pieces(plan, show)
    rank = {name: at for at, name in enumerate((ANCHOR, *PIECES))}
    anchors = (placement for placement in _anchors(plan) if placement.anchor and placement.line)
    found = [
        *anchors,
        *(placement for placement in _pieces(plan, every_bar=every_bar) if placement.kind in chosen),
    ]
    if "phase-bar" in chosen:
        stated = {at for at, one in enumerate(plan.checklists) if _shown_by_bar(one, plan)}
        found = [
            placement
            for placement in found
            if placement.kind != "checklist-count" or placement.index not in stated
        ]
    return sorted(
        found,
        key=lambda placement: (
            placement.line,
            placement.where != "before",
            rank[placement.kind],
            placement.index,
        ),
    )


def _pieces(plan: Plan, *, every_bar: bool) -> Iterator[Placement]:
    yield Placement(plan.line, "banner")
    yield Placement(plan.line, "card")
    if plan.findings:
        yield Placement(plan.line, "findings")
    if plan.template:
        return
    yield from _of_phases(plan, every_bar=every_bar)
    for index, checklist in enumerate(plan.checklists):
        if checklist.total:
            yield Placement(
                checklist.line, "checklist-count", index, "after" if checklist.heading else "inline"
            )
    if plan.dependencies_line:
        yield Placement(plan.dependencies_line, "dependencies")
    if plan.risks and "risks" in plan.sections:
        yield Placement(plan.sections["risks"], "risk-matrix")
    for index, benchmark in enumerate(plan.benchmarks):
        if benchmark.verdict:
            yield Placement(benchmark.line, "verdict", index, "inline")


def _of_phases(plan: Plan, *, every_bar: bool) -> Iterator[Placement]:
    if not plan.phases:
        return
    if plan.phases_line:
        parted = any(phase.part for phase in plan.phases)  # the heading is that of the first
        line, before = plan.phases_line, parted
    else:
        line, before = plan.phases[0].line, True
    yield Placement(line, "stepper", where="before" if before else "after")
    if any(work.start or work.due for phase in plan.phases for work in (phase, *phase.steps)):
        yield Placement(line, "timeline", where="before" if before else "after")
    for index, phase in enumerate(plan.phases):
        if shows_bar(phase) or (every_bar and phase.heading):
            yield Placement(phase.line, "phase-bar", index)


def _shown_by_bar(checklist: Checklist, plan: Plan) -> bool:
    """True for a checklist that has all tasks of its phase: the phase's bar says the same."""
    first = next((task for task in plan.task_list if task.line > checklist.line), None)
    if first is None or first.phase is None:
        return False
    phase = plan.phases[first.phase]
    progress = phase.progress
    return shows_bar(phase) and (progress.done, progress.total) == (checklist.done, checklist.total)


def shows_bar(phase: Phase) -> bool:
    """False for a phase that is no heading, or of which nothing is known: a bar would only say so."""
    return phase.heading and (phase.effective_state is not None or phase.progress.total > 0)


def anchors(plan: Plan) -> frozenset[str]:
    """Every anchor that the page of a plan carries."""
    own = {placement.anchor for placement in _anchors(plan) if placement.line}
    return frozenset(own | {task.anchor for task in plan.task_list}) - {""}


def _anchors(plan: Plan) -> Iterator[Placement]:
    for role in ("success-criteria", "deliverables"):
        yield Placement(plan.sections.get(role, 0), ANCHOR, 0, "inline", f"plan-{role}")
    yield Placement(plan.benchmarks_line, ANCHOR, 0, "inline", "plan-benchmarks")
    for index, phase in enumerate(plan.phases):
        yield Placement(phase.line, ANCHOR, index, "inline", phase.anchor)
        for at, step in enumerate(phase.steps):
            yield Placement(step.line, ANCHOR, at, "inline", step.anchor)
    for index, risk in enumerate(plan.risks):
        yield Placement(risk.line, ANCHOR, index, "inline", risk.anchor)
    for index, update in enumerate(plan.updates):
        yield Placement(update.line, ANCHOR, index, "inline", update.anchor)
    for index, decision in enumerate(plan.decisions):
        yield Placement(decision.line, ANCHOR, index, "inline", decision.anchor)
