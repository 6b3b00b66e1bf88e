"""Is a page a plan? The first answer wins: front matter, tag, category, glob with traits."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

import msgspec

from mkdocs_plan_plugin.model import PageOptions, Why
from mkdocs_plan_plugin.reading.dialects import PLAINLY, Dialects, Seen, renamed
from mkdocs_plan_plugin.reading.globs import matches
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.traits import (
    TRAITS,
    looks_like_a_plan,
    may_have,
    nearly_a_plan,
    needed,
    traits,
)
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.front_matter import FrontMatter, read_front_matter
from mkdocs_plan_plugin.source.inherited import merged
from mkdocs_plan_plugin.source.text import clean
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, keys_of
from mkdocs_plan_plugin.vocabulary.words import CATEGORIES

_TRUE = ("true", "yes", "on", "1")
_FALSE = ("false", "no", "off", "0")
_PLAN = "implementation plan"
_CATEGORIES = keys_of(CATEGORIES)
_BODY_CATEGORY = regex(rf"^\W{{0,6}}(category|type)\W{{1,6}}{_PLAN}\W*$", re.IGNORECASE | re.MULTILINE)
_VERSIONED = regex(r"[^@/\\.\n]{1,80}@v?\d[\w.]{0,20}")
"""A template and its version: `quay-plan@2`."""
_CATEGORY_REACH = 20
"""Characters that may be between the beginning of that line and what the category is."""


class NearMiss(msgspec.Struct):
    """A page that is no plan, but nearly, or named as one: told once, with the line to add."""

    path: str
    traits: list[str]
    """Those that it has."""
    needed: int
    """How many it would have to have."""
    glob: str = ""
    """The glob of `include` that names it; without one it has the looks of a plan."""

    def __str__(self) -> str:
        """Return what to say behind its name: what it lacks, and what to write."""
        if not self.glob:
            why = "looks like a plan, but is not marked as one"
        else:
            has = f": {', '.join(self.traits)}" if self.traits else ""
            missing = ", ".join(trait for trait in TRAITS if trait not in self.traits)
            why = (
                f"is named by 'include' ({self.glob}), but has {len(self.traits)} of the {self.needed} traits"
                f" of a plan that it needs{has}; missing are: {missing}"
            )
        return f"{why}; write 'plan: true' (or 'plan: false') into its front matter"


class PageCandidate:
    """A page that may be a plan, with its front matter. The outline is made when a question needs it."""

    def __init__(
        self, text: str, vocabulary: Vocabulary, inherited: Mapping[str, object] | None = None
    ) -> None:
        self.text = clean(text)
        self.vocabulary = vocabulary
        self.front = read_front_matter(self.text)
        if inherited:
            self.front.values = merged(inherited, self.front.values)
        self.spoken = PLAINLY
        self._folded = self.text.encode("utf-8", "replace").lower()

    def speak(self, dialects: Dialects, path: str, beside: Mapping[str, str]) -> None:
        """See in which dialect it is written, and read it so from here on."""
        spoken = dialects.of(Seen(path, self.text, self.front), beside)
        if spoken.reason:
            self.spoken, self.vocabulary = spoken, dialects.vocabulary(spoken.dialect)
            self.front = renamed(self.front, spoken)

    def places(self, spelling: bytes) -> Iterator[int]:
        """Yield where a word is in its text."""
        at, last, characters = self._folded.find(spelling), 0, 0
        while at >= 0:
            characters += len(self._folded[last:at].decode())
            yield characters
            last, at = at, self._folded.find(spelling, at + 1)

    @cached_property
    def outline(self) -> Outline:
        """Its outline, which costs most and is asked for last."""
        return Outline(read_document(self.text, self.front), self.vocabulary, self.spoken)

    def may_have_traits(self, path: str) -> bool:
        """True if it could have the traits of a near miss: most pages end here."""
        return may_have(self.text, self._folded, self.front, path)

    def traits(self, path: str) -> list[str]:
        """Return which of the traits of a plan it has."""
        return traits(self.outline, path)

    def looks_like_a_plan(self, path: str, found: list[str]) -> bool:
        """True if its traits make it a plan wherever it is."""
        return looks_like_a_plan(self.outline, path, found)

    def nearly_a_plan(self, path: str, found: list[str]) -> bool:
        """True if its traits make it a near miss."""
        return nearly_a_plan(self.outline, path, found)

    def needed(self, path: str) -> int:
        """Return how many of them make it a plan if a glob names it."""
        return needed(self.outline, path)


def choose(page: PageCandidate, path: str, settings: Settings) -> tuple[Why | None, bool]:
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
    if plan_mapping(front) is not None:
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
        if isinstance(value, str) and key(value) in _CATEGORIES:
            return Why(by="category", detail=f"{name}: {value}"), False
    if template := _template(front, settings):
        return Why(by="front matter", detail=f"template: {template}"), False
    return None


def plan_mapping(front: FrontMatter) -> dict[str, object] | None:
    """Return the options of a page under `plan:` in its front matter, None where it has none.

    Written as a list of mappings they mean the same; a rule says how to write it.
    """
    given = front.values.get("plan")
    if isinstance(given, list) and given and all(isinstance(item, dict) for item in given):
        return {str(name): value for item in given for name, value in item.items()}
    return {str(name): value for name, value in given.items()} if isinstance(given, dict) else None


def _template(front: FrontMatter, settings: Settings) -> str:
    """Return the template of plans that a page names, empty for none.

    MkDocs has the same word for a file of the theme. One with a version is of plans, though the site may
    not have it; another is if it is the shipped one or the site's.
    """
    said = front.values.get("template")
    if not isinstance(said, str):
        return ""
    if _VERSIONED.fullmatch(said.strip()):
        return said
    name = key(said.partition("@")[0])
    chosen = settings.template or {}
    files = [chosen] if isinstance(chosen, str) else chosen.values()
    kinds = [] if isinstance(chosen, str) else [kind for kind in chosen if kind != "default"]
    names = {_PLAN, *map(key, kinds), *(key(_stem(path)) for path in files)}
    return said if name in names else ""


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _says_category(page: PageCandidate) -> bool:
    """True if the body has a field of that category, outside of code."""
    lines = set(_category_lines(page))
    return bool(lines) and any(
        key(field.name) in ("category", "type") and key(field.value) == _PLAN
        for section, end in pairwise((*page.outline.sections, None))
        if section and any(section.line <= line and (end is None or line < end.line) for line in lines)
        for field in page.outline.fields(section)
    )


def _category_lines(page: PageCandidate) -> Iterator[int]:
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


def page_options(front: FrontMatter) -> PageOptions:
    """Read the mapping `plan:` of front matter; what it does not say keeps its default."""
    options = PageOptions()
    given = plan_mapping(front)
    if given is None:
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
