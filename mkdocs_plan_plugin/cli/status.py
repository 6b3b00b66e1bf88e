"""`mkdocs-plan status`: how all plans stand, in the terminal."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from mkdocs_plan_plugin.cli.arguments import pages_arguments, where_option
from mkdocs_plan_plugin.cli.loading import Kept, Loaded, chooser, load
from mkdocs_plan_plugin.cli.output import output_option, write, write_lines
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import Asked
from mkdocs_plan_plugin.cli.standing import StatusRow, as_json, as_markdown, as_table, row_of, urgency
from mkdocs_plan_plugin.export.csv import as_csv
from mkdocs_plan_plugin.portfolio import totals_of

if TYPE_CHECKING:
    from mkdocs_plan_plugin.cli.config import ConfiguredSite
    from mkdocs_plan_plugin.portfolio import Entry, Totals

_EVERY = 1.0
"""Seconds between two looks at the files."""


@click.command(short_help="Show how all plans stand: state, progress, dates, owners.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "markdown", "csv"]),
    default="table",
    help="A table to read, data, or a table for a page or a comment.",
)
@where_option
@click.option("--watch", is_flag=True, help="Show it anew whenever a page changes, until Ctrl-C.")
@output_option()
@pages_arguments
def status(
    form: str,
    where: tuple[str, ...],
    watch: bool,  # noqa: FBT001 - click's
    output: Path | None,
    asked: Asked,
) -> None:
    """Show the plans among the pages at PATH (files or folders, default docs_dir), late and blocked first.

    Exit status: 0, also where no plan was found; 1 if a file could not be read; 2 for wrong usage.
    """
    if watch and (output or asked.given or form != "table"):
        raise Refusal("--watch shows a table on the terminal: leave --format, --output and '-' out")
    kept: Kept = {}
    loaded = load(asked, kept)
    if watch:
        _watch(asked, where, loaded, kept)
    loaded.tell()
    _show(loaded, _chosen(loaded, asked.site, where), form, output)
    if loaded.errors:
        raise click.exceptions.Exit(1)


def _chosen(loaded: Loaded, site: ConfiguredSite, where: Sequence[str]) -> list[Entry]:
    takes = chooser(where, loaded, site)
    return sorted((entry for entry in loaded.entries if takes(entry)), key=urgency)


def _show(loaded: Loaded, entries: Sequence[Entry], form: str, output: Path | None) -> None:
    rows = [row_of(entry, loaded.shown[entry.plan.path]) for entry in entries]
    totals = totals_of(entries)
    if form == "json":
        write(as_json(rows, totals), output)
    elif form == "csv":
        write(as_csv(StatusRow.__struct_fields__, map(msgspec.structs.astuple, rows)), output)
    elif form == "markdown":
        write_lines(as_markdown(rows, totals), output)
    else:
        write_lines(_table(rows, totals, alone=output is None), output)


def _table(rows: Sequence[StatusRow], totals: Totals, *, alone: bool) -> Iterable[str]:
    """Return the table: with bars, and as wide as the terminal, where there is one."""
    terminal = alone and sys.stdout.isatty()
    return as_table(rows, totals, shutil.get_terminal_size().columns if terminal else 0)


def _watch(asked: Asked, where: Sequence[str], loaded: Loaded, kept: Kept) -> None:
    """Show the plans, and again when a file has changed, is new or gone."""
    while True:
        before = _stamps(kept)
        if sys.stdout.isatty():
            click.clear()
        loaded.tell()
        _show(loaded, _chosen(loaded, asked.site, where), "table", None)
        sys.stdout.flush()
        while True:
            time.sleep(_EVERY)
            loaded = load(asked, kept)
            for path in kept.keys() - loaded.shown.keys():
                del kept[path]
            if _stamps(kept) != before:
                break


def _stamps(kept: Kept) -> dict[str, tuple[int, int]]:
    return {path: stamp for path, (stamp, _) in kept.items()}
