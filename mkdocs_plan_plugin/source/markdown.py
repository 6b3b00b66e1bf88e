"""Markdown text to a tree of blocks with lines. The only file that knows the parser.

The parser is pyromark (pulldown-cmark): CommonMark with GFM tables, task lists, strikethrough,
footnotes and alerts. Its events carry byte ranges; here they become line numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Literal

import msgspec
import pyromark
from pyromark import Options

from mkdocs_plan_plugin.source.containers import Container, cut, token_index

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

_DEEPEST = 12
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


class Line(msgspec.Struct, gc=False):
    """One line of inline text, without markup; code spans keep their backticks.

    `bold`, `italic`, `links` hold character ranges of `text` (links with their target).
    """

    number: int
    text: str
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()


class Block(msgspec.Struct):
    """A block of Markdown. `line` to `end` are the lines it covers."""

    kind: Kind
    line: int
    end: int
    level: int = 0
    """Headings: 1 to 6. Lists: the first number, -1 for bullets."""
    lines: list[Line] = msgspec.field(default_factory=list)
    """Headings and paragraphs: their text."""
    code: str = ""
    """Code blocks: the code; HTML blocks: the HTML."""
    fence: str | None = None
    """Code blocks: the info string, None for indented code."""
    task: bool | None = None
    """Items: the state of a GFM checkbox."""
    rows: list[list[Line]] = msgspec.field(default_factory=list)
    """Tables: the header row and the others; a cell is one line."""
    children: list[Block] = msgspec.field(default_factory=list)

    @property
    def text(self) -> str:
        """The inline text, its lines joined by spaces."""
        return " ".join(line.text for line in self.lines)


_HEADINGS = {f"H{level}": level for level in range(1, 7)}
_SPANS = {
    "Strong": "bold",
    "Emphasis": "italic",
    "Strikethrough": "struck",
    "Link": "links",
    "Image": "links",
}
_KINDS: dict[str, Kind] = {
    "Heading": "heading",
    "List": "list",
    "Item": "item",
    "BlockQuote": "quote",
    "CodeBlock": "code",
    "HtmlBlock": "html",
    "Table": "table",
    "FootnoteDefinition": "footnote",
}
_BREAKS = {"SoftBreak", "HardBreak"}


def parse(text: str) -> Block:
    """Parse a cleaned text into a `document` block whose lines count from 1. Never raises.

    Admonitions, details and content tabs become `container` blocks with their bodies as children.
    """
    root = Block("document", 1, text.count("\n") + 1)
    _read(text, root, 0, 0)
    return root


def _read(text: str, parent: Block, before: int, depth: int) -> None:
    """Parse a text that begins behind line `before` of the file into children of `parent`."""
    containers: list[Container] = []
    if depth < _DEEPEST:
        text, containers = cut(text)
    builder = _Builder(parent, text, before)
    builder.build(text)
    if not containers:
        return
    for block in builder.html:
        index = token_index(block.code)
        if index is None or index >= len(containers):
            continue
        container = containers[index]
        if block.line == before + container.line:  # an author may write a token, but not in its place
            block.kind, block.code = "container", ""
            block.line, block.end = before + container.line, before + container.last
            _read(container.body, block, before + container.first - 1, depth + 1)


def _pair(tag: object) -> tuple[str, Any]:
    """Return the name and value of an event or tag; a bare name has no value."""
    return next(iter(tag.items())) if isinstance(tag, dict) else (str(tag), None)


class _Builder:
    """One pass over the events, one open block at a time on a stack."""

    def __init__(self, root: Block, text: str, before: int) -> None:
        data = text.encode("utf-8", "replace")
        self.data = data
        self.before = before
        self.starts = starts = [0]
        at = data.find(b"\n")
        while at >= 0:
            starts.append(at + 1)
            at = data.find(b"\n", at + 1)
        self.stack = [root]
        self.html: list[Block] = []
        self.inline: list[str] = []
        self.length = 0
        self.spans: dict[str, list[Any]] = {}
        self.open_spans: list[tuple[str, int, str]] = []
        self.number = 0
        self.target: Block | None = None
        """The heading or paragraph that inline text goes to."""

    def build(self, text: str) -> None:
        event: Any
        for event, span in _PARSER.events_with_range(text):
            if event.__class__ is str:
                if event in _BREAKS:
                    self.end_line()
                    self.number = self.line_at(span["start"]) + 1
                elif event == "Rule":
                    line = self.line_at(span["start"])
                    self.add(Block("rule", line, line))
                continue
            for name, value in event.items():  # there is one
                if name == "Text":
                    block = self.stack[-1]
                    if block.kind in ("code", "html"):
                        block.code += value
                    else:
                        self.write(value, span["start"])
                elif name == "Start":
                    self.start(value, span["start"], span["end"])
                elif name == "End":
                    self.end(value)
                elif name == "Code":
                    ticks = "``" if "`" in value else "`"
                    self.write(f"{ticks}{value}{ticks}", span["start"])
                elif name == "TaskListMarker":
                    item = self.stack[-1] if self.stack[-1].kind == "item" else self.stack[-2]
                    item.task = value
                    self.ensure_target(span["start"])
                elif name == "Html":
                    self.stack[-1].code += value
                elif name == "InlineHtml":
                    if value[:3].lower() == "<br":
                        self.write(" ", span["start"])
                elif name == "FootnoteReference":
                    self.ensure_target(span["start"])

    def line_at(self, offset: int) -> int:
        return self.before + bisect_right(self.starts, offset)

    def add(self, block: Block) -> None:
        self.flush()
        self.stack[-1].children.append(block)

    def ensure_target(self, offset: int) -> None:
        if self.target is not None:
            return
        line = self.line_at(offset)
        top = self.stack[-1]
        if top.kind in ("heading", "paragraph"):
            self.target = top
        else:  # a tight list item or a table cell holds its text directly
            self.target = Block("paragraph", line, line)
            top.children.append(self.target)
        self.number = line

    def write(self, text: str, offset: int) -> None:
        if self.target is None:
            self.ensure_target(offset)
        self.inline.append(text)
        self.length += len(text)

    def end_line(self) -> None:
        target = self.target
        if target is None:
            return
        for kind, begin, link in self.open_spans:
            if self.length > begin:
                self.span(kind, begin, link)
        raw = "".join(self.inline)
        spans = self.spans
        target.lines.append(
            Line(
                self.number,
                raw,
                tuple(spans.get("bold", ())),
                tuple(spans.get("italic", ())),
                tuple(spans.get("struck", ())),
                tuple(spans.get("links", ())),
            )
            if spans
            else Line(self.number, raw)
        )
        target.end = max(target.end, self.number)
        self.inline.clear()
        self.length = 0
        if spans:
            self.spans = {}
        if self.open_spans:
            self.open_spans = [(kind, 0, link) for kind, _, link in self.open_spans]

    def span(self, kind: str, begin: int, link: str) -> None:
        ranges = self.spans.setdefault(kind, [])
        ranges.append((begin, self.length, link) if kind == "links" else (begin, self.length))

    def flush(self) -> None:
        """Close the text that stands directly in an item before the next block in it."""
        if self.target is not None:
            self.end_line()
            self.target = None

    def start(self, tag: object, begin: int, end: int) -> None:
        name, value = _pair(tag)
        span = _SPANS.get(name)
        if span:
            self.ensure_target(begin)
            self.open_spans.append((span, self.length, value["dest_url"] if span == "links" else ""))
            return
        if name in ("TableHead", "TableRow"):
            self.stack[-1].rows.append([])
            return
        if name == "TableCell":
            self.target = Block("paragraph", 0, 0)
            self.number = self.line_at(begin)
            return
        self.flush()
        if self.data[begin : begin + 1] == b"\n":
            begin += 1  # the parser's range of an item indented by a tab begins at the newline above
        line = self.line_at(begin)
        block = Block(_KINDS.get(name, "paragraph"), line, max(line, self.line_at(max(begin, end - 1))))
        if name == "Heading":
            block.level = _HEADINGS[value["level"]]
        elif name == "List":
            block.level = -1 if value is None else value
        elif name == "CodeBlock":
            block.fence = value["Fenced"] if isinstance(value, dict) else None
        elif name == "HtmlBlock":
            self.html.append(block)
        self.stack[min(len(self.stack), _DEEPEST_BLOCK) - 1].children.append(block)
        self.stack.append(block)

    def end(self, tag: object) -> None:
        name, _ = _pair(tag)
        if name in _SPANS:
            kind, begin, link = self.open_spans.pop()
            self.span(kind, begin, link)
        elif name == "TableCell":
            self.end_line()
            self.stack[-1].rows[-1].append(self.target.lines[0] if self.target else Line(self.number, ""))
            self.target = None
        elif name not in ("TableHead", "TableRow"):
            self.flush()
            self.stack.pop()
