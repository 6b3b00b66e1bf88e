"""What assistive technology and a keyboard get."""

from __future__ import annotations

import re

import pytest

from tests.browser import sites

PLAN = "plans/offline-check-in/"
INDEX = "plans/"
BOARDS = "plans/live-departure-boards/"
THEMES = pytest.mark.parametrize("look", sites.THEMES)


def spoken(seen, role: str) -> list[dict]:
    """Return the nodes of a role as the browser hands them on: name, value and further properties."""
    session = seen.page.context.new_cdp_session(seen.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        {"name": node.get("name", {}).get("value", ""), "value": node.get("value", {}).get("value")}
        | {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        for node in nodes
        if not node["ignored"] and node["role"]["value"] == role
    ]


@THEMES
@pytest.mark.parametrize("address", [PLAN, BOARDS])
def test_every_task_has_a_name_and_a_plan_is_told_whole(visit, look, address):
    seen = visit(look, address)
    boxes = seen.page.locator("input.plan-task").count()
    # The themes have checkboxes of their own, for drawers and schemes.
    names = [node["name"] for node in spoken(seen, "checkbox")]

    assert boxes > 5
    assert len(names) >= boxes
    assert "" not in names
    if address == PLAN:
        bars_are_told(seen)
        risks_are_told_in_rows_and_columns(seen)


@THEMES
def test_every_bar_has_name_value_and_text_or_stands_beside_its_figures(visit, look):
    bars_are_told(visit(look, INDEX))


def bars_are_told(seen) -> None:
    drawn = seen.page.locator(".plan-view [role=progressbar]:visible")
    texts = drawn.evaluate_all("bars => bars.map((bar) => bar.getAttribute('aria-valuetext'))")
    bars = spoken(seen, "progressbar")
    beside = seen.page.locator(".plan-view .plan-bar:not([role]):visible")
    figures = beside.evaluate_all("bars => bars.map((bar) => bar.parentElement.innerText)")

    assert len(bars) == len(texts) > 0
    assert [bar for bar in bars if not bar["name"] or not 0 <= bar["value"] <= 100] == []
    assert [text for text in texts if not text] == []
    assert len(figures) > 5
    assert [text for text in figures if not re.search(r"\d+ %|\d of \d|Not started", text)] == []


def risks_are_told_in_rows_and_columns(seen) -> None:
    matrix = seen.page.get_by_role("table", name="risks")

    assert matrix.get_by_role("rowheader", name="High", exact=True).count() == 1
    assert matrix.get_by_role("columnheader", name="Critical", exact=True).count() == 1
    assert matrix.get_by_role("columnheader", name="Impact").count() == 1


def test_rows_stay_rows_where_they_are_drawn_as_blocks(visit):
    seen = visit("material", INDEX)
    rows = seen.page.locator(".plan-plans").get_by_role("row")
    row = rows.filter(has=seen.page.get_by_role("rowheader", name=re.compile("^Group bookings")))

    for width in (1280, 360):
        seen.page.set_viewport_size({"width": width, "height": 900})
        assert row.count() == 1
        assert row.get_by_role("cell").count() >= 3


@THEMES
def test_a_keyboard_reaches_and_shows_every_link_of_the_card(visit, look):
    seen = visit(look, PLAN)
    stops = seen.page.locator(".plan-card :is(a, summary, button)")
    reached = []
    stops.first.focus()
    for _ in range(stops.count()):
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        reached.append(
            (seen.page.evaluate("document.activeElement.textContent"), seen.page.evaluate(outline))
        )
        seen.page.keyboard.press("Tab")

    assert [text for text, _ in reached] == stops.all_text_contents()
    assert {style for _, style in reached} == {"solid"}


def test_a_keyboard_opens_the_counts(visit):
    seen = visit("material", PLAN)
    seen.page.locator(".plan-card .plan-why > summary").focus()
    seen.page.keyboard.press("Enter")

    assert seen.page.locator(".plan-card .plan-why > div").is_visible()


def test_a_risk_in_the_matrix_leads_to_its_description(visit):
    seen = visit("material", PLAN)
    seen.page.locator(".plan-matrix .plan-risk").first.click()

    assert "#" in seen.page.url
    assert seen.page.locator(":target").count() == 1
