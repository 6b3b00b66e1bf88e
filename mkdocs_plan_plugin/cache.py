"""What earlier runs made of pages, kept in the user's cache folder, so that only what changed is made again.

Nothing depends on it: what is missing, damaged, or made of something else is made anew.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

try:
    import sqlite3
except ImportError:  # a Python built without it
    sqlite3 = None  # type: ignore[assignment]

_WRITABLE_BY_OTHERS = 0o022

_UNUSED = 30
"""Days after which a page is forgotten that no run asked for, and a site that no run wrote for."""

_TABLE = "CREATE TABLE IF NOT EXISTS pages (path TEXT PRIMARY KEY, key BLOB, day INT, made BLOB)"


class Cache:
    """What was made of the pages of one site, by their paths; without a file it holds nothing.

    A file that can't be used, or that another process is writing, counts as none.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._day = int(time.time() // 86_400)
        self._used: list[tuple[int, str]] = []
        self._fresh = False

    @classmethod
    def of(cls, site: Path, kind: str) -> Cache:
        """Return the cache of what one kind of run makes of a site, known by a file or folder of it."""
        place = folder("pages") if sqlite3 else None
        return cls(place / f"{digest(str(site.absolute())).hex()}-{kind}.db" if place else None)

    def __contains__(self, path: str) -> bool:
        """True if something is kept of a page, whatever the page was then."""
        return path in self._known

    def recall(self, path: str, key: bytes) -> bytes | None:
        """Return what was made of a page, if `key` is the digest of all that it was made of."""
        known, day = self._known.get(path, (b"", 0))
        if known != key:
            return None
        if day != self._day:
            self._used.append((self._day, path))
        rows = self._do("SELECT made FROM pages WHERE path = ? AND key = ?", path, key)
        return rows[0][0] if rows else None

    def keep(self, path: str, key: bytes, made: bytes) -> None:
        """Keep what was made of a page, from the next `save` on."""
        self._fresh = True
        self._do("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", path, key, self._day, made)

    def save(self) -> None:
        """Write what was kept, forget what nobody asks for any more, and let go of the file."""
        if self._fresh or self._used:
            for day, path in self._used:
                self._do("UPDATE pages SET day = ? WHERE path = ?", day, path)
            self._do("DELETE FROM pages WHERE day < ?", self._day - _UNUSED)
            self._do("COMMIT")
        if self._file and self._fresh:
            _tidy(self._file.parent)
        self._let_go()

    @cached_property
    def _known(self) -> dict[str, tuple[bytes, int]]:
        """By path the digest of each page that something is kept of, and the day it was last of use."""
        if self._file is None or not self._file.exists():
            return {}
        return {path: (key, day) for path, key, day in self._do("SELECT path, key, day FROM pages")}

    @cached_property
    def _database(self) -> sqlite3.Connection:
        database = vars(self)["_database"] = sqlite3.connect(str(self._file), timeout=0)
        database.execute("PRAGMA synchronous = OFF")  # a machine that breaks down may take it along
        database.execute(_TABLE)
        return database

    def _do(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a statement; once one has failed, there are none."""
        if self._file is None:
            return []
        try:
            return self._database.execute(statement, values).fetchall()
        except UnicodeEncodeError:  # a path that is no Unicode
            return []
        except sqlite3.OperationalError:  # locked, read-only, or no room
            self._let_go()
        except sqlite3.DatabaseError:  # damaged
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
            self._let_go()
        return []

    def _let_go(self) -> None:
        if database := vars(self).pop("_database", None):
            database.close()
        self._file = None


def _tidy(place: Path) -> None:
    """Remove the files of sites that are no more."""
    oldest = time.time() - _UNUSED * 86_400
    with suppress(OSError):
        for file in place.iterdir():
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)


def digest(data: str | bytes) -> bytes:
    """Return what tells a text from any other."""
    data = data.encode("utf-8", "replace") if isinstance(data, str) else data
    return blake2b(data, digest_size=16).digest()


def digest_of(*values: object) -> bytes:
    """Return a digest of values that msgspec can encode, and of the program that makes something of them."""
    return digest(msgspec.msgpack.encode((_program(), values), order="deterministic"))


@cache
def _program() -> list[tuple[str, int, int]]:
    """Return what tells this program from another version of it, also where it is being worked on."""
    import pyromark  # noqa: PLC0415 - loaded by whoever has read anything
    import yaml  # noqa: PLC0415

    others = (sys.version, pyromark.__version__, yaml.__version__, msgspec.__version__)
    parts = [(other, 0, 0) for other in others]
    for place, folders, files in os.walk(Path(__file__).parent):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            status = os.stat(f"{place}/{name}")  # noqa: PTH116 - two hundred files
            parts.append((name, status.st_mtime_ns, status.st_size))
    return parts


def folder(*names: str, root: Path | None = None, make: bool = True) -> Path | None:
    """Return a folder below the user's cache folder; None where it is not there, or not the user's alone."""
    try:
        root = root or platformdirs.user_cache_path("mkdocs-plan")
        if not root.is_absolute():
            return None  # of a user without a home
        place = root.joinpath(*names)
        if make:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place if _is_own(place) else None
    except (OSError, RuntimeError):  # no such folder, or no home
        return None


def _is_own(place: Path) -> bool:
    """True for a folder that nobody else can write into. Raises OSError for none."""
    status = place.stat()
    return os.name != "posix" or (status.st_uid == os.geteuid() and not status.st_mode & _WRITABLE_BY_OTHERS)
