"""Pages examined anew only if they changed since an earlier run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.cli.examining import Examined, Way, content_of, examine, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.cache import Cache
    from mkdocs_plan_plugin.cli.selection import Page
    from mkdocs_plan_plugin.rules import Checker


def examine_changed(pages: Sequence[Page], way: Way, cache: Cache, jobs: int = 0) -> list[Examined]:
    """Examine pages as `examine` does; those that are as they were in an earlier run are not read again.

    `way.about` is what may tell this run from that one, beside pages and date. What was checked is good for
    who only reads, too.
    """
    known = {page.path: one for page in pages if (one := _recalled(page, way, cache)) is not None}
    changed = [page for page in pages if page.path not in known]
    for page, one in zip(changed, examine(changed, way, jobs), strict=True):
        known[page.path] = one
        if one.content:
            cache.keep(page.path, one.content, pack([one]))
    return [known[page.path] for page in pages]


def _recalled(page: Page, way: Way, cache: Cache) -> Examined | None:
    if page.path not in cache:
        return None
    try:
        data = page.file.read_bytes()
    except OSError:
        return None  # said when it is examined
    content = content_of(page, data, way)
    packed = cache.recall(page.path, content)
    try:
        one = unpack(packed)[0] if packed else None
    except msgspec.MsgspecError:
        return None
    if one is None or (way.checker is not None and not _holds(one, way.checker)):
        return None
    one.content = content
    return one


def _holds(one: Examined, checker: Checker) -> bool:
    """True if a page was held to the rules, and they say the same on the day of this check."""
    return one.checked and (one.pending is None or one.pending.holds_on(checker.site.today))
