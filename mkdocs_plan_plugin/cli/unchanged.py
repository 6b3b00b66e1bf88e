"""Pages examined anew only if they changed since an earlier run."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.cache.digests import digest_of
from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.cli.examining import Examined, Way, content_of, examine, pack, unpack
from mkdocs_plan_plugin.cli.reading import beside_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs_plan_plugin.cli.selection import SourcePage
    from mkdocs_plan_plugin.rules import Checker


def examine_changed(
    batches: Sequence[tuple[Sequence[SourcePage], Way]], site: Path, decides: Sequence[object], jobs: int = 0
) -> list[list[Examined]]:
    """Examine batches of pages as `examine` does, those as they were in an earlier run by what it has left.

    That is known by a file or folder of the `site`, and good for this run if all that `decides` what is
    found is the same, beside pages and date. What was checked is good for who only reads, too.
    """
    about = digest_of(*decides)
    with Cache.of(site, "check") as cache:
        return [_examine(pages, way._replace(about=about), cache, jobs) for pages, way in batches]


def _examine(pages: Sequence[SourcePage], way: Way, cache: Cache, jobs: int) -> list[Examined]:
    known = [_recalled(page, way, cache) for page in pages]
    changed = [page for page, one in zip(pages, known, strict=True) if one is None]
    examined = examine(changed, way, jobs)
    for page, one in zip(changed, examined, strict=True):
        if one.content:
            with suppress(ValueError, OverflowError):  # a lone surrogate, a number of more than 64 bits
                cache.keep(page.path, one.content, pack([one]))
    anew = iter(examined)
    return [next(anew) if one is None else one for one in known]


def _recalled(page: SourcePage, way: Way, cache: Cache) -> Examined | None:
    if page.path not in cache:
        return None
    try:
        data = page.read()
    except OSError:
        return None  # said when it is examined
    kept = cache.decoded(page.path, content_of(page, data, way, beside_of(page, way.settings)), unpack)
    if kept is None or len(kept) != 1:
        return None
    (one,) = kept
    return one if way.checker is None or _holds(one, way.checker) else None


def _holds(one: Examined, checker: Checker) -> bool:
    """True if a page was held to the rules, and they say the same on the day of this check."""
    return one.checked and (one.pending is None or one.pending.holds_on(checker.site.today))
