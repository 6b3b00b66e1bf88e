"""Files written whole or not at all: several at once, each only if it is still what was read."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.edits.apply import Refused


class FileChange(NamedTuple):
    """A file with what it held when it was read, and what it is to hold."""

    file: Path
    before: bytes
    after: bytes


def write(changes: Iterable[FileChange]) -> None:
    """Write all changes, or none where one can't be written.

    A file is replaced by one made beside it, so that nobody ever sees half of it; its mode stays. Of a
    link, the file that it leads to is replaced.

    Raises:
        Refused: a file is no longer what was read, or can't be written.
    """
    made: list[_Made] = []
    replaced: list[_Made] = []
    try:
        for change in changes:
            if change.before != change.after:
                made.append(_make(change))  # noqa: PERF401 - known at once, should the next one fail
        for one in made:
            _hold(one.change)
            one.fresh.replace(one.target)
            replaced.append(one)
    except (Refused, OSError) as error:
        for one in replaced:
            _put_back(one)
        if isinstance(error, Refused):
            raise
        raise Refused(f"{error.filename}: {error.strerror}") from None
    finally:
        for one in made:
            with suppress(OSError):
                one.fresh.unlink(missing_ok=True)


class _Made(NamedTuple):
    """A new file, ready to take the place of the one that a change is of."""

    change: FileChange
    target: Path
    fresh: Path


def _make(change: FileChange) -> _Made:
    _hold(change)
    target = Path(os.path.realpath(change.file))
    if not os.access(target, os.W_OK):
        raise Refused(f"{change.file}: the file is read-only")
    return _Made(change, target, fresh(target, change.after))


def fresh(target: Path, data: bytes) -> Path:
    """Write a new file beside one whose place it is to take, with its mode, else with that of new files."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not target.exists():
            Path(name).chmod(0o666 & ~_umask())
            return Path(name)
        shutil.copymode(target, name)
        with suppress(OSError):  # else whoever runs as root takes files away from their owner
            owner = target.stat()
            os.chown(name, owner.st_uid, owner.st_gid)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _umask() -> int:
    """Return the umask, which can only be asked for by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _hold(change: FileChange) -> None:
    """Refuse a file that is no longer what was read."""
    if change.file.read_bytes() != change.before:
        raise Refused(f"{change.file}: the file was changed meanwhile; nothing was written, try again")


def _put_back(one: _Made) -> None:
    with suppress(OSError):
        fresh(one.target, one.change.before).replace(one.target)
