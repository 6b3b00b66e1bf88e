"""Findings that an author silences, with a reason: for a page in front matter, for a block in a comment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

import msgspec

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.registry import Rule, named
from mkdocs_plan_plugin.source.comments import Comment
from mkdocs_plan_plugin.source.document import Document, walk

_PARTING = regex(r"[\s,;]+")


class Suppression(msgspec.Struct):
    """One word that silences rules from `first` to `last`; 0 to 0 is the whole page."""

    line: int
    word: str
    reason: str
    codes: frozenset[str] = frozenset()
    """The rules that the word means; none where there is no such rule."""
    first: int = 0
    last: int = 0
    used: bool = False

    def covers(self, rule: Rule, line: int) -> bool:
        """True if it silences a rule at a line."""
        inside = self.last == 0 or self.first <= line <= self.last
        return inside and rule.code in self.codes


def suppressions(plan: Plan, document: Document, comments: list[Comment]) -> list[Suppression]:
    """Return what the page silences. A start without an end reaches to the end of the page."""
    found = [
        Suppression(_front_line(document, word), word, reason, _codes(word))
        for word, reason in plan.options.ignore.items()
    ]
    open_: list[Suppression] = []
    blocks: list[tuple[int, int]] = []
    for comment in comments:
        if comment.scope != "plan":
            continue
        if comment.word == "ignore":
            blocks = blocks or _blocks(document)
            found += _read(comment, *_next_block(blocks, comment))
        elif comment.word == "ignore-start":
            open_ += _read(comment, comment.end, document.last_line)
        elif comment.word == "ignore-end":
            ended = {word.casefold() for word in _words(_parted(comment.rest)[0])}
            for one in [one for one in open_ if not ended or one.word.casefold() in ended]:
                one.last = comment.line
                open_.remove(one)
                found.append(one)
    return [*found, *open_]


def _read(comment: Comment, first: int, last: int) -> Iterator[Suppression]:
    words, reason = _parted(comment.rest)
    for word in _words(words):
        yield Suppression(comment.line, word, " ".join(reason.split()), _codes(word), first, last)


def _parted(text: str) -> tuple[str, str]:
    """Return the words of a comment, and the reason in brackets behind them."""
    words, _, reason = text.rstrip().removesuffix(")").partition("(")
    return (words, reason) if text.rstrip().endswith(")") else (text, "")


def _codes(word: str) -> frozenset[str]:
    return frozenset(rule.code for rule in named(word))


def _words(text: str) -> list[str]:
    return [word for word in _PARTING.split(text) if word]


def _blocks(document: Document) -> list[tuple[int, int]]:
    """Return the first and the last line of headings and blocks, however deep, in page order."""
    found = [(section.line, section.line) for section in document.sections]
    for section in document.sections:
        found += [(block.line, block.end) for block in walk(section.blocks) if block.kind != "html"]
    return sorted(found, key=itemgetter(0))


def _next_block(blocks: list[tuple[int, int]], comment: Comment) -> tuple[int, int]:
    """Return the lines of the block behind a comment, or the comment's own line where it is in one."""
    at = bisect_right(blocks, comment.end, key=itemgetter(0))
    return blocks[at] if comment.alone and at < len(blocks) else (comment.line, comment.line)


def _front_line(document: Document, word: str) -> int:
    """Return the line of front matter that names a word."""
    lines = document.text.split("\n")[: document.front.last_line]
    return next((number for number, line in enumerate(lines, 1) if word in line), 1)
