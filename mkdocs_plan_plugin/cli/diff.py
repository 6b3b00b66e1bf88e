"""`mkdocs-plan diff`: what changed in plans between two times of the repository."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_plan_plugin.cli.arguments import config_option, plans_option
from mkdocs_plan_plugin.cli.comparing import Comparison, Time, main_branch
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import site_of
from mkdocs_plan_plugin.cli.terminal import show
from mkdocs_plan_plugin.export.changes import FORMATS, ChangesRecord
from mkdocs_plan_plugin.history.changes import totals
from mkdocs_plan_plugin.history.condition import condition
from mkdocs_plan_plugin.history.git import GitError
from mkdocs_plan_plugin.history.repository import Repository
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.today import days_ago, today

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""The tree without files, as git knows it: what there was before the first commit."""


_DOTS = regex(r"\.{2,3}")
_REVISIONS = regex(r"(.*?)(\.{2,3}|$)(.*)")


@click.command(short_help="Say what changed in plans on this branch, or between two commits.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="Text to read; Markdown for a comment on a pull request; data; or what GitHub shows beside lines.",
)
@click.option(
    "--since",
    metavar="WHEN",
    help="Hold the plans against what they were then: 7d, 2w, 1m (days, weeks, months ago), or 2026-11-20.",
)
@click.option(
    "--fail-on",
    "fail_on",
    multiple=True,
    metavar="CONDITION",
    help="End with 1 if it holds: new-error, new-warning, progress-lost, new-critical-risk, or figures such"
    " as 'tasks_reopened > 0'. May be given several times.",
)
@plans_option("Take every page that matches for a plan, for this run; '**' takes all.")
@config_option("The mkdocs.yml to use; else the nearest above the first PATH.")
@click.argument("arguments", nargs=-1, metavar="[BASE[..HEAD]] [PATH]...")
def diff(
    form: str,
    since: str | None,
    fail_on: tuple[str, ...],
    globs: tuple[str, ...],
    config: Path | None,
    arguments: tuple[str, ...],
) -> None:
    """Say what changed in plans: progress, states, phases, tasks, risks, dates, owners, findings.

    Without BASE they are held against the commit at which this branch left the main branch, and with BASE
    alone against the one at which it left that; what is not committed yet is looked at, too. BASE..HEAD
    are two commits as they are. PATH is a file or folder, by default the site's docs_dir, else all of the
    repository.

    Exit status: 0; 1 if a condition of --fail-on holds; 2 for wrong usage, or where there is no repository.
    """
    conditions = [_condition(text) for text in fail_on]
    repository = Repository.around(Path())
    if repository is None:
        raise Refusal("there is no git repository here or above; changes are read from its commits")
    try:
        revisions, paths = _parted(repository, arguments)
        site = site_of(paths or [Path()], config)
        old, new, said = _times(repository, revisions, since, today(site.settings))
        places = [Path.cwd() / path for path in paths] or [site.docs_dir or repository.root]
        within = [Path(os.path.abspath(place)) for place in places]  # noqa: PTH100 - links stay as named
        changes = list(Comparison(site, globs, old, new).changes(within))
    except GitError as error:
        raise Refusal(str(error)) from None
    stated = ChangesRecord(changes, said)
    for line in FORMATS[form](stated):
        if form == "text":
            show(line)
        else:
            click.echo(line)
    figures = totals(changes)
    if any(holds(figures) for holds in conditions):
        click.get_current_context().exit(1)


def _parted(repository: Repository, arguments: Sequence[str]) -> tuple[str, list[Path]]:
    """Return what names the commits, empty for nothing, and the paths."""
    if not arguments or Path(arguments[0]).exists():
        return "", _there(arguments)
    for end in _DOTS.split(arguments[0]):
        try:
            repository.commit(end or "HEAD")
        except GitError:
            near = "" if ".." in arguments[0] else " or path"
            raise Refusal(
                f"'{arguments[0]}' is no commit{near} of this repository.{_hint(repository)}"
            ) from None
    return arguments[0], _there(arguments[1:])


def _there(paths: Sequence[str]) -> list[Path]:
    for path in paths:
        if not Path(path).exists():
            raise Refusal(f"there is no file or folder {path}")
    return [Path(path) for path in paths]


def _hint(repository: Repository) -> str:
    if not repository.shallow:
        return ""
    return (
        " This clone holds the last commits only: fetch all of them ('fetch-depth: 0' in GitHub's checkout)."
    )


def _times(repository: Repository, revisions: str, since: str | None, day: dt.date) -> tuple[Time, Time, str]:
    """Return the two times, and in words what the plans are held against."""
    if since is not None:
        if revisions:
            raise Refusal("--since names a time, and BASE a commit: give one of them")
        return _since(repository, since, day)
    base, dots, head = _REVISIONS.match(revisions).groups()  # type: ignore[union-attr]
    end = repository.commit(head or "HEAD")
    if dots == "..":
        start = repository.commit(base or "HEAD")
    else:
        name = base or main_branch(repository)
        try:
            start = repository.merge_base(name, end)
        except GitError:
            raise Refusal(f"'{name}' has no commit in common with this branch.{_hint(repository)}") from None
    shown = f"{start[:9]} and {end[:9]}" if dots else start[:9]
    return Time(repository, start), Time(repository, end if dots else None), shown


def _since(repository: Repository, text: str, today: dt.date) -> tuple[Time, Time, str]:
    day = days_ago(text, today)
    if day is None:
        raise Refusal(f"--since: '{text}' is no time. Write 7d, 2w, 1m or a date such as 2026-11-20.")
    commit = repository.last_before(day)
    if not commit and repository.shallow:
        raise Refusal(f"the commits known here begin after {day}.{_hint(repository)}")
    return Time(repository, commit or EMPTY), Time(repository, None), str(day)


def _condition(text: str) -> Callable[[Mapping[str, int]], bool]:
    try:
        return condition(text)
    except ValueError as error:
        raise Refusal(f"--fail-on: {error}") from None
