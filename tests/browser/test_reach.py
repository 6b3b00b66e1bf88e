"""How far a keyboard and a finger have to go: one stop of Tab for each lane, and targets that a finger meets."""

from __future__ import annotations

import pytest

from tests.browser.test_access import spoken

PLAN = "plans/offline-check-in/"
ROADMAP = "plans/roadmap/"
FORTY = "plans/forty/"
MANY = [
    "plans/",
    ROADMAP,
    "plans/board/",
    "plans/risks/",
    "plans/actions/",
    "plans/health/",
    "plans/quay-004/",
]
STOPS = """selector => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && one.tabIndex >= 0).length"""
AT = "document.activeElement.textContent"


def opened(seen) -> None:
    seen.page.evaluate(
        "document.querySelectorAll('.plan-view details').forEach((list) => { list.open = true })"
    )


def stops(seen, within: str) -> int:
    """Count what Tab stops at."""
    return seen.page.evaluate(STOPS, f"{within} :is(a, summary, button, input, select)")


def walk(seen, *keys: str) -> list[str]:
    """Press keys; return what has the focus behind each."""
    found = []
    for key in keys:
        seen.page.keyboard.press(key)
        found.append(seen.page.evaluate(AT))
    return found


def test_a_lane_is_one_stop(visit):
    seen = visit("many", ROADMAP)
    lanes = seen.page.locator(".plan-lane:visible").count()
    links = seen.page.locator(".plan-lane a:visible").count()

    assert lanes == 120
    assert links > 400
    assert stops(seen, ".plan-lane") == lanes


def test_without_script_tab_stops_at_every_link(visit):
    seen = visit("many", ROADMAP, java_script_enabled=False)

    assert stops(seen, ".plan-lane") == seen.page.locator(".plan-lane a:visible").count() > 400


@pytest.mark.parametrize(("direction", "on", "back"), [("ltr", "Right", "Left"), ("rtl", "Left", "Right")])
def test_arrows_move_in_a_lane(visit, direction, on, back):
    seen = visit("many", ROADMAP)
    seen.page.evaluate("way => { document.documentElement.dir = document.body.dir = way }", direction)
    lane = seen.page.locator(".plan-lane:has(.plan-strip)").first
    links = lane.locator("a")
    first, second, third, last = (links.nth(at).text_content() for at in (0, 1, 2, -1))
    links.first.focus()

    assert walk(seen, f"Arrow{on}", f"Arrow{on}", f"Arrow{back}", "End", "Home") == [
        second,
        third,
        second,
        last,
        first,
    ]


def test_the_stop_of_a_lane_stays_where_it_was_left(visit):
    seen = visit("many", ROADMAP)
    first, second = (seen.page.locator(".plan-lane:has(.plan-strip)").nth(at) for at in (0, 1))
    first.locator("a").first.focus()
    left = walk(seen, "End", "Tab", "Shift+Tab")

    assert left[1] == second.locator("a").first.text_content()
    assert left[2] == left[0]


@pytest.mark.parametrize("group", [".plan-stepper", ".plan-matrix", ".plan-timeline .plan-lane >> nth=0"])
def test_a_stepper_a_matrix_and_a_phase_in_time_are_one_stop_each(visit, group):
    seen = visit("material", PLAN)
    links = seen.page.locator(group).first.locator("a, summary").filter(visible=True)
    among = "links => links.filter((link) => link.tabIndex >= 0).length"

    assert links.count() > 1
    assert links.evaluate_all(among) == 1


def test_open_tasks_are_one_stop_for_each_plan(visit):
    seen = visit("many", "plans/actions/")

    assert stops(seen, ".plan-actions .plan-att") == seen.page.locator(".plan-att:visible").count() == 100


def test_keys_that_are_held_and_other_keys_are_the_browsers(visit):
    seen = visit("many", ROADMAP)
    lane = seen.page.locator(".plan-lane:has(.plan-strip)").first
    lane.locator("a").first.focus()
    title = seen.page.evaluate(AT)

    assert walk(seen, "Shift+ArrowRight", "Control+End", "x") == [title] * 3


@pytest.mark.parametrize("address", MANY)
def test_every_target_is_met_by_a_finger(visit, address):
    seen = visit("many", address)
    opened(seen)
    # axe passes over what Tab does.
    seen.page.evaluate(
        "document.querySelectorAll('[tabindex]').forEach((one) => one.removeAttribute('tabindex'))"
    )

    for width in (1280, 390):
        seen.page.set_viewport_size({"width": width, "height": 900})
        assert seen.faults("target-size", within=(".plan-view",)) == [], width
        assert seen.measure("small") == [], width


def fold(seen) -> dict:
    """Return the first fold of the stepper as a screen reader has it."""
    return next(each for each in spoken(seen, "DisclosureTriangle") if each["name"] == "1–11 · 11 complete")


def test_a_fold_says_what_is_in_it_and_opens_by_keyboard(visit):
    seen = visit("extremes", FORTY)
    before = fold(seen)
    seen.page.locator(".plan-stepper summary").first.focus()
    inside = walk(seen, "Enter", "ArrowDown", "ArrowDown")

    assert before["expanded"] is False
    assert fold(seen)["expanded"] is True
    assert inside[1:] == ["Part 1 of a very long journey", "Part 2 of a very long journey"]
    assert walk(seen, "Home", "Enter", "ArrowDown")[2] == "Part 12 of a very long journey"


def test_a_link_to_a_folded_phase_opens_its_fold(visit):
    seen = visit("extremes", FORTY)
    fold = seen.page.locator(".plan-fold details").first
    link = fold.locator("a", has_text="Part 3 of")
    anchor = link.evaluate("link => link.hash")
    assert not link.is_visible()

    seen.page.evaluate("hash => { location.hash = hash }", anchor)
    link.wait_for()

    seen.page.goto("about:blank")
    seen = visit("extremes", f"{FORTY}{anchor}")
    assert seen.page.locator(".plan-fold a", has_text="Part 3 of").is_visible()
    assert 0 <= seen.page.locator(":target").bounding_box()["y"] < 900
