"""Which heading plays which of a plan's thirteen sections."""

from __future__ import annotations

from functools import lru_cache

from mkdocs_plan_plugin.reading.headings import numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import IDEOGRAPHS, Vocabulary, key, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_OVERVIEWS = frozenset(key(word) for word in words.OVERVIEWS)
_SLASH = regex(r"\s+/\s+")


def title_section(document: Document) -> Section | None:
    """Return the heading that is the page's title: the first H1, else None."""
    return next((section for section in document.sections if section.level == 1), None)


def top_level(document: Document) -> int:
    """Return the level of the main sections: 2 below one H1, 1 where H1s part the page."""
    ones = sum(section.level == 1 for section in document.sections)
    twos = sum(section.level == 2 for section in document.sections)
    return 1 if ones > max(2, twos) else 2


@lru_cache(maxsize=4096)
def role_of(title: str, vocabulary: Vocabulary, *, stems: bool = True) -> str | None:
    """Return the role that a heading's words play: an exact spelling, else one that contains a stem."""
    apart = split_heading(title, PHASE, vocabulary, durations=False)
    title = apart.text or mend(title)
    halves = [title_key(half) for half in (title, *(_SLASH.split(title) if "/" in title else ()))]
    for half in halves:
        role = vocabulary.sections.get(half)
        if role:
            return role
    if stems:
        padded = f" {halves[0]} "
        if len(padded.split()) <= 7:
            for stem, role in vocabulary.section_stems:
                if f" {stem} " in padded or (ord(stem[0]) >= IDEOGRAPHS and stem in padded):
                    return role
    return None


def find_sections(outline: Outline, inside_phase: set[int]) -> dict[str, Section]:
    """Return the section that plays each role: at the top level, then one below.

    Exact spellings go before longer headings. Sections inside a phase, given by index, play no role
    of the page.
    """
    document, vocabulary, title = outline.document, outline.vocabulary, outline.title
    found: dict[str, Section] = {}
    top = top_level(document)
    sections = [
        section
        for section in document.sections[1:]
        if section is not title
        and section.index not in inside_phase
        and not numbered(section, vocabulary, "steps")
    ]
    for level in (top, top + 1):
        at = [
            section
            for section in sections
            if section.level == level or (level == top and 0 < section.level < top)
        ]
        for stems in (False, True):
            for section in at:
                role = role_of(
                    section.title, vocabulary, stems=stems and (level == top or section.title.isascii())
                )
                if role and role not in found and _fits(document, section, role, found, inner=level > top):
                    found[role] = section
    if "executive-summary" not in found:
        overview = next(
            (
                section
                for section in sections
                if section.level == top and title_key(section.title) in _OVERVIEWS
            ),
            None,
        )
        if overview:
            found["executive-summary"] = overview
    return {role: found[role] for role in words.SECTIONS if role in found}


_INNER = frozenset(words.SECTIONS) - {"executive-summary", "strategy"}
"""Roles that a heading below the main ones may play; the others name parts of many sections."""

_GENERIC = frozenset(key(word) for word in words.GENERIC_HEADINGS)


def _fits(document: Document, section: Section, role: str, found: dict[str, Section], *, inner: bool) -> bool:
    if not inner:
        return True
    if role not in _INNER or title_key(section.title) in _GENERIC:
        return False
    parent = document.sections[section.parent]
    return parent not in found.values() or role != next(r for r, s in found.items() if s is parent)
