"""Links of views as a host expects them in a page: it may write relative ones anew."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.regex import regex

_HREF = regex(r'\b(href|src)="(?![#/]|[a-z][a-z0-9+.-]*:)([^"]*)"', re.IGNORECASE)
_VIEW = regex(r"<!--(plan[0-9a-f]{16})b(\d+)-->(.*?)<!--\1e\2-->", re.DOTALL)


def from_source(html: str, url: str) -> str:
    """Return HTML whose links lead from the folder of the page's file, not from the page's own address.

    Zensical takes all links of a page for such, and leads `b/` in `plans/a.md` to `../b/`, as `plans/a/` is a
    folder of its own.
    """
    name = url.rstrip("/").rpartition("/")[2]

    def moved(found: re.Match[str]) -> str:
        path = found[2]
        path = path[3:] or "./" if path.startswith("../") else "./" if path == ".." else f"{name}/{path}"
        return f'{found[1]}="{path}"'

    return _HREF.sub(moved, html)


def unwrapped(html: str, url: str, *, shifts: bool) -> str:
    """Return a page with its views as they are, their links moved where the page `shifts`."""
    return _VIEW.sub(lambda found: from_source(found[3], url) if shifts else found[3], html)
