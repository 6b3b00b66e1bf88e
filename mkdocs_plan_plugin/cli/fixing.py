"""Findings ended by their edits: applied in memory, read again and checked, until nothing is left to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from mkdocs_plan_plugin.cli.checking import Checked
from mkdocs_plan_plugin.cli.selection import SourcePage
from mkdocs_plan_plugin.edits.apply import Refused, apply, overlap
from mkdocs_plan_plugin.edits.links import Moved, moved, relinked
from mkdocs_plan_plugin.edits.write import FileChange
from mkdocs_plan_plugin.model import Edit, Finding
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.text import clean, decode

_ROUNDS = 20
"""What one edit makes visible another ends; no page needs as many rounds."""

Check = Callable[[Mapping[str, bytes]], Checked]
"""Checks the pages, some of them as given by their real paths."""


class Ended(NamedTuple):
    """A finding whose edits were applied, by the line that it had in the file as it was."""

    path: str
    finding: Finding


class Fixed(msgspec.Struct, kw_only=True):
    """What came of fixing: nothing is written yet."""

    changes: dict[str, FileChange]
    """The files that change, by the path that is shown."""
    ended: list[Ended]
    refused: list[str]
    """Why a file stays as it is."""
    last: Checked
    """The check of what the files are to hold."""


def fix(check: Check, chosen: Callable[[Finding], bool], pages: Callable[[], Sequence[SourcePage]]) -> Fixed:
    """Apply the edits of the chosen findings; links on other `pages` follow headings that change."""
    written: dict[str, bytes] = {}
    before: dict[str, tuple[SourcePage, bytes]] = {}
    ended: list[Ended] = []
    refused: dict[str, str] = {}
    checked = check({})
    for _ in range(_ROUNDS):
        changed = False
        for shown, findings in _by_page(checked, chosen):
            page = checked.lines.pages[shown]
            if shown in refused:
                continue
            data = page.read()
            accepted, edits = _together(findings)
            try:
                after = apply(data, edits)
            except Refused as error:
                refused[shown] = f"{shown}: {error}"
                continue
            if after != data:
                before.setdefault(page.real, (page, data))
                written[page.real] = after
                ended += [Ended(shown, one) for one in accepted]
                changed = True
        if not changed:
            break
        checked = check(written)
    changes = {
        page.shown: FileChange(page.file, data, written[page.real])
        for page, data in before.values()
        if written[page.real] != data
    }
    _follow(changes, before, written, pages)
    return Fixed(changes=changes, ended=ended, refused=list(refused.values()), last=checked)


def _by_page(checked: Checked, chosen: Callable[[Finding], bool]) -> Iterator[tuple[str, list[Finding]]]:
    """Yield the pages that have findings to be ended."""
    found: dict[str, list[Finding]] = {}
    for one in checked.findings:
        if one.path in checked.lines.pages and one.finding.fix and chosen(one.finding):
            found.setdefault(one.path, []).append(one.finding)
    yield from found.items()


def _together(findings: Iterable[Finding]) -> tuple[list[Finding], list[Edit]]:
    """Return the findings whose edits can be applied at once, and those; the others have to wait."""
    accepted: list[Finding] = []
    edits: list[Edit] = []
    for one in findings:
        if one.fix and not overlap(edits, one.fix.edits):
            accepted.append(one)
            edits += one.fix.edits
    return accepted, edits


def _follow(
    changes: dict[str, FileChange],
    before: Mapping[str, tuple[SourcePage, bytes]],
    written: Mapping[str, bytes],
    pages: Callable[[], Sequence[SourcePage]],
) -> None:
    """Add the edits of links that lead to headings whose titles changed."""
    titles: dict[str, Moved] = {}
    for page, data in before.values():
        if found := moved(*(read_document(decode(one)) for one in (data, written[page.real]))):
            titles[page.path] = found
    for page in pages() if titles else ():
        try:
            data = page.read()
            after = written.get(page.real, data)
            edits = [
                edit
                for path, found in titles.items()
                for edit in relinked(clean(decode(after)), page.path, path, found)
            ]
            if edits:
                changes[page.shown] = FileChange(page.file, data, apply(after, edits))
        except (OSError, Refused):
            continue  # it is told as unreadable, or not UTF-8
