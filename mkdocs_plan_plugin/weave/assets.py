"""The stylesheet: first among the site's, and linked only where a page shows something of ours."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.views.render import STYLESHEET, THEME_DIR

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.utils.templates import TemplateContext


def add(config: MkDocsConfig) -> None:
    """Add the theme directory, behind all others so that a site's own templates win, and the stylesheet."""
    if str(THEME_DIR) not in config.theme.dirs:
        config.theme.dirs.append(str(THEME_DIR))
    if STYLESHEET not in config.extra_css:
        config.extra_css.insert(0, STYLESHEET)


def drop(config: MkDocsConfig, files: Files) -> None:
    """Take the assets out of a site that shows nothing of ours."""
    config.extra_css = [path for path in config.extra_css if path != STYLESHEET]
    if file := files.get_file_from_path(STYLESHEET):
        files.remove(file)


def without(context: TemplateContext) -> TemplateContext:
    """Return the context of a page that shows nothing of ours, with a configuration that says so.

    It is a copy: a plugin that prints the whole site keeps that of `404.html`, and needs the stylesheet.
    """
    config = context["config"]
    if STYLESHEET not in config.extra_css:
        return context
    plain = copy.copy(config)
    plain.extra_css = [path for path in config.extra_css if path != STYLESHEET]
    linked = [path for path in context["extra_css"] if not path.endswith(STYLESHEET)]
    return {**context, "config": plain, "extra_css": linked}
