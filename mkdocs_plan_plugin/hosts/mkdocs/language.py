"""The language of a site: what its configuration says of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.languages import ENGLISH, FOLDER, Language, choose
from mkdocs_plan_plugin.weave import log

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def of_site(config: MkDocsConfig, option: str | None) -> tuple[Language, str]:
    """Return what views speak, and the code of what the theme says its pages are in.

    Asked once the files are there: translation plugins change the theme's language behind `on_config`.
    """
    theme = config.theme
    # Material has `language` beside a `locale` that it does not look at; it may be any YAML value.
    pages = str(theme.get("language") or theme.get("locale") or ENGLISH.code)
    chosen = choose(option or "", pages, theme.dirs)
    for problem in chosen.problems:
        log.wrong(problem)
    return chosen.language, pages.replace("_", "-")


def unpublish(files: Files, config: MkDocsConfig) -> None:
    """Keep a site's own files of languages, which are in its theme, out of the built site."""
    docs = Path(config.docs_dir)
    folder = f"{FOLDER}/"
    for file in [file for file in files if file.src_uri.startswith(folder)]:
        if file.abs_src_path and not Path(file.abs_src_path).is_relative_to(docs):
            files.remove(file)
