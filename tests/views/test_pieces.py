"""What the pieces of a plan page say."""

from __future__ import annotations

import copy
import datetime as dt

import pytest
from bs4 import BeautifulSoup

from mkdocs_plan_plugin.model import (
    Benchmark,
    Checklist,
    Link,
    Phase,
    Plan,
    PlanProgress,
    Progress,
    Risk,
    Step,
    Task,
)
from mkdocs_plan_plugin.views.tasks import anchor, checkbox


def words(node):
    """What is read without asking a figure."""
    node = copy.copy(node)
    for tip in node.select(".plan-ask .plan-tip, .plan-row .plan-tip"):
        tip.decompose()
    return " ".join(node.get_text(" ", strip=True).split())


def facts(card):
    """The card's definition lists as `term: text`."""
    found, term = [], ""
    for row in card.select("dl > div"):
        term = words(row.dt) or term
        found.append(f"{term}: {words(row.dd)}")
    return found


LEDGER = Plan(
    path="ledger.md",
    title="Ledger",
    state="in-progress",
    priority="P1",
    document_state="draft",
    owner="Payments Core",
    created="2025-11-03",
    updated="2026-03-14",
    target="end of June",
    progress=PlanProgress(percent=54, basis="phases", done=17, total=22, phases_complete=1, phases_total=3),
    phases=[
        Phase(
            number="1",
            word="Phase",
            title="Inventory",
            anchor="plan-phase-1",
            effective_state="complete",
            progress=Progress(percent=100, basis="tasks", done=9, total=9),
        ),
        Phase(
            number="2",
            word="Phase",
            title="Backfill in `batches`",
            anchor="plan-phase-2",
            effective_state="in-progress",
            progress=Progress(percent=61, basis="tasks", done=8, total=13),
            steps=[
                Step(number="2.1", title="Runner", anchor="plan-step-2-1", effective_state="complete"),
                Step(number="2.2", title="Quarters", anchor="plan-step-2-2", progress=Progress(done=1, total=4)),
            ],
        ),
        Phase(
            number="3",
            word="Phase",
            title="Cut over",
            anchor="plan-phase-3",
            effective_state="blocked",
            progress=Progress(percent=0, basis="status"),
            reason="Waits for the audit",
        ),
        Phase(number="4", word="Phase", title="Later", effective_state="deferred", progress=Progress(percent=0)),
    ],
    risks=[
        Risk(title="Two posts", number="1", anchor="plan-risk-1", level="critical", probability="high", impact="high", heading=True),
        Risk(title="Closed", number="2", anchor="plan-risk-2", level="high", probability="low", impact="critical", status="closed", heading=True),
        Risk(title="Who knows", anchor="plan-risk-3", number="R-03", status="mitigating"),
    ],
    depends_on=[Link(target="vault.md"), Link(target="done.md"), Link(target="gone.md")],
)  # fmt: skip
VAULT = Plan(path="vault.md", title="Vault", state="on-hold", reason="No licence yet")
DONE = Plan(path="done.md", title="Done thing", state="complete")
LATER = Plan(path="later.md", title="Reports", state="planning", depends_on=[Link(target="ledger.md")])
SITE = (LEDGER, VAULT, DONE, LATER)


def test_card(show):
    card = show("plan:card", *SITE, index_href="../").section
    head = card.select_one(".plan-card-head")
    assert words(head) == "In progress P1 High Draft Updated 2026-03-14 All plans"
    assert head.find("a", string="All plans")["href"] == "../"
    assert words(card.select_one(".plan-figure")) == "54 %"
    assert words(card.summary) == "1 of 3 phases complete 17 of 22 tasks done"
    bar = card.select_one("[role=progressbar]")
    assert bar["aria-valuenow"] == "54"
    assert bar["aria-valuetext"] == "54 %, 1 of 3 phases complete, 17 of 22 tasks done"
    assert [part["class"][-1] for part in bar.find_all("span")] == [
        "plan-w100",
        "plan-w61",
        "plan-w0",
        "plan-w0",
    ]
    assert facts(card) == [
        "Now: Phase 2: Backfill in batches",
        "Next: Step 2.2: Quarters",
        "Waits on: Vault On hold",
        "Waits on: gone.md No such plan",
        "Depends on: Done thing Complete",
        "Needed by: Reports Planning",
        "Owner: Payments Core",
        "Created: 2025-11-03",
        "Target: end of June",
        "Open risks: 1 critical 1 not rated",
    ]
    links = {words(a): a["href"] for a in card.select("dl a")}
    assert links["Step 2.2: Quarters"] == "/ledger.md#plan-step-2-2"
    assert links["Vault"] == "/vault.md"
    assert links["1 critical Two posts"] == "/ledger.md#plan-risk-1"
    assert "gone.md" not in links


def test_card_says_how_the_figure_came_about(show):
    why = words(show("plan:card", *SITE).select_one(".plan-why > div"))
    assert why == (
        "The mean of its phases, each weighing the same: (9/9 + 8/13 + 0) ÷ 3 = 54 %, rounded down."
        " 1 cancelled or deferred phase is left out."
    )


@pytest.mark.parametrize(
    ("plan", "counts"),
    [
        (Plan(), "No progress recorded No phases and no tasks yet. A heading such as ### Phase 1: Title with a task list under it fills this card."),
        (Plan(progress=PlanProgress(total=12, phases_total=3), phases=[Phase()]), "Not started 0 of 3 phases complete 0 of 12 tasks done"),
    ],
)  # fmt: skip
def test_without_progress_the_card_never_says_zero_percent(show, plan, counts):
    card = show("plan:card", plan)
    assert words(card.select_one(".plan-hero")) == counts
    assert "%" not in card.get_text()
    bars = [bar["aria-valuetext"] for bar in card.select("[role=progressbar]")]
    assert bars == (["Not started"] if counts.startswith("Not started") else [])


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Plan(progress=PlanProgress(total=2)), "Not started"),
        (Plan(state="planning", progress=PlanProgress(total=2)), "Not started"),
        (Plan(state="blocked", progress=PlanProgress(phases_total=2)), "Not started"),
        (Plan(state="in-progress", progress=PlanProgress(phases_total=2)), "No progress recorded"),
        (Plan(state="planning"), "No progress recorded"),
    ],
)
def test_what_is_not_started_is_called_so_in_card_table_and_summary(show, plan, said):
    assert words(show("plan:card", plan).select_one(".plan-nothing")) == said
    assert words(show("plans:table", plan).select_one("td:nth-of-type(2)")).partition(",")[0] == said
    assert words(show("plans:summary", plan).select_one(".plan-nothing")) == said


def test_a_card_labels_a_missing_date_and_parts_its_counts_evenly(html):
    card = html("plan:card", Plan(progress=PlanProgress(percent=0, total=2, phases_total=1)))
    assert "No date of update" in card
    assert "</span> <span class=plan-dot></span> <span" in card


def test_a_template_page_says_so(show):
    card = show("plan:card", Plan(template=True, title="[Title]"))
    assert "This page is a template" in card.get_text()
    assert "progress" not in card.get_text()


def test_next_is_the_first_open_task_where_a_phase_has_no_steps(show):
    plan = Plan(
        phases=[Phase(number="1", word="Week", title="Start", effective_state="in-progress")],
        task_list=[
            Task(text="Container", leaf=False, phase=0),
            Task(text="Done", state="done", phase=0),
            Task(text="Ask `ops`", phase=0, anchor="plan-task-1"),
        ],
    )
    assert facts(show("plan:card", plan)) == ["Now: Week 1: Start", "Next: Ask ops"]


def test_superseded_plan(show):
    old = Plan(
        path="old.md",
        state="in-progress",
        document_state="superseded",
        superseded_by=Link(target="ledger.md"),
        phases=[Phase(number="1", title="Left", effective_state="in-progress")],
    )
    banner = show("plan:banner", old, *SITE)
    assert words(banner.strong) == "Superseded by Ledger"
    assert banner.a["href"] == "/ledger.md"
    card = show("plan:card", old, *SITE).section
    assert "plan-over" in card["class"]
    assert words(card.select_one(".plan-card-head")).startswith("Superseded was in progress")
    assert facts(card) == ["Successor: Ledger In progress"]


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        (VAULT, "On hold No licence yet"),
        (Plan(state="blocked", reason="No budget"), "Blocked No budget"),
        (Plan(path="x.md", state="in-progress", depends_on=[Link(target="vault.md")]), "Waits on Vault"),
        (Plan(path="x.md", state="planning", depends_on=[Link(target="vault.md")]), ""),
        (Plan(state="cancelled", reason="Vendor gone"), "Cancelled Vendor gone"),
        (Plan(document_state="archived", state="complete"), "Archived This document is kept for the record."),
        (
            Plan(document_state="superseded"),
            "Superseded Kept for the record; nothing here is worked on any more.",
        ),
        (Plan(state="in-progress"), ""),
        (Plan(state="complete"), ""),
        (Plan(state="on-hold", template=True), ""),
    ],
)
def test_banner(show, plan, text):
    others = [] if plan is VAULT else [VAULT]
    assert words(show("plan:banner", plan, *others)) == text


def test_a_stepper_names_the_part_of_the_plan_that_numbers_its_own_phases(show):
    parts = ("Hull", "Hull", "Rig")
    phases = [Phase(number=str(n), title=f"T{n}", part=part) for n, part in enumerate(parts)]
    steps = show("plan:stepper", Plan(path="a.md", title="A", phases=phases)).select(".plan-steps > li")
    assert [words(step).split()[0] for step in steps] == ["Hull", "0", "1", "Rig", "2"]


def test_stepper(show):
    nav = show("plan:stepper", *SITE).nav
    rows = nav.select("ol.plan-steps > li")
    assert [(words(r.select_one(".plan-num")), words(r.select_one("div + span"))) for r in rows] == [
        ("1", "Complete"),
        ("2", "In progress"),
        ("3", "Blocked"),
        ("4", "Deferred"),
    ]
    assert [r.get("aria-current") for r in rows] == [None, "step", None, None]
    assert [r.select_one("[role=progressbar]")["aria-valuetext"] for r in rows] == [
        "100 %, 9 of 9 tasks",
        "61 %, 8 of 13 tasks",
        "0 %",
        "0 %",
    ]
    assert rows[1].a["href"] == "/ledger.md#plan-phase-2"
    assert rows[1].code.get_text() == "batches"
    assert [words(step) for step in rows[1].select("ol li")] == [
        "2.1 Runner Complete,",
        "2.2 Quarters No state, 1/4 tasks",
    ]
    assert words(rows[2].select_one(".plan-note")) == "Waits for the audit"


def journey(states, **other):
    """Phases 1, 2, 3, ..., a letter for the state of each."""
    named = {"c": "complete", "i": "in-progress", "p": "pending", "b": "blocked"}
    return Plan(
        path="a.md",
        title="A",
        phases=[
            Phase(number=str(n), title=f"T{n}", effective_state=named[state], **(other if n == 2 else {}))
            for n, state in enumerate(states, 1)
        ],
    )


@pytest.mark.parametrize(
    ("states", "other", "shown"),
    [
        # what is far from the current phase opens on demand
        ("c" * 18 + "i" + "p" * 9, {}, ["1–16 16 complete", "17", "18", "19", "20", "21", "22–28 7 pending"]),
        # what asks for something stays
        ("c" * 9 + "i" + "pppppbpp", {}, ["1–7 7 complete", *map(str, range(8, 19))]),
        ("iippppppppppp", {"late": True}, ["1", "2", "3", "4–13 10 pending"]),
        # few phases need no fold, and few of a kind no more
        ("c" * 11 + "i", {}, [*map(str, range(1, 13))]),
        ("c" * 5 + "i" + "bbbbbbbb", {}, [*map(str, range(1, 15))]),
    ],
)
def test_a_long_stepper_folds_what_is_far_from_the_current_phase(show, states, other, shown):
    rows = show("plan:stepper", journey(states, **other)).select(".plan-steps > li")
    assert [words(row.summary or row.select_one(".plan-num")) for row in rows] == shown
    inside = [
        words(number) for number in show("plan:stepper", journey(states)).select(".plan-step .plan-num")
    ]
    assert inside == [str(n) for n in range(1, len(states) + 1)]


def test_a_fold_stays_within_its_part(show):
    plan = journey("c" * 14)
    for n, phase in enumerate(plan.phases):
        phase.part = "Hull" if n < 7 else "Rig"
    rows = show("plan:stepper", plan).select(".plan-steps > li")
    assert [words(row.summary or row) for row in rows] == ["Hull", "1–7 7 complete", "Rig", "8–14 7 complete"]


def test_a_finished_plan_has_no_current_phase(show):
    plan = Plan(state="complete", phases=[Phase(number="1", title="A", effective_state="pending")])
    assert not show("plan:stepper", plan).select("[aria-current]")


@pytest.mark.parametrize(
    ("phase", "text", "bar"),
    [
        (LEDGER.phases[1], "In progress 61 % 8 of 13 tasks in 2 steps", "plan-w61"),
        (LEDGER.phases[2], "Blocked 0 %", "plan-w0"),
        (Phase(progress=Progress(percent=0, basis="tasks", total=1)), "0 of 1 task", None),
        (Phase(effective_state="cancelled"), "Cancelled", None),
        (Phase(effective_state="in-progress", due="2026-02-20", late=True), "In progress Late", None),
        (Phase(), "", None),
    ],
)
def test_phase_bar(show, phase, text, bar):
    piece = show("plan:phase-bar", Plan(phases=[phase]))
    assert words(piece) == text
    shown = piece.select_one(".plan-bar")
    assert (shown and shown["class"][-1]) == bar


def test_the_health_of_a_phase_stands_beside_its_state_until_it_is_over(show):
    phase = Phase(effective_state="in-progress", health="at-risk", health_date="2026-02-20")
    plan = Plan(phases=[phase, Phase(effective_state="complete", health="at-risk")])
    assert words(show("plan:phase-bar", plan)) == "In progress At risk 2026-02-20"
    rows = show("plan:stepper", plan).select(".plan-steps > li")
    assert ["At risk" in words(row) for row in rows] == [True, False]


def test_a_phase_bar_is_small(html):
    assert len(html("plan:phase-bar", LEDGER, index=1)) < 800


@pytest.mark.parametrize(
    ("phase", "why"),
    [
        (
            LEDGER.phases[1],
            "8 of its 13 tasks done, rounded down; cancelled and deferred ones not counted. Step 2.2: 1/4.",
        ),
        (LEDGER.phases[2], "By its state, Blocked: complete is 100 %, all else 0 %."),
    ],
)
def test_the_share_of_a_phase_says_how_it_came_about(show, phase, why):
    figure = show("plan:phase-bar", Plan(phases=[phase])).select_one("button.plan-ask")
    assert figure["type"] == "button"
    assert figure.select_one(".plan-tip").get_text(strip=True) == why


def test_the_figures_of_a_card_name_what_they_count(show):
    many = [Risk(title=f"R`{n}` <b>", level="high") for n in range(8)]
    plan = Plan(title="A", risks=[*many, Risk(title="closed", level="high", status="closed")])
    assert show("plan:card", plan).select_one(".plan-facts .plan-tip").get_text() == (
        " R0 <b>; R1 <b>; R2 <b>; R3 <b>; R4 <b>; R5 <b>; 2 more"
    )
    whole = show("plan:card", *SITE)
    assert whole.select_one(".plan-figure .plan-tip").get_text(strip=True) == words(
        whole.select_one(".plan-why > div")
    )


@pytest.mark.parametrize(
    ("done", "total", "text", "width"),
    [
        (4, 4, "4 of 4 All done", "plan-w100"),
        (3, 8, "3 of 8 5 open", "plan-w37"),
        (0, 5, "0 of 5 None yet", "plan-w0"),
        (0, 0, "", None),
    ],
)
def test_checklist_count(show, done, total, text, width):
    piece = show(
        "plan:checklist-count", Plan(checklists=[Checklist(title="Pre `checks`", done=done, total=total)])
    )
    assert words(piece) == text
    bar = piece.select_one(".plan-bar")
    assert (bar and bar["class"][-1]) == width


def test_a_checklist_count_may_stand_inside_a_paragraph(show):
    piece = show("plan:checklist-count", Plan(checklists=[Checklist(done=1, total=2)]))
    assert {tag.name for tag in piece.select("*")} <= {"span", "b"}


def test_risk_matrix(show):
    piece = show("plan:risk-matrix", *SITE)
    assert words(piece.caption) == "3 risks, 2 of them open"
    heads = [words(th) for th in piece.select("thead th")]
    assert heads == ["Impact", "Low", "Medium", "High", "Critical"]
    grid = {
        words(row.select("th")[-1]): [words(cell) for cell in row.select("td")]
        for row in piece.select("tbody tr")
    }
    assert grid == {
        "High": ["Medium", "High", "Critical R1 Two posts", "Critical"],
        "Medium": ["Low", "Medium", "High", "Critical"],
        "Low": ["Low", "Low", "Medium", "High R2 Closed (closed)"],
    }
    assert piece.select_one("a.plan-risk")["href"] == "/ledger.md#plan-risk-1"
    assert "plan-risk-closed" in piece.select("a.plan-risk")[1]["class"]
    rows = piece.select("ol.plan-risk-list > li")
    assert [words(row) for row in rows] == [
        "Critical R1 Two posts No mitigation Open",
        "High R2 Closed No mitigation Closed",
        # what the grid does not show
        "Not rated R-03 Who knows No probability, no impact No mitigation Mitigating",
    ]
    assert [bool(row.select_one(".plan-chip")) for row in rows] == [True, False, True]


def test_the_list_of_risks_says_what_is_done_and_what_remains(show):
    rating = {"probability": "high", "impact": "high", "level": "critical"}
    risks = [
        Risk(title="A", mitigation=["Two vendors", "Drills"], residual_level="low", **rating),
        Risk(title="B", mitigation=["Drills"], residual_level="critical", **rating),
    ]
    first, second = show("plan:risk-matrix", Plan(risks=risks)).select("ol.plan-risk-list > li")
    assert words(first) == "Critical → With mitigation Low R1 A Two vendors; Drills Open"
    assert words(second) == "Critical R2 B Drills Open"
    over = show("plan:risk-matrix", Plan(state="complete", risks=[Risk(title="A", **rating)]))
    assert not over.select(".plan-chip")
    row = show("plans:risks", Plan(path="a.md", title="P", risks=risks)).select_one("tbody td")
    assert words(row).startswith("Critical → With mitigation Low")


def test_sixty_risks_in_one_cell(show):
    risks = [
        Risk(title=f"Risk {n}", anchor=f"r{n}", probability="high", impact="low", level="medium")
        for n in range(60)
    ]
    piece = show("plan:risk-matrix", Plan(risks=risks))
    assert len(piece.select("a.plan-risk")) == 12
    assert "+48" in piece.table.get_text()
    assert len(piece.select("ol > li")) == 60
    assert words(piece.summary) == "48 more risks"
    assert piece.select_one("a.plan-cell-rest[href^='#']")["href"] == f"#{piece.details['id']}"


@pytest.mark.parametrize("view", ["plan:risk-matrix", "plans:risk-matrix"])
def test_a_matrix_in_which_nothing_would_stand_is_not_drawn(show, view):
    piece = show(view, Plan(risks=[Risk(title="A"), Risk(title="B", level="high")]))
    assert not piece.select("table")
    assert "none with a probability" in piece.p.get_text()
    assert len(piece.select("ol > li")) == 2


def test_without_risks_the_matrix_says_what_fills_it(show):
    assert show("plan:risk-matrix", Plan()).p.get_text().startswith("No risks described.")


def test_the_verdict_of_a_row(show):
    met, doubtful = Benchmark(verdict="met"), Benchmark()
    assert words(show("plan:verdict", Plan(benchmarks=[met]))) == "Met"
    assert not words(show("plan:verdict", Plan(benchmarks=[doubtful])))


def test_benchmarks(show):
    plan = Plan(
        benchmarks=[
            Benchmark(metric="Reads, `p99`", target="< 40 ms", actual="37 ms", verdict="met"),
            Benchmark(metric="Writes", target="< 40 ms", actual="41 ms", verdict="close"),
            Benchmark(metric="Restore", target="20 min", actual="1 h", verdict="missed"),
            Benchmark(metric="Books", target="45 min", verdict="open"),
            Benchmark(metric="Feel", target="good", actual="fine"),
        ]
    )
    piece = show("plan:benchmarks", plan)
    assert words(piece.p) == "1 met, 1 close, 1 missed, 1 not measured, 1 without verdict"
    assert [words(row) for row in piece.select("li")] == [
        "Met Reads, p99 37 ms for target < 40 ms",
        "Close Writes 41 ms for target < 40 ms",
        "Missed Restore 1 h for target 20 min",
        "Not measured Books target 45 min",
        "No verdict Feel fine for target good",
    ]


@pytest.mark.parametrize(
    ("state", "markup"),
    [
        ("open", '<input class=plan-task type=checkbox id="t1" disabled aria-label="Ask ops &amp; co">'),
        (
            "done",
            '<input class=plan-task type=checkbox id="t1" disabled checked aria-label="Ask ops &amp; co">',
        ),
    ],
)
def test_checkbox(state, markup):
    assert checkbox(Task(text="Ask `ops` & co", state=state, anchor="t1")) == markup


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("in-progress", "In progress"),
        ("blocked", "Blocked"),
        ("cancelled", "Cancelled"),
        ("deferred", "Deferred"),
    ],
)
def test_other_states_are_a_mark_and_a_word(state, word):
    mark = BeautifulSoup(checkbox(Task(text="Ask", state=state, anchor="t1")), "html.parser").span
    assert mark["id"] == "t1"
    assert mark.get_text() == word
    assert mark.svg["aria-hidden"] == "true"


def test_a_task_without_text_still_has_a_name():
    assert 'aria-label="Task"' in checkbox(Task())


def test_anchor():
    assert anchor("plan-phase-1") == '<span id="plan-phase-1"></span>'


@pytest.mark.parametrize(
    ("due", "updated", "said", "head"),
    [
        ("2026-01-09", "2026-01-09", "2026-01-09 Late", "Updated 2026-01-09"),
        ("2026-01-10", "2026-01-09", "2026-01-10 Due today", "Updated 2026-01-09"),
        ("2026-01-20", "2026-01-09", "2026-01-20 Due soon", "Updated 2026-01-09"),
        ("2026-09-01", "2025-06-01", "2026-09-01", "Stale Updated 2025-06-01"),
    ],
)
def test_a_card_says_what_its_dates_mean_today(show, due, updated, said, head):
    plan = Plan(title="A", state="in-progress", due=due, updated=updated)
    card = show("plan:card", plan, today=dt.date(2026, 1, 10), stale_after=60)
    assert f"Due: {said}" in facts(card)
    assert words(card.select_one(".plan-when")) == head
