"""Index pages, data and assets as files among the pages of a site, for hosts that run no plugin of MkDocs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.export.json import export
from mkdocs_plan_plugin.hosts import marked
from mkdocs_plan_plugin.hosts.links import from_source
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.views.render import SCRIPT, STYLESHEET, THEME_DIR
from mkdocs_plan_plugin.weave.detached import Detached
from mkdocs_plan_plugin.weave.fill import Filling
from mkdocs_plan_plugin.weave.insert import insert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_plan_plugin.hosts.folder import FolderSite

_ASSETS = (STYLESHEET, SCRIPT)
_INLINE = regex(r"^<(?:span|a|input|svg)\b.*$", re.MULTILINE)
"""A line that is no block to Markdown, which would read what is in it."""
_VIEW = ' class="plan-view'
_NO_SEARCH = ' data-search-exclude class="plan-view'


class Outcome(NamedTuple):
    """What was written and removed, as paths, and what could not be, with the reason."""

    written: list[str]
    removed: list[str]
    errors: list[str]


def write(site: FolderSite) -> Outcome:
    """Write what has changed, and remove what we wrote and nobody wants any more. Files of others stay."""
    outcome = Outcome([], [], [])
    wanted = dict(contents(site))
    for path, content in wanted.items():
        try:
            if marked.put(site.docs / path, content):
                outcome.written.append(path)
        except OSError as error:
            outcome.errors.append(str(error))
    for file in site.written:
        if file.src_uri not in wanted:
            try:
                (site.docs / file.src_uri).unlink()
                outcome.removed.append(file.src_uri)
            except OSError as error:
                outcome.errors.append(str(error))
    return outcome


def contents(site: FolderSite) -> Iterator[tuple[str, bytes]]:
    """Yield each file that is to be among the pages: path below docs_dir, and content."""
    plans = site.site.plans
    if not plans:
        return
    for path, text in site.site.written.items():
        page = site.pages[path]
        shown = static(site, path, text)
        shown = unsearched(shown) + assets_of(shown, page.address)
        if site.shifts(page):
            shown = from_source(shown, page.address)
        yield path, marked.page(f"{shown.strip()}\n")
    if data := site.site.addresses.data:
        yield data, export(plans, portfolio=site.site.portfolio)
    for path in _ASSETS:
        yield path, marked.ASSET.encode() + (THEME_DIR / path).read_bytes()


def static(site: FolderSite, path: str, text: str) -> str:
    """Return Markdown with the views of its directives as HTML, each on one line, so that it is one block."""
    inserted = insert(site.site, site.pages[path], text, text.split("\n"))
    filled = Filling(site.site, inserted).into("\n".join(inserted.lines), set())
    detached = Detached(inserted.tokens)
    shown = detached.put_back(detached.detach(filled))
    return _INLINE.sub(r"<div>\g<0></div>", shown)


def unsearched(html: str) -> str:
    """Return views with a word to search to pass them over."""
    return html.replace(_VIEW, _NO_SEARCH)


def assets_of(html: str, url: str) -> str:
    """Return links to what the views of a page need, empty for a page without any."""
    if _VIEW not in html:
        return ""
    up = "../" * url.removeprefix("./").count("/")
    links = f'<link rel="stylesheet" href="{up}{STYLESHEET}"><script src="{up}{SCRIPT}" defer></script>'
    return f"\n\n<div hidden>{links}</div>\n"
