"""Rules about what a plan states of itself: state, priority, owner."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.reading.facts import read_priority
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.template.parts import TemplateNode
from mkdocs_plan_plugin.vocabulary.blanks import choices, is_blank
from mkdocs_plan_plugin.vocabulary.lookup import key
from mkdocs_plan_plugin.vocabulary.ratings import read_rating
from mkdocs_plan_plugin.vocabulary.scales import PHASE, PLAN, Scale
from mkdocs_plan_plugin.vocabulary.spelling import spelled
from mkdocs_plan_plugin.vocabulary.states import mark_state, read_state
from mkdocs_plan_plugin.vocabulary.titles import EMOJI

_LONG_VALUE = regex(r"[`#/]|\d{2,}|https?:")

_SHORT = 4
"""Words of a value that is meant as one of a list; a longer one is an explanation."""

_STATES = ("Planning", "In Progress", "Complete", "On Hold", "Blocked", "Cancelled")

_PHASE_STATES = ("Pending", "In Progress", "Complete", "On Hold", "Blocked", "Cancelled", "Deferred")

_PRIORITIES = ("P0", "P1", "P2", "P3")

_STATUS = ("status", "state", "current status", "plan status", "work status")

_PRIORITY = ("priority", "plan priority")


@rule(
    "PLAN201",
    "missing-field",
    "warning",
    bad="""
    # Plan: new cache

    ## Document Information

    **Created:** 2025-01-10
    """,
    good=("**Created:** 2025-01-10", "**Created:** 2025-01-10\n**Owner:** Team Tide"),
)
def missing_field(page: CheckedPage) -> Iterator[Fault]:
    """A field that the template calls required or recommended is missing from its section.

    The team marked the field in the template by a comment at the end of its line. A recommended one
    is an info. The shipped template marks none.
    """
    for match in page.matches:
        node = match.node
        if node.kind not in ("field", "part") or node.demand == "optional":
            continue
        names = {key(name) for name in (node.name, *node.also)}
        for section in match.parents:
            has = any(
                key(field.name) in names
                for one in page.document.within(section)
                for field in page.fields(one)
            )
            if not has and not any(
                key(line.text[begin:end]) in names
                for block in page.blocks(section)
                for line in block.lines
                for begin, end in line.bold
            ):
                yield page.lacking(
                    section.line,
                    f"the field '{node.name}' is missing under '{section.title}'; the template calls it"
                    f" {node.demand}",
                    f"**{node.name}:**",
                    severity="info" if node.demand == "recommended" else None,
                )


@rule(
    "PLAN202",
    "unknown-value",
    "warning",
    fixable=True,
    bad="""
    # Plan: new cache

    **Status:** In Progres

    **Priority:** P7
    """,
    good=("**Status:** In Progres\n\n**Priority:** P7", "**Status:** In Progress\n\n**Priority:** P1"),
)
def unknown_value(page: CheckedPage) -> Iterator[Fault]:
    """A value can't be read: no word of state, priority or rating, and none that the template allows.

    What can't be read is shown nowhere. Words of your own go into the option `vocabulary`.
    """
    asked: dict[tuple[int, str], TemplateNode] = {}
    for match in page.matches:
        if match.node.kind == "field" and match.node.value == "choice":
            for parent in match.parents:
                asked.setdefault((parent.line, key(match.node.name)), match.node)
    own = {(field.name, field.line) for field in page.own}
    phases = {phase.line for phase in page.plan.phases}
    fields = [(page.section_at(field.line).line, field) for field in page.own]
    stating = phases | {line for line, _ in asked}
    for section in page.document.sections:
        if section.line in stating:
            fields += [(section.line, one) for one in page.fields(section) if (one.name, one.line) not in own]
    for line, field in fields:
        node = asked.get((line, key(field.name)))
        whole = (field.name, field.line) in own
        if node or whole or line in phases:
            yield from _unreadable(page, field, _allowed(field, node, in_phase=not whole), node)


def _unreadable(
    page: CheckedPage, field: Field, allowed: list[str], node: TemplateNode | None
) -> Iterator[Fault]:
    if not allowed or is_blank(field.value) or len(choices(field.value)) > 1:
        return
    if not _reads(page, field, allowed, node):
        near = _nearest(field.value, allowed)
        yield Fault(
            field.line,
            f"'{field.value}' is no {key(field.name)} that can be read; write one of {', '.join(allowed)}",
            near,
            column=page.column(field.line, field.value),
            edits=page.swapped(field.line, field.value, near) if near else (),
            applies="safe" if near and _is_slip(field.value, near, allowed) else "manual",
        )


def _is_slip(value: str, near: str, allowed: list[str]) -> bool:
    """True if a value can't be meant as anything but one word, of which it lacks or has a letter or two."""
    others = [one for one in allowed if one != near]
    return nearest(key(value), [key(near)], 0.8) != "" and not nearest(key(value), map(key, others), 0.7)


def _allowed(field: Field, node: TemplateNode | None, *, in_phase: bool) -> list[str]:
    """Return the values that a field may have; none where it is free."""
    if node:
        return node.values
    name = key(field.name)
    allowed: tuple[str, ...]
    if name in _STATUS:
        allowed = _PHASE_STATES if in_phase else _STATES
    elif name in _PRIORITY and not in_phase:
        allowed = _PRIORITIES
    else:
        return []
    short = len(field.value.split()) <= _SHORT and len(field.value) <= 30
    return list(allowed) if short and not _LONG_VALUE.search(field.value) else []


def _reads(page: CheckedPage, field: Field, allowed: list[str], node: TemplateNode | None) -> bool:
    """True if a value is one of the allowed ones, or a word whose meaning is known."""
    vocabulary = page.vocabulary
    value = key(field.value)
    if not value:
        return True  # an emoji alone
    if any(value == key(one) or value.startswith(f"{key(one)} ") for one in allowed):
        return True
    if vocabulary.means(field.name, "status", "document-state"):
        said = read_state(field.value, PLAN, vocabulary)
        return said.says or said.offers
    if vocabulary.means(field.name, "priority"):
        return read_priority(field.value, vocabulary) is not None
    if vocabulary.means(field.name, "probability", "impact", "severity", "level"):
        return read_rating(field.value, vocabulary) is not None or len(value.split()) > _SHORT
    return node is None


def _nearest(value: str, allowed: list[str]) -> str:
    by_key = {key(one): one for one in allowed}
    near = nearest(key(value), by_key, 0.5)
    return by_key[near] if near else ""  # the key of an emoji alone is empty


@rule(
    "PLAN210",
    "emoji-differs",
    "info",
    bad="""
    # Plan: new cache

    **Status:** ✅ In Progress
    """,
    good=("**Status:** ✅ In Progress", "**Status:** 🔄 In Progress"),
    fixable=True,
)
def emoji_differs(page: CheckedPage) -> Iterator[Fault]:
    """The emoji of a status says complete and its words do not, or the other way round.

    The words count. Who looks over many plans sees the emoji.
    """
    own = {(field.name, field.line) for field in page.own}
    inside = [field for section in page.document.sections for field in page.fields(section)]
    for field in (*page.own, *(one for one in inside if (one.name, one.line) not in own)):
        if not page.vocabulary.means(field.name, "status"):
            continue
        whole = (field.name, field.line) in own
        right = _right_emoji(field.value, PLAN if whole else PHASE, page)
        if right:
            yield Fault(
                field.line,
                f"the emoji of '{field.value}' contradicts its words",
                right,
                column=page.column(field.line, field.value),
                edits=page.swapped(field.line, field.value, right),
            )


def _right_emoji(value: str, scale: Scale[State], page: CheckedPage) -> str:
    """Return a status with the emoji of its words; empty where that is no other."""
    lead = _LEAD.match(value)
    if lead is None or len(key(value).split()) > _SHORT or _CLAUSE.search(value):
        return ""
    shown, words = mark_state(lead[0], scale), read_state(value[lead.end() :], scale, page.vocabulary)
    if not (shown and words.state) or words.document or (shown == "complete") == (words.state == "complete"):
        return ""
    right = _LEAD.match(page.spelled(words.state, value, scale))
    if right is None or mark_state(right[0], scale) == shown:
        right = _LEAD.match(spelled(words.state, value, scale, page.vocabulary))
    return f"{right[0].strip()} {value[lead.end() :]}" if right else ""


_LEAD = regex(rf"[{EMOJI}]+\s*")
_CLAUSE = regex(r"[,;:(（，；：、]")
"""What says more than a state."""


@rule(
    "PLAN206",
    "stated-twice",
    "warning",
    tells=("place",),
    bad="""
    # Plan: new cache

    **Priority:** P1

    ## Document Information

    **Priority:** P2
    **Created:** 2025-01-10
    """,
    good=("\n**Priority:** P1\n", ""),
)
def stated_twice(page: CheckedPage) -> Iterator[Fault]:
    """The same fact is stated in two places, and they differ.

    One was changed and the other forgotten. State it once.
    """
    for one in page.contradictions("place"):
        if one.phase is None and not one.other.rstrip().endswith((":", "：")):  # a label states nothing
            what = "status" if one.what == "state" else one.what
            yield Fault(
                one.other_line,
                f"{what} is '{one.other}' here and '{one.value}' at line {one.line}; keep one of them",
                one.value,
                column=page.column(one.other_line, one.other),
                edits=page.swapped(one.other_line, one.other, one.value),
                applies="manual",
            )


@rule(
    "PLAN207",
    "no-owner",
    "info",
    living=True,
    bad="""
    # Plan: new cache

    **Status:** In Progress
    """,
    good=("**Status:** In Progress", "**Status:** In Progress\n\n**Owner:** Team Tide"),
)
def no_owner(page: CheckedPage) -> Iterator[Fault]:
    """A plan stated in progress names nobody who owns it.

    Whoever reads of it in a joined view does not know whom to ask.
    """
    if page.plan.state and page.plan.working and not page.plan.owner:
        line = page.plan.state_line or page.plan.line
        what = "the plan is being worked on, but names no owner"
        yield page.lacking(line, what, "**Owner:** name of a person or team", behind=line or 1)
