"""Print the section of CHANGELOG.md about a version, as the notes of its release.

`python .ci/release_notes.py v0.2.0` fails where it, or pyproject.toml, has no such version.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def notes(changelog: str, version: str) -> str:
    """Return what stands below the heading of a version, or nothing if there is none."""
    heading = rf"^## \[?v?{re.escape(version)}\]?(?![\w.])[^\n]*\n"
    section = re.search(rf"{heading}(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return section[1].strip() if section else ""


def main(tag: str) -> int:
    """Print the notes of a tag, and return an exit status."""
    version = tag.removeprefix("v")
    built = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    found = notes((ROOT / "CHANGELOG.md").read_text("utf-8"), version)
    if built != version:
        print(f"the tag says {version}, pyproject.toml {built}", file=sys.stderr)
    elif not found:
        print(f"CHANGELOG.md has no section '## {version}'", file=sys.stderr)
    else:
        print(found)
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
