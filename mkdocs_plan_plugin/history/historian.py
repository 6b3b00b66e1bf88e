"""Reads the versions that plans had, each once: what they said is kept with what tells their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.cache.digests import digest
from mkdocs_plan_plugin.history.timeline import History, Point, Snapshot
from mkdocs_plan_plugin.history.versions import Version, counted, versions_of
from mkdocs_plan_plugin.model import Plan, Why
from mkdocs_plan_plugin.reading.page import names_beside, read
from mkdocs_plan_plugin.source.text import decode

if TYPE_CHECKING:
    import datetime as dt

    from mkdocs_plan_plugin.cache.pages import Cache
    from mkdocs_plan_plugin.history.branch import Branch
    from mkdocs_plan_plugin.history.git import Texts
    from mkdocs_plan_plugin.history.repository import Commit, Repository, Touched
    from mkdocs_plan_plugin.settings import Settings


class FileLocation(NamedTuple):
    """Where a file was for the reader."""

    path: str
    """Below docs_dir."""
    full_path: str
    """From the folder above it, which tells its dialect."""


class KeptHistory(msgspec.Struct, frozen=True, array_like=True):
    """What the versions of a plan said that count."""

    branch: str
    """The `id` of the commits that they are from."""
    whole: bool
    points: tuple[tuple[bytes, Point], ...]
    """The oldest first, each with what tells the text of its version from any other."""
    waiting: int
    """Versions that have not been read yet."""


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

    def histories(self, branch: Branch, plans: Mapping[str, Plan], today: dt.date) -> dict[str, History]:
        """Return the histories of plans; plans are by their paths in the repository. Raises GitError."""
        head, made = branch.id, self._cache.recall_all(plans, self._about)
        kept = {path: _decoded(made[path]) if path in made else None for path in plans}
        old = {path: one for path, one in kept.items() if not (one and head and one.branch == head)}
        found = {**kept, **self._followed(branch, old)} if old else kept
        return {path: _history(one, plans[path], today) for path, one in found.items() if one}

    def _followed(self, branch: Branch, plans: Mapping[str, KeptHistory | None]) -> dict[str, KeptHistory]:
        """Return what versions of plans said, given what was kept of them: only what is new is read."""
        versions = {
            path: [(_told(version), version) for version in counted(found)]
            for path, found in self.versions(branch.commits, plans).items()
        }
        said: dict[str, dict[bytes, Snapshot | None]] = {
            path: {text: point.plan for text, point in one.points} if one else {}
            for path, one in plans.items()
        }
        if self._tell is not None:
            self._tell(sum(text not in said[path] for path, found in versions.items() for text, _ in found))
        kept = {}
        with self._repository.texts() as texts:
            for path, found in versions.items():
                kept[path] = self._read(branch, found, said[path], texts)
                if not kept[path].waiting:
                    with suppress(ValueError, OverflowError):  # a number of more than 64 bits
                        self._cache.keep(path, self._about, msgspec.msgpack.encode(kept[path]))
        return kept

    def _read(
        self,
        branch: Branch,
        versions: Sequence[tuple[bytes, Version]],
        said: dict[bytes, Snapshot | None],
        texts: Texts,
    ) -> KeptHistory:
        """Return what versions of a plan said, most of which `said` may tell; None is one that is missing."""
        if self._reads:
            for text, version in versions:
                if text not in said:
                    said[text] = self._snapshot(version, texts)
        points = (
            (text, Point(day=version.day, commit=version.commit.id, plan=snapshot))
            for text, version in versions
            if (snapshot := said.get(text))
        )
        waiting = sum(text not in said for text, _ in versions)
        return KeptHistory(branch=branch.id, whole=branch.whole, points=tuple(points), waiting=waiting)

    def versions(
        self, commits: Sequence[tuple[Commit, Sequence[Touched]]], plans: Iterable[str]
    ) -> dict[str, list[Version]]:
        """Return the versions of plans, by their paths in the repository, the oldest first."""
        files = {path: self._parts(path) for path in plans}
        now = self._repository.files("HEAD") if any(files.values()) else {}
        return versions_of(commits, files, now)

    def before(self, versions: Sequence[Version], texts: Texts) -> Plan | None:
        """Return a plan as it was before the first of its versions, None for none. Raises GitError."""
        first = versions[0]
        path, blob = first.before
        if not blob:
            return None
        version = first._replace(path=path, blob=blob, beside=first.beside_before)
        return self._plan(version, texts, for_display=True)

    def _parts(self, path: str) -> list[str]:
        """Return the other files of a plan, by their paths in the repository."""
        place = self._place(path)
        names = names_beside(place.full_path, self._settings) if place else []
        return [(PurePosixPath(path).parent / name).as_posix() for name in names]

    def _snapshot(self, version: Version, texts: Texts) -> Snapshot | None:
        plan = self._plan(version, texts, for_display=False)
        return Snapshot.of(plan) if plan else None

    def _plan(self, version: Version, texts: Texts, *, for_display: bool) -> Plan | None:
        """Return what a version said, whether or not it was known as a plan then; None if it is missing."""
        place, data = self._place(version.path), texts.of(version.blob)
        if place is None or data is None:
            return None
        beside = {
            name: decode(other) for name, blob in version.beside if (other := texts.of(blob)) is not None
        }
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


def _told(version: Version) -> bytes:
    """Return what tells the text of a version from any other."""
    return digest(repr((version.path, version.blob, version.beside)))


def _history(kept: KeptHistory, plan: Plan, today: dt.date) -> History:
    """Return a history that ends with the plan as it is today, committed or not."""
    points = [point for _, point in kept.points if point.day <= today]
    now = Snapshot.of(plan)
    if not points or points[-1].plan != now:
        points = [point for point in points if point.day != today]
        points.append(Point(day=today, commit="", plan=now))
    return History(points=tuple(points), whole=kept.whole, waiting=kept.waiting)


@cache
def _decoder() -> msgspec.msgpack.Decoder[KeptHistory]:
    return msgspec.msgpack.Decoder(KeptHistory)


def _decoded(made: bytes) -> KeptHistory | None:
    try:
        return _decoder().decode(made)
    except (msgspec.DecodeError, ValueError):  # of an older version of this program
        return None
