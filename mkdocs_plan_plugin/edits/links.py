"""Links that lead to a heading, kept true when its title changes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from mkdocs_plan_plugin.model import Edit
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document
from mkdocs_plan_plugin.source.slugs import bare, respelled, slugs

_LINK = regex(r"\]\(<?([^()<>\s#]*)#([^()<>\s]+)")
"""A link with a fragment: the address, the fragment."""

Moved = Mapping[str, tuple[str, str]]
"""The headings that got another title, by their id as `bare` compares them: the old title and the new."""


def moved(before: Document, after: Document) -> Moved:
    """Return the headings of a page that lead elsewhere than before; none where headings came or went."""
    old, new = ([one.title for one in each.sections[1:]] for each in (before, after))
    if len(old) != len(new) or old == new:
        return {}
    still = {bare(one) for one in slugs(new)}
    return {
        bare(one): (title, other)
        for one, title, other in zip(slugs(old), old, new, strict=True)
        if title != other and bare(one) not in still
    }


def relinked(text: str, page: str, target: str, titles: Moved) -> Iterator[Edit]:
    """Yield the edits of a page's links to headings of another page (or the same) that changed.

    `page` and `target` are paths from docs_dir.
    """
    if "#" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in _LINK.finditer(line) if "](" in line and "#" in line else ():
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), match[1])) if match[1] else page
            if path == target and (found := titles.get(bare(match[2]))):
                new = respelled(match[2], *found)
                if new != match[2]:
                    yield Edit(line=number, column=match.start(2) + 1, old=match[2], new=new)
