"""What rules look at: a plan with its document."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import zip_longest

from mkdocs_plan_plugin.model import Against, Contradiction, Phase, Plan, State
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import Edits, below, swap
from mkdocs_plan_plugin.rules.fault import Fault, Severity
from mkdocs_plan_plugin.rules.fit import Match, fit
from mkdocs_plan_plugin.rules.site import RuleSite
from mkdocs_plan_plugin.source.comments import Comment, comments
from mkdocs_plan_plugin.source.document import Document, Section, walk
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.source.lists import repairs
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.template.pin import Pin, pin_of
from mkdocs_plan_plugin.template.samples import hidden_lines, line_key
from mkdocs_plan_plugin.template.schema import Template, body_of
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import Scale
from mkdocs_plan_plugin.vocabulary.spelling import spelled

FOREVER = dt.date.max.toordinal()
"""The last day that there is."""

_LINK_NAME = regex(r"^\s{0,3}\[([^\]]+)\]:", re.MULTILINE)


class CheckedPage:
    """A plan under check. Everything derived is made once, when the first rule asks."""

    def __init__(self, plan: Plan, outline: Outline, site: RuleSite) -> None:
        self.plan = plan
        self.outline = outline
        self.document: Document = outline.document
        self.site = site
        self.vocabulary: Vocabulary = outline.vocabulary
        self.holds = (0, FOREVER)
        """The first and the last day, as ordinals, on which the rules asked so far say the same."""

    @property
    def today(self) -> dt.date:
        """The date of the check. What a rule says of it holds for this day; see `has_come`."""
        day = self.site.today.toordinal()
        self.holds = (day, day)
        return self.site.today

    def has_come(self, day: int) -> bool:
        """True from a day on, given as its ordinal. What a rule says by that holds as long as it is so."""
        since, until = self.holds
        come = self.site.today.toordinal() >= day
        self.holds = (max(since, day), until) if come else (since, min(until, day - 1))
        return come

    @cached_property
    def repairs(self) -> dict[int, str]:
        """The lines that change when the lists of the page are repaired, by their index."""
        document, site = self.document, self.site
        return repairs(document.body_lines, document.tree, indent=site.list_indent, fences=site.list_fences)

    @cached_property
    def template(self) -> Template:
        """The template that the plan is held to."""
        return self.site.templates.of(self.plan.category)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file; the first is line 1, at index 0."""
        return self.document.text.split("\n")

    @cached_property
    def comments(self) -> list[Comment]:
        """The comments of the plugin on the page."""
        return comments(self.document)

    @cached_property
    def matches(self) -> list[Match]:
        """Which headings of the page stand for which nodes of the template."""
        return fit(self.template, self.document, self.plan, self.vocabulary)

    @cached_property
    def follows_template(self) -> bool:
        """True for a plan made from the template: it says so, or has most of its main headings by name."""
        main = [match for match in self.matches if match.top and match.node.kind == "section"]
        named = sum(match.exact for match in main)
        return self.pin is not None or (len(main) > 2 and named * 10 >= len(main) * 6)

    @cached_property
    def pin(self) -> Pin | None:
        """The template that the plan says it was made from."""
        return pin_of(self.document.front.values.get("template"))

    def fields(self, section: Section) -> list[Field]:
        """Return the fields that are right under a heading."""
        return self.outline.fields(section)

    @cached_property
    def own(self) -> list[Field]:
        """The fields that state facts of the whole plan, front matter first, as its reader found them."""
        return list({(field.name, field.line): field for field in self.outline.places.all()}.values())

    def facts(self, *names: str) -> list[Field]:
        """Return the fields of the whole plan that mean one of the names."""
        return [field for field in self.own if self.vocabulary.means(field.name, *names)]

    def spelled(self, state: State, like: str, scale: Scale[State]) -> str:
        """Return a state as the page would write it in the place of a statement."""
        return spelled(state, like, scale, self.vocabulary, self._statuses)

    @cached_property
    def _statuses(self) -> list[str]:
        """What status fields of the page say, those of phases included."""
        return [
            field.value
            for section in self.document.sections
            for field in self.fields(section)
            if self.vocabulary.means(field.name, "status")
        ]

    @cached_property
    def meant(self) -> list[str]:
        """The lines of the file, damaged emoji as they were meant."""
        if self.document.text.isascii():
            return self.lines
        return [line if line.isascii() else mend(line) for line in self.lines]

    @cached_property
    def keys(self) -> list[str]:
        """The lines of the file as they are compared with the template's."""
        return [line_key(line) if line else "" for line in self.meant]

    @cached_property
    def untouched(self) -> list[tuple[Section, int]]:
        """The outermost sections that are as the template has them, each with its number of lines."""
        found: list[tuple[Section, int]] = []
        bodies = self.template.bodies
        for section in self.document.sections[1:]:
            wanted = bodies.get(self.keys[section.line - 1].lstrip("# "))
            if not wanted or (found and section.line <= found[-1][0].end):
                continue
            body = body_of(self.keys, section)
            if all(line == other for line, other in zip_longest(body, wanted)):
                found.append((section, len(wanted)))
        return found

    def is_prose(self, line: int) -> bool:
        """True for a line outside of front matter, code, comments, contents and untouched sections."""
        return line not in self._hidden

    @cached_property
    def link_names(self) -> frozenset[str]:
        """The names that the page defines as links: `[name]: address`."""
        text = self.document.text
        return frozenset(_LINK_NAME.findall(text) if "]:" in text else ())

    @cached_property
    def _hidden(self) -> set[int]:
        hidden = hidden_lines(self.document)
        for section, _ in self.untouched:
            hidden.update(range(section.line, section.end + 1))
        return hidden

    @cached_property
    def _all_blocks(self) -> list[Block]:
        return [block for one in self.document.sections for block in walk(one.blocks)]

    @cached_property
    def _by_line(self) -> dict[int, Section]:
        return {section.line: section for section in self.document.sections[1:]}

    @cached_property
    def _starts(self) -> list[int]:
        return [section.line for section in self.document.sections]

    @cached_property
    def _phase_by_line(self) -> dict[int, Phase]:
        """The phase of each line; where one is inside of another, the first."""
        return {
            line: phase
            for phase in reversed(self.plan.phases)
            for line in range(phase.line, phase.end_line + 1)
        }

    def text(self, line: int) -> str:
        """Return a line of the file, empty outside of it."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def column(self, line: int, part: str) -> int:
        """Return where a text begins on a line, from 1; 0 if it is not there."""
        return self.text(line).find(part) + 1 if part else 0

    def swapped(self, line: int, old: str, new: str) -> Edits:
        """Put a text in the place of another on a line; nothing where that is not there."""
        return swap(line, self.column(line, old), old, new)

    def lacking(
        self,
        line: int,
        message: str,
        text: str,
        *,
        behind: int = 0,
        severity: Severity | None = None,
        cause: str = "",
        many: str = "",
    ) -> Fault:
        """Say at a line that a text is missing, which goes below it, or `behind` another one.

        What is to be filled in, an author has to know.
        """
        edits = below(self.lines, behind or line, f"\n{text}")
        return Fault(
            line, message, text, severity=severity, cause=cause, many=many, edits=edits, applies="manual"
        )

    def heading(self, line: int) -> Section | None:
        """Return the section whose heading is on a line."""
        return self._by_line.get(line)

    def section(self, role: str) -> Section | None:
        """Return the section that plays a role."""
        line = self.plan.sections.get(role)
        return self._by_line.get(line) if line else None

    def section_at(self, line: int) -> Section:
        """Return the innermost section that a line is in."""
        return self.document.sections[max(0, bisect_right(self._starts, line) - 1)]

    def phase_at(self, line: int) -> Phase | None:
        """Return the phase that a line is in."""
        return self._phase_by_line.get(line)

    def contradictions(self, *kinds: Against) -> Iterator[Contradiction]:
        """Yield what of some kinds speaks against statements of the plan."""
        return (one for one in self.plan.contradictions if one.kind in kinds)

    def blocks(self, section: Section | None = None) -> Iterator[Block]:
        """Yield all blocks of a section with those below it, or of the page, nested ones too."""
        if section is None:
            yield from self._all_blocks
            return
        for one in self.document.within(section):
            yield from walk(one.blocks)


def called(phase: Phase) -> str:
    """What a message calls a phase: `Phase 2`, or `Sprint 2` where the author counts in sprints."""
    coded = phase.number[:1].isalpha()  # `M1` says itself what it counts
    return f"{phase.word or ('' if coded else 'Phase')} {phase.number}".strip()
