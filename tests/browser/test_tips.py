"""Figures that explain themselves, by pointer, keyboard and finger.

https://www.w3.org/TR/WCAG22/#content-on-hover-or-focus: what shows can be dismissed, gone over with the pointer, and
stays.
"""

from __future__ import annotations

import itertools

import pytest

PLAN = "plans/offline-check-in/"
FIGURES = {
    "share of the plan": ".plan-figure > .plan-ask",
    "share of a phase": ".plan-phasebar .plan-ask",
    "open risks": ".plan-facts a",
    "risk in the matrix": ".plan-matrix .plan-risk",
}
THEMES = pytest.mark.parametrize("look", ["material", "mkdocs", "readthedocs"])


def is_open(figure) -> bool:
    return figure.locator(".plan-tip").evaluate("tip => tip.getBoundingClientRect().width > 20")


@THEMES
def test_a_pointer_shows_a_tip_and_can_go_over_to_it(visit, look):
    seen = visit(look, PLAN)
    for width, figure in itertools.product((1280, 360), FIGURES.values()):
        seen.page.set_viewport_size({"width": width, "height": 900})
        asked = seen.page.locator(figure).first
        # Away from what the themes keep at the edges.
        asked.evaluate("asked => asked.scrollIntoView({ block: 'center', behavior: 'instant' })")
        assert not is_open(asked)

        asked.hover()
        assert is_open(asked)
        box, tip = asked.bounding_box(), asked.locator(".plan-tip").bounding_box()
        for step in range(1, 9):
            down = (tip["y"] + tip["height"] / 2 - box["y"] - box["height"] / 2) * step / 8
            seen.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 + down)
            assert is_open(asked)
        view = asked.locator("xpath=ancestor::*[contains(@class, 'plan-view')]").bounding_box()
        assert view["x"] <= tip["x"]
        assert tip["x"] + tip["width"] <= view["x"] + view["width"]

        seen.page.mouse.move(1, 1)
        assert not is_open(asked)


@pytest.mark.parametrize("figure", FIGURES)
def test_escape_hides_a_tip_and_leaves_pointer_and_focus(visit, figure):
    seen = visit("material", PLAN)
    asked = seen.page.locator(FIGURES[figure]).first
    seen.page.keyboard.press("Tab")
    asked.focus()
    assert is_open(asked)

    seen.page.keyboard.press("Escape")
    assert not is_open(asked)
    assert asked.evaluate("asked => asked === document.activeElement")

    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Shift+Tab")
    assert is_open(asked)

    seen.page.locator("body").focus()
    seen.page.mouse.move(1, 1)
    asked.hover()
    assert is_open(asked)
    seen.page.keyboard.press("Escape")
    assert not is_open(asked)
    seen.page.mouse.move(1, 1)
    asked.hover()
    assert is_open(asked)


@THEMES
def test_the_first_tap_on_a_risk_names_it_and_the_second_leads_there(visit, look):
    seen = visit(look, PLAN, width=360, has_touch=True)
    first, second = (seen.page.locator(".plan-matrix .plan-risk").nth(at) for at in (0, 1))

    first.tap()
    assert is_open(first)
    assert "#" not in seen.page.url

    second.tap()
    assert is_open(second)
    assert not is_open(first)
    assert "#" not in seen.page.url

    second.tap()
    assert seen.page.locator(":target").count() == 1


def test_a_tap_asks_a_figure_and_a_tap_elsewhere_closes_it(visit):
    seen = visit("material", PLAN, width=360, has_touch=True)
    figure = seen.page.locator(FIGURES["share of the plan"])

    figure.tap()
    assert is_open(figure)
    seen.page.locator(".plan-card .plan-mark-lead").tap()
    assert not is_open(figure)


def test_without_script_a_tip_shows_and_the_list_names_every_risk(visit):
    seen = visit("material", PLAN, java_script_enabled=False)
    risks = seen.page.locator(".plan-matrix .plan-risk")
    risks.first.hover()

    assert is_open(risks.first)
    listed = " ".join(seen.page.locator(".plan-risk-list").all_text_contents())
    tips = seen.page.locator(".plan-matrix .plan-tip").all_text_contents()
    assert tips
    assert [tip for tip in tips if tip.removesuffix(" (closed)").strip() not in listed] == []
