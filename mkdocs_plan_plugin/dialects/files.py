"""The files around a plan that a dialect asks for, and a site's own dialects."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from mkdocs_plan_plugin.dialects.dialect import DialectError, dialect_of, load
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.text import decode


def with_dialects(settings: Settings, root: Path) -> tuple[Settings, list[str]]:
    """Return the settings with the site's dialects in place of their files, and what is wrong with them.

    Paths are seen from `root`. A dialect that can't be used is left out.
    """
    if not settings.dialects:
        return settings, []
    found: list[str | dict[str, object]] = []
    problems: list[str] = []
    for given in settings.dialects:
        try:
            data = load(root / given) if isinstance(given, str) else given
            dialect_of(data)
        except DialectError as error:
            name = given if isinstance(given, str) else str(given.get("name", "of the options"))
            problems.append(f"option 'dialects': {name}: {error}")
        else:
            found.append(data)
    return msgspec.structs.replace(settings, dialects=found), problems


def beside(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the text of those files of a folder that are there and can be read."""
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = decode((folder / name).read_bytes())
        except (OSError, ValueError):
            continue
    return found
