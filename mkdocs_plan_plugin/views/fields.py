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


class Field(NamedTuple):
    """A field by its name in directives; `values` has none where nothing is stated."""

    name: str
    kind: Kind
    values: Callable[[Any], tuple[str, ...]]
    order: tuple[str, ...] = ()
    """The words of a `word`, first to last."""
    words: Mapping[str, str] = {}
    """What a reader is told for a value, in English; the value itself where nothing stands here."""
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
        """What stands over a group of things with a value, or with none."""
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
    Field("state", "word", lambda entry: (entry.standing,), ATTENTION, STATES),
    Field("document_state", "word", _of("document_state"), tuple(DOCUMENT_STATES), DOCUMENT_STATES),
    Field("priority", "word", _of("priority"), tuple(PRIORITIES), PRIORITIES),
    Field("risk", "word", _risk, LEVELS, LEVEL_WORDS),
    Field("blocked", "word", lambda entry: ("yes" if entry.blocked else "no",), tuple(YES_NO), YES_NO),
    Field("waiting", "word", lambda entry: ("yes" if entry.waits else "no",), tuple(YES_NO), YES_NO),
    Field("owner", "text", _owners),
    Field("title", "text", _of("title")),
    Field("plan", "text", _of("title")),
    Field("path", "text", _of("path")),
    Field("folder", "text", _folder),
    Field("phase", "text", _phase),
    Field("category", "text", _of("category")),
    Field("tag", "text", lambda entry: tuple(entry.plan.tags)),
    Field("created", "date", _of("created")),
    Field("updated", "date", _of("updated")),
    Field("start", "date", _of("start")),
    Field("target", "date", _of("target"), ahead=True),
    Field("due", "date", _of("due"), ahead=True),
    Field("late", "word", _late, tuple(YES_NO), YES_NO),
    Field("health", "word", _of("health"), tuple(HEALTH), HEALTH),
    Field("progress", "number", lambda entry: _one(entry.plan.progress.percent)),
    Field("phases", "number", lambda entry: _one(entry.plan.progress.phases_total)),
    Field("tasks", "number", lambda entry: _one(entry.plan.progress.total)),
    Field("risks", "number", lambda entry: _one(len(entry.plan.open_risks))),
)

PLAN_FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
"""Fields of a plan among the others."""


def _items(*fields: Field) -> dict[str, Field]:
    return {field.name: field._replace(item=True) for field in fields}


RISK_FIELDS = _items(
    Field("level", "word", _own("level"), LEVELS, LEVEL_WORDS),
    Field("status", "word", _own("status"), tuple(RISK_STATUSES), RISK_STATUSES),
    Field("probability", "text", _own("probability"), words=RATINGS, about="probability"),
    Field("impact", "text", _own("impact"), words=RATINGS, about="impact"),
)
TASK_FIELDS = _items(
    Field("task", "word", _own("state"), OPEN, {"open": ITEM_STATES["open"], **TASK_STATES}),
    Field("owner", "text", lambda todo: names_of(todo.owner)),
    Field("due", "date", _own("due"), ahead=True),
    Field("late", "word", lambda todo: ("yes" if todo.late else "no",), tuple(YES_NO), YES_NO),
)
DECISION_FIELDS = _items(
    Field("status", "word", _own("status"), tuple(DECISION_STATUSES), DECISION_STATUSES, about="decision"),
    Field("date", "date", _own("date")),
)
CRITERION_FIELDS = _items(
    Field("status", "word", _own("state"), tuple(ITEM_STATES), ITEM_STATES),
    Field("kind", "text", _own("kind"), words=KINDS),
)
BENCHMARK_FIELDS = _items(
    Field(
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
    Field("date", "date", _own("date")),
    Field("health", "word", _own("health"), tuple(HEALTH), HEALTH),
)
FINDING_FIELDS = _items(
    Field("severity", "word", _own("severity"), tuple(SEVERITIES), SEVERITIES),
    Field("code", "text", _own("code")),
)


def by_due(field: Field, today: dt.date) -> Field:
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

    return Field(field.name, "word", values, tuple(DUE), DUE, item=field.item)


def stated(name: str) -> Field:
    """A field that only the authors of this site know, from the document information of their plans."""

    def values(entry: Entry) -> tuple[str, ...]:
        wanted = plain_name(name)
        information = entry.plan.document_information
        return next((_one(value) for key, value in information.items() if plain_name(key) == wanted), ())

    return Field(name, "text", values)


def plain_name(name: str) -> str:
    """A field's name without case and whatever parts its words."""
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())
