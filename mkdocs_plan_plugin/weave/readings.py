"""A bounded memory of what was read, so that an unchanged page is not read and checked twice by `serve`."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.plans.model import Plan
from mkdocs_plan_plugin.plans.page import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_plan_plugin.plans import NearMiss
    from mkdocs_plan_plugin.rules import Checker, Pending
    from mkdocs_plan_plugin.settings import Settings

_MOST = 4096
"""Plans kept; beyond that the one unused for longest goes."""


class Read(NamedTuple):
    """What a page is; with what its own check found, if it is a plan that could be checked."""

    found: Plan | NearMiss | None
    pending: Pending | None = None
    failure: Exception | None = None
    """What went wrong in the check: a fault of ours, on which no page may depend."""
    content: bytes = b""
    """A digest of the text and of all else that it was read by; of plans only."""


class Readings:
    """What was read of each plan, and from which text. Other pages are read as quickly as looked up."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Read] = OrderedDict()
        self._about = ""

    def begin(self, about: str) -> None:
        """Begin a build; `about` is all that decides, beside its own text, what a page reads as."""
        self._about = digest(about).hex()

    def read(self, text: str, path: str, settings: Settings, checker: Callable[[], Checker]) -> Read:
        """Read a page, and check it by itself if it is a plan.

        The plan returned is the caller's own to change, but not what is in it.
        """
        read = self._kept.get(path)
        content = digest(self._about + text) if read else b""
        if read is None or read.content != content:
            read = _read(text, path, settings, checker)
            if not isinstance(read.found, Plan):
                return read
            read = self._kept[path] = read._replace(content=content or digest(self._about + text))
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(path)
        return read._replace(found=msgspec.structs.replace(read.found, findings=[]))  # type: ignore[type-var]


def digest(text: str) -> bytes:
    """Return what tells a text from any other."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


def _read(text: str, path: str, settings: Settings, checker: Callable[[], Checker]) -> Read:
    found, outline = read(text, path, settings)
    if not isinstance(found, Plan) or outline is None:
        return Read(found)
    try:
        return Read(found, checker().read(found, outline))
    except Exception as error:  # noqa: BLE001 - a plan is shown even if it can't be checked
        return Read(found, failure=error)
