"""The facts of the whole document: state, priority, owner, dates, typed progress, each with its line.

One fact is often stated in several places. Which place counts follows the design's precedence;
places that disagree are kept as contradictions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_plan_plugin.plans.blanks import is_blank
from mkdocs_plan_plugin.plans.dates import read_date
from mkdocs_plan_plugin.plans.entries import fields_in, prose
from mkdocs_plan_plugin.plans.model import Contradiction, Plan, TypedFigure
from mkdocs_plan_plugin.plans.status import Statement, plan_state, read_statement
from mkdocs_plan_plugin.plans.titles import take_apart
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary, key
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.source.markdown import Block

Places = dict[str, list[Field]]
"""Fields by the place they stand in: front, head, summary, status, information."""

_STATE_ORDER = ("front", "head", "summary", "status", "information")
_DOCUMENT_ORDER = ("front", "information", "head")
_REST_ORDER = ("front", "information", "head", "summary")
_HEAD_NAMES = (
    "status",
    "priority",
    "owner",
    "created",
    "updated",
    "target",
    "version",
    "progress",
    "category",
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_THEME_STATUSES = ("new", "deprecated")
"""Values of `status` in front matter that belong to the theme."""


def gather(
    document: Document, sections: dict[str, Section], inside_phase: set[int], vocabulary: Vocabulary
) -> Places:
    """Return the fields that state facts of the whole document, by place."""
    places: Places = {"front": list(_front_fields(document))}
    top = min((section.level for section in document.sections if section.level > 1), default=2)
    head: list[Field] = []
    for section in document.sections:
        if section.index in inside_phase:
            break
        if section.level == top:
            # a page whose first section opens with fields keeps its head there
            first = next(iter(section.blocks), None)
            if not head and first is not None and first.kind in ("paragraph", "list", "table"):
                head = list(fields_in([first], vocabulary))
                if len(head) < 2 or not any(vocabulary.means(field.name, *_HEAD_NAMES) for field in head):
                    head = []
            break
        head += fields_in(section.blocks, vocabulary)
    places["head"] = head
    summary = sections.get("executive-summary")
    places["summary"] = [
        field
        for section in (document.within(summary) if summary else ())
        if section.index not in inside_phase
        for field in fields_in(section.blocks, vocabulary)
    ]
    places["status"] = [
        field
        for section in document.sections[1:]
        if section.index not in inside_phase and vocabulary.plays(section.title, "status")
        for field in _status_fields(section, vocabulary)
    ]
    information = sections.get("document-information")
    fields = list(fields_in(information.blocks, vocabulary)) if information else []
    if information:
        for section in document.inside(information):
            fields += fields_in(section.blocks, vocabulary)
    seen = {(field.name, field.line) for field in (*head, *fields)}
    fields += [
        field
        for field in _footers(document, inside_phase, vocabulary)
        if (field.name, field.line) not in seen
    ]
    places["information"] = fields
    return places


def _front_fields(document: Document) -> Iterator[Field]:
    front = document.front
    for name, value in front.values.items():
        line = front.lines.get(name, 1)
        if isinstance(value, str):
            if name == "status" and value.casefold() in _THEME_STATUSES:
                continue
            yield Field(_CAMEL.sub(" ", name).replace("_", " "), value, line, "front")
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield Field(_CAMEL.sub(" ", name).replace("_", " "), ", ".join(value), line, "front")


def _status_fields(section: Section, vocabulary: Vocabulary) -> Iterator[Field]:
    """Yield the fields under a heading called Status; its first words are one, too."""
    found = list(fields_in(section.blocks, vocabulary))
    yield from found
    if not any(vocabulary.means(field.name, "status") for field in found):
        block = next((block for block in section.blocks if block.kind == "paragraph"), None)
        if block and len(block.text) <= 80:
            yield Field("Status", block.text, block.line)


def _footers(document: Document, inside_phase: set[int], vocabulary: Vocabulary) -> Iterator[Field]:
    """Yield the fields of closing paragraphs: behind a rule or last on the page, nothing but fields."""
    for section in document.sections[1:]:
        last = section.index == len(document.sections) - 1 and section.index not in inside_phase
        behind_rule = False
        for index, block in enumerate(section.blocks):
            if block.kind == "rule":
                behind_rule = True
            elif block.kind in ("paragraph", "list", "quote") and (
                behind_rule or (last and index >= len(section.blocks) - 3)
            ):
                fields = list(fields_in([block], vocabulary))
                lines = len(block.lines) if block.kind == "paragraph" else len(block.children)
                if (
                    fields
                    and len(fields) >= lines - 1
                    and (len(fields) > 1 or section.index == len(document.sections) - 1)
                ):
                    yield from fields


def find_fields(
    places: Places, order: tuple[str, ...], vocabulary: Vocabulary, *names: str
) -> Iterator[Field]:
    """Yield the fields that mean one of the names, in the order of the places."""
    for place in order:
        for field in places.get(place, ()):
            if vocabulary.means(field.name, *names):
                yield field


def read_facts(plan: Plan, places: Places, title: Section | None, vocabulary: Vocabulary) -> None:
    """Fill in the facts of a plan and the contradictions between their places."""
    _read_states(plan, places, title, vocabulary)
    plan.priority = _first(
        plan, "priority", places, vocabulary, lambda text: read_priority(text, vocabulary), "priority"
    )
    plan.owner = _first(plan, "owner", places, vocabulary, _name, "owner")
    plan.created = _first(plan, "created", places, vocabulary, read_date, "created")
    plan.updated = _first(plan, "updated", places, vocabulary, read_date, "updated")
    plan.target = _first(plan, "target", places, vocabulary, read_date, "target")
    plan.category = _first(plan, "category", places, vocabulary, _name, "category")
    figures: dict[int, TypedFigure] = {}
    for field in find_fields(places, _STATE_ORDER, vocabulary, "progress"):
        figure = read_figure(field.value)
        if figure:
            figure.line = field.line
            figures.setdefault(field.line, figure)
    plan.typed_progress = list(figures.values())
    plan.document_information = {
        field.name: field.value
        for field in places["information"]
        if field.value and not is_blank(field.value)
    }


def _first(
    plan: Plan, what: str, places: Places, vocabulary: Vocabulary, read: object, *names: str
) -> str | None:
    """Return the first readable value of a fact; places that say otherwise are contradictions."""
    value: str | None = None
    line = 0
    for field in find_fields(places, _REST_ORDER, vocabulary, *names):
        if is_blank(field.value):
            continue
        found = read(field.value)  # type: ignore[operator]
        if found is None:
            continue
        if value is None:
            value, line = found, field.line
        elif (
            found != value
            and what in ("priority", "created", "updated")
            and key(field.name) in _SAME.get(what, (what,))
        ):
            plan.contradictions.append(
                Contradiction(what=what, value=value, line=line, other=found, other_line=field.line)
            )
    return value


_SAME = {"created": ("created", "created on", "date created"), "updated": ("updated", "last updated")}
"""Names that surely state the same fact; `date` and `start date` may differ from `created`."""


def _read_states(plan: Plan, places: Places, title: Section | None, vocabulary: Vocabulary) -> None:
    """Read work state and document state: one statement is split by its words."""
    statements: list[tuple[str, Field, Statement]] = [
        (place, field, read_statement(field.value, vocabulary))
        for place in _STATE_ORDER
        for field in places.get(place, ())
        if vocabulary.means(field.name, "status", "document-state")
        and not (key(field.name) == "phase status")
        and not is_blank(field.value)
    ]
    if title:
        apart = take_apart(title.title, vocabulary)
        if apart.state:
            statements.append(
                ("title", Field("Status", apart.mark, title.line), Statement(state=apart.state))
            )
    offered = any(key(field.name) in ("document status", "document state") for _, field, _ in statements)
    elsewhere = [id(field) for place, field, one in statements if place != "information" and one.state]
    stated: list[tuple[Field, Statement, str | None]] = []
    for place, field, one in statements:
        documents = place == "information" or key(field.name) in ("document status", "document state")
        of_document = documents and (offered or any(other != id(field) for other in elsewhere[:2]))
        state = _work_state(one, of_document=of_document)
        if state:
            stated.append((field, one, plan_state(state)))
    work = {id(field) for field, _, _ in stated}
    if stated:
        field, one, state = stated[0]
        plan.state, plan.state_line, plan.state_text = state, field.line, field.value  # type: ignore[assignment]
        if plan.state in ("on-hold", "blocked", "cancelled"):
            plan.reason = one.reason
        for other, _, said in stated[1:]:
            if said != plan.state and other.line != field.line:
                plan.contradictions.append(
                    Contradiction(
                        what="state",
                        value=field.value,
                        line=field.line,
                        other=other.value,
                        other_line=other.line,
                    )
                )
    for place in _DOCUMENT_ORDER:
        for where, field, one in statements:
            if where != place or plan.document_state:
                continue
            said = one.document or ("active" if one.active and id(field) not in work else None)
            if said is None and one.state == "complete" and id(field) not in work:
                said = "complete"
            if said:
                plan.document_state, plan.document_state_line = said, field.line  # type: ignore[assignment]


def _work_state(one: Statement, *, of_document: bool) -> str | None:
    """Return what a statement says about the work; *active* and *complete* may be the document's."""
    if one.state:
        return None if one.state == "complete" and of_document else one.state
    return "in-progress" if one.active and not of_document else None


def read_priority(text: str, vocabulary: Vocabulary) -> str | None:
    """Return P0 to P3 for `P1 (High)`, `High`, `🔴 Critical`."""
    match = re.search(r"\bP([0-3])\b", text, re.IGNORECASE)
    if match:
        return f"P{match[1]}"
    for word in key(text).split()[:3]:
        if word in vocabulary.priorities:
            return vocabulary.priorities[word]
    return vocabulary.priorities.get(key(text))


def _name(text: str) -> str | None:
    text = text.strip().strip("*_").strip()
    return None if is_blank(text) or len(text) > 200 else text


_RATIO = re.compile(r"(\d+)\s*(?:/|of|out of)\s*(\d+)\s*([A-Za-z]+)?")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?%")
_UNITS = {
    "phase": "phases",
    "stage": "phases",
    "step": "steps",
    "task": "tasks",
    "item": "tasks",
    "checkbox": "tasks",
}


def read_figure(text: str) -> TypedFigure | None:
    """Read a typed progress figure: `3/7 phases complete (42%)`, `42 %`, `5 of 9 tasks`."""
    text = text[:200]
    ratio, percent = _RATIO.search(text), _PERCENT.search(text)
    if not ratio and not percent:
        return None
    figure = TypedFigure(text=text.strip(), percent=float(percent[1]) if percent else None)
    if ratio:
        figure.done, figure.total = int(ratio[1]), int(ratio[2])
        word = (ratio[3] or "").casefold()
        known = _UNITS.get(word.removesuffix("es" if word.endswith("xes") else "s"))
        figure.unit = known or (
            "other" if word and word not in ("complete", "completed", "done", "finished") else ""
        )  # type: ignore[assignment]
    elif percent:
        word = (re.match(r"\s*(?:of\s+)?([A-Za-z]+)?", text[percent.end() :]) or [None, ""])[1] or ""
        word = word.casefold()
        known = _UNITS.get(word.removesuffix("s"))
        figure.unit = known or (
            "" if word in ("", "complete", "completed", "done", "finished", "overall") else "other"
        )  # type: ignore[assignment]
    return figure


def first_paragraph(blocks: list[Block], vocabulary: Vocabulary) -> str:
    """Return the first paragraph that is prose and not fields."""
    for block in blocks:
        if block.kind == "paragraph" and not any(True for _ in fields_in([block], vocabulary)):
            return prose([block])
    return ""
