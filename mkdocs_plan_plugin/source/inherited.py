"""Front matter that folders give their pages: the `.meta.yml` files of Material's meta plugin."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path

from mkdocs_plan_plugin.source.front_matter import read_front_matter
from mkdocs_plan_plugin.source.text import clean, decode

FILE = ".meta.yml"
"""What the plugin calls such a file by default."""


class Inherited:
    """The front matter given by the folders of a site, each of which is looked at once.

    Without a root there is none, as in a site without that plugin. What can't be read gives nothing: in
    a build the plugin itself says so.
    """

    def __init__(self, root: Path | None = None, name: str = FILE) -> None:
        self._root = root
        self._name = name
        self._given: dict[str, dict[str, object]] = {}

    def of(self, path: str) -> dict[str, object]:
        """Return what a page inherits; `path` is relative to the root, with `/`."""
        return self._of_folder(posixpath.dirname(path), self._root) if self._root else {}

    def _of_folder(self, folder: str, root: Path) -> dict[str, object]:
        given = self._given.get(folder)
        if given is None:
            above = self._of_folder(posixpath.dirname(folder), root) if folder.strip("/") else {}
            own = _read(root / folder / self._name)
            given = self._given[folder] = merged(above, own) if own else above
        return given


def merged(above: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """Return front matter over what it inherits: mappings by name, lists joined, all else replaced."""
    result = dict(above)
    for name, value in own.items():
        given = result.get(name)
        if isinstance(given, dict) and isinstance(value, dict):
            result[name] = merged(given, value)
        elif isinstance(given, list) and isinstance(value, list):
            result[name] = [*given, *value]
        else:
            result[name] = value
    return result


def _read(file: Path) -> dict[str, object]:
    try:
        text = clean(decode(file.read_bytes()))
    except (OSError, ValueError):
        return {}
    return read_front_matter(f"---\n{text}\n---\n").values
