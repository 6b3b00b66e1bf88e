"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

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
    """`--plans`, `--config` and `[PATH]...` of the commands that take many pages."""
    paths = click.argument(
        "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
    )
    plans = plans_option("Take every page that matches for a plan, for this run; '**' takes all.")
    config = config_option("The mkdocs.yml to use; else the nearest above the first PATH.")
    return plans(config(paths(command)))
