"""Unfilled places: alternatives, bracketed blanks, template variables. They are no values, nor is *None*."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import by_spacing, key, key_of_word

_BLANK = regex(
    r"\[[^\[\]\n]*\](?![(\[])|\{\{(?:(?!\{\{|\}\}).)*+\}\}|\{%(?:(?!\{%|%\}).)*+%\}|<[A-Z][A-Za-z _/-]*>"
)
_BOX = regex(r"\[(?:[ xX✓✔✅☑~/\-!>⊘]|⏭️?)\]")
_SAMPLE = regex(
    r"^(?:Y{2,4}[-/.]M{1,2}[-/.]D{1,2}|[XYZN]{1,3}[/%]?[XYZN%]*|T\.?B\.?[DACK]\.?|N/?A|\?+|\.{3}|…|[-–—_]+|TODO)$",
    re.IGNORECASE,
)
_EMPTY_WORDS = frozenset(
    {
        "none",
        "null",
        "n/a",
        "na",
        "-",
        "–",
        "—",
        "tbd",
        "tba",
        "unknown",
        "todo",
        "unassigned",
        "not set",
        "no response",
        "待定",
        "未定",
    }
)

_ALTERNATIVES = regex(r"(?:(?<!\s)\s+)?\|\s*|(?<!\s)\s+/\s+")
_MARKS = regex(r"(?<=`)\s*[·•]\s*(?=`)")
_PAIR = 2

_LONGEST = 400
"""A longer value is filled in, whatever it says."""


@lru_cache(maxsize=8192)
def is_blank(value: str) -> bool:
    """True if a value is an unfilled place: empty, `[...]`, `A | B | C`, `YYYY-MM-DD`, TBD."""
    if len(value) > _LONGEST:
        return False
    value = value.strip().strip("*_`").strip()
    if not value or value.casefold() in _EMPTY_WORDS or _SAMPLE.match(value):
        return True
    value = _BOX.sub("", value)
    if _BLANK.search(value) and not _BLANK.sub("", value).strip(" .,:;|·-*_`"):
        return True
    return "YYYY" in value


def unless_blank(value: str) -> str:
    """Return a value, empty where it is an unfilled place."""
    return "" if is_blank(value) else value


_CLAUSES = regex(r"[.;:,!()（）。，、；：]|[–—→]|\s-+\s")
_KNOWN = {
    spelling: kind
    for kind, spellings in reversed(words.NOTHING.items())
    for spelling in map(key_of_word, spellings)
}
_FIRST = frozenset(spelling.split(" ", 1)[0] for spelling in _KNOWN)


@lru_cache(maxsize=1)
def _nothing() -> re.Pattern[str]:
    """Return a pattern of all words that an entry without content may hold, the longest first."""
    spaced, dense = by_spacing(_KNOWN)
    return regex("|".join([rf"\b(?:{'|'.join(map(re.escape, spaced))})\b", *dense]))


@lru_cache(maxsize=8192)
def says_none(text: str) -> bool:
    """True if an entry says that there is nothing: `None identified`, `No risks`, `N/A - greenfield`, 无.

    What is behind such a clause explains it. A clause with any other word is an entry: `No downtime`,
    `None of the lamps fails`. The words are those of `words.NOTHING`.
    """
    for clause in _CLAUSES.split(text[:_LONGEST]):
        said = key(clause)
        if not said:
            continue
        if said.isascii() and said.split(" ", 1)[0] not in _FIRST:
            return False  # most entries
        found = [_KNOWN[match[0]] for match in _nothing().finditer(said)]
        if not found or _nothing().sub("", said).strip():
            return False
        if "none" in found or ("no" in found and len(found) > 1):
            return True
    return False


def choices(value: str) -> list[str]:
    """Return the alternatives of `A | B | C` or `A / B / C`, brackets dropped; one if it offers none."""
    inner = value.strip().strip("[]").strip()
    marks = [part for part in _MARKS.split(inner) if part]  # ``Status: `TODO` · `DOING` · `DONE` ``
    return marks if len(marks) >= _PAIR else [part for part in _ALTERNATIVES.split(inner) if part]


def is_choice(value: str) -> bool:
    """True if a value is nothing but alternatives: short parts between bars, brackets or not."""
    parts = choices(value) if "|" in value else []
    return len(parts) > 1 and all(len(part.split()) <= 4 for part in parts)
