"""Each defect planted into a clean plan yields exactly its finding, at its line; without it, none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.checked import check_pages, told

CLEAN = (Path(__file__).parent / "clean.md").read_text(encoding="utf-8")
GATE = "# Plan: readers at the gate\n\n**Status:** In Progress\n\n**Owner:** Team Quay\n\n## Phase 1: Buy\n\n- [ ] Offers\n"
NEIGHBOURS = {"plans/gate-readers.md": GATE}
FINISHED = CLEAN
for old, new in (
    ("**Current Status:** In Progress", "**Current Status:** Complete"),
    ("🔄 In Progress", "✅ Complete"),
    ("⏳ Pending", "✅ Complete"),
    ("- [ ]", "- [x]"),
    ("1/3 phases complete (33%)", "3/3 phases complete (100%)"),
):
    FINISHED = FINISHED.replace(old, new)


def plant(text: str, *edits: str) -> str:
    """The text with each odd edit replaced by the even one behind it, once."""
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def line_of(text: str, mark: str) -> int:
    """The line that holds a text, or `text@2` the second of those."""
    mark, _, which = mark.partition("@@")
    found = [number for number, line in enumerate(text.split("\n"), 1) if mark in line]
    assert found, mark
    return found[int(which or 1) - 1]


@pytest.mark.parametrize("text", [CLEAN, FINISHED], ids=["in progress", "complete"])
def test_the_clean_plan_is_silent(text: str) -> None:
    found = check_pages({**NEIGHBOURS, "plans/this.md": text})
    assert found == {"plans/gate-readers.md": [], "plans/this.md": []}


RISK_2 = CLEAN[CLEAN.index("#### Risk 2") : CLEAN.index("### Risk Matrix")]
RISKS = CLEAN[CLEAN.index("### High-Risk") : CLEAN.index("## Success Criteria")]
NEXT = CLEAN[CLEAN.index("## Next Steps") : CLEAN.index("## References")]

# code, edits, the text of the line it is found at, replacement
DEFECTS = [
    # structure
    ("PLAN103", (NEXT, "", "## Deliverables", f"{NEXT}## Deliverables"), "## Deliverables", ""),
    ("PLAN104", (NEXT, NEXT + NEXT), "## Next Steps@@2", ""),
    ("PLAN105", ("Two people tear tickets by hand.\n", ""), "### Overview", ""),
    (
        "PLAN106",
        ("## Document Information", "### Document Information"),
        "### Document",
        "## Document Information",
    ),
    ("PLAN107", ("# Plan: tickets without paper\n", ""), "---", "# This"),
    ("PLAN108", ("(#next-steps)", "(#nxt-steps)"), "nxt-steps", ""),
    ("PLAN108", ("- [References](#references)\n", ""), "## Table of Contents", "- [References](#references)"),
    ("PLAN109", ("A square code of 25 modules.", "[The option chosen]"), "[The option", ""),
    ("PLAN109", ("Ask passengers how they like it", "Task 1: Description and priority"), "1. Task 1", ""),
    ("PLAN110", ("P1 (High)", "[P0 (Critical) | P1 (High) | P2 (Medium) | P3 (Low)]"), "[P0", ""),
    ("PLAN110", ("**Status:** Active", "**Status:** [Draft | Active | Complete | Superseded]"), "[Draft", ""),
    ("PLAN111", ("Two people tear tickets by hand.", "[How it works today]"), "### Overview", ""),
    ("PLAN112", ("plan@1", "plan@0"), "template: ", "template: implementation-plan@1"),
    ("PLAN114", ("template: implementation-plan@1", "title: a: b"), "title: a", ""),
    # fields
    ("PLAN202", ("**Priority:** P1 (High)", "**Priority:** P8"), "P8", ""),
    ("PLAN202", ("**Status:** Active", "**Status:** Actve"), "Actve", "Active"),
    ("PLAN202", ("**Status:** ⏳ Pending", "**Status:** Pendng"), "Pendng", "⏳ Pending"),
    ("PLAN203", ("2026-01-12", "2026-02-30"), "2026-02-30", ""),
    ("PLAN203", ("2026-01-12", "03/04/2026"), "03/04/2026", ""),
    ("PLAN209", ("2026-01-12", "12.1.2026"), "12.1.2026", "2026-01-12"),
    ("PLAN210", ("🔄 In Progress", "✅ In Progress"), "✅ In Progress", "🔄 In Progress"),
    ("PLAN204", ("2026-02-20", "2026-01-02"), "2026-01-02", ""),
    ("PLAN205", ("2026-02-20", "2027-02-20"), "2027-02-20", ""),
    ("PLAN206", ("**Status:** Active", "**Status:** Active\n**Priority:** P3"), "P1 (High)", "P3"),
    ("PLAN207", ("**Owner:** Team Quay\n", ""), "**Current Status:**", "**Owner:** name of a person or team"),
    ("PLAN208", ("2026-01-12", "2025-01-12", "2026-02-20", "2025-10-20"), "2025-10-20", ""),
    (
        "PLAN211",
        ("2026-01-12", "2025-12-12", "2026-02-20\n", "2026-02-20\n**Due:** 2026-02-27\n"),
        "2026-02-27",
        "",
    ),
    (
        "PLAN211",
        ("#### Step 2.2: Gate motor", "#### Step 2.2: Gate motor (due 2026-02-20)"),
        "#### Step 2.2",
        "",
    ),
    # phases
    ("PLAN301", ("### Phase 2: Gate", "### Phase 1: Gate"), "### Phase 1: Gate", ""),
    ("PLAN301", ("#### Step 2.2", "#### Step 2.1"), "#### Step 2.1@@2", ""),
    ("PLAN302", ("### Phase 3: All", "### Phase 4: All"), "### Phase 4", ""),
    ("PLAN302", ("#### Step 2.2", "#### Step 2.3"), "#### Step 2.3", ""),
    ("PLAN303", ("#### Step 2.2", "#### Step 3.2"), "#### Step 3.2", ""),
    (
        "PLAN304",
        ("**Status:** ⏳ Pending\n\n- [ ] Southern", "- [ ] Southern"),
        "### Phase 3",
        "**Status:** ⏳ Pending",
    ),
    ("PLAN305", ("\n- [ ] Southern ports\n- [ ] Northern ports\n", ""), "### Phase 3", ""),
    ("PLAN306", ("- [x] Read in the sun", "- [ ] Read in the sun"), "✅ Complete", ""),
    ("PLAN307", ("- [ ] Southern", "- [x] Southern"), "⏳ Pending", "🔄 In Progress"),
    (
        "PLAN308",
        ("⏳ Pending", "🔄 In Progress ", "🔄 In Progress", "⏳ Pending", "- [x] Reader", "- [ ] Reader"),
        "🔄 In Progress ",
        "",
    ),
    (
        "PLAN309",
        ("- [ ] Gate stops for a child", "- Gate stops for a child"),
        "- Gate stops",
        "- [ ] Gate stops for a child",
    ),
    ("PLAN310", ("- [x] Reader mounted", "- [y] Reader mounted"), "- [y] Reader", ""),
    ("PLAN312", ("- [x] Reader mounted", "- [x]Reader mounted"), "- [x]Reader", "- [x] Reader mounted"),
    ("PLAN311", ("### Phase 2: Gate", "### Phase 2: Gate ✅ COMPLETE"), "### Phase 2", ""),
    # progress
    (
        "PLAN401",
        ("1/3 phases complete (33%)", "2/3 phases complete (66%)"),
        "2/3",
        "1/3 phases complete (33%)",
    ),
    ("PLAN402", ("Status:** In Progress", "Status:** Planning"), "Status:** Planning", "In Progress"),
    # risks
    ("PLAN501", ("| Phone is empty | Medium | Medium | Sockets | ⏳ |\n", ""), "#### Risk 2", ""),
    ("PLAN502", ("### Medium-Risk Items\n\n", "", RISK_2, ""), "| Phone is empty", ""),
    (
        "PLAN503",
        ("| Readers rust | High | High |", "| Readers rust | Low | High |"),
        "| Readers rust",
        "High",
    ),
    ("PLAN504", ("### Medium-Risk Items", "### High-Risk Items"), "#### Risk 2", ""),
    (
        "PLAN505",
        ("**Mitigation:**\n\n- A socket at the counter\n", "", "| Sockets |", "| |"),
        "#### Risk 2",
        "**Mitigation:** what is done so that it does not happen",
    ),
    (
        "PLAN506",
        ("**Contingency:**\n\n- Hand readers at the counter\n", ""),
        "#### Risk 1",
        "**Contingency:** what is done if it happens",
    ),
    ("PLAN508", (RISKS, "We thought about it.\n\n"), "## Risk Assessment", ""),
    # completion
    (
        "PLAN605",
        ("**Expected Result:** The code is read at the second try.\n", ""),
        "#### Test Case 1",
        "**Expected Result:** what should happen",
    ),
    (
        "PLAN606",
        ("### When to Rollback\n\n- Boarding takes longer than before\n", ""),
        "## Rollback Plan",
        "### When to Rollback",
    ),
    (
        "PLAN607",
        ("### Rollback Procedure\n\n#### Quick Rollback (Emergency)\n\n1. Open the gate by its key\n", ""),
        "## Rollback Plan",
        "### Rollback Procedure",
    ),
    (
        "PLAN608",
        ("    - Success metric: share of codes among tickets\n    - Target: 70 %\n", ""),
        "2. **Little",
        "- Target: the value to reach",
    ),
    (
        "PLAN609",
        ("Status:** In Progress", "Status:** On Hold"),
        "Status:** On Hold",
        "On Hold: what it waits for",
    ),
    (
        "PLAN610",
        ("**Status:** Active", "**Status:** Superseded"),
        "**Status:** Superseded",
        "superseded_by: path/of/the/successor.md",
    ),
    # across plans
    ("PLAN701", ("gate-readers.md", "gate-reader.md"), "gate-reader.md", "gate-readers.md"),
    ("PLAN704", ("tickets without paper", "Readers at the gate"), "# Plan: Readers", ""),
    # Markdown
    ("PLAN801", ("    - Impact: High", "  - Impact: High"), "  - Impact: High", ""),
    ("PLAN802", ("**Status:** ⏳ Pending", "**Status:** ‚è≥ Pending"), "‚è≥", "**Status:** ⏳ Pending"),
    ("PLAN803", ("handbook of the gate", "handb\ufffdok of the gate"), "handb\ufffdok", ""),
    (
        "PLAN804",
        (
            "Actual |\n|--------|----------|--------|--------|\n| Boarding",
            "Actual | |---|---|---|---| | Boarding",
        ),
        "| Metric",
        "",
    ),
    # use
    ("PLAN902", ("Two people tear", "<!-- plan:crad -->\n\nTwo people tear"), "crad", "<!-- plan:card -->"),
    ("PLAN903", ("plan: true", "plan: {hidden: [card]}"), "plan: {", "hide"),
    ("PLAN903", ("plan: true", "plan: {hide: [crad]}"), "plan: {", "card"),
    ("PLAN904", ("Two people", "<!-- plan: ignore PLAN401 (why) -->\n\nTwo people"), "<!-- plan: ignore", ""),
    (
        "PLAN904",
        ("Two people", "<!-- plan: ignore stale-progess -->\n\nTwo people"),
        "stale-progess",
        "stale-progress",
    ),
]
IN_FINISHED = [
    (
        "PLAN402",
        (
            "✅ Complete\n\n- [x] Southern",
            "⏸️ On Hold\n\n- [x] Southern",
            "3/3 phases complete (100%)",
            "2/3 phases complete (66%)",
        ),
        "Status:** Complete",
        "",
    ),
    ("PLAN601", ("- [x] Boarding", "- [ ] Boarding"), "- [ ] Boarding", ""),
    ("PLAN602", ("- [x] Gate program", "- [ ] Gate program"), "- [ ] Gate", ""),
    ("PLAN603", ("14 min", "[TBD]"), "[TBD]", ""),
    ("PLAN603", ("14 min", ""), "| Boarding", ""),
    ("PLAN604", ("Read at the first.", "TBD"), "TBD", ""),
    ("PLAN604", ("**Actual Result:** Read at the first.\n", ""), "#### Test Case 1", ""),
]
CASES = [(CLEAN, *case) for case in DEFECTS] + [(FINISHED, *case) for case in IN_FINISHED]


@pytest.mark.parametrize(
    ("text", "code", "edits", "mark", "replacement"),
    CASES,
    ids=[f"{case[1]}-{n}" for n, case in enumerate(CASES)],
)
def test_a_defect_is_found_at_its_line_and_nothing_else(text, code, edits, mark, replacement) -> None:
    drawn = plant(text, *edits)
    found = check_pages({**NEIGHBOURS, "plans/this.md": drawn})["plans/this.md"]
    assert [(one.code, one.line, one.replacement) for one in found] == [
        (code, line_of(drawn, mark), replacement)
    ]


def test_a_risk_without_ratings_is_found() -> None:
    drawn = plant(
        CLEAN,
        "**Probability:** Medium\n\n**Impact:** Medium\n", "",
        "| Medium | Medium |", "| | |",
        "### Medium-Risk Items\n\n", "### Others\n\n",
    )  # fmt: skip
    found = check_pages({**NEIGHBOURS, "plans/this.md": drawn})["plans/this.md"]
    assert told(found) == [("PLAN507", line_of(drawn, "#### Risk 2"))]


@pytest.mark.parametrize(
    ("code", "neighbour", "severity"),
    [
        ("PLAN703", GATE.replace("In Progress", "On Hold: no money"), "info"),
        ("PLAN703", GATE.replace("In Progress", "Cancelled"), "warning"),
        ("PLAN702", f"---\ndepends_on: this.md\n---\n{GATE}", "warning"),
    ],
)
def test_a_neighbour_makes_a_finding(code, neighbour, severity) -> None:
    found = check_pages({"plans/gate-readers.md": neighbour, "plans/this.md": CLEAN})
    path = (
        "plans/gate-readers.md" if code == "PLAN702" else "plans/this.md"
    )  # a circle is told at its first plan
    assert [(one.code, one.severity) for one in found[path]] == [(code, severity)]
    assert found[path][0].line == (2 if code == "PLAN702" else line_of(CLEAN, "gate-readers.md"))


def test_every_rule_about_a_plan_is_planted() -> None:
    from mkdocs_plan_plugin.rules import RULES

    elsewhere = {"PLAN101", "PLAN102", "PLAN115", "PLAN201", "PLAN403", "PLAN507", "PLAN702", "PLAN703"}
    tested = {case[1] for case in CASES} | elsewhere
    missing = {rule.code for rule in RULES.values() if rule.scope not in ("site", "repository")} - tested
    assert not missing, "give each a line in DEFECTS: how clean.md is spoilt, and where that is found"
