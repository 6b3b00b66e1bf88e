"""Sections are known by the role they play, not by their spelling."""

from __future__ import annotations

import pytest

from tests.reading.drawn import line_of, read

ROLES = {
    "executive-summary": "Executive Summary, EXECUTIVE SUMMARY, Summary, TL;DR, Zusammenfassung, Résumé, Resumen ejecutivo, Resumo executivo, Краткое содержание, 摘要, 概要, エグゼクティブサマリー",
    "current-state": "Current State, Problem Statement, Background, Current Situation, Status Quo, Ausgangslage, État actuel, Estado actual, Situação atual, Текущее состояние, 现状, 現状分析",
    "goals": "Goals and Objectives, Goals & Objectives, Goals, Objectives, Purpose, Ziele, Objectifs, Objetivos, Цели, Цели и задачи, 目标, 目的",
    "strategy": "Implementation Strategy, Approach, Technical Approach, Proposed Solution, Vorgehen, Stratégie, Estrategia, Abordagem, Стратегия, 实施策略, アプローチ",
    "phases": "Phases and Steps, Implementation Phases, Implementation Plan, Roadmap, Phasen, Étapes, Fases, Hoja de ruta, Этапы, Дорожная карта, 实施阶段, ロードマップ",
    "testing": "Testing and Verification, Testing Strategy, Test Plan, Verification, Validation Plan, Teststrategie, Stratégie de test, Pruebas, Testes, Тестирование, 测试策略, テスト計画",
    "rollback": "Rollback Plan, Rollback, Rollback Strategy, Backout Plan, Rückfallplan, Plan de retour arrière, Plan de reversión, Plano de rollback, План отката, 回滚计划, ロールバック計画",
    "risks": "Risk Assessment, Risks, Risk Register, Risks & Mitigations, Risks and Mitigation, Risk Analysis, Risiken, Évaluation des risques, Riesgos, Riscos, Риски, Оценка рисков, 风险评估, リスク管理",
    "success-criteria": "Success Criteria, Success Metrics, Acceptance Criteria, Definition of Done, KPIs, Erfolgskriterien, Critères de succès, Criterios de éxito, Critérios de sucesso, Критерии успеха, 成功标准, 完了条件",
    "deliverables": "Deliverables, Key Deliverables, Outputs, Liefergegenstände, Livrables, Entregables, Entregáveis, Поставляемые результаты, 交付物, 成果物",
    "next-steps": "Next Steps, Next Actions, Future Work, Action Items, Nächste Schritte, Prochaines étapes, Próximos pasos, Próximos passos, Следующие шаги, 下一步, 次のステップ",
    "references": "References, Related Documents, Resources, See Also, Further Reading, Referenzen, Références, Referencias, Referências, Ссылки, 参考资料, 参考文献",
    "document-information": "Document Information, Document Control, Metadata, Revision History, Changelog, Dokumentinformationen, Informations sur le document, Información del documento, Informações do documento, Информация о документе, 文档信息, ドキュメント情報",
}


@pytest.mark.parametrize(
    ("role", "heading"), [(role, heading) for role, names in ROLES.items() for heading in names.split(", ")]
)
def test_a_section_in_its_many_words(role: str, heading: str) -> None:
    assert read(f"# P\n\n## {heading}\n\nText.\n").sections == {role: 3}


@pytest.mark.parametrize(
    "heading",
    [
        "RISK ASSESSMENT",
        "risk assessment",
        "🎯 Risk Assessment",
        "⚠️ Risk Assessment ⚠️",
        "**Risk Assessment**",
        "*Risk Assessment*",
        "8. Risk Assessment",
        "8) Risk Assessment",
        "8.1 Risk Assessment",
        "VIII. Risk Assessment",
        "Risk Assessment:",
        "Risk Assessment (initial)",
        "Risk Assessment [draft]",
        "Risk Assessment {#risks}",
        "⚠️ 8. **Risk Assessment**",
        "[Risk Assessment](risks.md)",
    ],
)
def test_decorations_do_not_hide_a_section(heading: str) -> None:
    assert read(f"# P\n\n## {heading}\n\nText.\n").sections == {"risks": 3}


@pytest.mark.parametrize("heading", ["一、背景", "三、背景", "1、背景", "1. 背景", "（一）背景"])
def test_numbers_of_any_script_do_not_hide_a_section(heading: str) -> None:
    assert read(f"# P\n\n## {heading}\n\nText.\n").sections == {"current-state": 3}


def test_a_longer_heading_may_play_a_role() -> None:
    assert read("# P\n\n## Launch Success Criteria\n\nText.\n").sections == {"success-criteria": 3}


@pytest.mark.parametrize(
    "heading",
    ["Architecture", "Riskless trading", "The goalkeeper", "Testimony", "Team", "Budget", "Glossary"],
)
def test_other_headings_play_none(heading: str) -> None:
    assert read(f"# P\n\n## {heading}\n\nText.\n").sections == {}


def test_second_level_goes_before_third() -> None:
    page = """
        # P

        ## Overview

        ### Risks

        ## Risk Register

        ## Testing

        ### References
        """
    sections = read(page).sections
    assert sections["risks"] == line_of(page, "Risk Register")
    assert sections["references"] == line_of(page, "### References")


def test_the_first_heading_of_a_role_plays_it() -> None:
    assert read("# P\n\n## Risks\n\nText.\n\n## Risk Analysis\n\nText.\n").sections == {"risks": 3}


def test_an_overview_stands_in_for_a_missing_summary() -> None:
    assert read("# P\n\n## Overview\n\nText.\n").sections == {"executive-summary": 3}
    assert read("# P\n\n## Overview\n\n## Summary\n").sections == {"executive-summary": 5}


def test_headings_inside_a_phase_play_no_role() -> None:
    page = """
        # P

        ## Phase 1: A

        ### Deliverables

        - [ ] a

        ### Risks

        - b

        ## Phase 2: B

        ### Testing
        """
    assert read(page).sections == {}


def test_the_heading_above_the_phases_is_the_phases_section_whatever_it_is_called() -> None:
    page = """
        # P

        ## Roadmap

        See below.

        ## How we do it

        ### Phase 1: A

        ### Phase 2: B
        """
    plan = read(page)
    assert plan.sections["phases"] == plan.phases_line == line_of(page, "How we do it")


def test_phases_right_under_the_title_have_no_section() -> None:
    plan = read("# P\n\n## Phase 1: A\n\n## Phase 2: B\n")
    assert (plan.sections, plan.phases_line) == ({}, 0)


def test_a_heading_in_code_or_comment_is_no_section() -> None:
    assert read("# P\n\n```md\n## Risks\n```\n\n<!--\n## Goals\n-->\n\n    ## Testing\n").sections == {}


def test_several_first_level_headings_may_part_a_page() -> None:
    page = "# Move\n\n# Goals\n\n# Risks\n\n# Testing\n"
    assert read(page).sections == {"goals": 3, "risks": 5, "testing": 7}


def test_words_may_be_added() -> None:
    page = "# P\n\n## Stolpersteine\n\n- a\n"
    assert read(page).sections == {}
    assert read(page, vocabulary={"sections": {"risks": ["Stolpersteine"]}}).sections == {"risks": 3}
