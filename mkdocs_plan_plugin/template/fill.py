"""A template filled in as far as is known on the first day: a new plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from mkdocs_plan_plugin.reading.facts import read_priority
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.comments import IN_TEMPLATES
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.front_matter import FrontMatter
from mkdocs_plan_plugin.template.parts import TemplateNode
from mkdocs_plan_plugin.template.samples import is_contents
from mkdocs_plan_plugin.template.schema import Template, compile_template
from mkdocs_plan_plugin.vocabulary.blanks import choices, is_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, default_vocabulary
from mkdocs_plan_plugin.vocabulary.scales import PHASE, PLAN
from mkdocs_plan_plugin.vocabulary.states import read_state

_GAP = regex(r"\n{3,}")
_PLAIN = regex(r"[^\W\d][\w ./()-]*|\d{4}-\d{2}-\d{2}")
_BULLET = regex(r"^\s*[-*+]\s+")
_RULE = regex(r"\s*([-*_])(\s*\1){2,}\s*")

_FIELD = regex(r"^(\s*+(?:[-*+]\s++)?\**+[^:：*|]++\**+\s*+[:：]\**+\s*+)(\S(?:.*\S)?)(\s*)$")
_WORDS = "|".join(IN_TEMPLATES)
_COMMENT = regex(rf"(?:(?<![ \t])[ \t]+)?<!--\s*plan\s*:\s*(?:{_WORDS})\b(?:(?!-->|<!--).)*+-->")
_TITLE = regex(r"\[[^\[\]]+\]|\{\{(?:(?!\{\{|\}\}).)*+\}\}|<[A-Z][^<>]*>")
_BEGUN = ("planning", "pending")
"""How work stands that nobody has begun."""
_OF_PAGE = ("executive-summary", "document-information")
"""The roles of sections that speak of the whole plan."""
_PAGE = ("status", "priority", "owner", "created")
"""What the head of a short plan says."""


class First(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a plan on its first day."""

    title: str
    day: str
    owner: str = ""
    priority: str = ""
    """`P0` to `P3`, or empty where it has still to be chosen."""


def fill(text: str, first: First, *, minimal: bool = False, vocabulary: Vocabulary | None = None) -> str:
    """Return the text of a new plan: a template with title, owner, priority, dates and first states.

    What nobody knows yet stays as the template has it. A `minimal` plan has the head, and of the sections
    those that the template asks for, with its phases in short.
    """
    vocabulary = vocabulary or default_vocabulary()
    template = compile_template(text, vocabulary=vocabulary)
    document = read_document(text)
    lines = text.split("\n")
    title = next((section for section in document.sections[1:] if section.level == 1), None)
    if title:
        heading = lines[title.line - 1]
        blank = _TITLE.search(heading)
        lines[title.line - 1] = (
            heading[: blank.start()] + first.title + heading[blank.end() :] if blank else f"# {first.title}"
        )
    for node, own in _fields(template.sections, own=True):
        _write(lines, node, first, vocabulary, own=own)
    _front(lines, document.front, first, vocabulary)
    if minimal:
        lines = _short(lines, template, vocabulary, title.line if title else 0)
    shown = [_COMMENT.sub("", line) for line in lines]
    kept = [after for before, after in zip(lines, shown, strict=True) if after.strip() or not before.strip()]
    return _GAP.sub("\n\n", "\n".join(kept)).strip("\n") + "\n"


def _fields(nodes: Sequence[TemplateNode], *, own: bool) -> Iterator[tuple[TemplateNode, bool]]:
    """Yield every field of a template, with True for those that speak of the whole plan."""
    for node in nodes:
        if node.kind == "field":
            yield node, own
        elif node.children:
            about = node.kind in ("part", "list") or node.role in _OF_PAGE
            whole = own and (about or (node.kind == "section" and node.role == "" and node.level > 2))
            yield from _fields(node.children, own=whole)


def _write(lines: list[str], node: TemplateNode, first: First, vocabulary: Vocabulary, *, own: bool) -> None:
    match = _FIELD.match(lines[node.line - 1])
    if not match:
        return
    value = _value(node.name, match[2], first, vocabulary, own=own)
    if value:
        lines[node.line - 1] = f"{match[1]}{value}{match[3]}"


def _value(name: str, written: str, first: First, vocabulary: Vocabulary, *, own: bool) -> str:
    """Return what a field says on the first day, empty where it stays as it is."""
    offered = choices(written) if "|" in written else []
    if vocabulary.means(name, "status"):
        states = [(read_state(one, PLAN if own else PHASE, vocabulary), one) for one in offered]
        for said, one in states:
            if said.state in _BEGUN or said.document == "draft":
                return one
    elif own and vocabulary.means(name, "priority") and first.priority:
        fitting = (one for one in offered if read_priority(one, vocabulary) == first.priority)
        return next(fitting, first.priority)
    elif own and is_blank(written):
        if vocabulary.means(name, "owner"):
            return first.owner
        if vocabulary.means(name, "created", "updated"):
            return first.day
    return ""


def _front(lines: list[str], front: FrontMatter, first: First, vocabulary: Vocabulary) -> None:
    """Fill in front matter; `plan: false` kept the template itself from being a plan."""
    for key, number in front.lines.items():
        written = front.values.get(key)
        text = written if isinstance(written, str) else ""
        if key == "plan" and text.casefold() == "false":
            lines[number - 1] = "plan: true"
        elif key == "title":
            lines[number - 1] = f"title: {_quoted(first.title)}"
        elif not written or is_blank(text) or "|" in text:
            value = _value(key.replace("_", " "), text or "[blank]", first, vocabulary, own=True)
            lines[number - 1] = f"{key}: {_quoted(value)}" if value else lines[number - 1]


def _quoted(value: str) -> str:
    """Return a text as YAML, in quotes where it would be read as something else."""
    plain = _PLAIN.fullmatch(value)
    return value if plain else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _short(lines: list[str], template: Template, vocabulary: Vocabulary, title: int) -> list[str]:
    """Return the head of a plan, and the sections that are asked for."""
    main = [node for node in template.sections if node.kind in ("section", "repeat")]
    ends = {node.line: after for node, after in zip(main, [*(n.line for n in main[1:]), 0], strict=True)}
    first = min((node.line for node in main), default=len(lines) + 1)
    head = _without_contents(lines[: first - 1], title)
    said = {node.name for node in template.sections if node.kind == "field"}
    out = [*head, ""]
    for meaning in _PAGE:
        for node, own in _fields(template.sections, own=True):
            if own and vocabulary.means(node.name, meaning):
                if node.name not in said:
                    out.append(_BULLET.sub("", lines[node.line - 1]))
                break
    asked = [node for node in main if node.demand != "optional" or node.least or _asked_below(node)]
    if not any(node.role == "phases" for node in asked):
        asked += [node for node in main if node.role == "phases"]
    for node in sorted(asked, key=lambda node: node.line):
        body = lines[node.line - 1 : ends[node.line] - 1 if ends[node.line] else len(lines)]
        out += ["", *(_phases(lines[node.line - 1], node) if node.role == "phases" else _ruleless(body))]
    return out


def _asked_below(node: TemplateNode) -> bool:
    return any(child.demand == "required" or _asked_below(child) for child in node.children)


def _without_contents(lines: Sequence[str], title: int) -> list[str]:
    """Return the lines above the first section without the table of contents and rules."""
    out: list[str] = []
    skipping = False
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            skipping = is_contents(line.strip("# "))
        if not skipping and not (number > title and _RULE.fullmatch(line)):
            out.append(line)
    return out


def _ruleless(body: Sequence[str]) -> list[str]:
    """Return a section without the rule that parts it from the next."""
    out = list(body)
    while out and not out[-1].strip(" -*_"):
        out.pop()
    return out


def _phases(heading: str, node: TemplateNode) -> list[str]:
    """Return two phases with a task each, called as the template calls them."""
    name = next((child.name for child in node.children if child.kind == "repeat"), "Phase N")
    level = "#" * (node.level + 1)
    name = name if " N" in name else f"{name} N"
    out = [heading]
    for number in ("1", "2"):
        out += ["", f"{level} {name.replace(' N', f' {number}', 1)}: [What it brings]"]
        out += ["", "- [ ] [The first task]", "- [ ] [The next task]"]
    return out
