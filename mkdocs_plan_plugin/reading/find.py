"""Is a page a plan? The first answer wins: front matter, tag, category, glob with traits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

import msgspec

from mkdocs_plan_plugin.model import PageOptions, Why
from mkdocs_plan_plugin.reading.entries import columns
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases import phases_of
from mkdocs_plan_plugin.reading.roles import find_sections
from mkdocs_plan_plugin.reading.tasks import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.front_matter import FrontMatter, read_front_matter
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.source.text import clean
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.words import CATEGORIES, FIELDS, PHASES, PLAN_TITLES

TRAITS = (
    "a plan-like title",
    "two numbered phases",
    "four sections of a plan",
    "five tasks",
    "a status field",
    "a risk table",
)
"""The traits of a plan."""

NEAR = 4
"""Traits that make a page without marker or glob a near miss."""

ENOUGH = 2
"""Traits that make a page that matches a glob a plan."""

_TRUE = ("true", "yes", "on", "1")
_FALSE = ("false", "no", "off", "0")
_EXCEPTED = regex(r"(?:^|/)(?:index|readme)\.md$", re.IGNORECASE)
_PLAN = "implementation plan"
_BODY_CATEGORY = regex(rf"^\W{{0,6}}(category|type)\W{{1,6}}{_PLAN}\W*$", re.IGNORECASE | re.MULTILINE)
_CATEGORY_REACH = 20
"""Characters that may stand between the beginning of that line and what the category is."""


class NearMiss(msgspec.Struct):
    """A page that looks like a plan without marker or glob: listed once, with the line to add."""

    path: str
    traits: list[str]


class Candidate:
    """A page that may be a plan, with its front matter. The outline is made when a question needs it."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = clean(text)
        self.vocabulary = vocabulary
        self.front = read_front_matter(self.text)
        self._folded = self.text.encode("utf-8", "replace").lower()

    def tables_have(self, words: Spelled) -> bool:
        """True if one of some words stands where its tables are, or between them."""
        folded = self._folded
        first = folded.find(b"|")
        return first >= 0 and words.any_in(folded[folded.rfind(b"\n", 0, first) + 1 : folded.rfind(b"|")])

    def places(self, spelling: bytes) -> Iterator[int]:
        """Yield where a word stands in its text."""
        at, last, characters = self._folded.find(spelling), 0, 0
        while at >= 0:
            characters += len(self._folded[last:at].decode())
            yield characters
            last, at = at, self._folded.find(spelling, at + 1)

    @cached_property
    def outline(self) -> Outline:
        """Its outline, which costs most and is asked for last."""
        return Outline(read_document(self.text, self.front), self.vocabulary)


def choose(page: Candidate, path: str, settings: Settings) -> tuple[Why | None, bool]:
    """Return why a page is a plan by its markers, and whether its traits may still make it one.

    A page named by `exclude` is none, whatever it says.
    """
    if settings.exclude and matches(path, tuple(settings.exclude)):
        return None, False
    if page.front.values and (said := _by_front_matter(page.front, settings)):
        return said
    if _says_category(page):
        return Why(by="category", detail="Category: Implementation Plan"), False
    return None, True


def _by_front_matter(front: FrontMatter, settings: Settings) -> tuple[Why | None, bool] | None:
    """Return what front matter says of a page, as `choose` does; None where it says nothing."""
    marker = front.values.get("plan")
    if isinstance(marker, dict):
        return Why(by="front matter", detail="plan: {...}"), False
    if isinstance(marker, str):
        if marker.casefold() in _TRUE:
            return Why(by="front matter", detail="plan: true"), False
        if marker.casefold() in _FALSE:
            return None, False
    if tags := page_tags(front):
        wanted = {tag.casefold() for tag in settings.tags}
        if tag := next((tag for tag in tags if tag.casefold() in wanted), None):
            return Why(by="tag", detail=tag), False
    for name in ("category", "type"):
        value = front.values.get(name)
        if isinstance(value, str) and value.casefold().strip() in CATEGORIES:
            return Why(by="category", detail=f"{name}: {value}"), False
    return None


def _says_category(page: Candidate) -> bool:
    """True if the body has a field of that category, outside of code."""
    lines = set(_category_lines(page))
    return bool(lines) and any(
        key(field.name) in ("category", "type") and field.value.casefold().strip(" *_") in CATEGORIES
        for section, end in pairwise((*page.outline.sections, None))
        if section and any(section.line <= line and (end is None or line < end.line) for line in lines)
        for field in page.outline.fields(section)
    )


def _category_lines(page: Candidate) -> Iterator[int]:
    """Yield the lines that may be such a field, by a look around the words alone."""
    text = page.text
    names = {
        match.start(1)
        for at in page.places(_PLAN.encode())
        for begin in range(max(at - _CATEGORY_REACH, 0), at + 1)
        if (begin == 0 or text[begin - 1] == "\n") and (match := _BODY_CATEGORY.match(text, begin))
    }
    line, before = 1, 0
    for name in sorted(names):
        line += text.count("\n", before, name)
        before = name
        yield line


def page_tags(front: FrontMatter) -> list[str]:
    """Return the tags in front matter, whether a list or one text."""
    tags = front.values.get("tags")
    if isinstance(tags, str):
        return [tag.strip() for tag in tags.split(",") if tag.strip()]
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def matches(path: str, globs: tuple[str, ...]) -> str | None:
    """Return the first glob that a path matches, case ignored; `**` crosses folders."""
    if not _any_of(globs).fullmatch(path):
        return None  # most pages end here
    return next((glob for glob in globs if _pattern(glob).fullmatch(path)), None)


def by_glob(path: str, settings: Settings) -> str | None:
    """Return the `include` glob that a page matches; index and README pages match none."""
    glob = matches(path, tuple(settings.include))
    return None if glob is None or _EXCEPTED.search(path) else glob


@lru_cache(maxsize=16)
def _any_of(globs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_pattern(glob).pattern})" for glob in globs) or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    pattern = ""
    for token in re.findall(r"\*\*/|\*\*|\*|\?|\[[^\]]*\]|.", glob.removeprefix("/"), re.DOTALL):
        pattern += {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(token) or (
            token.replace("[!", "[^", 1) if token.startswith("[") and len(token) > 1 else re.escape(token)
        )
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error:
        return re.compile(re.escape(glob), re.IGNORECASE)


_BOX = regex(r"\[[^\[\]]{1,3}\]\s")
# What begins with a line break is found without a look at each character.
_H1 = regex(r"\n {0,3}#[ \t](.*)")
_UNDERLINE = regex(r"\n {0,3}=")
_UNDERLINED = regex(r"^(.+)\n {0,3}=+[ \t]*$", re.MULTILINE)
_PHASE = regex(
    rf"^#{{2,6}}[ \t].*(?:{'|'.join(re.escape(word) for table in PHASES.values() for word in table)})"
    r"|^[^\n]*\d[^\n]*\n(?:=+|-+)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What may be the heading of a phase."""


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
        """True if one of the words stands in such a text."""
        stands = folded.__contains__
        return any(map(stands, self.ascii)) or (not folded.isascii() and any(map(stands, self.others)))


_PLAN_WORDS = tuple(key(word) for word in PLAN_TITLES)
_RISKS_SPELLED = Spelled.of(FIELDS["risk"])
_PLAN_HEADS = tuple({word.partition(" ")[0] for word in _PLAN_WORDS})
"""How those words begin, of which most titles hold none."""


def may_have_traits(page: Candidate) -> bool:
    """True if a page could be a near miss, by a look at its text alone: most pages end here.

    Of any four of the six traits a near miss has two. These four show without a parser.
    """
    text = page.text
    boxes = text.count("[") >= 5 and len(_BOX.findall(text)) >= 5
    signs = boxes + page.tables_have(_RISKS_SPELLED) + _may_have_title(page)
    return signs > 1 or (signs == 1 and _PHASE.search(text) is not None)


def _may_have_title(page: Candidate) -> bool:
    titles = [str(page.front.values.get("title", "")), *_H1.findall(f"\n{page.text}")]
    if "=" in page.text and _UNDERLINE.search(page.text):
        titles += _UNDERLINED.findall(page.text)
    folded = "\n".join(titles).casefold()
    return any(map(folded.__contains__, _PLAN_HEADS)) and any(map(_is_plan_title, titles))


def traits(outline: Outline) -> list[str]:
    """Return which of the six traits of a plan a page has."""
    sections, vocabulary, front = outline.sections, outline.vocabulary, outline.document.front
    has = (
        _is_plan_title(outline.title.title if outline.title else str(front.values.get("title", ""))),
        phases_of(outline).known > 1,
        len(find_sections(outline, set())) >= 4,
        sum(len(read_tasks(section.blocks)) for section in sections) >= 5,
        any(
            vocabulary.means(field.name, "status")
            for section in sections
            for field in outline.fields(section)
        ),
        any(_is_risk_table(table, vocabulary) for section in sections for table in section.tables),
    )
    return [name for name, present in zip(TRAITS, has, strict=True) if present]


def _is_plan_title(title: str) -> bool:
    """True if a title holds a word such as *plan* or *roadmap*, in any language of the table."""
    text = key(title)
    return any(f" {word} " in f" {text} " or (not word.isascii() and word in text) for word in _PLAN_WORDS)


def _is_risk_table(table: Block, vocabulary: Vocabulary) -> bool:
    found = columns(table, vocabulary, "risk", "probability", "impact", "severity", "mitigation")
    return "risk" in found and len(found) > 1


def page_options(front: FrontMatter) -> PageOptions:
    """Read the mapping `plan:` of front matter; what it does not say keeps its default."""
    options = PageOptions()
    given = front.values.get("plan")
    if not isinstance(given, dict):
        return options
    options.show = _names(given["show"]) if "show" in given else None
    options.hide = _names(given.get("hide"))
    options.listed = str(given.get("list", "true")).casefold() not in _FALSE
    ignore = given.get("ignore")
    if isinstance(ignore, dict):
        options.ignore = {str(code): str(reason or "") for code, reason in ignore.items()}
    return options


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return (
            [] if value.casefold() in _FALSE else [name.strip() for name in value.split(",") if name.strip()]
        )
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
