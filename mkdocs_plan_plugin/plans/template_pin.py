"""The template that a plan says it was made from: `template: implementation-plan@1` in front matter."""

from __future__ import annotations

import re
from typing import NamedTuple

_FILE = re.compile(r"\.\w+$")


class Pin(NamedTuple):
    """Name and version of a template; the version is empty where none is said."""

    name: str
    version: str


def pin_of(said: object) -> Pin | None:
    """Return what `template` in front matter pins; None for anything else.

    MkDocs takes the word for a file of the theme, such as `home.html`: such a name is no pin.
    """
    if not isinstance(said, str) or ("@" not in said and _FILE.search(said)):
        return None
    name, _, version = (part.strip() for part in said.partition("@"))
    return Pin(name, version) if name else None
