"""Palettes that nobody planned for, browsers from before 2024, and sites that allow no inline style."""

from __future__ import annotations

import re

import pytest

from tests.browser.sites import served

GALLERY = "gallery/"

PALETTES = {
    "sepia": ("#f4ecd8", "#5b4636"),
    "solarized light": ("#fdf6e3", "#586e75"),
    "solarized dark": ("#002b36", "#93a1a1"),
    "black": ("#000000", "#cccccc"),
    "grey": ("#e0e0e0", "#222222"),
}


def test_any_palette_is_readable(visit):
    seen = visit("material", GALLERY)
    for palette, (ground, ink) in PALETTES.items():
        style = seen.page.add_style_tag(
            content=f"""* {{ transition: none !important; }}
            body, [data-md-color-scheme] {{
              --md-default-bg-color: {ground} !important; --md-typeset-color: {ink} !important;
              --md-default-fg-color: {ink} !important; --md-default-fg-color--light: {ink}cc !important;
            }}"""
        )

        assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == rgb(ground)
        assert seen.measure("pale", 4.5) == [], palette
        assert seen.measure("faint", 3) == [], palette
        style.evaluate("one => one.remove()")


def rgb(colour: str) -> str:
    """Write a colour as a browser does."""
    return f"rgb({', '.join(str(part) for part in bytes.fromhex(colour[1:]))})"


def without(*features: str):
    """Answer with the stylesheet as a browser reads it that does not know these features."""

    def answer(route) -> None:
        response = route.fetch()
        css = response.text()
        for feature in features:
            css = css.replace(
                feature,
                f"unknown-{feature.lstrip('@:')}" if feature[0] not in "@:" else f"{feature[0]}unknown",
            )
        route.fulfill(response=response, body=css)

    return {re.compile(r"/plan\.css"): answer}


OLD = {
    "2022": (
        "color-mix(",
        "oklch(",
        "@container",
        "container:",
        "container-type:",
        ":has(",
        "rotate:",
        "translate:",
        "::details-content",
    ),
    "2023": ("oklch(from", ":has(", "::details-content"),
}


@pytest.mark.parametrize("look", ["material", "material-slate", "mkdocs-dark", "readthedocs"])
@pytest.mark.parametrize("year", OLD)
def test_an_old_browser_shows_words_and_bars(visit, year, look):
    seen = visit(look, GALLERY, altered=without(*OLD[year]))

    assert seen.measure("words")
    assert seen.misplaced(1280) == []
    assert seen.measure("fills") == []
    assert seen.measure("pale", 4.5) == []
    # On a phone its tables are moved sideways, and the page stays where it is.
    seen.page.set_viewport_size({"width": 360, "height": 900})
    assert seen.measure("overlaps") == []
    assert [each for each in seen.measure("overflows") if each.startswith("the page")] == []


POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; base-uri 'none'"


@pytest.mark.parametrize("look", ["material", "mkdocs", "readthedocs"])
def test_a_strict_content_policy_takes_nothing_away(visit, look):
    def answer(route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers=response.headers | {"content-security-policy": POLICY})

    seen = visit(look, GALLERY, altered={"**/gallery/": answer})

    inline = (
        ".plan-view [style], .plan-view style, .plan-view script, .plan-view [onclick], .plan-sprite [style]"
    )
    assert seen.page.locator(inline).count() == 0
    assert seen.measure("fills") == []
    assert seen.misplaced() == []
    assert seen.page.locator(".plan-tools").count() > 0
    seen.page.locator(".plan-plans thead .plan-c-progress").get_by_role("button").click()
    assert seen.page.locator(".plan-plans th[aria-sort]").count() == 1


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_page_that_a_password_opens_has_its_look_and_a_table_to_sort(contexts, build, theme):
    pytest.importorskip("encryptcontent")
    hidden = "docs/all.md\n  ---\n  password: tide\n  ---\n  # All\n\n  <!-- plans:table -->\n"
    plans = "".join(f"docs/plans/{n}.md\n  ---\n  plan: true\n  ---\n  # Plan {n}\n" for n in range(9))
    plugin = {"encryptcontent": {"webcrypto": True, "selfhost": False}}
    built = build(hidden + plans, theme=theme, plugins=["search", plugin, "plan"])
    with served(built.root / "site") as port:
        page = contexts(color_scheme="light").new_page()
        page.goto(f"http://127.0.0.1:{port}/all/")
        assert page.locator(".plan-view").count() == 0
        page.locator("#mkdocs-content-password").fill("tide")
        page.keyboard.press("Enter")
        page.locator(".plan-plans th button").first.wait_for()
        assert (
            page.locator(".plan-plans").evaluate("one => getComputedStyle(one).borderCollapse") == "separate"
        )
        page.close()
