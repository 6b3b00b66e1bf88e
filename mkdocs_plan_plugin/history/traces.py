"""What the repository tells of plans and of the files that they name."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.history.git import GitError
from mkdocs_plan_plugin.history.repository import Commit, Repository, Touched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from mkdocs_plan_plugin.history.git import Texts

LOOKED_BACK = 400
"""Days beyond which commits are not looked at."""


class Trace(NamedTuple):
    """What is known of one plan."""

    edited: Commit | None
    """The commit that changed it last, beyond white space; None where none did in the days looked at."""
    work: Sequence[Commit]
    """The commits since then that touched files which it names, the newest first."""
    last_work: Commit | None
    """The last commit that touched one of them, whenever that was in the days looked at."""


class Traces:
    """What commits did to some plans and to the files that they name; git is asked when the first rule is.

    `plans` gives for each plan, by its path on the site, its file in the repository and the files that it
    names. Where git can't tell, nothing is known.
    """

    def __init__(
        self,
        repository: Repository,
        today: dt.date,
        plans: Callable[[], Mapping[str, tuple[str, Iterable[str]]]],
    ) -> None:
        self.repository, self.today, self._plans = repository, today, plans

    @cached_property
    def _known(self) -> dict[str, tuple[str, frozenset[str]]]:
        return {path: (file, frozenset(named)) for path, (file, named) in self._plans().items()}

    @cached_property
    def _log(self) -> list[tuple[Commit, list[Touched]]]:
        paths = {path for file, named in self._known.values() for path in (file, *named)}
        since = self.today - dt.timedelta(days=LOOKED_BACK)
        try:
            return list(self.repository.log((), since, paths=sorted(paths)))
        except GitError:
            return []

    @cached_property
    def _by_file(self) -> dict[str, list[tuple[int, Touched]]]:
        found: dict[str, list[tuple[int, Touched]]] = {}
        for number, (_, touched) in enumerate(self._log):
            for one in touched:
                found.setdefault(one.path, []).append((number, one))
        return found

    @cached_property
    def _edits(self) -> dict[str, int]:
        """By file, which of the commits changed more than white space in it last."""
        edits = {}
        with self.repository.texts() as texts:
            for file, _ in self._known.values():
                for at, (number, one) in enumerate(self._by_file.get(file, ())):
                    if at == _CHECKED or _changes(one, texts):
                        edits[file] = number
                        break
        return edits

    def of(self, path: str) -> Trace | None:
        """Return what is known of a plan, None where git does not know it."""
        file, named = self._known.get(path, ("", frozenset()))
        if not self._by_file.get(file):
            return None
        try:
            edited = self._edits.get(file)
        except GitError:
            return None
        numbers = sorted({n for name in named for n, _ in self._by_file.get(name, ())})
        until = len(self._log) if edited is None else edited
        return Trace(
            self._log[edited][0] if edited is not None else None,
            [self._log[number][0] for number in numbers if number < until],
            self._log[numbers[0]][0] if numbers else None,
        )

    def was_there(self, path: str) -> bool:
        """True if a file that a plan names is there now, or a commit that was looked at touched it."""
        return path in self._by_file or (self.repository.root / path).exists()

    def behind(self, commit: str) -> tuple[int, Commit] | None:
        """Return how many commits came since one, and which it is; None for none of this branch."""
        try:
            return self.repository.behind(commit)
        except GitError:
            return None


_CHECKED = 5
"""Changes of a plan that are looked into, whether they change more than white space."""


def _changes(one: Touched, texts: Texts) -> bool:
    """True for a change of more than white space, or one of which git has not both texts."""
    texts_of = [texts.of(blob) if blob else None for blob in (one.blob, one.old_blob)]
    new, old = (None if text is None else text.split() for text in texts_of)
    return new is None or new != old


def traces_of(
    folder: Path, today: dt.date, plans: Callable[[Repository], Mapping[str, tuple[str, Iterable[str]]]]
) -> Traces | None:
    """Return what the repository around a folder tells of plans, None where there is none."""
    repository = Repository.around(folder)
    return Traces(repository, today, lambda: plans(repository)) if repository else None
