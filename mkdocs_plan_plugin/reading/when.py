"""When a phase, step or task starts and is due, and who does it: from its fields and its heading.

A day alone behind a title may begin the work, end it or be the one on which it was done. It counts where a
word beside it says which, and for a milestone, which is a day; else it is left out with that reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from mkdocs_plan_plugin.model import Dated, LeftOut, Stage
from mkdocs_plan_plugin.reading.dates import NO_DATE, WHY_NOT, why_not
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.vocabulary import date_words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, is_choice, unless_blank
from mkdocs_plan_plugin.vocabulary.dates import Date, dates_in, read_date
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key

_DUE = has_word(date_words.DUE)
_START = has_word(date_words.START)
_COMPLETED = has_word(date_words.COMPLETED)
_ALONE = "a day that may begin the work or end it; write 'due' or 'from' in front of it"
_MARK = regex("[📅📆🗓]\ufe0f?\\s*$")
_YEARS = regex(r"\d{4}")
_BEHIND = 4
"""Characters behind a date in which a word of ideographs may be: `12月1日まで`."""

Role = Literal["start", "due", "completed", "span", ""]
"""What a date is of work: `span` is both its start and its end, nothing is a day that nobody explains."""


class StatedDate(NamedTuple):
    """A date and what it is of the work."""

    role: Role
    date: Date


def dated_in(text: str, vocabulary: Vocabulary) -> Iterator[StatedDate | LeftOut]:
    """Yield the dates in a text about time and nothing else, by the words beside each."""
    at = 0
    for one in dates_in(text, day_first=vocabulary.day_first):
        if not isinstance(one, Date):
            yield LeftOut(kind="date", text=one.text, reason=WHY_NOT[one.why])
            continue
        begin = text.find(one.text, at)
        end = begin + len(one.text)
        beside = key(text[at:begin]) or key(text[end : end + _BEHIND])
        at = end
        marked = one.is_day and _MARK.search(text[:begin])
        yield StatedDate("due" if marked else _role(beside, one), one)


def _role(beside: str, date: Date) -> Role:
    if _COMPLETED.search(beside):
        return "completed"
    if _DUE.search(beside):
        return "due"
    if _START.search(beside):
        return "start"
    return "" if date.is_day and len(_YEARS.findall(date.text)) < 2 else "span"


def tell(work: Dated, role: Role, date: Date) -> None:
    """Set the dates of work that one tells, unless others were told before."""
    if role in ("start", "span") and work.start is None:
        work.start = date.start
        work.start_precision, work.start_text = date.partial
    if role in ("due", "span") and work.due is None:
        work.due = date.value
        work.due_precision, work.due_text = date.partial


def read_fields(work: Dated, fields: Iterable[Field], vocabulary: Vocabulary) -> list[LeftOut]:
    """Set owner and dates of work from its fields, the first of each; return what can't be read of them."""
    left: list[LeftOut] = []
    dated: list[tuple[Field, frozenset[str]]] = []
    for field in fields:
        means = vocabulary.meanings(field.name)
        if "owner" in means and not work.owner:
            work.owner = unless_blank(field.value) or None
        if not _DATED.isdisjoint(means):
            dated.append((field, means))
    for role, names in _NAMED if dated else ():
        for field, means in dated:
            if not means.isdisjoint(names) and not _says_nothing(field.value):
                left += _read(work, role, field, vocabulary)
    return left


_NAMED: tuple[tuple[Role, tuple[str, ...]], ...] = (
    ("start", ("start",)),
    ("due", ("due",)),
    ("due", ("target",)),
    ("span", ("period", "duration")),
)
"""The fields that tell dates of work: a deadline before a target, both before a time from one to another."""


_DATED = frozenset(name for _, names in _NAMED for name in names)


def _says_nothing(value: str) -> bool:
    return not value or is_blank(value) or is_choice(value)


def _read(work: Dated, role: Role, field: Field, vocabulary: Vocabulary) -> Iterator[LeftOut]:
    if role == "span":
        period = vocabulary.means(field.name, "period")
        for one in dated_in(field.value, vocabulary) if len(field.value) <= _LONGEST else ():
            if isinstance(one, LeftOut):
                yield LeftOut(line=field.line, kind="date", text=one.text, reason=one.reason)
            elif one.role != "completed" and (one.role or period):
                tell(work, one.role or "due", one.date)
        return
    date = read_date(field.value, day_first=vocabulary.day_first)
    if isinstance(date, Date):
        tell(work, role, date)
    elif reason := why_not(field, date, vocabulary):
        yield LeftOut(line=field.line, kind="date", text=field.value, reason=reason)


_LONGEST = 60
"""A longer text about a duration is an explanation."""


def read_heading(
    stage: Stage, when: str, vocabulary: Vocabulary, *, milestone: bool = False
) -> list[LeftOut]:
    """Set the dates of a phase or step that are behind its title; return what of them can't be read."""
    left: list[LeftOut] = []
    for one in dated_in(when, vocabulary):
        if isinstance(one, LeftOut):
            left.append(LeftOut(line=stage.line, kind="date", text=one.text, reason=one.reason))
        elif one.role == "completed":
            continue
        elif one.role or milestone:
            tell(stage, one.role or "due", one.date)
        elif stage.due is None and stage.start is None and not stage.over:
            left.append(LeftOut(line=stage.line, kind="date", text=one.date.text, reason=_ALONE))
    return left


def read_cell(work: Dated, role: Role, text: str, vocabulary: Vocabulary) -> LeftOut | None:
    """Set a date as a column of dates tells it; return what of it can't be read."""
    date = read_date(text, day_first=vocabulary.day_first)
    if isinstance(date, Date):
        tell(work, role, date)
    elif not is_blank(text) and len(text) <= _LONGEST:
        return LeftOut(line=work.line, kind="date", text=text, reason=WHY_NOT[date.why] if date else NO_DATE)
    return None
