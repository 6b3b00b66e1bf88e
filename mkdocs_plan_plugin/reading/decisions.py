"""Decisions: headings, list items or table rows, with context, options, outcome and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mkdocs_plan_plugin.model import Decision, DecisionStatus, LeftOut, Option
from mkdocs_plan_plugin.reading.entries import cell, columns, entries, items, part_text, says_something
from mkdocs_plan_plugin.reading.footers import BEHIND_RULE
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.statements import statements_in
from mkdocs_plan_plugin.reading.tasks.read import task_state
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, says_none, unless_blank
from mkdocs_plan_plugin.vocabulary.dates import read_day
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import DECISION
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_WORDS = "|".join(map(re.escape, words.DECISION_WORDS))
_ASIDE = has_word(words.DECISION_ASIDES)
_NAMED = regex(
    rf"^\W*(?:\d+(?:\.\d+)*[.)]\s+)?(?:key |technical |design )?(?:{_WORDS})\s*+(?:[-#]\s*+)?"
    r"(?:(\d+(?:\.\d+)*|[A-Z]\b)\s*+|(?!-\w))[:：.)\-–—]+\s*(.*)",
    re.IGNORECASE,
)
_DECIDED = regex(rf"(?:{_WORDS})\s*[:：]\s*[^\s:：]", re.IGNORECASE)
_NUMBER = regex(r"^\s*(\d+)[.)]\s+|^\s*(\d+(?:\.\d+)+)\s+")
_CODE = regex(r"(?:D|AD|ADR|DEC|KD)-?\d{1,4}$")
_DATE = regex(r"^[\d\s./-]+$")


def decision_headings(outline: Outline) -> Iterator[Section]:
    """Yield the headings that are a decision each: those in sections of decisions, and those called one."""
    return (one for one, kind in _kinds(outline) if kind == "decision")


def in_decision(outline: Outline, one: Section) -> bool:
    """True for a section that is a decision or is below one."""
    if _named(one.title):
        return True
    above = outline.document.ancestors(one)
    return any(
        _named(up.title) or _is_collection(up.title, outline.vocabulary) for up in above if up.level > 1
    )


def find_decisions(outline: Outline, phases: set[int]) -> tuple[list[Decision], list[LeftOut]]:
    """Return the decisions of a page, and what looked like one and was not taken.

    Read are sections of decisions, headings that call themselves one, and tables of decisions and
    reasons anywhere.
    """
    vocabulary = outline.vocabulary
    found: list[Decision] = []
    left: list[LeftOut] = []
    for one, kind in _kinds(outline):
        before = len(found) + len(left)
        rows = [
            row for table in one.tables for row in _from_table(table, vocabulary, listing=kind == "decisions")
        ]
        found += rows
        if kind == "decision" and not rows and (one.index not in phases or _named(one.title)):
            found.append(_from_heading(outline, one))
        elif kind == "decisions":
            for part in outline.parts(one):
                found += _from_part(part, vocabulary)
            left += _behind(one, outline)
            described = any(block.kind not in ("rule", "html", "paragraph") for block in one.blocks)
            if described and before == len(found) + len(left) and says_something(one.blocks):
                reason = "no item or row here is a decision that can be read"
                left.append(LeftOut(kind="decision", line=one.line, text=one.title, reason=reason))
    return found, left


@lru_cache(maxsize=4096)
def _named(title: str) -> re.Match[str] | None:
    """Return the match of a heading that is called a decision."""
    return _NAMED.match(mend(title))


def _kinds(outline: Outline) -> list[tuple[Section, str]]:
    """Return the sections that decisions may be in, found when first asked for."""
    if outline.decisions is None:
        outline.decisions = [*_walk(outline)]
    return outline.decisions


def _walk(outline: Outline) -> Iterator[tuple[Section, str]]:
    """Yield each section with what it is: `decisions`, a `decision`, an aside among them or neither (empty).

    What is below a decision is its own and not yielded. A section of decisions inside another one
    counts for itself.
    """
    end = collection = 0
    alone: set[int] = set()
    for one in outline.sections:
        if one.line <= end and one.index:
            continue
        named = one.level > 1 and (_named(one.title) or _is_reasoned(one, outline))
        if one.level > 1 and one.index not in alone and _is_collection(one.title, outline.vocabulary):
            collection = max(collection, one.end)
            alone.update(_alone(one, outline))
            yield one, "decisions"
        elif named or (one.line <= collection and one.index):
            inner = any(
                _is_collection(below.title, outline.vocabulary) for below in outline.document.inside(one)
            )
            end = one.line if inner else one.end  # else a heading above sections of decisions
            aside = inner or (not named and _ASIDE.search(title_key(one.title)))
            yield one, "aside" if aside else "decision"
        else:
            yield one, ""


def _is_reasoned(one: Section, outline: Outline) -> bool:
    """True for a heading right over a decision and its reason, each behind its name."""
    begins = (block.lines[0].text for block in one.blocks if block.kind == "paragraph" and block.lines)
    if not any(map(_DECIDED.match, begins)) or outline.document.children(one):
        return False
    return any(outline.vocabulary.means(part.name, "rationale") for part in outline.parts(one))


def _alone(collection: Section, outline: Outline) -> list[int]:
    """Return the section below *Decisions* that is the only one of its neighbours called so, if there is one.

    *Layout Decisions* between *Deletion* and *Locks* is a decision, as they are.
    """
    below = outline.document.children(collection)
    called = [one.index for one in below if _is_collection(one.title, outline.vocabulary)]
    if len(called) != 1 or len(below) <= _FEW or any(_ASIDE.search(title_key(one.title)) for one in below):
        return []
    return called


_FEW = 2


@lru_cache(maxsize=4096)
def _is_collection(title: str, vocabulary: Vocabulary) -> bool:
    """True for the heading of a section of decisions: *Key Decisions*, *Decisions Made*."""
    if vocabulary.plays(title, "decisions"):
        return True
    said = title_key(title)
    if "decisions" not in said or "`" in title:
        return False
    split = said.split()
    if _ASIDE.match(split[0]):
        return False
    behind = split[split.index("decisions") + 1 :] if "decisions" in split[:4] else []
    return ("decisions" in split[-3:] and len(split) <= 4) or behind[:1] in _TAKEN


_TAKEN = [
    [word]
    for word in ("made", "taken", "captured", "agreed", "recorded", "confirmed", "from", "during", "so")
]
"""Words behind *decisions* that say that they are made: *Decisions captured from the review*."""


def _behind(one: Section, outline: Outline) -> Iterator[LeftOut]:
    """Yield the items behind the rule that closes the page, fields excepted: its footer."""
    for entry in entries(outline.footer(one)):
        if not outline.vocabulary.is_field(entry.title):
            yield LeftOut(kind="decision", line=entry.line, text=entry.whole, reason=BEHIND_RULE)


def _from_heading(outline: Outline, section: Section) -> Decision:
    vocabulary = outline.vocabulary
    apart = split_heading(section.title, DECISION, vocabulary, durations=False)
    match = _NAMED.match(apart.text)
    number = _NUMBER.match(apart.text)
    title = match[2] if match else apart.text[number.end() :] if number else apart.text
    decision = Decision(
        line=section.line,
        number=(match[1] or "") if match else (number[1] or number[2]) if number else "",
        title=title.strip(),
        heading=True,
        status=apart.state or "open",
    )
    parts = outline.parts_below(section)
    stated = _fill(decision, parts, vocabulary, apart.state)
    unnamed = [block for part in parts if not part.name for block in part.blocks]
    for field in statements_in(unnamed, vocabulary):
        if vocabulary.means(field.name, "decision") and not decision.decision and not is_blank(field.value):
            decision.decision = field.value
        elif vocabulary.means(field.name, "rationale") and not decision.rationale:
            decision.rationale = field.value
    if stated is None and decision.status == "open" and decision.decision:
        decision.status = "accepted"
    if not decision.context and parts and not parts[0].name and not decision.decision:
        decision.context = unless_blank(parts[0].text)
    return decision


def _fill(
    decision: Decision, parts: list[Part], vocabulary: Vocabulary, stated: DecisionStatus | None
) -> DecisionStatus | None:
    """Fill a decision with what its named parts say; return the status that is stated last."""
    for part in parts:
        name = part.name
        if not name:
            continue
        text = part_text(part)
        means = vocabulary.meanings(name)
        if "options" in means:
            decision.options = [
                Option(line=one.line, title=one.title, text=one.text) for one in items(part.blocks)
            ]
        elif is_blank(text):
            continue
        elif "decision" in means and not decision.decision:
            decision.decision = text
        elif "rationale" in means:
            decision.rationale = text
        elif "context" in means:
            decision.context = text
        elif "status" in means:
            stated = read_state(text, DECISION, vocabulary).state
            decision.status = stated or "open"
        elif "created" in means or "updated" in means:
            decision.date = read_day(text, day_first=vocabulary.day_first)
    return stated


def _from_table(table: Block, vocabulary: Vocabulary, *, listing: bool) -> Iterator[Decision]:
    """Yield the decisions of a table's rows; outside of a section of decisions both columns must say so.

    The question leads a row where there is one; else the decision does, and what is beside it decides.
    """
    found = columns(table, vocabulary, "decision", "rationale", "context", "status", "created", "id")
    named = "decision" in found and _CALLED.search(key(cell(table.rows[0], found["decision"])))
    if not (named and "rationale" in found) and not (listing and found.keys() & {"decision", "context"}):
        return
    lead, decided = found.get("context", found.get("decision")), found.get("decision")
    if lead == decided and lead is not None:  # what is decided stands behind it: `Decision | Outcome`
        behind = lead + 1
        decided = behind if behind not in found.values() and behind < len(table.rows[0]) else lead
    for row in table.rows[1:]:
        title, outcome, status = (cell(row, at) for at in (lead, decided, found.get("status")))
        if is_blank(title) or says_none(title):
            continue
        decision = Decision(line=row[0].number, title=title, decision=unless_blank(outcome))
        decision.number, decision.rationale = cell(row, found.get("id")), cell(row, found.get("rationale"))
        decision.date = read_day(cell(row, found.get("created")), day_first=vocabulary.day_first)
        if status:
            decision.status = read_state(status, DECISION, vocabulary).state or "open"
        elif decision.decision:
            decision.status = "accepted"
        yield decision


_CALLED = has_word(("decisions", *words.DECISION_WORDS))


def _from_part(part: Part, vocabulary: Vocabulary) -> Iterator[Decision]:
    """Yield the decisions of a bold label and the list under it: `**Decision 1: Roof**`, `1. Roof: slate`."""
    whole = part.field.style == "all-bold"
    label = f"{part.name}: {part.field.value}" if whole else f"{part.name}:"
    match = _NAMED.match(mend(label)) if part.name else None
    if match:
        outcome = " ".join(line.text for line in part.lines) if whole else part.text
        decision = Decision(
            line=part.line, number=match[1] or "", title=match[2] or outcome, decision=outcome
        )
        decision.status = "accepted" if outcome else "open"
        yield decision
        return
    if part.name and _ASIDE.search(title_key(part.name)):
        return
    if part.name and part.field.value and not whole and not vocabulary.is_field(part.name):
        yield Decision(line=part.line, title=part.name, decision=part.text, status="accepted")
    for entry in entries(part.blocks):
        if is_blank(entry.whole) or says_none(entry.whole):
            continue
        state = task_state(entry.block)
        if entry.title and (called := _NAMED.match(mend(f"{entry.title}: {entry.text}"))) and called[2]:
            status: DecisionStatus = "open" if state and state[0] != "done" else "accepted"
            yield Decision(line=entry.line, number=called[1] or "", title=called[2], status=status)
            continue  # `Decision: slate`
        coded = _CODE.match(entry.title)  # `D2: slate`
        named = entry.title and not coded and not _DATE.match(entry.title)  # `06-03: slate`
        yield Decision(
            line=entry.line,
            title=entry.title if named else entry.text,
            number=coded[0] if coded else "",
            decision=entry.text,
            date=None if named or coded else read_day(entry.title, day_first=vocabulary.day_first),
            status="open" if state and state[0] != "done" else "accepted",
        )
