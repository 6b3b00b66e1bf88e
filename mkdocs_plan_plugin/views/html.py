"""Author text, links and dates as HTML. Everything that an author typed passes through here."""

# ruff: noqa: S704 - this is where text becomes markup: every value below is escaped or our own
from __future__ import annotations

import re

from markupsafe import Markup, escape

from mkdocs_plan_plugin.regex import regex

_SCHEME = regex(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_IGNORED_BY_BROWSERS = regex(r"[\x00-\x20\x7f]")
_RUNS = regex(r"(`+)")
_DATE = regex(r"\d{4}-\d\d-\d\d\Z")


def plain(text: str) -> str:
    """Text on one line and without the marks of code spans, for attributes."""
    return " ".join(text.replace("`", "").split())


LONGEST = 160
"""Characters of a text that is in a line of a list."""


def shortened(text: str) -> str:
    """Return a text cut behind a word, with an ellipsis, where it is long for a line."""
    text = plain(text)
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"


def sentence(text: str) -> str:
    """Return a text of the plugin that begins with a capital."""
    return text[:1].upper() + text[1:]


def inline(text: str) -> Markup:
    """Text with code spans as `<code>` (CommonMark 0.31, 6.1), all else escaped, on one line."""
    text = " ".join(text.split())
    if "`" not in text:
        return escape(text)
    parts = _RUNS.split(text)
    # The closing run is the next one of the same length, so the search runs from the end once.
    closing: dict[int, int] = {}
    last: dict[int, int] = {}
    for at in range(len(parts) - 2, 0, -2):
        length = len(parts[at])
        if length in last:
            closing[at] = last[length]
        last[length] = at
    out, at = [], 0
    while at < len(parts):
        if at in closing:
            code = "".join(parts[at + 1 : closing[at]])
            if code.startswith(" ") and code.endswith(" ") and code.strip():
                code = code[1:-1]
            out.append(Markup(f"<code>{escape(code)}</code>"))
            at = closing[at] + 1
        else:
            out.append(escape(parts[at]))
            at += 1
    return Markup("").join(out)


def text(words: str, lang: str = "") -> Markup:
    """Author text, isolated from the direction of what is around it, and from its language `lang`."""
    named = f' lang="{escape(lang)}"' if lang else ""
    return Markup(f"<bdi{named}>{inline(words)}</bdi>")


def url(href: str) -> str:
    """A link target, or empty where its scheme is none that a page links to."""
    scheme = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", href))
    return href if scheme is None or scheme[0].lower() in ("http:", "https:", "mailto:") else ""


def link(href: str, content: str, css: str = "", query: str = "") -> Markup:
    """`content` (escaped unless it is markup) as a link, or as it is where there is no target.

    The script adds the `query`, which filters the list that the link leads to.
    """
    target = url(href)
    name = f' class="{css}"' if css else ""
    if target:
        if css.replace("-", "").isalnum():
            name = f" class={css}"  # rows are by the thousand
        query = f' data-plan-q="{escape(query)}"' if query else ""
        return Markup(f'<a{name} href="{escape(target)}"{query}>{escape(content)}</a>')
    return Markup(f"<span{name}>{escape(content)}</span>") if css else escape(content)


def date(day: str | None, written: str = "") -> Markup:
    """An ISO date as `<time>`, which needs no attribute to be read by programs; anything else as text.

    `written` is the date as the page's language has it, where that is not ISO's way.
    """
    if not day or not _DATE.match(day):
        return text(day or "")
    return time(day, written) if written else Markup(f"<time>{day}</time>")


def time(machine: str, written: str) -> Markup:
    """A time as it is written, and for programs where they could not read that."""
    if machine == written:
        return Markup(f"<time>{machine}</time>")
    return Markup(f"<time datetime={machine}>{escape(written)}</time>")
