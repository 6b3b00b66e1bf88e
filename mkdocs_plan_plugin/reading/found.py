"""The phases of a page as they were found, before they are read: places, numbers, titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

import msgspec

from mkdocs_plan_plugin.model import LeftOut, State
from mkdocs_plan_plugin.reading.headings import Numbered
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.titles import Title, split_heading


class Member(msgspec.Struct):
    """A phase as found: a heading with what is under it, or a list item, bold line or table row.

    `line` to `end` are the lines it covers, its own included.
    """

    line: int
    end: int
    title: Title[State]
    number: str = ""
    named: Numbered | None = None
    """Its word and number, where it is called by one."""
    section: Section | None = None
    """The heading, where it is one."""
    blocks: Sequence[Block] = ()
    """What is under a phase that is no heading."""
    fields: list[Field] = msgspec.field(default_factory=list)
    """What a phase that is no heading says of itself."""
    part: str = ""
    """The part of the page that numbers its own phases, where there are several."""

    @property
    def word(self) -> str:
        """The word that numbers it, as written."""
        return self.named.word if self.named else ""

    @property
    def canonical(self) -> str:
        """The canonical word that numbers it."""
        return self.named.canonical if self.named else ""

    @property
    def name(self) -> str:
        """Word and number as written, where that is all its name."""
        return self.named.name if self.named else ""

    @property
    def called(self) -> str:
        """What it is called by where its title is not told: `Phase 1`."""
        return self.name or f"{self.word} {self.number}".strip()

    def left_out(self, reason: str) -> LeftOut:
        """Return it as what is no phase."""
        text = ": ".join(filter(None, (self.called, self.title.text)))
        return LeftOut(line=self.line, kind="phase", text=text, reason=reason)


class Naming(NamedTuple):
    """A list item or table row that names a phase: what it calls it, and the state that it gives."""

    name: Numbered
    text: str
    line: int
    state: State | None
    block: Block
    said: str = ""
    """The words of a row's status."""
    by_place: bool = False
    """True for a number that is one of a phase only by its column."""
    fields: tuple[Field, ...] = ()
    """What a row says of dates and owners."""


class Phases(msgspec.Struct):
    """The phases of a page in reading order, the heading above them, and what was left out."""

    members: list[Member] = msgspec.field(default_factory=list)
    line: int = 0
    """The heading that most of them are under, or 0 where that is the title or none."""
    left_out: list[LeftOut] = msgspec.field(default_factory=list)
    again: list[Numbered] = msgspec.field(default_factory=list)
    """Headings that name one of them once more."""
    named: list[Naming] | None = None
    """The items and rows outside of them that name a phase, once they have been asked for."""
    known: int = 0
    """How many different phases the page names, whether or not they were taken: a trait of a plan."""

    @property
    def inside(self) -> list[tuple[int, int]]:
        """The first and last line of each."""
        return [(member.line, member.end) for member in self.members]

    def covering(self) -> Callable[[int], bool]:
        """Return what says of a line whether it is in one of them, without a look at each."""
        spans = sorted(self.inside)
        begins = [begin for begin, _ in spans]
        ends = list(accumulate((end for _, end in spans), max))  # they may be in one another
        return lambda line: line <= ends[at - 1] if (at := bisect_right(begins, line)) else False


Listed = tuple[list[Member], int]
"""Phases, and the line of the heading above them; 0 where that is the title or none."""


def title_of(name: Numbered | None, text: str, vocabulary: Vocabulary) -> Title[State]:
    """Return the title behind the number of a phase, or that of a text without one."""
    return name.title(vocabulary) if name else split_heading(text, PHASE, vocabulary)
