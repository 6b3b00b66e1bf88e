"""Digests of what something was made of, and of the program that made it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec


def digest(data: str | bytes) -> bytes:
    """Return what tells a text from any other."""
    data = data.encode("utf-8", "replace") if isinstance(data, str) else data
    return blake2b(data, digest_size=16).digest()


def digest_of(ordered: object, *others: object) -> bytes:
    """Return a digest of what decides what is made of a page, and of the program that makes it.

    The order of names tells in `ordered`, as it does among options; `others` may hold sets.
    """
    program = _program(Path(__file__).parent.parent)
    try:
        stated = msgspec.msgpack.encode((program, ordered))
        return digest(stated + msgspec.msgpack.encode(others, order="deterministic"))
    except (ValueError, OverflowError):  # a lone surrogate, a number of more than 64 bits
        return digest(repr((program, ordered, others)))


@cache
def _program(package: Path) -> list[tuple[str, int, int]]:
    """Return what tells a version of this program from another one, also where it is being worked on.

    Where an installer left its record of digests beside a package, that is told; else, when files changed.
    """
    import pyromark  # noqa: PLC0415 - loaded by whoever has read anything
    import yaml  # noqa: PLC0415

    record = _record(package)
    versions = (sys.version, pyromark.__version__, yaml.__version__, msgspec.__version__, record)
    parts = [(version, 0, 0) for version in versions]
    for place, folders, files in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            with suppress(OSError):  # what an editor puts there for a while
                status = os.stat(f"{place}/{name}")  # noqa: PTH116 - two hundred files
                parts.append((name, status.st_size, 0 if record else status.st_mtime_ns))
    return parts


def _record(package: Path) -> str:
    """Return a digest of an installer's record, empty where there is none."""
    with suppress(OSError):
        for file in package.parent.glob(f"{package.name}-*.dist-info/RECORD"):
            return digest(file.read_bytes()).hex()
    return ""
