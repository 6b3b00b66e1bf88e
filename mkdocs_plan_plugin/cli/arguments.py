"""Options and arguments that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import Asked, Given, site_of

_STDIN = Path("-")
_Command = TypeVar("_Command", bound=Callable[..., Any])


def plans_option(says: str) -> Callable[[_Command], _Command]:
    """`--plans GLOB`, any number of times, as `globs: tuple[str, ...]`."""
    return click.option("--plans", "globs", multiple=True, metavar="GLOB", help=says)


def config_option(says: str) -> Callable[[_Command], _Command]:
    """`--config FILE`, as `config: Path | None`."""
    return click.option(
        "--config",
        "config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help=says,
    )


def pages_arguments(command: _Command) -> _Command:
    """`--plans`, `--config` and `[PATH]...` of the commands that take many pages, as `asked: Asked`."""

    @wraps(command)
    def asking(
        *,
        globs: tuple[str, ...],
        config: Path | None,
        name: Path | None,
        paths: tuple[Path, ...],
        **others: object,
    ) -> object:
        paths, given = received(paths, name)
        return command(asked=Asked(site_of(paths, config), paths, globs, given), **others)

    paths = click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
    plans = plans_option("Take every page that matches for a plan, for this run; '**' takes all.")
    config = config_option("The mkdocs.yml to use; else the nearest above the first PATH.")
    return plans(config(name_option()(paths(cast("_Command", asking)))))


def name_option() -> Callable[[_Command], _Command]:
    """`--path NAME`, as `name: Path | None`."""
    return click.option(
        "--path",
        "name",
        type=click.Path(path_type=Path),
        metavar="NAME",
        help="The file that standard input, named by '-', stands for.",
    )


def where_option(command: _Command) -> _Command:
    """`--where CONDITION`, any number of times, as `where: tuple[str, ...]`."""
    return click.option(
        "--where",
        multiple=True,
        metavar="CONDITION",
        help="Only plans that meet it, as behind 'where:' in a directive: 'state: in-progress',"
        " 'owner=Team Quay', 'progress: \"> 50\"'. May be given several times.",
    )(command)


def received(paths: tuple[Path, ...], name: Path | None) -> tuple[tuple[Path, ...], Given | None]:
    """Return the paths with the file that standard input stands for in the place of `-`, and its text.

    Raises:
        Refusal: a name was given, but nothing to call so.
    """
    if _STDIN not in paths:
        if name is not None:
            raise Refusal("--path says what standard input is called; name it, too: '-'")
        return paths, None
    given = Given(name or Path("stdin.md"), sys.stdin.buffer.read())
    return tuple(given.file if path == _STDIN else path for path in paths), given
