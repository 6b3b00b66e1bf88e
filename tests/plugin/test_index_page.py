from __future__ import annotations

import pytest

from mkdocs_plan_plugin.hosts.mkdocs import nav_status

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
    assert links.index("Overview") < links.index("Plan A")


PAGES = {"home": "plans/index.md", "roadmap": "plans/roadmap.md", "board": "plans/z-board.md"}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_without_a_nav_index_pages_stand_in_front_in_their_order_and_none_is_named_twice(build, theme):
    drawn = f"{PLAN}\n{PLAN.replace('plans/a.md', 'plans/sail.md').replace('Plan A', 'Plan S')}"
    built = build(drawn, theme=theme, plugins=[{"plan": {"index": PAGES}}])
    css = {
        "mkdocs": ".dropdown-item",
        "readthedocs": ".wy-menu li a",
        "material": ".md-nav--primary .md-nav__link",
    }
    links = [" ".join(link.get_text().split()) for link in built.page("").select(css[theme])]
    at = links.index("Overview")
    assert links[at : at + 5] == ["Overview", "Board", "Roadmap", "Plan A", "Plan S"]
    assert links.count("Plans") <= 1 or theme == "material"  # Material's sections are named for each width
    assert built.page("plans/").h1.get_text(strip=True) == "Plans"
    following = built.page("plans/roadmap/").select_one("a[rel=next]")
    assert following is None or following["href"] == "../a/"


def test_a_nav_is_left_as_it_is(build):
    nav = [{"Plans": ["plans/a.md", "plans/index.md"]}]
    page = build(PLAN, theme="readthedocs", nav=nav).page("plans/")
    links = [link.get_text() for link in page.select(".wy-menu li a")]
    assert links.index("Plan A") < links.index("Plans")


def test_a_site_without_plans_gets_none_and_says_so(build):
    built = build("docs/a.md\n  # A\n")
    assert not built.path("plans/").exists()
    assert built.ours[0].startswith("INFO warning PLAN901 no plan found")
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


def test_further_pages_are_one_line_each(build):
    pages = {"home": "plans/index.md", "risks": "plans/risks.md", "board": "work/board.md"}
    built = build(PLAN, plugins=[{"plan": {"index": pages}}])
    assert built.page("plans/risks/").select_one(".plan-register")
    assert built.page("work/board/").select_one(".plan-board")
    assert built.page("plans/a/").select_one(".plan-card a[href='../']")


def test_every_page_that_can_be_asked_for_is_there(build):
    names = [
        "home",
        "table",
        "risks",
        "board",
        "roadmap",
        "actions",
        "decisions",
        "dependencies",
        "results",
        "health",
    ]
    built = build(PLAN, plugins=[{"plan": {"index": {name: f"all/{name}.md" for name in names}}}])
    for name in names:
        assert built.page(f"all/{name}/").select_one(".plan-view"), name
    assert [line for line in built.ours if "no page" in line] == []


def test_a_page_that_there_is_not_is_told(build):
    built = build(PLAN, plugins=[{"plan": {"index": {"home": "plans/index.md", "bord": "board.md"}}}])
    assert [
        line
        for line in built.warnings
        if "option 'index.bord': there is no such page. Did you mean 'board'?" in line
    ]


def test_the_headings_of_the_page_are_in_its_table_of_contents(build):
    page = build(PLAN, theme="material").page("plans/")
    entries = [
        link.get_text(strip=True) for link in page.select(".md-sidebar--secondary .md-nav--secondary a")
    ]
    assert entries == ["Needs attention", "All plans", "Risks", "Risk register", "Roadmap", "Decisions"]


def test_more_plans_than_the_first_page_lists_get_a_page_of_their_own(build):
    plans = "\n".join(f"docs/plans/p{n}.md\n  ---\n  plan: true\n  ---\n  # P{n}" for n in range(201))
    built = build(plans, plugins=["plan"])
    link = built.page("plans/").select_one("p.plan-more a")
    assert (link.get_text(), link["href"]) == ("1 more plan", "all/#plans-table")
    assert len(built.page("plans/all/").select(".plan-plans tbody tr")) == 201


def test_the_data_stand_at_the_root(build):
    import json

    built = build(PLAN)
    data = json.loads(built.path("plans.json").read_text("utf-8"))
    assert [plan["path"] for plan in data["plans"]] == ["plans/a.md"]
    assert not (built.root / "docs/plans.json").exists()


@pytest.mark.parametrize(
    ("option", "there"), [(False, None), ("api/all.json", "api/all.json"), ("off", None)]
)
def test_the_data_can_be_moved_or_turned_off(build, option, there):
    built = build(PLAN, plugins=[{"plan": {"data_file": option}}])
    assert not built.path("plans.json").exists()
    assert there is None or built.path(there).exists()


def test_a_file_of_the_authors_at_the_address_of_the_data_wins(build):
    built = build(f'{PLAN}\ndocs/plans.json\n  {{"mine": true}}\n')
    assert built.path("plans.json").read_text("utf-8").strip() == '{"mine": true}'
    assert any("plans.json of its own" in line for line in built.ours)


STATED = PLAN.replace("# Plan A", "# Plan A\n\n  **Status:** In progress")


def test_material_shows_the_state_in_the_navigation(build):
    page = build(STATED, theme="material").page("")
    icon = page.select_one(".md-status")
    assert "md-status--plan-in-progress" in icon["class"]
    assert icon["title"] == "In progress"
    assert page.select_one("link[href$='assets/plan/status.css']")


def test_a_navigation_without_plans_costs_ordinary_pages_nothing(build):
    named = "mkdocs.yml\n  nav: [index.md]\n"
    without = build(named + STATED.replace("plan: true", "plan: false"), theme="material").html("")
    built = build(named + STATED, theme="material")
    assert built.page("plans/").select_one("link[href$='assets/plan/plan.css']")
    assert built.html("") == without
    assert not built.path("assets/plan/status.css").exists()


def test_a_status_that_the_author_set_stays(build):
    page = build(STATED.replace("plan: true", "plan: true\n  status: new"), theme="material").page("")
    assert "md-status--new" in page.select_one(".md-status")["class"]


@pytest.mark.parametrize(
    ("asked", "features", "shown"),
    [("auto", [], False), ("auto", ["navigation.prune"], True), (True, [], True)],
)
def test_many_plans_have_icons_only_where_they_are_asked_for_or_cost_little(
    build, monkeypatch, asked, features, shown
):
    monkeypatch.setattr(nav_status, "_MOST", 2)
    many = "".join(
        f"docs/plans/p{number}.md\n  # Plan {number}\n\n  **Status:** In progress\n\n  ## Phase 1: a\n\n  - [ ] b\n\n"
        for number in range(3)
    )
    plugins = [{"plan": {"nav_status": asked, "index": False}}]
    built = build(many, theme={"name": "material", "features": features}, plugins=plugins)
    assert ("md-status--plan-in-progress" in built.html("plans/p0/")) == shown
    assert built.path("assets/plan/status.css").exists() == shown


@pytest.mark.parametrize(
    "how", [{"theme": "mkdocs"}, {"theme": "material", "plugins": [{"plan": {"nav_status": False}}]}]
)
def test_nothing_is_left_where_no_icon_is_shown(build, how):
    built = build(STATED, **how)
    assert not built.path("assets/plan/status.css").exists()
    assert "md-status--plan" not in built.html("")


def fleet(number):
    """Plans that are late, every second one blocked, too."""
    return "\n".join(
        f"docs/plans/p{n}.md\n  ---\n  plan: true\n  due: 2020-01-{n % 28 + 1:02d}\n  depends_on: [p1.md, p2.md]\n  ---\n"
        f"  # Plan {n}\n\n  **Status:** {'Blocked: no berth' if n % 2 else 'In Progress'}\n\n  - [x] a\n  - [ ] b\n"
        for n in range(1, number + 1)
    )


def test_many_plans_that_need_attention_are_listed_by_reason(build):
    page = build(fleet(31)).page("plans/")
    assert [h.contents[0] for h in page.select("h2")][:2] == ["All plans", "Needs attention"]
    first, second = page.select(".plan-attention > details")[:2]
    assert (first.summary.b.get_text(), second.summary.b.get_text()) == ("31", "16")
    assert (first.has_attr("open"), second.has_attr("open")) == (True, False)
    assert len(first.select(".plan-att")) == len(second.select(".plan-att")) == 5
    # Each says one reason, and the rest is behind a link to the table, filtered to as many as were counted.
    assert {said.get_text() for said in second.select(".plan-reasons .plan-mark")} == {"Blocked"}
    link = first.select_one("p a")
    assert (link["href"], link["data-plan-q"]) == ("#plans-table", "table.reason=Late")
    assert link.get_text() == "26 more plans"
    reasons, known = [], []
    for row in page.select(".plan-plans tr[data-plan]"):
        facts = [part.split(";") for part in row["data-plan"].split("|")]
        known += [word for words in facts for word in words if word and not word.isdigit()]
        reasons.append([known[int(word)] if word.isdigit() else word for word in facts[-1]])
    assert sum("Late" in those for those in reasons) == 31
    assert sum("Blocked" in those for those in reasons) == 16
    assert page.select_one(".plan-plans").attrs["data-plan-by"].endswith("|reason")
    # What a plan waits on opens on demand.
    rows = page.select(".plan-plans tr[data-plan] details")
    assert {row.summary.get_text() for row in rows} == {"Waits on 1 plan", "Waits on 2 plans"}


WIDE = {name: f"plans/{name}.md" for name in ("home", "board", "roadmap", "table", "risks")}


@pytest.mark.parametrize(
    ("plans", "wide"),
    [(3, ["board", "roadmap", "table"]), (31, ["board", "home", "roadmap", "table"])],
)
def test_pages_that_need_width_have_no_navigation_and_links_to_the_others(build, plans, wide):
    built = build(fleet(plans), theme="material", plugins=[{"plan": {"index": WIDE}}], strict=True)
    pages = {name: built.page(f"plans/{name}/") for name in WIDE}
    assert (
        sorted(name for name, page in pages.items() if len(page.select(".md-sidebar[hidden]")) == 2) == wide
    )
    links = {link.get_text(): link["href"] for link in pages["board"].select("article > p > a")}
    assert links == {
        "Plans": "../home/",
        "Roadmap": "../roadmap/",
        "All plans": "../table/",
        "Risks": "../risks/",
    }
    assert not pages["risks"].select("article > p")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_keep_their_navigation(build, theme):
    built = build(fleet(3), theme=theme, plugins=[{"plan": {"index": WIDE}}], strict=True)
    page = built.page("plans/board/")
    assert page.select_one(".plan-cols")
    assert page.find("a", href="../p1/")
    assert "hide:" not in page.text


def test_a_board_of_the_authors_keeps_what_its_front_matter_says(build):
    own = "\ndocs/plans/board.md\n  # Our board\n\n  <!-- plans:board -->\n"
    built = build(fleet(3) + own, theme="material", plugins=[{"plan": {"index": WIDE}}], strict=True)
    page = built.page("plans/board/")
    assert page.select_one(".plan-cols")
    assert not page.select(".md-sidebar[hidden]")
    assert "Our board" in [link.get_text() for link in built.page("plans/roadmap/").select("article > p > a")]


def test_few_plans_have_their_attention_in_front_with_all_reasons_of_each(build):
    page = build(fleet(12)).page("plans/")
    assert [h.contents[0] for h in page.select("h2")][:2] == ["Needs attention", "All plans"]
    assert len(page.select(".plan-attention .plan-att")) == 12
    assert not page.select_one(".plan-attention details")
