"""The files with all plans in them among those of a site: where they are, before they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from mkdocs_plan_plugin.hosts.mkdocs.translation import prefix
from mkdocs_plan_plugin.weave import log
from mkdocs_plan_plugin.weave.data import CALENDAR, DATA, FEED, TABLE, Written
from mkdocs_plan_plugin.weave.site import Addresses

if TYPE_CHECKING:
    from collections.abc import Collection

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.settings import Settings


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


def addresses(
    files: Files, config: MkDocsConfig, settings: Settings, plans: Collection[Plan], *, due: bool
) -> Addresses:
    """Return where the files are in the site; `due` says that some plan has dates for a calendar."""
    found = {DATA: bool(plans), FEED: bool(plans), TABLE: bool(plans), CALENDAR: due}
    return Addresses(*(_address(files, config, settings, kind, found=found[kind]) for kind in found))


def _address(files: Files, config: MkDocsConfig, settings: Settings, kind: Written, *, found: bool) -> str:
    """Return where a file is in the site; empty where it is off, or the author has a file there."""
    chosen = getattr(settings, kind.option)
    if not isinstance(chosen, str) or not found:
        return ""
    path = prefix(config) + chosen
    taken = {file.dest_uri for file in files}
    if path not in taken and (page := _in_the_way(path, taken)):
        default = prefix(config) + kind.default
        log.wrong(f"option '{kind.option}': {path} can't be beside {page}; {kind.about} is at {default}")
        path = default
    if path in taken:
        log.say(f"the site has a file {path} of its own, so {kind.about} of its plans is not written")
        return ""
    return path


def _in_the_way(path: str, taken: set[str]) -> str:
    """Return a file of the site that would have to be a folder, or one in the folder that `path` would be."""
    above = (path[:at] for at, letter in enumerate(path) if letter == "/")
    below = (other for other in sorted(taken) if other.startswith(f"{path}/"))
    return next((folder for folder in above if folder in taken), next(below, ""))
