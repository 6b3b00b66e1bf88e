"""Which heading plays which of a plan's thirteen sections."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_plan_plugin.reading.headings import is_numbered, numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key_of_word, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.section_roles import (
    NAME,
    PIECES,
    SYNONYM,
    Played,
    is_overview,
    roles_of,
)


def top_level(document: Document) -> int:
    """Return the level of the main sections: 2 below one H1, 1 where H1s part the page."""
    ones = sum(section.level == 1 for section in document.sections)
    twos = sum(section.level == 2 for section in document.sections)
    return 1 if ones > max(2, twos) else 2


def role_of(title: str, vocabulary: Vocabulary, *, stems: bool = True) -> str | None:
    """Return the role that a heading's words play; without `stems` only for a spelling of the tables."""
    played = roles_of(title, vocabulary)
    known = played and (stems or played[0].rank in (NAME, SYNONYM))
    return played[0].role if known else None


def find_sections(outline: Outline, inside_phase: set[int]) -> dict[str, Section]:
    """Return the section that plays each role: at the top level, then one below.

    Names go before other spellings, and these before longer headings; the first of a kind counts.
    Sections inside a phase, given by index, or inside another part of the plan play no role of the page.
    """
    document, vocabulary, title = outline.document, outline.vocabulary, outline.title
    found: dict[str, Section] = {}
    top = top_level(document)
    away = outline.away = inside_phase | sections_of_parts(outline)
    own = frozenset(title_key(title.title).split()) - _SMALL_WORDS if title else frozenset()
    sections = [
        section
        for section in document.sections[1:]
        if section is not title
        and section.index not in away
        and (section.index in outline.chapters or not numbered(section, vocabulary, "steps"))
        and not _is_subtitle(section, outline)
    ]
    if not any(one.level == top for one in sections) and any(one.level == top + 1 for one in sections):
        top += 1  # a page whose only heading of that level is its subtitle
    for level in (top, top + 1):
        inner = level > top
        at = [one for one in sections if one.level == level or (not inner and 0 < one.level < top)]
        played = [
            (one, index, role)
            for one in at
            for index, role in enumerate(roles_of(one.title, vocabulary, frozenset() if inner else own))
            if not (inner and role.one_word) and not _of_a_phase(one, outline)
        ]
        played.sort(key=lambda one: (one[1] > 0, one[2].rank))
        for section, _, role in played:
            if role.role not in found and (not inner or _fits(outline, section, role, found)):
                found[role.role] = section
    overview = next((one for one in sections if one.level == top and is_overview(one.title)), None)
    summary = found.get("executive-summary")
    if overview and (summary is None or (overview.line < summary.line and _is_late(summary, vocabulary))):
        found["executive-summary"] = overview
    return {role: found[role] for role in words.SECTIONS if role in found}


def _is_late(summary: Section, vocabulary: Vocabulary) -> bool:
    """True for a summary of something, *Milestone Summary*, which behind an overview sums up at the end."""
    played = roles_of(summary.title, vocabulary)
    return not played or played[0].rank != NAME


def _is_subtitle(section: Section, outline: Outline) -> bool:
    """True for a heading right below the title, without a blank line, in words of its own."""
    title = outline.title
    below = title is not None and section.parent == title.index and section.line == title.line + 1
    return below and title_key(section.title) not in outline.vocabulary.sections


_SMALL_WORDS = keys_of((*words.PREPOSITIONS, *words.CONJUNCTIONS))
_CHECKLIST = has_word(words.CHECKLISTS)
_INNER = frozenset(words.SECTIONS) - {"executive-summary", "strategy"}
"""Roles that a heading below the main ones may play; the others name parts of many sections."""

_GENERIC = keys_of(words.GENERIC_HEADINGS)


def _fits(outline: Outline, section: Section, played: Played, found: dict[str, Section]) -> bool:
    """True if a heading below the main ones may play its role, not what its parent plays or a part of it."""
    parent = outline.sections[section.parent]
    generic = title_key(section.title) in _GENERIC and not _is_subtitle(parent, outline)
    if played.role not in _INNER or generic:
        return False
    above = next((role for role, one in found.items() if one is parent), None)
    if played.role == "testing" and (
        above == "success-criteria" or _CHECKLIST.search(title_key(parent.title))
    ):
        return False  # a group of what is checked
    if above in (None, "executive-summary"):
        return True
    return played.rank in (NAME, SYNONYM) and above != played.role


def _of_a_phase(section: Section, outline: Outline) -> bool:
    """True for `Phase 2 Deliverables` on a page that has a phase 2, and is not about it: that phase's."""
    split = title_key(section.title).split()
    for at in range(len(split) - 1):
        if split[at] in outline.vocabulary.phases and split[at + 1][:1].isdigit():
            name = f"{split[at]} {split[at + 1]} "
            whole = f"{title_key(outline.title.title)} " if outline.title else ""
            return (
                not (at and split[at - 1] in _AFTER)
                and name not in whole
                and any(
                    f"{title_key(other.title)} ".startswith(name)
                    for other in outline.sections[1:]
                    if other is not section
                )
            )
    return False


_AFTER = keys_of(words.AFTER)


def sections_of_parts(outline: Outline) -> set[int]:
    """Return the indices of the sections inside parts of a plan: workstreams, tracks, options.

    A part is known by its name, or because others of its level have a sub-heading of the same words.
    """
    vocabulary, title = outline.vocabulary, outline.title
    parts: set[int] = set()
    inside: set[int] = set()
    same: dict[tuple[int, str], list[Section]] = {}
    for section in outline.sections[1:]:
        if section is title or section.index in outline.chapters:
            continue
        if section.parent in parts or section.parent in inside:
            inside.add(section.index)
            continue
        if names_part(section.title, vocabulary) or is_numbered(section, vocabulary):
            parts.add(section.index)
        elif section.parent > 0 and outline.sections[section.parent] is not title:
            same.setdefault((section.level, title_key(section.title)), []).append(section)
    for alike in same.values():
        if len({section.parent for section in alike}) > 1:
            inside.update(section.index for section in alike)
    return inside


@lru_cache(maxsize=4096)
def names_part(title: str, vocabulary: Vocabulary) -> bool:
    """True for a heading that names a part of a plan: `Part 1`, `Workstream: Till`, `Backend Track`."""
    pieces = PIECES.split(mend(title), maxsplit=1)
    said = title_key(pieces[0])
    if said in vocabulary.sections:
        return False
    first = _PART_FIRST.match(said)
    if first and (first[1] or (len(pieces) > 1 and first.end() == len(said))):
        return True
    return said.endswith(_LAST_NOUNS) or ("第" in said and _PART_LAST.search(said) is not None)


_NOUNS = "|".join(sorted((re.escape(key_of_word(noun)) for noun in words.PART_NOUNS), key=len, reverse=True))
_PART_FIRST = regex(rf"(?:{_NOUNS})(?![^\W\d_])\s*(\d[\d.]*|[a-z]|[ivx]+|[一二三四五六七八九十])?(?![^\W_])")
_LAST_NOUNS = tuple(f" {key_of_word(noun)}" for noun in words.PART_NOUNS)
_PART_LAST = regex(r"第\s*[\d一二三四五六七八九十]+\s*(?:部分|部|章|编)$")
