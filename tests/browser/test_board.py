"""The board: columns beside each other in the order of work, in a frame of its own, on a page with room for it."""

from __future__ import annotations

import itertools
import statistics

import pytest

BOARD = "plans/board/"
WORK = ["Planning", "In progress", "Blocked", "On hold"]

COLUMNS = """() => [...document.querySelectorAll(".plan-cols > *")].map((column) => {
  const { left, right, top } = column.getBoundingClientRect()
  return { name: column.querySelector(".plan-mark, .plan-label").textContent, left, right, top }
})"""
"""The columns of a board, from the first to the last in the page."""
FRAME = "e => ({ left: e.getBoundingClientRect().left, right: e.getBoundingClientRect().right })"


def seen(page):
    """The columns that are whole in sight."""
    frame = page.locator(".plan-cols").evaluate(FRAME)
    return [
        one
        for one in page.evaluate(COLUMNS)
        if frame["left"] - 1 <= one["left"] and one["right"] <= frame["right"] + 1
    ]


@pytest.mark.parametrize("site", ["fleet", "fleet-mkdocs"])
def test_columns_stand_beside_each_other_in_the_order_of_work(visit, site):
    shown = visit(site, BOARD)
    for width in (320, 390, 768, 1280, 1900):
        assert shown.misplaced(width) == []
        columns = shown.page.evaluate(COLUMNS)

        assert [one["name"] for one in columns] == [*WORK, "Complete"], width
        assert len({one["top"] for one in columns}) == 1, width
        assert all(one["right"] < following["left"] for one, following in itertools.pairwise(columns)), width


def test_columns_stand_from_right_to_left_in_arabic(visit):
    columns = visit("arabic", BOARD, width=390).page.evaluate(COLUMNS)

    assert len(columns) > 3
    assert all(one["left"] > following["right"] for one, following in itertools.pairwise(columns))


def test_a_phone_shows_a_column_and_the_beginning_of_the_next(visit):
    page = visit("fleet", BOARD, width=320).page
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 900})
        first, second = page.evaluate(COLUMNS)[:2]

        assert first["right"] < width
        assert second["left"] + 40 < width < second["right"]


@pytest.mark.parametrize("script", [True, False])
def test_a_keyboard_scrolls_the_columns_and_not_the_page(visit, script):
    page = visit("fleet", BOARD, width=390, java_script_enabled=script).page
    frame = page.locator(".plan-cols")
    frame.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)

    assert frame.evaluate("e => e.scrollLeft") > 60
    assert page.evaluate("window.scrollX") == 0
    page.locator(".plan-bcard a.plan-title", has_text="part 33").focus()
    box = page.locator(".plan-bcard a:focus").bounding_box()
    assert 0 <= box["x"] < box["x"] + box["width"] <= 390


@pytest.mark.parametrize("look", ["material", "zensical", "zensical-classic", "materialx"])
def test_the_page_of_the_board_is_as_wide_as_the_window(visit, look):
    page = visit(look, BOARD).page
    for width in (1280, 1900):
        page.set_viewport_size({"width": width, "height": 900})

        assert [one["name"] for one in seen(page)][:4] == WORK, width
        assert page.locator(".md-sidebar:visible").count() == 0, width
        frame = page.locator(".plan-cols").bounding_box()
        assert frame["width"] > width - 100


def test_a_page_with_prose_keeps_its_width(visit):
    page = visit("fleet", "owners/", width=1900).page

    assert page.locator(".plan-cols").bounding_box()["width"] < 1000
    assert page.locator(".md-sidebar:visible").count() > 0


def test_what_is_over_opens_and_is_opened_by_what_is_searched(visit):
    page = visit("fleet", BOARD).page
    complete = page.locator("details.plan-col", has_text="Complete")
    assert complete.get_attribute("open") is None

    complete.locator("summary").first.press("Enter")
    assert complete.locator(".plan-bcard:visible").count() == 8
    complete.locator("summary").first.press("Enter")
    page.fill(".plan-tools input", "part 37")
    assert complete.locator(".plan-bcard:visible").count() == 1
    assert page.locator(".plan-bcard:visible").count() == 1


def test_counts_of_columns_follow_the_filters(visit):
    page = visit("fleet", f"{BOARD}?board.owner=Team+Quay").page
    figures = dict(
        zip(
            *(page.locator(f".plan-col-head > {each}").all_inner_texts() for each in (".plan-mark", "b")),
            strict=True,
        )
    )

    assert figures == {
        "Planning": "5",
        "In progress": "5",
        "Blocked": "1",
        "On hold": "1",
        "Complete": "4",
        "Cancelled": "0",
    }


def test_columns_by_owner_are_in_the_same_frame(visit):
    shown = visit("fleet", "owners/", width=1280)
    columns = shown.page.evaluate(COLUMNS)

    assert [one["name"] for one in columns] == [
        "Team Compass",
        "Team Harbour and Terminal Operations",
        "Team Quay",
    ]
    assert len({one["top"] for one in columns}) == 1
    assert shown.faults() == []


@pytest.mark.parametrize("site", ["fleet", "fleet-mkdocs"])
def test_columns_stand_below_each_other_on_paper(visit, site):
    page = visit(site, BOARD, width=700).page
    page.emulate_media(media="print")
    columns = page.evaluate(COLUMNS)

    assert len({one["left"] for one in columns}) == 1
    assert [one["top"] for one in columns] == sorted({one["top"] for one in columns})
    assert page.evaluate("document.documentElement.scrollWidth") <= 700


def test_rows_of_the_table_of_many_plans_are_low(visit):
    rows = visit("fleet", "plans/", width=1280).page.locator(".plan-plans tbody tr").all()

    assert statistics.median(row.bounding_box()["height"] for row in rows) <= 75
