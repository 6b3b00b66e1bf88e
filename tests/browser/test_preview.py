"""Plans changed from their pages, by mouse, keyboard and screen reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.preview.serving import Served, served

FILLED = "\n\n".join(["  Words that make the page long."] * 30)
PLAN = f"""
docs/plans/dig.md
  ---
  plan: true
  ---
  # Plan: dig

  ## Phase 1: Dig

  **Status:** In Progress

{FILLED}

  - [ ] First hole
  - [ ] Second hole
  - [ ] Third hole
  - [~] Pipe

  ??? note "More"

      - [ ] Folded hole

  === "Sand"

      Nothing.

  === "Rock"

      - [ ] Rocky hole

  ## Phase 2: Pour

{FILLED}

  ## Phase 3: Look

  - [ ] Look at it
docs/plans/pour.md
  ---
  plan: true
  ---
  # Plan: pour

  ## Phase 1: Pour

  - [ ] Sand
  - [ ] Lime
  - [ ] Water
  - [ ] Wait a day
docs/plans/last.md
  ---
  plan: true
  ---
  # Plan: last

  ## Phase 1: Leave

  - [ ] Sweep
  - [ ] Lock
  - [ ] Hand over the key
"""
MORE = """
theme: {name: material, font: false, features: [navigation.instant]}
markdown_extensions: [pymdownx.details, pymdownx.superfences, pymdownx.tabbed: {alternate_style: true}]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("previewed"), PLAN, more=MORE) as one:
        yield one


@pytest.fixture
def opened(contexts, site):
    """Open a page of the site: `opened("/plans/dig/")`."""
    pages: list[Page] = []

    def opened(address: str, *, width: int = 1280, of: Served = site) -> Visit:
        of.settle()
        page = contexts(color_scheme="light", reduced_motion="reduce").new_page()
        pages.append(page)
        page.set_default_timeout(30_000)
        page.set_viewport_size({"width": width, "height": 700})
        visit = Visit(page)
        page.on("pageerror", visit.catch)
        page.goto(f"{of.origin}{address}")
        return visit

    yield opened
    for page in pages:
        page.close()


def box(page: Page, name: str):
    return page.get_by_role("checkbox", name=name, exact=True)


def said(page: Page):
    return page.locator(".plan-said [role=status][aria-live=polite]")


def place(page: Page, text: str) -> float:
    """How far below the top of the window something stands."""
    return page.locator(f"[data-plan-text='{text}']").evaluate("one => one.getBoundingClientRect().top")


def test_a_click_ticks_and_the_page_comes_back_to_where_it_was(opened, site):
    page = opened("/plans/dig/").page
    box(page, "First hole").scroll_into_view_if_needed()
    before = place(page, "First hole")

    with page.expect_navigation():
        box(page, "First hole").click()

    expect(box(page, "First hole")).to_be_checked()
    expect(box(page, "First hole")).to_be_focused()
    expect(said(page)).to_have_text("Written: plans/dig.md:70")
    assert page.evaluate("scrollY") > 300
    assert abs(place(page, "First hole") - before) < 2
    assert "- [x] First hole" in site.text("plans/dig.md")


def test_two_ticks_in_a_row_are_both_written(opened, site):
    page = opened("/plans/pour/").page

    with page.expect_navigation():
        for name in ("Sand", "Wait a day", "Sand"):
            box(page, name).click()

    expect(box(page, "Wait a day")).to_be_checked()
    expect(box(page, "Sand")).not_to_be_checked()
    site.until(
        lambda: (
            "- [x] Wait a day" in site.text("plans/pour.md") and "- [ ] Sand" in site.text("plans/pour.md")
        )
    )


def test_what_waits_is_written_though_the_page_goes(opened, site):
    page = opened("/plans/last/").page

    page.evaluate(
        "for (const one of document.querySelectorAll('[data-plan-at]')) one.localName === 'input' && one.click(); location.reload()"
    )

    site.until(lambda: site.text("plans/last.md").count("- [x] ") == 3)


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_by_keyboard_in_other_themes(theme, opened, tmp_path):
    with served(tmp_path, PLAN, more=f"theme: {{name: {theme}, highlightjs: false}}\n") as one:
        page = opened("/plans/dig/", of=one).page
        box(page, "First hole").focus()
        page.keyboard.press("Tab")
        expect(box(page, "Second hole")).to_be_focused()
        before = place(page, "Second hole")

        with page.expect_navigation():
            page.keyboard.press("Space")

        expect(box(page, "Second hole")).to_be_checked()
        expect(box(page, "Second hole")).to_be_focused()
        assert abs(place(page, "Second hole") - before) < 2
        assert "- [x] Second hole" in one.text("plans/dig.md")


def test_a_screen_reader_is_told_what_a_box_is_and_how_it_stands(opened):
    page = opened("/plans/dig/").page

    told = page.locator("body").aria_snapshot()

    assert '- checkbox "Third hole"' in told
    assert '- checkbox "Pipe" [checked=mixed]' in told
    assert 'button "Change state: Phase 2"' in told


@pytest.mark.parametrize("name", ["Folded hole", "Rocky hole"])
def test_what_was_folded_or_behind_a_tab_is_open_again(name, opened, site):
    page = opened("/plans/dig/").page
    page.get_by_text("More", exact=True).click()
    page.get_by_text("Rock", exact=True).click()  # which may be a navigation, too

    box(page, name).click()
    expect(said(page)).to_contain_text("Written", timeout=30_000)
    site.settle()

    expect(box(page, name)).to_be_visible()
    expect(box(page, name)).to_be_focused()
    assert f"- [x] {name}" in site.text("plans/dig.md")


def test_a_task_in_the_list_of_all_goes_and_the_next_one_has_the_focus(opened, site):
    page = opened("/plans/actions/" if (site.root / "docs/plans/actions.md").exists() else "/").page
    box(page, "Lime").focus()

    with page.expect_navigation():
        page.keyboard.press("Space")

    expect(box(page, "Lime")).to_have_count(0)
    expect(box(page, "Water")).to_be_focused()
    assert "- [x] Lime" in site.text("plans/pour.md")


def test_a_phase_gets_its_state_from_the_menu_at_its_bar(opened, site):
    page = opened("/plans/dig/").page
    opener = page.get_by_role("button", name="Change state: Phase 2")
    states = page.get_by_role("group", name="State of Phase 2")
    expect(states).to_be_hidden()
    opener.focus()
    page.keyboard.press("Enter")
    expect(states.get_by_role("button")).to_have_text(
        ["Pending", "In progress", "Complete", "On hold", "Blocked", "Deferred", "Cancelled"]
    )
    page.keyboard.press("Escape")
    expect(states).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(states.get_by_role("button", name="Deferred")).to_be_focused()
    before = place(page, "Pour")

    with page.expect_navigation():
        page.keyboard.press("Enter")

    expect(opener).to_be_focused()
    expect(states).to_be_hidden()
    expect(page.locator("[data-plan-text=Pour] [aria-pressed=true]")).to_have_text("Deferred")
    assert abs(place(page, "Pour") - before) < 2
    assert "## Phase 2: Pour\n\n**Status:** Deferred\n" in site.text("plans/dig.md")


def test_a_refused_change_says_why_and_the_box_is_as_it_was(opened, site):
    page = opened("/plans/pour/").page
    box(page, "Sand").evaluate("one => one.dataset.planText = 'Gravel'")
    before = site.text("plans/pour.md")
    expect(said(page)).to_have_text("")

    box(page, "Sand").click()

    why = "line 8 no longer says 'Gravel'; the page is older than the file"
    expect(said(page)).to_have_text(f"Nothing was changed: {why}")
    expect(box(page, "Sand")).not_to_be_checked()
    assert site.text("plans/pour.md") == before
    page.get_by_role("button", name="Close").click()
    expect(said(page)).to_have_text("")


def test_a_preview_that_has_ended_is_told(opened, tmp_path):
    with served(tmp_path, PLAN) as one:
        page = opened("/plans/pour/", of=one).page
        expect(box(page, "Sand")).to_be_enabled()
    box(page, "Sand").click()

    expect(said(page)).to_have_text("Nothing was changed: the preview does not answer")
    expect(box(page, "Sand")).not_to_be_checked()


def test_pages_that_come_without_being_loaded_can_be_changed_too(opened):
    page = opened("/plans/notes/").page
    page.goto(page.url.replace("plans/notes/", ""))
    page.evaluate("window.stayed = true")

    page.get_by_role("link", name="Plan: pour").first.click()

    expect(box(page, "Water")).to_be_enabled()
    assert page.evaluate("window.stayed")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_hard_to_use(width, opened):
    for address in ("/plans/dig/", "/"):
        visit = opened(address, width=width)
        if opener := visit.page.locator(".plan-menu > button").all():
            opener[-1].click()
        assert [*visit.faults(), *visit.misplaced(), *visit.messages] == []


ELSEWHERE = """<!doctype html><title>Elsewhere</title>
<form method=post enctype=text/plain action="{edit}" target=answer><input name='{wish}' value='"}}'></form>
<iframe name=answer></iframe>
<script>
  const send = (type, mode) => fetch("{edit}", {{ method: "POST", mode, headers: {{ "Content-Type": type }}, body: '{wish}"}}' }});
  window.tried = Promise.allSettled([
    send("text/plain", "no-cors"), send("application/json", "cors"),
    fetch("{page}").then((answer) => answer.text()),
  ]).then((all) => all.map((one) => one.status));
  document.forms[0].submit();
</script>
<script src="{script}"></script>
<iframe src="{page}" name=framed></iframe>
"""


def test_a_page_of_another_site_changes_nothing(contexts, site):
    wish = (
        '{"kind":"task","path":"plans/pour.md","line":10,"text":"Water","was":"open","state":"done","more":"'
    )
    said = ELSEWHERE.format(
        edit=f"{site.origin}/.plan/edit",
        page=f"{site.origin}/",
        script=f"{site.origin}/.plan/preview.js",
        wish=wish,
    )

    class Elsewhere(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    before = site.files()
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = contexts(color_scheme="light").new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        tried = page.evaluate("window.tried")
        page.frame("answer").wait_for_load_state()
        page.frame("framed").wait_for_load_state()
        page.wait_for_timeout(500)
        framed = page.frame("framed").locator("input.plan-task")
        enabled = [one.is_enabled() for one in framed.all()]
        page.close()
        server.shutdown()

    assert tried == ["rejected"] * 3
    assert enabled
    assert not any(enabled)
    assert (
        site.log.read_text().count(f"refused, a page of 'http://127.0.0.1:{server.server_address[1]}'") >= 2
    )
    assert site.files() == before
