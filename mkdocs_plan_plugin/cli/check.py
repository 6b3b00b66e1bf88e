"""`mkdocs-plan check`: hold plans to their template and to themselves, without building the site."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_plan_plugin.cli.arguments import pages_arguments
from mkdocs_plan_plugin.cli.check_forms import FORMS, MARKED, FormType, OutputFormat, placed, write_forms
from mkdocs_plan_plugin.cli.checking import Checked, run
from mkdocs_plan_plugin.cli.config import EXTENSION, ConfiguredSite
from mkdocs_plan_plugin.cli.output import output_option, tell
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import Asked
from mkdocs_plan_plugin.plural import counted
from mkdocs_plan_plugin.rules import baseline
from mkdocs_plan_plugin.rules.severity import RANK

if TYPE_CHECKING:
    from mkdocs_plan_plugin.profile import Profile

_DEFAULT_BASELINE = "plan-baseline.json"


@click.command(short_help="Check plans against their template and themselves.")
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=FormType(),
    metavar="FORM[=FILE]",
    help=f"One of {', '.join(FORMS)}. May be given several times, each with a file of its own but one.",
)
@output_option("Write the format that has no file to this one.")
@click.option(
    "--fail-on",
    "fail_on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="warning",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option(
    "--baseline",
    "baseline_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Leave out the findings that this file holds; else the option 'baseline' says which.",
)
@click.option("--no-baseline", is_flag=True, help="Tell all findings, whatever the baseline holds.")
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Write all findings to the baseline, with PATH those of its pages, and exit with 0.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    metavar="N",
    help="Findings of one rule that are shown as text; 0 for all.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Processes that read pages; by default as many as there are processors, where it pays.",
)
@click.option(
    "--no-cache",
    "fresh",
    is_flag=True,
    help="Read every page, whatever an earlier check has kept, and keep nothing for the next.",
)
@click.option(
    "--changed",
    is_flag=True,
    help="Only what this branch caused since it left the main branch, or what is on its lines.",
)
@click.option("--base", metavar="COMMIT", help="With --changed: what the branch is held against instead.")
@click.option("--fix", "fixes_first", is_flag=True, help="Write first what 'mkdocs-plan fix' would.")
@click.option("--profile", "profiled", is_flag=True, help="Say on stderr where the time went, by layer.")
@pages_arguments
def check(
    forms: tuple[OutputFormat, ...],
    output: Path | None,
    fail_on: str,
    baseline_file: Path | None,
    no_baseline: bool,  # noqa: FBT001 - click's
    write_baseline: bool,  # noqa: FBT001 - click's
    most: int,
    jobs: int,
    fresh: bool,  # noqa: FBT001 - click's
    changed: bool,  # noqa: FBT001 - click's
    base: str | None,
    fixes_first: bool,  # noqa: FBT001 - click's
    profiled: bool,  # noqa: FBT001 - click's
    asked: Asked,
) -> None:
    """Check the plans among the pages at PATH (files or folders, default docs_dir).

    A file is read as if the site's globs named it; '-' is standard input. Files that are no longer
    there are passed over beside others.

    Exit status: 0 clean; 1 findings at or above --fail-on; 2 wrong usage or configuration.
    """
    profile = _begin() if profiled else None
    formats, site = placed(forms, output), asked.site
    root = site.file.parent if site.file else Path()
    file = baseline_file or (root / site.settings.baseline if site.settings.baseline else None)
    known = None if write_baseline or no_baseline else _known(file, given=baseline_file is not None)
    marked = write_baseline or any(form.name in MARKED for form in formats)
    processes = 1 if profiled else jobs  # a profile is one process's
    kept = site.settings.cache and not fresh
    if fixes_first:
        from mkdocs_plan_plugin.cli.fix import fix_first  # noqa: PLC0415 - only for this option

        asked = fix_first(asked)
    checked = run(asked, known, processes, marked=marked, kept=kept)
    if changed or base:
        from mkdocs_plan_plugin.cli.comparing import only_caused  # noqa: PLC0415 - only for this option

        checked.findings = only_caused(checked, asked, base)
    if write_baseline:
        _write(checked, file or root / _DEFAULT_BASELINE, root, asked.paths)
    else:
        tell("note", (*checked.notes, *_unseen(site), *_unmatched(checked, asked.paths, root)))
        write_forms(checked, formats, site.file, fail_on, most)
    if profile is not None:
        _tell(profile, checked)
    worst = max((RANK[one.finding.severity] for one in checked.findings), default=-1)
    if not write_baseline and fail_on != "never" and worst >= RANK[fail_on]:
        click.get_current_context().exit(1)


def _begin() -> Profile:
    """Take a profile, at the longest to the end of the command."""
    from mkdocs_plan_plugin.profile import Profile  # noqa: PLC0415 - only for this option

    profile = Profile()
    click.get_current_context().call_on_close(profile.end)
    return profile


def _tell(profile: Profile, checked: Checked) -> None:
    from mkdocs_plan_plugin.profile import of_check  # noqa: PLC0415 - only for this option

    profile.end()
    for line in of_check(profile, plans=checked.plans, pages=checked.pages):
        click.echo(line, err=True)


def _known(file: Path | None, *, given: bool) -> bytes | None:
    if file is None:
        return None
    try:
        return file.read_bytes()
    except FileNotFoundError:
        hint = "Write it with --write-baseline."
        name = "--baseline" if given else "option 'baseline'"
        raise Refusal(f"{name}: there is no file {file}. {hint}") from None


def _write(checked: Checked, file: Path, root: Path, paths: Sequence[Path]) -> None:
    """Write the baseline; where paths are named, the entries of other pages stay as they are."""
    others: list[baseline.Known] = []
    if paths and file.exists():
        try:
            others = [one for one in baseline.entries(file.read_bytes()) if not _is_under(one, paths, root)]
        except (OSError, ValueError) as error:
            raise Refusal(f"{file} can't be read: {error}. Write it anew without a path.") from None
    found = [one for one in checked.findings if one.finding.code not in baseline.OF_SETUP]
    data = baseline.make(
        ((_from_root(one.path, root), one.finding, one.fingerprint) for one in found), others
    )
    file.write_bytes(data)
    count = len(found)
    click.echo(f"{counted(count, 'finding')} written to {file}", err=True)
    if left := len(checked.findings) - count:
        click.echo(f"{left} about the set-up of the site: put right what they say", err=True)


def _from_root(path: str, root: Path) -> str:
    """Return the path of a page from the folder of the configuration, from wherever the check is run."""
    if not path:
        return ""
    return Path(os.path.relpath(path, root)).as_posix()


def _is_under(one: baseline.Known, paths: Sequence[Path], root: Path) -> bool:
    """True for an entry of a page that is one of the paths, or below one."""
    if not one.path:
        return False
    own = Path(os.path.abspath(root / one.path))  # noqa: PTH100 - links stay as the user named them
    return any(own.is_relative_to(os.path.abspath(path)) for path in paths)  # noqa: PTH100


def _unmatched(checked: Checked, paths: Sequence[Path], root: Path) -> Iterator[str]:
    """Yield the entries of the baseline that no finding matches any more."""
    gone = [one for one in checked.unmatched if not paths or _is_under(one, paths, root)]
    for one in gone[:_SHOWN]:
        place = f"{one.path or 'site'}:{one.line or 1}"
        yield f"the baseline holds {one.code} at {place}, which is repaired: {one.message}"
    if gone:
        more = f"{len(gone) - _SHOWN} more entries are repaired; " if len(gone) > _SHOWN else ""
        yield f"{more}write the baseline anew with --write-baseline"


_SHOWN = 10


def _unseen(site: ConfiguredSite) -> tuple[str, ...]:
    """Return what to say of a site whose host shows no plan."""
    if not site.unseen:
        return ()
    said = (
        f"{site.file}: Zensical runs no plugin 'plan' and shows no plan; add"
        f' [project.markdown_extensions."{EXTENSION}"] and call mkdocs-plan write before zensical build'
    )
    return (said,)
