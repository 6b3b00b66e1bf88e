from __future__ import annotations

import pytest

PLAN = """
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan A

  ## Risks

  ### Risk 1: Late

  **Probability:** High

  **Impact:** High
"""


def test_a_site_with_plans_gets_an_index_page(build):
    page = build(PLAN).page("plans/")
    assert page.h1.get_text(strip=True) == "Plans"
    for css in (".plan-summary", ".plan-plans", ".plan-matrix"):
        assert len(page.select(css)) == 1


def test_the_index_page_comes_first_in_its_folder(build):
    built = build(PLAN, theme="readthedocs")
    links = [link.get_text() for link in built.page("").select(".wy-menu li a")]
    assert links.index("Plans") < links.index("Plan A")


def test_a_site_without_plans_gets_none_and_says_so(build):
    built = build("docs/a.md\n  # A\n")
    assert not built.path("plans/").exists()
    assert built.ours[0].startswith("INFO warning: no plan found")
    assert built.warnings == []


@pytest.mark.parametrize("path", ["plans/index.md", "plans/README.md", "plans.md"])
def test_a_page_of_the_authors_at_the_same_address_wins(build, path):
    built = build(f"{PLAN}\ndocs/{path}\n  # Our plans\n")
    assert built.page("plans/").h1.get_text(strip=True) == "Our plans"
    assert built.page("plans/a/").select_one(".plan-card a[href='../']")
    assert built.warnings == []


@pytest.mark.parametrize(("option", "url"), [("work/all.md", "work/all/"), ({"index": "todo.md"}, "todo/")])
def test_the_option_index_names_its_address(build, option, url):
    built = build(PLAN, plugins=[{"plan": {"index": option}}])
    assert built.page(url).select_one(".plan-plans")
    assert not built.path("plans/").exists()


def test_index_false_means_none(build):
    built = build(PLAN, plugins=[{"plan": {"index": False}}])
    assert not built.path("plans/").exists()
    assert built.page("plans/a/").select_one(".plan-card")


def test_a_nav_that_lacks_the_index_page_is_told_the_entry_to_add(build):
    built = build(PLAN, nav=[{"Home": "index.md"}, {"A": "plans/a.md"}], strict=True)
    assert [line for line in built.ours if "nav" in line] == [
        "INFO the page plans/index.md is not in 'nav'. To list it, add: - Plans: plans/index.md"
    ]
    assert built.page("plans/").select_one(".plan-plans")


def test_a_nav_that_names_the_index_page_lists_it(build):
    built = build(PLAN, nav=["index.md", {"Work": [{"All": "plans/index.md"}, "plans/a.md"]}], strict=True)
    assert not [line for line in built.ours if "nav" in line]
    assert built.page("").find("a", href="plans/")


def test_the_index_page_is_built_anew_in_a_dirty_build(build):
    build(PLAN)
    built = build("docs/plans/b.md\n  ---\n  plan: true\n  ---\n  # Plan B\n", dirty=True)
    titles = [link.get_text() for link in built.page("plans/").select(".plan-plans .plan-title")]
    assert titles == ["Plan A", "Plan B"]
