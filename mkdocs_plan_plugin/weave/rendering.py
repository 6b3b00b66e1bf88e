"""The pages of a site while they are rendered: begun, inserted, filled, detached and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_plan_plugin.source.comments import has_comments
from mkdocs_plan_plugin.template.pin import names_file, pin_of
from mkdocs_plan_plugin.views.render import needs_script
from mkdocs_plan_plugin.weave import log
from mkdocs_plan_plugin.weave.detached import Detached
from mkdocs_plan_plugin.weave.extension import PlanExtension
from mkdocs_plan_plugin.weave.fill import Filling
from mkdocs_plan_plugin.weave.insert import insert

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.views.references import References
    from mkdocs_plan_plugin.weave.insert import Inserted
    from mkdocs_plan_plugin.weave.page import Redirect, SitePage
    from mkdocs_plan_plugin.weave.page_cache import PageCache
    from mkdocs_plan_plugin.weave.site import Site
    from mkdocs_plan_plugin.weave.tokens import Tokens


class Rendering:
    """What is known of the page being rendered, and the views of those that were, until they are written."""

    def __init__(
        self, site: Site, extension: PlanExtension | None = None, cache: PageCache | None = None
    ) -> None:
        self.site = site
        self.extension = extension or PlanExtension()
        self._cache = cache
        self._page: SitePage | None = None
        self._markdown: str | None = None
        self._inserted: Inserted | None = None
        self._detached: dict[str, Detached] = {}

    def of_site(self, site: Site) -> Rendering:
        """Return the pages of a site whose plans have been found since; of those before, nothing is kept."""
        return Rendering(site, self.extension, self._cache)

    def begin(self, page: SitePage, markdown: str | None, meta: MutableMapping[str, Any]) -> str:
        """Make ready for the page that is rendered next; return the state of its plan, empty for none.

        `markdown` is its file without front matter as its host read it, if that is known; what is ours of
        its front matter is taken out of `meta`.
        """
        self._page, self._markdown, self._inserted, self.extension.current = page, markdown, None, self
        plan = self.site.plan_of(page)
        if "template" in meta and self._is_pin(meta["template"], plan):
            del meta["template"]
        return "" if plan is None or plan.template else self.site.portfolio.entry(plan).standing

    def _is_pin(self, said: object, plan: Plan | None) -> bool:
        """True if `template` in front matter is ours: MkDocs would look in the theme for a file called so."""
        if plan is not None:
            return not names_file(said)
        pin = pin_of(said)
        return pin is not None and any(pin.name == template.name for template in self.site.templates.all())

    def concerns(self, text: str) -> bool:
        """True if the page being rendered gets slots where it finally reads so; most pages end here."""
        return has_comments(text) or (self._page is not None and self.site.plan_of(self._page) is not None)

    def insert(self, lines: list[str]) -> tuple[list[str], bool]:
        """Return the lines of the page being rendered with slots; True if its lists were rewritten."""
        if self._page is None:
            return lines, False
        self._inserted = insert(self.site, self._page, self._markdown, lines)
        return self._inserted.lines, self._inserted.lists is not None

    @property
    def redirected(self) -> Redirect | None:
        """What turns the links of the page being rendered, None where they stay."""
        return self._page.redirected if self._page else None

    @property
    def author_references(self) -> References | None:
        """What references in the text of the page being rendered lead to; None where it stays as it is."""
        on_plan = self._page is not None and self.site.plan_of(self._page) is not None
        return self.site.references if self.site.settings.link_references and on_plan else None

    @property
    def tokens(self) -> Tokens | None:
        """What the tokens in the page being rendered are made of; None without any."""
        return self._inserted.tokens if self._inserted and self._inserted.slots else None

    def fill(self, html: str, ids: set[str]) -> str:
        """Return the rendered page with its views; of the page itself nothing is kept.

        `ids` are those that it has already; the anchors put in are added to it.
        """
        page, inserted = self._page, self._inserted
        self.extension.current = self._page = self._markdown = self._inserted = None
        if page is None or inserted is None:
            return html
        filling = Filling(self.site, inserted)
        kept = self._cache is not None and self._cache.keeps and not self.site.renderer.overridden
        try:
            filled = filling.into(html, ids, self._cache if kept else None)
        except Exception as error:  # noqa: BLE001 - whatever it is, the page must come out
            log.bug(page.path, error)
            return filling.without_views(html)
        if filling.shows:
            self._detached[page.address] = Detached(inserted.tokens)
        return filled

    def detach(self, html: str, address: str) -> str:
        """Return the rendered page without its views, until it is written."""
        detached = self._detached.get(address)
        return detached.detach(html) if detached else html

    def put_back(self, html: str, address: str) -> str:
        """Return a page with its views."""
        detached = self._detached.get(address)
        return detached.put_back(html) if detached else html

    def release(self, html: str, address: str) -> str:
        """Return a page that has been written without its views, for good."""
        detached = self._detached.get(address)
        return detached.release(html) if detached else html

    def needs(self, address: str) -> tuple[bool, bool]:
        """Return whether a page needs stylesheet and script, as long as its views are set detached."""
        detached = self._detached.get(address)
        return detached is not None, detached is not None and any(map(needs_script, detached.views))

    @property
    def shows(self) -> bool:
        """True if any page rendered so far shows something of the plugin."""
        return bool(self._detached)
