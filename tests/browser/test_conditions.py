"""Other ways to read: zoomed, spaced, without colour, motion or script, from right to left, from a file."""

from __future__ import annotations

import pytest

PLAN = "plans/offline-check-in/"
INDEX = "plans/"
THEMES = pytest.mark.parametrize("look", ["material", "mkdocs", "readthedocs"])
# Every theme once, and both pages in the one with the widest letters.
PAGES = pytest.mark.parametrize(
    ("look", "address"),
    [("material", INDEX), ("mkdocs", PLAN), ("mkdocs", INDEX), ("readthedocs", PLAN)],
)

SPACED = """.plan-view, .plan-view * {
  line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}"""
"""https://www.w3.org/TR/WCAG22/#text-spacing"""


@PAGES
def test_twice_the_size(visit, look, address):
    seen = visit(look, address, width=640, height=450, device_scale_factor=2)

    assert seen.misplaced() == []


@PAGES
def test_twice_the_text(visit, look, address):
    seen = visit(look, address)
    seen.page.add_style_tag(content=".plan-view:not(.plan-view *) { font-size: 1.75em }")

    assert seen.misplaced() == []


@PAGES
def test_text_spaced_out_by_the_reader(visit, look, address):
    seen = visit(look, address, width=360)
    seen.page.add_style_tag(content=SPACED)

    assert seen.misplaced() == []


@PAGES
def test_right_to_left(visit, look, address):
    seen = visit(look, address, width=768)
    # Material says its direction on the body too.
    seen.page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")

    assert seen.misplaced() == []


@PAGES
def test_colours_forced_by_the_reader(visit, look, address):
    seen = visit(look, address, forced_colors="active")

    assert seen.measure("pale", 4.5) == []
    assert seen.measure("fills") == []


@THEMES
def test_nothing_moves(visit, look):
    seen = visit(look, INDEX, reduced_motion="reduce")

    moving = """[...document.querySelectorAll(".plan-view, .plan-view *")].filter((each) => {
      const { transitionDuration, animationName } = getComputedStyle(each)
      return animationName !== "none" || transitionDuration.split(", ").some((span) => parseFloat(span))
    }).map((each) => each.outerHTML.slice(0, 120))"""
    assert seen.page.evaluate(moving) == []


@PAGES
def test_without_script_all_is_there(visit, look, address):
    scripted = visit(look, address).measure("words")
    seen = visit(look, address, java_script_enabled=False)

    assert set(scripted) - {"Search", "As listed"} <= set(seen.measure("words"))
    assert seen.misplaced() == []


def test_without_script_the_counts_open(visit):
    seen = visit("material", PLAN, java_script_enabled=False)
    body = seen.page.locator(".plan-card .plan-why > div")

    assert not body.is_visible()
    seen.page.locator(".plan-card .plan-why > summary").click()
    assert body.is_visible()


@PAGES
def test_views_do_not_shift_the_page(visit, look, address):
    seen = visit(look, address)
    seen.page.wait_for_load_state("networkidle")

    shifts = """new Promise((resolve) => {
      const found = []
      const watch = new PerformanceObserver((list) => found.push(...list.getEntries()))
      watch.observe({ type: "layout-shift", buffered: true })
      setTimeout(() => resolve(found.map((each) => each.value)), 100)
    })"""
    assert sum(seen.page.evaluate(shifts)) < 0.01


def test_from_a_file(visit):
    seen = visit("file", "plans/offline-check-in.html")
    assert seen.measure("words")

    seen.page.locator(".plan-card").get_by_text("All plans").click()
    seen.page.locator(".plan-plans .plan-title").get_by_text("Offline check-in at the quay").click()

    assert seen.page.url.startswith("file:")
    assert seen.page.url.endswith("plans/offline-check-in.html")
    assert seen.messages == []
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
