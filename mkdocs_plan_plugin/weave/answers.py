"""What a directive gets: its view, its options as read, and what is wrong with how it was written."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.plans.model import Plan
from mkdocs_plan_plugin.views import choice
from mkdocs_plan_plugin.views.choice import Choice
from mkdocs_plan_plugin.views.registry import VIEWS

if TYPE_CHECKING:
    from mkdocs_plan_plugin.portfolio import Portfolio
    from mkdocs_plan_plugin.views.registry import View
    from mkdocs_plan_plugin.weave.directives import Directive


class Answer(NamedTuple):
    """The answer to one directive. Without a `view` there is nothing to show but the problems."""

    view: View | None
    choice: Choice
    problems: list[str]
    other: Plan | None = None
    """The plan named by `of`."""

    @property
    def whole(self) -> bool:
        """True for a view of all plans that leaves none out."""
        return self.view is not None and self.view.scope == "plans" and not self.choice.narrows

    @property
    def moves(self) -> bool:
        """True for a piece of the page's own plan, which then does not stand at its usual place."""
        return self.view is not None and self.view.scope == "plan" and self.other is None


def answer(
    directive: Directive,
    own: Plan | None,
    path: str,
    portfolio: Portfolio,
    stated_fields: Collection[str],
    today: dt.date,
) -> Answer:
    """Answer a directive on the page `path`, which shows the plan `own` or none."""
    view = VIEWS.get(directive.view)
    if view is None:
        return Answer(None, Choice(), [_no_view(directive.view)])
    if view.repeats:
        return Answer(None, Choice(), [f"'{view.key}' stands at each of its places and can't be moved"])
    if directive.error:
        asked = choice.Asked(Choice(), [directive.error])
    else:
        asked = choice.read(
            directive.options,
            takes=view.takes,
            today=today,
            columns=view.columns,
            items=view.items,
            stated_fields=stated_fields,
        )
    problems = [f"'{view.key}': {problem}" for problem in asked.problems]
    if view.scope == "plans":
        return Answer(view, asked.choice, problems)
    if not asked.choice.of:
        if own is None:
            message = f"'{view.key}' shows the page's own plan, but this page is no plan"
            return Answer(None, Choice(), [f"{message}. Name one: <!-- {view.key} {{of: plans/name.md}} -->"])
        return Answer(view, asked.choice, problems)
    other = portfolio.resolve(asked.choice.of, own or Plan(path=path))
    if other is None:
        known = [plan.path for plan in portfolio.plans]
        near = next(iter(difflib.get_close_matches(asked.choice.of, known, n=1, cutoff=0.4)), "")
        instead = f" Did you mean '{near}'?" if near else ""
        return Answer(
            None, Choice(), [*problems, f"'{view.key}': there is no plan '{asked.choice.of}'.{instead}"]
        )
    return Answer(view, asked.choice, problems, other)


def _no_view(key: str) -> str:
    near = next(iter(difflib.get_close_matches(key, VIEWS, n=1, cutoff=0.5)), "")
    known = ", ".join(name for name in VIEWS if not VIEWS[name].repeats)
    return f"there is no view '{key}'. " + (f"Write: <!-- {near} -->" if near else f"Write one of: {known}")
