"""The template that a plan says it was made from: `template: implementation-plan@1` in front matter."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_plan_plugin.regex import regex

_FILE = regex(r"\.(?:x?html?|xml|jinja2?|j2|tpl|txt)$", re.IGNORECASE)


class Pin(NamedTuple):
    """Name and version of a template; the version is empty where none is said."""

    name: str
    version: str


def names_file(said: object) -> bool:
    """True for a file of the theme, such as `home.html`: MkDocs has the same word for it."""
    return isinstance(said, str) and _FILE.search(said.rstrip()) is not None


def pin_of(said: object) -> Pin | None:
    """Return what `template` in front matter pins; None for a file of the theme, and for no name."""
    if not isinstance(said, str) or names_file(said):
        return None
    name, _, version = (part.strip() for part in said.partition("@"))
    return Pin(name, version) if name else None
