"""HTML without its views: search plugins index a page so, until it is written with them.

MkDocs keeps all pages to the end of the build, in strings that take two or four bytes for each character if
one of them needs it: in a page with an emoji a view of plain ASCII is four times as large as here.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plan_plugin.weave.tokens import Tokens

_SEEN = 40
"""Characters in front of a view by which its place is known once more."""


class Detached:
    """The views of one page."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._kept: dict[str, bytes] = {}
        self._without = self._with = ""

    @property
    def views(self) -> Iterable[str]:
        """The views that were detached."""
        return (_text(view) for view in self._kept.values())

    def detach(self, html: str) -> str:
        """Return the page with a marker in the place of each view."""
        begin, end = self._tokens.ends
        first, *rest = html.split(begin)
        parts = [first]
        for part in rest:
            number, _, inside = part.partition("-->")
            view, close, behind = inside.partition(end + number + "-->")
            if not close:  # a neighbour cut it: what is left stays
                parts += (begin, part)
                continue
            self._kept[number] = view.encode("utf-8", "surrogatepass")
            parts += (self._tokens.marker(number), behind)
        self._without = "".join(parts)
        return self._without

    def put_back(self, html: str) -> str:
        """Return the page with its views, and without the comments around them."""
        first, *rest = self._parted(html)
        if not self._kept.keys() <= {number for number, _ in rest}:
            first, *rest = self._parted(self._marked(html))
        parts = [text for number, behind in rest for text in (_text(self._kept.get(number, b"")), behind)]
        self._kept.clear()
        self._without, self._with = html, "".join((first[1], *parts))
        return self._with

    def _parted(self, html: str) -> list[tuple[str, str]]:
        """Return the numbers of markers, each with the text behind it; first that in front of all."""
        first, *rest = html.split(self._tokens.marker("").removesuffix("-->"))
        return [("", first), *((part[0], part[2]) for part in (one.partition("-->") for one in rest))]

    def _marked(self, html: str) -> str:
        """Return the page with those markers, too, that somebody has stripped as the comments they are.

        They go back behind what was in front of them; what finds no place is at the end. A page of
        which nothing is left has another content, as one that a password protects: it gets no view.
        """
        then = self._parted(self._without)
        places = [
            (self._tokens.marker(number), before[-_SEEN:]) for (_, before), (number, _) in pairwise(then)
        ]
        if not any(token in html or (len(before) == _SEEN and before in html) for token, before in places):
            return html
        at = 0
        for token, before in places:
            if (here := html.find(token, at)) < 0:
                here = html.find(before, at)
                here = here + len(before) if here >= 0 else len(html)
                html = f"{html[:here]}{token}{html[here:]}"
            at = here + len(token)
        return html

    def release(self, html: str) -> str:
        """Return a page that has been written as it was before, unless somebody has changed it since."""
        released = self._without if html is self._with else html
        self._without = self._with = ""
        return released


def _text(view: bytes) -> str:
    return view.decode("utf-8", "surrogatepass")
