"""Rows of risk tables: columns are recognised by meaning, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.model import Risk
from mkdocs_plan_plugin.reading.entries import cell, columns
from mkdocs_plan_plugin.reading.risk_facts import name_of, rate, set_status
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.ratings import is_rating

_COLUMNS = (
    "risk",
    "probability",
    "impact",
    "mitigation",
    "contingency",
    "owner",
    "status",
    "id",
    "level",
    "description",
)
_TELLING = {"probability", "impact", "level", "mitigation", "contingency"}
"""Columns one of which a risk table has beside its risk column."""


def risk_rows(tables: Iterable[Block], vocabulary: Vocabulary, *, in_section: bool) -> Iterator[Risk]:
    """Yield the rows of the risk tables among tables, as risks without a description of their own.

    Inside a risk section the risk column needs no name of its own.
    """
    for table in tables:
        if not table.rows:
            continue
        found = columns(table, vocabulary, *_COLUMNS)
        if "risk" in found and "level" not in found and _all_ratings(table, found["risk"], vocabulary):
            found["level"] = found.pop("risk")  # a column called Risk that rates and names nothing
            rest = (column for column in range(len(table.rows[0])) if column not in found.values())
            found["risk"] = next(rest, -1)
            if not in_section and not found.keys() & (_TELLING - {"level"}):
                continue  # a timetable that says how risky its rows are
        if "risk" not in found and in_section and found.keys() & {"probability", "mitigation", "level"}:
            rest = (column for column in range(len(table.rows[0])) if column not in found.values())
            found["risk"] = next(rest, found.get("description", -1))
        if found.get("risk", -1) >= 0 and found.keys() & _TELLING:
            yield from _rows(table, found, vocabulary)


def _all_ratings(table: Block, column: int, vocabulary: Vocabulary) -> bool:
    """True if every cell of a column is a rating and nothing else."""
    texts = [cell(row, column) for row in table.rows[1:]]
    return any(texts) and all(not text or is_rating(text, vocabulary) for text in texts)


def _rows(table: Block, found: dict[str, int], vocabulary: Vocabulary) -> Iterator[Risk]:
    for row in table.rows[1:]:
        said = {name: cell(row, column) for name, column in found.items()}
        if is_blank(said["risk"]):
            continue
        number, title = name_of(said["risk"])
        line = row[0].number
        risk = Risk(line=line, row_line=line, number=said.get("id") or number, described=False)
        risk.title = title or f"Risk {number}"
        rate(risk, said.get("probability", ""), said.get("impact", ""), said.get("level", ""), vocabulary)
        risk.mitigation = [*filter(None, [unless_blank(said.get("mitigation", ""))])]
        risk.contingency = [*filter(None, [unless_blank(said.get("contingency", ""))])]
        risk.description = unless_blank(said.get("description", ""))
        risk.owner = unless_blank(said.get("owner", "")) or None
        set_status(risk, said.get("status", ""), vocabulary)
        yield risk
