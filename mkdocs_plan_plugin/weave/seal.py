"""Tokens that mark places in a page, in a form that no author can forge."""

from __future__ import annotations

import re
from hashlib import blake2s
from typing import NamedTuple


class Seal(NamedTuple):
    """A word made from a page's own text, which therefore can't stand in that text.

    All tokens are HTML comments: they leave heading ids and the table of contents as they are, and
    whatever gets lost on the way stays invisible.
    """

    word: str

    @classmethod
    def of(cls, path: str, text: str) -> Seal:
        """Return the seal of a page."""
        digest = blake2s(f"{path}\n{text}".encode("utf-8", "replace"), digest_size=8)
        return cls(f"plan{digest.hexdigest()}")

    def token(self, number: int) -> str:
        """Return the token of a slot, to be put into Markdown."""
        return f"<!--{self.word}x{number}-->"

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

    def numbers(self, html: str) -> set[int]:
        """Return the numbers of all slots whose token is in the page in whatever form."""
        return {int(number) for number in re.findall(rf"{self.word}x(\d+)", html)}

    @property
    def damaged(self) -> re.Pattern[str]:
        """A pattern for tokens that came out as text, as they do where a site takes them for code.

        Between any two characters of the token's punctuation a highlighter may have put tags.
        """
        tags = r"((?:<[^<>]*>)*)"
        ends = (r"(?:<|&lt;|&amp;lt;)", "!", "-", "-"), ("-", "-", r"(?:>|&gt;|&amp;gt;)")
        return re.compile(tags.join((*ends[0], rf"{self.word}x(?P<number>\d+)", *ends[1])))


ANY_SLOT = r"<!--(?P<word>plan[0-9a-f]+)x(?P<number>\d+)-->"
"""A pattern for the tokens of slots, of this page or, in what an author wrote, of any other."""
