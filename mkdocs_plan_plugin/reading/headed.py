"""Fields that a heading names: it holds them itself, or its value is under it, as in issue forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field, fields_of
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary

_FACTS = ("priority", "owner", "created", "updated", "start", "target", "due", "progress")
_LONGEST = 60
"""A longer text under a heading is prose, not a value."""


def heading_fields(section: Section, vocabulary: Vocabulary) -> Sequence[Field]:
    """Return the fields of a heading that holds nothing else: `## Version: 1.0 | Date: 2026-05-23`."""
    fields = fields_of(section.heading)
    known = fields and all(field.value and vocabulary.is_field(field.name) for field in fields)
    if not known or (len(fields) == 1 and not vocabulary.means(fields[0].name, *_FACTS)):
        return ()
    return fields


def is_field_line(section: Section, vocabulary: Vocabulary) -> bool:
    """True for a heading that is a line of fields: of known names, or a footer in italics over a rule."""
    heading = section.heading
    italic = heading.italic and heading.italic[0][0] == 0 and heading.italic[-1][1] == len(heading.text)
    return bool(heading_fields(section, vocabulary) or (italic and fields_of(heading)))


def headed_fields(outline: Outline, owners: Sequence[str]) -> Iterator[Field]:
    """Yield the page's facts that are in or under a heading of their name, itself no other record's."""
    vocabulary = outline.vocabulary
    own = {index for index, owner in enumerate(owners) if owner == "page"}
    for section in outline.sections[1:]:
        if section.parent not in own or owners[section.index] not in ("page", "section"):
            continue
        if fields := heading_fields(section, vocabulary):
            own.add(section.index)
            yield from fields
        elif vocabulary.means(section.title, *_FACTS) and (value := _value(section.blocks)):
            yield Field(section.title, value[0], value[1])
        elif (behind := _BEHIND.search(section.title)) and vocabulary.means(behind[1], "updated"):
            yield Field(behind[1], behind[2], section.line)


_BEHIND = regex(r"(?:\s[-–—|·]\s+|[(（])([^\W\d][^:：()（）|]{1,30})[:：]\s*([^()（）|]{4,40})[)）]?\s*$")
"""A field behind the name of a section: `Current Status - Last updated: 2026-05-23`."""


def _value(blocks: Sequence[Block]) -> tuple[str, int] | None:
    """Return the one short text under a heading, and its line."""
    while len(blocks) == 1 and blocks[0].kind in ("list", "item", "quote"):
        blocks = blocks[0].children
    if len(blocks) != 1 or blocks[0].kind != "paragraph" or len(blocks[0].lines) != 1:
        return None
    text = blocks[0].text.strip()
    return (text, blocks[0].line) if text and len(text) <= _LONGEST and not text.endswith(".") else None
