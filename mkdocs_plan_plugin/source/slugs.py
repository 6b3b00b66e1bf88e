"""The ids of headings, which links lead to."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from mkdocs_plan_plugin.regex import regex

_COUNT = regex(r"[-_]\d+$")
"""What is put behind an id that is there already."""
_GAPS = regex(r"[-\s]+")
_NO_SLUG = regex(r"[^\w\s-]")


def slug(title: str) -> str:
    """Return the id that Python-Markdown gives a heading."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _GAPS.sub("-", _NO_SLUG.sub("", plain).strip().lower())


def hosted_slug(title: str) -> str:
    """Return the id that code hosts give a heading: letters of all scripts, a hyphen for each space."""
    return _NO_SLUG.sub("", title.strip().lower()).replace(" ", "-")


def slugs(titles: Iterable[str]) -> list[str]:
    """Return the ids of all headings of a page, those that come again with a count."""
    taken: Counter[str] = Counter()
    found = []
    for title in titles:
        one = slug(title)
        found.append(f"{one}_{taken[one]}" if taken[one] else one)
        taken[one] += 1
    return found


def bare_slugs(title: str) -> set[str]:
    """Return the ids of a heading as `bare` compares them."""
    if title.isascii() and "%" not in title:
        return {bare(title)} - {""}
    return {bare(title), bare(slug(title))} - {""}


def leads(target: str, ids: set[str]) -> bool:
    """True if a link's target is one of some ids, as `bare` compares them, or a repeated one."""
    return bare(target) in ids or bare(_COUNT.sub("", target)) in ids


@lru_cache(maxsize=4096)  # the same headings are in plan after plan
def bare(text: str) -> str:
    """Return an id without what the ways of making one disagree on: marks, doubled hyphens, case."""
    if "%" in text:
        from urllib.parse import unquote  # noqa: PLC0415 - pages with such links are few

        text = unquote(text)
    return "".join(filter(str.isalnum, text.casefold()))


def respelled(target: str, old: str, new: str) -> str:
    """Return what leads to a heading under its new title, made as the link to the old one was made."""
    return hosted_slug(new) if target == hosted_slug(old) and target != slug(old) else slug(new)
