"""The way in: a page's text to a plan, if it is one."""

from __future__ import annotations

from collections import OrderedDict

from mkdocs_plan_plugin.plans import find
from mkdocs_plan_plugin.plans.model import Plan, Why
from mkdocs_plan_plugin.plans.reader import Reader
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.front_matter import read_front_matter
from mkdocs_plan_plugin.source.text import clean


def read_page(text: str, path: str, settings: Settings) -> Plan | find.NearMiss | None:
    """Read a page if it is a plan.

    `text` is the whole file, `path` relative to docs_dir with `/`. Returns a `NearMiss` for a page
    with four traits and neither marker nor glob, None for any other page. Never raises.
    """
    text = clean(text)
    why, undecided = find.choose(read_front_matter(text), text, path, settings)
    glob = None
    if why is None:
        if not undecided:
            return None
        glob = find.by_glob(path, settings)
        if glob is None and not find.may_have_traits(text):
            return None
    reader = reader_for(settings)
    outline = reader.outline(read_document(text))
    if why is None:
        traits = find.traits(outline)
        if glob is None:
            return find.NearMiss(path, traits) if len(traits) >= find.NEAR else None
        if len(traits) < find.ENOUGH:
            return None
        why = Why(by="include", detail=glob, traits=traits)
    return reader.plan(outline, path, why)


def read_plan(text: str, path: str = "", settings: Settings | None = None) -> Plan:
    """Read any text as a plan, whatever it is. Never raises."""
    reader = reader_for(settings or _DEFAULTS)
    return reader.plan(reader.outline(read_document(text)), path, Why(by="path"))


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
