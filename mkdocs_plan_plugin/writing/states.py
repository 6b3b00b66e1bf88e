"""States of plans, phases and steps written where the page states them: field, heading, list, table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.model import Contradiction, Edit, Phase, Plan, State, Step, TaskState
from mkdocs_plan_plugin.reading.entries import item_text
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.cells import value_span
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.vocabulary.lookup import key
from mkdocs_plan_plugin.vocabulary.mojibake import undamaged
from mkdocs_plan_plugin.vocabulary.scales import PHASE, PLAN, Scale
from mkdocs_plan_plugin.vocabulary.spelling import spelled
from mkdocs_plan_plugin.vocabulary.states import mark_state, read_state
from mkdocs_plan_plugin.vocabulary.titles import EMOJI, is_state, split_heading
from mkdocs_plan_plugin.writing.boxes import boxed
from mkdocs_plan_plugin.writing.page import WorkingCopy
from mkdocs_plan_plugin.writing.targets import no_such
from mkdocs_plan_plugin.writing.values import added, replaced

OF_PLAN = tuple(state for state in get_args(State) if state not in ("pending", "deferred"))
OF_STAGE = tuple(state for state in get_args(State) if state != "planning")
_OF_BOX: dict[State, TaskState] = {
    "pending": "open",
    "in-progress": "in-progress",
    "complete": "done",
    "blocked": "blocked",
    "on-hold": "blocked",
    "cancelled": "cancelled",
    "deferred": "deferred",
}


def state_of(value: str, page: WorkingCopy, *, whole: bool) -> State:
    """Return the state that a value says of a plan (`whole`) or of a part of it.

    Raises:
        Refused: it says none.
    """
    names, scale = (OF_PLAN, PLAN) if whole else (OF_STAGE, PHASE)
    state = read_state(value.replace("_", " "), scale, page.vocabulary).state
    if state is None:
        raise no_such(value, "state", names)
    return state


def restate(page: WorkingCopy, one: Plan | Phase | Step, state: State, value: str) -> Iterator[list[Edit]]:
    """Yield edits that may give a plan, phase or step a state, those that change least first.

    A value that is a state's own name is written as its neighbours are, another one as it is given.
    """
    if isinstance(one, Plan):
        if one.state and one.state_line:
            yield from _replace(page, one.state_line, one.state_text, state, value, PLAN)
            return
        like = page.statuses[0] if page.statuses else ""
        text = written(page, state, value, like, PLAN)
        if not like and _in_front(page, page.own):
            text = str(state)
        yield added(page, _name(page), text, page.own, one.line if one.line > page.front_end else 0)
        return
    field = next((field for field in page.fields(one.line) if _is_status(page, field)), None)
    if field is not None and one.state_from == "field":
        yield from _replace(page, field.line, field.value, state, value, PHASE, field.name)
        return
    if not page.section(one.line) and _BOXED.match(page.text(one.line)):  # a phase that is a ticked item
        yield elsewhere(page, one.line, state)
        return
    if isinstance(one, Phase) and one.state_from == "heading" and one.state_line > one.line:
        yield from _replace(page, one.state_line, one.state_text, state, value, PHASE)  # `### ✅ Done` below
        return
    if one.state_from == "heading":
        if mark := _mark(page, one):
            for edits in _replace(page, one.line, mark, state, value, PHASE):
                yield [*edits, *_led(page, one, edits, state)]
                yield edits
        elif undamaged(text := page.text(one.line)) != text:
            raise Refused(
                f"line {one.line}: an emoji is damaged; mkdocs-plan fix mends it, or edit it by hand"
            )
        return
    if isinstance(one, Phase) and one.state_from == "elsewhere":
        yield elsewhere(page, one.state_line, state)
    yield from _added(page, one, state, value)


def written(page: WorkingCopy, state: State, value: str, like: str, scale: Scale[State]) -> str:
    """Return how a state is written in the place of a statement."""
    if key(value) == key(state):
        return spelled(state, like, scale, page.vocabulary, page.statuses)
    return value


def _replace(
    page: WorkingCopy, line: int, old: str, state: State, value: str, scale: Scale[State], name: str = ""
) -> Iterator[list[Edit]]:
    """Yield the edit of the words that state something, then of the whole statement if it ends there."""
    name = name or next((one.name for one in page.own if one.line == line and one.value == old), "")
    lead = _leading(old, scale, page)
    if lead != old:
        yield replaced(page, line, lead, written(page, state, value, lead, scale), name, whole=False)
    text, following = page.text(line), page.text(line + 1).strip()
    ends = not following or text.endswith("  ") or line <= page.front_end or text.lstrip().startswith("|")
    if lead == old or (len(old) <= _LONGEST and ends):
        new = written(page, state, value, old, scale)
        if line <= page.front_end and old.islower() and " " not in old and new.islower():
            new = new.replace(" ", "-")  # `planning` goes on as `in-progress`
        yield replaced(page, line, old, new, name)


_LONGEST = 60
"""A longer statement is explained, and the explanation is not to be lost."""
_ENDS = regex(r"\s[-–—(|]|[(（,;:，；：。]|\.(?=\s|$)")


def _leading(text: str, scale: Scale[State], page: WorkingCopy) -> str:
    """Return the words at the beginning of a statement that state the same as the whole of it."""
    said = read_state(text, scale, page.vocabulary).state
    for end in _ENDS.finditer(text):
        lead = text[: end.start()].rstrip()
        if (
            lead.strip()
            and lead.count("`") % 2 == 0
            and read_state(lead, scale, page.vocabulary).state == said
        ):
            return lead
    return text


def _is_status(page: WorkingCopy, field: Field) -> bool:
    return page.vocabulary.means(field.name, "status") and bool(field.value)


def _mark(page: WorkingCopy, one: Phase | Step) -> str:
    """Return the words or emoji in a heading that state something, as they stand there."""
    section = page.section(one.line)
    mark = one.state_text if isinstance(one, Phase) else ""
    if not mark and section:
        mark = split_heading(section.title, PHASE, page.vocabulary).mark
    return mark if mark and mark in page.text(one.line) else ""


def _led(page: WorkingCopy, one: Phase | Step, edits: list[Edit], state: State) -> list[Edit]:
    """Return the edit of an emoji in front of a title that said the same as the words behind it."""
    lead = _LEAD.match(page.text(one.line))
    known = mark_state(lead[1], PHASE) if lead else None
    if lead is None or known != one.state or any(edit.column <= lead.end(1) for edit in edits):
        return []
    new = spelled(state, lead[1], PHASE, page.vocabulary)
    return [Edit(line=one.line, column=lead.start(1) + 1, old=lead[1], new=new)]


_LEAD = regex(rf"#+\s+([{EMOJI}]+)")


def _in_front(page: WorkingCopy, fields: list[Field]) -> bool:
    facts = [one for one in fields if one.value]
    return bool(facts) and facts[-1].line <= page.front_end


def _name(page: WorkingCopy) -> str:
    """Return what a status is called on the page."""
    known = [one.name for section in page.outline.sections for one in page.outline.fields(section)]
    return next((one for one in known if page.vocabulary.means(one, "status") and " " not in one), "Status")


def _added(page: WorkingCopy, one: Phase | Step, state: State, value: str) -> Iterator[list[Edit]]:
    """Yield edits that let a phase or step state something: as others of the page do, else in a field."""
    stages = [*page.plan.phases, *(step for phase in page.plan.phases for step in phase.steps)]
    others = [other for other in stages if other is not one and isinstance(other, type(one))]
    marked = next((other for other in others if other.state_from == "heading"), None)
    fielded = next((other for other in others if other.state_from == "field"), None)
    if page.section(one.line) is None:
        raise Refused(f"line {one.line}: '{one.title}' is no heading, and states nothing; edit it by hand")
    if marked and not fielded:
        text = page.text(one.line)
        like = marked.state_text if isinstance(marked, Phase) else ""
        at = _title_end(text)
        new = written(page, state, value, like or "✅", PHASE)
        for mark in (new, f"({new})"):  # a bare word may be read as the end of the title
            yield [Edit(line=one.line, column=at + 1, old="", new=f" {mark}")]
    if fielded and (copy := _copied(page, fielded, one, state, value)):
        yield copy
        return
    fields = page.fields(one.line)
    like = page.statuses[0] if page.statuses else ""
    yield added(page, _name(page), written(page, state, value, like, PHASE), fields, one.line)


def _title_end(text: str) -> int:
    """Return where the title of a heading ends: before closing hashes and attributes."""
    title = text.rstrip()
    if title.endswith("#") and (bare := title.rstrip("#")).endswith((" ", "\t")):
        title = bare.rstrip()
    if title.endswith("}") and (at := title.rfind(" {")) > 0:
        title = title[:at].rstrip()
    return len(title)


def _copied(
    page: WorkingCopy, model: Phase | Step, one: Phase | Step, state: State, value: str
) -> list[Edit]:
    """Return the edit that writes a status under a heading as it stands under another."""
    field = next((field for field in page.fields(model.line) if _is_status(page, field)), None)
    if field is None or not field.whole:
        return []
    text = page.text(field.line)
    span = value_span(text, field.name, field.value)
    if span is None or text.lstrip(" >").startswith("|"):
        return []
    copy = text[: span[0]] + written(page, state, value, field.value, PHASE) + text[span[1] :].rstrip()
    below, heading = page.text(one.line + 1), page.text(one.line)
    gap = "\n" if below.strip() else ""
    return [Edit(line=one.line, column=len(heading) + 1, old="", new=f"\n\n{copy}{gap}")]


def elsewhere(page: WorkingCopy, line: int, state: State) -> list[Edit]:
    """Return the edit of an item's box, a row's status or a title's mark that says the state of a phase."""
    if _BOXED.match(page.text(line)):
        return boxed(page, line, _OF_BOX.get(state, "open"))
    table = page.table(line)
    row = next((row for row in table.rows if row and row[0].number == line), None) if table else None
    if table is None or row is None:
        return _remarked(page, line, state)
    heads = (at for at, head in enumerate(table.rows[0]) if page.vocabulary.means(head.text, "status"))
    if (column := next(heads, None)) is None:
        return []
    others = [cells[column].text for cells in table.rows[1:] if column < len(cells)]
    return page.in_cell(line, column, lambda old: spelled(state, old, PHASE, page.vocabulary, others))


_BOXED = regex(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[^\[\]]{1,3}\]")


def _remarked(page: WorkingCopy, line: int, state: State) -> list[Edit]:
    """Return the edit of the mark behind or before the title on a line; nothing else of it changes."""
    section, item = page.section(line), page.item(line)
    title = section.title if section else item_text(item) if item else ""
    mark = _leading(split_heading(title, PHASE, page.vocabulary).mark, PHASE, page) if title else ""
    at = page.text(line).rfind(mark) if mark else -1
    if at < 0 or is_state(title, PHASE, page.vocabulary):
        return []
    new = spelled(state, mark, PHASE, page.vocabulary, page.statuses)
    return [Edit(line=line, column=at + 1, old=mark, new=new)]


def against(page: WorkingCopy, one: Contradiction, state: State, scale: Scale[State]) -> list[Edit]:
    """Return the edit of another place that states the same fact, or a mark in a heading."""
    if one.phase is not None:
        return elsewhere(page, one.other_line, state)
    name = next((f.name for f in page.own if f.line == one.other_line and f.value == one.other), "")
    if not name:
        return []
    lead = _leading(one.other, scale, page)
    new = spelled(state, lead, scale, page.vocabulary, page.statuses)
    return replaced(page, one.other_line, lead, new, name, whole=lead == one.other)
