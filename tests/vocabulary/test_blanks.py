"""Unfilled places are no values."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.vocabulary.blanks import is_blank, says_none
from tests.reading.drawn import read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "[Title]",
        "[What could go wrong]",
        "**[Title]**",
        "[...]",
        "...",
        "…",
        "[Draft | Active | Complete]",
        "[P0 (Critical) | P1 (High)]",
        "{{ owner }}",
        "{{...}}",
        "{% include 'x' %}",
        "YYYY-MM-DD",
        "TBD",
        "tbd",
        "[TBD]",
        "*TBD*",
        "T.B.D.",
        "N/A",
        "n/a",
        "None",
        "?",
        "-",
        "—",
        "___",
        "[One], [Two]",
        "<Owner>",
        "待定",
    ],
)
def test_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kim",
        "0",
        "3",
        "[Kim](people.md)",
        "[x] it runs",
        "[ ] it runs",
        "see [1]",
        "No one",
        "X-ray",
        "Yes",
        "a-b",
        "TBD by Friday",
        "2025-01-01",
        "none of the above",
        "[Draft] of the roof",
        "x" * 5000,
        "[" * 5000,
    ],
)
def test_filled(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("page", "template"),
    [
        ("# [Implementation Plan Title]\n\nText.\n", True),
        ("# {{ title }}\n\nText.\n", True),
        ("# A plan\n\n## Phase 1: [Phase Name]\n\n- [ ] a\n\n## Phase 2: [Phase Name]\n", True),
        ("# A plan\n\n## Phase 1: Build\n\n- [ ] a\n\n## Phase 2: [Phase Name]\n", False),
        ("# A plan\n\nText.\n", False),
        ("# [A plan](plan.md)\n\nText.\n", False),
        ("# [Draft] A plan\n\nText.\n", False),
        ("Text.\n", False),
    ],
)
def test_a_page_that_is_all_template_is_recognised(page: str, *, template: bool) -> None:
    assert read(page).template is template


@pytest.mark.parametrize(
    "text",
    [
        "None",
        "**None**",
        "None identified.",
        "No known risks",
        "No dependencies have been identified yet",
        "There are no open issues.",
        "None at this time",
        "None — everything is in house",
        "N/A",
        "n/a (standalone change)",
        "Not applicable",
        "Dependencies: none",
        "Keine",
        "Derzeit keine",
        "Keine weiteren Abhängigkeiten",
        "Entfällt",
        "Aucun risque identifié",
        "Pas de dépendances pour le moment",
        "Néant",
        "Ninguno",
        "No hay riesgos conocidos",
        "Sin dependencias",
        "Nenhum",
        "Não há riscos identificados",
        "Нет",
        "Пока нет известных рисков",
        "Рисков не выявлено",
        "无",
        "暂无",
        "目前没有已知风险",
        "なし",
        "特になし",
        "既知のリスクはありません",
    ],
)
def test_an_entry_may_say_that_there_is_nothing(text: str) -> None:
    assert says_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No",
        "Risks",
        "No downtime",
        "None of the lamps fails",
        "Nothing breaks",
        "Not started",
        "No critical issues",
        "Low: none of it",
        "Keine Ausfallzeit",
        "Aucune interruption",
        "Ninguna lámpara falla",
        "Sem interrupção",
        "Нет простоев",
        "无停机",
        "停止時間なし",
        "Noneconomic lamps",
    ],
)
def test_an_entry_with_any_other_word_is_an_entry(text: str) -> None:
    assert not says_none(text)
