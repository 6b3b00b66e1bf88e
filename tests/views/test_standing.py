"""How a plan stands is said once: blocked is what its author calls so, and waiting is not blocked, in every view."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from mkdocs_plan_plugin.model import Phase, Plan, Risk
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.views.context import Context
from tests.reading.drawn import drawn
from tests.views.conftest import href

QUAY = """
# Plan: quay

**Status:** Blocked

**Blocked by:** the vendor's security review
"""
CRANE = """
# Plan: crane

**Status:** In Progress

**Blocked by:** [Quay](quay.md)

## Phase 1: Lift

- [x] Rope
- [ ] Hook
"""
MAST = """
# Plan: mast

**Status:** Blocked

**Blocked by:** [Quay](quay.md) and the wood that is still at sea
"""
HULL = """
# Plan: hull

**Status:** In Progress

**Blocked by:** the yard's flood gate
"""
KEEL = """
# Plan: keel

**Status:** Planning

**Depends on:** [Crane](crane.md)
"""
SITE = {"quay": QUAY, "crane": CRANE, "mast": MAST, "hull": HULL, "keel": KEEL}
BLOCKED = {"quay", "mast"}


def words(node):
    """Text as it is read, without what only explains it."""
    return " ".join(node.get_text(" ").split())


@pytest.fixture(scope="module")
def portfolio():
    return join([read_plan(drawn(text), f"{name}.md") for name, text in SITE.items()])


@pytest.fixture
def see(renderer, portfolio):
    def render(view, name="", **options):
        plan = portfolio.by_path[f"{name}.md"].plan if name else None
        found = renderer.render(view, Context(portfolio=portfolio, href=href, plan=plan, **options))
        return BeautifulSoup(found, "html.parser")

    return render


def test_every_view_calls_the_same_plans_blocked(see, portfolio):
    red = ".plan-is-blocked"
    assert {name for name in SITE if see("plan:banner", name).select_one(red)} == BLOCKED
    assert {name for name in SITE if see("plan:card", name).select_one(f".plan-mark-lead{red}")} == BLOCKED
    rows = see("plans:table").select("tbody tr")
    assert {words(row.select_one(".plan-title")) for row in rows if row.select_one(red)} == {
        f"Plan: {name}" for name in BLOCKED
    }
    column = next(
        one for one in see("plans:board").select(".plan-col") if one.select_one(f".plan-col-head {red}")
    )
    assert len(column.select(".plan-bcard")) == len(BLOCKED)
    assert words(see("plans:summary").select_one(f".plan-statelist li:has({red})")) == "Blocked 2"
    assert words(see("plans:attention").select_one(f".plan-counts li:has({red})")) == "Blocked 2"
    assert (portfolio.totals.blocked, portfolio.totals.by_state["blocked"]) == (2, 2)
    assert portfolio.totals.waiting == 3


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quay", "Blocked the vendor's security review"),
        ("crane", "Waits on Plan: quay"),
        ("mast", "Blocked Quay and the wood that is still at sea Waits on Plan: quay"),
        ("hull", "Waits on the yard's flood gate"),
        ("keel", ""),
    ],
)
def test_a_banner_is_red_only_where_the_author_says_blocked(see, name, text):
    banner = see("plan:banner", name)
    assert words(banner) == text
    assert bool(banner.select(".plan-is-waits")) is text.startswith("Waits")


def test_attention_gives_the_typed_reason_first(see):
    found = {
        words(one.select_one(".plan-title")): [words(reason) for reason in one.select(".plan-reasons > li")]
        for one in see("plans:attention").select(".plan-att")
    }
    assert found["Plan: quay"] == [
        "Blocked the vendor's security review",
        "No date Blocked, and nothing says until when",
    ]
    assert found["Plan: mast"][0] == (
        "Blocked Quay and the wood that is still at sea Waits on Plan: quay (blocked)"
    )
    assert "Waits on Plan: quay (blocked)" in found["Plan: crane"]
    assert "Waits on the yard's flood gate" in found["Plan: hull"]
    assert not any("without a reason" in reason for reasons in found.values() for reason in reasons)


def test_a_blocked_phase_is_counted_apart_from_blocked_plans(show):
    plan = Plan(
        path="a.md", title="A", state="in-progress", phases=[Phase(number="1", effective_state="blocked")]
    )
    counts = [words(one) for one in show("plans:attention", plan).select(".plan-counts li")]
    assert "Phase blocked 1" in counts
    assert not any(count.startswith("Blocked") for count in counts)


@pytest.mark.parametrize(
    ("plan", "quiet"),
    [
        (Plan(state="cancelled"), True),
        (Plan(document_state="superseded", state="in-progress"), True),
        (Plan(document_state="archived", state="in-progress"), True),
        (Plan(state="complete"), False),
        (Plan(state="in-progress"), False),
    ],
)
def test_one_class_tells_that_nobody_works_on_a_plan_any_more(show, plan, quiet):
    plan.path, plan.phases = "a.md", [Phase(number="1", title="A", effective_state="complete")]
    plan.risks = [Risk(title="R", level="critical", probability="high", impact="critical")]
    for view in ("banner", "card", "stepper", "risk-matrix", "phase-bar"):
        for found in show(f"plan:{view}", plan).select(".plan-view"):
            assert ("plan-over" in found["class"]) is quiet, view


def test_a_complete_plan_alarms_in_no_table(show):
    plans = [
        Plan(path=f"{state}.md", title=state, state=state, risks=[Risk(title="R", level="critical")])
        for state in ("complete", "in-progress")
    ]
    loud = {
        words(row.select_one(".plan-title"))
        for row in show("plans:table", *plans).select("tbody tr")
        if row.select(".plan-is-critical") and not row.select(".plan-off .plan-is-critical")
    }
    assert loud == {"in-progress"}
    register = show("plans:risks", *plans).select("tbody tr")
    assert [(words(row.th), "plan-off" in row.get("class", ())) for row in register] == [
        ("R in-progress", False),
        ("R complete", True),
    ]
    assert [bool(row.select(".plan-is-warning")) for row in register] == [True, False]
