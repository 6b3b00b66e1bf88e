"""`mkdocs-plan template`: the template that new plans are made from, and plans are held to."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plan_plugin.cli.arguments import config_option
from mkdocs_plan_plugin.cli.output import put, write
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import from_here, site_or_none
from mkdocs_plan_plugin.cli.templates import template_text
from mkdocs_plan_plugin.source.text import decode
from mkdocs_plan_plugin.template.files import SHIPPED


@click.command(short_help="Print or write the template of plans.")
@click.option("--kind", metavar="KIND", help="The template of this kind, of those in the option 'template'.")
@click.option("--shipped", is_flag=True, help="The one that comes along, even if the site has its own.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to this file, which must not be there yet, and say what to write into mkdocs.yml.",
)
@config_option("The mkdocs.yml to use; else the nearest above.")
def template(kind: str | None, shipped: bool, output: Path | None, config: Path | None) -> None:  # noqa: FBT001 - click's
    """Print the template that the site's plans are held to: its own, else the one that comes along.

    Exit status: 0; 2 for wrong usage or configuration, or where the file is there already.
    """
    site = site_or_none(config)
    text = decode(SHIPPED.read_bytes()) if shipped and kind is None else template_text(kind, site)
    if output is None:
        write(text, None)
        return
    if output.exists():
        raise Refusal(f"{output} is there already, and stays as it is")
    put(output, text.encode())
    root = site.file.parent if site.file else Path.cwd()
    whole = output.absolute()
    shown = whole.relative_to(root).as_posix() if whole.is_relative_to(root) else from_here(whole)
    name = site.file.name if site.file else "mkdocs.yml"
    click.echo(from_here(output))
    click.echo(
        f"\nChange it as you like. To hold plans to it, write into {name}:\n\n"
        f"plugins:\n  - plan:\n      template: {shown}",
        err=True,
    )
