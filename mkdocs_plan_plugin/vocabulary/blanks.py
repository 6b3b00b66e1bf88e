"""Unfilled places: alternatives, bracketed blanks, template variables. They are no values."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_plan_plugin.regex import regex

_BLANK = regex(r"\[[^\[\]\n]*\](?![(\[])|\{\{.*?\}\}|\{%.*?%\}|<[A-Z][A-Za-z _/-]*>")
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
        "待定",
        "未定",
    }
)

_ALTERNATIVES = regex(r"\s*\|\s*|\s+/\s+")

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


def choices(value: str) -> list[str]:
    """Return the alternatives of `A | B | C` or `A / B / C`, brackets dropped; one if it offers none."""
    inner = value.strip().strip("[]").strip()
    return [part for part in _ALTERNATIVES.split(inner) if part]


def is_choice(value: str) -> bool:
    """True if a value is nothing but alternatives: short parts between bars, brackets or not."""
    parts = choices(value) if "|" in value else []
    return len(parts) > 1 and all(len(part.split()) <= 4 for part in parts)
