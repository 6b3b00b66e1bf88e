"""Rules about plans among each other: they are asked when every page is read."""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Iterator

from mkdocs_plan_plugin.model import Kept
from mkdocs_plan_plugin.portfolio import Links
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import swap
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.pending import Pending
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.rules.site import Pages, stem
from mkdocs_plan_plugin.vocabulary.lookup import title_key

_ADDRESS_END = regex(r"[?#]")

_MOST_NAMES = 4000
"""Of more names the nearest to a wrong one is not looked for: the hint is not worth the time."""


_LARGE = 50
"""Of more plans that depend on each other only the first tells its circle; each one's would take too long."""


@rule(
    "PLAN701",
    "unresolved-plan",
    "warning",
    scope="joined",
    bad="""
    ---
    depends_on: no-such-plan.md
    ---
    # Plan: new cache
    """,
    good="# Plan: new cache",
)
def unresolved_plan(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """A plan that front matter names is none of the site's pages.

    The dependency is shown as unknown, and blocks nothing.
    """
    if not pages.whole:
        return
    plan = pending.plan
    named = [
        # links in the text are MkDocs' own to check
        *(("depends_on", link) for link in plan.depends_on if link.line <= pending.front_end),
        *(("superseded_by", link) for link in [plan.superseded_by] if link),
        *(("supersedes", link) for link in plan.supersedes),
    ]
    for what, link in named:
        if pages.portfolio.resolve(link.target, plan) is not None:
            continue
        if "://" in link.target or _is_page(pages, plan, link.target):
            continue
        near = _nearest(pages, plan, link.target)
        yield Fault(
            link.line,
            f"{what} names '{link.target}', which is no page of this site"
            + (f"; the nearest plan is '{near}'" if near else ""),
            near,
            column=pending.column(link.line, link.target),
            edits=swap(link.line, pending.column(link.line, link.target), link.target, near) if near else (),
            applies="manual",
        )


def _is_page(pages: Pages, plan: Kept, target: str) -> bool:
    path = _ADDRESS_END.split(target, maxsplit=1)[0].lstrip("/")
    folders = ("", posixpath.dirname(plan.path))
    return any(posixpath.normpath(posixpath.join(folder, path)) in pages.paths for folder in folders)


def _nearest(pages: Pages, plan: Kept, target: str) -> str:
    """Return the path of the plan whose name is most like the target, seen from the page's folder."""
    import difflib  # noqa: PLC0415 - only for a link that is wrong

    if len(pages.names) > _MOST_NAMES:
        return ""
    # a plan has two names, so that among three matches one is another's if there is any
    for name in difflib.get_close_matches(stem(target.rstrip("/")), pages.names, n=3, cutoff=0.6):
        others = [path for path in pages.names[name] if path != plan.path]
        if others:
            return _relative(others[0], plan)
    return ""


def _relative(path: str, plan: Kept) -> str:
    return posixpath.relpath(path, posixpath.dirname(plan.path) or ".")


@rule(
    "PLAN702",
    "dependency-cycle",
    "warning",
    scope="joined",
    bad="""
    ---
    depends_on: this.md
    ---
    # Plan: new cache
    """,
    good="# Plan: new cache",
)
def dependency_cycle(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """Plans depend on one another in a circle.

    None of them can begin. Reported once, at the first of them by path.
    """
    plan = pending.plan
    group = pages.circles.get(plan.path, ())
    if not group or (len(group) > _LARGE and plan.path != group[0]):
        return
    circle = _shortest_circle(plan, frozenset(group), pages.portfolio)
    if plan.path != min(one.path for one in circle):
        return
    following = circle[1 % len(circle)]
    link = next(
        relation.link
        for relation in pages.portfolio.entry(plan).depends_on
        if relation.plan is not None and relation.plan.path == following.path
    )
    names = " → ".join(f"'{one.title}'" for one in [*circle, plan])
    what = "the plan depends on itself" if len(circle) == 1 else f"plans depend on one another: {names}"
    yield Fault(link.line, f"{what}; take one of the dependencies out")


def _shortest_circle(plan: Kept, group: frozenset[str], portfolio: Links[Kept]) -> list[Kept]:
    """Return the fewest plans of a group that lead from one back to it, each depending on the next."""
    ways: dict[str, Kept | None] = {plan.path: None}
    """By path of a plan the one on the way before it."""
    queue = deque([plan])
    while True:
        last = queue.popleft()
        for relation in portfolio.entry(last).depends_on:
            other = relation.plan
            if other is None or other.path not in group:
                continue
            if other.path == plan.path:
                circle = [last]
                while before := ways[circle[-1].path]:
                    circle.append(before)
                return circle[::-1]
            if other.path not in ways:
                ways[other.path] = last
                queue.append(other)


@rule(
    "PLAN703",
    "depends-on-inactive",
    "warning",
    living=True,
    scope="joined",
    bad="""
    ---
    depends_on: old.md
    ---
    # Plan: new cache

    **Status:** In Progress

    **Owner:** Team Tide
    """,
    good=("---\ndepends_on: old.md\n---\n", ""),
)
def depends_on_inactive(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """An active plan depends on one that is superseded, cancelled, archived or on hold.

    What it waits for will not come, or not soon. A plan on hold is an info.
    """
    plan, portfolio = pending.plan, pages.portfolio
    if plan.state == "on-hold":
        return
    for relation in portfolio.entry(plan).depends_on:
        other = relation.plan
        if other is None or other.path == plan.path:
            continue
        entry = portfolio.entry(other)
        if not entry.abandoned and entry.standing != "on-hold":
            continue
        state = entry.ending or "on hold"
        successor = entry.superseded_by.plan if entry.superseded_by else None
        link, other_path = relation.link, _relative(successor.path, plan) if successor else ""
        column = pending.column(link.line, link.target)
        yield Fault(
            link.line,
            f"the plan depends on '{other.title}', which is {state}"
            + (f"; its successor is '{successor.title}'" if successor else ""),
            other_path,
            column=column,
            severity="info" if state == "on hold" else None,
            edits=swap(link.line, column, link.target, other_path) if other_path else (),
            applies="manual",
        )


@rule(
    "PLAN704",
    "duplicate-title",
    "info",
    scope="joined",
    bad="# Old cache",
    good="# New cache",
)
def duplicate_title(pending: Pending, pages: Pages) -> Iterator[Fault]:
    """Two plans have the same title.

    Joined views can't be read, and a link by title names neither. Reported at the second by path.
    """
    plan = pending.plan
    first = pages.first_titled.get(title_key(plan.title), plan.path)
    if first < plan.path and plan.options.listed:
        yield Fault(plan.line, f"'{plan.title}' is the title of {first}, too; tell them apart")
