"""Lists written for CommonMark, rewritten so that Python-Markdown shows the same.

Python-Markdown needs four spaces to nest and a blank line before a list, joins neighbouring lists and
knows no `1)`. What comes out here lies in the intersection of both dialects: CommonMark reads it as it
read the original, and Python-Markdown reads it like CommonMark. A list that lies there already stays as
it is, so that repairing twice changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.list_gaps import SEPARATOR
from mkdocs_plan_plugin.source.list_html import HIDE, swallowing
from mkdocs_plan_plugin.source.list_outline import ListOutline, NotOursError
from mkdocs_plan_plugin.source.list_stretches import stretches
from mkdocs_plan_plugin.source.list_writer import Writer
from mkdocs_plan_plugin.source.markdown import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mkdocs_plan_plugin.source.markdown import Block

_PARTS = regex(r"</?[uo]l|</?li|(?<![a-z])[a-z]+(?=\s*<)")


def repair(text: str, *, indent: int = 4, fences: bool = True, tree: Block | None = None) -> list[str]:
    """Return the lines of a page so that Python-Markdown shows its lists as a code host would.

    There is one element for each line of the cleaned text (without front matter). An element holds more
    than one line where a blank line, a comment that keeps two lists apart or a closing fence had to be
    added. Neighbouring field lines get a hard line break. The lines come back as they are where nothing
    needs repair, and where Python-Markdown could not nest so deep anyway. Never raises.

    `indent` is what `nests` returns for the site; `fences` says whether it reads fenced code inside of
    lists and quotes (`nests_fences`): if not, such fences become indented code. `tree` is what `parse`
    returns for the text, if it is at hand.
    """
    lines = text.split("\n")
    for index, line in repairs(lines, tree or parse(text), indent=indent, fences=fences).items():
        lines[index] = line
    return lines


def repairs(lines: Sequence[str], tree: Block, *, indent: int = 4, fences: bool = True) -> dict[int, str]:
    """Return the lines that `repair` changes, by their index; `tree` is what `parse` returns for them."""
    blocks = tree.children
    found = {number - 1: HIDE + lines[number - 1].lstrip() for number in swallowing(blocks)}
    outline = ListOutline(lines, indent=indent, fences=fences)
    try:
        for stretch in stretches(lines, blocks, indent):
            if stretch.malformed:
                Writer(lines, found).write(outline.read(stretch), stretch.last)
            if stretch.under_text:
                index = stretch.first - 1
                found[index] = "\n" + found.get(index, lines[index])
    except NotOursError:
        return {}
    if found and "$$" in "".join(lines):
        for index in _formulas(lines):
            found.pop(index, None)
    return {index: line for index, line in found.items() if line != lines[index]}


def unmarked(
    lines: Sequence[str], tree: Block, repaired: dict[int, str], *, indent: int = 4
) -> Iterator[list[int]]:
    """Yield the indices of the lines that `repairs` changes, those that must change together as one.

    Left out are those that only marks of the plugin keep as they are meant, which do not belong into a file.
    """
    for stretch in stretches(lines, tree.children, indent):
        group = [index for index in range(stretch.first - 1, stretch.last) if index in repaired]
        if group and not any(SEPARATOR in repaired[index] or HIDE in repaired[index] for index in group):
            yield group


def _formulas(lines: Sequence[str]) -> list[int]:
    """Return the indices of the lines of mathematics between `$$`, where a leading minus is no list."""
    found: list[int] = []
    first: int | None = None
    for index, line in enumerate(lines):
        if not line.strip():
            first = None
        elif first is not None and line.rstrip().endswith("$$"):
            found += range(first, index + 1)
            first = None
        elif first is None and line.startswith("$$") and "$$" not in line[2:]:
            first = index
    return found


def nests(render: Callable[[str], str]) -> int | None:
    """Return the indentation that nests lists in a site, given its renderer: 4, 2, or None."""
    for indent in (4, 2):
        pad = " " * indent
        html = render(f"- a\n{pad}- b\n{pad * 2}- c\n- d\n\nend\n")
        if " ".join(_PARTS.findall(html)) == _NESTED:
            return indent
    return None


_NESTED = "<ul <li a <ul <li b <ul <li c </li </ul </li </ul </li <li d </li </ul end"


def nests_fences(render: Callable[[str], str]) -> bool:
    """Return whether a site reads fenced code inside of a list item, given its renderer."""
    html = render("- a\n\n    ```\n    <b>\n\n    - c\n    ```\n")
    return "<pre" in html and "```" not in html and html.count("<li") == 1
