"""Dependencies as a picture: where boxes and lines are, how it is scrolled, what remains of it on a phone."""

from __future__ import annotations

import pytest

PLAN, ALL = "plans/loyalty-points/", "plans/dependencies/"
LOOKS = pytest.mark.parametrize("look", ["material", "mkdocs-dark", "readthedocs"])

BOXES = """() => [...document.querySelectorAll(".plan-graph .plan-bcard")].map((each) => {
  const { left, right, top, bottom } = each.getBoundingClientRect()
  return { left, right, top, bottom, title: each.querySelector("bdi").textContent }
})"""
ENDS = """() => [...document.querySelectorAll(".plan-graph path")].map((each) => {
  const at = each.getPointAtLength(0).matrixTransform(each.getScreenCTM())
  return [at.x, at.y]
})"""
"""Where each path begins on the screen: at the side of a box from which a line leaves, or before its end."""


def boxes(seen) -> dict[str, dict[str, float]]:
    return {box["title"]: box for box in seen.page.evaluate(BOXES)}


@LOOKS
def test_what_comes_first_stands_before_what_waits_for_it(visit, look):
    seen = visit(look, PLAN)
    payments, prices, points = seen.page.evaluate(BOXES)
    assert points["title"] == "Plan: points for islanders"
    assert payments["right"] < prices["left"] < prices["right"] < points["left"]
    line = seen.page.evaluate(ENDS)[0]
    assert line == pytest.approx([payments["right"], (payments["top"] + payments["bottom"]) / 2], abs=1.5)


def test_from_the_right_it_is_mirrored(visit):
    seen = visit("arabic", ALL)
    first, then = (boxes(seen)[title] for title in ("رصيف جديد", "نقل الميناء (v2)"))
    assert then["right"] < first["left"]
    line = seen.page.evaluate(ENDS)[0]
    assert line[0] == pytest.approx(first["left"], abs=1.5)
    frame = seen.page.locator(".plan-graph").bounding_box()
    assert frame["x"] + frame["width"] - first["right"] < 20, "its beginning is what is seen first"


@LOOKS
@pytest.mark.parametrize("address", [PLAN, ALL])
def test_it_fits_and_axe_finds_nothing(visit, look, address):
    seen = visit(look, address)
    for width in (1280, 390, 320):
        assert seen.misplaced(width) == []
        assert seen.faults() == [], width


def test_a_wide_one_is_scrolled_in_a_frame_that_the_keyboard_reaches(visit):
    seen = visit("extremes", ALL)
    frame = seen.page.locator(".plan-graph")
    assert frame.evaluate("each => each.scrollWidth > each.clientWidth")
    frame.focus()
    assert frame.evaluate("each => getComputedStyle(each).outlineStyle") != "none"
    seen.page.keyboard.press("ArrowRight")
    seen.page.wait_for_function("document.querySelector('.plan-graph').scrollLeft > 0")


def test_a_phone_has_the_list_alone(visit):
    seen = visit("material", PLAN)
    for width, phone in ((1280, False), (390, True)):
        seen.page.set_viewport_size({"width": width, "height": 900})
        assert seen.page.locator(".plan-graph").is_visible() is not phone
        assert seen.page.locator(".plan-dependencies summary").is_visible() is not phone
        assert seen.page.locator(".plan-dependencies .plan-tree-top").is_visible() is phone
