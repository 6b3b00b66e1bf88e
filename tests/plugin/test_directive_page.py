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


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        ("<!-- plans:tabel -->", "home.md:6: there is no view 'plans:tabel'. Write: <!-- plans:table -->"),
        ("<!-- plan:card -->", "home.md:6: 'plan:card' shows the page's own plan, but this page is no plan"),
        (
            "<!-- plan:phase-bar -->",
            "home.md:6: 'plan:phase-bar' stands at each of its places and can't be moved",
        ),
    ],
)
def test_what_cannot_be_shown_is_reported_with_its_line(build, directive, message):
    built = build(f"{PLAN}\ndocs/home.md\n  ---\n  title: Home\n  ---\n  # Home\n\n  {directive}\n")
    assert f"INFO {message}" in built.ours
    assert directive in built.html("home/")
    assert built.warnings == []
