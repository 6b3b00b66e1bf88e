r"""What looks like a checkbox and is none: `-[ ] a`, `- [] a`, `- [x]a`, `- \[ \] a`, `[ ] a` by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.model import LeftOut, Task
from mkdocs_plan_plugin.reading.entries import item_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document, walk
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.blanks import says_none
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.scales import BOXES, PHASE
from mkdocs_plan_plugin.vocabulary.state_words import STATE_NOUNS
from mkdocs_plan_plugin.vocabulary.states import mark_state
from mkdocs_plan_plugin.vocabulary.words import REMAINING_WORK

_LIKE_A_BOX = regex(
    r"[ \t>]*(?:(?P<bullet>[-*+•◦‣·–—]|\d{1,9}[.)])(?P<gap>[ \t]*))?(?P<bold>[*_~]{0,3})(?P<open>\\?\[)"
    r"(?P<mark>[ \t]*[xX][ \t]*|[^\w\s\\\[\]]{1,2}|[ \t\u00a0]{0,3}|[^\W\d_](?:[^\W\d_]|[ -]){2,12})"
    r"(?P<close>\\?\])(?P<rest>.*\S)"
)
"""A line that begins with a box of any kind, as written."""

_KNOWN = {" ", *BOXES}
_NO_BULLETS = "•◦‣·–—"
_NO_BOX = ("(", "[", ":", "]")
"""What follows the brackets of a link."""


def lost_tasks(document: Document, tasks: Iterable[Task], vocabulary: Vocabulary) -> list[LeftOut]:
    """Return what looks like a task of a list and is none to a Markdown reader, in the order of the page.

    Only what a reader sees: nothing in code and comments. Lines in `tasks` are none, unless their box
    is escaped: it is shown as text whatever its mark.
    """
    known = {task.line for task in tasks}
    found: dict[int, LeftOut] = {}
    for number, match in _like_boxes(document.text):
        if number <= document.front.last_line or (number in known and match["open"] == "["):
            continue
        if reason := _reason(match, vocabulary):
            found[number] = LeftOut(
                line=number, kind="task", text=match[0].strip(" \t>")[:_LONGEST], reason=reason
            )
    if not found:
        return []
    seen = seen_lines(document.tree.children)
    return [one for number, one in found.items() if number in seen]


def remaining_work(outline: Outline) -> list[LeftOut]:
    """Return the sections that list, without boxes, what remains to be done; of a plan that is complete."""
    return [
        LeftOut(line=one.line, kind="step", text=one.title, reason=_REMAINS)
        for one in outline.sections[1:]
        if title_key(one.title) in _REMAINING and any(map(_lists_work, one.blocks))
    ]


def _lists_work(block: Block) -> bool:
    """True for a list with an item that is no box, is not done and does not say *None*."""
    items = block.children if block.kind == "list" else ()
    texts = (item_text(item) for item in items if item.task is None)
    return any(text and not (says_none(text) or mark_state(text, PHASE) == "complete") for text in texts)


_REMAINING = keys_of(REMAINING_WORK)
_REMAINS = "it lists what remains: give its items boxes"


def _like_boxes(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the lines that begin with a box of any kind, with their number: only where a bracket is."""
    number, counted = 1, 0
    at = text.find("[")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        if match := _LIKE_A_BOX.match(text, start):
            number += text.count("\n", counted, start)
            counted = start
            yield number, match
        end = text.find("\n", at)
        at = text.find("[", end) if end >= 0 else -1


_LONGEST = 200
_ESCAPED = "the brackets are escaped, so it shows no checkbox"


def _reason(match: re.Match[str], vocabulary: Vocabulary) -> str:
    """Return why a line that begins like a task may be none; empty where nobody would take it for one."""
    if match["rest"].startswith(_NO_BOX):
        return ""
    mark, rest = match["mark"], match["rest"]
    if match["open"] != "[":
        return _ESCAPED if len(mark.strip()) <= 1 else ""
    if match["close"] != "]":
        return ""
    if mark[:1].isalpha() and len(mark) > 2:
        word = key(mark)
        if not match["bullet"] or word not in vocabulary.states or word in STATE_NOUNS:
            return ""
        return "a word is in the brackets instead of a mark"
    if not match["bullet"]:
        boxed = mark and mark.strip() in ("", "x", "X")
        return "it is no item of a list" if boxed and rest[:1].isspace() else ""
    return _reason_of_item(match, mark, rest)


def _reason_of_item(match: re.Match[str], mark: str, rest: str) -> str:
    """Return why an item may be no task whose brackets hold a mark, or nothing."""
    if match["bullet"] in _NO_BULLETS:
        return f"'{match['bullet']}' begins no item of a list"
    if not match["gap"]:
        return "there is no space before the brackets"
    if not mark:
        return "there is nothing between the brackets" if rest[:1].isspace() else ""
    if len(mark) > 1 and mark.strip() in ("", "x", "X"):
        return "there is more than a mark or a space between the brackets"
    if match["bold"]:
        return "the brackets are set in bold or italics"
    if not rest[:1].isspace():
        return "there is no space after the brackets"
    if mark.removesuffix("\ufe0f") not in _KNOWN:
        return f"'{mark}' in the brackets means nothing"
    return "no checkbox is shown in this place"


def mended(line: str, vocabulary: Vocabulary) -> str:
    """Return what to write for a line that looks like a task, without indentation; empty if unknown."""
    match = _LIKE_A_BOX.match(line)
    if match is None:
        return ""
    bullet, mark, rest, bold = match["bullet"] or "-", match["mark"].strip(), match["rest"], match["bold"]
    if len(mark) > 2:
        mark = _MARK_OF.get(vocabulary.states.get(key(mark), ""), "")
    elif mark not in _KNOWN and mark:
        return ""
    if bold and rest.startswith(bold):
        rest = rest[len(bold) :]
    elif bold:
        rest = bold + rest.lstrip()
    elif rest[0] in "*:.-" and rest[1:2].isspace():
        rest = rest[1:]  # `- [ ]* optional`
    text = f"{'-' if bullet in _NO_BULLETS else bullet} [{mark or ' '}] {rest.strip()}"
    return "" if text == line.strip(" \t>") else text


_MARK_OF = {"complete": "x", "in-progress": "~", "cancelled": "-", "blocked": "!", "deferred": ">"}
"""The marks of the states that a word between the brackets may name."""


def seen_lines(blocks: Iterable[Block]) -> set[int]:
    """Return the lines on which a reader sees text that could be a task's, or a heading's."""
    return {line for block in walk(blocks) for line in _lines(block)}


def _lines(block: Block) -> Iterator[int]:
    if block.kind == "paragraph":
        for line in block.lines:
            yield line.number
    elif block.kind == "html":
        if not _HIDDEN.match(block.code):
            yield from range(block.line, block.end + 1)
    elif block.kind == "code" and block.fence is None and _all_items(block.code):
        yield from range(block.line, block.end + 1)


_HIDDEN = regex(r"\s*<(?:!|\?|pre\b|script\b|style\b|textarea\b)")
_ITEM = regex(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")


def _all_items(code: str) -> bool:
    """True for indented code that is a list: the author meant it to be one."""
    return all(_ITEM.match(line) for line in code.split("\n") if line.strip())
