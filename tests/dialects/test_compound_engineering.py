"""Plans of compound engineering: units as boxes or as headings, the state in front matter."""

from __future__ import annotations

from tests.dialects.drawn import figures, is_plan, page, phases, plan

PATH = "docs/plans/2026-03-05-001-feat-rain-barrel-plan.md"


def test_a_small_plan():
    read = plan(
        """
        ---
        title: "feat: Rain barrel"
        type: feat
        date: 2026-03-05
        ---

        # feat: Rain barrel

        ## Acceptance Criteria

        - [ ] No drop is lost
        """,
        PATH,
    )
    assert (read.title, read.created, read.state) == ("feat: Rain barrel", "2026-03-05", None)


def test_an_ordinary_plan_of_boxes():
    read = plan(
        """
        ---
        title: "feat: Rain barrel"
        type: feat
        status: active
        date: 2026-03-05
        ---

        # feat: Rain barrel

        ## Implementation Units

        - [x] **Unit 1: The barrel**

        **Goal:** It holds water.

        **Files:**
        - Create: `barrel.md`

        **Verification:**
        - It is full after a night

        - [ ] **Unit 2: The pipe**

        **Goal:** It runs.

        ## Risks & Dependencies

        | Risk | Mitigation |
        |------|------------|
        | Frost | Straw |
        """,
        PATH,
    )
    assert read.phases == []
    assert [risk.title for risk in read.risks] == ["Frost"]
    assert figures(read) == "in-progress, 50 %, 1/2"


def test_a_long_plan_of_headings():
    units = "\n\n".join(f"### U{number}. Barrel {number}\n\n**Goal:** It holds.\n" for number in range(1, 12))
    grouped = units.replace("### U1.", "### Phase A — House\n\n### U1.").replace(
        "### U7.", "### Phase B — Yard\n\n### U7."
    )
    read = plan(
        f"---\ntitle: Barrels - Plan\ntype: feat\ndate: 2026-03-05\nartifact_contract: ce-unified-plan/v1\n---\n\n"
        f"# Barrels - Plan\n\n## Implementation Units\n\n{grouped}\n\n## Definition of Done\n",
        "docs/barrels.md",  # anywhere, as front matter says whose it is
    )
    assert len(read.phases) == 11
    assert phases(read)[:2] == ["U 1: Barrel 1 | unknown | 0/0", "U 2: Barrel 2 | unknown | 0/0"]
    assert read.left_out == []
    assert figures(read) == "unknown, –, 0/0"


def test_a_finished_plan():
    text = "---\ntitle: Barrel\ntype: fix\nstatus: completed\ndate: 2026-03-05\n---\n\n# Barrel\n"
    assert figures(plan(text, PATH)).startswith("complete")


def test_a_report_beside_the_plans_is_none():
    text = "---\ntitle: Barrel\ntype: report\n---\n\n# Barrel\n\nIt holds.\n"
    assert not is_plan(page(text, "docs/plans/2026-03-05-rain-barrel-report.md"))
