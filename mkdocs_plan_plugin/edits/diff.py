"""Changes shown as a unified diff, as `git apply` and `patch` read it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from mkdocs_plan_plugin.edits.apply import decoded


def diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """Yield the lines of a diff between two states of a file, without the newline of each."""
    old, new = (decoded(data).split("\n") for data in (before, after))
    lines = unified_diff(_ended(old), _ended(new), f"a/{path}", f"b/{path}", lineterm="")
    for line in lines:
        yield line.removesuffix(_END)
        if line.endswith(_END):
            yield "\\ No newline at end of file"


_END = "\0"
"""Marks a last line that no newline ends."""


def _ended(lines: list[str]) -> list[str]:
    """Return lines, the last one marked where no newline ends it."""
    return lines[:-1] if not lines[-1] else [*lines[:-1], lines[-1] + _END]
