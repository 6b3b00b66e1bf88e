"""The formats of `check`: what each writes of the findings, and where."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from mkdocs_plan_plugin.cli.check_text import as_text, summary
from mkdocs_plan_plugin.cli.checking import Checked
from mkdocs_plan_plugin.cli.output import write, write_lines
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.repository import root_above
from mkdocs_plan_plugin.export.findings import Placed, as_json
from mkdocs_plan_plugin.rules.severity import RANK


class OutputFormat(NamedTuple):
    """A format, and the file that it is written to; None for standard output."""

    name: str
    file: Path | None = None


class CheckReport(NamedTuple):
    """What is written: the findings with their paths from `root`, and how they are weighed."""

    checked: Checked
    root: Path
    """The repository's root, or the working folder where there is none."""
    site: str
    """The file that stands for the site as a whole: its configuration."""
    fails: Sequence[str]
    """The severities that make a check fail."""
    most: int

    @property
    def findings(self) -> list[Placed]:
        """The findings, each with its path from the root."""
        return [msgspec.structs.replace(one, path=self.rooted(one.path)) for one in self.checked.findings]

    def rooted(self, path: str) -> str:
        """Return a path from the root; one outside of it stays as it is, and empty is the site."""
        whole = os.path.join(os.getcwd(), path)  # noqa: PTH109, PTH118 - for each of many findings
        below = os.path.join(self.root, "")  # noqa: PTH118
        return whole[len(below) :].replace(os.sep, "/") if path and whole.startswith(below) else path


def _text(report: CheckReport, file: Path | None) -> None:
    shown = file is None and sys.stdout.isatty()
    write_lines(as_text(report.checked, report.most, source=shown), file)


def _commands(lines: Iterable[str], report: CheckReport, file: Path | None) -> None:
    """Write a line for each finding, which a CI reads out of the log, and the summary beside it."""
    write("".join(f"{line}\n" for line in lines), file)
    click.echo(summary(report.checked), err=True)


def _json(report: CheckReport, file: Path | None) -> None:
    write(as_json(report.findings, report.checked.plans), file)


def _github(report: CheckReport, file: Path | None) -> None:
    from mkdocs_plan_plugin.export.github import as_commands  # noqa: PLC0415 - only for this form

    _commands(as_commands(report.findings), report, file)


def _azure(report: CheckReport, file: Path | None) -> None:
    from mkdocs_plan_plugin.export.azure import as_issues  # noqa: PLC0415 - only for this form

    _commands(as_issues(report.findings), report, file)


def _sarif(report: CheckReport, file: Path | None) -> None:
    from mkdocs_plan_plugin.export.sarif import as_sarif  # noqa: PLC0415 - only for this form
    from mkdocs_plan_plugin.rules import RULES  # noqa: PLC0415 - only for this form

    write(as_sarif(report.findings, list(RULES.values())), file)


def _gitlab(report: CheckReport, file: Path | None) -> None:
    from mkdocs_plan_plugin.export.gitlab import as_gitlab  # noqa: PLC0415 - only for this form

    write(as_gitlab(report.findings, report.site), file)


def _junit(report: CheckReport, file: Path | None) -> None:
    from mkdocs_plan_plugin.export.junit import as_junit  # noqa: PLC0415 - only for this form

    plans = [report.rooted(page.shown) for page in report.checked.read]
    write(as_junit(report.findings, plans, report.fails), file)


def _rdjson(report: CheckReport, file: Path | None) -> None:
    from mkdocs_plan_plugin.export.rdjson import as_rdjson  # noqa: PLC0415 - only for this form

    shown = {report.rooted(one.path): one.path for one in report.checked.findings}

    def line_of(one: Placed, line: int) -> str:
        lines = report.checked.lines.of(shown[one.path])
        return lines[line - 1] if 0 < line <= len(lines) else ""

    write(as_rdjson(report.findings, line_of, report.site), file)


FORMS: dict[str, Callable[[CheckReport, Path | None], None]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "azure": _azure,
    "junit": _junit,
    "sarif": _sarif,
    "rdjson": _rdjson,
}
MARKED = frozenset({"sarif", "gitlab"})
"""The formats in which each finding has its fingerprint."""


class FormType(click.ParamType):  # type: ignore[type-arg] # not generic in older versions
    """`FORM` or `FORM=FILE`."""

    name = "form"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> OutputFormat:
        """Return what is asked for."""
        if isinstance(value, OutputFormat):
            return value
        name, _, file = str(value).partition("=")
        if name not in FORMS:
            from mkdocs_plan_plugin.nearest import nearest  # noqa: PLC0415 - most names are right

            near = nearest(name, FORMS)
            hint = f" Did you mean '{near}'?" if near else ""
            self.fail(f"there is no format '{name}'.{hint} There are {', '.join(FORMS)}.", param, ctx)
        return OutputFormat(name, Path(file) if file else None)


def placed(forms: Sequence[OutputFormat], output: Path | None) -> list[OutputFormat]:
    """Return the formats with their files; `output` is the file of the one that has none.

    Raises:
        Refusal: two of them would be written to one place.
    """
    asked = list(forms) or [OutputFormat("text")]
    bare = [form.name for form in asked if form.file is None]
    if len(bare) > 1:
        raise Refusal(
            f"{' and '.join(bare)} can't both go to one place; write e.g. '--format {bare[-1]}=FILE'"
        )
    if output and not bare:
        raise Refusal("--output is the file of a format that has none, and each has; leave it out")
    asked = [form._replace(file=output) if form.file is None else form for form in asked]
    files = [form.file for form in asked]
    if twice := next((file for file in files if files.count(file) > 1), None):
        raise Refusal(f"two formats can't both be written to {twice}")
    return asked


def write_forms(
    checked: Checked, forms: Sequence[OutputFormat], site: Path | None, fail_on: str, most: int
) -> None:
    """Write findings in each format, those with a file of their own first."""
    start = site or (checked.read[0].file if checked.read else Path())
    root = root_above(start) or Path.cwd()
    least = RANK.get(fail_on, max(RANK.values()) + 1)
    fails = [name for name, rank in RANK.items() if rank >= least]
    report = CheckReport(checked, root, "", fails, most)
    report = report._replace(site=report.rooted(os.path.relpath(site)) if site else "")
    for form in sorted(forms, key=lambda form: form.file is None):
        FORMS[form.name](report, form.file)
