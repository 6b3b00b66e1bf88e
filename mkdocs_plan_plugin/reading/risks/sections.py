"""Where the risks of a page are: sections of risks, and which headings are a risk each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mkdocs_plan_plugin.reading.entries import entries
from mkdocs_plan_plugin.reading.headings import Numbered, numbered, plain_step
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.risks.columns import risk_columns
from mkdocs_plan_plugin.reading.risks.facts import TELLING, fact_of, said_by_table
from mkdocs_plan_plugin.reading.risks.titles import (
    CALLED,
    LONG,
    LONGEST,
    Kind,
    group_of,
    kind_of,
    named,
    names_one,
    names_one_densely,
    names_several,
    speaks_of_levels,
)
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import (
    Vocabulary,
    by_spacing,
    has_word,
    key,
    key_of_word,
    keys_of,
    pattern_of,
    title_key,
)
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.ratings import is_rating, read_rating

_STEM = has_word(words.SECTION_STEMS["risks"])
_STEM_WORDS = frozenset(key_of_word(stem).split()[0] for stem in words.SECTION_STEMS["risks"])
_EVENT = regex(lambda: rf"(?:{pattern_of(words.RISK_EVENTS)})$")
_TWO = 2


def risk_sections(outline: Outline) -> dict[int, Section]:
    """Return the sections of risks and those below them by index, each with the outermost it is in.

    A phase or step is none, whatever it is called: *Phase 1: Risk Assessment*.
    """
    if outline.risk_sections is not None:
        return outline.risk_sections
    vocabulary, document = outline.vocabulary, outline.document
    found: dict[int, Section] = {}
    for one in outline.sections[1:]:
        if one.index in found or one is outline.title or not _plays_risks(one.title, vocabulary):
            continue
        phased = any(numbered(up, vocabulary) for up in document.ancestors(one))
        named = numbered(one, vocabulary, "steps" if phased else "phases")
        one_risk = not names_several(one.title) or names_one_densely(one.title)
        if phased and not named and one_risk and vocabulary.sections.get(title_key(one.title)) != "risks":
            named = plain_step(one)  # `2.1 A risk of records` speaks of its phase's work
        if (not named or _is_chapter(named, vocabulary)) and not _is_work(one, outline):
            found |= {below.index: one for below in document.within(one)}
    outline.risk_sections = found
    return found


def _is_chapter(named: Numbered, vocabulary: Vocabulary) -> bool:
    """True for a part that is nothing but the section of risks: `Part 3: Risks`."""
    return named.canonical == "part" and vocabulary.sections.get(title_key(named.rest)) == "risks"


def _is_work(one: Section, outline: Outline) -> bool:
    """True for a part of something else that lists tasks about risks: *Risk Management Engine*."""
    if outline.document.sections[one.parent].level < 2 or outline.vocabulary.sections.get(
        title_key(one.title)
    ):
        return False
    items = [item for block in one.blocks if block.kind == "list" for item in block.children]
    return bool(items) and all(item.task is not None for item in items)


@lru_cache(maxsize=4096)
def _plays_risks(title: str, vocabulary: Vocabulary) -> bool:
    text = title_key(title)
    if vocabulary.sections.get(text) != "risks":
        split = text.split(" ")
        if (text.isascii() and _STEM_WORDS.isdisjoint(split)) or len(split) - 1 > LONGEST:
            return False  # most headings
        if not _STEM.search(text):
            return False
    return kind_of(title, vocabulary) != "aside"


def risks_told(outline: Outline) -> set[int]:
    """Return the sections that may tell of a risk wherever they are: a line or item of theirs begins so."""
    if outline.risks_told is None:
        begun = [_beginnings(one.blocks) for one in outline.sections]
        said = [" ".join(texts) for texts in begun]
        known = _risk_words(" ".join(said), outline.vocabulary)
        outline.risks_told = {
            index
            for index, text in enumerate(said if known else ())
            if any(map(text.casefold().__contains__, known))
            and any(begins_as_risk(one, outline.vocabulary) for one in begun[index])
        }
    return outline.risks_told


def _beginnings(blocks: Iterable[Block]) -> list[str]:
    """Return how the lines of paragraphs begin, and the first of items and of those nested in them."""
    found: list[str] = []
    for block in blocks:
        if block.kind == "paragraph":
            found += [line.text[:_FIRST] for line in block.lines]
        elif block.kind == "list":
            for item in block.children:
                below = item.children
                if below and below[0].lines:
                    found.append(below[0].lines[0].text[:_FIRST])
                if len(below) > 1:
                    found += _beginnings([one for one in below[1:] if one.kind == "list"])
    return found


def begins_as_risk(text: str, vocabulary: Vocabulary) -> bool:
    """True if a line has a word for risk or probability before a colon, or is a short one."""
    name, colon, _ = text[:_FIRST].partition(":")
    named = colon or len(text) < _FIRST or "：" in name
    return bool(named and _risk_words(name, vocabulary))


_FIRST = 41
_MARKS = ":-/()：'’"


def _risk_words(text: str, vocabulary: Vocabulary) -> set[str]:
    """Return the words for risk or probability in a text: the beginnings of all lines are asked at once."""
    spaced, dense = _leads(vocabulary)
    text = text.casefold()
    for mark in _MARKS:
        text = text.replace(mark, " ")
    found = spaced.intersection(text.split())
    return found if text.isascii() else found | set(dense.findall(text))


@lru_cache(maxsize=8)
def _leads(vocabulary: Vocabulary) -> tuple[set[str], re.Pattern[str]]:
    """Return a word of each name for risk or probability, and a pattern for those of ideographs."""
    names = [word for word, facts in vocabulary.fields.items() if facts & {"risk", "probability"}]
    spaced, dense = by_spacing([*names, *map(key, words.RISK_PLURALS)])
    alone = {name for name in spaced if " " not in name}
    longer = {max(split, key=len) for name in spaced if alone.isdisjoint(split := name.split())}
    return alone | longer, regex("|".join(map(re.escape, dense)))


def risk_headings(outline: Outline) -> list[Section]:
    """Return the headings that are a risk each, wherever they are; what is below one is its own."""
    found: list[Section] = []
    tops = risk_sections(outline)
    sure: set[int] = set()
    end = 0
    for one in outline.sections[1:]:
        if one is outline.title or one.line <= end:
            continue
        top = tops.get(one.index)
        if top is one:
            sure.update(_events(outline, top))
            sure.update(_counted(outline, top))
        within = top is not None and top is not one
        if one.index in sure or (
            _is_risk(one, outline, top) if top and within else _calls_itself_risk(one, outline)
        ):
            found.append(one)
            end = one.end
    return found


def _events(outline: Outline, top: Section) -> Iterable[int]:
    """Return the sections below *Risk Mitigation* where two or more name what may happen: *Data Loss*.

    Else they are what is done about it: *Staging First*.
    """
    if kind_of(top.title, outline.vocabulary) != "measures":
        return ()
    named = [one for one in outline.document.inside(top) if not kind_of(one.title, outline.vocabulary)]
    events = sum(_EVENT.search(title_key(one.title)) is not None for one in named)
    flat = all(one.parent == top.index for one in named)
    return [one.index for one in named] if flat and events >= _TWO else ()


def lists_events(one: Section) -> bool:
    """True if most items of a list among measures name what may happen: `**Data Loss:** copies`."""
    titles = [title_key(entry.title) for entry in entries(one.blocks) if entry.title]
    events = sum(_EVENT.search(title) is not None and title.split()[0] not in _AVOIDED for title in titles)
    return events >= _TWO and 2 * events > len(titles)


_AVOIDED = keys_of(words.RISK_AVOIDED)


def _counted(outline: Outline, top: Section) -> Iterable[int]:
    """Return the numbered headings right below one of risks most of which are one: `2.1 Flood`.

    A list below one then explains it, and tells no risks of its kind.
    """
    below = outline.document.children(top)
    if len(below) < _SEVERAL or not all(_SECTION_NUMBER.match(one.title) for one in below):
        return ()
    plain = all(kind_of(one.title, outline.vocabulary) == "" for one in below)
    risks = sum(_is_risk(one, outline, top) for one in below) if plain else 0
    return [one.index for one in below] if 2 * risks > len(below) else ()


_SEVERAL = 3
_SECTION_NUMBER = regex(r"\d{1,2}\.\d{1,2}[.)]?\s+\S")


def _calls_itself_risk(one: Section, outline: Outline) -> bool:
    """True if a heading outside of the sections of risks is one: *Risk 1*, or what is rated as one.

    *R1* may be a release: below it is what only risks have, or it is none.
    """
    if match := named(one.title):
        facts = (fact_of(part.name, outline.vocabulary) for part in outline.parts_below(one) if part.name)
        return bool(match[1]) or not TELLING.isdisjoint(facts)
    if one.index not in risks_told(outline):
        return False
    parts = outline.parts(one)
    if one.parent > 0 and names_several(outline.sections[one.parent].title):  # *Technical Challenges*
        return any(_is_rating_of_risk(part, outline.vocabulary) for part in parts)
    listed = next((block for block in parts[0].blocks if block.kind == "list"), None) if parts else None
    return (
        listed is not None
        and is_rated(listed, outline.vocabulary)
        and kind_of(one.title, outline.vocabulary) in ("", "risk")
        and not numbered(one, outline.vocabulary)
        and not is_example(one, outline)
    )


def _is_rating_of_risk(part: Part, vocabulary: Vocabulary) -> bool:
    """True for `Risk: Low, as others do it`."""
    return fact_of(part.name, vocabulary) == "risk" and read_rating(part.field.value, vocabulary) is not None


def is_rated(listed: Block, vocabulary: Vocabulary) -> bool:
    """True for a list that rates what it is under both ways: its probability and its impact."""
    said = {fact_of(entry.title, vocabulary): entry.text for entry in entries([listed]) if entry.title}
    return all(read_rating(said.get(axis, ""), vocabulary) for axis in ("probability", "impact"))


def is_example(one: Section, outline: Outline) -> bool:
    """True for a section of how risks are looked at: below *Example Assessments*, *Risk Scoring*."""
    return any(speaks_of_levels(up.title) for up in (one, *outline.document.ancestors(one)))


def _is_risk(one: Section, outline: Outline, top: Section) -> bool:
    """True if a heading in a section of risks is one: by its identifier, fields, or nothing but prose."""
    vocabulary = outline.vocabulary
    if named(one.title) or CALLED.match(mend(one.title)):
        return not is_rating(CALLED.sub("", one.title), vocabulary)
    below = _names_under(one, outline)
    facts = [fact for name in below if (fact := fact_of(name, vocabulary))]
    kind = kind_of(one.title, vocabulary)
    if facts.count("risk") > 1 or kind == "measures" or vocabulary.plays(one.title, "risk-matrix"):
        return False
    if not TELLING.isdisjoint(facts):
        most = group_of(one.title, vocabulary) is None or 2 * len(facts) > len(below)  # *Rollback* may be one
        return kind in ("", "risk") or (kind == "risks" and facts[0] != "risk" and most)
    kinds = [block.kind for block in one.blocks if block.kind not in ("rule", "html")]
    long = len(title_key(one.title).split()) >= LONG  # a sentence names no group of risks
    prose = not below and kinds[:1] == ["paragraph"] and (long or set(kinds) == {"paragraph"})
    leaf = next(outline.document.inside(one), None) is None
    asked = one.title.rstrip("\"'”’»“*_ ").endswith(("?", "？"))  # *What if the kiln cracks?*
    if asked and leaf and one.blocks:
        return scope_of(one, outline, top) == "risks"
    names = kind == "" or (kind == "risk" and names_one(one.title))
    return prose and leaf and names and scope_of(one, outline, top) == "risks"


def scope_of(one: Section, outline: Outline, top: Section) -> Kind:
    """Return what a part of a section of risks speaks of, by its heading, else by the nearest above."""
    for up in (one, *outline.document.ancestors(one)):
        kind = kind_of(up.title, outline.vocabulary)
        if kind in ("measures", "aside"):
            return kind
        if kind or up is top:
            break
    return "risks"


def _names_under(one: Section, outline: Outline) -> list[str]:
    """Return the names of the fields right under a heading: labels, list items, a table of two columns."""
    parts = outline.parts(one)
    vocabulary = outline.vocabulary
    names = [entry.title for part in parts[:1] for entry in entries(part.blocks) if entry.title]
    names += [part.name for part in parts[1:]]
    for table in one.tables:
        if not risk_columns(table, vocabulary, in_section=False):
            names += [name for name, *_ in said_by_table(table, vocabulary)]
    return names
