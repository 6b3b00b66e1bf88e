"""What holds for any text whatever: the reader is total, deterministic, and invents nothing."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_plan_plugin.model import Plan, Record
from mkdocs_plan_plugin.reading import read_page, read_plan
from mkdocs_plan_plugin.settings import Settings

PIECES = (
    "# Plan\n", "## Phase 1: Build ✅\n", "## Phase 2 - Paint (Week 3)\n", "### Step 1.1: Pour\n", "### Risk 1: Flood\n",
    "## Risks\n", "## Deliverables\n", "## Phases and Steps\n", "#### Decision 1: Roof\n", "## 第一阶段：基础\n", "## Phase\n",
    "- [ ] open\n", "- [x] done\n", "  - [~] begun\n", "    - [-] dropped\n", "> - [x] quoted\n", "1. [!] stuck\n", "- [", "- [x]",
    "**Status:** In progress\n", "**Status:** A | B\n", "**Probability:** High\n", "- **Impact:** [High | Low]\n", "Owner: Kim\n",
    "**", "*", "`", "```\n", "~~~\n", "````md\n", "<!-- ", "-->", "<details>\n", "</details>\n", "    ", "\t", "!!! note\n", "??? x\n",
    '=== "Tab"\n', "/// note\n", "///\n", "| Risk | Probability | Impact |\n|---|---|---|\n| Flood | High | Low |\n", "|---|\n", "| a | b |\n",
    "| Metric | Baseline | Target | Actual |\n|---|---|---|---|\n| a | 1 | 2 | 3 |\n",
    "---\n", "---\nplan: true\n---\n", "owner: &a [*a]\n", "created: 2025-02-30\n", "[a](b.md)\n", "[^1]: note\n", "[^1]", "\\", "&lt;", "<br>",
    "\n", "\n\n", "\r\n", "\r", "\0", "\ud800", "\ufeff", "🚀", "‚úÖ", "üîÑ", "\u2028", "\x0c", "word ", "100%", "3/5 phases (60%)\n", "2025-01-01", ": ", "：",
)  # fmt: skip

anything = st.text(max_size=300)
plan_like = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
quick = settings(deadline=None, max_examples=150)


def records(value: object) -> list[Record]:
    """Return every record with a line inside a plan, the plan itself included."""
    found, stack = [], [value]
    while stack:
        one = stack.pop()
        if isinstance(one, Record):
            found.append(one)
        if isinstance(one, msgspec.Struct):
            stack += [getattr(one, name) for name in one.__struct_fields__]
        elif isinstance(one, list):
            stack += one
        elif isinstance(one, dict):
            stack += one.values()
    return found


@quick
@given(anything | plan_like)
def test_any_text_is_read(text: str) -> None:
    plan = read_plan(text, "plans/a.md")
    assert isinstance(plan, Plan)
    msgspec.json.encode(plan)  # no lone surrogate anywhere


@quick
@given(anything | plan_like, st.sampled_from(["plans/a.md", "a.md", "", "/", "a.md/..", "\ud800"]))
def test_any_page_is_answered(text: str, path: str) -> None:
    read_page(text, path, Settings())


@quick
@given(plan_like)
def test_every_line_lies_in_the_file(text: str) -> None:
    last = len(re.split(r"\r\n|\r|\n", text))
    for record in records(read_plan(text, "a.md")):
        assert 0 <= record.line <= last
        assert getattr(record, "end_line", 0) <= last


@quick
@given(plan_like)
def test_lines_of_phases_and_tasks_point_at_their_text(text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text)
    plan = read_plan(text, "a.md")
    for phase in plan.phases:
        assert re.search(r"phase|阶段", lines[phase.line - 1], re.IGNORECASE), phase
        assert phase.line <= phase.end_line
    for task in plan.task_list:
        assert re.search(r"\[.{1,3}\]", lines[task.line - 1]), task


@quick
@given(plan_like)
def test_the_figures_fit_together(text: str) -> None:
    plan = read_plan(text, "a.md")
    progress, tasks = plan.progress, plan.tasks
    assert progress.percent is None or 0 <= progress.percent <= 100
    assert (progress.percent is None) == (progress.basis is None)
    assert progress.done <= progress.total <= tasks.total
    assert progress.phases_complete <= progress.phases_total <= len(plan.phases)
    assert tasks.total == len(plan.task_list)
    assert (
        tasks.total
        == tasks.open + tasks.done + tasks.in_progress + tasks.blocked + tasks.cancelled + tasks.deferred
    )
    for phase in plan.phases:
        assert phase.progress.done <= phase.progress.total
        assert (phase.state is None) == (phase.state_from not in ("field", "heading"))
    if not any(task.state != "open" for task in plan.task_list) and not any(
        phase.state for phase in plan.phases
    ):
        assert progress.percent is None or plan.state is not None


@quick
@given(plan_like)
def test_anchors_are_unique(text: str) -> None:
    plan = read_plan(text, "a.md")
    steps = [step for phase in plan.phases for step in phase.steps]
    anchors = [one.anchor for one in (*plan.phases, *steps, *plan.risks, *plan.decisions, *plan.task_list)]
    assert all(anchors)
    assert len(anchors) == len(set(anchors))


@quick
@given(plan_like)
def test_phases_follow_each_other_and_hold_their_steps_and_tasks(text: str) -> None:
    plan = read_plan(text, "a.md")
    for before, after in zip(plan.phases, plan.phases[1:], strict=False):
        assert before.end_line < after.line
    for task in plan.task_list:
        if task.phase is not None:
            phase = plan.phases[task.phase]
            assert phase.line <= task.line <= phase.end_line
    for phase in plan.phases:
        assert all(phase.line < step.line <= step.end_line <= phase.end_line for step in phase.steps)


@quick
@given(plan_like)
def test_reading_is_deterministic(text: str) -> None:
    assert read_plan(text, "a.md") == read_plan(text, "a.md")


@quick
@given(plan_like.map(lambda text: text.replace("\r", "").replace("\ufeff", "")))
def test_newlines_and_a_mark_make_no_difference(text: str) -> None:
    assert read_plan("\ufeff" + text.replace("\n", "\r\n"), "a.md") == read_plan(text, "a.md")


@quick
@given(plan_like)
def test_a_page_in_a_fence_says_nothing(text: str) -> None:
    fence = "`" * (max(map(len, re.findall("`+", text)), default=2) + 3)
    plan = read_plan(f"# P\n\n{fence}\n{text}\n{fence}\n", "a.md")
    assert (plan.phases, plan.task_list, plan.risks, plan.decisions) == ([], [], [], [])
    assert (plan.state, plan.document_state, plan.owner, plan.progress.percent) == (None, None, None, None)


@quick
@given(
    st.lists(
        st.sampled_from(
            ["Walls are tall. ", "We paint. ", "\n\n", "- a bullet\n", "> a quote\n\n", "`code` ", "1. one\n"]
        ),
        max_size=20,
    ).map("".join)
)
def test_nothing_said_is_unknown(prose: str) -> None:
    plan = read_plan(f"# P\n\n## Walls\n\n{prose}\n", "a.md")
    stated = (
        plan.state,
        plan.document_state,
        plan.priority,
        plan.owner,
        plan.created,
        plan.updated,
        plan.target,
    )
    assert stated == (None,) * 7
    assert (plan.phases, plan.risks, plan.decisions, plan.goals, plan.sections) == ([], [], [], [], {})
    assert (plan.progress.percent, plan.tasks.total, plan.contradictions) == (None, 0, [])


boxes = st.lists(st.sampled_from(" xX~/-!>"), max_size=12)


@quick
@given(st.lists(boxes, min_size=1, max_size=5))
def test_progress_is_the_rule_written_out(phases: list[list[str]]) -> None:
    """The counting rule once more, in five lines, for phases that state nothing."""
    from fractions import Fraction

    text = "# P\n\n" + "".join(
        f"## Phase {number}: N\n\n" + "".join(f"- [{box}] t\n" for box in marks) + "\n"
        for number, marks in enumerate(phases, 1)
    )
    counted = [[box for box in marks if box not in "->"] for marks in phases]
    shares = [
        Fraction(sum(box in "xX" for box in marks), len(marks)) if marks else Fraction(0) for marks in counted
    ]
    recorded = any(box != " " for marks in counted for box in marks)
    plan = read_plan(text, "a.md")
    if not plan.phases:  # one heading without a task is no phase
        assert phases == [[]]
        return
    assert plan.progress.percent == (int(sum(shares) / len(shares) * 100) if recorded else None)


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\ufeff", "---\n---", "---", "\0", "#", "- [ ]", "|", "```", "!!!", "<!--", "\ud800" * 3],
)
def test_the_smallest_pages(text: str) -> None:
    plan = read_plan(text, "plans/a.md")
    assert (plan.phases, plan.task_list, plan.progress.percent) == ([], [], None)
    assert plan.title
