"""Finding plans: the first answer wins."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading import NearMiss, read_page
from mkdocs_plan_plugin.reading.traits import TRAITS
from mkdocs_plan_plugin.settings import Settings

TITLE = "# Move the search: plan\n\n"
PHASES = "## Phase 1: A\n\n## Phase 2: B\n\n"
SECTIONS = "## Goals\n\n## Testing\n\n## Rollback Plan\n\n## Next Steps\n\n"
TASKS = "## Work\n\n" + "- [ ] a\n" * 5 + "\n"
STATUS = "**Status:** Planning\n\n"
RISKS = "## Dangers\n\n| Risk | Probability | Impact |\n|---|---|---|\n| Flood | High | Low |\n\n"
DESCRIBED = "## Dangers\n\n### Risk 1: Flood\n\n**Probability:** High\n\n"
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
        (front("plan: []") + PROSE, None),
        (front("plan:\n  - hide: [card]\n  - list: false") + PROSE, "front matter"),
        (front("plan:") + PROSE, None),
        (front("plan: gold\ntags: [plan]") + PROSE, "tag"),
        # tags
        (front("tags: [plan]") + PROSE, "tag"),
        (front("tags:\n  - search\n  - Implementation-Plan") + PROSE, "tag"),
        (front("tags: search, plan") + PROSE, "tag"),
        (front("tags: [planning]") + PROSE, None),
        # category
        (front("category: Implementation Plan") + PROSE, "category"),
        (front("type: plan") + PROSE, "category"),
        (front("type: migration_plan") + PROSE, "category"),
        (front("category: Umsetzungsplan") + PROSE, "category"),
        (front("type: 实施计划") + PROSE, "category"),
        (front("type: plans") + PROSE, None),
        (PROSE + "\n**Type:** plan\n", None),
        # a template of plans
        (front("template: implementation-plan@1") + PROSE, "front matter"),
        (front("template: Implementation Plan") + PROSE, "front matter"),
        (front("template: launch@2") + PROSE, "front matter"),
        (front("template: launch") + PROSE, None),
        (front("template: home.html") + PROSE, None),
        (front("template: [a]") + PROSE, None),
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


def test_a_template_that_the_site_names_is_a_marker() -> None:
    assert (
        why(front("template: launch") + PROSE, template={"Launch": "kinds/launch-plan.md"}) == "front matter"
    )
    assert why(front("template: launch plan") + PROSE, template="kinds/launch-plan.md") == "front matter"
    assert why(front("template: launch-plan@2") + PROSE, template="kinds/launch-plan.md") == "front matter"
    assert why(front("template: default") + PROSE, template={"default": "a.md"}) is None


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
        ("Search plan – draft.md", "include"),
        ("PLAN.md", "include"),
        ("plan-search.md", "include"),
        ("Plan_search.md", "include"),
        ("search_planning_notes.md", "include"),
        ("planning/search.md", "include"),
        ("Planning 2025.md", "include"),
        ("plans.md", "include"),
        ("team-plans-2025.md", "include"),
        ("implementation_plans/search.md", "include"),
        ("team/project-plans/search.md", "include"),
        ("roadmap/search.md", "include"),
        ("specs/search/plan.md", "include"),
        ("specs/search/tasks.md", "include"),
        (".planning/phases/search.md", "include"),
        ("Projektplan.md", "include"),
        ("feuille_de_route_2025.md", "include"),
        ("搜索实施计划.md", "include"),
        ("a/b/search_plan.md", "include"),
        ("search-plan-v2.md", "include"),
        ("roadmap.md", "include"),
        ("docs/ROADMAP-2025.md", "include"),
        ("Plans/search.md", "include"),
        ("plans/index.md", None),
        ("plans/README.md", None),
        ("plans/readme.md", None),
        ("search.md", None),
        ("specs/search/notes.md", None),
        ("tasks.md", None),
        ("explanation.md", None),
        ("airplane.md", None),
    ],
)
def test_a_glob_needs_two_traits(path: str, answer: str | None) -> None:
    assert why(PHASES + STATUS + "Text.\n", path) == answer
    assert why(PROSE, path) == ("near miss" if answer else None)


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
        # four, a plan-like title among them
        (TITLE + PHASES + SECTIONS + TASKS, "traits"),
        (TITLE + STATUS + SECTIONS + RISKS, "traits"),
        (TITLE + STATUS + SECTIONS + DESCRIBED, "traits"),
        (front("owner: Team Tide") + TITLE + SECTIONS + TASKS, "traits"),
        ("# ДОРОЖНАЯ карта\n\n" + PHASES + SECTIONS + STATUS, "traits"),
        ("Feuille-de-route\n====\n\n" + PHASES + SECTIONS + STATUS, "traits"),
        ("---\ntitle: New Plan\n---\n" + PHASES + SECTIONS + STATUS, "traits"),
        (TITLE + STATUS + SECTIONS + TASKS.replace("- [ ]", "> 1. [ ]"), "traits"),
        ("# How to write a plan\n\n" + PHASES + SECTIONS + TASKS, "near miss"),
        # four others
        (STATUS + PHASES + SECTIONS + DESCRIBED, "near miss"),
        (STATUS + PHASES + SECTIONS + DESCRIBED.replace("## Dangers", "Risks\n---"), "near miss"),
        (PHASES + SECTIONS + STATUS + RISKS.replace("| Risk", "Risk"), "near miss"),
        (STATUS + PHASES + SECTIONS + TASKS, "near miss"),
        # five
        (ALL, "traits"),
        (TITLE + PHASES + SECTIONS + TASKS + STATUS, "traits"),
        (STATUS + PHASES + SECTIONS + TASKS + DESCRIBED, "traits"),
        # phases and tasks of a work
        ("# Implementation guide: moorings\n\n" + PHASES + TASKS, "traits"),
        ("# Umsetzung der Anleger\n\n" + PHASES + TASKS, "traits"),
        ("# 泊位实施指南\n\n" + PHASES + TASKS, "traits"),
        ("# Migration guide: moorings\n\n" + PHASES + TASKS, None),
        ("# Implementation summary: moorings\n\n" + PHASES + TASKS, None),
        ("# Implementation guide: moorings\n\n" + PHASES, None),
        ("# Implementation of moorings\n\n## Next Steps\n\n### Immediate\n\n### Long Term\n\n" + TASKS, None),
        # three with phases
        (TITLE + PHASES + SECTIONS, "near miss"),
        (STATUS + PHASES + RISKS, "near miss"),
        ("# Review\n\n" + STATUS + PHASES + RISKS, None),
        (TITLE + STATUS + RISKS + "Long text. " * 50, None),
    ],
)
def test_traits_make_a_plan_wherever_it_stands_or_a_near_miss(page: str, answer: str | None) -> None:
    assert why(page, "notes/search.md") == answer


def test_a_near_miss_tells_path_and_traits() -> None:
    found = read_page(STATUS + PHASES + SECTIONS + TASKS, "notes/search.md", Settings())
    assert isinstance(found, NearMiss)
    assert (found.path, len(found.traits), found.glob) == ("notes/search.md", 4, "")
    assert str(found) == (
        "looks like a plan, but is not marked as one; write 'plan: true' (or 'plan: false') into its front matter"
    )


def test_a_page_that_include_names_and_the_traits_reject_tells_what_is_missing() -> None:
    found = read_page(STATUS + "Text.\n", "plans/search.md", Settings())
    assert isinstance(found, NearMiss)
    assert (found.path, found.traits, found.glob) == ("plans/search.md", [TRAITS[4]], "**/*plans*/**")
    assert str(found) == (
        "is named by 'include' (**/*plans*/**), but has 1 of the 2 traits of a plan that it needs: a status,"
        " priority, owner or due date; missing are: a plan-like title or file name, two numbered phases, four"
        " sections of a plan, five tasks, risks, described or in a table; write 'plan: true' (or 'plan:"
        " false') into its front matter"
    )


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        ("# Phase 1: summary\n\n" + STATUS + PHASES, "near miss"),
        ("# Retrospective\n\n" + STATUS + PHASES + TASKS, "near miss"),
        ("# 复盘\n\n" + STATUS + PHASES, "near miss"),
        ("# Abschlussbericht\n\n" + STATUS + PHASES, "near miss"),
        ("# Summary\n\n" + STATUS + PHASES + TASKS + SECTIONS, "include"),
        ("# Plan of the review\n\n" + STATUS, "include"),
        ("# Reviewers\n\n" + STATUS + PHASES, "include"),
    ],
)
def test_a_report_among_plans_needs_four_traits(page: str, answer: str) -> None:
    assert why(page, "plans/search.md") == answer


@pytest.mark.parametrize(
    "title",
    ["Migration plan", "Implementierungsplan", "Projektplan: Suche", "Produkt-Roadmap", "Handlungsplan", "Plan de migration", "Plano de migração", "Hoja de ruta", "План миграции", "实施计划", "文件级实施方案", "移行計画", "Piano di migrazione"],
)  # fmt: skip
def test_a_title_is_plan_like_in_many_languages(title: str) -> None:
    assert why(f"# {title}\n\n{STATUS}", "plans/a.md") == "include"


@pytest.mark.parametrize("title", ["Explanation", "Planet", "The Kaplan estimator", "Airplanes", "Планета"])
def test_a_word_that_only_sounds_like_plan_is_none(title: str) -> None:
    assert why(f"# {title}\n\n{STATUS}", "plans/a.md") == "near miss"


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("a/MVP_PLAN.md", "include"),
        ("a/SearchSprintPlan.md", "include"),
        ("a/roadmap-2025.md", "include"),
        ("plans/search.md", "near miss"),
        ("plans/planet.md", "near miss"),
    ],
)
def test_a_plan_in_the_file_name_is_as_good_as_in_the_title(path: str, answer: str) -> None:
    assert why("# Search\n\n" + STATUS, path) == answer
    assert why("# Search\n\nText.\n", path) == "near miss"


def test_title_and_file_name_are_one_trait() -> None:
    assert why("# Floor plan\n\nText.\n", "floor-plan.md") == "near miss"


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        (front("status: in-progress") + TITLE, "include"),
        (front("state: planning") + TITLE, "include"),
        (front("priority: P1") + TITLE, "include"),
        (front("owner: Team Tide") + TITLE, "include"),
        (front("due: 2026-05-01") + TITLE, "include"),
        (front("status: new") + TITLE, "near miss"),
        (front("author: Team Tide") + TITLE, "near miss"),
        (TITLE + "**Priority:** P1\n", "include"),
        (TITLE + "**Owner:** Team Tide\n", "include"),
        (TITLE + "## Step\n\n**Owner:** Team Tide\n", "near miss"),
        (TITLE + "## Step\n\n**Status:** Open\n", "include"),
        (TITLE + DESCRIBED, "include"),
        (TITLE + "## Risk 1: Flood\n\nText.\n", "include"),
        (TITLE + "## Risks\n\nNone.\n", "near miss"),
    ],
)
def test_front_matter_is_as_good_as_the_body_and_a_heading_as_a_table(page: str, answer: str) -> None:
    assert why(page, "plans/a.md") == answer


@pytest.mark.parametrize("page", [front("plan: true") + ALL, front("tags: [plan]") + ALL, ALL])
def test_an_excluded_page_is_no_plan_whatever_it_says(page: str) -> None:
    assert why(page, "plans/old/a.md", exclude=["plans/old/**"]) is None


def test_the_globs_are_an_option() -> None:
    assert why(ALL, "projects/a.md", include=["projects/*.md"]) == "include"
    assert why(TITLE + STATUS, "projects/x/a.md", include=["projects/*.md"]) is None
    assert why(TITLE + STATUS, "plans/a.md", include=["projects/*.md"]) is None
    assert why(ALL, "a/work.md", include=["a/{work,tasks}.md"]) == "include"
    assert why(ALL, "a/tasks.md", include=["a/{work,tasks}.md"]) == "include"
    assert why(ALL, "a/{b.md", include=["a/{b.md"]) == "include"
    assert why(ALL, "my_rfc 7.md", include=["my-rfc-?.md"]) == "include"
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
