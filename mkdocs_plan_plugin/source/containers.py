"""Python-Markdown's own blocks, which CommonMark takes for code: `!!!`, `???`, `===`, `///`.

They are found by line, outside fences, and cut out before the text is parsed; their bodies are
dedented and read as documents of their own.
"""

from __future__ import annotations

import msgspec

from mkdocs_plan_plugin.regex import regex

_ANY = regex(r"[ \t]*(?:!!!|\?\?\?|===[!+]* |///|<[^<>\n]*\smarkdown\b)")
_SIGNS = ("!!!", "???", "===", "///", "markdown")
"""What any of them has in it: most texts have none, and a look for a pattern takes longer."""

_INDENTED = regex(
    r"([ \t]*)(?:!!![ \t]?[\w-]+(?:[ \t]+[\w-]+)*|\?\?\?\+?(?:[ \t]?[\w-]+(?:[ \t]+[\w-]+)*)?|===[!+]*)"
    r"(?:[ \t]+([\"']).*\2)?[ \t]*$"
)
_GENERIC = regex(r"([ \t]*+)(/{3,}+)(?:[ \t]*+([\w-]++)[ \t]*+(?:\|.*+)?)?[ \t]*+$")
_FENCE = regex(r"[ \t>]*+(?:[-*+]|\d+[.)])?[ \t]*+(`{3,}(?=[^`]*$)|~{3,})")

_MARKDOWN_TAG = regex(
    r"[ \t]*<(?!!)[a-zA-Z][^<>]*\smarkdown(?:=[\"']?(?:1|block|span)[\"']?)?(?=[\s>])[^<>]*>[ \t]*$"
)

_PLACE = "<!--plan-container:%d-->"
_PLACE_AT = regex(r"\s*<!--plan-container:(\d+)-->")


class Container(msgspec.Struct):
    """A block with an indented body: `line` holds its marker, the body is `first` to `last`."""

    line: int
    first: int
    last: int
    body: str


def _begins_any(text: str, sign: str) -> bool:
    """True if a line with a sign in it begins like one of the blocks."""
    at = text.find(sign)
    while at >= 0:
        if _ANY.match(text, text.rfind("\n", 0, at) + 1):
            return True
        end = text.find("\n", at)
        at = text.find(sign, end) if end >= 0 else -1
    return False


def cut(text: str) -> tuple[str, list[Container]]:
    """Return the text with each container replaced by a token, and the containers.

    The number of lines stays the same. Lines count from 1.
    """
    if not any(_begins_any(text, sign) for sign in _SIGNS):
        return text, []
    lines = text.split("\n")
    found: list[Container] = []
    fence = ""
    number = 0
    while number < len(lines):
        line = lines[number]
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
        elif mark:
            fence = mark[1]
        elif _MARKDOWN_TAG.match(line):
            lines[number] = ""  # what is between the tags is Markdown of the page
        elif generic := _GENERIC.match(line):
            lines[number] = ""
            if generic[3]:
                number = _blank_options(lines, number + 1, len(generic[1].expandtabs(4)))
                continue
        elif match := _INDENTED.match(line):
            indent = len(match[1].expandtabs(4))
            last = _body_end(lines, number, indent + 4)
            if last > number:
                body = "\n".join(_dedent(line, indent + 4) for line in lines[number + 1 : last + 1])
                lines[number] = match[1] + _PLACE % len(found)
                lines[number + 1 : last + 1] = [""] * (last - number)
                found.append(Container(number + 1, number + 2, last + 1, body))
                number = last
        number += 1
    return "\n".join(lines), found


def token_index(html: str) -> int | None:
    """Return which container an HTML block stands for, if it is a token of `cut`."""
    match = _PLACE_AT.match(html)
    return int(match[1]) if match else None


def _body_end(lines: list[str], marker: int, indent: int) -> int:
    """Return the index of the last line indented by at least `indent` below the marker."""
    last = marker
    for number in range(marker + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        if _width(line) < indent:
            break
        last = number
    return last


def _blank_options(lines: list[str], number: int, indent: int) -> int:
    """Blank the indented `key: value` lines right under a generic block's head."""
    while number < len(lines) and lines[number].strip() and _width(lines[number]) >= indent + 4:
        lines[number] = ""
        number += 1
    return number


def _width(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _dedent(line: str, width: int) -> str:
    expanded = line.expandtabs(4) if "\t" in line[:width] else line
    return expanded[width:] if expanded[:width].isspace() or not expanded.strip() else line
