"""Kinds of risk sections that were misread: what is a risk, what is none, and what is left out aloud."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary
from mkdocs_plan_plugin.vocabulary.ratings import read_rating
from tests.reading.drawn import line_of, read


def titles(page: str) -> list[str]:
    return [risk.title for risk in read(f"# P\n\n{page}").risks]


def left_out(page: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in read(f"# P\n\n{page}").left_out if one.kind in ("risk", "rating")]


CRACK_AND_RAIN = ["Bricks crack", "Rain"]


@pytest.mark.parametrize(
    "page",
    [
        # fields one after the other are the risks, the heading or label above groups them
        "## Risks\n\n### Technical Risks\n\n**Risk:** Bricks crack\n**Mitigation:** Cover\n\n**Risk:** Rain\n**Mitigation:** Roof\n",
        "## Risks\n\n### Kiln\n\n**Risk**: Bricks crack\n\n**Mitigation**: Cover\n\n**Risk**: Rain\n\n**Mitigation**: Roof\n",
        "## Risks\n\n- **Risk:** Bricks crack\n- **Mitigation:** Cover\n- **Risk:** Rain\n- **Mitigation:** Roof\n",
        "## Risiken\n\n### Technische Risiken\n\n**Risiko:** Bricks crack\n**Maßnahme:** Cover\n\n**Risiko:** Rain\n**Maßnahme:** Dach\n",
        "## 风险\n\n### 技术风险\n\n**风险：** Bricks crack\n\n**对策：** Cover\n\n**风险：** Rain\n\n**对策：** Roof\n",
        "## Risk Mitigation\n\n**Risk:** Bricks crack\n**Mitigation:** Cover\n\n**Risk:** Rain\n**Mitigation:** Roof\n",
        # groups as labels, list items and headings of any wording
        "## Risks\n\n- **Risk Level**: Medium\n- **Main Risks**:\n  - Bricks crack\n  - Rain\n",
        "## Risks\n\n- Technical\n  - Bricks crack\n- Weather risks:\n  - Rain\n",
        "## Risks\n\n**Technical**\n\n- Bricks crack\n\n**Weather risks**\n\n- Rain\n",
        "## Risks\n\n### 🔴 Critical Risks (act now)\n\n- Bricks crack\n\n### ℹ️ Low Risks (watch)\n\n- Rain\n",
        "## Risks\n\n### Hohe Risiken\n\n- Bricks crack\n\n### Geringe Risiken\n\n- Rain\n",
        "## Risk Mitigation\n\n### Identified Risks\n\n1. **Bricks crack**: they are cold\n2. **Rain**\n",
        "## Risk Mitigation\n\n### High-Risk Areas\n\n- Bricks crack\n- Rain\n\n### Rollback Plan\n\n- Old kiln\n",
        # headings over prose, numbered or not
        "## Open Risks\n\n### 1. Bricks crack\n\nThey are cold.\n\n### 2. Rain\n\nThe roof leaks.\n\n---\n",
        "## Risks\n\n### Bricks crack\n\nThey are cold.\n\n### Rain\n\n**Impact:** High\n\n### Notes\n\nWe wait.\n",
        # several sections of risks, and a label in another one
        "## Kiln\n\n### Risks\n\n- Bricks crack\n\n## Yard\n\n### Risks\n\n- Rain\n",
        "## Assumptions\n\n**Risks:**\n\n1. **Bricks crack**: cold\n   - Mitigation: cover\n2. Rain\n",
        # bold beginnings of paragraphs, fields of the section before its list, quotes, prefixes
        "## Risks\n\n**R1 – Bricks crack** (High)\nMitigation: cover\n\n⚠️ **Rain** - the roof leaks\n\n1. Gutters\n",
        "## Risks\n\n**Overall risk:** Medium\n\n- Bricks crack\n- Rain\n",
        "## Risks\n\n**Last updated:** 2025-01-02\n**Owner:** Kim\n\n- Bricks crack.\n- Rain.\n",
        "## Risks\n\n!!! note\n    - Bricks crack\n\n> **Risk:** Rain\n> **Mitigation:** Roof\n",
        "## Risks\n\n### Risk: Bricks crack\n\nCover.\n\n### Risk: Rain\n\nRoof.\n\n### Overall Risk Assessment\n\nFine.\n",
        # what stands behind on the line of the risk
        "## Risks\n\n1. Bricks crack (P: High, I: Medium)\n2. Rain (P=L, I=H)\n",
        "## Risks\n\n- Bricks crack → cover them\n- Rain -> roof\n",
        "## Risks\n\n- [ ] Bricks crack - Mitigation: cover, slowly\n- [ ] Rain - Mitigation: roof\n",
        # tables
        "## A\n\n| Risk | Impact |\n|---|---|\n| Bricks crack | High |\n\n## B\n\n| Risk | Mitigation |\n|---|---|\n| Rain | Roof |\n",
        "## Risks\n\n### Kiln Risks\n\n| Risk | Impact |\n|---|---|\n| Bricks crack | High |\n\n### Rain\n\n| Risk | Impact |\n|---|---|\n| Rain | Low |\n",
        "## Risks\n\n| Risk | Impact |\n|---|---|\n| **Kiln risks** | |\n| Bricks crack | High |\n| **Technical** | |\n| Rain | Low |\n",
        "## Risks\n\n| Risk | Bricks crack |\n|---|---|\n| Impact | High |\n\n| Risk | Rain |\n|---|---|\n| Impact | Low |\n",
        "## Risks\n\n| ID | Category | Description | Probability |\n|---|---|---|---|\n| 1 | Kiln | Bricks crack | High |\n| 2 | Yard | Rain | Low |\n",
        "## Risks\n\n| Risk | Owner |\n|---|---|\n| Bricks crack | Kim |\n| Rain | Bo |\n",
        "## Risques\n\n| Risque | Lot | Parade |\n|---|---|---|\n| Bricks crack | A | Toit |\n| Rain | B | Toit |\n",
        "## Risks\n\n| # | Risk / question | Mitigation / decision |\n|---|---|---|\n| 1 | **Bricks crack.** They are cold. | |\n| 2 | Rain | Roof |\n",
        "## **RISKS & MITIGATION**\n\n| Risk | Impact |\n|---|---|\n| Bricks crack | High |\n| Rain | Low |\n",
        "## Risk Notes\n\n- **Bricks crack** — they are cold\n- **Rain** — often\n",
        "## Rischi\n\n| Rischio | Probabilità | Impatto | Mitigazione |\n|---|---|---|---|\n| Bricks crack | Bassa | Alto | Tetto |\n| Rain | Media | Basso | |\n",
        "## 风险\n\n| 风险点 | 可能性 | 影响程度 |\n|---|---|---|\n| Bricks crack | 中 | 高 |\n| Rain | 中高 | 中 |\n",
        "## Riesgos\n\n### Riesgos Identificados\n\n1. **Bricks crack**: cubrir\n2. **Rain**: techo\n\n### Dependencias Críticas\n\n1. **Supplier**: another\n",
        "## Risks\n\n- **Risk**: Bricks crack\n- **Mitigation**: cover\n- **Rollback**: old ones\n- **Risk**: Rain\n",
        "## Risks\n\n**1. Bricks crack (High Likelihood)**\n\n- **Mitigation:** cover\n\n**2. Rain**\n\n**Overall Risk Assessment:** Low (with mitigations)\n\n**Success Probability:** 95 %\n",
    ],
)  # fmt: skip
def test_each_risk_is_read_and_no_group(page: str) -> None:
    assert (titles(page), left_out(page)) == (CRACK_AND_RAIN, [])


@pytest.mark.parametrize(
    "page",
    [
        "## Risks\n\n- None identified\n",
        "## Risks\n\n- No risks identified at this time.\n",
        "## Risiken\n\n- Keine\n",
        "## 风险\n\n- 无\n",
        "## Risks\n\nN/A\n",
        "## Riesgos\n\n- Ninguno por ahora\n",
        "## Risks\n\n| Risk | Impact |\n|---|---|\n| None | - |\n",
        "## Risks\n\n**Risk:** None\n",
        "## Phase 1: A\n\n- [ ] a\n\n**Risk:** Low (two lines)\n",
        "## Phase 1: A\n\n- [ ] a\n\n#### Risk Mitigation\n\n- Daily backups\n",
        "## Options\n\n### Option A\n\n**Risks:**\n\n- Dear\n",
        "## Ideas\n\n**Pros:**\n\n- Fast\n\n**Risks:**\n\n- Dear\n",
        "## Decisions\n\n### Roof\n\n**Decision:** Slate\n\n| Risk | Impact |\n|---|---|\n| Dear | High |\n",
        "## Phase 1: Risk Assessment\n\n- Interviews\n- [ ] a\n",
        "## Risks\n\n<!-- What could go wrong? -->\n",
        "## Components\n\n| Part | Risk | Effort |\n|---|---|---|\n| Pump | Low | 2 |\n",
    ],
)  # fmt: skip
def test_what_names_no_risk(page: str) -> None:
    assert (titles(page), left_out(page)) == ([], [])


@pytest.mark.parametrize(
    "aside",
    [
        "### Risk Monitoring\n\n- **Daily**: look\n- **Weekly**: measure\n",
        "### Monitoring & Alerting\n\n- Daily\n",
        "### Escalation\n\n- Call Team Quay\n",
        "### Mitigation Strategies\n\n1. **Flags**: switch off\n",
        "### Contingency Plans\n\n#### Kiln\n\n- Old kiln\n",
        "### Risk Levels\n\n- **High**: stops us\n- **Low**: slows us\n",
        "### Legend\n\n| Level | Meaning |\n|---|---|\n| High | stops us |\n",
        "### Assumptions\n\n- Bricks are dry\n",
        "### Open Questions\n\n- Which clay?\n",
        "### Technical Dependencies\n\n- Clay\n",
        "### Gegenmaßnahmen\n\n- Dach\n",
        "### Atténuation des risques\n\n- Toit\n",
        "### 风险缓解措施\n\n- 屋顶\n",
        "**Assumptions:**\n\n- Bricks are dry\n",
        "- **Mitigation:** Roof\n- **Owner:** Kim\n",
    ],
)  # fmt: skip
def test_measures_and_asides_among_the_risks_are_none(aside: str) -> None:
    assert titles(f"## Risks\n\n### Rain\n\n**Impact:** High\n\n{aside}") == ["Rain"]


def test_what_calls_itself_a_risk_is_one_among_dependencies_too() -> None:
    page = "## Risks and Dependencies\n\n### Dependencies\n\n1. **Clay**\n   - Risk: the pit closes\n   - Mitigation: a second pit\n2. Water\n"
    assert titles(page) == ["Clay"]


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("## Risks\n\nMuch may go wrong.\n", [("risk", "Risks")]),
        ("## Risk Mitigation\n\n- Daily backups\n", [("risk", "Risk Mitigation")]),
        ("## Risks\n\n| Risk | Impact | |---|---| | Rain |\n", [("risk", "Risks")]),
        ("## Risks\n\n### Rain\n\n**Impact:** High\n\n### Technical Risks\n\nThe kiln is old.\n", [("risk", "Technical Risks")]),
        ("## Risks\n\n- Rain\n\n| Phase | Budget |\n|---|---|\n| 1 | 2 |\n", [("risk", "Phase | Budget")]),
        ("## Risks\n\n- **High**: the pit closes\n", [("risk", "High: the pit closes")]),
        ("## Phase 1: A\n\n- [ ] a\n\n**Risk:** The pit closes early\n", [("risk", "Risk: The pit closes early")]),
        ("## Risks\n\n- Rain\n\n---\n\n- **Owner:** Team Quay\n- Written in spring\n", [("risk", "Written in spring")]),
    ],
)  # fmt: skip
def test_what_looks_like_a_risk_and_is_not_taken_is_left_out(page: str, left: list[tuple[str, str]]) -> None:
    assert left_out(page) == left


def test_a_list_behind_the_closing_rule_is_the_footer() -> None:
    plan = read(
        "# P\n\n## Risks\n\n- Rain\n\n---\n\n- Frost\n\n## Decisions\n\n- Slate\n\n---\n\n- **Owner:** Team Quay\n"
    )
    assert [risk.title for risk in plan.risks] == ["Rain", "Frost"]  # this rule does not close the page
    assert [one.title for one in plan.decisions] == ["Slate"]


def test_risks_of_a_phase_belong_to_it() -> None:
    page = """
        # P

        ## Phase 1: Dig

        - [ ] a

        **Risks:**

        - Rain

        ### Step 1.1: Fence

        #### Risks

        - Wind

        ## Phase 2: Build

        | Risk | Mitigation |
        |---|---|
        | Frost | Straw |

        ## Risks

        - Fire
        """
    assert [(risk.title, risk.phase) for risk in read(page).risks] == [
        ("Rain", 0), ("Wind", 0), ("Fire", None), ("Frost", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "form", ["- ~~Rain~~\n", "- [x] Rain\n", "- Rain (closed)\n", "### Rain ✅\n\n**Impact:** High\n",
             "| Risk | Impact |\n|---|---|\n| ~~Rain~~ | High |\n", "- **Rain**\n  - Status: Resolved\n"],
)  # fmt: skip
def test_a_closed_risk_leaves_the_exposure(form: str) -> None:
    plan = read(f"# P\n\n## Risks\n\n{form}")
    assert [(risk.title, risk.status) for risk in plan.risks] == [("Rain", "closed")]
    assert plan.open_risks == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("VH", "critical"), ("VL", "low"), ("V. High", "critical"), ("M-H", "high"), ("L/M", "medium"), ("H.", "high"),
        ("0.8", "high"), ("0,3", "medium"), ("~50 %", "medium"), ("10-20%", "low"), ("8 of 10", "high"), ("3/10", "low"),
        ("4 (Low)", "low"), ("2 - Unlikely", "low"), ("4 = High", "high"), (":red_circle:", "high"), (":green_circle: Low", "low"),
        ("🟥", "high"), ("Orange", "medium"), ("High/Med/Low", None), ("Not critical", None), ("3-5 days", None), ("7", None), ("2024", None),
    ],
)  # fmt: skip
def test_a_rating_in_every_spelling(text: str, level: str | None) -> None:
    assert read_rating(text, default_vocabulary()) == level


class TestTables:
    """Columns by meaning, rows joined by identifier, ratings on one scale."""

    @pytest.mark.parametrize(
        "tables",
        [
            "| Risk | Description | Probability |\n|---|---|---|\n| R1 | Bricks crack | High |\n",
            "| # | Risk | Likelihood |\n|---|---|---|\n| R1 | Bricks crack | High |\n",
            "| ID | Risk |\n|---|---|\n| R1 | Bricks crack |\n\n| ID | Probability |\n|---|---|\n| R1 | High |\n",
            "| ID | Probability |\n|---|---|\n| R-01 | High |\n\n### List\n\n| No. | Risk |\n|---|---|\n| R1 | Bricks crack |\n",
            "| Risk | Mitigation |\n|---|---|\n| Bricks crack | Cover |\n\n| Risk | Probability |\n|---|---|\n| Bricks crack | High |\n",
            "- R1: Bricks crack\n\n| Risk | Probability |\n|---|---|\n| R1 | High |\n",
        ],
    )  # fmt: skip
    def test_an_identifier_is_no_title(self, tables: str) -> None:
        plan = read(f"# P\n\n## Risks\n\n{tables}")
        assert [(risk.title, risk.probability) for risk in plan.risks] == [("Bricks crack", "high")]

    def test_equal_numbers_of_different_risks_join_nothing(self) -> None:
        page = "## A\n\n| # | Risk | Impact |\n|---|---|---|\n| 1 | Rain | High |\n\n## B\n\n| # | Risk | Impact |\n|---|---|---|\n| 1 | Wind | Low |\n"
        assert titles(page) == ["Rain", "Wind"]

    @pytest.mark.parametrize(
        ("header", "row", "rated"),
        [
            ("Wahrsch. | Ausw.", "Hoch | Gering", ("high", "low", "medium")),
            ("Prob. | Sev.", "H | L", ("high", "low", "medium")),
            ("P | I", "4 | 2", ("high", "low", "medium")),
            ("L | S", "VH | VL", ("high", "low", "medium")),
            ("Risk Probability | Impact Level", "High | Low", ("high", "low", "medium")),
            ("Likelihood (1-10) | Impact (1-10)", "8 | 2", ("high", "low", "medium")),
            ("Probability | Severity", "80 % | Low", ("high", "low", "medium")),
            ("Severity | Owner", "High | Kim", (None, "high", "high")),
            ("Probability | Impact | Severity", "High | High | Critical", ("high", "high", "critical")),
            ("Score (max 25) | Owner", "20 | Kim", (None, None, "critical")),
            ("Score | Owner", "4 (Low) | Kim", (None, None, "low")),
            ("Score | Owner", "15/25 | Kim", (None, None, "high")),
            ("Effect | S | O | D | RPN", "Waste | 3 | 8 | 2 | 48", ("high", "low", "medium")),
        ],
    )  # fmt: skip
    def test_columns_by_any_name(self, header: str, row: str, rated: tuple[str | None, ...]) -> None:
        rule = "|---" * (header.count("|") + 2) + "|"
        plan = read(f"# P\n\n## Risks\n\n| Risk | {header} |\n{rule}\n| Rain | {row} |\n")
        assert [(one.probability, one.impact, one.level) for one in plan.risks] == [rated]
        assert plan.left_out == []

    @pytest.mark.parametrize(
        ("header", "cells", "rated"),
        [
            ("Score", ("20", "4"), [None, None]),
            ("Risk Rating", ("3", "1"), [None, None]),
            ("RPN", ("120", "36"), [None, None]),
            ("Score", ("20", "4 (Low)"), [None, "low"]),
        ],
    )  # fmt: skip
    def test_a_column_on_an_unknown_scale_stays_unrated_with_one_reason(
        self, header: str, cells: tuple[str, str], rated: list[str | None]
    ) -> None:
        page = f"# P\n\n## Risks\n\n| Risk | {header} |\n|---|---|\n| Crack | {cells[0]} |\n| Rain | {cells[1]} |\n"
        plan = read(page)
        assert [risk.level for risk in plan.risks] == rated
        assert [(one.kind, one.line, one.text) for one in plan.left_out] == [("rating", 5, header)]

    def test_all_numbers_of_a_table_are_on_one_scale(self) -> None:
        page = "# P\n\n## Risks\n\n| Risk | Probability | Impact |\n|---|---|---|\n| Crack | 4 | 9 |\n| Rain | 2 | 5 |\n"
        assert [(one.probability, one.impact) for one in read(page).risks] == [
            ("low", "high"),
            ("low", "medium"),
        ]

    def test_a_cell_that_is_no_rating_is_left_out_and_a_column_of_sentences_is_none(self) -> None:
        page = """
            # P

            ## Risks

            | Risk | Probability | Impact |
            |---|---|---|
            | Crack | High | We lose a day |
            | Rain | Blue | We get wet |
            """
        plan = read(page)
        assert [(one.kind, one.line, one.text) for one in plan.left_out] == [
            ("rating", line_of(page, "Rain"), "Blue")
        ]

    @pytest.mark.parametrize(
        ("inherent", "residual"),
        [
            ("Probability | Impact", "Residual Probability | Residual Impact"),
            ("Inherent Likelihood | Inherent Impact", "Residual Likelihood | Residual Impact"),
            ("Probability (before mitigation) | Impact (before mitigation)", "Probability (after) | Impact (after)"),
            ("P | I", "Residual probability | Impact (residual)"),
            ("Wahrscheinlichkeit | Auswirkung", "Verbleibende Wahrscheinlichkeit | Verbleibende Auswirkung"),
        ],
    )  # fmt: skip
    def test_residual_ratings_are_kept_beside_the_inherent_ones(self, inherent: str, residual: str) -> None:
        page = f"# P\n\n## Risks\n\n| Risk | {inherent} | {residual} |\n|---|---|---|---|---|\n| Rain | High | High | Low | Medium |\n"
        (rain,) = read(page).risks
        assert (rain.probability, rain.impact, rain.level) == ("high", "high", "critical")
        assert (rain.residual_probability, rain.residual_impact, rain.residual_level) == (
            "low",
            "medium",
            "low",
        )

    def test_residual_ratings_as_fields(self) -> None:
        page = "# P\n\n## Risks\n\n### Rain\n\n**Probability:** High\n**Impact:** High\n**Mitigation:** Roof\n**Residual risk:** Low\n"
        (rain,) = read(page).risks
        assert (rain.level, rain.residual_level) == ("critical", "low")


@pytest.mark.parametrize(
    ("item", "title", "mitigation"),
    [
        ("[The roof leaks] → Slate", "The roof leaks", ["Slate"]),
        ("[The roof leaks] -> Mitigation: slate", "The roof leaks", ["slate"]),
        ("The roof leaks => Mitigation: slate", "The roof leaks", ["slate"]),
        ("[Leaks] the roof is old → Mitigation: slate", "Leaks", ["slate"]),
        ("**Leaks** → Mitigation: slate", "Leaks", ["slate"]),
        ("**[Risk]** The roof leaks. **Mitigation**: slate", "The roof leaks", ["slate"]),
        ("**[风险]** 屋顶漏水。**缓解**：用瓦", "屋顶漏水", ["用瓦"]),
        ("风险：屋顶漏水\n  - 缓解：用瓦", "屋顶漏水", ["用瓦"]),
        ("Risk: The roof leaks\n  - Mitigation: slate", "The roof leaks", ["slate"]),
        ("The [roof](roof.md) leaks → slate", "The roof leaks", ["slate"]),
    ],
)
def test_a_risk_and_what_is_done_about_it_on_one_line(item: str, title: str, mitigation: list[str]) -> None:
    (risk,) = read(f"# P\n\n## Risks / Trade-offs\n\n- {item}\n").risks
    assert (risk.title, risk.mitigation) == (title, mitigation)


def test_decisions_say_none_as_risks_do() -> None:
    for none in (
        "- None\n",
        "- Keine Entscheidungen\n",
        "- 无\n",
        "| Decision | Rationale |\n|---|---|\n| None | |\n",
    ):
        plan = read(f"# P\n\n## Decisions\n\n{none}\n## Deliverables\n\n- None identified\n")
        assert (plan.decisions, plan.deliverables, plan.left_out) == ([], [], [])


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("## Notes & Decisions\n\n### Technical Decisions\n\n- **Roof**: Slate\n", ["Roof"]),
        ("## Decisions\n\n- D2: Slate\n", ["Slate"]),
        ("## Decisions\n\n- 2025-03-04: Slate for the roof\n", ["Slate for the roof"]),
        ("## Kiln\n\n| Decision | Rationale |\n|---|---|\n| Slate | Lasts |\n", ["Slate"]),
        ("## Decisions\n\n### Log\n\n- Meetings\n\n### 3.1 Slate is used\n\nIt lasts.\n", ["Slate is used"]),
        ("## Decisions\n\n- Decision: Slate\n  - Alternatives: straw\n- **Decision 2:** Oak\n", ["Slate", "Oak"]),
        ("## Decisions\n\n- Slate\n\n---\n\n- **Owner:** Team Quay\n", ["Slate"]),
    ],
)  # fmt: skip
def test_decisions_of_every_kind(page: str, found: list[str]) -> None:
    assert [one.title for one in read(f"# P\n\n{page}").decisions] == found


def test_a_section_of_decisions_that_cannot_be_read_is_left_out() -> None:
    plan = read("# P\n\n## Decisions\n\n| Phase | Budget |\n|---|---|\n| 1 | 2 |\n")
    assert [(one.kind, one.line) for one in plan.left_out] == [("decision", 3)]


@pytest.mark.parametrize(
    "heading", ["What Could Go Wrong?", "⚠️ What can go wrong", "Was kann schiefgehen?", "Risks"]
)
def test_questions_below_what_could_go_wrong_are_a_risk_each(heading: str) -> None:
    page = f"""
        # P

        ## {heading}

        ### "What if the kiln cracks?"

        - We have another one

        ### What if it rains?

        - **Roof**: in place
        - **Pump**: on loan

        ## Next

        ### Who pays?

        - We do
        """
    assert [risk.title.strip('"') for risk in read(page).risks] == [
        "What if the kiln cracks?",
        "What if it rains?",
    ]


@pytest.mark.parametrize(
    "heading", ["Risk Categories", "Risk Levels", "Risikokategorien: Risiken", "Categorías de riesgos"]
)
def test_levels_told_with_what_may_be_risks_are_reported(heading: str) -> None:
    page = f"""
        # P

        ## Safety

        ### {heading}

        - **High Risks**: the kiln cracks, rain
        - **Low Risks**: soot
        """
    plan = read(page)
    assert (plan.risks, {one.kind for one in plan.left_out}) == ([], {"risk"})


@pytest.mark.parametrize(
    "page",
    [
        "## Phase 1: Build\n\n### Risk Management Engine\n\n- [ ] Sizing\n- [x] Limits\n\n## Phase 2: Fire\n",
        "## Metrics\n\n### Risk Management Metrics\n\n- [ ] No position exceeds its limit\n",
        "## 风险控制\n\n### 回滚策略\n\n1. **Git**\n2. **分步提交**\n\n### 应急预案\n\n- 立即回滚\n",
    ],
)
def test_tasks_about_risks_and_ways_back_are_no_risks(page: str) -> None:
    assert titles(page) == []


RATED = "- **Probability:** High\n- **Impact:** Low\n- **Action:** cover\n"


def test_a_heading_that_is_rated_both_ways_is_a_risk_wherever_it_stands() -> None:
    assert titles(f"## Blockers\n\n### 1. B-01: Bricks crack\n\n{RATED}\n### 2. B-02: Rain\n\n{RATED}") == [
        "B-01: Bricks crack",
        "B-02: Rain",
    ]


def test_but_no_example_of_how_risks_are_looked_at_and_no_phase() -> None:
    assert titles(f"## Example Risk Assessments\n\n### Bricks crack\n\n{RATED}") == []
    assert titles(f"## Phase 1: Dig\n\n{RATED}\n## Phase 2: Build\n\n- [ ] a\n") == []


def test_a_code_counts_where_below_it_stands_what_only_risks_have() -> None:
    assert titles("## R001\n\n### Description\n\nRain\n\n### Mitigation\n\n- Roof\n") == ["R001"]
    assert titles("## R1\n\n- a release\n") == []


def test_a_table_may_have_its_risks_in_columns() -> None:
    page = """
| | R001 | R002 |
|---|---|---|
| Description | Bricks crack | Rain |
| Probability | high | low |
| Mitigation | cover | roof |
| Owner | Kiln team | Roof team |
"""
    risks = read(f"# P\n\n## Risks\n{page}").risks
    assert [(one.title, one.probability, one.owner) for one in risks] == [
        ("Bricks crack", "high", "Kiln team"),
        ("Rain", "low", "Roof team"),
    ]


def test_what_a_contingency_costs_is_no_measure() -> None:
    page = "## Budget\n\n| Risk | Base | Contingency |\n|---|---|---|\n| R-01 plan B | $87,000M | $0 |\n| R-02 (+10 %) | $4M | +$1M |\n"
    assert titles(page) == []


def test_a_mention_in_other_words_is_of_the_row_that_tells_more() -> None:
    page = """
        # P

        **Key Risks**:

        - Acoustic issues in hard-surface rooms
        - Network too slow during the peak

        ## Risks

        | ID | Description | Impact | Mitigation |
        |---|---|---|---|
        | R-1 | Acoustic issues in rooms (echo) | High | Panels |
        | R-2 | Supply of screens | Low | Order early |
        """
    assert [(one.title, one.line) for one in read(page).risks] == [
        ("Network too slow during the peak", line_of(page, "Network too slow")),
        ("Acoustic issues in rooms (echo)", line_of(page, "R-1")),
        ("Supply of screens", line_of(page, "R-2")),
    ]


def test_a_list_of_codes_is_of_the_rows_that_have_them() -> None:
    rows = "| ID | Risk | Rating |\n|---|---|---|\n| SCI-001 | Too small an effect | High |\n| PRO-002 | Scope | Low |\n"
    listed = "1. SCI-001 — effects may be too small,\n2. PRO-002 — scope may be too broad.\n"
    page = f"## Scientific Risks\n\n{rows}\n## Highest-Priority Risks\n\nThe most urgent are:\n\n{listed}"
    assert titles(page) == ["Too small an effect", "Scope"]


def test_a_column_may_be_called_by_the_plural() -> None:
    page = (
        "## Зависимости и риски\n\n| Блок | Зависимости | Риски |\n|---|---|---|\n| MVP | Доступ | Rain |\n"
    )
    assert titles(page) == ["Rain"]


@pytest.mark.parametrize(
    "text", ["High if nobody looks", "Alta si no se educa", "Hoch, wenn es regnet", "Hoch bei Regen"]
)
def test_a_rating_may_stand_under_a_condition(text: str) -> None:
    assert read_rating(text, default_vocabulary()) == "high"


BOTH = "  - Probability: High\n  - Impact: Low\n"


@pytest.mark.parametrize(
    "page",
    [
        "## Concerns\n\n| Item | Probability | Impact |\n|---|---|---|\n| Bricks crack | High | Low |\n| Rain | Low | Low |\n",
        f"## Notes\n\n- **Bricks crack**\n{BOTH}- **Rain**\n{BOTH}",
        "## Open issues\n\n**Bricks crack**\n- Probability: High\n- Impact: Low\n\n**Rain**\n- Probability: High\n- Impact: Low\n",
        f"## Phase 1: Dig\n\n- [ ] a\n\n### Watch\n\n- Bricks crack\n{BOTH}- Rain\n{BOTH}",
    ],
)
def test_what_is_rated_both_ways_is_a_risk_in_every_form(page: str) -> None:
    assert titles(page) == CRACK_AND_RAIN


def test_a_risk_matrix_in_dutch() -> None:
    rows = "| Risico | Impact | Kans | Mitigatie |\n|---|---|---|---|\n| Regen | Hoog | Middel | Dak |\n| Vorst | Laag | Laag | Deken |\n"
    risks = read(f"# P\n\n## Risicomatrix\n\n{rows}").risks
    assert [(one.title, one.probability, one.impact) for one in risks] == [
        ("Regen", "medium", "high"),
        ("Vorst", "low", "low"),
    ]


def test_a_column_called_risk_may_rate_and_explain() -> None:
    rows = "| Task | Risk |\n|---|---|\n| Dig | YELLOW — new to us |\n| Build | GREEN — as before |\n"
    assert titles(f"## Work\n\n{rows}") == []


def test_a_formula_and_what_stands_below_none_are_no_risks() -> None:
    assert titles("## Risks\n\n**Risk Score = Probability × Impact**\n\n- Rain\n") == ["Rain"]
    assert titles("## Risks\n\n### Low\n\n- Rain\n\n### High (none)\n\n- ✅ Hardness: usual\n") == ["Rain"]


def test_a_heading_that_names_risks_over_a_list_of_none_is_left_out_aloud() -> None:
    page = "## Common Pitfalls\n\n| When | What |\n|---|---|\n| Rain | cover |\n"
    assert titles(page) or ("risk", "Common Pitfalls") in left_out(page)


def rated(page: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one.title, one.probability, one.impact, one.level) for one in read(f"# P\n\n{page}").risks]


@pytest.mark.parametrize(
    ("bracket", "probability", "impact", "level"),
    [
        ("High probability, critical impact", "high", "critical", "critical"),
        ("low impact and high likelihood", "high", "low", "medium"),
        ("Low/High", "low", "high", "medium"),
        ("H, L", "high", "low", "medium"),
        ("Medium-High", None, None, "high"),
        ("High", None, None, "high"),
    ],
)
def test_a_bracket_behind_a_risk_may_rate_it_both_ways(
    bracket: str, probability: str | None, impact: str | None, level: str | None
) -> None:
    for item in (
        f"1. **Bricks crack** ({bracket})\n   - Mitigation: cover\n",
        f"- Bricks crack ({bracket})\n",
    ):
        assert rated(f"## Risks\n\n{item}") == [("Bricks crack", probability, impact, level)]


def test_a_bracket_that_says_something_else_stays() -> None:
    assert titles("## Risks\n\n- Bricks crack (north wall, south wall)\n- Rain (1/2)\n")[0] == (
        "Bricks crack (north wall, south wall)"
    )


def test_likelihood_and_consequence_may_be_letters() -> None:
    page = "## Risks\n\n| Risk | L | C | Mitigation |\n|---|---|---|---|\n| Rain | M | H | Roof |\n"
    assert rated(page) == [("Rain", "medium", "high", "high")]


def test_a_level_leads_a_risk_below_a_kind_of_risks() -> None:
    page = "## Risk Assessment\n\n### {}\n\n- **High**: Bricks crack\n- **Low**: {}\n"
    assert rated(page.format("Technical Risks", "Rain")) == [
        ("Bricks crack", None, None, "high"),
        ("Rain", None, None, "low"),
    ]
    assert titles(page.format("Technical Risks", "rain, frost")) == ["Bricks crack"]  # several, or a legend
    assert titles(page.format("Levels", "can wait")) == []


def test_headings_of_what_may_happen_are_risks_though_measures_are_below() -> None:
    page = """
## Risk Mitigation

### Loss of the Clay Pit Lease

- Pay early

### Kiln Failure

- A second kiln

### Tool Theft

- Lock the yard

### Rollback Plan

- Buy bricks
"""
    assert titles(page) == ["Loss of the Clay Pit Lease", "Kiln Failure", "Tool Theft"]


def test_headings_of_measures_are_none() -> None:
    page = "## Risk Mitigation\n\n### {}\n\n- Cover them\n\n### Dry First\n\n- A week\n"
    assert titles(page.format("Existing Bricks")) == []
    assert titles(page.format("Kiln Failure")) == []  # one alone says too little of the others


@pytest.mark.parametrize(
    ("page", "advice"),
    [
        ("## Risks\n\nMuch may go wrong.\n", "write each as an item"),
        ("## Risk Mitigation\n\n- Daily backups\n", "list under 'Risks'"),
        ("## Common Pitfalls\n\n- Rain\n", "under one called 'Risks'"),
        ("## Risks\n\n- **High**: the pit closes\n", "write '- High risks'"),
        ("## Risks\n\n- Rain\n\n| Phase | Budget |\n|---|---|\n| 1 | 2 |\n", "call one 'Risk'"),
        ("## Dig\n\n**Risk:** The pit closes early\n", "list it under a heading 'Risks'"),
    ],
)
def test_what_is_left_out_says_what_to_write_instead(page: str, advice: str) -> None:
    (left,) = read(f"# P\n\n{page}").left_out
    assert advice in left.reason


def test_a_bracket_in_front_may_rate() -> None:
    found = [("Bricks crack", None, None, "high"), ("Rain", None, None, "low")]
    for page in (
        "- [HIGH] Bricks crack: cold\n- (LOW) Rain: roof\n",
        "- **[High] Bricks crack** — cold\n- **[Low] Rain** — roof\n",
        "### [High] Bricks crack\n\nCold.\n\n### 2. (Low) Rain\n\nRoof.\n",
    ):
        assert rated(f"## Risks\n\n{page}") == found


def test_bold_words_that_end_as_a_sentence_lead_a_risk() -> None:
    page = "## Risks\n\n**1. Bricks crack (low likelihood / high impact).** They are cold.\n\n**Rain.** It is wet.\n"
    assert rated(page) == [("Bricks crack", "low", "high", "medium"), ("Rain", None, None, None)]


def test_levels_of_phases_are_no_risks_unless_something_is_done() -> None:
    page = "## Risks\n\n| Phase | Risk Level | {} |\n|---|---|---|\n| Dig | High | Wait |\n"
    assert titles(page.format("Reason")) == []
    assert titles(page.format("Mitigation")) == ["Dig"]


def test_a_table_of_the_main_risk_of_each_week() -> None:
    page = "## Risk Mitigation Calendar\n\n| Week | Primary Risk | Mitigation |\n|---|---|---|\n| 2 | Rain | Roof |\n"
    assert titles(page) == ["Rain"]


def test_a_level_of_risk_beside_anything_makes_it_no_risk() -> None:
    page = "## Risk Assessment\n\n| Part | Benefit | Effort | Risk |\n|---|---|---|---|\n| Roof | High | Low | Low |\n"
    assert titles(page) == []
    assert left_out(page) == [("risk", "Part | Benefit | Effort | Risk")]


def test_a_kind_of_risks_may_have_the_name_of_a_frame() -> None:
    page = "## Risk Mitigation\n\n### {}\n\n- Rain → roof\n"
    assert titles(page.format("Process Risks")) == ["Rain"]
    assert titles(page.format("Governance Risks")) == ["Rain"]
    for other in ("Risk Process", "No Risks", "Example Risks"):
        assert titles(page.format(other)) == [], other


@pytest.mark.parametrize(
    "page",
    [
        "## Risk Assessment\n\n### Overall Risk Level: LOW\n\nFine.\n\n#### Why Low Risk?\n\n1. **Security**\n   - Locked\n\n#### Remaining Risks:\n\n1. Rain\n",
        "## Risk Assessment\n\n**Risk Level:** LOW\n\n**Mitigated Risks:**\n\n- Frost\n\n**Remaining Risks:**\n\n- Rain\n",
        "## Risk Assessment\n\n### Current Risk Level: LOW\n\n**Factors:**\n\n- Old walls\n\n### Later Risks\n\n- Rain\n",
    ],
)
def test_how_much_risk_there_is_and_why_names_none(page: str) -> None:
    assert titles(page) == ["Rain"]


@pytest.mark.parametrize(
    "item",
    [
        "**Rain** — Likelihood: high — Impact: low — Mitigation: roof",
        "**Rain** — likelihood: high, impact: low. Mitigation: roof",
        "**Rain** (likelihood: high; impact: low)\n  - Mitigation: roof",
    ],
)
def test_facts_on_the_line_of_a_risk_however_they_are_parted(item: str) -> None:
    (risk,) = read(f"# P\n\n## Risks\n\n- {item}\n").risks
    assert (risk.title, risk.probability, risk.impact, risk.mitigation) == ("Rain", "high", "low", ["roof"])


def test_a_level_may_be_all_that_is_said_of_a_risk() -> None:
    assert rated("## Risks\n\n1. **Rain**: medium risk\n2. Frost: High\n") == [
        ("Rain", None, None, "medium"),
        ("Frost", None, None, "high"),
    ]


def test_traffic_lights_rate() -> None:
    page = "## Risk Log\n\n| Risk | RAG | Action |\n|---|---|---|\n| Rain | 🔴 | Roof |\n| Frost | Green | Fire |\n"
    assert rated(page) == [("Rain", None, None, "high"), ("Frost", None, None, "low")]


def test_a_challenge_whose_risk_is_rated_is_one() -> None:
    page = (
        "## Technical Challenges\n\n### 1. Rain\n\n**Challenge:** It is wet.\n\n**Risk:** Low, we have a roof.\n\n"
        "### 2. Frost\n\n**Solution:** Fire.\n\n**Risk:** High\n"
    )
    assert rated(page) == [("Rain", None, None, "low"), ("Frost", None, None, "high")]


def test_a_code_is_one_risk_in_every_table() -> None:
    page = (
        "## Risks\n\n| ID | Risk | Likelihood | Impact |\n|---|---|---|---|\n| GOV-01 | Wrong gate is opened | H | C |\n\n"
        "## High Risks\n\n| ID | Risk | Score |\n|---|---|---|\n| GOV-01 | Wrong gate | 🔴 12 |\n"
    )
    assert rated(page) == [("Wrong gate is opened", "high", "critical", "critical")]


def test_a_column_of_risk_that_rates_work_names_none() -> None:
    rows = "".join(
        f"| {at} | Part {at} | Docs | {risk} |\n"
        for at, risk in enumerate(("Low", "Low", "High", "Medium", "Trivial"))
    )
    assert rated(f"## Scope\n\n| # | Change | Type | Risk |\n|---|---|---|---|\n{rows}") == []


@pytest.mark.parametrize("heading", ["Legacy tooling assumptions", "Old gate questions"])
def test_a_heading_that_ends_in_a_word_of_asides_may_be_a_risk(heading: str) -> None:
    assert titles(f"## Risks\n\n### {heading}\n\nSome gates are old.\n\n### Rain\n\nIt is wet.\n") == [
        heading,
        "Rain",
    ]


def test_lag_is_no_level() -> None:
    assert rated("## Risks\n\n| Risk | Impact |\n|---|---|\n| Rain | Lag in the gates |\n") == [
        ("Rain", None, None, None)
    ]


def test_what_has_risks_in_front_of_them_makes_no_table_of_risks_elsewhere() -> None:
    assert (
        rated(
            "## What is missing\n\n| Gap | Risk | Status |\n|---|---|---|\n| Roof | Rain gets in | Open |\n"
        )
        == []
    )


@pytest.mark.parametrize("heading", ["Risk & Impediment Radar", "Risks and Impediments"])
def test_impediments_may_be_beside_risks(heading: str) -> None:
    assert read(f"# P\n\n## {heading}\n\n- Rain\n").sections == {"risks": 3}


def test_a_share_of_something_is_no_rating() -> None:
    rows = "| Rain | 20% chance of it | 20% value reduction ($400) |\n| Frost | 70% | 10 % |\n"
    page = f"## Risks\n\n| Risk | Probability | Impact |\n|---|---|---|\n{rows}"
    assert rated(page) == [("Rain", "low", None, None), ("Frost", "high", "low", "medium")]


@pytest.mark.parametrize(
    "share", ["20% Chance of rain", "20 % Wahrscheinlichkeit von Regen", "20 % de probabilité totale"]
)
def test_a_share_of_probability_rates_in_any_language(share: str) -> None:
    assert rated(f"## Risks\n\n| Risk | Probability |\n|---|---|\n| Rain | {share} |\n")[0][1] == "low"


def test_gates_among_risks_are_none() -> None:
    assert titles("## Risks\n\n- Rain\n\n### Rollout Gates\n\n- **Canary**: one mill first\n") == ["Rain"]


def test_low_risks_with_a_check_mark_are_what_is_well() -> None:
    page = "## Risk Assessment\n\n### Low Risk ✅\n\n- Types pass\n\n### Known Limitations\n\n- Old roof\n\n### High Risks\n\n- Rain\n"
    assert titles(page) == ["Rain"]


def test_what_has_a_mitigation_below_is_a_risk_among_measures() -> None:
    page = "## Risk Mitigation\n\n1. **Rain:** It is wet\n   - **Mitigation:** Roof\n2. **Frost:** It is cold\n   - **Mitigation:** Fire\n"
    assert titles(page) == ["Rain", "Frost"]


def test_a_column_of_things_that_may_fail_or_risks_names_risks() -> None:
    page = "## Safety\n\n| Point of failure (SPOF) / Risk | Impact | Mitigation |\n|---|---|---|\n| Old wheel | It stands still | New one |\n"
    assert titles(page) == ["Old wheel"]


def test_a_phase_over_its_risk_names_none() -> None:
    page = (
        "## Risk Management\n\n**Sprint 1**:\n\n- Risk: Rain gets in\n- Mitigation: Roof\n\n"
        "**Sprint 2-4**:\n\n- Risk: Frost\n- Mitigation: Fire\n"
    )
    assert [(risk.title, risk.mitigation) for risk in read(f"# P\n\n{page}").risks] == [
        ("Rain gets in", ["Roof"]),
        ("Frost", ["Fire"]),
    ]


def test_an_effect_in_words_beside_a_severity_rates_nothing() -> None:
    page = "## Risks\n\n- Rain\n  - Likelihood - Low\n  - Severity - High\n  - Consequences - The flour gets wet\n"
    assert rated(page) == [("Rain", "low", "high", "medium")]


def test_a_list_below_one_of_several_numbered_risks_explains_it():
    lists = "### 2.1 The coupling of docs and tests\n\nThe form is:\n\n1. Pinned in the docs.\n2. Held by tests.\n\n**Rule:** change both.\n\n"
    prose = "### 2.2 Mixed languages\n\nSome are German.\n\n### 2.3 Stale pages\n\nThree are old.\n"
    assert titles(f"## 2. Project-specific risks\n\n{lists}{prose}") == [
        "The coupling of docs and tests",
        "Mixed languages",
        "Stale pages",
    ]


def test_items_among_measures_that_name_what_may_happen_are_risks():
    items = "1. **Video issues**\n   - copies\n2. **Database overload**\n   - pools\n3. **Login failures**\n   - retries\n"
    assert titles(f"## Risk Mitigation\n\n{items}") == ["Video issues", "Database overload", "Login failures"]
    measures = "1. **Staging first:** a copy\n2. **Feature flags:** off at first\n"
    assert (
        titles(f"## Risk Mitigation\n\n{measures}"),
        len(left_out(f"## Risk Mitigation\n\n{measures}")),
    ) == ([], 1)


def test_levels_of_escalation_are_none_in_japanese():
    page = "## リスク管理\n\n| リスク | 発生確率 | 影響度 |\n|---|---|---|\n| 遅延 | 高 | 最高 |\n\n### エスカレーションルール\n\n**Level 1（担当者対応）**: 解決\n**Level 2（PM）**: 変更\n"
    (risk,) = read(f"# P\n\n{page}").risks
    assert (risk.title, risk.impact) == ("遅延", "critical")


def test_risks_in_a_block_of_code_are_left_out_with_what_to_write():
    page = "## Risks\n\n### Technical risks\n\n```yaml\nflood:\n  mitigation: pumps\n```\n"
    assert (titles(page), left_out(page)) == ([], [("risk", "Risks")])


def test_a_group_by_level_one_of_whose_risks_is_called_as_a_fact_is_a_group():
    page = "## Risk Mitigation\n\n### High-Risk Areas\n\n1. **Data loss**: backups\n2. **Downtime**: a second kiln\n3. **Rollback**: by hand\n"
    assert titles(page) == ["Data loss", "Downtime"]


def test_a_numbered_heading_in_a_phase_that_speaks_of_a_risk_is_a_step():
    page = "## Phase 2: Records\n\n#### 2.1 The risk of records\n\n1. one thing\n2. another thing\n"
    assert titles(page) == []
    assert titles(page.replace("2.1 The risk of records", "2.5 Risks")) == ["one thing", "another thing"]


def test_french_words_for_high_rate():
    rows = "| Risque | Impact | Probabilité |\n|---|---|---|\n| Crue | Haute | Haute si rien n'est fait |\n"
    (risk,) = read(f"# P\n\n## Risques\n\n{rows}").risks
    assert (risk.probability, risk.impact) == ("high", "high")


def test_a_language_without_plurals_tells_one_risk_at_length_and_a_kind_shortly():
    one = "- 回调链路不一致风险：\n  - 校验\n  - 轮换\n- Flash 磨损风险（4GB）：\n  - 清理\n"
    assert titles(f"## 风险与应对\n\n{one}") == ["回调链路不一致风险", "Flash 磨损风险（4GB）"]
    kinds = "- 技术风险：\n  - 回调不一致\n  - 磨损\n"
    assert titles(f"## 风险与应对\n\n{kinds}") == ["回调不一致", "磨损"]


def test_measures_that_name_what_they_are_against_are_no_risks():
    """Nor are those beside two events."""
    measures = (
        "- **Prevent data loss:** copies\n- **Avoid downtime:** two kilns\n- **Train staff:** two days\n"
    )
    mixed = "- **Data loss**: copies\n- **Downtime**: kilns\n- **Staging first**: a\n- **Weekly review**: b\n"
    assert [titles(f"## Risk Mitigation\n\n{one}") for one in (measures, mixed)] == [[], []]


def test_a_section_of_risk_control_tells_risks_in_chinese():
    assert titles("## 风险控制\n\n- **数据丢失**: 备份\n- **性能下降**: 加索引\n") == ["数据丢失", "性能下降"]


def test_risks_in_a_numbered_chapter_of_a_phase_are_risks():
    page = "## Phase 2: Audit\n\n### 2.3 Project risks and mitigation\n\n- Rain: tarp\n- Frost: straw\n"
    assert len(titles(page)) == 2


def test_a_group_in_a_language_without_plurals_may_have_a_long_name():
    page = "## 风险\n\n- **技术层面主要风险**:\n  - **回调不一致**: 校验\n  - **磨损**: 清理\n"
    assert titles(page) == ["回调不一致", "磨损"]
