"""`plans.json` in the built site: all that was read, at a fixed address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.export.json import export
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.weave import report
from mkdocs_plan_plugin.weave.index import prefix

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.portfolio import Portfolio


def address(files: Files, config: MkDocsConfig, settings: Settings, *, found: bool) -> str:
    """Return where the data stands in the site; empty where it is off, or the author has a file there."""
    if not isinstance(settings.data_file, str) or not found:
        return ""
    path = prefix(config) + settings.data_file
    taken = {file.dest_uri for file in files}
    if path not in taken and (page := _in_the_way(path, taken)):
        default = prefix(config) + str(Settings().data_file)
        report.wrong(f"option 'data_file': {path} can't stand beside {page}; the data stands at {default}")
        path = default
    if path in taken:
        report.say(f"the site has a file {path} of its own, so the data of its plans is not written")
        return ""
    return path


def _in_the_way(path: str, taken: set[str]) -> str:
    """Return a file of the site that would have to be a folder, or one in the folder that `path` would be."""
    above = (path[:at] for at, letter in enumerate(path) if letter == "/")
    below = (other for other in sorted(taken) if other.startswith(f"{path}/"))
    return next((folder for folder in above if folder in taken), next(below, ""))


def write(path: Path, plans: Iterable[Plan], portfolio: Portfolio) -> None:
    """Write the data. It stands in no file of `docs_dir`, and is written even where no page changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(export(plans, portfolio=portfolio))
