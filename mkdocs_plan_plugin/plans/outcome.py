"""What a plan is measured by and what it delivers: criteria, benchmarks, deliverables."""

from __future__ import annotations

import msgspec

from mkdocs_plan_plugin.plans.benchmarks import verdict
from mkdocs_plan_plugin.plans.blanks import is_blank
from mkdocs_plan_plugin.plans.entries import cell, columns, entry_of, item_text
from mkdocs_plan_plugin.plans.model import Benchmark, Criterion, Deliverable
from mkdocs_plan_plugin.plans.tasks import task_state
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary
from mkdocs_plan_plugin.source.document import Document, Section, walk
from mkdocs_plan_plugin.source.markdown import Block

_CRITERIA = (("quantitative", "quantitative"), ("qualitative", "qualitative"), ("acceptance", "acceptance"))
_DELIVERABLES = (
    ("code-deliverables", "code"),
    ("documentation-deliverables", "documentation"),
    ("infrastructure-deliverables", "infrastructure"),
)


def read_criteria(
    document: Document, section: Section | None, phases: set[int], vocabulary: Vocabulary
) -> list[Criterion]:
    """Read quantitative and qualitative metrics and acceptance criteria."""
    found: list[Criterion] = []
    for one in document.within(section) if section else ():
        kind = next((kind for role, kind in _CRITERIA if vocabulary.plays(one.title, role)), "")
        found += [_criterion(item, kind) for item in _items(one.blocks)]
    for one in document.sections[1:]:  # acceptance criteria of the plan that stand in a section of their own
        if (section and section.line <= one.line <= section.end) or one.index in phases:
            continue
        if vocabulary.plays(one.title, "acceptance") and not any(
            criterion.kind == "acceptance" for criterion in found
        ):
            found += [_criterion(item, "acceptance") for item in _items(one.blocks)]
    return [criterion for criterion in found if not is_blank(criterion.title or criterion.text)]


def _criterion(item: Block, kind: str) -> Criterion:
    state = task_state(item)
    entry = entry_of(item)
    return Criterion(
        line=item.line, kind=kind, title=entry.title, text=entry.text, state=state[0] if state else None
    )  # type: ignore[arg-type]


def _items(blocks: list[Block]) -> list[Block]:
    return [item for block in blocks if block.kind == "list" for item in block.children if item_text(item)]


def read_deliverables(
    document: Document, section: Section | None, vocabulary: Vocabulary
) -> list[Deliverable]:
    """Read the deliverables of the whole plan by kind."""
    found: list[Deliverable] = []
    for one in document.within(section) if section else ():
        kind = next((kind for role, kind in _DELIVERABLES if vocabulary.plays(one.title, role)), "")
        for item in _items(one.blocks):
            state = task_state(item)
            entry = entry_of(item)
            if not is_blank(entry.whole):
                found.append(
                    Deliverable(
                        line=item.line,
                        kind=kind,
                        title=entry.title,
                        text=entry.text,
                        state=state[0] if state else None,
                    )
                )  # type: ignore[arg-type]
    return found


class Benchmarks(msgspec.Struct):
    """The benchmarks of a page, and where their table stands."""

    found: list[Benchmark]
    line: int = 0
    end: int = 0


def read_benchmarks(document: Document, vocabulary: Vocabulary) -> Benchmarks:
    """Read the first table with a target and a baseline or actual column, with a verdict for each row."""
    for section in document.sections:
        for table in walk(section.blocks):
            if table.kind != "table":
                continue
            found = columns(table, vocabulary, "target-value", "actual", "baseline", "metric")
            if "target-value" not in found or not found.keys() & {"baseline", "actual"}:
                continue
            metric = found.get(
                "metric", next((i for i in range(len(table.rows[0])) if i not in found.values()), None)
            )
            if metric is None:
                continue
            rows = [
                _benchmark(row, found, metric) for row in table.rows[1:] if not is_blank(cell(row, metric))
            ]
            if rows:
                return Benchmarks(rows, table.line, table.rows[-1][0].number)
    return Benchmarks([])


def _benchmark(row: list, found: dict[str, int], metric: int) -> Benchmark:  # type: ignore[type-arg]
    benchmark = Benchmark(line=row[0].number, metric=cell(row, metric))
    benchmark.baseline = cell(row, found.get("baseline"))
    benchmark.target = cell(row, found.get("target-value"))
    benchmark.actual = cell(row, found.get("actual"))
    benchmark.verdict = verdict(benchmark.target, benchmark.actual, benchmark.baseline)
    return benchmark
