"""A document: its sections, each with its blocks, and the labelled parts inside a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.front_matter import FrontMatter, read_front_matter
from mkdocs_plan_plugin.source.icons import show_icons
from mkdocs_plan_plugin.source.markdown import Block, Line, parse
from mkdocs_plan_plugin.source.text import clean

_ATTRIBUTES = regex(r"(?:(?<!\s)\s+)?\{:?\s*[#.][^{}]*\}\s*$")

LONGEST_TITLE = 400
"""Characters of a heading that are looked at: patterns must not see more, whatever a file holds."""


class Section(msgspec.Struct):
    """A heading with what is under it; the first section is the head without a heading.

    `blocks` are those before the next heading of any level, `end` the last line before the next
    heading of the same or a higher level. `parent` is an index into the document's sections.
    """

    index: int
    level: int
    title: str
    heading: Line
    line: int
    end: int = 0
    parent: int = -1
    blocks: list[Block] = msgspec.field(default_factory=list)
    tables: list[Block] = msgspec.field(default_factory=list)
    """Every table among its blocks, however deep."""


class Document(msgspec.Struct):
    """A Markdown file as read. Lines count from 1 in the file, front matter included."""

    text: str
    front: FrontMatter
    sections: list[Section]
    last_line: int
    tree: Block
    """All its blocks, as the parser nests them."""

    @property
    def body_lines(self) -> list[str]:
        """The lines of the file, those of front matter empty: what the tree was read from."""
        lines = self.text.split("\n")
        lines[: self.front.last_line] = [""] * self.front.last_line
        return lines

    def inside(self, section: Section) -> Iterator[Section]:
        """Yield the sections below a section, in order."""
        for index in range(section.index + 1, len(self.sections)):
            other = self.sections[index]  # a slice would copy the rest for every section asked
            if other.level <= section.level:
                return
            yield other

    def within(self, section: Section) -> Iterator[Section]:
        """Yield a section and those below it."""
        yield section
        yield from self.inside(section)

    def children(self, section: Section) -> list[Section]:
        """Return the sections whose parent is this one."""
        return [other for other in self.inside(section) if other.parent == section.index]

    def ancestors(self, section: Section) -> Iterator[Section]:
        """Yield the parents of a section, nearest first."""
        while section.parent >= 0:
            section = self.sections[section.parent]
            yield section


def read_document(text: str, front: FrontMatter | None = None) -> Document:
    """Read any text; `front` is its front matter, if that has been read. Never raises."""
    text = clean(text)
    front = front or read_front_matter(text)
    last_line = text.count("\n") + 1
    body = text
    if front.last_line:
        # blank lines in place of the front matter keep every line where it is
        body = (
            "\n" * front.last_line + text.split("\n", front.last_line)[-1]
            if last_line > front.last_line
            else ""
        )
    sections = [Section(0, 0, "", Line(0, ""), 0)]
    tree = parse(body)
    show_icons(body, tree.children)
    _section(tree.children, sections)
    _close(sections, last_line)
    return Document(text, front, sections, last_line, tree)


def _section(blocks: Iterable[Block], sections: list[Section]) -> None:
    for block in blocks:
        if block.kind == "heading":
            line = block.lines[0] if block.lines else Line(block.line, "")
            if len(block.lines) > 1:
                line = Line(block.line, block.text)
            elif "{" in line.text and len(line.text) < LONGEST_TITLE:
                line.text = _ATTRIBUTES.sub("", line.text)
            title = " ".join(line.text[:LONGEST_TITLE].split())
            sections.append(Section(len(sections), block.level, title, line, block.line))
        else:
            section = sections[-1]
            section.blocks.append(block)
            if block.kind == "table":
                section.tables.append(block)
            elif block.children:
                _tables(block.children, section.tables)


def _tables(blocks: Iterable[Block], found: list[Block]) -> None:
    """Add the tables among blocks, however deep. The parser keeps blocks from nesting without end."""
    for block in blocks:
        if block.kind == "table":
            found.append(block)
        elif len(block.children) > 1 or (block.children and block.children[0].kind != "paragraph"):
            _tables(block.children, found)


def _close(sections: list[Section], last_line: int) -> None:
    """Set the end and parent of every section."""
    open_: list[Section] = [sections[0]]
    for section in sections[1:]:
        while open_[-1].level >= section.level:
            open_.pop().end = section.line - 1
        section.parent = open_[-1].index
        open_.append(section)
    for section in open_:
        section.end = last_line


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and the blocks inside them, in reading order."""
    stack = [*blocks][::-1]
    while stack:
        block = stack.pop()
        yield block
        stack += block.children[::-1]
