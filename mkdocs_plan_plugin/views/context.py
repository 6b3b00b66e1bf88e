"""What a view is given to show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mkdocs_plan_plugin.plans.grid import DEFAULT_GRID, Grid
from mkdocs_plan_plugin.plans.model import Plan

if TYPE_CHECKING:
    from mkdocs_plan_plugin.portfolio import Entry, Portfolio

Href = Callable[[Plan, str], str]
"""Plan and anchor (empty for the page itself) → link relative to the page shown, empty for none."""

Facts = dict[str, Any]
"""What a template is given besides the context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The data of one rendered view. Links come from `href`, never from author text."""

    portfolio: Portfolio
    href: Href
    plan: Plan | None = None
    """The plan shown; None in views of all plans."""
    index: int = 0
    """Which of the plan's phases (`phase-bar`) or checklists (`checklist-count`)."""
    grid: Grid = DEFAULT_GRID
    index_href: str = ""
    """Link to the index page, empty where there is none."""
    options: Mapping[str, object] = field(default_factory=dict)
    """Arguments of the directive that asked for the view."""

    def entry(self) -> Entry:
        """The plan shown, among the others."""
        return self.portfolio.entry(self.shown)

    @property
    def shown(self) -> Plan:
        """The plan shown. Raises LookupError in a view of all plans."""
        if self.plan is None:
            message = "a plan's view needs a plan"
            raise LookupError(message)
        return self.plan
