"""A document as the reader of plans sees it: what headings mean, and what is under each, found once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from mkdocs_plan_plugin.dialects.dialect import Dialect
from mkdocs_plan_plugin.reading.dialects import PLAINLY, Spoken
from mkdocs_plan_plugin.reading.entries import labelled
from mkdocs_plan_plugin.reading.footers import footer_of
from mkdocs_plan_plugin.reading.found import Phases
from mkdocs_plan_plugin.reading.statements import Places, statements_in
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.source.fields import Field, Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.dates import Date
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary

Record = Literal["risk", "decision", "test-case", "update"]


_LONG_HEAD = 20
"""Blocks in front of an H1 that is one of several: it stands in the middle of a text, and is no title."""


def title_section(document: Document) -> Section | None:
    """Return the heading that is the page's title: the first H1, unless it stands in the middle."""
    ones = [one for one in document.sections if one.level == 1]
    lost = len(ones) > 1 and ones[0].index == 1 and len(document.sections[0].blocks) > _LONG_HEAD
    return ones[0] if ones and not lost else None


class Outline:
    """The sections of a document in the words of a vocabulary.

    A dozen readers ask for the same headings, parts and statements: each is found when the first one asks.
    """

    def __init__(self, document: Document, vocabulary: Vocabulary, spoken: Spoken = PLAINLY) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.spoken = spoken
        self.dialect: Dialect = spoken.dialect
        self.sections = document.sections
        self.title = title_section(document)
        """The heading that is the page's title."""
        self.phases: Phases | None = None
        """The phases of the page, once they have been asked for."""
        self.places = Places({}, vocabulary)
        """The fields that state facts of the whole plan, once it has been read."""
        self.chapters: set[int] = set()
        """The numbered parts of the document, by index, of which one has the phases in it."""
        self.risk_sections: dict[int, Section] | None = None
        """The sections of risks and those below by index, each with the outermost, once asked for."""
        self.risks_told: set[int] | None = None
        """The sections that may tell of a risk wherever they are, once they have been asked for."""
        self.records: dict[int, Record] | None = None
        """What the headings are that are a record each, by section index, once that has been asked for."""
        self.updates: list[tuple[Section, Date]] | None = None
        """The headings that are an update each, with their day, once that has been asked for."""
        self.decisions: list[tuple[Section, str]] | None = None
        """The sections with what they are to decisions, once that has been asked for."""
        self.away: set[int] = set()
        """The sections inside phases and other parts, by index, once those of the page have been found."""
        self._by_role: dict[str, list[Section]] = {}
        for section in self.sections[1:]:
            for role in vocabulary.roles(section.title):
                self._by_role.setdefault(role, []).append(section)
        self._bodies: dict[int, tuple[list[Block], list[Block]]] = {}
        self._parts: dict[int, list[Part]] = {}
        self._fields: dict[int, list[Field]] = {}

    def sections_for(self, role: str, inside: Section | None = None) -> list[Section]:
        """Return the sections whose headings play a subsection role, in the order of the page.

        With `inside` only those below a section.
        """
        found = self._by_role.get(role, [])
        if inside is None:
            return found
        return [section for section in found if inside.line < section.line <= inside.end]

    def index_at(self, line: int) -> int:
        """Return the index of the section that a line is right under; 0 in front of all headings."""
        return bisect_right(self.sections, line, lo=1, key=lambda one: one.line) - 1

    def blocks_of(self, role: str) -> list[Block]:
        """Return what is under the first heading outside of all parts that plays a subsection role."""
        return next((one.blocks for one in self._by_role.get(role, ()) if one.index not in self.away), [])

    def _parted(self, section: Section) -> tuple[list[Block], list[Block]]:
        parted = self._bodies.get(section.index)
        if parted is None:
            last = section.index == len(self.sections) - 1
            parted = self._bodies[section.index] = footer_of(section.blocks, self.vocabulary, last=last)
        return parted

    def body(self, section: Section) -> list[Block]:
        """Return the blocks right under a heading, without a footer of the page that closes them."""
        return self._parted(section)[0]

    def footer(self, section: Section) -> list[Block]:
        """Return the blocks under a heading that are a footer of the page, behind a rule."""
        return self._parted(section)[1]

    def parts(self, section: Section) -> list[Part]:
        """Return a section's blocks, split at their fields and labels; empty for an empty section."""
        parts = self._parts.get(section.index)
        if parts is None:
            parts = self._parts[section.index] = labelled(self.body(section), self.vocabulary)
        return parts

    def fields(self, section: Section) -> list[Field]:
        """Return what a section states itself: of what its heading names, not of an item or row in it."""
        fields = self._fields.get(section.index)
        if fields is None:
            fields = [*statements_in(self.body(section), self.vocabulary, own=True)]
            self._fields[section.index] = fields
        return fields

    def parts_below(self, section: Section) -> list[Part]:
        """Return the parts of a record: a heading below its own labels what is under it."""
        found = list(self.parts(section))
        for one in self.document.inside(section):
            first, *others = self.parts(one) or [Part(Field("", "", one.line))]
            found += [Part(Field(one.title, "", one.line), first.lines, first.blocks), *others]
        return found

    def parts_within(self, section: Section) -> Iterator[Part]:
        """Yield the parts of a section and of those below it."""
        for one in self.document.within(section):
            yield from self.parts(one)
