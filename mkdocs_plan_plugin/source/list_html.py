"""Lists between HTML tags: `<details>`, a blank line, Markdown, a blank line, `</details>`.

CommonMark ends the HTML at the blank line and reads on; Python-Markdown takes everything up to the
closing tag for HTML, lists and checkboxes included.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_plan_plugin.source.markdown import Block

HIDE = "</p>"
"""Before an opening tag: Python-Markdown no longer sees a block of HTML, and a browser nothing at all."""

_TAG = regex(r"<!--.*?(?:-->|\Z)|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*+)(?P<rest>[^<>]*+)>|\n", re.DOTALL)
_BLOCKS = regex(
    r"address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|header|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)


def swallowing(blocks: Sequence[Block]) -> set[int]:
    """Return the lines whose opening tags keep Python-Markdown from a list behind them."""
    found: set[int] = set()
    tags = _OpenTags()
    for block in blocks:
        if block.kind == "html":
            tags.follow(block)
        elif tags.names and block.kind in ("list", "quote", "container"):
            found |= tags.blame()
    return found


class _OpenTags:
    """The tags that Python-Markdown holds open, outermost first."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.lines: list[int] = []
        """The line of each, 0 where the tag could not begin a block of HTML."""
        self.count: Counter[str] = Counter()
        self.blamed = 0

    def follow(self, block: Block) -> None:
        """Open and close the tags of an HTML block."""
        line, start = block.line, 0
        for match in _TAG.finditer(block.code):
            name = (match["name"] or "").lower()
            if match[0] == "\n":
                line, start = line + 1, match.end()
            elif not name:
                line += match[0].count("\n")
            elif match["close"]:
                self.close(name)
            elif not match["rest"].endswith("/"):
                begins = (
                    not block.code[start : match.start()].strip(" ") and _BLOCKS.fullmatch(name) is not None
                )
                if begins or self.names:
                    self.names.append(name)
                    self.lines.append(line if begins and "markdown" not in match["rest"] else 0)
                    self.count[name] += 1

    def close(self, name: str) -> None:
        """Close a tag and all inside of it; a closing tag without an opening one means nothing."""
        closed = "" if self.count[name] else name
        while closed != name:
            closed = self.names.pop()
            self.lines.pop()
            self.count[closed] -= 1
        self.blamed = min(self.blamed, len(self.names))

    def blame(self) -> set[int]:
        """Return the lines of the open tags that were not returned before."""
        found = {line for line in self.lines[self.blamed :] if line}
        self.blamed = len(self.names)
        return found
