"""The index pages that the plugin adds: Markdown files of the package under an address of the site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.structure.files import File, InclusionLevel

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.weave import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.settings import Settings

_PAGES = Path(__file__).parent.parent / "pages"
IN_TABLE = 200
"""Plans that the table of the first page lists, see `pages/index.md`."""

_OF_THE_PAST = regex(r"^<!-- plans:changes .*\n\n", re.MULTILINE)
_HEADING = regex(r"^(#+ )(.+)$", re.MULTILINE)

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
    pages: list[Indexed] = []
    for name, address in _addresses(settings, plans):
        source = _PAGES / f"{_ALIASES.get(name, name)}.md"
        src_uri = prefix(config) + address
        listed = config.nav is None or src_uri in set(named_in(config.nav))
        if not plans and (config.nav is None or not listed):
            continue
        page = IndexPage.generated(config, src_uri, abs_src_path=str(source))
        text = source.read_text(encoding="utf-8")
        text = _translated(text if past else _OF_THE_PAST.sub("", text), language)
        theirs = next((file for file in files if file.dest_uri == page.dest_uri), None)
        if theirs is None:
            if not listed and name == "table":
                page.inclusion = InclusionLevel.NOT_IN_NAV
            elif not listed:
                page.inclusion = InclusionLevel.NOT_IN_NAV
                title = text.partition("\n")[0].lstrip("# ")
                report.say(f"the page {src_uri} is not in 'nav'. To list it, add: - {title}: {src_uri}")
            _insert(files, page)
        pages.append(Indexed(theirs, _text(theirs)) if theirs else Indexed(page, text))
    return pages


def _translated(text: str, language: Language) -> str:
    """Return a page of ours with its headings in another language; they are all that it says itself."""
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


def prefix(config: MkDocsConfig) -> str:
    """Return the folder of the language that a translation plugin builds, empty for its default."""
    translation = config.plugins.get("i18n")
    language = getattr(translation, "current_language", None)
    if not language or language == getattr(translation, "default_language", language):
        return ""
    return f"{language}/"


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
