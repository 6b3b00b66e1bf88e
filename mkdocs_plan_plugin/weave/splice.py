"""Rendered HTML: where the tokens came out, and the cutting and joining around them.

The HTML is scanned once for the few tags that hold slots and is never parsed or written anew, so
that what lies between the edits stays the same byte for byte.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.weave.seal import ANY_SLOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_plan_plugin.weave.seal import Seal

_PHRASING = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "caption"))
"""Elements that can't contain a block: it goes behind them."""

_TAG = (
    r"<(?P<close>/?)(?P<tag>p|h[1-6]|li|td|th|dt|dd|table|summary|caption|div|blockquote|pre)(?=[\s/>])"
    r"""(?P<attributes>(?:[^<>"']++|"[^"]*"|'[^']*')*+)>"""
)
_OPAQUE = r"<!--.*?-->|<(?P<raw>script|style|textarea)(?=[\s>]).*?</(?P=raw)\s*>"
_LEAF = r"<(?P<leaf>p|li|td|th|dt|dd|h[1-6])>[^<]*</(?P=leaf)>"
"""An element with nothing in it but text, and so no token."""
_SCANNED = regex(f"{ANY_SLOT}|{_OPAQUE}|{_LEAF}|{_TAG}", re.DOTALL | re.IGNORECASE)
_ID = regex(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_CLASS = regex(r"""\sclass\s*=\s*(["']?)""", re.IGNORECASE)


class Place(msgspec.Struct, gc=False):
    """Where a token came out. All offsets are in the HTML as it was scanned."""

    start: int
    end: int
    before: int
    """In front of the element that holds it."""
    after: int
    """Behind that element; right behind the token where the element takes blocks itself."""
    heading_id: str = ""
    """The id of the heading that holds it."""
    item: int = -1
    """The beginning of the list item around it, -1 without one."""


class Edit(msgspec.Struct, frozen=True, gc=False):
    """A replacement of HTML; `start == end` inserts."""

    start: int
    end: int
    html: str


class _Open:
    """An element that has not been closed yet; `behind` are the tokens whose views go behind its end."""

    __slots__ = ("attributes", "behind", "start", "tag")

    def __init__(self, tag: str, start: int, attributes: str) -> None:
        self.tag = tag
        self.start = start
        self.attributes = attributes
        self.behind: tuple[int, ...] = ()


def scan(html: str, seal: Seal) -> dict[int, Place]:
    """Return the places of all tokens by slot number, the first where one came out twice."""
    places: dict[int, Place] = {}
    stack: list[_Open] = []
    for match in _SCANNED.finditer(html):
        word, digits, _, _, close, tag, attributes = match.groups()
        if tag:
            tag = tag.lower()
            if close:
                _close(tag, match.end(), stack, places)
            elif attributes[-1:] != "/":
                stack.append(_Open(tag, match.start(), attributes))
        elif word == seal.word and (number := int(digits)) not in places:
            places[number] = _place(match.start(), match.end(), number, stack)
    return places


def _place(start: int, end: int, number: int, stack: list[_Open]) -> Place:
    """Return a token's place as far as it is known before its elements are closed."""
    before, heading, item = start, "", -1
    holder = stack[-1] if stack else None
    if holder is not None and holder.tag in _PHRASING:
        before = holder.start
        holder.behind += (number,)
        if holder.tag[0] == "h" and (found := _ID.search(holder.attributes)):
            heading = found[1] or found[2] or found[3] or ""
    for element in reversed(stack):
        if element.tag == "li" and item < 0:
            item = element.start
        if element.tag == "table":
            break
    return Place(start, end, before, end, heading, item)


def _close(tag: str, end: int, stack: list[_Open], places: dict[int, Place]) -> None:
    """Close the innermost element of this name, and with it all that its author left open in it."""
    depth = len(stack) - 1
    while depth >= 0 and stack[depth].tag != tag:
        depth -= 1
    if depth >= 0:
        for number in stack[depth].behind:
            places[number].after = end
        del stack[depth:]


def add_class(html: str, start: int, name: str) -> Edit:
    """Return the edit that gives the element beginning at `start` one more class."""
    tag_end = start + 1
    while tag_end < len(html) and html[tag_end].isalnum():
        tag_end += 1
    close = html.find(">", tag_end)
    if found := _CLASS.search(html, tag_end, close if close >= 0 else len(html)):
        # Without quotes there is no room for a second class.
        return Edit(found.end(), found.end(), f"{name} " if found[1] else "")
    return Edit(tag_end, tag_end, f' class="{name}"')


def apply(html: str, edits: Iterable[Edit]) -> str:
    """Return the HTML with all edits made; of those at one place the first given comes first."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        if edit.start < at:
            continue
        parts += (html[at : edit.start], edit.html)
        at = edit.end
    parts.append(html[at:])
    return "".join(parts)
