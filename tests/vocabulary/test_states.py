"""Words of state: what a status field says."""

from __future__ import annotations

import pytest

from tests.reading.drawn import phase_of, read


@pytest.mark.parametrize(
    ("words", "state"),
    [
        # complete
        ("Complete", "complete"),
        ("Completed", "complete"),
        ("complete", "complete"),
        ("**Complete**", "complete"),
        ("Done", "complete"),
        ("Done.", "complete"),
        ("Finished", "complete"),
        ("Shipped", "complete"),
        ("✅ Complete", "complete"),
        ("✅ COMPLETE (2025-11-18)", "complete"),
        ("Completed 2025-11-18", "complete"),
        ("Completed on March 4, 2025", "complete"),
        ("Complete (80% coverage)", "complete"),
        ("100%", "complete"),
        ("100 % complete", "complete"),
        ("5/5 done", "complete"),
        ("✅", "complete"),
        ("✔️", "complete"),
        ("~~Planned~~ Done", "complete"),
        ("Done ~~in progress~~", "complete"),
        ("`Complete`", "complete"),
        ("[Complete](board.md)", "complete"),
        ("[✅]", "complete"),
        # in progress
        ("In Progress", "in-progress"),
        ("IN PROGRESS", "in-progress"),
        ("in-progress", "in-progress"),
        ("in_progress", "in-progress"),
        ("🔄 In Progress", "in-progress"),
        ("In progress (2 of 5)", "in-progress"),
        ("In progress - nearly done", "in-progress"),
        ("WIP", "in-progress"),
        ("Ongoing", "in-progress"),
        ("Started", "in-progress"),
        ("Underway", "in-progress"),
        ("🔄", "in-progress"),
        ("🚧", "in-progress"),
        ("40%", "in-progress"),
        ("40 %", "in-progress"),
        ("40% complete", "in-progress"),
        ("99.5% done", "in-progress"),
        ("3/5 complete", "in-progress"),
        ("3 of 5 done", "in-progress"),
        ("Partially complete", "in-progress"),
        ("Mostly done", "in-progress"),
        ("Almost complete", "in-progress"),
        ("Nearly finished", "in-progress"),
        ("Half done", "in-progress"),
        ("Active", "in-progress"),
        # pending
        ("Pending", "pending"),
        ("⏳ Pending", "pending"),
        ("⏳", "pending"),
        ("Not started", "pending"),
        ("Not Started", "pending"),
        ("Not yet started", "pending"),
        ("Not begun", "pending"),
        ("Not complete", "pending"),
        ("Core exists. Needs implementation completion.", None),
        ("Nearing completion", "in-progress"),
        ("❌ ТРЕБУЕТ ВЫПОЛНЕНИЯ", "pending"),
        ("Not done", "pending"),
        ("Not implemented", "pending"),
        ("Incomplete", "pending"),
        ("To do", "pending"),
        ("Todo", "pending"),
        ("Planned", "pending"),
        ("Planning", "pending"),
        ("Ready to start", "pending"),
        ("Ready for implementation", "pending"),
        ("Ready to be completed", "pending"),
        ("To be started", "pending"),
        ("Yet to begin", "pending"),
        ("0%", "pending"),
        ("0% complete", "pending"),
        ("0/4 done", "pending"),
        ("Design complete", "pending"),
        ("Will be completed in May", "pending"),
        ("Never completed", "pending"),
        # on hold, blocked, cancelled, deferred
        ("On Hold", "on-hold"),
        ("on-hold", "on-hold"),
        ("Paused", "on-hold"),
        ("⏸️ Paused until spring", "on-hold"),
        ("⏸️", "on-hold"),
        ("Blocked", "blocked"),
        ("Blocked by the vendor", "blocked"),
        ("🚫", "blocked"),
        ("⛔ Blocked", "blocked"),
        ("Cancelled", "cancelled"),
        ("Canceled", "cancelled"),
        ("Abandoned", "cancelled"),
        ("No longer planned", "cancelled"),
        ("Won't do", "cancelled"),
        ("Won’t do", "cancelled"),
        ("Not needed", "cancelled"),
        ("Deferred", "deferred"),
        ("Deferred to 2027", "deferred"),
        ("Postponed", "deferred"),
        ("⏭️ Deferred", "deferred"),
        # emoji damaged by a wrong decoding
        ("‚è≥", "pending"),
        ("‚è≥ Pending", "pending"),
        ("üîÑ", "in-progress"),
        ("üîÑ In Progress", "in-progress"),
        ("‚úÖ", "complete"),
        ("‚úÖ Complete", "complete"),
        ("âœ…", "complete"),
        ("ðŸ”„", "in-progress"),
        ("ðŸš§", "in-progress"),
        # other languages
        ("已完成", "complete"),
        ("✅ 已完成", "complete"),
        ("进行中", "in-progress"),
        ("未开始", "pending"),
        ("待办", "pending"),
        ("已暂停", "on-hold"),
        ("已取消", "cancelled"),
        ("完了", "complete"),
        ("未完了", "pending"),
        ("進行中", "in-progress"),
        ("未着手", "pending"),
        ("завершено", "complete"),
        ("Завершён", "complete"),
        ("не завершено", "pending"),
        ("в работе", "in-progress"),
        ("не начато", "pending"),
        ("отложено", "deferred"),
        ("concluído", "complete"),
        ("em andamento", "in-progress"),
        ("não iniciado", "pending"),
        ("completado", "complete"),
        ("en curso", "in-progress"),
        ("no iniciado", "pending"),
        ("bloqueado", "blocked"),
        ("terminé", "complete"),
        ("en cours", "in-progress"),
        ("pas commencé", "pending"),
        ("annulé", "cancelled"),
        ("abgeschlossen", "complete"),
        ("in Arbeit", "in-progress"),
        ("nicht begonnen", "pending"),
        ("verschoben", "deferred"),
        # decoration and other words say nothing
        ("🎯", None),
        ("🚀", None),
        ("📊", None),
        ("📋", None),
        ("see below", None),
        ("unclear", None),
        ("v2.1", None),
        # nor do names in code
        ("`[In review]` — `feat/live-map-expiry`", None),
        ("`[Done]` — merged as `fix/blocked-quay`", "complete"),
        ("now `in-progress`", "in-progress"),
        ("moved to `in_progress`", "in-progress"),
        # unfilled places say nothing
        ("⏳ Pending | 🔄 In Progress | ✅ Complete", None),
        ("‚è≥ Pending | üîÑ In Progress | ‚úÖ Complete", None),
        ("[Pending | In Progress | Complete]", None),
        ("[Planning | In Progress]", None),
        ("Not Started / In Progress / Complete", None),
        ("[Status]", None),
        ("{{ status }}", None),
        ("TBD", None),
        ("-", None),
        ("", None),
    ],
)
def test_the_state_of_a_phase(words: str, state: str | None) -> None:
    page = f"# P\n\n## Phase 1: A\n\n**Status:** {words}\n\nText.\n\n## Phase 2: B\n"
    phase = read(page).phases[0]
    assert phase.state == state
    assert phase.state_from == ("field" if state else None)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Planning", "planning"),
        ("Pending", "planning"),
        ("Not started", "planning"),
        ("Proposed", "planning"),
        ("In Progress", "in-progress"),
        ("Active", "in-progress"),
        ("Complete", "complete"),
        ("On Hold", "on-hold"),
        ("Deferred", "on-hold"),
        ("Blocked", "blocked"),
        ("Cancelled", "cancelled"),
        ("Ready for review", "planning"),
        ("Phase 1 complete, phase 2 in progress", "in-progress"),
        ("Phase 1 complete", "in-progress"),
        ("Phase 2 of 4 complete", "in-progress"),
        ("All phases complete", "complete"),
        ("Planning complete, build in progress", "in-progress"),
    ],
)
def test_a_plan_is_never_pending_or_deferred(words: str, state: str) -> None:
    assert read(f"# P\n\n**Status:** {words}\n").state == state


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("On hold - waiting for the vendor", "waiting for the vendor"),
        ("Blocked: no budget", "no budget"),
        ("Cancelled (superseded by events)", "superseded by events"),
        ("Paused until the audit ends", "the audit ends"),
        ("Blocked", ""),
        ("In progress - two of five", ""),
    ],
)
def test_why_a_plan_stands_still(words: str, reason: str) -> None:
    assert read(f"# P\n\n**Status:** {words}\n").reason == reason


@pytest.mark.parametrize(
    ("words", "document"),
    [
        ("Draft", "draft"),
        ("🟡 Draft v3", "draft"),
        ("Under review", "review"),
        ("In review", "review"),
        ("Approved", "approved"),
        ("Superseded", "superseded"),
        ("Deprecated", "superseded"),
        ("Archived", "archived"),
        ("Черновик", "draft"),
        ("草稿", "draft"),
        ("Entwurf", "draft"),
        ("Brouillon", "draft"),
    ],
)
def test_words_of_the_document_say_nothing_about_the_work(words: str, document: str) -> None:
    plan = read(f"# P\n\n**Status:** {words}\n")
    assert (plan.document_state, plan.state) == (document, None)


@pytest.mark.parametrize("words", ["Not yet approved", "Not approved", "Not a draft"])
def test_what_the_document_is_not_is_no_state_of_it(words: str) -> None:
    assert read(f"# P\n\n**Status:** {words}\n").document_state is None


def test_one_statement_is_split_by_its_words() -> None:
    plan = read("# P\n\n**Status:** Draft - in progress\n")
    assert (plan.document_state, plan.state) == ("draft", "in-progress")


@pytest.mark.parametrize(
    ("heading", "field", "state", "source"),
    [
        ("", "Blocked", "blocked", "field"),
        (" ✅", "", "complete", "heading"),
        (" ✅", "In progress", "in-progress", "field"),
        (" ✅", "⏳ Pending | 🔄 In Progress | ✅ Complete", "complete", "heading"),
        (" ✅", "TBD", "complete", "heading"),
        ("", "", None, None),
    ],
)
def test_a_status_field_goes_before_the_mark_in_the_heading(
    heading: str, field: str, state: str | None, source: str | None
) -> None:
    body = f"**Status:** {field}\n\nText.\n\n## Phase 2: B\n" if field else "Text.\n\n## Phase 2: B\n"
    phase = read(f"# P\n\n## Phase 1: A{heading}\n\n{body}").phases[0]
    assert (phase.state, phase.state_from) == (state, source)


def test_field_and_heading_that_differ_are_kept_with_both_lines() -> None:
    plan = read("# P\n\n## Phase 1: A ✅ COMPLETE\n\n**Status:** In progress\n")
    (found,) = plan.contradictions
    assert (found.value, found.line, found.other_line) == ("In progress", 5, 3)


def test_field_and_heading_that_agree_are_none() -> None:
    assert read("# P\n\n## Phase 1: A ✅\n\n**Status:** Complete\n").contradictions == []


@pytest.mark.parametrize(
    "body",
    [
        "### Step 1.1: B\n\n**Status:** Complete\n",
        "### Notes\n\n**Status:** Complete\n",
        "- [ ] a\n\n---\n\n**Status:** Complete\n",
        "```\n**Status:** Complete\n```\n",
        "The **Status:** Complete page.\n",
        "<!-- **Status:** Complete -->\n",
    ],
)
def test_only_a_status_before_the_first_sub_heading_is_the_phases(body: str) -> None:
    assert read(f"# P\n\n## Phase 1: A\n\n{body}\n\n## Phase 2: B\n").phases[0].state is None


@pytest.mark.parametrize(
    "field",
    [
        "**Status:** Complete",
        "**Status**: Complete",
        "**Status：** Complete",
        "- **Status:** Complete",
        "> **Status:** Complete",
        "*Status: Complete*",
        "**Status: Complete**",
        "Status: Complete",
        "- Status: Complete",
        "**Owner:** Kim | **Status:** Complete",
        "**Owner:** Kim · **Status:** Complete",
        "**Owner:** Kim\n**Status:** Complete",
        "| Field | Value |\n|---|---|\n| Status | Complete |",
        "| Status | Owner | Priority |\n|---|---|---|\n| Complete | Kim | High |",
        "**Статус:** Complete",
        "**状态：** 已完成",
        "**Statut :** terminé",
    ],
)
def test_a_status_field_in_every_spelling(field: str) -> None:
    assert phase_of("## Phase 1: A", f"{field}\n\n- [ ] a\n").state == "complete"


def test_states_may_be_added() -> None:
    page = "# P\n\n## Phase 1: A\n\n**Status:** in the kiln\n\n- [ ] a\n"
    assert read(page).phases[0].state is None
    assert (
        read(page, vocabulary={"states": {"in-progress": ["in the kiln"]}}).phases[0].state == "in-progress"
    )
