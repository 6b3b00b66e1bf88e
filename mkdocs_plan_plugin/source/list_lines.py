"""Lines of lists: columns, markers, fences, and text that must not be taken for any of them."""

from __future__ import annotations

from mkdocs_plan_plugin.regex import regex

MARKER = regex(r" *([-*+]|[0-9]{1,9}[.)])(?=[ \t]|$)( *)")
FENCE = regex(r" *(`{3,}|~{3,})")
QUOTE = regex(r" *(>) ?")

_LEADING = regex(r"[ \t>]*\t[ \t>]*")
_LEADING_WITH_MARKERS = regex(r"(?:[ \t>]|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))*\t[ \t>]*")
_BLANK = regex(r"[ \t>]*$")

_LIKE_MARKER = regex(r"[-*+](?=[ \t])|[#>]")
_LIKE_NUMBER = regex(r"([0-9]+)\.(?=[ \t])")
_LIKE_RULE = regex(r"(?:=+|-+|\*+|_+)[ \t]*$")

_RULE = regex(r"([-_*])(?: {0,2}\1){2,} *$")

_FIELD = regex(
    r"[^\w*_`\[(<|]{0,8}"  # an emoji, a mark
    r"(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])"
    r"(?:[^*_`\n]|(?<=\w)_(?=\w)){1,80}?"
    r"(?:[:：][ \t]*(?P=mark)|(?P=mark)[ \t]*[:：])"
)
_HARD_BREAK = regex(r"(?:(?<! ) {2,}|<br[ \t]*+/?>[ \t]*+)$")


def is_blank(line: str) -> bool:
    """Return whether a line holds nothing, not counting the marks of quotes."""
    return _BLANK.match(line) is not None


def spaced(line: str, *, markers: bool = False) -> str:
    """Return the line with the tabs before its text as spaces, so that an index is a column.

    Tabs reach to the next multiple of four (CommonMark 2.2), behind list markers too where asked.
    """
    if "\t" not in line:
        return line
    match = _LEADING_WITH_MARKERS.match(line) if markers else _LEADING.match(line)
    return match[0].expandtabs(4) + line[match.end() :] if match else line


def width(line: str, start: int = 0) -> int:
    """Return the number of spaces at `start`."""
    return len(line) - start - len(line[start:].lstrip(" ")) if line.startswith(" ", start) else 0


def plain(text: str) -> str:
    """Return a line of an item's paragraph so that Python-Markdown, too, reads it as text.

    Inside an item it takes every line that looks like a list marker, a heading or the underline of
    one for such, where CommonMark reads on in the paragraph.
    """
    if _LIKE_RULE.match(text):
        return f"&#61;{text[1:]}" if text[0] == "=" else f"\\{text}"
    if _LIKE_MARKER.match(text):
        return "\\" + text
    if number := _LIKE_NUMBER.match(text):
        return f"{number[1]}\\{text[number.end() - 1 :]}"
    return text


def rule(text: str) -> str:
    """Return a thematic break so that Python-Markdown, too, reads it as one: it knows narrow ones only."""
    return text if _RULE.match(text) else "***"


def is_field(text: str) -> bool:
    """Return whether a line of a paragraph begins with a label such as `**Name:**`."""
    return _FIELD.match(text) is not None


def broken(line: str) -> str:
    """Return the line with a hard line break at its end."""
    if _HARD_BREAK.search(line):
        return line
    return line.rstrip(" \t").removesuffix("\\") + "  "
