"""An explanation as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mkdocs_plan_plugin.cli.explanation import Explanation
from mkdocs_plan_plugin.cli.no_plan import NoPlan
from mkdocs_plan_plugin.cli.terminal import aligned, cut, ranges, wrapped
from mkdocs_plan_plugin.one_line import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plan_plugin.cli.explanation import Counted, PhaseExplained, RiskExplained
    from mkdocs_plan_plugin.model import Contradiction, Why

_COLOURS = {"complete": "green", "in-progress": "cyan", "blocked": "red", "on-hold": "yellow"}
_LEVELS = {"critical": "red", "high": "red", "medium": "yellow", "low": "green"}


_COUNTED = {
    "open-phases": "phases not complete",
    "begun-phases": "phases begun",
    "complete-phases": "phases complete",
    "open-tasks": "tasks not done",
    "done-tasks": "tasks done",
    "open-criteria": "criteria open",
    "open-deliverables": "deliverables open",
}
"""What is counted against a statement, by the kind of contradiction."""


def as_text(found: Explanation | NoPlan) -> Iterator[str]:
    """Yield the lines of an explanation."""
    if isinstance(found, NoPlan):
        yield from _no_plan(found)
        return
    yield click.style(cut(one_line(found.title or found.path), 100), bold=True)
    yield from wrapped(f"{found.path} is a plan: {_reason(found.why)}", 0)
    if found.why.dialect:
        yield from wrapped(f"Dialect {found.why.dialect}.", 0)
    for title, lines in (
        ("Figures", _figures(found)),
        ("Sections", _sections(found)),
        ("Phases", _phases(found)),
        ("Risks", _risks(found)),
        ("Typed figures", _typed(found)),
        ("Contradictions", _contradictions(found)),
        ("Left out", _left_out(found)),
    ):
        yield ""
        yield click.style(title, bold=True)
        yield from lines


def _no_plan(found: NoPlan) -> Iterator[str]:
    yield from wrapped(f"{found.path} is not a plan: {found.reason}", 0)
    if found.traits:
        yield from wrapped(f"Traits it has: {', '.join(found.traits)}.", 0)
    if found.missing:
        yield from wrapped(f"Traits it lacks: {', '.join(found.missing)}.", 0)
    yield from wrapped(found.add, 0)


_NAMED = (
    "it was named, and has enough traits of one (a site finds it where 'include' names it, or by 'plan: true'"
    " in its front matter)"
)


def _reason(why: Why) -> str:
    reason = {
        "front matter": "its front matter says so",
        "tag": "a tag in its front matter says so",
        "category": "its category says so",
        "include": "it matches 'include' and has enough traits of one",
        "dialect": "it is written in a dialect that is known",
        "traits": "it has so many traits of one that nothing else is asked",
        "path": "it matches --plans" if why.detail else _NAMED,
    }.get(why.by, why.by)
    detail = f" ({why.detail})" if why.detail else ""
    traits = f"; traits: {', '.join(why.traits)}" if why.traits else ""
    return f"{reason}{detail}{traits}."


def _figures(found: Explanation) -> Iterator[str]:
    progress = found.progress
    percent = "no progress recorded" if progress.percent is None else f"{progress.percent} %"
    stated = f", line {found.state_line}" if found.state_line else ""
    text = f" '{one_line(found.state_text)}'" if found.state_text else ""
    text = text or {"phases": ", from its phases", "path": ", from its path"}.get(found.state_from or "", "")
    yield from aligned(
        [
            ("state", f"{found.effective_state or 'unknown'}{stated}{text}"),
            ("progress", f"{percent}, basis: {progress.basis or 'none'}"),
            ("phases", f"{progress.phases_complete} of {progress.phases_total} complete"),
            (
                "tasks",
                f"{progress.done} of {progress.total} that count are done"
                if progress.total
                else "none that count",
            ),
        ],
        (16, 78),
    )
    if found.phases:
        yield from wrapped(f"Tasks outside phases: {_numbers(found.tasks_outside)}.")
    else:
        yield from wrapped(f"Tasks on the page: {_numbers(found.tasks_outside)}.")
    yield from wrapped(f"Rule: {found.rule}.")
    if found.sum:
        yield from wrapped(f"Sum: {found.sum}")


def _numbers(tasks: Counted) -> str:
    """Return how many tasks stand somewhere and which of them count."""
    counted = len(tasks.closed) + len(tasks.open)
    if not counted and not tasks.cancelled_or_deferred:
        return "none"
    parts = [f"{len(tasks.closed)} of {counted} done"]
    if tasks.closed:
        parts.append(f"done: line {ranges(tasks.closed)}")
    if tasks.open:
        parts.append(f"not done: line {ranges(tasks.open)}")
    if tasks.cancelled_or_deferred:
        parts.append(f"not counted (cancelled or deferred): line {ranges(tasks.cancelled_or_deferred)}")
    if tasks.containers:
        parts.append(f"not counted (their sub-tasks do): line {ranges(tasks.containers)}")
    return "; ".join(parts)


def _sections(found: Explanation) -> Iterator[str]:
    if not found.sections:
        yield "  none recognised"
    yield from aligned(
        [(part.role, f"line {part.line}", part.heading) for part in found.sections], (20, 11, 63)
    )


def _phases(found: Explanation) -> Iterator[str]:
    if not found.phases:
        yield "  none"
    for phase in found.phases:
        yield from _phase(phase)


def _phase(phase: PhaseExplained) -> Iterator[str]:
    state = phase.effective_state or "unknown"
    percent = "–" if phase.progress.percent is None else f"{phase.progress.percent} %"
    called = f"{phase.word} {phase.number}".strip()
    part = f"{phase.part} · " if phase.part else ""
    name = cut(one_line(part + (f"{called}: {phase.title}" if called else phase.title)), 64)
    yield f"  {name}  line {phase.line}  {click.style(state, fg=_COLOURS.get(state))}  {percent}"
    stated = (
        f", line {phase.state_line}: '{phase.state_text}'" if phase.state_from and phase.state_text else ""
    )
    yield from wrapped(f"state from {phase.origin}{stated}", 6)
    yield from wrapped(f"tasks: {_numbers(phase.tasks)}", 6)
    yield from wrapped(f"progress: {phase.rule}", 6)


def _risks(found: Explanation) -> Iterator[str]:
    if not found.risks:
        yield "  none"
    rows = [
        (
            risk.title,
            f"{risk.file}:{risk.line}" if risk.file else f"line {risk.line}",
            f"{_rating(risk.probability, risk.probability_text)} × {_rating(risk.impact, risk.impact_text)}",
            f"→ {risk.level or 'unrated'}" + (f", {risk.status}" if risk.status != "open" else ""),
            _row(risk),
        )
        for risk in found.risks
    ]
    for risk, line in zip(found.risks, aligned(rows, (34, 20, 24, 16, 7)), strict=True):
        yield click.style(line, fg=_LEVELS.get(risk.level or "")) if risk.level == "critical" else line
        if (
            risk.described
            and (risk.row_probability, risk.row_impact) != (risk.probability, risk.impact)
            and risk.row_line
        ):
            rating = f"{risk.row_probability or '?'} × {risk.row_impact or '?'}"
            yield from wrapped(f"{risk.note}: {rating}", 6)


def _row(risk: RiskExplained) -> str:
    if not risk.described:
        return "row"
    return f"row {risk.row_line}" if risk.row_line else "no row"


def _rating(word: str | None, text: str) -> str:
    """Return a rating, with the author's word where it differs."""
    if word is None:
        return f"? ({text})" if text else "?"
    return word if not text or text.casefold().strip() == word else f"{word} ({text})"


def _typed(found: Explanation) -> Iterator[str]:
    if not found.typed_progress:
        yield "  none"
    yield from aligned(
        [
            (
                f"line {figure.line}",
                figure.typed,
                f"derived: {figure.derived}" if figure.derived else "not compared",
            )
            for figure in found.typed_progress
        ],
        (10, 42, 42),
    )


def _contradictions(found: Explanation) -> Iterator[str]:
    if not found.contradictions:
        yield "  none"
    for one in found.contradictions:
        yield from wrapped(f"{_contradicted(one, found)}: '{one.value}' in line {one.line}, {_against(one)}")


def _contradicted(one: Contradiction, found: Explanation) -> str:
    """Return what a contradiction is about: the fact, and whose where it is not the plan's."""
    if one.phase is not None:
        phase = found.phases[one.phase]
        part = "" if one.step is None else ", a step"
        return f"{phase.word} {phase.number}".strip() + f"{part}, {one.what}"
    return f"risk {one.what}" if one.kind == "matrix" else one.what


def _against(one: Contradiction) -> str:
    """Return what speaks against a statement."""
    if not one.count:
        return f"'{one.other}' in line {one.other_line}"
    return f"but {one.count} of {one.of} {_COUNTED[one.kind]}, first in line {one.other_line}"


def _left_out(found: Explanation) -> Iterator[str]:
    if not found.left_out:
        yield "  nothing"
    for one in found.left_out:
        where = f"{one.file}:{one.line}" if one.file else f"line {one.line}"
        yield from wrapped(f"{one.kind}, {where}: '{cut(one_line(one.text), 60)}': {one.reason}")
