"""Which versions a plan had: the way of its files through the commits, under all their names."""

from __future__ import annotations

import datetime as dt
from operator import itemgetter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs_plan_plugin.history.repository import Commit, Touched

MOST = 60
"""Versions of a plan that count, at most."""


class Version(NamedTuple):
    """A plan as one commit left it, under the name that its file had then."""

    commit: Commit
    day: dt.date
    path: str
    blob: str
    """Empty where the commit took the file away."""
    before: tuple[str, str] = ("", "")
    """What it was called until then, and the blob; no blob where it was not there."""
    beside: tuple[tuple[str, str], ...] = ()
    """The other files of its folder that are one plan with it, as they were then: name and blob."""
    beside_before: tuple[tuple[str, str], ...] = ()


def versions_of(
    log: Sequence[tuple[Commit, Sequence[Touched]]],
    plans: Mapping[str, Sequence[str]],
    now: Mapping[str, str],
) -> dict[str, list[Version]]:
    """Return the versions of plans, the oldest first, from a log that begins with the newest commit.

    Plans are named by their files as the newest commit has them, each with the other files that are one
    plan with it; `now` are the blobs of these. A file that was taken away and came back under its name is
    one file. Days never go back, whatever the clocks of those who committed said.
    """
    files = {path for main, parts in plans.items() for path in (main, *parts)}
    found: dict[str, list[Version]] = {path: [] for path in files}
    named = {path: path for path in files}
    """What the files were called, going back in time, → what they are called now."""
    latest = dt.date.max
    for commit, touched in log:
        latest = min(latest, commit.day)
        renamed = {}
        for one in touched:
            path = named.get(one.path)
            if path is None:
                continue
            before = one.before or one.path, one.old_blob
            found[path].append(Version(commit, latest, one.path, one.blob, before))
            if one.before:
                renamed[one.before] = named.pop(one.path)
        named |= renamed  # a file that another one replaced under its name goes its own way
    order = {commit.id: -number for number, (commit, _) in enumerate(log)}
    oldest_first = {path: versions[::-1] for path, versions in found.items()}
    return {
        main: _joined((main, *parts), oldest_first, order, now) if parts else oldest_first[main]
        for main, parts in plans.items()
    }


def _joined(
    files: Sequence[str],
    versions: Mapping[str, Sequence[Version]],
    order: Mapping[str, int],
    now: Mapping[str, str],
) -> list[Version]:
    """Return the versions of a plan of several files: one for each commit that touched one of them."""
    main = files[0]
    state = {
        path: versions[path][0].before if versions[path] else (path, now.get(path, "")) for path in files
    }
    steps: dict[int, dict[str, Version]] = {}
    for path in files:
        for version in versions[path]:
            steps.setdefault(order[version.commit.id], {})[path] = version
    found = []
    for _, touched in sorted(steps.items(), key=itemgetter(0)):
        before = state[main]
        beside_before = _beside(state, main)
        state |= {path: (version.path, version.blob) for path, version in touched.items()}
        any_of_them = next(iter(touched.values()))
        path, blob = state[main]
        beside = _beside(state, main)
        found.append(
            any_of_them._replace(
                path=path, blob=blob, before=before, beside=beside, beside_before=beside_before
            )
        )
    return found


def _beside(state: Mapping[str, tuple[str, str]], main: str) -> tuple[tuple[str, str], ...]:
    there = [(path, blob) for file, (path, blob) in state.items() if blob and file != main]
    return tuple(sorted((PurePosixPath(path).name, blob) for path, blob in there))


def counted(versions: Iterable[Version], most: int = MOST) -> list[Version]:
    """Return the versions that count: the last of each day, and of long lives some, evenly in time.

    The first and the last are always among them.
    """
    by_day = list({version.day: version for version in versions if version.blob}.values())
    if len(by_day) <= most:
        return by_day
    first, days = by_day[0].day, (by_day[-1].day - by_day[0].day).days
    spread = {(version.day - first).days * (most - 2) // (days + 1): version for version in by_day[1:]}
    return [by_day[0], *spread.values()]
