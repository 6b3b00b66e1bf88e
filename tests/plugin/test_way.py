"""The way of a page without any host: begun, inserted, filled, detached, put back."""

from __future__ import annotations

import datetime as dt

from markdown import markdown
from msgspec.structs import replace

from mkdocs_plan_plugin.hosts.mkdocs.events import PRIORITIES
from mkdocs_plan_plugin.plugin import PlanPlugin
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.views.render import THEME_DIR, Renderer
from mkdocs_plan_plugin.weave.find import Finder
from mkdocs_plan_plugin.weave.page import SitePage
from mkdocs_plan_plugin.weave.readings import Readings
from mkdocs_plan_plugin.weave.rendering import Rendering
from mkdocs_plan_plugin.weave.site import Site

TEXT = """\
# Plan: kiln

**Status:** In Progress

## Phase 1: Dig

- [x] hole
"""


class Contents:
    """What a host knows of the page."""

    url = "kiln/"
    content_string = f"---\nplan: true\n---\n{TEXT}"
    content_bytes = content_string.encode()


def test_a_page_goes_all_its_way():
    page = SitePage(path="kiln.md", contents=Contents())
    site = Site(
        settings=Settings(cache=False),
        today=dt.date(2026, 1, 1),
        renderer=Renderer([str(THEME_DIR)]),
        body_of=lambda _: TEXT,
    )
    finder = Finder(site, Readings(), lambda: None)
    finder.find([page])
    plans = [source.plan for source in finder.sources.values()]
    assert [plan.title for plan in plans] == ["Plan: kiln"]

    pages = Rendering(replace(site, sources=finder.sources, portfolio=join(plans, site.today)))
    assert pages.begin(page, TEXT, {}) == "in-progress"
    lines, _ = pages.insert(TEXT.split("\n"))
    inserted = "\n".join(lines)
    assert pages.tokens.sweep(inserted) == TEXT
    filled = pages.fill(markdown(inserted), set())
    assert 'class="plan-view plan-card' in filled
    detached = pages.detach(filled, page.address)
    assert "plan-card" not in detached
    put_back = pages.put_back(detached, page.address)
    assert 'class="plan-view plan-card' in put_back
    assert pages.release(put_back, page.address) == detached


def test_each_priority_is_that_of_a_handler():
    given = {
        name: handler.mkdocs_priority for name, handler in vars(PlanPlugin).items() if name in PRIORITIES
    }
    assert given == {name: priority for name, (priority, _) in PRIORITIES.items()}
