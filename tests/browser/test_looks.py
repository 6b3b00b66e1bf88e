"""Every theme and width: nothing overflows, overlaps, fades, complains or calls out."""

from __future__ import annotations

import pytest

from tests.browser.sites import INDEX_PAGES, LOOKS

PLAN = "plans/offline-check-in/"
INDEX = "plans/"
ON_HOLD = "plans/loyalty-points/"
SUPERSEDED = "plans/payment-provider-switch/"
JOINED = sorted(f"{uri.removesuffix('.md')}/" for name, uri in INDEX_PAGES.items() if name != "home")


@pytest.mark.parametrize(
    ("look", "address"),
    [
        *((look, address) for look in LOOKS for address in (PLAN, INDEX)),
        *((look, ON_HOLD) for look in ("material", "mkdocs-dark", "readthedocs")),
    ],
)
def test_page_fits(visit, elsewhere, look, address):
    seen = visit(look, address)

    assert seen.measure("words")
    assert seen.misplaced(360, 768, 1280) == []
    assert seen.measure("pale", 4.5) == []
    assert seen.messages == []
    assert elsewhere(seen) == []


@pytest.mark.parametrize(
    ("look", "address"),
    [
        *((look, PLAN) for look in ("material", "material-slate", "mkdocs", "mkdocs-dark", "readthedocs")),
        *((look, INDEX) for look in ("material-slate", "mkdocs", "readthedocs")),
    ],
)
def test_axe_finds_nothing(visit, look, address):
    assert visit(look, address).faults() == []


@pytest.mark.parametrize("address", [SUPERSEDED, *JOINED])
@pytest.mark.parametrize("look", ["material", "mkdocs-dark"])
def test_further_page_fits(visit, elsewhere, look, address):
    seen = visit(look, address)

    assert seen.measure("words")
    assert seen.misplaced(360, 1280) == []
    assert seen.measure("pale", 4.5) == []
    assert seen.messages == []
    assert elsewhere(seen) == []


@pytest.mark.parametrize("address", [SUPERSEDED, *JOINED])
def test_axe_finds_nothing_further(visit, address):
    assert visit("material", address).faults() == []


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
