"""What is new since a reader was there last: remembered by the browser alone."""

from __future__ import annotations

from tests.history.drawn import Drawn
from tests.history.test_diff import MOVED, SITE
from tests.site import build, draw


def test_what_came_since_the_last_visit_is_marked(browser, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782907200")
    drawn = Drawn(tmp_path / "repository")
    drawn.commit("2026-06-20", SITE)
    draw(drawn.root, "docs/index.md\n  # Hello\n\n  <!-- plans:changes -->")

    def site() -> str:
        return build(drawn.root, use_directory_urls=False).path("index.html").as_uri()

    context = browser.new_context()
    new = ".plan-new"
    page = context.new_page()
    page.goto(site())
    assert page.locator(".plan-att").count() == 1
    assert page.locator(new).count() == 0, "nothing is new to who never was there"
    page.close()

    drawn.commit("2026-06-25", MOVED.replace("search.md", "other.md"))
    page = context.new_page()
    for _ in range(2):  # and it stays marked as long as the page is open
        page.goto(site())
        assert page.locator(new).all_text_contents() == ["New since your last visit"]
        assert "2026-06-25" in page.locator(".plan-att", has=page.locator(new)).inner_text()
    page.close()

    page = context.new_page()
    page.goto(site())
    assert page.locator(new).count() == 0
    context.close()
