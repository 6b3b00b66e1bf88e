"""Findings silenced with a reason, weighed by a site, and counted."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.rules import no_rule
from mkdocs_plan_plugin.rules.severity import chosen, unknown
from tests.rules.checked import check, told

WRONG = "**Priority:** P9"
PAGE = f"# Plan: cache\n\n{{}}\n\n{WRONG}\n\n## Phase 1: Warm up\n\n- [ ] a\n"


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- plan: ignore PLAN202 (our own scale) -->",
        "<!--plan:ignore unknown-value-->",
        "<!-- plan: ignore PLAN2, PLAN401 (two) -->\n\n**Progress:** 5/6 phases",
        "<!-- plan: ignore-start fields (old) -->",
    ],
)
def test_a_comment_silences_the_next_block(comment: str) -> None:
    assert [one.code for one in check(PAGE.format(comment)) if one.code == "PLAN202"] == (
        ["PLAN202"] if "401" in comment else []
    )


def test_a_comment_reaches_no_further_than_the_next_block() -> None:
    text = f"# Plan: cache\n\n<!-- plan: ignore PLAN202 (one) -->\n{WRONG}\n\n**Status:** Nowhre\n\n## Phase 1: A\n\n- [ ] a\n"
    assert told(check(text)) == [("PLAN202", 6)]


def test_a_span_ends_at_its_end() -> None:
    text = (
        "# Plan: cache\n\n<!-- plan: ignore-start PLAN202 (old) -->\n\n**Priority:** P9\n\n<!-- plan: ignore-end -->\n\n"
        "**Status:** Nowhre\n\n## Phase 1: A\n\n- [ ] a\n"
    )
    assert told(check(text)) == [("PLAN202", 9)]


def test_a_comment_behind_a_text_silences_its_line() -> None:
    text = f"# Plan: cache\n\n{WRONG} <!-- plan: ignore PLAN202 (own) -->\n\n## Phase 1: A\n\n- [ ] a\n"
    assert told(check(text)) == []


def test_front_matter_silences_the_page() -> None:
    text = "---\nplan:\n  ignore:\n    unknown-value: our own scale\n---\n" + PAGE.format("")
    assert told(check(text)) == []


def test_what_silences_nothing_is_said_at_its_line() -> None:
    text = "---\nplan:\n  ignore:\n    PLAN401: counted by hand\n---\n# Plan: cache\n\n## Phase 1: A\n\n- [ ] a\n"
    assert told(check(text)) == [("PLAN904", 4)]


def test_a_comment_in_code_silences_nothing_and_is_not_unused() -> None:
    text = "# Plan: cache\n\n`<!-- plan: ignore PLAN202 -->`\n\n```\n<!-- plan: ignore PLAN202 -->\n```\n\n## Phase 1: A\n\n- [ ] a\n"
    assert told(check(text)) == []


@pytest.mark.parametrize(
    ("rules", "severity"),
    [
        ({}, "warning"),
        ({"PLAN202": "error"}, "error"),
        ({"unknown_value": "info"}, "info"),
        ({"2xx": "info"}, "info"),
        ({"fields": "error", "PLAN202": "info"}, "info"),
        ({"PLAN202": "info", "fields": "error"}, "info"),
        ({"PLAN2": "off"}, None),
    ],
)
def test_a_site_weighs_rules(rules: dict[str, str], severity: str | None) -> None:
    found = check(PAGE.format(""), rules=rules)
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_unknown_words_have_a_nearest_one() -> None:
    words = unknown({"stale-pln": "off", "zzz": "off", "4xx": "off"})
    assert list(map(no_rule, words)) == [
        "there is no rule or family 'stale-pln'. Did you mean 'stale-plan'?",
        "there is no rule or family 'zzz'. 'mkdocs-plan rules' lists them.",
    ]


def test_a_family_is_all_its_rules() -> None:
    assert set(chosen({"progress": "off"})) == {"PLAN401", "PLAN402", "PLAN403"}


def test_many_of_one_cause_are_one_with_a_count() -> None:
    text = "# Plan: cache\n\n**Status:** In Progress\n\n**Owner:** T\n\n" + "\n\n".join(
        f"## Part {n}\n\n[What is done here]" for n in range(12)
    )
    [one] = [one for one in check(text) if one.code == "PLAN109"]
    assert one.line == 9
    assert one.message == (
        "template text is still here in 12 places: lines 9, 13, 17, 21, 25 and 7 more; replace it, or take it out"
    )
