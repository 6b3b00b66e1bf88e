"""Long lists: how many rows stand open, how many open on demand, and where the others are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from mkdocs_plan_plugin.views import filters

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.portfolio import Entry
    from mkdocs_plan_plugin.views.fields import DirectiveField

ON_DEMAND = 100
"""Rows that open on demand where no other page shows them all."""

T = TypeVar("T")


class Group(NamedTuple, Generic[T]):
    """Rows under one label, which is empty where nothing is grouped."""

    label: str
    rows: list[T]
    entry: Entry | None = None
    """The plan that all rows belong to, where they are grouped by plan."""


class Cut(NamedTuple, Generic[T]):
    """A list cut to a readable length."""

    groups: list[Group[T]]
    """What is open."""
    rest: list[Group[T]]
    """What opens on demand."""
    total: int
    left: int
    """Rows that are neither."""
    href: str
    """Link to where those are."""

    @property
    def rows(self) -> list[T]:
        """All rows that are drawn, open ones first."""
        return [row for group in (*self.groups, *self.rest) for row in group.rows]

    @property
    def demanded(self) -> int:
        """Number of rows that open on demand."""
        return sum(len(group.rows) for group in self.rest)


def cut(
    rows: list[T],
    limit: int,
    by: DirectiveField | None,
    entry_of: Callable[[T], Any],
    whole: str,
    data: str,
    language: Language,
) -> Cut[T]:
    """Cut rows after `limit` (0 for never).

    `whole` links to a page that shows them all, `data` to the data.
    """
    if by is not None and by.name == "plan":
        grouped = _by_plan(rows, entry_of)
    elif by is not None:
        grouped = grouped_by(rows, by, entry_of, language)
    else:
        grouped = [Group("", rows)]
    total = len(rows)
    drawn = sum(len(group.rows) for group in grouped)
    if not limit or drawn <= limit:
        return Cut(grouped, [], total, 0, "")
    if whole:
        return Cut(_part(grouped, 0, limit), [], total, drawn - limit, whole)
    rest = _part(grouped, limit, limit + ON_DEMAND)
    return Cut(_part(grouped, 0, limit), rest, total, max(0, drawn - limit - ON_DEMAND), data)


def grouped_by(
    rows: list[T], by: DirectiveField, entry_of: Callable[[T], Any], language: Language
) -> list[Group[T]]:
    """Rows by the values of a field, in its order, those without a value last."""
    found: dict[str, Group[T]] = {}
    ranks: dict[str, tuple[bool, Any]] = {}
    for row in rows:
        item = entry_of(row)
        values = by.values(item) or ("",)
        rank = filters.order(by, item)
        for value in values:
            if value not in found:
                found[value] = Group(by.label(value, language), [])
            found[value].rows.append(row)
            several = len(values) > 1
            ranks[value] = (not value, (value.casefold(),) if several else rank or ())
    return [found[value] for value in sorted(found, key=lambda value: ranks[value])]


def _by_plan(rows: list[T], entry_of: Callable[[T], Entry]) -> list[Group[T]]:
    """Rows by plan, as the plans come."""
    found: dict[str, Group[T]] = {}
    for row in rows:
        entry = entry_of(row)
        found.setdefault(entry.plan.path, Group(entry.plan.title, [], entry)).rows.append(row)
    return list(found.values())


def _part(groups: list[Group[T]], start: int, end: int) -> list[Group[T]]:
    """Rows `start` to `end` of all groups together."""
    parts, at = [], 0
    for group in groups:
        rows = group.rows[max(0, start - at) : max(0, end - at)]
        if rows:
            parts.append(group._replace(rows=rows))
        at += len(group.rows)
    return parts
