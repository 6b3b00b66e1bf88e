"""Roadmaps of GSD: a checklist of phases, their details, a table of progress."""

from __future__ import annotations

from tests.dialects.drawn import figures, phases, plan

PATH = ".planning/ROADMAP.md"


def test_a_roadmap_of_a_list_and_details():
    read = plan(
        """
        # Roadmap: Dovecote

        ## Phases

        - [x] **Phase 1: Walls** - of stone
        - [ ] **Phase 2: Roof** - of slate

        ## Phase Details

        ### Phase 1: Walls
        **Goal**: They stand

        ### Phase 2: Roof
        **Goal**: It is dry
        """,
        PATH,
    )
    assert read.title == "Dovecote"
    assert phases(read) == ["Phase 1: Walls | complete | 0/0", "Phase 2: Roof | unknown | 0/0"]
    assert read.progress.percent == 50


def test_an_ordinary_roadmap_names_each_phase_in_three_places():
    read = plan(
        """
        # Roadmap: Dovecote

        ## Overview

        From a heap of stones to doves.

        ## Phases

        - [x] **Phase 1: Walls** - of stone
        - [ ] **Phase 2: Roof** - of slate
        - [ ] **Phase 2.1: Lightning (INSERTED)** - a rod

        ## Phase Details

        ### Phase 1: Walls
        **Goal**: They stand
        **Depends on**: Nothing (first phase)
        **Success Criteria** (what must be TRUE):
          1. Nobody can push them over
        **Plans**: 2 plans

        Plans:
        - [x] 01-01-PLAN.md — Lay the ground
        - [x] 01-02-PLAN.md — Lay the stones

        ### Phase 2: Roof
        **Goal**: It is dry
        **Depends on**: Phase 1

        Plans:
        - [x] 02-01-PLAN.md — Saw the beams
        - [ ] 02-02-PLAN.md — Nail the slate

        ### Phase 2.1: Lightning (INSERTED)
        **Goal**: It is safe
        **Plans**: TBD

        ## Progress

        **Execution Order:** 1 → 2 → 2.1

        | Phase | Plans Complete | Status | Completed |
        |-------|----------------|--------|-----------|
        | 1. Walls | 2/2 | Complete | 2026-02-01 |
        | 2. Roof | 1/2 | In progress | - |
        | 2.1. Lightning | 0/TBD | Not started | - |
        """,
        PATH,
    )
    assert phases(read) == [
        "Phase 1: Walls | complete | 2/2",
        "Phase 2: Roof | in-progress | 1/2",
        "Phase 2.1: Lightning (INSERTED) | pending | 0/0",
    ]
    assert figures(read) == "in-progress, 50 %, 3/4"
    assert read.left_out == []


def test_a_long_roadmap_keeps_the_phases_of_what_has_shipped_in_a_list():
    shipped = "\n".join(
        f"- [x] Phase {number}: Nest {number} (2/2 plans) — completed 2026-01-{number:02}"
        for number in range(1, 13)
    )
    read = plan(
        f"""
# Roadmap: Dovecote

## Milestones

- ✅ **v1.0** — Phases 1-12 (shipped 2026-01-20)
- 🚧 **v1.1** — Phases 13-15

## Phases

<details>
<summary>v1.0 (Phases 1-12)</summary>

{shipped}

</details>

### Phase 13: Doves
**Goal**: They come

- [ ] 13-01-PLAN.md — Call them

### Phase 14: Eggs
**Goal**: They stay

### Phase 15: Fly
**Goal**: They return
""",
        PATH,
    )
    assert [phase.number for phase in read.phases] == [str(number) for number in range(1, 16)]
    assert phases(read)[0] == "Phase 1: Nest 1 | complete | 1/1"
    assert read.progress.percent == 80


def test_the_roadmap_of_a_milestone_is_one_too():
    assert plan("# Milestone v1.0\n\n## Phases\n", ".planning/milestones/v1.0-ROADMAP.md").why.dialect


def test_a_phase_that_only_the_list_names_is_called_by_its_bold_words():
    read = plan(
        """
        # Roadmap: Dovecote

        ## Phases

        - [x] **Phase 1: Walls** - of stone
        - [ ] **Phase 2: Roof** - of slate

        ## Phase Details

        ### Phase 2: Roof

        - [x] 02-01-PLAN.md
        - [ ] 02-02-PLAN.md
        """,
        ".planning/ROADMAP.md",
    )
    assert [(phase.title, phase.effective_state) for phase in read.phases] == [
        ("Walls", "complete"),
        ("Roof", "in-progress"),
    ]
