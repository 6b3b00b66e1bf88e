"""The fields that state facts of the whole document, by the place they are in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from mkdocs_plan_plugin.reading.headed import headed_fields, heading_fields
from mkdocs_plan_plugin.reading.headings import is_part
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.records import record_headings
from mkdocs_plan_plugin.reading.statements import FACTS, Places, statements_in
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.source.fields import Field, fields_of, front_fields
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.scales import PLAN
from mkdocs_plan_plugin.vocabulary.states import leads_with_state, read_state

THEME_STATUSES = ("new", "deprecated")
"""Values of `status` in front matter that belong to the theme."""


Owner = Literal["page", "part", "phase", "risk", "decision", "test-case", "update", "section"]
"""The record that a section belongs to: what is stated in it is said of that."""


def owners_of(outline: Outline, sections: dict[str, Section], inside_phase: set[int]) -> list[Owner]:
    """Return whose facts each section of a page states, by its index.

    The plan's are those before the first section, in the summary, in the document information, and under
    a heading called Status that no other record contains.
    """
    records = record_headings(outline)
    own = {sections[role].index for role in ("executive-summary", "document-information") if role in sections}
    top = _top(outline)
    owners: list[Owner] = []
    for section in outline.sections:
        above: Owner = owners[section.parent] if section.parent >= 0 else "page"
        owner: Owner = "section"
        if section.index in inside_phase:
            owner = "phase"
        elif section.index in records:
            owner = records[section.index]
        elif above not in ("page", "section") or is_part(section.title):
            owner = above if above not in ("page", "section") else "part"
        elif section.index in own or section.level < top or (above == "page" and section.level > top):
            owner = "page"
        owners.append(owner)
    states = [one for one in _status_sections(outline) if owners[one.index] == "section"]
    if len({one.parent for one in states}) == 1:  # else each speaks of what it is under
        for one in states:
            owners[one.index] = "page"
    return owners


def _top(outline: Outline) -> int:
    return min((section.level for section in outline.sections if section.level > 1), default=2)


def gather(outline: Outline, sections: dict[str, Section], owners: list[Owner]) -> Places:
    """Return the fields that state facts of the whole document; each is in the first place it fits."""

    def under(section: Section | None) -> list[Field]:
        inner = outline.document.within(section) if section else ()
        return [field for one in inner if owners[one.index] == "page" for field in outline.fields(one)]

    places: dict[str, list[Field]] = {
        "front": list(_front_fields(outline.document)),
        "head": [*_head(outline, owners), *headed_fields(outline, owners)],
        "summary": under(sections.get("executive-summary")),
        "status": [
            field
            for section in _status_sections(outline)
            if owners[section.index] == "page"
            for field in _status_fields(section, outline)
        ],
        "information": under(sections.get("document-information")),
    }
    top = _top(outline)
    places["own-status"] = [  # below one component it is that component's
        field
        for section in _status_sections(outline)
        if section.level == top and owners[section.index] == "page"
        for field in outline.fields(section)
    ]
    seen = {(field.name, field.line) for fields in places.values() for field in fields}
    places["information"] += [
        field for field in _footers(outline, owners) if (field.name, field.line) not in seen
    ]
    return Places(places, outline.vocabulary)


def _head(outline: Outline, owners: list[Owner]) -> list[Field]:
    """Return the fields before the first section of the page.

    A page whose first section opens with a block of fields keeps its head there, unless its neighbours
    open so too.
    """
    top = _top(outline)
    head: list[Field] = []
    for section in outline.sections:
        if owners[section.index] in ("page", "section") and heading_fields(section, outline.vocabulary):
            head += outline.fields(section)
            continue
        if section.level == top:
            first = (
                [] if head or owners[section.index] not in ("page", "section") else _opening(section, outline)
            )
            behind = (one for one in outline.sections[section.index + 1 :] if one.level == top)
            after = next(behind, None)
            if first and not (after and _opening(after, outline)):
                head = first
            break
        if owners[section.index] != "page":
            break
        head += outline.fields(section)
    return head


def _opening(section: Section, outline: Outline) -> list[Field]:
    """Return the fields of the block that opens a section, if they are several and one is a head's."""
    fields: list[Field] = [*statements_in(outline.body(section)[:1], outline.vocabulary, own=True)]
    known = len(fields) > 1 and any(outline.vocabulary.means(field.name, *FACTS) for field in fields)
    return fields if known else []


def _front_fields(document: Document) -> Iterator[Field]:
    for field in front_fields(document.front):
        if field.name != "status" or field.value.casefold() not in THEME_STATUSES:
            yield field


def _status_sections(outline: Outline) -> Iterator[Section]:
    """Yield the sections with a heading such as `Status` or `Status: Blocked`."""
    vocabulary = outline.vocabulary
    return (one for one in outline.sections[1:] if _is_status(one.title, vocabulary))


@lru_cache(maxsize=4096)
def _is_status(title: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.plays(title.replace("：", ":").partition(":")[0], "status")


def _status_fields(section: Section, outline: Outline) -> Iterator[Field]:
    """Yield the fields under a heading called Status; its first words are one, too."""
    vocabulary, found = outline.vocabulary, outline.fields(section)
    _, _, value = section.title.replace("：", ":").partition(":")
    if value.strip() and _is_of_plan(value, vocabulary):  # `## Status: Blocked`
        yield Field("Status", value.strip(), section.line)
    yield from found
    if not any(vocabulary.means(field.name, "status") for field in found):
        block = next((block for block in section.blocks if block.kind == "paragraph"), None)
        if block and len(block.text) <= 80 and leads_with_state(block.text, vocabulary):
            sorts = block.text.endswith((":", "："))  # `Completed:` over a list
            if not sorts or read_state(block.text, PLAN, vocabulary).state in _STOPPED:
                yield Field("Status", block.text, block.line)


def _is_of_plan(value: str, vocabulary: Vocabulary) -> bool:
    """True unless a value says that something is complete, perhaps a part: *Core of the kiln finished ✓*."""
    return leads_with_state(value, vocabulary) or read_state(value, PLAN, vocabulary).state != "complete"


_STOPPED = ("blocked", "on-hold")
"""What is said of a plan over a list of the reasons; other states sort the list."""


def _footers(outline: Outline, owners: list[Owner]) -> Iterator[Field]:
    """Yield the fields of the page's footers: behind a closing rule, or the last lines of the page.

    Without a rule they are the page's only where no record contains them, and below something else.
    """
    last = outline.sections[-1]
    for section in outline.sections[1:]:
        footer = outline.footer(section)
        fields = _own(footer, outline) if footer else []
        if len(fields) > 1 or section is last:  # one alone may speak of what is above
            yield from fields
    if last.index == 0 or owners[last.index] not in ("page", "section") or outline.footer(last):
        return
    body = outline.body(last)
    for at, block in enumerate(body[-3:], max(0, len(body) - 3)):
        if block.kind not in ("paragraph", "list", "quote"):
            continue
        fields = _own([block], outline)
        lines = len(block.lines) if block.kind == "paragraph" else len(block.children)
        of_document = any(outline.vocabulary.means(field.name, *_OF_DOCUMENT) for field in fields)
        named = max(len(fields), sum(bool(fields_of(line)) for line in block.lines))
        if fields and named >= lines - 1 and (of_document or (at and last.level <= _top(outline))):
            yield from fields


_OF_DOCUMENT = ("created", "updated", "version", "category", "document-state")
"""Facts that documents have, and records in them hardly."""


def _own(blocks: list[Block], outline: Outline) -> list[Field]:
    return [*statements_in(blocks, outline.vocabulary, own=True)]
