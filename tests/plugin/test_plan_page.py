from __future__ import annotations

import pytest

PLAN = """
docs/plans/move.md
  ---
  plan: true
  ---
  # Move the archive

  **Status:** In Progress

  ## Phases and Steps

  ### Phase 1: Copy {#copying}

  **Status:** Complete

  **Verification:**

  - [x] Copied
  - [x] Compared

  ### Phase 2: Switch ##

  **Verification:**

  - [ ] Switched
  - [x] Announced
      - [ ] by mail

  ```markdown
  - [ ] no task
  ```

  ## Risk Assessment

  #### Risk 1: The disk is full

  **Probability:** High

  **Impact:** Critical
"""


def test_a_plan_page_shows_card_stepper_bars_counts_and_matrix(build):
    # The second phase has no task but those of its checklist, which its bar counts.
    page = build(PLAN.replace("  **Verif", "  - [x] Ordered\n\n  **Verif", 1)).page("plans/move/")
    assert page.h1.find_next_sibling().name == "section"
    for css, count in (
        (".plan-card", 1),
        (".plan-stepper", 1),
        (".plan-phasebar", 2),
        (".plan-count", 1),
        (".plan-matrix", 1),
        ("li .plan-task", 6),
    ):
        assert len(page.select(css)) == count, css


def test_the_stepper_links_to_the_real_ids_of_the_headings(build):
    page = build(PLAN, markdown_extensions=["attr_list"]).page("plans/move/")
    assert [link["href"] for link in page.select(".plan-stepper a")] == ["#copying", "#phase-2-switch"]
    assert page.find(id="copying").find(id="plan-phase-1")


def test_the_table_of_contents_is_the_same_with_and_without_slots(build):
    page = build(PLAN, theme="material").page("plans/move/")
    links = page.select(".md-sidebar--secondary .md-nav__list a")
    assert [link.get_text(strip=True) for link in links] == [
        "Phases and Steps",
        "Phase 1: Copy {#copying}",
        "Phase 2: Switch",
        "Risk Assessment",
        "Risk 1: The disk is full",
    ]
    assert page.title.get_text() == "Move the archive - Site"


@pytest.mark.parametrize("extensions", [[], ["pymdownx.tasklist"]])
def test_every_task_has_exactly_one_checkbox(build, extensions):
    page = build(PLAN, markdown_extensions=extensions).page("plans/move/")
    boxes = page.select("li > input[type=checkbox], li > p > input[type=checkbox]")
    assert len(boxes) == len(page.select("input[type=checkbox]")) == 5
    assert sum(box.has_attr("checked") for box in boxes) == 3


def test_a_task_list_of_an_ordinary_page_is_the_sites_own(build):
    built = build(
        PLAN + "\ndocs/todo.md\n  # To do\n\n  - [ ] one", markdown_extensions=["pymdownx.tasklist"]
    )
    assert built.page("todo/").select_one("li.task-list-item input")
    assert not built.page("todo/").select("[class*=plan-]")


def test_a_directive_moves_a_piece(build):
    page = build(PLAN + "\n  ## The end\n\n  <!-- plan:card -->\n").page("plans/move/")
    [card] = page.select(".plan-card")
    assert card.find_previous("h2").get_text() == "The end"


def test_front_matter_chooses_pieces(build):
    drawn = PLAN.replace("plan: true", "plan: {hide: [card, stepper]}")
    page = build(drawn).page("plans/move/")
    assert not page.select(".plan-card, .plan-stepper")
    assert page.select(".plan-phasebar")


def test_the_option_show_chooses_pieces(build):
    page = build(PLAN, plugins=[{"plan": {"show": ["card"]}}]).page("plans/move/")
    assert page.select(".plan-card")
    assert not page.select(".plan-stepper, .plan-phasebar, .plan-count, .plan-matrix")


def test_plan_false_makes_an_ordinary_page(build):
    page = build(PLAN.replace("plan: true", "plan: false")).page("plans/move/")
    assert not page.select("[class*=plan-]")


def test_a_directive_in_code_is_text(build):
    built = build(PLAN + "\n  Write `<!-- plan:card -->` or\n\n  ```\n  <!-- plan:card -->\n  ```\n")
    page = built.page("plans/move/")
    assert [code.get_text().strip() for code in page.select("code")[-2:]] == ["<!-- plan:card -->"] * 2
    assert len(page.select(".plan-card")) == 1


def test_no_token_is_left_in_any_page(build):
    for page in build(PLAN).pages().values():
        assert "<!--plan" not in str(page)


def test_a_token_written_by_an_author_does_nothing(build):
    drawn = (
        PLAN
        + "\n  <!--plan0123456789abcdefx0-->\n\n  <!--plan0123456789abcdefb1-->x<!--plan0123456789abcdefe1-->\n"
    )
    html = build(drawn).html("plans/move/")
    assert html.count("plan0123456789abcdef") == 3
    assert html.count('class="plan-view plan-card"') == 1


def test_a_box_where_the_site_makes_no_list_stays_as_written(build):
    drawn = """
    docs/plans/a.md
      ---
      plan: true
      ---
      # A

      <details>

      - [ ] raw

      </details>
    """
    html = build(drawn, plugins=[{"plan": {"gfm_lists": False}}]).html("plans/a/")
    assert "- [ ] raw" in html


def test_an_anchor_that_a_heading_has_already_is_not_put_in_twice(build):
    page = build(PLAN + "\n  ## Plan phase 1\n").page("plans/move/")
    assert len(page.select("#plan-phase-1")) == 1


def test_a_wrong_name_of_a_piece_is_reported_with_the_nearest_right_one(build):
    drawn = PLAN.replace("plan: true", "plan: {hide: [stepr]}")
    built = build(drawn, plugins=[{"plan": {"show": ["crad", "stepper"]}}])
    assert [line for line in built.warnings if "there is no piece 'crad'. Did you mean 'card'?" in line]
    [line] = [line for line in built.ours if "PLAN903" in line]
    assert line.startswith("WARNING plans/move.md:2: error PLAN903 there is no piece 'stepr'")
    assert line.endswith("Write: stepper")


def test_tasks_between_html_tags_are_tasks(build):
    drawn = """
    docs/plans/a.md
      ---
      plan: true
      ---
      # A

      <details><summary>More</summary>

      - [x] inside

      </details>
    """
    page = build(drawn).page("plans/a/")
    assert page.select_one("details > ul > li > input.plan-task[checked]")
    assert not [paragraph for paragraph in page.select("[role=main] p") if not paragraph.get_text(strip=True)]


def test_tasks_of_a_table_carry_anchors_and_the_table_stays_as_it_is(build):
    site = build("""
        mkdocs.yml
          plugins: [plan]
        docs/plans/move.md
          ---
          plan: true
          todos:
            - content: Tell the press
              status: pending
          ---
          # Move the archive

          ## Phase 1: Copy

          | # | Task | Owner | Status |
          |---|------|-------|--------|
          | 1 | Copied | Bo | ✅ |
          | 2 | Compared | | ⏳ |

          Task | Status
          ---|---
          Announced | ⏳

          - [?] Checked
          - [x] Packed
        docs/actions.md
          # Actions

          <!-- plans:actions -->
        """)
    page = site.page("plans/move/")
    rows = [[cell.get_text(strip=True) for cell in row.select("td")] for row in page.select("tbody tr")]
    assert rows[:3] == [["1", "Copied", "Bo", "✅"], ["2", "Compared", "", "⏳"], ["Announced", "⏳"]]
    assert len(page.select("tbody tr span[id^=plan-task-]")) == 3
    assert [box.has_attr("checked") for box in page.select("li input")] == [False, True]
    told = {
        link.get_text(strip=True): link["href"].partition("#")
        for link in site.page("actions/").select("a[href*='plans/move/']")
    }
    for text in ("Compared", "Announced", "Checked"):
        assert page.find(id=told[text][2]), text
    assert told["Tell the press"][2] == ""
