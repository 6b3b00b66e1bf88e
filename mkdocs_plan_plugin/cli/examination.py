"""What `doctor` looks at: what is there, and the line to write where it is not as it should be."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from mkdocs_plan_plugin.cli.checking import Checked, run
from mkdocs_plan_plugin.cli.config import (
    EXTENSION,
    ZENSICAL,
    ConfigError,
    ConfiguredSite,
    block,
    has_extension,
    whole,
)
from mkdocs_plan_plugin.cli.reading import ReadPages, read
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import Asked, from_here, select
from mkdocs_plan_plugin.export.json import version
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.plural import counted
from mkdocs_plan_plugin.preview.gate import is_loopback
from mkdocs_plan_plugin.rules.severity import RANK

Level = Literal["ok", "note", "wrong"]

_HOSTS = ("mkdocs", "properdocs", "zensical")
_THEMES = ("material", "mkdocs", "readthedocs")
_INSERTING = {
    "macros": "plugins",
    "include-markdown": "plugins",
    "include_dir_to_nav": "plugins",
    "table-reader": "plugins",
    "pymdownx.snippets": "markdown_extensions",
    "markdown_include.include": "markdown_extensions",
}
"""What puts text into pages that their source does not hold, and where it is listed."""
_GIT_OFF = "fetch all of it ('fetch-depth: 0' in GitHub's checkout, 'GIT_DEPTH: 0' at GitLab)"


class Diagnosis(NamedTuple):
    """One thing that was looked at, and what to write where something is to be done."""

    level: Level
    what: str
    says: str
    write: str = ""


ok, note, wrong = (partial(Diagnosis, level) for level in get_args(Level))


def versions() -> Iterator[Diagnosis]:
    """Say what is installed."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield ok("versions", f"mkdocs-plan {version()}, Python {python}")
    hosts = {name: found for name in _HOSTS if (found := _installed(name))}
    shown = ", ".join(f"{name} {found}" for name, found in hosts.items())
    old = hosts.get("mkdocs", "").split(".")[:2]
    if "mkdocs" not in hosts and "properdocs" not in hosts:
        says = f"{shown} alone, which runs no plugins of MkDocs" if shown else "none is installed here"
        yield wrong("host", says, "pip install mkdocs")
    elif "mkdocs" in hosts and tuple(map(int, old)) < (1, 6):
        yield wrong("host", f"{shown}; the plugin needs MkDocs 1.6", "pip install --upgrade mkdocs")
    else:
        yield ok("host", shown)


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def configuration(site: ConfiguredSite) -> Iterator[Diagnosis]:
    """Say what the configuration holds: the plugin, the theme, what works beside it or against it."""
    if site.file is None:
        return
    try:
        config = whole(site.file)
    except ConfigError as error:
        yield wrong("site", one_line(error))
        return
    docs = from_here(site.docs_dir) if site.docs_dir else ""
    yield ok("site", f"{from_here(site.file)}, pages in {docs}")
    plugins, extensions = _names(config.get("plugins")), _names(config.get("markdown_extensions"))
    _, options = block(config.get("plugins"), "plan")
    if not site.plugin:
        yield wrong("plugin", f"'plan' is not under 'plugins' of {site.file.name}", "mkdocs-plan init")
    elif isinstance(options, dict) and options.get("enabled") is False:
        yield note("plugin", "it is switched off", "plugins: [{plan: {enabled: true}}]")
    else:
        yield ok("plugin", "listed under 'plugins'")
    zensical = site.file.name == ZENSICAL
    if site.plugin and (zensical or _installed("zensical")) and not has_extension(config):
        says = "Zensical runs no plugin 'plan' and shows no plan, unless the extension for it is listed"
        yield Diagnosis(
            "wrong" if zensical else "note", "zensical", says, f"markdown_extensions: [{EXTENSION}]"
        )
    if isinstance(config.get("plugins"), list) and not any(name.endswith("search") for name in plugins):
        says = "MkDocs adds it only where 'plugins' is not given, so this site has none"
        yield note("search", says, "plugins: [search, plan]")
    yield from _theme(config.get("theme"))
    yield from _beside({"plugins": plugins, "markdown_extensions": extensions})
    yield from _lists(config.get("markdown_extensions"), site)
    if site.plugin and not zensical:
        yield _preview(site, str(config.get("dev_addr") or "127.0.0.1:8000"))


def _names(listed: object) -> list[str]:
    entries = listed if isinstance(listed, list | dict) else []
    return [str(next(iter(entry), "") if isinstance(entry, dict) else entry) for entry in entries]


def _theme(theme: object) -> Iterator[Diagnosis]:
    name = theme.get("name") if isinstance(theme, dict) else theme
    name = str(name or "mkdocs")
    package = {"material": "mkdocs-material"}.get(name, "")
    shown = f"{name} {_installed(package)}".strip() if package else name
    if package and not _installed(package):
        yield wrong("theme", f"{name} is not installed here", f"pip install {package}")
    elif name in _THEMES:
        yield ok("theme", shown)
    else:
        says = f"{shown} is not one that the plugin is tested with; colours may not be the theme's"
        yield note("theme", says, "extra_css: [plan.css]  # with the variables of the page 'Looks'")


def _beside(listed: dict[str, list[str]]) -> Iterator[Diagnosis]:
    """Say which neighbours change what a page says behind the source."""
    found = [name for name, where in _INSERTING.items() if name in listed[where]]
    if found:
        says = (
            f"{', '.join(found)} may put text into pages; joined views and commands have the figures"
            " of the source"
        )
        yield note("neighbours", says)


def _lists(extensions: object, site: ConfiguredSite) -> Iterator[Diagnosis]:
    """Ask the site's own Markdown how it nests lists, as a build does."""
    if not site.settings.gfm_lists:
        says = "'gfm_lists' is off: boxes and lists are shown as Python-Markdown has them, some not at all"
        yield note("lists", says, "plugins: [{plan: {gfm_lists: true}}]")
        return
    from mkdocs_plan_plugin.source.lists import nests  # noqa: PLC0415 - only here

    try:
        from markdown import Markdown  # noqa: PLC0415 - comes with a host
    except ImportError:
        return  # that no host is installed is said already

    names = ["toc", "tables", "fenced_code", *_names(extensions)]
    entries = extensions if isinstance(extensions, list) else [extensions]
    options = {
        name: given
        for entry in entries
        if isinstance(entry, dict)
        for name, given in entry.items()
        if isinstance(given, dict)
    }
    try:
        markdown = Markdown(extensions=list(dict.fromkeys(names)), extension_configs=options)
        indent = nests(lambda text: str(markdown.reset().convert(text)))
    except Exception as error:  # noqa: BLE001 - whatever an extension of the site raises
        yield note("lists", f"the site's Markdown could not be asked here: {one_line(error)[:200]}")
        return
    if indent is None:
        says = "an extension keeps lists from nesting, so that they are left as they are written"
        yield wrong("lists", says, "take the extension out that changes lists, or 'gfm_lists: false'")
    else:
        yield ok("lists", f"the site's Markdown nests them by {indent} spaces")


def _preview(site: ConfiguredSite, address: str) -> Diagnosis:
    """Say whether plans can be changed from their pages."""
    if not site.settings.preview_edits:
        says = "under 'mkdocs serve' plans are read; with 'preview_edits: true' boxes can be ticked there"
        return ok("preview", says)
    host = address.rpartition(":")[0].strip("[]")
    if not is_loopback(host):
        says = f"'preview_edits' changes nothing on {host}, where others may reach the site"
        return wrong("preview", says, "dev_addr: 127.0.0.1:8000")
    return note("preview", "boxes can be ticked under 'mkdocs serve', on this machine alone")


def plans(site: ConfiguredSite) -> Iterator[Diagnosis]:
    """Say how many plans there are and what made them plans, or why there is none."""
    try:
        selection = select((), site)
    except Refusal as error:
        yield wrong("plans", error.message)
        return
    reading = read(selection.pages, site.settings)
    for unread in [*selection.errors, *reading.errors]:
        yield wrong("plans", one_line(unread))
    found = [plan for plan in reading.plans if not plan.template]
    if found:
        ways = Counter(plan.why.by for plan in found)
        by = ", ".join(f"{count} by {way or 'path'}" for way, count in ways.most_common())
        pages = counted(len(selection.pages), "page")
        yield ok("plans", f"{len(found)} on {pages}: {by}")
    else:
        yield _none(reading, len(selection.pages))
    for miss in reading.near[:5]:
        page = next(page for page in selection.pages if page.path == miss.path)
        yield note("near", f"{page.shown} {one_line(miss)}", "plan: true")
    templates = len(reading.plans) - len(found)
    if templates:
        says = f"{templates} page{'s are' if templates > 1 else ' is'} all template, and in no joined view"
        yield note("template", says, "name their phases, or 'plan: false' in a template's front matter")


def _none(reading: ReadPages, pages: int) -> Diagnosis:
    if not pages:
        return wrong("plans", "the docs folder has no pages", 'mkdocs-plan new "TITLE"')
    says = f"none of {counted(pages, 'page')} is one: no marker, and too few traits"
    write = "plan: true  # in the front matter of a page" if reading.near else 'mkdocs-plan new "TITLE"'
    return wrong("plans", says, write)


def cache(site: ConfiguredSite) -> Iterator[Diagnosis]:
    """Say where something is kept for the next run, and how much."""
    import platformdirs  # noqa: PLC0415 - loads what others do without

    if not site.settings.cache:
        yield note("cache", "switched off: each run reads all pages", "plugins: [{plan: {cache: true}}]")
        return
    place = platformdirs.user_cache_path("mkdocs-plan")
    if not place.is_dir():
        yield ok("cache", "nothing is kept yet")
        return
    size = 0
    with suppress(OSError):
        size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    yield ok("cache", f"{place}, {size / 1e6:.1f} MB; it may be deleted at any time")


def history(site: ConfiguredSite) -> Iterator[Diagnosis]:
    """Say whether git can tell what plans said earlier."""
    from mkdocs_plan_plugin.history.repository import Repository  # noqa: PLC0415 - only here

    if not site.settings.history:
        yield note("git", "not asked: 'history' is off", "plugins: [{plan: {history: true}}]")
        return
    repository = Repository.around(site.docs_dir or Path())
    if repository is None:
        yield note("git", "no repository, so nothing is known of what plans said earlier", "git init")
    elif repository.shallow:
        yield wrong("git", "this clone holds the last commits only; history begins there", _GIT_OFF)
    else:
        yield ok("git", f"{repository.root}, with all its commits")


def build(site: ConfiguredSite) -> Iterator[Diagnosis]:
    """Say what the next build would, of plans."""
    try:
        checked = run(Asked(site), _baseline(site), kept=site.settings.cache)
    except Refusal as error:
        yield wrong("build", error.message)
        return
    counts: Counter[str] = Counter(one.finding.severity for one in checked.findings)
    stated = ", ".join(counted(counts[name], name) for name in reversed(RANK) if counts[name])
    strict = sum(RANK[one.finding.severity] >= RANK[site.settings.strict_on] for one in checked.findings)
    plans = counted(checked.plans, "plan")
    if strict:
        says = f"{plans}: {stated}; with --strict it would fail on {strict} of them"
        yield wrong("build", says, _first(checked, site.settings.strict_on))
    elif stated:
        yield note("build", f"{plans}: {stated}; with --strict it would pass", "mkdocs-plan check")
    else:
        yield ok("build", f"{plans}: nothing found")


def _first(checked: Checked, least: str) -> str:
    one = next(one for one in checked.findings if RANK[one.finding.severity] >= RANK[least])
    place = f"{one.path}:{one.finding.line or 1}: " if one.path else ""
    return f"{place}{one_line(one.finding.replacement or one.finding.message)}"


def _baseline(site: ConfiguredSite) -> bytes | None:
    if site.settings.baseline and site.file:
        with suppress(OSError):
            return (site.file.parent / site.settings.baseline).read_bytes()
    return None
