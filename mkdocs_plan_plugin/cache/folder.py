"""The folder itself, used only where it is the user's alone."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

import platformdirs

_WRITABLE_BY_OTHERS = 0o022


def folder(name: str) -> Path | None:
    """Return a folder below the user's cache folder; None where none can be made, or not the user's alone."""
    try:
        place = platformdirs.user_cache_path("mkdocs-plan")
        if not place.is_absolute():
            return None  # of a user without a home
        place.parent.mkdir(parents=True, exist_ok=True)
        for part in ("", name):
            place = place / part
            with suppress(FileExistsError):
                place.mkdir(mode=0o700)
            if not _is_own(place):
                return None
    except (OSError, RuntimeError):  # no such folder, or no home
        return None
    return place


def _is_own(place: Path) -> bool:
    """True for a folder, and no link to one, that nobody else can write into. Raises OSError for none."""
    status = place.lstat()
    own = os.name != "posix" or (status.st_uid == os.geteuid() and not status.st_mode & _WRITABLE_BY_OTHERS)
    return own and stat.S_ISDIR(status.st_mode)
