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


def test_a_summary_of_phases_is_none_of_the_plan() -> None:
    for heading in ("Summary of Completed Phases", "Resumen de Fases", "Summary of Changes"):
        assert read(f"# P\n\n## {heading}\n\nText.\n").sections == {}, heading
    assert read("# P\n\n## Summary of the Move\n\nText.\n").sections == {"executive-summary": 3}


def test_an_overview_goes_before_a_summary_of_something_behind_it() -> None:
    page = "# The move\n\n## Overview\n\nText.\n\n## {}\n\nText.\n"
    assert read(page.format("Migration Summary")).sections == {"executive-summary": 3}
    assert read(page.format("Executive Summary")).sections == {"executive-summary": 7}


def test_a_second_line_of_the_title_plays_no_role() -> None:
    assert read("# Kiln\n## Testing Plan for the Harbour\n\n## Risks\n\nText.\n").sections == {"risks": 4}
    assert read("# Kiln\n## Risks\n\nText.\n").sections == {"risks": 2}
    assert read("# Kiln\n## A Guide to Fire\n\n### Goal\n\nText.\n").sections == {"goals": 4}


def test_a_group_of_a_checklist_is_no_section_about_testing() -> None:
    page = "# P\n\n## {}\n\n### Testing and Quality (2 items)\n\n- [ ] a\n"
    assert read(page.format("Release Checklist")).sections == {}
    assert read(page.format("Release")).sections == {"testing": 5}


def test_a_slash_parts_two_names() -> None:
    assert read("# P\n\n## リスク/代替\n\nText.\n\n## Testing/QA days\n\nText.\n").sections == {
        "testing": 7,
        "risks": 3,
    }


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


def test_a_first_level_heading_in_the_middle_of_a_text_is_no_title() -> None:
    talk = "\n\n".join(f"We spoke of kiln {number}." for number in range(30))
    assert read(f"{talk}\n\n# draw the kiln\n\n# light it\n").title == "Plan"
    assert read(f"{talk}\n\n# Kiln\n\n## Risks\n").title == "Kiln"  # the only one


def test_what_may_come_one_day_is_no_next_step() -> None:
    for heading in ("Future Enhancements", "Future Considerations", "Future Improvements"):
        assert read(f"# P\n\n## {heading}\n\n- a\n").sections == {}, heading


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("SMART Objective", "goals"),
        ("Rollback Decision Trees", "rollback"),
        ("3. Definition of success", "success-criteria"),
        ("KPIs de Sucesso", "success-criteria"),
        ("Siguiente paso inmediato", "next-steps"),
        ("Volgende Stappen", "next-steps"),
        ("次に着手（推奨順）", "next-steps"),
        ("参考リンク", "references"),
    ],
)
def test_sections_in_further_words(heading: str, role: str) -> None:
    assert read(f"# P\n\n## {heading}\n\nText.\n").sections == {role: 3}


def test_words_may_be_added() -> None:
    page = "# P\n\n## Stolpersteine\n\n- a\n"
    assert read(page).sections == {}
    assert read(page, vocabulary={"sections": {"risks": ["Stolpersteine"]}}).sections == {"risks": 3}


@pytest.mark.parametrize(
    ("role", "headings"),
    [
        ("executive-summary", "Project Executive Summary, Executive Overview, One-Paragraph Summary, Migration Overview, MVP Summary, Executive Summary of the Migration"),
        ("current-state", "Implementation Status Overview, Current State in this Repo, Current Kiln Status, Existing State, Current baseline, Where things stand today, Aktueller technischer Stand, Umsetzungsstand (Stand: heute), Current Problems, Project Status, État d'avancement, Umsetzungsstatus, Статус реализации, 项目现状, 実装状況"),
        ("goals", "MVP Goals, Communication Objectives, Goals of the MVP, Training Goals, Goals Overview, Projektziele, MVP-Ziele, Kommunikationsziele, Ziele der Umsetzung, Objectifs de communication, Objectifs du projet, Objetivos del lanzamiento, Objetivos do projeto, Цели проекта, Цели коммуникации, 项目目标, 测试目标, プロジェクトの目的, MVPの目標"),
        ("strategy", "Migration Approach, Overall Technical Approach, Rollout Approach, Data Migration Approach, Our Strategy, Migrationsansatz, Technische Strategie, Approche de migration, Estrategia de lanzamiento, Abordagem técnica, Подход к миграции, 迁移策略, 移行アプローチ"),
        ("testing", "Testing Checkpoints, QA Checkpoints, Test Gates, MVP Testing Strategy, Verification Steps, Testing Requirements, Prüfpunkte, Points de contrôle des tests, Контрольные точки тестирования, 测试方案, テスト手順"),
        ("rollback", "Rollback Plan for the Database, Emergency Rollback Procedure, Migration Rollback Plan, Rollback path, Rollback Strategies, Rollback-Strategie, Stratégie de rollback, Estrategia de rollback, План отката базы, 回滚说明"),
        ("risks", "Security Risks, Migration Risks, Risks of the Launch, Risks - to be discussed, Kommunikationsrisiken, Projektrisiken, Risques du projet, Riesgos del lanzamiento, Риски проекта, 项目风险, 移行のリスク, 风险缓解, Accepted Risks, Appendix B: Risk Register"),
        ("success-criteria", "Launch Success Criteria, Quality Criteria, Release Criteria, Critères de qualité, Qualitätskriterien, Criterios de calidad, Critérios de qualidade, Критерии качества, 质量标准, 品質基準, What we shall see (Acceptance Criteria)"),
        ("deliverables", "Phase 2 deliverable checklist, Deliverables by Team, MVP Deliverables, Key Deliverables Overview, Livrables du projet, Entregables principales, 项目交付物"),
        ("next-steps", "Next Steps after the Launch, Immediate Next Steps, Next Steps - Testing under way, Nächste Schritte nach dem Start, Prochaines étapes du projet, Próximos pasos inmediatos, Next Kiln Priorities, Recommended next milestone, Current top 5 next actions, Nächste konkrete Aufgaben, 次アクション, Ближайшие задачи"),
        ("references", "Key References, External References, Project References, References Overview"),
        ("document-information", "Plan Document Information, Document Revision History"),
    ],
)  # fmt: skip
def test_a_qualified_name_is_its_section(role: str, headings: str) -> None:
    for heading in headings.split(", "):
        assert read(f"# P\n\n## {heading.strip()}\n\nText.\n").sections == {role: 3}, heading


@pytest.mark.parametrize(
    "heading",
    [
        "Asset References",
        "`asset_link`: Project-Level Asset References",
        "API References",
        "References to Foreign Keys",
        "Validation Strategy",
        "Caching Strategy",
        "Approach to Caching",
        "Deployment Strategy",
        "Cachingstrategie",
        "Stratégie de cache",
        "缓存策略",
        "Non-Goals",
        "Stretch Goals",
        "Nicht-Ziele",
        "Objectifs secondaires",
        "非目标",
        "Selection Criteria",
        "Rollback Criteria",
        "Auswahlkriterien",
        "Test Data",
        "Testing Tools",
        "测试环境",
        "Scope",
        "Effort Summary",
        "State Model",
        "Zielgruppe",
        "Post-Implementation Checklist",
        "Next Kiln",
        "Current Kiln",
        "Kiln Overview",
        "Deploy (Testing)",
    ],
)
def test_a_name_beside_a_word_that_changes_it_is_another_thing(heading: str) -> None:
    assert read(f"# P\n\n## {heading}\n\nText.\n").sections == {}


def test_words_of_the_title_name_the_plan() -> None:
    assert read("# Lamp Renewal\n\n## Lamp Strategy\n\nText.\n").sections == {"strategy": 3}
    assert read("# Clock Renewal\n\n## Lamp Strategy\n\nText.\n").sections == {}


@pytest.mark.parametrize(
    ("synonym", "name", "role"),
    [
        ("Problem Statement", "Current State", "current-state"),
        ("Problem Statement", "Current State in this Repo", "current-state"),
        ("Background", "Ausgangslage", "current-state"),
        ("Purpose", "Goals", "goals"),
        ("Zielsetzung und Zweck", "Ziele", "goals"),
        ("Proposed Solution", "Implementation Strategy", "strategy"),
        ("Quality Assurance", "Testing Strategy", "testing"),
        ("Key Metrics", "Success Criteria", "success-criteria"),
        ("Acceptance Criteria", "Critères de succès", "success-criteria"),
        ("Artifacts", "Deliverables", "deliverables"),
        ("Future Work", "Next Steps", "next-steps"),
        ("Resources", "References", "references"),
        ("Changelog", "Document Information", "document-information"),
        ("Launch Checklist Goals", "Goals", "goals"),
    ],
)
def test_a_name_further_down_goes_before_another_spelling(synonym: str, name: str, role: str) -> None:
    assert read(f"# P\n\n## {synonym}\n\nText.\n\n## {name}\n\nText.\n").sections[role] == 7
    assert read(f"# P\n\n## {name}\n\nText.\n\n## {synonym}\n\nText.\n").sections[role] == 3


def test_a_heading_of_two_names_plays_both_where_no_other_does() -> None:
    page = "# P\n\n## Goals and Success Criteria\n\nText.\n"
    assert read(page).sections == {"goals": 3, "success-criteria": 3}
    assert read(f"{page}\n## Success Metrics\n\nText.\n").sections == {"goals": 3, "success-criteria": 7}
    assert read("# P\n\n## Risks, Assumptions and Notes\n").sections == {"risks": 3}


@pytest.mark.parametrize(
    "part",
    [
        "Part 1: Till",
        "Workstream A — Till",
        "Workstream: Till",
        "Till Workstream",
        "Track B",
        "Option 2: Buy",
        "Epic 3. Till",
        "Teilprojekt 1",
        "Chantier A : Caisse",
        "Frente 1: Caja",
        "Поток 1: Касса",
        "第一部分：收银",
        "模块 1：收银",
        "Task 1: Till",
        "Phase 1: Till",
    ],
)
@pytest.mark.parametrize("heading", ["Objectif", "Current State", "Goals", "Risks", "Next Steps", "目标"])
def test_a_section_inside_a_part_plays_no_role_of_the_page(part: str, heading: str) -> None:
    plan = read(f"# P\n\n## {part}\n\n### {heading}\n\n- Sell more\n\n## Notes\n\n- [ ] a\n")
    assert {role: line for role, line in plan.sections.items() if line == 5} == {}
    assert plan.goals == []


def test_sections_of_the_same_name_below_several_others_are_theirs() -> None:
    page = """
        # P

        ## v1.1

        ### Goals

        - Fast

        ## v1.2

        ### Goals

        - Small

        ### Dependencies

        - Paint
        """
    plan = read(page)
    assert (plan.sections, plan.goals) == ({}, [])
    assert [one.text for one in plan.current_state.dependencies] == ["Paint"]


def test_dependencies_of_a_part_are_not_the_plans() -> None:
    page = "# P\n\n## Workstream A\n\n### Dependencies\n\n- Paint\n\n### Non-Goals\n\n- Speed\n"
    plan = read(page)
    assert (plan.current_state.dependencies, plan.goals) == ([], [])


def test_a_section_of_one_phase_is_not_the_pages() -> None:
    phases = "## Phase 1: A\n\n- [ ] a\n\n## Phase 2: B\n\n- [ ] b\n\n## Notes\n\n"
    assert "deliverables" not in read(f"# P\n\n{phases}## Phase 2 Deliverables\n\n- x\n").sections
    assert "next-steps" in read(f"# P\n\n{phases}## Next Steps after Phase 2\n\n- x\n").sections
    assert read("# P: Phase 2\n\n## Phase 2 Deliverables\n\n- x\n").sections == {"deliverables": 3}


def test_a_heading_over_all_others_is_the_title_of_a_page_without_an_h1() -> None:
    assert (read("## Kiln Plan\n\n### Goals\n\n- a\n").title, read("## Kiln Plan\n\n### Goals\n").line) == (
        "Kiln Plan",
        1,
    )
    assert read("## Kiln Plan\n\n### Goals\n\n- a\n\n## Risks\n").title == "Plan"
    assert read("---\ntitle: The kiln\n---\n## Kiln Plan\n\n### Goals\n").title == "The kiln"
