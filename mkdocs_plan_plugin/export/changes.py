"""What changed in plans, told: as text, as Markdown for a pull request, as data, as workflow commands."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec

from mkdocs_plan_plugin.export.findings import Placed
from mkdocs_plan_plugin.export.github import as_commands
from mkdocs_plan_plugin.history.changes import Change, Figures, PlanChange, totals
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.plural import counted, plural
from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs_plan_plugin.history.changes import Kind

SCHEMA_VERSION = 1
MARKER = "<!-- mkdocs-plan diff -->"
"""The first line of the Markdown, by which a job finds the comment that it wrote before."""
_MOST = 12
"""Changes of one kind of a plan that are told one by one."""


class ChangesRecord(NamedTuple):
    """Changes, and in words what the plans were held against."""

    changes: Sequence[PlanChange]
    since: str


class _Way(NamedTuple):
    """How a kind of change is told: a word before the thing, and whether its values are."""

    word: str
    values: bool = False


_WAYS: dict[Kind, _Way] = {
    "title": _Way("title", values=True),
    "state": _Way("state", values=True),
    "document-state": _Way("document", values=True),
    "health": _Way("health", values=True),
    "priority": _Way("priority", values=True),
    "owner": _Way("owner", values=True),
    "date": _Way("", values=True),
    "phase-state": _Way("phase", values=True),
    "phase-date": _Way("phase due", values=True),
    "phase-owner": _Way("phase owner", values=True),
    "phase-added": _Way("phase added"),
    "phase-removed": _Way("phase removed"),
    "task-done": _Way("done"),
    "task-reopened": _Way("reopened"),
    "task-state": _Way("task", values=True),
    "task-added": _Way("task added"),
    "task-removed": _Way("task removed"),
    "task-reworded": _Way("task reworded", values=True),
    "risk-added": _Way("new risk"),
    "risk-graver": _Way("risk graver", values=True),
    "risk-milder": _Way("risk milder", values=True),
    "risk-closed": _Way("risk closed"),
    "risk-reopened": _Way("risk reopened"),
    "risk-removed": _Way("risk removed"),
    "decision-added": _Way("decision"),
    "decision-status": _Way("decision", values=True),
}
_GRAVE: tuple[Kind, ...] = (
    "task-reopened",
    "risk-added",
    "risk-graver",
    "risk-reopened",
    "risk-removed",
    "phase-removed",
    "task-removed",
)
"""Changes that a reviewer is to look at."""


def as_text(stated: ChangesRecord) -> Iterator[str]:
    """Yield the changes plan by plan, and their sum."""
    for one in stated.changes:
        yield click.style(f"{one_line(one.path)}: {one_line(one.title)}", bold=True)
        yield from (f"  {line}" for line in _lines(one))
        yield ""
    yield (
        f"{_sum(stated)} since {stated.since}" if stated.changes else f"no plan changed since {stated.since}"
    )


def changed_lines(one: PlanChange) -> list[str]:
    """Return what changed in a plan, a line each."""
    return [" ".join((line[:14].rstrip(), line[14:])).strip() for line in _lines(one)]


def _lines(one: PlanChange) -> Iterator[str]:
    if one.was:
        yield _row("moved", f"from {one_line(one.was)}")
    if one.before is None and one.after is not None:
        yield _row("new plan", _figures(one.after))
        return
    if one.after is None:
        yield _row("removed", f"was {_figures(one.before)}" if one.before else "")
        return
    if (progress := _progress(one)) and one.before:
        yield _row("progress", progress)
    for kind in _WAYS:
        changes = one.of(kind)
        for change in changes[:_MOST]:
            yield _row(_word(change), _about(change))
        if len(changes) > _MOST:
            yield _row(_word(changes[0]), f"and {len(changes) - _MOST} more")
    for finding in one.findings_new:
        yield _row("new finding", f"{finding.code} line {finding.line}: {one_line(finding.message)}")
    if one.findings_gone:
        yield _row("mended", counted(len(one.findings_gone), "finding"))


def _row(word: str, text: str) -> str:
    return f"{word:<14}{text}".rstrip()


def _word(change: Change) -> str:
    return change.name if change.kind == "date" else _WAYS[change.kind].word


def _about(change: Change) -> str:
    """Return what a change is about and, where they tell something, the values before and after."""
    way, name = _WAYS[change.kind], one_line(change.name)
    if change.kind in ("date", "task-reworded"):
        name = ""  # the word before it, or one of the values
    if not way.values:
        level = change.after or change.before
        return f"{name} ({level})" if change.kind.startswith("risk") and level else name
    slip = _slip(change) if change.kind in ("date", "phase-date") else ""
    values = f"{_value(change.before)} → {_value(change.after)}{slip}"
    return f"{name}: {values}" if name else values


def _value(value: str | None) -> str:
    return one_line(value.replace("-", " ") if value in _STATES else value) if value else "none"


_STATES = {"in-progress", "on-hold", "on-track", "at-risk", "off-track"}


def _slip(change: Change) -> str:
    """Return by how much a date moved."""
    try:
        days = (dt.date.fromisoformat(change.after or "") - dt.date.fromisoformat(change.before or "")).days
    except ValueError:
        return ""
    return f", {counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def _progress(one: PlanChange) -> str:
    """Return the progress before and after where it moved."""
    before, after = one.before, one.after
    if before is None or after is None or _measured(before) == _measured(after):
        return ""
    said = []
    if before.percent != after.percent:
        said.append(f"{_percent(before)} → {_percent(after)}")
    if (before.done, before.total) != (after.done, after.total):
        said.append(f"tasks {before.done} of {before.total} → {after.done} of {after.total}")
    if _phases(before) != _phases(after):
        then, now = (" of ".join(map(str, _phases(figures))) for figures in (before, after))
        said.append(f"phases {then} → {now}")
    return "; ".join(said)


def _measured(figures: Figures) -> tuple[int | None, ...]:
    return figures.percent, figures.done, figures.total, *_phases(figures)


def _phases(figures: Figures) -> tuple[int, int]:
    return figures.phases_complete, figures.phases_total


def _percent(figures: Figures) -> str:
    return "no progress" if figures.percent is None else f"{figures.percent} %"


def _figures(figures: Figures) -> str:
    said = [_value(figures.state), _percent(figures)] if figures.state else [_percent(figures)]
    if figures.total:
        said.append(f"{figures.done} of {counted(figures.total, 'task')}")
    if figures.risks_open:
        said.append(f"{figures.risks_open} open {plural(figures.risks_open, 'risk')}")
    return ", ".join(said)


def _sum(stated: ChangesRecord) -> str:
    """Return the figures of all changes in one sentence."""
    figures = totals(stated.changes)
    said = [f"{counted(figures['plans'], 'plan')} changed"]
    for name, one, many in _SUMS:
        if count := figures[name]:
            said.append(f"{count} {one if count == 1 else many}")
    return ", ".join(said)


_SUMS = (
    ("plans_added", "of them new", "of them new"),
    ("plans_removed", "removed", "removed"),
    ("tasks_done", "task done", "tasks done"),
    ("tasks_reopened", "task reopened", "tasks reopened"),
    ("tasks_added", "task added", "tasks added"),
    ("tasks_removed", "task removed", "tasks removed"),
    ("phases_moved", "phase moved", "phases moved"),
    ("risks_new", "new risk", "new risks"),
    ("risks_graver", "risk graver", "risks graver"),
    ("risks_closed", "risk closed", "risks closed"),
    ("dates_slipped", "date slipped", "dates slipped"),
    ("findings_new", "new finding", "new findings"),
)


def as_markdown(stated: ChangesRecord) -> Iterator[str]:
    """Yield a comment for a pull request: what to look at first, then a table, then every change."""
    yield MARKER
    yield "### Plans"
    yield ""
    if not stated.changes:
        yield f"No plan changed since {stated.since}."
        return
    yield f"{_sum(stated)} since {stated.since}."
    yield ""
    if grave := [line for one in stated.changes for line in _to_look_at(one)]:
        yield "**To look at**"
        yield ""
        yield from (f"- {line}" for line in grave)
        yield ""
    yield "| Plan | State | Progress | Tasks | Open risks |"
    yield "|---|---|---|---|---|"
    yield from map(_table_row, stated.changes)
    for one in stated.changes:
        if lines := [*_list(one)]:
            yield ""
            yield f"<details><summary>{_safe(one.title)}: {counted(len(lines), 'change')}</summary>"
            yield ""
            yield from (f"- {line}" for line in lines)
            yield ""
            yield "</details>"


def _to_look_at(one: PlanChange) -> Iterator[str]:
    name = f"{_safe(one.title)}: "
    if one.after is None:
        yield f"{name}the plan is removed"
        return
    if one.before and (one.before.percent or 0) > (one.after.percent or 0):
        yield f"{name}progress fell, {_progress(one)}"
    for change in one.changes:
        slipped = (
            change.kind in ("date", "phase-date") and change.name != "start" and "later" in _slip(change)
        )
        if change.kind in _GRAVE or slipped:
            yield f"{name}{_word(change)}, {_safe(_about(change))}"
    for finding in one.findings_new:
        if finding.severity != "info":
            yield f"{name}{finding.code} in line {finding.line}, {_safe(finding.message)}"


def _list(one: PlanChange) -> Iterator[str]:
    if one.before is None or one.after is None:
        return
    for line in _lines(one):
        word, text = line[:14].rstrip(), line[14:]
        yield f"{word}: {_safe(text)}" if text else word


def _table_row(one: PlanChange) -> str:
    before, after = one.before, one.after
    cells = [
        _from_to(before, after, lambda figures: _value(figures.state) if figures.state else "–"),
        _from_to(before, after, lambda figures: "–" if figures.percent is None else f"{figures.percent} %"),
        _from_to(before, after, lambda figures: f"{figures.done}/{figures.total}" if figures.total else "–"),
        _from_to(before, after, lambda figures: str(figures.risks_open)),
    ]
    kind = " (new)" if before is None else " (removed)" if after is None else ""
    return f"| {_safe(one.title)}{kind}<br>`{one.path.replace('|', '&#124;')}` | {' | '.join(cells)} |"


def _from_to(before: Figures | None, after: Figures | None, of: Callable[[Figures], str]) -> str:
    then, now = (of(figures) if figures else "" for figures in (before, after))
    return f"{then} → **{now}**" if then and now and then != now else now or then


_MARKUP = regex(r"([\\`*_{}\[\]<>|#~])")


def _safe(text: str) -> str:
    """Return author text that is only text in Markdown, and calls nobody."""
    return _MARKUP.sub(r"\\\1", one_line(text)).replace("@", "@\N{WORD JOINER}")


class ChangesReport(msgspec.Struct, kw_only=True):
    """What `diff --format json` writes."""

    schema_version: int
    since: str
    totals: dict[str, int]
    plans: list[PlanChange]


def as_json(stated: ChangesRecord) -> Iterator[str]:
    """Yield the changes as JSON."""
    report = ChangesReport(
        schema_version=SCHEMA_VERSION,
        since=stated.since,
        totals=totals(stated.changes),
        plans=list(stated.changes),
    )
    yield msgspec.json.format(msgspec.json.encode(report), indent=2).decode()


def as_github(stated: ChangesRecord) -> Iterator[str]:
    """Yield the new findings as workflow commands, and the sum as a notice."""
    yield from as_commands(
        Placed(path=one.path, finding=finding) for one in stated.changes for finding in one.findings_new
    )
    if stated.changes:
        yield f"::notice title=Plans::{_sum(stated).replace('%', '%25')} since {stated.since}"


FORMATS: dict[str, Callable[[ChangesRecord], Iterator[str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "github": as_github,
}
"""The forms of `diff`."""
