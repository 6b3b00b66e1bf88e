"""Every section of the template read into the model, from one complete plan."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading import read_plan
from tests.reading.drawn import drawn, line_of

PAGE = drawn("""
    ---
    tags: [storage, plan]
    ---
    # Move the pictures to object storage

    The shop's pictures leave the file server, which is full every December.

    ## Table of Contents

    - [Executive Summary](#executive-summary)

    ## Executive Summary

    ### Objective

    Serve every picture from a bucket.

    ### Scope

    **In Scope:**

    - Product pictures
    - Thumbnails: made on upload

    **Out of Scope:**

    - Invoices

    ### Impact

    **Expected Benefits:**

    - Room: no full disks in December
    - Speed: pictures come from the edge

    **Key Stakeholders:**

    - Shop team: owns the pages
    - Kim: runs the servers

    ### Status

    **Current Status:** In Progress

    **Priority:** P1 (High)

    **Progress:** 1/3 phases complete (50%)

    ## Current State

    ### Overview

    Two file servers hold 3 TB.

    ### Issues and Limitations

    1. **Full disks:** every December
       - Impact: High
       - Affected components: Shop, Newsletter
    2. **Slow copies:** a backup takes two nights
       - Impact: Medium
       - Affected components: Backup

    ### Dependencies

    - Bucket: ordered in May
    - [New gateway](gateway.md) - must be live

    ## Goals and Objectives

    ### Primary Goals

    1. **All pictures moved:** none is left behind
       - Success metric: pictures on the file server
       - Target: 0

    ### Secondary Goals

    1. Cheaper: less than today

    ### Non-Goals

    - New formats: they come later

    ## Implementation Strategy

    ### Approach

    Copy first, then switch, then delete.

    ### Key Decisions

    #### Decision 1: Who serves thumbnails

    **Context:** They are made on the fly today.

    **Options Considered:**

    1. Gateway: simple, one more hop
    2. Edge: fast, costs more

    **Decision:** Gateway

    **Rationale:** One hop is nothing against a full disk.

    ### Constraints

    - Budget: 200 a month
    - No downtime

    ## Phases and Steps

    ### Phase 1: Copy

    **Objective:** Both stores hold every picture.

    **Status:** ✅ Complete

    #### Step 1.1: Fill the bucket

    **Description:** Copy by year.

    **Actions:**

    ```sh
    rclone copy pictures: bucket:
    ```

    **Verification:**

    - [x] Counts agree
    - [x] Sizes agree

    **Deliverables:**

    - Copy log

    ### Phase 2: Switch

    **Objective:** The shop reads from the bucket.

    **Status:** 🔄 In Progress

    #### Step 2.1: Switch by shop

    - [x] Outlet
    - [ ] Main shop

    ### Phase 3: Delete

    **Status:** ⏳ Pending

    ## Testing and Verification

    ### Testing Strategy

    **Test Levels:**

    - Unit tests: the address builder
    - Load tests: one December hour

    ### Verification Checklist

    **Pre-Implementation:**

    - [x] Bucket is paid for

    **During Implementation:**

    - [ ] Counts agree each night

    **Post-Implementation:**

    - [ ] No picture is missing

    ### Test Cases

    #### Test Case 1: A picture with an umlaut

    **Steps:**

    1. Upload `Möbel.jpg`
    2. Open the page

    **Expected Result:** It is shown.

    **Actual Result:** [To be filled during testing]

    ## Rollback Plan

    ### When to Rollback

    - Pictures missing for 5 minutes
    - Costs: twice the estimate

    ### Rollback Procedure

    #### Quick Rollback (Emergency)

    ```sh
    switch --to files
    ```

    **Expected Time:** 2 minutes

    #### Complete Rollback

    **Step 1:** Stop uploads

    ```sh
    uploads stop
    ```

    **Step 2:** Copy back

    ### Post-Rollback Actions

    - Tell the shop team

    ## Risk Assessment

    ### High-Risk Items

    #### Risk 1: Pictures are lost

    **Probability:** Low

    **Impact:** Critical

    **Description:** A copy stops halfway.

    **Mitigation:**

    - Compare counts
    - Keep the disks a year

    **Contingency:**

    - Restore from tape

    ### Medium-Risk Items

    #### Risk 2: The bill grows

    **Probability:** Medium

    **Impact:** Medium

    **Mitigation:** An alarm at 150

    ### Risk Matrix

    | Risk | Probability | Impact | Mitigation | Status |
    |------|-------------|--------|------------|--------|
    | Risk 1 | Low | Critical | Compare | ⏳ |
    | Risk 2 | High | Medium | Alarm | ✅ |

    ## Success Criteria

    ### Quantitative Metrics

    - Missing pictures: 0

    ### Qualitative Metrics

    - Quiet: nobody is called in December

    ### Acceptance Criteria

    - [ ] The disks are sold

    ### Performance Benchmarks

    | Metric | Baseline | Target | Actual |
    |--------|----------|--------|--------|
    | First picture | 900 ms | < 300 ms | 250 ms |
    | Upload | 4 s | < 2 s | [TBD] |

    ## Deliverables

    ### Code Deliverables

    - [x] Address builder: `pictures.url`

    ### Documentation Deliverables

    - [ ] Runbook: wiki

    ### Infrastructure Deliverables

    - [ ] Alarm

    ## Next Steps

    ### Immediate Actions (Post-Implementation)

    1. Sell: the disks

    ### Follow-Up Tasks

    1. Move the invoices

    ### Future Enhancements

    1. Formats: AVIF

    ## References

    ### Internal Documentation

    - [Gateway](gateway.md) - what it does

    ### External Resources

    - [rclone](https://rclone.org) - copies

    ### Related Issues

    - Issue #12: Disks full again

    ## Document Information

    **Category:** Implementation Plan
    **Status:** Active
    **Priority:** P1
    **Created:** 2025-05-02
    **Last Updated:** June 7, 2025
    **Target date:** 2025-11-01
    **Owner:** Kim
    **Stakeholders:** Shop team, Finance
    """)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return read_plan(PAGE, "plans/pictures.md")


def pairs(items: list) -> list[tuple[str, str]]:
    return [(item.title, item.text) for item in items]


def at(words: str) -> int:
    return line_of(PAGE, words)


def test_title_and_description(plan: Plan) -> None:
    assert (plan.path, plan.title, plan.line) == (
        "plans/pictures.md",
        "Move the pictures to object storage",
        4,
    )
    assert plan.description == "The shop's pictures leave the file server, which is full every December."
    assert plan.tags == ["storage", "plan"]
    assert plan.template is False


def test_sections(plan: Plan) -> None:
    assert plan.sections == {
        "executive-summary": at("## Executive Summary"),
        "current-state": at("## Current State"),
        "goals": at("## Goals and Objectives"),
        "strategy": at("## Implementation Strategy"),
        "phases": at("## Phases and Steps"),
        "testing": at("## Testing and Verification"),
        "rollback": at("## Rollback Plan"),
        "risks": at("## Risk Assessment"),
        "success-criteria": at("## Success Criteria"),
        "deliverables": at("## Deliverables"),
        "next-steps": at("## Next Steps"),
        "references": at("## References"),
        "document-information": at("## Document Information"),
    }


def test_executive_summary(plan: Plan) -> None:
    summary = plan.summary
    assert summary.objective == "Serve every picture from a bucket."
    assert pairs(summary.scope_in) == [("", "Product pictures"), ("Thumbnails", "made on upload")]
    assert pairs(summary.scope_out) == [("", "Invoices")]
    assert pairs(summary.benefits) == [
        ("Room", "no full disks in December"),
        ("Speed", "pictures come from the edge"),
    ]
    assert pairs(summary.stakeholders) == [("Shop team", "owns the pages"), ("Kim", "runs the servers")]


def test_status_priority_and_typed_progress(plan: Plan) -> None:
    assert (plan.state, plan.state_line, plan.state_text) == (
        "in-progress",
        at("**Current Status"),
        "In Progress",
    )
    assert plan.priority == "P1"
    (figure,) = plan.typed_progress
    assert (figure.unit, figure.done, figure.total, figure.percent) == ("phases", 1, 3, 50)
    assert (figure.text, figure.line) == ("1/3 phases complete (50%)", at("**Progress"))


def test_current_state(plan: Plan) -> None:
    state = plan.current_state
    assert state.overview == "Two file servers hold 3 TB."
    assert [(one.title, one.description, one.impact, one.affected, one.line) for one in state.issues] == [
        ("Full disks", "every December", "high", ["Shop", "Newsletter"], at("Full disks:")),
        ("Slow copies", "a backup takes two nights", "medium", ["Backup"], at("Slow copies:")),
    ]
    assert pairs(state.dependencies) == [("Bucket", "ordered in May"), ("New gateway", "must be live")]
    assert [link.target for link in plan.depends_on] == ["gateway.md"]


def test_goals(plan: Plan) -> None:
    assert [(one.kind, one.title, one.description, one.metric, one.target) for one in plan.goals] == [
        ("primary", "All pictures moved", "none is left behind", "pictures on the file server", "0"),
        ("secondary", "Cheaper", "less than today", "", ""),
        ("non-goal", "New formats", "they come later", "", ""),
    ]


def test_strategy_and_decisions(plan: Plan) -> None:
    assert plan.strategy.approach == "Copy first, then switch, then delete."
    assert pairs(plan.strategy.constraints) == [("Budget", "200 a month"), ("", "No downtime")]
    (one,) = plan.decisions
    assert (one.number, one.title, one.line) == ("1", "Who serves thumbnails", at("Decision 1"))
    assert one.context == "They are made on the fly today."
    assert pairs(one.options) == [("Gateway", "simple, one more hop"), ("Edge", "fast, costs more")]
    assert (one.decision, one.status) == ("Gateway", "accepted")
    assert one.rationale == "One hop is nothing against a full disk."


def test_phases(plan: Plan) -> None:
    found = [(one.number, one.title, one.state, one.objective, one.progress.percent) for one in plan.phases]
    assert found == [
        ("1", "Copy", "complete", "Both stores hold every picture.", 100),
        ("2", "Switch", "in-progress", "The shop reads from the bucket.", 50),
        ("3", "Delete", "pending", "", 0),
    ]
    assert [(one.line, one.end_line) for one in plan.phases] == [
        (at("Phase 1"), at("Phase 2") - 1),
        (at("Phase 2"), at("Phase 3") - 1),
        (at("Phase 3"), at("## Testing and") - 1),
    ]


def test_steps(plan: Plan) -> None:
    (fill,) = plan.phases[0].steps
    assert (fill.number, fill.title, fill.line) == ("1.1", "Fill the bucket", at("Step 1.1"))
    assert (fill.description, fill.actions) == ("Copy by year.", ["rclone copy pictures: bucket:"])
    assert [(task.text, task.state) for task in fill.verification] == [
        ("Counts agree", "done"),
        ("Sizes agree", "done"),
    ]
    assert pairs(fill.deliverables) == [("", "Copy log")]
    assert fill.effective_state == "complete"


def test_progress_and_tasks(plan: Plan) -> None:
    progress = plan.progress
    assert (progress.percent, progress.basis, progress.done, progress.total) == (50, "phases", 3, 4)
    assert (progress.phases_complete, progress.phases_total) == (1, 3)
    assert (plan.tasks.total, plan.tasks.done, plan.tasks.open) == (11, 5, 6)
    assert plan.current_phase is plan.phases[1]


def test_testing(plan: Plan) -> None:
    testing = plan.testing
    assert pairs(testing.levels) == [
        ("Unit tests", "the address builder"),
        ("Load tests", "one December hour"),
    ]
    assert [task.text for task in testing.before] == ["Bucket is paid for"]
    assert [task.text for task in testing.during] == ["Counts agree each night"]
    assert [task.text for task in testing.after] == ["No picture is missing"]
    (case,) = plan.test_cases
    assert (case.number, case.title) == ("1", "A picture with an umlaut")
    assert case.steps == ["Upload `Möbel.jpg`", "Open the page"]
    assert (case.expected, case.actual) == ("It is shown.", "")


def test_rollback(plan: Plan) -> None:
    rollback = plan.rollback
    assert pairs(rollback.triggers) == [
        ("", "Pictures missing for 5 minutes"),
        ("Costs", "twice the estimate"),
    ]
    assert rollback.quick is not None
    assert (rollback.quick.steps, rollback.quick.expected_time) == (["switch --to files"], "2 minutes")
    assert rollback.quick.line == at("#### Quick")
    assert rollback.complete is not None
    assert rollback.complete.steps == ["Step 1: Stop uploads", "uploads stop", "Step 2: Copy back"]
    assert rollback.complete.line == at("#### Complete")
    assert pairs(rollback.after) == [("", "Tell the shop team")]


def test_risks(plan: Plan) -> None:
    lost, bill = plan.risks
    assert (lost.number, lost.title, lost.group, lost.line) == (
        "1",
        "Pictures are lost",
        "high",
        at("#### Risk 1"),
    )
    assert (lost.probability, lost.impact, lost.level) == ("low", "critical", "high")
    assert lost.description == "A copy stops halfway."
    assert lost.mitigation == ["Compare counts", "Keep the disks a year"]
    assert lost.contingency == ["Restore from tape"]
    assert (lost.status, lost.row_line) == ("open", at("| Risk 1"))
    assert (bill.title, bill.group, bill.level) == ("The bill grows", "medium", "medium")
    assert (bill.mitigation, bill.status, bill.row_line) == (["An alarm at 150"], "closed", at("| Risk 2"))
    assert [risk.title for risk in plan.open_risks] == ["Pictures are lost"]


def test_success_criteria_and_benchmarks(plan: Plan) -> None:
    assert [(one.kind, one.title, one.text, one.state) for one in plan.criteria] == [
        ("quantitative", "Missing pictures", "0", None),
        ("qualitative", "Quiet", "nobody is called in December", None),
        ("acceptance", "", "The disks are sold", "open"),
    ]
    assert [(one.metric, one.baseline, one.target, one.actual, one.verdict) for one in plan.benchmarks] == [
        ("First picture", "900 ms", "< 300 ms", "250 ms", "met"),
        ("Upload", "4 s", "< 2 s", "[TBD]", "open"),
    ]
    assert plan.benchmarks_line == at("| Metric")


def test_deliverables(plan: Plan) -> None:
    assert [(one.kind, one.title or one.text, one.state, one.phase) for one in plan.deliverables] == [
        ("code", "Address builder", "done", None),
        ("documentation", "Runbook", "open", None),
        ("infrastructure", "Alarm", "open", None),
        ("", "Copy log", None, 0),
    ]


def test_next_steps(plan: Plan) -> None:
    assert pairs(plan.next_steps.immediate) == [("Sell", "the disks")]
    assert pairs(plan.next_steps.follow_up) == [("", "Move the invoices")]
    assert pairs(plan.next_steps.future) == [("Formats", "AVIF")]


def test_references(plan: Plan) -> None:
    assert [(one.kind, one.title, one.url, one.text) for one in plan.references] == [
        ("internal", "Gateway", "gateway.md", "what it does"),
        ("external", "rclone", "https://rclone.org", "copies"),
        ("issue", "Issue #12", "", "Disks full again"),
    ]


def test_document_information(plan: Plan) -> None:
    assert (plan.category, plan.document_state, plan.owner) == ("Implementation Plan", "active", "Kim")
    assert (plan.created, plan.updated, plan.target) == ("2025-05-02", "2025-06-07", "2025-11-01")
    assert plan.document_information == {
        "Category": "Implementation Plan",
        "Status": "Active",
        "Priority": "P1",
        "Created": "2025-05-02",
        "Last Updated": "June 7, 2025",
        "Target date": "2025-11-01",
        "Owner": "Kim",
        "Stakeholders": "Shop team, Finance",
    }


def test_checklists(plan: Plan) -> None:
    assert [(one.title, one.role, one.done, one.total) for one in plan.checklists] == [
        ("Verification", "verification", 2, 2),
        ("Step 2.1: Switch by shop", "", 1, 2),
        ("Pre-Implementation", "pre-implementation", 1, 1),
        ("During Implementation", "implementation", 0, 1),
        ("Post-Implementation", "post-implementation", 0, 1),
        ("Acceptance Criteria", "acceptance", 0, 1),
        ("Code Deliverables", "deliverables", 1, 1),
        ("Documentation Deliverables", "deliverables", 0, 1),
        ("Infrastructure Deliverables", "deliverables", 0, 1),
    ]


def test_contradictions(plan: Plan) -> None:
    """The matrix rates risk 2 higher than its description does."""
    (found,) = plan.contradictions
    assert (found.kind, found.what, found.risk, found.value, found.other) == (
        "matrix",
        "probability",
        1,
        "medium",
        "high",
    )
    assert (found.line, found.other_line) == (at("#### Risk 2"), at("| Risk 2"))
