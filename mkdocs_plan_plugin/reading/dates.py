"""The dates that a plan states of itself.

A month or quarter counts from its first day where something starts, and to its last where it is due. Of
`created` and `updated` it tells no day, so that only its text is kept. A range begins the one and ends the
other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from mkdocs_plan_plugin.model import Contradiction, LeftOut, Plan
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.vocabulary import date_words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, is_choice
from mkdocs_plan_plugin.vocabulary.dates import Date, NoDate, read_date, tells_time
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key

DATES = ("created", "updated", "start", "target", "due")

WHY_NOT = {
    "ambiguous": "two dates, unless the option day_first says which number is the day",
    "impossible": "a day that the calendar lacks",
}
NO_DATE = "no date that can be read"

_SAME = {"created": ("created", "created on", "date created"), "updated": ("updated", "last updated")}
"""Names that surely state the same fact; `date` and `start date` may differ from `created`."""

_BRACKETS = regex(r"\([^()]*\)")
_ASKS = has_word(date_words.NAMES)
_LONGEST = 60
"""A longer text under the name of a date is an explanation."""


def read_dates(plan: Plan, stated: Callable[[str], Iterable[Field]], vocabulary: Vocabulary) -> None:
    """Fill in a plan's dates from the fields that may state each, and what of them can't be read."""
    unread: dict[tuple[int, str], LeftOut] = {}
    for what in DATES:
        fields = [*stated(what)]
        if what == "updated":
            fields += _updates(stated("created"), vocabulary)
        _read(plan, what, fields, vocabulary, unread)
    for what, other in (("target", "due"), ("due", "target")):
        if getattr(plan, what) is None:
            for part in ("", "_precision", "_text"):
                setattr(plan, what + part, getattr(plan, other + part))
    plan.left_out += unread.values()


def _updates(created: Iterable[Field], vocabulary: Vocabulary) -> Iterator[Field]:
    """Yield the dates of updates behind those of the beginning: `2026-09-04 (updated 2026-09-06)`."""
    for field in created:
        match = _UPDATE.search(field.value)
        if match and vocabulary.means(match[1], "updated"):
            yield Field(match[1], match[2], field.line)


_UPDATE = regex(r"\(([^\W\d][^\d():]{2,24})[:\s]\s*(\d[^()]*)\)")


def _read(
    plan: Plan,
    what: str,
    fields: list[Field],
    vocabulary: Vocabulary,
    unread: dict[tuple[int, str], LeftOut],
) -> None:
    """Set one date: the first that is stated, a day before a month; days that differ are contradictions."""
    first: tuple[str, int] | None = None
    for field in fields:
        if is_blank(_BRACKETS.sub("", field.value)) or is_choice(field.value):
            continue
        date = read_date(field.value, day_first=vocabulary.day_first)
        if not isinstance(date, Date):
            if reason := why_not(field, date, vocabulary):
                unread.setdefault(
                    (field.line, field.value),
                    LeftOut(line=field.line, kind="date", text=field.value, reason=reason),
                )
            continue
        day = _day(what, date)
        if day is None:
            if not first and not getattr(plan, f"{what}_text"):
                _set(plan, what, None, date)
        elif first is None:
            first = day, field.line
            _set(plan, what, day, date)
        elif day != first[0] and key(field.name) in _SAME.get(what, ()):
            plan.contradictions.append(
                Contradiction(what=what, value=first[0], line=first[1], other=day, other_line=field.line)
            )


def _day(what: str, date: Date) -> str | None:
    """Return the day that a date tells of a beginning or an end."""
    if what in ("created", "updated") and date.precision != "day":
        return None
    return date.start if what in ("created", "start") else date.value


def _set(plan: Plan, what: str, day: str | None, date: Date) -> None:
    precision, text = date.partial
    setattr(plan, what, day)
    setattr(plan, f"{what}_precision", precision)
    setattr(plan, f"{what}_text", text)


def why_not(field: Field, found: NoDate | None, vocabulary: Vocabulary) -> str:
    """Say why a value is no date; empty where it was not meant as one: `Target: all users`."""
    if len(field.value) > _LONGEST:
        return ""
    if found:
        return WHY_NOT[found.why]
    meant = vocabulary.means(field.name, "due") or _ASKS.search(key(field.name))
    return NO_DATE if meant or tells_time(field.value) else ""
