"""Plans in Korean, whose words have no plural and carry their endings without a space."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.headings import numbered_text
from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary
from mkdocs_plan_plugin.vocabulary.scales import PLAN
from mkdocs_plan_plugin.vocabulary.states import read_state
from tests.reading.drawn import phase_of, read

PAGE = """
    # 가마 교체 계획

    **상태**: 진행 중
    **담당자**: 팀 나루
    **작성일**: 2026년 5월 3일
    **우선순위**: 높음

    ## 개요

    낡은 가마를 바꾼다.

    ## 구현 계획

    ### 1단계: 준비 (2주)

    **상태**: 완료

    - [x] 조사

    ### 2단계: 가마 쌓기 - 진행 중

    - [ ] 벽돌

    ### 제3단계: 불 때기 (예정)

    - [ ] 장작

    #### 3단계 완료 기준

    - [ ] 첫 그릇

    ## 위험 요소 및 완화 전략

    | 위험 | 확률 | 영향 | 완화 전략 |
    |------|------|------|-----------|
    | 비   | 높음 | 중간 | 지붕      |
    | 균열 | 낮음 | 매우 높음 | 천천히 |

    ## 다음 단계

    - 벽돌 주문
    """


def test_a_whole_plan() -> None:
    plan = read(PAGE)
    assert (plan.title, plan.state, plan.owner, plan.created, plan.priority) == (
        "가마 교체 계획",
        "in-progress",
        "팀 나루",
        "2026-05-03",
        "P1",
    )
    assert [(one.number, one.title, one.effective_state, one.duration) for one in plan.phases] == [
        ("1", "준비", "complete", "2주"),
        ("2", "가마 쌓기", "in-progress", ""),
        ("3", "불 때기", "pending", ""),
    ]
    assert [(one.title, one.probability, one.impact) for one in plan.risks] == [
        ("비", "high", "medium"),
        ("균열", "low", "critical"),
    ]
    assert list(plan.sections) == ["executive-summary", "phases", "risks", "next-steps"]
    assert (plan.left_out, plan.contradictions) == ([], [])


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("### 1단계: 준비", "1", "준비"),
        ("### 제2단계 - 준비", "2", "준비"),
        ("### 단계 3: 준비", "3", "준비"),
        ("### 4 단계. 준비", "4", "준비"),
        ("### ✅ 5단계: 준비", "5", "준비"),
        ("### 2026년 1분기: 준비", "1", "준비"),
        ("### 3주차: 준비", "3", "준비"),
        ("### 1-2단계: 준비", "1-2", "준비"),
        ("### 마일스톤 2: 준비", "2", "준비"),
        ("### Phase 2: 준비 (진행중)", "2", "준비"),
    ],
)
def test_headings_of_phases(heading: str, number: str, title: str) -> None:
    phase = phase_of(heading)
    assert (phase.number, phase.title) == (number, title)


@pytest.mark.parametrize("heading", ["단계별 안내", "제품 소개", "5개 항목", "1단계별 안내"])
def test_headings_that_number_no_phase(heading: str) -> None:
    assert numbered_text(heading, default_vocabulary()) is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("완료", "complete"),
        ("✅ 구현 완료", "complete"),
        ("완료되지 않음", "planning"),
        ("완료 예정", "planning"),
        ("미완료", "planning"),
        ("설계 완료", "planning"),
        ("준비 완료", "planning"),
        ("부분적으로 완료", "in-progress"),
        ("코드 완료", "in-progress"),
        ("개발 중", "in-progress"),
        ("대기 중", "planning"),
        ("보류", "on-hold"),
        ("취소됨", "cancelled"),
    ],
)
def test_states(text: str, state: str) -> None:
    assert read_state(text, PLAN, default_vocabulary()).state == state
