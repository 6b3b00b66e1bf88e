"""Stylesheets and script: first among the site's, and linked only where a page needs them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, cast

from mkdocs_plan_plugin.hosts.mkdocs.nav_status import ICONS
from mkdocs_plan_plugin.views.render import SCRIPT, STYLESHEET, THEME_DIR

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.utils.templates import TemplateContext

_ALL = (STYLESHEET, SCRIPT, ICONS)


def add(config: MkDocsConfig, *, icons: bool) -> None:
    """Add the theme directory, behind all others so that a site's own templates win, and the assets.

    `icons` are those of the navigation, which is on every page.
    """
    if str(THEME_DIR) not in config.theme.dirs:
        config.theme.dirs.append(str(THEME_DIR))
    for path in (ICONS, STYLESHEET) if icons else (STYLESHEET,):
        if path not in config.extra_css:
            config.extra_css.insert(0, path)
    if SCRIPT not in config.extra_javascript:
        config.extra_javascript.insert(0, SCRIPT)


def drop(config: MkDocsConfig, files: Files, *, shows: bool, icons: bool) -> None:
    """Take out all assets of a site that shows no view, else the icons where nothing shows them."""
    gone = _ALL if not shows else () if icons else (ICONS,)
    config.extra_css = [path for path in config.extra_css if path not in gone]
    config.extra_javascript = [script for script in config.extra_javascript if str(script) not in gone]
    for path in gone:
        if file := files.get_file_from_path(path):
            files.remove(file)


def without(context: TemplateContext, *, style: bool, script: bool) -> TemplateContext:
    """Return the context of a page without the stylesheet or script, and a configuration that says so.

    It is a copy: a plugin that prints the whole site keeps that of `404.html`, and needs the stylesheet.
    """
    config = context["config"]
    gone = {path for path, leave in ((STYLESHEET, style), (SCRIPT, script)) if leave}
    if not gone or not (STYLESHEET in config.extra_css or SCRIPT in map(str, config.extra_javascript)):
        return context
    plain = copy.copy(config)
    plain.extra_css = [path for path in config.extra_css if path not in gone]
    plain.extra_javascript = [one for one in config.extra_javascript if str(one) not in gone]
    changed: Any = {**context, "config": plain}
    for name in ("extra_css", "extra_javascript"):
        if name in context:
            changed[name] = [one for one in changed[name] if not str(one).endswith(tuple(gone))]
    return cast("TemplateContext", changed)


def needed(context: TemplateContext, style: bool, script: bool) -> tuple[bool, bool]:  # noqa: FBT001 - a pair
    """Return whether a page needs stylesheet and script, also for the page after it.

    That may take its place without loading any.
    """
    instant = "navigation.instant" in (context["config"].theme.get("features") or [])
    return style or instant, script or instant
