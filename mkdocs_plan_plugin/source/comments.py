"""Comments that speak to the plugin: `<!-- plan: required -->`, `<!-- plan: ignore PLAN401 (reason) -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document, walk

IN_TEMPLATES = ("required", "recommended", "optional", "repeat", "also", "sample", "keep")
"""Words that mean something in a template."""

IN_PLANS = ("ignore", "ignore-start", "ignore-end")
"""Words that silence findings in a plan."""

_COMMENT = regex(r"<!--\s*(?P<scope>plans?)\s*:\s*(?P<word>[A-Za-z][\w-]*)(?P<rest>.{0,2000}?)-->", re.DOTALL)
HINT = regex(r"<!--\s*plans?\s*:")
"""What every comment of ours begins with."""

_CODE_SPAN = regex(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_LONGEST = 4000
"""A longer line is data and holds no comment of ours."""


class Comment(msgspec.Struct, frozen=True):
    """One comment of ours. `column` counts from 1, `end` is the line it ends on."""

    line: int
    column: int
    scope: str
    word: str
    rest: str
    end: int
    alone: bool
    """True if nothing else stands on its line."""


def has_comments(text: str) -> bool:
    """True for a text with a comment of ours, in code or outside."""
    # One character is looked for far quicker than four, and most pages have none.
    return "<" in text and "<!--" in text and HINT.search(text) is not None


def comments(document: Document) -> list[Comment]:
    """Return the comments of ours in page order. Those in code are text."""
    if not has_comments(document.text):
        return []
    code = set(_code_lines(document))
    lines = document.text.split("\n")
    shown = "\n".join(
        ""
        if number in code or len(line) > _LONGEST
        else _CODE_SPAN.sub(lambda span: " " * len(span[0]), line)
        for number, line in enumerate(lines, 1)
    )
    found = []
    line, before = 1, 0
    for match in _COMMENT.finditer(shown):
        line += shown.count("\n", before, match.start())
        before = match.start()
        start = shown.rfind("\n", 0, match.start()) + 1
        stop = shown.find("\n", match.end())
        rest = shown[start : match.start()] + shown[match.end() : stop if stop >= 0 else len(shown)]
        found.append(
            Comment(
                line=line,
                column=match.start() - start + 1,
                scope=match["scope"],
                word=match["word"].lower(),
                rest=match["rest"].strip(),
                end=line + match[0].count("\n"),
                alone=not _COMMENT.sub("", rest).strip(),
            )
        )
    return found


def without_comments(line: str) -> str:
    """Return a line without the comments of ours on it."""
    return _COMMENT.sub("", line).rstrip() if "<!--" in line else line


def _code_lines(document: Document) -> Iterator[int]:
    for section in document.sections:
        for block in walk(section.blocks):
            if block.kind == "code":
                yield from range(block.line, block.end + 1)
