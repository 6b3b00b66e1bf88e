"""The grid that rates risks: probability by impact gives a level."""

from __future__ import annotations

import msgspec

from mkdocs_plan_plugin.model import LEVELS, Level, Risk
from mkdocs_plan_plugin.settings import Settings


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """Levels by probability and impact; each axis runs from low to high, in lower case."""

    probabilities: tuple[str, ...]
    impacts: tuple[str, ...]
    levels: dict[tuple[str, str], Level]

    def level(self, probability: str | None, impact: str | None) -> Level | None:
        """Level of a rating, or None where the grid does not hold it."""
        if probability is None or impact is None:
            return None
        return self.levels.get((probability, impact))

    def cell(self, risk: Risk) -> tuple[str, str] | None:
        """Where a risk is; None if it is unrated or its ratings are not on the grid's axes.

        A rating on a scale of five is by its rank, unless that cell's level is not the risk's.
        """
        if risk.probability is None or risk.impact is None:
            return None
        probability = _on_axis(risk.probability, self.probabilities)
        impact = _on_axis(risk.impact, self.impacts)
        level = self.levels.get((probability, impact))
        exact = (probability, impact) == (risk.probability, risk.impact)
        return (probability, impact) if level is not None and (exact or level == risk.level) else None


_OF_FIVE = {
    word: rank
    for rank, words in enumerate(
        (
            ("1", "very low", "rare", "negligible", "insignificant"),
            ("2", "low", "unlikely", "minor"),
            ("3", "medium", "possible", "moderate"),
            ("4", "high", "likely", "major"),
            ("5", "very high", "critical", "almost certain", "severe", "catastrophic"),
        )
    )
    for word in words
}
_AXIS_RANK = {3: (0, 0, 1, 2, 2), 4: (0, 0, 1, 2, 3), 5: (0, 1, 2, 3, 4)}


def _on_axis(rating: str, axis: tuple[str, ...]) -> str:
    """The axis' own word for a rating, by rank; the rating itself where nothing fits."""
    if rating in axis or rating not in _OF_FIVE or len(axis) not in _AXIS_RANK:
        return rating
    return axis[_AXIS_RANK[len(axis)][_OF_FIVE[rating]]]


_PROBABILITIES = ("low", "medium", "high")
_ROWS: dict[str, tuple[Level, Level, Level, Level]] = {
    "low": ("low", "low", "medium", "high"),
    "medium": ("low", "medium", "high", "critical"),
    "high": ("medium", "high", "critical", "critical"),
}

DEFAULT_GRID = Grid(
    probabilities=_PROBABILITIES,
    impacts=LEVELS,
    levels={(p, i): level for p, row in _ROWS.items() for i, level in zip(LEVELS, row, strict=True)},
)
"""The grid of the shipped template, 3 probabilities by 4 impacts."""


def grid_of(settings: Settings) -> Grid:
    """Return the grid of the option `risk_levels`, or the shipped template's."""
    rows = settings.risk_levels
    if not rows:
        return DEFAULT_GRID
    return Grid(
        probabilities=tuple(row.casefold() for row in rows),
        impacts=tuple(dict.fromkeys(impact.casefold() for row in rows.values() for impact in row)),
        levels={(p.casefold(), i.casefold()): level for p, row in rows.items() for i, level in row.items()},
    )
