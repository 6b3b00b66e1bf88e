"""Rendered HTML: where the tokens came out, and the cutting and joining around them.

The HTML is scanned once for the few tags that hold slots and is never parsed or written anew, so
that what lies between the edits stays the same byte for byte.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.weave.tokens import Tokens, token_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable


_PHRASING = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "caption"))
"""Elements that can't contain a block: it goes behind them."""

_CODE = frozenset(("pre", "code"))
"""Elements in which no view can be."""

_HOLDERS = _PHRASING | _CODE | {"li", "td", "th", "dd", "table", "div", "blockquote"}
"""Elements that decide where a view goes, and whether."""

_RAW = frozenset(("script", "style", "textarea", "title", "xmp"))
"""Elements with nothing but text in them, and no end but their own tag (HTML, 13.2.5)."""

_LEAF = "<(?P<leaf>p|li|td|th|dt|dd|h[2-6])>[^<{signs}]*</(?P=leaf)>"
"""An element with nothing in it but text, and no token."""
_TAG = (
    r"<(?P<close>/?)(?P<tag>[a-z][^\s/>]*+)"
    r"""(?P<attributes>(?:[^>"'=]++|=\s*+(?:"[^"]*"|'[^']*')?+|["'])*+)(?:>|\Z)"""
)
_BOGUS = r"<[!?/][^>]*(?:>|\Z)"
"""What HTML takes for a comment, too."""
_ID = regex(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_COMMENT_END = regex(r"--!?>")
_HTML_COMMENT_END = regex(r"<!---?>|--!>")
"""Ends of comments that few but HTML know."""


class TokenPlace(msgspec.Struct):
    """Where a token came out. All offsets are in the HTML as it was scanned.

    `start` to `end` is what goes with the token: the comment of a directive, the box of a task.
    """

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
    boxed: bool = False
    """True for a token that still is in its box."""


class HtmlEdit(msgspec.Struct, frozen=True):
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


class Scan(NamedTuple):
    """What a look through a page finds: the place of each slot, by number; where the title ends, or 0."""

    places: dict[int, TokenPlace]
    title_end: int
    comments: int
    """How many there are."""


def scan(html: str, tokens: Tokens) -> Scan:  # noqa: C901 - the inner loop of weaving
    """Look for all tokens, and the title; the first place counts where one came out twice.

    In comments, code, attributes and scripts no view can be. What HTML takes for a comment that is never
    closed reaches to the end of the page.
    """
    places: dict[int, TokenPlace] = {}
    stack: list[_Open] = []
    title_end = comments = at = 0
    scanned, pattern = _scanned(tokens.signs), tokens.pattern

    def found(digits: str, start: int, end: int, *, boxed: bool = False) -> None:
        number = tokens.number(digits)
        if number not in places and not any(element.tag in _CODE for element in stack):
            places[number] = _place(start, end, number, stack, boxed=boxed)

    while match := scanned.search(html, at):
        begin, at = match.span()
        digits, comment, _, close, tag, attributes = match.groups()
        if digits:
            begin, at, boxed = _box(html, begin, at, tokens)
            found(digits, begin, at, boxed=boxed)
        elif comment:
            directive = pattern.match(html, at)
            comments += 1
            if (at := _comment_end(html, at)) < 0:
                break
            if directive:
                found(directive[1], begin, at)
        elif tag:
            tag = tag.lower()
            if tag in _HOLDERS:
                if close:
                    _close(tag, at, stack, places)
                    if tag == "h1" and not title_end:
                        title_end = at
                elif attributes[-1:] != "/":
                    stack.append(_Open(tag, begin, attributes))
            elif tag in _RAW and not close:
                end = _end_tag(tag).search(html, at)
                if end is None:
                    break
                at = end.end()
    return Scan(places, title_end, comments)


def uncommented(html: str, tokens: Tokens) -> str:
    """Return the HTML with nothing but the token where a directive's comment is.

    What strips comments then leaves it. Where one may read comments otherwise than HTML does, they stay.
    """
    if f"<!--{tokens.signs[-3]}" not in html or _HTML_COMMENT_END.search(html):
        return html
    places, _, comments = scan(html, tokens)
    if comments != html.count("<!--"):
        return html
    edits = [
        HtmlEdit(place.start, place.end, tokens.token(number))
        for number, place in places.items()
        if html.startswith("<!--", place.start)
    ]
    return apply(html, edits)


@cache
def _scanned(signs: str) -> re.Pattern[str]:
    """Return a pattern for all that a look through a page stops at.

    Each way through it begins with one character, so that it looks at no others.
    """
    token, leaf = token_pattern(signs), _LEAF.format(signs=signs)
    return regex(f"{token}|<(?P<comment>!--)|{leaf}|{_TAG}|{_BOGUS}", re.IGNORECASE)


def _box(html: str, start: int, end: int, tokens: Tokens) -> tuple[int, int, bool]:
    """Return where the box around a token begins and ends, and true; the token's own ends if it has none."""
    guard = html.find(tokens.guard, end, end + _LONGEST_BOX)
    inside = html[end:guard] if guard > end else ""
    whole = html[start - 1 : start] == "[" and inside[-1:] == "]"
    if whole and not any(sign in inside for sign in f"<{tokens.signs}"):
        return start - 1, guard + 1, True
    return start, end, False


_LONGEST_BOX = 40
"""Characters of HTML for what is in a box: four, each of which may be escaped."""


def _comment_end(html: str, start: int) -> int:
    """Return where a comment ends whose text begins at `start`, -1 if nowhere (HTML, 13.2.5.43 to 52)."""
    for abrupt in (">", "->"):
        if html.startswith(abrupt, start):
            return start + len(abrupt)
    end = _COMMENT_END.search(html, start)
    return end.end() if end else -1


@cache
def _end_tag(tag: str) -> re.Pattern[str]:
    return regex(rf"</{tag}(?=[\s/>])[^>]*+(?:>|\Z)", re.IGNORECASE)


def _place(start: int, end: int, number: int, stack: list[_Open], *, boxed: bool = False) -> TokenPlace:
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
    return TokenPlace(start, end, before, end, heading, item, boxed)


def _close(tag: str, end: int, stack: list[_Open], places: dict[int, TokenPlace]) -> None:
    """Close the innermost element of this name, and with it all that its author left open in it."""
    depth = len(stack) - 1
    while depth >= 0 and stack[depth].tag != tag:
        depth -= 1
    if depth >= 0:
        for number in stack[depth].behind:
            places[number].after = end
        del stack[depth:]


def apply(html: str, edits: Iterable[HtmlEdit]) -> str:
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
