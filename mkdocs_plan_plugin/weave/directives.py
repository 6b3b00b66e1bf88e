"""Directives: comments in a page that ask for a view, e.g. `<!-- plans:table -->`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pyromark
import yaml

from mkdocs_plan_plugin.languages import Text
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.comments import HINT, IN_PLANS, IN_TEMPLATES, has_comments
from mkdocs_plan_plugin.source.containers import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

RESERVED = frozenset((*IN_TEMPLATES, *IN_PLANS))
"""Words of our other comments (in templates, and to silence findings), which are never views."""

_DIRECTIVE = regex(
    r"<!--\s*(?P<scope>plans?)\s*:\s*(?P<name>[A-Za-z][\w-]*)(?P<options>[\s{].*?)?\s*-->", re.DOTALL
)
_DEEPEST = 12


class Directive(NamedTuple):
    """A directive on a line; `ordinal` counts from 0 the comments of ours that begin on that line."""

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
    """Return the directives of a page, in page order. Comments in code are text and none of ours."""
    if not has_comments(text):
        return []
    return sorted(_read(text, 0, 0), key=lambda directive: directive[:2])


def _read(text: str, before: int, depth: int) -> Iterator[Directive]:
    """Yield the directives of a text that begins behind line `before`."""
    outside, containers = cut(text) if depth < _DEEPEST else (text, [])
    comments = _comments(outside)
    for match in _DIRECTIVE.finditer(outside):
        name = match["name"].lower()
        if name in RESERVED or not any(start <= match.start() < end for start, end in comments):
            continue
        line_start = outside.rfind("\n", 0, match.start()) + 1
        options, error = _options(match["options"] or "")
        yield Directive(
            line=before + outside.count("\n", 0, match.start()) + 1,
            ordinal=len(HINT.findall(outside[line_start : match.start()])),
            scope=match["scope"],
            name=name,
            options=options,
            error=error,
        )
    for container in containers:
        yield from _read(container.body, before + container.first - 1, depth + 1)


def _comments(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the text, in characters, that Markdown takes for HTML."""
    ranges: list[tuple[int, int]] = []
    data = text.encode("utf-8", "replace")
    for event, span in pyromark.Markdown().events_with_range(text):
        if isinstance(event, str):
            continue
        if event.get("Start") == "HtmlBlock" or "InlineHtml" in event:
            start = len(data[: span["start"]].decode("utf-8", "replace"))
            ranges.append((start, start + len(data[span["start"] : span["end"]].decode("utf-8", "replace"))))
    return ranges


def _options(written: str) -> tuple[dict[str, object], Text | None]:
    """Read the YAML mapping behind a directive's name."""
    if not written.strip():
        return {}, None
    try:
        # A few aliases of aliases can stand for more than any memory holds.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(written, yaml.SafeLoader)):
            return {}, Text("YAML aliases are not taken here")
        options = yaml.safe_load(written)
    except (yaml.YAMLError, ValueError, RecursionError):
        options = None
    if isinstance(options, dict):
        return {str(key): value for key, value in options.items()}, None
    return {}, Text(
        "'%(written)s' is no mapping; write e.g. {name: value}", written=" ".join(written.split())
    )
