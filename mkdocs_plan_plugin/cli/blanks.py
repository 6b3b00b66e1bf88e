"""What a plan still has to be told: the places that its template left blank."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.cli.checking import run
from mkdocs_plan_plugin.cli.config import ConfiguredSite
from mkdocs_plan_plugin.cli.selection import Asked, Given
from mkdocs_plan_plugin.cli.terminal import WIDTH, cut
from mkdocs_plan_plugin.export.findings import Placed
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules import RuleSite
from mkdocs_plan_plugin.rules.leftovers import template_text_left, unresolved_choice
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.text import decode
from mkdocs_plan_plugin.template.files import read_templates
from mkdocs_plan_plugin.template.samples import has_blank, is_choice_line, prose_lines
from mkdocs_plan_plugin.today import today

_CODE = regex(r"`[^`]*`")

_TOLD = ("PLAN109", "PLAN110", "PLAN111")
"""Rules whose findings are the blanks themselves."""
_MOST = 15
"""Blanks that are listed one by one; more are counted by section."""


class Blank(NamedTuple):
    """A line that has still to be written, and the main section that it is in."""

    line: int
    text: str
    section: str


def blanks_in(text: str, path: str, site: ConfiguredSite) -> list[Blank]:
    """Return the lines of a plan that are still as the template has them, in order."""
    root = site.file.parent if site.file else Path()
    outline = outline_of(text, site.settings, path)
    plan = read_plan(outline, path, site.settings)
    about = RuleSite(
        today=today(site.settings), settings=site.settings, templates=read_templates(site.settings, root)
    )
    page = CheckedPage(plan, outline, about)
    faults = [*template_text_left(page), *unresolved_choice(page)]
    lines = {number for number, line in _written(page) if has_blank(line) or is_choice_line(line)}
    found = {line: page.text(line).strip() for line in lines | {fault.line for fault in faults}}
    for section, _ in page.untouched:
        inside = range(section.line + 1, section.end + 1)
        found = {line: said for line, said in found.items() if line not in inside}
        found[section.line] = f"{section.title} (all of it is the template's)"
    main = [section for section in read_document(text).sections if section.level == 2]
    return [
        Blank(line, found[line], next((one.title for one in reversed(main) if one.line <= line), ""))
        for line in sorted(found)
    ]


def is_template(text: str, path: str, site: ConfiguredSite) -> bool:
    """True for a page that joined views take for a template, so that it is in none of them."""
    return read_plan(text, path, site.settings).template


def _written(page: CheckedPage) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold words of a plan: all but code, comments and contents."""
    yield from enumerate(page.lines[: page.document.front.last_line], 1)
    yield from ((number, _CODE.sub("", line)) for number, line in prose_lines(page.document))


def others_in(file: Path, data: bytes, site: ConfiguredSite, blanks: list[Blank]) -> list[Placed]:
    """Return what a check finds in a new plan beside its blanks, and beside what follows from them.

    A test case without a result, say, whose result is a blank.
    """
    checked = run(Asked(site, [file], given=Given(file, data)), kept=site.settings.cache)
    found = [one for one in checked.findings if one.path and one.finding.code not in _TOLD]
    sections = [section for section in read_document(decode(data)).sections if section.level > 1]
    open_ = [
        (section.line, section.end)
        for section in sections
        if any(section.line == blank.line for blank in blanks)
        or any(section.line < blank.line <= section.end for blank in blanks if section.level > 2)
    ]
    return [one for one in found if not any(start <= one.finding.line <= end for start, end in open_)]


def listed(blanks: list[Blank]) -> Iterator[str]:
    """Yield the blanks, by section where they are many."""
    if len(blanks) <= _MOST:
        for blank in blanks:
            yield f"{blank.line:>6}  {cut(one_line(blank.text), WIDTH - 8)}"
        return
    for section in dict.fromkeys(blank.section for blank in blanks):
        lines = [blank.line for blank in blanks if blank.section == section]
        yield f"{lines[0]:>6}  {section or 'under the title'}: {len(lines)}"
