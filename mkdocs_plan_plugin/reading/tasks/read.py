"""Every task a reader would see, with its state and whether it counts."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_plan_plugin.model import LeftOut, Task, TaskCounts, TaskState
from mkdocs_plan_plugin.reading.entries import item_text
from mkdocs_plan_plugin.reading.tasks.notes import read_notes
from mkdocs_plan_plugin.reading.tasks.tables import table_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import BOXES, EMOJI_BOXES

_STATES = {mark: state for mark, state in BOXES.items() if mark not in ("x", "X")}
"""Marks that are plain text to the parser. GFM's own are there only if the author escaped them: no box."""
_BOX = regex(r"\[([^\[\]]{1,3})\]\s+")
_UNKNOWN = regex(r"\[([^\[\]\s\dxX]{1,2})\]\s+(?=\S)")


def task_state(item: Block, *, emoji: bool = False) -> tuple[TaskState, str] | None:
    """Return an item's task state and its text without the box, or None for an ordinary item.

    GFM's two states come from the parser; the others are plain text to it. With `emoji` a leading
    ✅, ❌ or ⏳ counts as a box (option `emoji_tasks`).
    """
    if item.task is not None:
        return ("done" if item.task else "open"), item_text(item)
    if not emoji and not _may_have_box(item):
        return None
    text = item_text(item)
    match = _BOX.match(text)
    if match:
        state = _STATES.get(match[1].strip().removesuffix("\ufe0f"))
        return (state, text[match.end() :]) if state else None
    if emoji:
        text = mend(text)
        for mark, state in EMOJI_BOXES.items():
            if text.startswith(mark):
                return state, text[len(mark) :].lstrip("\ufe0f ")
    return None


def _may_have_box(item: Block) -> bool:
    """True if an item's text begins with a bracket: most items end here."""
    for child in item.children:
        if child.kind == "paragraph" and child.lines:
            return child.lines[0].text.lstrip()[:1] in ("[", "")
    return False


def unknown_mark(item: Block) -> str:
    """Return the mark of what would be a checkbox if it meant something: `?` of `[?] text`."""
    if item.task is not None or not _may_have_box(item):
        return ""
    match = _UNKNOWN.match(item_text(item))
    if match is None or match[1].removesuffix("\ufe0f") in _STATES:
        return ""
    linked = any(line.links and line.links[0][0] == 0 for child in item.children for line in child.lines)
    return "" if linked else match[1]


class Details(NamedTuple):
    """How more of tasks is read than their states: in which words, and where to put what can't be read."""

    vocabulary: Vocabulary
    left_out: list[LeftOut]
    tables: bool = True
    """True if rows of tables are tasks."""


def read_tasks(blocks: Iterable[Block], *, emoji: bool = False, details: Details | None = None) -> list[Task]:
    """Return the tasks among blocks in reading order: nested, quoted, inside containers too.

    A parent with sub-tasks is no leaf: its children count, it does not. Rows of tables are tasks, and
    dates and owners are read, only with `details`.
    """
    found: list[Task] = []
    _collect([*blocks], found, emoji=emoji, details=details)
    return found


def _collect(blocks: Sequence[Block], found: list[Task], *, emoji: bool, details: Details | None) -> int:
    """Add the tasks among blocks, of which items are those of one list; return how many they are."""
    boxed: list[bool] = []  # whether that has checkboxes, once an unknown mark makes it matter
    before = len(found)
    for block in blocks:
        kind = block.kind
        if kind == "paragraph":
            found += _defined(block)
        elif kind == "item":
            boxlike = block.task is not None or emoji or _may_have_box(block)
            said = _said(block, blocks, boxed, emoji=emoji) if boxlike else None
            if said is None:
                _collect(block.children, found, emoji=emoji, details=details)
                continue
            found.append(task := Task(line=block.line, text=said[1], state=said[0]))
            if details is not None:
                details.left_out.extend(read_notes(task, block, details.vocabulary))
            if len(block.children) > 1 or len(block.children[0].lines) > 1:
                task.leaf = not _collect(block.children, found, emoji=emoji, details=details)
        elif kind == "table":
            if details is not None and details.tables:
                found += table_tasks(block, details.vocabulary, details.left_out)
        elif block.children:
            _collect(block.children, found, emoji=emoji, details=details)
    return len(found) - before


def _said(
    item: Block, among: Sequence[Block], boxed: list[bool], *, emoji: bool
) -> tuple[TaskState, str] | None:
    """Return the state and text of a task; one with a mark that means nothing is open among others."""
    said = task_state(item, emoji=emoji)
    if said is None and (mark := unknown_mark(item)):
        if not boxed:
            boxed.append(any(map(task_state, among)))
        if boxed[0]:
            return "open", item_text(item)[len(mark) + 2 :].lstrip()
    return said


_DEFINED = regex(r"(?::\s+)?[-*+]\s+\[([ xX])\]\s+(.*)")


def _defined(paragraph: Block) -> Sequence[Task]:
    """Return the tasks of a definition list, which is a paragraph to CommonMark."""
    for line in paragraph.lines:
        if line.text[:1] == ":":
            break
    else:
        return ()
    return [
        Task(line=line.number, text=match[2], state="open" if match[1] == " " else "done")
        for line in paragraph.lines
        if (match := _DEFINED.match(line.text))
    ]


def give_anchors(tasks: Iterable[Task]) -> None:
    """Give each task that the page shows an anchor from its text, unique on the page."""
    taken: dict[str, int] = {}
    for task in tasks:
        if task.origin == "front matter":
            continue
        digest = f"{zlib.crc32(task.text.encode('utf-8', 'replace')):08x}"
        count = taken[digest] = taken.get(digest, 0) + 1
        task.anchor = f"plan-task-{digest}" if count == 1 else f"plan-task-{digest}-{count}"


def count(tasks: Iterable[Task]) -> TaskCounts:
    """Count the checkboxes of a page by state; a row of a table is a task, but shows no checkbox."""
    counts = TaskCounts()
    for task in tasks:
        if task.origin != "checkbox":
            continue
        counts.total += 1
        name = task.state.replace("-", "_")
        setattr(counts, name, getattr(counts, name) + 1)
    return counts


def counted(tasks: Iterable[Task]) -> list[Task]:
    """Return the tasks that make up progress: leaves, without cancelled and deferred ones."""
    return [task for task in tasks if task.counts]
