"""The edits that rules attach to what they find, small ones: what stays the same is not in them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plan_plugin.model import Edit

Edits = tuple[Edit, ...]


def swap(line: int, column: int, old: str, new: str) -> Edits:
    """Put a text in the place of another of one line, from a column on; nothing where that is unknown (0)."""
    if column < 1 or old == new:
        return ()
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    return (
        Edit(
            line=line, column=column + head, old=old[head : len(old) - tail], new=new[head : len(new) - tail]
        ),
    )


def rewrite(lines: Sequence[str], number: int, new: str) -> Edits:
    """Write a line anew; `lines` are those of the file."""
    return swap(number, 1, lines[number - 1], new)


def below(lines: Sequence[str], number: int, new: str) -> Edits:
    """Write lines below one of the file."""
    return (Edit(line=number, column=len(lines[number - 1]) + 1, old="", new=f"\n{new}"),)


def without(lines: Sequence[str], first: int, last: int = 0) -> Edits:
    """Take lines out of the file."""
    last = last or first
    taken = "\n".join(lines[first - 1 : last])
    if first > 1:
        return (Edit(line=first - 1, column=len(lines[first - 2]) + 1, old=f"\n{taken}", new=""),)
    return (Edit(line=1, column=1, old=taken + ("\n" if last < len(lines) else ""), new=""),)
