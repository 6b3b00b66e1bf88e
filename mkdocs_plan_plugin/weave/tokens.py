"""Tokens that mark places in a page, in a form that no author can forge and no parser takes for markup.

Views stand between comments of the same kind, so that they can be detached until their page is written, and
put back for that. Search plugins index a page without them. And MkDocs keeps all pages to the end of the
build, in strings that take two or four bytes for each character if one of them needs it: inside of a page
with an emoji a view of plain ASCII is four times as large as beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2s
from typing import NamedTuple

from mkdocs_plan_plugin.regex import regex

_DIGITS = 16
_NEEDED = _DIGITS + 3

_NONCHARACTERS = range(0xFDD0, 0xFDD0 + _NEEDED)
"""Unicode keeps these for use inside of programs: they are no letters, no white space, no punctuation."""

_FIRST = "".join(map(chr, _NONCHARACTERS))


def _alphabets() -> Iterator[str]:
    """Yield the signs there might be: where a text has the first ones, private characters far off."""
    yield _FIRST
    for start in (*range(0x100000, 0x10FFF0, _NEEDED), *range(0xF0000, 0xFFFF0, _NEEDED)):
        yield "".join(map(chr, range(start, start + _NEEDED)))


class Tokens(NamedTuple):
    """What the tokens of a page are made of: nothing that stands in the page's own text.

    A token is only put in, never in the place of anything, and its characters (`signs`) mean nothing to
    any dialect of Markdown nor to HTML. So the rest of the page is read as if it were not there, and to take
    the signs out of what became of the page, wherever that is, gives back what the author wrote.

    Views, in pages that have been rendered, stand between comments with a `word` of the page.
    """

    word: str
    signs: str = _FIRST

    @classmethod
    def of(cls, path: str, text: str) -> Tokens:
        """Return those of a page. Their `signs` are empty for a text that has any that there might be."""
        digest = blake2s(f"{path}\n{text}".encode("utf-8", "replace"), digest_size=8)
        used = set(text) if not text.isascii() else set()
        signs = next((signs for signs in _alphabets() if used.isdisjoint(signs)), "")
        return cls(f"plan{digest.hexdigest()}", signs)

    def token(self, number: int) -> str:
        """Return the token of a slot, to be put into Markdown."""
        digits = "".join(self.signs[int(digit, _DIGITS)] for digit in f"{number:x}")
        return f"{self.signs[-3]}{digits}{self.signs[-2]}"

    @property
    def guard(self) -> str:
        """What stands behind a box that has a token inside: neither is read as a link, with what follows."""
        return self.signs[-1]

    def number(self, digits: str) -> int:
        """Return the number of a slot, given what stands between the ends of its token."""
        return int("".join(f"{self.signs.index(digit):x}" for digit in digits), _DIGITS)

    @property
    def pattern(self) -> re.Pattern[str]:
        """A pattern for the tokens of the page, whose digits are in the group 1."""
        return _pattern(self.signs)

    def sweep(self, html: str) -> str:
        """Return a page without any of the signs."""
        return _any(self.signs).sub("", html)

    def wrap(self, number: int, html: str) -> str:
        """Return a view between comments, so that it can be set aside and put back."""
        return f"<!--{self.word}b{number}-->{html}<!--{self.word}e{number}-->"

    @property
    def ends(self) -> tuple[str, str]:
        """What begins the comments in front of and behind a wrapped view; a number closes them."""
        return f"<!--{self.word}b", f"<!--{self.word}e"

    def marker(self, number: str) -> str:
        """Return what stands in the place of a view that was set aside."""
        return f"<!--{self.word}m{number}-->"


def token_pattern(signs: str) -> str:
    """Return the source of a pattern for tokens of such signs; its one group are the digits."""
    return f"{signs[-3]}([{signs[:_DIGITS]}]+){signs[-2]}"


@cache
def _pattern(signs: str) -> re.Pattern[str]:
    return regex(token_pattern(signs))


@cache
def _any(signs: str) -> re.Pattern[str]:
    return regex(f"[{signs}]+")


_SEEN = 40
"""Characters in front of a view by which its place is known once more."""


class Detached:
    """The views of one page."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._kept: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._without = self._with = ""

    @property
    def views(self) -> Iterable[str]:
        """The views that were detached."""
        return self._kept.values()

    def detach(self, html: str) -> str:
        """Return the page with a marker in the place of each view."""
        begin, end = self._tokens.ends
        first, *rest = html.split(begin)
        parts = [first]
        for part in rest:
            number, _, inside = part.partition("-->")
            view, close, behind = inside.partition(end + number + "-->")
            if not close:  # a neighbour cut it: what is left stays
                parts += (begin, part)
                continue
            token = self._tokens.marker(number)
            self._kept[token] = view
            self._before[token] = parts[-1][-_SEEN:]
            parts += (token, behind)
        return "".join(parts)

    def put_back(self, html: str) -> str:
        """Return the page with its views, and without the comments around them."""
        self._without = html
        begin = self._tokens.marker("").removesuffix("-->")
        first, *rest = html.split(begin)
        found = {self._tokens.marker(part.partition("-->")[0]) for part in rest}
        if not self._kept.keys() <= found:
            first, *rest = self._marked(html).split(begin)
        parts = [first]
        for part in rest:
            number, _, behind = part.partition("-->")
            parts += (self._kept.get(self._tokens.marker(number), ""), behind)
        self._kept.clear()
        self._before.clear()
        self._with = "".join(parts)
        return self._with

    def _marked(self, html: str) -> str:
        """Return the page with those markers, too, that somebody has stripped as the comments they are.

        They go back behind what stood in front of them; what finds no place stands at the end. A page of
        which nothing is left has another content, as one that a password protects: it gets no view.
        """
        known = (before for before in self._before.values() if len(before) == _SEEN)
        if not any(place in html for place in (*self._kept, *known)):
            return html
        at = 0
        for token, before in self._before.items():
            if (here := html.find(token, at)) < 0:
                here = html.find(before, at)
                here = here + len(before) if here >= 0 else len(html)
                html = f"{html[:here]}{token}{html[here:]}"
            at = here + len(token)
        return html

    def release(self, html: str) -> str:
        """Return a page that has been written as it was before, unless somebody has changed it since."""
        released = self._without if html is self._with else html
        self._without = self._with = ""
        return released
