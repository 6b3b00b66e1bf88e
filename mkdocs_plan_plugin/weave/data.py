"""`plans.json` in the built site: all that was read, at a fixed address."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from mkdocs_plan_plugin.export.badges import badge, path_of
from mkdocs_plan_plugin.export.calendar import as_calendar
from mkdocs_plan_plugin.export.csv import export_csv
from mkdocs_plan_plugin.export.json import export
from mkdocs_plan_plugin.weave import log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mkdocs_plan_plugin.export.badges import Kind
    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.weave.site import Site

_DAYS = 30
"""Days that the feed tells of."""


class Written(NamedTuple):
    """A file that an option asks for."""

    option: str
    default: str
    about: str
    """What a message calls what is in it."""


DATA = Written("data_file", "plans.json", "the data")
TABLE = Written("table_file", "plans.csv", "the table")
CALENDAR = Written("calendar", "plans.ics", "the calendar")
BADGES = Written("badges", "badges", "badges")
FEED = Written("feed", "plans.xml", "the feed")


def write(site: Site, site_dir: Path, badges: str) -> None:
    """Write the data of all plans, table, calendar, badges and feed, into the built site.

    They are in no file of `docs_dir`, and are written even where no page changed.
    """
    at = site.addresses
    made: list[tuple[Written, str, Callable[[], bytes | None]]] = [
        (DATA, at.data, lambda: export(site.plans, portfolio=site.portfolio)),
        (TABLE, at.table, lambda: export_csv(site.plans)),
        (CALENDAR, at.calendar, lambda: _calendar(site)),
        (FEED, at.feed, lambda: _feed(site)),
    ]
    for kind, path, content in made:
        if path:
            with _writing(kind, path):
                _put(site_dir / path, content())
    if site.settings.badges != "off":
        with _writing(BADGES, badges):
            _write_badges(site_dir / badges, site, site.settings.badges)


@contextmanager
def _writing(kind: Written, path: str) -> Iterator[None]:
    """Say of a file that can't be written that it can't."""
    try:
        yield
    except OSError as error:
        log.wrong(f"option '{kind.option}': {path} can't be written: {error.strerror or error}")


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _calendar(site: Site) -> bytes:
    """Return what is due as a calendar; it links to plans where the site says its address."""

    def address(plan: Plan, anchor: str) -> str:
        page = site.pages.get(plan.path)
        if page is None or not site.url:
            return ""
        return urljoin(site.url, page.address) + (f"#{anchor}" if anchor in site.anchors_of(plan) else "")

    return as_calendar(site.portfolio.entries, site.today, address)


def _write_badges(folder: Path, site: Site, kind: Kind) -> None:
    """Write a badge for each plan that is listed and has a page below `docs_dir`."""
    for entry in site.portfolio.entries:
        parts = path_of(entry.plan).split("/")
        if ".." not in parts and all(parts):
            _put(folder.joinpath(*parts), badge(entry, kind).encode())


def _feed(site: Site) -> bytes | None:
    """Return what commits changed in plans in the last days as a feed, if the site says its address."""
    past = site.past
    if not site.url or past is None or not past.known:
        missing = "it needs 'site_url'" if not site.url else "git knows nothing of these plans"
        log.wrong(f"option 'feed': {site.addresses.feed} is not written: {missing}")
        return None
    from mkdocs_plan_plugin.export.atom import FeedEntry, as_atom  # noqa: PLC0415 - only for this option

    since = site.today - dt.timedelta(days=min(_DAYS, (site.today - dt.date.min).days))
    changes = past.changes(site.portfolio.plans, since)
    entries = [
        FeedEntry(one, urljoin(site.url, site.pages[one.plan.path].address))
        for one in changes
        if one.plan.path in site.pages
    ]
    home = urljoin(site.url, site.index.address) if site.index else site.url
    return as_atom(site.name, home, urljoin(site.url, site.addresses.feed), entries)
