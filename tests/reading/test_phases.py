"""Phases: which headings they are, and what their headings say."""

from __future__ import annotations

import pytest

from tests.reading.drawn import line_of, phase_of, read


def found(text: str, **options: object) -> list[tuple[str, str]]:
    return [(phase.number, phase.title) for phase in read(text, **options).phases]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        # separators
        ("## Phase 1: Foundation", "1", "Foundation"),
        ("## Phase 1 : Foundation", "1", "Foundation"),
        ("## Phase 1 - Foundation", "1", "Foundation"),
        ("## Phase 1 – Foundation", "1", "Foundation"),
        ("## Phase 1 — Foundation", "1", "Foundation"),
        ("## Phase 1. Foundation", "1", "Foundation"),
        ("## Phase 1： Foundation", "1", "Foundation"),
        ("## Phase 1 (Foundation)", "1", "Foundation"),
        ("## Phase 1 Foundation", "1", "Foundation"),
        ("## Phase 1", "1", ""),
        # numbers
        ("## Phase 0: Foundation", "0", "Foundation"),
        ("## Phase 12: Foundation", "12", "Foundation"),
        ("## Phase 1a: Foundation", "1a", "Foundation"),
        ("## Phase 1.2: Foundation", "1.2", "Foundation"),
        ("## Phase II: Foundation", "II", "Foundation"),
        ("## Phase B: Foundation", "B", "Foundation"),
        ("## Phase one: Foundation", "1", "Foundation"),
        ("## Phase Three: Foundation", "3", "Foundation"),
        ("## Phase #4: Foundation", "4", "Foundation"),
        ("## Phase-4: Foundation", "4", "Foundation"),
        ("## Phases 2-3: Foundation", "2-3", "Foundation"),
        ("## Phase 2–3: Foundation", "2-3", "Foundation"),
        ("## Phase 2 to 3: Foundation", "2-3", "Foundation"),
        ("## First phase: Foundation", "1", "Foundation"),
        ("## 2nd Phase: Foundation", "2", "Foundation"),
        ("## Phase 2 of 4: Foundation", "2", "Foundation"),
        ("## Phase 2 von 4 – Foundation", "2", "Foundation"),
        ("## Étape n° 2 : Foundation", "2", "Foundation"),
        ("## Milestone v1.2: Foundation", "v1.2", "Foundation"),
        ("## Erste Phase: Foundation", "1", "Foundation"),
        ("## Première étape : Foundation", "1", "Foundation"),
        ("## Segunda fase: Foundation", "2", "Foundation"),
        ("## Третий этап: Foundation", "3", "Foundation"),
        ("## 2-я фаза: Foundation", "2", "Foundation"),
        ("## II этап: Foundation", "II", "Foundation"),
        ("## III квартал 2026", "III/2026", ""),
        ("## III квартал 2026 г.: Foundation", "III/2026", "Foundation"),
        ("## 3 квартал 2026: Foundation", "3/2026", "Foundation"),
        ("## 3e trimestre 2026 : Foundation", "3/2026", "Foundation"),
        ("## 2º trimestre de 2026: Foundation", "2/2026", "Foundation"),
        ("## Zweites Quartal 2026: Foundation", "2/2026", "Foundation"),
        ("## Year 2: Foundation", "2", "Foundation"),
        ("## EPIC-01 Foundation", "01", "Foundation"),
        # words of further languages
        ("## Faza 1: Fundament", "1", "Fundament"),
        ("## Etap 2: Fundament", "2", "Fundament"),
        ("## Fáze 2: Fundament", "2", "Fundament"),
        ("## 2. Aşama: Fundament", "2", "Fundament"),
        ("## Settimana 2: Fundament", "2", "Fundament"),
        ("## Giai đoạn 2: Fundament", "2", "Fundament"),
        # decorations in front
        ("## **Phase 1: Foundation**", "1", "Foundation"),
        ("## **Phase 1**: Foundation", "1", "Foundation"),
        ("## *Phase 1:* Foundation", "1", "Foundation"),
        ("## 🚀 Phase 1: Foundation", "1", "Foundation"),
        ("## 4. Phase 1: Foundation", "1", "Foundation"),
        ("## 4.1 Phase 1: Foundation", "1", "Foundation"),
        ("## 4.1. Phase 2 - Foundation", "2", "Foundation"),
        ("## PHASE 1: FOUNDATION", "1", "FOUNDATION"),
        ("## phase 1: foundation", "1", "foundation"),
        ("## [Phase 1: Foundation](one.md)", "1", "Foundation"),
        ("## Phase 1: Foundation {#one}", "1", "Foundation"),
        ("## Phase 1: Foundation ##", "1", "Foundation"),
        ("Phase 1: Foundation\n-------------------", "1", "Foundation"),
        # other words
        ("## Stage 2: Foundation", "2", "Foundation"),
        ("## Milestone 2: Foundation", "2", "Foundation"),
        ("## Sprint 2: Foundation", "2", "Foundation"),
        ("## Wave 2: Foundation", "2", "Foundation"),
        ("## Iteration 2: Foundation", "2", "Foundation"),
        ("## Week 2: Foundation", "2", "Foundation"),
        ("## Weeks 3-4: Foundation", "3-4", "Foundation"),
        ("## Day 2: Foundation", "2", "Foundation"),
        ("## Month 2: Foundation", "2", "Foundation"),
        ("## Quarter 2: Foundation", "2", "Foundation"),
        # other languages
        ("## Фаза 1: Основа", "1", "Основа"),
        ("## ФАЗА 1: ОСНОВА", "1", "ОСНОВА"),
        ("## Этап 2. Основа", "2", "Основа"),
        ("## Этап № 3 — Основа", "3", "Основа"),
        ("## Неделя 4: Основа", "4", "Основа"),
        ("## Étape 3 : Déploiement", "3", "Déploiement"),
        ("## Étapes 2-3 : Déploiement", "2-3", "Déploiement"),
        ("## Phasen 2-3: Sockel", "2-3", "Sockel"),
        ("## Fases 2-3: Base", "2-3", "Base"),
        ("## Fase 2: Base", "2", "Base"),
        ("## Etapa 2 - Base", "2", "Base"),
        ("## Semana 3: Base", "3", "Base"),
        ("## Meilenstein 2: Sockel", "2", "Sockel"),
        ("## Stufe 1 – Sockel", "1", "Sockel"),
        ("## Woche 5: Sockel", "5", "Sockel"),
        ("## 第一阶段：基础", "1", "基础"),
        ("## 第2阶段 基础", "2", "基础"),
        ("## 第三階段：基礎", "3", "基礎"),
        ("## 阶段 2：基础", "2", "基础"),
        ("## 阶段二：基础", "2", "基础"),
        ("## フェーズ 1: 基盤", "1", "基盤"),
        ("## フェーズ2：基盤", "2", "基盤"),
        ("## 第1段階：基盤", "1", "基盤"),
        ("## ステージ 3 基盤", "3", "基盤"),
        ("## 第3周：基础", "3", "基础"),
    ],
)
def test_a_heading_with_a_word_and_a_number_is_a_phase(heading: str, number: str, title: str) -> None:
    phase = phase_of(heading)
    assert (phase.number, phase.title) == (number, title or phase.title)


def test_a_phase_keeps_its_word_as_written() -> None:
    assert [phase_of(f"## {word} 1: A").word for word in ("Stage", "WAVE", "Étape")] == [
        "Stage",
        "WAVE",
        "Étape",
    ]


@pytest.mark.parametrize("level", [2, 3, 4, 5, 6])
def test_phases_stand_at_any_level_below_the_title(level: int) -> None:
    hashes = "#" * level
    assert found(f"# P\n\n{hashes} Phase 1: A\n\n{hashes} Phase 2: B\n") == [("1", "A"), ("2", "B")]


def test_a_first_level_heading_is_never_a_phase() -> None:
    assert found("# Phase 1: A\n\n- [x] a\n\n# Phase 2: B\n\n- [x] b\n") == []


@pytest.mark.parametrize(
    "heading",
    [
        "## Phases",
        "## Phased rollout",
        "## Phase overview",
        "## Phase completion gates",
        "## Phase out the old cluster",
        "## Phase a new vendor in",
        "## Phaser 2",
        "## Weekly sync",
        "## Weeks of work",
        "## Two phases",
        "## Before phase 2",
        "## Day-to-day work",
        "## Milestones",
        "## 3. Phases",
        "## 5. Phases and Steps",
        "## 4. Milestones and dates",
        "## 2. Sprint plan",
        "## 6. Phase overview",
        "## Version 2: Foundation",
        "## 阶段说明",
        "## 月次報告",
    ],
)
def test_a_heading_without_word_and_number_is_no_phase(heading: str) -> None:
    assert found(f"# P\n\n{heading}\n\n- [x] a\n\n**Status:** Complete\n") == []


@pytest.mark.parametrize(
    "tail",
    [
        "Deliverables",
        "Checklist",
        "Success Criteria",
        "Tasks",
        "Risks",
        "Summary",
        "Testing",
        "Exit Criteria",
        "Definition of Done",
        "Timeline",
    ],
)
def test_a_heading_about_a_phase_is_no_phase(tail: str) -> None:
    page = f"# P\n\n## Phase 1: A\n\n## Phase 2: B\n\n## Phase 2 {tail}\n\n- [x] a\n"
    assert found(page) == [("1", "A"), ("2", "B")]


@pytest.mark.parametrize(
    "heading",
    ["阶段 2 完成条件", "Фаза 2 критерии", "Fase 2 criterios de aceptación", "Phase 2 Abnahmekriterien"],
)
def test_a_heading_about_a_phase_in_other_languages_is_none(heading: str) -> None:
    assert found(
        f"# P\n\n## {heading.rsplit('2', 1)[0]}2: Dig\n\n- [x] a\n\n## Rest\n\n### {heading}\n\n- [ ] b\n"
    ) == [("2", "Dig")]


def test_a_heading_about_a_phase_right_behind_it_belongs_to_it() -> None:
    page = """
        # P

        ## Phase 1: A

        Text.

        ## Phase 1 Deliverables

        - [x] a

        ## Phase 2: B

        - [ ] b
        """
    first, second = read(page).phases
    assert (first.progress.total, first.end_line) == (1, line_of(page, "Phase 2: B") - 1)
    assert second.progress.total == 1


@pytest.mark.parametrize("title", ["Deliverables of the north wing", "Test the summary page"])
def test_a_title_that_only_begins_so_is_a_phase(title: str) -> None:
    assert found(f"# P\n\n## Phase 1: {title}\n\n## Phase 2: B\n") == [("1", title), ("2", "B")]


class TestRuns:
    """Headings with one such word, at one level, under one parent."""

    def test_a_page_without_numbered_headings_has_no_phases(self) -> None:
        assert found("# P\n\n## Goals\n\n- [x] a\n\n## Rollout\n\n- [ ] b\n") == []

    def test_of_two_runs_the_outer_one_is_the_phases_and_the_inner_one_their_steps(self) -> None:
        plan = read("""
            # P

            ## Phase 1: A

            ### Week 1: B

            ### Week 2: C

            ## Phase 2: D

            ### Week 3: E
            """)
        assert [(phase.number, [step.number for step in phase.steps]) for phase in plan.phases] == [
            ("1", ["1", "2"]),
            ("2", ["3"]),
        ]

    def test_even_where_the_outer_one_measures_time(self) -> None:
        plan = read("""
            # P

            ## Week 1

            ### Phase 1: A

            ### Phase 2: B

            ## Week 2

            ### Phase 3: C
            """)
        assert [(phase.word, len(phase.steps)) for phase in plan.phases] == [("Week", 2), ("Week", 1)]

    @pytest.mark.parametrize("box", ["Week", "Sprint", "Day", "Month", "Неделя", "週"])
    def test_side_by_side_phases_go_before_time_boxes(self, box: str) -> None:
        assert found(f"""
            # P

            ## Schedule

            ### {box} 1: A

            Much more text.

            ### {box} 2: B

            ### {box} 3: C

            ## Work

            ### Phase 1: D

            ### Phase 2: E
            """) == [("1", "D"), ("2", "E")]

    def test_then_the_run_with_most_distinct_numbers(self) -> None:
        assert found("""
            # P

            ## Stage 1: A

            Much more text.

            Even more.

            ## Stage 2: B

            Much more text.

            ## Delivery

            ### Milestone 1: C

            ### Milestone 2: D

            ### Milestone 3: E
            """) == [("1", "C"), ("2", "D"), ("3", "E")]

    def test_then_the_run_with_most_text_below(self) -> None:
        page = """
            # P

            ## At a glance

            ### Phase 1: Short

            ### Phase 2: Short

            ## In detail

            ### Phase 1: Long

            Much more text.

            ### Phase 2: Long

            Much more text.
            """
        assert found(page) == [("1", "Long"), ("2", "Long")]

    @pytest.mark.parametrize(
        "body",
        [
            "- [ ] a task",
            "**Status:** In progress",
            "Status: Complete",
            "#### Step 1.1: a step",
            "#### 1.1 a step",
            "#### Notes\n\n- [ ] a task further down",
        ],
    )
    def test_one_heading_counts_with_a_step_a_task_or_a_state_in_it(self, body: str) -> None:
        assert found(f"# P\n\n### Phase 2: A\n\n{body}\n") == [("2", "A")]

    @pytest.mark.parametrize("tail", [" ✅", " (Complete)", " - IN PROGRESS", " [DONE]"])
    def test_one_heading_counts_with_a_state_in_itself(self, tail: str) -> None:
        assert found(f"# P\n\n### Phase 2: A{tail}\n\nText.\n") == [("2", "A")]

    @pytest.mark.parametrize("body", ["Text.", "- a\n- b", "#### Notes\n\nText."])
    def test_one_heading_with_none_of_them_does_not(self, body: str) -> None:
        assert found(f"# P\n\n### Phase 2: A\n\n{body}\n") == []

    def test_words_may_be_added(self) -> None:
        page = "# P\n\n## Floop 1: A\n\n## Floop 2: B\n"
        assert found(page) == []
        assert found(page, vocabulary={"phases": {"stage": ["floop"]}}) == [("1", "A"), ("2", "B")]

    def test_a_heading_in_code_is_no_phase(self) -> None:
        assert found("# P\n\n```md\n## Phase 1: A\n\n## Phase 2: B\n```\n") == []


class TestSteps:
    """Headings one level under a phase, numbered or named by an identifier."""

    @pytest.mark.parametrize(
        ("heading", "number", "title"),
        [
            ("### Step 1.1: Pour", "1.1", "Pour"),
            ("### Step 1: Pour", "1", "Pour"),
            ("### Step 2 - Pour", "2", "Pour"),
            ("### 1.1 Pour", "1.1", "Pour"),
            ("### 1.1. Pour", "1.1", "Pour"),
            ("### 1.1: Pour", "1.1", "Pour"),
            ("### **1.1 Pour**", "1.1", "Pour"),
            ("### 1. Pour", "1", "Pour"),
            ("### 1) Pour", "1", "Pour"),
            ("### Task 3: Pour", "3", "Pour"),
            ("### Task 1.3 - Pour", "1.3", "Pour"),
            ("### Day 2: Pour", "2", "Pour"),
            ("### Days 2-3: Pour", "2-3", "Pour"),
            ("### T4: Pour", "T4", "Pour"),
            ("### API-12: Pour", "API-12", "Pour"),
            ("### A1. Pour", "A1", "Pour"),
            ("### ✅ Step 1.1: Pour", "1.1", "Pour"),
            ("### 🔧 1.1 Pour", "1.1", "Pour"),
            ("### Step 1.1: Pour (2 days)", "1.1", "Pour"),
            ("### Step 1.1: Pour ✅ DONE", "1.1", "Pour"),
            ("### Schritt 2: Gießen", "2", "Gießen"),
            ("### Шаг 2. Залить", "2", "Залить"),
            ("### 步骤 2：浇筑", "2", "浇筑"),
            ("### タスク 2: 注ぐ", "2", "注ぐ"),
        ],
    )
    def test_a_heading(self, heading: str, number: str, title: str) -> None:
        (step,) = phase_of("## Phase 1: Build", f"- [ ] a\n\n{heading}\n\nText.\n").steps
        assert (step.number, step.title) == (number, title)

    @pytest.mark.parametrize(
        "heading",
        [
            "### Notes",
            "### Files to touch",
            "### 3 people needed",
            "### Phase 1 Checklist",
        ],
    )
    def test_what_is_no_step(self, heading: str) -> None:
        assert phase_of("## Phase 1: Build", f"- [ ] a\n\n{heading}\n\nText.\n").steps == []

    def test_a_step_is_read_with_all_its_parts(self) -> None:
        page = """
            # P

            ## Phase 1: Build

            ### Step 1.1: Pour

            **Description:** Pour the floor.

            **Actions:**

            ```sh
            pour --floor
            ```

            - Wait

            **Verification:**

            - [x] It is level

            **Deliverables:**

            - Floor: grey

            ### Step 1.2: Paint
            """
        pour, paint = read(page).phases[0].steps
        assert (pour.number, pour.title, pour.description) == ("1.1", "Pour", "Pour the floor.")
        assert pour.actions == ["pour --floor", "Wait"]
        assert [(task.text, task.state) for task in pour.verification] == [("It is level", "done")]
        assert [(item.title, item.text) for item in pour.deliverables] == [("Floor", "grey")]
        assert (pour.line, pour.end_line) == (line_of(page, "Step 1.1"), line_of(page, "Step 1.2") - 1)
        assert (paint.number, paint.title) == ("1.2", "Paint")

    @pytest.mark.parametrize(
        ("step", "state", "source"),
        [
            ("### Step 1.1: Pour ✅", "complete", "heading"),
            ("### Step 1.1: Pour\n\n**Status:** Blocked", "blocked", "field"),
            ("### Step 1.1: Pour ✅\n\n**Status:** In progress", "in-progress", "field"),
            ("### Step 1.1: Pour\n\nText.", None, None),
        ],
    )
    def test_the_status_of_a_step_is_not_that_of_its_phase(
        self, step: str, state: str | None, source: str | None
    ) -> None:
        phase = phase_of("## Phase 1: Build", f"{step}\n")
        assert (phase.steps[0].state, phase.steps[0].state_from) == (state, source)
        assert (phase.state, phase.effective_state) == (
            None,
            {"blocked": "in-progress"}.get(state or "", state),
        )
        assert phase.state_from == ("steps" if state else None)


def test_a_phase_is_read_with_all_its_parts() -> None:
    page = """
        # P

        ## Phase 1: Build (2 weeks)

        **Objective:** A floor to stand on.

        **Status:** Blocked - the pump is broken

        **Owner:** Ilse

        **Deliverables:**

        - Floor: grey
        - Paint

        ### Step 1.1: Pour

        ## Phase 2: Paint

        Two coats.

        **Duration:** 3 days

        ## Later
        """
    build, paint = read(page).phases
    assert (build.number, build.title, build.word, build.duration) == ("1", "Build", "Phase", "2 weeks")
    assert (build.objective, build.owner) == ("A floor to stand on.", "Ilse")
    assert (build.state, build.state_from, build.state_line) == ("blocked", "field", line_of(page, "Status"))
    assert (build.state_text, build.reason) == ("Blocked - the pump is broken", "the pump is broken")
    assert [(item.title, item.text) for item in build.deliverables] == [("Floor", "grey"), ("", "Paint")]
    assert [step.title for step in build.steps] == ["Pour"]
    assert (build.line, build.end_line) == (line_of(page, "Phase 1"), line_of(page, "Phase 2") - 1)
    assert (paint.duration, paint.description) == ("3 days", "Two coats.")
    assert paint.end_line == line_of(page, "Later") - 1


def test_blanks_in_a_phase_say_nothing() -> None:
    first, _ = read("""
        # P

        ## Phase 1: Build

        **Objective:** [What this phase accomplishes]

        **Status:** ⏳ Pending | 🔄 In Progress | ✅ Complete

        **Owner:** [Team]

        **Duration:** TBD

        ## Phase 2: Paint
        """).phases
    assert (first.objective, first.state, first.owner, first.duration) == ("", None, None, "")


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("## TODO Phase 3: Dig", "pending"),
        ("## WIP Phase 3: Dig", "in-progress"),
        ("## DONE Фаза 3: Dig", "complete"),
        ("## Phase 3 done", "complete"),
        ("## Phase 3 is complete", "complete"),
        ("## Phase 3 ist abgeschlossen", "complete"),
        ("## Phase 3: Dig (Complete - 90%+ coverage)", "complete"),
        ("## Faza 3: Dig — ZROBIONE ✅", "complete"),
        ("## Faza 3: Dig — PRAWIE GOTOWE ✅", "in-progress"),
        ("## Fase 3: Dig - in corso", "in-progress"),
        ("## Fase 3: Dig (voltooid)", "complete"),
        ("## Етап 3: Dig (виконано)", "complete"),
    ],
)
def test_a_state_in_front_of_a_phase_or_in_place_of_its_title(heading: str, state: str) -> None:
    phase = phase_of(heading)
    assert (phase.number, phase.title in ("", "Dig", "Phase 3"), phase.state) == ("3", True, state)


def test_a_report_on_a_phase_that_is_named_elsewhere_is_about_it() -> None:
    page = "# P\n\n## Phase 3: Dig\n\n- [ ] a\n\n## Phase 3 done\n\n- [x] b\n"
    assert found(page) == [("3", "Dig")]


def test_numbered_chapters_of_what_a_phase_is_are_no_steps() -> None:
    page = "# P\n\n## 2. Phase 1: Dig\n\n### 2.1 Goal\n\nA pit.\n\n### 2.2 Parts\n\n- [ ] a\n\n### 2.3 Dependencies\n\nNone.\n\n### 2.4 Risks\n\nRain.\n"
    assert [phase.steps for phase in read(page).phases] == [[]]
    page = "# P\n\n## 2. Phase 1: Dig\n\n### 2.1 Mark\n\n- [ ] a\n\n### 2.2 Dig\n\n- [ ] b\n\n### 2.3 Risks\n\nRain.\n"
    assert [len(phase.steps) for phase in read(page).phases] == [3]


@pytest.mark.parametrize("number", ["0A:", "1-B.", "12C)"])
def test_a_step_may_have_a_number_and_a_letter(number: str) -> None:
    page = f"# P\n\n## Phase 1: Dig\n\n### {number} Mark\n\n- [ ] a\n\n## Phase 2: Build\n"
    assert [len(phase.steps) for phase in read(page).phases] == [1, 0]
