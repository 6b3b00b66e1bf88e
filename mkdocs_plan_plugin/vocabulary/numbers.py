"""Numbers of phases and steps: `2`, `1.5`, `2a`, `II`, `Q3`, `5-6`, `three`, `三`."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.vocabulary.lookup import by_spacing
from mkdocs_plan_plugin.vocabulary.words import NUMBER_WORDS

_SPACED, _DENSE = by_spacing(NUMBER_WORDS)
_CJK = "".join(sorted(set("".join(_DENSE))))
_SPELLED = "|".join(_SPACED)
NUMBER = (
    rf"(?:\d+(?:\.\d+)*[a-zA-Z]?(?![^\W_])|Q[1-4]\b|(?:{_SPELLED})\b"
    rf"|[IVX]+\b(?!')|[A-Z](?:\d+)?\b(?!')|[{_CJK}]+)"
)
"""A regular expression of one number; roman numerals and letters in capitals only."""

_TO = r"(?:-|–|—|~|&|\+|,|/|\bto\b|\band\b|\bbis\b|\bà\b|\ba\b|\bпо\b)"
RANGE = rf"{NUMBER}(?:\s*{_TO}\s*(?:\d+(?:\.\d+)*[a-zA-Z]?|[IVX]+)(?![^\W_]))*"
"""A number or a range or list of numbers."""


def canonical(number: str) -> str:
    """Return a number as the model has it: words as digits, ranges with a plain hyphen."""
    number = re.sub(r"\s*(?:[–—~-]|\bto\b|\bbis\b)\s*", "-", number.strip())
    return NUMBER_WORDS.get(number.casefold(), number)
