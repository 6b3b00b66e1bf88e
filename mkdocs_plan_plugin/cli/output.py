"""Where a command writes: to standard output, or to the file of `--output`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.terminal import show

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
    import tempfile  # noqa: PLC0415 - loads what writing to standard output does without

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and not file.is_file():  # a pipe, a terminal
            file.write_bytes(data)
            return
        target = file.resolve()
        number, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", dir=target.parent)
        half = Path(name)
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(data)
            half.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
            half.replace(target)
        except BaseException:
            half.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refusal(f"{file}: {error.strerror or error}") from None


def _umask() -> int:
    """Return the umask, which can only be asked for by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
