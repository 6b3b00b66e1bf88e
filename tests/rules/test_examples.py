"""The examples that every rule shows: the bad one fires, the good one does not."""

from __future__ import annotations

import re

import pytest

from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.rules import FAMILIES, RULES
from mkdocs_plan_plugin.source.document import read_document
from tests.rules.checked import check, check_pages

NEIGHBOURS = {
    "PLAN703": {"plans/old.md": "# Old cache\n\n**Status:** Cancelled"},
    "PLAN704": {"plans/a.md": "# Old cache"},
    "PLAN610": {"plans/other.md": "# Other"},
}
TEMPLATES = {
    "PLAN101": "# [Title]\n\n## Executive Summary\n\n## Rollback Plan\n<!-- plan: required -->\n\n[How]",
    "PLAN201": "# [Title]\n\n## Document Information\n\n**Created:** YYYY-MM-DD\n"
    "**Owner:** [Who] <!-- plan: required -->",
}
PAGE_RULES = [rule for rule in RULES.values() if rule.scope not in ("site", "repository")]


@pytest.mark.parametrize("rule", PAGE_RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found_and_the_good_one_is_not(rule) -> None:
    template = TEMPLATES.get(rule.code, "")
    for text, expected in ((rule.bad, True), (rule.good, False)):
        found = check_pages({**NEIGHBOURS.get(rule.code, {}), "plans/this.md": text}, template)[
            "plans/this.md"
        ]
        assert (rule.code in {one.code for one in found}) == expected, found


@pytest.mark.parametrize("rule", PAGE_RULES, ids=lambda rule: rule.code)
def test_a_good_example_is_clean_but_for_hints(rule) -> None:
    if rule.code != "PLAN101":
        pages = {**NEIGHBOURS.get(rule.code, {}), "plans/this.md": rule.good}
        found = check_pages(pages, TEMPLATES.get(rule.code, ""))["plans/this.md"]
        assert [one for one in found if one.severity != "info"] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_is_named_and_documented(rule) -> None:
    assert re.fullmatch(r"PLAN[0-9]\d\d", rule.code)
    assert rule.family in FAMILIES.values()
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.summary.endswith(".")
    assert rule.why
    assert rule.bad
    assert rule.good


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


def test_every_line_of_any_text_may_be_checked() -> None:
    odd = "\ufeff---\nplan: [\n---\n# \n\n## \n\n| a |\n|---|\n- [ ]\n\n<!-- plan: ignore -->\n<!-- plan: repeat -->"
    assert read_plan(odd).path == ""
    assert read_document(odd)
    check(odd)
