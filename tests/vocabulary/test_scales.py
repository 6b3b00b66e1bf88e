"""One reader of states, on a scale for each kind of thing: clauses, denials, parts, health, marks."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary
from mkdocs_plan_plugin.vocabulary.scales import DECISION, DOCUMENT, PHASE, PLAN, RISK, TASK
from mkdocs_plan_plugin.vocabulary.states import read_state
from tests.reading.drawn import phase_of, read

WORDS = default_vocabulary()


@pytest.mark.parametrize(
    ("words", "phase", "plan"),
    [
        # the leading clause goes first
        ("OPEN — steps 1 and 2 DONE; steps 3-6 outstanding", "pending", "planning"),
        ("Open - phase 1 done", "pending", "planning"),
        ("Active — Phases 0–6 complete; Phase 7 in progress", "in-progress", "in-progress"),
        ("Current: API done", "in-progress", "in-progress"),
        ("Complete (pending sign-off)", "complete", "complete"),
        ("Blocked — design done", "blocked", "blocked"),
        ("Abandoned - done elsewhere", "cancelled", "cancelled"),
        ("active (owner: kitchen, topic: oven-design)", "in-progress", "in-progress"),
        ("Active - Ready for Implementation", "pending", "planning"),
        ("Active (on hold)", "on-hold", "on-hold"),
        # what alone is complete
        ("Code complete ✅, production issues possible", "in-progress", "in-progress"),
        ("Code complete, deployed", "complete", "complete"),
        ("Backend done, frontend pending", "in-progress", "in-progress"),
        ("API: done, UI: pending", "in-progress", "in-progress"),
        ("Design complete", "pending", "planning"),
        ("Planning: done", "pending", "planning"),
        ("Design: done, Build: in progress", "in-progress", "in-progress"),
        ("規劃完成，待實施", "pending", "planning"),
        ("设计已完成，待开发", "pending", "planning"),
        ("Conception terminée, en attente de développement", "pending", "planning"),
        ("Diseño completado, pendiente de implementación", "pending", "planning"),
        ("Planung abgeschlossen, Umsetzung steht aus", "pending", "planning"),
        ("Проектирование завершено, ожидает реализации", "pending", "planning"),
        ("設計完了、実装待ち", "pending", "planning"),
        ("Migration complete; docs outstanding", "in-progress", "in-progress"),
        ("Migration complete - all tests passed", "complete", "complete"),
        ("Phase 1 complete", "complete", "in-progress"),
        ("第一阶段已完成", "complete", "in-progress"),
        ("Étape 1 terminée", "complete", "in-progress"),
        # denials and conditions
        ("Has not been started", "pending", "planning"),
        ("hasn't been completed yet", "pending", "planning"),
        ("isn’t done", "pending", "planning"),
        ("Not yet fully implemented", "pending", "planning"),
        ("nicht abgeschlossen", "pending", "planning"),
        ("läuft noch nicht", "pending", "planning"),
        ("n'est pas terminé", "pending", "planning"),
        ("aún no completado", "pending", "planning"),
        ("ainda não concluído", "pending", "planning"),
        ("ещё не завершено", "pending", "planning"),
        ("尚未完成", "pending", "planning"),
        ("完了していない", "pending", "planning"),
        ("Not blocked, in progress", "in-progress", "in-progress"),
        ("No longer blocked", None, None),
        ("Blocked until design is complete", "blocked", "blocked"),
        # halves
        ("teilweise umgesetzt", "in-progress", "in-progress"),
        ("partiellement terminé", "in-progress", "in-progress"),
        ("基本完成", "in-progress", "in-progress"),
        ("ほぼ完了", "in-progress", "in-progress"),
        # odd spaces, characters that nobody sees
        ("Not\N{NO-BREAK SPACE}started", "pending", "planning"),
        ("In\N{NARROW NO-BREAK SPACE}progress", "in-progress", "in-progress"),
        ("Com\N{ZERO WIDTH SPACE}pleted", "complete", "complete"),
        # other words
        ("PRODUCTION READY", "complete", "complete"),
        ("vollständig umgesetzt", "complete", "complete"),
        ("LISTO PARA IMPLEMENTACIÓN", "pending", "planning"),
        ("Bereit zur Umsetzung", "pending", "planning"),
        ("Pronto para implementação", "pending", "planning"),
        ("Prêt pour la mise en œuvre", "pending", "planning"),
        ("Готов к реализации", "pending", "planning"),
        ("実装待ち", "pending", "planning"),
        ("läuft", "in-progress", "in-progress"),
        ("in Umsetzung", "in-progress", "in-progress"),
        ("en ejecución", "in-progress", "in-progress"),
        ("в разработке", "in-progress", "in-progress"),
        ("Planned for late 2026", "pending", "planning"),
        ("Done; old API deprecated", "complete", "complete"),
    ],
)
def test_the_work_of_a_phase_and_of_a_plan(words: str, phase: str | None, plan: str | None) -> None:
    assert read_state(words, PHASE, WORDS).state == phase
    assert read_state(words, PLAN, WORDS).state == plan


@pytest.mark.parametrize(
    ("words", "state", "health"),
    [
        ("Delayed", "in-progress", "off-track"),
        ("Off track", "in-progress", "off-track"),
        ("Behind schedule", "in-progress", "off-track"),
        ("In progress, 2 weeks behind schedule", "in-progress", "off-track"),
        ("verzögert", "in-progress", "off-track"),
        ("en retard", "in-progress", "off-track"),
        ("atrasado", "in-progress", "off-track"),
        ("с опозданием", "in-progress", "off-track"),
        ("进度滞后", "in-progress", "off-track"),
        ("遅延", "in-progress", "off-track"),
        ("Not on track", "in-progress", "off-track"),
        ("Late", "in-progress", "off-track"),
        ("🔴", "in-progress", "off-track"),
        ("Red", "in-progress", "off-track"),
        ("At risk", "in-progress", "at-risk"),
        ("🟡", "in-progress", "at-risk"),
        ("en riesgo", "in-progress", "at-risk"),
        ("On track", "in-progress", "on-track"),
        ("🟢 On schedule", "in-progress", "on-track"),
        ("🟢", "in-progress", "on-track"),
        ("im Zeitplan", "in-progress", "on-track"),
        ("Not started, delayed", "pending", "off-track"),
        ("On hold, at risk", "on-hold", "at-risk"),
        # a legend of colours, and what is over
        ("🔴 Not started", "pending", None),
        ("🟡 In Progress", "in-progress", None),
        ("🟢 Complete", "complete", None),
        ("Completed, behind schedule", "complete", None),
    ],
)
def test_health_stands_beside_the_state(words: str, state: str, health: str | None) -> None:
    said = read_state(words, PHASE, WORDS)
    assert (said.state, said.health) == (state, health)


def test_the_health_of_a_plan_and_of_its_phases() -> None:
    plan = read("""
        # Plan: kiln

        **Status:** Delayed

        ## Phase 1: Dig

        **Status:** In progress
        **Health:** 🟡

        ## Phase 2: Fire (behind schedule)

        ## Phase 3: Sell

        **Status:** Not started
        """)
    assert (plan.state, plan.health) == ("in-progress", "off-track")
    assert [(phase.state, phase.health) for phase in plan.phases] == [
        ("in-progress", "at-risk"),
        ("in-progress", "off-track"),
        ("pending", None),
    ]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Closed", "closed"),
        ("Has been closed", "closed"),
        ("100 % done", "closed"),
        ("Fully mitigated", "closed"),
        ("No longer a risk", "closed"),
        ("✅", "closed"),
        ("geschlossen", "closed"),
        ("已关闭", "closed"),
        ("Not closed", "open"),
        ("Not mitigated", "open"),
        ("Will be mitigated in May", "open"),
        ("Open - mitigated by tests", "open"),
        ("Monitoring", "open"),
        ("не закрыт", "open"),
        ("50 % done", "mitigating"),
        ("Partially mitigated", "mitigating"),
        ("in Bearbeitung", "mitigating"),
        ("🔄", "mitigating"),
        ("Accepted, monitored", "accepted"),
        ("nicht akzeptiert", "open"),
        ("see below", None),
    ],
)
def test_the_status_of_a_risk(words: str, status: str | None) -> None:
    assert read_state(words, RISK, WORDS).state == status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Accepted", "accepted"),
        ("Approved by the board", "accepted"),
        ("✅ Decided", "accepted"),
        ("entschieden", "accepted"),
        ("Has not been approved", "open"),
        ("Will not be accepted", "open"),
        ("Not decided", "open"),
        ("noch nicht entschieden", "open"),
        ("尚未决定", "open"),
        ("Final decision pending", "proposed"),
        ("Awaiting approval", "proposed"),
        ("Vorgeschlagen", "proposed"),
        ("Rejected, superseded by D4", "rejected"),
        ("Superseded by decision 4", "superseded"),
    ],
)
def test_the_status_of_a_decision(words: str, status: str) -> None:
    assert read_state(words, DECISION, WORDS).state == status


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Draft", "draft"),
        ("Final draft", "draft"),
        ("Plan approved", "approved"),
        ("On hold until approved", None),
        ("old API deprecated", None),
        ("Not yet approved", None),
    ],
)
def test_the_state_of_a_document(words: str, state: str | None) -> None:
    assert read_state(words, DOCUMENT, WORDS).state == state


@pytest.mark.parametrize(
    ("words", "state"),
    [("Done", "done"), ("not done", "open"), ("❌", "open"), ("WIP", "in-progress"), ("Active", "in-progress"), ("Paused", "blocked")],
)  # fmt: skip
def test_a_task_in_words(words: str, state: str) -> None:
    assert read_state(words, TASK, WORDS).state == state


def test_a_risk_and_a_decision_state_themselves_in_their_headings() -> None:
    plan = read("""
        # Plan: kiln

        ## Risks

        ### Risk 1: Gas leak (mitigated)

        **Impact:** High

        ### Risk 2: Rain - ACCEPTED

        **Impact:** Low

        ## Key Decisions

        ### Decision 1: Roof (Rejected)

        **Context:** Rain.
        """)
    assert [(risk.title, risk.status) for risk in plan.risks] == [
        ("Gas leak", "closed"),
        ("Rain", "accepted"),
    ]
    assert [(one.title, one.status) for one in plan.decisions] == [("Roof", "rejected")]


@pytest.mark.parametrize("words", ["Active", "aktiv", "In progress", "läuft"])
def test_a_step_that_is_active_is_in_progress(words: str) -> None:
    phase = phase_of("## Phase 1: Dig", f"### Step 1.1: Clear\n\n**Status:** {words}\n\n- [ ] a")
    assert (phase.steps[0].state, phase.steps[0].state_from) == ("in-progress", "field")
