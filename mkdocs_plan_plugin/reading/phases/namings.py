"""Which of several headings that name one phase carries it, and which only speak of it once more."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from mkdocs_plan_plugin.reading.phases.candidates import Candidate
from mkdocs_plan_plugin.regex import regex


class Namings(NamedTuple):
    """The headings that carry the phases, those that name one again, and those of them to be reported."""

    kept: list[Candidate]
    again: list[Candidate]
    reported: list[Candidate]


def named_once(chosen: list[Candidate]) -> Namings:
    """Keep each phase where it carries most; a second naming that carries nothing is about it.

    The same number with another title, or with substance of its own, is another part's phase.
    """
    by_key: dict[tuple[str, str], list[Candidate]] = {}
    for one in chosen:
        by_key.setdefault(one.key, []).append(one)
    if len(by_key) == len(chosen) and not any("-" in one.named.number for one in chosen):
        return Namings(chosen, [], [])
    beside = Counter(one.parent for one in chosen if one.substance)
    kept: list[Candidate] = []
    again: list[Candidate] = []
    reported: list[Candidate] = []
    for group in by_key.values():
        taken: list[Candidate] = []
        for one in sorted(group, key=lambda one: _carries(one, beside)) if len(group) > 1 else group:
            carrying = next((other for other in taken[:_COMPARED] if _same(one, other)), None)
            if carrying is None:
                taken.append(one)
                continue
            again.append(one)
            beside_it = one.parent == carrying.parent and one.extent > 1  # it stands twice by mistake
            other_words = not any(_within(one, other) for other in taken)
            if one.about != "role" and (one.substance or beside_it or other_words):
                reported.append(one)
        kept += taken
    covered = _covered(by_key)
    ranges = [one for one in kept if one.key in covered and (one.about or not one.works)]
    again += ranges
    reported += [one for one in ranges if not one.about and one.extent > 1]
    kept = [one for one in kept if one not in ranges]
    overviews = _overviews(kept, again)
    gone = set(map(id, overviews))
    kept = sorted((one for one in kept if id(one) not in gone), key=lambda one: one.section.index)
    return Namings(kept, again + overviews, reported + overviews)


def _covered(by_key: dict[tuple[str, str], list[Candidate]]) -> set[tuple[str, str]]:
    """Return the ranges of phases that a page has one by one: `Phase 2-3` among success criteria.

    What overlaps with a range covers nothing of it: weeks 1-2, 2-3 and 3-4.
    """
    found: set[tuple[str, str]] = set()
    for word in {word for word, number in by_key if "-" in number}:
        spans = {number: _range(number) for other, number in by_key if other == word}
        single = {number for number, span in spans.items() if not span}
        ranges = sorted((span for span in spans.values() if span), key=len)
        starts: dict[str, list[list[str]]] = {}
        for span in ranges:
            starts.setdefault(span[0], []).append(span)
        for number, mine in spans.items():
            inside = (span for one in mine for span in starts.get(one, ()) if len(span) < len(mine))
            parts = {one for span in inside if span[-1] in mine for one in span}
            if mine and all(one in single or one in parts for one in mine):
                found.add((word, number))
    return found


def _range(number: str) -> list[str]:
    """Return the numbers of a range that is not too wide, else none."""
    first, dash, last = number.partition("-")
    if not dash or not (first.isdecimal() and last.isdecimal()) or int(last) - int(first) > _WIDEST:
        return []
    return [str(at) for at in range(int(first), int(last) + 1)]


_WIDEST = 50
_COMPARED = 20
"""Headings of one number whose titles a further one is compared with."""


def _overviews(kept: list[Candidate], again: list[Candidate]) -> list[Candidate]:
    """Return the phases that are among second namings, or in a bare overview.

    An overview names phases that others carry, deeper in the page than those, and has no substance.
    """
    about = Counter(one.parent for one in again)
    by_key: dict[tuple[str, str], list[Candidate]] = {}
    for one in kept + again:
        by_key.setdefault(one.key, []).append(one)
    kept_ids = set(map(id, kept))
    groups: dict[int, list[Candidate]] = {}
    for one in kept:
        if len(by_key[one.key]) > 1:
            groups.setdefault(one.parent, []).append(one)
    found: list[Candidate] = []
    for parent, group in groups.items():
        others = [
            other
            for one in group
            for other in by_key[one.key]
            if id(other) in kept_ids and other.parent != parent
        ]
        deeper = all(group[0].section.level > one.section.level for one in others)
        bare = deeper and not any(one.substance or one.says_something for one in group)
        if others and (about[parent] >= len(group) or bare):
            found += group
    return found


def _carries(one: Candidate, beside: Counter[int]) -> tuple[str, bool, int, int]:
    """Order headings that name one phase: those that speak of it elsewhere last, the fullest first."""
    return one.about, not one.substance, -beside[one.parent], -one.extent


def _same(one: Candidate, carrying: Candidate) -> bool:
    """True if a heading names a phase once more that another one carries: it has its title, or none."""
    if one.about == "role" or (one.about and not one.substance):
        return True
    full = one.substance and carrying.substance
    if full and one.parent == carrying.parent:
        return False  # a number given twice by mistake
    if not one.title or not carrying.title or one.title == carrying.title:
        return True
    return _alike(one, carrying) and not (full and not one.about)


def _within(one: Candidate, other: Candidate) -> bool:
    """True if the words of one of two titles are all in the other."""
    mine, its = set(one.title.split()), set(other.title.split())
    return mine <= its or its <= mine


def _alike(one: Candidate, other: Candidate) -> bool:
    """True if the titles of two headings share half of their words, or one has none."""
    mine, its = _terms(one.title), _terms(other.title)
    return not mine or not its or 2 * len(mine & its) >= min(len(mine), len(its))


def _terms(title: str) -> set[str]:
    """Return the words of a title, and pairs of signs where no space parts words: `API 標準化`."""
    found = set[str]()
    for word in title.split():
        dense = _IDEOGRAPH.search(word) and len(word) > 1
        found.update(map("".join, pairwise(word)) if dense else [word])
    return found


_IDEOGRAPH = regex(r"[\u3040-\u30ff\u3400-\u9fff]")
