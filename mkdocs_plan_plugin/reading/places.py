"""The fields that state facts of the whole document, by the place they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.reading.entries import fields_in
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.states import leads_with_state

Places = dict[str, list[Field]]
"""Fields by place: front, head, summary, status, information (with the footer)."""

_HEAD_NAMES = (
    "status",
    "priority",
    "owner",
    "created",
    "updated",
    "target",
    "version",
    "progress",
    "category",
)
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_THEME_STATUSES = ("new", "deprecated")
"""Values of `status` in front matter that belong to the theme."""


def gather(outline: Outline, sections: dict[str, Section], inside_phase: set[int]) -> Places:
    """Return the fields that state facts of the whole document; each stands in the first place it fits."""

    def under(section: Section | None) -> list[Field]:
        inner = outline.document.within(section) if section else ()
        return [field for one in inner if one.index not in inside_phase for field in outline.fields(one)]

    places: Places = {
        "front": list(_front_fields(outline.document)),
        "head": _head(outline, inside_phase),
        "summary": under(sections.get("executive-summary")),
        "status": [
            field
            for section in _status_sections(outline)
            if section.index not in inside_phase
            for field in _status_fields(section, outline)
        ],
        "information": under(sections.get("document-information")),
    }
    seen = {(field.name, field.line) for fields in places.values() for field in fields}
    places["information"] += [
        field for field in _footers(outline, inside_phase) if (field.name, field.line) not in seen
    ]
    return places


def _head(outline: Outline, inside_phase: set[int]) -> list[Field]:
    """Return the fields before the first section of the page.

    A page whose first section opens with a block of fields keeps its head there.
    """
    vocabulary = outline.vocabulary
    top = min((section.level for section in outline.sections if section.level > 1), default=2)
    head: list[Field] = []
    for section in outline.sections:
        if section.index in inside_phase:
            break
        if section.level == top:
            opening = section.blocks[:1] if not head else []
            fields = list(fields_in(opening, vocabulary))
            if len(fields) > 1 and any(vocabulary.means(field.name, *_HEAD_NAMES) for field in fields):
                head = fields
            break
        head += outline.fields(section)
    return head


def _front_fields(document: Document) -> Iterator[Field]:
    front = document.front
    for name, value in front.values.items():
        line = front.lines.get(name, 1)
        if isinstance(value, str):
            if name == "status" and value.casefold() in _THEME_STATUSES:
                continue
            yield Field(_CAMEL.sub(" ", name).replace("_", " "), value, line, "front")
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield Field(_CAMEL.sub(" ", name).replace("_", " "), ", ".join(value), line, "front")


def _status_sections(outline: Outline) -> Iterator[Section]:
    """Yield the sections with a heading such as `Status` or `Status: Blocked`."""
    for section in outline.sections[1:]:
        name = section.title.replace("：", ":").partition(":")[0]
        if outline.vocabulary.plays(name, "status"):
            yield section


def _status_fields(section: Section, outline: Outline) -> Iterator[Field]:
    """Yield the fields under a heading called Status; its first words are one, too."""
    vocabulary, found = outline.vocabulary, outline.fields(section)
    _, _, value = section.title.replace("：", ":").partition(":")
    if value.strip():  # `## Status: Blocked`
        yield Field("Status", value.strip(), section.line)
    yield from found
    if not any(vocabulary.means(field.name, "status") for field in found):
        block = next((block for block in section.blocks if block.kind == "paragraph"), None)
        if block and len(block.text) <= 80 and leads_with_state(block.text, vocabulary):
            yield Field("Status", block.text, block.line)


def _footers(outline: Outline, inside_phase: set[int]) -> Iterator[Field]:
    """Yield the fields of closing paragraphs: behind a rule or last on the page, nothing but fields."""
    end = len(outline.sections) - 1
    for section in outline.sections[1:]:
        last = section.index == end and section.index not in inside_phase
        if not last and not any(block.kind == "rule" for block in section.blocks[:-1]):
            continue
        behind_rule = False
        for index, block in enumerate(section.blocks):
            if block.kind == "rule":
                behind_rule = True
            elif block.kind in ("paragraph", "list", "quote") and (
                behind_rule or (last and index >= len(section.blocks) - 3)
            ):
                fields = list(fields_in([block], outline.vocabulary))
                lines = len(block.lines) if block.kind == "paragraph" else len(block.children)
                if fields and len(fields) >= lines - 1 and (len(fields) > 1 or section.index == end):
                    yield from fields


def find_fields(
    places: Places, order: tuple[str, ...], vocabulary: Vocabulary, *names: str
) -> Iterator[Field]:
    """Yield the fields that mean one of the names, place by place; the name itself before its synonyms."""
    for place in order:
        found = [field for field in places.get(place, ()) if vocabulary.means(field.name, *names)]
        yield from sorted(found, key=lambda field: key(field.name) not in names)
