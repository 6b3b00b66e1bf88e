"""All risks of a page, each once: collected from text and tables, rated, merged, placed on the grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mkdocs_plan_plugin.model import Contradiction, LeftOut, Level, Risk
from mkdocs_plan_plugin.reading.decisions import in_decision
from mkdocs_plan_plugin.reading.entries import entries, says_something
from mkdocs_plan_plugin.reading.headings import numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.records import record_headings
from mkdocs_plan_plugin.reading.risks.descriptions import Descriptions
from mkdocs_plan_plugin.reading.risks.facts import rate
from mkdocs_plan_plugin.reading.risks.rows import risk_rows
from mkdocs_plan_plugin.reading.risks.sections import (
    group_of,
    kind_of,
    names_several,
    risk_sections,
    scope_of,
    speaks_of_levels,
)
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary.grid import Grid
from mkdocs_plan_plugin.vocabulary.lookup import key
from mkdocs_plan_plugin.vocabulary.ratings import on_axis

_RISK_PREFIX = regex(r"^(?:RISK|R)?0*(?=\d)")
_NO_WORD = regex(r"[\W_]+")


def find_risks(outline: Outline, grid: Grid) -> tuple[list[Risk], list[Contradiction], list[LeftOut]]:
    """Return the risks of a page, where two statements of one differ, and what was not taken for one.

    Read are sections of risks, headings that call themselves a risk, lists under a label *Risks*, and
    the risk tables of the whole page, inside phases and steps too. What speaks of a decision is none.
    """
    read = Descriptions(outline)
    tables: list[list[Risk]] = []
    sections = risk_sections(outline)
    tops = {one.index: top for top in sections for one in outline.document.within(top)}
    records = record_headings(outline)
    end = 0
    for one in outline.sections:
        top, below = tops.get(one.index), one.line <= end
        scope = scope_of(one, outline, top) if top else ""
        group = _group_above(outline, one, top)
        if records.get(one.index) == "risk" and not below:
            read.heading(one, group)
            end, below = one.end, True
        elif scope and not below:
            read.section(one, group, listing=scope == "risks")
        elif not below:
            read.elsewhere(one)
        listing = scope == "risks" and not below
        for table in one.tables:
            found = risk_rows(table, outline.vocabulary, in_section=listing)
            if found and (scope or not in_decision(outline, one)):
                tables.append(found[0])
                read.left += found[1]
                for risk in found[0]:
                    risk.group = group
            elif listing and not found:
                read.table(table, group)
    left = [*read.left, *(rate(read.drafts, {}, outline.vocabulary) if read.drafts else ())]
    risks, contradictions = _merge(_once([draft.risk for draft in read.drafts]), _combined(tables))
    nameless = [risk for risk in risks if not risk.title and not _rated(risk)]
    left += [
        LeftOut(kind="risk", line=risk.line, text=risk.number, reason="nothing names it") for risk in nameless
    ]
    risks = [risk for risk in risks if risk.title or _rated(risk)]
    for risk in risks:
        risk.title = risk.title or f"Risk {risk.number}"
        _place(risk, grid)
    lines = {line for risk in risks for line in (risk.line, risk.row_line)} | {one.line for one in left}
    left += _without_risk(outline, sections, sorted(lines))
    left += _levels_beside_risks(outline, sections)
    left += _called_risks(outline, sections, sorted(lines))
    return risks, contradictions, sorted(left, key=lambda one: one.line)


def _group_above(outline: Outline, one: Section, top: Section | None) -> Level | None:
    """Return the level of the nearest group heading at or above a section, inside the section of risks."""
    if top is None:
        return None
    above = (up for up in (one, *outline.document.ancestors(one)) if up.index >= top.index)
    return next((level for up in above if (level := group_of(up.title, outline.vocabulary))), None)


def _without_risk(outline: Outline, sections: list[Section], lines: list[int]) -> Iterator[LeftOut]:
    """Yield the sections of risks, and groups in them, that hold something and none of the lines.

    One that says there is none is empty; nor are measures inside a phase wanted.
    """
    document, vocabulary = outline.document, outline.vocabulary
    end = 0
    for top in sections:
        for one in document.within(top):
            kind = kind_of(one.title, vocabulary)
            at = bisect_left(lines, one.line)
            if (
                one.line <= end
                or (one is not top and kind != "risks")
                or (at < len(lines) and lines[at] <= one.end)
            ):
                continue
            blocks = [block for below in document.within(one) for block in below.blocks]
            phased = kind == "measures" and any(numbered(up, vocabulary) for up in document.ancestors(one))
            if phased or not says_something(blocks):
                continue
            end = one.end
            reason = (
                "by its heading, these are measures; list under 'Risks' what they are against"
                if kind == "measures"
                else "nothing here can be read as a risk; write each as an item '- Flood: why' or a row"
            )
            yield LeftOut(kind="risk", line=one.line, text=one.title, reason=reason)


def _called_risks(outline: Outline, sections: list[Section], lines: list[int]) -> Iterator[LeftOut]:
    """Yield the lists and tables below a short heading that names several risks, where none was read."""
    inside = {one.index for top in sections for one in outline.document.within(top)}
    for one in outline.sections[1:]:
        listing = any(block.kind in ("list", "table") for block in one.blocks)
        if one.index in inside or one is outline.title or not (listing and names_several(one.title)):
            continue
        at = bisect_left(lines, one.line)
        read = at < len(lines) and lines[at] <= one.end
        if read or kind_of(one.title, outline.vocabulary) != "risks" or numbered(one, outline.vocabulary):
            continue
        if says_something(one.blocks):
            reason = "its heading speaks of risks, but does not list them; do so under one called 'Risks'"
            yield LeftOut(kind="risk", line=one.line, text=one.title, reason=reason)


def _levels_beside_risks(outline: Outline, sections: list[Section]) -> Iterator[LeftOut]:
    """Yield the sections about how risks are looked at in which a level stands beside what may be a risk.

    `**High risks**: the kiln cracks, rain` below *Risk Categories* is a risk or the meaning of a level.
    """
    inside = {one.index for top in sections for one in outline.document.within(top)}
    for one in outline.sections[1:]:
        if one.index in inside or not speaks_of_levels(one.title):
            continue
        if any(
            entry.text and group_of(entry.title, outline.vocabulary)
            for entry in entries(one.blocks)
            if entry.title
        ):
            reason = "by its heading, these are levels of risk; list the risks under a heading 'Risks'"
            yield LeftOut(kind="risk", line=one.line, text=one.title, reason=reason)


def _place(risk: Risk, grid: Grid) -> None:
    """Place a risk's ratings on the grid; a typed level stays where the grid gives none."""
    risk.probability = on_axis(risk.probability_text, risk.probability, grid.probabilities)
    risk.impact = on_axis(risk.impact_text, risk.impact, grid.impacts)
    risk.level = grid.level(risk.probability, risk.impact) or risk.level
    risk.residual_probability = on_axis("", risk.residual_probability, grid.probabilities)
    risk.residual_impact = on_axis("", risk.residual_impact, grid.impacts)
    risk.residual_level = grid.level(risk.residual_probability, risk.residual_impact) or risk.residual_level


def _bare(risk: Risk) -> bool:
    """True for a risk of which nothing is told but its title."""
    return not (risk.probability or risk.impact or risk.level or risk.mitigation or risk.contingency)


def _once(described: list[Risk]) -> list[Risk]:
    """Drop a bare mention of a risk that is described under the same title elsewhere."""
    stated = {key(risk.title) for risk in described if not _bare(risk)}
    kept: list[Risk] = []
    for risk in described:
        title = key(risk.title)
        if not _bare(risk) or title not in stated:
            kept.append(risk)
            stated.add(title)
    return kept


def _combined(tables: list[list[Risk]]) -> list[Risk]:
    """Return the rows of all tables, those of one risk joined: the same identifier, or the same title.

    Rows that are both titled are one only if not both rated.
    """
    kept: list[Risk] = []
    by_number: dict[str, Risk] = {}
    by_title: dict[str, Risk] = {}
    for rows in tables:
        new: list[Risk] = []
        for row in rows:
            partner = by_number.get(_number(row)) if row.number else None
            if partner is None or (partner.title and row.title):
                partner = by_title.get(key(row.title)) if row.title else None
            if partner is None or (partner.title and row.title and _rated(partner) and _rated(row)):
                new.append(row)
                continue
            if row.title and not partner.title:
                partner.title, partner.line, partner.row_line = row.title, row.line, row.row_line
                by_title.setdefault(key(row.title), partner)
            _fill_in(partner, row)
        for risk in new:
            by_number.setdefault(_number(risk), risk)
            by_title.setdefault(key(risk.title), risk)
        kept += new
    return kept


def _rated(risk: Risk) -> bool:
    return bool(risk.probability or risk.impact or risk.level)


def _merge(described: list[Risk], rows: list[Risk]) -> tuple[list[Risk], list[Contradiction]]:
    """Match rows to descriptions, each once: same number, same title, words contained if only once.

    A row without a partner is a risk of its own where the page describes none, and stays as one,
    marked not described, where it describes others.
    """
    contradictions: list[Contradiction] = []
    described = _without_mentions(described, rows)
    free = {id(risk): risk for risk in described}
    for name in (_number, lambda risk: key(risk.title)):
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


def _number(risk: Risk) -> str:
    """Return the identifier of a risk for comparison: `R-01` and `Risk 1` are both `1`."""
    return _RISK_PREFIX.sub("", _NO_WORD.sub("", risk.number.upper()))


def _contained(risk: Risk, row: Risk) -> bool:
    one, other = set(key(risk.title).split()), set(key(row.title).split())
    return bool(one and other) and (one <= other or other <= one)


def _without_mentions(described: list[Risk], rows: list[Risk]) -> list[Risk]:
    """Drop a bare mention of what a row tells more of: by its code, or in other words of one row."""
    telling = [row for row in rows if not _bare(row)]
    codes = {row.number for row in telling if row.number and row.title}
    words = [(key(row.title), set(key(row.title).split())) for row in telling]
    bare = sum(map(_bare, described))
    compared = words if bare <= _FEW else []

    def is_mention(risk: Risk) -> bool:
        if (risk.number or risk.title.partition(" ")[0]) in codes:  # `SCI-001: the effect may be small`
            return True
        title = key(risk.title)
        said = set(title.split())
        alike = (
            len(said & named) >= max(_SHARED, _MOST * min(len(said), len(named)))
            for other, named in compared
            if named and other != title
        )
        return sum(alike) == 1

    return [risk for risk in described if not (_bare(risk) and is_mention(risk))]


_SHARED, _MOST = 3, 2 / 3
"""So many words, and so much of the shorter title, does a mention share with the row it is of."""


def _join(risk: Risk, row: Risk, contradictions: list[Contradiction]) -> None:
    """Merge a row into its description, which is the truth where both rate."""
    risk.row_line, risk.row_probability, risk.row_impact = row.row_line, row.probability, row.impact
    for what in ("probability", "impact"):
        said, summed = getattr(risk, what), getattr(row, what)
        if said is not None and summed is not None and summed != said:
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
    _fill_in(risk, row)


def _fill_in(risk: Risk, row: Risk) -> None:
    """Take from a row what a risk does not say itself."""
    for what in ("probability", "impact"):
        if getattr(risk, what) is None:
            setattr(risk, what, getattr(row, what))
            setattr(risk, f"{what}_text", getattr(row, f"{what}_text"))
    if risk.status == "open" and row.status_text:
        risk.status, risk.status_text = row.status, row.status_text
    for what in ("level", "owner", "mitigation", "contingency", "description", *_RESIDUAL):
        setattr(risk, what, getattr(risk, what) or getattr(row, what))


_RESIDUAL = ("residual_probability", "residual_impact", "residual_level")
