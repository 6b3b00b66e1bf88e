"""Rendering: a view and its context → one chunk of HTML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from mkdocs_plan_plugin.views import html, marks, words
from mkdocs_plan_plugin.views.registry import VIEWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.views.context import Context

THEME_DIR = Path(__file__).parent.parent / "theme"
"""The directory to append to `config.theme.dirs`."""

STYLESHEET = "assets/plan/plan.css"
"""The stylesheet's path in `THEME_DIR` and in the built site."""

SCRIPT = "assets/plan/plan.js"
"""The script for tables and tips; everything can be read without it."""

_SCRIPTED = ("data-plan-table=", 'class="plan-more" id=', 'class="plan-tip"')
_BREAK = re.compile(r"\s*\n\s*")


def needs_script(html: str) -> bool:
    """True for HTML with a table to sort, a list that a link opens, or a tip."""
    return any(sign in html for sign in _SCRIPTED)


class Renderer:
    """The views of one build. Templates are looked up in `theme_dirs`, first hit wins, compiled once."""

    def __init__(self, theme_dirs: Sequence[str | Path] = (THEME_DIR,)) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([str(path) for path in theme_dirs]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters |= {
            "text": html.text,
            "inline": html.inline,
            "plain": html.plain,
            "date": html.date,
        }
        self._environment.globals |= {
            "link": html.link,
            "icon": marks.icon,
            "mark": marks.mark,
            "chip": marks.chip,
            "bar": marks.bar,
            "fill": marks.fill,
            "ask": marks.ask,
            "tip": marks.tip,
            "words": words,
        }
        self._templates: dict[str, Template] = {}

    def render(self, view: str, context: Context) -> str:
        """HTML of `plan:card` and its like, without blank lines; empty where nothing is to be shown.

        Author text never holds a line break, so every break comes from a template and goes.
        Raises KeyError for a name that no view has, jinja2.TemplateError for a broken template of
        the site's own.
        """
        chosen = VIEWS[view]
        facts = chosen.facts(context)
        if facts is None:
            return ""
        template = self._templates.get(view)
        if template is None:
            template = self._templates[view] = self._environment.get_template(chosen.template)
        page = {
            "plan": context.plan,
            "href": context.href,
            "index_href": context.index_href,
            "narrowed": context.choice.narrows,
            "standing": lambda plan: context.portfolio.entry(plan).standing,
        }
        return _BREAK.sub("", template.render(page | facts).strip())
