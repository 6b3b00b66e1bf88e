"""`mkdocs-plan new`: a plan from the site's template."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from mkdocs_plan_plugin.cli.arguments import config_option
from mkdocs_plan_plugin.cli.blanks import blanks_in, is_template, listed, others_in
from mkdocs_plan_plugin.cli.config import ConfiguredSite
from mkdocs_plan_plugin.cli.naming import folder_for, name_in, next_number, slug_of
from mkdocs_plan_plugin.cli.output import put, write
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.repository import root_above
from mkdocs_plan_plugin.cli.scaffolds import dialect_files
from mkdocs_plan_plugin.cli.selection import from_here, site_or_none
from mkdocs_plan_plugin.cli.templates import mark, template_text
from mkdocs_plan_plugin.export.findings import sentence
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.plural import counted
from mkdocs_plan_plugin.template.fill import First, fill
from mkdocs_plan_plugin.today import today
from mkdocs_plan_plugin.vocabulary.lookup import vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_STDOUT = Path("-")


@click.command(short_help="Start a plan from the site's template.")
@click.option("--kind", metavar="KIND", help="Take the template of this kind (option 'template').")
@click.option(
    "--dialect", metavar="NAME", help="Write it as this dialect has it: superpowers, spec-kit, openspec, ..."
)
@click.option("--minimal", is_flag=True, help="Only the head, the phases, and what the template requires.")
@click.option("--owner", default="", metavar="NAME", help="Who answers for it.")
@click.option(
    "--priority", type=click.Choice(["P0", "P1", "P2", "P3"], case_sensitive=False), help="How urgent it is."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The file to write, or the folder to write it to; '-' is standard output. By default where the"
    " site's plans are.",
)
@config_option("The mkdocs.yml to use; else the nearest above.")
@click.argument("title")
def new(
    kind: str | None,
    dialect: str | None,
    minimal: bool,  # noqa: FBT001 - click's
    owner: str,
    priority: str | None,
    output: Path | None,
    config: Path | None,
    title: str,
) -> None:
    """Write a new plan called TITLE, and list what has to be filled in.

    It is made from the site's own template, else from the one that comes along (see 'mkdocs-plan
    template'). In a folder whose plans are numbered or dated it gets the next number, or the day. No file
    is ever overwritten.

    Exit status: 0; 2 for wrong usage or configuration, or where the file is there already.
    """
    title = one_line(title)
    if not title:
        raise Refusal('a plan needs a title, e.g. mkdocs-plan new "Move the archive"')
    site = site_or_none(config)
    first = First(
        title=title, day=today(site.settings).isoformat(), owner=one_line(owner), priority=priority or ""
    )
    if dialect and kind:
        raise Refusal("--kind names a template, which a plan in a dialect has none of: give one of the two")
    files = (
        _of_dialect(dialect, first, site, output)
        if dialect
        else _of_template(kind, first, site, output, minimal=minimal)
    )
    if output == _STDOUT:
        write(next(iter(files.values())), None)
        return
    for file in files:
        if file.exists():
            raise Refusal(f"{from_here(file)} is there already; choose another title, or --output FILE")
    for file, text in files.items():
        put(file, text.encode())
        click.echo(from_here(file))
    _tell(next(iter(files)), site)


def _of_template(
    kind: str | None, first: First, site: ConfiguredSite, output: Path | None, *, minimal: bool
) -> Mapping[Path, str]:
    """Return the file of a plan made from a template, with its text."""
    text = fill(template_text(kind, site), first, minimal=minimal, vocabulary=vocabulary_of(site.settings))
    if output is not None and output.suffix and not output.is_dir():
        file = output
    else:
        folder = output if output not in (None, _STDOUT) else folder_for(site)
        file = folder / name_in(folder, first.title, first.day)
    return {file: mark(text, file, kind, site)}


def _of_dialect(name: str, first: First, site: ConfiguredSite, output: Path | None) -> Mapping[Path, str]:
    """Return the files of a plan in a dialect, with their texts."""
    start = site.file.parent if site.file else Path()
    root = output if output not in (None, _STDOUT) else root_above(start) or start
    return dialect_files(name, first, root, site.docs_dir, slug_of(first.title), next_number)


def _tell(file: Path, site: ConfiguredSite) -> None:
    """Say what has still to be written, on stderr, so that stdout is the file's name."""
    text = file.read_text("utf-8")
    shown = from_here(file)
    blanks = blanks_in(text, shown, site)
    lines = [""]
    if blanks:
        lines.append(f"{counted(len(blanks), 'blank')} to fill in, or to take out:")
        lines += listed(blanks)
        lines.append("")
    if blanks and is_template(text, shown, site):
        lines += ["It is taken for a template, and listed nowhere, until its phases have names.", ""]
    others = [one for one in others_in(file, text.encode(), site, blanks) if one.path == shown]
    lines += [
        f"{one.finding.line:>6}  {one.finding.code} {one_line(sentence(one.finding))}" for one in others
    ]
    lines.append(f"What is left says: mkdocs-plan check {quote(shown)}")
    for line in lines:
        click.echo(line, err=True)
