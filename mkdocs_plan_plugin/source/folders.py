"""The Markdown files of a folder, as MkDocs would find them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""What MkDocs takes for Markdown."""

_INSTALLED = "pyvenv.cfg"
"""What is in a folder of installed Python packages."""


def markdown_files(
    folder: Path,
    hidden: Collection[str],
    errors: list[str],
    *,
    without: Collection[str] = (),
    links: bool = True,
) -> Iterator[Path]:
    """Walk a folder; what could not be read is added to `errors`.

    Folders of installed packages are passed over, and hidden ones but those of the names in `hidden`.
    `without` are absolute paths of folders to leave out. Links to folders are followed, none twice, but
    not without `links`.
    """
    seen: set[str] = set()

    def note(error: OSError) -> None:
        errors.append(f"{error.filename}: {error.strerror}")

    for place, folders, files in os.walk(folder, followlinks=links, onerror=note):
        real = os.path.realpath(place)
        if real in seen or real in without or _INSTALLED in files:  # a link that leads back up, among others
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(
            name for name in folders if (name[0] != "." or name in hidden) and name != "node_modules"
        )
        yield from (Path(place, name) for name in sorted(files) if name.endswith(MARKDOWN))
