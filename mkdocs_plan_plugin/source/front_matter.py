"""YAML front matter: read by us, because MkDocs loses it silently where it is malformed."""

from __future__ import annotations

import re

import msgspec
import yaml

from mkdocs_plan_plugin.regex import regex

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_BLOCK = regex(r"---[ \t]*\n(.*?\n)?(?:\.{3}|-{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = regex(r"([A-Za-z][\w .-]*?)[ \t]*:(?:[ \t]|$)")

MAX_BYTES = 64 * 1024
MAX_DEPTH = 50


class _TextLoader(_SafeLoader):
    """Scalars stay text: a plan's `1.10`, `no` and `2025-02-30` mean what is written."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own protocol
        first: [resolver for resolver in resolvers if resolver[0].endswith((":null", ":merge"))]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }


class FrontMatter(msgspec.Struct):
    """What stands between the first two `---` lines.

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
    if _may_be_deep(block) and _is_deep(block):
        front.error, front.error_line = f"front matter is nested deeper than {MAX_DEPTH}", 1
        return front
    for number, line in enumerate(block.split("\n"), 2):
        if key := _KEY.match(line):
            front.lines.setdefault(key[1], number)
    try:
        values = yaml.load(block, _TextLoader)  # noqa: S506 - a SafeLoader without resolvers
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        front.error = str(getattr(error, "problem", None) or error).splitlines()[0]
        front.error_line = mark.line + 2 if mark else 1
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
            pairs.setdefault(match[1], value)
    return pairs


def _may_be_deep(block: str) -> bool:
    """True if indentation and brackets could nest too deep; nearly all front matter ends here."""
    flow = block.count("[") + block.count("{")
    return flow > MAX_DEPTH or any(
        len(line) - len(line.lstrip(" -")) + flow > MAX_DEPTH for line in block.splitlines()
    )


def _is_deep(block: str) -> bool:
    """True if YAML nests deeper than allowed; read as events, which needs no stack."""
    depth = 0
    try:
        for event in yaml.parse(block, _TextLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                return True
    except yaml.YAMLError:
        return False  # reported as malformed
    return False
