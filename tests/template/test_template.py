"""The template compiler: what a Markdown template asks of a plan, drawn as a tree."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from mkdocs_plan_plugin.template.files import SHIPPED, shipped
from mkdocs_plan_plugin.template.samples import line_key
from mkdocs_plan_plugin.template.schema import compile_template
from tests.template.drawn import draw

CLASSIC = """
Executive Summary
  Objective
    blank
  Scope
    part In Scope
      list of Item N
    part Out of Scope
      list of Item N
  Impact
    part Expected Benefits
      list of Benefit N
    part Key Stakeholders
      list of Stakeholder N
  Status
    field Current Status: one of Planning, In Progress, Complete, On Hold
    field Priority: one of P0 (Critical), P1 (High), P2 (Medium), P3 (Low)
    field Progress: figure
Current State
  Overview
    blank
  Issues and Limitations
    list of Issue N
      field Impact: one of Critical, High, Medium, Low
      field Affected components: blank
  Dependencies
    list of Dependency N
Goals and Objectives
  Primary Goals
    list of Goal N
      list
  Secondary Goals
    list of Goal N
  Non-Goals
    list of Non-goal N
Implementation Strategy
  Approach
    blank
  Key Decisions
    repeat Decision N
      field Context: blank
      part Options Considered
        list
      field Decision: blank
      field Rationale: blank
  Constraints
    list
Phases and Steps
  field Note: text
  repeat Phase N
    field Objective: blank
    field Status: one of ⏳ Pending, 🔄 In Progress, ✅ Complete
    repeat Step N.N
      field Description: blank
      part Actions
        code
      part Verification
        checklist of Verification criterion N
      part Deliverables
        list of Deliverable N
Testing and Verification
  Testing Strategy
    part Test Levels
      list
  Verification Checklist
    part Pre-Implementation
      checklist
    part During Implementation
      checklist
    part Post-Implementation
      checklist
  Test Cases
    repeat Test Case N
      part Steps
        list of Step N
      field Expected Result: blank
      field Actual Result: blank
Rollback Plan
  When to Rollback
    text
    list
  Rollback Procedure
    Quick Rollback (Emergency)
      code
      field Expected Time: blank
    Complete Rollback
      repeat Step N
        code
  Post-Rollback Actions
    list
Risk Assessment
  High-Risk Items
    repeat Risk N
      field Probability: one of High, Medium, Low
      field Impact: one of Critical, High, Medium, Low
      field Description: blank
      part Mitigation
        list of Mitigation strategy N
      part Contingency
        list
  Medium-Risk Items
  Risk Matrix
    table Risk, Probability, Impact, Mitigation, Status
Success Criteria
  Quantitative Metrics
    list of Metric N
  Qualitative Metrics
    list of Quality N
  Acceptance Criteria
    checklist of Criterion N
  Performance Benchmarks
    table Metric, Baseline, Target, Actual
Deliverables
  Code Deliverables
    checklist of Component N
  Documentation Deliverables
    checklist
  Infrastructure Deliverables
    checklist
Next Steps
  Immediate Actions (Post-Implementation)
    list of Action N
  Follow-Up Tasks
    list of Task N
  Future Enhancements
    list of Enhancement N
References
  Internal Documentation
    list of Related Document N
  External Resources
    list of External Resource N
  Related Issues
    list
Document Information
  field Category: text
  field Status: one of Draft, Active, Complete, Superseded
  field Priority: one of P0, P1, P2, P3
  field Created: date
  field Last Updated: date
  field Owner: blank
  field Stakeholders: blank
"""

SEED = Path(__file__).parent / "classic-template.md"


def drawn(text: str) -> str:
    return draw(compile_template(textwrap.dedent(text).strip()))


def tree(text: str) -> str:
    return textwrap.dedent(text).strip()


def test_the_classic_template() -> None:
    compiled = compile_template(SEED.read_text(encoding="utf-8"))
    assert draw(compiled) == CLASSIC.strip()
    assert compiled.faults == []


def test_the_shipped_template_has_the_same_sections_and_no_fault() -> None:
    ours, classic = shipped(), compile_template(SEED.read_text(encoding="utf-8"))
    assert [node.name for node in ours.sections] == [node.name for node in classic.sections]
    assert [node.role for node in ours.sections] == [node.role for node in classic.sections]
    assert [node.name for node in ours.nodes() if node.demand != "optional"] == ["Phases and Steps"]
    assert ours.faults == []
    assert (ours.name, ours.version) == ("implementation-plan", "1")


def test_the_lists_of_the_shipped_template_nest_everywhere() -> None:
    from mkdocs_plan_plugin.source.lists import repair

    body = SHIPPED.read_text(encoding="utf-8").split("---\n", 2)[2]
    items = [
        (line, mended)
        for line, mended in zip(body.split("\n"), repair(body), strict=True)
        if line.lstrip().startswith(("-", "1.", "2."))
    ]
    assert [line for line, mended in items if line != mended] == []


# Templates that are nothing like ours.

ADR = """
    # [short title of the decision]

    * Status: [proposed | rejected | accepted | superseded]
    * Date: YYYY-MM-DD

    ## Context and Problem Statement

    {Describe the context in two or three sentences}

    ## Considered Options

    * {title of option 1}
    * {title of option 2}

    ## Decision Outcome

    Chosen option: "{title of option 1}", because {justification}.

    ### Consequences

    * Good, because {positive consequence}
    * Bad, because {negative consequence}
"""
SWEDISH = """
    # [Planens namn]

    ## Nuläge
    <!-- plan: also "Current State" -->

    [Hur det är i dag]

    ## Etapper
    <!-- plan: required -->
    <!-- plan: also "Phases" -->

    ### Etapp 1: [Namn]
    <!-- plan: also "Phase" -->
    <!-- plan: repeat 2.. -->

    **Läge:** [Planerat | Pågår | Klart] <!-- plan: also "Status" -->

    ### Etapp 2: [Namn]

    [Repeat]

    ## Risker
    <!-- plan: also "Risks" -->

    | Risk | Sannolikhet | Följd |
    |------|-------------|-------|
    | Risk 1 | Låg | Hög |
"""
THREE = """
    # Title

    ## Why
    <!-- plan: required -->

    ## What

    ## How
"""
KEP = """
    # KEP-NNNN: Your short, descriptive title

    <!-- toc -->

    ## Release Signoff Checklist

    - [ ] (R) Enhancement issue in release milestone
    - [ ] (R) Design details are documented

    ## Summary
    <!-- plan: required -->

    ## Motivation

    ### Goals

    ### Non-Goals

    ## Proposal

    ### User Stories (Optional)

    #### Story 1

    #### Story 2

    ### Risks and Mitigations

    ## Design Details

    ### Graduation Criteria

    ## Implementation History
"""
RUNBOOK = """
    # Runbook: {system} to {target}

    **Change owner:** [Name] <!-- plan: required -->
    **Window:** YYYY-MM-DD

    ## Before

    - [ ] Backup taken <!-- plan: keep -->
    - [ ] Step 1: what is checked

    ## Steps

    | Step | Command | Expected | Back out |
    |------|---------|----------|----------|
    | Step 1 | `command` | [Output] | `command` |

    ## Back out

    **Decide by:** [Time]

    1. Step 1
    2. Step 2
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ADR,
            """
            list
              field Status: one of proposed, rejected, accepted, superseded
              field Date: date
            Context and Problem Statement
              blank
            Considered Options
              list
            Decision Outcome
              text
              Consequences
                list
            """,
        ),
        (
            SWEDISH,
            """
            Nuläge (also Current State)
              blank
            Etapper (required) (also Phases)
              repeat Etapp N (2..) (also Phase)
                field Läge: one of Planerat, Pågår, Klart (also Status)
            Risker (also Risks)
              table Risk, Sannolikhet, Följd
            """,
        ),
        (
            THREE,
            """
            Why (required)
            What
            How
            """,
        ),
        (
            KEP,
            """
            Release Signoff Checklist
              checklist
            Summary (required)
            Motivation
              Goals
              Non-Goals
            Proposal
              User Stories (Optional)
                repeat Story N
              Risks and Mitigations
            Design Details
              Graduation Criteria
            Implementation History
            """,
        ),
        (
            RUNBOOK,
            """
            field Change owner: blank (required)
            field Window: date
            Before
              checklist
            Steps
              table Step, Command, Expected, Back out
            Back out
              field Decide by: blank
              list of Step N
            """,
        ),
    ],
    ids=["ADR-like", "another language", "three sections", "KEP-like", "migration runbook"],
)
def test_templates_that_people_use(text: str, expected: str) -> None:
    assert drawn(text) == tree(expected)
    assert compile_template(textwrap.dedent(text)).faults == []


def test_roles_come_from_words_and_from_aliases() -> None:
    compiled = compile_template(textwrap.dedent(SWEDISH))
    assert [node.role for node in compiled.sections] == ["current-state", "phases", "risks"]


# Samples


@pytest.mark.parametrize(
    ("line", "is_sample"),
    [
        ("[What is done]", True),
        ("- [ ] Criterion 1", True),
        ("- Benefit 1: Description", True),
        ("**Created:** YYYY-MM-DD", True),
        ("**Progress:** X/Y phases complete (Z%)", True),
        ("| Risk 1 | High | Critical |", True),
        ("{{ title }}", True),
        ("- Goal: the team's own word <!-- plan: sample -->", True),
        ("- Item 1 <!-- plan: keep -->", False),
        ("- [ ] Code is reviewed", False),
        ("[The handbook](handbook.md)", False),
        ("[^1] says so", False),
        ("> [!NOTE]", False),
        ("![Drawing](a.png)", False),
        ("**Category:** Implementation Plan", False),
        ("A standing note of 3 lines.", False),
        ("`[x]`", False),
    ],
)
def test_what_is_to_be_replaced(line: str, is_sample: bool) -> None:  # noqa: FBT001
    compiled = compile_template(f"# [T]\n\n## A\n\n{line}\n")
    assert compiled.samples.is_sample(line_key(line)) == is_sample


def test_words_that_stand_on_the_right_twice_are_samples() -> None:
    compiled = compile_template(
        "# [T]\n\n## A\n\n- [ ] API docs: Location\n- [ ] Runbook: Location\n- [ ] Tests: pass\n"
    )
    assert compiled.samples.lines >= {"API docs: Location", "Runbook: Location"}
    assert "Tests: pass" not in compiled.samples.lines


def test_code_and_contents_are_no_samples() -> None:
    compiled = compile_template(
        "# [The title]\n\n## Contents\n\n- [A](#a) [x y]\n\n## A\n\n```\n[What]\n```\n"
    )
    assert compiled.samples.lines == {"# [The title]"}


# What is wrong with a template


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Just text.", 1, "a template needs headings below its title"),
        (
            "# T\n\n## A\n<!-- plan: requird -->\n",
            4,
            "'requird' means nothing in a template; write 'required'",
        ),
        (
            "# T\n\n## A\n<!-- plan: repeat many -->\n",
            4,
            "'repeat many' is no number of times; write e.g. 'repeat 1..'",
        ),
        ("# T\n\n## A\n<!-- plan: also Background -->\n", 4, "'also' names nothing"),
        ("<!-- plan: required -->\n# T\n\n## A\n", 1, "'required' is under no heading"),
        ("# T\n\n## A\n\n## B\n\n## A\n", 7, "the section 'A' is here and at line 3"),
        ("---\na: b: c\n---\n# T\n\n## A\n", 2, "front matter: "),
    ],
)
def test_faults_name_the_templates_own_lines(text: str, line: int, message: str) -> None:
    [fault] = compile_template(text).faults
    assert fault.line == line
    assert fault.message.startswith(message)


def test_a_directive_in_a_template_is_none_of_its_words() -> None:
    assert compile_template("# T\n\n<!-- plan:card -->\n\n## A\n").faults == []
