"""Views set aside while others look at a page's text, and put back behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.weave.seal import Seal


class Aside:
    """The views of one page while search plugins index it."""

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._kept: dict[str, str] = {}

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
        first, *rest = html.split(self._seal.marker("").removesuffix("-->"))
        parts = [first]
        for part in rest:
            number, _, behind = part.partition("-->")
            parts += (self._kept.get(self._seal.marker(number), ""), behind)
        self._kept.clear()  # the page has them again, and is kept to the end of the build
        return "".join(parts)
