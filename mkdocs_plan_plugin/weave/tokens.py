"""Tokens that mark places in a page, in a form that no author can forge and no parser takes for markup.

Views are between comments of the same kind, by which they are `detached`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    """What the tokens of a page are made of: nothing that is in the page's own text.

    A token is only put in, never in the place of anything, and its characters (`signs`) mean nothing to
    any dialect of Markdown nor to HTML. So the rest of the page is read as if it were not there, and to take
    the signs out of what became of the page, wherever that is, gives back what the author wrote.

    Views, in pages that have been rendered, are between comments with a `word` of the page.
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
        """What is behind a box that has a token inside: neither is read as a link, with what follows."""
        return self.signs[-1]

    def number(self, digits: str) -> int:
        """Return the number of a slot, given what is between the ends of its token."""
        return int("".join(f"{self.signs.index(digit):x}" for digit in digits), _DIGITS)

    @property
    def pattern(self) -> re.Pattern[str]:
        """A pattern for the tokens of the page, whose digits are in the group 1."""
        return _pattern(self.signs)

    def sweep(self, html: str) -> str:
        """Return a page without any of the signs: mostly it has none, and a look for each tells so sooner."""
        return _any(self.signs).sub("", html) if any(map(html.__contains__, self.signs)) else html

    def wrap(self, number: int, html: str) -> str:
        """Return a view between comments, so that it can be set aside and put back."""
        return f"<!--{self.word}b{number}-->{html}<!--{self.word}e{number}-->"

    @property
    def ends(self) -> tuple[str, str]:
        """What begins the comments in front of and behind a wrapped view; a number closes them."""
        return f"<!--{self.word}b", f"<!--{self.word}e"

    def marker(self, number: str) -> str:
        """Return what is in the place of a view that was set aside."""
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
