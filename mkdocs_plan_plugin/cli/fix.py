"""`mkdocs-plan fix`: write what findings say is to be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import click

from mkdocs_plan_plugin.cli.arguments import pages_arguments
from mkdocs_plan_plugin.cli.checking import run
from mkdocs_plan_plugin.cli.fixing import Fixed
from mkdocs_plan_plugin.cli.fixing import fix as fixed
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import Asked, Given, SourcePage
from mkdocs_plan_plugin.cli.terminal import show
from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.edits.diff import diff
from mkdocs_plan_plugin.edits.write import write
from mkdocs_plan_plugin.model import Finding
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.plural import counted
from mkdocs_plan_plugin.rules import RULES, named, no_rule

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command(short_help="Write what has one right answer.")
@click.option("--diff", "shown", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing, and exit with 1 if something would change."
)
@click.option(
    "--select", "select_", multiple=True, metavar="CODE", help="Only this rule, or family; several times."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="All but this rule, or family; several times.")
@click.option(
    "--unsafe",
    is_flag=True,
    help="Change what plans say, too: states from tasks and phases, the date of the last update from git.",
)
@pages_arguments
def fix(
    shown: bool,  # noqa: FBT001 - click's
    only_check: bool,  # noqa: FBT001 - click's
    select_: tuple[str, ...],
    ignore: tuple[str, ...],
    unsafe: bool,  # noqa: FBT001 - click's
    asked: Asked,
) -> None:
    """Write what findings say in the plans among the pages at PATH (files or folders, default docs_dir).

    Only what has one right answer is written, and nothing else on the page changes. What is suppressed or
    switched off stays. With '-', standard input is fixed to standard output.

    Exit status: 0; 1 with --check if something would change; 2 wrong usage, or a file that can't be written.
    """
    given = asked.given
    done = fixes(asked, chosen(select_, ignore, unsafe=unsafe))
    if shown:
        for path, change in sorted(done.changes.items()):
            for line in diff(path, change.before, change.after):
                show(click.style(line, fg=_COLOURS.get(line[:1])))
    elif given:
        click.echo(_after(done, given), nl=False)
    if not (shown or only_check or given):
        commit(done)
    for line in stated(done, written=not (shown or only_check), unsafe=unsafe):
        click.echo(line, err=shown or given is not None)
    if only_check and done.changes:
        click.get_current_context().exit(1)


def fixes(asked: Asked, wanted: Callable[[Finding], bool]) -> Fixed:
    """Return what fixing pages comes to; nothing is written."""
    site = asked.site

    def pages() -> Sequence[SourcePage]:
        there = site.docs_dir is not None and site.docs_dir.is_dir()
        return (Asked(site) if there else asked).selection().pages

    return fixed(lambda written: run(asked, kept=site.settings.cache, written=written), wanted, pages)


def fix_first(asked: Asked) -> Asked:
    """Fix pages before they are checked; return what is to be checked then."""
    done = fixes(asked, chosen((), (), unsafe=False))
    if asked.given:
        return asked._replace(given=asked.given._replace(data=_after(done, asked.given)))
    commit(done)
    for line in stated(done, written=True, unsafe=True):
        click.echo(line, err=True)
    return asked


def _after(done: Fixed, given: Given) -> bytes:
    """Return what came by standard input as it is once it is fixed."""
    return next((one.after for one in done.changes.values() if one.file == given.file), given.data)


def chosen(select_: Sequence[str], ignore: Sequence[str], *, unsafe: bool) -> Callable[[Finding], bool]:
    """Return what tells whether a finding is to be ended.

    Raises:
        Refusal: a word means no rule.
    """
    wanted = _codes(select_) or set(RULES)
    wanted -= _codes(ignore)
    kinds = ("safe", "unsafe") if unsafe else ("safe",)
    return lambda one: one.code in wanted and one.fix is not None and one.fix.applies in kinds


def _codes(words: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for word in words:
        meant = named(word)
        if not meant:
            raise Refusal(no_rule(word))
        found.update(rule.code for rule in meant)
    return found


def commit(done: Fixed) -> None:
    """Write the files.

    Raises:
        Refusal: one of them can't be written, or was changed meanwhile; then none is.
    """
    try:
        write(done.changes.values())
    except Refused as error:
        raise Refusal(str(error)) from None


def stated(done: Fixed, *, written: bool, unsafe: bool) -> Iterator[str]:
    """Yield what was ended, file by file, and what stays."""
    word = "fixed" if written else "would fix"
    for path in sorted({*done.changes, *(one.path for one in done.ended)}):
        codes = Counter(one.finding.code for one in done.ended if one.path == path)
        what = ", ".join(
            f"{code} {RULES[code].name}" + (f" ({count} times)" if count > 1 else "")
            for code, count in sorted(codes.items())
        )
        yield one_line(f"{path}: {word} {what or 'links to headings that changed'}")
    yield from map(one_line, done.refused)
    fixes_left = (one.finding.fix for one in done.last.findings)
    more = sum(fix is not None and fix.applies == "unsafe" for fix in fixes_left)
    if done.ended:
        what = f"{counted(len(done.ended), 'finding')} {'fixed' if written else 'to be fixed'}"
        yield f"{what} in {counted(len(done.changes), 'file')}"
    else:
        yield "nothing to fix"
    if more and not unsafe:
        yield f"{more} more with --unsafe, which changes what plans say; look at it with --diff first"
