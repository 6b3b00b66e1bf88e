"""One language: English texts and what they are called in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Self

from mkdocs_plan_plugin.regex import regex

_FROM_THE_RIGHT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
"""Languages whose script runs from right to left."""
_DATE = regex(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)


class Text(str):
    """A text that is told in the log and shown in a page: English, but see `Language.tell`."""

    __slots__ = ("english", "values")

    english: str
    values: dict[str, object]

    def __new__(cls, english: str, /, **values: object) -> Self:
        """Return a text with its values, which may be texts themselves."""
        text = super().__new__(cls, english % values)
        text.english, text.values = english, values
        return text


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """English texts in another language; without any, English.

    Texts are those of gettext: a placeholder is `%(name)s`, a per cent sign `%%`. Only a text of the plugin
    is ever filled in; what an author wrote is one of the values. `gettext` and its like give the bare
    text, which Jinja2 fills in and escapes; `say` and `plural` are for Python and give plain text.
    """

    code: str = "en"
    """The language's code (BCP 47), as in an attribute `lang`."""
    texts: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    """Translations by English text; of a text with a number, by its singular, one for each form."""
    about: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Translations that hold for one thing alone (gettext's context), by what they are about."""
    form: Callable[[int], int] = lambda number: int(number != 1)
    """Which of the forms a number takes."""
    day: str = ""
    """How a date is written, with `day`, `month`, `year` and `name` of the month; empty for ISO 8601."""
    month: str = ""
    """The same for a month of a year."""
    months: tuple[str, ...] = ()
    """The names of the months, short."""

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way its script runs, as in an attribute `dir`."""
        code = self.code.replace("_", "-").casefold()
        return "rtl" if {code, code.partition("-")[0]} & _FROM_THE_RIGHT else "ltr"

    @property
    def identity(self) -> tuple[object, ...]:
        """All that decides how something is told; the forms of a number follow from the code."""
        return self.code, self.texts, self.about, self.day, self.month, self.months

    def gettext(self, english: str) -> str:
        """Return the translation of a text."""
        found = self.texts.get(english, english)
        return found if isinstance(found, str) else found[0]

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the translation of a text with a number in the form that the number takes."""
        forms = self.texts.get(one)
        if forms is None:
            return one if number == 1 else many
        return forms if isinstance(forms, str) else forms[self.form(number)]

    def pgettext(self, about: str, english: str) -> str:
        """Return the translation that a word has where it is said of one thing, else its common one."""
        return self.about.get(about, {}).get(english) or self.gettext(english)

    def npgettext(self, about: str, one: str, many: str, number: int) -> str:
        """Return `ngettext`: no text with a number differs by what it is about."""
        del about
        return self.ngettext(one, many, number)

    def say(self, english: str, /, **values: object) -> str:
        """Return a text with its values."""
        return self.gettext(english) % values

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return a text with its values and a number, which is `num` among them."""
        return self.ngettext(one, many, number) % {"num": number, **values}

    def tell(self, text: Text) -> str:
        """Return a text that was put together before its language was known."""
        stated = {name: self.tell(one) if isinstance(one, Text) else one for name, one in text.values.items()}
        return self.say(text.english, **stated)

    def date(self, iso: str) -> str:
        """Return an ISO date as it is written in this language; anything else as it is."""
        found = _DATE.match(iso)
        return _written(self.day, self.months, *map(int, found.groups())) or iso if found else iso

    def month_of(self, day: dt.date) -> str:
        """Return the month of a day as it is written in this language, else as `2026-01`."""
        return _written(self.month, self.months, day.year, day.month, 1) or f"{day:%Y-%m}"


def _written(pattern: str, months: tuple[str, ...], year: int, month: int, day: int) -> str:
    name = months[month - 1] if 0 < month <= len(months) else f"{month:02}"
    return pattern % {"day": day, "month": month, "year": year, "name": name} if pattern else ""


ENGLISH = Language()
"""The language that texts are written in."""
