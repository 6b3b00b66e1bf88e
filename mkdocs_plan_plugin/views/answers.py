"""What a directive gets: its view, its options as read, and what is wrong with how it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs_plan_plugin.languages import Text
from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.views import choice
from mkdocs_plan_plugin.views.choice import Choice
from mkdocs_plan_plugin.views.directives import directive_of
from mkdocs_plan_plugin.views.registry import VIEWS

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Kept
    from mkdocs_plan_plugin.portfolio import Links
    from mkdocs_plan_plugin.source.comments import Comment
    from mkdocs_plan_plugin.views.directives import Directive
    from mkdocs_plan_plugin.views.registry import View


class Answer(NamedTuple):
    """The answer to one directive. Without a `view` there is nothing to show but the problems."""

    view: View | None
    choice: Choice
    problems: list[Text]
    other: Plan | None = None
    """The plan named by `of`."""

    @property
    def whole(self) -> bool:
        """True for a view of all plans that leaves none out."""
        return self.view is not None and self.view.scope == "plans" and not self.choice.narrows

    @property
    def moves(self) -> bool:
        """True for a piece of the page's own plan, which then does not be at its usual place."""
        return self.view is not None and self.view.scope == "plan" and self.other is None


def faults(
    comments: Iterable[Comment],
    own: Kept | None,
    path: str,
    portfolio: Links[Any],
    stated_fields: Collection[str],
    today: dt.date,
) -> Iterator[tuple[Comment, str]]:
    """Yield what is wrong with the options of the directives of a page, as it is when the page is shown.

    A view that there is not is told by a rule of its own.
    """
    for comment in comments:
        directive = directive_of(comment)
        if directive.view in VIEWS:
            found = answer(directive, own, path, portfolio, stated_fields, today)
            yield from ((comment, str(problem)) for problem in found.problems)


def answer(
    directive: Directive,
    own: Kept | None,
    path: str,
    portfolio: Links[Any],
    stated_fields: Collection[str],
    today: dt.date,
) -> Answer:
    """Answer a directive on the page `path`, which shows the plan `own` or none."""
    directive = _named(directive)
    view = VIEWS.get(directive.view)
    if view is None:
        return Answer(None, Choice(), [_no_view(directive.view)])
    if view.repeats:
        return Answer(
            None,
            Choice(),
            [Text("'%(view)s' is shown at each of its places and can't be moved", view=view.key)],
        )
    if directive.error:
        asked = choice.ParsedChoice(Choice(), [directive.error])
    else:
        asked = choice.read(
            directive.options,
            takes=view.takes,
            today=today,
            columns=view.columns,
            items=view.items,
            stated_fields=stated_fields,
        )
    problems = [Text("'%(view)s': %(problem)s", view=view.key, problem=problem) for problem in asked.problems]
    if view.scope == "plans":
        return Answer(view, asked.choice, problems)
    if not asked.choice.of:
        if own is None:
            problem = Text(
                "'%(view)s' shows the page's own plan, but this page is no plan. Name one: %(sample)s",
                view=view.key,
                sample=f"<!-- {view.key} {{of: plans/name.md}} -->",
            )
            return Answer(None, Choice(), [problem])
        return Answer(view, asked.choice, problems)
    other = portfolio.resolve(asked.choice.of, own or Plan(path=path))
    if other is None:
        known = [plan.path for plan in portfolio.plans]
        near = nearest(asked.choice.of, known, 0.4)
        problem = Text("'%(view)s': there is no plan '%(name)s'.", view=view.key, name=asked.choice.of)
        if near:
            problem = Text("%(problem)s Did you mean '%(near)s'?", problem=problem, near=near)
        return Answer(None, Choice(), [*problems, problem])
    return Answer(view, asked.choice, problems, other)


def _named(directive: Directive) -> Directive:
    """Return the directive that is meant: `plans:results {show: criteria}` is `plans:criteria`."""
    view = VIEWS.get(directive.view)
    if view is None or not view.shows or "show" not in directive.options:
        return directive
    options = dict(directive.options)
    wanted = str(options.pop("show"))
    name = wanted if wanted in view.shows else f"{view.name}/{wanted}"
    return directive._replace(name=name, options=options)


def _no_view(key: str) -> Text:
    near = nearest(key, VIEWS, 0.5)
    known = ", ".join(name for name in VIEWS if not VIEWS[name].repeats)
    if near:
        return Text("there is no view '%(name)s'. Write: %(sample)s", name=key, sample=f"<!-- {near} -->")
    return Text("there is no view '%(name)s'. Write one of: %(names)s", name=key, names=known)
