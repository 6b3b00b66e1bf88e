"""`mkdocs-plan explain`: why a page is a plan, and how every figure came about."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from mkdocs_plan_plugin.cli.arguments import config_option, name_option, plans_option, received
from mkdocs_plan_plugin.cli.explained import as_text
from mkdocs_plan_plugin.cli.explanation import explanation
from mkdocs_plan_plugin.cli.no_plan import no_plan
from mkdocs_plan_plugin.cli.output import output_option, write, write_lines
from mkdocs_plan_plugin.cli.reading import judge
from mkdocs_plan_plugin.cli.selection import select, site_of
from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.source.text import decode


@click.command(short_help="Say why a page is a plan and how its figures came about.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text to read, or data."
)
@plans_option("Take the page for a plan if it matches, for this run; '**' always does.")
@config_option("The mkdocs.yml to use; else the nearest above PATH.")
@name_option()
@output_option()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def explain(
    form: str,
    globs: tuple[str, ...],
    config: Path | None,
    name: Path | None,
    output: Path | None,
    path: Path,
) -> None:
    """Explain how the page at PATH was read: sections, phases, tasks, risks, figures, contradictions.

    It is read as if the site's globs named it; '-' is standard input.

    Exit status: 0, also for a page that is no plan; 2 for wrong usage or configuration.
    """
    paths, given = received((path,), name)
    site = site_of(paths, config)
    (page,) = select(paths, site, given).pages
    text = decode(page.read())
    reading = judge(page, text, site.settings, globs)
    result = (
        explanation(reading.found, text, site.settings)
        if isinstance(reading.found, Plan)
        else no_plan(page, text, site.settings, reading.part_of)
    )
    if form == "json":
        write(msgspec.json.format(msgspec.json.encode(result), indent=2), output)
    else:
        write_lines(as_text(result), output)
