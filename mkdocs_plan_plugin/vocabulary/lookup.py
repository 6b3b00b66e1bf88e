"""The vocabulary compiled: spellings to canonical names, with a site's own words added."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import get_args
from unicodedata import combining, normalize

from mkdocs_plan_plugin.model import Level
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.vocabulary import state_words, words

_NOT_WORD = regex(r"[^\w#№]+|_+")
_BRACKETS = regex(r"[(\[（【][^()\[\]（）【】]*[)\]）】]")
_NUMBERING = regex(
    r"\W*(?:(?:§\s*)?(?:\d+(?:\.\d+)*[.):、]?|[IVX]+[.)]|[A-Z][.)]|[a-z]\))\s+"
    r"|(?:[一二三四五六七八九十]+[.）)、．]|\d+[、．])\s*)(?=\S)"
)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return text in the form that words are compared in: lower case, words only, `&` as `and`."""
    return _key(text)


def _key(text: str) -> str:
    return _NOT_WORD.sub(" ", text[:400].replace("&", " and ").casefold().replace("'", " ")).strip()


def keys_of(words_: Iterable[str]) -> frozenset[str]:
    """Return the words of a table as keys."""
    return frozenset(map(key_of_word, words_))


def key_of_word(word: str) -> str:
    """Return a word of a table as a key: of these thousands most are one as they stand."""
    plain = word.casefold() == word and word.replace(" ", "").isalnum() and word.strip() == word
    return word if plain else _key(word)


@lru_cache(maxsize=8192)
def title_key(text: str) -> str:
    """Return a heading's `key` without section number and bracketed tails."""
    text = text[:400]
    bare = text.strip(" *_")
    number = _NUMBERING.match(bare)
    return _key(_BRACKETS.sub(" ", bare[number.end() :] if number else bare)) or _key(text)


def has_word(words_: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds one of some words in a `key`; ideographs need no space around them."""
    return regex(lambda: pattern_of(words_))


def pattern_of(words_: Iterable[str]) -> str:
    """Return the regular expression of `has_word`."""
    spaced, dense = by_spacing(words_)
    return "|".join([rf"\b(?:{'|'.join(re.escape(key_of_word(word)) for word in spaced)})\b", *dense])


IDEOGRAPHS = 0x2E80
"""Above this, words are not parted by spaces."""


def by_spacing(spellings: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the words that are parted by spaces, and those of ideographs, each the longest first."""
    ordered = sorted(filter(None, spellings), key=len, reverse=True)
    return [word for word in ordered if ord(word[0]) < IDEOGRAPHS], [
        word for word in ordered if ord(word[0]) >= IDEOGRAPHS
    ]


_NOTHING: frozenset[str] = frozenset()


def unaccented(word: str) -> str:
    """Return a word of Latin letters without its accents, as many authors write it: `decisoes`."""
    if word.isascii() or ord(max(word)) > _LATIN:
        return word
    return "".join(char for char in normalize("NFD", word) if not combining(char))


_SHORT = 3
_LATIN = 0x24F
"""The last of the Latin letters with accents."""


def _invert(table: words.Table, extra: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, more in extra.items():  # a site's words go first
        for spelling in more:
            found.setdefault(key_of_word(spelling), name)
    for name, spellings in table.items():
        for spelling in (name, *spellings):
            found.setdefault(key_of_word(spelling), name)
    for spelling, name in list(found.items()):
        if len(spelling) > _SHORT:  # `lag` is no `låg`
            found.setdefault(unaccented(spelling), name)
    return found


def _spread(table: words.Table, extra: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, spellings in table.items():
        for spelling in (name, *spellings, *extra.get(name, ())):
            found.setdefault(key_of_word(spelling), set()).add(name)
    for spelling in [one for one in found if not one.isascii()]:
        found.setdefault(unaccented(spelling), set()).update(found[spelling])
    return {spelling: frozenset(names) for spelling, names in found.items()}


class Vocabulary:
    """Lookups by meaning. `extra` is the option `vocabulary`: table → canonical name → spellings.

    `day_first` is the option of this name: how a site writes what may be two dates.
    """

    def __init__(
        self, extra: dict[str, dict[str, list[str]]] | None = None, *, day_first: bool | None = None
    ) -> None:
        self.extra = extra or {}
        self.day_first = day_first
        # asked some hundred times for each plan, and about the same names in the next
        self.meanings = lru_cache(maxsize=4096)(self._meanings)
        self.roles = lru_cache(maxsize=4096)(self._roles)

    def _table(self, name: str, table: words.Table) -> dict[str, str]:
        return _invert(table, self.extra.get(name, {}))

    @cached_property
    def phases(self) -> dict[str, str]:
        """Words that number a phase."""
        return self._table("phases", words.PHASES)

    @cached_property
    def steps(self) -> dict[str, str]:
        """Words that number a step."""
        return self._table("steps", words.STEPS)

    @cached_property
    def belonging(self) -> frozenset[str]:
        """What may follow a phase's number without making the heading a phase."""
        return keys_of((*words.BELONGING, *self.extra.get("phases", {}).get("belonging", ())))

    @cached_property
    def states(self) -> dict[str, str]:
        """Words of work states."""
        return self._table("states", state_words.STATES)

    @cached_property
    def health(self) -> dict[str, str]:
        """Words of health."""
        return self._table("health", state_words.HEALTH)

    @cached_property
    def document_states(self) -> dict[str, str]:
        """Words of document states."""
        return self._table("document_states", state_words.DOCUMENT_STATES)

    @cached_property
    def levels(self) -> dict[str, Level]:
        """Words that rate probability and impact."""
        known: tuple[Level, ...] = get_args(Level)
        table = self._table("levels", words.LEVELS)
        return {word: level for level in known for word, name in table.items() if name == level}

    @cached_property
    def risk_statuses(self) -> dict[str, str]:
        """Words of a risk's status."""
        return self._table("risk_statuses", state_words.RISK_STATUSES)

    @cached_property
    def decision_statuses(self) -> dict[str, str]:
        """Words of a decision's status."""
        return self._table("decision_statuses", state_words.DECISION_STATUSES)

    @cached_property
    def priorities(self) -> dict[str, str]:
        """Words of priority."""
        return self._table("priorities", words.PRIORITIES)

    @cached_property
    def sections(self) -> dict[str, str]:
        """Headings by role."""
        return self._table("sections", words.SECTIONS)

    @cached_property
    def section_ends(self) -> frozenset[str]:
        """The words that headings of sections end with: most headings have none of them."""
        return frozenset(spelling.rpartition(" ")[2] for spelling in self.sections)

    @cached_property
    def dense_sections(self) -> list[str]:
        """Headings of sections in ideographs, longest first."""
        return by_spacing(self.sections)[1]

    @cached_property
    def subsections(self) -> dict[str, frozenset[str]]:
        """For each spelling the subsection roles it may play: one heading plays several by its place."""
        return _spread(words.SUBSECTIONS, self.extra.get("subsections", {}))

    @cached_property
    def fields(self) -> dict[str, frozenset[str]]:
        """For each spelling the fields it may name: one name means several by its place."""
        return _spread(words.FIELDS, self.extra.get("fields", {}))

    def is_field(self, name: str) -> bool:
        """True if a name is a known field or subsection label, so that a plain line may be one."""
        name = key(name)
        return name in self.fields or name in self.subsections

    def _meanings(self, name: str) -> frozenset[str]:
        """Return the canonical fields that a field or column name may mean."""
        return self.fields.get(title_key(name), _NOTHING)

    def _roles(self, title: str) -> frozenset[str]:
        """Return the subsection roles that a heading or label may play."""
        return self.subsections.get(title_key(title), _NOTHING)

    def means(self, name: str, *fields: str) -> bool:
        """True if a field or column name means one of the canonical fields."""
        return not self.meanings(name).isdisjoint(fields)

    def plays(self, title: str, *roles: str) -> bool:
        """True if a heading or label plays one of the subsection roles."""
        return not self.roles(title).isdisjoint(roles)


def vocabulary_of(settings: Settings) -> Vocabulary:
    """Return the vocabulary of a site."""
    if settings.vocabulary or settings.day_first is not None:
        return Vocabulary(settings.vocabulary, day_first=settings.day_first)
    return default_vocabulary()


@lru_cache(maxsize=1)
def default_vocabulary() -> Vocabulary:
    """Return the vocabulary without a site's words."""
    return Vocabulary()
