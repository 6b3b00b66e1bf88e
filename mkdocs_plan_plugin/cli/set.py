"""`mkdocs-plan set`: change one fact of a plan."""

from __future__ import annotations

from typing import cast

import click

from mkdocs_plan_plugin.cli.wishing import Write, parted, wish_options
from mkdocs_plan_plugin.writing.wishes import FACTS, Fact, set_fact


@click.command(name="set", short_help="Change state, owner, due date or priority of a plan or a part of it.")
@wish_options
@click.argument("plan", metavar="PLAN[#ANCHOR]")
@click.argument("fact", type=click.Choice(FACTS), metavar="|".join(FACTS))
@click.argument("value")
def set(plan: str, fact: str, value: str, write: Write) -> None:  # noqa: A001 - its name
    """Change one fact of PLAN, or of the phase, step, task or risk at ANCHOR, in the spelling of the file.

    PLAN is a file, a path from docs_dir, or the end of one. Anchors are those of the page and the data, such
    as plan-phase-2; 'plan-' may be left out. Typed progress and the date of the last update are kept true.

    Exit status: 0; 2 wrong usage, or what can't be written without changing something else.
    """
    where, anchor = parted(plan)
    write(where, lambda data, read, day: set_fact(data, read, anchor, cast("Fact", fact), value, day))
