"""Sorting, filtering and search: by keyboard, and kept in the address."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser import sites

INDEX = "plans/"
THEMES = pytest.mark.parametrize("look", sites.THEMES)
WIDTHS = pytest.mark.parametrize("width", [360, 1280])


def titles(seen) -> list[str]:
    """List the plans that the table shows, from above."""
    return seen.page.locator(".plan-plans tbody tr:visible .plan-title").all_text_contents()


def percents(seen) -> list[int]:
    figures = seen.page.locator(".plan-plans tbody tr:visible .plan-prog > b").all_text_contents()
    return [int(figure.removesuffix(" %")) for figure in figures]


def kept(seen) -> dict[str, list[str]]:
    """Read what the address keeps."""
    return parse_qs(urlsplit(seen.page.url).query)


@THEMES
def test_a_keyboard_sorts(visit, look):
    seen = visit(look, INDEX)
    head = seen.page.locator(".plan-plans thead .plan-c-progress")
    head.get_by_role("button").focus()

    seen.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert percents(seen) == sorted(percents(seen), reverse=True)

    seen.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert percents(seen) == sorted(percents(seen))


@WIDTHS
@THEMES
def test_a_keyboard_searches_and_filters(visit, look, width):
    seen = visit(look, INDEX, width=width)
    tools = seen.page.locator(".plan-tools").first
    tools.get_by_role("searchbox").focus()

    seen.page.keyboard.type("team compass")
    assert len(titles(seen)) == 3
    assert tools.get_by_role("status").text_content() == "3 of 11"

    tools.get_by_label("State", exact=True).focus()
    seen.page.keyboard.type("On hold")
    assert titles(seen) == ["Plan: points for islanders"]


def test_it_speaks_the_language_of_the_page(visit):
    seen = visit("german", INDEX)
    tools = seen.page.locator(".plan-tools").first
    assert tools.get_by_role("searchbox").get_attribute("placeholder") == "Suchen"

    tools.get_by_label("Status", exact=True).select_option("Pausiert")
    assert titles(seen) == ["Plan: points for islanders"]
    assert tools.get_by_role("status").text_content() == "1 von 11"

    seen.page.locator(".plan-tools").first.get_by_label("Status", exact=True).select_option("")
    seen.page.locator(".plan-plans thead .plan-c-updated").get_by_role("button").click()
    days = seen.page.locator(".plan-plans tbody tr:visible .plan-c-updated time").evaluate_all(
        "all => all.map((one) => one.dateTime)"
    )
    assert days == sorted(days, reverse=True)


def test_a_keyboard_sorts_where_the_heads_are_out_of_sight(visit):
    seen = visit("material", INDEX, width=360)
    order = seen.page.locator(".plan-tools").first.get_by_label("Sort")
    order.focus()

    seen.page.keyboard.type("Progress")
    seen.page.keyboard.press("ArrowDown")
    assert percents(seen) == sorted(percents(seen), reverse=True)
    assert kept(seen) == {"table.sort": ["-progress"]}


@THEMES
def test_the_address_keeps_it_over_reload_and_back(visit, look):
    seen = visit(look, INDEX)
    seen.page.locator(".plan-tools").first.get_by_role("searchbox").fill("lighthouse")
    seen.page.locator(".plan-plans thead .plan-c-progress").get_by_role("button").click()
    shown = titles(seen)
    assert kept(seen) == {"table.q": ["lighthouse"], "table.sort": ["-progress"]}
    assert len(shown) == 2

    seen.page.reload()
    assert titles(seen) == shown

    seen.page.locator(".plan-plans tbody tr:visible .plan-title").first.click()
    seen.page.wait_for_url("**/plans/*/")
    seen.page.go_back()
    seen.page.wait_for_url("**/plans/?*")
    assert titles(seen) == shown


@THEMES
def test_a_figure_filters_its_list_without_loading_the_page_and_back_takes_that_off(visit, look):
    seen = visit(look, INDEX)
    seen.page.evaluate("window.stayed = true")
    every, table = titles(seen), seen.page.locator(".plan-plans")
    seen.page.locator(".plan-statelist a", has_text="On hold").press("Enter")

    assert titles(seen) == ["Plan: points for islanders"]
    assert seen.page.url.endswith("?table.state=On%20hold#plans-table")
    assert table.evaluate("table => table === document.activeElement")
    # A theme may let pages scroll smoothly.
    seen.page.wait_for_function(
        "() => { const at = document.activeElement.getBoundingClientRect().y; return at >= 0 && at < innerHeight }"
    )

    seen.page.locator(".plan-statelist a", has_text="Blocked").press("Enter")
    assert titles(seen) == ["Live departure boards: roadmap"]

    seen.page.go_back()
    assert titles(seen) == ["Plan: points for islanders"]
    seen.page.go_back()
    assert titles(seen) == every
    assert seen.page.evaluate("window.stayed")


def test_a_link_to_a_filtered_list_opens_beside_the_page_where_that_is_asked_for(visit):
    seen = visit("material", INDEX)
    with seen.page.context.expect_page() as opened:
        seen.page.locator(".plan-statelist a").first.click(modifiers=["Control"])

    opened.value.wait_for_url("**?table.state=*")  # it begins as an empty page
    opened.value.close()
    assert kept(seen) == {}
