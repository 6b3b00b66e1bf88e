"""What a rule says about a place. The check turns it into a finding."""

from __future__ import annotations

from typing import Literal, NamedTuple

from mkdocs_plan_plugin.model import Edit

Severity = Literal["error", "warning", "info"]


def literal(text: str) -> str:
    """Return a text as it is written in `Fault.many`, where braces stand for figures."""
    return text.replace("{", "{{").replace("}", "}}")


class Fault(NamedTuple):
    """One thing wrong at a line (from 1, 0 for the page as a whole).

    `replacement` is what to write instead, where there is one text. Faults of one `cause` on a page
    become one finding with a count. `severity` goes before the rule's default, but not before a
    site's own choice.
    """

    line: int
    message: str
    replacement: str = ""
    column: int = 0
    """Where on the line it begins, from 1; 0 where the whole line is meant."""
    severity: Severity | None = None
    cause: str = ""
    many: str = ""
    """What to say for several of one cause; `{count}` and `{lines}` are filled in."""
    path: str = ""
    """The page, for rules that look at the whole site."""
    edits: tuple[Edit, ...] = ()
    """What to write to end it, or where `replacement` goes."""
    applies: Literal["safe", "unsafe", "manual"] = "safe"
    """Who may apply the edits, see `Fix`."""
