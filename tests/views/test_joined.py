"""What the views of all plans say."""

from __future__ import annotations

from mkdocs_plan_plugin.plans.model import Link, Phase, Plan, PlanProgress, Risk, TaskCounts

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
    assert words(table.caption) == "3 plans, what needs attention first"
    assert [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")] == [
        [
            "Ledger of books Payments P1 Backfill Waits on Vault",
            "In progress",
            "54 % 1 of 3 phases",
            "1 critical 1 low",
            "2026-03-14",
        ],
        ["Vault", "On hold", "25 % 1 of 4 tasks", "– none", "2026-02-02"],
        ["New", "No state", "No progress recorded", "– none", "No date"],
    ]
    assert [a["href"] for a in table.select("a.plan-title")] == ["/ledger.md", "/vault.md", "/new.md"]


def test_shapes_of_the_table_are_drawn_once(show):
    box = show("plans:table", NEW, VAULT, LEDGER)
    used = {use["href"] for use in box.select("use")}
    assert used == {f"#{symbol['id']}" for symbol in box.select("symbol")}


def test_a_row_is_small(html):
    few = [Plan(path=f"{n}.md", title=f"Plan {n}", state="in-progress", updated="2026-01-01", owner="Team", priority="P2", progress=PlanProgress(percent=50, phases_complete=1, phases_total=2)) for n in range(1100)]  # fmt: skip
    size = len(html("plans:table", *few)) - len(html("plans:table", *few[:100]))
    assert size < 950 * 1000


def test_summary(show):
    piece = show("plans:summary", NEW, VAULT, LEDGER)
    tiles = [words(tile) for tile in piece.select(".plan-tile")]
    assert tiles == [
        "Overall 39 % mean of 2 plans, 1 without progress",
        "Phases complete 1 of 3 in 3 plans",
        "Open tasks 3 1 blocked",
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
        "Critical 1 risk",
        "Critical 0 risks",
    ]
    legend = {words(li.span): words(li.b) for li in piece.select(".plan-legend li")}
    assert legend == {"Critical": "1", "High": "0", "Medium": "0", "Low": "1", "Not rated": "1"}
    grave = piece.select_one("ol.plan-risk-list > li")
    assert words(grave) == "Critical R1 Two posts Ledger of books Probability high, impact high Open"
    assert [a["href"] for a in grave.select("a")] == ["/ledger.md#plan-risk-1", "/ledger.md"]
    assert words(piece.select_one(".plan-more")) == "2 more, on the plans' own pages."


def test_an_empty_portfolio_says_what_would_fill_it(show):
    for view in ("plans:table", "plans:summary"):
        assert show(view).p.get_text().startswith("No plans found.")
    assert show("plans:risk-matrix").p.get_text().startswith("No plan has an open risk.")
