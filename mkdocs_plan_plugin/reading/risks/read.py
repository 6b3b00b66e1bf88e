"""All risks of a page, each once: collected from text and tables, rated, matched, placed on the grid."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Contradiction, LeftOut, Level, Risk
from mkdocs_plan_plugin.reading.decisions import in_decision
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.records import record_headings
from mkdocs_plan_plugin.reading.risks.descriptions import Descriptions
from mkdocs_plan_plugin.reading.risks.facts import rate
from mkdocs_plan_plugin.reading.risks.matching import is_rated, matched
from mkdocs_plan_plugin.reading.risks.rows import risk_rows
from mkdocs_plan_plugin.reading.risks.sections import lists_events, risk_sections, risks_told, scope_of
from mkdocs_plan_plugin.reading.risks.titles import group_of
from mkdocs_plan_plugin.reading.risks.unread import unread_sections
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary.grid import Grid
from mkdocs_plan_plugin.vocabulary.ratings import on_axis


def find_risks(outline: Outline, grid: Grid) -> tuple[list[Risk], list[Contradiction], list[LeftOut]]:
    """Return the risks of a page, where two statements of one differ, and what was not taken for one.

    Read are sections of risks, headings that call themselves a risk, lists under a label *Risks*, and
    the risk tables of the whole page, inside phases and steps too. What speaks of a decision is none.
    """
    read = Descriptions(outline)
    tables: list[list[Risk]] = []
    tops, told, records = risk_sections(outline), risks_told(outline), record_headings(outline)
    end = 0
    for one in outline.sections:
        top, below = tops.get(one.index), one.line <= end
        scope = scope_of(one, outline, top) if top else ""
        group = _group_above(outline, one, top) if top else None
        if records.get(one.index) == "risk" and not below:
            read.heading(one, group)
            end, below = one.end, True
        elif scope and not below:
            read.section(one, group, listing=scope == "risks" or (one is top and lists_events(one)))
        elif not below and one.index in told:
            read.elsewhere(one)
        listing = scope == "risks" and not below
        for table in one.tables:
            rows = risk_rows(table, outline.vocabulary, in_section=listing)
            if rows and (scope or not in_decision(outline, one)):
                tables.append(rows[0])
                read.left += rows[1]
                for risk in rows[0]:
                    risk.group = group
            elif listing and not rows:
                read.table(table, group)
    left = [*read.left, *(rate(read.drafts, {}, outline.vocabulary) if read.drafts else ())]
    found, contradictions = matched([draft.risk for draft in read.drafts], tables)
    risks = []
    for risk in found:
        if risk.title or is_rated(risk):
            risk.title = risk.title or f"Risk {risk.number}"
            _place(risk, grid)
            risks.append(risk)
        else:
            left.append(LeftOut(kind="risk", line=risk.line, text=risk.number, reason="nothing names it"))
    lines = {line for risk in risks for line in (risk.line, risk.row_line)} | {one.line for one in left}
    left += unread_sections(outline, sorted(lines))
    return risks, contradictions, sorted(left, key=lambda one: one.line)


def _group_above(outline: Outline, one: Section, top: Section) -> Level | None:
    """Return the level of the nearest group heading at or above a section, inside the section of risks."""
    above = (up for up in (one, *outline.document.ancestors(one)) if up.index >= top.index)
    return next((level for up in above if (level := group_of(up.title, outline.vocabulary))), None)


def _place(risk: Risk, grid: Grid) -> None:
    """Place a risk's ratings on the grid; a typed level stays where the grid gives none."""
    risk.probability = on_axis(risk.probability_text, risk.probability, grid.probabilities)
    risk.impact = on_axis(risk.impact_text, risk.impact, grid.impacts)
    risk.level = grid.level(risk.probability, risk.impact) or risk.level
    risk.residual_probability = on_axis("", risk.residual_probability, grid.probabilities)
    risk.residual_impact = on_axis("", risk.residual_impact, grid.impacts)
    risk.residual_level = grid.level(risk.residual_probability, risk.residual_impact) or risk.residual_level
