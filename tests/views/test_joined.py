"""What the views of all plans say."""

from __future__ import annotations

import gzip

from mkdocs_plan_plugin.model import Link, Phase, Plan, PlanProgress, Risk, Task, TaskCounts

VAULT = Plan(
    path="vault.md",
    title="Vault",
    state="on-hold",
    updated="2026-02-02",
    progress=PlanProgress(percent=25, done=1, total=4),
)
LEDGER = Plan(
    path="ledger.md",
    title="Ledger of `books`",
    state="in-progress",
    priority="P1",
    owner="Payments",
    updated="2026-03-14",
    progress=PlanProgress(percent=54, phases_complete=1, phases_total=3),
    phases=[Phase(number="2", title="Backfill", effective_state="in-progress")],
    tasks=TaskCounts(total=4, open=2, blocked=1, done=1),
    risks=[
        Risk(number="1", title="Two posts", anchor="plan-risk-1", level="critical", probability="high", impact="high"),
        Risk(number="2", title="Drift", anchor="plan-risk-2", level="low", probability="low", impact="low"),
        Risk(number="3", title="Unrated"),
        Risk(number="4", title="Over", level="critical", probability="high", impact="high", status="closed"),
    ],
    depends_on=[Link(target="vault.md")],
)  # fmt: skip
NEW = Plan(path="new.md", title="New")


def words(node):
    return " ".join(node.get_text(" ", strip=True).split())


def test_table(show):
    table = show("plans:table", NEW, VAULT, LEDGER).table
    assert words(table.caption) == "3 plans , what needs attention first"
    assert [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")] == [
        [
            "Ledger of books Payments · P1 · Backfill · Waits on 1 plan Vault",
            "In progress",
            "54 % 1 of 3 phases",
            "1 critical 1 low",
            "2026-03-14",
        ],
        ["Vault", "On hold", "25 % 1 of 4 tasks", "– none", "2026-02-02"],
        ["New", "No state", "No progress recorded", "– none", "No date"],
    ]
    assert [a["href"] for a in table.select("a.plan-title")] == ["/ledger.md", "/vault.md", "/new.md"]


def test_a_thousand_rows_are_small(html):
    plans = [
        Plan(
            path=f"plans/p{n}.md",
            title=f"Move the billing gateway, part {n}",
            state="in-progress",
            updated="2026-01-01",
            owner="Team Harbour",
            priority="P2",
            progress=PlanProgress(percent=n % 100, phases_complete=1, phases_total=2),
            phases=[Phase(title="Rehearse the rollout", effective_state="in-progress")],
            risks=[Risk(title=f"{n} a", level="critical"), Risk(title=f"{n} b", level="low")],
        )
        for n in range(1000)
    ]
    table = html("plans:table", *plans).encode()
    assert table.count(b"<tr") == 1001
    assert len(table) < 890_000
    assert len(gzip.compress(table)) < 21_500
    others = (
        "summary",
        "attention",
        "board",
        "roadmap",
        "risk-matrix",
        "risks",
        "actions",
        "next",
        "decisions",
    )
    sizes = {name: len(html(f"plans:{name}", *plans).encode()) for name in others}
    assert {name: size for name, size in sizes.items() if size > 500_000} == {}


def test_open_tasks_of_many_plans_are_small(html, show):
    tasks = [
        Task(text=f"Move part {n} of the billing gateway", anchor=f"plan-task-{n:08}") for n in range(18)
    ]
    plans = [Plan(path=f"plans/p{n}.md", title=f"Part {n}", task_list=tasks) for n in range(500)]
    page = html("plans:actions", *plans).encode()
    assert len(page) < 240_000
    assert len(gzip.compress(page)) < 8_000
    items = show("plans:actions", *plans).select(".plan-att")
    assert len(items) == 120
    first, last = items[0], items[-1]
    assert (len(first.select("ul > li")), words(first.summary)) == (18, "13 more")
    assert (len(last.select("ul > li")), words(last.select_one("p.plan-aside"))) == (5, "13 more")


def test_summary(show):
    piece = show("plans:summary", NEW, VAULT, LEDGER)
    tiles = [words(tile) for tile in piece.select(".plan-tile")]
    assert tiles == [
        "Overall 39 % Mean of 2 plans, 1 without progress",
        "Phases complete 1 of 3 In 3 plans",
        "Open tasks 3 1 task blocked",
        "Open risks 3 1 critical 1 low",
    ]
    assert [words(li) for li in piece.select(".plan-statelist li")] == [
        "In progress 1",
        "On hold 1",
        "No state 1",
    ]
    assert [words(li) for li in piece.select(".plan-recent li")] == [
        "2026-03-14 Ledger of books In progress",
        "2026-02-02 Vault On hold",
    ]


def test_summary_without_progress(show):
    assert words(show("plans:summary", NEW).select_one(".plan-tile")) == "Overall No progress recorded"


def test_heat_map(show):
    piece = show("plans:risk-matrix", NEW, VAULT, LEDGER)
    assert words(piece.caption) == "3 open risks in 1 plan"
    assert [words(cell) for cell in piece.select("tbody tr")[0].select("td")] == [
        "Medium 0 risks",
        "High 0 risks",
        "Critical 1 risk, show the list",
        "Critical 0 risks",
    ]
    legend = {words(li.span): words(li.b) for li in piece.select(".plan-legend li")}
    assert legend == {"Critical": "1", "High": "0", "Medium": "0", "Low": "1", "Not rated": "1"}
    lists = {words(one.summary): [words(li) for li in one.select("li")] for one in piece.select("details")}
    assert lists == {
        "High probability, high impact 1": ["Critical Two posts Ledger of books Open"],
        "Low probability, low impact 1": ["Low Drift Ledger of books Open"],
        "Not in the grid 1": ["Not rated Unrated Ledger of books Open"],
    }
    assert [a["href"] for a in piece.select("details a")][:2] == ["/ledger.md#plan-risk-1", "/ledger.md"]


def test_an_empty_portfolio_says_what_would_fill_it(show):
    for view in ("plans:table", "plans:summary"):
        assert show(view).p.get_text().startswith("No plans found.")
    assert show("plans:risk-matrix").p.get_text().startswith("No plan has an open risk.")
