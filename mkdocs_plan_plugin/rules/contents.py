"""Rules about a table of contents made by hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import Page
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.source.document import walk
from mkdocs_plan_plugin.template.samples import is_contents
from mkdocs_plan_plugin.vocabulary.lookup import title_key

_GAPS = regex(r"[-\s]+")
_NOT_IN_SLUGS = regex(r"[^\w\s-]")

_ID = regex(r"(?:id|name)=[\"']([^\"']+)|\{:?\s*#([\w-]+)")

_COUNT = regex(r"[-_]\d+$")
"""What is put behind an id that is there already."""


@rule(
    "PLAN108",
    "contents-differ",
    "warning",
    bad="""
    # Plan: new cache

    ## Table of Contents

    - [Summary](#summary)
    - [Risks](#risks)

    ## Summary

    A cache.
    """,
    good="""
    # Plan: new cache

    ## Table of Contents

    - [Summary](#summary)

    ## Summary

    A cache.
    """,
)
def contents_differ(page: Page) -> Iterator[Fault]:
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
    own = [(one, _slugs(one.title)) for one in others]
    slugs = {slug for _, found in own for slug in found}
    lost = [link for link in links if not _leads(link[2], slugs)]
    ids = _ID.findall(page.document.text) if lost else []
    given = {_bare(one) for pair in ids for one in pair if one}
    for line, text, target in lost:
        if _leads(target, given):
            continue
        title = next((one.title for one in reversed(others) if title_key(one.title) == title_key(text)), "")
        hint = f"; the heading '{title}' is '#{_slug(title)}'" if title else "; take it out"
        yield Fault(
            line,
            f"the contents link to '#{target}', which no heading has{hint}",
            cause="target",
            many="{count} links of the contents lead to no heading: {lines}; take the list out, MkDocs"
            " makes one",
        )
    listed = {_bare(target) for _, _, target in links} | {_bare(text) for _, text, _ in links}
    for one, found in own:
        if one.level == contents.level and one.line > contents.line and not (found & listed):
            yield Fault(
                contents.line,
                f"the contents lack '{one.title}' (line {one.line})",
                f"- [{one.title}](#{_slug(one.title)})",
                severity="info",
                cause="unlisted",
                many="the contents lack {count} of the page's headings; take the list out, MkDocs makes one",
            )


def _leads(target: str, ids: set[str]) -> bool:
    return _bare(target) in ids or _bare(_COUNT.sub("", target)) in ids


def _slug(title: str) -> str:
    """Return the id that Python-Markdown gives a heading."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _GAPS.sub("-", _NOT_IN_SLUGS.sub("", plain).strip().lower())


def _slugs(title: str) -> set[str]:
    if title.isascii() and "%" not in title:
        return {_bare(title)} - {""}
    return {_bare(title), _bare(_slug(title))} - {""}


@lru_cache(maxsize=4096)  # the same headings stand in plan after plan
def _bare(slug: str) -> str:
    """Return an id without what the ways of making one disagree on: marks, doubled hyphens, case."""
    if "%" in slug:
        from urllib.parse import unquote  # noqa: PLC0415 - pages with such contents are few

        slug = unquote(slug)
    return "".join(filter(str.isalnum, slug.casefold()))
