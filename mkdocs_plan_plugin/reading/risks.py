"""All risks of a page: descriptions and the rows of its tables, each risk once."""

from __future__ import annotations

import re

from mkdocs_plan_plugin.model import Contradiction, Risk
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.risk_descriptions import described_risks
from mkdocs_plan_plugin.reading.risk_rows import risk_rows
from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary.lookup import key


def find_risks(
    outline: Outline, section: Section | None, phases: set[int]
) -> tuple[list[Risk], list[Contradiction]]:
    """Return the risks of a page, descriptions merged with table rows, and where the two differ.

    `section` is the one that plays the role of risks; another like it is read where it tells none.
    Tables with a risk column and a rating count wherever they stand outside of the phases, which are
    given by section index.
    """
    vocabulary = outline.vocabulary
    inside = list(outline.document.within(section)) if section else []
    covered = {one.index for one in inside}
    rows = [risk for one in inside for risk in risk_rows(one.tables, vocabulary, in_section=True)]
    described = described_risks(outline, section) if section else []
    level = section.level if section else 3
    for other in outline.sections[1:]:
        if other.index in covered or other.index in phases:
            continue
        wanted = not described and not rows and other.level <= level
        if wanted and role_of(other.title, vocabulary) == "risks":
            described = described_risks(outline, other)
        if other.tables:
            rows += risk_rows(other.tables, vocabulary, in_section=False)
    return _merge(described, rows)


def _merge(described: list[Risk], rows: list[Risk]) -> tuple[list[Risk], list[Contradiction]]:
    """Match rows to descriptions, each once: same number, same title, words contained if only once.

    A row without a partner is a risk of its own where the page describes none, and stays as one,
    marked not described, where it describes others.
    """
    contradictions: list[Contradiction] = []
    free = {id(risk): risk for risk in described}
    for name in (_digits, lambda risk: key(risk.title)):
        by_name: dict[str, list[Risk]] = {}
        for risk in free.values():
            by_name.setdefault(name(risk), []).append(risk)
        rest = []
        for row in rows:
            partners = by_name.get(name(row)) if name(row) else None
            if partners:
                partner = partners.pop(0)
                _join(partner, row, contradictions)
                del free[id(partner)]
            else:
                rest.append(row)
        rows = rest
    rest = []
    for row in rows:
        partners = [risk for risk in free.values() if _contained(risk, row)] if len(free) <= _FEW else []
        if len(partners) == 1:
            _join(partners[0], row, contradictions)
            del free[id(partners[0])]
        else:
            rest.append(row)
    return [*described, *rest], contradictions


_FEW = 200
"""With more risks than this left over, their words are not compared one by one."""


def _digits(risk: Risk) -> str:
    """Return the number of a risk as digits: `R-01` and `Risk 1` are both `1`."""
    return re.sub(r"\D+", "", risk.number).lstrip("0")


def _contained(risk: Risk, row: Risk) -> bool:
    one, other = set(key(risk.title).split()), set(key(row.title).split())
    return bool(one and other) and (one <= other or other <= one)


def _join(risk: Risk, row: Risk, contradictions: list[Contradiction]) -> None:
    """Merge a row into its description, which is the truth where both rate."""
    risk.row_line, risk.row_probability, risk.row_impact = row.row_line, row.probability, row.impact
    for what in ("probability", "impact"):
        said, summed = getattr(risk, what), getattr(row, what)
        if said is None:
            setattr(risk, what, summed)
            setattr(risk, f"{what}_text", getattr(row, f"{what}_text"))
        elif summed is not None and summed != said:
            contradictions.append(
                Contradiction(
                    kind="matrix",
                    what=what,
                    value=said,
                    line=risk.line,
                    other=summed,
                    other_line=row.row_line,
                )
            )
    if risk.status == "open" and row.status_text:
        risk.status, risk.status_text = row.status, row.status_text
    risk.level = risk.level or row.level
    risk.owner = risk.owner or row.owner
    risk.mitigation = risk.mitigation or row.mitigation
    risk.contingency = risk.contingency or row.contingency
