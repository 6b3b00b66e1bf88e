"""Comments that speak to the plugin: `<!-- plan: required -->`, `<!-- plan: ignore PLAN401 (reason) -->`.

Templates, rules and built pages ask here, so that none takes for a comment what is code to another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.containers import cut
from mkdocs_plan_plugin.source.document import Document
from mkdocs_plan_plugin.source.markdown import DEEPEST, html_spans

IN_TEMPLATES = ("required", "recommended", "optional", "repeat", "also", "sample", "keep")
"""Words that mean something in a template."""

IN_PLANS = ("ignore", "ignore-start", "ignore-end")
"""Words that silence findings in a plan."""

_COMMENT = regex(
    r"<!--\s*(?P<scope>plans?)\s*:\s*(?P<word>[A-Za-z](?:\w|-(?!->))*+)(?P<rest>.{0,2000}?)-->", re.DOTALL
)
HINT = regex(r"<!--\s*plans?\s*:")
"""What every comment of the plugin begins with."""
_LONGEST = 4000
"""Characters of a line that are looked at for what is beside a comment."""


class Comment(msgspec.Struct, frozen=True):
    """One comment of the plugin. `line` and `column` count from 1, `end` is the line it ends on."""

    line: int
    column: int
    ordinal: int
    """How many comments that begin like ours stand before it on its line."""
    scope: str
    word: str
    rest: str
    end: int
    alone: bool
    """True if nothing else is on its lines."""

    @property
    def asks(self) -> bool:
        """True for a directive: it asks for a view, whether or not there is one of that name."""
        return self.scope != "plan" or self.word not in (*IN_TEMPLATES, *IN_PLANS)


_NEARLY = regex(
    r"<!--\s*(?P<scope>plans?)(?:\s*[:：;.=/_-]\s*|\s+)(?P<word>[a-z][\w-]*)\s*(?:\{.{0,2000}?\}\s*)?-->",
    re.IGNORECASE | re.DOTALL,
)
_LIKE_OURS = regex(r"<!--\s*plan", re.IGNORECASE)


def may_ask(text: str) -> bool:
    """True for a text with a comment that is ours or may have been meant to be."""
    return "<" in text and "<!--" in text and _LIKE_OURS.search(text) is not None


def nearly_ours(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield comments that are nearly the plugin's, and none: line, as written, and as `scope:word`.

    `<!-- Plans:Table -->`, `<!-- plan table -->`. Those in code are text.
    """
    if not may_ask(document.text):
        return
    text = "\n".join(document.body_lines)
    for start, match in _found(text, _NEARLY):
        if _COMMENT.fullmatch(match[0]) is None:
            yield text.count("\n", 0, start) + 1, match[0], f"{match['scope']}:{match['word']}".lower()


def has_comments(text: str) -> bool:
    """True for a text with a comment of the plugin, in code or outside."""
    # One character is looked for far quicker than four, and most pages have none.
    return "<" in text and "<!--" in text and HINT.search(text) is not None


def comments(document: Document) -> list[Comment]:
    """Return the comments of the plugin in a document, in page order. Those in code are text."""
    return comments_in("\n".join(document.body_lines)) if has_comments(document.text) else []


def comments_in(text: str) -> list[Comment]:
    """Return the comments of the plugin in Markdown without front matter, in page order."""
    if not has_comments(text):
        return []
    lines = text.split("\n")
    return sorted(_read(text, lines, 0, 0), key=lambda comment: (comment.line, comment.ordinal))


def _read(text: str, lines: list[str], before: int, depth: int) -> Iterator[Comment]:
    """Yield the comments of a text that begins behind line `before` of the page, whose lines are given."""
    outside, containers = cut(text) if depth < DEEPEST else (text, [])
    number, begin, hints, columns = before + 1, 0, _begun(outside, 0), _begun(lines[before], 0)
    alone = _bare(outside, 0, 0)
    for start, match in _found(outside):
        line_start = outside.rfind("\n", begin, start) + 1
        if line_start > begin:
            number += outside.count("\n", begin, line_start)
            begin, hints = line_start, _begun(outside, line_start)
            columns = _begun(lines[number - 1], 0)
            alone = _bare(outside, begin, begin)
        ordinal = bisect_left(hints, start)
        yield Comment(
            line=number,
            column=columns[ordinal] + 1 if ordinal < len(columns) else 1,
            ordinal=ordinal,
            scope=match["scope"],
            word=match["word"].lower(),
            rest=match["rest"].strip(),
            end=number + match[0].count("\n"),
            alone=alone if "\n" not in match[0] else _bare(outside, start, start + len(match[0])),
        )
    for container in containers:
        yield from _read(container.body, lines, before + container.first - 1, depth + 1)


def _begun(text: str, start: int) -> list[int]:
    """Return where comments that begin like ours begin on the line that starts there."""
    stop = text.find("\n", start)
    return [hint.start() for hint in HINT.finditer(text, start, stop if stop >= 0 else len(text))]


def _bare(text: str, start: int, end: int) -> bool:
    """True if only comments of the plugin are on the lines where a stretch of text begins and ends."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - _LONGEST) : start]
    stop = text.find("\n", end)
    after = text[end : min(stop if stop >= 0 else len(text), end + _LONGEST)]
    return not (without_ours(before) + without_ours(after)).strip()


def _found(text: str, pattern: re.Pattern[str] = _COMMENT) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where comments of a pattern begin in a text: those that the parser takes for HTML.

    A comment reaches to the first `-->`: what looks like another one inside of it is none.
    """
    if not may_ask(text):
        return
    for begin, end in html_spans(text):
        start = text.find("<!--", begin, end)
        while start >= 0:
            close = text.find("-->", start + len("<!--"), end)
            if close < 0:
                break
            stop = close + len("-->")
            match = pattern.fullmatch(text, start, stop)
            if match:
                yield start, match
            start = text.find("<!--", stop, end)


def without_comments(line: str) -> str:
    """Return a line without the comments of the plugin on it."""
    return without_ours(line).rstrip() if "<!--" in line else line


def without_ours(text: str) -> str:
    """Return a text without the comments of the plugin, each of which reaches to the first `-->`."""
    kept, end, close = [], 0, 0
    for hint in HINT.finditer(text):
        start = hint.start()
        if close < hint.end() and (close := text.find("-->", hint.end())) < 0:
            break
        stop = close + len("-->")
        if start >= end and stop - start < _LONGEST and _COMMENT.fullmatch(text, start, stop):
            kept.append(text[end:start])
            end = stop
    return "".join([*kept, text[end:]])
