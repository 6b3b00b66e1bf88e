"""Where a command writes: to standard output, or to the file of `--output`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.terminal import show
from mkdocs_plan_plugin.one_line import one_line

_Command = TypeVar("_Command", bound=Callable[..., Any])


def output_option(
    says: str = "Write to this file instead of standard output.",
) -> Callable[[_Command], _Command]:
    """`--output FILE`, as `output: Path | None`."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=says,
    )


def write(text: str | bytes, file: Path | None) -> None:
    """Write a text to a file, or to standard output; with a newline at its end.

    Raises:
        Refusal: the file can't be written.
    """
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    data = data if not data or data.endswith(b"\n") else data + b"\n"
    if file is None:
        click.echo(data, nl=False)
    else:
        put(file, data)


def write_lines(lines: Iterable[str], file: Path | None) -> None:
    """Show lines, in colour on a terminal; write them to a file without."""
    if file is None:
        for line in lines:
            show(line)
    else:
        write("".join(f"{click.unstyle(line)}\n" for line in lines), file)


def put(file: Path, data: bytes) -> None:
    """Write a file as a whole or not at all, with the folders above it.

    Raises:
        Refusal: it can't be written.
    """
    from mkdocs_plan_plugin.edits.write import fresh  # noqa: PLC0415 - standard output does without

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and not file.is_file():  # a pipe, a terminal
            file.write_bytes(data)
            return
        target = file.resolve()
        half = fresh(target, data)
        try:
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
    except OSError as error:
        raise Refusal(f"{file}: {error.strerror or error}") from None


def tell(kind: str, said: Iterable[object]) -> None:
    """Say things on stderr, a line each: `note`, `warning` or `error`."""
    for one in said:
        click.echo(f"{kind}: {one_line(one)}", err=True)
