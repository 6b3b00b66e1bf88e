"""One more item in a YAML file, with every other byte as it was: comments, order, quotes, newlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from mkdocs_plan_plugin.cli.config import ConfigError, plain
from mkdocs_plan_plugin.yaml_text import SafeLoader

Item = str | dict[str, Any]
"""A word, or one key with what belongs to it."""


def with_item(text: str, key: str, item: Item, first: Sequence[Item] = ()) -> str | None:
    """Return a file with one more item at the end of the list at a top-level key.

    A list that there is not begins with the items of `first`. A mapping gets the item as a key.
    Returns None where that can't be done such that the file reads as before but for the item.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    if (parsed := _parsed(text)) is None:
        return None
    root, before = parsed
    if root is not None and not isinstance(root, yaml.MappingNode):
        return None
    pair = next((pair for pair in (root.value if root else ()) if pair[0].value == key), None)
    if pair is None:
        items = [*first, item]
        lines = [f"{key}:", *(line for one in items for line in _lines(one, "  "))]
        gap = newline if text.strip("\ufeff \t\r\n") else ""
        end = "" if not gap or text.endswith(("\n", "\r")) else newline
        edited: str | None = f"{text}{end}{gap}{newline.join(lines)}{newline}"
        wanted: object = items
    else:
        edited, wanted = _extended(text, pair, item, first, before.get(key), newline)
    if edited is None or _reads(edited) != {**before, key: wanted}:
        return None
    return edited


def _parsed(text: str) -> tuple[yaml.Node | None, dict[str, Any]] | None:
    """Return the nodes of a file and what it holds; None for one that can't be read."""
    try:
        return yaml.compose(text, Loader=SafeLoader), plain(text)
    except (yaml.YAMLError, ConfigError, ValueError, RecursionError):
        return None


def _extended(
    text: str,
    pair: tuple[yaml.Node, yaml.Node],
    item: Item,
    first: Sequence[Item],
    before: object,
    newline: str,
) -> tuple[str | None, object]:
    """Return a file with the item in the list or mapping of a key, and what it then reads as."""
    name, node = pair
    if node.start_mark.index < name.end_mark.index:  # an alias: the list is elsewhere
        return None, None
    if isinstance(node, yaml.SequenceNode):
        wanted: object = [*(before if isinstance(before, list) else ()), item]
        if node.flow_style:
            return _in_flow(text, node, _flow(item)), wanted
        return _below(text, node, _lines(item, " " * node.start_mark.column), newline), wanted
    if isinstance(node, yaml.MappingNode):
        key, value = (item, {}) if isinstance(item, str) else next(iter(item.items()))
        wanted = {**(before if isinstance(before, dict) else {}), key: value}
        if node.flow_style:
            return _in_flow(text, node, _flow({key: value})[1:-1]), wanted
        indent = " " * node.start_mark.column
        return _below(text, node, [indent + line for line in _block({key: value})], newline), wanted
    if (
        before is None and isinstance(node, yaml.ScalarNode) and not node.value
    ):  # a key with nothing behind it
        items = [*first, item]
        lines = [line for one in items for line in _lines(one, "  ")]
        return _insert(text, name.end_mark.line + 1, lines, newline), items
    return None, None


def _lines(item: Item, indent: str) -> list[str]:
    """Return an item of a block list as lines."""
    first, *rest = [item] if isinstance(item, str) else _block(item)
    return [f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)]


class _Dumper(yaml.SafeDumper):
    """Sets lists in, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, False)  # noqa: FBT003


def _block(value: object) -> list[str]:
    written = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return written.rstrip("\n").split("\n")


def _flow(item: Item) -> str:
    if isinstance(item, str):
        return item
    return yaml.safe_dump(
        item, sort_keys=False, allow_unicode=True, default_flow_style=True, width=10_000
    ).strip()


def _in_flow(text: str, node: yaml.CollectionNode, item: str) -> str:
    end = node.end_mark.index - 1  # the closing bracket
    if not node.value:
        return f"{text[:end]}{item}{text[end:]}"
    last = node.value[-1]
    last = last[1] if isinstance(last, tuple) else last
    return f"{text[: last.end_mark.index]}, {item}{text[last.end_mark.index :]}"


def _below(text: str, node: yaml.Node, lines: Sequence[str], newline: str) -> str:
    return _insert(text, _last_line(node, text.splitlines()) + 1, lines, newline)


def _insert(text: str, at: int, lines: Sequence[str], newline: str) -> str:
    """Return a text with lines before the line of an index."""
    kept = text.splitlines(keepends=True)
    above = "".join(kept[:at])
    above += "" if above.endswith(("\n", "\r")) else newline
    return above + "".join(f"{line}{newline}" for line in lines) + "".join(kept[at:])


def _last_line(node: yaml.Node, lines: Sequence[str]) -> int:
    """Return the index of the last line of a node, without comments and blank lines behind it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        if not isinstance(last, tuple):
            return _last_line(last, lines)
        key, value = last
        return max(int(key.end_mark.line), _last_line(value, lines))
    end = int(node.end_mark.line)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        start: int = node.start_mark.line
        inside = next((_indent(line) for line in lines[start + 1 :] if line.strip()), 0)
        end = min(end, len(lines) - 1)
        while end > start and (not lines[end].strip() or _indent(lines[end]) < inside):
            end -= 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _reads(text: str) -> object:
    try:
        return plain(text)
    except (ConfigError, ValueError, RecursionError):
        return None


def with_options(text: str, name: str, options: Mapping[str, object]) -> str | None:
    """Return a configuration in which a plugin that it lists has further options.

    Returns None where that can't be done such that the file reads as before but for them.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    if (parsed := _parsed(text)) is None:
        return None
    root, before = parsed
    plugins = next((pair[1] for pair in (root.value if root else ()) if pair[0].value == "plugins"), None)
    entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for entry in entries:
        edited = _optioned(text, entry, name, options, newline)
        if edited is not None and _same_but_for(_reads(edited), before, name, options):
            return edited
    return None


def _optioned(
    text: str, entry: yaml.Node | None, name: str, options: Mapping[str, object], newline: str
) -> str | None:
    if isinstance(entry, yaml.ScalarNode) and entry.value == name and not entry.style:
        column = entry.start_mark.column + 2
        at = entry.end_mark.index
        lines = [" " * column + line for line in _block(dict(options))]
        return _insert(f"{text[:at]}:{text[at:]}", entry.end_mark.line + 1, lines, newline)
    if not isinstance(entry, yaml.MappingNode) or entry.flow_style:
        return None
    pair = next((pair for pair in entry.value if pair[0].value == name), None)
    if pair is None:
        return None
    key, value = pair
    if isinstance(value, yaml.MappingNode) and value.value and not value.flow_style:
        column, at = value.start_mark.column, _last_line(value, text.splitlines()) + 1
    elif isinstance(value, yaml.ScalarNode) and not value.value:
        column, at = key.start_mark.column + 2, key.end_mark.line + 1
    elif isinstance(value, yaml.MappingNode) and value.flow_style:
        return _in_flow(text, value, _flow(dict(options))[1:-1])
    else:
        return None
    return _insert(text, at, [" " * column + line for line in _block(dict(options))], newline)


def _same_but_for(after: object, before: dict[str, Any], name: str, options: Mapping[str, object]) -> bool:
    """True if a configuration reads as before, but for the options of a plugin."""

    def with_them(entry: object) -> object:
        if entry == name:
            return {name: dict(options)}
        if isinstance(entry, dict) and name in entry:
            return {**entry, name: {**(entry[name] or {}), **options}}
        return entry

    plugins = before.get("plugins")
    wanted = [with_them(entry) for entry in plugins] if isinstance(plugins, list) else with_them(plugins)
    return after == {**before, "plugins": wanted} and wanted != plugins
