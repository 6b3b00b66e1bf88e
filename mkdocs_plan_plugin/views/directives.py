"""Directives: comments in a page that ask for a view, e.g. `<!-- plans:table -->`."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_plan_plugin.languages import Text
from mkdocs_plan_plugin.source.comments import HINT, Comment, comments_in
from mkdocs_plan_plugin.yaml_text import PlainLoader, YamlError, has_aliases, load


class Directive(NamedTuple):
    """A directive on a line; `ordinal` counts from 0 the comments of the plugin that begin on that line."""

    line: int
    ordinal: int
    scope: str
    name: str
    options: dict[str, object]
    """The YAML mapping behind the name."""
    error: Text | None = None
    """What is wrong with the options, if anything."""

    @property
    def view(self) -> str:
        """The name in the registry of views."""
        return f"{self.scope}:{self.name}"

    def opening(self, line: str) -> int:
        """Return where the comment begins in its line, -1 if it has gone."""
        starts = [match.start() for match in HINT.finditer(line)]
        return starts[self.ordinal] if self.ordinal < len(starts) else -1


def find(text: str) -> list[Directive]:
    """Return the directives of a page, in page order. Comments in code are text and none of the plugin's."""
    return [directive_of(comment) for comment in comments_in(text) if comment.asks]


def directive_of(comment: Comment) -> Directive:
    """Return the directive that a comment is."""
    return Directive(comment.line, comment.ordinal, comment.scope, comment.word, *_options(comment.rest))


def _options(written: str) -> tuple[dict[str, object], Text | None]:
    """Read the YAML mapping behind a directive's name."""
    if not written.strip():
        return {}, None
    if has_aliases(written):
        return {}, Text("YAML aliases are not taken here")
    try:
        options = load(written, PlainLoader)
    except YamlError:
        options = None
    if isinstance(options, dict):
        return {str(key): value for key, value in options.items()}, None
    return {}, Text(
        "'%(written)s' is no mapping; write e.g. {name: value}", written=" ".join(written.split())
    )
