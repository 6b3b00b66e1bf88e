"""Renderings compared by their lists alone: what is nested in what, each item with its first words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import cmarkgfm
import markdown

PLAIN = ("toc", "tables", "fenced_code")
RICH = (
    "toc",
    "tables",
    "pymdownx.superfences",
    "admonition",
    "pymdownx.details",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
)

_OPTIONS = cmarkgfm.Options.CMARK_OPT_UNSAFE | cmarkgfm.Options.CMARK_OPT_FOOTNOTES


def gfm(text: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(text, options=_OPTIONS)


def rendered(text: str, extensions: tuple[str, ...] = PLAIN) -> str:
    options = {"pymdownx.tabbed": {"alternate_style": True}} if "pymdownx.tabbed" in extensions else {}
    return markdown.markdown(text, extensions=list(extensions), extension_configs=options)


class _Lists(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[int, str]] = []
        self.depth = 0
        self.items: list[int] = []
        """For each open item the index of its line, or -1 when its own leading text is over."""
        self.code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self.end_text()
            self.lines.append((self.depth, tag))
            self.depth += 1
        elif tag == "li":
            self.lines.append((self.depth, ""))
            self.items.append(len(self.lines) - 1)
            self.depth += 1
        elif tag == "input":
            checked = any(name == "checked" for name, _ in attrs)
            self.text("[x] " if checked else "[ ] ")
        elif tag in (
            "table",
            "pre",
            "blockquote",
            "hr",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "details",
        ):
            if self.has_words():
                self.end_text()
            self.code += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.depth -= 1
        elif tag == "li" and self.items:
            self.depth -= 1
            self.items.pop()
        elif tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table"):
            if self.has_words():
                self.end_text()
            self.code -= tag == "pre"

    def has_words(self) -> bool:
        """Whether the innermost item has text besides its box already."""
        return bool(self.items and _MARK.sub("", self.lines[self.items[-1]][1].strip() + " ").strip())

    def end_text(self) -> None:
        if self.items:
            self.items[-1] = -1

    def text(self, text: str) -> None:
        if self.items and self.items[-1] >= 0:
            depth, before = self.lines[self.items[-1]]
            self.lines[self.items[-1]] = (depth, before + text)

    def handle_data(self, data: str) -> None:
        self.text(data)


_BOX = re.compile(r" *\[([ x])\]")
_MARK = re.compile(r"\[([ xX])\] +")


def tree(html: str) -> list[str]:
    """Return one line for each list and item, indented as they nest: `ul`, `  [x] text`.

    Of the text the words alone are kept: Python-Markdown knows no `~~` and no bare links.
    """
    lists = _Lists()
    lists.feed(html)
    lists.close()
    lines = []
    for depth, line in lists.lines:
        text = line.strip()
        box = _MARK.match(text)
        words = re.sub(r"\W+", " ", text[box.end() :] if box else text).strip()
        lines.append(f"{'  ' * depth}{f'[{box[1].lower()}] ' if box else ''}{words[:40].strip()}".rstrip())
    return lines


def boxes(lines: list[str]) -> list[str]:
    """Return the states of the checkboxes in a tree."""
    return [match[1] for line in lines if (match := _BOX.match(line))]
