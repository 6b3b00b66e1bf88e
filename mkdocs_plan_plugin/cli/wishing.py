"""What `set`, `tick` and `untick` share: the plan that is meant, and the one file that is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from mkdocs_plan_plugin.cli.arguments import config_option
from mkdocs_plan_plugin.cli.config import find
from mkdocs_plan_plugin.cli.reading import beside_of, judge
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import SourcePage, select, site_of
from mkdocs_plan_plugin.cli.terminal import show
from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.edits.diff import diff
from mkdocs_plan_plugin.edits.write import FileChange, write
from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.today import today

if TYPE_CHECKING:
    from mkdocs_plan_plugin.cli.config import ConfiguredSite
    from mkdocs_plan_plugin.writing.page import Read

_Command = TypeVar("_Command", bound=Callable[..., Any])
Wish = Callable[[bytes, "Read", dt.date | None], bytes]
"""Makes of a file, how it is read and the day (None to touch nothing else) the file as it is to be."""
Write = Callable[[str, Wish], None]
"""Grants a wish of the plan that a path names, and shows what changed."""


def wish_options(command: _Command) -> _Command:
    """`--no-touch`, `--diff` and `--config`, as `write: Write`."""

    @wraps(command)
    def wishing(config: Path | None, *, no_touch: bool, shown: bool, **others: Any) -> object:  # noqa: ANN401
        return command(write=partial(_fulfil, config, touch=not no_touch, shown=shown), **others)

    no_touch = click.option(
        "--no-touch", is_flag=True, help="Leave typed progress and the date of the last update as they are."
    )
    only_diff = click.option(
        "--diff", "shown", is_flag=True, help="Show what would change, and write nothing."
    )
    config = config_option("The mkdocs.yml to use; else the nearest above the plan.")
    return no_touch(only_diff(config(cast("_Command", wishing))))


def _fulfil(config: Path | None, where: str, wish: Wish, *, touch: bool, shown: bool) -> None:
    """Write one fact of the plan that `where` names, and show what changed.

    Raises:
        Refusal: there is no such plan, or the fact can't be written.
    """
    file = Path(where)
    if not file.exists() and config is None and find(Path()) is None:
        raise Refusal(f"there is no file {where}, nor a mkdocs.yml here or above")
    site = site_of((file,) if file.exists() else (), config)
    page = _page(where, site)
    data = page.read()

    def read(text: str) -> tuple[Plan, Any]:
        found, outline, _ = judge(page, text, site.settings, ("**",), beside=beside_of(page, site.settings))
        if not isinstance(found, Plan) or outline is None:
            raise Refused("it is no plan")
        return found, outline

    try:
        after = wish(data, read, today(site.settings) if touch else None)
        lines = list(diff(page.shown, data, after))
        if not shown:
            write([FileChange(page.file, data, after)])
    except Refused as error:
        raise Refusal(f"{one_line(page.shown)}: {one_line(str(error))}") from None
    if not lines:
        click.echo(f"{one_line(page.shown)}: nothing to change, it is so already", err=shown)
    for line in (
        lines if shown else (line for line in lines if line[:3] not in ("---", "+++") and line[:1] in "+-")
    ):
        show(click.style(line, fg={"+": "green", "-": "red"}.get(line[:1])))


def _page(where: str, site: ConfiguredSite) -> SourcePage:
    """Return the page that a path names: of a file, from docs_dir, or the end of one page's path."""
    file = Path(where)
    if file.is_file():
        return select((file,), site).pages[0]
    if site.docs_dir is None:
        raise Refusal(f"there is no file {where}")
    pages = select((), site).pages
    wanted = where.removesuffix(".md").strip("/")
    named = [(page, page.path.removesuffix(".md")) for page in pages]
    found = [page for page, path in named if path == wanted]
    found = found or [page for page, path in named if path.endswith(f"/{wanted}")]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refusal(
            f"'{where}' may be {', '.join(page.path for page in found[:5])}; write more of the path"
        )
    near = nearest(wanted, [path for _, path in named])
    raise Refusal(f"there is no page '{where}'." + (f" Did you mean '{near}.md'?" if near else ""))


def parted(plan: str) -> tuple[str, str]:
    """Return path and anchor of `PLAN#anchor`; a file may have a `#` in its name."""
    if Path(plan).is_file():
        return plan, ""
    path, _, anchor = plan.partition("#")
    return path, anchor
