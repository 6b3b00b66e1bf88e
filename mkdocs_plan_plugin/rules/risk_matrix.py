"""What is to be written in a risk matrix, of which descriptions are the truth."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from mkdocs_plan_plugin.model import Contradiction, Risk
from mkdocs_plan_plugin.reading.entries import cell
from mkdocs_plan_plugin.reading.risks.columns import risk_columns
from mkdocs_plan_plugin.rules.changes import Edits, below, swap
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.source.cells import cell_spans
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.lookup import key
from mkdocs_plan_plugin.vocabulary.ratings import read_rating

_LONGEST = 120
"""A longer text does not go into a cell."""


def row_for(page: CheckedPage, risk: Risk) -> Edits:
    """Return the row of a described risk, to be added to the matrix that holds the others."""
    table = _matrix(page)
    if table is None:
        return ()
    columns = _columns(page, table)
    stated = {
        "id": risk.number,
        "risk": risk.title,
        "probability": risk.probability_text or risk.probability or "",
        "impact": risk.impact_text or risk.impact or "",
        "level": risk.level or "",
        "mitigation": "; ".join(risk.mitigation),
        "contingency": "; ".join(risk.contingency),
        "owner": risk.owner or "",
        "status": risk.status_text,
    }
    if not {"probability", "impact"} <= columns.keys() or not (risk.probability and risk.impact):
        return ()  # a row without ratings would say less than no row
    said = {column: fact for fact, column in columns.items() if fact != "id" or risk.number}
    texts = [
        _as_written(page, table, column, said.get(column, ""), stated.get(said.get(column, ""), ""))
        for column in range(len(table.rows[0]))
    ]
    last = max(row[0].number for row in table.rows if row)
    above = page.text(last)
    return below(page.lines, last, _row(above, texts))


def rating_for(page: CheckedPage, one: Contradiction) -> Edits:
    """Return the edit that rates a risk in its row as its description does."""
    table = _table_at(page, one.other_line)
    column = _columns(page, table).get(one.what) if table else None
    row = (
        next((row for row in table.rows if row and row[0].number == one.other_line), None) if table else None
    )
    if table is None or column is None or row is None:
        return ()
    line = page.text(one.other_line)
    spans = cell_spans(line)
    if column >= len(spans) or column >= len(row):
        return ()
    begin, end = spans[column]
    old = line[begin:end]
    new = _rating(page, table, column, one.value, old)
    if not new or read_rating(cell(row, column), page.vocabulary) != one.other:
        return ()
    return swap(one.other_line, begin + 1, old, new)


def _matrix(page: CheckedPage) -> Block | None:
    """Return the table that holds the rows of described risks."""
    lines = [risk.row_line for risk in page.plan.risks if risk.described and risk.row_line]
    tables = [_table_at(page, line) for line in lines]
    found = [table for table in tables if table is not None]
    if not found or any(one is not other for one, other in pairwise(found)):
        return None  # nobody says into which of several
    return found[0]


def _table_at(page: CheckedPage, line: int) -> Block | None:
    """Return the table around a line."""
    tables = (table for section in page.document.sections for table in section.tables)
    return next((table for table in tables if any(row[0].number == line for row in table.rows if row)), None)


def _columns(page: CheckedPage, table: Block) -> dict[str, int]:
    return risk_columns(table, page.vocabulary, in_section=True)


def _as_written(page: CheckedPage, table: Block, column: int, fact: str, stated: str) -> str:
    """Return what a cell holds, as the cells above it are written; nothing in a column they leave empty."""
    above = [cell(row, column) for row in table.rows[1:]]
    if fact in ("probability", "impact", "level"):
        rating = read_rating(stated, page.vocabulary)
        return _rating(page, table, column, rating, "") if rating else stated.capitalize()
    if not stated or len(stated) > _LONGEST or all(map(is_blank, above)):
        return ""
    return _escaped(stated)


def _rating(page: CheckedPage, table: Block, column: int, rating: str, like: str) -> str:
    """Return a rating as a cell of its column has it, else as a word in the place of a word; else nothing."""
    for row in table.rows[1:]:
        if column < len(row) and read_rating(cell(row, column), page.vocabulary) == rating:
            spans = cell_spans(line := page.text(row[0].number))
            if column < len(spans) and len(key(cell(row, column)).split()) <= 1:
                begin, end = spans[column]
                return line[begin:end]
    words = [cell(row, column) for row in table.rows[1:]] if not like else [like]
    if any(not one.isascii() or not one.strip("*_ ").isalpha() for one in words if one):
        return ""  # numbers, marks or another language: how they would write it is not known
    first = next(iter(one.strip("*_ ") for one in words if one), "")
    word = rating.upper() if first.isupper() and len(first) > 1 else rating.capitalize()
    return word.lower() if first.islower() else like.replace(first, word, 1) if like else word


def _row(above: str, texts: Iterable[str]) -> str:
    """Return a row with the bars of the one above."""
    lead = above[: len(above) - len(above.lstrip(" \t>"))]
    row = " | ".join(texts)
    return f"{lead}| {row} |" if above.lstrip(" \t>").startswith("|") else f"{lead}{row}"


def _escaped(text: str) -> str:
    return text.replace("\\|", "|").replace("|", "\\|").replace("\n", " ")
