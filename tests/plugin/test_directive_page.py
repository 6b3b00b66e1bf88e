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


@pytest.mark.parametrize(
    ("directive", "css"),
    [
        ("<!-- plans:table -->", ".plan-plans"),
        ("<!-- plans:summary -->", ".plan-summary"),
        ("<!--plans: risk-matrix-->", ".plan-matrix"),
    ],
)
def test_views_of_all_plans_stand_in_any_page(build, directive, css):
    page = build(f"{PLAN}\ndocs/home.md\n  # Home\n\n  Before.\n\n  {directive}\n\n  After.\n").page("home/")
    view = page.select_one(css)
    assert view.find_previous("p", string="Before.")
    assert view.find_next("p", string="After.")


def test_links_of_a_view_are_relative_to_its_page(build):
    page = build(f"{PLAN}\ndocs/deep/down/home.md\n  <!-- plans:table -->\n").page("deep/down/home/")
    assert page.select_one(".plan-plans a")["href"] == "../../../plans/a/"


def test_an_unknown_view_is_an_error_told_once(build):
    built = build(f"{PLAN}\ndocs/home.md\n  # Home\n\n  <!-- plans:tabel -->\n")
    told = [line for line in built.ours if "tabel" in line]
    assert told == [
        "WARNING home.md:3: error PLAN902 there is no view 'plans:tabel'. Write: <!-- plans:table -->"
    ]


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        (
            "<!-- plan:card -->",
            "home.md:6: error PLAN907 'plan:card' shows the page's own plan, but this page is no plan. Name one: <!-- plan:card {of: plans/name.md} -->",
        ),
        (
            "<!-- plan:phase-bar -->",
            "home.md:6: error PLAN907 'plan:phase-bar' is shown at each of its places and can't be moved",
        ),
    ],
)
def test_what_cannot_be_shown_is_reported_with_its_line(build, directive, message):
    built = build(f"{PLAN}\ndocs/home.md\n  ---\n  title: Home\n  ---\n  # Home\n\n  {directive}\n")
    assert f"WARNING {message}" in built.ours
    assert directive in built.html("home/")


def test_options_may_stand_over_several_lines(build):
    page = build(
        f"""{PLAN}
docs/home.md
  # Home

  <!-- plans:table {{
    where: {{state: unknown}},
    columns: [title, owner],
    limit: 5,
  }} -->

  After.
"""
    ).page("home/")
    assert [head.get_text() for head in page.select(".plan-plans th[scope=col]")] == ["Plan", "Owner"]
    assert page.find("p", string="After.")
    assert "limit" not in page.select_one("table").parent.parent.get_text()


def test_a_wrong_option_is_told_with_its_line_and_costs_nothing_else(build):
    built = build(f"{PLAN}\ndocs/home.md\n  # Home\n\n  <!-- plans:table {{colums: [title], limit: 5}} -->\n")
    message = "home.md:3: error PLAN907 'plans:table': there is no option 'colums'. Did you mean 'columns'?"
    assert f"WARNING {message}" in built.ours
    assert built.page("home/").select_one(".plan-plans")
    assert not built.page("home/").select(".plan-wrong")


def test_serve_says_in_the_page_what_is_wrong(build):
    drawn = f"{PLAN}\ndocs/home.md\n  # Home\n\n  <!-- plans:tabel -->\n\n  <!-- plans:table {{sort: titel}} -->\n"
    page = build(drawn, command="serve").page("home/")
    assert [note.span.find_next_sibling("span").get_text() for note in page.select(".plan-wrong")] == [
        "there is no view 'plans:tabel'. Write: <!-- plans:table -->",
        "'plans:table': 'sort': there is no field 'titel'. Did you mean 'title'?",
    ]


@pytest.mark.parametrize("of", ["plans/a.md", "a.md", "Plan A", "plans/a/", "/plans/a"])
def test_a_piece_of_another_plan_is_shown_elsewhere(build, of):
    page = build(f"{PLAN}\ndocs/plans/index.md\n  # Home\n\n  <!-- plan:risk-matrix {{of: {of}}} -->\n").page(
        "plans/"
    )
    assert page.select_one("a.plan-risk")["href"] == "a/#plan-risk-1"


def test_the_piece_of_another_plan_moves_none_of_the_pages_own(build):
    drawn = f"{PLAN}\ndocs/plans/b.md\n  ---\n  plan: true\n  ---\n  # Plan B\n\n  Text.\n\n  <!-- plan:card {{of: a.md}} -->\n"
    assert len(build(drawn).page("plans/b/").select(".plan-card")) == 2


def test_a_plan_that_there_is_not_is_told(build):
    built = build(f"{PLAN}\ndocs/home.md\n  # Home\n\n  <!-- plan:card {{of: plans/b.md}} -->\n")
    assert (
        "WARNING home.md:3: error PLAN907 'plan:card': there is no plan 'plans/b.md'. Did you mean 'plans/a.md'?"
        in built.ours
    )


def test_every_view_of_all_plans_has_an_anchor_of_its_own(build):
    page = build(
        f"{PLAN}\ndocs/home.md\n  # Home\n\n  <!-- plans:table -->\n\n  <!-- plans:table -->\n"
    ).page("home/")
    assert len(page.select("#plans-table")) == 1


def test_shapes_are_drawn_once_on_a_page(build):
    page = build(f"{PLAN}\ndocs/home.md\n  <!-- plans:table -->\n\n  <!-- plans:risks -->\n").page("home/")
    used = {use["xlink:href"] for use in page.select("use")}
    symbols = [f"#{symbol['id']}" for symbol in page.select("symbol")]
    assert used
    assert sorted(used) == symbols


def test_yaml_that_grows_is_refused(build):
    bomb = "{where: {owner: &a [x, x], title: *a}}"
    built = build(f"{PLAN}\ndocs/home.md\n  # Home\n\n  <!-- plans:table {bomb} -->\n")
    assert "WARNING home.md:3: error PLAN907 'plans:table': YAML aliases are not taken here" in built.ours
