"""Numbers of phases and steps: `2`, `1.5`, `II`, `117+`, `5-6`, `three`, `三`; codes: `M1`, `Q1 2026`."""

from __future__ import annotations

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import by_spacing
from mkdocs_plan_plugin.vocabulary.words import NUMBER_WORDS

_SPACED, _DENSE = by_spacing(NUMBER_WORDS)
_CJK = "".join(sorted(set("".join(_DENSE))))
_SPELLED = "|".join(_SPACED)
_ONE_MORE = r"(?:[a-zA-Z]|-?(?:bis|ter|quater)\b)"
"""What makes one more of a number: `7a`, `7bis`."""

NUMBER = (
    rf"(?:v?\d+(?:\.\d+)*{_ONE_MORE}?(?![^\W_])|Q[1-4]\b|(?:{_SPELLED})\b"
    rf"|[IVX]+\b(?!')|[A-Z](?:\d+[a-zA-Z]?)?\b(?!')|[{_CJK}]+)"
)
"""A regular expression of one number; roman numerals and letters in capitals only."""

_SPACED_TIMES, _DENSE_TIMES = by_spacing(words.DURATIONS)
_TIMES = rf"(?:(?:{'|'.join(_SPACED_TIMES)})\b|{'|'.join(_DENSE_TIMES)})"
_END = rf"(?:\d+(?:\.\d+)*{_ONE_MORE}?|[IVX]+)(?![^\W_])"
_SIGN = r"(?:[-‐‑–—~〜～]|&|\+|,|/)"
_WORD = r"(?:&|\bto\b|\band\b|\bbis\b|\bund\b|\bet\b|\by\b|\be\b|\bà\b|\ba\b|\bpor\b|\bпо\b|\bи\b|至|到|和)"
_ENDED = r"(?=\s*(?:[:：)\]]|$))"
MORE = (
    rf"(?:(?:{_SIGN}|\s*{_WORD}\s*){_END}(?!\s*{_TIMES})"
    rf"|\s*{_SIGN}\s*(?:\d{{1,2}}|[IVX]+){_ENDED})*"
)
"""What makes a range or list of a number: tight, in words, or with nothing behind that could be a title."""

MORE_OF_PLURAL = rf"(?:\s*(?:{_SIGN}|{_WORD})\s*{_END})+"
"""The same behind a plural, where spaces mean nothing: `Phases 2 - 8`."""

CODE = (
    r"(?P<code>(?:M|MS|WS|WP|PI|W)(?:-?|\s)\d{1,3}(?:\.\d+)?[a-z]?(?!\w)|Q[1-4](?:\s*+(?:/\s*+)?(?:FY)?'?\d{2,4})?(?!\w)"
    r"|(?:FY)?'?\d{2,4}[\s/-]*(?:Q[1-4]|H[12]|[KC]?W\d{1,2})(?!\w)|[HST][1-4][\s/]+'?\d{2,4}(?!\w))"
)
"""A regular expression of a code that stands for word and number."""

CODE_LETTERS = ("m", "ms", "ws", "wp", "pi", "w", "q", "fy", "h", "s", "t", "kw", "cw")
"""The letters of all codes."""

_TO = regex(r"(?:(?<!\s)\s+)?(?:[‐‑–—~〜～-]|\bto\b|\bbis\b|\bpor\b|\bà\b|至|到)\s*")


def canonical(number: str) -> str:
    """Return a number as the model has it: words as digits, ranges with a plain hyphen."""
    number = _TO.sub("-", number.strip())
    return NUMBER_WORDS.get(number.casefold(), number)
