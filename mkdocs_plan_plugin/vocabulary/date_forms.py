"""The forms that dates are written in.

A text is first put into signs, one for each number, word and mark: `3rd of March, 2026` is `Ns f m, Y`.
So the words of all languages are looked up, and the forms are short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from mkdocs_plan_plugin.model import Precision
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import date_words, words
from mkdocs_plan_plugin.vocabulary.lookup import by_spacing


class Signs(NamedTuple):
    """A text in signs, and where in it each is."""

    signs: str
    places: list[tuple[int, int]]


def signs_of(text: str) -> Signs:
    """Put a text into signs."""
    signs, places = [], []
    for token in (_ASCII_TOKEN if text.isascii() else _TOKEN).finditer(text):
        kind, written = token.lastgroup, token[0]
        if kind == "number":
            sign = _number_sign(written if written.isascii() else normalize("NFKC", written))
        elif kind == "space":
            sign = " "
        else:
            sign = _sign(written) or ("a" if kind == "word" else "*")
        signs.append(sign)
        places.append(token.span())
    return Signs("".join(signs), places)


@lru_cache(maxsize=1024)
def _sign(word: str) -> str:
    """Return the sign of a word or mark, empty where it has none; full-width ones are like the others."""
    return _SIGNS.get(word.casefold()) or _SIGNS.get(normalize("NFKC", word).casefold(), "")


def _number_sign(digits: str) -> str:
    """Return a sign by length: `N`, `D`, `Y` for a year, `Z` for another, `C` for 20261128, else `X`."""
    if len(digits) <= 2:
        return "ND"[len(digits) - 1]
    if not digits.startswith(("19", "20", "21")):
        return "Z" if len(digits) == 4 else "X"
    return {4: "Y", 8: "C"}.get(len(digits), "X")


def _table(*meanings: tuple[str, Iterable[str]]) -> dict[str, str]:
    """Return the sign of each word, the first that it is given."""
    found: dict[str, str] = {}
    for sign, spellings in meanings:
        for spelling in spellings:
            found.setdefault(spelling, sign)
    return found


_UNITS, _PARTS = date_words.UNITS, date_words.PARTS
_THIRDS = {"early": "1", "mid": "2", "late": "3", "before": "4"}
_AFTER = str.maketrans("1234", "5678")
"""Ideographs that narrow a date are behind it."""
_SIGNS = _table(
    ("y", "年년"),
    ("n", "月월"),
    ("d", "日号號일"),
    ("#", "第제"),
    ("M", date_words.OTHER_WORDS),
    ("m", date_words.MONTHS),
    *((letter.upper(), letter) for letter in "wqths"),
    ("w", _UNITS["week"]),
    ("q", _UNITS["quarter"]),
    ("h", _UNITS["half"]),
    ("o", date_words.ORDINALS),
    *((sign.translate(_AFTER), by_spacing(_PARTS[name])[1]) for name, sign in _THIRDS.items()),
    *((sign, by_spacing(_PARTS[name])[0]) for name, sign in _THIRDS.items()),
    ("r", date_words.RANGES),
    ("f", ("of", "de", "del", "do", "da", "des", "du")),
    ("F", date_words.FILLERS),
    ("u", (*date_words.UNDATED, *words.CALENDAR_UNITS)),
    ("s", ("st", "nd", "rd", "th", "er", "ème", "e", "º", "ª", "°", "го", "ое", "е", "й", "я")),
    ("-", "-\u2010\u2212"),
    (">", "–—~〜→"),
    ("'", "'\u2019"),
    *((mark, mark) for mark in "/.,:_+"),
)
_DENSE = "|".join(by_spacing(word for word in _SIGNS if word.isalpha())[1])
_ASCII_TOKEN = regex(r"(?P<number>\d+)|(?P<word>[a-zA-Z]+)|(?P<space>\s+)|.", re.DOTALL)
_TOKEN = regex(
    rf"(?P<number>\d+)|(?P<dense>{_DENSE})|(?P<word>[^\W\d_\u2e80-\uffff]+)|(?P<space>\s+)|.", re.DOTALL
)

_LETTERS = "aMmWQTHSwqho1234rfFus"
_MORE = f"[{_LETTERS}NDXYZ]"
"""A word or a number, whatever it is."""
_FREE = rf"(?<![{_LETTERS}NDXYZC_])(?<!(?<!\.)\.)"
"""Not inside a word, a version or a longer number."""
_N = "[ND]"
_OF = r"(?: f |[ ,./-]{0,3})"
TO = r" ?(?:[-/>r4]|->|\.\.\.?) ?"
"""What is between the first and the last of two."""
_Y = r"(?P<y>Y)"
_YEAR = rf"(?:{_Y}|['/] ?(?P<yy>D))"
_M, _M1, _D, _D1, _A, _B, _K, _K1 = (
    rf"(?P<{name}>{_N})" for name in ("m", "m1", "d", "d1", "a", "b", "k", "k1")
)
_DAY, _DAY1 = (rf"{number}(?:-?s)?\.?" for number in (_D, _D1))
_MONTH, _MONTH1 = (rf"(?P<{name}>[mM])\.?" for name in ("n", "n1"))
_ALONE, _ALONE1 = (rf"(?P<{name}>m|M(?=/| f ))\.?" for name in ("n", "n1"))
_WHICH = r"(?P<k>[NDo])(?:-?s|\.)?"
_TIME = rf"(?:(?:T|,? ){_N}:D(?::D(?:[.,][NDXY])?)?(?:a|[+-]D:?D)?)?"
_TO_DAY = rf"(?:{TO}(?P<m>D)-(?P<d>D)(?!-))"

_DAYS = (
    # 2026-11-28, 2026/2/8, 2026. 2. 8., 2026-01-12 to 02-20; not the name of a file
    rf"{_FREE}(?P<y>Y|Z(?=-))(?P<s>[-/.]) ?{_M1}(?P=s) ?{_D1}(?!-(?!Y-){_MORE}|\.{_MORE}){_TIME}{_TO_DAY}?",
    # 20261128, 20261128T1000Z
    rf"{_FREE}(?<!-)(?P<c>C)(?=T|(?![-{_LETTERS}]|\.{_MORE}))",
    # 2026-W48-6
    rf"{_FREE}{_Y}-?W(?P<w>D)-(?P<wd>N)",
    # 2026年11月28日, 2026年1月12日〜2月20日
    rf"{_FREE}{_Y} ?y ?{_M1} ?n ?{_D1}(?: ?d)?(?:{TO}(?:{_M} ?n ?)?{_D} ?d)?",
    # 12.–20.1.2026, 12.01.–20.02.2026
    rf"{_FREE}{_D1}\. ?(?:{_M1}\.)?{TO}{_D}\. ?{_M}\. ?{_Y}",
    # 19/01/2026, 3-4-26
    rf"{_FREE}(?<!{_N}[-/]){_A}(?P<s>[-/.]) ?{_B}(?P=s) ?(?P<y>[YD])(?![-/.]{_MORE})",
    # 3 March 2026, 19-Jan-2026, 12 Jan – 20 Feb 2026
    rf"{_FREE}(?:{_DAY1}(?:{_OF}{_MONTH1})?{TO})?{_DAY}{_OF}{_MONTH}{_OF}{_YEAR}",
    # March 3rd, 2026, January 12–20, 2026
    rf"{_MONTH1}[ -]?{_DAY1}(?:{TO}(?:{_MONTH}[ -]?)?{_DAY})?[ ,/-]{{1,3}}{_Y}",
    # 2026 March 3
    rf"{_FREE}{_Y}[ ,./-]{{1,3}}{_MONTH}[ ,./-]{{1,3}}{_DAY}",
)
_MONTHS = (
    # 2026年12月, 2026年1月〜3月
    rf"{_FREE}{_Y} ?y ?{_M1} ?n(?:{TO}{_M} ?n)?",
    # 2026-12
    rf"{_FREE}{_Y}[-/.](?P<m>D)(?![-/.]?{_MORE})",
    # 12/2026
    rf"{_FREE}(?<!{_N}[-/]){_M}[-/.]{_Y}(?![-/.]{_MORE})",
    # December 2026, January–March 2026
    rf"{_ALONE1}(?:{TO}{_ALONE})?{_OF}{_YEAR}",
    # 2026 December
    rf"{_FREE}{_Y}[ ,./-]{{1,3}}{_ALONE}",
)


def _numbered(letter: str, word: str) -> tuple[str, ...]:
    """Return the forms of what is numbered in a year, by the signs of its letters and its words."""
    called = rf"(?:{letter}|{word}\.? ?)"
    return (
        # 2026-Q4
        rf"{_FREE}(?<!{_N}[ /]){_Y}[ /-]{{0,3}}{letter}{_K}(?![{_LETTERS}]|\.{_MORE})",
        # Q4 2026, Q1–Q2 2026, KW 3–7 2026
        rf"{_FREE}{called}{_K1}(?:{TO}{called}?{_K})?{_OF}{_YEAR}",
        # 4Q 2026, fourth quarter of 2026
        rf"{_FREE}{_WHICH}(?:{letter}|[ -]?{word}){_OF}{_YEAR}",
        # 2026年第4季度, 2026年Q4
        rf"{_FREE}{_Y} ?y ?(?:{letter}{_K1}|#?{_WHICH} ?{word})",
    )


_ALL: tuple[tuple[Precision, str, tuple[str, ...]], ...] = (
    ("day", "", _DAYS),
    ("quarter", "QTq", _numbered("[QT]", "q")),
    ("half", "HSh", _numbered("[HS]", "h")),
    ("week", "WSw", _numbered("[WS]", "w")),
    ("month", "", _MONTHS),
)
FORMS = tuple(
    (precision, frozenset(signs), regex(form)) for precision, signs, forms in _ALL for form in forms
)
"""Each form with how precise it is, and the signs one of which it has, in the order they are tried.

Groups: `y` or `yy` the year, `m` or `n` the month by number or name, `d` the day, `k` which quarter, half or
week, `w` and `wd` week and day of it, `c` a day in eight digits. Those that end in 1 belong to the first of
two, where a form leaves out what both share: `12.–20. Januar 2026`. `a` and `b` are day and month, or month
and day.
"""
YEAR = regex(rf"{_FREE}(?P<y1>Y)y?(?:{TO}(?P<y>Y)y?)?(?![-NDXZ])")
"""A year, or the first and last of several."""
BEFORE = regex(r"([1-4])(?:[ '-]+[fFr])*[ '-]*$")
"""`end of`, `Mitte`, `mi-` at the end of what is before a date."""
BEHIND = regex(r" ?([5-8])")
"""`末`, `上旬` at the beginning of what is behind it."""

UNDATED = regex(r"(?=.*(?:[mMwqhu8]|[WQTHS][ND]|[123][ fr]*F))[-NDXYZCmMwqhuWQTHSo1-8rfFsynd# .,:'/>_+]+$")
"""Nothing but words of time and numbers: `2 weeks`, `next month`, `Q4`, `15 March`."""
