"""Spans of time in a title: `2 weeks`, `Week 1`, `Q1 2026`, `8週`."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import date_words, words
from mkdocs_plan_plugin.vocabulary.lookup import key, keys_of

_DURATIONS = "|".join(re.escape(word) for word in sorted(words.DURATIONS, key=len, reverse=True))
_DURATION_WORD = regex(
    rf"(?<![^\W\d_])(?:{_DURATIONS})(?![^\W\d_])|\d{{4}}|(?<=\d)[hdwm]\b|[天周週月年日일주년]", re.IGNORECASE
)
_EAST_ASIAN_TIME = regex(r"\d\s*(?:[天周週月年日일주년]|个月|個月|ヶ月|か月|개월|小时|小時|時間|시간|季度)")
RELATIVE = regex(r"\s*(?:ongoing$|(?:next|this|last|early|mid|late)\b)", re.IGNORECASE)
_FIGURES = regex(r"[\d.,~–-]+")
_UNIT = regex(r"(?<=\d)(?=[^\W\d_])")
_MONTHS = frozenset(date_words.MONTHS) - {*date_words.OTHER_WORDS}
_BESIDE = _MONTHS | {*words.BESIDE_TIMES, *date_words.DUE, *date_words.START}
_UNITS = keys_of(words.DURATIONS) | {"h", "d", "w", "m", "y", "mo"}


def is_duration(text: str) -> bool:
    """True if the words in a bracket give a time or span: `Week 1`, `4 hours`, `2026 Q2`, `next quarter`."""
    if not text.isascii() and _EAST_ASIAN_TIME.search(text):
        return True
    if not (any(map(str.isdigit, text)) or RELATIVE.match(text)) or not _DURATION_WORD.search(text):
        return False
    rest = [
        word for word in key(_FIGURES.sub(" ", _DURATION_WORD.sub(" ", text))).split() if word not in _MONTHS
    ]
    return len(rest) <= 2


_EAST_ASIAN_SPAN = regex(
    r"[\d\s~〜～–—-]*\d\s*(?:天|周|週|月|年|日|个月|個月|ヶ月|か月|小时|小時|時間|週間|季度|일|주|년|개월|시간)[間간]?"
)
_QUARTER = regex(r"[qhst][1-4]|20\d\d|19\d\d", re.IGNORECASE)
_DATE = regex(r"(?:20|19)\d\d[-./]\d|\d[-./](?:20|19)\d\d")


def is_span(text: str) -> bool:
    """True if a text is a time or span and nothing else: `2 weeks`, `Weeks 1-2`, `2026 Q1`, `8週`."""
    text = text.strip(" *_~≈")
    if not text or len(text) > 40 or "%" in text or not any(map(str.isdigit, text)):
        return False
    if not text.isascii() and _EAST_ASIAN_SPAN.fullmatch(text):
        return True
    timed = False
    for word in key(_UNIT.sub(" ", text) if not _QUARTER.match(text) else text).split():
        if _QUARTER.fullmatch(word) or word in _UNITS or word in _MONTHS:
            timed = True
        elif not (word.isdigit() or word in _BESIDE):
            return False
    return timed or _DATE.search(text) is not None
