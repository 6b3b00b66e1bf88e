"""A value put in the place of another, or where none is, as its neighbours are written."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mkdocs_plan_plugin.model import Edit
from mkdocs_plan_plugin.reading.statements import FACTS
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.cells import value_span
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.writing.page import WorkingCopy

_PLAIN = regex(r"[^\W_][^\n]*")
_NOT_PLAIN = regex(r":(?:\s|$)|\s#|^[-?:]\s|[\s:]$|^(?:true|false|yes|no|on|off|null|~)$|^[\d.]+$")
_COLON = regex(r"[*_]*\s*[:：|]\s*[*_]*\s*")
_ROW = regex(r"[ \t>]*\|")


def replaced(
    page: WorkingCopy, line: int, old: str, new: str, name: str = "", *, whole: bool = True
) -> list[Edit]:
    """Return the edit that puts a value in the place of one as read; none where it can't be found.

    One that is the `whole` rest of its line is found even if it is written otherwise, as icons are.
    """
    text = page.text(line)
    if line <= page.front_end:
        return _in_front(text, line, new)
    if _ROW.match(text):
        new = new.replace("|", "\\|")
    span = value_span(text, name, old) or (_rest(text, name) if whole else None)
    if span is None:
        return []
    written = text[slice(*span)]
    return [Edit(line=line, column=span[0] + 1, old=written, new=_marked(written, new))]


_MARKED = regex(r"([^\w*~`]+\s)(\*\*|__|\*|_)(.*?)(\2)?$")


def _marked(old: str, new: str) -> str:
    """Return a value in bold or italics behind its emoji where the old one is: `✅ **Complete**`."""
    marks, (emoji, _, words) = _MARKED.match(old), new.partition(" ")
    if marks is None or any(map(str.isalnum, emoji)) or not words:
        return new
    return f"{emoji} {marks[2]}{words}{marks[4] or ''}"


def _in_front(text: str, line: int, new: str) -> list[Edit]:
    """Return the edit of a pair of front matter; its quotes and the comment behind it stay."""
    span = _value_in_front(text)
    if span is None:
        return []
    begin, end = span
    quote = text[begin : begin + 1]
    if quote == "'" and "'" not in new:
        written = f"'{new}'"
    else:
        written = json.dumps(new, ensure_ascii=False) if quote == '"' else as_scalar(new)
    lead = "" if text[begin - 1 : begin].isspace() else " "
    return [Edit(line=line, column=begin + 1, old=text[begin:end], new=lead + written)]


def _value_in_front(text: str) -> tuple[int, int] | None:
    """Return where the value of a pair of front matter is; None for a list, a block or no pair."""
    name, colon, rest = text.partition(":")
    if not colon or not name.strip() or rest[:1].strip():
        return None
    begin = len(name) + 1 + len(rest) - len(rest.lstrip(" \t"))
    value = text[begin:].rstrip()
    if value[:1] in ("'", '"'):
        end = value.find(value[0], 1) + 1
        behind = value[end:].lstrip()
        return (begin, begin + end) if end and (not behind or behind.startswith("#")) else None
    if value[:1] in _NO_SCALAR:
        return None
    comment = value.find(" #")
    value = "" if value.startswith("#") else value[: comment if comment >= 0 else None].rstrip()
    return begin, begin + len(value)


_NO_SCALAR = tuple("[{|>&*!")


def as_scalar(text: str) -> str:
    """Return a text as YAML: in quotes where it would be read as something else."""
    date = len(text) == 10 and text[4:5] == "-"
    plain = _PLAIN.fullmatch(text) and (date or not _NOT_PLAIN.search(text.casefold()))
    return text if plain else json.dumps(text, ensure_ascii=False)


def _rest(text: str, name: str) -> tuple[int, int] | None:
    """Return what is behind a name up to the end of the line."""
    at = text.find(name) if name else -1
    colon = _COLON.match(text, at + len(name)) if at >= 0 else None
    end = len(text.rstrip().removesuffix("\\").removesuffix("|").rstrip())
    return (colon.end(), end) if colon and colon.end() <= end else None


def added(
    page: WorkingCopy,
    name: str,
    value: str,
    fields: Sequence[Field],
    heading: int,
    known: Sequence[str] = FACTS,
) -> list[Edit]:
    """Return the edit that adds a field behind the `known` facts among `fields`, else under a heading.

    It is written as the last of them is: bold or plain, in a list, a table or front matter.
    """
    facts = [one for one in fields if page.vocabulary.means(one.name, *known) and _alone(page, one)]
    if facts:
        last = facts[-1]
        return _behind(page, last, name, value, apart=_apart(page, facts))
    if not heading and page.front_end:
        return [Edit(line=page.front_end, column=1, old="", new=f"{name.lower()}: {as_scalar(value)}\n")]
    if not heading:
        return [Edit(line=1, column=1, old="", new=f"**{name}:** {value}\n\n")]
    text, below = page.text(heading), page.text(heading + 1)
    new = f"\n\n**{name}:** {value}" + ("\n" if below.strip() else "")
    return [Edit(line=heading, column=len(text) + 1, old="", new=new)]


def _alone(page: WorkingCopy, field: Field) -> bool:
    """True for a field that has its line for itself."""
    if field.line <= page.front_end:
        return _value_in_front(page.text(field.line)) is not None
    found = value_span(page.text(field.line), field.name, field.value) if field.value else None
    before = page.text(field.line).partition(field.name)[0]
    return bool(field.whole and found and not any(map(str.isalnum, before)))


def _apart(page: WorkingCopy, facts: Sequence[Field]) -> bool:
    """True where blank lines are between the fields."""
    line = facts[-1].line
    if len(facts) > 1:
        return not page.text(line - 1).strip()
    item = page.text(line).lstrip(" >")[:2] in ("- ", "* ", "+ ")
    return facts[-1].style in ("bold", "all-bold") and not item


def _behind(page: WorkingCopy, model: Field, name: str, value: str, *, apart: bool) -> list[Edit]:
    """Return the edit that writes a field below another one, as that is written."""
    text = page.text(model.line)
    if model.line <= page.front_end:
        spelled = name.lower().replace(" ", "_")
        new = f"\n{spelled}: {as_scalar(value)}"
        return [Edit(line=model.line, column=len(text) + 1, old="", new=new)]
    if _ROW.match(text):
        value = value.replace("|", "\\|")
        apart = False
    span = value_span(text, model.name, model.value)
    at = text.find(model.name)
    if span is None or at < 0:
        return []
    copy = text[:at] + name + text[at + len(model.name) : span[0]] + value + text[span[1] :]
    return [Edit(line=model.line, column=len(text) + 1, old="", new=("\n\n" if apart else "\n") + copy)]
