"""Rules about plans among each other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from mkdocs_plan_plugin.plans.model import Link, Plan
from mkdocs_plan_plugin.plans.vocabulary import title_key
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import Page
from mkdocs_plan_plugin.rules.registry import rule


@rule(
    "PLAN701",
    "unresolved-plan",
    "warning",
    bad="""
    ---
    depends_on: no-such-plan.md
    ---
    # Plan: new cache
    """,
    good="# Plan: new cache",
)
def unresolved_plan(page: Page) -> Iterator[Fault]:
    """A plan that front matter names is none of the site's pages.

    The dependency is shown as unknown, and blocks nothing.
    """
    plan = page.plan
    named = [
        *(("depends_on", link) for link in plan.depends_on if _in_front(page, link)),
        *(("superseded_by", link) for link in [plan.superseded_by] if link),
        *(("supersedes", link) for link in plan.supersedes),
    ]
    for what, link in named:
        if not page.site.whole or page.site.portfolio.resolve(link.target, plan) is not None:
            continue
        if "://" in link.target or _is_page(page, link.target):
            continue
        near = _nearest(page, link.target)
        yield Fault(
            link.line,
            f"{what} names '{link.target}', which is no page of this site"
            + (f"; the nearest plan is '{near}'" if near else ""),
            near,
            column=page.column(link.line, link.target),
        )


def _in_front(page: Page, link: Link) -> bool:
    """True for a link in front matter; those in the text are MkDocs' own to check."""
    return link.line <= page.document.front.last_line


def _is_page(page: Page, target: str) -> bool:
    path = re.split(r"[?#]", target, maxsplit=1)[0].lstrip("/")
    folders = ("", posixpath.dirname(page.plan.path))
    return any(posixpath.normpath(posixpath.join(folder, path)) in page.site.pages for folder in folders)


def _nearest(page: Page, target: str) -> str:
    """Return the path of the plan whose name is most like the target, seen from the page's folder."""
    import difflib  # noqa: PLC0415 - only for a link that is wrong

    names: dict[str, str] = {}
    for plan in page.site.portfolio.plans:
        if plan.path != page.plan.path:
            relative = posixpath.relpath(plan.path, posixpath.dirname(page.plan.path) or ".")
            names[posixpath.basename(plan.path).removesuffix(".md").casefold()] = relative
            names[title_key(plan.title)] = relative
    wanted = posixpath.basename(target.rstrip("/")).removesuffix(".md").casefold()
    match = difflib.get_close_matches(wanted, names, n=1, cutoff=0.6)
    return names[match[0]] if match else ""


@rule(
    "PLAN702",
    "dependency-cycle",
    "warning",
    bad="""
    ---
    depends_on: this.md
    ---
    # Plan: new cache
    """,
    good="# Plan: new cache",
)
def dependency_cycle(page: Page) -> Iterator[Fault]:
    """Plans depend on one another in a circle.

    None of them can begin. Told once, at the first of them by path.
    """
    portfolio = page.site.portfolio
    start = page.plan.path
    best: list[Plan] | None = None
    queue: list[list[Plan]] = [[page.plan]]
    seen: set[str] = set()
    while queue:
        way = queue.pop(0)
        for relation in portfolio.entry(way[-1]).depends_on:
            other = relation.plan
            if other is None:
                continue
            if other.path == start:
                best = best or way
            elif other.path not in seen:
                seen.add(other.path)
                queue.append([*way, other])
        if best:
            break
    if best is None or start != min(plan.path for plan in best):
        return
    following = best[1] if len(best) > 1 else page.plan
    link = next(
        relation.link
        for relation in portfolio.entry(page.plan).depends_on
        if relation.plan is not None and relation.plan.path == following.path
    )
    names = " → ".join(f"'{plan.title}'" for plan in [*best, page.plan])
    what = "the plan depends on itself" if len(best) == 1 else f"plans depend on one another: {names}"
    yield Fault(link.line, f"{what}; take one of the dependencies out")


@rule(
    "PLAN703",
    "depends-on-inactive",
    "warning",
    bad="""
    ---
    depends_on: old.md
    ---
    # Plan: new cache

    **Status:** In Progress

    **Owner:** Team Tide
    """,
    good="""
    # Plan: new cache

    **Status:** In Progress

    **Owner:** Team Tide
    """,
)
def depends_on_inactive(page: Page) -> Iterator[Fault]:
    """An active plan depends on one that is superseded, cancelled or on hold.

    What it waits for will not come, or not soon. A plan on hold is an info.
    """
    portfolio = page.site.portfolio
    if page.plan.state in ("complete", "cancelled", "on-hold") or portfolio.entry(page.plan).superseded:
        return
    for relation in portfolio.entry(page.plan).depends_on:
        other = relation.plan
        if other is None or other.path == page.plan.path:
            continue
        entry = portfolio.entry(other)
        if entry.standing not in ("superseded", "cancelled", "on-hold"):
            continue
        state = "on hold" if entry.standing == "on-hold" else entry.standing
        successor = entry.superseded_by.plan if entry.superseded_by else None
        near = (
            posixpath.relpath(successor.path, posixpath.dirname(page.plan.path) or ".") if successor else ""
        )
        yield Fault(
            relation.link.line,
            f"the plan depends on '{other.title}', which is {state}"
            + (f"; its successor is '{successor.title}'" if successor else ""),
            near,
            column=page.column(relation.link.line, relation.link.target),
            severity="info" if state == "on hold" else None,
        )


@rule(
    "PLAN704",
    "duplicate-title",
    "info",
    bad="# Old cache",
    good="# New cache",
)
def duplicate_title(page: Page) -> Iterator[Fault]:
    """Two plans have the same title.

    Joined views can't be read, and a link by title names neither. Told at the second by path.
    """
    title = title_key(page.plan.title)
    others = sorted(
        plan.path
        for plan in page.site.portfolio.plans
        if plan.path < page.plan.path and title_key(plan.title) == title
    )
    if others and page.plan.options.listed:
        yield Fault(page.plan.line, f"'{page.plan.title}' is the title of {others[0]}, too; tell them apart")
