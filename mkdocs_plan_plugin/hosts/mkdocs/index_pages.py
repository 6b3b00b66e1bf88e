"""The index pages that the plugin adds: Markdown files of the package under an address of the site."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from mkdocs.structure.files import File, InclusionLevel

import mkdocs_plan_plugin
from mkdocs_plan_plugin.hosts.mkdocs import translation
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.weave import log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.settings import Settings

_PAGES = Path(mkdocs_plan_plugin.__file__).parent / "pages"
IN_TABLE = 200
"""Plans that the table of the first page lists, see `pages/index.md`."""

TABLE_FIRST = 30
"""Plans from which on their table is in front of those that need attention."""

_WIDE = ("board", "roadmap", "table")
"""Pages that need the width of the window; the first page does from `TABLE_FIRST` on."""
_ALONE = "---\nhide: [navigation, toc]\n---\n\n"
"""Front matter that takes navigation and contents off a page, where the theme is Material."""

_OF_THE_PAST = regex(r"^<!-- plans:changes .*\n\n", re.MULTILINE)
_HEADING = regex(r"^(#+ )(.+)$", re.MULTILINE)
_TITLE = regex(r"^# +([^\[\]{}<>\n]+)$", re.MULTILINE)

_ALIASES = {"home": "index"}
"""Further names of the pages."""


class IndexPage(File):
    """A page that depends on all plans, and is therefore never up to date in a `--dirty` build."""

    def is_modified(self) -> bool:
        """Return True."""
        return True


class Indexed(NamedTuple):
    """An index page, generated or the author's, with its Markdown."""

    file: File
    text: str
    wide: bool = False
    """True for a page that is to be as wide as the window."""


def offer(files: Files, config: MkDocsConfig, settings: Settings) -> None:
    """Add the index pages before anyone has looked for plans, for plugins that keep a list of all files.

    `add` takes those back that turn out not to be wanted.
    """
    for name, address in _addresses(settings, 0):
        page = _page(config, name, address)
        if all(file.dest_uri != page.dest_uri for file in files):
            if not _listed(config, address):
                page.inclusion = InclusionLevel.NOT_IN_NAV
            _insert(files, page)


def withdraw(files: Files) -> None:
    """Take the offered pages back, e.g. before a plugin makes files of its own of all that it finds."""
    for file in [file for file in files if isinstance(file, IndexPage)]:
        files.remove(file)


def add(
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    language: Language,
    *,
    plans: int,
    past: bool,
) -> list[Indexed]:
    """Add the index pages; return them, the one that cards link to first.

    A site without plans gets none, unless its `nav` names it. A page of the author's at the same
    address stands in for the generated one. Where there are more plans than the first page lists, the
    others get a page beside it. Without a `past` nothing is said of it.
    """
    offered = {} if translation.of(config) else {f.dest_uri: f for f in files if isinstance(f, IndexPage)}
    pages: list[Indexed] = []
    for name, address in _addresses(settings, plans):
        listed = _listed(config, address)
        if not plans and (config.nav is None or not listed):
            continue
        page = _page(config, name, address)
        page = offered.pop(page.dest_uri, page)
        text = Path(page.abs_src_path or "").read_text(encoding="utf-8")
        if plans > TABLE_FIRST:
            text = _table_first(text)
        text = _translated(text if past else _OF_THE_PAST.sub("", text), language)
        theirs = next((f for f in files if f.dest_uri == page.dest_uri and f is not page), None)
        if theirs is not None:
            if _stands(page, files):
                files.remove(page)
            pages.append(Indexed(theirs, _text(theirs)))
            continue
        if not listed:
            page.inclusion = InclusionLevel.NOT_IN_NAV
            if name != "table":
                _tell_entry(config, address, text)
        if not _stands(page, files):
            _insert(files, page)
        many = plans > TABLE_FIRST and _source(name) == "index"
        pages.append(Indexed(page, text, wide=many or name in _WIDE))
    for file in offered.values():
        files.remove(file)
    translation.know(config, files, [page.file for page in pages if isinstance(page.file, IndexPage)])
    return [_widened(page, pages) if page.wide else page for page in pages]


def _widened(page: Indexed, pages: list[Indexed]) -> Indexed:
    """Return a page that has no navigation beside it: with links to the other index pages instead."""
    folder = posixpath.dirname(page.file.src_uri) or "."
    links = [
        f"[{title}]({quote(posixpath.relpath(other.file.src_uri, folder))})"
        for other in pages
        if other is not page and (title := title_of(other.text))
    ]
    heading, _, rest = page.text.partition("\n")
    beside = f"\n{' · '.join(links)}\n" if links else ""
    return page._replace(text=f"{_ALONE}{heading}\n{beside}{rest}")


def title_of(text: str) -> str:
    """Return the first heading of a page; empty where it has none, or one that is more than words."""
    found = _TITLE.search(text)
    return found[1].strip() if found else ""


def _source(name: str) -> str:
    return _ALIASES.get(name, name)


def _page(config: MkDocsConfig, name: str, address: str) -> File:
    """Return an index page. Of another language it has the address, but the path that a `nav` names."""
    source = _PAGES / f"{_source(name)}.md"
    page = IndexPage.generated(config, address, abs_src_path=str(source))
    page.dest_uri = translation.prefix(config) + page.dest_uri
    return page


def _stands(page: File, files: Files) -> bool:
    return any(file is page for file in files)


def _listed(config: MkDocsConfig, address: str) -> bool:
    return config.nav is None or address in set(named_in(config.nav))


def _tell_entry(config: MkDocsConfig, address: str, text: str) -> None:
    """Say what to add to the `nav` that is in use; once for one that languages share."""
    if (nav := translation.nav(config)) is not None:
        log.say(f"the page {address} is not in {nav}. To list it, add: - {title_of(text)}: {address}")


def _table_first(text: str) -> str:
    """Return the page with the section of all plans in front of the one that needs attention."""
    before, attention, rest = text.partition("## Needs attention\n")
    reasons, plans, behind = rest.partition("## All plans\n")
    table, _, others = behind.partition("\n## ")
    return f"{before}{plans}{table}\n{attention}{reasons}## {others}" if others else text


def _translated(text: str, language: Language) -> str:
    """Return a page of the plugin with its headings in another language; they are all that it says itself."""
    return _HEADING.sub(lambda heading: heading[1] + language.gettext(heading[2]), text)


def _text(file: File) -> str:
    try:
        return file.content_string
    except (OSError, ValueError):
        return ""


def _addresses(settings: Settings, plans: int) -> Iterator[tuple[str, str]]:
    """Yield the pages asked for: name in the package and path below docs_dir."""
    chosen = {"home": settings.index} if isinstance(settings.index, str) else settings.index
    if not isinstance(chosen, dict):
        return
    yield from sorted(chosen.items(), key=lambda page: page[0] not in ("home", "index"))
    home = chosen.get("home") or chosen.get("index")
    if plans > IN_TABLE and home and "table" not in chosen:
        folder = home.rpartition("/")[0]
        yield "table", f"{folder}/all.md".lstrip("/")


def named_in(nav: object) -> Iterator[str]:
    """Yield the paths that a `nav` names."""
    if isinstance(nav, str):
        yield nav.removeprefix("./")
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from named_in(value)
    elif isinstance(nav, list):
        for item in nav:
            yield from named_in(item)


def _insert(files: Files, page: File) -> None:
    """Add a page in front of its folder, where MkDocs itself would have found an index page."""
    folder = page.src_uri.rpartition("/")[0] + "/" if "/" in page.src_uri else ""
    everything = list(files)
    at = next((n for n, file in enumerate(everything) if folder and file.src_uri.startswith(folder)), None)
    files.append(page)
    if at is None:
        return
    for file in everything[at:]:
        files.remove(file)
        files.append(file)
