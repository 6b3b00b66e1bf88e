"""A bounded memory of what was read, so that an unchanged page is not read twice by `serve`."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.plans import NearMiss, read_page
from mkdocs_plan_plugin.plans.model import Plan

if TYPE_CHECKING:
    from mkdocs_plan_plugin.settings import Settings

_MOST = 4096
"""Readings kept; beyond that the one unused for longest goes."""


class Readings:
    """Readings by content: nothing else decides what a page reads as."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, Plan | NearMiss | None] = OrderedDict()

    def read(self, text: str, path: str, settings: Settings) -> Plan | NearMiss | None:
        """Read a page. The plan returned is the caller's own to change, but not what is in it."""
        content = "\0".join((path, repr(settings), text)).encode("utf-8", "replace")
        key = blake2b(content, digest_size=16).digest()
        if key not in self._kept:
            self._kept[key] = read_page(text, path, settings)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        found = self._kept[key]
        if not isinstance(found, Plan):
            return found
        return msgspec.structs.replace(found, findings=list(found.findings))
