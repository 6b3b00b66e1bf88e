"""The directives of a page, found and resolved; and which index page shows which view unfiltered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views import directives
from mkdocs_plan_plugin.views.answers import answer
from mkdocs_plan_plugin.views.context import Whole
from mkdocs_plan_plugin.weave import log

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.views.answers import Answer
    from mkdocs_plan_plugin.views.directives import Directive
    from mkdocs_plan_plugin.weave.page import SitePage
    from mkdocs_plan_plugin.weave.site import Site

_FILTERS = {"where", "under", "text"}


def resolve(
    site: Site, path: str, plan: Plan | None, text: str, offset: int
) -> Iterator[tuple[Directive, Answer]]:
    """Yield the directives of a page in whose places something is, and report what is wrong with any.

    `offset` lines of front matter are above the `text`.
    """
    for directive in directives.find(text):
        found = answer(directive, plan, path, site.portfolio, site.stated_fields, site.today)
        if not site.checks.tells(path, directive.line + offset):
            for problem in found.problems:
                log.wrong(f"{path}:{directive.line + offset}: {problem}")
        if found.view is not None or site.serving:
            yield directive, found


class PlacedView(NamedTuple):
    """A view on an index page, with the limit that its directive sets."""

    page: SitePage
    limit: int | None


class Unfiltered:
    """The views of all plans on index pages, by name; a page of its own goes before the first page."""

    def __init__(self, pages: Iterable[tuple[SitePage, str]] = ()) -> None:
        self._places: dict[str, PlacedView] = {}
        for page, text in pages:
            for directive in directives.find(text):
                if directive.scope != "plans" or _FILTERS & directive.options.keys():
                    continue
                limit = directive.options.get("limit")
                place = PlacedView(page, limit if isinstance(limit, int) and limit is not True else None)
                known = self._places.get(directive.name)
                if known is None or (known.page is not page and _reach(place) >= _reach(known)):
                    self._places[directive.name] = place

    def seen_from(self, page: SitePage) -> dict[str, Whole]:
        """Return links from a page to the others."""
        return {
            name: Whole(f"{place.page.href_from(page)}#plans-{name}", place.limit)
            for name, place in self._places.items()
            if place.page.path != page.path
        }


def _reach(place: PlacedView) -> float:
    return place.limit or float("inf")
