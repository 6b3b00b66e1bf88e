"""The Python API: these names, and no others, may be relied on."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import mkdocs_plan_plugin
from mkdocs_plan_plugin import check, read_plan, read_portfolio

EXAMPLE = Path(__file__).parent.parent / "example-site"


def test_the_public_surface() -> None:
    functions = {"check", "read_plan", "read_portfolio"}
    types = {"Finding", "Plan", "Portfolio", "Settings"}
    assert set(mkdocs_plan_plugin.__all__) == functions | types
    assert set(mkdocs_plan_plugin.__all__) <= set(dir(mkdocs_plan_plugin))
    signatures = {name: str(inspect.signature(getattr(mkdocs_plan_plugin, name))) for name in functions}
    assert signatures == {
        "read_plan": "(text: 'str', path: 'str' = 'plan.md', settings: 'Settings | None' = None) -> 'Plan'",
        "read_portfolio": "(*paths: 'str | Path', plans: 'Iterable[str]' = (), config: 'str | Path | None' = None)"
        " -> 'Portfolio'",
        "check": "(text: 'str', path: 'str' = 'plan.md', settings: 'Settings | None' = None) -> 'list[Finding]'",
    }
    assert all(inspect.getdoc(getattr(mkdocs_plan_plugin, name)) for name in mkdocs_plan_plugin.__all__)


def test_a_plan_from_text() -> None:
    plan = read_plan("# Plan: cache\n\n**Status:** In progress\n", path="plans/cache.md")
    assert (plan.path, plan.title, plan.state, plan.progress.percent) == (
        "plans/cache.md",
        "Plan: cache",
        "in-progress",
        None,
    )


def test_a_portfolio_from_a_folder() -> None:
    portfolio = read_portfolio(EXAMPLE / "docs")
    assert len(portfolio.plans) == portfolio.totals.plans == 11
    assert len(portfolio.open_risks()) == portfolio.totals.risks_open
    again = read_portfolio(config=EXAMPLE / "mkdocs.yml")
    assert again.totals == portfolio.totals


def test_findings_of_a_text() -> None:
    found = check("# Plan: cache\n\n**Status:** In progresss\n")
    assert [(one.code, one.line, one.replacement) for one in found if one.severity == "warning"] == [
        ("PLAN202", 3, "In Progress")
    ]


def test_a_name_that_there_is_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        mkdocs_plan_plugin.nonsense  # noqa: B018 - the access is what is tested


def test_the_api_needs_no_mkdocs() -> None:
    script = "import sys; from mkdocs_plan_plugin import read_plan, check; print('mkdocs' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
