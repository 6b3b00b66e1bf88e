"""Views on pages that run from right to left: which way they run, where things stand, in what order they are read."""

from __future__ import annotations

import pytest

# Views are in English there, as the plugin speaks no Hebrew; `mkdocs` says no direction, Material does.
IN_ENGLISH = pytest.mark.parametrize("site", ["hebrew", "hebrew-mkdocs"])
SITES = pytest.mark.parametrize("site", ["hebrew", "hebrew-mkdocs", "arabic"])
PLAN, INDEX = "plans/port/", "plans/"

PLACES = """css => [...document.querySelectorAll(css)].map((each) => {
  const view = each.closest(".plan-view").getBoundingClientRect(), range = document.createRange()
  range.selectNodeContents(each)
  const box = range.getBoundingClientRect()
  return { start: Math.round(box.left - view.left), end: Math.round(view.right - box.right) }
})"""
"""How far what stands in an element is from the left and from the right of its view."""

ORDER = """css => [...document.querySelectorAll(css)].map((each) => {
  const found = [], walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    for (const match of walker.currentNode.textContent.matchAll(/[\\p{L}\\p{M}\\p{N}%]+/gu)) {
      const range = document.createRange()
      range.setStart(walker.currentNode, match.index)
      range.setEnd(walker.currentNode, match.index + match[0].length)
      const { left, top, width } = range.getBoundingClientRect()
      if (width > 1) found.push([Math.round(top / 8), left, match[0]])
    }
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((one) => one[2]).join(" ")
})"""
"""Words as they stand from left to right."""


def asked(visit, site, address, script, css, **options):
    seen = visit(site, address, **options)
    return seen.page.evaluate(script, css)


@IN_ENGLISH
def test_views_in_english_say_which_way_they_run(visit, site):
    views = (
        "[...document.querySelectorAll('.plan-view:not(.plan-view *)')].map((each) => [each.lang, each.dir])"
    )
    assert {tuple(one) for one in visit(site, PLAN).page.evaluate(views)} == {("en", "ltr")}


@IN_ENGLISH
def test_english_is_not_scrambled(visit, site):
    plan = visit(site, PLAN).page
    [counts] = plan.evaluate(ORDER, ".plan-why > summary")
    assert counts == "1 of 2 phases complete 2 of 3 tasks done"
    [figure] = plan.evaluate(ORDER, ".plan-figure")
    assert figure.startswith("75 %")
    [share] = asked(visit, site, INDEX, ORDER, ".plan-plans .plan-prog b")
    assert share == "75 %"


@IN_ENGLISH
def test_titles_stand_where_their_view_begins(visit, site):
    for title in asked(visit, site, PLAN, PLACES, ".plan-step > div > a"):
        assert title["start"] < 80 < title["end"], title
    for title in asked(visit, site, INDEX, PLACES, ".plan-att-head .plan-title, .plan-plans .plan-title"):
        assert title["start"] < 20 < title["end"], title


@IN_ENGLISH
def test_in_views_from_the_right_titles_stand_at_the_right(visit, site):
    turned = "document.querySelectorAll('.plan-view').forEach((each) => { each.dir = 'rtl' })"
    seen = visit(site, PLAN)
    seen.page.evaluate(turned)
    for title in seen.page.evaluate(PLACES, ".plan-step > div > a"):
        assert title["end"] < 80 < title["start"], title
    [figure] = seen.page.evaluate(ORDER, ".plan-figure")
    assert figure.startswith("75 %")
    assert seen.misplaced(1280, 390) == []


def test_views_in_arabic_run_from_the_right(visit):
    seen = visit("arabic", PLAN)
    views = "[...document.querySelectorAll('.plan-view:not(.plan-view *)')].map((each) => each.dir)"
    assert set(seen.page.evaluate(views)) == {"rtl"}
    [counts] = seen.page.evaluate(ORDER, ".plan-why > summary")
    assert " ".join(reversed(counts.split())) == "اكتمل 1 من مرحلتين أُنجز 2 من 3 مهام"
    [figure] = seen.page.evaluate(ORDER, ".plan-figure")
    assert figure.startswith("75 %")
    [due] = seen.page.evaluate(ORDER, ".plan-facts time")
    assert due == "12 12 2026"
    for title in seen.page.evaluate(PLACES, ".plan-step > div > a"):
        assert title["end"] < 80 < title["start"], title


@SITES
def test_a_title_is_read_from_its_own_first_letter(visit, site):
    index = visit(site, INDEX).page
    for css in (".plan-plans .plan-title", ".plan-att-head .plan-title"):
        [title] = index.evaluate(ORDER, css)
        assert title.split()[0] == "v2", "what stands last in it stands leftmost"


@SITES
@pytest.mark.parametrize("address", [PLAN, INDEX, "plans/board/", "plans/roadmap/"])
def test_nothing_overflows(visit, site, address):
    seen = visit(site, address)
    assert seen.misplaced(1280, 390, 320) == []
    assert seen.faults() == []
