"""Rules about a table of contents made by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plan_plugin.model import Edit
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import Edits, swap, without
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.source.document import Section, walk
from mkdocs_plan_plugin.source.slugs import bare, bare_slugs, leads, slug
from mkdocs_plan_plugin.template.samples import is_contents
from mkdocs_plan_plugin.vocabulary.lookup import title_key

_ID = regex(r"(?:id|name)=[\"']([^\"']+)|\{:?\s*#([\w-]+)")

_ENTRY = regex(r"([ \t]*)((?:[-*+]|(\d{1,9})[.)])[ \t]+)\[(.*?)\]\(#([^()\s]+)\)[ \t]*$")
"""An entry of the contents, one link and nothing else: indentation, marker, number, text, target."""


@rule(
    "PLAN108",
    "contents-differ",
    "warning",
    fixable=True,
    bad="""
    # Plan: new cache

    ## Table of Contents

    - [Summary](#summary)
    - [Risks](#risks)

    ## Summary

    A cache.
    """,
    good=("- [Risks](#risks)\n", ""),
)
def contents_differ(page: CheckedPage) -> Iterator[Fault]:
    """A table of contents made by hand names a heading that is not there, or lacks one that is.

    MkDocs makes the contents of a page; one typed by hand is right only on the day it was written.
    """
    contents = next((one for one in page.document.sections[1:] if is_contents(one.title)), None)
    if contents is None:
        return
    links = [
        (line.number, line.text[begin:end], url[1:])
        for one in page.document.within(contents)
        for block in walk(one.blocks)
        for line in block.lines
        for begin, end, url in line.links
        if url.startswith("#") and len(url) > 1
    ]
    if not links:
        return
    others = [
        one for one in page.document.sections[1:] if one.line > contents.end or one.line < contents.line
    ]
    own = [(one, bare_slugs(one.title)) for one in others]
    slugs = {slug for _, found in own for slug in found}
    lost = [link for link in links if not leads(link[2], slugs)]
    ids = _ID.findall(page.document.text) if lost else []
    given = {bare(one) for pair in ids for one in pair if one}
    for line, text, target in lost:
        if leads(target, given):
            continue
        title = next((one.title for one in reversed(others) if title_key(one.title) == title_key(text)), "")
        hint = f"; the heading '{title}' is '#{slug(title)}'" if title else "; take it out"
        yield Fault(
            line,
            f"the contents link to '#{target}', which no heading has{hint}",
            edits=_mend(page, line, target, title),
            cause="target",
            many="{count} links of the contents lead to no heading: {lines}; take the list out, MkDocs"
            " makes one",
        )
    listed = {bare(name) for _, text, target in links for name in (text, target)}
    level = [(one, found) for one, found in own if one.level == contents.level and one.line > contents.line]
    missing = [one for one, found in level if not found & listed]
    edits = _added(page, contents, [one for one, _ in level], missing) if missing else ()
    for one in missing:
        yield Fault(
            contents.line,
            f"the contents lack '{one.title}' (line {one.line})",
            f"- [{one.title}](#{slug(one.title)})",
            severity="info",
            edits=edits if one is missing[0] else (),  # they go together
            cause="unlisted",
            many="the contents lack {count} of the page's headings; take the list out, MkDocs makes one",
        )


def _mend(page: CheckedPage, line: int, target: str, title: str) -> Edits:
    """Let an entry lead to the heading of its title; take out one that no heading stands for."""
    text = page.text(line)
    if title:
        return (
            swap(line, text.find(f"(#{target})") + 3, target, slug(title)) if f"(#{target})" in text else ()
        )
    entry, below = _ENTRY.match(text), _ENTRY.match(page.text(line + 1))
    nested = below and entry and len(below[1]) > len(entry[1])
    return without(page.lines, line) if entry and not nested else ()


def _added(page: CheckedPage, contents: Section, level: list[Section], missing: list[Section]) -> Edits:
    """Return the edits that put entries behind those of the headings before them, numbers kept in order."""
    lines = range(contents.line + 1, contents.end + 1)
    found = {line: match for line in lines if (match := _ENTRY.match(page.text(line)))}
    indent = min((len(match[1]) for match in found.values()), default=-1)
    top = [line for line, match in found.items() if len(match[1]) == indent]
    if not top:
        return ()
    by_name = {bare(name): line for line in top for name in (found[line][4], found[line][5])}
    first = found[top[0]]
    order: list[tuple[int, str]] = [(line, "") for line in top]
    at = 0
    for one in level:
        known = next((by_name[name] for name in bare_slugs(one.title) if name in by_name), 0)
        if known:
            at = next(index for index, (line, _) in enumerate(order) if line == known) + 1
        elif one in missing:
            title = one.title.replace("[", "\\[").replace("]", "\\]")
            order.insert(at, (0, f"[{title}](#{slug(one.title)})"))
            at += 1
    return tuple(_entries(page, found, order, top, first[1], first[2], first[3]))


def _entries(
    page: CheckedPage,
    found: dict[int, re.Match[str]],
    order: list[tuple[int, str]],
    top: list[int],
    indent: str,
    marker: str,
    number: str | None,
) -> Iterator[Edit]:
    """Yield the new entries of an order, and the numbers of old ones that change with them."""
    ends = {line: (*top, max(found) + 1)[index + 1] - 1 for index, line in enumerate(top)}
    ends = {line: max(one for one in found if line <= one <= end) for line, end in ends.items()}
    counted = number is not None and [found[line][3] for line in top] == [
        str(int(number) + index) for index in range(len(top))
    ]
    above = 0
    for index, (line, text) in enumerate(order):
        mark = marker.replace(number or "", str(int(number or 0) + index), 1) if counted else marker
        if line:
            above = ends[line]
            if counted:
                yield from swap(line, len(indent) + 1, found[line][2], mark)
        elif above:
            yield Edit(line=above, column=len(page.text(above)) + 1, old="", new=f"\n{indent}{mark}{text}")
        else:
            yield Edit(line=top[0], column=1, old="", new=f"{indent}{mark}{text}\n")
