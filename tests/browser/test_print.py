"""What is left on paper."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

PLAN = "plans/offline-check-in/"
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
        ("readthedocs", "plans/"),
        ("mkdocs", "plans/live-departure-boards/"),
        ("readthedocs", "plans/live-departure-boards/"),
    ],
)
def test_paper_keeps_every_word(visit, look, address):
    seen = visit(look, address)
    paper = printed(seen)
    seen.page.emulate_media(media="print")
    seen.page.locator("details").evaluate_all("all => all.forEach((each) => { each.open = true })")
    facts = set()
    for width in (A4, A4 // 2):
        # A narrow table goes without its heads and dashes: what both forms show are facts.
        seen.page.set_viewport_size({"width": width, "height": 1000})
        words = {word for text in seen.measure("words") for word in text.split()}
        facts = facts & words or words

    assert {word for word in facts if squeezed(word) not in paper} == set()


@pytest.mark.parametrize(
    ("look", "address"),
    [
        ("material", PLAN),
        ("material", "plans/"),
        ("mkdocs", "plans/"),
        ("readthedocs", "plans/"),
        ("mkdocs", PLAN),
    ],
)
def test_no_heading_is_left_alone_at_the_foot_of_a_page(visit, look, address):
    seen = visit(look, address)
    heads, elsewhere = (
        {squeezed(text).rstrip("¶") for text in seen.page.locator(selector).all_text_contents()} | {""}
        for selector in ("h2, h3, h4, .plan-view caption, .plan-col-head, .plan-group", "li a")
    )
    feet = []
    for sheet in sheets(seen):
        lines = [line for line in map(squeezed, sheet.splitlines()) if line]
        feet += lines[-1:]

    assert [foot for foot in feet[:-1] if foot.rstrip("¶") in heads - elsewhere] == []


def test_paper_opens_what_is_closed(visit):
    seen = visit("material", "plans/loyalty-points/")
    closed = seen.page.locator(".plan-card .plan-why-body")

    assert not closed.is_visible()
    assert squeezed(closed.text_content()) in printed(seen)


@pytest.mark.parametrize("look", ["material", "mkdocs-dark"])
def test_bars_are_drawn_without_backgrounds(visit, look):
    seen = visit(look, PLAN)
    seen.page.emulate_media(media="print")

    assert seen.measure("fills") == []


@pytest.mark.parametrize("look", ["material", "material-slate", "mkdocs", "mkdocs-dark", "readthedocs"])
def test_text_on_paper_is_dark_enough(visit, look):
    # Without motion, as the themes' links take a while to change their colour.
    seen = visit(look, PLAN, reduced_motion="reduce")
    seen.page.emulate_media(media="print")

    assert seen.measure("pale", 4.5, "paper") == []


@pytest.mark.parametrize("look", ["material", "mkdocs", "readthedocs"])
def test_on_paper_a_day_of_the_axis_stands_above_the_same_day_of_the_lanes(visit, look):
    seen = visit(look, "plans/")
    seen.page.emulate_media(media="print")
    seen.page.set_viewport_size({"width": 720, "height": 1000})
    edges = """selector => { const box = document.querySelector(`.plan-roadmap ${selector}`).getBoundingClientRect();
        return [Math.round(box.left), Math.round(box.right)]; }"""

    assert seen.page.evaluate(edges, ".plan-axis-marks") == seen.page.evaluate(edges, ".plan-rules")
