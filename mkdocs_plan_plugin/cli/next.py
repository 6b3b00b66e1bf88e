"""`mkdocs-plan next`: what to do now, in each plan that is in work."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plan_plugin.cli.arguments import pages_arguments, where_option
from mkdocs_plan_plugin.cli.loading import chooser, load
from mkdocs_plan_plugin.cli.output import output_option, write, write_lines
from mkdocs_plan_plugin.cli.selection import Asked
from mkdocs_plan_plugin.cli.standing import urgency
from mkdocs_plan_plugin.cli.upcoming import as_json, as_text, next_of


@click.command(short_help="Say what comes next in each plan that is in work.")
@click.option("--json", "data", is_flag=True, help="As data, for scripts and agents.")
@click.option("--all", "everything", is_flag=True, help="Also in plans that nobody has begun, or that rest.")
@where_option
@output_option()
@pages_arguments
def next(  # noqa: A001 - the command's name
    data: bool,  # noqa: FBT001 - click's
    everything: bool,  # noqa: FBT001 - click's
    where: tuple[str, ...],
    output: Path | None,
    asked: Asked,
) -> None:
    """Say of the plans at PATH (files or folders, default docs_dir) the phase in hand, the first open step
    and task, and what they wait for; late and blocked plans first.

    Exit status: 0, also where nothing is in work; 1 if a file could not be read; 2 for wrong usage.
    """  # noqa: D205 - one sentence
    loaded = load(asked)
    loaded.tell()
    takes = chooser(where, loaded, asked.site)
    live = [entry for entry in loaded.entries if not entry.over and takes(entry)]
    chosen = sorted((entry for entry in live if everything or entry.working), key=urgency)
    found = [next_of(entry, loaded.shown) for entry in chosen]
    if data:
        write(as_json(found), output)
    elif found:
        write_lines(as_text(found), output)
    else:
        more = f"; --all shows {len(live)} that may come" if live else ""
        write_lines([f"no plan is in work{more}"], output)
    if loaded.errors:
        raise click.exceptions.Exit(1)
