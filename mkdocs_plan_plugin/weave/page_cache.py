"""What was put into each page last, so that views are drawn only for those that an edit reaches.

`serve` has it at hand; each process begins with what the one before it has left in the user's cache folder.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.cache.digests import digest
from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.weave.splice import HtmlEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 1024
"""Pages at hand. Of more pages the first ones stay: each build asks for all, in the same order."""


class Filled(msgspec.Struct):
    """What a page was given: views in the places of its slots, and drawings at its end that they refer to."""

    edits: list[HtmlEdit]
    end: str
    anchors: list[str]
    """Those that came with it."""
    changes: bool
    """True if something in it can be changed in the preview."""


class PageCache:
    """What was put into each page, by a digest of all that it was made of."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[bytes, bytes]] = {}
        self._most = 0
        self._about = ""
        self._earlier = Cache()

    def begin(self, about: bytes, earlier: Cache, *, serving: bool) -> None:
        """Begin a build; `about` is a digest of all that every page of it is made of.

        `earlier` holds what other processes have made; what is `serving` keeps it at hand, too.
        """
        self.end()
        self._about = about.hex()
        self._most = _MOST if serving else 0
        if not serving:
            self._kept.clear()
        self._earlier = earlier
        earlier.open()

    def end(self) -> None:
        """End a build: leave what is new to the next process."""
        self._earlier.close()

    @property
    def keeps(self) -> bool:
        """True if anything of this build is kept."""
        return self._most > 0 or self._earlier.keeps

    def key(self, parts: Iterable[str]) -> bytes:
        """Return the digest of what a page is made of."""
        return digest("\0".join((self._about, *parts)))

    def recall(self, path: str, key: bytes) -> Filled | None:
        """Return what was put into a page if it is made of the same as then."""
        known = self._kept.get(path)
        if known and known[0] == key:
            return _unpacker().decode(known[1])
        return self._earlier.decoded(path, key, _unpacker().decode)

    def keep(self, path: str, key: bytes, filled: Filled) -> None:
        """Keep what was put into a page."""
        try:
            packed = _PACK.encode(filled)
        except ValueError:  # a lone surrogate
            return
        if path in self._kept or len(self._kept) < self._most:
            self._kept[path] = key, packed
        self._earlier.keep(path, key, packed)


_PACK = msgspec.msgpack.Encoder()


@cache
def _unpacker() -> msgspec.msgpack.Decoder[Filled]:
    return msgspec.msgpack.Decoder(Filled)
