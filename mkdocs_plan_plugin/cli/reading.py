"""Pages read into plans, as the command line finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin import bug
from mkdocs_plan_plugin.cli.no_plan import in_one_line
from mkdocs_plan_plugin.cli.selection import SourcePage
from mkdocs_plan_plugin.dialects.files import beside as beside_in
from mkdocs_plan_plugin.model import Plan, Why
from mkdocs_plan_plugin.reading.find import NearMiss
from mkdocs_plan_plugin.reading.globs import matches
from mkdocs_plan_plugin.reading.page import Reading, names_beside
from mkdocs_plan_plugin.reading.page import read as read_page
from mkdocs_plan_plugin.source.text import decode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_plan_plugin.settings import Settings


class ReadPages(msgspec.Struct, kw_only=True):
    """The plans among pages, the pages that nearly are, and the files that could not be read."""

    plans: list[Plan] = msgspec.field(default_factory=list)
    near: list[NearMiss] = msgspec.field(default_factory=list)
    no_plans: list[str] = msgspec.field(default_factory=list)
    """Why files that were named are no plans, a line each."""
    errors: list[str] = msgspec.field(default_factory=list)


def read(pages: Sequence[SourcePage], settings: Settings, globs: Sequence[str] = ()) -> ReadPages:
    """Read pages; those that match one of `globs` are plans without being asked for traits."""
    reading = ReadPages()
    for page in pages:
        try:
            text = decode(page.read())
        except OSError as error:
            reading.errors.append(f"{page.file}: {error.strerror}")
            continue
        try:
            found, _, part_of = judge(page, text, settings, globs)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other pages are read
            reading.errors.append(f"{page.file}: {bug.describe(error)}; please report it")
            continue
        if isinstance(found, Plan):
            reading.plans.append(found)
        elif found is not None:
            reading.near.append(found)
        elif page.named:
            reading.no_plans.append(f"{page.shown} {in_one_line(page, text, settings, part_of)}")
    return reading


def judge(
    page: SourcePage,
    text: str,
    settings: Settings,
    globs: Sequence[str] = (),
    *,
    for_display: bool = True,
    beside: Mapping[str, str] | None = None,
) -> Reading:
    """Return what a page is. `plan: false`, the option `exclude` and exclude_docs go before `globs`.

    Without `for_display` only what rules look at is read of a plan. `beside` are the files of its folder
    that are one plan with it, where they have been read.
    """
    if page.excluded:
        return Reading(None)
    glob = matches(page.path, tuple(globs)) or matches(page.place, tuple(globs))
    return read_page(
        text,
        page.path,
        settings,
        Why(by="path", detail=glob) if glob is not None else None,
        place=page.place,
        full_path=page.full_path,
        beside=beside_of(page, settings) if beside is None else beside,
        named=page.named,
        inherited=page.inherited,
        for_display=for_display,
    )


def beside_of(page: SourcePage, settings: Settings) -> dict[str, str]:
    """Return the texts of the files of a page's folder that may be one plan with it."""
    return beside_in(page.file.parent, names_beside(page.full_path, settings))
