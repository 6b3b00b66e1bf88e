"""Filters of a directive: what a field's value is held against."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs_plan_plugin.languages import Text
from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from mkdocs_plan_plugin.views.fields import DirectiveField

LIKENESS = 0.55
"""How much a wrong name in a directive is like what was meant, so that `changed` gets `created`."""

_COMPARISON = regex(r"(>=|<=|>|<)\s*(.+)\Z", re.DOTALL)
_SPAN = regex(r"(\d{1,5})\s*(d|w|m|y)[a-z]*\Z", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}

Test = Callable[[str], bool]


class WrongValueError(ValueError):
    """A value that no filter understands; the message says what to write instead."""

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


class Filter(NamedTuple):
    """One condition: any of the values of `field` passes any of the tests."""

    field: DirectiveField
    tests: tuple[Test, ...]
    without: bool = False
    """True where a thing without any value passes."""
    negated: bool = False

    def passes(self, item: Any) -> bool:  # noqa: ANN401 - whatever the field reads
        """True if the thing is wanted."""
        values = self.field.values(item)
        found = any(test(value) for value in values for test in self.tests) if values else self.without
        return found != self.negated


def read(field: DirectiveField, wanted: object, today: dt.date) -> Filter:
    """Read what is behind a field's name in a directive.

    A value, a list of values (any of them), a range `P0..P1`, a comparison `> 50`, `not x`, `none`
    or `any`. For dates `> 30d` is more than 30 days away from today. Raises WrongValueError.
    """
    if isinstance(wanted, list):
        filters = [read(field, one, today) for one in wanted]
        if any(one.negated for one in filters):
            raise WrongValueError(
                Text(
                    "'not' goes before the list: write %(field)s: \"not %(list)s\"",
                    field=field.name,
                    list=_text(wanted),
                )
            )
        tests = tuple(test for one in filters for test in one.tests)
        return Filter(field, tests, without=any(one.without for one in filters))
    text = _text(wanted)
    if text.startswith(("not ", "!")):
        rest = text.removeprefix("not ").removeprefix("!").strip()
        parts = [part.strip() for part in rest.strip("[]").split(",")] if rest.startswith("[") else [rest]
        return read(field, parts if len(parts) > 1 else parts[0], today)._replace(negated=True)
    if text in ("none", "null", ""):
        return Filter(field, (), without=True)
    if text == "any":
        return Filter(field, (lambda _: True,))
    return Filter(field, (_test(field, text, today),))


def _text(value: object) -> str:
    """A YAML value as its author wrote it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if value is None:
        return "none"
    if isinstance(value, list):
        return f"[{', '.join(_text(one) for one in value)}]"
    if isinstance(value, dict):
        raise WrongValueError(Text("a mapping is no value; write a word, a list or a range"))
    return str(value).strip()


def _test(field: DirectiveField, text: str, today: dt.date) -> Test:
    if match := _COMPARISON.match(text):
        return _compared(field, match[1], match[2].strip(), today)
    if ".." in text:
        first, last = (part.strip() for part in text.split("..", 1))
        tests = [_compared(field, sign, end, today) for sign, end in ((">=", first), ("<=", last)) if end]
        return lambda value: all(test(value) for test in tests)
    if field.kind == "text":
        wanted = text.casefold()
        return lambda value: fnmatchcase(value.casefold(), wanted)
    exact = _point(field, text)
    return lambda value: _rank(field, value) == exact


def _compared(field: DirectiveField, sign: str, end: str, today: dt.date) -> Test:
    """A comparison; a span of days is measured from today, back in time unless the date lies ahead."""
    if field.kind == "text":
        raise WrongValueError(
            Text("'%(field)s' has no order; write a text, with * for any part of it", field=field.name)
        )
    if field.kind == "date" and (span := _SPAN.match(end)):
        days = int(span[1]) * _DAYS[span[2].lower()]

        def away(value: str) -> bool:
            date = _date(value)
            return date is not None and _holds(
                sign, (date - today).days if field.ahead else (today - date).days, days
            )

        return away
    point = _point(field, end)

    def held(value: str) -> bool:
        rank = _rank(field, value)
        return rank is not None and _holds(sign, rank, point)

    return held


def _holds(sign: str, one: Any, other: Any) -> bool:  # noqa: ANN401 - numbers or dates
    if sign == ">":
        return bool(one > other)
    if sign == "<":
        return bool(one < other)
    return bool(one >= other) if sign == ">=" else bool(one <= other)


def _point(field: DirectiveField, text: str) -> Any:  # noqa: ANN401 - numbers or dates
    """Where a written value is in its field's order. Raises WrongValueError."""
    if field.kind == "word":
        word = word_of(field, text)
        if word is None:
            near = nearest(text.replace(" ", "-"), field.order, LIKENESS)
            raise WrongValueError(
                Text(
                    "'%(field)s' is never '%(value)s'. %(instead)s",
                    field=field.name,
                    value=text,
                    instead=did_you_mean(near, field.order),
                )
            )
        return field.order.index(word)
    if field.kind == "date":
        date = _date(text)
        if date is None:
            raise WrongValueError(
                Text(
                    "'%(field)s' is a date, not '%(value)s'; write e.g. %(one)s or %(other)s",
                    field=field.name,
                    value=text,
                    one='"> 30d", "< 2026-07-01"',
                    other='"2026-01-01..2026-06-30"',
                )
            )
        return date
    try:
        return float(text.rstrip("% "))
    except ValueError:
        raise WrongValueError(
            Text(
                "'%(field)s' is a number, not '%(value)s'; write e.g. %(one)s or %(other)s",
                field=field.name,
                value=text,
                one='"> 50"',
                other="0..50",
            )
        ) from None


def _rank(field: DirectiveField, value: str) -> Any:  # noqa: ANN401 - numbers or dates
    """Where a plan's value is in the order, None where it has no place."""
    if field.kind == "word":
        return field.order.index(value) if value in field.order else None
    if field.kind == "date":
        return _date(value)
    try:
        return float(value)
    except ValueError:
        return None


def word_of(field: DirectiveField, text: str) -> str | None:
    """The canonical word for a written one: its own, or what readers are told for it."""
    wanted = "-".join(text.casefold().replace("_", " ").split())
    for word in field.order:
        if wanted in (word.casefold(), "-".join(field.say(word).casefold().split())):
            return word
    return None


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def order(field: DirectiveField, item: Any) -> tuple[Any, ...] | None:  # noqa: ANN401 - whatever the field reads
    """Sort key of a thing; None where it has no value, which is last in either direction."""
    values = field.values(item)
    if not values:
        return None
    if field.kind == "text":
        return (" ".join(values[0].replace("`", "").casefold().split()),)
    rank = _rank(field, values[0])
    return None if rank is None else (rank,)


def did_you_mean(near: str, known: Iterable[str]) -> Text:
    """What to write instead: the nearest word, else any of those known."""
    if near:
        return Text("Did you mean '%(near)s'?", near=near)
    return Text("There are %(names)s", names=", ".join(known))
