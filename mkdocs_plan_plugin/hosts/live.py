"""A site that another host builds page by page, read again when a file of it has changed."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_plan_plugin.hosts.folder import FolderSite
from mkdocs_plan_plugin.hosts.links import from_source, unwrapped
from mkdocs_plan_plugin.hosts.write import assets_of, unsearched, write
from mkdocs_plan_plugin.weave import log
from mkdocs_plan_plugin.weave.extension import PlanExtension
from mkdocs_plan_plugin.weave.readings import Readings
from mkdocs_plan_plugin.weave.rendering import Rendering

if TYPE_CHECKING:
    from mkdocs_plan_plugin.settings import Settings

_PAUSE = 0.4
"""Seconds between two looks at whether files have changed."""


class LiveSite:
    """The site as it is now. Its index pages, data and assets are written as files whenever they change."""

    def __init__(
        self, file: Path, configured: Callable[[], tuple[dict[str, Any], Settings]], *, serving: bool
    ) -> None:
        """Read the site. Raises what reading its configuration raises."""
        self.extension = PlanExtension()
        self._file = file
        self._configured = configured
        self._serving = serving
        self._readings = Readings()
        self._lock = threading.RLock()
        self._state: frozenset[tuple[str, int, int]] = frozenset()
        self._looked = 0.0
        self._site: FolderSite | None = None
        self._refresh()
        if serving:
            threading.Thread(target=self._watch, daemon=True, name="plan").start()

    def convert(self, path: str, text: str, convert: Callable[[str], str]) -> str:
        """Return the HTML of a page with its views; as it is where it is none of the site's."""
        with self._lock:
            if time.monotonic() - self._looked > _PAUSE or self._is_new(path):
                self._refresh()
            site = self._site
            page = site.pages.get(path) if site else None
            if site is None or page is None:
                return convert(text)
            pages = Rendering(site.site, self.extension)
            pages.begin(page, text, {})
            html = pages.fill(convert(text), set())
            shifts = site.shifts(page)
            shown = unwrapped(html, page.address, shifts=shifts)
            assets = assets_of(shown, page.address)
            return unsearched(shown) + (from_source(assets, page.address) if shifts else assets)

    def _is_new(self, path: str) -> bool:
        """True for a page that has changed since the site was read: it may be rendered this once only."""
        return self._site is None or _stamp(self._site.docs / path) not in self._state

    def give_up(self) -> None:
        """Forget the page that could not be converted."""
        self.extension.current = None

    def _refresh(self) -> None:
        """Read the site again if a file has changed, and write what others are to show."""
        with self._lock:
            self._looked = time.monotonic()
            state = _state(self._file, self._site.docs if self._site else self._file.parent)
            if state == self._state:
                return
            given, settings = self._configured()
            serving = self._serving
            site = FolderSite(self._file, given, settings, self._readings, serving=serving, zensical=True)
            self._site = site
            outcome = write(site)
            for error in outcome.errors:
                log.wrong(error)
            if not self._serving and any(
                path.endswith(".md") for path in (*outcome.written, *outcome.removed)
            ):
                log.wrong(
                    "the index pages have changed; this build may not have them."
                    " Call `mkdocs-plan write` before `zensical build`"
                )
            self._state = _state(self._file, site.docs)

    def _watch(self) -> None:
        while True:
            time.sleep(_PAUSE)
            try:
                self._refresh()
            except Exception as error:  # noqa: BLE001 - the next change may be read again
                log.say(f"the plans could not be read again: {error}")


def _state(file: Path, docs: Path) -> frozenset[tuple[str, int, int]]:
    """Return what changes whenever a page of the site, or its configuration, does."""
    found = [_stamp(file)]
    for folder, folders, names in os.walk(docs):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [_stamp(Path(folder, name)) for name in names if name.endswith((".md", ".yml", ".yaml"))]
    return frozenset(found)


def _stamp(file: Path) -> tuple[str, int, int]:
    try:
        stat = file.stat()
    except OSError:
        return str(file), 0, 0
    return str(file), stat.st_mtime_ns, stat.st_size
