"""Template text that is there to be replaced: blanks, numbered samples, sample words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.comments import Comment, without_comments
from mkdocs_plan_plugin.source.document import Document
from mkdocs_plan_plugin.vocabulary.lookup import title_key

_WORD = regex(r"\w")
_CODE = regex(r"`[^`]*`")
_HALVES = regex(r": | [-–—] ")

_CONTENTS = frozenset(
    {"table of contents", "contents", "toc", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières",
     "índice", "contenido", "sumário", "содержание", "оглавление", "目录", "目次", "index"}
)  # fmt: skip
_BLANK = regex(
    r"\[(?![ ^!xX~/>-]\]|\^|!)[^\[\]\n]{2,}\](?![(\[:])"  # `[What is done]`, no link, image, footnote, alert
    r"|\{\{(?:(?!\{\{|\}\}).)*+\}\}|(?<![\w`$])\{[A-Za-z][^{}|]{2,}\}(?!\})"
    r"|(?<![\w<`])<[A-Z][A-Za-z _/-]+>"
    r"|\bY{4}[-/.]M{1,2}[-/.]D{1,2}\b"
    r"|\b[XYZN]\s?/\s?[XYZN]\b|\b[XYZ]\s?%|\b[XYZN] (?:minutes?|hours?|days?|weeks?)\b"
)
_CHOICE = regex(r"[^|\s]\s+\|\s+[^|\s]")
_MARKER = regex(r"^[\s>]*(?:[-*+]|\d{1,3}[.)])\s+(?:\[(?:[ xX~/>!-])\]\s+)?")
_NUMBERED = regex(r"^(?:[^\W\d][\w-]*\s){1,3}\d{1,2}(?:\.\d+)?(?:\s*[:：]\s*.{0,80})?$")
_TABLE = regex(r"^\s*\|.*\|\s*$")
_RULE_ROW = regex(r"^[\s|:-]+$")


class Samples(msgspec.Struct):
    """Lines to be replaced, by `line_key`. `choices` are those that offer alternatives."""

    lines: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()

    def is_sample(self, key: str) -> bool:
        """True for a line that asks to be replaced."""
        return key in self.lines or key in self.choices


def is_contents(title: str) -> bool:
    """True for the heading of a table of contents."""
    return title_key(title) in _CONTENTS


@lru_cache(maxsize=4096)  # plans repeat the lines of their template
def line_key(line: str) -> str:
    """Return a line as it is compared: without list marker, box, the plugin's comments and doubled spaces."""
    if "<!--" in line:
        line = without_comments(line)
    if "|" in line and _TABLE.match(line):
        return (
            ""
            if _RULE_ROW.match(line)
            else " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
        )
    if not line[:1].isalpha() and (marker := _MARKER.match(line)):
        line = line[marker.end() :]
    return " ".join(line.split())


def has_blank(text: str) -> bool:
    """True if a text holds an unfilled place: `[What is done]`, `{title}`, `YYYY-MM-DD`, `X/Y`."""
    return bool(_BLANK.search(text))


def is_all_blank(text: str) -> bool:
    """True if a text is nothing but unfilled places."""
    return has_blank(text) and not _WORD.search(_BLANK.sub("", text))


def is_choice_line(line: str) -> bool:
    """True for a line of text, not of a table, that offers alternatives: `A | B | C`."""
    return "|" in line and not _TABLE.match(line) and bool(_CHOICE.search(line))


def prose_lines(document: Document) -> Iterator[tuple[int, str]]:
    """Yield number and text of the lines that are not front matter, code, comments or contents."""
    hidden = hidden_lines(document)
    for number, line in enumerate(document.text.split("\n"), 1):
        if number not in hidden and line.strip():
            yield number, line


def hidden_lines(document: Document) -> set[int]:
    """Return the numbers of the lines that are front matter, code, comments or contents."""
    hidden = set(range(1, document.front.last_line + 1))
    ends = [*(section.line for section in document.sections[1:]), document.last_line + 1]
    for section, end in zip(document.sections, ends, strict=True):
        if is_contents(section.title):
            hidden.update(range(section.line, end))
    level = [block for section in document.sections for block in section.blocks]
    while level:
        for block in level:
            if block.kind in ("code", "html"):
                hidden.update(range(block.line, block.end + 1))
        level = [child for block in level for child in block.children]
    return hidden


def read_samples(document: Document, found: Iterable[Comment]) -> Samples:
    """Return the lines of a template that are to be replaced, of which its comments may speak."""
    said = {comment.line: comment.word for comment in found if not comment.alone}
    prose = list(prose_lines(document))
    rights = Counter(right for _, line in prose if (right := _right(line)))
    lines: set[str] = set()
    offered: set[str] = set()
    for number, line in prose:
        word = said.get(number, "")
        if word == "keep":
            continue
        key = line_key(line)
        if is_choice_line(line):
            offered.add(key)
        elif word == "sample" or _is_sample(line, key, rights):
            lines.add(key)
    return Samples(frozenset(lines - {""}), frozenset(offered))


def _is_sample(line: str, key: str, rights: Counter[str]) -> bool:
    if has_blank(_CODE.sub("", line)):
        return True
    if _TABLE.match(line):
        return bool(_NUMBERED.match(key.split(" | ", 1)[0]))
    if not _MARKER.match(line):
        return False
    return bool(_NUMBERED.match(key.replace("**", ""))) or rights[_right(line)] > 1


def _right(line: str) -> str:
    """Return the right-hand side of a bullet such as `- Runbook: Location`, or empty."""
    if not _MARKER.match(line):
        return ""
    parts = _HALVES.split(line_key(line).replace("**", ""), maxsplit=1)
    return parts[1].strip() if len(parts) == 2 and len(parts[0]) <= 60 and len(parts[1]) <= 60 else ""
