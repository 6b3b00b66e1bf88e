"""What is left on paper."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from tests.browser import sites

PLAN = "plans/offline-check-in/"
THEMES = pytest.mark.parametrize("look", sites.THEMES)
A4 = 718
"""Width between the margins that a browser leaves, in CSS pixels."""


def squeezed(text: str) -> str:
    """Leave what does not depend on ligatures, and on where lines and cells break."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", text))


def sheets(seen) -> list[str]:
    """Print a page as its reader would, and read each sheet."""
    paper = seen.page.pdf(format="A4", print_background=False)
    return [page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages]


def printed(seen) -> str:
    """Read the paper as one."""
    return squeezed("".join(sheets(seen)))


@pytest.mark.parametrize(
    ("look", "address"),
    [
        ("material", PLAN),
        ("material", "plans/payment-provider-switch/"),
        ("material", "plans/"),
        ("mkdocs", "plans/"),
        ("mkdocs", PLAN),
        ("readthedocs", "plans/"),
        ("mkdocs", "plans/live-departure-boards/"),
        ("readthedocs", "plans/live-departure-boards/"),
        ("zensical", "plans/live-departure-boards/"),
        ("zensical", "plans/"),
        ("zensical-classic", PLAN),
    ],
)
def test_paper_keeps_every_word_and_no_heading_alone_at_the_foot_of_a_page(visit, look, address):
    seen = visit(look, address)
    paper = sheets(seen)

    assert alone(seen, paper) == []
    assert lost(seen, squeezed("".join(paper))) == set()


def alone(seen, paper: list[str]) -> list[str]:
    """Return the headings that stand last on a sheet with more behind it."""
    heads, elsewhere = (
        {squeezed(text).rstrip("¶") for text in seen.page.locator(selector).all_text_contents()} | {""}
        for selector in ("h2, h3, h4, .plan-view caption, .plan-col-head, .plan-group", "li a")
    )
    feet = []
    for sheet in paper:
        lines = [line for line in map(squeezed, sheet.splitlines()) if line]
        feet += lines[-1:]
    return [foot for foot in feet[:-1] if foot.rstrip("¶") in heads - elsewhere]


def lost(seen, paper: str) -> set[str]:
    """Return the words of the page that the paper has not."""
    seen.page.emulate_media(media="print")
    facts = set()
    for width in (A4, A4 // 2):
        # A narrow table goes without its heads and dashes: what both forms show are facts.
        seen.page.set_viewport_size({"width": width, "height": 1000})
        words = {word for text in seen.measure("words") for word in text.split()}
        facts = facts & words or words
    return {word for word in facts if squeezed(word) not in paper}


@THEMES
def test_paper_leaves_closed_what_is_closed(visit, look):
    seen = visit(look, "plans/loyalty-points/")
    counts = seen.page.locator(".plan-card .plan-why")
    body = squeezed(counts.locator("> div").text_content())
    paper = printed(seen)

    assert all(
        squeezed(count) in paper
        for count in counts.locator("summary > span:not(.plan-dot)").all_text_contents()
    )
    assert body not in paper

    counts.locator("summary").click()
    assert body in printed(seen)


@pytest.mark.parametrize(("address", "most"), [("plans/board/", 8), ("plans/actions/", 31)])
def test_120_plans_are_printed_as_a_summary(visit, address, most):
    assert len(sheets(visit("many", address))) <= most


def test_120_plans_are_printed_as_a_roadmap_with_its_axis_on_each_sheet(visit):
    paper = sheets(visit("many", "plans/roadmap/"))
    # What has a date is on the first sheets, what has none on the others.
    dated = [sheet for sheet in paper if re.search(r"due 20\d\d-", sheet)]

    assert len(paper) <= 12
    assert len(dated) > 3
    assert [sheet for sheet in dated if "today" not in sheet.split() or "Q2 2027" not in sheet] == []


def test_120_plans_are_printed_as_a_table_with_its_head_on_each_sheet(visit):
    paper = sheets(visit("many", "plans/"))
    rows = [sheet for sheet in paper if "of 6 phases" in sheet]

    assert len(paper) <= 17
    assert len(rows) > 6
    assert [sheet for sheet in rows if "Open risks" not in sheet] == []


@pytest.mark.parametrize("look", ["material", "mkdocs-dark"])
def test_bars_are_drawn_without_backgrounds(visit, look):
    seen = visit(look, PLAN)
    seen.page.emulate_media(media="print")

    assert seen.measure("fills") == []


@pytest.mark.parametrize(
    "look",
    [
        "material",
        "material-slate",
        "mkdocs",
        "mkdocs-dark",
        "readthedocs",
        "zensical-slate",
        "zensical-classic",
    ],
)
def test_text_on_paper_is_dark_enough(visit, look):
    # Without motion, as the themes' links take a while to change their colour.
    seen = visit(look, PLAN, reduced_motion="reduce")
    seen.page.emulate_media(media="print")

    assert seen.measure("pale", 4.5, "paper") == []


@THEMES
def test_on_paper_a_day_of_the_axis_stands_above_the_same_day_of_the_lanes(visit, look):
    seen = visit(look, "plans/")
    seen.page.emulate_media(media="print")
    seen.page.set_viewport_size({"width": 720, "height": 1000})
    edges = """selector => { const box = document.querySelector(`.plan-roadmap ${selector}`).getBoundingClientRect();
        return [Math.round(box.left), Math.round(box.right)]; }"""

    assert seen.page.evaluate(edges, ".plan-axis-marks") == seen.page.evaluate(edges, ".plan-rules")
