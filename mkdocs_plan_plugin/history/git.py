"""The edge to git: what it answers, and the texts of blobs.

Git itself is asked, in few processes for a whole run: where there is a repository there is git. To walk 300
commits of a repository with a thousand files took it 0.1 s of processor time, pygit2 0.7 s and dulwich 4 s,
and both would be one package more. Nothing here writes, and nothing of a repository's configuration that
runs programs is heeded.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Self

_CONFIGURED = (
    "core.quotepath=off",
    "log.showSignature=false",
    "core.fsmonitor=false",
    "diff.renameLimit=2000",
)
_GIT = ("git", "--no-pager", *(word for setting in _CONFIGURED for word in ("-c", setting)))
_LARGEST = 4_000_000
"""Bytes of a file beyond which it is no plan."""


class GitError(Exception):
    """Git is not there, or refused; the message is one line."""


def answer(root: Path, arguments: Sequence[str], given: str = "") -> bytes:
    """Return what git writes when it is asked in a folder. Raises GitError."""
    import subprocess  # noqa: PLC0415 - most runs ask git nothing

    try:
        done = subprocess.run(  # noqa: S603 - no shell, and only what is written here
            [*_GIT, *arguments],
            cwd=root,
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
        import subprocess  # noqa: PLC0415 - as above

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


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _not_run(error: OSError) -> str:
    return f"git could not be run: {error.strerror}"
