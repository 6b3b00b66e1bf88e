"""What a directive asks for: which plans, in which order and groups, which columns, how many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from mkdocs_plan_plugin.languages import Text
from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.today import days_ago
from mkdocs_plan_plugin.views import filters
from mkdocs_plan_plugin.views.fields import PLAN_FIELDS, DirectiveField, by_due, plain_name, stated
from mkdocs_plan_plugin.views.filters import LIKENESS, Filter, WrongValueError, did_you_mean

if TYPE_CHECKING:
    from mkdocs_plan_plugin.portfolio import Entry

ALL = ("where", "under", "text", "group", "sort", "columns", "limit", "since", "show")
"""The options of directives for all plans; each view takes some of them."""

_T = TypeVar("_T")


def _itself(thing: _T) -> _T:
    return thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The options of one directive, read and checked."""

    of: str = ""
    """The plan whose piece is shown on a page that is not its own, as written."""
    plans: tuple[Filter, ...] = ()
    """Conditions on the plan."""
    items: tuple[Filter, ...] = ()
    """Conditions on the thing listed: a risk, a decision."""
    under: tuple[str, ...] = ()
    """Folders; a plan in any of them is in."""
    text: str = ""
    """Words that a plan's title, description, owner, tags or path must hold, in lower case."""
    sort: tuple[tuple[DirectiveField, bool], ...] = ()
    """Fields to sort by, each with True for descending."""
    group: DirectiveField | None = None
    columns: tuple[str, ...] = ()
    limit: int | None = None
    """The most rows; 0 for all, None for the view's own measure."""
    since: dt.date | None = None
    """The day since which changes are told."""

    @property
    def narrows(self) -> bool:
        """True if any plan may be left out."""
        return bool(self.plans or self.items or self.under or self.text)

    def takes(self, entry: Entry) -> bool:
        """True if a plan is wanted."""
        plan = entry.plan
        if self.under and not any(_below(plan.path, folder) for folder in self.under):
            return False
        if self.text:
            written = " ".join(
                (plan.title, plan.description, plan.owner or "", *plan.tags, plan.path)
            ).casefold()
            if not all(word in written for word in self.text.split()):
                return False
        return all(condition.passes(entry) for condition in self.plans)

    def takes_item(self, item: object) -> bool:
        """True if a thing in a plan is wanted."""
        return all(condition.passes(item) for condition in self.items)

    def sorted(
        self,
        things: Iterable[_T],
        entry_of: Callable[[_T], object] = _itself,
        item_of: Callable[[_T], object] = _itself,
    ) -> list[_T]:
        """Things in the order asked for, else as they came; `entry_of` finds the plan of a thing."""
        ordered = list(things)
        for key, descending in reversed(self.sort):
            of = item_of if key.item else entry_of
            keyed = [(filters.order(key, of(thing)), thing) for thing in ordered]
            there = [pair for pair in keyed if pair[0] is not None]
            there.sort(key=lambda pair: pair[0] or (), reverse=descending)
            ordered = [thing for _, thing in there] + [thing for value, thing in keyed if value is None]
        return ordered


@dataclass(slots=True)
class ParsedChoice:
    """A choice, and what is wrong with how it was written."""

    choice: Choice
    problems: list[Text] = field(default_factory=list)


def read(
    written: Mapping[str, object],
    *,
    takes: Collection[str],
    today: dt.date,
    columns: Sequence[str] = (),
    items: Mapping[str, DirectiveField] | None = None,
    stated_fields: Collection[str] = (),
) -> ParsedChoice:
    """Read the options of a directive. What is wrong is said and left out; nothing raises.

    `takes` are the options of the view, `columns` its columns, `items` the fields of what it lists,
    `stated_fields` the names that plans of this site use in their document information.
    """
    reader = _Reader(takes, columns, items or {}, stated_fields, today)
    found: dict[str, Any] = {}
    for name, value in written.items():
        reader.option(name, value, found)
    return ParsedChoice(Choice(**found), reader.problems)


class _Reader:
    def __init__(
        self,
        takes: Collection[str],
        columns: Sequence[str],
        items: Mapping[str, DirectiveField],
        stated_fields: Collection[str],
        today: dt.date,
    ) -> None:
        self.takes = takes
        self.columns = columns
        self.items = items
        self.stated = {plain_name(name): name for name in stated_fields}
        self.today = today
        self.problems: list[Text] = []

    def option(self, name: str, value: object, found: dict[str, Any]) -> None:
        """Read one option into `found`."""
        key = plain_name(name)
        if key == "of" and "of" in self.takes:
            found["of"] = str(value)
        elif key == "where" and "where" in self.takes:
            self._where(value, found)
        elif key == "under" and "where" in self.takes:
            folders = value if isinstance(value, list) else [value]
            found["under"] = tuple(str(folder).replace("\\", "/").strip("/ ") for folder in folders)
        elif key == "text" and "where" in self.takes:
            found["text"] = str(value).casefold()
        elif key == "sort" and "sort" in self.takes:
            self._sort(value, found)
        elif key == "group" and "group" in self.takes:
            if (chosen := self._field(value, "group")) is not None:
                found["group"] = by_due(chosen, self.today) if chosen.name == "due" else chosen
        elif key == "columns" and "columns" in self.takes:
            self._columns(value, found)
        elif key == "since" and "since" in self.takes:
            self._since(value, found)
        elif key == "limit" and "limit" in self.takes:
            self._limit(value, found)
        elif "where" in self.takes and self._known(key):
            self._condition(key, value, found)
        else:
            self._unknown(name, self.takes)

    def _where(self, value: object, found: dict[str, Any]) -> None:
        if not isinstance(value, dict):
            self.problems.append(
                Text("'where' is a mapping; write e.g. %(sample)s", sample="where: {state: in-progress}")
            )
            return
        for name, wanted in value.items():
            key = plain_name(str(name))
            if key in ("under", "text"):
                self.option(key, wanted, found)
            else:
                self._condition(str(name), wanted, found)

    def _condition(self, name: str, wanted: object, found: dict[str, Any]) -> None:
        chosen = self._field(name, "where")
        if chosen is None:
            return
        try:
            condition = filters.read(chosen, wanted, self.today)
        except WrongValueError as error:
            self.problems.append(error.message)
            return
        key = "items" if chosen.item else "plans"
        found[key] = (*found.get(key, ()), condition)

    def _sort(self, value: object, found: dict[str, Any]) -> None:
        keys = []
        for name in value if isinstance(value, list) else [value]:
            text = str(name).strip()
            if (chosen := self._field(text.lstrip("-"), "sort")) is not None:
                keys.append((chosen, text.startswith("-")))
        found["sort"] = tuple(keys)

    def _columns(self, value: object, found: dict[str, Any]) -> None:
        names = value if isinstance(value, list) else str(value).split(",")
        chosen = []
        for name in names:
            key = plain_name(str(name))
            if key in self.columns:
                chosen.append(key)
            else:
                instead = did_you_mean(nearest(key, self.columns, LIKENESS), self.columns)
                self.problems.append(
                    Text("there is no column '%(name)s'. %(instead)s", name=name, instead=instead)
                )
        if chosen:
            found["columns"] = tuple(dict.fromkeys(chosen))

    def _limit(self, value: object, found: dict[str, Any]) -> None:
        if value is False or str(value).strip().casefold() in ("all", "off", "none"):
            found["limit"] = 0
        elif isinstance(value, int) and value > 0 and value is not True:
            found["limit"] = value
        else:
            self.problems.append(
                Text("'limit' is a whole number above 0 or 'all', not '%(value)s'", value=value)
            )

    def _since(self, value: object, found: dict[str, Any]) -> None:
        day = days_ago(str(value).strip(), self.today)
        if day is None:
            self.problems.append(
                Text("'since' is a time such as 14d, 2w, 1m or 2026-11-20, not '%(value)s'", value=value)
            )
        else:
            found["since"] = day

    def _known(self, key: str) -> bool:
        aliases = {"tags": "tag", **{name: name for name in (*self.items, *PLAN_FIELDS, *self.stated)}}
        return key in aliases

    def _field(self, name: object, option: str) -> DirectiveField | None:
        key = plain_name(str(name))
        key = "tag" if key == "tags" else key
        if key in self.items:
            return self.items[key]
        if key in PLAN_FIELDS:
            return PLAN_FIELDS[key]
        if key in self.stated:
            return stated(self.stated[key])
        known = [*self.items, *PLAN_FIELDS, *self.stated]
        self.problems.append(
            Text(
                "'%(option)s': there is no field '%(name)s'. %(instead)s",
                option=option,
                name=name,
                instead=did_you_mean(nearest(key, known, LIKENESS), known),
            )
        )
        return None

    def _unknown(self, name: str, takes: Collection[str]) -> None:
        known = [option for option in ("of", *ALL) if option in takes]
        if "where" in takes:
            known += ["under", "text"]
        known = list(dict.fromkeys(known))
        near = nearest(plain_name(name), [*known, *(PLAN_FIELDS if "where" in takes else ())], LIKENESS)
        instead = did_you_mean(near, known) if near or known else Text("It takes none")
        self.problems.append(Text("there is no option '%(name)s'. %(instead)s", name=name, instead=instead))


def _below(path: str, folder: str) -> bool:
    return not folder or path.casefold().startswith(f"{folder.casefold()}/")
