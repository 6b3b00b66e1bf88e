"""What plans, and the things in them, can be filtered, sorted and grouped by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from mkdocs_plan_plugin.model import LEVELS, OPEN
from mkdocs_plan_plugin.portfolio import ATTENTION, current_phase
from mkdocs_plan_plugin.views.words import (
    DECISION_STATUSES,
    DOCUMENT_STATES,
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

if TYPE_CHECKING:
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
    Field("owner", "text", _of("owner")),
    Field("title", "text", _of("title")),
    Field("plan", "text", _of("title")),
    Field("path", "text", _of("path")),
    Field("folder", "text", _folder),
    Field("phase", "text", _phase),
    Field("category", "text", _of("category")),
    Field("tag", "text", lambda entry: tuple(entry.plan.tags)),
    Field("created", "date", _of("created")),
    Field("updated", "date", _of("updated")),
    Field("target", "date", _of("target"), ahead=True),
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
TASK_FIELDS = _items(Field("task", "word", _own("state"), OPEN, {"open": ITEM_STATES["open"], **TASK_STATES}))
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
FINDING_FIELDS = _items(
    Field("severity", "word", _own("severity"), tuple(SEVERITIES), SEVERITIES),
    Field("code", "text", _own("code")),
)


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
