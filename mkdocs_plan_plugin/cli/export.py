"""`mkdocs-plan export`: all plans as data, without building the site."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plan_plugin.cli.arguments import pages_arguments
from mkdocs_plan_plugin.cli.output import output_option, tell, write
from mkdocs_plan_plugin.cli.reading import read
from mkdocs_plan_plugin.cli.selection import Asked, gone
from mkdocs_plan_plugin.export.csv import TABLES, export_csv
from mkdocs_plan_plugin.export.json import export as as_json
from mkdocs_plan_plugin.plural import counted
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.today import today


@click.command(short_help="Write plans as data, without building the site.")
@click.option(
    "--format", "form", type=click.Choice(["json", "csv"]), default="json", help="The form of the data."
)
@click.option(
    "--table",
    type=click.Choice(list(TABLES)),
    default="plans",
    help="What the rows of --format csv are.",
)
@output_option()
@pages_arguments
def export(
    form: str,
    table: str,
    output: Path | None,
    asked: Asked,
) -> None:
    """Write the plans among the pages at PATH (files or folders, default docs_dir) to standard output.

    A folder selects pages, and whether they are plans is decided as in a site; a file is read as if
    the site's globs named it, and '-' is standard input. Exit status: 0; 1 if a file
    could not be read or no plan was found; 2 for wrong usage or configuration.
    """
    selection = asked.selection()
    reading = read(selection.pages, asked.site.settings, asked.globs)
    tell("error", (*selection.errors, *reading.errors))
    near = (f"{miss.path} {miss}" for miss in reading.near)
    tell("note", (*gone(selection), *near, *reading.no_plans))
    if not reading.plans and not reading.no_plans:
        where = f"no plan found in {counted(len(selection.pages), 'page')}"
        hint = "mark one with 'plan: true' in its front matter, or name pages with --plans GLOB"
        tell("warning", [f"{where}; {hint}"])
    portfolio = join(reading.plans, today(asked.site.settings))
    if form == "json":
        data = as_json(reading.plans, portfolio=portfolio, pretty=True)
    else:
        data = export_csv(reading.plans, table)
    write(data, output)
    if selection.errors or reading.errors or not reading.plans:
        raise click.exceptions.Exit(1)
