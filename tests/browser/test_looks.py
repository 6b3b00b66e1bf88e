"""Every theme and width: nothing overflows, overlaps, fades, complains or calls out."""

from __future__ import annotations

import pytest

from tests.browser.sites import INDEX_PAGES, LOOKS, THEMES

PLAN = "plans/offline-check-in/"
INDEX = "plans/"
ON_HOLD = "plans/loyalty-points/"
GALLERY = "gallery/"
"""Every view there is."""
SUPERSEDED = "plans/payment-provider-switch/"
JOINED = sorted(f"{uri.removesuffix('.md')}/" for name, uri in INDEX_PAGES.items() if name != "home")


# Every view in every theme, and all pieces in their own surroundings.
AXE = {
    *((look, GALLERY) for look in THEMES),
    *((look, PLAN) for look in ("material", "mkdocs", "readthedocs")),
}


@pytest.mark.parametrize(
    ("look", "address"),
    [
        *((look, address) for look in LOOKS for address in (PLAN, INDEX, GALLERY)),
        *((look, ON_HOLD) for look in ("material", "mkdocs-dark", "readthedocs")),
        *(("material", address) for address in (SUPERSEDED, *JOINED)),
    ],
)
def test_page_fits_and_axe_finds_nothing(visit, elsewhere, look, address):
    seen = visit(look, address)

    assert seen.measure("words")
    widths = () if LOOKS[look].scheme == "dark" else (360, 768, 1280)  # only its colours are others
    assert seen.misplaced(*widths) == []
    assert seen.measure("pale", 4.5) == []
    assert seen.measure("faint", 3) == []
    assert seen.messages == []
    assert elsewhere(seen) == []
    if (look, address) in AXE:
        assert seen.faults() == []
    elif address == GALLERY:
        # The markup of those themes in other colours: of all texts they are measured above, but in fields.
        assert seen.faults("color-contrast", within=(".plan-tools",)) == []


def test_axe_finds_nothing_on_a_phone(visit):
    assert visit("material", INDEX, width=360).faults() == []


@pytest.mark.parametrize("address", [PLAN, INDEX, *JOINED])
@pytest.mark.parametrize("site", ["german", "french"])
def test_longer_words_fit(visit, site, address):
    seen = visit(site, address)

    assert seen.misplaced(320, 390, 768, 1280) == []
    assert seen.messages == []


@pytest.mark.parametrize("address", ["long", "empty", "forty", "sixty", "rtl"])
@pytest.mark.parametrize("site", ["extremes", "extremes-mkdocs"])
def test_extreme_plan_fits(visit, site, address):
    assert visit(site, f"plans/{address}/").misplaced(320, 1280) == []


@pytest.mark.parametrize("address", [INDEX, *JOINED])
def test_extreme_plans_fit_together(visit, address):
    assert visit("extremes", address).misplaced(320, 1280) == []


COLOURED = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const spread = (colour) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data
    return Math.max(red, green, blue) - Math.min(red, green, blue)
  }
  const found = document.querySelectorAll(".plan-view svg:not([viewBox]), .plan-view .plan-mark, .plan-view .plan-bar:not(.plan-bar-phases), .plan-view [class*=plan-level]")
  return [...found].flatMap((each) => {
    const style = getComputedStyle(each, each.matches(".plan-bar") ? "::before" : null)
    const colours = [style.color, style.backgroundColor, style.borderBlockStartWidth === "0px" ? "" : style.borderBlockStartColor]
    return Math.max(...colours.filter(Boolean).map(spread)) > 24 ? [each.className.baseVal ?? each.className] : []
  })
}"""
"""What of the marks, bars and cells of a page has a hue: the greys of a theme may have a touch of one."""


@pytest.mark.parametrize("look", ["material", "material-slate", "mkdocs"])
def test_a_plan_that_is_over_is_grey(visit, look):
    assert visit(look, "plans/payment-provider-switch/").page.evaluate(COLOURED) == []
    assert visit(look, PLAN).page.evaluate(COLOURED) != []


BESIDE = """() => [...document.querySelectorAll("ul > li > input.plan-task:first-child")].map((box) => {
  const text = document.createRange()
  text.selectNode(box.nextSibling)
  const [first, { top, bottom, right }] = [text.getClientRects()[0], box.getBoundingClientRect()]
  const inside = text.getBoundingClientRect().right <= box.parentElement.getBoundingClientRect().right + 1
  return inside && top >= first.top - 3 && bottom <= first.bottom + 3 && right <= first.left
})"""
"""Of each box in a list of tasks: whether it stands before the first line of its text, inside its item."""


@pytest.mark.parametrize("site", ["extremes", "extremes-mkdocs"])
def test_a_long_word_stands_beside_its_box(visit, site):
    seen = visit(site, "plans/long/", width=320)
    assert set(seen.page.evaluate(BESIDE)) == {True}
    seen.page.set_viewport_size({"width": 390, "height": 900})
    assert set(seen.page.evaluate(BESIDE)) == {True}


@pytest.mark.parametrize("look", ["material", "mkdocs"])
def test_verdicts_of_a_table_are_seen_on_a_phone(visit, look):
    chips = visit(look, PLAN, width=390).page.locator("td > .plan-verdict").all()

    assert len(chips) == 5
    assert [chip for chip in chips if (box := chip.bounding_box()) and box["x"] + box["width"] > 390] == []


def test_forty_phases_fit_a_screen_and_open_by_keyboard(visit):
    page = visit("extremes", "plans/forty/").page
    stepper = page.locator(".plan-stepper")

    assert stepper.bounding_box()["height"] < 400
    assert stepper.locator(".plan-step:visible").count() == 5
    stepper.locator("summary").first.press("Enter")
    assert stepper.locator(".plan-step:visible").count() == 16
    assert stepper.locator(".plan-step:visible").first.inner_text().startswith("1")


def test_a_title_takes_two_lines_of_a_row_at_most(visit):
    page = visit("extremes", INDEX).page
    long = page.locator(".plan-plans .plan-title", has_text="Donau").first

    line = long.evaluate("each => parseFloat(getComputedStyle(each).lineHeight)")
    assert line < long.bounding_box()["height"] <= 2 * line + 1
