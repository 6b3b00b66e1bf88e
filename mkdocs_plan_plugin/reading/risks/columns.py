"""Which column of a table tells which fact of a risk, by meaning, in any order."""

from __future__ import annotations

from mkdocs_plan_plugin.reading.entries import cell
from mkdocs_plan_plugin.reading.risks.facts import FACTS, TELLING, fact_of
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, key_of_word, title_key
from mkdocs_plan_plugin.vocabulary.ratings import is_rating, leads_with_rating

_SPELT = {key_of_word(word): fact for fact, spellings in words.RISK_COLUMNS.items() for word in spellings}
_SHORT = 3
"""A name of no more letters means something only above ratings: `P`, `Sev`."""

_JOINT = regex(r"(?:(?<!\s)\s+)?[/,&+、，]\s*|\s(?:or|and|oder|und|ou|et|o|y|e)\s")
"""What joins the two names of one column."""

_RATINGS = frozenset({"probability", "impact", "severity", "level"})
_OF_RISKS = (_RATINGS | {"mitigation"}) - {"level"}
"""What tells risks where no column is called so: with a level alone anything may be rated, such as phases."""


def risk_columns(table: Block, vocabulary: Vocabulary, *, in_section: bool) -> dict[str, int]:
    """Return the columns of a risk table by fact; nothing for a table of something else.

    Inside a section of risks the column of risks needs no name of its own: it is the first behind
    identifier and category. What rates before it names is a legend, unless it rates both ways.
    """
    heads = [line.text for line in table.rows[0]] if len(table.rows) > 1 else []
    in_section = in_section or _rates_both_ways(table, heads, vocabulary)
    if not in_section and not any(
        "(" in head or "/" in head or "risk" in vocabulary.meanings(head) for head in heads
    ):
        return {}
    found = _facts_of(table, heads, vocabulary, in_section=in_section)
    if "risk" in found:
        if in_section and not any(fact_of(cell(row, found["risk"]), vocabulary) for row in table.rows[1:]):
            return found
        before = {column for fact, column in found.items() if fact in ("id", "category")}
        first = before.issuperset(range(found["risk"]))  # in front of it are no things that have risks
        telling = found.keys() & (TELLING if first or in_section else _OF_RISKS)
        return found if telling or (first and len(found) > 1) else {}
    if not in_section or not found.keys() & _OF_RISKS:
        return {}
    unnamed = _unnamed_risk(found, len(heads))
    return {} if unnamed is None else {**found, "risk": unnamed}


def _facts_of(table: Block, heads: list[str], vocabulary: Vocabulary, *, in_section: bool) -> dict[str, int]:
    """Return the columns of a table whose heads or ratings say which fact of a risk they tell."""
    found: dict[str, int] = {}
    for column, head in enumerate(heads):
        fact = _column_of(head, vocabulary)
        if not fact and in_section:  # `Risk / question`
            fact = _column_of(_JOINT.split(head, maxsplit=1)[0], vocabulary)
            fact = fact or ("risk" if title_key(head) in words.RISK_PLURALS else "")
        joined = _JOINT.split(head)[1:] if not fact and column == 0 else ()
        if any(_column_of(part, vocabulary) == "risk" for part in joined):  # `Point of failure / risk`
            fact = "risk"
        if fact == "risk" and _most_ratings(table, column, vocabulary):
            fact = "level"  # a column called Risk that rates and names nothing
        if fact and not (fact in _MEASURES and _are_amounts(table, column)):
            found.setdefault(fact, column)
    for column, head in enumerate(heads) if in_section or "risk" in found else ():
        name = key(head)
        fact = _SPELT.get(name, "")
        known = not fact or fact in found or column in found.values()
        if not known and (len(name) > _SHORT or _all_ratings(table, column, vocabulary)):
            found[fact] = column
    if "severity" in found and "impact" in found and not _all_ratings(table, found["impact"], vocabulary):
        found.setdefault("description", found["impact"])  # an effect in words beside its severity
        found["impact"] = found.pop("severity")
    return found


def _unnamed_risk(found: dict[str, int], width: int) -> int | None:
    """Return the column that names the risks of a section whose table calls none so, None if none does."""
    before = {"id", "category"} | (_RATINGS if {"probability", "impact"} <= found.keys() else set())
    by_column = {column: fact for fact, column in found.items()}
    for column in range(width):
        fact = by_column.get(column, "")
        if fact in ("", "description"):
            return column
        if fact not in before:
            break
    return found.get("id")


def _rates_both_ways(table: Block, heads: list[str], vocabulary: Vocabulary) -> bool:
    """True for a table with columns of probability and impact: what it names are risks anywhere."""
    rated = {
        fact
        for column, head in enumerate(heads)
        if (fact := fact_of(head, vocabulary)) in ("probability", "impact")
        and _all_ratings(table, column, vocabulary)
    }
    return len(rated) > 1


_MEASURES = ("mitigation", "contingency")
_WORD = regex(r"[^\W\d_]{4,}")


def _are_amounts(table: Block, column: int) -> bool:
    """True if most cells of a column are amounts: a contingency in a budget is money, not a measure."""
    texts = [text for row in table.rows[1:] if not is_blank(text := cell(row, column))]
    amounts = sum(not _WORD.search(text) and any(char.isdigit() for char in text) for text in texts)
    return 2 * amounts > len(texts)


def letter_fact(name: str) -> str:
    """Return what a short name tells where ratings are behind or under it: `P`, `I`, `Sev`."""
    return _SPELT.get(key(name), "")


def _column_of(name: str, vocabulary: Vocabulary) -> str:
    """Return what a column tells; an abbreviation is completed: `Wahrsch.`."""
    means = vocabulary.meanings(name)
    if fact := fact_of(name, vocabulary) or next((one for one in ("id", "category") if one in means), ""):
        return fact
    stem = key(name)
    if name.rstrip(" *_").endswith(".") and len(stem) >= _SHORT:
        meant = [facts for word, facts in vocabulary.fields.items() if word.startswith(stem)]
        return next((fact for fact in FACTS if any(fact in facts for facts in meant)), "")
    return ""


def _all_ratings(table: Block, column: int, vocabulary: Vocabulary) -> bool:
    """True if every cell of a column is a rating, or a number, and nothing else."""
    texts = [text for row in table.rows[1:] if not is_blank(text := cell(row, column))]
    return bool(texts) and all(text.isdecimal() or is_rating(text, vocabulary) for text in texts)


_MOST = 4
"""A column that rates may hold one other word beside more than so many ratings."""


def _most_ratings(table: Block, column: int, vocabulary: Vocabulary) -> bool:
    """True if the cells of a column are ratings, explained or not; among many one is a word that is none."""
    texts = [text for row in table.rows[1:] if not is_blank(text := cell(row, column))]
    others = [text for text in texts if not (text.isdecimal() or leads_with_rating(text, vocabulary))]
    return len(texts) > len(others) * _MOST and all(" " not in text for text in others)
