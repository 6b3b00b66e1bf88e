"""The classic template, unfilled, with its emoji damaged as teams have them: no plan in use, no figures."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading import read_plan
from tests.reading.drawn import drawn

SCAFFOLD = drawn("""
    # [Name of the plan]

    [One or two sentences about it]

    ---

    ## Executive Summary

    ### Objective

    [What it is for]

    ### Scope

    **In Scope:**

    - Item 1
    - Item 2

    ### Status

    **Current Status:** [Planning | In Progress | Complete | On Hold]

    **Priority:** [P0 (Critical) | P1 (High) | P2 (Medium) | P3 (Low)]

    **Progress:** X/Y phases complete (Z%)

    ---

    ## Current State

    ### Issues and Limitations

    1. **Issue 1:** Description
       - Impact: [Critical | High | Medium | Low]
       - Affected components: [List]

    ---

    ## Implementation Strategy

    ### Key Decisions

    #### Decision 1: [Title]

    **Context:** [Why it is needed]

    **Decision:** [What was chosen]

    **Rationale:** [Why]

    #### Decision 2: [Title]

    [Repeat for each decision]

    ---

    ## Phases and Steps

    ### Phase 1: [Phase Name]

    **Objective:** [What it brings]

    **Status:** ‚è≥ Pending | üîÑ In Progress | ‚úÖ Complete

    #### Step 1.1: [Task Name]

    **Description:** [What to do]

    **Verification:**

    - [ ] Verification criterion 1
    - [ ] Verification criterion 2

    #### Step 1.2: [Task Name]

    [Repeat for each step]

    ---

    ### Phase 2: [Phase Name]

    **Objective:** [What it brings]

    **Status:** ‚è≥ Pending | üîÑ In Progress | ‚úÖ Complete

    ---

    ### Phase 3: [Phase Name]

    [Continue for all phases]

    ---

    ## Risk Assessment

    ### High-Risk Items

    #### Risk 1: [Title]

    **Probability:** [High | Medium | Low]

    **Impact:** [Critical | High | Medium | Low]

    **Description:** [What could go wrong]

    ### Risk Matrix

    | Risk | Probability | Impact | Mitigation | Status |
    |------|-------------|--------|------------|--------|
    | Risk 1 | High | Critical | Strategy | ‚è≥ |
    | Risk 2 | Medium | High | Strategy | ‚úÖ |

    ---

    ## Success Criteria

    ### Acceptance Criteria

    - [ ] Criterion 1

    ---

    ## Document Information

    **Category:** Implementation Plan
    **Status:** [Draft | Active | Complete | Superseded]
    **Priority:** [P0 | P1 | P2 | P3]
    **Created:** YYYY-MM-DD
    **Last Updated:** YYYY-MM-DD
    **Owner:** [Team/Individual responsible]
    **Stakeholders:** [List of affected parties]
    """)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return read_plan(SCAFFOLD, "plans/template.md")


def test_it_is_recognised(plan: Plan) -> None:
    assert plan.template is True


def test_no_progress_is_recorded(plan: Plan) -> None:
    assert (plan.progress.percent, plan.progress.basis, plan.progress.done) == (None, None, 0)
    assert (plan.progress.phases_complete, plan.progress.phases_total) == (0, 3)
    assert (plan.tasks.total, plan.tasks.open) == (3, 3)
    assert plan.typed_progress == []


def test_its_phases_have_no_state(plan: Plan) -> None:
    assert [(one.number, one.state, one.effective_state, one.objective) for one in plan.phases] == [
        ("1", None, None, ""),
        ("2", None, None, ""),
        ("3", None, None, ""),
    ]
    assert [step.number for step in plan.phases[0].steps] == ["1.1", "1.2"]


def test_nothing_is_stated(plan: Plan) -> None:
    assert (plan.state, plan.document_state, plan.priority, plan.owner) == (None, None, None, None)
    assert (plan.created, plan.updated, plan.description) == (None, None, "")
    assert plan.document_information == {"Category": "Implementation Plan"}
    assert plan.contradictions == []


def test_blanks_are_no_values(plan: Plan) -> None:
    assert plan.summary.objective == ""
    assert [(issue.impact, issue.affected) for issue in plan.current_state.issues] == [(None, [])]
    assert [(one.context, one.decision, one.rationale, one.status) for one in plan.decisions] == [
        ("", "", "", "open"),
        ("", "", "", "open"),
    ]
    assert plan.phases[0].steps[0].description == ""
    assert [(one.probability_text, one.impact_text, one.description) for one in plan.risks[:1]] == [
        ("High", "Critical", "")
    ]


def test_its_sections_are_there(plan: Plan) -> None:
    assert set(plan.sections) == {
        "executive-summary",
        "current-state",
        "strategy",
        "phases",
        "risks",
        "success-criteria",
        "document-information",
    }
