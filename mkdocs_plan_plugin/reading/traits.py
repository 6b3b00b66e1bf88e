"""The traits of a plan: what makes a page one that nobody has marked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mkdocs_plan_plugin.reading.entries import columns
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.choose import phases_of
from mkdocs_plan_plugin.reading.places import THEME_STATUSES
from mkdocs_plan_plugin.reading.risks.sections import risk_headings
from mkdocs_plan_plugin.reading.roles import find_sections
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.fields import Field, front_fields
from mkdocs_plan_plugin.source.front_matter import FrontMatter
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.lookup import IDEOGRAPHS, Vocabulary, has_word, key
from mkdocs_plan_plugin.vocabulary.words import (
    DONE_TITLES,
    FIELDS,
    GUIDE_TITLES,
    PHASES,
    PLAN_ENDINGS,
    PLAN_TITLES,
    WORK_TITLES,
)

ENOUGH = 2
"""Traits that make a page that a glob names a plan."""

_NEAR = 4
"""Traits that make any other page a near miss."""

NEEDED_OF_REPORT = 4
"""Traits that make a page that a glob names a plan, if it calls itself a report or a guide."""

PLENTY = 5
"""Traits that make a page a plan wherever it is."""

_TITLED = 4
"""Traits that do if a plan-like title is among them."""

_BOX = regex(r"\[[^\[\]]{1,3}\]\s")
# What begins with a line break is found without a look at each character.
_H1 = regex(r"\n {0,3}#[ \t](.*)")
_UNDERLINE = regex(r"\n {0,3}=")
_UNDERLINED = regex(r"^(.+)\n {0,3}=+[ \t]*$", re.MULTILINE)
_PHASE = regex(
    rf"^#{{2,6}}[ \t].*(?:{'|'.join(re.escape(word) for table in PHASES.values() for word in table)})"
    r"|^(?=[^\n]*\d)[^\n]*+\n(?:=+|-+)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What may be the heading of a phase."""
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_SHORTEST = 3
"""Letters before the ending of a compound: *Bauplan*, but not *Kaplan*."""


class Spelled(NamedTuple):
    """Words to look for in a text whose ASCII letters are small: most texts end there, and quickly."""

    ascii: tuple[bytes, ...]
    others: tuple[bytes, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> Spelled:
        """Return how words may be spelled; those that have another in them are left out."""
        cased = {form.encode().lower() for word in words for form in (word, word.capitalize(), word.upper())}
        found = [word for word in sorted(cased) if not any(one != word and one in word for one in cased)]
        return cls(
            tuple(word for word in found if word.isascii()),
            tuple(word for word in found if not word.isascii()),
        )

    def any_in(self, folded: bytes) -> bool:
        """True if one of the words is in such a text."""
        stands = folded.__contains__
        return any(map(stands, self.ascii)) or (not folded.isascii() and any(map(stands, self.others)))

    def head_in(self, folded: bytes) -> bool:
        """True if one of the words is in a heading of such a text."""
        return any(
            _is_heading(folded, at)
            for word in (*self.ascii, *(() if folded.isascii() else self.others))
            for at in _each(word, folded)
        )


def _each(word: bytes, folded: bytes) -> Iterator[int]:
    """Yield where a word is in a text, once for each line."""
    at = folded.find(word)
    while at >= 0:
        yield at
        line_end = folded.find(b"\n", at)
        at = folded.find(word, line_end) if line_end >= 0 else -1


def _is_heading(folded: bytes, at: int) -> bool:
    """True if a place in a text is on the line of a heading."""
    begin, end = folded.rfind(b"\n", 0, at) + 1, folded.find(b"\n", at)
    if folded[begin : begin + 4].lstrip(b" ")[:1] == b"#":
        return True
    return end >= 0 and folded[end + 1 : end + 5].lstrip(b" ")[:1] in (b"=", b"-")


_REPORT = has_word((*DONE_TITLES, *GUIDE_TITLES))
_DONE = has_word(DONE_TITLES)
_WORK = has_word(WORK_TITLES)
_PLAN_WORDS = tuple(key(word) for word in PLAN_TITLES)
_SPACED = tuple(f" {word} " for word in _PLAN_WORDS if ord(word[0]) < IDEOGRAPHS)
_DENSE = tuple(word for word in _PLAN_WORDS if ord(word[0]) >= IDEOGRAPHS)
_PLAN_HEADS = tuple({word.partition(" ")[0] for word in _PLAN_WORDS})
"""How those words begin, of which most titles hold none."""
_RISKS_SPELLED = Spelled.of(FIELDS["risk"])


def is_plan_title(title: str) -> bool:
    """True if a title holds a word such as *plan* or *roadmap*, or a compound with one at its end.

    *Migration plan*, *Projektplan*, *Plan de migration*, *实施计划*.
    """
    text = key(title)
    return (
        any(map(f" {text} ".__contains__, _SPACED))
        or any(map(text.__contains__, _DENSE))
        or any(_is_compound(word) for word in text.split())
    )


def _is_compound(word: str) -> bool:
    return any(word.endswith(end) and len(word) >= len(end) + _SHORTEST for end in PLAN_ENDINGS)


def may_have(text: str, folded: bytes, front: FrontMatter, path: str) -> bool:
    """True if a page could have the traits of a near miss, by a look at its text: most pages end here.

    Of any four of the six traits a near miss has two of the four that show without a parser.
    `folded` is the text as bytes, its ASCII letters small.
    """
    boxes = text.count("[") >= 5 and len(_BOX.findall(text)) >= 5
    tables = _tables_have(_RISKS_SPELLED, folded)
    signs = boxes + tables + _may_have_title(text, front, path)
    if signs > 1:
        return True
    described = not tables and _RISKS_SPELLED.head_in(folded)
    return signs + described > 0 and (signs + described > 1 or _PHASE.search(text) is not None)


def _tables_have(words: Spelled, folded: bytes) -> bool:
    """True if one of some words is where the tables of a text are, or between them."""
    first = folded.find(b"|")
    return first >= 0 and words.any_in(folded[folded.rfind(b"\n", 0, first) + 1 : folded.rfind(b"|")])


def _may_have_title(text: str, front: FrontMatter, path: str) -> bool:
    titles = [_name(path), str(front.values.get("title", "")), *_H1.findall(f"\n{text}")]
    if "=" in text and _UNDERLINE.search(text):
        titles += _UNDERLINED.findall(text)
    folded = "\n".join(titles).casefold()
    return any(map(folded.__contains__, _PLAN_HEADS)) and any(map(is_plan_title, titles))


def _name(path: str) -> str:
    """Return the name of a file as words."""
    return _CAMEL.sub(" ", posixpath.splitext(posixpath.basename(path))[0])


def traits(outline: Outline, path: str) -> list[str]:
    """Return which of the traits of a plan a page has. `path` is its file, whose name may say it, too."""
    return [name for name, has in _TRAITS.items() if has(outline, path)]


def _title(outline: Outline, path: str) -> bool:
    titles = [str(outline.document.front.values.get("title", "")), _name(path)]
    return any(map(is_plan_title, [outline.title.title, *titles] if outline.title else titles))


def needed(outline: Outline, path: str) -> int:
    """Return how many traits make a page that a glob names a plan.

    Reports about plans are beside them, and have a status and phases, too.
    """
    names = _names(outline, path)
    if any(map(is_plan_title, names)):
        return ENOUGH
    return NEEDED_OF_REPORT if any(_REPORT.search(key(name)) for name in names) else ENOUGH


def looks_like_a_plan(outline: Outline, path: str, found: list[str]) -> bool:
    """True if a page with these traits is a plan wherever it is.

    One that is called an implementation is, with phases and tasks, be it called a guide or not; but no
    report of it.
    """
    if len(found) >= PLENTY:
        return True
    names = [key(name) for name in _names(outline, path)]
    if _TITLE in found and len(found) >= _TITLED:
        return not any(map(_REPORT.search, names))
    works = _PHASES in found and _TASKS in found and any(map(_WORK.search, names))
    return works and not any(map(_DONE.search, names))


def nearly_a_plan(outline: Outline, path: str, found: list[str]) -> bool:
    """True if a page with these traits is worth asking its author about.

    Four are, and three with numbered phases; those of a report are no plan's if there are only three.
    """
    phased = _PHASES in found and not any(_REPORT.search(key(name)) for name in _names(outline, path))
    return len(found) >= _NEAR - phased


def _names(outline: Outline, path: str) -> list[str]:
    """Return what a page is called: its file, and its heading."""
    return [_name(path), *([outline.title.title] if outline.title else [])]


def _phases(outline: Outline, path: str) -> bool:
    """True for phases that are numbered, or listed under a heading called so.

    What is to be done at once and what later is in any page's next steps; a guide has steps, and a
    changelog versions, which part the work of what is called a plan.
    """
    found = phases_of(outline)
    named = found.line or any(one.number or one.canonical for one in found.members)
    known = max(found.known, len(found.members)) if _title(outline, path) else found.known
    return known > 1 and bool(named or not found.members)


def _sections(outline: Outline, _path: str) -> bool:
    return len(find_sections(outline, set())) >= 4


def _tasks(outline: Outline, _path: str) -> bool:
    return sum(len(read_tasks(section.blocks)) for section in outline.sections) >= 5


def _status(outline: Outline, _path: str) -> bool:
    vocabulary, head = outline.vocabulary, 2 if outline.title else 1
    of_plan: list[Field] = [
        field
        for field in front_fields(outline.document.front)
        if key(field.name) != "status" or field.value.casefold() not in THEME_STATUSES
    ]
    of_plan += [field for section in outline.sections[:head] for field in outline.fields(section)]
    return any(
        vocabulary.means(field.name, "status", "priority", "due") or key(field.name) == "owner"
        for field in of_plan
    ) or any(
        vocabulary.means(field.name, "status")
        for section in outline.sections
        for field in outline.fields(section)
    )


def _risks(outline: Outline, _path: str) -> bool:
    vocabulary = outline.vocabulary
    tables = (table for section in outline.sections for table in section.tables)
    return any(_is_risk_table(table, vocabulary) for table in tables) or bool(risk_headings(outline))


def _is_risk_table(table: Block, vocabulary: Vocabulary) -> bool:
    found = columns(table, vocabulary, "risk", "probability", "impact", "severity", "mitigation")
    return "risk" in found and len(found) > 1


_TITLE, _PHASES, _TASKS = "a plan-like title or file name", "two numbered phases", "five tasks"

_TRAITS: dict[str, Callable[[Outline, str], bool]] = {
    _TITLE: _title,
    _PHASES: _phases,
    "four sections of a plan": _sections,
    _TASKS: _tasks,
    "a status, priority, owner or due date": _status,
    "risks, described or in a table": _risks,
}

TRAITS = tuple(_TRAITS)
"""What the traits are called."""
