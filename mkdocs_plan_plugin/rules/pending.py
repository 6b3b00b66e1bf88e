"""What is kept of a page that was checked, until all pages are read."""

from __future__ import annotations

import datetime as dt

import msgspec

from mkdocs_plan_plugin.model import Finding, Kept
from mkdocs_plan_plugin.rules.claims import Claims, claims_of
from mkdocs_plan_plugin.rules.page import FOREVER, CheckedPage, called
from mkdocs_plan_plugin.rules.suppression import Suppression
from mkdocs_plan_plugin.source.comments import Comment


class Pending(msgspec.Struct, kw_only=True):
    """A plan whose page has been checked, and what the rules about plans among each other need of it."""

    plan: Kept
    findings: list[Finding] = msgspec.field(default_factory=list)
    suppressions: list[Suppression] = msgspec.field(default_factory=list)
    asked: list[Comment] = msgspec.field(default_factory=list)
    """The comments that ask for a view."""
    front_end: int = 0
    """The last line of front matter, 0 without."""
    naming: dict[int, str] = msgspec.field(default_factory=dict)
    """The lines that name other plans."""
    repairs: dict[int, str] = msgspec.field(default_factory=dict)
    """The lines that change when the lists of the page are repaired, by their index."""
    claims: Claims = msgspec.field(default_factory=Claims)
    """What the plan claims of its repository."""
    holds: tuple[int, int] = (0, FOREVER)
    """The first and the last day, as ordinals, on which the check says the same."""

    def holds_on(self, day: dt.date) -> bool:
        """True if the check says on a day what it said."""
        return self.holds[0] <= day.toordinal() <= self.holds[1]

    @classmethod
    def of(cls, page: CheckedPage, suppressions: list[Suppression]) -> Pending:
        """Keep what is needed of a page."""
        plan = page.plan
        links = [*plan.depends_on, *plan.supersedes, *filter(None, [plan.superseded_by])]
        return cls(
            plan=Kept.of(plan),
            suppressions=suppressions,
            asked=[comment for comment in page.comments if comment.asks],
            front_end=page.document.front.last_line,
            naming={link.line: page.text(link.line) for link in links},
            repairs=page.repairs,
            claims=claims_of(page, {phase.line: called(phase) or phase.title for phase in plan.phases}),
        )

    def column(self, line: int, part: str) -> int:
        """Return where a text begins on a line that names a plan, from 1; 0 if it is not there."""
        return self.naming.get(line, "").find(part) + 1 if part else 0
