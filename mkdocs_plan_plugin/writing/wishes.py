"""One fact of a plan changed, and what is derived from it kept true: the edits, checked by reading again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal, get_args

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.model import Edit, Phase, Plan, Risk, State, Step, Task, TaskState
from mkdocs_plan_plugin.reading.facts import read_priority
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.progress import derived
from mkdocs_plan_plugin.source.cells import value_span
from mkdocs_plan_plugin.vocabulary.dates import Date, read_date
from mkdocs_plan_plugin.vocabulary.lookup import key
from mkdocs_plan_plugin.vocabulary.scales import PHASE, PLAN, Scale
from mkdocs_plan_plugin.writing import risks, states
from mkdocs_plan_plugin.writing.boxes import ticked
from mkdocs_plan_plugin.writing.days import like
from mkdocs_plan_plugin.writing.page import Read, Target, WorkingCopy
from mkdocs_plan_plugin.writing.people import owned_task
from mkdocs_plan_plugin.writing.stated import Key, changed, key_of, stated
from mkdocs_plan_plugin.writing.targets import no_such, target, task
from mkdocs_plan_plugin.writing.values import added, replaced

Fact = Literal["state", "owner", "due", "priority"]
FACTS: tuple[Fact, ...] = ("state", "owner", "due", "priority")
_AGAIN = 6
"""Places at most that state one fact."""
_NAMES = {"owner": ("owner",), "due": ("due", "target"), "priority": ("priority",)}


def set_fact(data: bytes, read: Read, name: str, fact: Fact, value: str, today: dt.date | None) -> bytes:
    """Return a file in which one fact of its plan is another.

    `name` is an anchor, empty for the plan. With `today` typed progress and the date of the last update are
    kept true in the same edit.

    Raises:
        Refused: the value or the name can't be understood, or the fact can't be written without changing
            another.
    """
    page = WorkingCopy(data, read)
    return write_fact(page, target(page.plan, name), fact, value, today)


def write_fact(page: WorkingCopy, one: Target, fact: Fact, value: str, today: dt.date | None) -> bytes:
    """Return a file in which one fact of its plan, or of a part that was found in it, is another.

    Raises as `set_fact` does.
    """
    value = " ".join(value.split())
    if not value:
        raise Refused(f"{fact}: write a value")
    if fact == "state":
        if isinstance(one, Task):
            return _tick(page, one, _task_state(value), today)
        if isinstance(one, Risk):
            return _set_status(page, one, value, today)
        return _set_state(page, one, value, today)
    what = key_of(page.plan, one)
    wanted, edits = _fact(page, one, fact, value)
    if not edits:
        raise Refused(f"'{fact}' of {_called(one)} is where it can't be changed; edit it by hand")
    after = page.with_(edits)
    names = _NAMES[fact]
    return _true(page, after, {(*what, each): wanted for each in names}, today, must=(*what, names[0])).data


def tick(data: bytes, read: Read, name: str, state: TaskState, today: dt.date | None) -> bytes:
    """Return a file in which a task, named by its anchor or text, has a state. Raises as `set_fact` does."""
    page = WorkingCopy(data, read)
    return _tick(page, task(page.plan, name), state, today)


def _tick(page: WorkingCopy, one: Task, state: TaskState, today: dt.date | None) -> bytes:
    if one.state == state:
        return page.data
    what = (*key_of(page.plan, one), "state")
    return _true(page, page.with_(ticked(page, one, state)), {what: state}, today, must=what).data


_TASK_STATES: tuple[TaskState, ...] = get_args(TaskState)


def _task_state(value: str) -> TaskState:
    found = next((one for one in _TASK_STATES if key(one) == key(value)), None)
    if found is None:
        raise no_such(value, "state of a task", _TASK_STATES)
    return found


def _set_state(page: WorkingCopy, one: Plan | Phase | Step, value: str, today: dt.date | None) -> bytes:
    whole = isinstance(one, Plan)
    state = states.state_of(value, page, whole=whole)
    what = (*key_of(page.plan, one), "state")
    if one.state == state:
        return page.data
    why = f"the state of {_called(one)} is where it can't be changed; edit it by hand"
    for edits in states.restate(page, one, state, value):
        if edits:
            try:
                after = _everywhere(page, page.with_(edits), what, state, PLAN if whole else PHASE)
                wanted: dict[Key, object] = {what: state, **_boxes(page, after)}
                if whole and page.plan.document_state_line in (0, page.plan.state_line):
                    wanted["plan", "document_state"] = after.plan.document_state  # one statement of both
                return _true(page, after, wanted, today, must=what).data
            except Refused as error:
                why = str(error)
    raise Refused(why)


def _set_status(page: WorkingCopy, one: Risk, value: str, today: dt.date | None) -> bytes:
    status = risks.status_of(value, page)
    if one.status == status:
        return page.data
    what = (*key_of(page.plan, one), "status")
    after = page.with_(risks.restated(page, one, value))
    return _true(page, after, {what: status}, today, must=what).data


def _boxes(before: WorkingCopy, after: WorkingCopy) -> dict[Key, object]:
    """Return the states of tasks whose own lines changed: an overview names a phase behind its box."""
    pairs = zip(before.plan.task_list, after.plan.task_list, strict=False)
    return {
        ("task", at, "state"): new.state
        for at, (old, new) in enumerate(pairs)
        if before.text(old.line) != after.text(new.line)
    }


def _everywhere(
    before: WorkingCopy, after: WorkingCopy, what: Key, state: State, scale: Scale[State]
) -> WorkingCopy:
    """Return the page with the other places that state the fact, and agreed before, saying the same."""
    known = {(each.line, each.other_line) for each in before.plan.contradictions}
    moved = len(after.lines) - len(before.lines)
    for _ in range(_AGAIN):
        other = next(
            (
                each
                for each in after.plan.contradictions
                if each.kind in ("place", "heading")
                and each.what == "state"
                and _is_of(each.phase, each.step, what)
                and not {(each.line, each.other_line), (each.line - moved, each.other_line - moved)} & known
            ),
            None,
        )
        if other is None:
            break
        known.add((other.line, other.other_line))
        if more := states.against(after, other, state, scale):
            after = after.with_(more)
    return after


def _is_of(phase: int | None, step: int | None, what: Key) -> bool:
    kind, *at = what[:-1]
    mine = {"plan": (None, None), "phase": (*at, None), "step": tuple(at)}.get(str(kind))
    return (phase, step) == mine


def _called(one: object) -> str:
    if isinstance(one, Plan):
        return "the plan"
    return f"'{getattr(one, 'title', '') or getattr(one, 'text', '')}'"


def _fact(page: WorkingCopy, one: object, fact: Fact, value: str) -> tuple[object, list[Edit]]:
    """Return what a value of owner, due or priority is read as, and the edits that write it."""
    wanted: object = value
    shown: Callable[[str], str] = lambda _: value  # noqa: E731 - one of three
    if fact == "priority":
        wanted = read_priority(value, page.vocabulary)
        if not isinstance(one, Plan) or wanted is None:
            bad = f"'{value}' is no priority; write P0, P1, P2 or P3"
            raise Refused("only plans have a priority" if wanted else bad)
        shown = lambda old: _priority(old, value)  # noqa: E731
    elif fact == "due":
        date = read_date(value, day_first=page.vocabulary.day_first)
        if not isinstance(date, Date):
            raise Refused(f"'{value}' is no date that can be read; write it as YYYY-MM-DD")
        wanted = date.value
        shown = lambda old: like(old, date)  # noqa: E731
    if isinstance(one, Task):
        return wanted, owned_task(page, one, fact, str(wanted) if fact == "due" else value)
    if not isinstance(one, Plan | Phase | Step | Risk):
        raise Refused(f"'{fact}' of it can't be set")
    whole = isinstance(one, Plan)
    fields = page.own if whole else page.fields(one.line)
    names = _NAMES[fact]
    found = [each for each in fields if page.vocabulary.means(each.name, *names) and each.value]
    if current := [each for each in found if key(each.name) in names] or found:
        edits: list[Edit] = []
        for each in current if whole else current[:1]:
            edits += replaced(page, each.line, each.value, shown(each.value), each.name)
        return wanted, edits
    if not whole and page.section(one.line) is None:
        raise Refused(f"line {one.line}: {_called(one)} is no heading, and states no {fact}; edit it by hand")
    heading = one.line if not whole or one.line > page.front_end else 0
    return wanted, added(page, fact.capitalize(), value if fact != "due" else str(wanted), fields, heading)


_PRIORITIES = {"P0": "Critical", "P1": "High", "P2": "Medium", "P3": "Low"}
_CODE = regex(r"\bP[0-3]\b")
_LEAD = regex(r"(?:(?!\s[-–—]\s)[^(,;:.，；：])*[^(,;:.，；：\s]")


def _priority(old: str, value: str) -> str:
    """Return a priority with the word that explains it where one is there; all else stays."""
    lead = _LEAD.match(old)
    if lead is None or value not in _PRIORITIES:
        return value
    code = _CODE.search(old)
    if code is None:
        return value + old[lead.end() :]
    word = _PRIORITIES[code[0].upper()]
    return _CODE.sub(value, old, count=1).replace(f"({word}", f"({_PRIORITIES[value]}", 1)


def _true(
    before: WorkingCopy, after: WorkingCopy, wanted: dict[Key, object], today: dt.date | None, *, must: Key
) -> WorkingCopy:
    """Return the page with typed figures kept true, if the wanted facts changed and no others.

    Raises:
        Refused: another fact would change, or the wanted one does not.
    """
    is_, was = stated(after.plan), stated(before.plan)
    if is_.get(must) != wanted[must]:
        said = f"{must[-1]} '{wanted[must]}'"
        raise Refused(f"written so, the page would not say {said}; edit it by hand")
    others = [each for each in changed(was, is_) if each not in wanted]
    if others:
        kind = " ".join(map(str, others[0]))
        raise Refused(f"that would change something else, too ({kind}); edit it by hand")
    if today is None or after.data == before.data:
        return after
    after = _typed(after)
    return _updated(after, today)


def _typed(page: WorkingCopy) -> WorkingCopy:
    """Return the page with typed figures of progress as they are derived."""
    edits: list[Edit] = []
    for figure in page.plan.typed_progress:
        right = derived(page.plan, figure)
        span = value_span(page.text(figure.line), "", figure.text) if right else None
        if right and span:
            old = page.text(figure.line)[slice(*span)]
            edits.append(Edit(line=figure.line, column=span[0] + 1, old=old, new=right))
    return page.with_(edits) if edits else page


def _updated(page: WorkingCopy, today: dt.date) -> WorkingCopy:
    """Return the page with the date of its last update as today, where one is stated as a day."""
    edits: list[Edit] = []
    for field in page.own:
        if not page.vocabulary.means(field.name, "updated"):
            continue
        date = read_date(field.value, day_first=page.vocabulary.day_first)
        leads = isinstance(date, Date) and field.value.startswith(date.text)  # no weekday before it
        if leads and isinstance(date, Date) and date.is_day and date.value < today.isoformat():
            new = field.value.replace(date.text, like(date.text, today), 1)
            edits += replaced(page, field.line, field.value, new, field.name)
    if not edits:
        return page
    after = page.with_(edits)
    others = [each for each in changed(stated(page.plan), stated(after.plan)) if each != ("plan", "updated")]
    return page if others else after
