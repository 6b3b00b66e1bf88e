"""The way in: a page's text to a plan, if it is one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import NamedTuple

from mkdocs_plan_plugin.model import Plan, Why
from mkdocs_plan_plugin.reading import find
from mkdocs_plan_plugin.reading.globs import by_glob
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.reader import Reader
from mkdocs_plan_plugin.reading.traits import PLENTY
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.collector import collection_paused


class Reading(NamedTuple):
    """What a page is: a plan, nearly one, or neither; with the outline that a plan was read from."""

    found: Plan | find.NearMiss | None
    outline: Outline | None = None
    part_of: str = ""
    """The file of the same folder whose plan the page is part of, by its dialect."""


@collection_paused()
def read(  # noqa: PLR0913 - what a host knows of a page, each by its name
    text: str,
    path: str,
    settings: Settings,
    otherwise: Why | None = None,
    *,
    place: str = "",
    full_path: str = "",
    beside: Mapping[str, str] | None = None,
    named: bool = False,
    inherited: Mapping[str, object] | None = None,
    for_display: bool = True,
) -> Reading:
    """Read a page: what it is, and if it is a plan what it was read from.

    `text` is the whole file, `path` relative to docs_dir with `/`; `place` is what globs are held to,
    where that is another path, and `full_path` what dialects are known by. `beside` are the texts of the
    files that `names_beside` asks for. `otherwise` makes a plan of a page that would be none for want of
    a marker, glob or traits; one that is `named` needs no glob. `inherited` is front matter that its
    folders give it. Without `for_display` only what rules look at is read of a plan. Never raises.
    """
    reader, place = reader_for(settings), place or path
    page = find.PageCandidate(text, reader.vocabulary, inherited)
    page.speak(reader.dialects, full_path or place, beside or {})
    spoken = page.spoken
    why, undecided = find.choose(page, place, settings)
    near = None
    if undecided and spoken.main != spoken.name:
        return Reading(None, part_of=spoken.main)
    if undecided and spoken.reason and spoken.dialect.finds:
        why = Why(by="dialect")
    elif undecided:
        found = _by_traits(page, place, settings, named=named)
        if isinstance(found, Why):
            why = found
        elif otherwise is not None:
            why = otherwise
        elif found is not None:
            near = find.NearMiss(path, *found)
    if why is None:
        return Reading(near)
    why.dialect = spoken.said
    return Reading(reader.plan(page.outline, path, why, for_display=for_display), page.outline)


def names_beside(full_path: str, settings: Settings) -> list[str]:
    """Return the names of the files of its folder that may be one plan with a page: mostly none."""
    return reader_for(settings).dialects.beside(full_path)


def hidden_folders(settings: Settings) -> frozenset[str]:
    """Return the hidden folders that globs of `include` and the dialects name: `.planning`, `.cursor`."""
    globs = (*settings.include, *reader_for(settings).dialects.paths)
    return frozenset(part for glob in globs for part in glob.split("/") if part[:1] == ".")


def _by_traits(
    page: find.PageCandidate, place: str, settings: Settings, *, named: bool
) -> Why | tuple[list[str], int, str] | None:
    """Return why a page is a plan by its place and traits, or all but the path of a near miss.

    The traits of most pages are not looked for.
    """
    glob = by_glob(place, settings) or ""
    meant = named or bool(glob)
    if not meant and (_asked_for(page) or not page.may_have_traits(place)):
        return None
    traits = page.traits(place)
    needed = page.needed(place) if meant else PLENTY
    if len(traits) >= needed or page.looks_like_a_plan(place, traits):
        return Why(by="include" if glob else "path" if meant else "traits", detail=glob, traits=traits)
    return (traits, needed, glob) if glob or page.nearly_a_plan(place, traits) else None


def _asked_for(page: find.PageCandidate) -> bool:
    """True if its dialect has plans only where somebody says so."""
    return bool(page.spoken.reason) and not page.spoken.dialect.finds


def read_page(
    text: str, path: str, settings: Settings, inherited: Mapping[str, object] | None = None
) -> Plan | find.NearMiss | None:
    """Read a page if it is a plan.

    Returns a `NearMiss` for a page that looks like one or that `include` names, None for any other
    page. Never raises.
    """
    return read(text, path, settings, inherited=inherited).found


def outline_of(text: str, settings: Settings, path: str = "") -> Outline:
    """Return the outline of any text, in the dialect that it is written in."""
    reader = reader_for(settings)
    page = find.PageCandidate(text, reader.vocabulary)
    page.speak(reader.dialects, path, {})
    return page.outline


@collection_paused()
def read_plan(text: str | Outline, path: str = "", settings: Settings | None = None) -> Plan:
    """Read any text as a plan, whatever it is. Never raises."""
    settings = settings or _DEFAULTS
    outline = outline_of(text, settings, path) if isinstance(text, str) else text
    return reader_for(settings).plan(outline, path, Why(by="path", dialect=outline.spoken.said))


_DEFAULTS = Settings()
_readers: OrderedDict[int, Reader] = OrderedDict()


def reader_for(settings: Settings) -> Reader:
    """Return the reader of one set of settings; the last few are kept."""
    reader = _readers.get(id(settings))
    if reader is None or reader.settings is not settings:
        reader = _readers[id(settings)] = Reader(settings)
        while len(_readers) > 4:
            _readers.popitem(last=False)
    return reader
