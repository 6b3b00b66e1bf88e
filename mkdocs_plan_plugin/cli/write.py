"""`mkdocs-plan write`: index pages, data and assets as files, for generators that run no plugin of MkDocs."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_plan_plugin.cli.arguments import config_option
from mkdocs_plan_plugin.cli.config import FILE_NAMES, ZENSICAL, ConfigError, has_extension, read, whole
from mkdocs_plan_plugin.cli.output import tell
from mkdocs_plan_plugin.one_line import one_line

_NAMES = (ZENSICAL, *FILE_NAMES)


@click.command(short_help="Write index pages, data and assets as files of the site.")
@config_option("The mkdocs.yml or zensical.toml to use; else the one in this folder.")
def write(config: Path | None) -> None:
    """Write the index pages, with views in HTML, `plans.json`, stylesheet and script into docs_dir.

    Only what changed is written, and only over files that this command has written. Exit status: 0; 1 if
    something could not be written; 2 for wrong usage or configuration.
    """
    file = config or next((path for name in _NAMES if (path := Path(name)).is_file()), None)
    if file is None:
        raise click.UsageError(f"there is none of {', '.join(_NAMES)} here; name one with --config")
    try:
        from mkdocs_plan_plugin.hosts.folder import FolderSite  # noqa: PLC0415 - takes MkDocs as a library
    except ImportError as error:
        raise click.UsageError(
            f"this command needs MkDocs as a library ({error}): pip install mkdocs"
        ) from None
    from mkdocs_plan_plugin.hosts.write import write as written  # noqa: PLC0415
    from mkdocs_plan_plugin.weave.readings import Readings  # noqa: PLC0415

    try:
        file = file.absolute()
        given = whole(file)
        zensical = file.name == ZENSICAL or has_extension(given)
        site = FolderSite(file, given, read(file).settings, Readings(), zensical=zensical)
    except ConfigError as error:
        raise click.UsageError(one_line(str(error))) from None
    outcome = written(site)
    for name in outcome.written:
        click.echo(f"written: {one_line(name)}")
    for name in outcome.removed:
        click.echo(f"removed: {one_line(name)}")
    tell("error", outcome.errors)
    if not site.site.plans:
        tell("warning", ["no plan found, so there is nothing to write"])
    if outcome.errors:
        raise click.exceptions.Exit(1)
