"""The Python API: plans from text, plans from files, what is wrong with them. Needs no MkDocs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs_plan_plugin.cli.reading import read
from mkdocs_plan_plugin.cli.selection import select, site_of
from mkdocs_plan_plugin.dialects.files import with_dialects
from mkdocs_plan_plugin.model import Finding, Plan
from mkdocs_plan_plugin.portfolio import Portfolio, join
from mkdocs_plan_plugin.reading import read_plan as _read_plan
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.rules import Checker, Pages, RuleSite
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.template.files import read_templates, with_aliases
from mkdocs_plan_plugin.today import today

__all__ = ["Finding", "Plan", "Portfolio", "Settings", "check", "read_plan", "read_portfolio"]

_DEFAULTS = Settings()
"""Always the same, as its reader is kept with it."""


def read_plan(text: str, path: str = "plan.md", settings: Settings | None = None) -> Plan:
    """Read the text of one page as a plan, whether or not it is marked as one.

    `path` is the page's path below docs_dir; links to other plans are seen from there. Never raises on
    account of the text.
    """
    return _read_plan(text, path, with_dialects(settings or _DEFAULTS, Path())[0])


def read_portfolio(
    *paths: str | Path, plans: Iterable[str] = (), config: str | Path | None = None
) -> Portfolio:
    """Find and join the plans among files and folders, as a build of the site would.

    Without `paths` the whole docs_dir is read. `config` names the `mkdocs.yml` to use, else it is the
    nearest above the first path. Pages that match one of the globs in `plans` are plans in any case.
    Files that can't be read are left out. Raises click.ClickException for a configuration that can't be read.
    """
    named = [Path(path) for path in paths]
    site = site_of(named, Path(config) if config is not None else None)
    found = read(select(named, site).pages, site.settings, tuple(plans)).plans
    return join(found, today(site.settings))


def check(text: str, path: str = "plan.md", settings: Settings | None = None) -> list[Finding]:
    """Hold the text of one plan to its template and the rules; return the findings by line.

    Paths of templates in `settings` are seen from the working folder. Rules that ask about other
    plans stay silent: nothing is known of them.
    """
    chosen, _ = with_dialects(settings or _DEFAULTS, Path())
    templates = read_templates(chosen, Path())
    chosen = with_aliases(chosen, templates)
    outline = outline_of(text, chosen, path)
    plan = _read_plan(outline, path, chosen)
    site = RuleSite(today=today(chosen), settings=chosen, templates=templates)
    alone = Pages(site=site, portfolio=join([plan]), whole=False)
    return Checker(site).plan(plan, outline, alone)
