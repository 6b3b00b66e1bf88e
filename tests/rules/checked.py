"""Pages checked as a site would, drawn in the test."""

from __future__ import annotations

import datetime as dt
from typing import Any

from mkdocs_plan_plugin.model import Finding
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.rules import Checker, Pages, RuleSite
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.template.files import Templates, with_aliases
from mkdocs_plan_plugin.template.schema import compile_template
from mkdocs_plan_plugin.views.registry import VIEWS

TODAY = dt.date(2026, 3, 1)


def check_pages(pages: dict[str, str], template: str = "", **options: Any) -> dict[str, list[Finding]]:
    """Return the findings of drawn pages, each taken for a plan, by path."""
    templates = Templates(own=compile_template(template, "template.md")) if template else Templates()
    settings = with_aliases(Settings(**options), templates)
    outlines = {path: outline_of(text, settings) for path, text in pages.items()}
    plans = {path: read_plan(outline, path, settings) for path, outline in outlines.items()}
    site = RuleSite(
        today=TODAY,
        settings=settings,
        templates=templates,
        views=lambda: frozenset(VIEWS),
        pieces=frozenset(view.name for view in VIEWS.values() if view.scope == "plan"),
    )
    checker = Checker(site)
    pending = {path: checker.read(plan, outlines[path]) for path, plan in plans.items()}
    read = Pages(site=site, portfolio=join(plans.values()), paths=frozenset(pages), plans=len(plans))
    return {path: checker.finish(one, read) for path, one in pending.items()}


def check(text: str, template: str = "", **options: Any) -> list[Finding]:
    """Return the findings of one page."""
    return check_pages({"plans/this.md": text}, template, **options)["plans/this.md"]


def told(findings: list[Finding]) -> list[tuple[str, int]]:
    """Return code and line of each finding."""
    return [(one.code, one.line) for one in findings]
