"""`mkdocs-plan doctor`: why it does not do what is expected, each with the line to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_plan_plugin.cli import examination
from mkdocs_plan_plugin.cli.arguments import config_option
from mkdocs_plan_plugin.cli.examination import Diagnosis
from mkdocs_plan_plugin.cli.output import output_option, write_lines
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import site_of
from mkdocs_plan_plugin.plural import counted

_MARKS = {"ok": ("ok", "green"), "note": ("note", "yellow"), "wrong": ("WRONG", "red")}


@click.command(short_help="Look at the installation and the site, and say what to write.")
@output_option()
@config_option("The mkdocs.yml to look at; else the nearest above.")
def doctor(output: Path | None, config: Path | None) -> None:
    """Look at versions, host, theme, neighbours, plans, cache and git, and say what the next build would.

    Each thing that is not as it should be comes with the line to write. Nothing is changed.

    Exit status: 0; 1 if something is wrong.
    """
    said = list(_looked(config))
    write_lines(_lines(said), output)
    if any(one.level == "wrong" for one in said):
        raise click.exceptions.Exit(1)


def _looked(config: Path | None) -> Iterator[Diagnosis]:
    yield from examination.versions()
    try:
        site = site_of((), config)
    except Refusal as error:
        for line in error.message.split("\n"):
            missing = "no mkdocs.yml" in line
            write = "mkdocs-plan init  # in the folder of a site; 'mkdocs new .' makes one" if missing else ""
            yield Diagnosis("wrong", "site", line, write)
        return
    for look in (
        examination.configuration,
        examination.plans,
        examination.cache,
        examination.history,
        examination.build,
    ):
        yield from look(site)


def _lines(said: list[Diagnosis]) -> Iterator[str]:
    for one in said:
        word, colour = _MARKS[one.level]
        yield f"{click.style(f'{word:<5}', fg=colour)}  {one.what:<10}  {one.says}"
        if one.write:
            yield f"{'':19}write: {one.write}"
    wrong = sum(one.level == "wrong" for one in said)
    yield ""
    yield f"{counted(wrong, 'thing')} to mend" if wrong else "nothing to mend"
