"""Which headings of a page are records: a risk, a decision, a test case or an update each."""

from __future__ import annotations

from mkdocs_plan_plugin.reading.decisions import decision_headings
from mkdocs_plan_plugin.reading.outline import Outline, Record
from mkdocs_plan_plugin.reading.risks.sections import risk_headings
from mkdocs_plan_plugin.reading.updates import update_headings
from mkdocs_plan_plugin.reading.verification import case_headings


def record_headings(outline: Outline) -> dict[int, Record]:
    """Return what the headings are that are a record each, by section index.

    Known from the page alone, whether or not it is a plan and has phases. What is below such a
    heading, sub-headings included, is said of the record; only the outermost is named.
    """
    if outline.records is not None:
        return outline.records
    found: dict[int, Record] = dict.fromkeys((one.index for one in risk_headings(outline)), "risk")
    for one in decision_headings(outline):
        found.setdefault(one.index, "decision")
    for one in case_headings(outline):
        found.setdefault(one.index, "test-case")
    for one, _ in update_headings(outline):
        found.setdefault(one.index, "update")
    outline.records = found
    return found
