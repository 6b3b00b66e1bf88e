"""Pages read into plans, as the command line finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.cli.explanation import NoPlan
from mkdocs_plan_plugin.cli.selection import Page
from mkdocs_plan_plugin.plans.find import NEAR, TRAITS, Candidate, by_glob, choose, matches, traits
from mkdocs_plan_plugin.plans.model import Plan, Why
from mkdocs_plan_plugin.plans.page import Reading, reader_for
from mkdocs_plan_plugin.plans.page import read as read_page
from mkdocs_plan_plugin.source.text import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.settings import Settings


class Read(msgspec.Struct, kw_only=True):
    """The plans among pages, the pages that nearly are, and the files that could not be read."""

    plans: list[Plan] = msgspec.field(default_factory=list)
    near: list[Page] = msgspec.field(default_factory=list)
    errors: list[str] = msgspec.field(default_factory=list)


def read(pages: Sequence[Page], settings: Settings, globs: Sequence[str] = ()) -> Read:
    """Read pages; those that match one of `globs` are plans without being asked for traits."""
    reading = Read()
    for page in pages:
        try:
            text = decode(page.file.read_bytes())
        except OSError as error:
            reading.errors.append(f"{page.file}: {error.strerror}")
            continue
        found = judge(page, text, settings, globs).found
        if isinstance(found, Plan):
            reading.plans.append(found)
        elif found is not None:
            reading.near.append(page)
    return reading


def judge(page: Page, text: str, settings: Settings, globs: Sequence[str] = ()) -> Reading:
    """Return what a page is. `plan: false`, the option `exclude` and exclude_docs go before `globs`."""
    if page.excluded:
        return Reading(None)
    glob = matches(page.path, tuple(globs))
    return read_page(text, page.path, settings, Why(by="path", detail=glob) if glob is not None else None)


def no_plan(page: Page, text: str, settings: Settings) -> NoPlan:
    """Explain why a page is no plan, and what makes it one."""
    candidate = Candidate(text, reader_for(settings).vocabulary)
    reason = refused(page, candidate, settings)
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


def refused(page: Page, candidate: Candidate, settings: Settings) -> str:
    """Return what says that a page is no plan whatever stands on it, empty where nothing does."""
    if page.excluded:
        return "MkDocs leaves it out of the site (exclude_docs)"
    why, undecided = choose(candidate, page.path, settings)
    if why or undecided:
        return ""
    glob = matches(page.path, tuple(settings.exclude))
    return f"the option 'exclude' names it ({glob})" if glob else "its front matter says so (plan: false)"
