"""`plans.json` in the built site: all that was read, at a fixed address."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from mkdocs.structure.files import File

from mkdocs_plan_plugin.export.atom import Entry, as_atom
from mkdocs_plan_plugin.export.badges import badge, path_of
from mkdocs_plan_plugin.export.calendar import as_calendar
from mkdocs_plan_plugin.export.csv import export_csv
from mkdocs_plan_plugin.export.json import export
from mkdocs_plan_plugin.weave import report
from mkdocs_plan_plugin.weave.translation import prefix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_plan_plugin.export.badges import Kind
    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.portfolio import Portfolio
    from mkdocs_plan_plugin.settings import Settings
    from mkdocs_plan_plugin.weave.build import Build

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


class _Promised(File):
    """Stands for a file that is written at the end of a build, while others look at what the site has."""


def offer(files: Files, config: MkDocsConfig, settings: Settings) -> None:
    """Name the files that the index page links to, for plugins that keep a list of all files."""
    for kind in (DATA, TABLE, CALENDAR):
        path = getattr(settings, kind.option)
        if isinstance(path, str) and all(file.dest_uri != path for file in files):
            files.append(_Promised.generated(config, path, content=b""))


def withdraw(files: Files) -> None:
    """Take them back: they are none of MkDocs' to write."""
    for file in [file for file in files if isinstance(file, _Promised)]:
        files.remove(file)


def address(files: Files, config: MkDocsConfig, settings: Settings, kind: Written, *, found: bool) -> str:
    """Return where a file stands in the site; empty where it is off, or the author has a file there."""
    chosen = getattr(settings, kind.option)
    if not isinstance(chosen, str) or not found:
        return ""
    path = prefix(config) + chosen
    taken = {file.dest_uri for file in files}
    if path not in taken and (page := _in_the_way(path, taken)):
        default = prefix(config) + kind.default
        report.wrong(
            f"option '{kind.option}': {path} can't stand beside {page}; {kind.about} stands at {default}"
        )
        path = default
    if path in taken:
        report.say(f"the site has a file {path} of its own, so {kind.about} of its plans is not written")
        return ""
    return path


def _in_the_way(path: str, taken: set[str]) -> str:
    """Return a file of the site that would have to be a folder, or one in the folder that `path` would be."""
    above = (path[:at] for at, letter in enumerate(path) if letter == "/")
    below = (other for other in sorted(taken) if other.startswith(f"{path}/"))
    return next((folder for folder in above if folder in taken), next(below, ""))


@contextmanager
def writing(kind: Written, path: str) -> Iterator[None]:
    """Say of a file that can't be written that it can't."""
    try:
        yield
    except OSError as error:
        report.wrong(f"option '{kind.option}': {path} can't be written: {error.strerror or error}")


def write(path: Path, plans: Iterable[Plan], portfolio: Portfolio) -> None:
    """Write the data. It stands in no file of `docs_dir`, and is written even where no page changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(export(plans, portfolio=portfolio))


def write_table(path: Path, plans: Iterable[Plan]) -> None:
    """Write the table of all plans."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(export_csv(plans))


def write_calendar(path: Path, build: Build, config: MkDocsConfig) -> None:
    """Write what is due as a calendar; it links to plans where the site says its address."""
    site = (config.site_url or "").rstrip("/") + "/"

    def address(plan: Plan, anchor: str) -> str:
        file = build.files.get(plan.path)
        if file is None or site == "/":
            return ""
        return urljoin(site, file.url) + (f"#{anchor}" if anchor in build.anchors_of(plan) else "")

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_calendar(build.portfolio.entries, build.today, address))


def write_badges(folder: Path, build: Build, kind: Kind) -> None:
    """Write a badge for each plan that is listed and has a page below `docs_dir`."""
    for entry in build.portfolio.entries:
        parts = path_of(entry.plan).split("/")
        if ".." in parts or not all(parts):
            continue
        file = folder.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(badge(entry, kind), encoding="utf-8")


def write_feed(path: Path, build: Build, config: MkDocsConfig) -> None:
    """Write what commits changed in plans in the last days as a feed, if the site says its address."""
    site = (config.site_url or "").rstrip("/") + "/"
    past = build.past
    if site == "/" or past is None or not past.known:
        missing = "it needs 'site_url'" if site == "/" else "git knows nothing of these plans"
        report.wrong(f"option 'feed': {build.feed} is not written: {missing}")
        return
    since = build.today - dt.timedelta(days=min(_DAYS, (build.today - dt.date.min).days))
    changes = past.changes(build.portfolio.plans, since)
    entries = [
        Entry(one, urljoin(site, build.files[one.plan.path].url))
        for one in changes
        if one.plan.path in build.files
    ]
    home = urljoin(site, build.index.url) if build.index else site
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_atom(config.site_name, home, urljoin(site, build.feed), entries))
