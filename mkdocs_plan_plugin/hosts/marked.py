"""Files that `mkdocs-plan write` has written, known by what they say of themselves."""

from __future__ import annotations

from pathlib import Path

_WORDS = "written by mkdocs-plan write; changes are lost"
PAGE = f"<!-- {_WORDS} -->\n\n"
FRONT_MATTER = f"---\n# {_WORDS}\n"
"""How a page with front matter begins, which may have nothing in front of it."""
ASSET = f"/* {_WORDS} */\n"
_DATA = b'{"schema_version":'
_GENERATOR = b'"generator":{"name":"mkdocs-plan-plugin"'
_REACH = 200
"""Bytes in which a file says what it is."""


def is_ours(content: bytes) -> bool:
    """True for the content of a page, an asset or data that was written by us."""
    begins = content[:_REACH]
    return begins.startswith(tuple(each.strip().encode() for each in (PAGE, FRONT_MATTER, ASSET))) or (
        begins.startswith(_DATA) and _GENERATOR in begins
    )


def page(text: str) -> bytes:
    """Return a page as it is written."""
    body = text.removeprefix("---\n")
    return f"{PAGE if body == text else FRONT_MATTER}{body}".encode("utf-8", "replace")


def stands(file: Path) -> bool:
    """True where a file is there, and is ours."""
    try:
        with file.open("rb") as opened:
            return is_ours(opened.read(_REACH))
    except OSError:
        return False


def put(file: Path, content: bytes) -> bool:
    """Write a file where it is ours or not there, and not the same already; return whether it was written.

    Raises:
        FileExistsError: a file that is not ours is there.
        OSError: it can't be written.
    """
    if file.exists():
        if not stands(file):
            raise FileExistsError(f"{file} is there and was not written by mkdocs-plan")
        if file.read_bytes() == content:
            return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True
