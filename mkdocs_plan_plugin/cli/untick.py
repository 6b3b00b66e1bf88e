"""`mkdocs-plan untick`: mark a task as open again."""

from __future__ import annotations

import click

from mkdocs_plan_plugin.cli.tick import mark
from mkdocs_plan_plugin.cli.wishing import Write, wish_options


@click.command(short_help="Mark a task as open again.")
@wish_options
@click.argument("plan", metavar="PLAN#TASK")
def untick(plan: str, write: Write) -> None:
    """Mark a task as open again.

    TASK is its anchor, its text, or a part of the text that no other task has. Typed progress and the date of
    the last update are kept true.

    Exit status: 0; 2 wrong usage, or where no task or several are meant.
    """
    mark(plan, "open", write)
