"""What a repository tells: commits with the files that they touched, and files as they were."""

from __future__ import annotations

import datetime as dt
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.history.git import GitError, Texts, answer
from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GONE = "0" * 40
_START, _FIELD = "\x01", "\x02"
_FORMAT = "%x01%H%x02%cI%x02%aN%x02%s"
_HUNK = regex(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class Commit(NamedTuple):
    """A commit on the way from the first one to the one asked for."""

    id: str
    time: dt.datetime
    """When it came to be as it is: of a rebased commit the rebase. In the committer's zone."""
    author: str
    subject: str

    @property
    def day(self) -> dt.date:
        """The day, where its committer was."""
        return self.time.date()


class Touched(NamedTuple):
    """A file as a change left it."""

    path: str
    blob: str
    """What is in it; empty where it is gone, or has not been committed."""
    before: str = ""
    """What it was called until then, where it was renamed."""
    gone: bool = False
    old_blob: str = ""
    """What was in it until then; empty where it was not there."""


class Repository:
    """A repository, by the folder at its root. Paths are from there, with `/`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._inside = os.path.normcase(os.path.join(root, ""))  # noqa: PTH118 - what a file's path begins with

    @classmethod
    def around(cls, folder: Path) -> Repository | None:
        """Return the repository that a folder is in; None for none."""
        place = Path(os.path.abspath(folder))  # noqa: PTH100 - links stay as they are named
        for root in (place, *place.parents):
            with suppress(OSError):
                if (root / ".git").exists():
                    return cls(root)
        return None

    def path_of(self, file: str | Path) -> str | None:
        """Return the path of a file in the repository, None outside of it."""
        place = os.path.abspath(file)  # noqa: PTH100 - as above
        if os.path.normcase(place).startswith(self._inside):
            return place[len(self._inside) :].replace(os.sep, "/")
        return "." if Path(place) == self.root else None

    def commit(self, name: str = "HEAD") -> str:
        """Return the id of a commit by any name that git knows. Raises GitError for none."""
        return self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")

    def merge_base(self, one: str, other: str) -> str:
        """Return the id of the commit that two have in common. Raises GitError for none."""
        return self._asked("merge-base", one, other)

    def last_before(self, day: dt.date) -> str:
        """Return the id of the last commit of this branch before a day, empty for none. Raises GitError."""
        before = f"--before={day.isoformat()}T00:00:00Z"
        return self._asked("rev-list", "-1", "--first-parent", before, "HEAD")

    def head(self) -> tuple[str, bool]:
        """Return the id of the commit that is checked out, and True for a clone that holds the last only.

        Raises GitError where there is none.
        """
        shallow, commit, *_ = self._asked("rev-parse", "--is-shallow-repository", "HEAD", "--").split()
        return commit, shallow == "true"

    @property
    def shallow(self) -> bool:
        """True for a clone that holds the last commits only."""
        with suppress(GitError):
            return self.head()[1]
        return False

    def log(
        self, endings: Sequence[str], since: dt.date | None = None, paths: Sequence[str] = ()
    ) -> Iterator[tuple[Commit, list[Touched]]]:
        """Yield the commits that touched `paths`, or files with one of the endings, the newest first.

        It is the way of the branch itself: a merge is one step, in which all comes that it brought. Of a
        shallow clone the oldest commit looks as if it had made all files. Raises GitError.
        """
        raw = ["-m", "--raw", "--no-abbrev", "--find-renames", "--no-ext-diff", "--no-textconv", "-z"]
        asked = ["log", "--first-parent", *raw, f"--format={_FORMAT}"]
        if since:
            asked.append(f"--since={since.isoformat()}T00:00:00Z")
        specs = [f":(top,literal){path}" for path in paths] or _globs(endings)
        out = answer(self.root, [*asked, "--stdin"], given="\n".join(("HEAD", "--", *specs, "")))
        for record in out.decode("utf-8", "surrogateescape").split(_START)[1:]:
            yield _record(record)

    def files(self, commit: str) -> dict[str, str]:
        """Return the files of a commit: blobs by path. Raises GitError."""
        out = answer(self.root, ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit])
        found = {}
        for row in out.decode("utf-8", "surrogateescape").split("\0"):
            about, _, path = row.partition("\t")
            mode, kind, blob = (*about.split(" "), "", "")[:3]
            if kind == "blob" and mode != "120000":
                found[path] = blob
        return found

    def changed(self, base: str, head: str | None, endings: Sequence[str]) -> list[Touched]:
        """Return the files that differ between two commits, or a commit and the files as they lie there.

        New files that git does not know yet are among the latter. Raises GitError.
        """
        asked = ["diff", "--raw", "--no-abbrev", "--find-renames", "--no-ext-diff", "--no-textconv", "-z"]
        commits = [base, head] if head else [base]
        out = answer(self.root, [*asked, "--end-of-options", *commits, "--", *_globs(endings)])
        found = _touched(out.decode("utf-8", "surrogateescape"))
        if head is None:
            others = answer(
                self.root, ["ls-files", "--others", "--exclude-standard", "-z", "--", *_globs(endings)]
            )
            names = filter(None, others.decode("utf-8", "surrogateescape").split("\0"))
            found += [Touched(name, "") for name in names]
        return found

    def changed_lines(self, base: str, path: str) -> list[range]:
        """Return the lines of a file, as it lies there, that a commit does not have so. Raises GitError."""
        spec = f":(top,literal){path}"
        asked = ["diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"]
        out = answer(self.root, [*asked, "--end-of-options", base, "--", spec])
        return [
            range(int(start), int(start) + int(count or 1))
            for start, count in _HUNK.findall(out.decode("utf-8", "replace"))
        ]

    def texts(self) -> Texts:
        """Return what tells the texts of blobs."""
        return Texts(self.root)

    def _asked(self, *arguments: str) -> str:
        return answer(self.root, arguments).decode("utf-8", "replace").strip()

    def behind(self, commit: str) -> tuple[int, Commit]:
        """Return how many commits of this branch came since one, and which it is. Raises GitError."""
        count = self._asked("rev-list", "--count", "--first-parent", f"{self.commit(commit)}..HEAD")
        out = answer(self.root, ["log", "-1", f"--format={_FORMAT}", "--end-of-options", self.commit(commit)])
        return int(count), _record(out.decode("utf-8", "replace").split(_START)[-1].rstrip("\n"))[0]


def _globs(endings: Sequence[str]) -> list[str]:
    return [f":(top,icase,glob)**/*{ending}" for ending in endings]


def _record(record: str) -> tuple[Commit, list[Touched]]:
    """Return a commit and what it touched, as `log -z --raw` writes them."""
    head, _, rest = record.partition("\0")
    commit_id, time, author, subject = (*head.split(_FIELD, 3), "", "", "")[:4]
    return Commit(commit_id, _time(time), author, subject), _touched(rest)


def _touched(raw: str) -> list[Touched]:
    """Return the files of a difference, as `-z --raw` writes it."""
    parts = iter(raw.split("\0"))
    found = []
    for part in parts:
        about = part.strip("\n").split(" ")
        if len(about) != 5 or not about[0].startswith(":"):
            continue
        kind, old, blob = about[4][:1], *("" if one == _GONE else one for one in about[2:4])
        path, before = next(parts, ""), ""
        if kind in "RC":
            before, path = path if kind == "R" else "", next(parts, "")
        found.append(Touched(path, blob, before, kind == "D", old if kind != "C" else ""))
    return found


def _time(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return dt.datetime.fromtimestamp(0, dt.UTC)
