"""The script in a browser: sorting, filtering, searching, and the address that remembers."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path

import pytest

PLANS = "\n".join(
    f"docs/plans/{name}.md\n  ---\n  plan: true\n  ---\n  # Plan {name}\n\n  **Status:** {state}\n\n"
    f"  - [x] one\n" + "\n".join(f"  - [ ] {n}" for n in range(rest))
    for name, state, rest in (
        ("ash", "In Progress", 1),
        ("birch", "Blocked", 3),
        ("cedar", "Complete", 0),
        ("elm", "In Progress", 9),
        ("fir", "Planning", 4),
        ("oak", "On Hold", 2),
    )
)
PLAIN = {"name": "mkdocs", "highlightjs": False}
TABLE = "table[data-plan-table=table]"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None: ...


@pytest.fixture
def serve():
    servers = []

    def start(folder: Path) -> str:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def page(browser):
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.set_default_timeout(8000)
    tab.faults = []
    tab.on("pageerror", lambda error: tab.faults.append(str(error)))
    yield tab
    tab.close()
    assert tab.faults == []


def titles(page) -> list[str]:
    return page.eval_on_selector_all(
        f"{TABLE} tbody tr:not([hidden]) .plan-title", "all => all.map(one => one.textContent.slice(5))"
    )


@pytest.mark.parametrize("local", [False, True])
def test_sort_filter_and_search_are_kept_in_the_address(build, serve, page, local):
    site = build(PLANS, theme="material").root / "site"
    page.goto(f"file://{site}/plans/index.html" if local else f"{serve(site)}/plans/")
    assert titles(page) == ["birch", "ash", "elm", "fir", "oak", "cedar"]

    page.click(f"{TABLE} .plan-c-progress button")
    assert titles(page)[:3] == ["cedar", "ash", "oak"]
    assert page.get_attribute(f"{TABLE} th.plan-c-progress", "aria-sort") == "descending"
    page.click(f"{TABLE} .plan-c-title button")
    assert titles(page) == ["ash", "birch", "cedar", "elm", "fir", "oak"]

    page.select_option("select[aria-label=State]", "In progress")
    assert titles(page) == ["ash", "elm"]
    assert page.inner_text(".plan-tools [role=status]") == "2 of 6"
    page.fill(".plan-tools input", "ELM")
    assert titles(page) == ["elm"]
    assert page.url.endswith("?table.sort=title&table.state=In+progress&table.q=ELM")

    page.reload()
    assert titles(page) == ["elm"]
    assert page.input_value(".plan-tools input") == "ELM"
    page.goto("about:blank")
    page.go_back()
    assert titles(page) == ["elm"]


def test_a_header_is_reached_and_pressed_by_keyboard(build, serve, page):
    site = build(PLANS, theme=PLAIN).root / "site"
    page.goto(f"{serve(site)}/plans/")
    page.focus(f"{TABLE} .plan-c-updated button")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.get_attribute(f"{TABLE} th.plan-c-progress", "aria-sort") == "descending"


def test_instant_navigation_forth_and_back_binds_once(build, serve, page):
    theme = {"name": "material", "font": False, "features": ["navigation.instant", "navigation.tabs"]}
    site = build(PLANS, theme=theme, site_url="http://127.0.0.1/").root / "site"
    home = serve(site)
    sitemap = site / "sitemap.xml"
    sitemap.write_text(sitemap.read_text("utf-8").replace("http://127.0.0.1", home), "utf-8")
    page.goto(f"{home}/")
    page.evaluate("window.stayed = true")
    for _ in range(10):
        page.click(".md-tabs__link[href*=plans]")
        page.wait_for_selector(".plan-tools")
        assert page.locator(".plan-tools").count() == 1
        assert page.locator(".plan-sort .plan-sort").count() == 0
        page.click(f"{TABLE} .plan-c-title button")
        assert titles(page) == ["ash", "birch", "cedar", "elm", "fir", "oak"]
        page.click(".md-tabs__link >> nth=0")
        page.wait_for_selector("h1:has-text('Start')")
    assert page.evaluate("window.stayed") is True


def test_rows_that_open_on_demand_are_searched_too(build, serve, page):
    drawn = f"{PLANS}\ndocs/home.md\n  # Home\n\n  <!-- plans:table {{limit: 2, state: any}} -->\n"
    site = build(drawn, theme=PLAIN).root / "site"
    page.goto(f"{serve(site)}/home/")
    assert titles(page) == ["birch", "ash"]
    page.fill(".plan-tools input", "oak")
    assert titles(page) == ["oak"]


def test_a_closed_list_opens_when_a_count_leads_to_it(build, serve, page):
    risks = "\n".join(
        f"  #### Risk {n}: R{n}\n\n  **Probability:** {level}\n\n  **Impact:** {level}\n"
        for n, level in enumerate(("Low", "High"), 1)
    )
    drawn = f"docs/plans/a.md\n  ---\n  plan: true\n  ---\n  # A\n\n  ## Risk Assessment\n\n{risks}"
    drawn += "\ndocs/home.md\n  # Home\n\n  <!-- plans:risk-matrix -->\n"
    site = build(drawn, theme=PLAIN, plugins=["search", {"plan": {"index": False}}]).root / "site"
    page.goto(f"{serve(site)}/home/")
    assert not page.is_visible("#plans-matrix-low-low li")
    page.click("a.plan-cell-n[href='#plans-matrix-low-low']")
    page.wait_for_selector("#plans-matrix-low-low li")  # the event of a new fragment comes behind the click


def test_everything_is_there_without_the_script(build, serve, browser):
    site = build(PLANS, theme=PLAIN).root / "site"
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{serve(site)}/plans/")
    assert tab.locator(f"{TABLE} tbody tr").count() == 6
    assert tab.locator("button.plan-sort, .plan-tools").count() == 0
    context.close()
