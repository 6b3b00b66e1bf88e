"""Plans of superpowers: a heading for each task, a box for each of its steps."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Plan
from tests.dialects.drawn import figures, is_plan, page, phases, plan

PATH = "docs/superpowers/plans/2026-02-11-lamp-timer.md"


def test_a_plan_of_one_task():
    read = plan(
        """
        # Lamp Timer Implementation Plan

        ### Task 1: Timer

        - [x] **Step 1: Write the failing test**
        - [ ] **Step 2: Wind the spring**
        """,
        PATH,
    )
    assert read.title == "Lamp Timer Implementation Plan"
    assert read.created == "2026-02-11"
    assert phases(read) == ["Task 1: Timer | in-progress | 1/2"]
    assert figures(read) == "in-progress, 50 %, 1/2"


def test_an_ordinary_plan():
    read = plan(
        """
        # Lamp Timer Implementation Plan

        > **For agentic workers:** REQUIRED SUB-SKILL: Use superpowers:executing-plans to implement this plan.

        **Goal:** A lamp that goes out by itself.

        **Architecture:** A spring drives a cam.

        ---

        ## File Structure

        | File | Responsibility |
        |------|----------------|
        | `timer.c` | the spring |

        ### Task 1: The spring

        **Files:**
        - Create: `timer.c`

        **Interfaces:**
        - Produces: `wind(turns)`

        - [x] **Step 1: Write the failing test**

        ```c
        // ### Task 7: not a heading
        - [ ] not a box
        ```

        - [x] **Step 2: Commit**

        ### Task 2: The cam

        **Files:**
        - Create: `cam.c`

        - [x] **Step 1: Write the failing test**
        - [ ] **Step 2: File the cam**
        - [ ] **Step 3: Commit**

        ### Task 3: Verification

        - [ ] **Step 1: Let it run for a night**
        """,
        PATH,
    )
    assert phases(read) == [
        "Task 1: The spring | complete | 2/2",
        "Task 2: The cam | in-progress | 1/3",
        "Task 3: Verification | unknown | 0/1",
    ]
    assert figures(read) == "in-progress, 44 %, 3/6"
    assert read.left_out == []
    assert read.why.dialect.startswith("superpowers: its path matches **/superpowers/plans/*.md, it has")


def test_a_long_plan_whose_tasks_stand_in_chunks():
    tasks = "\n\n".join(
        f"### Task {number}: Lamp {number}\n\n- [x] **Step 1: Hang**\n- [{'x' if number < 9 else ' '}] **Step 2: Light**"
        for number in range(13)
    )
    chunked = tasks.replace("### Task 6", "## Chunk 2: The yard\n\n### Task 6")
    read = plan(
        f"# Lamps\n\n## Chunk 1: The house\n\n{chunked}\n\n## Self-Review\n\n- [ ] Every lamp hangs\n", PATH
    )
    assert [phase.number for phase in read.phases] == [str(number) for number in range(13)]
    assert figures(read) == "in-progress, 84 %, 22/26"


def test_a_part_of_a_task_is_its_step():
    read = plan(
        """
        # Lamps

        ## Task 10: Sweep

        ### Task 10a: The house

        - [x] sweep

        ### Task 10b: The yard

        - [ ] sweep
        """,
        PATH,
    )
    assert phases(read) == ["Task 10: Sweep | in-progress | 1/2"]
    assert [step.number for step in read.phases[0].steps] == ["10a", "10b"]


def test_tasks_are_phases_also_where_they_stand_under_phases():
    read = plan(
        """
        # Lamps

        ## Phase 1: House

        ### Task 1: Hall

        - [x] hang

        ## Phase 2: Yard

        ### Task 2: Gate

        - [ ] hang
        """,
        PATH,
    )
    assert phases(read) == ["Task 1: Hall | complete | 1/1", "Task 2: Gate | unknown | 0/1"]
    assert read.left_out == []


def test_a_phase_with_work_of_its_own_beside_the_tasks_is_left_out_with_a_word():
    read = plan(
        """
        # Lamps

        ## Task 1: Hall

        - [x] hang

        ## Phase 2: Yard

        - [ ] hang
        """,
        PATH,
    )
    assert phases(read) == ["Task 1: Hall | complete | 1/1"]
    assert [(one.line, one.kind) for one in read.left_out] == [(7, "phase")]


def test_bold_steps_without_boxes_state_nothing():
    read = plan(
        """
        # Lamps

        > **For Claude:** REQUIRED SUB-SKILL: Use superpowers:executing-plans to implement this plan task-by-task.

        ## Task 1: Hall

        **Step 1: Hang it**

        ## Task 2: Gate

        **Step 1: Hang it**
        """,
        PATH,
    )
    assert phases(read) == ["Task 1: Hall | unknown | 0/0", "Task 2: Gate | unknown | 0/0"]
    assert figures(read) == "unknown, –, 0/0"


def test_what_is_in_that_folder_and_has_no_tasks_is_no_plan_of_it():
    assert not is_plan(page("# Issues of the lamps\n\n## A. Wick\n\nIt smokes.\n", PATH))


def test_a_page_that_tells_of_superpowers_is_none():
    told = page(
        """
        # How we work

        We use superpowers:executing-plans here.

        ## Phase 1: Ask

        ## Phase 2: Write
        """,
        "docs/how-we-work.md",
    )
    assert not is_plan(told)


def test_plan_false_goes_before():
    assert not is_plan(page("---\nplan: false\n---\n# Lamps\n\n### Task 1: Hall\n\n- [ ] hang\n", PATH))


def test_a_page_that_says_plan_true_is_read_in_its_dialect():
    found = page("---\nplan: true\n---\n# Lamps\n\n### Task 1: Hall\n\n- [x] hang\n", PATH).found
    assert isinstance(found, Plan)
    assert found.why.by == "front matter"
    assert phases(found) == ["Task 1: Hall | complete | 1/1"]


@pytest.mark.parametrize(
    "said",
    [
        "> **For agentic workers:** REQUIRED SUB-SKILL: Use superpowers:subagent-driven-development (recommended).",
        "> **For Claude:** REQUIRED SUB-SKILL: Use superpowers:executing-plans to implement this plan.",
        "Agents use `superpowers:executing-plans` for this.",
        "> **Für Agenten:** REQUIRED SUB-SKILL: plan-ausführen",
    ],
)
@pytest.mark.parametrize("path", ["docs/plans/2026-03-01-lamps.md", "plans/2026-03-01-lamps.md"])
def test_the_line_for_agents_and_the_day_tell_it_in_other_folders_of_plans(path: str, said: str):
    read = plan(
        f"# Lamps\n\n{said}\n\n### Task 1: Hall\n\n- [x] **Step 1: Hang**\n\n### Task 2: Gate\n", path
    )
    assert phases(read) == ["Task 1: Hall | complete | 1/1", "Task 2: Gate | unknown | 0/0"]


@pytest.mark.parametrize("path", ["notes/2026-03-01-lamps.md", "docs/plans/lamps.md", "PLAN.md"])
def test_elsewhere_numbered_tasks_are_tasks_whoever_wrote_them(path: str):
    said = "> **For agentic workers:** REQUIRED SUB-SKILL: Use superpowers:executing-plans."
    text = f"# Lamps\n\n{said}\n\n### Task 1: Hall\n\n- [x] **Step 1: Hang**\n\n### Task 2: Gate\n\n- [ ] **Step 1: Hang**\n"
    read = page(f"---\nplan: true\n---\n{text}", path).found
    assert isinstance(read, Plan)
    assert (phases(read), figures(read)) == ([], "unknown, 50 %, 1/2")


@pytest.mark.parametrize(
    "task", ["Aufgabe 1", "Tâche 1", "Tarea 1", "Задача 1", "任务1", "任务 1", "タスク1", "작업 1"]
)
def test_tasks_of_other_languages_are_its_phases(task: str):
    read = plan(f"# Lamps\n\n## {task}: Hall\n\n- [x] **Step 1: Hang**\n", PATH)
    assert [(phase.number, phase.title, phase.effective_state) for phase in read.phases] == [
        ("1", "Hall", "complete")
    ]


def test_the_form_of_such_a_plan_that_a_page_shows_is_none():
    told = "# The skill\n\n```markdown\n> REQUIRED SUB-SKILL: Use superpowers:executing-plans\n\n### Task N: Name\n```\n"
    assert not is_plan(page(told, "docs/skill.md"))
