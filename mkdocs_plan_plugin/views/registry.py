"""All views, by name. A new view is a function, a template and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from mkdocs_plan_plugin.views import fields, outcomes, register, table
from mkdocs_plan_plugin.views.actions import actions
from mkdocs_plan_plugin.views.attention import attention
from mkdocs_plan_plugin.views.banner import banner
from mkdocs_plan_plugin.views.benchmarks import benchmarks, verdict
from mkdocs_plan_plugin.views.board import board, cards
from mkdocs_plan_plugin.views.card import card
from mkdocs_plan_plugin.views.changes import changes
from mkdocs_plan_plugin.views.decisions import decisions
from mkdocs_plan_plugin.views.dependencies import dependencies, neighbours
from mkdocs_plan_plugin.views.findings import findings
from mkdocs_plan_plugin.views.history import histories, history
from mkdocs_plan_plugin.views.next import coming
from mkdocs_plan_plugin.views.note import note
from mkdocs_plan_plugin.views.people import people
from mkdocs_plan_plugin.views.phases import phase_bar, stepper
from mkdocs_plan_plugin.views.risks import heat_map, risk_matrix
from mkdocs_plan_plugin.views.roadmap import roadmap
from mkdocs_plan_plugin.views.summary import summary
from mkdocs_plan_plugin.views.tasks import checklist_count
from mkdocs_plan_plugin.views.timeline import timeline
from mkdocs_plan_plugin.views.updates import updates

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_plan_plugin.views.context import Context, Facts
    from mkdocs_plan_plugin.views.fields import DirectiveField

Scope = Literal["plan", "plans"]

LIST = ("where", "sort", "group", "limit")
"""What every list of all plans takes."""


class View(NamedTuple):
    """A view: `facts` turns the context into what the template shows, or None to show nothing."""

    scope: Scope
    name: str
    about: str
    facts: Callable[[Context], Facts | None]
    repeats: bool = False
    """True for a piece that is once per phase or checklist (`Context.index`)."""
    takes: tuple[str, ...] = LIST
    """The options of its directive; `where` brings `under`, `text` and all filters."""
    columns: tuple[str, ...] = ()
    """The columns that can be chosen."""
    shows: tuple[str, ...] = ()
    """Views of the same scope that it is made of: `show` chooses one of them."""
    items: Mapping[str, DirectiveField] = {}
    """Fields of what it lists, beside those of the plan."""

    @property
    def key(self) -> str:
        """The name in directives: `plan:card`, `plans:table`."""
        return f"{self.scope}:{self.name}"

    @property
    def template(self) -> str:
        """Path of the template under `theme/`, which a site may replace in its `custom_dir`."""
        return f"plan/{self.name}.html" if self.scope == "plan" else f"plan/plans-{self.name}.html"


def _piece(name: str, about: str, facts: Callable[[Context], Facts | None], *, repeats: bool = False) -> View:
    return View("plan", name, about, facts, repeats, () if repeats else ("of",))


_ALL = (
    _piece("banner", "Says that a plan is on hold, blocked, superseded, cancelled or archived.", banner),
    _piece("card", "State, progress, dependencies, owner, dates and open risks of a plan.", card),
    _piece("findings", "What was found wrong in a plan; by itself only under `mkdocs serve`.", note),
    _piece("stepper", "Every phase with its state and tasks; the current one marked.", stepper),
    _piece("timeline", "The phases and steps of a plan that have dates, on a time scale.", timeline),
    _piece("phase-bar", "State and progress of one phase.", phase_bar, repeats=True),
    _piece("checklist-count", "Done and open items of one checklist.", checklist_count, repeats=True),
    _piece("dependencies", "What a plan waits for, and what waits for it, in a picture.", neighbours),
    _piece("risk-matrix", "A plan's risks by probability and impact, with a list.", risk_matrix),
    _piece("verdict", "Whether the target of one benchmark is met, in its row.", verdict, repeats=True),
    _piece("benchmarks", "Verdicts on a plan's measured figures.", benchmarks),
    _piece("history", "A plan over time, from git: burn-up, states, risks, phases, and a forecast.", history),
    View(
        "plans",
        "history",
        "All plans over time, from git: burn-up, risks, and a forecast.",
        histories,
        takes=("where",),
    ),
    View(
        "plans",
        "changes",
        "What commits changed in plans lately: tasks, phases, risks, dates, with who and when.",
        changes,
        takes=("where", "limit", "since"),
    ),
    View(
        "plans",
        "summary",
        "Totals of all plans, their states, and what changed last.",
        summary,
        takes=("where",),
    ),
    View(
        "plans",
        "attention",
        "Plans that are late, blocked, due, contradictory or exposed, by reason.",
        attention,
    ),
    View(
        "plans",
        "table",
        "One row per plan, what needs attention first.",
        table.table,
        takes=(*LIST, "columns"),
        columns=tuple(table.COLUMNS),
    ),
    View("plans", "cards", "One card per plan.", cards),
    View("plans", "board", "Plans in columns by state, or by owner, priority, health, due.", board),
    View(
        "plans",
        "roadmap",
        "One lane per plan on a time scale, with its phases at their dates; plans without dates apart.",
        roadmap,
    ),
    View(
        "plans",
        "risk-matrix",
        "Open risks of all plans, counted by probability and impact.",
        heat_map,
        takes=("where", "limit"),
        items=fields.RISK_FIELDS,
    ),
    View(
        "plans",
        "risks",
        "Risk register: every risk of every plan, gravest first.",
        register.register,
        takes=(*LIST, "columns"),
        columns=tuple(register.COLUMNS),
        items=fields.RISK_FIELDS,
    ),
    View(
        "plans",
        "actions",
        "Open tasks by plan and phase, first open first.",
        actions,
        items=fields.TASK_FIELDS,
    ),
    View(
        "plans",
        "people",
        "For each owner what they have: late, blocked, in progress, next, and risks.",
        people,
        takes=("where",),
    ),
    View(
        "plans",
        "updates",
        "Status updates of all plans, the newest first.",
        updates,
        items=fields.UPDATE_FIELDS,
    ),
    View("plans", "next", "Per plan the current phase, the first open step, and what blocks it.", coming),
    View(
        "plans",
        "decisions",
        "Log of decisions with date, choice and status.",
        decisions,
        items=fields.DECISION_FIELDS,
    ),
    View(
        "plans",
        "results",
        "Criteria of success, benchmarks and deliverables: all that there is, or the one that `show` names.",
        outcomes.results,
        takes=("where", "limit", "show"),
        shows=("criteria", "benchmarks", "deliverables"),
    ),
    View(
        "plans",
        "criteria",
        "Criteria of success with their states.",
        outcomes.criteria,
        items=fields.CRITERION_FIELDS,
    ),
    View(
        "plans",
        "benchmarks",
        "Baseline, target, actual and verdict of every benchmark.",
        outcomes.measured,
        takes=(*LIST, "columns"),
        columns=tuple(outcomes.BENCHMARK_COLUMNS),
        items=fields.BENCHMARK_FIELDS,
    ),
    View(
        "plans",
        "deliverables",
        "What plans deliver, with its state.",
        outcomes.deliverables,
        items=fields.CRITERION_FIELDS,
    ),
    View(
        "plans",
        "dependencies",
        "Who waits for whom, in a picture and as a list, with states; cycles marked.",
        dependencies,
        takes=("where", "sort", "limit"),
    ),
    View(
        "plans",
        "findings",
        "Health of the documents: findings by plan.",
        findings,
        items=fields.FINDING_FIELDS,
    ),
)

SUBJECTS: dict[str, tuple[str, ...]] = {
    "card": ("plan:banner", "plan:card", "plans:cards"),
    "phases": ("plan:stepper", "plan:phase-bar", "plan:checklist-count"),
    "risks": ("plan:risk-matrix", "plans:risk-matrix", "plans:risks"),
    "results": (
        "plan:verdict",
        "plan:benchmarks",
        "plans:results",
        "plans:criteria",
        "plans:benchmarks",
        "plans:deliverables",
    ),
    "dependencies": ("plan:dependencies", "plans:dependencies"),
    "findings": ("plan:findings", "plans:findings"),
    "history": ("plan:history", "plans:history"),
    "roadmap": ("plan:timeline", "plans:roadmap"),
    "summary": ("plans:summary",),
    "attention": ("plans:attention",),
    "table": ("plans:table",),
    "board": ("plans:board",),
    "actions": ("plans:actions", "plans:next"),
    "people": ("plans:people",),
    "news": ("plans:changes", "plans:updates"),
    "decisions": ("plans:decisions",),
}
"""What a reader has to know: of each subject the names for a plan's page, for all plans, and for a part."""

VIEWS: dict[str, View] = {view.key: view for view in _ALL}
"""Every view by its name in directives, e.g. `plan:card`."""
