"""One heading taken apart: word, number, title, state, duration, wherever they stand."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.headings import Numbered, numbered, plain_step
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary
from tests.reading.drawn import phase_of, read

WORDS = default_vocabulary()


def heading(text: str) -> Numbered | None:
    return numbered(read_document(f"## {text}").sections[1], WORDS)


def step(text: str) -> Numbered | None:
    section = read_document(f"### {text}").sections[1]
    return numbered(section, WORDS, "steps") or plain_step(section)


def parts(found: Numbered | None) -> tuple[str, str, str | None, str] | None:
    if found is None:
        return None
    title = found.title(WORDS)
    return found.number, title.text, title.state, title.duration


@pytest.mark.parametrize(
    ("text", "number", "title", "duration"),
    [
        ("Phase 2 - 8 weeks", "2", "", "8 weeks"),
        ("Phase 1 - 2026 Q1", "1", "", "2026 Q1"),
        ("Phase 1 - 3 core shelves", "1", "3 core shelves", ""),
        ("Phase 3-8 weeks", "3", "", "8 weeks"),
        ("第二階段 - 8週", "2", "", "8週"),
        ("阶段 2 - 3个月", "2", "", "3个月"),
        ("Этап 2 — 8 недель", "2", "", "8 недель"),
        ("Étape 2 – 3 semaines", "2", "", "3 semaines"),
        ("Phase 1 (MVP) - 6 weeks", "1", "MVP", "6 weeks"),
        ("Phase 1 (MVP) — 6 Wochen", "1", "MVP", "6 Wochen"),
        ("Phase 1: Dig - 2 weeks", "1", "Dig", "2 weeks"),
        ("Phase 1: Dig, 3 days", "1", "Dig", "3 days"),
        ("Phase 1 · 2 weeks · Dig", "1", "Dig", "2 weeks"),
        ("Phase 1 (Weeks 1-2): Dig", "1", "Dig", "Weeks 1-2"),
        ("Sprint 12 (2026-01-05 – 2026-01-16)", "12", "", "2026-01-05 – 2026-01-16"),
        ("Phase 1: Dig - 2000 users", "1", "Dig - 2000 users", ""),
        # ranges
        ("Phase 1-2: Dig", "1-2", "Dig", ""),
        ("Phase 1 - 2: Dig", "1-2", "Dig", ""),
        ("Phases 2 - 8 Dig", "2-8", "Dig", ""),
        ("Weeks 1 – 4", "1-4", "", ""),
        ("KW 12–14: Dig", "12-14", "Dig", ""),
    ],
)
def test_a_range_and_a_duration(text: str, number: str, title: str, duration: str) -> None:
    assert parts(heading(text)) == (number, title, None, duration)


@pytest.mark.parametrize(
    "sign", [":", "：", "-", "–", "—", "―", "‒", "·", "•", "‣", "|", "/", ">", "»", "→", "::"]
)
def test_every_separator(sign: str) -> None:
    assert parts(heading(f"Phase 0 {sign} Setup")) == ("0", "Setup", None, "")


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("1️⃣ Phase 1: Hang", "1", "Hang"),
        ("🔟 Phase 10: Hang", "10", "Hang"),
        (":hammer: Phase 1: Sew", "1", "Sew"),
        (":one: Phase 1: Sew", "1", "Sew"),
        ("[Phase 1] Sew", "1", "Sew"),
        ("[Phase 1: Sew]", "1", "Sew"),
        ("【阶段 1】打桩", "1", "打桩"),
        ("Wave 117+ — rest", "117+", "rest"),
        ("WS0 — Base", "WS0", "Base"),
        ("M1 – Boden", "M1", "Boden"),
        ("Q1 2026: Base", "Q1 2026", "Base"),
        ("2026 Q1 — Base", "2026 Q1", "Base"),
        ("H1 2026 - Base", "H1 2026", "Base"),
        ("FY26 Q1: Base", "FY26 Q1", "Base"),
        ("2026-W12: Base", "2026-W12", "Base"),
        ("PI 1: Base", "PI 1", "Base"),
        ("1. Quartal 2026", "1/2026", ""),
        ("KW 12: Base", "12", "Base"),
        ("Workstream 1: Base", "1", "Base"),
        ("Teil 2: Dach", "2", "Dach"),
        ("第一部分：基础", "1", "基础"),
        ("Epic 1: Base", "1", "Base"),
        ("Modul 1: Base", "1", "Base"),
        ("Release 1: Base", "1", "Base"),
    ],
)
def test_what_numbers_a_phase(text: str, number: str, title: str) -> None:
    assert parts(heading(text)) == (number, title, None, "")


@pytest.mark.parametrize(
    "text",
    [
        "4. Phase-by-Phase Build",
        "3. Phase-wise Rollout",
        "5. Phases and Steps",
        "3. Day-to-Day Operations",
        "4. Phasenplan",
        "Module 2 integration tests",
        "M1 MacBook support",
        "Q1: Why so?",
        "H1: Overview",
        "Pi 4 setup",
        "SPRİNT 1: Dig",
    ],
)
def test_what_numbers_none(text: str) -> None:
    assert heading(text) is None


@pytest.mark.parametrize(
    ("text", "title", "state"),
    [
        ("Phase 1 (done): Dig", "Dig", "complete"),
        ("Phase 1 ✅: Dig", "Dig", "complete"),
        ("Phase 1 [DONE]: Dig", "Dig", "complete"),
        ("Phase 1 - DONE - Dig", "Dig", "complete"),
        ("Phase 1: Dig ✅ 100%", "Dig", "complete"),
        ("Phase 1: Dig ✅ 2025-11-18", "Dig", "complete"),
        ("Phase 1: Dig — Complete (May 3)", "Dig", "complete"),
        ("Phase 1: Fire 🔄 **CURRENT PHASE - TESTING IN PROGRESS**", "Fire", "in-progress"),
        ("Phase 1: Sell - IN PROGRESS, 40%", "Sell", "in-progress"),
        ("Phase 1: Pack ⏳ waiting for boxes", "Pack", "pending"),
        ("Phase 1: Pack ⛔ no boxes left", "Pack", "blocked"),
        ("Phase 1: Dig (in progress — 60 %)", "Dig", "in-progress"),
        ("Phase 4 (next): Roll out", "Roll out", "pending"),
        ("[DONE] Phase 1: Dig", "Dig", "complete"),
        ("Done: Phase 1 - Dig", "Dig", "complete"),
        ("[x] Phase 1: Dig", "Dig", "complete"),
        ("[ ] Phase 1: Dig", "Dig", None),
        ("⏸️ Phase 1: Dig", "Dig", "on-hold"),
        ("Phase 1 (abgeschlossen): Graben", "Graben", "complete"),
        ("Phase 1: Graben – läuft", "Graben", "in-progress"),
        ("Étape 1 (terminée) : Creuser", "Creuser", "complete"),
        ("Fase 1 (en curso): Cavar", "Cavar", "in-progress"),
        ("Этап 1 (завершён): Копать", "Копать", "complete"),
        ("第一阶段（已完成）：打桩", "打桩", "complete"),
        ("フェーズ1（完了）：掘る", "掘る", "complete"),
        ("Phase 1: ✅ Done", "", "complete"),
        ("Phase 1 (⏳): Dig", "Dig", "pending"),
        ("Phase 1: Dig, done", "Dig", "complete"),
        ("Phase 1: Dig `DONE`", "Dig", "complete"),
        ("Phase 1: Dig 🟡 At risk", "Dig", "in-progress"),
        ("Phase 1: Dig ❌ cancelled", "Dig", "cancelled"),
        ("Phase 1: Dig ✅ Deployed to staging", "Dig", "complete"),
        ("Phase 1: Graben — in Arbeit seit Mai", "Graben", "in-progress"),
        # titles
        ("Phase 1: Complete the move", "Complete the move", None),
        ("Phase 1: Definition of done", "Definition of done", None),
        ("Phase 1: Go live", "Go live", None),
        ("Phase 1: Build ✅ API and docs", "Build ✅ API and docs", None),
        ("Phase 1: Split, 98% coverage", "Split, 98% coverage", None),
        ("Phase 1: Plan, do, done", "Plan, do, done", None),
        ("Phase 1: Dig ✅ Testing tools", "Dig ✅ Testing tools", None),
        ("Phase 1: Fix the tail — NEW", "Fix the tail — NEW", None),
    ],
)
def test_a_state_in_every_position(text: str, title: str, state: str | None) -> None:
    found = parts(heading(text))
    assert found is not None
    assert found[1:3] == (title, state)


@pytest.mark.parametrize(
    ("text", "number", "title", "state"),
    [
        ("~~Phase 2: Chimney~~ — folded into Phase 3", "2", "Chimney", "cancelled"),
        ("Phase 2: ~~Chimney~~", "2", "Chimney", "cancelled"),
        ("~~Phase 2~~: Chimney", "2", "Chimney", "cancelled"),
        ("~~第二阶段：烟囱~~（并入第三阶段）", "2", "烟囱", "cancelled"),
        ("Phase 2: ~~Chimney~~ Roof", "2", "Roof", None),
        ("Phase 2: H~2~O", "2", "H2O", None),
    ],
)
def test_what_is_struck_through_is_cancelled(text: str, number: str, title: str, state: str | None) -> None:
    assert parts(heading(text)) == (number, title, state, "")


@pytest.mark.parametrize(
    ("text", "number", "title", "state"),
    [
        ("WP01: Dig", "WP01", "Dig", None),
        ("P1-T2: Dig", "P1-T2", "Dig", None),
        ("[C-1] ✅ Dig", "C-1", "Dig", "complete"),
        ("Module 1: Dig", "1", "Dig", None),
        ("模块 1：打桩", "1", "打桩", None),
        ("Arbeitspaket 2: Graben", "2", "Graben", None),
        ("1️⃣ Dig", "1", "Dig", None),
        ("✅ 2. Dig", "2", "Dig", "complete"),
        ("1.1 `[x]` Dig", "1.1", "Dig", "complete"),
        ("[x] 2.1 Dig", "2.1", "Dig", "complete"),
        ("~~1.2 Dig~~", "1.2", "Dig", "cancelled"),
        ("Task 1.1 (done): Dig", "1.1", "Dig", "complete"),
        ("US-12 Dig", "US-12", "Dig", None),
    ],
)
def test_a_step(text: str, number: str, title: str, state: str | None) -> None:
    assert parts(step(text)) == (number, title, state, "")


def test_a_word_with_a_figure_is_no_step() -> None:
    assert step("EC2 instances") is None


@pytest.mark.parametrize(
    "words",
    [
        ("Completed Features", "In Progress"),
        ("✅ Done", "🔄 In Progress"),
        ("Abgeschlossene Funktionen", "In Arbeit"),
        ("Fonctionnalités terminées", "En cours"),
    ],
)
def test_a_phase_in_brackets_behind_its_state(words: tuple[str, str]) -> None:
    plan = read(f"# P\n\n## {words[0]} (Phase 1)\n\n## {words[1]} (Phase 2)\n\n## Phase 3: Next\n")
    assert [(one.number, one.state) for one in plan.phases] == [
        ("1", "complete"),
        ("2", "in-progress"),
        ("3", None),
    ]


def test_a_heading_without_a_title_is_called_as_it_is_written() -> None:
    assert phase_of("## 第二階段 - 8週").title == "第二階段"
    assert phase_of("## Phase 2 - 8 weeks").title == "Phase 2"
