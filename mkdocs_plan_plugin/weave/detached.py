"""HTML without its views: search plugins index a page so, until it is written with them.

MkDocs keeps all pages to the end of the build, in strings that take two or four bytes for each character if
one of them needs it: in a page with an emoji a view of plain ASCII is four times as large as beside it.
"""

from __future__ import annotations

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
        self._kept: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._without = self._with = ""

    @property
    def views(self) -> Iterable[str]:
        """The views that were detached."""
        return self._kept.values()

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
            token = self._tokens.marker(number)
            self._kept[token] = view
            self._before[token] = parts[-1][-_SEEN:]
            parts += (token, behind)
        return "".join(parts)

    def put_back(self, html: str) -> str:
        """Return the page with its views, and without the comments around them."""
        self._without = html
        begin = self._tokens.marker("").removesuffix("-->")
        first, *rest = html.split(begin)
        found = {self._tokens.marker(part.partition("-->")[0]) for part in rest}
        if not self._kept.keys() <= found:
            first, *rest = self._marked(html).split(begin)
        parts = [first]
        for part in rest:
            number, _, behind = part.partition("-->")
            parts += (self._kept.get(self._tokens.marker(number), ""), behind)
        self._kept.clear()
        self._before.clear()
        self._with = "".join(parts)
        return self._with

    def _marked(self, html: str) -> str:
        """Return the page with those markers, too, that somebody has stripped as the comments they are.

        They go back behind what was in front of them; what finds no place is at the end. A page of
        which nothing is left has another content, as one that a password protects: it gets no view.
        """
        known = (before for before in self._before.values() if len(before) == _SEEN)
        if not any(place in html for place in (*self._kept, *known)):
            return html
        at = 0
        for token, before in self._before.items():
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
