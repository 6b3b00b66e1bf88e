"""Numbers of phases and steps put in order, with the links of the page that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_plan_plugin.model import Edit, Phase, Step
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import Edits, swap
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.source.slugs import bare, bare_slugs, respelled

_DIGIT = regex(r"\d")
_OWN_LINK = regex(r"\[[^\[\]]*\]\(#[^()\s]*\)")
"""A link to a heading of the page."""


class _Renumbering(NamedTuple):
    """A heading that gets another number."""

    line: int
    word: str
    old: str
    new: str


def renumber_phases(page: CheckedPage) -> Edits:
    """Return the edits that number the phases of a page one by one, and their steps with them.

    Nothing where that is not the only answer: the numbers fall, phases have different words or parents, or
    the page names one of them elsewhere, so that a reader would be led astray.
    """
    phases = page.plan.phases
    numbers = _numbers([phase.number for phase in phases])
    sections = [page.heading(phase.line) for phase in phases]
    alike = len({phase.word for phase in phases}) == len({one.parent for one in sections if one}) == 1
    if numbers is None or not alike or None in sections or not phases[0].word:
        return ()
    return _edits(page, list(_of_phases(phases, numbers)))


def renumber_steps(page: CheckedPage, phase: Phase) -> Edits:
    """Return the edits that number the steps of a phase one by one."""
    steps = phase.steps
    heads = {step.number.rpartition(".")[0] for step in steps}
    numbers = _numbers([step.number.rpartition(".")[2] for step in steps])
    if numbers is None or len(heads) != 1:
        return ()
    head = heads.pop()
    changes = [
        _Renumbering(step.line, _word(page, step), step.number, f"{head}.{new}" if head else new)
        for step, new in zip(steps, numbers, strict=True)
    ]
    if len({one.word for one in changes}) > 1 or not (head or changes[0].word):
        return ()
    return _edits(page, changes)


def _numbers(old: Sequence[str]) -> list[str] | None:
    """Return whole numbers from the first on, one by one; None where these do not rise."""
    if not old or not all(number.isdecimal() for number in old):
        return None
    known = list(map(int, old))
    if known != sorted(known):
        return None
    return [str(number) for number in range(known[0], known[0] + len(known))]


def _of_phases(phases: Sequence[Phase], numbers: Iterable[str]) -> Iterator[_Renumbering]:
    for phase, new in zip(phases, numbers, strict=True):
        yield _Renumbering(phase.line, phase.word, phase.number, new)
        for step in phase.steps:
            first, dot, rest = step.number.partition(".")
            if dot and first == phase.number:
                yield _Renumbering(step.line, "", step.number, f"{new}.{rest}")


def _word(page: CheckedPage, step: Step) -> str:
    section = page.heading(step.line)
    return _DIGIT.split(section.title, maxsplit=1)[0].strip(" #:*") if section else ""


def _edits(page: CheckedPage, all_: Sequence[_Renumbering]) -> Edits:
    changes = [one for one in all_ if one.old != one.new]
    headings = {one.line for one in all_}
    links = list(_links(page, changes))
    taken = {one.old for one in all_}
    free = [one._replace(old=one.new) for one in changes if one.new not in taken]  # who may have had it?
    if not changes or any(_is_named(page, one, headings) for one in (*changes, *free)):
        return ()
    edits: list[Edit] = []
    for one in changes:
        found = _numbered(page.text(one.line), one)
        if found is None:
            return ()
        edits += swap(one.line, found + 1, one.old, one.new)
    for line, target, renumbering in links:
        edits += _relinked(page, line, target, renumbering)
    return tuple(edits)


def _numbered(text: str, one: _Renumbering) -> int | None:
    """Return where the number of a heading is."""
    match = _in_heading(one).search(text)
    return match.start(1) if match else None


def _in_heading(one: _Renumbering) -> re.Pattern[str]:
    before = rf"{re.escape(one.word)}\W{{0,6}}" if one.word else ""
    return regex(rf"{before}(?<![\d.])({re.escape(one.old)})(?!\.?\d)")


def _naming(one: _Renumbering) -> re.Pattern[str]:
    """Return a pattern of what names a phase or step by its old number."""
    number = rf"(?<![\d.]){re.escape(one.old)}(?!\.?\d)"
    return regex(rf"\b{re.escape(one.word)}.{{0,20}}?{number}" if one.word else number, re.IGNORECASE)


def _step_of(one: _Renumbering) -> re.Pattern[str]:
    """Return a pattern of the heading of a step that is numbered by its phase."""
    return regex(rf"^#+\s.{{0,20}}?(?<![\d.]){re.escape(one.old)}\.\d")


def _link_to(target: str) -> re.Pattern[str]:
    """Return a pattern of links to a heading of the page."""
    return regex(rf"\[([^\[\]]*)\]\(#{re.escape(target)}\)")


def _is_named(page: CheckedPage, one: _Renumbering, but: set[int]) -> bool:
    """True if a line names a phase or step by its old number, but for its heading and links to it."""
    named, inside = _naming(one), _step_of(one)
    if one.word and any(inside.match(text) for line, text in enumerate(page.lines, 1) if line not in but):
        return True  # a step of its
    texts = (_OWN_LINK.sub("", text) for line, text in enumerate(page.lines, 1) if line not in but)
    return any(map(named.search, texts))


def _links(page: CheckedPage, changes: Sequence[_Renumbering]) -> Iterator[tuple[int, str, _Renumbering]]:
    """Yield the links of the page to headings that change: line, target, change."""
    by_name: dict[str, list[_Renumbering]] = {}
    for one in changes:
        section = page.heading(one.line)
        for name in bare_slugs(section.title) if section else ():
            by_name.setdefault(name, []).append(one)
    for block in page.blocks():
        for line in (*block.lines, *(cell for row in block.rows for cell in row)):
            for *_, url in line.links:
                found = by_name.get(bare(url[1:]), []) if url.startswith("#") else []
                if len(found) == 1:
                    yield line.number, url[1:], found[0]


def _relinked(page: CheckedPage, line: int, target: str, one: _Renumbering) -> Edits:
    """Let a link lead to a heading under its new number, which its text names, too."""
    text, section = page.text(line), page.heading(one.line)
    if section is None or (match := _link_to(target).search(text)) is None:
        return ()
    at = _numbered(section.title, one)
    title = section.title if at is None else section.title[:at] + one.new + section.title[at + len(one.old) :]
    shown = _numbered(match[1], one)
    edits = swap(line, match.start(1) + shown + 1, one.old, one.new) if shown is not None else ()
    new = respelled(target, section.title, title)
    return (*edits, *swap(line, match.end() - len(target), target, new))
