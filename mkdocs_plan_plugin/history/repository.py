"""The edge to git: commits with the files that they touched, and the texts of files as they were.

Git itself is asked, in few processes for a whole run: where there is a repository there is git. To walk 300
commits of a repository with a thousand files took it 0.1 s of processor time, pygit2 0.7 s and dulwich 4 s,
and both would be one package more. Nothing here writes, and nothing of a repository's configuration that
runs programs is heeded.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator, Sequence
    from typing import Self

_GIT = (
    "git",
    "--no-pager",
    "-c",
    "core.quotepath=off",
    "-c",
    "log.showSignature=false",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "diff.renameLimit=2000",
)
_GONE = "0" * 40
_START, _FIELD = "\x01", "\x02"
_FORMAT = "%x01%H%x02%cI%x02%aN%x02%s"
_HUNK = regex(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_LARGEST = 4_000_000
"""Bytes of a file beyond which it is no plan."""


class GitError(Exception):
    """Git is not there, or refused; the message is one line."""


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
        asked = [
            "log",
            "--first-parent",
            "-m",
            "--raw",
            "--no-abbrev",
            "--find-renames",
            "--no-ext-diff",
            "--no-textconv",
            "-z",
            f"--format={_FORMAT}",
        ]
        if since:
            asked.append(f"--since={since.isoformat()}T00:00:00Z")
        specs = [f":(top,literal){path}" for path in paths] or _globs(endings)
        out = self._run([*asked, "--stdin"], given="\n".join(("HEAD", "--", *specs, "")))
        for record in out.decode("utf-8", "surrogateescape").split(_START)[1:]:
            yield _record(record)

    def files(self, commit: str) -> dict[str, str]:
        """Return the files of a commit: blobs by path. Raises GitError."""
        out = self._run(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit])
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
        out = self._run([*asked, "--end-of-options", *commits, "--", *_globs(endings)])
        found = _touched(out.decode("utf-8", "surrogateescape"))
        if head is None:
            others = self._run(["ls-files", "--others", "--exclude-standard", "-z", "--", *_globs(endings)])
            names = filter(None, others.decode("utf-8", "surrogateescape").split("\0"))
            found += [Touched(name, "") for name in names]
        return found

    def changed_lines(self, base: str, path: str) -> list[range]:
        """Return the lines of a file, as it lies there, that a commit does not have so. Raises GitError."""
        spec = f":(top,literal){path}"
        asked = ["diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"]
        out = self._run([*asked, "--end-of-options", base, "--", spec])
        return [
            range(int(start), int(start) + int(count or 1))
            for start, count in _HUNK.findall(out.decode("utf-8", "replace"))
        ]

    def texts(self) -> Texts:
        """Return what tells the texts of blobs."""
        return Texts(self.root)

    def _asked(self, *arguments: str) -> str:
        return self._run(arguments).decode("utf-8", "replace").strip()

    def behind(self, commit: str) -> tuple[int, Commit]:
        """Return how many commits of this branch came since one, and which it is. Raises GitError."""
        count = self._asked("rev-list", "--count", "--first-parent", f"{self.commit(commit)}..HEAD")
        out = self._run(["log", "-1", f"--format={_FORMAT}", "--end-of-options", self.commit(commit)])
        return int(count), _record(out.decode("utf-8", "replace").split(_START)[-1].rstrip("\n"))[0]

    def _run(self, arguments: Sequence[str], given: str = "") -> bytes:
        import subprocess  # noqa: PLC0415 - as above

        try:
            done = subprocess.run(  # noqa: S603 - no shell, and only what is written here
                [*_GIT, *arguments],
                cwd=self.root,
                env=_environment(),
                input=given.encode("utf-8", "surrogateescape"),
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise GitError(_not_run(error)) from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GitError(said[-1] if said else f"git {arguments[0]} ended with {done.returncode}")
        return done.stdout


class Texts:
    """Texts of blobs, asked of one process in a `with`; the first question starts it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Ask nothing yet."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let go of the process, which then ends."""
        if self._git is not None:
            self._git.__exit__(None, None, None)

    def of(self, blob: str) -> bytes | None:
        """Return what is in a blob; None for one that is missing or larger than any plan. Raises GitError."""
        self._git = git = self._git or self._opened()
        assert git.stdin is not None  # noqa: S101 - asked for below
        assert git.stdout is not None  # noqa: S101 - asked for below
        try:
            git.stdin.write(f"{blob}\n".encode())
            git.stdin.flush()
        except OSError as error:
            raise GitError(_not_run(error)) from None
        head = git.stdout.readline().split()
        if len(head) != 3:
            return None
        size = int(head[2])
        data = git.stdout.read(size + 1)[:size]
        return data if head[1] == b"blob" and size <= _LARGEST else None

    def _opened(self) -> subprocess.Popen[bytes]:
        import subprocess  # noqa: PLC0415 - most runs ask git nothing

        try:
            return subprocess.Popen(  # noqa: S603 - no shell, and only what is written here
                [*_GIT, "cat-file", "--batch"],
                cwd=self._root,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise GitError(_not_run(error)) from None


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


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _not_run(error: OSError) -> str:
    return f"git could not be run: {error.strerror}"
