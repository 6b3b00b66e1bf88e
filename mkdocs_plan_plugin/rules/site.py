"""What is around a plan under check: the site as it is configured, and its pages once they are read."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Callable
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.model import Kept
from mkdocs_plan_plugin.portfolio import Links
from mkdocs_plan_plugin.reading.find import NearMiss
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.template.files import Templates
from mkdocs_plan_plugin.vocabulary.lookup import title_key

if TYPE_CHECKING:
    from mkdocs_plan_plugin.history.traces import Trace, Traces


class RuleSite(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a site before any page of it is read."""

    today: dt.date
    settings: Settings = msgspec.field(default_factory=Settings)
    templates: Templates = msgspec.field(default_factory=Templates)
    views: Callable[[], frozenset[str]] = frozenset
    """Gives the names of all views, e.g. `plan:card`, to a page that asks for one; none are not judged."""
    pieces: frozenset[str] = frozenset()
    """Names of the pieces of a plan page."""
    list_indent: int = 4
    """How far the site's Markdown wants lists indented to nest."""
    list_fences: bool = True
    """Whether the site's Markdown reads fenced code inside of lists."""


class Pages(msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """The pages of a site, all of them read. What many plans ask about is looked up once."""

    site: RuleSite
    portfolio: Links[Kept] = msgspec.field(default_factory=Links)
    paths: frozenset[str] = frozenset()
    """Paths of all Markdown pages known, plans or not."""
    plans: int = 0
    """How many plans were found, templates among them."""
    near: tuple[NearMiss, ...] = ()
    """Pages that look like plans or are where plans do, but are none."""
    empty: tuple[str, ...] = ()
    """Folders that the option `extra_plans` names, and in which no plan is."""
    unread: tuple[tuple[str, str], ...] = ()
    """Files that could not be read, each with the reason."""
    wrong: tuple[tuple[str, int, int, str], ...] = ()
    """Directives whose options are wrong: path, line, column, and what is wrong."""
    traces: Traces | None = None
    """What the repository tells of the plans; None without one."""
    whole: bool = True
    """False where only a part of the site is looked at, so that a link may lead out of it."""

    def trace(self, path: str) -> Trace | None:
        """Return what the repository tells of a plan, None where it does not know it."""
        return self.traces.of(path) if self.traces else None

    @cached_property
    def first_titled(self) -> dict[str, str]:
        """By `title_key` the first listed plan with the title, as its path."""
        found: dict[str, str] = {}
        for plan in self.portfolio.plans:
            title = title_key(plan.title)
            found[title] = min(plan.path, found.get(title, plan.path))
        return found

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """By what a listed plan may be called, file name or title, the sorted paths of those called so."""
        found: dict[str, list[str]] = {}
        for plan in sorted(self.portfolio.plans, key=attrgetter("path")):
            for name in (stem(plan.path), title_key(plan.title)):
                found.setdefault(name, []).append(plan.path)
        return found

    @cached_property
    def circles(self) -> dict[str, list[str]]:
        """By the path of each plan in a circle of dependencies the paths of all in it, sorted."""
        groups = [[plan.path for plan in circle] for circle in self.portfolio.cycles(listed=False)]
        return {path: group for group in groups for path in group}


def stem(path: str) -> str:
    """Return the file name in a path without its ending, as names are compared."""
    return posixpath.basename(path).removesuffix(".md").casefold()
