"""The way in: a page's text to a plan, if it is one."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from mkdocs_plan_plugin.model import Plan, Why
from mkdocs_plan_plugin.reading import find
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.reader import Reader
from mkdocs_plan_plugin.settings import Settings


class Reading(NamedTuple):
    """What a page is: a plan, nearly one, or neither; with the outline that a plan was read from."""

    found: Plan | find.NearMiss | None
    outline: Outline | None = None


def read(
    text: str, path: str, settings: Settings, otherwise: Why | None = None, *, told: bool = True
) -> Reading:
    """Read a page: what it is, and if it is a plan what it was read from.

    `text` is the whole file, `path` relative to docs_dir with `/`. `otherwise` makes a plan of a page
    that would be none for want of a marker, glob or traits. Without `told` only what rules look at is
    read of a plan. Never raises.
    """
    reader = reader_for(settings)
    page = find.Candidate(text, reader.vocabulary)
    why, undecided = find.choose(page, path, settings)
    near = None
    if undecided:
        glob = find.by_glob(path, settings)
        if glob is not None or find.may_have_traits(page):
            traits = find.traits(page.outline)
            if glob is not None and len(traits) >= find.ENOUGH:
                why = Why(by="include", detail=glob, traits=traits)
            elif glob is None and len(traits) >= find.NEAR:
                near = find.NearMiss(path, traits)
        why = why or otherwise
    if why is None:
        return Reading(near)
    return Reading(reader.plan(page.outline, path, why, told=told), page.outline)


def read_page(text: str, path: str, settings: Settings) -> Plan | find.NearMiss | None:
    """Read a page if it is a plan.

    Returns a `NearMiss` for a page with four traits and neither marker nor glob, None for any other
    page. Never raises.
    """
    return read(text, path, settings).found


def outline_of(text: str, settings: Settings) -> Outline:
    """Return the outline of any text."""
    return find.Candidate(text, reader_for(settings).vocabulary).outline


def read_plan(text: str | Outline, path: str = "", settings: Settings | None = None) -> Plan:
    """Read any text as a plan, whatever it is. Never raises."""
    settings = settings or _DEFAULTS
    outline = outline_of(text, settings) if isinstance(text, str) else text
    return reader_for(settings).plan(outline, path, Why(by="path"))


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
