"""The targets of plans and phases as a calendar that mail programs subscribe to.

Source: RFC 5545, iCalendar; lines are folded behind 75 octets (3.1), texts escaped (3.3.11).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from mkdocs_plan_plugin.export.json import version
from mkdocs_plan_plugin.model import Phase, Plan
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.portfolio import EntryOf
from mkdocs_plan_plugin.schedule import day_of

Address = Callable[[Plan, str], str]
"""Plan and anchor → the address of the place, empty where the site says none."""

_FOLD = 75


def has_dates(entries: Iterable[EntryOf[Plan]]) -> bool:
    """True if anything that is still to be done is due on a day."""
    return any(True for entry in entries for _ in _due(entry))


def as_calendar(entries: Iterable[EntryOf[Plan]], today: dt.date, address: Address) -> bytes:
    """Return what is still to be done as events of a day, by plan; the same plans give the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//mkdocs-plan-plugin//{version()}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for entry in sorted(entries, key=lambda entry: entry.plan.path):
        plan = entry.plan
        for due, phase in _due(entry):
            anchor = phase.anchor if phase else ""
            name = f"{plan.title}: {phase.title}" if phase else plan.title
            place = address(plan, anchor)
            stated = phase.written("due") if phase else plan.written("due")
            lines += [
                "BEGIN:VEVENT",
                f"UID:{_digest(f'{plan.path}#{anchor}')}@mkdocs-plan-plugin",
                f"DTSTAMP:{today:%Y%m%d}T000000Z",
                f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
                f"SUMMARY:{_text(name)}",
                *([f"DESCRIPTION:{_text(stated)}"] if stated and stated != due.isoformat() else []),
                *([f"URL:{place}"] if place else []),
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
            ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8", "replace")


def _digest(name: str) -> str:
    """Return what names an event wherever its day moves to."""
    return sha256(name.encode("utf-8", "replace")).hexdigest()[:32]


def _due(entry: EntryOf[Plan]) -> Iterator[tuple[dt.date, Phase | None]]:
    """Yield when a plan and its phases are due, of those that are not over."""
    plan = entry.plan
    if entry.over or plan.finished:
        return
    if day := day_of(plan.due):
        yield day, None
    for phase in plan.phases:
        if not phase.over and (day := day_of(phase.due)):
            yield day, phase


def _text(text: str) -> str:
    text = one_line(text.replace("`", ""))
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return text


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, each but the first led by a space."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > _FOLD:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + width
    yield piece
