"""Markdown text to a tree of blocks with lines. The only file that knows the parser.

The parser is pyromark (pulldown-cmark): CommonMark with GFM tables, task lists, strikethrough,
footnotes and alerts. Its events carry byte ranges; here they become line numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec
import pyromark
from pyromark import Options

from mkdocs_plan_plugin.source.containers import Container, cut, token_index
from mkdocs_plan_plugin.source.one_line import joined_rows

Kind = Literal[
    "document",
    "heading",
    "paragraph",
    "list",
    "item",
    "quote",
    "code",
    "table",
    "html",
    "rule",
    "footnote",
    "container",
]

DEEPEST = 12
"""Containers nested deeper than this stay unread: each level is parsed anew."""

_PARSER = pyromark.Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_GFM
)

_DEEPEST_BLOCK = 150
"""Blocks nested deeper than this become siblings, so that a walk of the tree may recurse."""


class Line(msgspec.Struct):
    """One line of inline text, without markup; code spans keep their backticks.

    `bold`, `italic`, `links` hold character ranges of `text` (links with their target).
    """

    number: int
    text: str
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()
    fields: Sequence[Any] | None = None
    """The fields on it, once `fields_of` has been asked for them."""


class Block(msgspec.Struct):
    """A block of Markdown. `line` to `end` are the lines it covers.

    Most blocks are leaves, and have no list of what they can't hold: a page has thousands.
    """

    kind: Kind
    line: int
    end: int
    level: int = 0
    """Headings: 1 to 6. Lists: the first number, -1 for bullets."""
    lines: Sequence[Line] = ()
    """Headings and paragraphs: their text."""
    code: str = ""
    """Code blocks: the code; HTML blocks: the HTML."""
    fence: str | None = None
    """Code blocks: the info string, None for indented code."""
    task: bool | None = None
    """Items: the state of a GFM checkbox."""
    rows: Sequence[list[Line]] = ()
    """Tables: the header row and the others; a cell is one line."""
    children: Sequence[Block] = ()

    @property
    def text(self) -> str:
        """The inline text, its lines joined by spaces."""
        return self.lines[0].text if len(self.lines) == 1 else " ".join([line.text for line in self.lines])


_HEADINGS = {f"H{level}": level for level in range(1, 7)}
_SPANS = {
    "Strong": "bold",
    "Emphasis": "italic",
    "Strikethrough": "struck",
    "Link": "links",
    "Image": "links",
}
_KINDS: dict[str, Kind] = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "List": "list",
    "Item": "item",
    "BlockQuote": "quote",
    "CodeBlock": "code",
    "HtmlBlock": "html",
    "Table": "table",
    "FootnoteDefinition": "footnote",
}
_BREAKS = frozenset({"SoftBreak", "HardBreak"})
_ROWS = frozenset({"TableHead", "TableRow"})
_RAW = frozenset({"code", "html"})
_TEXTS = frozenset({"heading", "paragraph"})
_LEAVES = frozenset({*_TEXTS, *_RAW, "table"})


_NEWLINE = ord("\n")

_NOTHING: Any = None
"""The value of an event that is a bare name."""


def parse(text: str) -> Block:
    """Parse a cleaned text into a `document` block whose lines count from 1. Never raises.

    Admonitions, details and content tabs become `container` blocks with their bodies as children.
    """
    root = Block("document", 1, text.count("\n") + 1)
    _read(text, root, 0, 0)
    return root


def html_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a text, in characters, that are HTML: blocks, tags and comments in a line."""
    data = text.encode("utf-8", "replace")
    at = counted = 0
    """The same place in characters and in bytes."""
    for event, span in _PARSER.events_with_range(text):
        if isinstance(event, str) or not (event.get("Start") == "HtmlBlock" or "InlineHtml" in event):
            continue
        at += len(data[counted : span["start"]].decode("utf-8", "replace"))
        counted = span["start"]
        yield at, at + len(data[counted : span["end"]].decode("utf-8", "replace"))


def _read(text: str, parent: Block, before: int, depth: int) -> None:
    """Parse a text that begins behind line `before` of the file into children of `parent`."""
    containers: list[Container] = []
    if depth < DEEPEST:
        text, containers = cut(text)
    html = _build(text, parent, before)
    if not containers:
        return
    for block in html:
        index = token_index(block.code)
        if index is None or index >= len(containers):
            continue
        container = containers[index]
        if block.line == before + container.line:  # an author may write a token, but not in its place
            block.kind, block.code = "container", ""
            block.line, block.end = before + container.line, before + container.last
            _read(container.body, block, before + container.first - 1, depth + 1)


def _build(text: str, root: Block, before: int) -> list[Block]:  # noqa: C901, PLR0912, PLR0915 - see below
    """Make the blocks of a text in one pass over its events; return those of HTML.

    This is the inner loop of reading, so its state is in local variables, and what comes most often
    is asked first: a method call for each event would cost more than the parser does.
    """
    data = text.encode("utf-8", "replace") + b"\n"  # an offset may be that of the end
    line_at = _lines_by_offset(data, before)
    inside: list[Block] = []
    root.children = inside
    stack, inner = [root], [inside]  # the blocks around, and the children of each
    top = root
    html: list[Block] = []
    rows: list[list[Line]] = []  # of the table around
    lines: list[Line] = []  # of the heading, paragraph or cell
    target: Block | None = None  # the heading, paragraph or cell that inline text goes to
    number = 0  # the line of that text
    pieces: list[str] = []
    raw: list[str] = []  # of a block of code or HTML
    length = 0  # of the pieces together
    spans: dict[str, list[tuple[Any, ...]]] = {}
    open_spans: list[tuple[str, int, str]] = []

    def end_line(target: Block) -> None:
        nonlocal length, spans, open_spans
        line = "".join(pieces)
        if open_spans:  # they go on in the next line
            for kind, begin, link in open_spans:
                if len(line) > begin:
                    _mark(spans, kind, begin, len(line), link)
            open_spans = [(kind, 0, link) for kind, _, link in open_spans]
        if spans:
            lines.append(Line(number, line, **{kind: tuple(found) for kind, found in spans.items()}))
            spans = {}
        else:
            lines.append(Line(number, line))
        if target.end < number:  # noqa: PLR1730 - asked for each line
            target.end = number
        pieces.clear()
        length = 0

    event: Any
    for event, span in _PARSER.events_with_range(text):
        if event.__class__ is str:
            if event in _BREAKS:
                if target is not None:
                    end_line(target)
                number = line_at[span["start"]] + 1
            elif event == "Rule":
                if target is not None:
                    end_line(target)
                    target = None
                line = line_at[span["start"]]
                inside.append(Block("rule", line, line))
            continue
        name, value = event.popitem()

        if name == "Text":
            if target is not None:
                pieces.append(value)
                length += len(value)
                continue
            if top.kind in _RAW:
                raw.append(value)
                continue
        elif name == "End":
            if open_spans:  # spans end before what they are in
                kind, begin, link = open_spans.pop()
                _mark(spans, kind, begin, length, link)
                continue
            if target is not None:
                end_line(target)
                if len(lines) == 1 and lines[0].text[:1] == "|" and value == "Paragraph":
                    _unfold(target)
            elif raw:
                top.code = "".join(raw)
                raw.clear()
            if value == "TableCell":
                rows[-1].append(lines[0] if target and lines else Line(number, ""))
            elif top.kind != "table" or value not in _ROWS:
                stack.pop()
                inner.pop()
                top, inside = stack[-1], inner[-1]
            target = None
            continue
        elif name == "Start":
            tag, value = (value, _NOTHING) if value.__class__ is str else value.popitem()
            if block_kind := _KINDS.get(tag):
                if target is not None:
                    end_line(target)
                    target = None
                begin, end = span["start"], span["end"]
                if data[begin] == _NEWLINE:
                    begin += 1  # the range of an item indented by a tab begins at the newline above
                block = Block(block_kind, line_at[begin], line_at[end - 1 if end > begin else begin])
                (inside if len(stack) < _DEEPEST_BLOCK else inner[_DEEPEST_BLOCK - 1]).append(block)
                if block_kind not in _LEAVES:
                    block.children = inside = []
                    if tag == "List":
                        block.level = -1 if value is None else value
                elif block_kind in _TEXTS:
                    block.lines = lines = []
                    if tag == "Heading":
                        block.level = _HEADINGS[value["level"]]
                elif tag == "Table":
                    block.rows = rows = []
                elif tag == "CodeBlock":
                    block.fence = value["Fenced"] if value.__class__ is dict else None
                else:
                    html.append(block)
                stack.append(block)
                inner.append(inside)
                top = block
                continue
            if tag == "TableCell":
                target, lines = top, []
                number = line_at[span["start"]]
                continue
            if tag in _ROWS:
                rows.append([])
                continue
        elif top.kind in _RAW:
            raw.append(value)
            continue
        elif name == "TaskListMarker":
            (top if top.kind == "item" else stack[-2]).task = value
        elif name == "InlineHtml" and value[:3].lower() != "<br":
            continue

        # all that is left is text, or begins some
        if target is None:
            number = line_at[span["start"]]
            if top.kind in _TEXTS:
                target = top
            else:  # a tight list item holds its text directly
                lines = []
                target = Block("paragraph", number, number, lines=lines)
                inside.append(target)
        if name == "Start":
            link = value["dest_url"] if value is not _NOTHING else ""
            open_spans.append((_SPANS[tag], length, link))
            continue
        if name == "Code":
            value = f"``{value}``" if "`" in value else f"`{value}`"
        elif name == "InlineHtml":
            value = " "  # a line break
        elif name != "Text":
            continue
        pieces.append(value)
        length += len(value)
    return html


def _lines_by_offset(data: bytes, before: int) -> list[int]:
    """Return the line that each byte is on: a look-up costs less than a search for each event."""
    found: list[int] = []
    for number, line in enumerate(data.splitlines(keepends=True), before + 1):
        found += [number] * len(line)
    return found


def _unfold(paragraph: Block) -> None:
    """Make a table of a paragraph that is one, all on one line."""
    (line,) = paragraph.lines
    if rows := joined_rows(line.text):
        paragraph.kind, paragraph.lines = "table", ()
        paragraph.rows = [[Line(line.number, cell) for cell in row] for row in (rows[0], *rows[2:])]


def _mark(spans: dict[str, list[tuple[Any, ...]]], kind: str, begin: int, end: int, link: str) -> None:
    spans.setdefault(kind, []).append((begin, end, link) if kind == "links" else (begin, end))
