"""The state of a plan as an icon beside its page in the navigation, where the theme is Material."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config.base import Config

from mkdocs_plan_plugin.views.words import STATES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from mkdocs_plan_plugin.weave.site import Site

ICONS = "assets/plan/status.css"
"""The drawings, in a stylesheet of their own: the navigation is on pages that show no plan."""


class _Ours(str):
    """A word that we have given to the theme, and may change; all others are the site's."""

    __slots__ = ()


_THEMES = ("material", "materialx")
_PREFIX = "plan-"
_MOST = 100
"""Plans up to which each page shows the state of all: an icon costs some 10 µs and 100 bytes a page."""


def shown_by(config: MkDocsConfig) -> bool:
    """True for a theme that draws an icon for `status` in front matter."""
    return config.theme.name in _THEMES


def set_on(page: Page, state: str, config: MkDocsConfig, site: Site) -> None:
    """Give a page the status of its plan, and the theme the word for it. What the author set stays."""
    if not _is_wanted(config, site) or not state or state == "unknown" or page.meta.get("status"):
        return
    page.meta["status"] = f"{_PREFIX}{state}"
    words = config.extra.setdefault("status", {})
    if isinstance(words, dict):
        key = f"{_PREFIX}{state}"
        # A translation plugin builds with one configuration in several languages.
        if isinstance(words.get(key, _Ours()), _Ours):
            words[key] = _Ours(site.renderer.language.gettext(STATES[state]))


def _is_wanted(config: MkDocsConfig, site: Site) -> bool:
    """True where icons are asked for; by `auto` where it costs little to draw them on all pages."""
    asked = site.settings.nav_status
    if asked == "auto":
        pruned = "navigation.prune" in (config.theme.get("features") or [])
        asked = pruned or len(site.plans) <= _MOST
    return asked and shown_by(config)


def made_ready(nav: Navigation | None, config: MkDocsConfig) -> bool:
    """Return whether a navigation, which is on every page, names a plan; make its icons quick to draw."""
    shown = nav is not None and any(str(p.meta.get("status", "")).startswith(_PREFIX) for p in nav.pages)
    if shown:
        _ease(config)
    return shown


def _ease(config: MkDocsConfig) -> None:
    """Have `config.extra.status` at hand as an attribute too.

    Material asks for it three times at each link of the navigation of each page. Jinja2 looks for an
    attribute first, and to miss it takes longer than all else that the icon costs: 3 to 5 % of a build of
    500 pages, 50 of them plans.
    """
    if isinstance(config.extra, Config) and "status" in config.extra:
        vars(config.extra)["status"] = config.extra["status"]
