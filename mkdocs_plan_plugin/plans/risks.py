"""Risks: described as headings, bold paragraphs or list items, summed up as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.plans.blanks import is_blank
from mkdocs_plan_plugin.plans.entries import (
    Entry,
    cell,
    columns,
    entries,
    entry_of,
    item_fields,
    labelled,
    part_text,
    part_texts,
    texts,
)
from mkdocs_plan_plugin.plans.model import Contradiction, Risk
from mkdocs_plan_plugin.plans.mojibake import mend
from mkdocs_plan_plugin.plans.numbers import canonical
from mkdocs_plan_plugin.plans.ratings import read_rating
from mkdocs_plan_plugin.plans.roles import role_of
from mkdocs_plan_plugin.plans.status import mark_state
from mkdocs_plan_plugin.plans.titles import take_apart
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary, key, title_key
from mkdocs_plan_plugin.source.document import LONGEST_TITLE, Document, Section, walk
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.source.markdown import Block

_NAMED = re.compile(
    r"^\W*(?:(?i:risk|risiko|risque|riesgo|risco|риск|风险|リスク)[\s-]*#?(\d+(?:\.\d+)?|[A-Z]\d*)|(R-?\d+))(?![^\W_])\s*[:：.)\-–—]*\s*(.*)$"
)
_GROUPS = (("high-risk", "high"), ("medium-risk", "medium"), ("low-risk", "low"))
_FIELD_OF = ("probability", "impact", "level", "mitigation", "contingency")


def find_risks(
    document: Document, section: Section | None, phases: set[int], vocabulary: Vocabulary
) -> tuple[list[Risk], list[Contradiction]]:
    """Return the risks of a page, descriptions merged with table rows, and where the two differ.

    `section` is the one that plays the role of risks; tables with a risk column and a rating count
    wherever they stand outside of the phases, given in `phases` by section index.
    """
    inside = list(document.within(section)) if section else []
    covered = {one.index for one in inside}
    described: list[Risk] = []
    rows: list[Risk] = []
    for one in inside:
        rows += _rows(one.blocks, vocabulary, in_section=True)
    if section:
        described = _described(document, section, vocabulary)
    for other in document.sections[1:]:
        if other.index in covered or other.index in phases:
            continue
        if (
            not described
            and not rows
            and other.level <= (section.level if section else 3)
            and role_of(other.title, vocabulary) == "risks"
        ):
            described += _described(document, other, vocabulary)
        rows += _rows(other.blocks, vocabulary, in_section=False)
    return _merge(described, rows)


# ---- rows of tables


def _rows(blocks: list[Block], vocabulary: Vocabulary, *, in_section: bool) -> Iterator[Risk]:
    for block in walk(blocks):
        if block.kind == "table":
            yield from _table(block, vocabulary, in_section=in_section)


def _table(table: Block, vocabulary: Vocabulary, *, in_section: bool) -> Iterator[Risk]:
    """Yield the rows of a table that has a risk column and at least one other of a risk's."""
    found = columns(
        table,
        vocabulary,
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
    if "risk" not in found:
        if not in_section or not found.keys() & {"probability", "mitigation", "level"}:
            return
        first = next((index for index in range(len(table.rows[0])) if index not in found.values()), None)
        if first is None:
            first = found.pop("description", None)
        if first is None:
            return
        found["risk"] = first
    ratings = found.keys() & {"probability", "impact", "level"}
    if not ratings and not (found.keys() & {"mitigation", "contingency"}):
        return
    if not in_section and not (
        found.keys() & {"probability", "mitigation", "contingency", "level", "impact"}
    ):
        return
    for row in table.rows[1:]:
        title = cell(row, found["risk"])
        if not title or is_blank(title):
            continue
        number, title = _name(title)
        risk = Risk(
            line=row[0].number,
            row_line=row[0].number,
            number=cell(row, found.get("id")) or number,
            title=title or f"Risk {number}",
            described=False,
        )
        _rate(
            risk,
            cell(row, found.get("probability")),
            cell(row, found.get("impact")),
            cell(row, found.get("level")),
            vocabulary,
        )
        risk.mitigation = [text for text in [cell(row, found.get("mitigation"))] if not is_blank(text)]
        risk.contingency = [text for text in [cell(row, found.get("contingency"))] if not is_blank(text)]
        risk.description = cell(row, found.get("description"))
        owner = cell(row, found.get("owner"))
        risk.owner = None if is_blank(owner) else owner
        _status(risk, cell(row, found.get("status")), vocabulary)
        yield risk


def _rate(risk: Risk, probability: str, impact: str, level: str, vocabulary: Vocabulary) -> None:
    risk.probability, risk.probability_text = (
        read_rating(probability, vocabulary),
        "" if is_blank(probability) else probability,
    )
    risk.impact, risk.impact_text = read_rating(impact, vocabulary), "" if is_blank(impact) else impact
    if risk.probability is None and risk.impact is None and level:
        risk.level = read_rating(level, vocabulary)  # type: ignore[assignment]


def _status(risk: Risk, text: str, vocabulary: Vocabulary) -> None:
    """Set a risk's status from its words, or from an emoji alone: ✅ closes it."""
    risk.status_text = mend(text)
    known = key(text)
    for size in range(min(4, len(known.split())), 0, -1):
        status = vocabulary.risk_statuses.get(" ".join(known.split()[:size]))
        if status:
            risk.status = status  # type: ignore[assignment]
            return
    state = mark_state(text) if text else None
    if state in ("complete", "cancelled"):
        risk.status = "closed"
    elif state == "in-progress":
        risk.status = "mitigating"


def _name(title: str) -> tuple[str, str]:
    """Part an identifier from a title: `Risk 1: Leak` → (`1`, `Leak`), `R-01` → (`R-01`, ``)."""
    title = title[:LONGEST_TITLE]
    match = _NAMED.match(mend(title))
    if match:
        return canonical(match[1] or match[2]), match[3].strip()
    return "", mend(title).strip(" *_")


# ---- descriptions


def _group(title: str, vocabulary: Vocabulary) -> str | None:
    return next((level for role, level in _GROUPS if vocabulary.plays(title, role)), None)


def _described(document: Document, section: Section, vocabulary: Vocabulary) -> list[Risk]:
    """Return the risks that a risk section describes, by headings, else by its lists and labels."""
    found: list[Risk] = []
    inner = list(document.inside(section))
    taken: set[int] = set()
    for one in inner:
        if one.index in taken:
            continue
        if _is_risk_heading(document, one, section, vocabulary):
            taken |= {below.index for below in document.within(one)}
            found.append(_from_heading(document, one, section, vocabulary))
    for one in [section, *inner]:
        if one.index in taken or _is_remedy(one, section, vocabulary):
            continue
        group = next(
            (
                level
                for up in [one, *document.ancestors(one)]
                if up.index >= section.index and (level := _group(up.title, vocabulary))
            ),
            None,
        )
        found += _from_blocks(one, group, vocabulary)
    return sorted(found, key=lambda risk: risk.line)


_REMEDIES = re.compile(
    r"\b(?:mitigations?|strateg(?:y|ies)|contingenc(?:y|ies)|fallback|rollback|plan|framework|legend|scale|levels?|matrix|response|monitoring|methodology|process|summary|criteria|measures?|prevention|recovery|procedures?|controls?|safeguards?|guardrails?|actions?|safety|checklist|assumptions?|dependencies|issues?|blockers?)\b"
    r"|меры|缓解|应对|対策",
    re.IGNORECASE,
)


_ASIDES = re.compile(
    r"\b(?:questions?|deferred|non[ -]?goals?|appendix|assumptions|notes?|out of scope|references|decisions?)\b",
    re.IGNORECASE,
)
"""Labels in a risk section whose lists are no risks."""


def _is_remedy(one: Section, section: Section, vocabulary: Vocabulary) -> bool:
    """True for a section inside the risks that tells what to do, not what could go wrong.

    The risk section itself is one only where its title speaks of measures alone.
    """
    title = title_key(one.title)
    if one is section:
        return title in ("mitigation strategies", "mitigations", "risk mitigation strategies") or False
    aside = bool(_REMEDIES.search(title) or _ASIDES.search(title))
    return aside and "risk" not in title and _group(title, vocabulary) is None


def _is_risk_heading(document: Document, one: Section, section: Section, vocabulary: Vocabulary) -> bool:
    """True if a heading inside the risk section names a risk: by its name, or by rating fields under it."""
    if _NAMED.match(mend(one.title)):
        return True
    if _group(one.title, vocabulary) or vocabulary.plays(one.title, "risk-matrix"):
        return False
    names = [part for part in labelled(one.blocks, vocabulary)[1:]]
    return any(
        vocabulary.means(part.name, "probability", "impact", "mitigation", "level") for part in names
    ) and not _is_remedy(one, section, vocabulary)


def _from_heading(document: Document, one: Section, section: Section, vocabulary: Vocabulary) -> Risk:
    apart = take_apart(one.title, vocabulary, number=True)
    number, title = _name(apart.text)
    risk = Risk(line=one.line, number=number, title=title or apart.text, heading=True)
    risk.group = next(
        (
            level
            for up in document.ancestors(one)
            if up.index >= section.index and (level := _group(up.title, vocabulary))
        ),
        None,
    )  # type: ignore[assignment]
    if apart.state == "complete":
        risk.status = "closed"
    parts = [part for below in document.within(one) for part in labelled(below.blocks, vocabulary)]
    _fill(risk, parts, vocabulary)
    listed = [entry for part in parts if not part.name for entry in entries(part.blocks)]
    _fill_entries(risk, listed, vocabulary)
    if not risk.description:
        risk.description = part_text(parts[0]) if parts and not listed else parts[0].text if parts else ""
    return risk


def _fill(risk: Risk, parts: Iterable[Part], vocabulary: Vocabulary) -> None:
    """Fill a risk from its labelled parts."""
    given: dict[str, str] = {}
    for part in parts:
        if not part.name:
            continue
        _take(risk, given, part.name, part.text or part_text(part), part_texts(part), vocabulary)
    _apply(risk, given, vocabulary)


def _fill_entries(risk: Risk, listed: Iterable[Entry], vocabulary: Vocabulary) -> None:
    """Fill a risk from list items that name its fields."""
    given: dict[str, str] = {}
    for entry in listed:
        if (entry.title and entry.text) or entry.block.children[1:]:
            _take(
                risk,
                given,
                entry.title,
                entry.text,
                [*filter(None, [entry.text]), *texts(entry.block.children[1:])],
                vocabulary,
            )
    _apply(risk, given, vocabulary)


def _take(
    risk: Risk, given: dict[str, str], name: str, value: str, values: list[str], vocabulary: Vocabulary
) -> None:
    for field in ("probability", "impact", "level"):
        if vocabulary.means(name, field) and field not in given:
            given[field] = value
            return
    if vocabulary.means(name, "mitigation"):
        risk.mitigation += [text for text in values if not is_blank(text)]
    elif vocabulary.means(name, "contingency"):
        risk.contingency += [text for text in values if not is_blank(text)]
    elif vocabulary.means(name, "status"):
        _status(risk, value, vocabulary)
    elif vocabulary.means(name, "owner"):
        risk.owner = None if is_blank(value) else value
    elif vocabulary.means(name, "description", "risk") and not risk.description:
        risk.description = value


def _apply(risk: Risk, given: dict[str, str], vocabulary: Vocabulary) -> None:
    if given:
        _rate(
            risk,
            given.get("probability", risk.probability_text),
            given.get("impact", risk.impact_text),
            given.get("level", ""),
            vocabulary,
        )


def _from_blocks(one: Section, group: str | None, vocabulary: Vocabulary) -> list[Risk]:
    """Return the risks among the blocks of a section: list items, and bold paragraphs with ratings."""
    found: list[Risk] = []
    for part in labelled(one.blocks, vocabulary):
        if part.name and _ASIDES.search(part.name) and not _NAMED.match(part.name):
            continue
        label_group = _group(part.name, vocabulary) if part.name else None
        named = bool(part.name) and not vocabulary.is_field(part.name)
        if part.name and not label_group and vocabulary.means(part.name, "mitigation", "contingency"):
            if found:
                _fill(found[-1], [part], vocabulary)
            continue
        if part.name and (
            vocabulary.means(
                part.name, "probability", "impact", "level", "status", "owner", "description", "trigger"
            )
            or key(part.name).endswith("risk level")
        ):
            if found:
                _fill(found[-1], [part], vocabulary)
            continue
        listed = entries(part.blocks)
        fields = [
            entry
            for entry in listed
            if entry.title
            and vocabulary.means(entry.title, *_FIELD_OF, "status", "owner", "description", "trigger")
        ]
        if named and label_group is None and (fields or not listed):
            whole = part.field.style == "all-bold"  # `**Risk 1: Title**`
            name = f"{part.name}: {part.field.value}" if whole else part.name
            number, title = _name(take_apart(name, vocabulary, number=True).text)
            risk = Risk(line=part.line, number=number, title=title or name, group=group)  # type: ignore[arg-type]
            risk.description = " ".join(line.text for line in part.lines) if whole else part.text
            _fill_entries(risk, fields, vocabulary)
            found.append(risk)
        elif len(fields) * 2 <= len(listed):
            found += [
                risk for entry in listed if (risk := _from_entry(entry, label_group or group, vocabulary))
            ]
    return found


def _from_entry(entry: Entry, group: str | None, vocabulary: Vocabulary) -> Risk | None:
    """Return the risk of one list item; its nested fields rate it."""
    if not entry.whole or is_blank(entry.whole):
        return None
    nested = [
        below
        for child in entry.block.children[1:]
        if child.kind == "list"
        for below in map(entry_of, child.children)
    ]
    rated = [
        below
        for below in nested
        if below.title
        and vocabulary.means(below.title, *_FIELD_OF, "status", "owner", "description", "trigger")
    ]
    if entry.title and (
        vocabulary.means(entry.title, "mitigation", "contingency", "status", "owner")
        or _group(entry.title, vocabulary)
    ):
        return None
    name = entry.title if entry.bold or not entry.text else entry.title
    number, title = _name(take_apart(name or entry.text, vocabulary).text)
    risk = Risk(line=entry.line, number=number, title=title or name, group=group)  # type: ignore[arg-type]
    if entry.title:
        risk.description = entry.text
    given: dict[str, str] = {}
    for field in item_fields(entry.block, vocabulary):
        _take(risk, given, field.name, field.value, [field.value] if field.value else [], vocabulary)
    for below in rated:
        if not (below.title and any(below.title == name for name in given)):
            _take(
                risk,
                given,
                below.title,
                below.text,
                [*filter(None, [below.text]), *texts(below.block.children[1:])],
                vocabulary,
            )
    risk.mitigation = list(dict.fromkeys(risk.mitigation))
    risk.contingency = list(dict.fromkeys(risk.contingency))
    _apply(risk, given, vocabulary)
    inline = re.search(r"\((high|medium|low|critical)\)", entry.whole[:1000], re.IGNORECASE)
    if inline and risk.level is None and not given:
        risk.level = inline[1].casefold()  # type: ignore[assignment]
    return risk


# ---- descriptions and rows together


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
                    what=f"risk {what}", value=said, line=risk.line, other=summed, other_line=row.row_line
                )
            )
    if risk.status == "open" and row.status_text:
        risk.status, risk.status_text = row.status, row.status_text
    risk.level = risk.level or row.level
    risk.owner = risk.owner or row.owner
    risk.mitigation = risk.mitigation or row.mitigation
    risk.contingency = risk.contingency or row.contingency
