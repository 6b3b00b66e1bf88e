"""Risks: described in many forms, summed up in tables, rated on a grid."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.vocabulary.grid import DEFAULT_GRID
from tests.reading.drawn import line_of, read


def risks(text: str, **options: object) -> list[tuple[str, str | None, str | None]]:
    return [(risk.title, risk.probability, risk.impact) for risk in read(text, **options).risks]


def rated(probability: str, impact: str, **options: object):
    page = f"# P\n\n## Risks\n\n### Risk 1: Flood\n\n**Probability:** {probability}\n\n**Impact:** {impact}\n"
    (risk,) = read(page, **options).risks
    return risk


FLOOD = [("Flood", "high", "medium")]


@pytest.mark.parametrize(
    "form",
    [
        # headings
        "### Risk 1: Flood\n\n**Probability:** High\n\n**Impact:** Medium\n",
        "### Risk 1 - Flood\n\n**Probability:** High\n**Impact:** Medium\n",
        "### R1: Flood\n\n- **Probability:** High\n- **Impact:** Medium\n",
        "### R-01 Flood\n\n**Likelihood**: High\n**Severity**: Medium\n",
        "### 1. Flood\n\n**Probability:** High | **Impact:** Medium\n",
        "### Flood\n\n- Probability: High\n- Impact: Medium\n- Mitigation: Pumps\n",
        "### ⚠️ Risk 1: Flood\n\nProbability: High\nImpact: Medium\n",
        "### High-Risk Items\n\n#### Risk 1: Flood\n\n**Probability:** High\n\n**Impact:** Medium\n",
        # bold paragraphs
        "**Risk 1: Flood**\n\n- Probability: High\n- Impact: Medium\n",
        "**Flood**\n\n- Probability: High\n- Impact: Medium\n- Mitigation: Pumps\n",
        # list items
        "- **Flood**\n  - Probability: High\n  - Impact: Medium\n",
        "- **Flood**: the river rises\n  - **Probability**: High\n  - **Impact**: Medium\n",
        "1. **Flood**\n   - *Probability:* High\n   - *Impact:* Medium\n",
        "1. Risk 1: Flood\n   - Probability: High\n   - Impact: Medium\n",
        "1. Flood\n\n   **Probability:** High\n\n   **Impact:** Medium\n",
        "- Flood (Probability: High, Impact: Medium)\n",
        "- **Flood** | Probability: High | Impact: Medium\n",
        "- **Risk:** Flood\n  - **Probability:** High\n  - **Impact:** Medium\n",
        "- Risk: Flood\n  Probability: High\n  Impact: Medium\n",
        "**Risk:** Flood\n**Probability:** High\n**Impact:** Medium\n",
        "### Flood\n\n| Field | Value |\n|---|---|\n| Probability | High |\n| Impact | Medium |\n",
        # tables, columns in any order
        "| Risk | Probability | Impact |\n|---|---|---|\n| Flood | High | Medium |\n",
        "| Impact | Risk | Mitigation | Likelihood |\n|---|---|---|---|\n| Medium | Flood | Pumps | High |\n",
        "| ID | Risk | Likelihood | Severity | Owner |\n|---|---|---|---|---|\n| R1 | Flood | High | Medium | Kim |\n",
        "| **Risk** | *Probability* | Impact |\n|---|---|---|\n| **Flood** | **High** | 🟡 Medium |\n",
        "| Risiko | Wahrscheinlichkeit | Auswirkung |\n|---|---|---|\n| Flood | Hoch | Mittel |\n",
        "| Риск | Вероятность | Влияние |\n|---|---|---|\n| Flood | Высокая | Среднее |\n",
        "| 风险 | 概率 | 影响 |\n|---|---|---|\n| Flood | 高 | 中 |\n",
        "| リスク | 発生確率 | 影響度 |\n|---|---|---|\n| Flood | 高 | 中 |\n",
        "| Risque | Probabilité | Impact |\n|---|---|---|\n| Flood | Élevée | Moyen |\n",
        "| Riesgo | Probabilidad | Impacto |\n|---|---|---|\n| Flood | Alta | Medio |\n",
        "| Risco | Probabilidade | Impacto |\n|---|---|---|\n| Flood | Alta | Médio |\n",
        # a description and its row are one
        "### Risk 1: Flood\n\n**Probability:** High\n**Impact:** Medium\n\n### Risk Matrix\n\n| Risk | Probability | Impact |\n|---|---|---|\n| Risk 1 | High | Medium |\n",
    ],
)  # fmt: skip
def test_a_risk_in_every_form(form: str) -> None:
    assert risks(f"# P\n\n## Risks\n\n{form}") == FLOOD


@pytest.mark.parametrize(
    ("form", "titles"),
    [
        ("- Flood\n- Fire\n", ["Flood", "Fire"]),
        ("- **Flood**: the river rises\n- **Fire**: sparks\n", ["Flood", "Fire"]),
        ("1. Flood - the river rises\n2. Fire - sparks\n", ["Flood", "Fire"]),
        ("### High-Risk Items\n\n- Flood\n\n### Low-Risk Items\n\n- Fire\n", ["Flood", "Fire"]),
        ("**High:**\n\n- Flood\n\n**Low:**\n\n- Fire\n", ["Flood", "Fire"]),
        ("| Risk | Mitigation |\n|---|---|\n| Flood | Pumps |\n| Fire | Buckets |\n", ["Flood", "Fire"]),
    ],
)
def test_unrated_risks_stay_visible(form: str, titles: list[str]) -> None:
    plan = read(f"# P\n\n## Risks\n\n{form}")
    assert [(risk.title, risk.level) for risk in plan.risks] == [(title, None) for title in titles]
    assert len(plan.open_risks) == 2


@pytest.mark.parametrize(
    "page",
    [
        "## Phase 1: A\n\n### Step 1.1: B\n\n**Risk:** Low\n\n- [ ] a\n",
        "## Phase 1: A\n\n- [ ] a\n- Risk: Low\n",
        "## Goals\n\n- **Risk:** Low\n",
        "## Components\n\n| Component | Status | Owner |\n|---|---|---|\n| Pump | New | Kim |\n",
        "## Issues\n\n1. **Issue 1:** Slow\n   - Impact: High\n",
        "## Risks\n\nNone known.\n",
        "## Risks\n\n### Risk 1: Flood\n",
        "## Risks\n\n- [What could go wrong]\n",
    ],
)  # fmt: skip
def test_what_is_no_risk(page: str) -> None:
    expected = ["Flood"] if "Flood" in page else []
    assert [risk.title for risk in read(f"# P\n\n{page}").risks] == expected


def test_a_risk_is_read_with_all_its_parts() -> None:
    page = """
        # P

        ## Risk Assessment

        ### High-Risk Items

        #### Risk 1: Flood

        **Probability:** Medium (every third spring)

        **Impact:** Critical - the archive stands below the river

        **Description:** The river rises.

        **Mitigation:**

        - Pumps
        - Sand bags

        **Contingency:**

        - Move the archive

        **Owner:** Kim

        **Status:** Mitigating

        ### Medium-Risk Items

        #### Risk 2: Fire

        Sparks from the workshop.
        """
    flood, fire = read(page).risks
    assert (flood.number, flood.title, flood.line) == ("1", "Flood", line_of(page, "Risk 1"))
    assert (flood.probability, flood.impact, flood.level) == ("medium", "critical", "critical")
    assert flood.probability_text == "Medium (every third spring)"
    assert flood.impact_text == "Critical - the archive stands below the river"
    assert flood.description == "The river rises."
    assert (flood.mitigation, flood.contingency) == (["Pumps", "Sand bags"], ["Move the archive"])
    assert (flood.owner, flood.status, flood.group) == ("Kim", "mitigating", "high")
    assert (flood.described, flood.heading, flood.row_line) == (True, True, 0)
    assert (fire.title, fire.description, fire.group) == ("Fire", "Sparks from the workshop.", "medium")
    assert (fire.probability, fire.impact, fire.level) == (None, None, None)


class TestRows:
    """The described risk is the truth, the row of the table its summary."""

    DESCRIBED = """
## Risks

### Risk 1: Flood in the archive

**Probability:** High
**Impact:** Medium

### Risk 2: Fire

**Probability:** Low
**Impact:** High

### Risk Matrix

| Risk | Probability | Impact | Status |
|---|---|---|---|
"""

    @pytest.mark.parametrize(
        ("name", "described"),
        [
            ("Risk 1", "Flood in the archive"),
            ("Risk 2", "Fire"),
            ("R-01", "Flood in the archive"),
            ("R2", "Fire"),
            ("Risk 1: Something else", "Flood in the archive"),
            ("Flood in the archive", "Flood in the archive"),
            ("**FLOOD IN THE ARCHIVE**", "Flood in the archive"),
            ("Flood", "Flood in the archive"),
            ("Fire in the workshop", "Fire"),
        ],
    )
    def test_a_row_is_matched_by_number_then_title_then_words(self, name: str, described: str) -> None:
        page = f"# P\n{self.DESCRIBED}| {name} | High | High | ✅ |\n"
        plan = read(page)
        assert [risk.title for risk in plan.risks] == ["Flood in the archive", "Fire"]
        row = page.rstrip("\n").count("\n") + 1
        assert {risk.title: risk.row_line for risk in plan.risks if risk.row_line} == {described: row}
        assert [risk.title for risk in plan.risks if risk.status == "closed"] == [described]

    def test_words_that_fit_two_descriptions_match_neither(self) -> None:
        page = """
            # P

            ## Risks

            ### Risk 1: Data loss in the archive

            **Impact:** High

            ### Risk 2: Data loss in the cloud

            **Impact:** High

            | Risk | Probability |
            |---|---|
            | Data loss | High |
            """
        assert [(risk.title, risk.row_line, risk.described) for risk in read(page).risks] == [
            ("Data loss in the archive", 0, True),
            ("Data loss in the cloud", 0, True),
            ("Data loss", 15, False),
        ]

    def test_each_description_takes_one_row(self) -> None:
        page = f"# P\n{self.DESCRIBED}| Fire | Low | High | |\n| Fire | High | High | |\n"
        found = [(risk.title, risk.described) for risk in read(page).risks]
        assert found == [("Flood in the archive", True), ("Fire", True), ("Fire", False)]

    def test_a_rating_that_differs_is_kept_with_both_lines(self) -> None:
        page = f"# P\n{self.DESCRIBED}| Risk 2 | High | High | |\n"
        plan = read(page)
        fire = plan.risks[1]
        assert (fire.probability, fire.row_probability, fire.level) == ("low", "high", "medium")
        (found,) = plan.contradictions
        assert (found.kind, found.what, found.risk, found.value, found.other) == (
            "matrix",
            "probability",
            1,
            "low",
            "high",
        )
        assert (found.line, found.other_line) == (line_of(page, "Risk 2: Fire"), line_of(page, "| Risk 2 |"))

    def test_a_row_fills_in_what_the_description_leaves_out(self) -> None:
        page = """
            # P

            ## Risks

            ### Risk 1: Flood

            The river rises.

            | Risk | Probability | Impact | Mitigation | Owner | Status |
            |---|---|---|---|---|---|
            | Flood | High | Critical | Pumps | Kim | Closed |
            """
        (flood,) = read(page).risks
        assert (flood.probability, flood.impact, flood.level) == ("high", "critical", "critical")
        assert (flood.mitigation, flood.owner, flood.status) == (["Pumps"], "Kim", "closed")

    def test_rows_without_descriptions_are_risks_of_their_own(self) -> None:
        page = """
            # P

            ## Risks

            | ID | Risk | Probability | Impact | Mitigation | Contingency | Owner | Status |
            |---|---|---|---|---|---|---|---|
            | R1 | Flood | High | Critical | Pumps | Move | Kim | Open |
            | R2 | Fire | [TBD] | | - | | | ✅ |
            """
        flood, fire = read(page).risks
        assert (flood.number, flood.title, flood.line, flood.row_line) == ("R1", "Flood", 7, 7)
        assert (flood.mitigation, flood.contingency, flood.owner) == (["Pumps"], ["Move"], "Kim")
        assert (fire.probability, fire.impact, fire.level, fire.status) == (None, None, None, "closed")
        assert (fire.mitigation, fire.owner) == ([], None)


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("High", "high"),
        ("HIGH", "high"),
        ("high", "high"),
        ("**High**", "high"),
        ("H", "high"),
        ("Hi", None),
        ("Med", "medium"),
        ("M", "medium"),
        ("Moderate", "medium"),
        ("L", "low"),
        ("Very low", "low"),
        ("Unlikely", "low"),
        ("Likely", "high"),
        ("Possible", "medium"),
        ("🔴 High", "high"),
        ("🟢", "low"),
        ("🟡", "medium"),
        ("🔴", "high"),
        ("1", "low"),
        ("2", "low"),
        ("3", "medium"),
        ("4", "high"),
        ("5", "high"),
        ("2/5", "low"),
        ("4/5", "high"),
        ("2/3", "medium"),
        ("3/3", "high"),
        ("High - it rains a lot", "high"),
        ("Low (twice a year)", "low"),
        ("Low: high walls", "low"),
        ("Low, but high in spring", "low"),
        ("Medium-High", "high"),
        ("Low/Medium", "medium"),
        ("Low to Medium", "medium"),
        ("Medium–High", "high"),
        ("Hoch", "high"),
        ("élevé", "high"),
        ("Средняя", "medium"),
        ("高", "high"),
        ("中", "medium"),
        ("低", "low"),
        ("[High | Medium | Low]", None),
        ("High | Medium | Low", None),
        ("TBD", None),
        ("?", None),
        ("", None),
        ("it depends on the weather", None),
        ("highly unusual weather", None),
    ],
)
def test_ratings_of_probability(text: str, rating: str | None) -> None:
    risk = rated(text, "High")
    assert risk.probability == rating
    assert risk.level == (DEFAULT_GRID.level(rating, "high") if rating else None)


@pytest.mark.parametrize(
    ("text", "rating"),
    [("Critical", "critical"), ("Crit", "critical"), ("Catastrophic", "critical"), ("Severe", "high"), ("Major", "high"),
     ("Minor", "low"), ("Kritisch", "critical"), ("Критический", "critical"), ("Критичное", "critical"), ("严重", "critical")],
)  # fmt: skip
def test_ratings_of_impact(text: str, rating: str) -> None:
    assert rated("High", text).impact == rating


@pytest.mark.parametrize(
    ("probability", "levels"),
    [
        ("High", ["medium", "high", "critical", "critical"]),
        ("Medium", ["low", "medium", "high", "critical"]),
        ("Low", ["low", "low", "medium", "high"]),
    ],
)
def test_the_level_is_looked_up_in_the_grid(probability: str, levels: list[str]) -> None:
    impacts = ["Low", "Medium", "High", "Critical"]
    assert [rated(probability, impact).level for impact in impacts] == levels


def test_a_site_may_have_a_grid_of_its_own() -> None:
    grid = {"rare": {"small": "low", "large": "high"}, "often": {"small": "medium", "large": "critical"}}
    assert rated("Rare", "Large", risk_levels=grid).level == "high"
    assert rated("often", "small", risk_levels=grid).level == "medium"


def test_ratings_of_another_scale_are_mapped_by_rank_and_kept() -> None:
    steps = ("very low", "low", "medium", "high", "very high")
    grid = {one: dict.fromkeys(steps, "medium") for one in steps}
    risk = rated("Very high", "Low", risk_levels=grid)
    assert (risk.probability, risk.impact, risk.probability_text) == ("very high", "low", "Very high")
    risk = rated(
        "Critical",
        "5",
        risk_levels={
            "low": {"minor": "low", "major": "high"},
            "high": {"minor": "medium", "major": "critical"},
        },
    )
    assert (risk.probability, risk.impact, risk.level) == ("high", "major", "critical")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Open", "open"),
        ("Monitoring", "open"),
        ("⏳", "open"),
        ("Mitigating", "mitigating"),
        ("In progress", "mitigating"),
        ("🔄", "mitigating"),
        ("Accepted", "accepted"),
        ("Closed", "closed"),
        ("Mitigated", "closed"),
        ("✅", "closed"),
        ("‚úÖ", "closed"),
        ("✅ Resolved", "closed"),
        ("Not mitigated", "open"),
        ("", "open"),
    ],
)
def test_the_status_of_a_risk(text: str, status: str) -> None:
    page = f"# P\n\n## Risks\n\n| Risk | Impact | Status |\n|---|---|---|\n| Flood | High | {text} |\n"
    (risk,) = read(page).risks
    assert risk.status == status


@pytest.mark.parametrize(
    "form", ["### R1 — Flood (High)\n\nPumps.\n", "- **Flood** (High)\n", "- Flood (high)\n"]
)
def test_a_level_in_brackets_behind_the_title(form: str) -> None:
    (risk,) = read(f"# P\n\n## Risks\n\n{form}").risks
    assert (risk.title, risk.level) == ("Flood", "high")


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            "| Part | Risk | Mitigation |\n|---|---|---|\n| Cellar | MEDIUM | Pumps |\n| Attic | VERY LOW | None |\n",
            [("Cellar", "medium"), ("Attic", "low")],
        ),
        (
            "| Weakness | Risk | Impact | Probability |\n|---|---|---|---|\n| Old door | 🔴 Critical | High | High |\n",
            [("Old door", "critical")],
        ),
    ],
)
def test_a_column_of_ratings_names_no_risks(table: str, found: list[tuple[str, str]]) -> None:
    plan = read(f"# P\n\n## Risk Assessment\n\n{table}")
    assert [(risk.title, risk.level) for risk in plan.risks] == found


def test_closed_risks_leave_the_exposure_and_not_the_register() -> None:
    plan = read("""
        # P

        ## Risks

        | Risk | Probability | Impact | Status |
        |---|---|---|---|
        | Rust | Low | Low | Open |
        | Flood | High | High | Closed |
        | Fire | High | Critical | Open |
        | Theft | | | Open |
        """)
    assert [risk.title for risk in plan.risks] == ["Rust", "Flood", "Fire", "Theft"]
    assert [risk.title for risk in plan.open_risks] == ["Fire", "Rust", "Theft"]


def test_a_risk_table_outside_the_risk_section_counts() -> None:
    page = "# P\n\n## Launch\n\n| Risk | Likelihood | Impact |\n|---|---|---|\n| Flood | High | Medium |\n"
    assert risks(page) == FLOOD


def test_levels_may_be_spelt_in_a_sites_own_words() -> None:
    options = {"vocabulary": {"levels": {"high": ["tall"], "low": ["short"]}}}
    risk = rated("tall", "short", **options)
    assert (risk.probability, risk.impact) == ("high", "low")


def test_an_arrow_behind_the_word_for_risk_parts_what_happens_from_what_is_done() -> None:
    page = "# P\n\n## Risks\n\n1. **Risk:** Kiln cracks → heat it slowly.\n2. **Risk:** Rain\n"
    assert [risk.title for risk in read(page).risks] == ["Kiln cracks", "Rain"]


def test_a_risk_whose_title_is_a_word_for_several_is_one_where_all_below_describes_it():
    page = "# P\n\n## Risks\n\n**1. Scaling challenges**\n\n- **Mitigation:** test early\n\n**2. Other challenges**\n\n- Rain\n- Frost\n"
    assert [risk.title for risk in read(page).risks] == ["Scaling challenges", "Rain", "Frost"]


@pytest.mark.parametrize("name", ["Risks", "Risico's", "Risico’s"])
def test_a_field_of_risks_in_a_phase_is_left_out_with_a_word(name: str):
    page = f"# P\n\n## Phase 1: Dig\n\n- **{name}**: frost (mitigation: straw); late timber\n- [ ] a\n"
    assert [one.line for one in read(page).left_out if one.kind == "risk"] == [5]


def test_a_remark_in_bold_over_risks_in_bold_is_none():
    items = "".join(
        f"- ⚠️ **The kiln of {town} may crack.** It is old.\n" for town in ("Norby", "Suderby", "Vester")
    )
    page = f"# P\n\n## Open risks\n\n**Looked at anew in May.** What is below is still\nopen.\n\n{items}"
    assert [risk.title for risk in read(page).risks] == [
        f"The kiln of {town} may crack" for town in ("Norby", "Suderby", "Vester")
    ]


@pytest.mark.parametrize("intro", ["The town may ban us. Suggestions:", "平台可能封号。建议："])
def test_a_list_that_is_announced_as_measures_is_no_list_of_risks(intro: str):
    plan = read(f"# P\n\n## Risks\n\n{intro}\n\n1. Work at night\n2. Ask first\n")
    assert plan.risks == []
    assert "what is done about risks; write each risk as an item" in [one.reason for one in plan.left_out]


def test_a_kind_of_risks_over_measures_is_no_risk():
    page = "# P\n\n## Risk Mitigation\n\n**Technical risks**\n\n- Mitigation: test early\n- Contingency: roll back\n"
    assert read(page).risks == []


@pytest.mark.parametrize("title", ["Downgrade v3 → v2 loses data", "Config drift (staging → prod)"])
def test_an_arrow_within_a_title_is_no_mitigation(title: str):
    risk = read(f"# P\n\n## Risks\n\n- **Risk:** {title}\n- **Risk:** Rain\n").risks[0]
    assert (risk.title, risk.mitigation) == (title, [])


def test_a_risk_that_is_explained_over_bold_measures_is_one():
    page = "# P\n\n## Risks\n\n**Vendor slips** — they are always late\n\n- **Sign a second vendor** early\n- **Keep three months** of stock\n- **Call them every week** to ask\n"
    assert [risk.title for risk in read(page).risks] == ["Vendor slips"]


def test_risks_called_so_over_nothing_but_facts_are_risks():
    page = "# P\n\n## Risks\n\n**Data Loss Risk**\n\n- Impact: High\n- Mitigation: backups\n\n**Cost Risks**\n\n- Impact: High\n- Mitigation: cap\n"
    assert [risk.title for risk in read(page).risks] == ["Data Loss Risk", "Cost Risks"]


@pytest.mark.parametrize("title", [".NET upgrade", "The `.html` routes", "Base path"])
def test_a_title_in_bold_is_the_title_whatever_is_said_before_its_mitigation(title: str):
    page = f"# P\n\n## Risks\n\n- **{title}**: links go to `*.html`. Mitigation: keep them.\n- **Rain**: floods. Mitigation: pumps.\n"
    risk = read(page).risks[0]
    assert (risk.title, risk.description, risk.mitigation) == (title, "links go to `*.html`", ["keep them."])
