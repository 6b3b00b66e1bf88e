"""When each event of a build reaches the plugin, before or behind its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from mkdocs.plugins import event_priority

from mkdocs_plan_plugin.weave.log import survived

PRIORITIES = {
    "_offer": (50, "index pages and data are there for plugins that keep a list of all files"),
    "_withdraw": (-90, "a plugin that translates makes files of its own of all that it finds (-100)"),
    "_find": (-150, "plugins that make, move or translate pages are through"),
    "_arrange": (100, "plugins that arrange the navigation do so with the index pages in front"),
    "_keep_nav": (-150, "they have arranged it"),
    "on_page_markdown": (-150, "macros and their like have changed the page"),
    "_show": (100, "views are there for print, feed and typesetting plugins"),
    "_detach": (-150, "those have looked at the page; it waits without its views"),
    "on_env": (-100, "other plugins have added their assets, and may look at ours"),
    "on_page_context": (-100, "search plugins have indexed the page without its views"),
    "on_post_page": (-150, "nobody needs the page any more"),
    "on_template_context": (-150, "a plugin that prints the whole site keeps the context of `404.html`"),
    "_tell_profile": (-50, "search plugins have written; those that build once more have not begun (-100)"),
}
"""The priority of each handler that has one, and the reason; the greater comes sooner. All others have 0."""

_Handler = TypeVar("_Handler", bound=Callable[..., Any])


def event(handler: _Handler) -> _Handler:
    """Give a handler its priority, and let it change nothing where it fails."""
    priority, _ = PRIORITIES.get(handler.__name__, (0, ""))
    return event_priority(priority)(survived(handler))
