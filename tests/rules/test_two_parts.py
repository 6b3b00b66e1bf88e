"""A plan is checked in two parts: by its page when it is read, among the others when all pages are."""

from __future__ import annotations

import gc
import weakref

import pytest

from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.rules import Checker, Pages, RuleSite
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.document import Document, read_document
from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary
from tests.rules.checked import TODAY, check_pages, told

LINKING = """---
depends_on: [old.md, no-such-plan.md]
superseded_by: nowhere.md
---
# Plan: cache

**Status:** In Progres
"""
OLD = "# Plan: cache\n\n**Status:** Cancelled\n"


def test_what_other_plans_decide_is_found_when_all_are_known() -> None:
    checker = Checker(RuleSite(today=TODAY))
    outline = outline_of(LINKING, Settings())
    plan = read_plan(outline, "plans/this.md")
    pending = checker.read(plan, outline)
    assert [(one.code, one.line) for one in pending.findings] == [("PLAN102", 5), ("PLAN202", 7)]

    portfolio = join([plan, read_plan(OLD, "plans/old.md")])
    findings = checker.finish(pending, Pages(site=checker.site, portfolio=portfolio))
    assert [(one.code, one.line, one.column) for one in findings] == [
        ("PLAN701", 2, 22),
        ("PLAN701", 3, 16),
        ("PLAN102", 5, 0),
        ("PLAN704", 5, 0),
        ("PLAN202", 7, 13),
    ]


def test_between_the_parts_no_document_is_kept() -> None:
    class Watched(Document, weakref=True):
        pass

    read = read_document(LINKING)
    document = Watched(read.text, read.front, read.sections, read.last_line, read.tree)
    checker = Checker(RuleSite(today=TODAY))
    pending = checker.read(read_plan(LINKING, "plans/this.md"), Outline(document, default_vocabulary()))
    watch = weakref.ref(document)
    del document
    gc.collect()
    assert watch() is None
    assert pending.naming == {2: "depends_on: [old.md, no-such-plan.md]", 3: "superseded_by: nowhere.md"}


def test_a_suppression_of_a_link_is_used_in_the_second_part() -> None:
    text = "---\ndepends_on: nowhere.md\nplan:\n  ignore: {PLAN701: it comes, PLAN401: never}\n---\n# Plan: cache\n"
    assert told(
        [one for one in check_pages({"this.md": text})["this.md"] if one.code[:5] in "PLAN7 PLAN9"]
    ) == [("PLAN904", 4)]


def test_what_mends_the_lists_is_kept_for_the_page() -> None:
    text = "---\nplan: true\n---\n# Plan: cache\n\nTo do:\n- [ ] Fill it\n"
    pending = Checker(RuleSite(today=TODAY)).read(read_plan(text), outline_of(text, Settings()))
    assert pending.repairs == {6: "\n- [ ] Fill it"}


@pytest.mark.parametrize("size", [2, 40, 400])
def test_a_circle_is_told_once_however_large(size: int) -> None:
    pages = {
        f"{number:04}.md": f"---\ndepends_on: {(number + 1) % size:04}.md\n---\n# Plan {number}\n"
        for number in range(size)
    }
    found = check_pages(pages)
    assert [path for path, each in found.items() if "PLAN702" in {one.code for one in each}] == ["0000.md"]


def test_of_two_plans_as_near_the_first_by_path_is_named() -> None:
    pages = {
        "a.md": "---\ndepends_on: cach.md\n---\n# Plan: search\n",
        "b/cache.md": "# Beta\n",
        "a/cache.md": "# Zeta\n\n**Priority:** P0\n",
    }
    [found] = [one for one in check_pages(pages)["a.md"] if one.code == "PLAN701"]
    assert found.replacement == "a/cache.md"
