"""List items, fields and tables as a plan's parts are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from mkdocs_plan_plugin.model import Item
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import walk
from mkdocs_plan_plugin.source.fields import Field, Part, fields_of, parts_of
from mkdocs_plan_plugin.source.markdown import Block, Line
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, says_none
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary

_NAMES = regex(r"[,;、]|\band\b")

_BOX = regex(r"^\[[^\[\]\w]{1,3}\]\s+")
"""A checkbox that is plain text to the parser: `[-]`, `[~]`."""

_ALNUM = regex(r"[^\W_]")
_DASHES = regex("[-–—→:：]")
_DASH = regex(r"(?<!\s)\s+[-–—→]+\s+|(?:(?<!\s)\s+)?(?:[:：]\s+|：\s*)")


class Entry(msgspec.Struct):
    """A list item: its first line taken apart, and the fields and items below it."""

    line: int
    title: str
    text: str
    block: Block
    first: str = ""
    """Its first line as it stands, without markup."""
    bold: bool = False

    @property
    def whole(self) -> str:
        """Title and text as one."""
        return f"{self.title}: {self.text}" if self.title and self.text else self.title or self.text


def item_text(item: Block) -> str:
    """Return the text of an item's own paragraphs, without that of nested lists."""
    children = item.children
    if len(children) == 1 and children[0].kind == "paragraph":
        return children[0].text.strip()
    return " ".join([child.text for child in children if child.kind == "paragraph"]).strip()


def entry_of(item: Block) -> Entry:
    """Take a list item apart: bold or colon-led title, and text up to its own field lines."""
    lines = [line for child in item.children if child.kind == "paragraph" for line in child.lines]
    if not lines:
        return Entry(item.line, "", "", item)
    first = lines[0]
    whole = first.text.strip() if len(lines) == 1 else " ".join(_unnamed(lines)).strip()
    if first.bold and not _ALNUM.search(first.text, 0, first.bold[0][0]):
        begin, end = first.bold[0]
        title = first.text[begin:end].strip().rstrip(":： ").strip()
        text = whole[end:].lstrip(" :：-–—|").strip() if whole.startswith(first.text[:end]) else ""
        return Entry(item.line, title, text, item, first.text, bold=True)
    if whole[:1] == "[":
        whole = _BOX.sub("", whole)
    match = _DASH.search(whole[:100]) if _DASHES.search(whole) else None  # `_DASH` tries at each space
    if match and match.start() <= 80 and whole[: match.start()].count(" ") <= 10:
        return Entry(
            item.line, whole[: match.start()].strip(), whole[match.end() :].strip(), item, first.text
        )
    return Entry(item.line, "", whole, item, first.text)


def _unnamed(lines: list[Line]) -> Iterator[str]:
    """Yield the text of an item's lines before the first that is a field, the first line always."""
    for index, line in enumerate(lines):
        if index and fields_of(line):
            return
        yield line.text


def entries(blocks: Iterable[Block]) -> list[Entry]:
    """Return the items of the top-level lists among blocks."""
    return [entry_of(item) for block in blocks if block.kind == "list" for item in block.children]


def items(blocks: Iterable[Block]) -> list[Item]:
    """Return top-level list items as the model has them."""
    return [Item(line=entry.line, title=entry.title, text=entry.text) for entry in entries(blocks)]


def filled(found: list[Item]) -> list[Item]:
    """Return items that say something: no blanks, no *None*."""
    return [item for item in found if not is_empty(item.title, item.text)]


def is_empty(title: str, text: str) -> bool:
    """True if an entry is an unfilled place, or says that there is nothing."""
    return is_blank(title or text) or says_none(f"{title}: {text}" if title and text else title or text)


def says_something(blocks: Iterable[Block]) -> bool:
    """True if blocks tell something: none of them says that there is none, and not all are blanks."""
    lines = [
        line for block in walk(blocks) for line in (*block.lines, *(row[0] for row in block.rows[1:] if row))
    ]
    values = (text for line in lines for text in (line.text, line.text.partition(":")[2]))
    return not any(map(says_none, values)) and not all(is_blank(line.text) for line in lines)


def texts(blocks: Iterable[Block]) -> list[str]:
    """Return list items, paragraphs and code in reading order, as plain text."""
    found: list[str] = []
    for block in blocks:
        if block.kind == "list":
            found += [text for item in block.children if (text := item_text(item))]
        elif block.kind == "paragraph":
            found.append(block.text)
        elif block.kind == "code":
            found.append(block.code.rstrip("\n"))
        elif block.kind in ("quote", "container"):
            found += texts(block.children)
    return found


def prose(blocks: Iterable[Block]) -> str:
    """Return the paragraphs among blocks as one text."""
    return " ".join(block.text for block in blocks if block.kind == "paragraph").strip()


def part_text(part: Part) -> str:
    """Return what is behind and under a label as one text, list items joined by semicolons."""
    return "; ".join(
        filter(None, [part.text, *texts(block for block in part.blocks if block.kind in ("list", "quote"))])
    )


def part_texts(part: Part) -> list[str]:
    """Return what is behind and under a label as separate texts."""
    return [*filter(None, [part.text]), *texts(part.blocks)]


def labelled(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Part]:
    """Split blocks at their fields and labels; plain `Name: value` lines count where the name is known."""
    return parts_of(blocks, vocabulary.is_field) if blocks else []


def bold_parts(parts: Iterable[Part], is_name: Callable[[Line], bool] | None = None) -> Iterator[Part]:
    """Split parts once more, where a line begins with bold words: `**Leak** (High)`, `**Leak.** Why`.

    So does a line that `is_name` says is one.
    """
    for part in parts:
        current = Part(part.field)
        rest = iter(part.blocks)
        block = next(rest, None)
        for line in part.lines:
            begin, end = line.bold[0] if line.bold else (0, 0)
            lead = end and not any(char.isalnum() or char in _DRAWN for char in line.text[:begin])
            ended = line.text[end - 1 : end] in _STOPS or _PARTED.match(line.text, end)
            named = bool(lead and ended and end - begin <= _LONGEST_NAME)
            if not end and is_name and is_name(line):
                begin, end, named = 0, len(line.text), True
            if named:
                while block and block.line < line.number:
                    current.blocks.append(block)
                    block = next(rest, None)
                yield current
                value = line.text[end:].strip(" -–—.|")
                current = Part(Field(line.text[begin:end].strip(" :：.。"), value, line.number))
            else:
                current.lines.append(line)
        current.blocks += [one for one in (block, *rest) if one]
        yield current


_DRAWN = "│├└─"
"""What the lines of a tree of files are drawn with."""
_LONGEST_NAME = 80
_STOPS = (".", "。")
_PARTED = regex(r"\s*(?:[-–—→(\[（|.]|=>|[\u2300-\u2bff\U0001f300-\U0001faff])")
"""What parts a bold name at the beginning of a paragraph from what is said of it."""


def columns(table: Block, vocabulary: Vocabulary, *wanted: str) -> dict[str, int]:
    """Return which column of a table means which field, in the order of `wanted`, each once."""
    found: dict[str, int] = {}
    meanings = [vocabulary.meanings(cell.text) for cell in table.rows[0]] if table.rows else []
    for name in wanted:
        for index, means in enumerate(meanings):
            if name in means and index not in found.values():
                found[name] = index
                break
    return found


def cell(row: list[Line], column: int | None) -> str:
    """Return the text of a row's cell, empty where the row is too short or the column missing."""
    return row[column].text.strip() if column is not None and column < len(row) else ""


def split_names(text: str) -> list[str]:
    """Return names that commas, semicolons or `and` part."""
    return [name for part in _NAMES.split(text) if (name := part.strip(" .[]"))]
