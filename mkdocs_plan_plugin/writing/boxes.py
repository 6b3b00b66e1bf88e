"""The state of a task where it is: a checkbox, a cell, an entry of front matter."""

from __future__ import annotations

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.model import Edit, Task, TaskState
from mkdocs_plan_plugin.reading.entries import cell
from mkdocs_plan_plugin.reading.tasks.tables import Columns, cell_state, columns_of
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.cells import cell_spans
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.scales import EMOJI_BOXES, TASK
from mkdocs_plan_plugin.vocabulary.spelling import spelled
from mkdocs_plan_plugin.vocabulary.words import TODO_STATES
from mkdocs_plan_plugin.writing.page import WorkingCopy

_BOX = regex(r"[ \t>:]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++){1,4}\[([^\[\]]{1,3})\]")
_LEAD = regex(r"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++){1,4}")
_MARKS: dict[TaskState, str] = {
    "open": " ",
    "done": "x",
    "in-progress": "~",
    "blocked": "!",
    "cancelled": "-",
    "deferred": ">",
}
_PLAIN = {"done": "completed", "open": "pending"}
"""How entries of `todos` in front matter say it."""


def ticked(page: WorkingCopy, task: Task, state: TaskState) -> list[Edit]:
    """Return the edit that gives a task a state.

    Raises:
        Refused: it is where that can't be written.
    """
    if task.origin == "table":
        edits = _in_row(page, task, state)
    elif task.origin == "front matter":
        edits = _in_front(page, task, state)
    else:
        edits = boxed(page, task.line, state)
    if not edits:
        where = f"line {task.line}: '{task.text}'"
        raise Refused(f"{where} has no box or cell that can be changed; edit it by hand")
    return edits


def boxed(page: WorkingCopy, line: int, state: TaskState) -> list[Edit]:
    """Return the edit of the box on a line, in the marks of the page."""
    text = page.text(line)
    if match := _BOX.match(text):
        whole = page.outline.document.text
        mark = "X" if state == "done" and whole.count("[X]") > whole.count("[x]") else _MARKS[state]
        return [Edit(line=line, column=match.start(1) + 1, old=match[1], new=mark)]
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else ""
    old = next((one for one in EMOJI_BOXES if rest.startswith(one)), "")
    new = next((one for one, said in EMOJI_BOXES.items() if said == state), "")
    if lead and old and new:
        if state == "open":
            new = "⏳" if "⏳" in page.outline.document.text else "⬜"
        return [Edit(line=line, column=lead.end() + 1, old=old, new=new)]
    return []


def _in_row(page: WorkingCopy, task: Task, state: TaskState) -> list[Edit]:
    table = page.table(task.line)
    columns = columns_of(table, page.vocabulary) if table else None
    if table is None or columns is None:
        return []

    def stated(old: str) -> str:
        new = _as_others(page, table, columns, task, state)
        if not new and columns.done and old.isalpha():
            new = {"done": "Yes", "open": "No"}.get(state, "")
        if not new and (match := _CELL_BOX.match(old)):
            new = f"[{_MARKS[state]}]" + old[match.end() :]
        if not new and old in EMOJI_BOXES:
            new = next((one for one, said in EMOJI_BOXES.items() if said == state), "")
        return new or spelled(state, old, TASK, page.vocabulary)

    return page.in_cell(task.line, columns.state, stated)


def _as_others(page: WorkingCopy, table: Block, columns: Columns, task: Task, state: TaskState) -> str:
    """Return how another row of the table says a state; empty where none does."""
    for row in table.rows[1:]:
        said = cell(row, columns.state)
        if (
            not row
            or row[0].number == task.line
            or not 0 < len(said) <= _SHORT
            or any(map(str.isdigit, said))
        ):
            continue
        spans = cell_spans(line := page.text(row[0].number))
        at = columns.state or 0
        if at < len(spans) and cell_state(said, page.vocabulary, done=columns.done) == state:
            return line[slice(*spans[at])]
    return ""


_SHORT = 20
_CELL_BOX = regex(r"\[[^\[\]]{0,3}\]")


def _in_front(page: WorkingCopy, task: Task, state: TaskState) -> list[Edit]:
    """Return the edit of the state of an entry of `todos`, which is below its line or on it."""
    for line in range(task.line, page.front_end):
        text = page.text(line)
        if line > task.line and text.lstrip().startswith("- "):
            return []
        name = text.replace("- ", "  ", 1).partition(":")[0].strip()
        if name in TODO_STATES:
            value = text.partition(":")[2].partition(" #")[0].strip()
            done = value.casefold() in ("true", "false")
            new = str(state == "done").lower() if done else _PLAIN.get(state, state)
            return [Edit(line=line, column=text.rindex(value) + 1, old=value, new=new)] if value else []
    return []
