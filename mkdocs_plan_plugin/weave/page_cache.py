"""Pages as they were shown last, so that `serve` fills in only those that an edit reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.cache.digests import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 1024
"""Pages kept. Of more pages the first ones stay: each build asks for all, in the same order."""


class Filled(NamedTuple):
    """A page with its views, and the anchors that came with them."""

    html: bytes
    anchors: frozenset[str]


class PageCache:
    """The last form of each page, by a digest of all that it was made of."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[bytes, Filled]] = {}
        self._about = ""

    def begin(self, about: str) -> None:
        """Begin a build; `about` is all that every page of it is made of."""
        self._about = digest(about).hex()

    def key(self, parts: Iterable[str]) -> bytes:
        """Return the digest of what a page is made of."""
        return digest("\0".join((self._about, *parts)))

    def recall(self, path: str, key: bytes) -> Filled | None:
        """Return a page if it is made of the same as when it was shown last."""
        known = self._kept.get(path)
        return known[1] if known and known[0] == key else None

    def keep(self, path: str, key: bytes, html: str, anchors: frozenset[str]) -> None:
        """Keep a page."""
        if path in self._kept or len(self._kept) < _MOST:
            self._kept[path] = key, Filled(html.encode("utf-8", "surrogatepass"), anchors)
