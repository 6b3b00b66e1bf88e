"""What a site's own Markdown makes of lists, asked once per build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown import Markdown

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.list_gaps import SEPARATOR
from mkdocs_plan_plugin.source.lists import nests, nests_fences, repair
from mkdocs_plan_plugin.weave.extension import PlanExtension

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown.extensions import Extension

_HIDDEN = regex(r"<p></p>((?:(?!</?p[\s>]).)*+)</p>", re.DOTALL)
"""What Python-Markdown makes of an HTML tag that `repair` has hidden from it behind a `</p>`."""

_APART = regex(f"<p>{SEPARATOR}</p>\n?|{SEPARATOR}")


class Lists(NamedTuple):
    """How lists are to be written so that a site shows them as a code host would."""

    indent: int
    fences: bool

    def repair(self, text: str) -> list[str]:
        """Return the lines of a page with its lists rewritten."""
        return repair(text, indent=self.indent, fences=self.fences)

    @staticmethod
    def tidy(html: str) -> str:
        """Return rendered lists without what keeps them apart, and without what comes of hidden HTML tags."""
        if SEPARATOR in html:
            html = _APART.sub("", html)
        return _HIDDEN.sub(r"\1", html) if "<p></p>" in html else html


def lists_of(extensions: Sequence[str | Extension], configs: Mapping[str, Any]) -> Lists | None:
    """Return what nests lists under the site's extensions, some of which bring their own rules."""
    others = [each for each in extensions if not isinstance(each, PlanExtension)]
    markdown = Markdown(extensions=others, extension_configs=configs)

    def render(text: str) -> str:
        return str(markdown.reset().convert(text))

    indent = nests(render)
    return None if indent is None else Lists(indent, nests_fences(render))
