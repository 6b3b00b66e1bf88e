"""Risks in a grid of probability and impact: one plan's, and those of all plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.portfolio import LEVELS
from mkdocs_plan_plugin.views.words import ADVICE, RISK_STATUSES
from mkdocs_plan_plugin.views.words import LEVELS as LEVEL_WORDS

if TYPE_CHECKING:
    from mkdocs_plan_plugin.plans.grid import Grid
    from mkdocs_plan_plugin.plans.model import Level, Plan, Risk
    from mkdocs_plan_plugin.views.context import Context, Facts

IN_CELL = 12
"""Risks named in one cell; more are a number."""
IN_LIST = 12
"""Risks listed openly; more open on demand."""
_STATUS_SHAPES = {"open": "pending", "mitigating": "in-progress", "accepted": "met", "closed": "met"}


class Row(NamedTuple):
    """A risk as it is shown. `label` is short: `R3`."""

    plan: Plan
    risk: Risk
    label: str
    meaning: str
    ratings: str
    status: str
    shape: str


class Cell(NamedTuple):
    """One cell of the grid with its level and what stands in it."""

    level: Level
    rows: list[Row]


def row(plan: Plan, risk: Risk, index: int) -> Row:
    """A risk with its label, words and shapes; `index` counts from 0."""
    number = risk.number or str(index + 1)
    rated = [
        f"{name} {words}" if words else f"no {name}"
        for name, words in (
            ("probability", risk.probability or risk.probability_text),
            ("impact", risk.impact or risk.impact_text),
        )
    ]
    return Row(
        plan=plan,
        risk=risk,
        label=number if not number[0].isdigit() else f"R{number}",
        meaning=risk.level or "unrated",
        ratings=", ".join(rated).capitalize(),
        status=RISK_STATUSES[risk.status],
        shape=_STATUS_SHAPES[risk.status],
    )


def _lines(grid: Grid, cells: dict[tuple[str, str] | None, list[Row]]) -> list[tuple[str, list[Cell]]]:
    """Rows of the drawn grid, the most probable on top."""
    return [
        (
            probability,
            [
                Cell(grid.level(probability, impact) or "low", cells.get((probability, impact), []))
                for impact in grid.impacts
            ],
        )
        for probability in reversed(grid.probabilities)
    ]


def risk_matrix(context: Context) -> Facts | None:
    """A plan's risks in the grid, and all of them as a list: gravest first, closed, unrated last."""
    plan = context.shown
    rows = [row(plan, risk, index) for index, risk in enumerate(plan.risks)]
    cells: dict[tuple[str, str] | None, list[Row]] = {}
    for item in rows:
        cells.setdefault(context.grid.cell(item.risk), []).append(item)
    ranked = sorted(
        rows, key=lambda item: (item.risk.level is None, item.risk.status == "closed", _rank(item.risk))
    )
    return {
        # A grid in which nothing stands says nothing.
        "lines": _lines(context.grid, cells) if cells.keys() - {None} else [],
        "grid": context.grid,
        "rows": ranked[:IN_LIST],
        "more": ranked[IN_LIST:],
        "total": len(rows),
        "open": len(plan.open_risks),
        "legend": [(level, ADVICE[level]) for level in _legend(unrated=None in cells)],
        "most": IN_CELL,
        "own": "of" not in context.options,
    }


def heat_map(context: Context) -> Facts:
    """Open risks of all plans, counted in the grid; the gravest by name."""
    exposures = context.portfolio.open_risks()
    rows = [row(exposure.plan, exposure.risk, exposure.index) for exposure in exposures]
    cells: dict[tuple[str, str] | None, list[Row]] = {}
    for item in rows:
        cells.setdefault(context.grid.cell(item.risk), []).append(item)
    counts = {level: sum(item.meaning == level for item in rows) for level in LEVEL_WORDS}
    grave = [item for item in rows if item.meaning in ("critical", "high")] or rows
    return {
        # A grid in which nothing stands says nothing.
        "lines": _lines(context.grid, cells) if cells.keys() - {None} else [],
        "grid": context.grid,
        "rows": grave[:IN_LIST],
        "left": len(rows) - len(grave[:IN_LIST]),
        "total": len(rows),
        "plans": len({item.plan.path for item in rows}),
        "legend": [(level, counts[level]) for level in _legend(unrated=counts["unrated"] > 0)],
    }


def _legend(*, unrated: bool) -> list[str]:
    return [*LEVELS, "unrated"] if unrated else list(LEVELS)


def _rank(risk: Risk) -> int:
    return LEVELS.index(risk.level) if risk.level else len(LEVELS)
