"""All plans of a site together: the links between them, the order of attention, the totals.

`join` builds a `Portfolio`. Plans that asked not to be listed and template pages are in no joined
figure or view, but links to them still resolve.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, cast, get_args
from urllib.parse import unquote

import msgspec

from mkdocs_plan_plugin.model import LEVELS, OPEN, Ending, Kept, Level, Link, Phase, Plan, Risk, severity_rank
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.schedule import mark_late

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

_ADDRESS_END = regex(r"[?#]")
_ENDING = regex(r"\.(?:md|markdown|mdown|mkdn|mkd|html?)$")
_INDEX = regex(r"(?:^|/)(?:index|readme)$")

P_co = TypeVar("P_co", bound=Kept, covariant=True)
"""How much is known of the plans: all that was read, or what is kept of it."""
Q = TypeVar("Q", bound=Kept)

Standing = Literal[
    "in-progress",
    "blocked",
    "planning",
    "on-hold",
    "unknown",
    "complete",
    "cancelled",
    "superseded",
]
"""What a joined view says of a plan: its stated work state, `superseded`, or `unknown`."""

ATTENTION: tuple[Standing, ...] = (
    "blocked",
    "in-progress",
    "planning",
    "on-hold",
    "unknown",
    "complete",
    "cancelled",
    "superseded",
)
"""Standings as rows are sorted, what needs attention first; `Standing` itself is in the order of counts."""


class RelationOf(msgspec.Struct, Generic[P_co], frozen=True, eq=False):
    """A link from one plan to another; `plan` is None where the target is no known plan."""

    link: Link
    plan: P_co | None

    @property
    def text(self) -> str:
        """What to call the target: the plan's title, else the author's words."""
        return (self.plan.title if self.plan else "") or self.link.title or self.link.target


Relation = RelationOf[Plan]
"""A link to a plan with all that was read of it."""


def relation_to(plan: Q) -> RelationOf[Q]:
    """Return a link to a plan that no author wrote: by its path and title."""
    return RelationOf(Link(target=plan.path, title=plan.title), plan)


class EntryOf(msgspec.Struct, Generic[P_co], frozen=True, eq=False):
    """A plan among the others."""

    plan: P_co
    depends_on: tuple[RelationOf[P_co], ...] = ()
    """Every dependency named, in the author's order; unknown ones included."""
    blocked_by: tuple[P_co, ...] = ()
    """Dependencies that are not finished. A superseded one stands for its successor; see `waits`."""
    needed_by: tuple[P_co, ...] = ()
    """Listed plans that depend on this one, by path."""
    superseded_by: RelationOf[P_co] | None = None
    """The successor, as this plan or the successor says."""
    supersedes: tuple[RelationOf[P_co], ...] = ()

    @property
    def unknown(self) -> tuple[RelationOf[P_co], ...]:
        """Dependencies that are no known plan, which is not the same as being blocked by them."""
        return tuple(relation for relation in self.depends_on if relation.plan is None)

    @property
    def roles(self) -> dict[str, tuple[RelationOf[P_co], ...]]:
        """What this plan is linked to, in either direction, by the part that it plays."""
        return {
            "depends on": self.depends_on,
            "blocked by": tuple(map(relation_to, self.blocked_by)),
            "needed by": tuple(map(relation_to, self.needed_by)),
            "superseded by": (self.superseded_by,) if self.superseded_by else (),
            "supersedes": self.supersedes,
        }

    @property
    def superseded(self) -> bool:
        """True if another plan has taken over."""
        return self.superseded_by is not None or self.plan.document_state == "superseded"

    @property
    def standing(self) -> Standing:
        """The work state that joined views show."""
        if self.superseded:
            return "superseded"
        state = self.plan.effective_state or "unknown"
        return state if state in get_args(Standing) else "unknown"  # type: ignore[return-value]

    @property
    def ending(self) -> Ending | None:
        """How the plan came to be over, as it or its successor says; None if it is not."""
        return "superseded" if self.superseded else self.plan.ending

    @property
    def over(self) -> bool:
        """True for a plan that nobody works on any more."""
        return self.ending is not None

    @property
    def abandoned(self) -> bool:
        """True for a plan that is over without having been finished: it counts in no sum of work or risk."""
        return self.ending not in (None, "complete")

    @property
    def working(self) -> bool:
        """True for a plan that is being worked on."""
        return self.plan.working and not self.over

    @property
    def blocked(self) -> bool:
        """True for a plan still to be done that says so; who merely waits for another one is not blocked."""
        return self.standing == "blocked" and not self.over

    @property
    def waits(self) -> tuple[RelationOf[P_co], ...]:
        """The unfinished dependencies of a plan still to be done, as it names them, whatever its state."""
        if self.over:
            return ()
        blocking = {plan.path for plan in self.blocked_by}
        named = tuple(r for r in self.depends_on if r.plan is not None and r.plan.path in blocking)
        known = {relation.plan.path for relation in named if relation.plan is not None}
        return named + tuple(relation_to(plan) for plan in self.blocked_by if plan.path not in known)


Entry = EntryOf[Plan]
"""A plan with all that was read of it, among the others."""


def current_phase(entry: Entry) -> Phase | None:
    """Return the phase to look at: none in a plan that is over."""
    return None if entry.over else entry.plan.current_phase


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """Figures over plans. Those abandoned are in `plans` and `by_state` alone."""

    plans: int = 0
    abandoned: int = 0
    """Plans that are over without having been finished: cancelled, superseded or archived."""
    by_state: dict[Standing, int] = msgspec.field(default_factory=dict)
    """Number of plans by state as the site counts them; states that no plan has are missing."""
    blocked: int = 0
    """Plans that are blocked by their own word: as many as `by_state` has, without those that are over."""
    waiting: int = 0
    """Plans that wait for an unfinished dependency, whatever their state."""
    percent: int | None = None
    """Mean over the plans with a percent, rounded down; None where no plan has one."""
    rated: int = 0
    """Number of plans with a percent."""
    phases_complete: int = 0
    phases_total: int = 0
    tasks_open: int = 0
    """Checkboxes neither done, cancelled nor deferred; blocked ones are among them."""
    tasks_blocked: int = 0
    risks_open: int = 0
    risks_by_level: dict[Level, int] = msgspec.field(default_factory=dict)
    """Open risks by level, without zeros, gravest first."""
    risks_unrated: int = 0
    """Open risks without a level."""


class Exposure(msgspec.Struct, frozen=True, eq=False):
    """An open risk of a plan. `index` counts from 0 in the plan's risks."""

    plan: Plan
    risk: Risk
    index: int


class Links(msgspec.Struct, Generic[P_co], frozen=True, eq=False):
    """All plans and the links between them. Compare nothing by identity: a page may show a plan read anew."""

    entries: tuple[EntryOf[P_co], ...] = ()
    """The listed plans, by path; in a portfolio what needs attention first."""
    by_path: dict[str, EntryOf[P_co]] = msgspec.field(default_factory=dict)
    names: _Names[P_co] | None = None

    @property
    def plans(self) -> tuple[P_co, ...]:
        """The listed plans, in the order of the entries."""
        return tuple(entry.plan for entry in self.entries)

    def entry(self, plan: Kept) -> EntryOf[P_co]:
        """The plan's place among the others, found by its path; a stranger has no relations back."""
        known = self.by_path.get(plan.path)
        if known is not None:
            return known
        stranger = cast("P_co", plan)  # who asks has plans of one kind
        return _entry(stranger, self.names, {}) if self.names else EntryOf(stranger)

    def resolve(self, target: str, page: Kept) -> P_co | None:
        """The plan that `target`, written on `page`, names: a path, a URL path or a title."""
        return self.names.find(target, page) if self.names else None

    def cycles(self, *, listed: bool = True) -> list[tuple[P_co, ...]]:
        """Circles of plans that depend on each other, each by path, the first path first.

        Of the listed plans only, or of all.
        """
        return _cycles(self.entries if listed else tuple(self.by_path.values()))


class Portfolio(Links[Plan], frozen=True, eq=False):
    """All plans of a site with all that was read of them, in the order of attention."""

    totals: Totals = msgspec.field(default_factory=Totals)

    def open_risks(self) -> list[Exposure]:
        """Open risks of the listed plans, gravest first, then in the order of attention."""
        return open_risks(self.entries)


def open_risks(entries: Iterable[Entry]) -> list[Exposure]:
    """Open risks of plans that are not abandoned, gravest first, then in the order of the plans."""
    found = [
        Exposure(entry.plan, risk, index)
        for entry in entries
        if not entry.abandoned
        for index, risk in enumerate(entry.plan.risks)
        if risk.open
    ]
    return sorted(found, key=lambda exposure: -severity_rank(exposure.risk.level))


def link(plans: Iterable[Q]) -> Links[Q]:
    """Find the links between plans. The result does not depend on their order."""
    pages = sorted(plans, key=lambda plan: plan.path)
    names = _Names(pages)
    successors = _successors(pages, names)
    by_path = {plan.path: _entry(plan, names, successors) for plan in pages}
    listed = [by_path[plan.path] for plan in pages if plan.options.listed and not plan.template]
    needed: dict[str, list[Q]] = {}
    for entry in listed:
        for path in {relation.plan.path for relation in entry.depends_on if relation.plan is not None}:
            if path != entry.plan.path:
                needed.setdefault(path, []).append(entry.plan)
    for path, waiting in needed.items():
        by_path[path] = msgspec.structs.replace(by_path[path], needed_by=tuple(waiting))
    return Links(tuple(by_path[entry.plan.path] for entry in listed), by_path, names)


def join(plans: Iterable[Plan], today: dt.date | None = None) -> Portfolio:
    """Join plans into a portfolio, and say of them what is late `today`, where that is given.

    The result does not depend on their order. `late` is all that is changed of the plans.
    """
    links = link(plans)
    if today is not None:
        for entry in links.by_path.values():
            mark_late(entry.plan, today, over=entry.over)
    entries = sorted(links.entries, key=_attention)
    return Portfolio(tuple(entries), links.by_path, links.names, totals_of(entries))


class _Names(Generic[P_co]):
    """What plans may be called: path with or without ending, URL path, title, identifier."""

    def __init__(self, plans: Sequence[P_co]) -> None:
        self._paths: dict[str, P_co] = {}
        self._titles: dict[str, list[P_co]] = {}
        for plan in plans:
            self._paths.setdefault(_page(plan.path), plan)
            for name in {_words(plan.title), _words(plan.id)} - {""}:
                self._titles.setdefault(name, []).append(plan)

    def find(self, target: str, page: Kept) -> P_co | None:
        """The plan named by `target` as written on `page`; an ambiguous title names nobody."""
        if not target.strip():
            return None
        path = unquote(_ADDRESS_END.split(target.strip(), maxsplit=1)[0])
        # A browser resolves against the page's address, where `a/b.md` is the folder `a/b/`.
        folders = [""] if path.startswith("/") else [posixpath.dirname(page.path), "", _page(page.path)]
        for folder in folders:
            name = posixpath.join(folder, path.lstrip("/")) if path else page.path
            found = self._paths.get(_page(name))
            if found is not None:
                return found
        named = self._titles.get(_words(target), [])
        return named[0] if len(named) == 1 else None


def _page(path: str) -> str:
    """The one name of a page however its path is written."""
    path = posixpath.normpath(path.casefold().replace("\\", "/"))
    path = _ENDING.sub("", path)
    return _INDEX.sub("", path) or "."


def _words(title: str) -> str:
    """A title without case, code marks and doubled white space."""
    return " ".join(title.replace("`", "").casefold().split())


def _entry(plan: Q, names: _Names[Q], successors: dict[str, RelationOf[Q]]) -> EntryOf[Q]:
    depends_on = _once(RelationOf(link, _named(link, plan, names)) for link in plan.depends_on)
    blocking: dict[str, Q] = {}
    for relation in depends_on:
        last = relation.plan and _last(relation.plan, successors)
        if last and last.path != plan.path and not last.finished:
            blocking.setdefault(last.path, last)
    successor = successors.get(plan.path)
    if successor is None and plan.superseded_by is not None:
        successor = RelationOf(plan.superseded_by, _named(plan.superseded_by, plan, names))
    return EntryOf(
        plan=plan,
        depends_on=depends_on,
        blocked_by=tuple(blocking.values()),
        superseded_by=successor,
        supersedes=_once(RelationOf(link, _named(link, plan, names)) for link in plan.supersedes),
    )


def _once(relations: Iterable[RelationOf[Q]]) -> tuple[RelationOf[Q], ...]:
    """Relations without those to a plan that was named before, in front matter and text for instance."""
    found: dict[str, RelationOf[Q]] = {}
    for relation in relations:
        name = relation.plan.path if relation.plan else relation.link.target or relation.link.title
        found.setdefault(name.casefold(), relation)
    return tuple(found.values())


def _named(link: Link, page: Kept, names: _Names[Q]) -> Q | None:
    return names.find(link.target or link.title, page)


def _successors(plans: list[Q], names: _Names[Q]) -> dict[str, RelationOf[Q]]:
    """Successor by path of the superseded plan; its own word goes before the successor's."""
    found: dict[str, RelationOf[Q]] = {}
    for plan in plans:
        for link in plan.supersedes:
            old = _named(link, plan, names)
            if old is not None and old.path != plan.path:
                found.setdefault(old.path, relation_to(plan))
    for plan in plans:
        if plan.superseded_by is not None:
            successor = _named(plan.superseded_by, plan, names)
            if successor is not None or plan.path not in found:
                found[plan.path] = RelationOf(plan.superseded_by, successor)
    return found


def _last(plan: Q, successors: dict[str, RelationOf[Q]]) -> Q:
    """The plan at the end of a chain of successors; a circle ends where it closes."""
    seen = {plan.path}
    while (relation := successors.get(plan.path)) and relation.plan and relation.plan.path not in seen:
        plan = relation.plan
        seen.add(plan.path)
    return plan


def _attention(entry: Entry) -> tuple[int, bool, bool, int, str, tuple[int, ...], str, str]:
    """Sort key: standing, late, waiting, gravest open risk, priority, changed last first, title."""
    plan = entry.plan
    gravest = max((severity_rank(risk.level) for risk in plan.open_risks), default=-1)
    newest = tuple(-ord(letter) for letter in plan.updated or "")
    return (
        ATTENTION.index(entry.standing),
        not plan.late,
        not entry.waits,
        -gravest,
        plan.priority or "P9",
        newest or (0,),
        _words(plan.title),
        plan.path,
    )


def totals_of(entries: Sequence[Entry]) -> Totals:
    """Sum up plans."""
    standings = [entry.standing for entry in entries]
    plans = [entry.plan for entry in entries if not entry.abandoned]
    percents = [plan.progress.percent for plan in plans if plan.progress.percent is not None]
    levels = [exposure.risk.level for exposure in open_risks(entries)]
    unboxed = [task.state for plan in plans for task in plan.task_list if task.origin != "checkbox"]
    return Totals(
        plans=len(entries),
        abandoned=len(entries) - len(plans),
        by_state={
            standing: standings.count(standing) for standing in get_args(Standing) if standing in standings
        },
        blocked=sum(entry.blocked for entry in entries),
        waiting=sum(bool(entry.waits) for entry in entries),
        percent=sum(percents) // len(percents) if percents else None,
        rated=len(percents),
        phases_complete=sum(plan.progress.phases_complete for plan in plans),
        phases_total=sum(plan.progress.phases_total for plan in plans),
        tasks_open=sum(plan.tasks.unfinished for plan in plans) + sum(state in OPEN for state in unboxed),
        tasks_blocked=sum(plan.tasks.blocked for plan in plans) + unboxed.count("blocked"),
        risks_open=len(levels),
        risks_by_level={level: levels.count(level) for level in reversed(LEVELS) if level in levels},
        risks_unrated=levels.count(None),
    )


def _cycles(entries: Sequence[EntryOf[Q]]) -> list[tuple[Q, ...]]:
    """Strongly connected plans (Tarjan's algorithm, without recursion: chains may be long)."""
    plans = {entry.plan.path: entry.plan for entry in entries}
    needs = {
        entry.plan.path: sorted(
            {
                relation.plan.path
                for relation in entry.depends_on
                if relation.plan and relation.plan.path in plans
            }
        )
        for entry in entries
    }
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: dict[str, None] = {}  # in the order of arrival
    found: list[tuple[Q, ...]] = []
    for start in sorted(plans):
        trail = [(start, iter(needs[start]))] if start not in order else []
        while trail:
            path, rest = trail[-1]
            if path not in order:
                order[path] = low[path] = len(order)
                waiting[path] = None
            after = next(rest, None)
            if after is not None:
                if after not in order:
                    trail.append((after, iter(needs[after])))
                elif after in waiting:
                    low[path] = min(low[path], order[after])
                continue
            trail.pop()
            if trail:
                low[trail[-1][0]] = min(low[trail[-1][0]], low[path])
            if low[path] == order[path]:
                circle = [waiting.popitem()[0]]
                while circle[-1] != path:
                    circle.append(waiting.popitem()[0])
                circle.sort()
                if len(circle) > 1 or path in needs[path]:
                    found.append(tuple(plans[name] for name in circle))
    return sorted(found, key=lambda circle: circle[0].path)
