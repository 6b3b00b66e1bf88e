"""Views that list what stands in plans: rows, order, caps, groups."""

from __future__ import annotations

import datetime as dt
from urllib.parse import unquote

import msgspec
import pytest
import yaml
from bs4 import BeautifulSoup

from mkdocs_plan_plugin.model import (
    Benchmark,
    Contradiction,
    Criterion,
    Decision,
    Deliverable,
    Finding,
    LeftOut,
    Link,
    Option,
    Phase,
    Plan,
    PlanProgress,
    Progress,
    Risk,
    Step,
    Task,
    TaskCounts,
)
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.views.choice import read
from mkdocs_plan_plugin.views.context import Context, Whole
from mkdocs_plan_plugin.views.registry import VIEWS
from tests.views.conftest import href

TODAY = dt.date(2026, 3, 20)


@pytest.fixture
def view(renderer):
    """Renders a view of all plans with the options of its directive."""

    def render(name: str, *plans: Plan, options: str = "", **around) -> BeautifulSoup:
        chosen = VIEWS[f"plans:{name}"]
        asked = read(
            yaml.safe_load(options) or {},
            takes=chosen.takes,
            today=TODAY,
            columns=chosen.columns,
            items=chosen.items,
        )
        assert asked.problems == []
        context = Context(
            portfolio=join(plans), href=href, choice=asked.choice, today=TODAY, stale_after=60, **around
        )
        return BeautifulSoup(renderer.render(chosen.key, context), "html.parser")

    return render


def words(node) -> str:
    return " ".join(node.get_text(" ", strip=True).split())


def lines(found, css: str) -> list[str]:
    return [words(node) for node in found.select(css)]


LEDGER = Plan(
    path="ledger.md",
    title="Ledger",
    state="in-progress",
    priority="P1",
    owner="Payments",
    created="2025-12-20",
    due="2026-03-25",
    updated="2026-01-02",
    target="2026-03-25",
    progress=PlanProgress(percent=54, phases_complete=1, phases_total=3),
    tasks=TaskCounts(total=4, open=2, done=1, blocked=1),
    phases=[
        Phase(number="1", word="Phase", title="Inventory", anchor="plan-phase-1", effective_state="complete", progress=Progress(percent=100)),
        Phase(number="2", word="Phase", title="Backfill", anchor="plan-phase-2", effective_state="in-progress", progress=Progress(percent=33, done=1, total=3)),
        Phase(number="3", word="Phase", title="Cut over", anchor="plan-phase-3"),
    ],
    task_list=[
        Task(text="Batches", state="done", phase=1, anchor="plan-task-1"),
        Task(text="Run `all`", phase=1, anchor="plan-task-2"),
        Task(text="Compare", state="blocked", phase=1, anchor="plan-task-3"),
        Task(text="Tell everybody", anchor="plan-task-4", line=90),
    ],
    risks=[
        Risk(number="1", title="Two posts", anchor="plan-risk-1", level="critical", probability="high", impact="high", mitigation=["key", "index"]),
        Risk(number="2", title="Drift", anchor="plan-risk-2", level="low", probability="low", impact="low", status="mitigating"),
        Risk(number="3", title="Unrated"),
        Risk(number="4", title="Over", level="critical", probability="high", impact="critical", status="closed"),
    ],
    decisions=[
        Decision(title="Tool", date="2025-12-02", status="accepted", decision="Our own", anchor="plan-decision-1"),
        Decision(title="Source", options=[Option(title="a"), Option(title="b")]),
    ],
    criteria=[Criterion(text="No difference", state="open", line=90), Criterion(title="Trust", text="told why")],
    benchmarks=[
        Benchmark(metric="Lag", baseline="9 s", target="< 2 s", actual="1 s", verdict="met"),
        Benchmark(metric="Cost", target="< 5", actual="6", verdict="missed"),
    ],
    deliverables=[Deliverable(title="Runbook", state="done")],
    depends_on=[Link(target="vault.md"), Link(target="vault.md", title="Vault"), Link(target="gone.md")],
    contradictions=[Contradiction(what="state", value="Pending", other="In Progress", line=3, other_line=9)],
    findings=[Finding(code="PLAN401", name="stale-progress", severity="warning", message="says 3/7", replacement="1/3", line=7)],
)  # fmt: skip
VAULT = Plan(path="vault.md", title="Vault", state="on-hold", reason="budget", updated="2026-02-02")
DROPPED = Plan(
    path="dropped.md",
    title="Dropped",
    state="cancelled",
    tasks=TaskCounts(total=1, open=1),
    task_list=[Task(text="never", anchor="plan-task-9")],
    risks=[Risk(title="nobody's", level="critical", probability="high", impact="critical")],
    criteria=[Criterion(text="x", state="open")],
)
ALL = (DROPPED, VAULT, LEDGER)


def test_what_is_abandoned_counts_in_no_sum(view):
    tiles = lines(view("summary", *ALL), ".plan-tile")
    assert tiles == [
        "Overall 54 % Mean of 1 plan, 1 without progress",
        "Phases complete 1 of 3 In 2 plans, 1 left out",
        "Open tasks 3 1 task blocked",
        "Open risks 3 1 critical 1 low",
    ]
    assert len(view("table", *ALL).select("tbody tr")) == 3
    for name in ("actions", "next", "attention", "risks", "criteria"):
        assert "Dropped" not in view(name, *ALL).get_text()


def test_register(view):
    table = view("risks", *ALL).table
    assert words(table.caption) == "4 risks, 3 of them open , gravest first"
    rows = [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]
    assert rows == [
        ["Critical High × High", "Two posts Ledger", "Open", "key; index"],
        ["Low Low × Low", "Drift Ledger", "Mitigating", "No mitigation"],
        ["Not rated", "Unrated Ledger", "Open", "No mitigation"],
        ["Critical High × Critical", "Over Ledger", "Closed", "–"],
    ]
    assert [row.get("id") for row in table.select("tbody tr")] == [
        "plans-risks-high-high",
        "plans-risks-low-low",
        "plans-risks-not-rated",
        None,
    ]


def test_columns_of_the_register(view):
    found = view("risks", *ALL, options="{columns: [risk, plan, probability, impact], where: {status: open}}")
    assert lines(found, "thead th") == ["Risk", "Plan", "Probability", "Impact"]
    assert lines(found, "tbody tr") == ["Two posts Ledger high high", "Unrated Ledger – –"]
    assert not found.select("tbody tr[id]")


def test_cells_lead_to_the_register_or_to_lists_of_their_own(view):
    alone = view("risk-matrix", *ALL)
    [first, last] = [link["href"] for link in alone.select("a.plan-cell-n")]
    assert (first, last) == ("#plans-matrix-high-high", "#plans-matrix-low-low")
    assert words(alone.select_one(first).summary) == "High probability, high impact 1"
    assert lines(alone.select_one("#plans-matrix-not-rated"), "li") == ["Not rated Unrated Ledger Open"]
    beside = view("risk-matrix", *ALL, here={"risks": None})
    assert [(link["href"], unquote(link["data-plan-q"])) for link in beside.select("a.plan-cell-n")] == [
        ("#plans-risks-high-high", "risks.rating=High × High"),
        ("#plans-risks-low-low", "risks.rating=Low × Low"),
    ]
    assert [unquote(link["data-plan-q"]) for link in beside.select(".plan-legend a")] == [
        "risks.level=Critical&risks.status=-Closed",
        "risks.level=Low&risks.status=-Closed",
        "risks.level=Not rated&risks.status=-Closed",
    ]
    assert not beside.select("details")
    cut = view("risk-matrix", *ALL, here={"risks": 1}, pages={"risks": Whole("risks/#plans-risks", None)})
    assert [link["href"] for link in cut.select("a.plan-cell-n")] == [
        "#plans-risks-high-high",
        "risks/#plans-risks-low-low",
    ]


def test_board(view):
    found = view("board", *ALL)
    heads = lines(found, ".plan-col-head")
    assert heads == [
        "Planning 0 plans",
        "In progress 1 plan",
        "Blocked 0 plans",
        "On hold 1 plan",
        "Cancelled 1 plan",
    ]
    assert lines(found, ".plan-empty") == [
        "No plan is planning.",
        "No plan is blocked.",
    ]


def test_columns_of_a_board_stand_in_the_order_of_work_and_what_is_over_is_folded(view):
    states = ("cancelled", "complete", "on-hold", "blocked", "in-progress", "planning", None)
    plans = [Plan(path=f"{n}.md", title=str(n), state=state) for n, state in enumerate(states)]
    archived = Plan(path="kept.md", title="Kept", state="in-progress", document_state="archived")
    found = view("board", *plans, archived)
    assert lines(found, "div.plan-col > .plan-col-head") == [
        "Planning 1 plan",
        "In progress 1 plan",
        "Blocked 1 plan",
        "On hold 1 plan",
        "No state 1 plan",
    ]
    assert lines(found, "details.plan-col > summary") == [
        "Complete 1 plan",
        "Cancelled 1 plan",
        "Archived 1 plan",
    ]
    assert not found.select("details[open]")


@pytest.mark.parametrize(
    ("option", "columns"),
    [
        ("owner", ["Payments 1 plan", "No owner 2 plans"]),
        ("priority", ["P1 High 1 plan", "No priority 2 plans"]),
    ],
)
def test_a_board_is_grouped_by_another_field_in_the_same_frame(view, option, columns):
    found = view("board", *ALL, options=f"{{group: {option}}}")
    assert lines(found, ".plan-cols > .plan-col > .plan-col-head") == columns
    assert found.select_one(".plan-cols[tabindex='0']")["aria-label"] == f"Board: {option.capitalize()}"


def test_roadmap(view):
    found = view("roadmap", *ALL)
    [lane] = [lane for lane in found.select("li.plan-lane") if "Ledger" in lane.text]
    assert lines(lane, ".plan-tip") == [
        "Ledger, due 2026-03-25",
        "Phase 1, Complete, 100 %: Inventory",
        "Phase 2, In progress, 33 %, 1 of 3 tasks: Backfill",
        "Phase 3, No state: Cut over",
    ]
    assert lines(found, ".plan-group") == ["Without dates 2"]
    assert words(lane.select_one(".plan-note")) == "In progress Due soon due 2026-03-25"


def dated(path: str, *phases: Phase, **facts: object) -> Plan:
    return Plan(path=path, title=path, state="in-progress", phases=list(phases), **facts)


def test_plans_stand_by_target_on_one_scale_with_their_phases_at_their_dates(view):
    dig = Phase(number="1", title="Dig", effective_state="complete", start="2026-02-01", due="2026-02-28")
    pour = Phase(number="2", title="Pour", start="2026-03-01", due="2026-05-31", anchor="plan-phase-2")
    later = dated(
        "later.md", dig, pour, Phase(number="3", title="Fire"), start="2026-01-01", due="2026-12-31"
    )
    found = view(
        "roadmap", later, dated("soon.md", start="2026-01-01", due="2026-06-30"), Plan(path="x.md", title="x")
    )
    assert lines(found, ".plan-dated .plan-title") == ["soon.md", "later.md"]
    assert lines(found, ".plan-timescale time") == [
        "2026-01",
        "2026-03",
        "2026-05",
        "2026-07",
        "2026-09",
        "2026-11",
    ]
    lane = found.select(".plan-dated li.plan-lane")[1]
    assert lines(lane, "[role=listitem] .plan-tip") == [
        "later.md, 2026-01-01 to 2026-12-31",
        "Phase 1: Dig, Complete, 2026-02-01 to 2026-02-28",
        "Phase 2: Pour, No state, 2026-03-01 to 2026-05-31",
    ]
    # The bar of the whole plan is thin, and the one of phase 1 short: neither could be touched.
    assert [link["href"] for link in lane.select("[role=listitem] a")] == ["/later.md#plan-phase-2"]
    assert lines(lane, ".plan-strip-rest .plan-tip") == ["Phase 3, No state: Fire"]
    assert lines(found, ".plan-group") == ["Without dates 1"]
    names = lines(
        view("roadmap", later, dated("soon.md", due="2026-06-30"), options="{sort: title}"), ".plan-title"
    )
    assert names == ["later.md", "soon.md"]


def test_what_is_overdue_is_hatched_until_today_and_an_open_end_is_open(view):
    late = Phase(number="1", title="Dig", start="2026-01-05", due="2026-02-28", late=True)
    start = Phase(number="2", title="Pour", effective_state="in-progress", start="2026-03-01")
    end = Phase(number="3", title="Fire", due="2026-05-31")
    found = view("roadmap", dated("a.md", late, start, end))
    bars = {words(bar)[:7]: bar for bar in found.select("[role=listitem]")}
    open_ = {
        name: ("plan-open-start" in bar["class"], "plan-open-end" in bar["class"])
        for name, bar in bars.items()
    }
    assert sorted(open_.values()) == [(False, False), (False, True), (True, False)]
    [first] = [bar for bar in found.select("[role=listitem]") if "Dig" in bar.text]
    assert len(found.select(".plan-track .plan-overdue")) == 1
    assert "late" in words(first)


@pytest.mark.parametrize(
    ("start", "due", "marks"),
    [
        ("2026-03-20", "2026-03-20", 8),
        ("2026-03-20", "2026-05-01", 8),
        ("2026-03-20", "2027-05-01", 8),
        ("2024-03-20", "2027-05-01", 8),
        ("1966-03-20", "2026-05-01", 8),
        ("1000-01-01", "9999-12-31", 9),
    ],
)
def test_an_axis_has_few_marks_however_long_it_is(view, start, due, marks):
    found = view("roadmap", dated("a.md", Phase(number="1", title="Dig", start=start, due=due)))
    assert 1 <= len(found.select(".plan-timescale time")) <= marks


def test_a_timeline_shows_the_phases_and_steps_of_one_plan(renderer):
    step = Step(number="1.1", title="Mark", start="2026-02-01", due="2026-02-03")
    dig = Phase(number="1", title="Dig", start="2026-02-01", due="2026-02-28", steps=[step])
    plan = dated("a.md", dig, Phase(number="2", title="Pour"))
    context = Context(portfolio=join([plan]), href=href, plan=plan, today=TODAY)
    found = BeautifulSoup(renderer.render("plan:timeline", context), "html.parser")
    assert lines(found, "[role=listitem] .plan-tip") == [
        "Phase 1: Dig, No state, 2026-02-01 to 2026-02-28",
        "Step 1.1: Mark, No state, 2026-02-01 to 2026-02-03",
    ]
    assert lines(found, ".plan-group") == ["Without dates 1"]
    bare = dated("b.md", Phase(number="1", title="Dig"))
    assert renderer.render("plan:timeline", Context(portfolio=join([bare]), href=href, plan=bare)) == ""


def test_actions(view):
    found = view("actions", *ALL)
    assert words(found.p) == "3 open tasks in 1 plan"
    assert lines(found, ".plan-label") == ["Phase 2: Backfill"]
    assert lines(found, ".plan-todo li") == ["Run all", "Blocked Compare", "Tell everybody"]
    assert found.select_one(".plan-todo a")["href"] == "/ledger.md#plan-task-2"


def test_next(view):
    assert lines(view("next", *ALL), ".plan-att") == [
        "Ledger In progress Now Phase 2: Backfill Next Run all Waits on Vault",
        "Vault On hold Next No open phase or task says On hold budget",
    ]


def test_attention_says_why(view):
    twice = Finding(code="PLAN206", severity="warning", line=9)
    ledger = msgspec.structs.replace(LEDGER, findings=[twice])
    [found] = view("attention", DROPPED, VAULT, ledger).select(".plan-att")
    assert lines(found, ".plan-reasons > li") == [
        "Due soon Due 2026-03-25, in 5 days, 54 % done",
        "Exposed 1 critical risk open",
        "Contradicts itself State is Pending and also In Progress PLAN206 line 9",
        "Stale In progress, unchanged for 77 days",
        "Waits on Vault (on hold)",
        "Unknown plan Depends on gone.md, which is no plan of this site",
    ]


def test_attention_says_what_could_not_be_read(view):
    kiln = Plan(
        path="kiln.md",
        title="Kiln",
        state="in-progress",
        left_out=[
            LeftOut(kind="date", text="soon", line=3),
            LeftOut(kind="state", text="finshed", line=4),
            LeftOut(kind="state", text="perhaps", line=7),
            LeftOut(kind="risk", text="Rain", line=5),
        ],
    )
    [found] = view("attention", kiln).select(".plan-att")
    assert lines(found, ".plan-reasons > li") == [
        "Not read 1 date can’t be read: ‘soon’ line 3",
        "Not read 2 states can’t be read, the first of them ‘finshed’ line 4",
        "No date In progress, and nothing says until when",
    ]


def test_a_target_that_is_no_day_is_shown_as_written(view):
    target = {"due": "2026-03-31", "due_precision": "month", "due_text": "end of March 2026"}
    kiln = Plan(path="kiln.md", title="Kiln", state="in-progress", **target)
    [found] = view("attention", kiln).select(".plan-att")
    assert lines(found, ".plan-reasons > li") == ["Due soon Due end of March 2026, in 11 days"]


def test_nothing_to_attend_to_is_good_news(view):
    assert words(view("attention", VAULT)).startswith("Nothing needs attention.")


def test_decisions(view):
    found = view("decisions", *ALL)
    assert lines(found, ".plan-dec") == [
        "2025-12-02 Tool Our own Ledger Accepted",
        "No date Source Not decided: 2 options compared Ledger Open",
    ]


def test_criteria_and_deliverables_stand_under_their_plan(view):
    found = view("criteria", *ALL)
    assert words(found.p) == "2 criteria, 0 of 1 with a box done"
    assert lines(found, ".plan-group") == ["Ledger 2"]
    assert lines(found, ".plan-dec") == ["No difference Open", "Trust : told why"]
    assert found.select_one(".plan-dec a")["href"] == "/ledger.md#plan-task-4"
    assert lines(view("deliverables", *ALL), ".plan-dec") == ["Runbook Done"]


def test_benchmarks(view):
    found = view("benchmarks", *ALL)
    assert words(found.caption) == "2 benchmarks, 1 met, 1 missed"
    assert lines(found, "tbody tr") == ["Cost Ledger – none < 5 6 Missed", "Lag Ledger 9 s < 2 s 1 s Met"]


def test_dependencies(view):
    found = view("dependencies", *ALL)
    [top] = found.select(".plan-tree-top > li")
    assert words(top) == (
        "In progress Ledger Waits for On hold Vault"
        " Unknown plan gone.md No plan of this site bears that path or title."
    )


def test_a_circle_is_marked(view):
    one = Plan(path="one.md", title="One", state="planning", depends_on=[Link(target="two.md")])
    two = Plan(path="two.md", title="Two", state="planning", depends_on=[Link(target="one.md")])
    found = view("dependencies", one, two)
    assert words(found.select_one(".plan-circle")) == "Circle One , Two wait for each other."
    assert words(found.select_one(".plan-node-circle")).endswith("Circle: back to a plan above")


def test_findings(view):
    found = view("findings", *ALL)
    assert words(found.p) == "1 warning 2 plans without any"
    assert lines(found, ".plan-find li") == ["Warning Says 3/7 Write 1/3 PLAN401 stale-progress line 7"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("board", "No plans found."),
        ("cards", "No plans found."),
        ("roadmap", "No plans found."),
        ("risks", "No risks described."),
        ("actions", "No open tasks."),
        ("next", "No plan is unfinished."),
        ("attention", "Nothing needs attention."),
        ("decisions", "No decisions written down."),
        ("criteria", "No criteria written down."),
        ("benchmarks", "No benchmarks measured."),
        ("deliverables", "No deliverables written down."),
        ("dependencies", "No plan depends on another."),
        ("findings", "Nothing was found wrong."),
    ],
)
def test_an_empty_view_says_what_would_fill_it(view, name, begins):
    assert words(view(name).select_one(".plan-empty")).startswith(begins)


MANY = [
    Plan(path=f"{n:03}.md", title=f"Plan {n:03}", owner=f"Team {n % 2}", state="in-progress")
    for n in range(250)
]


def test_a_long_list_opens_the_rest_in_place_and_says_what_is_left(view):
    found = view("table", *MANY, options="{limit: 20}", data_href="plans.json")
    first, rest = found.select("table")
    assert (len(first.select("tbody tr")), len(rest.select("tbody tr"))) == (20, 100)
    assert words(found.summary) == "100 more plans"
    left = found.select_one("p.plan-more a")
    assert (words(left), left["href"]) == ("130 more plans", "plans.json")


def test_a_long_list_leads_to_the_page_that_shows_it_whole(view):
    found = view("table", *MANY, options="{limit: 20}", pages={"table": Whole("all/#plans-table", None)})
    assert len(found.select("tbody tr")) == 20
    left = found.select_one("p.plan-more a")
    assert (words(left), left["href"]) == ("230 more plans", "all/#plans-table")


def test_groups(view):
    found = view("table", *MANY[:5], VAULT, options="{group: owner, sort: -title}")
    assert lines(found, ".plan-grouprow") == ["Team 0 3", "Team 1 2", "No owner 1"]
    assert lines(found.select_one("tbody"), ".plan-title") == ["Plan 004", "Plan 002", "Plan 000"]
    cards = view("cards", LEDGER, VAULT, options="{group: state}")
    assert lines(cards, ".plan-group") == ["In progress 1", "On hold 1"]


def test_columns_of_the_table(view):
    found = view("table", LEDGER, VAULT, options="{columns: [owner, state, waits, tasks, tags]}")
    assert lines(found, "thead th") == ["Plan", "Owner", "State", "Waits on", "Tasks", "Tags"]
    assert lines(found, "tbody tr")[0] == "Ledger P1 · Backfill Payments In progress Vault – none – none"


def test_a_plan_named_twice_is_one_dependency():
    entry = join(ALL).entry(LEDGER)
    assert [relation.text for relation in entry.depends_on] == ["Vault", "gone.md"]


def test_circles_of_plans_are_found_whatever_leads_to_them():
    def plan(name: str, *needs: str) -> Plan:
        return Plan(path=f"{name}.md", title=name, depends_on=[Link(target=f"{need}.md") for need in needs])

    portfolio = join(
        [plan("a", "b"), plan("b", "c"), plan("c", "b", "d"), plan("d"), plan("e", "e"), plan("f", "a")]
    )
    assert [[one.title for one in circle] for circle in portfolio.cycles()] == [["b", "c"], ["e"]]
