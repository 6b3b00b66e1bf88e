"""The templates of a site, read from the files that the option `template` names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.text import decode
from mkdocs_plan_plugin.template.schema import Template, TemplateFault, compile_template
from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary, title_key

SHIPPED = Path(__file__).parent.parent / "templates" / "implementation-plan.md"
"""The template that plans are held to where a site has none of its own."""


@lru_cache(maxsize=1)
def shipped() -> Template:
    """Return the shipped template, compiled."""
    return compile_template(decode(SHIPPED.read_bytes()))


class Templates(msgspec.Struct, kw_only=True):
    """The templates of a site: one for all plans, or one for each kind."""

    own: Template | None = None
    """The site's own for all plans."""
    by_kind: dict[str, Template] = msgspec.field(default_factory=dict)

    @property
    def default(self) -> Template:
        """What plans are held to that are of no kind: the site's own, else the shipped one."""
        return self.own or shipped()

    def of(self, category: str | None) -> Template:
        """Return the template of a kind of plan, as its Category names it."""
        return self.by_kind.get(title_key(category or ""), self.default)

    def named(self) -> list[Template]:
        """Return the templates that the site's options name, once each."""
        return [*filter(None, [self.own]), *self.by_kind.values()]

    def all(self) -> list[Template]:
        """Return every template once."""
        return [self.default, *self.by_kind.values()]


def read_templates(settings: Settings, root: Path) -> Templates:
    """Read the templates that the settings name, relative to a folder.

    A file that can't be read is a template without sections, whose fault says so.
    """
    chosen = settings.template
    if chosen is None:
        return Templates()
    if isinstance(chosen, str):
        return Templates(own=_read(chosen, root))
    by_kind = {title_key(kind): _read(path, root) for kind, path in chosen.items()}
    return Templates(own=by_kind.pop("default", None), by_kind=by_kind)


def _read(path: str, root: Path) -> Template:
    try:
        text = decode((root / path).read_bytes())
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return Template(path=path, faults=[TemplateFault(0, f"the template can't be read: {why}")])
    return compile_template(text, path)


def with_aliases(settings: Settings, templates: Templates) -> Settings:
    """Return the settings with the templates' own names added to the vocabulary.

    A section that a template calls `Riskbedömning`, also "Risk Assessment", plays that role on every
    page; likewise fields and the words that number phases.
    """
    if not templates.named():
        return settings
    merged = {table: dict(names) for table, names in settings.vocabulary.items()}
    for table, name, own in _own_words(templates):
        given = merged.setdefault(table, {})
        given[name] = [*given.get(name, []), own]
    return msgspec.structs.replace(settings, vocabulary=merged)


def _own_words(templates: Templates) -> Iterator[tuple[str, str, str]]:
    """Yield the names of the templates' own, behind table of the vocabulary and what they mean there."""
    vocabulary = default_vocabulary()
    known = {"fields": vocabulary.fields, "subsections": vocabulary.subsections}
    for node in (node for template in templates.all() for node in template.nodes()):
        for name in node.also:
            if node.kind == "repeat":
                for table, words in (("phases", vocabulary.phases), ("steps", vocabulary.steps)):
                    if meant := words.get(title_key(name)):
                        yield table, meant, node.name.split(" N")[0]
                continue
            if node.kind == "section" and (role := role_of(name, vocabulary, stems=False)):
                yield "sections", role, node.name
            for table in ("subsections",) if node.kind == "section" else ("fields", "subsections"):
                for meant in known[table].get(title_key(name), ()):
                    yield table, meant, node.name
