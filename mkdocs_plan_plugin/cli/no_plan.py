"""Why a page is no plan, and what makes it one: the other content of `mkdocs-plan explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.reading.find import PageCandidate, choose
from mkdocs_plan_plugin.reading.globs import by_glob, matches
from mkdocs_plan_plugin.reading.page import reader_for
from mkdocs_plan_plugin.reading.traits import TRAITS

if TYPE_CHECKING:
    from mkdocs_plan_plugin.cli.selection import SourcePage
    from mkdocs_plan_plugin.settings import Settings


class NoPlan(msgspec.Struct, kw_only=True):
    """Why a page is no plan, and what to add to make it one."""

    path: str
    plan: bool = False
    reason: str
    traits: list[str]
    missing: list[str]
    add: str


def no_plan(page: SourcePage, text: str, settings: Settings, part_of: str = "") -> NoPlan:
    """Explain why a page that was named is no plan, and what makes it one.

    `part_of` is the file of its folder whose plan it is part of.
    """
    if part_of:
        reason = f"with {part_of} of its folder it is one plan, which is read from there"
        add = f"'mkdocs-plan explain' of {part_of} tells how."
        return NoPlan(path=page.path, reason=reason, traits=[], missing=[], add=add)
    candidate = PageCandidate(text, reader_for(settings).vocabulary, page.inherited)
    reason = _refused(page, candidate, settings)
    if reason:
        add = "Take that away to let the page be judged by its content."
        return NoPlan(path=page.path, reason=reason, traits=[], missing=[], add=add)
    has, glob = candidate.traits(page.place), by_glob(page.place, settings)
    counted = f"{len(has)} of the {candidate.needed(page.place)} traits of a plan that are needed"
    by_place = f"it matches 'include' ({glob}), but has {counted}"
    return NoPlan(
        path=page.path,
        reason=by_place if glob else f"it has no marker, and {counted}",
        traits=has,
        missing=[trait for trait in TRAITS if trait not in has],
        add="To make it a plan, write 'plan: true' into its front matter.",
    )


def in_one_line(page: SourcePage, text: str, settings: Settings, part_of: str = "") -> str:
    """Say behind the name of a page why it is no plan, and what to write."""
    found = no_plan(page, text, settings, part_of)
    has = f" ({', '.join(found.traits)})" if found.traits else ""
    return f"is not a plan: {found.reason}{has}. {found.add}"


def _refused(page: SourcePage, candidate: PageCandidate, settings: Settings) -> str:
    """Return what says that a page is no plan whatever is on it, empty where nothing does."""
    if page.excluded:
        return "MkDocs leaves it out of the site (exclude_docs)"
    why, undecided = choose(candidate, page.place, settings)
    if why or undecided:
        return ""
    glob = matches(page.place, tuple(settings.exclude))
    return f"the option 'exclude' names it ({glob})" if glob else "its front matter says so (plan: false)"
