"""Why a page is no plan, and what makes it one: the other content of `mkdocs-plan explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.reading.find import NEAR, TRAITS, Candidate, by_glob, choose, matches, traits
from mkdocs_plan_plugin.reading.page import reader_for

if TYPE_CHECKING:
    from mkdocs_plan_plugin.cli.selection import Page
    from mkdocs_plan_plugin.settings import Settings


class NoPlan(msgspec.Struct, kw_only=True):
    """Why a page is no plan, and what to add to make it one."""

    path: str
    plan: bool = False
    reason: str
    traits: list[str]
    missing: list[str]
    add: str


def no_plan(page: Page, text: str, settings: Settings) -> NoPlan:
    """Explain why a page is no plan, and what makes it one."""
    candidate = Candidate(text, reader_for(settings).vocabulary)
    reason = _refused(page, candidate, settings)
    if reason:
        add = "Take that away to let the page be judged by its content."
        return NoPlan(path=page.path, reason=reason, traits=[], missing=[], add=add)
    has = traits(candidate.outline)
    glob = by_glob(page.path, settings)
    if glob:
        reason = f"it matches 'include' ({glob}), but has {len(has)} of the two traits needed"
    elif len(has) >= NEAR:
        reason = "it has the traits of one, but neither a marker nor a path that 'include' names"
    else:
        reason = "it has no marker (front matter, tag, category), and no glob of 'include' names its path"
    return NoPlan(
        path=page.path,
        reason=reason,
        traits=has,
        missing=[trait for trait in TRAITS if trait not in has],
        add="To make it a plan, write 'plan: true' into its front matter.",
    )


def _refused(page: Page, candidate: Candidate, settings: Settings) -> str:
    """Return what says that a page is no plan whatever stands on it, empty where nothing does."""
    if page.excluded:
        return "MkDocs leaves it out of the site (exclude_docs)"
    why, undecided = choose(candidate, page.path, settings)
    if why or undecided:
        return ""
    glob = matches(page.path, tuple(settings.exclude))
    return f"the option 'exclude' names it ({glob})" if glob else "its front matter says so (plan: false)"
