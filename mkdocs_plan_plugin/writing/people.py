"""Who does a task, and until when: in its row, or behind its text."""

from __future__ import annotations

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.model import Edit, Task
from mkdocs_plan_plugin.reading.tasks.tables import columns_of
from mkdocs_plan_plugin.writing.page import WorkingCopy


def owned_task(page: WorkingCopy, one: Task, fact: str, value: str) -> list[Edit]:
    """Return the edit that gives a task an owner or the day it is due.

    Raises:
        Refused: it is where that can't be written.
    """
    if one.origin == "table":
        return _in_row(page, one, fact, value)
    if one.origin == "front matter":
        raise Refused(f"line {one.line}: '{fact}' of a task in front matter is edited by hand")
    text = page.text(one.line)
    old = (one.owner if fact == "owner" else one.due_text or one.due) or ""
    if old:
        at = text.rfind(old)
        return [Edit(line=one.line, column=at + 1, old=old, new=value)] if at >= 0 else []
    at = len(text.rstrip().removesuffix("\\").rstrip())
    marked = "📅" in page.outline.document.text
    due = f"📅 {value}" if marked else f"(due {value})"
    owner = value if value.startswith("@") else f"(owner: {value})"
    return [Edit(line=one.line, column=at + 1, old="", new=f" {owner if fact == 'owner' else due}")]


def _in_row(page: WorkingCopy, one: Task, fact: str, value: str) -> list[Edit]:
    table = page.table(one.line)
    columns = columns_of(table, page.vocabulary) if table else None
    column = None if columns is None else columns.owner if fact == "owner" else columns.due
    edits = page.in_cell(one.line, column, lambda _: value.replace("|", "\\|"))
    if not edits:
        raise Refused(f"line {one.line}: the table has no column for '{fact}'; add one by hand")
    return edits
