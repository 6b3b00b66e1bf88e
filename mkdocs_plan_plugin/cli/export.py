"""`mkdocs-plan export`: all plans as data, without building the site."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plan_plugin.cli.arguments import pages_arguments
from mkdocs_plan_plugin.cli.reading import read
from mkdocs_plan_plugin.cli.selection import select, site_of
from mkdocs_plan_plugin.export.csv import TABLES, export_csv
from mkdocs_plan_plugin.export.json import export as as_json


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
@pages_arguments
def export(
    form: str, table: str, globs: tuple[str, ...], config: Path | None, paths: tuple[Path, ...]
) -> None:
    """Write the plans among the pages at PATH (files or folders, default docs_dir) to standard output.

    A path selects pages; whether they are plans is decided as in a site. Exit status: 0; 1 if a file
    could not be read or no plan was found; 2 for wrong usage or configuration.
    """
    site = site_of(paths, config)
    selection = select(paths, site)
    reading = read(selection.pages, site.settings, globs)
    for error in (*selection.errors, *reading.errors):
        click.echo(f"error: {error}", err=True)
    for page in reading.near:
        click.echo(
            f"note: {page.path} looks like a plan; to make it one, add 'plan: true' to its front matter",
            err=True,
        )
    if not reading.plans:
        click.echo(
            f"warning: no plan found in {_pages(len(selection.pages))}; mark one with 'plan: true' in its"
            " front matter, or name pages with --plans GLOB",
            err=True,
        )
    data = as_json(reading.plans, pretty=True) if form == "json" else export_csv(reading.plans, table)
    click.echo(data, nl=False)
    if selection.errors or reading.errors or not reading.plans:
        raise click.exceptions.Exit(1)


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"
