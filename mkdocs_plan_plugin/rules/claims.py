"""What a plan claims of its repository: the files that it names, and when it says that it was updated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.words import CREATING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.rules.page import CheckedPage

_SPAN = regex(r"(?<!`)`([\w.@+-][\w./@+-]{0,199})(?::\d[\d,:-]{0,20})?`(?!`)")
"""A code span that may be a path, with or without lines behind it."""
_PATH = regex(r"(?:[\w.@+-]+/)+[\w.@+-]+|[\w@+-]+\.[A-Za-z][A-Za-z0-9]{0,5}", re.ASCII)
_PLANNED = regex(r"planned (?:at|against|from)(?: commit)?:?\**:?\s{0,3}`?([0-9a-f]{7,40})\b", re.IGNORECASE)
_CREATING = regex(rf"(?:^|\W)(?:{'|'.join(map(re.escape, CREATING))})\W{{0,6}}$", re.IGNORECASE)
_BEFORE = 40
"""Characters in front of a path in which a word says that it is to be made."""
_MOST = 200
"""Files that a plan names, at most."""


class Named(msgspec.Struct, kw_only=True):
    """A file that a plan names."""

    line: int
    path: str
    creates: bool = False
    """True where the plan says that it is to be made."""
    phase: str = ""
    """What a message calls the phase that it is in, empty outside of all."""
    state: State | None = None
    """The state of that phase."""


class Claims(msgspec.Struct, kw_only=True):
    """What a plan claims."""

    files: list[Named] = msgspec.field(default_factory=list)
    updated: str | None = None
    updated_line: int = 0
    updated_text: str = ""
    """The date as written."""
    updated_column: int = 0
    """Where the date is on its line."""
    planned: str = ""
    """The commit that it was planned at."""
    planned_line: int = 0


def claims_of(page: CheckedPage, called: dict[int, str]) -> Claims:
    """Return what a plan claims; `called` is what messages call its phases, by their lines."""
    plan, claims = page.plan, Claims()
    if plan.updated and not plan.updated_precision:
        field = next(
            (one for one in page.facts("updated") if one.line > page.document.front.last_line),
            next(iter(page.facts("updated")), None),
        )
        if field is not None:
            claims.updated, claims.updated_line, claims.updated_text = plan.updated, field.line, field.value
            claims.updated_column = page.column(field.line, plan.updated)
    text = page.document.text
    if "`" in text and plan.ending in (None, "complete"):
        claims.files = _files(page, text, called)
    if "lanned " in text and (found := _PLANNED.search(text)):
        claims.planned, claims.planned_line = found[1], text.count("\n", 0, found.start()) + 1
    return claims


def _files(page: CheckedPage, text: str, called: dict[int, str]) -> list[Named]:
    found: list[Named] = []
    line, at = 1, 0
    for span in _SPAN.finditer(text):
        if not _PATH.fullmatch(span[1]):
            continue
        line, at = line + text.count("\n", at, span.start()), span.start()
        if not page.is_prose(line):
            continue
        phase = page.phase_at(line)
        start = max(text.rfind("\n", 0, at) + 1, at - _BEFORE)
        found.append(
            Named(
                line=line,
                path=span[1].removeprefix("./"),
                creates=bool(_CREATING.search(text, start, at)),
                phase=called.get(phase.line, "") if phase else "",
                state=phase.effective_state if phase else None,
            )
        )
        if len(found) == _MOST:
            break
    return found
