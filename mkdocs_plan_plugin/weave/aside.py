"""Views set aside until their page is written, and put back for that.

Search plugins index a page without them. And MkDocs keeps all pages to the end of the build, in strings that
take two or four bytes for each character if one of them needs it: inside of a page with an emoji a view of
plain ASCII is four times as large as beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plan_plugin.weave.seal import Seal


class Aside:
    """The views of one page."""

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._kept: dict[str, str] = {}
        self._without = self._with = ""

    @property
    def views(self) -> Iterable[str]:
        """The views that were taken out."""
        return self._kept.values()

    def take_out(self, html: str) -> str:
        """Return the page with a marker in the place of each view."""
        begin, end = self._seal.ends
        first, *rest = html.split(begin)
        parts = [first]
        for part in rest:
            number, _, inside = part.partition("-->")
            view, close, behind = inside.partition(end + number + "-->")
            if not close:  # a neighbour cut it: what is left stays
                parts += (begin, part)
                continue
            token = self._seal.marker(number)
            self._kept[token] = view
            parts += (token, behind)
        return "".join(parts)

    def put_back(self, html: str) -> str:
        """Return the page with its views, and without the comments around them."""
        self._without = html
        first, *rest = html.split(self._seal.marker("").removesuffix("-->"))
        parts = [first]
        for part in rest:
            number, _, behind = part.partition("-->")
            parts += (self._kept.get(self._seal.marker(number), ""), behind)
        self._kept.clear()
        self._with = "".join(parts)
        return self._with

    def release(self, html: str) -> str:
        """Return a page that has been written as it was before, unless somebody has changed it since."""
        released = self._without if html is self._with else html
        self._without = self._with = ""
        return released
