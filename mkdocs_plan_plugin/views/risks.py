"""Risks in a grid of probability and impact: one plan's, and those of all plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.model import LEVELS, severity_rank
from mkdocs_plan_plugin.portfolio import open_risks
from mkdocs_plan_plugin.views.facets import query
from mkdocs_plan_plugin.views.words import LEVELS as LEVEL_WORDS
from mkdocs_plan_plugin.views.words import RATINGS, RISK_STATUSES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Level, Plan, Risk
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.context import Context, Facts
    from mkdocs_plan_plugin.vocabulary.grid import Grid

IN_CELL = 12
"""Risks named in one cell; more are a number."""
IN_NARROW_CELL = 4
"""The same where the matrix has little room."""
IN_LIST = 12
"""Risks listed openly; more open on demand."""
IN_REGISTER = 200
"""Rows of the register that are open."""
_STATUS_SHAPES = {"open": "pending", "mitigating": "in-progress", "accepted": "met", "closed": "met"}


class RegisterRow(NamedTuple):
    """A risk as it is shown. `label` is short: `R3`."""

    plan: Plan
    risk: Risk
    label: str
    meaning: str
    ratings: str
    status: str
    shape: str
    placed: bool = True
    """False for one that is in no cell of the matrix."""


class Cell(NamedTuple):
    """One cell of the grid with its level and what is in it."""

    level: Level
    rows: list[RegisterRow]
    href: str = ""
    """Link to the list of what is in it."""
    query: str = ""
    """What filters that list to it."""


def row(plan: Plan, risk: Risk, index: int, language: Language) -> RegisterRow:
    """A risk with its label, words and shapes; `index` counts from 0."""
    number = risk.number or str(index + 1)
    return RegisterRow(
        plan=plan,
        risk=risk,
        label=number if not number[0].isdigit() else f"R{number}",
        meaning=risk.level or "unrated",
        ratings=_ratings(risk, language),
        status=language.gettext(RISK_STATUSES[risk.status]),
        shape=_STATUS_SHAPES[risk.status],
    )


def rating(about: str, word: str, language: Language) -> str:
    """A rating of `probability` or `impact` within a sentence; an author's own word as it is."""
    return language.pgettext(about, RATINGS[word]) if word in RATINGS else word


def rated(risk: Risk, grid: Grid, language: Language) -> str:
    """The cell of the grid that an open risk is in: `High × Critical`; empty for none."""
    cell = grid.cell(risk) if risk.open else None
    return cell_title(cell, language) if cell else ""


def cell_title(cell: tuple[str, str], language: Language) -> str:
    """A cell of the grid in words: probability and impact."""
    words = (
        rating(about, word, language) for about, word in zip(("probability", "impact"), cell, strict=True)
    )
    return " × ".join(word[:1].upper() + word[1:] for word in words)


def _ratings(risk: Risk, language: Language) -> str:
    """`Probability high, impact low`."""
    probability = rating("probability", (risk.probability or risk.probability_text).lower(), language)
    impact = rating("impact", (risk.impact or risk.impact_text).lower(), language)
    if probability and impact:
        return language.say(
            "Probability %(probability)s, impact %(impact)s", probability=probability, impact=impact
        )
    if probability:
        return language.say("Probability %(probability)s, no impact", probability=probability)
    if impact:
        return language.say("No probability, impact %(impact)s", impact=impact)
    return language.say("No probability, no impact")


def _lines(
    grid: Grid,
    cells: dict[tuple[str, str] | None, list[RegisterRow]],
    link: Callable[[tuple[str, str]], str] = lambda _: "",
    of_cell: Callable[[tuple[str, str]], str] = lambda _: "",
) -> list[tuple[str, list[Cell]]]:
    """Rows of the drawn grid, the most probable on top."""

    def cell(probability: str, impact: str) -> Cell:
        place = (probability, impact)
        rows = cells.get(place, [])
        level = grid.level(probability, impact) or "low"
        return Cell(level, rows, link(place), of_cell(place)) if rows else Cell(level, rows)

    return [
        (probability, [cell(probability, impact) for impact in grid.impacts])
        for probability in reversed(grid.probabilities)
    ]


def cell_words(cell: tuple[str, str] | None) -> str:
    """A cell's name in anchors: `high-critical`."""
    return "-".join(cell).replace(" ", "-") if cell else "not-rated"


def risk_matrix(context: Context) -> Facts | None:
    """A plan's risks in the grid, and all of them as a list: gravest first, closed, unrated last."""
    plan = context.shown
    rows = [row(plan, risk, index, context.language) for index, risk in enumerate(plan.risks)]
    cells: dict[tuple[str, str] | None, list[RegisterRow]] = {}
    rows = [item._replace(placed=context.grid.cell(item.risk) is not None) for item in rows]
    for item in rows:
        cells.setdefault(context.grid.cell(item.risk), []).append(item)
    ranked = sorted(
        rows, key=lambda item: (item.risk.level is None, not item.risk.open, -severity_rank(item.risk.level))
    )
    return {
        # A grid in which nothing is says nothing.
        "lines": _lines(context.grid, cells) if cells.keys() - {None} else [],
        "grid": context.grid,
        "rows": ranked[:IN_LIST],
        "more": ranked[IN_LIST:],
        "total": len(rows),
        "open": len(plan.open_risks),
        "wide": max((len(item.label) for item in rows), default=0) > 3,
        "legend": _legend(unrated=None in cells),
        "most": IN_CELL,
        "few": IN_NARROW_CELL,
        "own": context.own,
        "first": context.serial == 0,
        "over": context.entry().over,
    }


class Listed(NamedTuple):
    """The risks of one cell as a list of their own."""

    title: str
    meaning: str
    anchor: str
    rows: list[RegisterRow]
    left: int


def heat_map(context: Context) -> Facts:
    """Open risks of all plans, counted in the grid; each count leads to the list of its risks."""
    exposures = open_risks(context.entries())
    rows = [
        row(one.plan, one.risk, one.index, context.language)
        for one in exposures
        if context.choice.takes_item(one.risk)
    ]
    cells: dict[tuple[str, str] | None, list[RegisterRow]] = {}
    for item in rows:
        cells.setdefault(context.grid.cell(item.risk), []).append(item)
    counts = {level: sum(item.meaning == level for item in rows) for level in LEVEL_WORDS}
    # The register lists what is in a cell, one cell after the other; without one, lists are here.
    registers = [] if context.choice.narrows else context.places("risks")
    name = f"plans-matrix-{context.serial}" if context.serial else "plans-matrix"
    firsts = firsts_of(context) if registers else {}

    def link(cell: tuple[str, str]) -> str:
        if not registers:
            return f"#{name}-{cell_words(cell)}"
        for place in registers:
            if firsts.get(cell, 0) < (IN_REGISTER if place.limit is None else place.limit or len(firsts)):
                return f"{place.href}-{cell_words(cell)}"
        return registers[-1].href

    def of_cell(cell: tuple[str, str]) -> str:
        return query("risks", rating=cell_title(cell, context.language)) if registers else ""

    def of_level(level: str) -> str:
        word = context.language.gettext(LEVEL_WORDS[level])
        return query("risks", level=word, status=f"-{context.language.gettext(RISK_STATUSES['closed'])}")

    return {
        # A grid in which nothing is says nothing.
        "lines": _lines(context.grid, cells, link, of_cell) if cells.keys() - {None} else [],
        "grid": context.grid,
        "lists": [] if registers else _lists(context, cells, name),
        "register": registers[-1].href if registers else "",
        "total": len(rows),
        "plans": len({item.plan.path for item in rows}),
        "legend": [
            (level, counts[level], of_level(level) if counts[level] and registers else "")
            for level in _legend(unrated=counts["unrated"] > 0)
        ],
    }


def ranked(context: Context, entries: list[Entry]) -> list[tuple[Entry, int, Risk]]:
    """Risks of plans with their index: open ones first, gravest first, cell by cell."""
    probabilities, impacts = context.grid.probabilities, context.grid.impacts

    def place(found: tuple[Entry, int, Risk]) -> tuple[bool, int, int, int]:
        cell = context.grid.cell(found[2])
        ranks = (-impacts.index(cell[1]), -probabilities.index(cell[0])) if cell else (1, 1)
        return not found[2].open, -severity_rank(found[2].level), *ranks

    return sorted(
        ((entry, index, risk) for entry in entries for index, risk in enumerate(entry.plan.risks)), key=place
    )


def firsts_of(context: Context) -> dict[tuple[str, str] | None, int]:
    """Where in the whole register each cell begins, counted from 0."""
    firsts: dict[tuple[str, str] | None, int] = {}
    live = [entry for entry in context.portfolio.entries if not entry.abandoned]
    for at, (_, _, risk) in enumerate(ranked(context, live)):
        if risk.open:
            firsts.setdefault(context.grid.cell(risk), at)
    return firsts


def _lists(
    context: Context, cells: dict[tuple[str, str] | None, list[RegisterRow]], name: str
) -> list[Listed]:
    """A list per cell in which risks are, gravest first; last those outside of the grid."""
    grid, most = context.grid, context.choice.limit or IN_LIST

    def place(cell: tuple[str, str] | None) -> tuple[int, int, int]:
        if cell is None:
            return 0, 0, 0
        level = grid.level(*cell) or "low"
        return -severity_rank(level), -grid.impacts.index(cell[1]), -grid.probabilities.index(cell[0])

    return [
        Listed(
            _titled(cell, context.language),
            grid.level(*cell) or "low" if cell else "unrated",
            f"{name}-{cell_words(cell)}",
            cells[cell][:most],
            max(0, len(cells[cell]) - most),
        )
        for cell in sorted(cells, key=place)
    ]


def _titled(cell: tuple[str, str] | None, language: Language) -> str:
    """`High probability, critical impact`."""
    if cell is None:
        return language.say("Not in the grid")
    probability, impact = (
        rating(about, word, language) for about, word in zip(("probability", "impact"), cell, strict=True)
    )
    title = language.say(
        "%(probability)s probability, %(impact)s impact", probability=probability, impact=impact
    )
    return title[:1].upper() + title[1:]


def _legend(*, unrated: bool) -> list[str]:
    return [*reversed(LEVELS), *(["unrated"] if unrated else [])]
