"""Which plans a plan names: those it depends on, follows, or gives way to."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.model import Link, Plan
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.statements import Places
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document, walk
from mkdocs_plan_plugin.source.markdown import Block, Line
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, says_none
from mkdocs_plan_plugin.vocabulary.lookup import has_word, key

_PLACES = ("head", "information", "summary", "own-status")


def read_links(plan: Plan, outline: Outline, places: Places) -> None:
    """Read them from front matter, the Dependencies section and a *Superseded by* field.

    A plan named twice is kept once, as first named.
    """
    document = outline.document
    depends = _read_front(plan, document)
    for link in _dependencies(plan, outline, places):
        depends.setdefault(link.target, link)
    plan.depends_on = list(depends.values())
    plan.superseded_by = plan.superseded_by or _successor(document, places)
    if plan.superseded_by is None and (note := _superseded_note(outline)):
        begin, end, url = next(iter(note.links), (0, 0, ""))
        if url:
            plan.superseded_by = Link(line=note.number, target=_clean(url), title=note.text[begin:end])
        if plan.document_state is None:
            plan.document_state, plan.document_state_line = "superseded", note.number


def _read_front(plan: Plan, document: Document) -> dict[str, Link]:
    """Read those of the front matter; return what the plan depends on by target, in the order of lines."""
    depends: dict[str, Link] = {}
    for name, value in document.front.values.items():
        which = key(name).replace(" ", "")
        if which not in ("dependson", "blockedby", "supersededby", "supersedes"):
            continue
        named = list(_front_links(document, name, _texts(value)))
        if which == "blockedby":  # else it is prose, and a reason
            named = [link for link in named if of_plan(link.target)]
        if which in ("dependson", "blockedby"):
            for link in named:
                depends.setdefault(link.target, link)
        elif which == "supersedes":
            plan.supersedes += named
        else:
            plan.superseded_by = next(iter(named), None)
    return dict(sorted(depends.items(), key=lambda pair: pair[1].line))


def _dependencies(plan: Plan, outline: Outline, places: Places) -> Iterator[Link]:
    """Yield the links of Dependencies sections, and of the lines of *Depends on* fields."""
    named_at = {field.line for field in places.find(_PLACES, "depends-on")}
    own = {section.index for section in outline.sections_for("dependencies")}
    for section in outline.sections if own or named_at else ():
        dependencies = section.index in own
        if not dependencies and not any(section.line <= line <= section.end for line in named_at):
            continue
        for line in linked_lines(section.blocks):
            if not dependencies and line.number not in named_at:
                continue
            for begin, end, url in line.links:
                if of_plan(url):
                    if dependencies and not plan.dependencies_line:
                        plan.dependencies_line = section.line
                    yield Link(line=line.number, target=_clean(url), title=line.text[begin:end])


_NOTE = has_word(words.SUPERSEDED_NOTES)
_NOT = regex(r"\b(?:not|nicht|pas|no|não|не)\b[^.]{0,20}$")
_NOTES = frozenset({"quote", "container"})


def _superseded_note(outline: Outline) -> Line | None:
    """Return the line at the head of a page that says another plan has taken over, if one does.

    In a quote or an admonition, or anywhere before the first section with a link to that plan.
    """
    for section in outline.sections:
        if section.level > 1:
            return None
        for block in section.blocks:
            for inner in walk([block]):
                for line in inner.lines if block.kind in _NOTES else filter(_links, inner.lines):
                    said = key(line.text)
                    found = _NOTE.search(said)
                    if found and not _NOT.search(said, 0, found.start()):
                        return line
    return None


def _links(line: Line) -> bool:
    return bool(line.links)


def _successor(document: Document, places: Places) -> Link | None:
    """Return the plan that a *Superseded by* field names, by its link where it has one."""
    for field in places.find(_PLACES, "superseded-by"):
        if not is_blank(field.value) and not says_none(field.value):
            lines = (line for section in document.sections for line in linked_lines(section.blocks))
            linked = next((line for line in lines if line.number == field.line), None)
            target = _clean(linked.links[0][2]) if linked else field.value
            return Link(line=field.line, target=target, title=field.value)
    return None


def _front_links(document: Document, name: str, targets: list[str]) -> Iterator[Link]:
    """Yield links named in front matter, each with the line at or below its key that names it."""
    line = document.front.lines.get(name, 1)
    lines = document.text.split("\n", document.front.last_line)[: document.front.last_line]
    for target in targets:  # they are in the order in which they are named
        line = next((at for at in range(line, len(lines) + 1) if target in lines[at - 1]), line)
        yield Link(line=line, target=_clean(target))


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    texts = [value.strip() for value in values if isinstance(value, str)]
    return [text for text in texts if text and not says_none(text)]


def _clean(target: str) -> str:
    return target.partition("#")[0].removeprefix("./") or target


def of_plan(url: str) -> bool:
    """Return True for a link that may lead to a plan: to a page of this site."""
    target = _clean(url)
    return target.endswith(".md") and "://" not in target and " " not in target


def linked_lines(blocks: list[Block]) -> Iterator[Line]:
    """Yield the lines and table cells that hold a link."""
    for block in walk(blocks):
        yield from (line for line in block.lines if line.links)
        yield from (cell for row in block.rows for cell in row if cell.links)
