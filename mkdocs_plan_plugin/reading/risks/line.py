"""What is written on the line of a risk: ratings in brackets, facts behind dashes and stops."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.reading.risks.columns import letter_fact
from mkdocs_plan_plugin.reading.risks.facts import Draft, Said, fact_of
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.ratings import is_rating, read_rating

_BETWEEN = regex(r"((?:(?<!\s)\s+)?[,;|，；]\s*|(?<!\s)\s+[-–—]\s+|[.。]\s+)")
COLON = regex("[：=]")

_TAIL = regex(r"(?:(?<!\s)\s+)?[(\[（]([^()\[\]（）]{3,60})[)\]）]\s*$")
"""A bracket behind a title that may rate it: `Flood (High)`."""

_LEAD = regex(r"\s*[(\[（【]([^()\[\]（）【】]{1,20})[)\]）】]\s*+(?:[:：–—-]\s*+)?(?=\S)")

_PAIRED = regex(r"[/,;，；、+&]|\b(?:and|und|et|y|e)\b")
"""What parts two ratings in a bracket: `(High probability, low impact)`, `(High/Low)`."""

BESIDE = regex(
    r"(?:(?<!\s)\s+)?[(（]([^()（）:：=]*[:：=][^()（）]*)[)）]"
    r"|\s\|\s([^:：\n]{0,200}[:：].*)|\s[-–—]\s(\w[^:：]{2,30}[:：].*)|(?:\.\s+|。\s*)(\w[^:：.。]{1,30}[:：].*)"
)
"""Facts on the line of the risk: `Flood (Impact: Low)`, `Flood | Owner: Kim`, `Flood - Mitigation: pumps`,
`Flood. Mitigation: pumps`."""

ARROW = regex(r"(?<!\s)\s+(?:→|⇒|->|=>)\s+")
"""What parts a risk from what is done about it."""

AXES = ("probability", "impact")


def parted(title: str, vocabulary: Vocabulary) -> tuple[str, dict[str, str]]:
    """Part the ratings in brackets from a title: `Flood (High Likelihood) (Low)`, `[High] Flood`."""
    ratings: dict[str, str] = {}
    if (lead := _LEAD.match(title)) and is_rating(lead[1], vocabulary):
        title, ratings = title[lead.end() :], {"level": lead[1]}
    while (tail := _TAIL.search(title)) and (said := _ratings_in(tail[1], vocabulary)):
        title, ratings = title[: tail.start()], said | ratings
    return title, ratings


def _ratings_in(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the ratings that a bracket holds and nothing else: a level, an axis each, or both in order."""
    pieces = [piece.strip() for piece in _PAIRED.split(text)]
    if len(pieces) == len(AXES) and all(is_rating(piece, vocabulary) for piece in pieces):
        return {} if any(map(str.isdecimal, pieces)) else dict(zip(AXES, pieces, strict=True))
    if is_rating(text, vocabulary):
        return {"level": text}
    said = {fact_of(axis, vocabulary): level for level, _, axis in (one.rpartition(" ") for one in pieces)}
    plain = said.keys() <= set(AXES) and all(is_rating(level, vocabulary) for level in said.values())
    return said if plain else {}


def rate_by(draft: Draft, ratings: dict[str, str], vocabulary: Vocabulary) -> None:
    """Give a risk the ratings of its bracket; a level is read at once, for it is on no scale of others."""
    draft.ratings |= ratings
    draft.risk.level = read_rating(draft.ratings.pop("level", ""), vocabulary) or draft.risk.level


def inline(text: str, vocabulary: Vocabulary) -> Iterator[Said]:
    """Yield what facts on one line say, parted by commas, bars, dashes or stops before the next name."""
    found: list[tuple[str, str]] = []
    pieces = ["", *_BETWEEN.split(text)]
    for gap, part in zip(pieces[::2], pieces[1::2], strict=True):
        name, _, value = COLON.sub(":", part).partition(":")
        fact = fact_of(name, vocabulary) or (letter_fact(name) if is_rating(value, vocabulary) else "")
        if fact not in ("", "risk"):
            found.append((fact, value.strip(" *_")))
        elif found:  # a comma inside a value
            found[-1] = (found[-1][0], f"{found[-1][1]}{gap}{part}".rstrip())
    for name, value in found:
        yield name, value, [value]
