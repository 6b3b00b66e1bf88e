"""Attention tells what the rules tell, once, and nothing that they keep silent about."""

from __future__ import annotations

import datetime as dt

from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.views.context import Context
from mkdocs_plan_plugin.views.reasons import reasons_of
from tests.rules.checked import check
from tests.views.conftest import href

DONE = """
# Kiln

**Status:** Complete

## Phase 1: Dig ✅

## Phase 2: Burn

**Status:** Pending

- [x] Light it
- [ ] Cool it

### Step 2.1: Wait ✅

**Status:** Pending

## Acceptance Criteria

- [ ] Hot
"""


def told(page: str, **options: object) -> list[str]:
    plan = read_plan(page, "plan.md")
    plan.findings = check(page, **options)
    portfolio = join([plan])
    entry = portfolio.entry(plan)
    context = Context(portfolio=portfolio, href=href, today=dt.date(2026, 3, 1))
    return [f"{one.word}: {one.text}" for one in reasons_of(entry, context)]


def test_each_contradiction_is_told_once() -> None:
    assert told(DONE) == [
        "Contradicts itself: Step 2.1 is Pending and also ✅",
        "Contradicts itself: Phase 2 is Pending and also 1 of 2 tasks done",
        "Contradicts itself: State is Complete and also 1 of 2 phases not complete",
        "Contradicts itself: State is Complete and also 1 of 1 criterion open",
    ]


def test_a_rule_that_is_off_is_off_here_too() -> None:
    off = {"PLAN402": "off", "PLAN311": "off", "PLAN601": "off"}
    assert told(DONE, rules=off) == ["Contradicts itself: Phase 2 is Pending and also 1 of 2 tasks done"]


def test_what_the_author_silences_is_silent_here_too() -> None:
    page = DONE.replace("**Status:** Complete", "<!-- plan: ignore PLAN402 (sold) -->\n**Status:** Complete")
    page = f"---\nplan: {{ignore: {{PLAN3xx: by hand, PLAN601: later}}}}\n---{page}"
    assert told(page) == []


def test_a_hint_needs_no_attention_unless_the_site_says_so() -> None:
    page = "# Kiln\n\n**Status:** In Progress\n\n## Phase 1: Dig ✅\n\n## Phase 2: Burn ✅\n"
    undated = "No date: In progress, and nothing says until when"
    assert told(page) == [undated]
    assert told(page, rules={"PLAN402": "warning"}) == [
        "Contradicts itself: State is In Progress and also 2 of 2 phases complete",
        undated,
    ]


def test_nor_does_it_once_it_is_right() -> None:
    page = "# Kiln\n\n**Status:** Complete\n\n## Phase 1: Dig ✅\n\n## Phase 2: Burn ✅\n"
    assert told(page) == []


def test_a_state_said_elsewhere_is_told_as_a_state_and_not_as_its_line() -> None:
    page = """
# Kiln

- [x] **Phase 1: Dig**: four metres deep, by the second team, behind the old shed

## Phase 1: Dig

**Status:** Pending

- [ ] Peg

## Phase 2: Burn

- [ ] Light it
"""
    assert told(page) == ["Contradicts itself: Phase 1 is Pending and also Complete"]


def test_a_phase_that_is_not_well_needs_attention_with_the_day_it_was_said() -> None:
    page = (
        "# Kiln\n\n**Status:** In progress\n**Due:** 2027-01-01\n\n## Phase 1: Dig\n\n**Health:** Off track\n\n"
        "## Phase 2: Build\n\n- [ ] a\n\n### Update 2026-02-20: at risk\n\nNo bricks.\n\n"
        "## Phase 3: Fire ✅\n\n### Update 2026-02-10: at risk\n"
    )
    assert told(page) == ["Off track: Phase 1", "At risk: Phase 2: Update of 2026-02-20: No bricks."]


def test_a_health_that_is_told_twice_is_told_in_words() -> None:
    page = (
        "# Kiln\n\n## Phase 1: Dig\n\n**Health:** On track\n\n- [ ] a\n\n### Update 2026-02-20: off track\n"
    )
    assert told(page) == ["Contradicts itself: Phase 1 is On track and also Off track"]
