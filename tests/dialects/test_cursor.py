"""Plans of Cursor: the tasks stand in front matter."""

from __future__ import annotations

from tests.dialects.drawn import figures, is_plan, page, phases, plan

PATH = ".cursor/plans/bell_tower_1a2b3c4d.plan.md"


def test_a_plan_of_one_task():
    read = plan(
        "---\nname: Bell\ntodos:\n  - id: ring\n    content: Ring it\n    status: pending\n---\n", PATH
    )
    assert read.title == "Bell"
    assert [(task.text, task.state) for task in read.task_list] == [("Ring it", "open")]
    assert figures(read) == "unknown, –, 0/1"


def test_an_ordinary_plan():
    read = plan(
        """
        ---
        name: Bell Tower
        overview: >
          A bell that rings
          at noon.
        todos:
          - id: hang
            content: "Hang the bell: third floor"
            status: completed
          - id: rope
            content: Splice the rope
            status: in_progress
          - id: clock
            content: Tie it to the clock
            status: pending
            dependencies:
              - rope
          - id: gild
            content: Gild it
            status: cancelled
        isProject: false
        ---

        ## Goal

        Noon is heard.

        ### 1. Hang the bell

        On the third floor.
        """,
        PATH,
    )
    assert (read.title, read.description) == ("Bell Tower", "A bell that rings at noon.")
    assert [task.state for task in read.task_list] == ["done", "in-progress", "open", "cancelled"]
    assert figures(read) == "unknown, 33 %, 1/3"
    assert read.why.dialect.startswith("cursor: ")


def test_a_long_plan_with_phases():
    todos = "".join(
        f"  - id: t{number}\n    content: Bell {number}\n    status: {'completed' if number < 15 else 'pending'}\n"
        for number in range(20)
    )
    read = plan(
        f"---\nname: Bells\ntodos:\n{todos}isProject: false\n---\n# All the bells\n\n"
        "## Phase 1: Cast\n\nIn bronze.\n\n## Phase 2: Hang\n\nHigh up.\n",
        "docs/bells.md",  # anywhere, as only these plans have both keys
    )
    assert read.title == "All the bells"
    assert phases(read) == ["Phase 1: Cast | unknown | 0/0", "Phase 2: Hang | unknown | 0/0"]
    assert figures(read) == "unknown, 75 %, 15/20"


def test_a_plan_without_tasks_is_one():
    assert plan("---\nname: Bell\ntodos: []\nisProject: false\n---\n# Bell\n", PATH).task_list == []


def test_todos_alone_make_no_plan():
    assert not is_plan(page("---\ntodos: [Ring it]\n---\n# Bell\n", "docs/bell.md"))
