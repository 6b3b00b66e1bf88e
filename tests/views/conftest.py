from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.views.context import Context
from mkdocs_plan_plugin.views.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_plan_plugin.model import Plan


def href(plan: Plan, anchor: str) -> str:
    return f"/{plan.path}#{anchor}" if anchor else f"/{plan.path}"


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def html(renderer: Renderer) -> Callable[..., str]:
    """Renders a view of a plan, or of all plans, among `others`."""

    def render(view: str, *plans: Plan, **options: Any) -> str:
        plan = plans[0] if view.startswith("plan:") else None
        context = Context(portfolio=join(plans), href=href, plan=plan, **options)
        return renderer.render(view, context)

    return render


@pytest.fixture
def show(html: Callable[..., str]) -> Callable[..., BeautifulSoup]:
    """The same, read as a page would be."""
    return lambda *args, **options: BeautifulSoup(html(*args, **options), "html.parser")
