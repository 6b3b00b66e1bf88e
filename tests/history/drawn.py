"""Repositories drawn by their commits: real ones, made by git."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.site import draw

if TYPE_CHECKING:
    from pathlib import Path

WHO = {
    "GIT_AUTHOR_NAME": "Quay team",
    "GIT_AUTHOR_EMAIL": "quay@example.org",
    "GIT_COMMITTER_NAME": "Quay team",
    "GIT_COMMITTER_EMAIL": "quay@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


class Drawn:
    """A repository in a folder; commits are made at noon of a day."""

    def __init__(self, root: Path) -> None:
        if shutil.which("git") is None:
            pytest.skip("there is no git here")
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2026-01-05") -> str:
        """Run git at noon of a day; return what it wrote."""
        at = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+0000", "GIT_COMMITTER_DATE": f"{day}T12:00:00+0000"}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**os.environ, **WHO, **at},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def commit(self, day: str, files: str = "", subject: str = "Go on") -> str:
        """Draw files (see `tests.site`) and commit all that changed; return the commit's id."""
        draw(self.root, files)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", subject, day=day)
        return self.git("rev-parse", "HEAD")

    def copy(self, root: Path, *options: str) -> Drawn:
        """Return a clone, made with options of `git clone`."""
        self.git("clone", "-q", *options, f"file://{self.root}", str(root))
        return Drawn(root)
