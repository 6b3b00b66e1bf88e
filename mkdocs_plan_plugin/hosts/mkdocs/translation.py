"""The plugin `i18n`, which builds a site once for each of its languages; nothing happens without it."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


def of(config: MkDocsConfig) -> Any | None:  # noqa: ANN401 - not ours, and not typed
    """Return the plugin as long as it builds a language, else None."""
    plugin = config.plugins.get("i18n")
    return plugin if getattr(plugin, "current_language", None) else None


def prefix(config: MkDocsConfig) -> str:
    """Return the folder of the language that is built, empty for the default one."""
    plugin = of(config)
    language = getattr(plugin, "current_language", None)
    if not language or language == getattr(plugin, "default_language", language):
        return ""
    return f"{language}/"


def nav(config: MkDocsConfig) -> str | None:
    """Return what to call the `nav` in use; None for one that has been spoken of in an earlier language."""
    plugin = of(config)
    if plugin is None:
        return "'nav'"
    if getattr(getattr(plugin, "current_language_config", None), "nav", None):
        return f"'nav' of the language '{plugin.current_language}'"
    return None if prefix(config) else "'nav'"


def know(config: MkDocsConfig, files: Files, pages: Iterable[File]) -> None:
    """Give index pages what the plugin gives to all files: their language, and the page in each other one.

    A language counts as having the pages if any page of the site is there in it: where it shows no plan, it
    shows those of the default language.
    """
    plugin = of(config)
    if plugin is None:
        return
    here, folder = plugin.current_language, prefix(config)
    default = getattr(plugin, "default_language", here)
    languages = {here}.union(*(getattr(file, "alternates", ()) for file in files.documentation_pages()))
    listed = getattr(plugin, "i18n_files_per_language", {}).get(here)
    for page in pages:
        address = page.dest_uri.removeprefix(folder)
        page.locale = page.locale_alternate_of = here  # type: ignore[attr-defined]
        page.localization, page.norm_src_uri = None, page.src_uri  # type: ignore[attr-defined]
        page.alternates = {}  # type: ignore[attr-defined]
        for language in sorted(languages):
            other = page
            if language != here:
                other = copy(page)
                vars(other).pop("url", None)
                other.dest_uri = address if language == default else f"{language}/{address}"
            page.alternates[language] = other  # type: ignore[attr-defined]
        if isinstance(listed, list):
            listed.append(page)
