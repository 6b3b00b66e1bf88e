"""The plans among the pages of a site: every page is read once, before any is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.cache.digests import digest_of
from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.dialects.files import beside
from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading import NearMiss
from mkdocs_plan_plugin.reading.page import names_beside
from mkdocs_plan_plugin.rules import Checker
from mkdocs_plan_plugin.source.comments import may_ask
from mkdocs_plan_plugin.source.front_matter import read_front_matter
from mkdocs_plan_plugin.source.inherited import merged
from mkdocs_plan_plugin.source.text import clean, decode
from mkdocs_plan_plugin.weave import checks, log
from mkdocs_plan_plugin.weave.page import Source
from mkdocs_plan_plugin.weave.readings import Around, PageReading

if TYPE_CHECKING:
    from mkdocs_plan_plugin.weave.lists import Lists
    from mkdocs_plan_plugin.weave.page import SitePage
    from mkdocs_plan_plugin.weave.readings import Readings
    from mkdocs_plan_plugin.weave.site import Site


class Finder:
    """Reads pages, and keeps what was found."""

    def __init__(
        self,
        site: Site,
        readings: Readings,
        lists: Callable[[], Lists | None],
        protects: Callable[[Mapping[str, object]], object] | None = None,
    ) -> None:
        """Begin; `lists` is asked with the first plan, `protects` by what front matter pages are secret."""
        self.sources: dict[str, Source] = {}
        self.near: list[NearMiss] = []
        self.secret: list[str] = []
        self._site = site
        self._readings = readings
        self._lists = lists
        self._protects = protects
        self._checker: Checker | None = None

    def find(self, pages: Iterable[SitePage]) -> None:
        """Read all pages."""
        site = self._site
        cache = Cache.of(site.config_file, "build") if site.settings.cache else Cache()
        with cache as earlier:
            self._readings.begin(self.read_by, earlier, site.today)
            for page in pages:
                self._read(page)

    def _read(self, page: SitePage) -> None:
        try:
            data = page.contents.content_bytes  # decoded as a whole, which is quicker than line by line
        except (OSError, ValueError):
            return  # the host says so when it comes to the page
        recoded = None
        try:
            text = data.decode()  # `clean` takes off a byte order mark
        except UnicodeError:
            text = recoded = decode(data)
        try:
            read = self._readings.read(
                text, page.path, self._site.settings, self._plan_checker, self.around(page)
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, the site must come out
            log.bug(page.path, error)
            read = PageReading(None)
        if read.failure is not None:
            log.bug(page.path, read.failure, "its findings")
        if isinstance(found := read.found, Plan):
            self._keep_secret(found, page, text)
            self.sources[page.path] = Source(page, recoded, found, read.pending, read.content)
        elif may_ask(text):
            self.sources[page.path] = Source(page)
        if isinstance(found, NearMiss):
            self.near.append(found)

    def _keep_secret(self, plan: Plan, page: SitePage, text: str) -> None:
        """Keep a plan that another plugin protects out of what shows all plans, unless it asks for that."""
        if self._protects is None:
            return
        front = merged(page.meta, read_front_matter(clean(text)).values)
        own = front.get("plan")
        if self._protects(front) and not (isinstance(own, dict) and "list" in own):
            plan.options = msgspec.structs.replace(plan.options, listed=False)
            self.secret.append(plan.path)

    def around(self, page: SitePage) -> Around:
        """Return what a page is read by, beside its text."""
        names = names_beside(page.full_path, self._site.settings) if page.file else ()
        return Around(page.meta, page.full_path, beside(Path(page.file or "").parent, names), page.place)

    def read_by(self) -> bytes:
        """Return a digest of all that decides, beside text and date, what a page reads as."""
        return digest_of(self._site.settings, self._site.templates, self.lists)

    def _plan_checker(self) -> Checker:
        if self._checker is None:
            self._checker = Checker(checks.for_rules(self._site, self.lists), fixes=False)
        return self._checker

    @property
    def checker(self) -> Checker:
        """The rules; those for plans ask how this site shows lists."""
        return self._checker or Checker(checks.for_rules(self._site, None), fixes=False)

    @cached_property
    def lists(self) -> Lists | None:
        """How the lists of plans are to be written for this site, None where they stay as they are."""
        return self._lists()
