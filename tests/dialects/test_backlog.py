"""Tasks of Backlog.md: a file each, whose acceptance criteria are boxes."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.portfolio import join
from tests.dialects.drawn import figures, is_plan, page, plan

PATH = "backlog/tasks/task-7 - Oil-the-hinges.md"


def task(number: int, *rest: str, status: str = "To Do", needs: str = "[]") -> str:
    head = f"---\nid: TASK-{number}\ntitle: Hinge {number}\nstatus: {status}\ndependencies: {needs}\n---\n"
    return head + "\n".join(rest) + "\n"


def test_a_task_of_a_few_words():
    read = plan(task(7, "", "## Description", "", "They squeak."), PATH)
    assert (read.id, read.title, figures(read)) == ("TASK-7", "Hinge 7", "planning, –, 0/0")


def test_an_ordinary_task():
    read = plan(
        """
        ---
        id: TASK-7
        title: Oil the hinges
        status: In Progress
        assignee:
          - '@mill'
        created_date: '2026-02-01 10:15'
        updated_date: '2026-02-03'
        labels: []
        dependencies:
          - TASK-3
        priority: high
        ---

        ## Description

        <!-- SECTION:DESCRIPTION:BEGIN -->
        They squeak.
        <!-- SECTION:DESCRIPTION:END -->

        ## Acceptance Criteria
        <!-- AC:BEGIN -->
        - [x] #1 The door is silent
        - [ ] #2 The gate is silent
        <!-- AC:END -->

        ## Implementation Plan

        1. Find the oil
        2. Use it

        ## Definition of Done
        <!-- DOD:BEGIN -->
        - [ ] #1 The can is back
        <!-- DOD:END -->
        """,
        PATH,
    )
    assert (read.title, read.priority, read.owner) == ("Oil the hinges", "P1", "@mill")
    assert (read.created, read.updated) == ("2026-02-01", "2026-02-03")
    assert [link.target for link in read.depends_on] == ["TASK-3"]
    assert figures(read) == "in-progress, 33 %, 1/3"
    assert read.why.dialect.startswith("backlog: ")


def test_a_long_task_is_called_by_its_front_matter():
    boxes = [f"- [x] #{number} Hinge {number} is silent" for number in range(1, 31)]
    text = task(9, "## Acceptance Criteria", *boxes, "", "# Implementation Plan", "", "1. Oil", status="Done")
    read = plan(text, PATH)
    assert (read.title, figures(read)) == ("Hinge 9", "complete, 100 %, 30/30")


def test_dependencies_resolve_by_identifier():
    first = plan(task(1, "- [ ] oil"), "backlog/tasks/task-1 - Oil.md")
    second = plan(task(2, "- [ ] wipe", needs="[task-1]"), "backlog/tasks/task-2 - Wipe.md")
    entry = join([first, second]).entry(second)
    assert [plan.path for plan in entry.blocked_by] == [first.path]
    assert entry.unknown == ()


@pytest.mark.parametrize("needs", ["task-1", "TASK-1", "1", "BACK-1", "back-1"])
def test_dependencies_resolve_where_a_site_has_renamed_its_ids(needs: str):
    def renamed(number: int, needs: str = "") -> Plan:
        text = task(number, "- [ ] oil", needs=f"[{needs}]").replace("TASK-", "BACK-")
        return plan(text, f"backlog/tasks/back-{number} - Oil.md")

    first, second = renamed(1), renamed(2, needs)
    entry = join([first, second]).entry(second)
    assert [plan.path for plan in entry.blocked_by] == [first.path]


def test_numbers_of_parts_are_renamed_and_other_names_stay():
    text = task(2, needs="[task-1.02, JIRA-7, 'Oil the gate', task-x]").replace("TASK-", "BACK-")
    read = plan(text, "backlog/tasks/back-2 - Oil.md")
    assert [link.target for link in read.depends_on] == ["BACK-1.02", "JIRA-7", "Oil the gate", "task-x"]


def test_a_list_is_one_also_in_front_matter_that_is_no_yaml():
    text = task(2, needs='["TASK-1", TASK-3]').replace("status:", "reporter: @mill\nstatus:")
    read = plan(text, "backlog/tasks/task-2 - Oil.md")
    assert [link.target for link in read.depends_on] == ["TASK-1", "TASK-3"]


@pytest.mark.parametrize("root", ["backlog", "project/backlog", ".backlog"])
def test_folders_tell_how_a_task_stands_that_says_nothing_itself(root: str):
    def stands(folder: str, status: str) -> tuple[str | None, str | None]:
        read = plan(task(7, "- [ ] oil", status=status), f"{root}/{folder}/task-7 - Oil.md")
        return read.effective_state, read.document_state

    assert stands("completed", "Merged into main") == ("complete", None)
    assert stands("completed", "In Progress") == ("in-progress", None)
    assert stands("archive/tasks", "To Do") == ("planning", "archived")
    assert stands("archive/completed", "Done") == ("complete", "archived")
    assert stands("drafts", "Draft")[1] == "draft"
    assert stands("tasks", "To Do") == ("planning", None)


def test_what_lies_in_the_archive_is_over_and_a_draft_is_one():
    archived = plan(task(7, "- [ ] oil"), "backlog/archive/tasks/task-7 - Oil.md")
    draft = plan(task(8, "- [ ] oil", status="Draft"), "backlog/drafts/draft-8 - Oil.md")
    assert (archived.document_state, archived.over) == ("archived", True)
    assert draft.document_state == "draft"


def test_other_files_of_that_folder_are_none():
    assert not is_plan(page("# Tasks\n\n- [ ] a\n", "backlog/tasks/readme.md"))
