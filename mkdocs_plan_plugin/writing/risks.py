"""The status of a risk where it is: a field below its title, or the cell of its row."""

from __future__ import annotations

from typing import get_args

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.model import Edit, Risk, RiskStatus
from mkdocs_plan_plugin.reading.risks.columns import risk_columns
from mkdocs_plan_plugin.vocabulary.scales import RISK
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.writing.page import WorkingCopy
from mkdocs_plan_plugin.writing.targets import no_such
from mkdocs_plan_plugin.writing.values import added, replaced

OF_RISK: tuple[RiskStatus, ...] = get_args(RiskStatus)


def status_of(value: str, page: WorkingCopy) -> RiskStatus:
    """Return the status that a value says of a risk.

    Raises:
        Refused: it says none.
    """
    status = read_state(value, RISK, page.vocabulary).state
    if status is None:
        raise no_such(value, "status of a risk", OF_RISK)
    return status


def restated(page: WorkingCopy, one: Risk, value: str) -> list[Edit]:
    """Return the edit that gives a risk a status; its own field goes before its row in a table.

    Raises:
        Refused: it is where that can't be written.
    """
    fields = page.fields(one.line)
    field = next((each for each in fields if page.vocabulary.means(each.name, "status") and each.value), None)
    if field is not None:
        return replaced(page, field.line, field.value, _cased(value, field.value), field.name)
    for line in filter(None, (one.line, one.row_line)):
        if edits := _in_row(page, line, value):
            return edits
    if page.section(one.line) is None:
        called = f"line {one.line}: '{one.title}'"
        raise Refused(f"{called} is no heading, and states no status; edit it by hand")
    return added(page, "Status", _cased(value, "Open"), fields, one.line, _SHORT)


_SHORT = ("probability", "impact", "severity", "level", "owner")
"""Facts that are on one line."""


def _in_row(page: WorkingCopy, line: int, value: str) -> list[Edit]:
    table = page.table(line)
    column = risk_columns(table, page.vocabulary, in_section=True).get("status") if table else None
    return page.in_cell(line, column, lambda old: _cased(value, old or "Open").replace("|", "\\|"))


def _cased(value: str, like: str) -> str:
    """Return a value that is the name of a status with the capitals of the one in whose place it comes."""
    if value not in OF_RISK:
        return value
    return value.upper() if like.isupper() else value if like.islower() else value.capitalize()
