"""The Python-Markdown extension that puts slots into pages of plans and directives.

It runs after snippets have been included and before fences are taken out, so it sees what the page
finally says. Macro plugins have run long before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from markdown.blockprocessors import OListProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from markdown import Markdown

_PRIORITY = 28
"""Behind `normalize_whitespace` (30, snippets are 32), before `fenced_code_block` (25)."""

_OWN = ("mkdocs_raw_html", "properdocs_raw_html")
"""Registered by `Page.render` alone: plugins that convert bits of Markdown have no such step."""


class Threads(Protocol):
    """What puts slots into the page being rendered."""

    def concerns(self, text: str) -> bool:
        """True if the page gets slots where it finally reads so."""

    def thread(self, text: str, lines: list[str]) -> tuple[list[str], bool]:
        """Return the lines of the page's final text with slots in them.

        True if its lists have been rewritten to what a code host shows.
        """


class PlanExtension(Extension):
    """One for each build; `threads` is set while a page is rendered."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: Threads | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessor."""
        md.preprocessors.register(_Slots(md, self), "plan_slots", _PRIORITY)

    def __deepcopy__(self, memo: dict[int, object]) -> PlanExtension:
        """Return the same object: a copied configuration still renders the pages of this build."""
        return self


class _Slots(Preprocessor):
    def __init__(self, md: Markdown, extension: PlanExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        threads = self._extension.threads
        if threads is None:
            return lines
        text = "\n".join(lines)
        if not threads.concerns(text) or not any(name in self.md.preprocessors for name in _OWN):
            return lines
        lines, gfm_lists = threads.thread(text, lines)
        if gfm_lists:
            for processor in self.md.parser.blockprocessors:
                if isinstance(processor, OListProcessor):
                    # a list begins with its first number, as CommonMark has it; a class constant by its type
                    vars(processor)["LAZY_OL"] = False
        return lines
