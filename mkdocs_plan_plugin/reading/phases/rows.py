"""Phases that are rows of a table: which tables are of phases, and what a row says of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from mkdocs_plan_plugin.reading.entries import cell, columns
from mkdocs_plan_plugin.reading.found import Listed, Member, title_of
from mkdocs_plan_plugin.reading.headings import numbered, numbered_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.sections import FEWEST, is_called, may_hold
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field, Part
from mkdocs_plan_plugin.source.markdown import Block, Line
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.dates import Date, read_date
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.spans import is_span
from mkdocs_plan_plugin.vocabulary.titles import EMOJI, is_state, split_heading

_TELLING = (
    "status",
    "progress",
    "start",
    "target",
    "due",
    "period",
    "created",
    "duration",
    "owner",
    "deliverables",
)
"""Columns one of which a table of phases has beside their names."""


def of_tables(outline: Outline, section: Section, _parts: list[Part], *, called: bool) -> Iterator[Member]:
    """Yield the rows of the first table with a column of phases, or whose rows name phases."""
    vocabulary = outline.vocabulary
    called = called or is_called(outline, section)
    for table in section.tables:
        column = phase_column(table, vocabulary, called=called) if len(table.rows) >= FEWEST else None
        if column is not None and _tells(table, column, vocabulary):  # else it says what is to be reached
            yield from _of_rows(table, column, vocabulary)
            return


def _of_rows(table: Block, column: int, vocabulary: Vocabulary) -> Iterator[Member]:
    rows = (row for row in table.rows[1:] if not is_blank(cell(row, column)))
    behind = _titles_behind(table, column, vocabulary)
    return (_of_row(table, row, column, behind, vocabulary) for row in rows)


def tabled(outline: Outline) -> Listed:
    """Return the rows of the first table that names phases, wherever it is, and of others like it."""
    vocabulary = outline.vocabulary
    found: list[Member] = []
    line, kind, taken = 0, "", set[tuple[str, str]]()
    for section in outline.sections:
        title = section.title if section.level > 1 else ""
        here = section.tables and may_hold(outline, section, *_SUMMARIES)
        if not here or (title and numbered(section, vocabulary)):
            continue
        called = any(
            word in vocabulary.phases and vocabulary.phases[word] not in words.PARTS
            for word in title_key(title).split()
        )
        for table in section.tables:
            header = table.rows[0] if table.rows else []
            column = phase_column(table, vocabulary)
            if column is None and called and len(header) > 2 and vocabulary.means(header[1].text, "title"):
                column = 1 if _are_numbers(cell(row, 0) for row in table.rows[1:]) else None
            if not may_hold(outline, section, "executive-summary") and not columns(
                table, vocabulary, "status"
            ):
                continue  # *Current state* may have a table of anything
            first = header and title_key(header[0].text) in vocabulary.phases
            if column is None or column > (2 if first else 1):  # `Milestone | Dates | Goal`
                continue
            if not (_tells(table, column, vocabulary, "depends-on") or _are_named(table, column, vocabulary)):
                continue
            members = list(_of_rows(table, column, vocabulary))
            heads = {vocabulary.phases.get(title_key(head.text), "part") for head in header[: column + 1]}
            named = called or not heads <= set(words.PARTS)
            sure = [one for one in members if named or one.word or one.canonical == "milestone"]
            several = column + 1 < len(header) and title_key(header[column + 1].text) in vocabulary.phases
            names = {(one.number, one.title.text if several or not one.number else "") for one in sure}
            alike = not found or (title_key(header[0].text) == kind and taken.isdisjoint(names))
            if len(members) > 1 and len(names) == len(members) and alike:
                line = line if found else section.line if section.level > 1 else 0
                kind = title_key(header[0].text)
                taken |= names
                found += members
    return found, line


_SUMMARIES = ("executive-summary", "current-state")
"""Sections that may say how far the phases are, in a table."""


def phase_column(table: Block, vocabulary: Vocabulary, *, called: bool = False) -> int | None:
    """Return the column of a table that names phases: headed so, or with a phase's number in each row.

    Below a heading `called` phases plain numbers will do.
    """
    header, *rows = table.rows or [[]]
    for column, head in enumerate(header):
        word = vocabulary.phases.get(title_key(head.text), "")
        texts = [text for row in rows if (text := cell(row, column))]
        sorts = 3 * len({*texts}) < 2 * len(texts)
        if word and word not in words.TIME_BOXES and not sorts:
            return _titles_behind(table, column, vocabulary) if _are_numbers(texts) else column
        if word == "sprint" and column == 1 and _are_counted(table):
            return column
    if rows and header and all(numbered_text(cell(row, 0), vocabulary) for row in rows):
        return 0
    counted = called and len(header) > 2 and _are_numbers(cell(row, 0) for row in rows)
    return (_titles_behind(table, 0, vocabulary) or None) if counted else None


def _titles_behind(table: Block, column: int, vocabulary: Vocabulary) -> int:
    """Return the column behind that names what a column numbers; the same where there is none.

    It is headed so, else the next that tells nothing else: no state, no owner, no times.
    """
    header, *rows = table.rows
    after = range(column + 1, len(header))
    named = [at for at in after if vocabulary.means(header[at].text, "title", "description", "objective")]
    free = [
        at
        for at in after
        if not vocabulary.means(header[at].text, *_TELLING, "priority", "depends-on")
        and not all(_tells_time(cell(row, at), vocabulary) for row in rows)
    ]
    delivered = [at for at in after if vocabulary.means(header[at].text, "deliverables")]
    return next(iter((*named, *free, *delivered)), column)


def _are_counted(table: Block) -> bool:
    """True for rows that each have a number of their own in front, and no number or sentence next to it."""
    rows = table.rows[1:]
    numbers = {cell(row, 0) for row in rows}
    titled = not any(_NUMBER.fullmatch(text) or text.endswith(".") for row in rows if (text := cell(row, 1)))
    return len(numbers) == len(rows) >= FEWEST and _are_numbers(numbers) and titled


def _tells(table: Block, column: int, vocabulary: Vocabulary, *others: str) -> bool:
    """True for a table of phases that tells how far or when they are: in a column, by marks or cells.

    Numbers in or in front of a column headed *Milestone*, *Sprint* or *Step* tell enough.
    """
    numbering = {*vocabulary.phases, *vocabulary.steps}
    heads = [title_key(head.text) in numbering for head in table.rows[0][: column + 1]]
    texts = [cell(row, column) for row in table.rows[1:]]
    if (column == 1 and any(heads) and _are_counted(table)) or (
        heads[-1] and all(map(_COUNTED.match, texts))
    ):
        return True
    if columns(table, vocabulary, *_TELLING, *others) or _has_dates(table, column, vocabulary):
        return True
    return any(
        split_heading(f"x {cell(row, column)}", PHASE, vocabulary).state is not None
        or any(is_state(one.text, PHASE, vocabulary, bracket=True) for one in row[column + 1 :])
        for row in table.rows[1:]
    )


def _has_dates(table: Block, column: int, vocabulary: Vocabulary) -> bool:
    """True if every cell of a column behind the names tells a date."""
    rows = table.rows[1:]
    return len(rows) >= FEWEST and any(
        all(isinstance(read_date(cell(row, at), day_first=vocabulary.day_first), Date) for row in rows)
        for at in range(column + 1, len(table.rows[0]))
    )


def _tells_time(text: str, vocabulary: Vocabulary) -> bool:
    return is_span(text) or isinstance(read_date(text, day_first=vocabulary.day_first), Date)


def _are_named(table: Block, column: int, vocabulary: Vocabulary) -> bool:
    """True for three or more rows that are each called *Phase N* or *MN*, as items of a list may be."""
    names = [numbered_text(cell(row, column), vocabulary) for row in table.rows[1:]]
    headed = title_key(table.rows[0][column].text) in vocabulary.phases  # not *Metric* over `M1: load`
    kinds = ("phase", "milestone") if headed else ("phase",)
    named = all(name and name.canonical in kinds and (headed or name.rest) for name in names)
    return named and len(names) >= FEWEST


def _are_numbers(texts: Iterable[str]) -> bool:
    """True for a column that holds numbers alone, perhaps with a mark; the next one has the titles."""
    found = [text for text in texts if text]
    return bool(found) and all(_NUMBER.fullmatch(text) for text in found)


_NUMBER = regex(rf"[#\s]*([A-Z]{{0,3}}-?\d{{1,2}}(?:\.\d{{1,2}})?[a-z]?|[IVX]{{1,4}})[.\s]*([{EMOJI}\s]*)")

_COUNTED = regex(r"\W*\d{1,2}[a-z]?\s*(?:[·.:)–—-]\s*\S|[(（])")


def _numbers_rows(head: str, vocabulary: Vocabulary) -> bool:
    """True for the header of a column that numbers: *Phase*, *Step*, *#*."""
    name = title_key(head)
    return name in vocabulary.phases or name in vocabulary.steps or name in ("", "#", "no", "nr")


def _of_row(table: Block, row: list[Line], column: int, behind: int, vocabulary: Vocabulary) -> Member:
    text = cell(row, column)
    header = table.rows[0]
    called = _COUNTED.match(text) is not None and title_key(header[column].text) in vocabulary.phases
    named = f"{header[column].text} {text}" if called else text  # `2 · Dig`, `2 (weeks 3-4)` below *Phase*
    name = numbered_text(named, vocabulary) or numbered_text(text, vocabulary)
    title = title_of(name, text, vocabulary)
    fields = [
        Field(head.text.strip(), value.text.strip(), value.number, "table")
        for at, (head, value) in enumerate(zip(header, row, strict=False))
        if at != column and value.text.strip()
    ]
    if not any(vocabulary.means(head.text, "status") for head in header):
        said = [one for one in fields if is_state(one.value, PHASE, vocabulary, bracket=True)]
        fields += [Field("Status", one.value, one.line, "table") for one in said[:1]]  # `Outlook: ✅ Done`
    number = name.number if name else ""
    if name is None and (alone := _NUMBER.fullmatch(text)):
        number, title = alone[1], msgspec.structs.replace(title, text="")
    before = (
        _NUMBER.fullmatch(cell(row, at))
        for at in range(column - 1, -1, -1)
        if at == column - 1 or _numbers_rows(header[at].text, vocabulary)
    )
    if not number and (counted := next(filter(None, before), None)):
        number = counted[1]
        if title.state is None and (marked := split_heading(f"x {counted[2]}", PHASE, vocabulary)).state:
            title = msgspec.structs.replace(title, state=marked.state, mark=marked.mark)  # `05 ✅`
    if not title.text:  # `Phase 1` in one column, its title in the next
        rest = next(
            (field.value for field in fields if vocabulary.means(field.name, "title", "description")), ""
        )
        if not rest and behind != column:
            rest = cell(row, behind)
        title = msgspec.structs.replace(title, text=rest)
    line = row[0].number
    return Member(line, line, title, number, name, fields=fields)
