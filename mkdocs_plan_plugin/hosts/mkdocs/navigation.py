"""The index pages in a navigation that MkDocs makes by itself: in front of the plans, not among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from mkdocs_plan_plugin.hosts.mkdocs.index_pages import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

    from mkdocs_plan_plugin.weave.site import Site


def bring_forward(nav: Navigation, config: MkDocsConfig, site: Site) -> None:
    """Put the index pages in front of the others of their section, where the site has no `nav` of its own.

    A section of the same title as its first page would be named twice: the page is an overview there.
    """
    if config.nav is not None:
        return
    texts = site.written
    ranks = {path: rank for rank, path in enumerate(texts)}

    def rank(item: StructureItem) -> int:
        return ranks.get(item.file.src_uri, len(ranks)) if isinstance(item, Page) else len(ranks)

    def named_as(section: Section, page: Page) -> bool:
        return title_of(texts[page.file.src_uri]).casefold() == section.title.casefold()

    def arrange(items: list[StructureItem], section: Section | None) -> None:
        first = [item for item in items if isinstance(item, Page) and item.file.name == "index"]
        items.sort(key=lambda item: (item not in first, rank(item)))
        for item in items:
            if isinstance(item, Section):
                arrange(item.children, item)
            elif isinstance(item, Page) and section and rank(item) < len(ranks) and named_as(section, item):
                item.title = site.renderer.language.say("Overview")

    arrange(nav.items, None)
    nav.pages[:] = _pages(nav.items)
    for before, page, after in zip([None, *nav.pages], nav.pages, [*nav.pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after


def _pages(items: list[StructureItem]) -> Iterator[Page]:
    """Yield pages in the order in which they are read."""
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)
