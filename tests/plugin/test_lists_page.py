from __future__ import annotations

PLAN = """
docs/plans/move.md
  ---
  plan: true
  ---
  # Move

  **Owner:** Archive team
  **Created:** 2026-01-05

  First of all:
  - [ ] Copy
    - [x] The old volumes
      1. A to M
  - [ ] Compare

  3) Switch
  4) Tell everyone
"""


def test_lists_nest_and_number_as_a_code_host_shows_them(build):
    page = build(PLAN).page("plans/move/")
    copy = page.select_one(".plan-task").find_parent("li")
    assert [len(box.find_parents("li")) for box in page.select(".plan-task")] == [1, 2, 1]
    assert copy.select_one("ol li").text == "A to M"
    switch = page.find("li", string="Switch")
    assert switch.parent["start"] == "3"
    assert [item.text for item in switch.parent.find_all("li")] == ["Switch", "Tell everyone"]


def test_neighbouring_field_lines_stand_on_lines_of_their_own(build):
    page = build(PLAN).page("plans/move/")
    owner = page.find("strong", string="Owner:").parent
    assert owner.find("br") is not None
    assert owner.get_text("|", strip=True) == "Owner:|Archive team|Created:|2026-01-05"


def test_an_ordinary_page_keeps_its_lists_as_python_markdown_has_them(build):
    site = build(
        """
docs/notes.md
  # Notes

  3. Switch
  - [ ] Copy
    - [x] Old
"""
    )
    assert not site.page("notes/").select("li input")
    assert "start" not in site.page("notes/").find("ol").attrs


def test_gfm_lists_off_leaves_lists_alone(build):
    site = build("mkdocs.yml\n  site_name: x\n  plugins:\n    - plan: {gfm_lists: false}\n" + PLAN)
    assert site.page("plans/move/").find("li", string="Switch") is None
