"""`mkdocs-plan tick`: mark a task as done."""

from __future__ import annotations

import click

from mkdocs_plan_plugin.cli.wishing import Write, parted, wish_options
from mkdocs_plan_plugin.model import TaskState
from mkdocs_plan_plugin.writing.wishes import tick as ticked


@click.command(short_help="Mark a task as done.")
@wish_options
@click.argument("plan", metavar="PLAN#TASK")
def tick(plan: str, write: Write) -> None:
    """Mark a task as done.

    TASK is its anchor, its text, or a part of the text that no other task has. Typed progress and the date of
    the last update are kept true.

    Exit status: 0; 2 wrong usage, or where no task or several are meant.
    """
    mark(plan, "done", write)


def mark(plan: str, state: TaskState, write: Write) -> None:
    """Give a task, named as `PLAN#TASK`, a state.

    Raises:
        click.UsageError: no task is named.
        Refusal: no task or several are meant, or it can't be written.
    """
    where, name = parted(plan)
    if not name:
        raise click.UsageError("name the task: PLAN#TASK")
    write(where, lambda data, read, day: ticked(data, read, name, state, day))
