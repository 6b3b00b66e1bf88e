"""What comments in a template say: how much a section is wanted, how often, and by which other names."""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.comments import IN_PLANS, IN_TEMPLATES, Comment
from mkdocs_plan_plugin.source.document import Document

_NAMES = regex(r"[\"“”']([^\"“”']+)[\"“”']")
_RANGE = regex(r"(\d{1,9})\s*(?:(\.\.)\s*(\d{0,9}))?$")


class Words(msgspec.Struct):
    """What is said of the heading or field at a line."""

    demand: Literal["required", "recommended", "optional"] = "optional"
    least: int = 0
    most: int = 0
    also: list[str] = msgspec.field(default_factory=list)


def read_words(document: Document, found: list[Comment]) -> tuple[dict[int, Words], list[tuple[int, str]]]:
    """Return what comments say by the line they speak of, and what is wrong with them, by line.

    A comment speaks of what is on its line, else of what is above it.
    """
    lines = document.text.split("\n")
    words: dict[int, Words] = {}
    faults: list[tuple[int, str]] = []
    for comment in found:
        if comment.scope != "plan" or comment.word in IN_PLANS:
            continue
        if comment.word not in IN_TEMPLATES:
            if near := nearest(comment.word, IN_TEMPLATES):
                faults.append((comment.line, f"'{comment.word}' means nothing in a template; write '{near}'"))
            continue  # a directive, which a template may hold like any page
        line = comment.line if not comment.alone else _above(lines, comment.line)
        if not line:
            faults.append(
                (comment.line, f"'{comment.word}' is under no heading; write it below the one it means")
            )
            continue
        said = words.setdefault(line, Words())
        if comment.word in ("required", "recommended", "optional"):
            said.demand = comment.word  # type: ignore[assignment]
        elif comment.word == "also":
            names = _NAMES.findall(comment.rest)
            said.also += names
            if not names:
                faults.append(
                    (comment.line, "'also' names nothing; write e.g. 'also \"Background\", \"Context\"'")
                )
        elif comment.word == "repeat":
            limits = _RANGE.match(comment.rest)
            if not limits:
                faults.append(
                    (comment.line, f"'repeat {comment.rest}' is no number of times; write e.g. 'repeat 1..'")
                )
            else:
                said.least = int(limits[1])
                said.most = int(limits[3] or 0) if limits[2] else said.least
    return words, faults


def _above(lines: list[str], line: int) -> int:
    """Return the nearest line above that holds something else than a comment."""
    for number in range(line - 1, 0, -1):
        text = lines[number - 1].strip()
        if text and not (text.startswith("<!--") and text.endswith("-->")):
            return 0 if text in ("---", "***") else number
    return 0
