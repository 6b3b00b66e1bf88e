"""What a plan is measured by and what it delivers: criteria, benchmarks, deliverables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mkdocs_plan_plugin.model import Benchmark, Criterion, Deliverable, Phase, Plan, TaskState
from mkdocs_plan_plugin.reading.entries import cell, columns, entry_of, is_empty, item_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.tasks.read import task_state
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.markdown import Block, Line
from mkdocs_plan_plugin.vocabulary.blanks import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable

CriterionKind = Literal["quantitative", "qualitative", "acceptance", ""]
DeliverableKind = Literal["code", "documentation", "infrastructure", ""]

_CRITERIA: tuple[tuple[str, CriterionKind], ...] = (
    ("quantitative", "quantitative"),
    ("qualitative", "qualitative"),
    ("acceptance", "acceptance"),
)
_DELIVERABLES: tuple[tuple[str, DeliverableKind], ...] = (
    ("code-deliverables", "code"),
    ("documentation-deliverables", "documentation"),
    ("infrastructure-deliverables", "infrastructure"),
)


def read_criteria(
    outline: Outline,
    section: Section | None,
    phases: set[int],
    *,
    emoji: bool = False,
) -> list[Criterion]:
    """Read quantitative and qualitative metrics and acceptance criteria.

    Acceptance criteria may be in a section of their own, outside of the phases.
    """
    found: list[Criterion] = []
    covered: set[int] = set()
    for one in outline.document.within(section) if section else ():
        covered.add(one.index)
        roles = outline.vocabulary.roles(one.title)
        kind: CriterionKind = next((kind for role, kind in _CRITERIA if role in roles), "")
        found += [_criterion(item, kind, emoji=emoji) for item in _items(one.blocks)]
    if not any(criterion.kind == "acceptance" for criterion in found):
        elsewhere = covered | phases
        for one in outline.sections_for("acceptance"):
            if one.index not in elsewhere:
                found += [_criterion(item, "acceptance", emoji=emoji) for item in _items(one.blocks)]
    return [one for one in found if not is_blank(one.title or one.text) and not _says_none(one, found)]


def _says_none(one: Criterion, among: list[Criterion]) -> bool:
    """True for a lone `None yet`: beside others, or with a box, `No known issues` is a criterion."""
    alone = sum(other.kind == one.kind for other in among) == 1
    return alone and one.state is None and is_empty(one.title, one.text)


def _criterion(item: Block, kind: CriterionKind, *, emoji: bool) -> Criterion:
    state, title, text = _stated(item, emoji=emoji)
    return Criterion(line=item.line, kind=kind, title=title, text=text, state=state)


def _stated(item: Block, *, emoji: bool) -> tuple[TaskState | None, str, str]:
    """Return an item's state, if it is a task, and its title and text without the mark of an emoji."""
    entry = entry_of(item)
    task = task_state(item, emoji=emoji)
    if task is None:
        return None, entry.title, entry.text
    mark = item_text(item)[: -len(task[1])] if emoji and task[1] else ""
    return task[0], entry.title.removeprefix(mark), entry.text.removeprefix(mark)


def _items(blocks: list[Block]) -> list[Block]:
    return [item for block in blocks if block.kind == "list" for item in block.children if item_text(item)]


def read_deliverables(
    outline: Outline,
    section: Section | None,
    phases: list[Phase],
    *,
    emoji: bool = False,
) -> list[Deliverable]:
    """Read the deliverables of the whole plan by kind, and those of its phases and steps."""
    found: list[Deliverable] = []
    for one in outline.document.within(section) if section else ():
        roles = outline.vocabulary.roles(one.title)
        kind: DeliverableKind = next((kind for role, kind in _DELIVERABLES if role in roles), "")
        for item in _items(one.blocks):
            state, title, text = _stated(item, emoji=emoji)
            if not is_blank(title or text) and (state or not is_empty(title, text)):
                found.append(Deliverable(line=item.line, kind=kind, title=title, text=text, state=state))
    for index, phase in enumerate(phases):
        listed = [*phase.deliverables, *(item for step in phase.steps for item in step.deliverables)]
        found += [
            Deliverable(line=item.line, title=item.title, text=item.text, phase=index) for item in listed
        ]
    return found


def read_benchmarks(plan: Plan, outline: Outline) -> None:
    """Read the first table with a target and a baseline or actual column; `judge_benchmarks` judges them."""
    tables = (table for section in outline.sections for table in section.tables)
    for table in tables:
        found = columns(table, outline.vocabulary, "target-value", "actual", "baseline", "metric")
        if "target-value" not in found or not found.keys() & {"baseline", "actual"}:
            continue
        rest = (column for column in range(len(table.rows[0])) if column not in found.values())
        metric = found.get("metric", next(rest, None))
        rows = [row for row in table.rows[1:] if not is_blank(cell(row, metric))]
        if rows:
            plan.benchmarks = [_benchmark(row, found, metric) for row in rows]
            plan.benchmarks_line = table.line
            return


def _benchmark(row: list[Line], found: dict[str, int], metric: int | None) -> Benchmark:
    return Benchmark(
        line=row[0].number,
        metric=cell(row, metric),
        baseline=cell(row, found.get("baseline")),
        target=cell(row, found.get("target-value")),
        actual=cell(row, found.get("actual")),
    )


def judge_benchmarks(benchmarks: Iterable[Benchmark]) -> None:
    """Give each benchmark its verdict, which no rule asks for."""
    from mkdocs_plan_plugin.vocabulary.verdicts import verdict  # noqa: PLC0415 - a check does without

    for one in benchmarks:
        one.verdict = verdict(one.target, one.actual, one.baseline)
