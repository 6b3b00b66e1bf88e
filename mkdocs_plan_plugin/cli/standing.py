"""How plans stand: one row of each, as a table, as Markdown, as CSV, as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec

from mkdocs_plan_plugin.cli.terminal import columns_of, cut, isolated
from mkdocs_plan_plugin.model import like
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.plural import counted
from mkdocs_plan_plugin.portfolio import Standing, Totals, current_phase

if TYPE_CHECKING:
    from mkdocs_plan_plugin.portfolio import Entry

SCHEMA_VERSION = 1
_BAR = 10
_COLOURS = {"blocked": "red", "in-progress": "blue", "complete": "green", "on-hold": "yellow"}
_LEAST, _MOST = 16, 24
"""Columns that a title keeps on a narrow terminal, and that an owner gets at most."""


class StatusRow(msgspec.Struct, frozen=True, kw_only=True):
    """How a plan stands."""

    path: str
    """Its file, as an editor opens it from here."""
    title: str
    state: Standing
    """Its state among the others: `superseded` and `unknown` besides its own."""
    blocked: bool
    """True if it says so; see `waits_on` for the plans that it waits for."""
    late: bool
    """True if it was due before today and is not over."""
    late_phases: list[str]
    """The phases that are late."""
    percent: int | None
    """Its progress, 0 to 100; null where none is recorded."""
    done: int
    """Tasks done."""
    total: int
    """Tasks that count."""
    phases_complete: int
    phases_total: int
    phase: str | None
    """The title of the phase in hand."""
    due: str | None
    """The day it must be complete."""
    due_shown: str | None
    """The same as its author wrote it, where it is no day."""
    owner: str | None
    priority: str | None
    waits_on: list[str]
    """The titles of the unfinished plans that it waits for."""
    risks_open: int
    updated: str | None


class StatusReport(msgspec.Struct, frozen=True, kw_only=True):
    """What `status --format json` writes."""

    schema_version: int
    totals: Totals
    plans: list[StatusRow]


def row_of(entry: Entry, shown: str) -> StatusRow:
    """Return the row of a plan."""
    plan, phase = entry.plan, current_phase(entry)
    return like(
        StatusRow,
        plan,
        path=shown,
        state=entry.standing,
        blocked=entry.blocked,
        late_phases=[phase.title for phase in plan.phases if phase.late],
        percent=plan.progress.percent,
        done=plan.progress.done,
        total=plan.progress.total,
        phases_complete=plan.progress.phases_complete,
        phases_total=plan.progress.phases_total,
        phase=phase.title if phase else None,
        due_shown=plan.written("due"),
        waits_on=[relation.text for relation in entry.waits],
        risks_open=len(plan.open_risks),
    )


def urgency(entry: Entry) -> int:
    """Rank in the order of attention: late, blocked or waiting, late in a phase, the rest."""
    if entry.plan.late:
        return 0
    if entry.blocked or entry.waits:
        return 1
    return 2 if any(phase.late for phase in entry.plan.phases) else 3


def as_table(rows: Sequence[StatusRow], totals: Totals, width: int) -> Iterator[str]:
    """Yield a table and a line of totals; `width` are the columns of a terminal, 0 for none.

    A terminal gets bars, and of too narrow a one the owner, the date and the end of titles stay away.
    """
    if not rows:
        yield "no plan found"
        return
    heads = ["Plan", "State", "Progress", "Due", "Owner"]
    cells, widths = _fitted(rows, heads, width)
    shown = [number for number, wide in enumerate(widths) if wide]
    sizes = [widths[number] for number in shown]
    yield click.style(_line([heads[number] for number in shown], sizes), bold=True)
    for row, written in zip(rows, cells, strict=True):
        colours = {1: _COLOURS.get(row.state), 3: "red" if row.late or row.late_phases else None}
        yield _line(
            [written[number] for number in shown],
            sizes,
            [colours.get(number) for number in shown],
            safe=width > 0,
        )
    yield ""
    yield from textwrap.wrap(_totals(rows, totals), width) if width else [_totals(rows, totals)]


def _cells(row: StatusRow, shows: Shows) -> list[str]:
    percent = "" if row.percent is None else f"{row.percent} %"
    bar = f"{_bar(row.percent)} " if shows.bars and row.percent is not None else ""
    state = row.state.replace("-", " ")
    if _waits(row):
        state += ", waits"
    late = "late" if row.late else "phase late" if row.late_phases else ""
    due = " ".join(filter(None, (row.due_shown, late)))
    return [
        one_line(row.title) or row.path,
        state if shows.dates or not late else f"{state}, {late}",
        f"{bar}{percent:>{5 if bar else 8}}",
        due if shows.dates else "",
        one_line(row.owner or "") if shows.owners else "",
    ]


def _bar(percent: int) -> str:
    full = percent * _BAR // 100
    return "█" * full + "░" * (_BAR - full)


class Shows(NamedTuple):
    """What a table has room for."""

    bars: bool = False
    owners: bool = True
    dates: bool = True


_EVER_LESS = (
    Shows(bars=True),
    Shows(bars=True, owners=False),
    Shows(owners=False),
    Shows(owners=False, dates=False),
)
"""What a terminal shows, the widest first."""


def _fitted(rows: Sequence[StatusRow], heads: Sequence[str], width: int) -> tuple[list[list[str]], list[int]]:
    """Return cells and widths of columns that fit: on a terminal titles are cut, and columns stay away."""
    for shows in _EVER_LESS if width else [Shows()]:
        cells = [_cells(row, shows) for row in rows]
        widths = [
            max(map(columns_of, (head, *column))) if any(column) else 0
            for head, column in zip(heads, zip(*cells, strict=True), strict=True)
        ]
        if not width:
            break
        widths[4] = min(widths[4], _MOST)
        others = sum(wide + 2 for wide in widths[1:] if wide)
        fits = width - others >= min(widths[0], _LEAST)
        widths[0] = min(widths[0], max(width - others, 8))
        if fits:
            break
    return cells, widths


def _line(
    cells: Sequence[str],
    widths: Sequence[int],
    colours: Sequence[str | None] = (),
    *,
    safe: bool = False,
) -> str:
    parts = []
    for number, (written, wide) in enumerate(zip(cells, widths, strict=True)):
        text = cut(written, wide)
        pad = " " * (wide - columns_of(text))
        colour = colours[number] if colours else None
        text = isolated(text) if safe else text
        parts.append((click.style(text, fg=colour) if colour else text) + pad)
    return "  ".join(parts).rstrip()


def _totals(rows: Sequence[StatusRow], totals: Totals) -> str:
    """Say the figures of all rows in a line."""
    late, waiting = sum(row.late for row in rows), sum(_waits(row) for row in rows)
    states = [f"{count} {name.replace('-', ' ')}" for name, count in totals.by_state.items()]
    pressing = [f"{late} late"] if late else []
    pressing += [f"{waiting} waiting"] if waiting else []
    figures = [] if totals.percent is None else [f"{totals.percent} % done"]
    if totals.phases_total:
        figures.append(f"{totals.phases_complete} of {totals.phases_total} phases")
    figures.append(f"{counted(totals.tasks_open, 'task')} open")
    if totals.risks_open:
        figures.append(f"{counted(totals.risks_open, 'risk')} open")
    said = "; ".join(", ".join(part) for part in (states, pressing, figures) if part)
    return f"{counted(totals.plans, 'plan')}: {said}"


def _waits(row: StatusRow) -> bool:
    """True for a plan that another one holds up, whatever it says itself."""
    return bool(row.waits_on) and not row.blocked


def as_markdown(rows: Sequence[StatusRow], totals: Totals) -> Iterator[str]:
    """Yield a table as Markdown has it, with a link to each plan, and the totals."""
    yield "| Plan | State | Progress | Due | Owner |"
    yield "|------|-------|---------:|-----|-------|"
    for row in rows:
        title, *rest = (_marked(one.strip()) for one in _cells(row, Shows()))
        yield f"| [{title}](<{row.path}>) | {' | '.join(rest)} |"
    yield ""
    yield _totals(rows, totals)


def _marked(text: str) -> str:
    """Return a text that means itself in a cell of a table."""
    for sign in ("\\", "|", "*", "_", "[", "]", "<", "~"):
        text = text.replace(sign, f"\\{sign}")
    return text


def as_json(rows: Sequence[StatusRow], totals: Totals) -> bytes:
    """Return the rows and the totals as data."""
    report = StatusReport(schema_version=SCHEMA_VERSION, totals=totals, plans=list(rows))
    return msgspec.json.format(msgspec.json.encode(report), indent=2)
