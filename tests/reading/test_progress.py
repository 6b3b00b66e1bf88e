"""Progress: the counting rule, sentence by sentence."""

from __future__ import annotations

import pytest

from tests.reading.drawn import phase_of, read

OPEN, DONE, BEGUN, DROPPED, LATER, STUCK = (f"- [{box}] t\n" for box in " x~->!")


def phases(*bodies: str, **options: object):
    """Read a plan of phases with these bodies."""
    text = "".join(f"## Phase {number}: P\n\n{body}\n\n" for number, body in enumerate(bodies, 1))
    return read(f"# Plan\n\n{text}", **options)


def status(words: str) -> str:
    return f"**Status:** {words}\n\n"


@pytest.mark.parametrize(
    ("body", "percent", "basis"),
    [
        # at least one counted task not open: closed by counted
        (DONE + OPEN, 50, "tasks"),
        (DONE * 2 + OPEN, 66, "tasks"),
        (BEGUN + OPEN, 0, "tasks"),
        (STUCK + OPEN, 0, "tasks"),
        (status("In progress") + DONE + OPEN, 50, "tasks"),
        (status("Complete") + DONE + OPEN, 50, "tasks"),
        (status("Complete") + BEGUN, 0, "tasks"),
        # else Complete is all
        (status("Complete") + OPEN * 3, 100, "status"),
        (status("Complete"), 100, "status"),
        # else, stated or with tasks, nothing
        (status("In progress") + OPEN, 0, "status"),
        (status("Not started"), 0, "status"),
        (OPEN * 2, 0, "tasks"),
        # cancelled and deferred tasks leave the fraction
        (DONE + OPEN + DROPPED + LATER, 50, "tasks"),
        (DONE + DROPPED, 100, "tasks"),
        (status("Complete") + DROPPED, 100, "status"),
        # a parent with sub-tasks does not count
        ("- [ ] parent\n  - [x] a\n  - [x] b\n", 100, "tasks"),
        ("- [x] parent\n  - [ ] a\n  - [x] b\n", 50, "tasks"),
    ],
)
def test_a_phase(body: str, percent: int, basis: str) -> None:
    progress = phase_of("## Phase 1: Build", body).progress
    assert (progress.percent, progress.basis) == (percent, basis)


@pytest.mark.parametrize("body", ["Text.", DROPPED, LATER])
def test_a_phase_with_nothing_stated_and_no_counted_tasks_is_unknown(body: str) -> None:
    first, _ = phases(body, DONE).phases
    assert (first.progress.percent, first.progress.basis) == (None, None)


@pytest.mark.parametrize(
    ("body", "state", "source"),
    [
        (status("Blocked") + DONE, "blocked", "field"),
        (DONE * 2, "complete", "tasks"),
        (DONE + DROPPED, "complete", "tasks"),
        (DONE + OPEN, "in-progress", "tasks"),
        (BEGUN + OPEN, "in-progress", "tasks"),
        (OPEN * 2, None, None),
        (DROPPED, None, None),
    ],
)
def test_the_effective_state_is_the_stated_one_else_that_of_the_tasks(
    body: str, state: str | None, source: str | None
) -> None:
    first, _ = phases(body, DONE).phases
    assert (first.effective_state, first.state_from) == (state, source)


def test_all_tasks_inside_a_phase_count_whatever_list_they_stand_in() -> None:
    progress = phase_of(
        "## Phase 1: Build",
        "- [x] own\n\n### Step 1.1: Pour\n\n**Verification:**\n\n- [x] level\n\n**Deliverables:**\n\n- [ ] floor\n\n"
        "### Acceptance Criteria\n\n- [ ] dry\n",
    ).progress
    assert (progress.done, progress.total, progress.percent) == (2, 4, 50)


@pytest.mark.parametrize(
    ("wanted", "body", "percent"),
    [
        ("tasks", status("Complete") + DONE + OPEN, 50),
        ("tasks", status("Complete") + OPEN, 0),
        ("tasks", status("Complete"), None),
        ("status", status("Complete") + OPEN, 100),
        ("status", status("In progress") + DONE, 0),
        ("status", DONE + OPEN, None),
    ],
)
def test_the_option_forces_one_basis(wanted: str, body: str, percent: int | None) -> None:
    plan = phases(body, progress=wanted)
    assert plan.phases[0].progress.percent == percent
    assert plan.progress.percent == percent


@pytest.mark.parametrize(
    ("bodies", "percent"),
    [
        # the mean over the phases, with equal weight
        ((DONE, OPEN * 9 + DONE), 55),
        ((DONE * 9, OPEN), 50),
        # cancelled and deferred phases are left out
        ((DONE + OPEN, status("Cancelled")), 50),
        ((DONE + OPEN, status("Deferred") + DONE), 50),
        ((DONE, status("Cancelled") + OPEN), 100),
        # an unknown phase counts nothing beside one that is known
        ((DONE, "Text."), 50),
        ((status("Complete"), "Text.", "Text."), 33),
        ((status("In progress"), "Text."), 0),
        ((BEGUN, "Text."), 0),
        # stated to be nothing is something
        ((status("Not started"), status("Not started")), 0),
        ((status("Pending"), OPEN), 0),
        # nothing is recorded
        (("Text.", "Text."), None),
        ((OPEN, OPEN), None),
        ((OPEN, "Text."), None),
        ((status("⏳ Pending | 🔄 In Progress | ✅ Complete") + OPEN, OPEN), None),
        # nothing is left to count
        ((status("Cancelled"), status("Deferred")), None),
    ],
)
def test_a_plan_is_the_mean_of_its_phases(bodies: tuple[str, ...], percent: int | None) -> None:
    plan = phases(*bodies)
    assert plan.progress.percent == percent
    assert plan.progress.basis == (None if percent is None else "phases")


@pytest.mark.parametrize(
    ("fractions", "percent"),
    [
        ([(1, 3), (2, 3)], 50),  # rounded early: (33 + 66) / 2 = 49
        ([(1, 3)] * 3, 33),
        ([(2, 3), (2, 3), (2, 3)], 66),
        ([(1, 7), (2, 7), (4, 7), (7, 7)], 50),
        ([(29, 100)], 29),  # as floats: 28.999...
        ([(57, 100), (57, 100)], 57),
        ([(199, 200)], 99),  # rounded down, never up to done
        ([(1, 200), (0, 1)], 0),
    ],
)
def test_arithmetic_is_exact_and_rounded_down_once(fractions: list[tuple[int, int]], percent: int) -> None:
    plan = phases(*(DONE * done + OPEN * (total - done) for done, total in fractions))
    assert plan.progress.percent == percent


def test_done_and_total_are_the_counted_tasks_whatever_the_basis() -> None:
    plan = phases(status("Complete") + OPEN * 2 + DROPPED, DONE + OPEN)
    assert (plan.progress.done, plan.progress.total) == (1, 4)


def test_phases_complete_counts_effective_states_without_cancelled_and_deferred() -> None:
    plan = phases(
        status("Complete"), DONE, DONE + OPEN, "Text.", status("Cancelled") + DONE, status("Deferred")
    )
    assert (plan.progress.phases_complete, plan.progress.phases_total) == (2, 4)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("- [x] a\n- [ ] b\n", (50, "tasks", 1, 2)),
        ("- [x] a\n- [ ] b\n\n## Success Criteria\n\n- [ ] c\n", (50, "tasks", 1, 2)),
        ("- [x] a\n- [ ] b\n\n## Deliverables\n\n- [x] c\n", (50, "tasks", 1, 2)),
        ("## Login\n\n- [x] a\n\n**Acceptance criteria:**\n\n- [ ] b\n", (100, "tasks", 1, 1)),
        ("- [x] a\n- [-] b\n- [>] c\n", (100, "tasks", 1, 1)),
        ("- [ ] a\n  - [x] b\n", (100, "tasks", 1, 1)),
        ("## Deliverables\n\n- [x] c\n", (None, None, 0, 0)),
        ("Text.", (None, None, 0, 0)),
        ("- [ ] a\n- [ ] b\n", (None, None, 0, 2)),
    ],
)
def test_without_phases_the_tasks_outside_criteria_and_deliverables_count(
    page: str, expected: tuple[object, ...]
) -> None:
    progress = read(f"# Plan\n\n{page}").progress
    assert (progress.percent, progress.basis, progress.done, progress.total) == expected


@pytest.mark.parametrize(
    ("bodies", "beside", "expected"),
    [
        # no phase tells anything: the page's tasks outside criteria and deliverables decide
        (("Text.", "Text."), "## Tasks\n\n- [x] a\n- [ ] b\n", (50, "tasks", 1, 2)),
        (("Text.", OPEN), "## Tasks\n\n- [x] a\n- [ ] b\n", (33, "tasks", 1, 3)),
        (("Text.", "Text."), "## Deliverables\n\n- [x] a\n\n## Tasks\n\n- [ ] b\n", (None, None, 0, 0)),
        (("Text.", status("Cancelled") + OPEN), "## Tasks\n\n- [x] a\n", (100, "tasks", 1, 1)),
        # one that does is enough
        ((DONE, "Text."), "## Tasks\n\n- [ ] a\n", (50, "phases", 1, 1)),
        ((status("Not started"), "Text."), "## Tasks\n\n- [x] a\n", (0, "phases", 0, 0)),
        # nothing is recorded anywhere
        (("Text.", "Text."), "## Tasks\n\n- [ ] a\n", (None, None, 0, 0)),
    ],
)
def test_where_every_phase_is_unknown_the_tasks_of_the_page_decide(
    bodies: tuple[str, ...], beside: str, expected: tuple[object, ...]
) -> None:
    text = "".join(f"## Phase {number}: P\n\n{body}\n\n" for number, body in enumerate(bodies, 1))
    progress = read(f"# Plan\n\n{text}{beside}").progress
    assert (progress.percent, progress.basis, progress.done, progress.total) == expected


def test_the_option_for_states_does_not_let_tasks_decide() -> None:
    page = "# Plan\n\n## Phase 1: P\n\nText.\n\n## Phase 2: P\n\nText.\n\n## Tasks\n\n- [x] a\n"
    assert read(page, progress="status").progress.percent is None


@pytest.mark.parametrize(
    ("page", "value", "other"),
    [
        ("**Status:** Complete\n\n## Phase 1: A\n\n- [x] a\n\n## Later\n\n- [ ] b\n- [x] c\n", "Complete", "1 of 2"),
        ("**Status:** Complete\n\n- [ ] a\n- [~] b\n", "Complete", "2 of 2"),
        ("## Phase 1: A\n\n- [x] a\n\n## Phase 2: B\n\n- [x] b\n\n## Later\n\n- [!] b\n", "100 %", "1 of 1"),
        ("## Work\n\n- [x] a\n\n## Acceptance Criteria\n\n- [ ] b\n", "100 %", "1 of 2"),
    ],
)  # fmt: skip
def test_complete_over_open_tasks_elsewhere_contradicts_itself(page: str, value: str, other: str) -> None:
    plan = read(f"# Plan\n\n{page}")
    (one,) = [one for one in plan.contradictions if one.kind == "open-tasks"]
    assert (one.phase, one.value, f"{one.count} of {one.of}") == (None, value, other)
    assert one.other_line == next(task.line for task in plan.task_list if task.state != "done")


@pytest.mark.parametrize(
    "page",
    [
        "**Status:** Complete\n\n- [x] a\n- [-] b\n- [>] c\n",
        "**Status:** Complete\n\n## Phase 1: A\n\n- [ ] a\n",  # the phase's own matter
        "**Status:** Complete\n\n## Deliverables\n\n- [ ] a\n",  # told one by one
        "**Status:** In progress\n\n- [x] a\n- [ ] b\n",
    ],
)
def test_other_open_tasks_contradict_nothing(page: str) -> None:
    found = read(f"# Plan\n\n{page}").contradictions
    assert not [one for one in found if one.kind == "open-tasks" and one.phase is None]


@pytest.mark.parametrize(
    ("text", "unit", "done", "total", "percent"),
    [
        ("3/7 phases complete (42%)", "phases", 3, 7, 42),
        ("3 of 7 phases", "phases", 3, 7, None),
        ("5/9 tasks", "tasks", 5, 9, None),
        ("2/4 steps done", "steps", 2, 4, None),
        ("42%", "", None, None, 42),
        ("42 % complete", "", None, None, 42),
        ("33.3%", "", None, None, 33.3),
        ("80% of pages", "other", None, None, 80),
        ("12/30 endpoints", "other", 12, 30, None),
        ("4/8", "", 4, 8, None),
        ("4/12345678901 (40%)", "", None, None, 40),  # no number that anybody counts to
    ],
)
def test_typed_figures_are_kept_with_their_unit(
    text: str, unit: str, done: int | None, total: int | None, percent: float | None
) -> None:
    page = f"# Plan\n\n**Progress:** {text}\n"
    (figure,) = read(page).typed_progress
    assert (figure.unit, figure.done, figure.total, figure.percent) == (unit, done, total, percent)
    assert figure.line == 3


@pytest.mark.parametrize("text", ["X/Y phases complete (Z%)", "steady", "[TBD]", ""])
def test_a_figure_that_is_none_is_not_kept(text: str) -> None:
    assert read(f"# Plan\n\n**Progress:** {text}\n").typed_progress == []


def test_a_step_is_measured_like_a_phase() -> None:
    phase = phase_of(
        "## Phase 1: A",
        "### Step 1.1: B\n\n- [x] b\n- [ ] c\n\n### Step 1.2: D\n\n**Status:** Complete\n\n### Step 1.3: E\n\nText.\n",
    )
    assert [(step.effective_state, step.progress.percent) for step in phase.steps] == [
        ("in-progress", 50),
        ("complete", 100),
        (None, None),
    ]
