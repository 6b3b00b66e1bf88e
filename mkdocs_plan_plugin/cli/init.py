"""`mkdocs-plan init`: the plugin, and what goes with it, into a site that is there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from mkdocs_plan_plugin.cli.arguments import config_option
from mkdocs_plan_plugin.cli.config import EXTENSION, FILE_NAMES, ZENSICAL, ConfigError, ConfiguredSite, whole
from mkdocs_plan_plugin.cli.output import put
from mkdocs_plan_plugin.cli.reading import ReadPages, read
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.repository import root_above
from mkdocs_plan_plugin.cli.selection import Asked, from_here, select, site_of
from mkdocs_plan_plugin.cli.setup import (
    BASELINE,
    ByHand,
    SetupFile,
    agents,
    marker,
    merged,
    nav_block,
    plugin_block,
    pre_commit,
    read_text,
)
from mkdocs_plan_plugin.cli.terminal import aligned, show
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.plural import counted

if TYPE_CHECKING:
    from mkdocs_plan_plugin.cli.selection import SourcePage

_MOST = 12
"""Pages that are listed."""


_NEXT = (
    ("mkdocs-plan check", "what is wrong in your plans"),
    ("mkdocs-plan fix", "writes what of it has one right answer"),
    ("mkdocs-plan status", "how all plans stand"),
    ('mkdocs-plan new "TITLE" --minimal --owner NAME', "a first plan from the template"),
    ("mkdocs serve", "the site, with an index of all plans at plans/"),
)


class Offer(NamedTuple):
    """Something that `init` writes if it is asked to."""

    name: str
    says: str


class Survey(NamedTuple):
    """What is in a repository: the site, its pages, and what they are."""

    site: ConfiguredSite
    root: Path
    pages: dict[str, SourcePage]
    reading: ReadPages

    @property
    def docs(self) -> str:
        """The folder of the pages, as a path from the root; empty for the root itself."""
        docs = self.site.docs_dir or self.root
        inside = docs.is_relative_to(self.root)
        shown = docs.relative_to(self.root).as_posix() if inside else docs.as_posix()
        return "" if shown == "." else shown


@click.command(short_help="Bring the plugin into a site that is there.")
@click.option("--markers", is_flag=True, help="Mark the pages that nearly are plans as plans.")
@click.option("--pages", is_flag=True, help="Name several index pages, and put them into the navigation.")
@click.option(
    "--baseline",
    is_flag=True,
    help="Write what is found today to a file, so that only new findings are reported.",
)
@click.option("--pre-commit", "hook", is_flag=True, help="Check plans before each commit, with pre-commit.")
@click.option("--agents", "agent", is_flag=True, help="Tell agents in AGENTS.md how to keep plans true.")
@click.option("--all", "everything", is_flag=True, help="All of these.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, as a diff, and write nothing.")
@config_option("The mkdocs.yml to use; else the nearest above.")
def init(
    markers: bool,  # noqa: FBT001 - click's
    pages: bool,  # noqa: FBT001 - click's
    baseline: bool,  # noqa: FBT001 - click's
    hook: bool,  # noqa: FBT001 - click's
    agent: bool,  # noqa: FBT001 - click's
    everything: bool,  # noqa: FBT001 - click's
    dry_run: bool,  # noqa: FBT001 - click's
    config: Path | None,
) -> None:
    """Look at the site here, say which pages are plans, and write the plugin into its configuration.

    On a terminal, each of the options is asked for. Nothing is overwritten: a line is added to a file, or
    a file that is not there is made; every other byte stays as it is.

    Exit status: 0; 2 for wrong usage, or a configuration that can't be read.
    """
    found = _look(config)
    for line in _stated(found):
        show(line)
    asked = {
        "markers": markers,
        "pages": pages,
        "baseline": baseline,
        "pre-commit": hook,
        "agents": agent,
    }
    offers = list(_offers(found))
    if everything:
        asked = dict.fromkeys(asked, True)
    elif not any(asked.values()) and not dry_run and sys.stdin.isatty() and sys.stdout.isatty():
        for offer in offers:
            asked[offer.name] = click.confirm(f"{offer.says}?", default=False)
        show()
    changes, by_hand = _changes(found, asked)
    if dry_run:
        for change in changes:
            for line in change.diff():
                click.echo(line)
        if asked["baseline"]:
            show(f"{BASELINE} would hold what a check finds then")
    else:
        _write(changes)
        if asked["baseline"]:
            _baseline(found)
    for lines in by_hand:
        show(f"{from_here(lines.file)} stays as it is; write into it:\n\n{lines.lines}\n")
    done = bool(changes or by_hand)
    for line in _after(offers, asked, found, written=done or dry_run):
        show(line)


def _look(config: Path | None) -> Survey:
    """Find the site, and read its pages.

    Raises:
        Refusal: there is none.
    """
    foreign = Path(ZENSICAL)
    try:
        if config is None and foreign.exists() and not any(Path(name).exists() for name in FILE_NAMES):
            site = ConfiguredSite(docs_dir=Path.cwd() / str(whole(foreign).get("docs_dir", "docs")))
        else:
            site = site_of((), config)
    except ConfigError as error:
        raise Refusal(str(error)) from None
    except Refusal as error:
        if "no mkdocs.yml" not in error.message:
            raise
        raise Refusal(
            "there is no mkdocs.yml, properdocs.yml or zensical.toml here or above. 'mkdocs new .' makes"
            " a site; without one, the other commands read files and folders that you name"
        ) from None
    docs = site.docs_dir
    if docs is None or not docs.is_dir():
        raise Refusal(f"{site.file}: docs_dir: there is no folder {docs}")
    start = site.file.parent if site.file else Path.cwd()
    selection = select([docs] if site.file is None else (), site)
    reading = read(selection.pages, site.settings)
    return Survey(site, root_above(start) or start, {page.path: page for page in selection.pages}, reading)


def _stated(found: Survey) -> Iterator[str]:
    """Say what the pages are."""
    name = from_here(found.site.file) if found.site.file else ZENSICAL
    yield f"{name}: {counted(len(found.pages), 'page')} in {found.docs or '.'}"
    yield ""
    plans = [plan for plan in found.reading.plans if not plan.template]
    if plans:
        yield f"{len(plans)} of them {'are plans' if len(plans) > 1 else 'is a plan'}:"
        for plan in plans[:_MOST]:
            yield f"  {found.pages[plan.path].shown}  {one_line(plan.title)}"
        if len(plans) > _MOST:
            yield f"  and {len(plans) - _MOST} more"
    else:
        yield "None of them is a plan yet."
    if found.reading.near:
        yield ""
        yield "Nearly plans:"
        for miss in found.reading.near[:_MOST]:
            yield f"  {found.pages[miss.path].shown}  {one_line(miss)}"
    yield ""


def _offers(found: Survey) -> Iterator[Offer]:
    """Yield what may be written besides the plugin."""
    if found.reading.near:
        pages = ", ".join(found.pages[miss.path].shown for miss in found.reading.near[:3])
        yield Offer(
            "markers", f"Write 'plan: true' into {pages}{', ...' if len(found.reading.near) > 3 else ''}"
        )
    if found.site.file:
        yield Offer("pages", "Make pages of risks, board, roadmap, open tasks and decisions beside the index")
        if found.site.settings.baseline is None:
            says = f"Write today's findings to {BASELINE}, so that only new ones are reported"
            yield Offer("baseline", says)
    text = read_text(found.root / ".pre-commit-config.yaml") or ""
    if "mkdocs-plan" not in text:
        yield Offer("pre-commit", "Check plans before each commit (.pre-commit-config.yaml)")
    if "mkdocs-plan" not in (read_text(found.root / "AGENTS.md") or ""):
        yield Offer("agents", "Tell agents how to keep plans true (AGENTS.md)")


def _changes(found: Survey, asked: dict[str, bool]) -> tuple[list[SetupFile], list[ByHand]]:
    site = found.site
    block = plugin_block(site, pages=asked["pages"], baseline=asked["baseline"])
    done: list[SetupFile | ByHand | None] = [block]
    if asked["pages"]:
        same = isinstance(block, SetupFile) and block.file == site.file
        done.append(nav_block(site, block.after if same and isinstance(block, SetupFile) else None))
    if asked["markers"]:
        done += [marker(found.pages[miss.path].file) for miss in found.reading.near]
    if asked["pre-commit"]:
        done.append(pre_commit(found.root, found.docs))
    if asked["agents"]:
        done.append(agents(found.root, found.docs))
    changes = [one for one in done if isinstance(one, SetupFile)]
    return merged(changes), [one for one in done if isinstance(one, ByHand)]


def _write(changes: list[SetupFile]) -> None:
    """Write the files, if all of them are still as they were read.

    Raises:
        Refusal: one has changed meanwhile, or can't be written; no file is changed then.
    """
    from mkdocs_plan_plugin.edits import write as edits  # noqa: PLC0415 - a dry run does without
    from mkdocs_plan_plugin.edits.apply import Refused  # noqa: PLC0415

    there = [change for change in changes if change.before is not None]
    try:
        edits.write(
            edits.FileChange(change.file, (change.before or "").encode(), change.after.encode())
            for change in there
        )
    except Refused as error:
        raise Refusal(str(error)) from None
    for change in changes:
        if change.before is None:
            if change.file.exists():
                raise Refusal(f"{from_here(change.file)} is there by now, and stays as it is")
            put(change.file, change.after.encode())
        show(f"{'made   ' if change.before is None else 'changed'} {from_here(change.file)}")


def _baseline(found: Survey) -> None:
    """Write what a check finds now, where no such file is there."""
    from mkdocs_plan_plugin.cli.checking import run  # noqa: PLC0415 - only for this option
    from mkdocs_plan_plugin.rules import baseline  # noqa: PLC0415

    if found.site.file is None:
        return
    file = found.site.file.parent / BASELINE
    if file.exists():
        show(f"{from_here(file)} is there already, and stays as it is")
        return
    checked = run(Asked(site_of((), found.site.file)), marked=True, kept=False)
    put(file, baseline.make((one.path, one.finding, one.fingerprint) for one in checked.findings))
    show(f"made    {from_here(file)} with {counted(len(checked.findings), 'finding')}")


def _after(offers: list[Offer], asked: dict[str, bool], found: Survey, *, written: bool) -> Iterator[str]:
    """Say what else there is, and what comes next."""
    left = [offer for offer in offers if not asked[offer.name]]
    if not written:
        yield "Nothing to write: the plugin is there."
    if left:
        yield ""
        yield "init writes these, too, if you ask it to (--all for all of them):"
        for offer in left:
            yield f"  --{offer.name:<11} {offer.says}"
    if found.site.file is None:
        yield ""
        yield "Zensical runs no plugins of MkDocs. To show plans there, add to zensical.toml:"
        yield "  [project.plugins.plan]"
        yield f'  [project.markdown_extensions."{EXTENSION}"]'
        yield "and call: mkdocs-plan write && zensical build"
    yield ""
    yield "Next:"
    yield from aligned(_NEXT, (50, 60))
