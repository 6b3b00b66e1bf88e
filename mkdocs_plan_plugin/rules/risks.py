"""Rules about risks, their ratings and their matrix."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.model import Risk
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.rules.risk_matrix import rating_for, row_for

_GOOD = """
    # Plan: new cache

    **Status:** In Progress

    **Owner:** Team Tide

    ## Risk Assessment

    ### Risk 1: Stampede

    **Probability:** High

    **Impact:** Critical

    **Mitigation:**

    - Locks

    **Contingency:**

    - Switch it off

    ### Risk Matrix

    | Risk | Probability | Impact |
    |------|-------------|--------|
    | Stampede | High | Critical |
"""
_TWO_RISKS = _GOOD.replace(
    "    ### Risk Matrix",
    "    ### Risk 2: Cold start\n\n    **Probability:** Low\n\n    **Impact:** Low\n\n    **Mitigation:**"
    " Warm up\n\n"
    "    ### Risk Matrix",
)


_MITIGATION = "**Mitigation:** what is done so that it does not happen"
_CONTINGENCY = "**Contingency:** what is done if it happens"
_RATINGS = "**Probability:** Low, Medium or High; **Impact:** Low to Critical"


def _unsaid(page: CheckedPage, risk: Risk, says: str, text: str, cause: str, many: str) -> Fault:
    """Say what a risk lacks; of one that is no heading, and has its fields inline, not where that goes."""
    fault = page.lacking(risk.line, f"{_called(risk)} {says}", text, cause=cause, many=many)
    return fault if risk.heading else fault._replace(edits=())


def _called(risk: Risk) -> str:
    return f"'{risk.title}'" if risk.title else f"risk {risk.number}"


def _open(page: CheckedPage) -> list[Risk]:
    """Return the risks that somebody may still write more about."""
    return [risk for risk in page.plan.risks if risk.open]


def _has_matrix(page: CheckedPage) -> bool:
    """True where described risks have rows that rate them, too."""
    return any(risk.described and risk.row_line for risk in page.plan.risks)


@rule("PLAN501", "risk-not-in-matrix", "info", bad=_TWO_RISKS, good=_GOOD, fixable=True)
def risk_not_in_matrix(page: CheckedPage) -> Iterator[Fault]:
    """A risk is described, but has no row in the risk matrix.

    Who reads only the matrix does not learn of it.
    """
    if not _has_matrix(page):
        return
    for risk in page.plan.risks:
        if risk.described and not risk.row_line:
            yield Fault(
                risk.line,
                f"{_called(risk)} is described, but not in the risk matrix",
                edits=row_for(page, risk),
                cause="no row",
                many="{count} described risks are not in the risk matrix: {lines}",
            )


@rule(
    "PLAN502",
    "risk-not-described",
    "info",
    bad=_GOOD + "    | Cold start | Low | Low |\n",
    good=_GOOD,
)
def risk_not_described(page: CheckedPage) -> Iterator[Fault]:
    """A row of the risk matrix has no description, while other risks have one.

    Nobody can tell what is meant, or what is done about it.
    """
    if not _has_matrix(page):
        return
    for risk in page.plan.risks:
        if not risk.described:
            yield Fault(
                risk.row_line or risk.line,
                f"{_called(risk)} is in the risk matrix, but not described",
                cause="no description",
                many="{count} rows of the risk matrix are not described: {lines}",
            )


@rule(
    "PLAN503",
    "risk-rated-twice",
    "warning",
    bad=_GOOD.replace("| Stampede | High |", "| Stampede | Medium |"),
    good=_GOOD,
    fixable=True,
    tells=("matrix",),
)
def risk_rated_twice(page: CheckedPage) -> Iterator[Fault]:
    """The risk matrix rates a risk differently from its description.

    The description counts; the row is its summary, and was forgotten.
    """
    for one in page.contradictions("matrix"):
        risk = None if one.risk is None else page.plan.risks[one.risk]
        named = f"the {one.what} of {_called(risk)}" if risk else one.what
        yield Fault(
            one.other_line,
            f"{named} is '{one.other}' in the matrix, but '{one.value}' in its description (line {one.line})",
            one.value.capitalize(),
            column=_cell(page, one.other_line, one.other),
            edits=rating_for(page, one),
        )


def _cell(page: CheckedPage, line: int, rating: str) -> int:
    at = page.text(line).casefold().find(rating.casefold(), page.text(line).find("|", 1) + 1)
    return at + 1


@rule(
    "PLAN504",
    "risk-in-wrong-group",
    "warning",
    bad=_GOOD.replace("    ### Risk 1", "    ### Low-Risk Items\n\n    #### Risk 1"),
    good=_GOOD.replace("    ### Risk 1", "    ### High-Risk Items\n\n    #### Risk 1"),
)
def risk_in_wrong_group(page: CheckedPage) -> Iterator[Fault]:
    """A risk is under High, Medium or Low, and its ratings say otherwise.

    It fits where the group is its level, its probability or its impact; critical counts as high.
    """
    for risk in page.plan.risks:
        if risk.group is None or risk.level is None or risk.probability is None or risk.impact is None:
            continue
        fitting = {_as_group(one) for one in (risk.level, risk.probability, risk.impact)}
        if _as_group(risk.group) not in fitting:
            yield Fault(
                risk.line,
                f"{_called(risk)} is among the {risk.group} risks, but is rated {risk.level}"
                f" (probability {risk.probability}, impact {risk.impact}); move it, or rate it anew",
            )


def _as_group(level: str) -> str:
    return "high" if level == "critical" else level


@rule(
    "PLAN505",
    "no-mitigation",
    "info",
    living=True,
    bad=_GOOD.replace("    **Mitigation:**\n\n    - Locks\n\n", ""),
    good=_GOOD,
)
def no_mitigation(page: CheckedPage) -> Iterator[Fault]:
    """Nothing is said of what is done about a risk.

    A risk that is only named is not managed. One that is accepted or closed needs nothing, and while a
    plan is being planned its risks may all be mere names.
    """
    if not page.plan.begun and not any(risk.mitigation for risk in page.plan.risks):
        return
    for risk in _open(page):
        if not risk.mitigation and risk.status != "accepted" and not _says_more(page, risk):
            many = "{count} risks have no mitigation: {lines}"
            yield _unsaid(page, risk, "has no mitigation", _MITIGATION, "mitigation", many)


def _says_more(page: CheckedPage, risk: Risk) -> bool:
    """True for a row with a column of text that is not known for what it is."""
    if risk.described:
        return False
    cells = [cell.strip() for cell in page.text(risk.row_line).strip().strip("|").split("|")]
    return sum(len(cell.split()) > 1 for cell in cells) > 1


@rule(
    "PLAN506",
    "no-contingency",
    "info",
    living=True,
    bad=_GOOD.replace("    **Contingency:**\n\n    - Switch it off\n\n", ""),
    good=_GOOD,
)
def no_contingency(page: CheckedPage) -> Iterator[Fault]:
    """A high or critical risk is described without what to do if it happens.

    Then there is no time to think. Risks that are only as rows of a table are not asked for one.
    """
    for risk in _open(page):
        if risk.grave and risk.described and not risk.contingency and risk.mitigation:
            says = f"is a {risk.level} risk without a contingency"
            many = "{count} high or critical risks have no contingency: {lines}"
            yield _unsaid(page, risk, says, _CONTINGENCY, "contingency", many)


@rule(
    "PLAN507",
    "unrated-risk",
    "info",
    living=True,
    bad=_GOOD.replace("    **Probability:** High\n\n    **Impact:** Critical\n\n", "").replace(
        "| High | Critical |", "| | |"
    ),
    good=_GOOD,
)
def unrated_risk(page: CheckedPage) -> Iterator[Fault]:
    """A risk has no probability and impact, nor a level.

    It is in no matrix and counts as no exposure. While a plan is being planned its risks may all be
    mere names. A rating that is written and cannot be read is told as left out, and not here again.
    """
    if not page.plan.begun and not any(risk.level for risk in page.plan.risks):
        return
    unread = _unread_lines(page)
    for risk in _open(page):
        if risk.level is None and risk.group is None and unread.isdisjoint((risk.line, risk.row_line)):
            many = "{count} risks are not rated: {lines}; write their probability and impact"
            yield _unsaid(page, risk, "is not rated", _RATINGS, "unrated", many)


def _unread_lines(page: CheckedPage) -> set[int]:
    """Return the lines of risks with ratings that were left out, for a whole column those of all its rows."""
    found: set[int] = set()
    for one in page.plan.left_out:
        if one.kind != "rating":
            continue
        line = one.line
        found.add(line)
        if "-" in (below := page.text(line + 1)) and set(below) <= set(" |:-"):
            while page.text(line := line + 1).strip():
                found.add(line)
    return found


@rule(
    "PLAN508",
    "no-risks",
    "info",
    living=True,
    bad="""
    # Plan: new cache

    ## Risk Assessment

    We looked.
    """,
    good=_GOOD,
)
def no_risks(page: CheckedPage) -> Iterator[Fault]:
    """A section about risks names none.

    If there are none worth naming, say *None* or take the section out.
    """
    section = page.section("risks")
    if section is None or "mitigation" in section.title.casefold():
        return
    if any(one.kind == "risk" and one.line == section.line for one in page.plan.left_out):
        yield Fault(
            section.line,
            f"'{section.title}' names no risk that can be read; write e.g. '### Risk 1: ...' or a table"
            " with the columns Risk, Probability, Impact",
        )
