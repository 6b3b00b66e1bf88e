"""What a view is given to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from mkdocs_plan_plugin.languages import ENGLISH, Language
from mkdocs_plan_plugin.model import Decision, Phase, Plan, Risk, Task
from mkdocs_plan_plugin.views.choice import Choice
from mkdocs_plan_plugin.views.cut import Cut, cut
from mkdocs_plan_plugin.views.references import NO_REFERENCES, References
from mkdocs_plan_plugin.vocabulary.grid import DEFAULT_GRID, Grid

if TYPE_CHECKING:
    from mkdocs_plan_plugin.history.past import Past
    from mkdocs_plan_plugin.portfolio import Entry, Portfolio
    from mkdocs_plan_plugin.views.fields import DirectiveField

Href = Callable[[Plan, str], str]
"""Plan and anchor (empty for the page itself) → link relative to the page shown, empty for none."""

Facts = dict[str, Any]
"""What a template is given besides the context."""

_T = TypeVar("_T")


class Spot(NamedTuple):
    """Where a task or phase is in the file of its plan, and what it says there."""

    path: str
    line: int
    text: str
    was: str


Changed = Callable[[Plan, Task | Phase], Spot | None]
"""Plan and a part of it → its place where the preview lets a reader change it, else None."""


class Whole(NamedTuple):
    """A view on another page: the link to it, and the limit its directive sets."""

    href: str
    limit: int | None


def _itself(item: _T) -> _T:
    return item


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The data of one rendered view. Links come from `href`, never from author text."""

    portfolio: Portfolio
    href: Href
    beside: Href = lambda _plan, _file: ""
    """Plan and the name of a file of its folder → link relative to the page shown, empty for none."""
    plan: Plan | None = None
    """The plan shown; None in views of all plans."""
    own: bool = True
    """True where a plan's piece is on the plan's own page."""
    index: int = 0
    """Which of the plan's phases (`phase-bar`) or checklists (`checklist-count`)."""
    grid: Grid = DEFAULT_GRID
    index_href: str = ""
    """Link to the index page, empty where there is none."""
    choice: Choice = msgspec.field(default_factory=Choice)
    """What the directive asked for."""
    today: dt.date = dt.date.min
    stale_after: int = 0
    """Days without an update after which a plan in progress is stale; 0 for never."""
    due_soon: int = 14
    """Days before its date in which something is due soon; 0 for never."""
    serial: int = 0
    """How many directives for the same view stand above on the page: ids are the first one's."""
    here: Mapping[str, int | None] = msgspec.field(default_factory=dict)
    """Views of this page that leave no plan out, by name, with their limit; at the anchor `plans-<name>`."""
    pages: Mapping[str, Whole] = msgspec.field(default_factory=dict)
    """Other pages that show a view and leave no plan out, by the view's name."""
    references: References = NO_REFERENCES
    """What references in plans lead to."""
    files: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Links to the files with all plans in them, by their names: `plans.json`."""
    data_href: str = ""
    """Link to the data of all plans, empty where the site has none."""
    hints: bool = True
    """Whether views speak to authors too: what to write where they are empty, what contradicts itself."""
    language: Language = ENGLISH
    """What the view speaks; the renderer's own."""
    repo_url: str = ""
    """The site's repository at its code host, empty where none is named."""
    visits: bool = False
    """True where what is new since a reader's last visit is to be marked."""
    past: Past | None = None
    """What git knows of plans; None where nobody asks it."""
    changed: Changed = lambda _plan, _part: None
    """Where a part of a plan can be changed from the page: under `mkdocs serve`, if the site wants that."""

    def place(self, plan: Plan, item: Risk | Decision) -> str:
        """Link to where something of a plan is: on its page, or in another file of its folder."""
        return self.beside(plan, item.file) if item.file else self.href(plan, item.anchor)

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

    def entries(self) -> list[Entry]:
        """The plans asked for, in the order asked for."""
        chosen = [entry for entry in self.portfolio.entries if self.choice.takes(entry)]
        of_plans = replace(self.choice, sort=tuple(key for key in self.choice.sort if not key[0].item))
        return of_plans.sorted(chosen)

    def live(self) -> list[Entry]:
        """The plans asked for, without those abandoned: their work and risks are nobody's any more."""
        return [entry for entry in self.entries() if not entry.abandoned]

    def cut(
        self,
        rows: Iterable[_T],
        most: int,
        view: str,
        entry_of: Callable[[_T], Any] = _itself,
        group: DirectiveField | None = None,
    ) -> Cut[_T]:
        """Rows in the groups asked for, else `group`, no more than `most` of them open; see `Cut`."""
        by = self.choice.group or (None if self.choice.sort else group)
        limit = most if self.choice.limit is None else self.choice.limit
        page = None if self.choice.narrows else self.pages.get(view)
        shows_more = page is not None and (page.limit is None or page.limit == 0 or page.limit > limit)
        href = page.href if page is not None and shows_more else ""
        return cut(list(rows), limit, by, entry_of, href, self.data_href or self.index_href, self.language)

    def whole(self, view: str) -> str:
        """Link to where a view of all plans is whole, on this page or another; empty for nowhere."""
        places = self.places(view)
        return places[0].href if places else ""

    def places(self, view: str) -> list[Whole]:
        """Where a view of all plans is whole: on this page, then on another."""
        own = [Whole(f"#plans-{view}", self.here[view])] if view in self.here else []
        return [*own, *([self.pages[view]] if view in self.pages else [])]
