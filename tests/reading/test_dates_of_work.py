"""Dates and owners of phases, steps and tasks, wherever authors write them; status updates."""

from __future__ import annotations

import datetime as dt

import pytest

from mkdocs_plan_plugin.portfolio import join
from tests.reading.drawn import phase_of, read


@pytest.mark.parametrize(
    ("heading", "start", "due", "text"),
    [
        ("## Phase 1: Dig (2026-01-12 to 2026-02-20)", "2026-01-12", "2026-02-20", ""),
        ("## Phase 1: Dig (Jan 12 to Feb 20, 2026)", "2026-01-12", "2026-02-20", ""),
        ("## Phase 1: Dig (12.–20. Januar 2026)", "2026-01-12", "2026-01-20", ""),
        ("## Phase 1: Dig (2026-01-12 to 2026-01-12)", "2026-01-12", "2026-01-12", ""),
        ("## Phase 1: Dig (Q1 2026)", "2026-01-01", "2026-03-31", "Q1 2026"),
        ("## Phase 1 (January–March 2026): Dig", "2026-01-01", "2026-03-31", "January–March 2026"),
        ("## 第一阶段：挖掘（2026年Q2）", "2026-04-01", "2026-06-30", "2026年Q2"),
        ("## Phase 1: Dig (due 3 March 2026)", None, "2026-03-03", ""),
        ("## Phase 1: Dig — by end of March 2026", None, "2026-03-31", "end of March 2026"),
        ("## Phase 1: Graben (bis 3.3.2026)", None, "2026-03-03", ""),
        ("## Phase 1: Dig (from 2026-03-03)", "2026-03-03", None, ""),
        ("## Phase 1: Dig (3 weeks, due 2026-03-03)", None, "2026-03-03", ""),
        ("## Phase 1: Dig 📅 2026-03-03", None, "2026-03-03", ""),
        ("## Milestone 1: Gala (2026-03-03)", None, "2026-03-03", ""),
        ("## Q1 2026: Dig", "2026-01-01", "2026-03-31", "Q1 2026"),
        ("## Phase 1: Dig the trench of 2026", None, None, ""),
        ("## Phase 1: Move data of 2024-2025", None, None, ""),
        ("## Phase 1: Dig ✅ (2026-03-03)", None, None, ""),
        ("## Phase 1: Dig (completed 2026-03-03)", None, None, ""),
        ("## Phase 1: Dig (Week 3)", None, None, ""),
    ],
)
def test_dates_in_the_heading_of_a_phase(heading: str, start: str | None, due: str | None, text: str) -> None:
    phase = phase_of(heading)
    assert (phase.start, phase.due, phase.due_text) == (start, due, text)


def test_a_day_alone_behind_a_phase_is_left_out_with_the_words_to_write() -> None:
    plan = read("# A plan\n\n## Phase 1: Dig (2026-03-03)\n\n- [ ] one\n")
    assert (plan.phases[0].start, plan.phases[0].due) == (None, None)
    assert [(one.kind, one.line, one.text) for one in plan.left_out] == [("date", 3, "2026-03-03")]
    assert "write 'due' or 'from'" in plan.left_out[0].reason


def test_fields_of_phases_and_steps_are_their_own() -> None:
    plan = read("""
        # Kiln

        **Due:** 2027-01-01

        ## Phase 1: Dig (Q4 2026)

        **Owner:** Team Tide
        **Start:** 2026-01-12
        **Due:** March 2026
        **Target:** remove all stones

        ### Step 1.1: Mark

        - **Assignee:** @quay
        - **Deadline:** 2026-02-01
        - [ ] one

        ## Phase 2: Pour

        **Dates:** 2026-03-01 to 2026-04-15

        - [ ] two

        ## Phase 3: Fire

        **Timeline:** Q2 2026
        - [ ] three

        ## Phase 4: Sell

        **Duration:** 2 weeks
        **Due:** 03/04/2026

        - [ ] four
        """)
    assert plan.due == "2027-01-01"
    assert [(one.owner, one.start, one.due, one.due_precision) for one in plan.phases] == [
        ("Team Tide", "2026-01-12", "2026-03-31", "month"),
        (None, "2026-03-01", "2026-04-15", None),
        (None, "2026-04-01", "2026-06-30", "quarter"),
        (None, None, None, None),
    ]
    [step] = plan.phases[0].steps
    assert (step.owner, step.due, step.start) == ("@quay", "2026-02-01", None)
    assert [one.text for one in plan.left_out] == ["03/04/2026"]
    assert read("# A\n\n## Phase 1: D\n\n**Due:** 03/04/2026\n\n- [ ] a\n", day_first=True).phases[0].due == (
        "2026-04-03"
    )


def test_columns_of_a_table_of_phases() -> None:
    plan = read("""
        # Kiln

        ## Phases

        | Phase | Owner | Start | End | Status |
        |---|---|---|---|---|
        | Dig | Team Tide | 2026-01-12 | 2026-02-20 | Done |
        | Pour | Team Quay | March 2026 | Q2 2026 | Open |
        """)
    assert [(one.owner, one.start, one.due) for one in plan.phases] == [
        ("Team Tide", "2026-01-12", "2026-02-20"),
        ("Team Quay", "2026-03-01", "2026-06-30"),
    ]


def test_a_table_elsewhere_tells_the_dates_of_phases_that_tell_none_themselves() -> None:
    plan = read("""
        # Kiln

        ## Schedule

        | Phase | Start | Due |
        |---|---|---|
        | Phase 1 | 2026-01-12 | 2026-02-20 |
        | Phase 2 | 2026-02-21 | 2026-03-20 |

        ## Phase 1: Dig

        **Due:** 2026-02-25

        - [ ] one

        ## Phase 2: Pour

        - [ ] two
        """)
    assert [(one.start, one.due) for one in plan.phases] == [
        ("2026-01-12", "2026-02-25"),
        ("2026-02-21", "2026-03-20"),
    ]


@pytest.mark.parametrize(
    ("written", "text", "start", "due", "owner"),
    [
        ("Dig due 2026-12-01", "Dig", None, "2026-12-01", None),
        ("Dig 🛫 2026-11-01 📅 2026-12-01", "Dig", "2026-11-01", "2026-12-01", None),
        ("Dig ⏫ 📅 2026-12-01 🔁 every week", "Dig ⏫ 🔁 every week", None, "2026-12-01", None),
        ("Dig ⏳ 2026-11-01", "Dig", "2026-11-01", None, None),
        ("Dig [due:: 2026-12-01] [owner:: Kim]", "Dig", None, "2026-12-01", "Kim"),
        ("Dig (start:: 2026-11-01)", "Dig", "2026-11-01", None, None),
        ("Dig due:2026-12-01 +garden", "Dig +garden", None, "2026-12-01", None),
        ("Dig @due(2026-12-01)", "Dig", None, "2026-12-01", None),
        ("Dig @{2026-12-01}", "Dig", None, "2026-12-01", None),
        ("Dig @quay", "Dig", None, None, "@quay"),
        ("Dig @quay @tide", "Dig", None, None, "@quay @tide"),
        ("@quay: dig", "dig", None, None, "@quay"),
        ("Dig (@acme/quay)", "Dig", None, None, "@acme/quay"),
        ("Dig (Team Quay)", "Dig", None, None, "Team Quay"),
        ("Dig [platform squad]", "Dig", None, None, "platform squad"),
        ("Dig (Team Quay, due 1 December 2026)", "Dig", None, "2026-12-01", "Team Quay"),
        ("Dig — due Q1 2027 — @quay", "Dig", None, "2027-03-31", "@quay"),
        ("Dig (owner: Kim; deadline: 2026-12-01)", "Dig", None, "2026-12-01", "Kim"),
        ("Graben (fällig am 1.12.2026)", "Graben", None, "2026-12-01", None),
        ("挖掘 (目标日期: 2026-12-01)", "挖掘", None, "2026-12-01", None),
        ("Remove accounts created by 2026-12-01", None, None, None, None),
        ("Review the notes (2026-12-01)", None, None, None, None),
        ("Upgrade to @angular", None, None, None, None),
        ("Install `@types/node`", None, None, None, None),
        ("Dig (see the map)", None, None, None, None),
        ("Dig (done 2026-12-01 by hand)", None, None, None, None),
    ],
)
def test_dates_and_owners_behind_a_task(
    written: str, text: str | None, start: str | None, due: str | None, owner: str | None
) -> None:
    [task] = read(f"# A plan\n\n- [ ] {written}\n").task_list
    assert (task.text, task.start, task.due, task.owner) == (text or written, start, due, owner)


@pytest.mark.parametrize(
    "written",
    [
        "Dig ✅ 2026-12-01",
        "Dig — completed 2026-12-01",
        "挖掘 (完成日期: 2026-12-01)",
        "Dig (done 2026-12-01)",
    ],
)
def test_the_day_on_which_a_task_was_done_is_no_deadline(written: str) -> None:
    [task] = read(f"# A plan\n\n- [x] {written}\n").task_list
    assert (task.completed, task.due) == ("2026-12-01", None)


def test_fields_below_a_task_and_what_of_dates_cant_be_read() -> None:
    plan = read("""
        # Kiln

        - [ ] Pour
            - Owner: Kim
            - Due: end of March 2027
        - [ ] Dig (due 03/04/2026)
        - [ ] Fire (due 2026-02-30)
        """)
    assert [(one.text, one.owner, one.due) for one in plan.task_list] == [
        ("Pour", "Kim", "2027-03-31"),
        ("Dig", None, None),
        ("Fire", None, None),
    ]
    assert [(one.line, one.text) for one in plan.left_out] == [(6, "03/04/2026"), (7, "2026-02-30")]


def test_late_is_what_was_due_before_today_and_is_not_over() -> None:
    plan = read("""
        # Kiln

        **Due:** 2026-03-01

        ## Phase 1: Dig (due 2026-02-01)

        - [x] one (due 2026-01-01)
        - [ ] two (due 2026-02-28)
        - [ ] three (due 2026-03-01)

        ## Phase 2: Pour ✅

        **Due:** 2026-01-01

        ## Phase 3: Fire (due 2026-03-01)

        - [ ] four
        """)
    join([plan], dt.date(2026, 3, 1))
    assert (plan.late, [one.late for one in plan.phases]) == (False, [True, False, False])
    assert [one.late for one in plan.task_list] == [False, True, False, False]
    join([plan], dt.date(2026, 3, 2))
    assert (plan.late, [one.late for one in plan.phases]) == (True, [True, False, True])


def test_nothing_is_late_in_a_plan_that_is_over_or_superseded() -> None:
    old = read(
        "# Old\n\n**Due:** 2026-01-01\n\n## Phase 1: Dig (due 2026-01-01)\n\n- [ ] a (due 2026-01-01)\n"
    )
    old.path = "old.md"
    new = read("---\nsupersedes: old.md\n---\n# New\n")
    join([old, new], dt.date(2026, 6, 1))
    assert (old.late, old.phases[0].late, old.task_list[0].late) == (False, False, False)


@pytest.mark.parametrize(
    "page",
    [
        "## Status updates\n\n### 2026-11-20\n\n**Status:** At risk\n\nBricks.\n\n### 2026-11-06 🟢\n\nWell.\n",
        "### Update 2026-11-20\n\nBricks.\n\n**Health:** 🟡\n\n### Update 2026-11-06: on track\n\nWell.\n",
        "## Updates\n\n- 2026-11-06: on track. Well.\n- **20 November 2026**: At risk. Bricks.\n",
        "## Updates\n\n| Date | Health | Update |\n|---|---|---|\n| 2026-11-20 | Amber | Bricks. |\n| 2026-11-06 | Green | Well. |\n",
    ],
)
def test_status_updates_tell_the_health_with_its_date(page: str) -> None:
    plan = read(f"# Kiln\n\n**Status:** In progress\n\n{page}")
    assert [(one.date, one.health) for one in plan.updates] == [
        ("2026-11-20", "at-risk"),
        ("2026-11-06", "on-track"),
    ]
    assert "Bricks." in plan.updates[0].text
    assert (plan.health, plan.health_date, plan.state) == ("at-risk", "2026-11-20", "in-progress")


def test_what_an_update_states_is_not_the_plans() -> None:
    plan = read(
        "# Kiln\n\n**Owner:** Kim\n\n## Update 2026-11-20\n\n**Status:** Blocked\n**Owner:** Team Tide\n"
    )
    assert (plan.state, plan.owner, plan.updates[0].owner) == (None, "Kim", "Team Tide")
    assert read("# Kiln\n\n## Update 2026 of the kiln\n\n- [ ] a\n").updates == []


def test_a_field_goes_before_an_update_and_a_difference_is_told() -> None:
    plan = read("# Kiln\n\n**Health:** On track\n\n## Updates\n\n- 2026-11-20: Off track, no bricks\n")
    assert (plan.health, plan.health_date) == ("on-track", None)
    assert [(one.what, one.value, one.other) for one in plan.contradictions] == [
        ("health", "on-track", "off-track")
    ]


def test_an_update_within_a_phase_tells_the_health_of_the_phase() -> None:
    page = (
        "# Kiln\n\n**Status:** In progress\n\n## Phase 1: Dig\n\n- [ ] a\n\n#### Update 2026-11-20\n\n"
        "**Status:** At risk\n\nNo bricks.\n\n## Phase 2: Build\n\n**Health:** On track\n\n"
        "### Update 2026-11-21: off track\n"
    )
    plan = read(page)
    assert (plan.health, plan.health_date) == (None, None)
    assert [one.phase for one in plan.updates] == [1, 0]
    dig, build = plan.phases
    assert (dig.health, dig.health_date, dig.state) == ("at-risk", "2026-11-20", None)
    assert (build.health, build.health_date) == ("on-track", None)
    assert [(one.what, one.phase, one.other) for one in plan.contradictions] == [("health", 1, "off-track")]
