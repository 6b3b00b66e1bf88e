"""The repository that files are in, as a folder. What it holds is git's matter."""

from __future__ import annotations

import os
from pathlib import Path


def root_above(start: Path) -> Path | None:
    """Return the root of the repository around a file or folder, None where there is none."""
    whole = Path(os.path.abspath(start))  # noqa: PTH100 - links stay as the user named them
    return next((folder for folder in (whole, *whole.parents) if (folder / ".git").exists()), None)
