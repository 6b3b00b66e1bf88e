"""What plans, and the things in them, can be filtered, sorted and grouped by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from mkdocs_plan_plugin.model import LEVELS, OPEN
from mkdocs_plan_plugin.portfolio import ATTENTION, current_phase
from mkdocs_plan_plugin.views.words import (
    DECISION_STATUSES,
    DOCUMENT_STATES,
    DUE,
    HEALTH,
    ITEM_STATES,
    KINDS,
    PRIORITIES,
    RATINGS,
    RISK_STATUSES,
    SEVERITIES,
    STATES,
    TASK_STATES,
    VERDICTS,
    WITHOUT,
    YES_NO,
)
from mkdocs_plan_plugin.views.words import LEVELS as LEVEL_WORDS
from mkdocs_plan_plugin.vocabulary.owners import names_of

if TYPE_CHECKING:
    import datetime as dt

    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.portfolio import Entry

Kind = Literal["word", "text", "date", "number"]


class DirectiveField(NamedTuple):
    """A field by its name in directives; `values` has none where nothing is stated."""

    name: str
    kind: Kind
    values: Callable[[Any], tuple[str, ...]]
    order: tuple[str, ...] = ()
    """The words of a `word`, first to last."""
    words: Mapping[str, str] = {}
    """What a reader is told for a value, in English; the value itself where nothing is here."""
    about: str = ""
    """What these words are said of, where a language says them of nothing else."""
    ahead: bool = False
    """True for a date that lies ahead: `< 14d` means in less than 14 days."""
    item: bool = False
    """True for a field of a thing in a plan, false for one of the plan."""

    def say(self, value: str) -> str:
        """What a reader is told for a value, in English."""
        return self.words.get(value, value)

    def label(self, value: str, language: Language) -> str:
        """What is over a group of things with a value, or with none."""
        if not value:
            english = WITHOUT.get(self.name)
            name = self.name.replace("_", " ")
            return language.gettext(english) if english else language.say("No %(field)s", field=name)
        if value in self.words:
            return language.pgettext(self.about, self.words[value])
        return language.date(value) if self.kind == "date" else value


def _one(value: object) -> tuple[str, ...]:
    return () if value is None or value == "" else (str(value),)


def _of(name: str) -> Callable[[Entry], tuple[str, ...]]:
    """The plan's attribute of a name."""
    return lambda entry: _one(getattr(entry.plan, name))


def _own(name: str) -> Callable[[Any], tuple[str, ...]]:
    """The attribute of a thing in a plan."""
    return lambda item: _one(getattr(item, name))


def _folder(entry: Entry) -> tuple[str, ...]:
    return _one(entry.plan.path.rpartition("/")[0])


def _owners(entry: Entry) -> tuple[str, ...]:
    return names_of(entry.plan.owner)


def _late(entry: Entry) -> tuple[str, ...]:
    """Whether the plan, or a phase or task in it, is late."""
    plan = entry.plan
    parts = (*plan.phases, *(step for phase in plan.phases for step in phase.steps), *plan.task_list)
    return ("yes" if plan.late or any(work.late for work in parts) else "no",)


def _risk(entry: Entry) -> tuple[str, ...]:
    gravest = next((risk.level for risk in entry.plan.open_risks), None)
    return _one(gravest)


def _phase(entry: Entry) -> tuple[str, ...]:
    phase = current_phase(entry)
    return _one(phase.title if phase else None)


_ALL = (
    DirectiveField("state", "word", lambda entry: (entry.standing,), ATTENTION, STATES),
    DirectiveField("document_state", "word", _of("document_state"), tuple(DOCUMENT_STATES), DOCUMENT_STATES),
    DirectiveField("priority", "word", _of("priority"), tuple(PRIORITIES), PRIORITIES),
    DirectiveField("risk", "word", _risk, LEVELS, LEVEL_WORDS),
    DirectiveField(
        "blocked", "word", lambda entry: ("yes" if entry.blocked else "no",), tuple(YES_NO), YES_NO
    ),
    DirectiveField("waiting", "word", lambda entry: ("yes" if entry.waits else "no",), tuple(YES_NO), YES_NO),
    DirectiveField("owner", "text", _owners),
    DirectiveField("title", "text", _of("title")),
    DirectiveField("plan", "text", _of("title")),
    DirectiveField("path", "text", _of("path")),
    DirectiveField("folder", "text", _folder),
    DirectiveField("phase", "text", _phase),
    DirectiveField("category", "text", _of("category")),
    DirectiveField("tag", "text", lambda entry: tuple(entry.plan.tags)),
    DirectiveField("created", "date", _of("created")),
    DirectiveField("updated", "date", _of("updated")),
    DirectiveField("start", "date", _of("start")),
    DirectiveField("target", "date", _of("target"), ahead=True),
    DirectiveField("due", "date", _of("due"), ahead=True),
    DirectiveField("late", "word", _late, tuple(YES_NO), YES_NO),
    DirectiveField("health", "word", _of("health"), tuple(HEALTH), HEALTH),
    DirectiveField("progress", "number", lambda entry: _one(entry.plan.progress.percent)),
    DirectiveField("phases", "number", lambda entry: _one(entry.plan.progress.phases_total)),
    DirectiveField("tasks", "number", lambda entry: _one(entry.plan.progress.total)),
    DirectiveField("risks", "number", lambda entry: _one(len(entry.plan.open_risks))),
)

PLAN_FIELDS: dict[str, DirectiveField] = {field.name: field for field in _ALL}
"""Fields of a plan among the others."""


def _items(*fields: DirectiveField) -> dict[str, DirectiveField]:
    return {field.name: field._replace(item=True) for field in fields}


RISK_FIELDS = _items(
    DirectiveField("level", "word", _own("level"), LEVELS, LEVEL_WORDS),
    DirectiveField("status", "word", _own("status"), tuple(RISK_STATUSES), RISK_STATUSES),
    DirectiveField("probability", "text", _own("probability"), words=RATINGS, about="probability"),
    DirectiveField("impact", "text", _own("impact"), words=RATINGS, about="impact"),
)
TASK_FIELDS = _items(
    DirectiveField("task", "word", _own("state"), OPEN, {"open": ITEM_STATES["open"], **TASK_STATES}),
    DirectiveField("owner", "text", lambda todo: names_of(todo.owner)),
    DirectiveField("due", "date", _own("due"), ahead=True),
    DirectiveField("late", "word", lambda todo: ("yes" if todo.late else "no",), tuple(YES_NO), YES_NO),
)
DECISION_FIELDS = _items(
    DirectiveField(
        "status", "word", _own("status"), tuple(DECISION_STATUSES), DECISION_STATUSES, about="decision"
    ),
    DirectiveField("date", "date", _own("date")),
)
CRITERION_FIELDS = _items(
    DirectiveField("status", "word", _own("state"), tuple(ITEM_STATES), ITEM_STATES),
    DirectiveField("kind", "text", _own("kind"), words=KINDS),
)
BENCHMARK_FIELDS = _items(
    DirectiveField(
        "verdict",
        "word",
        _own("verdict"),
        ("missed", "close", "met", "open"),
        {
            "met": VERDICTS["met"],
            "close": VERDICTS["near"],
            "missed": VERDICTS["missed"],
            "open": VERDICTS["unmeasured"],
        },
    )
)
UPDATE_FIELDS = _items(
    DirectiveField("date", "date", _own("date")),
    DirectiveField("health", "word", _own("health"), tuple(HEALTH), HEALTH),
)
FINDING_FIELDS = _items(
    DirectiveField("severity", "word", _own("severity"), tuple(SEVERITIES), SEVERITIES),
    DirectiveField("code", "text", _own("code")),
)


def by_due(field: DirectiveField, today: dt.date) -> DirectiveField:
    """Return the field that groups by when something is due: late, this month, next month, later."""
    month = today.year * 12 + today.month

    def values(thing: Any) -> tuple[str, ...]:  # noqa: ANN401 - an entry, or a thing in a plan
        work = thing if field.item else thing.plan
        if not field.item and (thing.over or work.finished):
            return ("over",)
        if work.late:
            return ("late",)
        if not work.due:
            return ()
        ahead = int(work.due[:4]) * 12 + int(work.due[5:7]) - month
        return ("this-month" if ahead <= 0 else "next-month" if ahead == 1 else "later",)

    return DirectiveField(field.name, "word", values, tuple(DUE), DUE, item=field.item)


def stated(name: str) -> DirectiveField:
    """A field that only the authors of this site know, from the document information of their plans."""

    def values(entry: Entry) -> tuple[str, ...]:
        wanted = plain_name(name)
        information = entry.plan.document_information
        return next((_one(value) for key, value in information.items() if plain_name(key) == wanted), ())

    return DirectiveField(name, "text", values)


def plain_name(name: str) -> str:
    """A field's name without case and whatever parts its words."""
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())
