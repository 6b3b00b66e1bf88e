"""The past of a site's plans, looked up when a view asks for it."""

from __future__ import annotations

import datetime as dt
import os
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.cache.digests import digest
from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.history import apart
from mkdocs_plan_plugin.history.branch import Branch
from mkdocs_plan_plugin.history.changes import PlanChange, compare
from mkdocs_plan_plugin.history.git import GitError
from mkdocs_plan_plugin.history.historian import FileLocation, Historian
from mkdocs_plan_plugin.history.repository import Commit, Repository
from mkdocs_plan_plugin.history.timeline import History

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.settings import Settings


_MANY = 100
"""Versions that take so long to read that it is said."""


class Changed(NamedTuple):
    """What changed in a plan since a day, and the commits that changed it, the newest first."""

    plan: Plan
    change: PlanChange
    commits: Sequence[Commit]


class Past:
    """What git knows of the plans of one docs_dir. Without a repository, or without git, it knows nothing.

    `file` tells where a plan is on disk, `about` all that decides, beside its text, how one is read.
    What was read stays in the user's cache folder if it is to be kept; where a run must not wait for what
    is not there yet, a process `apart` reads it. `say` is told, once, what is in the way.
    """

    def __init__(  # noqa: PLR0913 - what a host knows, each by its name
        self,
        docs_dir: Path,
        settings: Settings,
        today: dt.date,
        *,
        file: Callable[[Plan], str | None],
        about: Callable[[], bytes],
        say: Callable[[str], None],
        site: Path,
        apart: bool = False,
        keep: bool = True,
    ) -> None:
        self._docs_dir, self._settings, self._today, self._apart = docs_dir, settings, today, apart
        self._file, self._about, self._say, self._site = file, about, say, site
        self._keep = keep
        self._known: dict[str, History] = {}

    @property
    def known(self) -> bool:
        """True if the site lies in a repository that may be asked."""
        return self._repository is not None

    def histories(self, plans: Iterable[Plan]) -> list[History]:
        """Return what is known of plans over time, in their order; of one that git does not know nothing."""
        asked = {path: plan for plan in plans if (path := self._path_of(plan))}
        missing = {path: plan for path, plan in asked.items() if path not in self._known}
        if missing and self._branch is not None and self._repository is not None:
            try:
                with Cache.of(self._site, "history") if self._keep else Cache() as cache:
                    found = self._historian(cache).histories(self._branch, missing, self._today)
            except GitError as error:
                self._say(f"the history of plans is left out: {error}")
                found = {}
            self._known |= {path: found.get(path, History()) for path in missing}
            if self._apart and self._keep and any(one.waiting for one in found.values()):
                self._begin([str(self._repository.root / path) for path in missing])
        return [self._known[path] for path in asked if path in self._known and self._known[path].points]

    def _begin(self, files: list[str]) -> None:
        """Let what waits be read by a process of its own."""
        order = apart.Order(
            docs_dir=os.path.abspath(self._docs_dir),  # noqa: PTH100 - links stay as named
            settings=self._settings,
            today=self._today,
            about=self._about(),
            site=os.path.abspath(self._site),  # noqa: PTH100
            files=files,
        )
        try:
            apart.begin(order)
        except (OSError, ValueError) as error:
            self._say(f"earlier versions of plans can't be read beside the build: {error}")

    def history(self, plan: Plan) -> History | None:
        """Return what is known of one plan, None where git does not know it."""
        return next(iter(self.histories([plan])), None)

    def changes(self, plans: Iterable[Plan], since: dt.date) -> list[Changed]:
        """Return what commits changed in plans since a day, what changed last first."""
        repository = self._repository
        if repository is None:
            return []
        asked = {path: plan for plan in plans if (path := self._path_of(plan))}
        try:
            historian = self._historian(Cache())
            found = []
            with repository.texts() as texts:
                for path, versions in historian.versions(Branch(repository, since).commits, asked).items():
                    if versions:
                        change = compare(historian.before(versions, texts), asked[path])
                        if change.anything:
                            commits = [version.commit for version in reversed(versions)]
                            found.append(Changed(asked[path], change, commits))
        except GitError as error:
            self._say(f"what changed lately is left out: {error}")
            return []
        return sorted(found, key=lambda one: (one.commits[0].time, one.plan.path), reverse=True)

    def _path_of(self, plan: Plan) -> str | None:
        """Return the path of a plan in the repository, None for one that does not lie in it."""
        file = self._file(plan)
        return self._repository.path_of(file) if file and self._repository else None

    def _historian(self, cache: Cache) -> Historian:
        assert self._repository is not None  # noqa: S101 - asked for by those who call
        return Historian(
            self._repository,
            self._settings,
            cache,
            digest(self._about() + self._docs.encode()),
            self._place,
            reads=not self._apart,
            tell=self._tell,
        )

    def _tell(self, versions: int) -> None:
        if versions > _MANY and not self._apart:
            self._say(f"reading {versions} earlier versions of plans; what they say is kept")

    @cached_property
    def _repository(self) -> Repository | None:
        return Repository.around(self._docs_dir) if self._settings.history else None

    @cached_property
    def _branch(self) -> Branch | None:
        """The commits that are looked at."""
        if self._repository is None:
            return None
        branch = Branch(self._repository, limit(self._settings, self._today))
        try:
            shallow = branch.shallow
        except GitError as error:
            self._say(f"the history of plans is left out: {error}")
            return None
        if shallow:
            self._say(
                "this clone holds the last commits only, and so does the history of plans; to fetch all,"
                " write 'fetch-depth: 0' (GitHub) or 'GIT_DEPTH: 0' (GitLab)"
            )
        return branch

    @cached_property
    def _docs(self) -> str:
        """The docs_dir as the repository calls it, with a slash behind it; empty at its root."""
        docs = self._repository.path_of(self._docs_dir) if self._repository else None
        return f"{docs}/" if docs and docs != "." else ""

    def _place(self, path: str) -> FileLocation | None:
        """Return where a file of the repository was for the reader."""
        below = path.removeprefix(self._docs)
        folder = PurePosixPath(os.path.abspath(self._docs_dir)).name  # noqa: PTH100 - links stay as named
        return FileLocation(below, f"{folder}/{below}" if path.startswith(self._docs) else path)


def limit(settings: Settings, today: dt.date) -> dt.date | None:
    """Return the day before which the history is not looked at; None for none."""
    if not isinstance(settings.history, dict):
        return None
    days, since = settings.history.get("days"), settings.history.get("since")
    found = [dt.date.fromisoformat(since)] if since else []
    if days:
        found.append(today - dt.timedelta(days=min(int(days), (today - dt.date.min).days)))
    return max(found, default=None)


def commit_href(repo_url: str, commit: str) -> str:
    """Return the address of a commit at a code host, empty where it is not known how that writes it."""
    base = repo_url.rstrip("/").removesuffix(".git")
    host = base.split("://", 1)[-1].split("/", 1)[0]
    if not commit or not base.startswith(("https://", "http://")):
        return ""
    if "gitlab" in host:
        return f"{base}/-/commit/{commit}"
    if "bitbucket" in host:
        return f"{base}/commits/{commit}"
    return f"{base}/commit/{commit}"
