"""Which versions a file had: its way through the commits, under all its names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs_plan_plugin.history.repository import Commit, Touched

MOST = 60
"""Versions of a file that count, at most."""


class Version(NamedTuple):
    """A file as one commit left it, under the name that it had then."""

    commit: Commit
    path: str
    blob: str
    """Empty where the commit took the file away."""
    day: dt.date


def versions_of(
    log: Iterable[tuple[Commit, Sequence[Touched]]], paths: Iterable[str]
) -> dict[str, list[Version]]:
    """Return the versions of files, the oldest first; `paths` are their names after the newest commit.

    A file that was taken away and came back under its name is one file. Days never go back, whatever
    the clocks of those who committed said.
    """
    found: dict[str, list[Version]] = {path: [] for path in paths}
    named = {path: path for path in found}
    """What the files were called, going back in time, → what they are called now."""
    latest = dt.date.max
    for commit, touched in log:
        latest = min(latest, commit.day)
        renamed = {}
        for one in touched:
            path = named.get(one.path)
            if path is None:
                continue
            found[path].append(Version(commit, one.path, one.blob, latest))
            if one.before:
                renamed[one.before] = named.pop(one.path)
        named |= renamed  # a file that another one replaced under its name goes its own way
    return {path: versions[::-1] for path, versions in found.items()}


def counted(versions: Sequence[Version], most: int = MOST) -> list[Version]:
    """Return the versions that count: the last of each day, and of long lives some, evenly in time.

    The first and the last are always among them.
    """
    by_day = list({version.day: version for version in versions if version.blob}.values())
    if len(by_day) <= most:
        return by_day
    first, days = by_day[0].day, (by_day[-1].day - by_day[0].day).days
    spread = {(version.day - first).days * (most - 2) // (days + 1): version for version in by_day[1:]}
    return [by_day[0], *spread.values()]
