"""One risk told twice or more: rows of tables joined, and matched to what is described."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Contradiction, Risk
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.lookup import key

_RISK_PREFIX = regex(r"^(?:RISK|R)?0*(?=\d)")
_CODE = regex(r"[A-Z]{2,}-?\d+")
_NO_WORD = regex(r"[\W_]+")


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

    Rows that are both titled are one only if not both rated, but for a code such as `GOV-01`: `R1` may be
    counted anew in each table.
    """
    kept: list[Risk] = []
    by_number: dict[str, Risk] = {}
    by_title: dict[str, Risk] = {}
    for rows in tables:
        new: list[Risk] = []
        for row in rows:
            partner = by_number.get(_number(row)) if row.number else None
            code = partner is not None and _CODE.fullmatch(row.number) is not None
            if not code and (partner is None or (partner.title and row.title)):
                partner = by_title.get(key(row.title)) if row.title else None
            both = partner is not None and partner.title and row.title and is_rated(partner) and is_rated(row)
            if partner is None or (both and not code):
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


def is_rated(risk: Risk) -> bool:
    """True for a risk that is rated in some way."""
    return bool(risk.probability or risk.impact or risk.level)


def matched(described: list[Risk], tables: list[list[Risk]]) -> tuple[list[Risk], list[Contradiction]]:
    """Match rows to descriptions, each once: same number, same title, words contained if only once.

    A row without a partner is a risk of its own where the page describes none, and stays as one,
    marked not described, where it describes others.
    """
    contradictions: list[Contradiction] = []
    rows = _combined(tables)
    described = _without_mentions(_once(described), rows)
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
