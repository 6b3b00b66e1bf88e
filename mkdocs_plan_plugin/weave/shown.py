"""Pages as they were shown last, so that `serve` fills in only those that an edit reaches."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 1024
"""Pages kept; beyond that the one unused for longest goes."""


class Page(NamedTuple):
    """A page with its views, and the anchors that came with them."""

    html: bytes
    anchors: frozenset[str]


class Shown:
    """The last form of each page, by a digest of all that it was made of."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[bytes, Page]] = OrderedDict()
        self._about = ""

    def begin(self, about: str) -> None:
        """Begin a build; `about` is all that every page of it is made of."""
        self._about = _digest(about).hex()

    def key(self, parts: Iterable[str]) -> bytes:
        """Return the digest of what a page is made of."""
        return _digest("\0".join((self._about, *parts)))

    def recall(self, path: str, key: bytes) -> Page | None:
        """Return a page if it is made of the same as when it was shown last."""
        known = self._kept.get(path)
        if known is None or known[0] != key:
            return None
        self._kept.move_to_end(path)
        return known[1]

    def keep(self, path: str, key: bytes, html: str, anchors: frozenset[str]) -> None:
        """Keep a page."""
        self._kept[path] = key, Page(html.encode("utf-8", "surrogatepass"), anchors)
        self._kept.move_to_end(path)
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
