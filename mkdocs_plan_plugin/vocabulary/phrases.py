"""The words and phrases of a table, found in a text without a pattern of them all.

Such a pattern takes longer to compile than a plan to read, and tries each phrase at each word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.lookup import by_spacing

_WORD = regex(r"[^\W_]+")

Span = tuple[int, int]
"""Where a phrase begins and ends."""


class Phrases:
    """Finds phrases, given as keys, in a casefolded text; those of ideographs need no space around them."""

    def __init__(self, phrases: Iterable[str]) -> None:
        spaced, dense = by_spacing(phrases)
        self._dense = regex("|".join(dense) or "(?!)")
        self._dense_letters = frozenset(phrase[0] for phrase in dense)
        self._by_first: dict[str, list[str]] = {}
        for phrase in spaced:
            self._by_first.setdefault(phrase.split(" ", 1)[0], []).append(phrase)

    def leading(self, text: str) -> str:
        """Return the phrase that a text begins with, the longest, or an empty one."""
        word = _WORD.match(text)
        if word and (end := self._end(text, word.span())):
            return text[:end]
        dense = self._dense.match(text) if text[:1] in self._dense_letters else None
        return dense[0] if dense else ""

    def each(self, text: str) -> Iterator[Span]:
        """Yield where phrases are, in their order, each the longest."""
        found = [
            (word.start(), end) for word in _WORD.finditer(text) if (end := self._end(text, word.span()))
        ]
        if not self._dense_letters.isdisjoint(text):
            found = sorted([*found, *(match.span() for match in self._dense.finditer(text))])
        last = 0
        for begin, end in found:
            if begin >= last:
                yield begin, end
                last = end

    def _end(self, text: str, first: Span) -> int:
        """Return where the longest phrase ends that begins with a word, 0 for none."""
        for phrase in self._by_first.get(text[slice(*first)], ()):
            end = first[0] + len(phrase)
            if text.startswith(phrase, first[0]) and not text[end : end + 1].isalnum():
                return end
        return 0
