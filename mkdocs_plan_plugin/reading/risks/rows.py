"""Rows of risk tables, as risks without a description of their own."""

from __future__ import annotations

from mkdocs_plan_plugin.model import LeftOut, Risk
from mkdocs_plan_plugin.reading.entries import cell
from mkdocs_plan_plugin.reading.risks.columns import risk_columns
from mkdocs_plan_plugin.reading.risks.facts import TELLING, Draft, fact_of, rate, tell
from mkdocs_plan_plugin.reading.risks.titles import kind_of, name_of
from mkdocs_plan_plugin.source.markdown import Block, Line
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, says_none, unless_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary


def risk_rows(
    table: Block, vocabulary: Vocabulary, *, in_section: bool
) -> tuple[list[Risk], list[LeftOut]] | None:
    """Return the risks of a table's rows, and what of them could not be read; None for another table.

    A row that only holds an identifier beside its ratings has no title.
    """
    table = _upright(table, vocabulary)
    found = risk_columns(table, vocabulary, in_section=in_section)
    if not found:
        return None
    drafts = [draft for row in table.rows[1:] if (draft := _draft(row, found, vocabulary))]
    names = {fact: (table.rows[0][column].text.strip(), table.line) for fact, column in found.items()}
    left = list(rate(drafts, names, vocabulary)) if drafts else []
    return [draft.risk for draft in drafts], left


def _upright(table: Block, vocabulary: Vocabulary) -> Block:
    """Return a table whose head names risks and whose first column facts with rows and columns exchanged."""
    header, *rows = table.rows or [[]]
    if (
        len(header) < _FEWEST
        or len(rows) < _FEWEST
        or any(fact_of(one.text, vocabulary) for one in header[1:])
    ):
        return table
    facts = {fact_of(row[0].text, vocabulary) for row in rows if row} - {""}
    if len(facts) < _FEWEST or TELLING.isdisjoint(facts):
        return table
    head = Line(header[0].number, header[0].text.strip() or "Risk")
    first = [head, *(row[0] for row in rows)]
    turned = [
        [one, *(row[at] if at < len(row) else Line(one.number, "") for row in rows)]
        for at, one in enumerate(header[1:], 1)
    ]
    return Block("table", table.line, table.end, rows=[first, *turned])


_FEWEST = 3
"""Fewer columns are names and values of one risk, fewer facts one word that happens to be one."""


def _bold_and_text(named: Line) -> tuple[str, str] | None:
    """Part the bold beginning of a cell from what is said of it: `**Flood.** The pumps are old`."""
    begin, end = named.bold[0] if named.bold else (0, 0)
    behind = named.text[end:].strip(" :：-–—.")
    if not end or named.text[:begin].strip() or not behind:
        return None
    return named.text[begin:end].strip(" :：.").strip(), behind


def _draft(row: list[Line], found: dict[str, int], vocabulary: Vocabulary) -> Draft | None:
    """Return the risk of a row; None for an empty one, and for one that heads those below it."""
    said = {fact: cell(row, column) for fact, column in found.items()}
    named = said.pop("risk")
    written = row[found["risk"]] if found["risk"] < len(row) else None
    if written and "description" not in said and (split := _bold_and_text(written)):
        named, said["description"] = split
    stated = [text for fact, text in said.items() if fact not in ("id", "category") and not is_blank(text)]
    number, title = name_of(named)
    if found["risk"] == found.get("id"):
        number, title = named, ""
    if says_none(named) or (is_blank(named) and not stated):
        return None
    if not title and not is_blank(said.get("description", "")):  # `R1` in the column of risks
        title = said.pop("description")
    number, title = unless_blank(said.get("id", "")) or number, unless_blank(title)
    if not (title or number) or (not stated and (not title or kind_of(named, vocabulary) == "risks")):
        return None
    line = row[0].number
    risk = Risk(line=line, row_line=line, number=number, title=title, described=False)
    draft = Draft(risk)
    for fact, text in said.items():
        tell(draft, fact, text, [text], vocabulary)
    struck = written.struck if written else ()
    if struck and not risk.status_text and struck[0][1] - struck[0][0] >= len(named):
        risk.status = "closed"
    return draft
