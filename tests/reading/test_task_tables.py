"""Tasks in tables and in front matter: only where they plainly are tasks."""

from __future__ import annotations

import pytest

from tests.reading.drawn import drawn, line_of, read


def rows(header: str, *lines: str) -> str:
    columns = header.count("|") - 1
    return "\n".join([header, "|" + "---|" * columns, *lines]) + "\n"


def tasks(text: str, **options: object) -> list[tuple[str, str]]:
    return [(task.text, task.state) for task in read(f"# P\n\n{drawn(text)}", **options).task_list]


def test_a_table_of_tasks_is_read_with_lines_owners_and_dates() -> None:
    page = """
        # P

        | # | Task | Owner | Due | Status |
        |---|------|-------|-----|--------|
        | 1 | **Dig** `hole` | Team Quay | 2026-03-01 | ✅ |
        | 2 | Pour | | Q2 2026 | 🔄 In progress |
        | 3 | Sell | | | |
        """
    plan = read(page)
    found = [(one.text, one.state, one.owner, one.due, one.line, one.origin) for one in plan.task_list]
    assert found == [
        ("Dig `hole`", "done", "Team Quay", "2026-03-01", line_of(page, "Dig"), "table"),
        ("Pour", "in-progress", None, "2026-06-30", line_of(page, "Pour"), "table"),
        ("Sell", "open", None, None, line_of(page, "Sell"), "table"),
    ]
    assert (plan.progress.percent, plan.progress.done, plan.progress.total) == (33, 1, 3)
    assert all(one.anchor for one in plan.task_list)
    assert plan.tasks.total == 0  # no checkbox is shown


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("| Task | Status |", "| Dig | ✅ |"),
        ("| Status | Task |", "| ✅ | Dig |"),
        ("| ✅ | Task |", "| x | Dig |"),
        ("| Area | Task | State | Notes |", "| Garden | Dig | Done | - |"),
        ("| To-do | Progress |", "| Dig | 100% |"),
        ("| **Action item** | **Done?** |", "| Dig | yes |"),
        ("| ID | Action | Status |", "| A1 | Dig | Complete |"),
        ("| Priority | Owner | Activity | Status |", "| P1 | Bo | Dig | ✅ |"),
        ("| Phase | Task | Status |", "| 1 | Dig | ✅ |"),
        ("| Item | Owner | Status |", "| Dig | Bo | ✅ |"),
        ("| Nr | Aufgabe | Verantwortlich | Erledigt |", "| 1 | Dig | Bo | ja |"),
        ("| Tâche | Statut |", "| Dig | ✅ |"),
        ("| Tarea | Estado |", "| Dig | ✅ |"),
        ("| Tarefa | Situação |", "| Dig | ✅ |"),
        ("| № | Задача | Статус |", "| 1 | Dig | ✅ |"),
        ("| 任务 | 状态 |", "| Dig | ✅ |"),
        ("| タスク | ステータス |", "| Dig | ✅ |"),
        ("| Work item | Complete |", "| Dig | [x] |"),
    ],
)
def test_a_header_of_tasks(header: str, row: str) -> None:
    assert tasks(rows(header, row)) == [("Dig", "done")]


@pytest.mark.parametrize(
    "table",
    [
        rows("| Risk | Probability | Action | Status |", "| Flood | High | Dike | Open |"),
        rows("| Risk | Action | Status |", "| Flood | Dike | Open |"),
        rows("| Phase | Status |", "| Phase 1 | ✅ |"),
        rows("| Phase | Tasks | Status |", "| 1 | 12 | ✅ |", "| 2 | 4 | ⏳ |"),
        rows("| Phase | Task | Status |", "| 1 | Dig, pour | ✅ |", "| 2 | Paint | ⏳ |"),
        rows("| Task | Status |", "| Phase 1: Dig | ✅ |", "| Phase 2: Pour | ⏳ |"),
        rows("| Item | Baseline | Target | Actual | Status |", "| Start | 3 s | 1 s | 2 s | ⏳ |"),
        rows("| Action | Expected result | Status |", "| Press | Light | ✅ |"),
        rows("| Decision | Action | Status |", "| Paint red | Buy | Open |"),
        rows("| Deliverable | Owner | Status |", "| Manual | Bo | Open |"),
        rows("| Milestone | Task | Status |", "| M1 | Dig | Open |"),
        rows("| Item | Status |", "| Lamp | In stock |"),
        rows("| Feature | Status |", "| Lamp | ✅ |"),
        rows("| Endpoint | Action | Status |", "| /a | Delete | 200 |"),
        rows("| Status | Meaning |", "| ✅ | Done |"),
        rows("| Task | Status |"),
        rows("| Task | Status |", "| [Task] | [Status] |", "| **Total** | 3 |"),
    ],
)
def test_a_table_of_anything_else_has_no_tasks(table: str) -> None:
    assert tasks(table) == []


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("✅", "done"),
        ("✅ Done", "done"),
        ("[x]", "done"),
        ("x", "done"),
        ("☑️", "done"),
        ("Complete", "done"),
        ("erledigt", "done"),
        ("已完成", "done"),
        ("[ ]", "open"),
        ("☐", "open"),
        ("❌", "open"),
        ("", "open"),
        ("—", "open"),
        ("TBD", "open"),
        ("⏳ Pending", "open"),
        ("Not started", "open"),
        ("Planned", "open"),
        ("🔄", "in-progress"),
        ("[~]", "in-progress"),
        ("In Progress (60%)", "in-progress"),
        ("40 %", "in-progress"),
        ("läuft noch nicht", "open"),
        ("ask the mason", None),
        ("Blocked by legal", "blocked"),
        ("On hold", "blocked"),
        ("Cancelled", "cancelled"),
        ("Deferred to Q3", "deferred"),
    ],
)
def test_what_a_cell_says_is_the_state(cell: str, state: str | None) -> None:
    plan = read(f"# P\n\n{rows('| Task | Status |', f'| Dig | {cell} |')}")
    assert [one.state for one in plan.task_list] == [state or "open"]
    unread = [(one.kind, one.text, one.line) for one in plan.left_out]
    assert unread == ([] if state else [("state", cell, 5)])


@pytest.mark.parametrize(
    ("cell", "state"),
    [("Yes", "done"), ("ja", "done"), ("x", "done"), ("2026-01-02", "done"), ("☑", "done"), ("да", "done"), ("是", "done"),
     ("no", "open"), ("", "open"), ("нет", "open"), ("❌", "open"), ("50%", "in-progress")],
)  # fmt: skip
def test_a_column_may_ask_whether_a_task_is_done(cell: str, state: str) -> None:
    assert tasks(rows("| Task | Done? |", f"| Dig | {cell} |")) == [("Dig", state)]


def test_a_table_of_tasks_without_a_state_is_told() -> None:
    plan = read(f"# P\n\n{rows('| Task | Owner |', '| Dig | Bo |')}")
    assert plan.task_list == []
    assert [(one.kind, one.line, one.text) for one in plan.left_out] == [("task", 3, "Task | Owner")]


def test_tasks_of_a_table_belong_to_phase_and_checklist_like_others() -> None:
    page = f"""
# P

## Phase 1: Ground

### Step 1.1: Hole

{rows("| Task | Status |", "| Dig | ✅ |", "| Pour | ⏳ |")}
- [x] Fence

## Deliverables

{rows("| Task | Status |", "| Manual | ✅ |")}
"""
    plan = read(page)
    assert [(one.text, one.phase, one.step, one.role) for one in plan.task_list] == [
        ("Dig", 0, 0, ""),
        ("Pour", 0, 0, ""),
        ("Fence", 0, 0, ""),
        ("Manual", None, None, "deliverables"),
    ]
    assert (plan.phases[0].progress.percent, plan.phases[0].effective_state) == (66, "in-progress")
    assert [(one.title, one.done, one.total) for one in plan.checklists] == [
        ("Step 1.1: Hole", 2, 3),
        ("Deliverables", 1, 1),
    ]
    assert (plan.tasks.total, plan.tasks.done) == (1, 1)


def test_tables_may_be_left_alone() -> None:
    assert tasks(rows("| Task | Status |", "| Dig | ✅ |"), table_tasks=False) == []


def test_a_table_inside_of_a_task_makes_it_a_container() -> None:
    page = "- [ ] Ground\n\n  | Task | Status |\n  |---|---|\n  | Dig | ✅ |\n"
    assert [(one.text, one.leaf) for one in read(page).task_list] == [("Ground", False), ("Dig", True)]


def test_todos_in_front_matter_are_tasks() -> None:
    page = """
        ---
        todos:
          - id: cut
            content: Cut the
              cloth
            status: completed
          - content: Sew
            status: in_progress
          - {title: Sell, status: pending}
          - content: Iron
            status: cancelled
          - content: ""
          - content: Fold
            status: whenever
        overview: Coats
        ---

        # P
        """
    plan = read(page)
    assert [(one.text, one.state, one.origin, one.anchor) for one in plan.task_list] == [
        ("Cut the cloth", "done", "front matter", ""),
        ("Sew", "in-progress", "front matter", ""),
        ("Sell", "open", "front matter", ""),
        ("Iron", "cancelled", "front matter", ""),
        ("Fold", "open", "front matter", ""),
    ]
    assert [one.line for one in plan.task_list] == [
        line_of(page, words) for words in ("id: cut", "Sew", "Sell", "Iron", "Fold")
    ]
    assert (plan.progress.percent, plan.progress.basis) == (25, "tasks")
    assert [(one.kind, one.text) for one in plan.left_out] == [("state", "whenever")]


@pytest.mark.parametrize(
    ("todos", "expected"),
    [
        ("todos: [Cut, Sew]", [("Cut", "open"), ("Sew", "open")]),
        ("todos:\n- text: Cut\n  done: true\n- text: Sew\n  done: no", [("Cut", "done"), ("Sew", "open")]),
        ("tasks:\n- task: Cut\n  state: erledigt", [("Cut", "done")]),
        ("todos: Cut", []),
        ("todos:", []),
        ("todos: {Cut: done}", []),
        ("todos: [[a], {b: [c]}, null]", []),
    ],
)
def test_spellings_of_todos(todos: str, expected: list[tuple[str, str]]) -> None:
    found = read(f"---\n{todos}\n---\n# P\n").task_list
    assert [(one.text, one.state) for one in found] == expected
