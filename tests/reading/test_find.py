"""Finding plans: the first answer wins."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading import NearMiss, read_page
from mkdocs_plan_plugin.settings import Settings

TITLE = "# Move the search: plan\n\n"
PHASES = "## Phase 1: A\n\n## Phase 2: B\n\n"
SECTIONS = "## Goals\n\n## Testing\n\n## Rollback Plan\n\n## Next Steps\n\n"
TASKS = "## Work\n\n" + "- [ ] a\n" * 5 + "\n"
STATUS = "**Status:** Planning\n\n"
RISKS = "## Dangers\n\n| Risk | Probability | Impact |\n|---|---|---|\n| Flood | High | Low |\n\n"
ALL = TITLE + STATUS + PHASES + SECTIONS + TASKS + RISKS
PROSE = "# Notes\n\nText.\n"


def why(text: str, path: str = "notes.md", **options: object) -> str | None:
    """Return by what a page is a plan, `near miss`, or None."""
    found = read_page(text, path, Settings(**options))
    return found.why.by if isinstance(found, Plan) else "near miss" if isinstance(found, NearMiss) else None


def front(text: str) -> str:
    return f"---\n{text}\n---\n"


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        # front matter `plan`
        (front("plan: true") + PROSE, "front matter"),
        (front("plan: yes") + PROSE, "front matter"),
        (front("plan: 'true'") + PROSE, "front matter"),
        (front("plan: {hide: [card]}") + PROSE, "front matter"),
        (front("plan:\n  list: false") + PROSE, "front matter"),
        (front("plan: {}") + PROSE, "front matter"),
        (front("plan: false\ntags: [plan]") + ALL, None),
        (front("plan: no") + ALL, None),
        # any other type is not ours
        (front("plan: gold") + PROSE, None),
        (front("plan: [a, b]") + PROSE, None),
        (front("plan:") + PROSE, None),
        (front("plan: gold\ntags: [plan]") + PROSE, "tag"),
        # tags
        (front("tags: [plan]") + PROSE, "tag"),
        (front("tags:\n  - search\n  - Implementation-Plan") + PROSE, "tag"),
        (front("tags: search, plan") + PROSE, "tag"),
        (front("tags: [planning]") + PROSE, None),
        # category
        (front("category: Implementation Plan") + PROSE, "category"),
        (front("type: implementation plan") + PROSE, "category"),
        (PROSE + "\n**Category:** Implementation Plan\n", "category"),
        (PROSE + "\n- **Category**: implementation plan\n", "category"),
        ("# Größe 🚀 einer implementation plan\n\n**Category:** IMPLEMENTATION PLAN\n", "category"),
        ("**Category:** Implementation Plan", "category"),
        ("implementation plan\n\nIts category: an implementation plan\n", None),
        (PROSE + "\n**Category:** How-to\n", None),
        (PROSE + "\n```\n**Category:** Implementation Plan\n```\n", None),
        # none
        (PROSE, None),
        ("", None),
    ],
)
def test_a_page_is_a_plan_by_its_marker(page: str, answer: str | None) -> None:
    assert why(page) == answer


def test_which_answer_came_first() -> None:
    page = front("plan: true\ntags: [plan]\ncategory: Implementation Plan") + ALL
    assert why(page, "plans/a.md") == "front matter"
    assert why(front("tags: [plan]\ncategory: Implementation Plan") + ALL, "plans/a.md") == "tag"
    assert why(front("category: Implementation Plan") + ALL, "plans/a.md") == "category"
    assert why(ALL, "plans/a.md") == "include"


def test_the_tags_are_an_option() -> None:
    assert why(front("tags: [project]") + PROSE, tags=["Project"]) == "tag"
    assert why(front("tags: [plan]") + PROSE, tags=["project"]) is None


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("plans/search.md", "include"),
        ("team/plans/search.md", "include"),
        ("team/plans/2025/search.md", "include"),
        ("search-plan.md", "include"),
        ("SEARCH_PLAN.md", "include"),
        ("a/b/search_plan.md", "include"),
        ("search-plan-v2.md", "include"),
        ("roadmap.md", "include"),
        ("docs/ROADMAP-2025.md", "include"),
        ("Plans/search.md", "include"),
        ("plans/index.md", None),
        ("plans/README.md", None),
        ("plans/readme.md", None),
        ("search.md", None),
        ("planning/search.md", None),
        ("plans.md", None),
        ("explanation.md", None),
    ],
)
def test_a_glob_needs_two_traits(path: str, answer: str | None) -> None:
    assert why(TITLE + STATUS + "Text.\n", path) == answer
    assert why(TITLE + "Text.\n", path) is None
    assert why(PROSE, path) is None


@pytest.mark.parametrize("pair", [TITLE + PHASES, TITLE + SECTIONS, TITLE + TASKS, TITLE + STATUS, TITLE + RISKS, STATUS + TASKS, PHASES + RISKS])  # fmt: skip
def test_any_two_traits_will_do(pair: str) -> None:
    assert why(pair, "plans/a.md") == "include"


@pytest.mark.parametrize(
    ("page", "traits"),
    [
        (ALL, 6),
        (ALL.replace(TITLE, "# Notes\n\n"), 5),
        (ALL.replace("- [ ] a\n" * 5, "- [ ] a\n" * 4), 5),
        (ALL.replace("## Phase 2: B", "## More"), 5),
        (ALL.replace("## Goals\n\n", "").replace("## Testing\n\n", ""), 5),
        (ALL.replace(STATUS, ""), 5),
        (ALL.replace("Risk |", "Thing |"), 5),
    ],
)
def test_the_six_traits(page: str, traits: int) -> None:
    found = read_page(page, "plans/a.md", Settings())
    assert isinstance(found, Plan)
    assert len(found.why.traits) == traits


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        (TITLE + PHASES + SECTIONS + TASKS, "near miss"),
        (ALL, "near miss"),
        (TITLE + STATUS + SECTIONS + RISKS, "near miss"),
        ("# ДОРОЖНАЯ карта\n\n" + PHASES + SECTIONS + STATUS, "near miss"),
        ("Feuille-de-route\n====\n\n" + PHASES + SECTIONS + STATUS, "near miss"),
        ("---\ntitle: New Plan\n---\n" + PHASES + SECTIONS + STATUS, "near miss"),
        (PHASES + SECTIONS + STATUS + RISKS.replace("| Risk", "Risk"), "near miss"),
        (TITLE + STATUS + SECTIONS + TASKS.replace("- [ ]", "> 1. [ ]"), "near miss"),
        (STATUS + PHASES + SECTIONS + TASKS, "near miss"),
        (TITLE + PHASES + SECTIONS, None),
        (TITLE + STATUS + RISKS + "Long text. " * 50, None),
    ],
)
def test_four_traits_without_marker_or_glob_are_a_near_miss(page: str, answer: str | None) -> None:
    assert why(page, "notes/search.md") == answer


def test_a_near_miss_tells_path_and_traits() -> None:
    found = read_page(ALL, "notes/search.md", Settings())
    assert isinstance(found, NearMiss)
    assert (found.path, len(found.traits)) == ("notes/search.md", 6)


@pytest.mark.parametrize("page", [front("plan: true") + ALL, front("tags: [plan]") + ALL, ALL])
def test_an_excluded_page_is_no_plan_whatever_it_says(page: str) -> None:
    assert why(page, "plans/old/a.md", exclude=["plans/old/**"]) is None


def test_the_globs_are_an_option() -> None:
    assert why(ALL, "projects/a.md", include=["projects/*.md"]) == "include"
    assert why(ALL, "projects/x/a.md", include=["projects/*.md"]) == "near miss"
    assert why(ALL, "plans/a.md", include=["projects/*.md"]) == "near miss"
    assert why(ALL, "rfc/007-a.md", include=["rfc/[0-9]*-?.md"]) == "include"


def test_a_malformed_marker_is_still_honoured() -> None:
    assert why("---\nplan: true\ntitle: a: b\n---\n" + PROSE) == "front matter"
    assert why("---\nplan: true\ncreated: 2025-02-30\n---\n" + PROSE) == "front matter"


def test_what_a_page_shows_is_read_from_its_marker() -> None:
    page = front(
        "plan:\n  show: [card, stepper]\n  hide: risk-matrix\n  list: false\n  ignore: {PLAN401: by hand}"
    )
    found = read_page(page + PROSE, "a.md", Settings())
    assert isinstance(found, Plan)
    assert (found.options.show, found.options.hide) == (["card", "stepper"], ["risk-matrix"])
    assert (found.options.listed, found.options.ignore) == (False, {"PLAN401": "by hand"})


def test_without_a_mapping_everything_has_its_default() -> None:
    found = read_page(front("plan: true") + PROSE, "a.md", Settings())
    assert isinstance(found, Plan)
    assert (found.options.show, found.options.hide, found.options.listed) == (None, [], True)


@pytest.mark.parametrize("behind", ["", "\n\n---\n", "\n\n## Next\n\ntext\n", "\n\n\n\n- \n"])
@pytest.mark.parametrize("before", ["# A\n\n", "# A\n\n## Document Information\n\ntext\n\n", ""])
def test_a_category_in_the_body_counts_wherever_it_stands(before, behind):
    found = read_page(f"{before}**Category:** Implementation Plan{behind}", "notes/a.md", Settings())
    assert isinstance(found, Plan)
    assert found.why.by == "category"
