"""`mkdocs-plan schema`: the JSON Schema of the data."""

from __future__ import annotations

import click

from mkdocs_plan_plugin.export.schema import encoded


@click.command(short_help="Print the JSON Schema of the data.")
def schema() -> None:
    """Print the JSON Schema of `plans.json` and of `mkdocs-plan export --format json`."""
    click.echo(encoded(), nl=False)
