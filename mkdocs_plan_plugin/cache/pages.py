"""What earlier runs made of pages, so that only what changed is made again.

What is missing, damaged, or made of something else is made anew.
"""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mkdocs_plan_plugin.cache.digests import digest
from mkdocs_plan_plugin.cache.folder import folder
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.text import encodes

try:
    import sqlite3
except ImportError:  # a Python built without it
    sqlite3 = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self

_Made = TypeVar("_Made")

_NAME = regex(r"[0-9a-f]{32}-[a-z]+\.db")

_UNUSED = 30
"""Days after which a page is forgotten that no run asked for, and a site that no run wrote for."""

_AT_ONCE = 1_000_000
"""Bytes written at once: neither are many held in memory, nor is the file long held from other runs."""

_PATIENCE = 0.1
"""Seconds to wait for another run that writes."""

_TABLE = """CREATE TABLE IF NOT EXISTS pages
    (path TEXT PRIMARY KEY, key BLOB NOT NULL, day INT NOT NULL, digest BLOB NOT NULL, made BLOB NOT NULL)"""

_RECALL = "SELECT path, digest, made FROM pages WHERE key = ? AND path IN (?{})"
_ASKED = 500
"""Pages asked for at once: of older SQLite 999 at most."""

_DAMAGED = (0, 11, 26)
"""Codes of SQLite: text that is none (which has no code), a damaged file, no database at all."""

_OTHER_TABLE = 1
"""Code of SQLite: the table is not there, or not as we made it."""


class Cache:
    """What was made of the pages of one site, by their paths; without a file it holds nothing.

    It is used in a `with`, or from `open` to `close`, behind which it holds nothing any more. A file that
    can't be used counts as none, and a damaged one is replaced.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._day = int(time.time() // 86_400)
        self._known: dict[str, tuple[bytes, int]] = {}
        self._used: list[tuple[int, str]] = []
        self._fresh: list[tuple[str, bytes, int, bytes, bytes]] = []
        self._waiting = 0
        self._writes = True
        self._database: sqlite3.Connection | None = None

    @classmethod
    def of(cls, site: Path, kind: str) -> Cache:
        """Return the cache of what one kind of run makes of a site, known by a file or folder of it."""
        place = folder("pages") if sqlite3 else None
        return cls(place / f"{digest(os.fsencode(site.absolute())).hex()}-{kind}.db" if place else None)

    def __enter__(self) -> Self:
        """Open it."""
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def open(self) -> None:
        """Look up of which pages something is kept."""
        if self._file and os.path.exists(self._file):  # noqa: PTH110 - a Path may raise
            rows = self._read("SELECT path, key, day FROM pages")
            self._known = {path: (key, day) for path, key, day in rows}

    def close(self) -> None:
        """Write what is new, and let go of the file."""
        anything = bool(self._fresh)
        self._write()
        self._disconnect()
        if self._file and anything:
            _tidy(self._file)
        self._known, self._file = {}, None

    @property
    def keeps(self) -> bool:
        """True if what is to be kept will be."""
        return self._file is not None and self._writes

    def __contains__(self, path: str) -> bool:
        """True if something is kept of a page, whatever the page was then."""
        return path in self._known

    def recall(self, path: str, key: bytes) -> bytes | None:
        """Return what was made of a page, if `key` is the digest of all that it was made of."""
        return self.recall_all([path], key).get(path)

    def recall_all(self, paths: Iterable[str], key: bytes) -> dict[str, bytes]:
        """Return what was made of pages, by their paths, where all were made of the same."""
        days = {path: self._known[path][1] for path in paths if self._known.get(path, (None,))[0] == key}
        found: dict[str, bytes] = {}
        asked = list(days)
        for start in range(0, len(asked), _ASKED):
            some = asked[start : start + _ASKED]
            rows = self._read(_RECALL.format(", ?" * (len(some) - 1)), key, *some)
            found |= {path: made for path, stated, made in rows if _is_whole(made, stated)}
        self._used += [(self._day, path) for path in found if days[path] != self._day]
        return found

    def decoded(self, path: str, key: bytes, decode: Callable[[bytes], _Made]) -> _Made | None:
        """Return what was made of a page, read by `decode`; None where that can't read it.

        Then it is made anew, and what is kept of it takes the place of what was there.
        """
        made = self.recall(path, key)
        if made is None:
            return None
        try:
            return decode(made)
        except Exception:  # noqa: BLE001 - whatever lies there
            return None

    def keep(self, path: str, key: bytes, made: bytes) -> None:
        """Keep what was made of a page."""
        if not (self.keeps and encodes(path)):
            return
        self._fresh.append((path, key, self._day, digest(made), made))
        self._waiting += len(made)
        if self._waiting > _AT_ONCE:
            self._write()

    def _read(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a statement, none where the file can't be read."""
        if self._file is None:
            return []
        try:
            return self._opened(self._file).execute(statement, values).fetchall()
        except sqlite3.Error as error:
            code = _code(error)
            if code != _OTHER_TABLE and not self._replaces(code, _DAMAGED):
                self._file = None
        return []

    def _write(self) -> None:
        """Write what waits, and forget what no run asks for any more."""
        fresh, used = self._fresh, self._used
        self._fresh, self._used, self._waiting = [], [], 0
        if self._file is None or not self._writes or not (fresh or used):
            return
        try:
            database = self._opened(self._file)
            database.execute("BEGIN IMMEDIATE")
            database.execute(_TABLE)
            database.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)", fresh)
            database.executemany("UPDATE pages SET day = ? WHERE path = ?", used)
            database.execute("DELETE FROM pages WHERE day < ?", (self._day - _UNUSED,))
            database.execute("COMMIT")
        except sqlite3.Error as error:
            self._writes = self._replaces(_code(error), (*_DAMAGED, _OTHER_TABLE))

    def _opened(self, file: Path) -> sqlite3.Connection:
        if self._database is None:
            self._database = sqlite3.connect(str(file), timeout=_PATIENCE, isolation_level=None)
            self._database.execute("PRAGMA synchronous = OFF")  # what a breakdown damages is replaced
        return self._database

    def _disconnect(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _replaces(self, code: int, damages: tuple[int, ...]) -> bool:
        """Take away a file that an error shows to be damaged; True for one."""
        self._disconnect()
        if code not in damages:
            return False
        self._known = {}
        with suppress(OSError):
            if self._file:
                self._file.unlink(missing_ok=True)
        return True


def _is_whole(made: object, stated: bytes) -> bool:
    return isinstance(made, bytes) and digest(made) == stated


def _code(error: sqlite3.Error) -> int:
    """Return the primary code of an error, 0 for one that is not SQLite's."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _tidy(own: Path) -> None:
    """Remove the files of sites that are no more, beside one's own."""
    oldest = time.time() - _UNUSED * 86_400
    with suppress(OSError):
        for file in own.parent.iterdir():
            with suppress(OSError):
                status = file.lstat()
                others = file != own and _NAME.fullmatch(file.name) and stat.S_ISREG(status.st_mode)
                if others and status.st_mtime < oldest:
                    file.unlink()
