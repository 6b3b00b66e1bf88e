"""What is under a template's heading: fields with their kinds, labelled parts, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from mkdocs_plan_plugin.reading.entries import Entry, entry_of
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.fields import Part, parts_of
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.template.markers import Words
from mkdocs_plan_plugin.template.samples import has_blank, is_all_blank
from mkdocs_plan_plugin.vocabulary.blanks import choices

Kind = Literal["section", "repeat", "field", "part", "list", "checklist", "table", "code", "text", "blank"]
Value = Literal["choice", "date", "figure", "blank", "text"]
Demand = Literal["required", "recommended", "optional"]

_NUMBERED = regex(
    r"^\W*(?P<word>[^\W\d](?:[^\d:：#]*[^\d:：#\s-])?)[\s-]+(?P<number>\d+(?:\.\d+)*)\s*+"
    r"(?:[:：.)–—-]\s*+(?P<rest>.*)|$)"
)
_DATE = regex(r"Y{4}[-/.]M{1,2}[-/.]D{1,2}", re.IGNORECASE)
_FIGURE = regex(r"\b[XYZN]\s*/\s*[XYZN]\b|\b[XYZN]\s?%")


class TemplateNode(msgspec.Struct):
    """One thing that a template has. `name` is as written, without the number where it repeats."""

    kind: Kind
    name: str
    line: int
    level: int = 0
    role: str = ""
    """Of a section: the part it plays in a plan."""
    demand: Demand = "optional"
    least: int = 0
    most: int = 0
    """How often a repeatable item stands; 0 for any number."""
    also: list[str] = msgspec.field(default_factory=list)
    value: Value = "text"
    """Of a field."""
    values: list[str] = msgspec.field(default_factory=list)
    """Of a field: the alternatives it offers; of a table: its columns."""
    children: list[TemplateNode] = msgspec.field(default_factory=list)
    asks: bool = False
    """True if plans are held to it, or to something below it: to how often it stands, or to a value."""


@lru_cache(maxsize=4096)  # the same headings are in plan after plan
def heading_number(title: str, *, blank: bool = False) -> tuple[str, str]:
    """Return a title's word and number: `Phase 2: [Name]` → (`Phase N`, `2`).

    The number is empty where there is none, or, with `blank`, where a name is behind it.
    """
    match = _NUMBERED.match(title.strip(" *_"))
    if not match or match["word"].count(" ") > 2:
        return title, ""
    rest = (match["rest"] or "").strip()
    if blank and rest and not is_all_blank(rest):
        return title, ""
    depth = match["number"].count(".")
    return f"{match['word'].strip()} N{'.N' * depth}", match["number"]


def content_of(blocks: Sequence[Block], words: dict[int, Words]) -> list[TemplateNode]:
    """Return the nodes of what is right under a heading."""
    nodes: list[TemplateNode] = []
    seen: set[str] = set()
    for part in parts_of(blocks) if blocks else []:
        if not part.name:
            nodes += _of_part(part, words)
            continue
        name, number = heading_number(f"{part.name}: [x]")
        if number:
            if name not in seen:
                seen.add(name)
                nodes.append(TemplateNode("repeat", name, part.line, children=_of_blocks(part.blocks, words)))
        elif part.field.value:
            nodes.append(_stated(field(part.name, part.field.value, part.line), words))
            nodes += _of_blocks(part.blocks, words)
        else:
            below = _of_part(part, words)
            if below:
                nodes.append(_stated(TemplateNode("part", part.name, part.line, children=below), words))
            else:
                nodes.append(_stated(TemplateNode("field", part.name, part.line, value="blank"), words))
    return nodes


def field(name: str, value: str, line: int) -> TemplateNode:
    """Return a field with the kind of value that it asks for."""
    node = TemplateNode("field", name, line)
    offered = choices(value)
    if _DATE.search(value):
        node.value = "date"
    elif len(offered) > 1:
        node.value, node.values = "choice", offered
    elif _FIGURE.search(value) and "/" in value:
        node.value = "figure"
    elif has_blank(value):
        node.value = "blank"
    return node


def _stated(node: TemplateNode, words: dict[int, Words]) -> TemplateNode:
    said = words.get(node.line)
    if said:
        node.demand, node.also = said.demand, said.also
    return node


def _of_part(part: Part, words: dict[int, Words]) -> list[TemplateNode]:
    """Return text and blocks of a part; text that is all blank asks for an answer."""
    texts = [line.text for line in part.lines]
    nodes = []
    if texts:
        whole = " ".join(texts)
        if not whole.casefold().startswith(("[repeat", "[continue")):
            nodes.append(TemplateNode("blank" if is_all_blank(whole) else "text", "", part.lines[0].number))
    return nodes + _of_blocks(part.blocks, words)


def _of_blocks(blocks: list[Block], words: dict[int, Words]) -> list[TemplateNode]:
    nodes: list[TemplateNode] = []
    for block in blocks:
        if block.kind == "list":
            nodes.append(_list(block, words))
        elif block.kind == "table":
            columns = [cell.text.strip() for cell in block.rows[0]] if block.rows else []
            nodes.append(TemplateNode("table", "", block.line, values=columns))
        elif block.kind == "code":
            nodes.append(TemplateNode("code", "", block.line))
        elif block.kind in ("quote", "container"):
            nodes += content_of(block.children, words)
    return nodes


def _list(block: Block, words: dict[int, Words]) -> TemplateNode:
    """Return a list; items that differ only in their number are one, with the fields of the first."""
    items = [entry_of(item) for item in block.children]
    checks = any(item.task is not None for item in block.children)
    node = TemplateNode("checklist" if checks else "list", "", block.line)
    names = {heading_number(entry.title or entry.text)[0] for entry in items}
    numbers = [heading_number(entry.title or entry.text)[1] for entry in items]
    if len(names) == 1 and all(numbers):
        node.name = names.pop()
        if below := [child for child in items[0].block.children if child.kind != "paragraph"]:
            node.children = [_bullets(child, words) for child in below]
            node.children = [one for child in node.children for one in (child.children or [child])]
        return node
    node.children = _fields(items, words)
    return node


def _bullets(block: Block, words: dict[int, Words]) -> TemplateNode:
    return _list(block, words) if block.kind == "list" else TemplateNode("text", "", block.line)


def _fields(items: list[Entry], words: dict[int, Words]) -> list[TemplateNode]:
    """Return the bullets that are fields: a bold name, or alternatives, a date or a blank for a value."""
    found = []
    for entry in items:
        asked = field(entry.title, entry.text, entry.line) if entry.title and entry.text else None
        if asked and (entry.bold or asked.value in ("choice", "date", "blank", "figure")):
            found.append(_stated(asked, words))
    return found
