"""All views, by name. A new view is a function, a template and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from mkdocs_plan_plugin.views.banner import banner
from mkdocs_plan_plugin.views.benchmarks import benchmarks
from mkdocs_plan_plugin.views.card import card
from mkdocs_plan_plugin.views.phases import phase_bar, stepper
from mkdocs_plan_plugin.views.risks import heat_map, risk_matrix
from mkdocs_plan_plugin.views.summary import summary
from mkdocs_plan_plugin.views.table import table
from mkdocs_plan_plugin.views.tasks import checklist_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_plan_plugin.views.context import Context, Facts

Scope = Literal["plan", "plans"]


class View(NamedTuple):
    """A view: `facts` turns the context into what the template shows, or None to show nothing."""

    scope: Scope
    name: str
    about: str
    facts: Callable[[Context], Facts | None]
    repeats: bool = False
    """True for a piece that stands once per phase or checklist (`Context.index`)."""

    @property
    def key(self) -> str:
        """The name in directives: `plan:card`, `plans:table`."""
        return f"{self.scope}:{self.name}"

    @property
    def template(self) -> str:
        """Path of the template under `theme/`, which a site may replace in its `custom_dir`."""
        return f"plan/{self.name}.html" if self.scope == "plan" else f"plan/plans-{self.name}.html"


_ALL = (
    View(
        "plan", "banner", "Says that a plan is on hold, blocked, superseded, cancelled or archived.", banner
    ),
    View("plan", "card", "State, progress, dependencies, owner, dates and open risks of a plan.", card),
    View("plan", "stepper", "Every phase with its state and tasks; the current one marked.", stepper),
    View("plan", "phase-bar", "State and progress of one phase.", phase_bar, repeats=True),
    View("plan", "checklist-count", "Done and open items of one checklist.", checklist_count, repeats=True),
    View("plan", "risk-matrix", "A plan's risks by probability and impact, with a list.", risk_matrix),
    View("plan", "benchmarks", "Verdicts on a plan's measured figures.", benchmarks),
    View("plans", "summary", "Totals of all plans, their states, and what changed last.", summary),
    View("plans", "table", "One row per plan, what needs attention first.", table),
    View("plans", "risk-matrix", "Open risks of all plans, counted by probability and impact.", heat_map),
)

VIEWS: dict[str, View] = {view.key: view for view in _ALL}
"""Every view by its name in directives, e.g. `plan:card`."""
