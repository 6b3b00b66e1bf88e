"""Which parts of a page need a closer look: most are as every dialect wants them.

A page falls into stretches that Python-Markdown reads without regard to each other: a blank line lies
between them, or a list begins. The tree and the first lines of its items tell of most stretches that they
may stay as they are; in doubt, one is read whole, see `Outline`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.list_lines import FENCE, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plan_plugin.source.markdown import Block

_ITEM = regex(
    r"( *)(?:[-*+]|[0-9]{1,9}\.) {1,4}"
    r"(?![ \t]|$|[-+#>=]|[0-9]+[.)](?:[ \t]|$)|\*+[ \t]|[*_]+[ \t]*$)"
)
"""An item whose text is nothing but text in every dialect."""
_MORE = regex(r" *[^\W\d_]")
"""A further line of a paragraph that is nothing but text in every dialect, and no field."""

_LEAVES = frozenset({"heading", "paragraph", "code", "table", "html", "rule"})
_SETTLED = frozenset({"heading", "table", "html"})
"""What never changes unless something before it does."""
_DEEPEST = 8
"""Lists nested deeper than this are read whole."""


class Stretch(NamedTuple):
    """Blocks of a page's first level, and the lines `first` to `last` up to the next stretch."""

    blocks: Sequence[Block]
    first: int
    last: int
    malformed: bool
    """Whether it must be read whole."""
    under_text: bool
    """Whether it begins with a list that stands right under a paragraph."""


def stretches(lines: Sequence[str], blocks: Sequence[Block], indent: int) -> Iterator[Stretch]:
    """Yield the stretches of a page that may not stay as they are, for a site that nests by `indent`."""
    for begin, end in pairwise([*_beginnings(lines, blocks), len(blocks)]):
        block = blocks[begin]
        first = block.line if begin else 1
        last = blocks[end].line - 1 if end < len(blocks) else len(lines)
        malformed = not _stands(lines, blocks[begin:end], first, last, indent)
        under_text = begin > 0 and block.kind == "list" and _is_under_text(blocks[begin - 1], block)
        if malformed or under_text:
            yield Stretch(blocks[begin:end], first, last, malformed, under_text)


def _beginnings(lines: Sequence[str], blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the indices of the blocks that begin a stretch."""
    leaves = False  # whether the stretch has held nothing with blocks in it, so far
    before: Block | None = None
    for index, block in enumerate(blocks):
        number, kind = block.line, block.kind
        if before is None:
            begins = True
        elif kind in ("container", "footnote") or before.kind == "footnote" or lines[number - 1][:1] in " \t":
            begins = False  # a crooked list further up would take it in
        elif not lines[number - 2].strip(" \t"):
            joins = kind == before.kind and kind in ("list", "quote")
            begins = not joins and (_last_line(before) if before.children else before.end) < number - 1
        else:
            begins = (
                kind == "list"
                and leaves
                and (_is_under_text(before, block) or _is_under_hash(lines, before, block))
            )
        if begins:
            yield index
        leaves = (begins or leaves) and kind in _LEAVES
        before = block


def _is_under_text(before: Block, block: Block) -> bool:
    return before.kind == "paragraph" and before.end == block.line - 1


def _is_under_hash(lines: Sequence[str], before: Block, block: Block) -> bool:
    return before.kind == "heading" and before.end == block.line - 1 and lines[before.line - 1][:1] == "#"


def _last_line(block: Block) -> int:
    """Return the last line of a block that is not the blank end of a list."""
    while block.children:
        block = block.children[-1]
    return block.end


def _stands(lines: Sequence[str], blocks: Sequence[Block], first: int, last: int, indent: int) -> bool:
    """Return whether the blocks of a stretch are surely read as they are meant."""
    fields = True  # whether there may be any from here on
    for block in blocks:
        kind, line = block.kind, block.line
        if kind in _SETTLED:
            continue
        if kind == "paragraph":
            if fields and last > line and lines[line]:
                fields = _has_fields(lines[line - 1 : last])
                if fields:
                    return False
        elif kind == "rule":
            text = lines[line - 1].lstrip(" \t")
            if rule(text) != text:
                return False
        elif kind == "code":
            if not (_is_closed(lines, block) if block.fence is not None else block is blocks[0]):
                return False
        elif kind == "list":
            end = _straight(lines, block, line - 1, 0, indent) if len(blocks) == 1 else 0
            begins = first == line or _is_empty(lines[first - 1 : line - 1])
            return begins and end > 0 and _is_empty(lines[end:last])
        else:
            return False
    return True


def _is_empty(lines: Sequence[str]) -> bool:
    return not "".join(lines).strip(" \t")


def _has_fields(lines: Sequence[str]) -> bool:
    """Return whether there may be neighbouring fields among the lines."""
    return sum((":" in line or "：" in line) and ("*" in line or "_" in line) for line in lines) > 1


def _is_closed(lines: Sequence[str], fence: Block) -> bool:
    """Return whether a fence at the left ends as it begins."""
    match = FENCE.match(lines[fence.line - 1])
    return bool(
        match and match.start(1) == 0 and fence.end > fence.line and lines[fence.end - 1].rstrip() == match[1]
    )


def _straight(lines: Sequence[str], block: Block, above: int, base: int, indent: int) -> int:
    """Return the last line of a list, whose text all is in its items; 0 if it may be crooked.

    `above` is the last line of text before it, `base` the column where Python-Markdown wants its items.
    """
    for item in block.children:
        number, children = item.line, item.children
        match = _ITEM.match(lines[number - 1])
        if not match or not 0 <= match.end(1) - base < indent or not 0 < len(children) <= 2:
            return 0
        text = children[0]
        if text.kind != "paragraph" or text.line != number:
            return 0
        if number != above + 1 and (base or not _is_empty(lines[above : number - 1])):
            return 0  # behind a blank line, an item that is nested cannot be followed by one that is not
        if text.end > number and not all(map(_MORE.match, lines[number : text.end])):
            return 0
        above = text.end
        if len(children) > 1:
            if children[1].kind != "list" or base >= indent * _DEEPEST:
                return 0
            above = _straight(lines, children[1], above, base + indent, indent)
            if not above:
                return 0
    return above
