"""Risks described in text: as headings, bold paragraphs or list items, alone or in groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_plan_plugin.model import LeftOut, Level, Risk, RiskStatus
from mkdocs_plan_plugin.reading.entries import Entry, bold_parts, entries, entry_of, labelled, part_text
from mkdocs_plan_plugin.reading.footers import BEHIND_RULE
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.risks.columns import risk_columns
from mkdocs_plan_plugin.reading.risks.facts import (
    Draft,
    Said,
    fact_of,
    fill,
    is_fact,
    said_by_entries,
    said_by_parts,
    said_by_table,
)
from mkdocs_plan_plugin.reading.risks.kinds import Told, says_nothing, what_is
from mkdocs_plan_plugin.reading.risks.labels import in_plan, risk_labels
from mkdocs_plan_plugin.reading.risks.line import ARROW, BESIDE, COLON, inline, parted, rate_by
from mkdocs_plan_plugin.reading.risks.sections import is_example, is_rated
from mkdocs_plan_plugin.reading.risks.titles import (
    NAMED,
    group_of,
    kind_of,
    name_of,
    names_kind,
)
from mkdocs_plan_plugin.reading.statements import statements_of_item
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE, Section
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.blanks import says_none, unless_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.ratings import is_rating, mark_rating, read_rating
from mkdocs_plan_plugin.vocabulary.scales import RISK
from mkdocs_plan_plugin.vocabulary.states import mark_state
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_NONE = regex(r"[(\[（]([^()\[\]（）]{2,20})[)\]）]\s*$")
_BRACKETED = regex(r"\[([^\[\]]{2,})\]\s*(.*)", re.DOTALL)
"""A name in brackets, as templates have it."""

_SENTENCE = 2
"""A field *Risk* of more words outside of the sections of risks names one, and no rating."""

_SEVERAL = regex(r"[,;，；、]")
_LEVEL_AND_TEXT = "a level with text behind it; write '- High risks', and each risk as an item under it"


def _lists_none(title: str, vocabulary: Vocabulary) -> bool:
    """True for `High risks (none)`, and for `Low risk ✅`, below which is what is well."""
    none = _NONE.search(title)
    well = group_of(title, vocabulary) == "low" and mark_state(title, RISK) == "closed"
    return well or (none is not None and says_none(none[1]))


class Descriptions:
    """The risks that are described on a page, in order, and what looked like one and was not taken."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.vocabulary = outline.vocabulary
        self.drafts: list[Draft] = []
        self.left: list[LeftOut] = []

    def heading(self, one: Section, group: Level | None) -> None:
        """Take a heading for a risk, with all that is below it."""
        vocabulary = self.vocabulary
        apart = split_heading(one.title, RISK, vocabulary, number=True)
        draft = self._add(apart.text, one.line, group, apart.state)
        draft.risk.heading = True
        draft.risk.level = draft.risk.level or mark_rating(one.title)
        parts = self.outline.parts_below(one)
        listed = [entry for part in parts if not part.name for entry in entries(part.blocks)]
        fill(draft, [*said_by_parts(parts), *said_by_entries(listed)], vocabulary)
        for below in self.outline.document.within(one):
            for table in below.tables:
                if not risk_columns(table, vocabulary, in_section=False):
                    fill(draft, said_by_table(table, vocabulary), vocabulary)
        if parts and not draft.risk.description:
            draft.risk.description = unless_blank(parts[0].text if listed else part_text(parts[0]))

    def section(self, one: Section, group: Level | None, *, listing: bool) -> None:
        """Take the risks among the blocks of a section: bold paragraphs, and items of lists.

        Where the section is not `listing` risks, but measures or questions, only what calls itself a
        risk is one. Items behind the rule that closes the page are left out.
        """
        if _lists_none(one.title, self.vocabulary):
            return
        about: Draft | None = None
        for part in _parts(one, self.outline):
            below = entries(part.blocks)
            if not part.name:
                self._unnamed(part, below, group, listing=listing, titled=names_kind(one.title))
                continue
            told = Told(part.name, part.field.value or part.text, below, label=True)
            match what_is(told, self.vocabulary, listing=listing):
                case "risk":
                    about = self._label(part, below, group)
                case "fact" if about:
                    fill(about, said_by_parts([part]), self.vocabulary)
                case "group":
                    self.items(below, group_of(part.name, self.vocabulary) or group)
                    about = None
                case "level":
                    self._levelled(part.line, part.name, part.text, titled=names_kind(one.title))
                case _ if part.field.value and kind_of(part.name, self.vocabulary) not in (
                    "measures",
                    "aside",
                ):
                    self.items(below, group, listing=listing)  # a field of the section, and then its list
                case "other":
                    about = None
        for entry in entries(self.outline.footer(one)):
            if not self.vocabulary.is_field(entry.title):
                self._leave(entry.line, entry.whole, BEHIND_RULE)

    def _unnamed(
        self, part: Part, below: list[Entry], group: Level | None, *, listing: bool, titled: bool
    ) -> None:
        """Take the risks of a list below no label, unless the words in front say that it is of measures."""
        if below and (measures := _announced(part, self.vocabulary)):
            self._leave(below[0].line, measures, "what is done about risks; write each risk as an item")
        else:
            self.items(below, group, listing=listing, titled=titled)

    def items(
        self, listed: list[Entry], group: Level | None, *, listing: bool = True, titled: bool = False
    ) -> None:
        """Take the risks among the items of a list; an item that is a fact speaks of the risk before it.

        What is `titled` stands under a heading that names a kind of risks.
        """
        about: Draft | None = None
        for entry in listed:
            name, value = (entry.title, entry.text) if entry.title else (entry.text.rstrip(" :："), "")
            if arrow := ARROW.search(name[:LONGEST_TITLE]):  # `Flood -> Mitigation: pumps`
                name, value = name[: arrow.start()], name[arrow.end() :]
            below = _items_below(entry)
            match what_is(Told(name, value, below, label=False), self.vocabulary, listing=listing):
                case "risk":
                    about = self._item(entry, group)
                case "fact" if about:
                    fill(about, said_by_entries([entry]), self.vocabulary)
                case "group":
                    self.items(below, group_of(name, self.vocabulary) or group)
                    about = None
                case "level":
                    self._levelled(entry.line, name, value, titled=titled)

    def elsewhere(self, one: Section) -> None:
        """Take the risks listed under a label in a section of something else; leave out a lone sentence."""
        for line, name, value, below in risk_labels(self.outline, one):
            if value:
                if len(value.split()) > _SENTENCE and not says_nothing(value, self.vocabulary):
                    self._leave(
                        line,
                        f"{name}: {value}",
                        "a field outside of a section of risks; list it under a heading 'Risks'",
                    )
            elif below and in_plan(self.outline, one):
                self.items(below, None)
            elif below:
                self._leave(
                    line,
                    name,
                    "a list below the main sections, and in no phase; put it under a heading 'Risks'",
                )

        for part in self.outline.parts(one):
            for block in part.blocks:
                if block.kind == "list":
                    self._rated(part, block, one)

    def _rated(self, part: Part, listed: Block, one: Section) -> None:
        """Take what a list rates both ways, or an item of it what is below it: a label, or the item."""
        if part.name and is_rated(listed, self.vocabulary):
            if not is_example(one, self.outline):
                self._label(part, entries([listed]), None)
            return
        for item in listed.children:
            below = next((child for child in item.children[1:] if child.kind == "list"), None)
            if below and is_rated(below, self.vocabulary) and not is_example(one, self.outline):
                self._item(entry_of(item), None)

    def table(self, table: Block, group: Level | None) -> None:
        """Take the risk of a table of names and values; another without a column of risks is left out."""
        said = list(said_by_table(table, self.vocabulary))
        named = next((value for name, value, _ in said if fact_of(name, self.vocabulary) == "risk"), "")
        if named:
            draft = self._add(named, table.line, group)
            fill(draft, (one for one in said if one[1] != named), self.vocabulary)
        elif not said and table.rows:
            header = " | ".join(line.text.strip() for line in table.rows[0])
            self._leave(table.line, header, "no column of this table names risks; call one 'Risk'")

    def _add(self, title: str, line: int, group: Level | None, status: RiskStatus | None = None) -> Draft:
        title, ratings = parted(title, self.vocabulary)
        number, name = name_of(title)
        risk = Risk(line=line, number=number, title=(name or title).removesuffix("."))
        risk.group, risk.status = group, status or "open"
        self.drafts.append(draft := Draft(risk))
        rate_by(draft, ratings, self.vocabulary)
        return draft

    def _levelled(self, line: int, level: str, text: str, *, titled: bool) -> None:
        """Take the risk behind a level and nothing else, `High: Flood`; what may explain it is left out."""
        if titled and is_rating(level, self.vocabulary) and not _SEVERAL.search(text):
            self._add(text, line, None).risk.level = read_rating(level, self.vocabulary)
        else:
            self._leave(line, f"{level}: {text}", _LEVEL_AND_TEXT)

    def _leave(self, line: int, text: str, reason: str) -> None:
        self.left.append(LeftOut(kind="risk", line=line, text=text, reason=reason))

    def _label(self, part: Part, below: list[Entry], group: Level | None) -> Draft:
        """Take the risk of a bold paragraph: `**Risk 1: Leak**`, `**Risk:** Leak`, `**Leak**: why`."""
        facts = [entry for entry in below if fact_of(entry.title, self.vocabulary)]
        if part.text and fact_of(part.name, self.vocabulary) == "risk" and not NAMED.match(part.name):
            draft = self._add(part.text, part.line, group)
            fill(draft, said_by_entries(facts), self.vocabulary)
            return draft
        whole = part.field.style == "all-bold"
        label = f"{part.name}: {part.field.value}" if whole else part.name
        apart = split_heading(label, RISK, self.vocabulary, number=True)
        draft = self._add(apart.text or label, part.line, group, apart.state)
        text = " ".join(line.text for line in part.lines) if whole else part.text
        beside, ratings = parted(f" {part.field.value}", self.vocabulary)
        if ratings and not beside.strip():  # `**Leak** (High)`
            rate_by(draft, ratings, self.vocabulary)
            text = " ".join(line.text for line in part.lines)
        if draft.risk.number and draft.risk.title == label and text:  # `**Risk 1**: Leak`
            draft.risk.title, text = text, ""
        draft.risk.description = text
        fill(draft, said_by_entries(facts), self.vocabulary)
        return draft

    def _item(self, entry: Entry, group: Level | None) -> Draft:
        """Take the risk of a list item; what is nested in it or is beside it says more."""
        vocabulary = self.vocabulary
        said = list(_nested(entry, vocabulary))
        label, description = (entry.title, entry.text) if entry.title else (entry.text, "")
        line = entry.first[:LONGEST_TITLE]
        beside, arrow = BESIDE.search(line), ARROW.search(line)
        if beside and (facts := list(inline(next(filter(None, beside.groups())), vocabulary))):
            head, description = line[: beside.start()].strip(" *"), line[beside.end() :].strip()
            if entry.bold and fact_of(label, vocabulary) != "risk" and head.startswith(label):
                description = f"{head[len(label) :].lstrip(_BEHIND_TITLE)} {description}".strip()
            else:
                label = head
            said += facts
        elif (
            arrow
            and _leads_on(line, arrow)
            and not any(fact_of(name, vocabulary) == "mitigation" for name, *_ in said)
        ):
            remedy = line[arrow.end() :].strip()  # `Flood → pumps`
            name, _, rest = COLON.sub(":", remedy[:LONGEST_TITLE]).partition(":")
            if rest and fact_of(name, vocabulary) == "mitigation":
                remedy = remedy[len(name) + 1 :].strip()
            said.append(("mitigation", remedy, [remedy]))
            named = entry.bold and fact_of(label, vocabulary) != "risk"  # `**Risk:** Flood → pumps`
            label, description = label if named else line[: arrow.start()].strip(" *"), ""
        elif entry.bold and (tail := parted(line, vocabulary))[1] and tail[0].strip(" *") == label:
            bracket = line[len(tail[0]) :].strip()  # `**Flood** (High)`
            label, description = f"{label} {bracket}", entry.text.removeprefix(bracket).strip()
        elif label.count("(") > label.count(")"):  # `Flood (see: B)`
            label, description = entry.whole, ""
        bracketed = _BRACKETED.match(label)
        if bracketed and not is_rating(bracketed[1], vocabulary):  # `[Flood] the pumps are old`
            label, description = bracketed[1], description or bracketed[2]
        if description and fact_of(label, vocabulary) == "risk":  # `Risk: Flood`
            label, description = description, ""
        number, title = name_of(label)
        if number and not title and description:  # `Risk 1: Leak`
            label, description = f"{label}: {description}", ""
        apart = split_heading(label, RISK, vocabulary)
        done = entry.block.task or _is_struck(entry.block)
        draft = self._add(apart.text or label, entry.line, group, "closed" if done else apart.state)
        draft.risk.level = draft.risk.level or mark_rating(line)
        if description and is_rating(description, vocabulary):  # `Flood: medium risk`
            draft.risk.level, description = read_rating(description, vocabulary), ""
        draft.risk.description = description
        fill(draft, said, vocabulary)
        return draft


_BEHIND_TITLE = " *:：–—-"


def _leads_on(line: str, arrow: re.Match[str]) -> bool:
    """True for an arrow that is in no bracket and not between versions: `Downgrade v3 → v2`."""
    before, after = line[: arrow.start()], line[arrow.end() :]
    return before.count("(") <= before.count(")") and not (_VERSION.search(before) and _VERSION.match(after))


_VERSION = regex(r"(?:^\s*|(?<=\s))v?\d[\w.]*(?:\s|$)")


def _parts(one: Section, outline: Outline) -> Iterator[Part]:
    """Yield the parts of a section; what quotes and containers hold counts, and so does a bold beginning.

    `**Leak** (High)` and `⚠️ **Leak** - they are old` are no fields, and name something all the same.
    """
    blocks = outline.body(one)
    nested = any(block.kind in ("quote", "container") for block in blocks)
    return bold_parts(labelled(list(_flat(blocks)), outline.vocabulary) if nested else outline.parts(one))


def _announced(part: Part, vocabulary: Vocabulary) -> str:
    """Return the words in front of a list that say it is of measures: `They may ban us. Suggestions:`."""
    text = part.lines[-1].text.rstrip() if part.lines else ""
    said = _SENTENCES.split(text.rstrip(":："))[-1].strip() if text.endswith((":", "：")) else ""
    return text if said and kind_of(said, vocabulary) == "measures" else ""


_SENTENCES = regex(r"[.!?]\s|[。！？]")


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind in ("quote", "container"):
            yield from _flat(block.children)
        else:
            yield block


def _items_below(entry: Entry) -> list[Entry]:
    """Return the items nested in a list item."""
    return entries(entry.block.children)


def _is_struck(item: Block) -> bool:
    """True for an item whose first line is struck through."""
    line = item.children[0].lines[0] if item.children and item.children[0].lines else None
    return bool(line and line.struck and line.struck[0][0] == 0)


def _nested(entry: Entry, vocabulary: Vocabulary) -> Iterator[Said]:
    """Yield what the lines and items inside a list item say of its risk."""
    for field in statements_of_item(entry.block, vocabulary):
        yield field.name, field.value, [*filter(None, [field.value])]
    yield from said_by_entries(below for below in _items_below(entry) if is_fact(below.title, vocabulary))
