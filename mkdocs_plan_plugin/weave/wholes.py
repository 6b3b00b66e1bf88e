"""Which index page shows which view of all plans, and how much of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.views import directives
from mkdocs_plan_plugin.views.context import Whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import File

_FILTERS = {"where", "under", "text"}


class Place(NamedTuple):
    """A view on an index page, with the limit that its directive sets."""

    file: File
    limit: int | None


class Wholes:
    """The views of all plans on index pages, by name; a page of its own goes before the first page."""

    def __init__(self, pages: Iterable[tuple[File, str]] = ()) -> None:
        self._places: dict[str, Place] = {}
        for file, text in pages:
            for directive in directives.find(text):
                if directive.scope != "plans" or _FILTERS & directive.options.keys():
                    continue
                limit = directive.options.get("limit")
                place = Place(file, limit if isinstance(limit, int) and limit is not True else None)
                known = self._places.get(directive.name)
                if known is None or (known.file is not file and _reach(place) >= _reach(known)):
                    self._places[directive.name] = place

    def seen_from(self, page: File) -> dict[str, Whole]:
        """Return links from a page to the others."""
        return {
            name: Whole(f"{place.file.url_relative_to(page)}#plans-{name}", place.limit)
            for name, place in self._places.items()
            if place.file is not page
        }


def _reach(place: Place) -> float:
    return place.limit or float("inf")
