"""Rules about Markdown that a site would show differently from what the author sees."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from mkdocs_plan_plugin.model import Edit
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import Edits, rewrite
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.source.lists import unmarked
from mkdocs_plan_plugin.source.one_line import joined_rows
from mkdocs_plan_plugin.vocabulary.mojibake import undamaged

_ITEM = regex(r"\s*(?:[-*+]|\d{1,9}[.)])\s")


@rule(
    "PLAN801",
    "list-not-shown",
    "info",
    scope="template",
    fixable=True,
    bad="""
    # Plan: new cache

    To do:
    - [ ] Fill it
      - [ ] Twice
    """,
    good=("- [ ] Fill it\n  - [ ] Twice", "\n- [ ] Fill it\n    - [ ] Twice"),
)
def list_not_shown(page: CheckedPage) -> Iterator[Fault]:
    """A list is written so that MkDocs' Markdown would not show it as a code host does.

    It needs a blank line before a list and four spaces to nest. The plugin repairs this on plan
    pages (option `gfm_lists`); other tools that read the page with Python-Markdown do not.
    """
    edits = _repair(page) if page.repairs else ()
    for index, mended in sorted(page.repairs.items()):
        line = page.lines[index]
        if _ITEM.match(line) and line.rstrip() != mended.rstrip():
            attached, edits = edits, ()  # they go together
            yield Fault(
                index + 1,
                "MkDocs would not show this list as written; put a blank line before it, and nest by four"
                " spaces",
                cause="list",
                many="MkDocs would not show {count} list items as written: {lines}; put a blank line"
                " before each list,"
                " and nest by four spaces",
                edits=attached,
            )


def _repair(page: CheckedPage) -> Edits:
    """Return the edits of the lists that can be mended in the file itself."""
    document, written = page.document, page.repairs
    groups = unmarked(document.body_lines, document.tree, written, indent=page.site.list_indent)
    found: list[Edit] = []
    for group in groups:
        items = (index for index in group if _ITEM.match(page.lines[index]))
        if any(page.lines[index].rstrip() != written[index].rstrip() for index in items):
            for index in group:
                found += rewrite(page.lines, index + 1, written[index])
    return tuple(found)


@rule(
    "PLAN802",
    "damaged-emoji",
    "warning",
    scope="template",
    bad="""
    # Plan: new cache

    **Status:** ‚úÖ Complete
    """,
    good=("**Status:** ‚úÖ Complete", "**Status:** ✅ Complete"),
    fixable=True,
)
def damaged_emoji(page: CheckedPage) -> Iterator[Fault]:
    """An emoji was damaged by a wrong decoding.

    Some program took UTF-8 for Mac Roman or Windows-1252 and saved it so. What is meant is understood,
    but the page shows the damage.
    """
    if page.meant == page.lines:
        return
    for number, line in enumerate(page.lines, 1):
        whole = line if line.isascii() else undamaged(line)
        if whole != line:
            alike = (one == other for one, other in zip(line, whole, strict=False))
            begin = sum(1 for _ in takewhile(bool, alike))
            tail = 0
            while tail < len(whole) - begin - 1 and line[-1 - tail] == whole[-1 - tail]:
                tail += 1
            meant = whole[begin : len(whole) - tail].strip()
            yield Fault(
                number,
                f"a damaged emoji; '{meant}' is meant",
                whole.strip(),
                column=begin + 1,
                cause="emoji",
                many="damaged emoji in {count} lines: {lines}; read the file as UTF-8 and write them anew",
                edits=rewrite(page.lines, number, whole),
            )


@rule(
    "PLAN803",
    "not-utf-8",
    "warning",
    scope="template",
    bad="# Plan: new cache\n\nCaf\ufffd",
    good=("Caf�", "Café"),
)
def not_utf_8(page: CheckedPage) -> Iterator[Fault]:
    """The file is not UTF-8, or was damaged when it was saved as such.

    What could not be decoded is shown as �, in the page and everywhere it is quoted.
    """
    if "\N{REPLACEMENT CHARACTER}" not in page.document.text:
        return
    for number, line in enumerate(page.lines, 1):
        if "\N{REPLACEMENT CHARACTER}" in line:
            yield Fault(
                number,
                "a letter could not be read; save the file as UTF-8",
                column=line.find("\N{REPLACEMENT CHARACTER}") + 1,
                cause="encoding",
                many="letters in {count} lines could not be read: {lines}; save the file as UTF-8",
            )


@rule(
    "PLAN804",
    "table-on-one-line",
    "warning",
    bad="""
    # Plan: new cache

    ## Risks

    | Risk | Impact | |---|---| | Stale entries | High |
    """,
    good=(
        "| Risk | Impact | |---|---| | Stale entries | High |",
        "| Risk | Impact |\n| --- | --- |\n| Stale entries | High |",
    ),
    fixable=True,
)
def table_on_one_line(page: CheckedPage) -> Iterator[Fault]:
    """A table stands on one line, so that pages show its bars as text.

    Formatters that know no tables join their rows. They are read as they were meant.
    """
    for block in page.blocks():
        if block.kind != "table" or len(block.rows) < 2 or block.rows[-1][0].number != block.line:
            continue
        written = page.text(block.line)
        indent = written[: len(written) - len(written.lstrip())]
        rows = [f"{indent}| {' | '.join(row)} |" for row in joined_rows(written)]  # as they are written
        yield Fault(
            block.line,
            f"a table of {len(block.rows)} rows stands on one line; give each row its own",
            edits=rewrite(page.lines, block.line, "\n".join(rows)) if rows else (),
        )
