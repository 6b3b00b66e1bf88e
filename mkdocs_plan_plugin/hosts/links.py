"""Links of views as a host expects them in a page: it may write relative ones anew."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.regex import regex

_HREF = regex(
    r"""\b(href|src)=(?:"(?![#/]|[a-z][a-z0-9+.-]*:)([^"]*)"|(?!["#/]|[a-z][a-z0-9+.-]*:)([^\s">]+))""",
    re.IGNORECASE,
)
"""A relative link, in quotes or without any."""
_MARK = regex(r"<!--(plan[0-9a-f]{16})([be])(\d{1,9})-->")
"""Where a view begins (`b`) and ends (`e`)."""


def from_source(html: str, url: str) -> str:
    """Return HTML whose links lead from the folder of the page's file, not from the page's own address.

    Zensical takes all links of a page for such, and leads `b/` in `plans/a.md` to `../b/`, as `plans/a/` is a
    folder of its own.
    """
    name = url.rstrip("/").rpartition("/")[2]

    def moved(found: re.Match[str]) -> str:
        path = found[2] if found[3] is None else found[3]
        path = path[3:] or "./" if path.startswith("../") else "./" if path == ".." else f"{name}/{path}"
        return f'{found[1]}="{path}"'

    return _HREF.sub(moved, html)


def unwrapped(html: str, url: str, *, shifts: bool) -> str:
    """Return a page with its views as they are, their links moved where the page `shifts`."""
    marks = list(_MARK.finditer(html))
    ends = {(mark[1], mark[3]): mark for mark in marks if mark[2] == "e"}
    pieces, done = [], 0
    for mark in marks:
        end = ends.get((mark[1], mark[3])) if mark[2] == "b" else None
        if end is None or not done <= mark.start() < end.start():
            continue
        view = html[mark.end() : end.start()]
        pieces += [html[done : mark.start()], from_source(view, url) if shifts else view]
        done = end.end()
    return "".join([*pieces, html[done:]])
