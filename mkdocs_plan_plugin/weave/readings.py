"""A bounded memory of what was read, so that a page is read and checked again only if it changed.

`serve` has it at hand; each process begins with what the one before it has left in the user's cache folder.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.cache.digests import digest
from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading.page import read
from mkdocs_plan_plugin.rules import Pending

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_plan_plugin.reading import NearMiss
    from mkdocs_plan_plugin.rules import Checker
    from mkdocs_plan_plugin.settings import Settings

_MOST = 4096
"""Plans kept; beyond that the one unused for longest goes."""


class PageReading(NamedTuple):
    """What a page is; with what its own check found, if it is a plan that could be checked."""

    found: Plan | NearMiss | None
    pending: Pending | None = None
    failure: Exception | None = None
    """What went wrong in the check: a fault of the plugin, on which no page may depend."""
    content: bytes = b""
    """A digest of the text and of all else that it was read by; of plans only."""


class Around(NamedTuple):
    """What decides, beside its text, what a page reads as."""

    inherited: Mapping[str, object] | None = None
    """Front matter that its folders give it."""
    full_path: str = ""
    """Its path from the project."""
    beside: Mapping[str, str] | None = None
    """The texts of the files of its folder that may be one plan with it."""
    place: str = ""
    """What globs are held to, where that is not its path in the site."""


NOTHING = Around()


class Readings:
    """What was read of each plan, and from which text. Other pages are read as quickly as looked up."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, PageReading] = OrderedDict()
        self._cache = Cache()
        self._about: Callable[[], bytes] = bytes
        self._today = dt.date.min
        self.stated: list[str] = []
        """What the build before this one said of its findings: `serve` says so again only if it changed."""

    def begin(self, about: Callable[[], bytes], earlier: Cache, today: dt.date) -> None:
        """Begin a build; `about` tells all that decides, beside text and date, what a page reads as.

        It is asked when the first plan is read, or one that was a plan. `earlier` holds what other
        processes have read.
        """
        self._about, self._cache, self._today = cache(about), earlier, today

    def read(
        self,
        text: str,
        path: str,
        settings: Settings,
        checker: Callable[[], Checker],
        around: Around = NOTHING,
    ) -> PageReading:
        """Read a page, and check it by itself if it is a plan.

        The plan returned is the caller's own to change, but of what is in it only `late`, which each
        build sets.
        """
        read = self._kept.get(path)
        known = read is not None or path in self._cache
        content = self._content(text, around) if known else b""
        if read is None or read.content != content or not self._holds(read.pending):
            read = self._recalled(path, content) if known else None
            if read is None:
                read = _read(text, path, settings, checker, around)
                if not isinstance(read.found, Plan):
                    return read
                read = read._replace(content=content or self._content(text, around))
                self._keep(path, read)
            self._kept[path] = read
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(path)
        return read._replace(found=msgspec.structs.replace(read.found, findings=[]))  # type: ignore[type-var]

    def _content(self, text: str, around: Around) -> bytes:
        given = repr(around)
        return digest(self._about() + f"{given}{text}".encode("utf-8", "replace"))

    def _recalled(self, path: str, content: bytes) -> PageReading | None:
        kept = self._cache.decoded(path, content, lambda packed: _unpacker().decode(packed))
        if kept is None:
            return None
        plan, pending = kept
        return PageReading(plan, pending, content=content) if self._holds(pending) else None

    def _holds(self, pending: Pending | None) -> bool:
        return pending is None or pending.holds_on(self._today)

    def _keep(self, path: str, read: PageReading) -> None:
        if read.pending is not None and self._cache.keeps:
            with suppress(ValueError, OverflowError):  # a lone surrogate, a number of more than 64 bits
                self._cache.keep(path, read.content, _PACK.encode((read.found, read.pending)))


_PACK = msgspec.msgpack.Encoder()


@cache
def _unpacker() -> msgspec.msgpack.Decoder[tuple[Plan, Pending]]:
    """Return what unpacks; to make it takes as long as to read a plan."""
    return msgspec.msgpack.Decoder(tuple[Plan, Pending])


def _read(
    text: str, path: str, settings: Settings, checker: Callable[[], Checker], around: Around
) -> PageReading:
    found, outline, _ = read(text, path, settings, **around._asdict())
    if not isinstance(found, Plan) or outline is None:
        return PageReading(found)
    try:
        return PageReading(found, checker().read(found, outline))
    except Exception as error:  # noqa: BLE001 - a plan is shown even if it can't be checked
        return PageReading(found, failure=error)
