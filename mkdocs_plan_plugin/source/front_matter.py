"""YAML front matter: read by us, because MkDocs loses it silently where it is malformed."""

from __future__ import annotations

import re

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.yaml_text import TextLoader, YamlError, is_deeper, load

_BLOCK = regex(r"---[ \t]*\n(.*?\n)?(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = regex(r"([A-Za-z](?:[\w .-]*[\w.-])?)[ \t]*:(?:[ \t]|$)")

MAX_BYTES = 64 * 1024
MAX_DEPTH = 50


class FrontMatter(msgspec.Struct):
    """What is between the first two `---` lines.

    `values` holds text, lists and mappings of text; `lines` the line of each top-level key;
    `last_line` the closing `---`, 0 without front matter. Where the YAML is malformed, `error`
    says how and `error_line` where, and `values` holds what simple `key: value` lines still tell.
    """

    values: dict[str, object] = msgspec.field(default_factory=dict)
    lines: dict[str, int] = msgspec.field(default_factory=dict)
    last_line: int = 0
    error: str = ""
    error_line: int = 0


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a cleaned text. Never raises."""
    match = _BLOCK.match(text)
    if not match:
        return FrontMatter()
    block = match[1] or ""
    front = FrontMatter(last_line=match[0].rstrip("\n").count("\n") + 1)
    if len(block.encode()) > MAX_BYTES:
        front.error, front.error_line = f"front matter is larger than {MAX_BYTES // 1024} kB", 1
        return front
    if _may_be_deep(block) and is_deeper(block, MAX_DEPTH):
        front.error, front.error_line = f"front matter is nested deeper than {MAX_DEPTH}", 1
        return front
    for number, line in enumerate(block.split("\n"), 2):
        if key := _KEY.match(line):
            front.lines.setdefault(key[1], number)
    try:
        values = load(block, TextLoader)
    except YamlError as error:
        front.error = str(error)
        front.error_line = error.line + 1  # the first is the `---` above
        front.values = _simple_pairs(block)
        return front
    if isinstance(values, dict):
        front.values = {str(key): value for key, value in values.items()}
    elif values is not None:
        front.error, front.error_line = "front matter is not a mapping of names to values", 2
    return front


def _simple_pairs(block: str) -> dict[str, object]:
    """Return the plain `key: value` lines of malformed YAML, so that a marker is still honoured."""
    pairs: dict[str, object] = {}
    for line in block.splitlines():
        match = _KEY.match(line)
        if match and (value := line[match.end() :].strip().strip("\"'")):
            pairs.setdefault(match[1], _list(value) if value[0] == "[" else value)
    return pairs


def _list(value: str) -> object:
    """Return the list that a value writes in brackets, the value itself where it is none."""
    try:
        return load(value, TextLoader)
    except YamlError:
        return value


def _may_be_deep(block: str) -> bool:
    """True if indentation and brackets could nest too deep; nearly all front matter ends here."""
    flow = block.count("[") + block.count("{")
    return flow > MAX_DEPTH or any(
        len(line) - len(line.lstrip(" -")) + flow > MAX_DEPTH for line in block.splitlines()
    )
