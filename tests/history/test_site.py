"""The past of plans in a built site: views, feed, card; and that a site without a repository is none the worse."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.history.test_diff import MOVED, SITE
from tests.site import build as build_site
from tests.site import draw

if TYPE_CHECKING:
    from tests.history.drawn import Drawn

NS = {"atom": "http://www.w3.org/2005/Atom"}
HISTORY = "docs/history.md\n  # History\n\n  <!-- plans:history -->\n\n  <!-- plan:history {of: plans/search.md} -->\n\n  <!-- plans:changes {since: 60d} -->\n"


@pytest.fixture
def moved(drawn: Drawn) -> Drawn:
    """A plan that moved in June."""
    drawn.commit("2026-05-01", SITE)
    drawn.commit("2026-06-20", MOVED)
    draw(drawn.root, HISTORY)
    return drawn


def test_the_views_show_what_git_knows(moved: Drawn) -> None:
    built = build_site(
        moved.root, repo_url="https://github.com/quay/ours", site_url="https://ours.example.org/"
    )
    page = built.page("history/")
    together, one = page.select(".plan-history")
    assert together.select_one(".plan-chart")["aria-label"] == (
        "From 2026-05-01 to 2026-07-01: from 1 of 4 tasks done to 2 of 4."
    )
    assert [words(row) for row in one.select(".plan-past")[0].select("tbody tr")] == [
        "Phase 1 Dig 2026-05-01 2026-06-20"
    ]
    assert [words(row) for row in one.select(".plan-past")[1].select("tbody tr")] == [
        "2026-05-01 1 of 4 Planning 2",
        "2026-06-20 2 of 4 In progress 2",
    ]
    assert "Known since 2026-05-01 , from git." in words(one)
    item = page.select_one(".plan-changes .plan-att")
    assert words(item.select_one(".plan-att-head")).startswith("Plan: Move search 2026-06-20 , Quay team , ")
    commit = moved.git("rev-parse", "HEAD")
    assert item.select_one(".plan-note a")["href"] == f"https://github.com/quay/ours/commit/{commit}"
    assert "Done Write the backfill job" in words(item)
    assert built.page("plans/").select_one(".plan-changes")


def test_without_a_repository_nothing_is_said_of_the_past(drawn: Drawn) -> None:
    (drawn.root / ".git").rename(drawn.root / "git")
    draw(drawn.root, SITE + HISTORY)
    built = build_site(drawn.root)
    assert [words(view) for view in built.page("history/").select(".plan-empty")] == [
        "Git knows no earlier version of these plans.",
        "Git knows no earlier version of this plan.",
        "Git knows no earlier version of these plans.",
    ]
    assert not built.page("plans/").select(".plan-changes")


def test_a_feed_tells_what_changed(moved: Drawn) -> None:
    draw(
        moved.root,
        "mkdocs.yml\n  site_name: Ours\n  site_url: https://ours.example.org/docs/\n  plugins: [plan: {feed: true}]",
    )
    built = build_site(moved.root)
    feed = ET.fromstring(built.path("plans.xml").read_bytes())
    (entry,) = feed.findall("atom:entry", NS)
    assert feed.findtext("atom:updated", namespaces=NS) == "2026-06-20T12:00:00+00:00"
    assert entry.findtext("atom:title", namespaces=NS) == "Plan: Move search"
    assert entry.find("atom:link", NS).get("href") == "https://ours.example.org/docs/plans/search/"
    assert "<li>done Write the backfill job</li>" in entry.findtext("atom:content", namespaces=NS)


def test_a_feed_without_an_address_is_not_written_and_that_is_said(moved: Drawn) -> None:
    draw(moved.root, "mkdocs.yml\n  site_name: Ours\n  plugins: [plan: {feed: true}]")
    built = build_site(moved.root)
    assert not built.path("plans.xml").exists()
    assert "WARNING plan: option 'feed': plans.xml is not written: it needs 'site_url'" in built.log


def test_a_card_says_that_work_went_on(drawn: Drawn) -> None:
    drawn.commit("2026-05-01", MOVED.replace("Write the", "Write `src/fill.py`, the"))
    draw(drawn.root, "mkdocs.yml\n  site_name: Ours\n  plugins: [plan]\ndocs/index.md\n  # Hello")
    for number in range(3):
        drawn.commit("2026-05-02", f"src/fill.py\n  fill = {number}")
    assert "Unrecorded 3 commits touched this plan’s files since it was edited" in words(
        build_site(drawn.root).page("plans/search/").select_one(".plan-card")
    )
    draw(drawn.root, "mkdocs.yml\n  site_name: Ours\n  plugins: [plan: {rules: {repository: off}}]")
    assert "Unrecorded" not in words(build_site(drawn.root).page("plans/search/").select_one(".plan-card"))


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split())
