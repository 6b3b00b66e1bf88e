"""Tasks that are in tables and in front matter, with the state that a cell or key gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_plan_plugin.model import LeftOut, Task, TaskState
from mkdocs_plan_plugin.reading.entries import cell
from mkdocs_plan_plugin.reading.when import read_cell
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import BOXES, EMOJI_BOXES, TASK
from mkdocs_plan_plugin.vocabulary.states import read_state

_COLUMNS = {name: keys_of(spellings) - {""} for name, spellings in words.TASK_COLUMNS.items()}
_YES = keys_of(words.DONE_WORDS)
_NO = keys_of(words.UNDONE_WORDS)
_SUMS = keys_of(words.SUMS)
_BOX = regex(r"\[([^\[\]]{0,3})\]")
_DATE = regex(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
_BESIDE = ("id", "priority", "owner", "start", "target", "due", "created", "status", "progress")
"""What a column in front of the tasks may mean where its name alone does not say that they are tasks."""

_NOT_OF_TASKS = ("probability", "mitigation", "expected", "baseline")
"""Columns of risks, test cases and benchmarks, which may call theirs an item or an action."""


class Columns(NamedTuple):
    """Which columns of a table of tasks are which; `state` is None where no column states anything."""

    task: int
    state: int | None
    done: bool
    """True if the column of states asks whether a task is done."""
    owner: int | None
    start: int | None
    due: int | None


def columns_of(table: Block, vocabulary: Vocabulary) -> Columns | None:
    """Return the columns of a table whose header is plainly one of tasks, else None.

    A column called *Task* or the like makes one; *Action*, *Activity* and plurals do where nothing but
    numbers, dates and names is in front; *Item* does beside a column of owners or dates.
    """
    header = table.rows[0] if table.rows else []
    names = [title_key(one.text) for one in header]
    means = [vocabulary.meanings(one.text) for one in header]

    def first(wanted: str) -> int | None:
        return next((index for index, meant in enumerate(means) if wanted in meant), None)

    state = first("status") if first("status") is not None else first("progress")
    asked = (
        index
        for index, one in enumerate(header)
        if names[index] in _COLUMNS["done"] or one.text.strip() in words.DONE_HEADERS
    )
    done, owner, due = next(asked, None), first("owner"), first("due")
    due = first("target") if due is None else due
    known = _COLUMNS["action"]
    if (owner, due, done) != (None, None, None):
        known |= _COLUMNS["item"]
    task: int | None = None
    plain = True
    for index, name in enumerate(names):
        if name in _COLUMNS["task"] or (plain and name in known and index not in (state, done)):
            task = index
            break
        if name in _COLUMNS["other"]:
            return None
        plain = plain and (
            not name or index == done or name in vocabulary.phases or not means[index].isdisjoint(_BESIDE)
        )
    if task is None or any(not meant.isdisjoint(_NOT_OF_TASKS) for meant in means):
        return None
    if _of_phases(table, names, task, vocabulary):
        return None
    return Columns(task, done if state is None else state, state is None, owner, first("start"), due)


def _of_phases(table: Block, names: list[str], task: int, vocabulary: Vocabulary) -> bool:
    """True if each row is a phase: it is named by a phase of its own, or the tasks are only counted."""
    rows = table.rows[1:]
    for index, name in enumerate(names[:task]):
        values = [cell(row, index) for row in rows]
        if name in vocabulary.phases and len(set(values)) == len(values) > 1:
            return True
    titles = [title_key(cell(row, task)).split() for row in rows]
    stated = sum(
        not title
        or all(word.isdigit() for word in title)
        or (title[0] in vocabulary.phases and len(title) > 1 and title[1][:1].isdigit())
        for title in titles
    )
    return stated * 2 > len(rows)


def table_tasks(table: Block, vocabulary: Vocabulary, left_out: list[LeftOut]) -> Iterator[Task]:
    """Yield the tasks of a table; what looks like one and can't be read is added to `left_out`."""
    columns = columns_of(table, vocabulary)
    if columns is None:
        return
    if columns.state is None:
        header = " | ".join(one.text.strip() for one in table.rows[0])
        left_out.append(
            LeftOut(
                line=table.line,
                kind="task",
                text=header,
                reason="a table of tasks without a column of states",
            )
        )
        return
    for row in table.rows[1:]:
        text = cell(row, columns.task)
        if is_blank(text) or title_key(text) in _SUMS:
            continue
        said = cell(row, columns.state)
        state = cell_state(said, vocabulary, done=columns.done)
        line = row[0].number
        if state is None:
            left_out.append(_unread(line, said))
        owner = cell(row, columns.owner) or None
        task = Task(line=line, text=text, state=state or "open", origin="table", owner=owner)
        unread = (
            read_cell(task, "start", cell(row, columns.start), vocabulary),
            read_cell(task, "due", cell(row, columns.due), vocabulary),
        )
        left_out += filter(None, unread)
        yield task


def _unread(line: int, said: str) -> LeftOut:
    return LeftOut(line=line, kind="state", text=said, reason="no state of a task; it counts as open")


def cell_state(text: str, vocabulary: Vocabulary, *, done: bool = False) -> TaskState | None:
    """Return the state of a task that a cell or value gives: box, mark or words; None if unreadable.

    With `done` it answers whether the task is done: *yes*, a date, nothing.
    """
    text = mend(text).strip().strip("*_`").strip()
    if box := _BOX.match(text):
        mark = box[1].strip().removesuffix("\ufe0f")
        return BOXES.get(mark, "open")
    if text in ("x", "X"):
        return "done"
    if is_blank(text):
        return "open"
    if mark := next((mark for mark in EMOJI_BOXES if text.startswith(mark)), ""):
        return EMOJI_BOXES[mark]
    said = key(text)
    if done:
        if said in _YES or _DATE.match(text):
            return "done"
        if said in _NO:
            return "open"
    return read_state(text.replace("_", " "), TASK, vocabulary).state


def front_matter_tasks(document: Document, vocabulary: Vocabulary, left_out: list[LeftOut]) -> Iterator[Task]:
    """Yield the tasks of `todos` in front matter: mappings with content and status, or texts."""
    front = document.front
    for name in words.TODO_KEYS:
        listed = front.values.get(name)
        if not isinstance(listed, list):
            continue
        lines = _item_lines(document, front.lines.get(name, 1))
        for index, item in enumerate(listed):
            line = lines[index] if index < len(lines) else front.lines.get(name, 1)
            values = item if isinstance(item, dict) else {words.TODO_TEXTS[0]: item}
            text = _value(values, words.TODO_TEXTS)
            if is_blank(text):
                continue
            said = _value(values, words.TODO_STATES)
            state = cell_state(said, vocabulary, done=True)
            if state is None:
                left_out.append(_unread(line, said))
            yield Task(line=line, text=text, state=state or "open", origin="front matter")


def _value(values: dict[object, object], names: tuple[str, ...]) -> str:
    found = next((values[name] for name in names if isinstance(values.get(name), str)), "")
    return " ".join(str(found).split())


_ENTRY = regex(r"([ \t]*)-(?:[ \t]|$)")


def _item_lines(document: Document, start: int) -> list[int]:
    """Return the lines on which the items of a list in front matter begin; `start` is that of its key."""
    found: list[tuple[str, int]] = []
    lines = document.text.split("\n", document.front.last_line)
    for number in range(start + 1, document.front.last_line):
        line = lines[number - 1]
        if match := _ENTRY.match(line):
            found.append((match[1], number))
        elif line[:1].strip() and line[:1] != "#":
            break  # the next key
    return [number for indent, number in found if indent == found[0][0]]
