"""Reads the versions that plans had, each once: what was read of it is kept by the digest of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.cache.digests import digest
from mkdocs_plan_plugin.history.timeline import History, Point, Snapshot
from mkdocs_plan_plugin.history.versions import MOST, Version, counted, versions_of
from mkdocs_plan_plugin.model import Plan, Why
from mkdocs_plan_plugin.reading.page import names_beside, read
from mkdocs_plan_plugin.source.folders import MARKDOWN
from mkdocs_plan_plugin.source.text import decode

if TYPE_CHECKING:
    import datetime as dt

    from mkdocs_plan_plugin.cache.pages import Cache
    from mkdocs_plan_plugin.history.repository import Commit, Repository, Touched
    from mkdocs_plan_plugin.settings import Settings


_AT_ONCE = 50
"""Versions whose texts are held at once."""


class FileLocation(NamedTuple):
    """Where a file was for the reader."""

    path: str
    """Below docs_dir."""
    full_path: str
    """From the folder above it, which tells its dialect."""


class Log(NamedTuple):
    """The commits of a branch, the newest first, and whether they are all."""

    commits: Sequence[tuple[Commit, Sequence[Touched]]]
    whole: bool


def log_of(repository: Repository, since: dt.date | None = None) -> Log:
    """Return the commits of a repository since a day. Raises GitError."""
    commits = list(repository.log(MARKDOWN, since))
    whole = not repository.shallow and (since is None or not repository.last_before(since))
    return Log(commits, whole)


class Historian:
    """Reads the versions of plans under one set of settings.

    `about` tells all that decides, beside its text, what a version reads as. `place` says where a file of
    the repository is, or was, for the reader; None for nowhere. Where nothing is read that the
    cache does not hold, it waits. `tell` is told how many versions are to be read.
    """

    def __init__(
        self,
        repository: Repository,
        settings: Settings,
        cache: Cache,
        about: bytes,
        place: Callable[[str], FileLocation | None],
        *,
        reads: bool = True,
        tell: Callable[[int], None] | None = None,
    ) -> None:
        self._repository, self._settings, self._cache, self._about = repository, settings, cache, about
        self._place, self._tell = place, tell
        self._reads = reads

    def histories(
        self, log: Log, plans: Mapping[str, Plan], today: dt.date, most: int = MOST
    ) -> dict[str, History]:
        """Return the histories of plans; plans are by their paths in the repository. Raises GitError."""
        chosen = {path: counted(found, most) for path, found in self.versions(log, plans).items()}
        known = self._read([version for found in chosen.values() for version in found])
        whole = log.whole
        return {path: _history(found, known, plans[path], today, whole) for path, found in chosen.items()}

    def versions(self, log: Log, plans: Iterable[str]) -> dict[str, list[Version]]:
        """Return the versions of plans, by their paths in the repository, the oldest first."""
        files = {path: self._parts(path) for path in plans}
        now = self._repository.files("HEAD") if any(files.values()) else {}
        return versions_of(log.commits, files, now)

    def before(self, versions: Sequence[Version]) -> Plan | None:
        """Return a plan as it was before the first of its versions, None for none. Raises GitError."""
        first = versions[0]
        path, blob = first.before
        if not blob:
            return None
        version = first._replace(path=path, blob=blob, beside=first.beside_before)
        return self._plan(version, dict(self._repository.texts(_blobs(version))), for_display=True)

    def _parts(self, path: str) -> list[str]:
        """Return the other files of a plan, by their paths in the repository."""
        place = self._place(path)
        names = names_beside(place.full_path, self._settings) if place else []
        return [(PurePosixPath(path).parent / name).as_posix() for name in names]

    def _read(self, versions: Sequence[Version]) -> dict[Version, Snapshot]:
        """Return what versions say, as far as there is time to read them."""
        found: dict[Version, Snapshot] = {}
        missing: list[tuple[Version, bytes]] = []
        for version in versions:
            key = self._key(version)
            kept = self._cache.decoded(key.hex(), key, _decode)
            if kept is None:
                missing.append((version, key))
            else:
                found[version] = kept
        if not self._reads:
            return found
        if missing and self._tell is not None:
            self._tell(len(missing))
        for start in range(0, len(missing), _AT_ONCE):
            some = missing[start : start + _AT_ONCE]
            texts = dict(self._repository.texts(blob for version, _ in some for blob in _blobs(version)))
            for version, key in some:
                if (snapshot := self._snapshot(version, texts)) is not None:
                    found[version] = snapshot
                    with suppress(ValueError, OverflowError):  # a number of more than 64 bits
                        self._cache.keep(key.hex(), key, msgspec.msgpack.encode(snapshot))
        return found

    def _key(self, version: Version) -> bytes:
        stated = repr((version.path, version.blob, version.beside)).encode("utf-8", "replace")
        return digest(self._about + stated)

    def _snapshot(self, version: Version, texts: Mapping[str, bytes]) -> Snapshot | None:
        plan = self._plan(version, texts, for_display=False)
        return Snapshot.of(plan) if plan else None

    def _plan(self, version: Version, texts: Mapping[str, bytes], *, for_display: bool) -> Plan | None:
        """Return what a version said, whether or not it was known as a plan then; None if it is missing."""
        place, data = self._place(version.path), texts.get(version.blob)
        if place is None or data is None:
            return None
        beside = {name: decode(texts[blob]) for name, blob in version.beside if blob in texts}
        found, _, _ = read(
            decode(data),
            place.path,
            self._settings,
            Why(by="path"),
            full_path=place.full_path,
            beside=beside,
            for_display=for_display,
        )
        return found if isinstance(found, Plan) else None


def _blobs(version: Version) -> list[str]:
    return [version.blob, *(blob for _, blob in version.beside)]


def _history(
    versions: Sequence[Version],
    known: Mapping[Version, Snapshot],
    plan: Plan,
    today: dt.date,
    whole: bool,  # noqa: FBT001 - as a field
) -> History:
    """Return a history that ends with the plan as it is today, committed or not."""
    points = [
        Point(day=version.day, commit=version.commit.id, plan=known[version])
        for version in versions
        if version in known and version.day <= today
    ]
    now = Snapshot.of(plan)
    if not points or points[-1].plan != now:
        points = [point for point in points if point.day != today]
        points.append(Point(day=today, commit="", plan=now))
    return History(
        points=tuple(points),
        whole=whole,
        waiting=sum(version not in known for version in versions),
    )


@cache
def _decoder() -> msgspec.msgpack.Decoder[Snapshot]:
    return msgspec.msgpack.Decoder(Snapshot)


def _decode(data: bytes) -> Snapshot:
    return _decoder().decode(data)
