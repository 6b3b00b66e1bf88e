"""The options of directives: what they choose, and what is said of wrong ones."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

from mkdocs_plan_plugin.model import Phase, Plan, PlanProgress, Risk
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.views.choice import read
from mkdocs_plan_plugin.views.context import Context
from mkdocs_plan_plugin.views.registry import VIEWS

TODAY = dt.date(2026, 7, 1)
PLANS = [
    Plan(
        path="plans/2026/cache.md", title="Cache", state="in-progress", priority="P0", owner="Team Quay",
        created="2026-01-10", updated="2026-06-28", target="2026-07-10", tags=["db", "speed"],
        progress=PlanProgress(percent=60), risks=[Risk(level="high"), Risk(level="critical", status="closed")],
        phases=[Phase(title="Warm up", effective_state="in-progress")],
        document_information={"Team": "Rivers", "Review Board": "yes"},
    ),
    Plan(
        path="plans/2026/vault.md", title="Vault", state="planning", priority="P2", owner="Team Ledger",
        updated="2026-04-01", tags=["speed"], progress=PlanProgress(percent=0), risks=[Risk(level="low")],
    ),
    Plan(path="plans/old.md", title="Old `index`", state="complete", updated="2025-12-01", progress=PlanProgress(percent=100)),
    Plan(path="roadmap.md", title="Roadmap"),
]  # fmt: skip
STATED = {name for plan in PLANS for name in plan.document_information}


def ask(written: str, view: str = "plans:table"):
    chosen = VIEWS[view]
    return read(
        yaml.safe_load(f"{{{written}}}"),
        takes=chosen.takes,
        today=TODAY,
        columns=chosen.columns,
        items=chosen.items,
        stated_fields=STATED,
    )


def chosen(written: str) -> list[str]:
    """Titles of the plans that are chosen, in order."""
    asked = ask(written)
    assert asked.problems == []
    context = Context(portfolio=join(PLANS), href=lambda *_: "", choice=asked.choice, today=TODAY)
    return [entry.plan.title for entry in context.entries()]


@pytest.mark.parametrize(
    ("written", "titles"),
    [
        ("", ["Cache", "Vault", "Roadmap", "Old `index`"]),
        ("where: {state: in-progress}", ["Cache"]),
        ("where: {state: In Progress}", ["Cache"]),
        ("where: {state: [planning, in-progress]}", ["Cache", "Vault"]),
        ("where: {state: not complete}", ["Cache", "Vault", "Roadmap"]),
        ("where: {state: 'not [complete, unknown]'}", ["Cache", "Vault"]),
        ("state: planning", ["Vault"]),
        ("where: {priority: P0..P1}", ["Cache"]),
        ("where: {priority: '>= P1'}", ["Vault"]),
        ("where: {priority: none}", ["Roadmap", "Old `index`"]),
        ("where: {priority: [none, P0]}", ["Cache", "Roadmap", "Old `index`"]),
        ("where: {owner: any}", ["Cache", "Vault"]),
        ("where: {owner: team quay}", ["Cache"]),
        ("where: {owner: 'Team *'}", ["Cache", "Vault"]),
        ("where: {risk: high..critical}", ["Cache"]),
        ("where: {progress: '> 50'}", ["Cache", "Old `index`"]),
        ("where: {progress: 0..60}", ["Cache", "Vault"]),
        ("where: {updated: '> 30d'}", ["Vault", "Old `index`"]),
        ("updated: '<= 3d'", ["Cache"]),
        ("where: {updated: '< 2w'}", ["Cache"]),
        ("where: {updated: 2026-01-01..2026-06-30}", ["Cache", "Vault"]),
        ("where: {updated: 2026-04-01}", ["Vault"]),
        ("where: {target: '< 14d'}", ["Cache"]),
        ("where: {target: '< 7d'}", []),
        ("where: {tag: speed}", ["Cache", "Vault"]),
        ("where: {tags: db}", ["Cache"]),
        ("where: {phase: warm*}", ["Cache"]),
        ("where: {team: rivers}", ["Cache"]),
        ("where: {review-board: yes}", ["Cache"]),
        ("under: plans/2026", ["Cache", "Vault"]),
        ("under: [plans/2026/, nowhere]", ["Cache", "Vault"]),
        ("where: {under: plans}", ["Cache", "Vault", "Old `index`"]),
        ("text: quay cache", ["Cache"]),
        ("sort: title", ["Cache", "Old `index`", "Roadmap", "Vault"]),
        ("sort: -updated", ["Cache", "Vault", "Old `index`", "Roadmap"]),
        ("sort: updated", ["Old `index`", "Vault", "Cache", "Roadmap"]),
        ("sort: [-risk, title]", ["Cache", "Vault", "Old `index`", "Roadmap"]),
        ("sort: priority", ["Cache", "Vault", "Roadmap", "Old `index`"]),
    ],
)
def test_plans_are_chosen_and_put_in_order(written, titles):
    assert chosen(written) == titles


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("wher: {state: planning}", "there is no option 'wher'. Did you mean 'where'?"),
        ("colums: [title]", "there is no option 'colums'. Did you mean 'columns'?"),
        ("where: planning", "'where' is a mapping; write e.g. where: {state: in-progress}"),
        ("where: {changed: 2026}", "'where': there is no field 'changed'. Did you mean 'created'?"),
        ("where: {stat: planning}", "'where': there is no field 'stat'. Did you mean 'state'?"),
        ("where: {state: plannin}", "'state' is never 'plannin'. Did you mean 'planning'?"),
        ("where: {priority: P9}", "'priority' is never 'P9'. There are P0, P1, P2, P3"),
        ("where: {progress: high}", "'progress' is a number, not 'high'; write e.g. \"> 50\" or 0..50"),
        ("where: {owner: '> 5'}", "'owner' has no order; write a text, with * for any part of it"),
        ("sort: titel", "'sort': there is no field 'titel'. Did you mean 'title'?"),
        ("group: ownr", "'group': there is no field 'ownr'. Did you mean 'owner'?"),
        ("columns: [title, progres]", "there is no column 'progres'. Did you mean 'progress'?"),
        ("limit: many", "'limit' is a whole number above 0 or 'all', not 'many'"),
        ("limit: -3", "'limit' is a whole number above 0 or 'all', not '-3'"),
    ],
)
def test_what_is_wrong_is_said_with_the_nearest_right_word(written, message):
    assert ask(written).problems == [message]


def test_a_date_that_is_none_says_what_to_write():
    [problem] = ask("where: {updated: lately}").problems
    assert problem.startswith("'updated' is a date, not 'lately'; write e.g. \"> 30d\"")


def test_what_is_right_counts_beside_what_is_wrong():
    asked = ask("where: {state: planning, stat: x}, sort: title, limit: 5")
    assert len(asked.problems) == 1
    assert [condition.field.name for condition in asked.choice.plans] == ["state"]
    assert (asked.choice.limit, asked.choice.sort[0][0].name) == (5, "title")


def test_what_a_view_lists_has_fields_of_its_own():
    asked = ask("where: {level: high..critical, status: open, state: in-progress}", "plans:risks")
    assert asked.problems == []
    assert [condition.field.name for condition in asked.choice.items] == ["level", "status"]
    assert [condition.field.name for condition in asked.choice.plans] == ["state"]


def test_a_view_takes_only_its_own_options():
    assert ask("group: owner", "plans:summary").problems == [
        "there is no option 'group'. There are where, under, text"
    ]
    assert ask("limit: 3", "plan:card").problems == ["there is no option 'limit'. There are of"]


@pytest.mark.parametrize(
    "value", [None, True, 3, 2.5, [], {}, [[]], dt.date(2026, 1, 1), "x" * 5000, "..", "> ", "!"]
)
@pytest.mark.parametrize(
    "option", ["where", "state", "updated", "sort", "group", "columns", "limit", "under", "text", "of"]
)
def test_no_value_raises(option, value):
    for view in VIEWS.values():
        read({option: value}, takes=view.takes, today=TODAY, columns=view.columns, items=view.items)
        read(
            {"where": {option: value}}, takes=view.takes, today=TODAY, columns=view.columns, items=view.items
        )
