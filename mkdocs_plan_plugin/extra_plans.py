"""Plans outside of docs_dir that join the site: the option `extra_plans`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.reading.page import hidden_folders
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.folders import MARKDOWN, markdown_files


class Called(NamedTuple):
    """What a file outside of docs_dir is called among those of the site."""

    path: str
    place: str
    """The path that globs are held to."""
    page: bool
    """True if its plan is to be a page, at `path` below docs_dir."""


class Extra(msgspec.Struct, frozen=True, kw_only=True):
    """A folder outside of docs_dir, or a file there."""

    given: str
    """As the option has it."""
    root: Path
    """Where it is, absolute."""
    name: str
    """How the paths of its files begin: the path from the folder of `mkdocs.yml`, without `..`."""
    docs_dir: Path
    pages: bool = False
    """True if its plans are to be pages of the site."""

    def holds(self, file: str) -> bool:
        """True for an absolute path in it."""
        return file == str(self.root) or file.startswith(os.path.join(self.root, ""))  # noqa: PTH118

    def called(self, file: Path) -> Called:
        """Return what a file of it is called.

        Where docs_dir has a file of that name it is called by its path from there.
        """
        below = file.relative_to(self.root).as_posix() if file != self.root else ""
        place = "/".join(part for part in (self.name, below) if part)
        # servers leave hidden folders out
        path = "/".join(part.lstrip(".") or part for part in place.split("/")) if self.pages else place
        if (self.docs_dir / path).exists():
            return self.from_docs(file)
        return Called(path, place, page=self.pages)

    def from_docs(self, file: Path) -> Called:
        """Return what a file is called that can't be a page, as its name is taken in the site."""
        path = os.path.relpath(file, self.docs_dir).replace(os.sep, "/")
        return Called(path, path, page=False)

    def files(self, settings: Settings, errors: list[str]) -> Iterator[Path]:
        """Walk it; what could not be read is added to `errors`.

        Links to folders are not followed: they may lead anywhere.
        """
        if self.root.is_file():
            yield self.root
            return
        docs = os.path.realpath(self.docs_dir)
        found = markdown_files(self.root, hidden_folders(settings), errors, without=(docs,), links=False)
        yield from (file for file in found if file.is_file())


def extras(settings: Settings, config_file: Path, docs_dir: Path) -> tuple[list[Extra], list[str]]:
    """Return the folders and files that the option names, and what is wrong with others of them.

    A path is seen from the folder of `mkdocs.yml`; one that is not there, from docs_dir.
    """
    found: list[Extra] = []
    problems: list[str] = []
    for number, given in enumerate(settings.extra_plans, 1):
        written = given if isinstance(given, str) else str(given["path"])
        extra = _extra(written, config_file, docs_dir)
        if isinstance(extra, str):
            problems.append(f"option 'extra_plans[{number}]': {extra}")
        else:
            pages = isinstance(given, dict) and bool(given.get("pages"))
            taken = any(extra.name == other.name and extra.root != other.root for other in found)
            name = os.path.relpath(extra.root, docs_dir).replace(os.sep, "/") if taken else extra.name
            found.append(msgspec.structs.replace(extra, pages=pages and not taken, name=name))
    return found, problems


def _extra(written: str, config_file: Path, docs_dir: Path) -> Extra | str:
    """Return what a path names, or why it can't be used and what to write."""
    folder, docs = Path(os.path.abspath(config_file.parent)), Path(os.path.abspath(docs_dir))  # noqa: PTH100
    places = [Path(os.path.normpath(base / written)) for base in (folder, docs)]
    root = next((place for place in places if place.exists()), None)
    if root is None:
        return (
            f"there is no folder or file '{written}' beside {config_file.name}.{_near(places[0], written)}"
            " Write the path of one outside of docs_dir, e.g. 'specs'"
        )
    if root == docs or docs in root.parents:
        return (
            f"'{written}' is in docs_dir, where plans are found anyway."
            " Write a folder outside of it here, or name pages in it with 'include'"
        )
    if root.is_file() and root.suffix not in MARKDOWN:
        return f"'{written}' is no Markdown file. Write a folder, or a file such as 'ROADMAP.md'"
    above = Path(os.path.relpath(root, folder)).parts
    name = "/".join(part for part in above if part not in ("..", "."))
    return Extra(given=written, root=root, name=name, docs_dir=docs)


def _near(missing: Path, written: str) -> str:
    """Suggest what is where a path leads that is not there."""
    try:
        there = sorted(entry.name for entry in os.scandir(missing.parent) if entry.is_dir())
    except OSError:
        return ""
    name = nearest(missing.name, there)
    return f" Did you mean '{written[: len(written) - len(missing.name)]}{name}'?" if name else ""
