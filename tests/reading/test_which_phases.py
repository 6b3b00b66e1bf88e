"""Which headings, list items and rows of a page are its phases, and what becomes of the others."""

from __future__ import annotations

import pytest

from tests.reading.drawn import line_of, read


def numbers(text: str) -> list[str]:
    return [phase.number for phase in read(text).phases]


def told(text: str) -> list[str]:
    """Each phase as `number title`, its part in front, its shown state behind."""
    return [
        " ".join(
            filter(
                None,
                [
                    f"[{phase.part}]" if phase.part else "",
                    phase.number,
                    phase.title,
                    f"({phase.effective_state})" if phase.effective_state else "",
                ],
            )
        )
        for phase in read(text).phases
    ]


def units(word: str, *numbers: str) -> str:
    """Draw headings with a word and a number, the first one with all its tasks done."""
    counted = enumerate(numbers or ("1", "2", "3"))
    return "".join(
        f"### {word} {number}: Part {number}\n\n- [{' ' if at else 'x'}] a\n\n" for at, number in counted
    )


class TestUnderAnyParent:
    """All headings with a phase word and a number are candidates, wherever they stand."""

    def test_phases_sorted_by_state_are_all_there(self) -> None:
        page = """
            # P

            ## In Progress

            ### Phase 3: Roof

            - [x] beams
            - [ ] tiles

            ## Completed

            ### Phase 1: Dig

            - [x] dug

            ### Phase 2: Walls

            - [x] built
            """
        plan = read(page)
        assert told(page) == ["3 Roof (in-progress)", "1 Dig (complete)", "2 Walls (complete)"]
        assert (plan.progress.percent, plan.progress.phases_complete, plan.progress.phases_total) == (
            83,
            2,
            3,
        )

    @pytest.mark.parametrize("parts", [("Backend", "Frontend"), ("Küche", "Saal"), ("1. Hull", "2. Rig")])
    def test_numbers_that_begin_anew_under_another_heading_are_parts(self, parts: tuple[str, str]) -> None:
        first, second = parts
        page = f"""
            # P

            ## {first}

            ### Phase 1: Plan it

            - [x] a

            ### Phase 2: Build it

            - [ ] b

            ## {second}

            ### Phase 1: Draw it

            - [ ] c

            ### Phase 2: Try it

            - [ ] d
            """
        plan = read(page)
        assert [(phase.number, phase.part) for phase in plan.phases] == [
            ("1", first.lstrip("12. ")),
            ("2", first.lstrip("12. ")),
            ("1", second.lstrip("12. ")),
            ("2", second.lstrip("12. ")),
        ]
        assert plan.progress.percent == 25

    def test_numbers_that_go_on_under_another_heading_are_phases_of_one_plan(self) -> None:
        assert numbers("""
            # P

            ## Phase 1: A

            Text.

            ## Phase 2: B

            Text.

            ## Ideas

            ### Phase 3: C

            ### Phase 4: D
            """) == ["1", "2", "3", "4"]

    def test_a_phase_beside_the_section_of_phases_counts(self) -> None:
        page = """
            # P

            ## Phases

            ### Phase 1: A

            - [x] a

            ### Phase 2: B

            - [x] b

            ## Phase 3: Roll out

            - [ ] c
            """
        assert numbers(page) == ["1", "2", "3"]
        assert read(page).progress.percent == 66

    def test_neighbours_of_different_words_are_phases_together(self) -> None:
        assert told("""
            # P

            ## Phase 1: A

            - [x] a

            ## Milestone 2: B

            - [ ] b

            ## Final phase: Roll out

            - [ ] c
            """) == ["1 A (complete)", "2 B", "Roll out"]

    def test_a_level_that_slipped_loses_nothing(self) -> None:
        page = """
            # P

            ## Phase 1: A

            - [x] a

            ### Phase 2: B

            - [ ] b

            ### Phase 3: C

            - [ ] c
            """
        plan = read(page)
        assert [(phase.number, phase.progress.done, phase.progress.total) for phase in plan.phases] == [
            ("1", 1, 1),
            ("2", 0, 1),
            ("3", 0, 1),
        ]
        assert plan.phases[0].end_line == line_of(page, "Phase 2: B") - 1

    def test_what_is_numbered_inside_a_phase_is_a_step(self) -> None:
        plan = read("""
            # P

            ## Milestone 1: A

            ### Phase 1: B

            - [x] b

            ### Phase 2: C

            - [ ] c

            ## Milestone 2: D

            - [ ] d
            """)
        assert [(phase.number, len(phase.steps)) for phase in plan.phases] == [("1", 2), ("2", 0)]


class TestAboutPhases:
    """A second naming that carries nothing is about the phase."""

    @pytest.mark.parametrize(
        "again",
        [
            "## Retrospective\n\n### Phase 1\n\nWent well.\n\n### Phase 2\n\nWent slowly.",
            "### Phase 1 Done When:\n\n- It is dug.\n\n### Phase 2 Done When:\n\n- It stands.",
            "## At a glance\n\n### Phase 1: Dig\n\nDig it.\n\n### Phase 2: Walls\n\nBuild them.",
            "## Success Criteria\n\n### Phase 1\n\n- [ ] deep\n\n### Phase 2\n\n- [ ] high",
            "## Testing\n\n### Phase 1: measure it\n\n- [ ] deep\n\n### Phase 2: lean on it\n\n- [ ] high",
            "## Rückblick\n\n### Phase 1\n\nGut.",
        ],
    )
    def test_it_replaces_no_phase(self, again: str) -> None:
        page = f"# P\n\n## Phase 1: Dig\n\n- [x] dig\n\n## Phase 2: Walls\n\n- [ ] build\n\n{again}\n"
        phases = read(page).phases
        assert [(phase.number, phase.title, phase.line) for phase in phases] == [
            ("1", "Dig", 3),
            ("2", "Walls", 7),
        ]

    def test_an_overview_in_front_yields_to_what_it_speaks_of(self) -> None:
        page = """
            # P

            ## The whole

            ### Phase 1: Dig

            Dig it.

            ### Phase 2: Walls

            Build them.

            ## Phase 1: Dig deep

            - [x] dig

            ## Phase 2: Walls

            - [ ] build
            """
        first = line_of(page, "Dig deep")
        assert [phase.line for phase in read(page).phases] == [first, first + 4]

    def test_a_report_of_what_was_done_tells_their_states(self) -> None:
        page = """
            # P

            ## Action Plan

            ### Phase 1: Dig

            1. Fetch a spade

            ### Phase 2: Walls

            1. Fetch bricks

            ## Final Completion Report

            ### Completed Items

            #### Phase 1: Dig ✅

            1. Fetched a spade
            """
        assert told(page) == ["1 Dig (complete)", "2 Walls"]
        assert read(page).phases[0].state_from == "elsewhere"

    def test_an_inventory_with_one_mark_yields_to_the_plan_that_has_the_work(self) -> None:
        page = """
            # P

            ## Inventory

            ### Phase 1: Dig

            Earth.

            ### Phase 2: Walls ✅

            Bricks.

            ## The work

            ### Phase 1: Dig

            - [ ] dig

            ### Phase 2: Walls

            - [ ] build
            """
        plan = read(page)
        assert [phase.line for phase in plan.phases] == [15, 19]
        assert [phase.effective_state for phase in plan.phases] == [None, "complete"]

    @pytest.mark.parametrize("heading", ["Timeline and Phases", "Zeitplan und Phasen", "Cronograma y fases"])
    def test_a_procedure_with_phases_of_its_own_is_a_part_however_deep_it_stands(self, heading: str) -> None:
        page = f"""
            # P

            ## Moving the kiln

            ### On the day

            #### Phase 1: Lift

            1. Fetch the crane
            2. Tie it

            #### Phase 2: Set down

            1. Fetch mortar

            ## {heading}

            ### Phase 1: Dig

            - [x] dug

            ### Phase 2: Walls

            - [ ] build

            ### Phase 3: Roof

            - [ ] tiles
            """
        plan = read(page)
        assert [phase.title for phase in plan.phases] == ["Lift", "Set down", "Dig", "Walls", "Roof"]
        assert {phase.part for phase in plan.phases} == {"On the day", heading}
        assert plan.sections["phases"] == line_of(page, heading)

    def test_a_phase_below_another_that_counts_on_in_decimals_is_one_of_its_own(self) -> None:
        page = "# P\n\n## Phase 1.5: Dig\n\n- [x] a\n\n### Phase 1.6: Walls\n\n- [ ] b\n\n### Phase 1.5.1: Peg\n\n- [ ] c\n"
        assert told(page) == ["1.5 Dig (complete)", "1.6 Walls"]

    def test_a_range_of_them_among_success_criteria_is_about_them(self) -> None:
        phases = "".join(f"## Phase {n}: Part {n}\n\n- [x] a\n\n" for n in (1, 2, 3))
        page = f"# P\n\n{phases}## Success Metrics\n\n### Phase 1\n\n- [ ] b\n\n### Phase 2-3\n\n- [ ] c\n"
        assert [phase.number for phase in read(page).phases] == ["1", "2", "3"]

    def test_several_headings_that_name_theirs_in_brackets(self) -> None:
        heads = "".join(
            f"### 3.{n} Part {n} (Iteration {n}){' ✅' * (n == 1)}\n\nText.\n\n" for n in (1, 2, 3)
        )
        assert [
            (one.number, one.effective_state) for one in read(f"# P\n\n## Details\n\n{heads}").phases
        ] == [
            ("1", "complete"),
            ("2", None),
            ("3", None),
        ]


class TestLeftOut:
    """What looks like a phase and is none says why."""

    @pytest.mark.parametrize(
        ("page", "text"),
        [
            ("# P\n\n### Phase 2: A\n\nText.\n", "Phase 2: A"),
            ("# P\n\n- [x] a\n\n# Phase 2: B\n\n- [x] b\n", "Phase 2: B"),
            (
                "# P\n\n## Phase 1: A\n\n- [x] a\n\n## Phase 2: B\n\n- [ ] b\n\n## Calendar\n\n### Week 1\n\n### Week 2\n",
                "Week 1",
            ),
            (
                "# P\n\n## Phase 1: A\n\n- [x] a\n\n## Phase 2: B\n\n- [ ] b\n\n## All\n\n- [x] Phase 1: A\n- [x] Phase 7: Z\n",
                "Phase 7: Z",
            ),
        ],
    )
    def test_it_stands_among_what_was_left_out(self, page: str, text: str) -> None:
        left = [one for one in read(page).left_out if one.kind == "phase"]
        assert text in [one.text for one in left]
        assert all(one.line and one.reason for one in left)

    @pytest.mark.parametrize(
        ("again", "reported"),
        [
            (["Dig", "Walls"], []),
            (["A hole to dig", "Walls of brick"], []),  # the same in more words
            (["Earth", "Walls and windows for all"], ["Phase 1: Earth"]),
            (["Dig ditches", "Brick walls"], ["Phase 1: Dig ditches"]),
        ],
    )
    def test_a_timetable_that_calls_a_phase_something_else_is_reported(
        self, again: list[str], reported: list[str]
    ) -> None:
        first, second = again
        page = f"""
            # P

            ## Timeline

            ### Phase 1: {first}

            Spring.

            ### Phase 2: {second}

            Summer.

            ## Work

            ### Phase 1: Dig a hole

            - [x] dug

            ### Phase 2: Walls

            - [ ] build
            """
        plan = read(page)
        assert [phase.title for phase in plan.phases] == ["Dig a hole", "Walls"]
        assert [one.text for one in plan.left_out] == reported

    def test_a_section_called_phases_without_one_is_reported(self) -> None:
        left = read("# P\n\n## Phases\n\nWe shall see.\n").left_out
        assert [(one.kind, one.line, one.text) for one in left] == [("phase", 3, "Phases")]


class TestListed:
    """Below a heading called phases whatever stands is one, where none carries a number."""

    def test_headings(self) -> None:
        page = "# P\n\n## Phases\n\n### Analyse\n\n- [x] a\n\n### Build\n\n**Status:** In progress\n\n### Notes\n\nText.\n"
        assert told(page) == ["Analyse (complete)", "Build (in-progress)"]

    @pytest.mark.parametrize(
        "heading", ["Phases", "Milestones", "Roadmap", "Phasen", "Étapes", "Hitos", "阶段", "マイルストーン"]
    )
    def test_a_numbered_list(self, heading: str) -> None:
        page = f"# P\n\n## {heading}\n\n1. **Dig** ✅\n2. **Walls**: in brick\n3. **Roof**\n"
        assert told(page) == ["1 Dig (complete)", "2 Walls", "3 Roof"]
        assert not read(page).phases[0].heading

    def test_bullets_led_by_bold_words_with_tasks_of_their_own(self) -> None:
        page = (
            "# P\n\n## Phases\n\n- **Dig**\n    - [x] a\n    - [x] b\n- **Walls**\n    - [x] c\n    - [ ] d\n"
        )
        assert told(page) == ["Dig (complete)", "Walls (in-progress)"]
        assert read(page).progress.percent == 75

    def test_bullets_with_a_state_of_their_own(self) -> None:
        page = "# P\n\n## Phases\n\n- **Dig**\n    - **Status:** Complete\n- **Walls**\n    - **Status:** Not started\n"
        assert told(page) == ["Dig (complete)", "Walls (pending)"]

    def test_bold_lines(self) -> None:
        page = "# P\n\n## Phases\n\n**Dig**\n\n- [x] a\n\n**Walls**\n\n- [ ] b\n- [x] c\n"
        assert told(page) == ["Dig (complete)", "Walls (in-progress)"]

    def test_bold_lines_with_numbers(self) -> None:
        page = (
            "# P\n\n## Implementation Plan\n\n**Phase 1: Dig**\n\n- [x] a\n\n**Phase 2: Walls**\n\n- [ ] b\n"
        )
        assert told(page) == ["1 Dig (complete)", "2 Walls"]

    def test_rows_of_a_table(self) -> None:
        page = """
            # P

            ## Phases

            | Phase | Status | Owner |
            |-------|--------|-------|
            | Dig   | ✅ Done | Team Quay |
            | Walls | In progress | Team Keel |
            | Roof  |        |       |
            """
        assert told(page) == ["Dig (complete)", "Walls (in-progress)", "Roof"]
        assert [phase.owner for phase in read(page).phases] == ["Team Quay", "Team Keel", None]

    def test_a_checklist_of_phases_by_name(self) -> None:
        page = "# P\n\n## Milestones\n\n- [x] **Phase 1: Dig** - the trench\n- [ ] **Phase 2: Walls**\n"
        assert told(page) == ["1 Dig (complete)", "2 Walls"]

    @pytest.mark.parametrize(
        "body",
        [
            "- [x] a\n- [ ] b\n",  # a short checklist is tasks
            "Some text.\n",
            "- quick\n- cheap\n",
            "### Overview\n\nText.\n\n### Risks\n\n- Rain\n",
        ],
    )
    def test_what_is_no_phase_there(self, body: str) -> None:
        assert read(f"# P\n\n## Phases\n\n{body}").phases == []

    @pytest.mark.parametrize("word", ["Step", "Schritt", "Paso", "Task"])
    def test_steps_right_below_a_heading_called_phases_stand_in_their_place(self, word: str) -> None:
        assert told(f"# P\n\n## Phases\n\n{units(word)}") == ["1 Part 1 (complete)", "2 Part 2", "3 Part 3"]
        assert read(f"# P\n\n## Rollback Plan\n\n{units(word)}").left_out == []

    @pytest.mark.parametrize(
        "word", ["Step", "Schritt", "Paso", "Шаг", "ステップ", "Tier", "Session", "Slice", "Batch"]
    )
    @pytest.mark.parametrize("above", ["", "## Order of work\n\n", "## Vorgehen\n\n"])
    def test_units_of_another_word_are_the_phases_of_a_page_without_any(self, word: str, above: str) -> None:
        assert told(f"# P\n\n{above}{units(word)}") == ["1 Part 1 (complete)", "2 Part 2", "3 Part 3"]

    @pytest.mark.parametrize(
        "page",
        [
            f"# P\n\n## Order of work\n\n{units('Task')}",  # tasks make no phase of themselves
            f"# P\n\n## Front\n\n{units('Step')}## Back\n\n{units('Step')}",  # which of them parts the work?
            f"# Ferry - Phase 2: Dock\n\n## Work\n\n{units('Step')}",  # a page that is itself a phase
            f"# P\n\n## Work\n\n{units('Step', '3.1', '3.2', '3.3')}",  # those of a third phase
        ],
    )
    def test_units_that_make_no_phases_are_left_out(self, page: str) -> None:
        plan = read(page)
        assert plan.phases == []
        assert {one.kind for one in plan.left_out} == {"step"}
        assert len(plan.left_out) == page.count("Part")

    @pytest.mark.parametrize(("step", "phase"), [("Step", "Phase"), ("Schritt", "Phase"), ("Шаг", "Этап")])
    def test_units_among_which_a_phase_stands_are_phases_too(self, step: str, phase: str) -> None:
        page = f"""
            # P

            ## Work

            ### {step} 1: Dig ✅

            ### {step} 2: Walls ✅

            ### {phase} 2: Windows ✅

            ### {step} 3: Roof
            """
        assert told(page) == ["1 Dig (complete)", "2 Walls (complete)", "2 Windows (complete)", "3 Roof"]

    def test_steps_behind_their_phases_a_level_too_high_are_left_out(self) -> None:
        page = """
            # P

            ## Phase 1: Dig

            ## Step 1: Peg

            ## Step 2: Spade

            ## Phase 2: Walls ✅

            ## Step 3: Bricks
            """
        assert told(page) == ["1 Dig", "2 Walls (complete)"]
        assert [(one.kind, one.text) for one in read(page).left_out] == [
            ("step", "Step 1: Peg"),
            ("step", "Step 2: Spade"),
            ("step", "Step 3: Bricks"),
        ]

    def test_a_list_of_phases_by_name_goes_before_headings_of_another_word(self) -> None:
        page = """
            # P

            ### Iteration 1 - first look

            - [x] look

            ### Iteration 2 - second look

            Text.

            ## Phasing

            - **Phase 0 — Dig. ✅ done.** The trench.
            - **Phase 1 — Walls.** In brick.
            - **Phase 2 — Roof.** In tiles.
            """
        plan = read(page)
        assert told(page) == ["0 Dig (complete)", "1 Walls", "2 Roof"]
        assert [(one.line, one.kind) for one in plan.left_out] == [(3, "phase"), (7, "phase")]

    def test_a_heading_called_phases_in_front_of_them_is_theirs(self) -> None:
        plan = read("# P\n\n## Phases\n\nTwo.\n\n## Phase 1: A\n\n- [x] a\n\n## Phase 2: B\n\n- [ ] b\n")
        assert (plan.phases_line, plan.sections["phases"]) == (3, 3)

    def test_a_roadmap_of_numbered_headings_that_each_state_how_they_stand(self) -> None:
        page = "# Roadmap\n\n## 1. Dig\n\nState: Done\n\n## 2. Walls\n\n- [ ] b\n"
        assert told(page) == ["1 Dig (complete)", "2 Walls"]

    @pytest.mark.parametrize(
        "above", ["Priorities after the launch: our priorities", "Prioritäten", "Prioridades", "优先级"]
    )
    def test_numbered_headings_below_one_called_priorities(self, above: str) -> None:
        page = f"# Roadmap\n\n## {above}\n\n### 0. Dig\n\nText.\n\n### 1. Walls\n\nText.\n\n### 2. Roof\n\nText.\n"
        assert told(page) == ["0 Dig", "1 Walls", "2 Roof"]
        assert told(page.replace("1. Walls", "Walls")) == []

    @pytest.mark.parametrize(
        ("first", "second", "number"),
        [
            ("v0.2 — Walls ✅", "v0.3 — Roof", "0.2"),
            ("Version 0.2: Walls (done)", "Version 0.3: Roof", "0.2"),
            ("Версия 0.2: Walls ✅", "Версия 0.3: Roof", "0.2"),
            ("v1.x - Walls ✅", "v2.x - Roof", "1.x"),
        ],
    )
    def test_versions_part_a_roadmap(self, first: str, second: str, number: str) -> None:
        page = f"# Kiln Roadmap\n\n## {first}\n\nText.\n\n## {second}\n\nText.\n"
        assert [(one.title, one.effective_state) for one in read(page).phases] == [
            ("Walls", "complete"),
            ("Roof", None),
        ]
        assert read(page).phases[0].number == number
        assert told(page.replace("Roadmap", "Notes")) == []
        assert told(page.replace("## ", "## Version History\n\n### ", 1).replace("\n## v", "\n### v")) == []

    def test_versions_without_a_title_are_called_by_their_names(self) -> None:
        plan = read("# Roadmap\n\n## V1\n\n- [ ] a\n\n## V2\n\n- [ ] b\n")
        assert [(one.number, one.title) for one in plan.phases] == [("1", "V1"), ("2", "V2")]
        assert read("# Plan\n\n## v2 model\n\n- [ ] a\n\n## v3 model\n\n- [ ] b\n").phases == []

    def test_years_part_a_roadmap(self) -> None:
        assert [one.number for one in read("# Roadmap\n\n## 2027\n\n- a\n\n## 2028\n\n- b\n").phases] == [
            "2027",
            "2028",
        ]

    @pytest.mark.parametrize(
        ("section", "header", "rows"),
        [
            ("Milestone Summary", "# | Name | Depends On", ("1 | Dig | -", "2 | Walls | 1")),
            ("6. Étapes de développement", "Étape | Objet | Statut", ("**1** | Dig | ", "**2b** | Walls | ")),
            ("How we go on", "Phase | Scope | Status", ("Phase 1 | Dig | ", "Phase 2 | Walls | ")),
            ("Fahrplan", "Meilenstein | Termin", ("Dig | Q3 2026", "Walls | Q4 2026")),
            ("进度", "阶段 | 状态", ("Dig | ", "Walls | ")),
        ],
    )
    def test_a_table_of_phases_counts_anywhere_where_no_heading_does(
        self, section: str, header: str, rows: tuple[str, str]
    ) -> None:
        rule = "|".join("---" for _ in header.split("|"))
        table = f"| {header} |\n|{rule}|\n| {rows[0]} |\n| {rows[1]} |\n"
        page = f"# P\n\n## {section}\n\n{table}"
        plan = read(page)
        assert [phase.title for phase in plan.phases] == ["Dig", "Walls"]
        assert plan.sections["phases"] == 3
        assert [phase.title for phase in read(f"{page}\n## Phase 7: Roof\n\n- [ ] a\n").phases] == ["Roof"]

    @pytest.mark.parametrize(
        "page",
        [
            "# P\n\n## Risks\n\n| Phase | Risk | Status |\n|---|---|---|\n| Dig | Rain | Open |\n| Walls | Frost | Open |\n",
            "# P\n\n## Coverage\n\n| Module | Status |\n|---|---|\n| Till | Done |\n| Oven | Open |\n",
            "# P\n\n## Bugs\n\n| ID | What | Status |\n|---|---|---|\n| WS-1 | Leak | Open |\n| WS-2 | Crack | Open |\n",
            "# P\n\n## Work\n\n| Phase | Task | Status |\n|---|---|---|\n| Dig | Peg | Open |\n| Dig | Spade | Open |\n",
            "# P\n\n## Words\n\n| Phase | Meaning |\n|---|---|\n| Dig | Earth |\n| Walls | Bricks |\n",
        ],
    )
    def test_a_table_of_something_else_is_none(self, page: str) -> None:
        assert read(page).phases == []

    @pytest.mark.parametrize(
        "heading", ["Phased Build Order", "Vorgehen in Phasen", "Travaux par phases", "分阶段实施"]
    )
    def test_a_numbered_list_below_a_heading_that_says_phased(self, heading: str) -> None:
        page = f"# P\n\n## {heading}\n\n1. **Dig** the trench.\n2. **Walls** - in brick.\n3. **Roof**\n"
        assert told(page) == ["1 Dig", "2 Walls", "3 Roof"]
        assert told(page.replace("**", "")) == []

    @pytest.mark.parametrize(
        "heading", ["Build Order", "Implementation Sequence", "Umsetzungsreihenfolge", "実装順序"]
    )
    def test_a_numbered_list_below_a_heading_that_says_order_is_reported(self, heading: str) -> None:
        plan = read(f"# P\n\n## {heading}\n\n1. **Dig** the trench.\n2. **Walls**\n3. **Roof**\n")
        assert (plan.phases, [(one.kind, one.text) for one in plan.left_out]) == ([], [("phase", heading)])

    def test_a_plan_of_numbered_sections_has_no_phases(self) -> None:
        assert read("# Plan\n\n## 1. Overview\n\nText.\n\n## 2. Tasks\n\n- [ ] b\n").phases == []

    @pytest.mark.parametrize(
        "headings",
        [
            ("Current Focus (v0.1 - Ground)", "Near Term (v0.2)", "Medium Term", "Long Term: a kiln for all"),
            ("Short-term", "Mid-term — walls", "Long-term", "Vision"),
            ("Kurzfristig (bis Mai)", "Mittelfristig", "Langfristig"),
        ],
    )
    def test_terms(self, headings: tuple[str, ...]) -> None:
        page = "# Roadmap\n\n" + "".join(f"## {one}\n\n- [ ] a\n\n" for one in headings)
        assert len(read(page).phases) == len(headings)

    def test_a_vision_beside_what_is_next_is_no_term(self) -> None:
        assert read("# Roadmap\n\n## Vision\n\nText.\n\n## Next\n\n- a\n").phases == []

    @pytest.mark.parametrize("above", ["Move Order", "Suggested order of work", "Umsetzungsreihenfolge"])
    def test_numbered_headings_below_one_that_tells_an_order(self, above: str) -> None:
        page = (
            f"# Plan\n\n## {above}\n\n### 1. Dig\n\nText.\n\n### 2. Walls\n\nText.\n\n### 3. Roof\n\nText.\n"
        )
        assert told(page) == ["1 Dig", "2 Walls", "3 Roof"]

    def test_now_next_and_later(self) -> None:
        page = "# Roadmap\n\n## Now\n\n- [ ] a\n\n## Next\n\n- [ ] b\n\n## Later\n\n- c\n"
        assert [phase.title for phase in read(page).phases] == ["Now", "Next", "Later"]


class TestElsewhere:
    """States of phases that other places of the page tell."""

    @pytest.mark.parametrize("word", ["Priority", "Priorité", "Приоритет"])
    def test_headings_of_a_roadmap_that_are_each_a_priority(self, word: str) -> None:
        def page(called: str, *titles: str) -> str:
            return f"# {called}\n\n" + "".join(
                f"## {word} {at}: {one}\n\nText.\n\n" for at, one in enumerate(titles, 1)
            )

        told = ["Dig", "Burn", "Paint"]
        assert [phase.title for phase in read(page("Roadmap", *told)).phases] == told
        assert read(page("Roadmap", "High", "Medium", "Low")).phases == []
        assert read(page("Answers", *told)).phases == []

    def test_a_state_in_the_bracket_of_an_item_is_no_title(self) -> None:
        page = "# P\n\n## Phases\n\n- **Phase 1 (BUILT)**: the pit\n- **Phase 2**: the roof\n"
        assert [(one.title, one.state) for one in read(page).phases] == [
            ("the pit", "complete"),
            ("the roof", None),
        ]

    @pytest.mark.parametrize("word", ["Phase", "Fas"])
    def test_a_table_whose_rows_are_called_phases_and_nothing_else(self, word: str) -> None:
        rows = "".join(f"| {word} {at} | dig {at} |\n" for at in (1, 2, 3))
        page = f"# P\n\n## Work\n\n| {word} | What we do |\n|---|---|\n{rows}"
        assert [(one.number, one.title) for one in read(page).phases] == [
            ("1", "dig 1"),
            ("2", "dig 2"),
            ("3", "dig 3"),
        ]

    def test_the_box_of_a_phase_that_is_ticked_off_states_it(self) -> None:
        page = "# P\n\n## Phases\n\n- [x] **Phase 1: Brick**\n- [ ] **Phase 2: Fire**\n\n### Phase 2: Fire\n\n- [ ] a\n"
        brick, fire = read(page).phases
        assert (brick.state, brick.state_from, fire.state) == ("complete", "heading", None)

    def test_a_checklist_that_names_them(self) -> None:
        page = """
            # P

            ## Progress

            - [x] **Phase 1: Brick**
            - [ ] **Phase 2: Fire**

            ## Phase 1: Brick

            Text.

            ## Phase 2: Fire

            Text.
            """
        plan = read(page)
        brick, fire = plan.phases
        assert (brick.state, brick.effective_state, brick.state_from) == ("complete", "complete", "elsewhere")
        assert brick.state_line == line_of(page, "[x]")
        assert fire.effective_state is None
        assert plan.progress.percent == 50

    @pytest.mark.parametrize("head", ["| Phase | Status |", "| Phase | Stand |", "| Was | Wie |"])
    def test_a_table_that_names_them(self, head: str) -> None:
        page = f"# P\n\n## Stand der Dinge\n\n{head}\n|---|---|\n| Phase 1 | ✅ Complete |\n| Phase 2 | In progress |\n\n## Phase 1: A\n\nText.\n\n## Phase 2: B\n\nText.\n"
        assert told(page) == ["1 A (complete)", "2 B (in-progress)"]

    def test_its_own_state_goes_first_and_the_difference_is_kept(self) -> None:
        page = "# P\n\n- [x] Phase 1: A\n\n## Phase 1: A\n\n**Status:** In progress\n\n## Phase 2: B\n\n- [ ] b\n"
        plan = read(page)
        assert (plan.phases[0].effective_state, plan.phases[0].state_from) == ("in-progress", "field")
        assert [(one.line, one.other_line) for one in plan.contradictions] == [(7, 3)]

    def test_the_heading_above(self) -> None:
        page = "# P\n\n## Completed Phases\n\n### Phase 1: A\n\nText.\n\n## In Progress\n\n### Phase 2: B\n\nText.\n"
        assert told(page) == ["1 A (complete)", "2 B (in-progress)"]

    def test_states_of_steps_make_their_phases(self) -> None:
        page = """
            # P

            ## Phase 1: A

            ### Step 1.1: a

            **Status:** ✅ Complete

            ### Step 1.2: b

            **Status:** Complete

            ## Phase 2: B

            ### Step 2.1: a

            **Status:** Done

            ### Step 2.2: b

            **Status:** Not started
            """
        plan = read(page)
        assert told(page) == ["1 A (complete)", "2 B (in-progress)"]
        assert [(phase.progress.percent, phase.progress.basis) for phase in plan.phases] == [
            (100, "steps"),
            (50, "steps"),
        ]
        assert plan.progress.percent == 75

    def test_the_phases_make_the_plans_state_where_it_states_none(self) -> None:
        plan = read("# P\n\n## Phase 1: A\n\n- [x] a\n\n## Phase 2: B\n\n- [ ] b\n")
        assert (plan.state, plan.effective_state, plan.state_from) == (None, "in-progress", "phases")


class TestAsPeopleWriteThem:
    """Spellings that were met in plans of many hands."""

    @pytest.mark.parametrize("above", ["8-Week Timeline", "How we go about it", "Ablauf"])
    def test_bold_lines_that_are_called_phases_are_the_phases_of_a_page_without_others(
        self, above: str
    ) -> None:
        page = f"# Plan\n\n## {above}\n\n**Phase 1: Dig** (Week 1)\n\n- a\n\n**Phase 2: Build** ✅\n\n- b\n"
        assert told(page) == ["1 Dig", "2 Build (complete)"]
        assert read(page).phases[0].duration == "Week 1"

    def test_a_list_of_remarks_on_phases_is_none(self) -> None:
        page = "# Plan\n\n## Success\n\n- **Phase 1 complete**: real quotes\n- **Phase 2 complete**: trades\n"
        assert read(page).phases == []

    def test_what_a_phase_aims_at_is_its_title_and_no_state(self) -> None:
        page = "# Plan\n\n## Phase 1: Dig\n\n- [ ] a\n\n## Phase 2: Production Ready 🎉\n\n- [ ] b\n"
        assert told(page) == ["1 Dig", "2 Production Ready"]

    def test_a_unit_of_another_word_is_no_neighbour_of_the_phases(self) -> None:
        page = "# Plan\n\n## Phase 1: Dig\n\n- [ ] a\n\n## Next sprint\n\n1. b\n\n## Final phase: Fire\n\n- [ ] c\n"
        assert [phase.title for phase in read(page).phases] == ["Dig", "Fire"]

    def test_a_phase_among_the_next_steps_is_named_once_more_and_reported(self) -> None:
        page = (
            "# Plan\n\n## Phase 1: Dig\n\n- [x] a\n\n## Phase 2: Set up the kiln\n\n- [ ] b\n\n"
            "## Next Steps\n\n### Phase 2: Set up the kiln (next), by hand\n\n- [ ] c\n"
        )
        assert numbers(page) == ["1", "2"]
        assert [one.line for one in read(page).left_out] == [line_of(page, "### Phase 2")]

    @pytest.mark.parametrize(
        "above", ["Execution", "4. Implementation", "Build order", "Execução", "Umsetzung", "执行"]
    )
    def test_a_numbered_list_that_tells_no_progress_is_reported(self, above: str) -> None:
        page = f"# Plan\n\n## {above}\n\n1. Dig.\n2. Build.\n3. Fire it.\n"
        assert [(one.line, one.text) for one in read(page).left_out] == [(5, above)]
        assert read(f"{page}\n- [ ] a task tells it\n").left_out == []

    @pytest.mark.parametrize("above", ["Notes", "Testing", "References", "Why"])
    def test_other_numbered_lists_are_not(self, above: str) -> None:
        assert read(f"# Plan\n\n## {above}\n\n1. Dig.\n2. Build.\n3. Fire it.\n").left_out == []

    def test_numbered_headings_with_work_are_reported(self) -> None:
        page = "# Plan\n\n## 🔴 Priority 1: Dig\n\n- [x] a\n\n## Priority 2: Burn\n\n- [ ] b\n\n## Priority 3\n\nLater.\n"
        assert [(one.line, one.kind) for one in read(page).left_out] == [
            (3, "phase"),
            (7, "phase"),
            (11, "phase"),
        ]
        assert read(page.replace("- [x] a", "a")).left_out == []

    def test_a_table_of_numbered_rows_is_reported_where_nothing_else_tells_progress(self) -> None:
        rows = "".join(f"| {number} | part |\n" for number in (1, 2, 3))
        page = f"# Plan\n\n## Twelve questions\n\n| # | Question |\n|---|---|\n{rows}"
        assert [one.line for one in read(page).left_out] == [5]

    @pytest.mark.parametrize("inner", ["#### Month 1: a", "#### Phase 1: a", "Text."])
    def test_headings_that_call_themselves_phases_by_name_are_phases(self, inner: str) -> None:
        page = f"# Plan\n\n## Discovery Phase\n\n- [x] a\n\n## Launch Phase (Q3 2026)\n\n{inner}\n\n- [ ] b\n"
        assert [phase.title for phase in read(page).phases] == ["Discovery Phase", "Launch Phase"]

    @pytest.mark.parametrize(
        "other",
        [
            "## Current Phase\n\na\n\n## Next Phase\n\nb\n",
            "## Phase 1: Dig\n\n- [ ] a\n\n## Audit Phase\n\nb\n\n## Trial Phase\n",
        ],
    )
    def test_but_not_what_is_said_of_the_present_one_nor_beside_numbered_ones(self, other: str) -> None:
        assert [phase.title for phase in read(f"# Plan\n\n{other}").phases] in (
            [],
            ["Dig"],
            ["Dig", "Audit Phase", "Trial Phase"],
        )

    def test_headings_below_one_that_tells_something_by_phase_are_phases(self) -> None:
        page = "# Plan\n\n## Estimates by phase\n\n### Dig (1 week)\n\n- a\n\n### Build\n\n- b\n\n### Fire\n\n- c\n"
        assert [phase.title for phase in read(page).phases] == ["Dig", "Build", "Fire"]

    def test_what_completes_a_phase_is_about_it(self) -> None:
        page = (
            "# Plan\n\n## The path\n\n**Phase 1: Dig**\n- a\n\n**Phase 2: Build**\n- b\n\n## Metrics\n\n"
            "### Phase 1 Complete When:\n\n- [x] a\n\n### Phase 2 Complete When:\n\n- [ ] b\n"
        )
        assert [phase.title for phase in read(page).phases] == ["Dig", "Build"]

    def test_shares_of_traffic_are_a_title_and_no_state(self) -> None:
        page = "# Plan\n\n## Phase 1: 10%\n\n- a\n\n## Phase 2 — 25% / 50% / 100% (24 h each)\n\n- b\n"
        assert [(phase.title, phase.state) for phase in read(page).phases][1] == (
            "25% / 50% / 100% (24 h each)",
            None,
        )

    def test_a_month_in_front_of_a_phase_is_when_it_is(self) -> None:
        page = "# Plan\n\n## Phase 1: Dig\n\n- a\n\n## Later\n\n### Month 5-6: Walls (Phase 2)\n\n- b\n\n### Month 7: Roof (Phase 3)\n\n- c\n"
        assert numbers(page) == ["1", "2", "3"]

    def test_rows_that_carry_their_state_at_their_code_are_phases(self) -> None:
        page = "# Plan\n\n## Meilensteinplan\n\n| M | Inhalt |\n|---|---|\n| **M0** ✅ | Setup |\n| **M1** 🟡 | Core |\n"
        assert [phase.title for phase in read(page).phases] == ["Setup", "Core"]

    def test_a_bold_line_may_have_a_clock_behind_it(self) -> None:
        page = "# Plan\n\n## Approach\n\n**Phase 1: Dig** ⏱️ Duration: 1 day\n- a\n\n**Phase 2: Build** ⏱️ 2 days\n- b\n"
        assert [phase.title for phase in read(page).phases] == ["Dig", "Build"]

    @pytest.mark.parametrize(
        "word", ["Palier", "Golf", "Tappa", "Etapp", "Vaihe", "Oleada", "Ondata", "Bauabschnitt", "שלב"]
    )
    def test_further_languages_number_phases(self, word: str) -> None:
        assert numbers(f"# P\n\n## {word} 1: Dig\n\n- [ ] a\n\n## {word} 2: Build\n\n- [ ] b\n") == ["1", "2"]

    def test_stages_of_a_release_part_a_release_plan(self) -> None:
        page = """
            # Release Plan

            ## Release Goals

            ### Alpha 0.1.0 (Week 4)

            - [ ] a

            ### Release Candidate 1.0.0-rc.1 (Week 11)

            - [ ] b

            ### General Availability 1.0.0

            - [ ] c
            """
        assert [phase.title for phase in read(page).phases] == [
            "Alpha 0.1.0",
            "Release Candidate 1.0.0-rc.1",
            "General Availability 1.0.0",
        ]

    def test_bold_phases_over_tasks_go_before_a_list_of_milestones(self) -> None:
        page = """
            # Plan

            ## Milestones

            - M1 (date): draft ready
            - M2 (date): launch

            ## To do

            **Phase 0 - Dig**
            - [ ] a

            **Phase 1 - Build** *(see the drawing)*
            - [ ] b

            **Phase 2 - Fire**
            - [ ] c
            """
        plan = read(page)
        assert [phase.number for phase in plan.phases] == ["0", "1", "2"]
        assert [one.line for one in plan.left_out] == [line_of(page, "- M1"), line_of(page, "- M2")]

    def test_the_phase_that_the_page_is_of_is_a_remark_in_brackets(self) -> None:
        page = "# Risks - Phase 7\n\n## Roof (Phase 7)\n\n- [ ] a\n\n## Walls (Phase 7)\n\n- [ ] b\n"
        assert numbers(page) == []

    def test_a_mark_of_its_own_in_front_of_each_phase_decorates(self) -> None:
        page = (
            "# P\n\n## ✅ Phase 1: Dig\n\n- a\n\n## 🎨 Phase 2: Build\n\n- b\n\n## 🚀 Phase 3: Fire\n\n- c\n"
        )
        assert [phase.state for phase in read(page).phases] == [None, None, None]
        assert [phase.state for phase in read(page.replace("🎨", "🚀")).phases] == ["complete", None, None]

    def test_milestones_may_be_called_by_versions(self) -> None:
        page = "# Milestones\n\n## Milestone: `V0.1.0`\n\n- [x] a\n\n## Milestone: `V1.0.0`\n\n- [ ] b\n"
        assert numbers(page) == ["0.1.0", "1.0.0"]

    @pytest.mark.parametrize(("title", "count"), [("Roadmap", 3), ("Feuille de route", 3), ("Plan", 0)])
    def test_a_roadmap_that_counts_all_its_headings_has_them_for_phases(self, title: str, count: int) -> None:
        page = f"# {title}\n\n## 1. Wireframes\n\nDraw.\n\n## 2. Bricks\n\nLay.\n\n## 3. Kiln\n\nFire.\n"
        assert len(numbers(page)) == count
        assert numbers(page + "\n## Notes\n\nNone.\n") == []

    def test_a_table_of_phases_may_tell_only_their_period(self) -> None:
        page = "# P\n\n## Initiatives\n\n| Period | Stage | Work |\n|---|---|---|\n| Q3 2025 | MVP | a |\n| Q1 2026 | Beta | b |\n"
        assert [phase.title for phase in read(page).phases] == ["MVP", "Beta"]


class TestNothingIsLostSilently:
    @staticmethod
    def left_out(page: str) -> list[str]:
        return [one.text for one in read(page).left_out if one.kind == "phase"]

    def test_headings_that_an_unknown_word_numbers_are_left_out_with_what_to_add(self) -> None:
        page = "# P\n\n## Kval 0: Dig\n\nA pit.\n\n## Kval 1: Build\n\nWalls.\n\n## Kval 2: Fire\n\nBricks.\n"
        assert self.left_out(page) == ["Kval 0: Dig", "Kval 1: Build", "Kval 2: Fire"]
        assert "add 'kval' to 'vocabulary', under 'phases'" in read(page).left_out[0].reason
        assert read(page, vocabulary={"phases": {"stage": ["kval"]}}).left_out == []

    def test_even_beside_phases_if_they_are_more(self) -> None:
        kvals = "".join(f"### Kval {number}: a\n\nb\n\n" for number in (1, 2, 3))
        assert len(self.left_out(f"# P\n\n## Work\n\n{kvals}## Phase 1: Dig\n\n- [ ] a\n")) == 3
        phases = "".join(f"## Phase {number}: a\n\n- [ ] b\n\n" for number in (1, 2, 3))
        assert self.left_out(f"# P\n\n## Work\n\n{kvals}{phases}") == []

    @pytest.mark.parametrize(
        "word", ["Option", "Figure", "Question", "Risk", "Anforderung", "Scénario", "Step"]
    )
    def test_but_not_what_is_counted_for_another_reason(self, word: str) -> None:
        page = "".join(f"### {word} {number}: a\n\nb\n\n" for number in (1, 2, 3))
        assert not [one for one in self.left_out(f"# P\n\n## Work\n\n{page}") if "vocabulary" in one]

    def test_bold_phases_over_tasks_beside_others(self) -> None:
        page = """
            # P

            ## Milestone 1: Draft

            - [ ] a

            ## Milestone 2: Launch

            - [ ] b

            ## To do

            **Phase 7: Dig**
            - [ ] c

            **Phase 8: Build**
            - [ ] d
            """
        assert self.left_out(page) == ["Phase 7: Dig", "Phase 8: Build"]

    def test_a_table_of_milestones_in_which_none_is_named(self) -> None:
        rows = "| When | What |\n|---|---|\n| Tuesday | dig |\n| Wednesday | build |\n| Thursday | fire |\n"
        assert self.left_out(f"# P\n\n## Milestone plan\n\n{rows}") == ["Milestone plan"]

    def test_a_numbered_list_below_an_implementation_plan(self) -> None:
        page = "# P\n\n## 8. 实施计划\n\n1. 分析：a\n2. 搭建：b\n3. 测试：c\n"
        assert self.left_out(page) == ["8. 实施计划"]

    def test_headings_that_a_fence_which_is_not_closed_makes_code(self) -> None:
        page = "# P\n\n## Phase 1: Dig\n\n- [x] a\n\n```yaml\na: b\n```\n\n```\n\n## Phase 2: Pour\n\n- [ ] b\n\n## Phase 3: Fire\n"
        assert self.left_out(page) == ["## Phase 2: Pour", "## Phase 3: Fire"]
        assert read(page).left_out[0].line == line_of(page, "Phase 2")
        assert self.left_out(page.replace("```\n\n## Phase 2", "```markdown\n\n## Phase 2")) == []
        assert self.left_out(f"{page}\n```\n") == []

    def test_a_numbered_timeline_beside_tasks(self) -> None:
        page = "# P\n\n## Modules\n\n- [ ] a\n\n## Timeline\n\n1. Dig\n2. Pour (next)\n3. Fire\n"
        assert self.left_out(page) == ["Timeline"]

    def test_a_table_of_milestones_that_tells_nothing_else(self) -> None:
        rows = "| Milestone | What |\n|---|---|\n| Dig | a |\n| Pour | b |\n| Fire | c |\n"
        assert self.left_out(f"# P\n\n## Order\n\n{rows}") == ["Milestone"]

    def test_headings_that_a_markdown_reader_shows_as_text(self) -> None:
        """Python-Markdown shows the first for a heading, and code hosts do not."""
        page = "# P\n\n##Phase 1: Dig\n\n- [x] a\n\n~~## Phase 2: Old~~\n\n**## Step 3: Fire**\n\n```\n##Phase 4: Code\n```\n\n##Other\n"
        assert [(one.kind, one.line, one.reason.partition(": ")[2]) for one in read(page).left_out] == [
            ("phase", 3, "write '## Phase 1: Dig'"),
            ("phase", 7, "write '## ~~Phase 2: Old~~'"),
            ("step", 9, "write '## Step 3: Fire'"),
        ]

    @pytest.mark.parametrize("unit", ["PR Track {}", "S{}", "Kval UI-{}"])
    def test_tracks_and_codes_that_count_the_parts_of_the_work(self, unit: str) -> None:
        page = "".join(f"## {unit.format(number)} - Dig\n\nA pit.\n\n" for number in (1, 2, 3))
        assert len(self.left_out(f"# P\n\n{page}")) == 3


class TestOfFreshPlans:
    def test_the_state_of_a_listed_phase_may_open_what_is_said_of_it(self) -> None:
        page = "# P\n\n## Milestones\n\n- **Phase 0 — Dig.** ✅ Done. The pit, with (some) words.\n- **Phase 1 — Build.** 🚧 In progress. Walls.\n- **Phase 2 — Fire.** Bricks are done in it.\n"
        assert [phase.state for phase in read(page).phases] == ["complete", "in-progress", None]

    def test_where_most_items_of_a_list_carry_a_number_those_are_the_phases(self) -> None:
        page = "# P\n\n## Milestones\n\n- **Phase 0 — Dig.** a\n- **Phase 1 — Build.** b\n- **Deferred:** c\n"
        assert numbers(page) == ["0", "1"]

    def test_versions_below_different_headings_part_one_roadmap(self) -> None:
        page = "# Milestones\n\n## Version 0.3.0 - Dig ✅\n\na\n\n## Next\n\n### Version 0.4.0 - Build\n\n- [ ] b\n\n### Version 1.0.0 - Fire\n\n- [ ] c\n"
        assert numbers(page) == ["0.3.0", "0.4.0", "1.0.0"]

    def test_stages_of_a_release_need_no_number(self) -> None:
        page = "# Rollout plan\n\n## Alpha (target: 2025-11-15)\n\n- a\n\n## Beta\n\n- b\n\n## GA\n\n- c\n\n## Governance\n\n- d\n"
        assert [phase.title for phase in read(page).phases] == ["Alpha", "Beta", "GA"]

    def test_what_graduates_has_stages_on_any_page(self):
        page = "# Kiln gates\n\n### {}\n\n#### Alpha\n\n- a\n\n#### Beta -> GA\n\n- [x] b\n\n#### Deprecation\n\n- c\n"
        graduates = read(page.format("Graduation Criteria"))
        assert [phase.title for phase in graduates.phases] == ["Alpha", "Beta -> GA"]
        assert read(page.format("Greek letters")).phases == []

    def test_brackets_that_overlap_say_when_something_is_wanted(self) -> None:
        page = "# P\n\n## Research\n\n### Basics (Phase 1)\n\n- [ ] a\n\n### More (Phase 1-2)\n\n- [ ] b\n\n### Most (Phase 2+)\n\n- [ ] c\n"
        assert numbers(page) == []
        assert (
            len(numbers(page.replace("(Phase 1-2)", "(Phase 2)").replace("(Phase 2+)", "(Phases 3-5)"))) == 3
        )

    def test_a_heading_of_the_word_alone_is_no_phase_beside_them(self) -> None:
        assert numbers("# P\n\n## Phase\n\n## Phase 1: Dig\n\n- [ ] a\n\n## Phase 2: Build\n") == ["1", "2"]


class TestSortedByState:
    """Headings such as *Completed* and *Planned* part one way through the work."""

    def test_what_is_planned_may_be_counted_in_time_and_what_is_done_in_phases(self) -> None:
        page = """
            # Roadmap

            ## Done ✅

            ### Phase 1: Dig (Q1 2031)

            - a pit

            ### Phase 2: Build

            - walls

            ## In progress 🚧

            ### Q3 2031

            - a roof

            ## Planned

            ### Q4 2031

            - a kiln
            """
        assert told(page) == [
            "1 Dig (complete)",
            "2 Build (complete)",
            "Q3 2031 Q3 2031 (in-progress)",
            "Q4 2031 Q4 2031 (pending)",
        ]
        assert "phases" not in read(page).sections

    def test_lists_of_phases_below_them_are_one_list(self) -> None:
        page = """
            # Moving the kiln

            ## Next: Phase 3 - Build

            1. Lay bricks.

            ## Tracking

            ### Completed phases

            - ✅ Phase 1: Dig
            - ✅ Phase 2: Drain

            ### Current phase

            - Phase 3: Build

            ### Upcoming phases

            - ⏳ Phase 4: Fire
            """
        assert told(page) == [
            "1 Dig (complete)",
            "2 Drain (complete)",
            "3 Build (in-progress)",
            "4 Fire (pending)",
        ]
        assert read(page).sections["phases"] == line_of(page, "Tracking")
        assert "names the phases" in read(page).left_out[0].reason
        worked = page.replace("1. Lay bricks.", "- [ ] Lay bricks.")
        assert numbers(worked) == ["3"], "a heading over tasks is where they are"


class TestListsOfPhasesByName:
    """Three or more items that are each called *Phase N* are the phases of a page without others."""

    @pytest.mark.parametrize("above", ["Milestones and timeline", "How we go about it", "Ablauf"])
    @pytest.mark.parametrize("word", ["Phase", "Etappe", "Stage"])
    def test_in_any_one_section(self, above: str, word: str) -> None:
        items = "".join(
            f"- {word} {number} — {title}\n  - more\n"
            for number, title in enumerate(("Dig (done)", "Build", "Fire"))
        )
        page = f"# P\n\n## Parts\n\n### 1) Clay\n\n- a\n\n### 2) Sand\n\n- b\n\n## {above}\n{items}"
        assert told(page) == ["0 Dig (complete)", "1 Build", "2 Fire"]
        assert read(page).sections["phases"] == line_of(page, f"## {above}")

    def test_the_list_that_says_more_goes_before_a_summary(self) -> None:
        summary = "".join(f"- フェーズ{number}: 窯\n" for number in (1, 2, 3))
        full = "".join(f"- [PH-{number}] フェーズ{number}（窯{number}）\n  - 煉瓦\n" for number in (1, 2, 3))
        plan = read(f"# 目的\n\n窯\n\n# 要旨\n\n{summary}\n# 計画\n\n{full}")
        assert [(phase.number, phase.title) for phase in plan.phases] == [
            ("1", "窯1"),
            ("2", "窯2"),
            ("3", "窯3"),
        ]

    @pytest.mark.parametrize("item", ["Week {}: dig", "Module {}: the till", "Milestone {}: a gala"])
    def test_words_that_number_other_things_too_are_none(self, item: str) -> None:
        items = "".join(f"- {item.format(number)}\n" for number in (1, 2, 3))
        assert numbers(f"# P\n\n## How we go about it\n\n{items}") == []

    def test_nor_is_a_list_within_a_unit_of_the_work(self) -> None:
        items = "".join(f"- Phase {number}: a\n" for number in (1, 2, 3))
        page = f"# Roadmap\n\n## Plan 1 — Dig ✅ specified\n\n{items}\n## Plan 2 — Build ✅ implemented\n\nb\n\n## Plan 3 — Fire\n\nc\n"
        assert told(page) == ["1 Dig (pending)", "2 Build (complete)", "3 Fire"]


class TestLinesAlone:
    """Lines that are each called *Phase N*, with a list under each, need no bold words."""

    def test_they_are_the_phases_of_a_page_without_others(self) -> None:
        page = """
            Title: Kiln

            Overview
            - A kiln.

            Phase 1: Dig (Weeks 1-3)
            - [x] a pit
            - Week 1: by hand

            Phase 2 – Walls
            - [ ] bricks
            """
        assert told(page) == ["1 Dig (complete)", "2 Walls"]
        assert read(page).phases[0].duration == "Weeks 1-3"

    def test_below_a_heading_called_phases_they_need_no_title(self) -> None:
        page = "# P\n\n## Implementation Phases\nPhase 1 (MVP)\n- a\n\nPhase 2\n- b\n"
        assert [(one.number, one.title) for one in read(page).phases] == [("1", "MVP"), ("2", "Phase 2")]

    @pytest.mark.parametrize(
        "line", ["Phase {}: the pit is dug, and nobody fell into it.", "Phase {} is the longest"]
    )
    def test_prose_is_none(self, line: str) -> None:
        assert numbers("# P\n\n" + "".join(f"{line.format(at)}\n\n- a\n\n" for at in (1, 2, 3))) == []

    @pytest.mark.parametrize("line", ["Week {}:", "**Month {}: Dig**", "**Sprint {}**"])
    def test_a_timetable_is_of_phases_where_nothing_else_parts_the_work(self, line: str) -> None:
        weeks = "## 90-Day Plan\n\n" + "".join(f"{line.format(at)}\n\n- a\n\n" for at in (1, 2, 3))
        assert numbers(f"# P\n\n{weeks}") == ["1", "2", "3"]
        others = read(f"# P\n\n## Phase 1: Warm up\n\n- [ ] b\n\n## Phase 2: Measure\n\n- [ ] c\n\n{weeks}")
        assert [phase.title for phase in others.phases] == ["Warm up", "Measure"]
        assert numbers(f"# P\n\n{weeks.replace('- a', '')}") == []


class TestTablesOfPhases:
    def test_several_milestones_of_a_phase_are_rows_of_their_own(self) -> None:
        rows = "| Phase A | Survey | Complete |\n| Phase B | Pit | Ongoing |\n| Phase B | Drain | pit + 3 months |\n"
        page = f"# P\n\n## Schedule\n\n| Phase | Milestone | Target |\n|---|---|---|\n{rows}"
        assert told(page) == ["A Survey (complete)", "B Pit (in-progress)", "B Drain"]
        assert numbers(page.replace("Milestone", "Task")) == []

    def test_a_column_of_states_needs_no_header_that_is_known(self) -> None:
        rows = "| 1 | **Pit** — dug by hand | ✅ Done |\n| 2a | **Walls** — of brick | when it is dry |\n"
        page = f"# P\n\n## Kiln roadmap\n\n| Stage | Work | Outlook |\n|---|---|---|\n{rows}"
        assert [(one.number, one.state) for one in read(page).phases] == [("1", "complete"), ("2a", None)]
        assert numbers(page.replace("✅ Done", "at once")) == []

    def test_plain_numbers_will_do_below_a_heading_called_phases(self) -> None:
        rows = "| 1 | **Pit** — dug by hand | ✅ Done |\n| 2 | **Walls** | 🔧 Bricks exist |\n"
        page = f"# P\n\n## Milestones\n\n| # | Goal | Status |\n|---|---|---|\n{rows}"
        assert [(one.number, one.state) for one in read(page).phases] == [("1", "complete"), ("2", None)]
        assert numbers(page.replace("Milestones", "Achievements")) == []

    def test_several_tables_of_the_same_kind_go_on(self) -> None:
        head = "| Phase | Deliverable | Effort | Status |\n|---|---|---|---|\n"
        page = (
            f"# P\n\n## Path A\n\n{head}| A1 | Pit | 1 week | Done |\n| A2 | Drain | 2 weeks | Open |\n\n"
            f"## Path B\n\n{head}| B1 | Walls | 1 week | Done |\n| B2 | Roof | 1 week | Open |\n\n"
        )
        assert told(page) == [
            "A1 Pit (complete)",
            "A2 Drain (pending)",
            "B1 Walls (complete)",
            "B2 Roof (pending)",
        ]
        again = f"## Again\n\n{head}| A1 | Pit | 3 days | Done |\n| A2 | Drain | 3 days | Open |\n"
        assert len(numbers(page + again)) == 4


class TestOfActionPlans:
    def test_one_that_counts_all_its_headings_has_them_for_phases(self) -> None:
        page = "".join(
            f"## {at}. {title}\n\nIn words.\n\n" for at, title in enumerate(("Dig", "Build", "Fire"), 1)
        )
        order = "## 4. Suggested order of work\n\n1. Dig\n"
        assert told(f"# Kiln action plan\n\n{page}{order}") == ["1 Dig", "2 Build", "3 Fire"]
        assert numbers(f"# Kiln plan\n\n{page}{order}") == []

    def test_identifiers_with_a_letter_and_two_numbers_are_steps(self) -> None:
        page = "# P\n\n## PHASE 1 — DIG *(Weeks 2-5)*\n\n### P1-1 · Pit *(2 days)*\n\na\n\n### P1-2 · Drain\n\nb\n"
        assert [step.number for step in read(page).phases[0].steps] == ["P1-1", "P1-2"]

    def test_a_number_with_a_letter_in_front_of_a_dash_is_a_step(self) -> None:
        page = "# P\n\n## Fase 5: Graven\n\n### 5A — De kuil\n\na\n\n### 5B — De muur\n\nb\n"
        assert [step.number for step in read(page).phases[0].steps] == ["5A", "5B"]

    @pytest.mark.parametrize(
        "lead", ["🔴 **CRITICAL - ", "**HIGH PRIORITY - ", "[P1] ", "Kritisch: ", "Prioridad alta - "]
    )
    def test_a_priority_may_be_in_front_of_a_phase(self, lead: str) -> None:
        end = "**" if "**" in lead else ""
        page = f"# P\n\n## Missing features\n\n### {lead}Phase 1: Dig{end} (Weeks 1-3)\n\n- [ ] a\n\n### Phase 2: Build\n\nb\n"
        assert told(page) == ["1 Dig", "2 Build"]
        assert numbers("# P\n\n## Work\n\n### Notes - Phase 1: Dig\n\n- [ ] a\n") == []

    def test_numbered_headings_over_tasks_in_bullets_are_phases_of_a_plan(self) -> None:
        titles = ("0. Dig", "1. Walls", "1A. Drain and quality gate", "2. Fire")
        page = "".join(f"## {title}\n\n### Tasks\n\n- one\n- two\n\n" for title in titles)
        assert numbers(f"# Kiln plan\n\n{page}## 3. A second kiln\n\nOne day.\n") == [
            "0",
            "1",
            "1A",
            "2",
            "3",
        ]
        assert numbers(f"# Kiln plan\n\n{page.replace('### Tasks', '### Thoughts')}") == []

    def test_main_headings_with_identifiers_are_those_of_a_page_called_so(self) -> None:
        page = "".join(
            f"## KL-00{at} {title}\n\nIn words.\n\n" for at, title in enumerate(("Dig", "Build", "Fire"))
        )
        assert told(f"# Kiln workstreams\n\n{page}") == ["KL-000 Dig", "KL-001 Build", "KL-002 Fire"]
        assert numbers(f"# Kiln tickets\n\n{page}") == []

    def test_a_numbered_list_below_a_timeline_whose_items_state_how_far_they_are(self) -> None:
        page = "# P\n\n## Timeline\n\n1. Dig (Completed)\n2. Build (Completed)\n3. Drain (in progress)\n4. The rest (by hand)\n"
        assert told(page) == [
            "1 Dig (complete)",
            "2 Build (complete)",
            "3 Drain (in-progress)",
            "4 The rest (by hand)",
        ]
        assert numbers(page.replace("(Completed)", "(in May)")) == []

    def test_a_state_of_a_unit_may_be_in_front(self) -> None:
        page = (
            "# P\n\n## Phase 1: Dig ✅\n\n- a\n\n## Completed Sprint: Drain\n\nb\n\n## Completed: Phases 2-3 — Walls\n\nc\n\n"
            "## Next Sprint: Phase 4 — Fire\n\n- [ ] d\n\n## Looking back\n\n### Completed (Phases 1-3) ✅\n\n- e\n"
        )
        assert told(page) == [
            "1 Dig (complete)",
            "Drain (complete)",
            "2-3 Walls (complete)",
            "4 Fire (pending)",
        ]

    def test_what_is_done_in_a_phase_may_be_followed_by_weeks(self) -> None:
        page = (
            "# P\n\n## Current state\n\n### ✅ COMPLETED (Phase 1 - Pit)\n\n- [x] dug\n\n## Roadmap\n\n### Week 1-2: Walls\n\na\n\n"
            "### Week 3: Fire\n\nb\n\n## At once\n\n### Day 1: Bricks\n\nc\n\n### Day 2: Mortar\n\nd\n\n### Day 3: Rest\n\ne\n"
        )
        assert numbers(page) == ["1", "1-2", "3"]

    def test_steps_of_something_else_yield_to_lines_below_a_heading_called_phases(self) -> None:
        pipeline = "".join(
            f"### Phase {at}: {what}\n\n```\ncode\n```\n\n"
            for at, what in enumerate(("Mix", "Dry", "Burn"), 1)
        )
        lines = "".join(
            f"**Phase {at}: {what} (2 weeks)**\n- a\n\n"
            for at, what in enumerate(("Trial", "Kiln", "Sale"), 1)
        )
        assert told(f"# P\n\n## Architecture\n\n{pipeline}## Phasing\n\n{lines}") == [
            "1 Trial",
            "2 Kiln",
            "3 Sale",
        ]
        same = lines.replace("Trial", "Mix").replace("Kiln", "Dry").replace("Sale", "Burn")
        assert all(
            phase.heading for phase in read(f"# P\n\n## Work\n\n{pipeline}## Phasing\n\n{same}").phases
        )

    def test_a_heading_over_phases_that_it_names_in_brackets_is_none(self) -> None:
        page = "# P\n\n## 2. The work (Phase 1)\n\n- [ ] a\n\n## 3. The future (Phases 2 & 3)\n\n### Phase 2: Build\n\nb\n\n### Phase 3: Fire\n\nc\n"
        assert told(page) == ["1 The work", "2 Build", "3 Fire"]

    def test_steps_that_tell_neither_work_nor_how_long_it_takes_are_instructions(self) -> None:
        page = "# P\n\n## How to move\n\n" + "".join(
            f"### Step {at}: Lift\n\nIn words.\n\n" for at in (1, 2, 3)
        )
        assert numbers(page) == []
        assert [one.kind for one in read(page).left_out] == ["step", "step", "step"]
        assert numbers(page.replace("Lift", "Lift (2 hours)")) == ["1", "2", "3"]

    def test_headings_below_one_called_phases_may_have_identifiers(self) -> None:
        page = "# P\n\n## Releases\n\n### R1 — Dig\n\na\n\n### R2 — Build\n\nb\n"
        assert told(page) == ["R1 Dig", "R2 Build"]

    def test_chapters_of_a_roadmap_are_none(self) -> None:
        titles = (
            "Vision",
            "What it can do",
            "Blueprint",
            "How to fire",
            "A sample",
            "References",
            "Next steps",
        )
        page = "".join(f"## {at}. {title}\n\nIn words.\n\n" for at, title in enumerate(titles, 1))
        assert numbers(f"# Kiln roadmap\n\n{page}") == []

    def test_a_stage_of_the_release_may_stand_for_the_first_phase(self) -> None:
        page = "# P\n\n## Priorities of features\n\n### MVP (must have)\n\n1. ✅ a\n\n### Phase 2\n\n1. b\n\n### Phase 3\n\n1. c\n"
        assert told(page) == ["MVP (must have)", "2 Phase 2", "3 Phase 3"]
        assert len(numbers(page)) == 3

    def test_what_is_to_be_completed_is_not_complete(self) -> None:
        page = "# P\n\n## Phase 1: Dig (measure + complete)\n\n- [ ] a\n\n## Phase F1B — Roof (later)\n\nb\n"
        assert [(one.number, one.state) for one in read(page).phases] == [("1", None), ("F1B", "pending")]

    @pytest.mark.parametrize(
        "terms",
        [
            "短期（1-2个月） 中期 长期",
            "Corto-plazo Medio-plazo Largo-plazo",
            "Краткосрочные Среднесрочные Долгосрочные",
        ],
    )
    def test_terms_in_further_languages(self, terms: str) -> None:
        page = "# 路线图\n\n## 5. 实施\n\n" + "".join(f"### {one}\n\n- a\n\n" for one in terms.split())
        assert len(numbers(page)) == 3

    @pytest.mark.parametrize("lead", ["三、", "十二. ", "IV. ", "C) "])
    def test_a_section_number_of_any_kind_may_be_in_front(self, lead: str) -> None:
        assert numbers(f"# P\n\n## {lead}Phase 1：Dig\n\n- [ ] a\n\n## {lead}Phase 2：Build\n\nb\n") == [
            "1",
            "2",
        ]

    def test_units_go_on_by_letters_and_open_ends(self) -> None:
        page = "".join(f"### Session {number} — Dig\n\na\n\n" for number in ("0A", "0", "1", "2", "3+"))
        assert numbers(f"# P\n\n## Work\n\n{page}") == ["0A", "0", "1", "2", "3+"]

    def test_a_remark_in_brackets_may_be_behind_a_mark(self) -> None:
        page = "# P\n\n## Phase 1: Dig ✅ (LAST)\n\n- [ ] a\n"
        assert [(one.title, one.state) for one in read(page).phases] == [("Dig", "complete")]

    def test_a_tier_of_things_is_no_step(self) -> None:
        page = "# P\n\n## Strategy\n\n### Phase 1: Dig\n\n#### Tier 0 pits (without walls)\n\na\n\n#### Tier 1 pits\n\nb\n"
        assert read(page).phases == []


def test_headings_of_the_first_level_are_phases_where_no_other_heading_is():
    plan = read(
        """
        # Sprints of the mill
        # Team
        Four of us.
        # Sprint 1: Wheel
        ## Goal
        - [x] turn
        # Sprint 2: Stones
        - [ ] grind
        """
    )
    assert [(one.number, one.title, one.line, one.end_line) for one in plan.phases] == [
        ("1", "Wheel", 4, 6),
        ("2", "Stones", 7, 9),
    ]
    assert (plan.title, plan.progress.percent, plan.left_out) == ("Sprints of the mill", 50, [])


def test_beside_lower_ones_headings_of_the_first_level_are_left_out():
    plan = read("# Mill\n# Phase 9: Later\n## Phase 1: Wheel\n- [x] turn\n## Phase 2: Stones\n- [ ] grind\n")
    assert [one.number for one in plan.phases] == ["1", "2"]
    assert [one.line for one in plan.left_out] == [2]


class TestWhatIsAroundThem:
    """Chapters, steps and tables around phases, or in their place."""

    def test_parts_of_a_document_one_of_which_has_the_phases_are_chapters(self) -> None:
        plan = read(
            "# Mill\n\n## Part I: Why\n\nWater.\n\n## Part II: Work\n\n### Phase 1: Wheel\n\na\n\n"
            "### Phase 2: Stones\n\nb\n\n## Part III: Risks\n\n- Flood\n"
        )
        assert [(one.part, one.number, one.title) for one in plan.phases] == [
            ("", "1", "Wheel"),
            ("", "2", "Stones"),
        ]
        assert ([one.title for one in plan.risks], plan.left_out) == (["Flood"], [])
        assert plan.sections == {"phases": 7, "risks": 17}

    def test_a_part_that_has_work_of_its_own_is_no_chapter(self) -> None:
        page = "# Mill\n\n## Part 1: Wheel\n\n- [ ] turn\n\n## Part 2: Stones\n\n### Phase 1: Quarry\n\na\n\n### Phase 2: Lay\n\nb\n"
        assert told(page) == ["[Part 2: Stones] 1 Quarry", "[Part 2: Stones] 2 Lay"]
        assert [one.line for one in read(page).left_out] == [3]

    def test_steps_one_of_which_has_the_phases_are_the_units_of_the_page(self) -> None:
        steps = "".join(f"## Step {number}: Part {number}\n\na\n\n" for number in range(1, 5))
        page = f"# Mill\n\n{steps}### Phase 1: Quarry\n\na\n\n### Phase 2: Lay\n\nb\n"
        assert told(page) == ["1 Part 1", "2 Part 2", "3 Part 3", "4 Part 4"]

    def test_a_table_of_steps_says_how_far_they_are(self) -> None:
        steps = "".join(f"## Step {number}: Part {number}\n\na\n\n" for number in range(1, 4))
        table = "| Step | What | Status |\n|---|---|---|\n| 1 | a | ✅ Done |\n| 2 | b | In progress |\n| 3 | c | |\n"
        assert told(f"# Mill\n\n{table}\n{steps}") == [
            "1 Part 1 (complete)",
            "2 Part 2 (in-progress)",
            "3 Part 3",
        ]

    def test_tables_of_milestones_below_several_headings_are_one(self) -> None:
        head = "| Milestone | Target Week | Exit |\n|---|---|---|\n"
        page = (
            f"# Mill\n\n## Milestones\n\n{head}| M1 – Wheel | Week 2 | a |\n| M2 – Stones | Week 4 | b |\n\n"
            f"## Later Milestones\n\n{head}| M3 – Roof | Week 8 | c |\n"
            "| M4 – Door | Week 9 | d |\n"
        )
        assert numbers(page) == ["M1", "M2", "M3", "M4"]
        left = read(page).left_out
        assert [one.text for one in left] == ["Week 2", "Week 4", "Week 8", "Week 9"]  # each once

    def test_a_phase_behind_its_weeks_keeps_its_own_number(self) -> None:
        page = "# Mill\n\n## Weeks 1-3: Phase 0A - Wheel\n\n- [ ] a\n\n## Weeks 4-6: Phase 0B - Stones\n\n- [ ] b\n"
        assert [(one.number, one.title, one.duration) for one in read(page).phases] == [
            ("0A", "Wheel", "Weeks 1-3"),
            ("0B", "Stones", "Weeks 4-6"),
        ]

    def test_what_is_counted_below_an_implementation_plan_is_its_phases(self) -> None:
        page = "# Mill\n\n## Implementation plan\n\n### 1. Wheel\n\na\n\n### 2. Stones\n\nb\n\n### 3. Roof\n\nc\n"
        assert told(page) == ["1 Wheel", "2 Stones", "3 Roof"]

    def test_implementation_steps_go_before_a_timetable_in_weeks(self) -> None:
        steps = "".join(f"### Step {number}: Part {number}\n\na\n\n" for number in range(1, 4))
        weeks = "".join(f"### Week {number}: Post {number}\n\n- b\n\n" for number in range(1, 5))
        page = f"# Mill\n\n## Implementation Steps\n\n{steps}## First Calendar\n\n{weeks}"
        assert told(page) == ["1 Part 1", "2 Part 2", "3 Part 3"]
        assert [one.reason for one in read(page).left_out] == [
            "it divides the work once more, beside Step 1 and its like"
        ] * 4

    def test_pull_requests_are_units_of_work(self) -> None:
        page = "".join(f"### PR #{number} — Part {number}\n\na\n\n" for number in range(1, 4))
        assert told(f"# Mill\n\n## PR slate\n\n{page}") == ["1 Part 1", "2 Part 2", "3 Part 3"]

    def test_a_version_behind_a_code_and_optional_in_front_are_no_part_of_it(self) -> None:
        page = "# Mill\n\n## M1 / v0.2: Wheel\n\n- [ ] a\n\n## (Optional) Milestone 2: Stones\n\n- [ ] b\n"
        assert [one.number for one in read(page).phases] == ["M1", "2"]

    def test_steps_of_a_lettered_phase_are_its_steps(self) -> None:
        page = "# Mill\n\n## Phase 3a: Wheel\n\n### 3a.1 Turn\n\na\n\n### 3a.2 Oil\n\nb\n"
        (phase,) = read(page).phases
        assert [one.title for one in phase.steps] == ["Turn", "Oil"]

    def test_horizons_may_share_a_noun(self) -> None:
        page = "# Mill\n\n## 2. Short-Term Repairs (0-30 days)\n\na\n\n## 3. Long-Term Repairs (90+ days)\n\nb\n\n## 4. Owners\n\nc\n"
        assert [one.line for one in read(page).phases] == [3, 7]

    def test_coded_items_below_a_heading_called_milestones_are_phases(self) -> None:
        page = "# Mill\n\n## Milestone outline\n\n- [x] M1: Wheel\n- [ ] M2: Stones\n  - [ ] Lay\n- [ ] M3: Roof\n"
        assert told(page) == ["M1 Wheel (complete)", "M2 Stones", "M3 Roof"]

    def test_units_in_a_chapter_of_a_roadmap_go_before_its_chapters(self) -> None:
        units = "".join(f"### PR-{letter}: Part {letter}\n\na\n\n" for letter in "ABC")
        page = f"# Mill Roadmap\n\n## 1) Kinds\n\na\n\n## 2) Plan of pulls\n\n{units}## 3) Order\n\nb\n"
        assert told(page) == ["A Part A", "B Part B", "C Part C"]

    def test_milestones_called_by_their_version_are_numbered_by_it(self) -> None:
        page = (
            "# Mill\n\n## Milestones\n\n### ✅ v0.1.0 - Wheel (2027-01-02)\n\na\n\n### v0.2.0 - Stones\n\nb\n"
        )
        assert told(page) == ["0.1.0 Wheel (complete)", "0.2.0 Stones"]

    def test_what_is_struck_through_and_done_is_done(self) -> None:
        page = "# Mill\n\n## ~~Phase 1: Wheel - done~~\n\n- [x] a\n\n## Phase 2: Stones\n\n- [ ] b\n"
        assert [one.state for one in read(page).phases] == ["complete", None]

    def test_phases_go_before_parts_that_are_numbered_alike(self) -> None:
        part = "".join(f"## Part {number}: Kind {number}\n\nLong words.\n\n- [ ] a\n\n" for number in (1, 2))
        page = (
            f"# Mill\n\n{part}## Order\n\n### Phase 1: Wheel\n\n- [ ] b\n\n### Phase 2: Stones\n\n- [ ] c\n"
        )
        assert [one.line for one in read(page).phases] == [17, 21]

    LISTED = "# P\n\n## Phases\n\n<details>\n<summary>First release</summary>\n\n- [x] Phase 1: Dig (2/2 plans)\n- [x] Phase 2: Pour (1/1 plans)\n\n</details>\n\n- [ ] **Phase 3: Walls** - of brick\n- [ ] **Phase 4: Roof** - of slate\n\n"
    DETAILS = "## Phase Details\n\n### Phase 3: Walls\n\nof brick\n\n### Phase 4: Roof\n\nof slate\n"

    def test_phases_ticked_off_below_phases_count_beside_those_with_a_heading(self) -> None:
        """Else a roadmap of which half is done would be planned, at 0 %."""
        page = self.LISTED + self.DETAILS
        assert told(page) == ["1 Dig (complete)", "2 Pour (complete)", "3 Walls", "4 Roof"]
        assert read(page).progress.percent == 50

    def test_a_list_elsewhere_or_of_other_phases_adds_none(self) -> None:
        elsewhere = self.LISTED.replace("## Phases", "## Looking back") + self.DETAILS
        others = self.LISTED.replace("Phase", "Stage") + self.DETAILS
        assert [numbers(elsewhere), numbers(others)] == [["3", "4"], ["3", "4"]]

    def test_a_code_that_the_headings_below_go_on_from_is_a_phase(self) -> None:
        """Whatever the language, and whatever the number in front of it counts."""
        page = "# 计划\n\n## 1. 概述\n\na\n\n" + "".join(
            f"## {at + 2}. S{at} — 修复\n\n### S{at}-1: 甲\n\na\n\n### S{at}-2: 乙\n\nb\n\n"
            for at in range(3)
        )
        assert told(page) == ["S0 修复", "S1 修复", "S2 修复"]
        assert [len(phase.steps) for phase in read(page).phases] == [2, 2, 2]

    def test_lettered_tasks_are_the_phases_of_a_page_whose_main_headings_they_are(self) -> None:
        page = "# Rollout plan\n\n## Shared facts\n\na\n\n" + "".join(
            f"## Task {letter} — Port {letter}\n\n1. dig\n\n" for letter in "ABC"
        )
        assert numbers(page) == ["A", "B", "C"]
        assert numbers(page.replace("## Shared", "## Work").replace("## Task", "### Task")) == []
        counted = page.replace("Task A", "Task 1").replace("Task B", "Task 2").replace("Task C", "Task 3")
        assert numbers(counted) == []

    def test_numbers_in_or_beside_a_column_of_phases_are_enough(self) -> None:
        """Marks may be behind the number, and a heading over the table may say how far all are."""
        milestones = "# P\n\n## Milestones\n\n| # | Milestone | Delivers |\n|---|---|---|\n| 01 | [Dig](dig.md) ✅ | pit |\n| 02 ✅ | Pour | base |\n| 03 | Walls | house |\n\n- **M03 comes early.** a\n- **M02 can wait.** b\n"
        assert told(milestones) == ["01 Dig (complete)", "02 Pour (complete)", "03 Walls"]
        stages = "# P\n\n## 5. Order\n\n| Phase | Tasks | Test |\n|---|---|---|\n| **0 · Dig** | T1 | a |\n| **1 · Pour** ⭐ | T2 | b |\n| **2 · Walls** | T3 | c |\n"
        assert told(stages) == ["0 Dig", "1 Pour", "2 Walls"]
        rows = "| # | Sprint | PR |\n|---|---|---|\n| {} | Dig {} | #1 |\n| {} | Pour {} | #2 |\n| {} | Fire {} | #3 |\n\n"
        sprints = f"# P\n\n## Sprints terminés\n\n{rows.format(*'aabbcc')}## Sprints planifiés\n\n{rows.format(*'ddeeff')}"
        for letter, number in zip("abcdef", "123456", strict=True):
            sprints = sprints.replace(f"| {letter} |", f"| {number} |")
        assert told(sprints)[:3] == ["1 Dig a (complete)", "2 Pour b (complete)", "3 Fire c (complete)"]
        assert len(told(sprints)) == 6

    def test_sentences_beside_numbers_say_what_is_to_be_reached(self) -> None:
        rows = "| # | Milestone |\n|---|---|\n| 1 | The pit is dug. |\n| 2 | The base is poured. |\n| 3 | It stands. |\n"
        assert numbers(f"# P\n\n## Order\n\n{rows}") == []

    def test_a_heading_right_below_may_say_how_far_a_phase_is(self) -> None:
        page = "# P\n\n## Phase 1: Dig\n\n### ✅ Done\n\na\n\n## Phase 2: Pour\n\nb\n\n### Done\n\nc\n"
        assert told(page) == ["1 Dig (complete)", "2 Pour"]

    def test_tracks_are_phases_where_nothing_else_is(self) -> None:
        page = "# Roadmap\n\n## Track A — Dig\n\na\n\n## Track B — Pour\n\nb\n"
        assert told(page) == ["A Dig", "B Pour"]

    def test_a_numbered_list_of_work_whose_items_hold_lists_is_of_phases(self) -> None:
        items = "".join(
            f"{at}. **{name}:**\n   - a\n   - b\n" for at, name in enumerate(["Dig", "Pour", "Fire"], 1)
        )
        assert told(f"# P\n\n## Steps\n\n{items}") == ["1 Dig", "2 Pour", "3 Fire"]

    def test_a_column_of_numbers_called_phase_numbers_the_next_one(self) -> None:
        rows = "".join(f"| {at} | Move part {at} | It reads |\n" for at in (1, 2, 3))
        page = f"# P\n\n## Publication sequence\n\n| Phase | Pull request | Gate |\n|---|---|---|\n{rows}"
        assert told(page) == ["1 Move part 1", "2 Move part 2", "3 Move part 3"]

    def test_neighbours_of_a_roadmap_that_each_have_a_status_are_phases(self) -> None:
        work = [("Fence", "Done"), ("1. Gate", "In progress"), ("1b. Lock", "Planned")]
        page = "# Roadmap\n\n## Next targets\n\n" + "".join(f"### {a}\n\nStatus: {b}\n\n" for a, b in work)
        assert told(page) == ["Fence (complete)", "1 Gate (in-progress)", "1b Lock (pending)"]
        assert told(page.replace("Status: Done", "Soon")) == []

    def test_titles_of_ideographs_that_share_a_latin_word_are_two(self) -> None:
        """Each part of the plan numbers its own."""
        parts = ["### 階段一：API 服務層改進\n\n- [ ] a\n\n", "### 階段一：API 標準化\n\n- [ ] b\n\n"]
        page = f"# 計畫\n\n## 前端\n\n{parts[0]}### 階段二：樣式\n\n- [ ] c\n\n## 後端\n\n{parts[1]}"
        assert len(read(page).phases) == 3

    def test_a_line_right_below_may_say_how_far_a_phase_is(self) -> None:
        page = "# Roadmap\n\n## Milestone 1 — Dig\n\nCompleted\n\n- a\n\n## Milestone 2 — Pour\n\nThe base is completed.\n"
        assert told(page) == ["1 Dig (complete)", "2 Pour"]

    def test_milestones_elsewhere_have_the_numbers_of_the_phases(self) -> None:
        phases = "".join(f"### Phase {at}: Part\n\n- [ ] a\n\n" for at in (1, 2, 3))
        ends = "".join(f"### Milestone M{at}: Part stands\n\nEnd of phase {at}.\n\n" for at in (1, 2, 3))
        assert numbers(f"# P\n\n## Work\n\n{phases}## Milestones\n\n{ends}") == ["1", "2", "3"]

    def test_the_word_of_a_phase_without_a_number_may_stand_first(self) -> None:
        page = "# P\n\n## Fase 1: Dig\n\n- [x] a\n\n## Fase 2: Pour\n\n- [ ] b\n\n## Fase final: Roof\n\n- [ ] c\n"
        assert told(page) == ["1 Dig (complete)", "2 Pour", "Roof"]

    def test_headings_that_count_behind_one_called_stages_are_those(self) -> None:
        page = "# P\n\n## Migration Stages\n\n## 1) Snapshot\n\na\n\n## 2) Mapping\n\nb\n\n## Appendix\n\nc\n"
        assert told(page) == ["1 Snapshot", "2 Mapping"]

    def test_weeks_in_a_bracket_do_not_number_a_row(self) -> None:
        rows = "".join(f"| {at} (weeks {2 * at - 1}–{2 * at}) | Part {at} | a |\n" for at in (1, 2, 3))
        page = f"# P\n\n## Roadmap\n\n| Sprint | Focus | Deliverables |\n|---|---|---|\n{rows}"
        assert numbers(page) == ["1", "2", "3"]

    def test_bold_phases_may_count_their_steps_through(self) -> None:
        """A list that begins with 3 can't interrupt a paragraph, so these are its lines."""
        page = "## Plan: Kiln\n\n**Phase 1: Dig**\n1. a\n2. b\n\n**Phase 2: Pour**\n3. c\n4. d\n\n**Phase 3: Fire**\n5. e\n"
        assert told(page) == ["1 Dig", "2 Pour", "3 Fire"]

    def test_a_title_in_quotes_may_follow_a_code(self) -> None:
        page = "# План\n\n## 1. M0 «Подготовка»\n\n- [ ] a\n\n## 2. M1 «Споры»\n\n- [ ] b\n"
        assert numbers(page) == ["M0", "M1"]

    def test_bare_workstreams_elsewhere_are_no_phases_beside_phases(self) -> None:
        """Those with work of their own are, or a plan would be at 100 % without it."""
        phases = "".join(f"### Phase {at}: Part\n\n- [x] a\n\n" for at in (1, 2))
        streams = "".join(f"### Workstream {at}: Team\n\nb\n\n" for at in "AB")
        page = f"# P\n\n## Delivery\n\n{phases}## Teams\n\n{streams}"
        assert numbers(page) == ["1", "2"]
        assert read(page.replace("\n\nb\n", "\n\n- [ ] b\n")).progress.percent == 50

    def test_milestones_with_work_of_their_own_count_beside_phases(self) -> None:
        built = "".join(f"### M{at}: Part\n\n- [ ] a\n\n" for at in (1, 2))
        opened = "".join(f"### Phase {at}: Part {at}\n\n- [x] a\n\n" for at in (1, 2))
        assert read(f"# P\n\n## Build\n\n{built}## Opening\n\n{opened}").progress.percent == 50

    @pytest.mark.parametrize(
        "below",
        [
            "### Completed\n\n- [x] a\n\n### Remaining\n\n- [ ] b\n",
            "### Done\n\n- a\n\n### To do\n\n- b\n",
            "- [ ] a\n\n### Done\n\n- b\n",
            "Completed:\n\n- a\n\nRemaining:\n\n- b\n",
            "Completed\n\n- a\n\nPending\n\n- b\n",
            "### Planning\n\na\n\n### Execution\n\nb\n",
        ],
    )
    def test_headings_that_sort_what_is_below_state_nothing_of_the_phase(self, below: str) -> None:
        assert read(f"# P\n\n## Phase 1: Dig\n\n{below}\n## Phase 2: Pour\n\nc\n").phases[0].state is None

    @pytest.mark.parametrize("heading", ["About this roadmap", "Beyond the roadmap", "Updating the roadmap"])
    def test_what_speaks_of_the_roadmap_is_none(self, heading: str) -> None:
        page = f"# P\n\n## {heading}\n\n- **Owner**: Ann\n- **Review**: monthly\n\n## Phases\n\n### Dig\n\n- [x] a\n\n### Pour\n\n- [ ] b\n"
        assert told(page) == ["Dig (complete)", "Pour"]

    @pytest.mark.parametrize(
        "heading", ["Release notes: how", "Release owners: the team", "R1: Vendor slips"]
    )
    def test_what_only_begins_like_a_neighbour_is_no_phase(self, heading: str) -> None:
        page = f"# P\n\n## Release 1: A\n\n- [x] a\n\n## Release 2: B\n\n- [x] b\n\n## {heading}\n\nText.\n"
        assert numbers(page) == ["1", "2"]
        coded = page.replace("Release 1", "M1").replace("Release 2", "M2")
        assert numbers(coded) == ["M1", "M2"]

    def test_boxes_that_begin_with_a_time_are_no_phases(self) -> None:
        boxes = "- [x] Phase 1: Dig\n- [x] Phase 2: Pour\n- [ ] Week 3 demo day\n- [ ] Sprint 4 planning\n"
        phases = "## Phase 1: Dig\n\n- [x] a\n\n## Phase 2: Pour\n\n- [x] b\n"
        assert numbers(f"# P\n\n## Roadmap\n\n{boxes}\n{phases}") == ["1", "2"]

    @pytest.mark.parametrize("heading", ["Phase plan", "Work plan"])
    def test_a_plan_of_phases_is_no_state_of_them(self, heading: str) -> None:
        page = f"# P\n\n## {heading}\n\n### Phase 1: Dig\n\n- [x] a\n\n### Phase 2: Pour\n\n- [ ] b\n"
        assert told(page) == ["1 Dig (complete)", "2 Pour"]

    def test_a_table_of_modules_with_states_is_no_table_of_phases(self) -> None:
        rows = "| Dig | ✅ Complete |\n| Pour | 🟡 In Progress |\n| Fire | ⏳ Pending |\n"
        assert numbers(f"# P\n\n### Module comparison\n\n| Module | Status |\n|---|---|\n{rows}") == []

    def test_codes_beside_those_of_milestones_are_phases(self) -> None:
        heads = "".join(f"### {code}. Part {code}\n\n- [ ] a\n\n" for code in ("M0", "M1", "R1"))
        assert numbers(f"# P\n\n## Roadmap\n\n{heads}") == ["M0", "M1", "R1"]

    def test_a_plan_without_a_title_counts_its_main_headings(self) -> None:
        page = "".join(f"### {at}. {name}\n\na\n\n" for at, name in enumerate(["Draw", "Dig", "Pour"], 1))
        assert told(page) == ["1 Draw", "2 Dig", "3 Pour"]

    def test_a_roadmap_of_a_kind_is_called_so(self) -> None:
        items = "1. **Dig**\n   - a\n2. **Pour**\n   - b\n"
        assert numbers(f"# P\n\n## 4. Technical Roadmap\n\n{items}") == ["1", "2"]
        assert numbers(f"# P\n\n## Roadmap Governance\n\n{items}") == []

    def test_a_column_of_roman_numbers_counts(self) -> None:
        rows = (
            "| **I** | **Dig** | 1 week |\n| **II** | **Pour** | 2 weeks |\n| **III** | **Fire** | 1 week |\n"
        )
        page = f"# P\n\n## Phased Roadmap\n\n| Phase | Name | Duration |\n|---|---|---|\n{rows}"
        assert told(page) == ["I Dig", "II Pour", "III Fire"]

    def test_rows_with_dates_or_all_called_phase_are_phases(self) -> None:
        dated = "| Phase | What | When it is |\n|---|---|---|\n| Wheel | a | 2.1.2027 - 9.1.2027 |\n| Stones | b | 10.1.2027 |\n| Roof | c | 20.1.2027 |\n"
        assert told(f"# Mill\n\n## Times\n\n{dated}") == ["Wheel", "Stones", "Roof"]
        named = "| Phase | Iteration |\n|---|---|\n| 1. | Phase 1 - Wheel |\n| 2. | Phase 2 - Stones |\n| 3. | Phase 3 - Roof |\n"
        assert told(f"# Mill\n\n## Method\n\n{named}") == ["1 Wheel", "2 Stones", "3 Roof"]


PHASES_TICKED = """
    # Plan: shed

    ## Phases

    - [x] 00 Ground
    - [x] 01 Walls
    - [~] 02 Roof
    - [ ] 03 Paint

    ## Phase 2 preflight (ready)

    - Beams are there.
    """


def test_a_checklist_below_phases_alone_is_phases_that_state_by_their_boxes():
    plan = read(PHASES_TICKED)

    assert [(phase.number, phase.title, phase.state, phase.state_from) for phase in plan.phases] == [
        ("0", "Ground", "complete", "heading"),
        ("1", "Walls", "complete", "heading"),
        ("2", "Roof", "in-progress", "heading"),
        ("3", "Paint", None, None),
    ]
    assert [(one.line, one.reason) for one in plan.left_out] == [
        (line_of(PHASES_TICKED, "preflight"), "the list at line 5 names the phases")
    ]


@pytest.mark.parametrize("heading", ["Roadmap", "Milestones", "Phase 1 tasks", "Phase checklist"])
def test_a_checklist_below_another_heading_is_tasks(heading):
    assert numbers(f"# P\n\n## {heading}\n\n- [x] 00 Ground\n- [ ] 01 Walls\n- [ ] 02 Roof\n") == []


def test_one_more_phase_between_two():
    page = "# P\n\n## PHASE 7 - Dig\n\n- [ ] a\n\n## PHASE 7bis - Drain\n\n- [ ] b\n\n## Phase 8-ter: Go\n\n- [ ] c\n"
    assert numbers(page) == ["7", "7bis", "8-ter"]


HIDDEN = """
    # P

    ## Phase 1: Dig

    - [ ] a

    ````
    text
    ```

    ## Phase {}: Pour

    ````

    ## Phase 3: Build

    - [ ] b
    """


@pytest.mark.parametrize(("number", "left"), [("2", [11]), ("1", []), ("9", [])])
def test_a_phase_that_a_fence_hides_between_two_is_left_out(number: str, left: list[int]):
    assert [one.line for one in read(HIDDEN.format(number)).left_out if one.kind == "phase"] == left


@pytest.mark.parametrize(("heading", "found"), [("Milestones", ["M1", "R1", "M2"]), ("Work", ["M1", "M2"])])
def test_another_code_among_milestones_is_one_where_they_are_called_so(heading, found):
    page = "### M1: Dig\n\n- [ ] a\n\n### R1: Survey\n\nText.\n\n### M2: Pour\n\n- [ ] b\n"
    assert numbers(f"# P\n\n## {heading}\n\n{page}") == found


def test_a_lone_phase_without_work_in_an_appendix_is_left_out():
    page = "# P\n\n## Work\n\n### Phase 1: Dig\n\nText.\n\n### Phase 2: Pour\n\nText.\n\n## Appendix C: Figures\n\n### Phase 0, as measured\n\nText.\n"
    assert numbers(page) == ["1", "2"]
    assert [one.reason for one in read(page).left_out] == ["it reads like a remark about a phase"]
    assert numbers(page.replace("measured\n\nText.", "measured\n\n- [x] a")) == ["1", "2", "0"]


def test_numbers_at_the_beginning_of_items_that_do_not_count_are_their_words():
    assert told("# P\n\n## Milestones\n\n1. 3 kilns\n2. 5 roofs\n3. 7 walls\n") == [
        "1 3 kilns",
        "2 5 roofs",
        "3 7 walls",
    ]


def test_a_part_that_is_complete_does_not_take_back_what_the_heading_says():
    page = "# P\n\n## Phase 1: Clay ✅\n\n**Status:** {}\n\n## Phase 2: Kiln\n\n- [ ] a\n"
    states = [read(page.format(said)).phases[0].state for said in ("Research analysis done", "Not started")]
    assert states == ["complete", "pending"]


@pytest.mark.parametrize("said", ["status: done", "Status: ✅ done, by hand"])
def test_a_bracket_may_name_the_state_that_it_holds(said):
    found = told(f"# P\n\n## Phase 1 - Dig ({said})\n\n## Phase 2 - Pour\n\n- [ ] a\n")
    assert found[0] == "1 Dig (complete)"


HORIZONS = """
    # P

    ## 30-Day Roadmap (cleaning up)

    ### Week 1-2: Dig

    - a

    ### Week 2-3: Pour

    - b

    ## 1-Year Roadmap (growing)

    ### Q1: Walls

    - c

    ### Q2: Roof

    - d
    """


def test_weeks_and_quarters_below_roadmaps_side_by_side_are_phases_together():
    assert numbers(HORIZONS) == ["1-2", "2-3", "Q1", "Q2"]
    assert numbers(HORIZONS.replace("30-Day Roadmap", "Timetable")) == ["Q1", "Q2"]


def test_a_neighbour_with_a_time_beside_phases_with_times():
    page = "# P\n\n## Pilot Phase (Weeks 1-4)\n\na\n\n## Canary Phase (Weeks 5-8)\n\nb\n\n## Full rollout ({})\n\nc\n\n## Success Metrics\n\nd\n"
    assert len(read(page.format("Weeks 9-16")).phases) == 3
    assert len(read(page.format("all of it")).phases) == 2


ROWS_OF_MILESTONES = """
    # P

    ## {}

    | Milestone | {} |
    |---|---|
    | M0 - Dig | {} |
    | M1 - Pour | {} |
    | M2 - Build | {} |

    ## Work

    ### v1.0 Needs

    - [ ] a

    ### v1.1 Wishes

    - [ ] b
    """


def test_rows_called_milestones_with_titles_are_phases():
    page = ROWS_OF_MILESTONES.format("Release milestones", "Exit", "dug", "dry", "stands")
    assert told(page) == ["M0 Dig", "M1 Pour", "M2 Build"]


def test_the_title_of_a_milestone_is_no_time():
    rows = "| M1 | 2026-02-23 ~ 2026-03-08 | Dig |\n| M2 | 2026-03-09 ~ 2026-03-22 | Pour |\n| M3 | 2026-03-23 ~ 2026-03-29 | Build |\n"
    found = read(f"# P\n\n| Milestone | Dates | Goal |\n|---|---|---|\n{rows}").phases
    assert [(one.number, one.title, one.start) for one in found][:2] == [
        ("M1", "Dig", "2026-02-23"),
        ("M2", "Pour", "2026-03-09"),
    ]


def test_a_table_of_phases_below_the_current_status():
    rows = "| Phase | Scope | Status |\n|---|---|---|\n| 0 | Dig | ✅ **done** |\n| 1 | Pour | open |\n"
    assert told(f"# P\n\n## Current status\n\n{rows}") == ["0 Dig (complete)", "1 Pour (pending)"]


def test_a_phase_that_stands_twice_side_by_side_is_left_out_with_a_word():
    page = "# P\n\n## Sprint 1 - Dig\n\n- a\n- b\n\n## Sprint 2 - Pour\n\n- c\n\n## Sprint 2 - Pour\n\n- d\n"
    plan = read(page)
    assert (len(plan.phases), [one.text for one in plan.left_out]) == (2, ["Sprint 2 - Pour"])


def test_numbers_in_front_of_items_that_a_dash_parts():
    page = "# P\n\n## Phases\n\n- [x] 0. Dig\n- [x] 1. Pour - by hand\n- [ ] 2. Build\n"
    assert told(page) == ["0 Dig (complete)", "1 Pour (complete)", "2 Build"]


def test_bold_phases_with_a_text_behind_each():
    page = "# P\n\n## How\n\n**Phase 1 — Dig.** The trench,\nto the quay.\n\n**Phase 2 — Pour.** The base.\n\n**Phase 3 — Build.** The shed.\n"
    assert told(page) == ["1 Dig", "2 Pour", "3 Build"]


SIZES = """
    # P

    ## {}

    ### QW1 · Oil the gate

    - [x] a

    ## Medium effort

    ### M1 · Fence

    - [ ] b

    ### M2 · Shed

    - [ ] c
    """


def test_codes_that_begin_as_the_headings_above_sort_by_size():
    assert numbers(SIZES.format("Quick wins")) == []
    assert numbers(SIZES.format("Now")) == ["M1", "M2"]


def test_headings_about_phases_are_these_where_nothing_else_is():
    page = "# P\n\n## Phase 1 Tasks\n\n- [x] a\n\n## Phase 2 Tasks\n\n- [ ] b\n"
    assert told(page) == ["1 Tasks (complete)", "2 Tasks"]
    assert told(f"{page}\n## Phase 1: Dig\n\n- [ ] c\n\n## Phase 2: Pour\n\n- [ ] d\n") == ["1 Dig", "2 Pour"]
    assert numbers(page.replace("# P\n", "# P\n\n## Success criteria\n").replace("## Ph", "### Ph")) == []


def test_of_several_series_the_one_that_is_called_a_sequence_is_that_of_the_work():
    tiers = "".join(f"### Tier {at}: kind {at}\n\n- a\n\n" for at in (1, 2, 3))
    requests = "".join(f"### PR {at} - Part {at}\n\n- b\n\n" for at in (1, 2, 3))
    assert told(f"# P\n\n## Kinds\n\n{tiers}## Extraction sequence\n\n{requests}") == [
        "1 Part 1",
        "2 Part 2",
        "3 Part 3",
    ]
    assert numbers(f"# P\n\n## Kinds\n\n{tiers}## Extraction\n\n{requests}") == []


def test_bold_phases_in_one_of_several_workstreams():
    bold = "".join(f"**Phase {at} - Part {at}**\n\n- a\n\n" for at in (0, 1, 2))
    page = f"# P\n\n### Workstream A: Ground\n\n- b\n\n### Workstream B: Walls\n\n- c\n\n### Workstream C: Path\n\n{bold}"
    assert numbers(page) == ["0", "1", "2"]
    assert [one.reason for one in read(page).left_out][:1] == ["the list at line 13 names the phases"]


def test_numbered_rows_of_steps_below_what_is_called_phases():
    rows = "".join(f"| {at} | Part {at} | file {at} |\n" for at in range(4))
    page = f"# P\n\n## {{}}\n\n| Step | What | Where |\n|---|---|---|\n{rows}"
    assert numbers(page.format("Implementation phases")) == ["0", "1", "2", "3"]
    assert numbers(page.format("Installation")) == []


def test_a_table_of_versions_that_tells_no_progress_is_left_out_with_a_word():
    rows = (
        "| Version | Theme |\n|---|---|\n| **2.1.1** | Dig |\n| **2.2.0** | Pour |\n| **3.0.0** | Build |\n"
    )
    assert [one.line for one in read(f"# Roadmap\n\n## Version structure\n\n{rows}").left_out] == [5]


def test_a_range_that_others_cover_and_that_has_a_text_is_left_out_with_a_word():
    months = "".join(f"### Month {at}: Part\n\n- a\n\n" for at in ("1", "2", "3"))
    page = f"# P\n\n## Roadmap\n\n{months}## Marketing\n\n### Month 2-3: Scale\n\n- b\n- c\n"
    assert [one.text for one in read(page).left_out] == ["Month 2-3: Scale"]


@pytest.mark.parametrize(
    ("header", "row", "shown"),
    [
        ("Milestone | Due | Status", "M1 | 2026-01-01 | Done", ("M1", "", "complete")),
        ("Phase | Duration | Status", "1 | 2 weeks | Done", ("1", "", "complete")),
        (
            "Phase | Start | End | Status | Goal",
            "1 | 2026-01-01 | 2026-02-01 | Done | Dig",
            ("1", "Dig", "complete"),
        ),
        (
            "Phase | Date | Owner | Status | Scope",
            "1 | 2026-01-01 | Ann | Done | Dig",
            ("1", "Dig", "complete"),
        ),
        ("Points | Team | Phase | Status", "13 | Kiln | Dig | Done", ("", "Dig", "complete")),
    ],
)
def test_which_column_of_a_table_names_a_phase(header: str, row: str, shown: tuple[str, str, str]):
    other = row.replace("M1", "M2").replace("1 |", "2 |", 1).replace("Dig", "Pour").replace("Done", "Open")
    rule = "|".join(["---"] * (header.count("|") + 1))
    phases = read(f"# Plan\n\n## Milestones\n\n| {header} |\n|{rule}|\n| {row} |\n| {other} |\n").phases
    number, title, state = shown
    named = phases[0].title if title else ""
    assert (len(phases), phases[0].number, named, phases[0].state) == (2, number, title, state)


def test_a_later_phase_below_next_steps_counts():
    page = "# P\n\n## Phases\n\n### Phase 1: Count ✅\n\nText.\n\n### Phase 2: Copy ✅\n\nText.\n\n## Next steps\n\n### Phase 3: Cut over\n\n- Tell all\n"
    assert told(page) == ["1 Count (complete)", "2 Copy (complete)", "3 Cut over"]


@pytest.mark.parametrize("said", ["UI done, backend missing", "Core complete, 40 % of tests failing"])
def test_a_statement_that_says_what_is_missing_goes_before_the_mark(said: str):
    plan = read(f"# P\n\n## Phase 1: Clay ✅\n\n- [x] a\n\n## Phase 2: Kiln ✅\n\n**Status:** {said}\n")
    assert plan.phases[1].state == "in-progress"
    assert [one.what for one in plan.contradictions] == ["state"]


def test_a_part_that_is_said_to_be_complete_beside_a_mark_is_told():
    plan = read("# P\n\n## Phase 1: Clay ✅\n\n**Status:** Design done\n\n## Phase 2: Kiln\n\n- [ ] a\n")
    assert (plan.phases[0].state, len(plan.contradictions)) == ("complete", 1)


@pytest.mark.parametrize("title", ["Annex", "进度管理模块", "Panel de progreso"])
def test_a_phase_may_be_called_as_what_reports_are(title: str):
    rows = "".join(f"### {name}\n\n**Status:** Done\n\n" for name in ("House", title, "Garden"))
    assert len(read(f"# P\n\n## Phases\n\n{rows}").phases) == 3


@pytest.mark.parametrize(
    ("heading", "listed"),
    [
        (
            "Sprint 4 (in progress)",
            "## Milestones\n\n| Milestone | Status |\n|---|---|\n| Ground | Done |\n| Walls | Done |\n| Keys | Done |\n",
        ),
        ("Phase 1: Survey — blocked", "## Roadmap\n\n1. **Dark mode**\n2. **Signs**\n3. **Lamps**\n"),
        ("Phase 1: Dig (in progress)", "## Phases\n\n- [x] Tests pass\n- [x] Docs are there\n- [ ] Signed\n"),
    ],
)
def test_a_phase_that_states_something_stays_beside_another_list(heading: str, listed: str):
    plan = read(f"# P\n\n## {heading}\n\nText.\n\n{listed}")
    assert [phase.line for phase in plan.phases] == [3]


def test_a_ticked_phase_over_open_tasks_is_as_far_as_these():
    page = "# P\n\n## Phases\n\n- [x] Phase 1: Dig\n  - [x] a\n  - [ ] b\n- [x] Phase 2: Pour\n- [ ] Phase 3: Build\n"
    assert told(page) == ["1 Dig (in-progress)", "2 Pour (complete)", "3 Build"]


@pytest.mark.parametrize("span", ["30 minutes", "6 weeks", "Weeks 20-22", "first 90 days"])
def test_an_amount_of_time_makes_no_phase_of_a_neighbour(span: str):
    page = f"# P\n\n## Pilot Phase (Weeks 1-4)\n\n- [x] a\n\n## Build Phase (Weeks 5-8)\n\n- [x] b\n\n## Rollback plan ({span})\n\nc\n"
    assert len(read(page).phases) == 2


@pytest.mark.parametrize("heading", ["R1: Vendor slips\n\nProbability: high\n", "Q1: Who pays the crane?\n"])
def test_a_risk_or_a_question_among_milestones_is_none(heading: str):
    page = (
        f"# P\n\n## Milestones\n\n### M1: Dig ✅\n\nText\n\n### M2: Pour ✅\n\nText\n\n### {heading}\nText\n"
    )
    assert numbers(page) == ["M1", "M2"]


def test_weeks_below_a_plan_of_another_kind_are_no_horizon():
    page = "# P\n\n## Rollout Plan\n\n### Sprint 1: Dig\n\n- [x] a\n\n### Sprint 2: Pour\n\n- [ ] b\n\n## Communication Plan\n\n### Week 1: Tell\n\n- c\n\n### Week 2: Ask\n\n- d\n"
    assert numbers(page) == ["1", "2"]


@pytest.mark.parametrize(
    "table",
    [
        "## Current state\n\n| Stage | Duration | Tool |\n|---|---|---|\n| Build | 12 minutes | make |\n| Test | 40 minutes | pytest |\n| Deploy | 5 minutes | helm |\n",
        "## Measures\n\n| Metric | Now |\n|---|---|\n| M1: load | 3 s |\n| M2: errors | 2 % |\n| M3: cost | 5 |\n",
    ],
)
def test_a_table_of_something_else_has_no_phases(table: str):
    assert numbers(f"# P\n\n{table}\n## Tasks\n\n- [x] a\n- [ ] b\n") == []


def test_phases_that_a_fence_hides_two_at_a_time():
    page = "# P\n\n## Phase 1: Dig\n\n- [ ] a\n\n````\ntext\n```\n\n## Phase 2: Pour\n\n## Phase 3: Dry\n\n````\n\n## Phase 4: Build\n\n- [ ] b\n"
    assert len([one for one in read(page).left_out if one.kind == "phase"]) == 2


@pytest.mark.parametrize(
    "items",
    [
        "- [x] 1 week planning\n- [x] 2 weeks building\n- [ ] 3 days of tests\n",
        "1. 1 kiln\n2. 2 kilns\n3. 3 kilns\n",
    ],
)
def test_figures_of_what_items_are_about_stay_in_their_titles(items: str):
    assert all(phase.title[:1].isdigit() for phase in read(f"# P\n\n## Phases\n\n{items}").phases)


def test_a_column_of_phases_that_sorts_the_rows_names_none():
    rows = "".join(f"| {at} | {('Design', 'Build')[at % 2]} | kept | decided |\n" for at in range(8))
    page = f"# P\n\n## Decision log\n\n| # | Phase | What | Status |\n|---|---|---|---|\n{rows}"
    assert numbers(page) == []


FAR = """
    # P

    ## Near-Term Repairs ({})

    - gate
    - fence

    ### 1. Gate

    - a
    - b
    - c

    ## Long-Term Vision ({})

    ### 1. Shed

    - d
    - e
    - f

    ## Calendar

    ### Q1 2031: Gate

    - g

    ### Q2 2031: Shed

    - h
    """


def test_horizons_with_times_go_before_a_short_calendar_of_quarters():
    assert len(read(FAR.format("3 months", "12 months")).phases) == 2
    assert numbers(FAR.format("small", "large")) == ["Q1 2031", "Q2 2031"]


def test_bold_phases_in_each_workstream_leave_the_workstreams():
    work = "**Phase 1: Design**\n\n- [{0}] d\n\n**Phase 2: Build**\n\n- [{0}] b\n\n**Phase 3: Test**\n\n- [{0}] t\n\n"
    page = f"# P\n\n## Workstream A: API\n\n{work.format('x')}## Workstream B: UI\n\n{work.format(' ')}## Workstream C: Docs\n\n- [ ] w\n"
    assert numbers(page) == ["A", "B", "C"]


@pytest.mark.parametrize("word", ["Review", "Tasks"])
def test_headings_about_phases_are_none_beside_a_list_of_them(word: str):
    about = "".join(f"## Phase {at} {word}\n\n- [x] report\n\n" for at in (1, 2))
    page = f"# P\n\n{about}## Phases\n\n- Phase 1: Dig ✅\n- Phase 2: Pour ✅\n- Phase 3: Roof ⏳ pending\n"
    assert told(page) == ["1 Dig (complete)", "2 Pour (complete)", "3 Roof (pending)"]


def test_retrospectives_alone_are_no_phases():
    page = "# P\n\n## Phase 1 Retrospective\n\nIt went well.\n\n## Phase 2 Retrospective\n\nSo did this.\n"
    assert numbers(page) == []


def test_a_neighbour_with_an_overlapping_time_counts_with_work():
    page = "# P\n\n## Pilot Phase (Weeks 1-4)\n\n- [x] a\n\n## Canary Phase (Weeks 5-8)\n\n- [x] b\n\n## Training (Weeks 7-8)\n\n- [ ] c\n"
    assert len(read(page).phases) == 3


@pytest.mark.parametrize(
    "page",
    [
        "## Milestone overview\n\n### M1: API\n\n- [x] a\n\n### M2: UI\n\n- [ ] b\n\n## Decisions\n\n### D1: Cloud\n\nHired.\n",
        "## Work streams\n\n### WS1: API\n\n- [x] a\n\n### WS2: UI\n\n- [ ] b\n\n## Risks\n\n### R1: Vendor slips\n\nLate.\n",
    ],
)
def test_codes_that_are_milestones_or_workstreams_are_no_sizes(page: str):
    assert len(read(f"# P\n\n{page}").phases) == 2


def test_a_cell_that_is_empty_repeats_no_name():
    rows = "| Survey | Talks | Done |\n| | Report | Done |\n| | Budget | Done |\n| Build | API | In progress |\n| | UI | Pending |\n| Launch | Training | Pending |\n"
    assert told(f"# P\n\n## Roadmap\n\n| Phase | Deliverable | Status |\n|---|---|---|\n{rows}") == [
        "Survey (complete)",
        "Build (in-progress)",
        "Launch (pending)",
    ]


def test_goals_near_and_far_take_the_place_of_no_weeks():
    text = "More.\n\n" * 12
    page = f"# P\n\n## Short-term goals\n\n{text}## Long-term goals\n\n{text}## Week 1\n\n- [x] Pump\n\n## Week 2\n\n- [ ] Roof\n"
    assert numbers(page) == ["1", "2"]


def test_the_title_of_a_counted_row_is_no_owner():
    rows = "| 1 | Ann | Stop the pump | Done |\n| 2 | Bob | Open the valve | Pending |\n| 3 | Ann | Fill | Pending |\n"
    page = f"# P\n\n## Implementation phases\n\n| # | Owner | Task | Status |\n|---|---|---|---|\n{rows}"
    assert told(page) == ["1 Stop the pump (complete)", "2 Open the valve (pending)", "3 Fill (pending)"]


@pytest.mark.parametrize(
    "page",
    [
        "### 第一期：挖\n\n- [ ] a\n\n### 第二期：砌\n\n- [ ] b\n",
        "## المرحلة 1: أ\n\n- [ ] a\n\n## المرحلة 2: ب\n\n- [ ] b\n",
    ],
)
def test_words_for_phases_in_further_spellings(page: str):
    assert len(numbers(f"# P\n\n{page}")) == 2


def test_stories_of_users_are_no_phases():
    wishes = "".join(f"#### Story {at}\n\nAs a user, I want heat.\n\n" for at in (1, 2, 3))
    assert numbers(f"# P\n\n## Proposal\n\n### User Stories\n\n{wishes}") == []
    work = "".join(f"### Story {at}: Part\n\n- [ ] build\n\n" for at in (1, 2, 3))
    assert numbers(f"# P\n\n## Backlog\n\n{work}") == ["1", "2", "3"]


VERSIONS = """
    # Kiln Roadmap

    ## Phase 4: Hardening

    1. Locks

    ## v1.1 - Ground

    - [x] dug

    ## v1.2 - Walls

    - [x] built

    ## v2.0 - House

    ### Phase 1: Doors

    - [ ] hung

    ### Phase 2: Windows

    - [ ] glazed
"""


def test_versions_with_work_are_phases_where_numbers_are_inside_one_of_them():
    plan = read(VERSIONS)
    assert [one.number for one in plan.phases] == ["1.1", "1.2", "2.0"]
    assert [one.text for one in plan.left_out] == ["Phase 4: Hardening"]
    assert numbers(VERSIONS.replace("- [x] dug", "dug").replace("- [x] built", "built")) == ["4", "1", "2"]


def test_a_heading_that_states_a_phase_counts_before_a_remark_in_a_list():
    page = """
        # P

        ## Log

        - Phase 1: in progress since Monday

        ## Phase 1: Dig

        - [ ] dig

        ## Phase 2: Walls

        - [ ] build

        ## Reports

        ### Phase 1 Status: COMPLETE (20/20)
    """
    assert told(page) == ["1 Dig (complete)", "2 Walls"]
