"""Anchors are unique on a page, and every line number points at the text it names."""

from __future__ import annotations

import re

import pytest

from mkdocs_plan_plugin.reading import read_plan
from tests.reading.drawn import drawn, read

PAGE = drawn("""
    ---
    title: Roof
    owner: Kim
    ---
    # Roof

    **Status:** In progress

    ## Goals

    1. Goal one: dry
       - Success metric: drops

    ## Phases

    ### Phase 1: Frame ✅

    #### Step 1.1: Saw

    - [x] beams

    ### Phase 2: Cover

    **Status:** Blocked

    - [ ] slates
      over two lines
    - [ ] gutters

    ## Decisions

    ### Decision 1: Slate

    **Decision:** yes

    ## Risks

    ### Risk 1: Storm

    **Probability:** High

    | Risk | Probability | Impact |
    |---|---|---|
    | Storm | High | Low |
    | Theft | Low | Low |

    ## Success Criteria

    - Dryness: 100%

    | Metric | Baseline | Target | Actual |
    |---|---|---|---|
    | Drops | 9 | 0 | 1 |

    ## Deliverables

    - Roof: whole

    ## Document Information

    **Created:** 2025-01-01
    """)


def named_lines(text: str) -> dict[str, int]:
    """Return the line of each record of a plan by a word that stands on it."""
    plan = read_plan(text, "roof.md")
    (risk, theft) = plan.risks
    return {
        "# Roof": plan.line,
        "In progress": plan.state_line,
        "Goal one": plan.goals[0].line,
        "## Phases": plan.phases_line,
        "Frame": plan.phases[0].line,
        "Saw": plan.phases[0].steps[0].line,
        "beams": plan.task_list[0].line,
        "Cover": plan.phases[1].line,
        "Blocked": plan.phases[1].state_line,
        "slates": plan.task_list[1].line,
        "gutters": plan.task_list[2].line,
        "Decision 1": plan.decisions[0].line,
        "Risk 1": risk.line,
        "| Storm": risk.row_line,
        "| Theft": theft.line,
        "Dryness": plan.criteria[0].line,
        "| Metric": plan.benchmarks_line,
        "| Drops": plan.benchmarks[0].line,
        "Roof: whole": plan.deliverables[0].line,
        "## Goals": plan.sections["goals"],
        "## Document": plan.sections["document-information"],
    }


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        PAGE.replace("\n", "\r\n"),
        PAGE.replace("\n", "\r"),
        "\ufeff" + PAGE,
        "\ufeff" + PAGE.replace("\n", "\r\n"),
        PAGE.split("---\n", 2)[2],
        "\n\n" + PAGE.split("---\n", 2)[2],
        PAGE.replace("---\ntitle", "---   \ntitle", 1),
        PAGE.replace("Kim\n---", "Kim\n...", 1),
        PAGE.replace("owner: Kim", "owner: Kim: and others", 1),
        PAGE.replace("dry", "🏠 dry 阶段 \ud800"),
        PAGE.replace("## Goals", '!!! note\n\n    Text.\n\n=== "Tab"\n\n    - item\n\n## Goals'),
        PAGE.replace("## Goals", "```\n!!! no\n# Roof\n```\n\n<!--\n# no\n-->\n\n## Goals"),
    ],
    ids=["plain", "crlf", "cr", "bom", "bom-crlf", "no-front", "blank-first", "front-spaces", "front-dots",
         "front-malformed", "wide", "containers", "code"],
)  # fmt: skip
def test_lines_point_at_the_text_they_name(text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text)
    for words, number in named_lines(text).items():
        assert words in lines[number - 1], f"{words} is not in line {number}"


def test_mixed_newlines_count_one_each() -> None:
    plan = read_plan("# P\r\n\n## Phase 1: A\r\r- [x] a\r\n- [x] b\n", "p.md")
    assert (plan.phases[0].line, [task.line for task in plan.task_list]) == (3, [5, 6])


@pytest.mark.parametrize("breaks", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_newlines_part_lines(breaks: str) -> None:
    plan = read_plan(f"# P\n\na{breaks}b\n\n- [x] a\n", "p.md")
    assert [task.line for task in plan.task_list] == [5]


@pytest.mark.parametrize("breaks", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_only_newlines_part_lines_in_front_matter(breaks: str) -> None:
    plan = read_plan(f"---\nowner: a{breaks}b\ntitle: T\nstatus: blocked\n---\n- [x] a\n", "p.md")
    assert [task.line for task in plan.task_list] == [6]
    assert plan.state_line in (0, 4)


def test_the_end_of_a_phase_is_the_line_before_the_next_heading() -> None:
    first, second = read_plan(PAGE, "roof.md").phases
    lines = PAGE.split("\n")
    assert lines[first.end_line].startswith("### Phase 2")
    assert lines[second.end_line].startswith("## Decisions")


def anchors(text: str) -> list[str]:
    plan = read(text)
    return [
        record.anchor
        for records in (
            plan.phases,
            [step for phase in plan.phases for step in phase.steps],
            plan.risks,
            plan.decisions,
            plan.task_list,
        )
        for record in records
    ]


def test_anchors_say_kind_and_number() -> None:
    plan = read_plan(PAGE, "roof.md")
    assert [phase.anchor for phase in plan.phases] == ["plan-phase-1", "plan-phase-2"]
    assert plan.phases[0].steps[0].anchor == "plan-step-1-1"
    assert plan.risks[0].anchor == "plan-risk-1"
    assert plan.decisions[0].anchor == "plan-decision-1"


@pytest.mark.parametrize(
    "page",
    [
        "# P\n\n## Phase 1: A\n\n## Phase 1: B\n\n## Phase 2: C\n\n## Phase 1: D\n",
        "# P\n\n## Phase 1: A\n\n### Step 1: B\n\n### Step 1: C\n\n## Phase 2: D\n\n### Step 1: E\n",
        "# P\n\n## Phase 1: A\n\n### 1.1 B\n\n## Phase 1-2: C\n\n### Step 2: D\n\n## Phase 12: E\n",
        "# P\n\n## 第一阶段：A\n\n## Phase 二: B\n\n## 第二阶段：C\n",
        "# P\n\n- [x] a\n- [x] a\n- [ ] a\n- [ ] A\n",
        "# P\n\n## Risks\n\n- Flood\n- Fire\n\n### Risk 1: Storm\n\n### Risk 1: Theft\n",
        "# P\n\n## Risks\n\n### Risk 2: A\n\n**Impact:** High\n\n### B\n\n**Impact:** High\n\n### Risk 1-2: C\n\n### Risk 1: D\n\n### Risk 1: E\n",
        "# P\n\n## Decisions\n\n### A\n\n### Decision 1: B\n\n### C\n\n### Decision 3: D\n",
    ],
)
def test_anchors_are_unique(page: str) -> None:
    found = anchors(page)
    assert found
    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"plan-(phase|step|risk|decision|task)-[a-z0-9-]+", anchor) for anchor in found)


def test_a_tasks_anchor_follows_its_text() -> None:
    first = anchors("- [ ] Order the cables\n- [ ] Pay\n")
    assert anchors("Text.\n\n- [x] Pay\n- [x] Order the cables\n") == first[::-1]
