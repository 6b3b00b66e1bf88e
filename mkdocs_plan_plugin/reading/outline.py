"""A document as the reader of plans sees it: what headings mean, and what stands under each, found once."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.reading.entries import fields_in, labelled
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.source.fields import Field, Part
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary


class Outline:
    """The sections of a document in the words of a vocabulary.

    A dozen readers ask for the same headings, parts and fields: each is found when the first one asks.
    """

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.sections = document.sections
        self.title: Section | None = next((one for one in self.sections if one.level == 1), None)
        """The heading that is the page's title: the first H1, else None."""
        self._playing: dict[str, list[Section]] = {}
        for section in self.sections[1:]:
            for role in vocabulary.roles(section.title):
                self._playing.setdefault(role, []).append(section)
        self._parts: dict[int, list[Part]] = {}
        self._fields: dict[int, list[Field]] = {}

    def playing(self, role: str, inside: Section | None = None) -> list[Section]:
        """Return the sections whose headings play a subsection role, in the order of the page.

        With `inside` only those below a section.
        """
        found = self._playing.get(role, [])
        if inside is None:
            return found
        return [section for section in found if inside.line < section.line <= inside.end]

    def parts(self, section: Section) -> list[Part]:
        """Return a section's blocks, split at their fields and labels; empty for an empty section."""
        parts = self._parts.get(section.index)
        if parts is None:
            parts = self._parts[section.index] = labelled(section.blocks, self.vocabulary)
        return parts

    def fields(self, section: Section) -> list[Field]:
        """Return the fields right under a heading, however deep in lists and quotes."""
        fields = self._fields.get(section.index)
        if fields is None:
            fields = self._fields[section.index] = list(fields_in(section.blocks, self.vocabulary))
        return fields

    def parts_within(self, section: Section) -> Iterator[Part]:
        """Yield the parts of a section and of those below it."""
        for one in self.document.within(section):
            yield from self.parts(one)
