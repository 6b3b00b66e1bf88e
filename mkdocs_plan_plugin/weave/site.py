"""A site as the engine sees it, whatever host builds it: its pages, what is asked of it, and its plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.portfolio import Portfolio
from mkdocs_plan_plugin.template.files import Templates
from mkdocs_plan_plugin.views.placements import anchors
from mkdocs_plan_plugin.views.references import References
from mkdocs_plan_plugin.views.render import Renderer
from mkdocs_plan_plugin.vocabulary.grid import Grid, grid_of
from mkdocs_plan_plugin.weave.readings import NOTHING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.history.past import Past
    from mkdocs_plan_plugin.model import Finding, Plan
    from mkdocs_plan_plugin.preview.preview import Preview
    from mkdocs_plan_plugin.settings import Settings
    from mkdocs_plan_plugin.views.context import Whole
    from mkdocs_plan_plugin.weave.lists import Lists
    from mkdocs_plan_plugin.weave.page import SitePage, Source
    from mkdocs_plan_plugin.weave.readings import Around


class Checks(NamedTuple):
    """The findings of a build: those on pages by path, and those about the site, each with a file or none."""

    on_pages: dict[str, list[Finding]]
    on_site: list[tuple[str, Finding]]

    def tells(self, path: str, line: int) -> bool:
        """True if a directive at a line of a page has been reported."""
        found = [*self.on_pages.get(path, ()), *(one for where, one in self.on_site if where == path)]
        return any(one.code in ("PLAN902", "PLAN907") and one.line == line for one in found)


class Addresses(NamedTuple):
    """Where the files with all plans in them are in the site; empty for those that are not written."""

    data: str = ""
    feed: str = ""
    table: str = ""
    calendar: str = ""


class Site(msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """A site and its plans. A host begins it; nothing of it changes while its pages are rendered."""

    settings: Settings
    today: dt.date
    renderer: Renderer
    """Draws views in the site's language, from its theme folders."""
    serving: bool = False
    preview: Preview | None = None
    """What pages may change, None in a build that is for reading alone."""
    docs: Path = Path()
    """The folder of the pages."""
    own_docs: Path = Path()
    """The folder that the configuration names: a plugin may have put another one in its place."""
    config_file: Path = Path("mkdocs.yml")
    name: str = ""
    url: str = ""
    """Its address, which ends with a slash; empty where it is not known."""
    repo_url: str = ""
    """Its repository at its code host, empty where none is named."""
    templates: Templates = msgspec.field(default_factory=Templates)

    sources: Mapping[str, Source] = msgspec.field(default_factory=dict)
    """What was read, by path: plans, and pages that may ask for a view."""
    pages: Mapping[str, SitePage] = msgspec.field(default_factory=dict)
    """The pages of the plans, by path."""
    portfolio: Portfolio = msgspec.field(default_factory=Portfolio)
    checks: Checks = Checks({}, [])
    stated_fields: frozenset[str] = frozenset()
    """Names of fields that some plan states, and the model has no name for."""
    lists: Lists | None = None
    """How the lists of plans are to be written for this site, None where they stay as they are."""
    past: Past | None = None
    """What git knows of the plans; nothing is read before a view asks."""
    body_of: Callable[[str], str] = lambda text: text
    """A file's text → that without front matter, as the host parts them."""
    around: Callable[[SitePage], Around] = lambda _page: NOTHING
    """What a page is read by, beside its text."""
    beside: Callable[[Plan, str], SitePage | None] = lambda _plan, _name: None
    """Plan and a name → that file of the plan's folder, None where the site has none to link to."""

    index: SitePage | None = None
    """The index page that cards link to."""
    written: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The Markdown of the index pages that are ours, by path."""
    unfiltered: Callable[[SitePage], Mapping[str, Whole]] = lambda _page: {}
    """A page → the views of all plans that index pages show unfiltered, with links from there."""
    addresses: Addresses = Addresses()

    @cached_property
    def plans(self) -> list[Plan]:
        """All plans, in the order of their pages."""
        return [source.plan for source in self.sources.values() if source.plan is not None]

    @cached_property
    def grid(self) -> Grid:
        """The grid that risks are rated on."""
        return grid_of(self.settings)

    @cached_property
    def references(self) -> References:
        """What references in plans lead to."""
        return References(self.settings.references, self.repo_url)

    @property
    def notes(self) -> bool:
        """True if plan pages show their findings by themselves."""
        return self._wanted(self.settings.findings_note)

    @property
    def hints(self) -> bool:
        """True if views tell authors what to write."""
        return self._wanted(self.settings.hints)

    def _wanted(self, when: str) -> bool:
        return when == "always" or (when == "serve" and self.serving)

    def plan_of(self, page: SitePage) -> Plan | None:
        """Return the plan that a page's file is, None for another page."""
        source = self.sources.get(page.path)
        return source.plan if source else None

    def content_of(self, plan: Plan) -> str:
        """Return a digest of what a plan was read from."""
        source = self.sources.get(plan.path)
        return source.content.hex() if source else ""

    def anchors_of(self, plan: Plan) -> frozenset[str]:
        """Return the anchors that the page of a plan carries."""
        if plan.path not in self._anchors:
            page = self.pages.get(plan.path)
            self._anchors[plan.path] = frozenset() if page and page.instead is not None else anchors(plan)
        return self._anchors[plan.path]

    @cached_property
    def _anchors(self) -> dict[str, frozenset[str]]:
        return {}

    def holds(self, page: SitePage) -> bool:
        """True for a page that is in the project's folder of pages: the command line finds it."""
        own = self.own_docs
        there = bool(page.file and Path(page.file).is_relative_to(own)) or (own / page.path).is_file()
        return page.redirected is not None or there
