"""The commits that are looked at: those of the branch that is checked out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.source.folders import MARKDOWN

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from mkdocs_plan_plugin.history.repository import Commit, Repository, Touched


class Branch:
    """The commits of a branch since a day. Git lists them when something is not known without; GitError."""

    def __init__(self, repository: Repository, since: dt.date | None = None) -> None:
        self._repository, self._since = repository, since

    @cached_property
    def _head(self) -> tuple[str, bool]:
        return self._repository.head()

    @property
    def shallow(self) -> bool:
        """True where the clone holds the last commits only."""
        return self._head[1]

    @property
    def id(self) -> str:
        """What tells these commits from any others; empty where older ones may still be fetched."""
        return "" if self.shallow else f"{self._head[0]} {self._since}"

    @cached_property
    def commits(self) -> Sequence[tuple[Commit, Sequence[Touched]]]:
        """The commits, the newest first."""
        return list(self._repository.log(MARKDOWN, self._since))

    @cached_property
    def whole(self) -> bool:
        """True if there are no older ones."""
        return not self.shallow and (self._since is None or not self._repository.last_before(self._since))
