"""What a page asks for, and the file as it is to be."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.model import Phase, Plan, Task
from mkdocs_plan_plugin.writing.page import Read, WorkingCopy
from mkdocs_plan_plugin.writing.states import OF_STAGE
from mkdocs_plan_plugin.writing.wishes import write_fact

Kind = Literal["task", "phase"]
STATES: dict[Kind, tuple[str, ...]] = {"task": ("open", "done"), "phase": OF_STAGE}
"""What a page may make of a task or phase."""


class Ask(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One change: which task or phase is meant, as the page shows it, and the state that it is to have."""

    kind: Kind
    path: str
    """The file, from docs_dir."""
    line: int
    text: str
    was: str
    state: str


class Outdated(Refused):
    """The file says something else than the page that asks."""


_DECODER = msgspec.json.Decoder(Ask)


def read_ask(body: bytes) -> Ask:
    """Read the JSON of a request.

    Raises:
        Refused: it is no such change.
    """
    try:
        ask = _DECODER.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(f"that can't be read: {error}") from None
    if ask.state not in STATES[ask.kind]:
        raise Refused(f"'{ask.state}' is no state of a {ask.kind}; there are {', '.join(STATES[ask.kind])}")
    return ask


def carried_out(ask: Ask, data: bytes, read: Read, today: dt.date) -> bytes:
    """Return a file in which what is asked for has come true, its figures and its date kept true with it.

    Raises:
        Outdated: on that line the file has another text, or another state.
        Refused: it can't be written without changing something else.
    """
    page = WorkingCopy(data, read)
    parts: list[Task] | list[Phase] = page.plan.task_list if ask.kind == "task" else page.plan.phases
    one = next((part for part in parts if part.line == ask.line and text_of(part) == ask.text), None)
    if one is None:
        raise Outdated(f"line {ask.line} no longer says '{ask.text}'; the page is older than the file")
    if state_of(one) != ask.was:
        raise Outdated(f"'{ask.text}' is {state_of(one) or 'without a state'} by now; nothing was changed")
    return write_fact(page, one, "state", ask.state, today)


def text_of(part: Task | Phase) -> str:
    """Return the text by which a task or phase is compared, on one line."""
    return " ".join((part.text if isinstance(part, Task) else part.title).split())


def state_of(part: Task | Phase) -> str:
    """Return the state by which it is compared, empty for none."""
    return (part.state if isinstance(part, Task) else part.effective_state) or ""


def part_like(plan: Plan, part: Task | Phase) -> Task | Phase | None:
    """Return the part of a plan that has the anchor and the text of another one, and is of its kind."""
    parts: list[Task] | list[Phase] = plan.task_list if isinstance(part, Task) else plan.phases
    if any(one is part for one in parts):
        return part
    same = (one for one in parts if one.anchor == part.anchor and text_of(one) == text_of(part))
    return next(same, None) if part.anchor else None
