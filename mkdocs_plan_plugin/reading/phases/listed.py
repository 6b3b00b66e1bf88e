"""Phases of a page without numbered headings: what is directly below a heading called phases.

Headings, list items, bold lines and rows of tables, in the order written, whether or not they carry
numbers of their own; and where there is no such heading what parts the page in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from mkdocs_plan_plugin.model import LeftOut, State
from mkdocs_plan_plugin.reading.entries import Entry, bold_parts, cell, columns, entry_of
from mkdocs_plan_plugin.reading.found import Member, Phases
from mkdocs_plan_plugin.reading.headings import MAY_NAME, TABLES, Numbered, numbered, numbered_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.main_headings import (
    ORDER,
    PHASED,
    WORK,
    Units,
    coded_work,
    has_work,
    headed_by_phase,
    horizons_of,
    identified_work,
    numbered_work,
    of_heading,
    ranked_work,
    stated_work,
    units_of,
    versions_of,
)
from mkdocs_plan_plugin.reading.phases.sections import (
    CALLED,
    FEWEST,
    count_up,
    is_called,
    is_state_heading,
    may_be_phase,
    may_hold,
)
from mkdocs_plan_plugin.reading.statements import statements_of_item
from mkdocs_plan_plugin.reading.tasks.read import read_tasks, task_state
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field, Part
from mkdocs_plan_plugin.source.markdown import Block, Line
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.dates import Date, read_date
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.titles import EMOJI, Title, is_state, split_heading

Listed = tuple[list[Member], int]
"""Phases, and the line of the heading above them; 0 where that is the title or none."""

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


def listed_phases(outline: Outline, found: Phases, units: Units) -> None:
    """Find the phases that sections called phases list, else what parts the page in their place."""
    for section in _called(outline):
        members = _below(outline, section)
        if len(members) > 1 or (members and has_work(outline, members[0])):
            members = _with_further_rows(outline, members)
            found.members, found.line = _with_work(outline, (members, section.line), found.left_out)
            found.known = max(found.known, len(members))
            return
    found.members, found.line = named_lines(outline)
    if not found.members:
        found.members, found.line = named_items(outline)
    found.members = (
        found.members
        or units_of(outline, units, called=True)
        or identified_work(outline)
        or coded_work(outline)
        or numbered_work(outline, units)
        or ranked_work(outline)
        or stated_work(outline)
        or horizons_of(outline)
    )
    found.known = max(found.known, len(found.members))  # a changelog has versions, a guide steps
    for read in (_tabled, headed_by_phase, phased_list, _stated_list, worked_list):
        if not found.members:
            found.members, found.line = read(outline)
    found.members = found.members or versions_of(outline) or units_of(outline, units, called=False)


def _called(outline: Outline) -> Iterator[Section]:
    return (one for one in outline.sections[1:] if is_called(outline, one))


def _with_further_rows(outline: Outline, members: list[Member]) -> list[Member]:
    """Add the rows of further tables like the one below a heading called phases: *Later Milestones*."""
    rows = [] if members[0].section or members[0].blocks else _tabled(outline)[0]
    return rows if {one.line for one in members} < {one.line for one in rows} else members


def _with_work(outline: Outline, listed: Listed, left_out: list[LeftOut]) -> Listed:
    """Return what a section called phases names, or the bold lines called *Phase N* that hold the work.

    A list of milestones is then left out: `- M1: Draft` beside `**Phase 1 - Draft**` over tasks.
    """
    members, _ = listed
    if any(one.section or read_tasks(one.blocks) for one in members):
        return listed
    lines = named, _ = named_lines(outline)
    if len(named) < FEWEST or not all(one.canonical == "phase" for one in named):
        return listed
    if not any(read_tasks(one.blocks) for one in named) or named[0].line == members[0].line:
        return listed
    left_out += [one.left_out(once_more(named[0].called)) for one in members]
    return lines


def once_more(beside: str) -> str:
    """Return why another division of the work is left out."""
    return f"it divides the work once more, beside {beside} and its like"


def named_lines(outline: Outline) -> Listed:
    """Return the lines of one section that are each called *Phase N*, in bold or alone.

    A week or a month so called is a timetable, which is beside the work as often as it parts it.
    """
    for section in outline.sections:
        if not _may_name(section.blocks) or not may_hold(outline, section, "executive-summary"):
            continue
        members = list(_of_lines(outline, section, outline.parts(section), called=False))
        numbers = {one.number for one in members if one.canonical not in words.TIME_BOXES and one.blocks}
        if all("." in number for number in numbers):
            continue  # the steps of one
        if len(members) > 1 and len(numbers) == len(members):
            return members, section.line if section.level > 1 else 0
    return [], 0


def named_items(outline: Outline) -> Listed:
    """Return the items of the fullest list that are each called *Phase N*, one called so if there is one.

    Below headings that sort them by state they are one list. What has a number itself is no place for them.
    """
    vocabulary = outline.vocabulary
    lists: dict[int, list[Member]] = {}
    within: set[int] = set()
    for section in outline.sections:
        if section.parent in within or any(numbered(section, vocabulary, table) for table in TABLES):
            within.add(section.index)
        elif section.blocks and may_hold(outline, section, "executive-summary"):
            around = section.parent if is_state_heading(section.title, vocabulary) else section.index
            parts = [Part(Field("", "", 0), blocks=part.blocks) for part in outline.parts(section)]
            lists.setdefault(around, []).extend(_of_lists(outline, section, parts, called=False))
    found: list[tuple[tuple[bool, bool, int], Listed]] = []
    for at, members in lists.items():
        named = [one for one in members if one.named and one.named.strong]  # else it is a remark on one
        words_above = {vocabulary.phases.get(word) for word in title_key(outline.sections[at].title).split()}
        loose = _LOOSE - words_above  # *Milestone outline*
        numbers = {one.number for one in named if one.title.text and one.canonical not in loose}
        if len(numbers) == len(members) >= FEWEST:
            section = outline.sections[at]
            phases = all(one.canonical == "phase" for one in members)
            rank = phases, is_called(outline, section), sum(len(one.blocks) > 1 for one in members)
            found.append((rank, (members, section.line if section is not outline.title else 0)))
    return max(found, key=lambda one: one[0], default=(None, ([], 0)))[1]


_LOOSE = frozenset((*words.TIME_BOXES, *words.PARTS, "milestone"))
"""Words that number items of lists for other reasons, too."""


def _may_name(blocks: list[Block]) -> bool:
    """True if bold or italic words among blocks, or a line alone, may name a phase: few do."""
    for block in blocks:
        lines = block.lines if block.kind == "paragraph" else ()
        for line in lines:
            if any(MAY_NAME.search(line.text, *run) for run in line.bold or line.italic):
                return True
        if len(lines) == 1 and _is_short(lines[0]) and MAY_NAME.search(lines[0].text, 0, _LEAD):
            return True
    return False


def _is_short(line: Line) -> bool:
    return not line.bold and len(line.text) <= _LONGEST and line.text[-1:] not in (".", "。")


_LEAD = 20
_LONGEST = 100
"""Characters of a line that may name a phase without bold words."""


def _below(outline: Outline, section: Section) -> list[Member]:
    """Return what a section called phases names directly below: headings, list items, lines or rows."""
    called = title_key(section.title) in CALLED
    children = outline.document.children(section)
    headed = [of_heading(outline, one) for one in children if may_be_phase(outline, one)]
    counted = len(headed) >= FEWEST and count_up(one.number for one in headed)
    if len(headed) > 1 and (called or counted or all(has_work(outline, one) for one in headed)):
        return headed
    parts = outline.parts(section)
    reads = [_of_lists, _of_lines, _of_tables]
    if next((block.kind for block in section.blocks if block.kind in ("list", "table")), "") == "table":
        reads.insert(0, reads.pop())  # what comes first
    for read in reads if called or not headed else ():
        members = list(read(outline, section, parts, called=called))
        if len(members) > 1:
            return members
    return headed if called else []


def _of_lists(outline: Outline, _: Section, parts: list[Part], *, called: bool) -> Iterator[Member]:
    """Yield the items of the first list that numbers its items, or leads each with bold words.

    A checklist is tasks, unless its items are phases by name or hold tasks of their own.
    """
    for block in (block for part in parts if not part.name for block in part.blocks):
        if block.kind != "list" or (called and len(block.children) < 2):
            continue
        entries = [entry_of(item) for item in block.children]
        named = [_name_of(entry, outline.vocabulary) for entry in entries]
        if called and not all(named) and sum(name is not None for name in named) > len(named) / 2:
            entries = [entry for entry, name in zip(entries, named, strict=True) if name]
            named = [name for name in named if name]  # where some carry a number, those do
        if not all(named):
            boxes = sum(task_state(entry.block) is not None for entry in entries)
            holding = sum(_holds_list(entry.block) for entry in entries)
            led = all(entry.bold for entry in entries)
            if not called or (boxes and holding < len(entries)) or not (led or block.level >= 0):
                continue
        for at, (entry, name) in enumerate(zip(entries, named, strict=True)):
            number = name.number if name else str(block.level + at) if block.level >= 0 else ""
            yield _of_item(outline, entry, name, number)
        return


_CLAUSE = regex(r"[.;:(（]|\s[-–—]\s")


def _name_of(entry: Entry, vocabulary: Vocabulary) -> Numbered | None:
    """Return the phase that an item names, by its bold words if those have a number and a title."""
    bold = numbered_text(entry.title, vocabulary) if entry.bold else None
    return bold if bold and bold.rest else numbered_text(entry.first or entry.whole, vocabulary)


def _title(name: Numbered | None, text: str, vocabulary: Vocabulary) -> Title[State]:
    """Return the title behind the number of a phase, or that of a text without one."""
    return name.title(vocabulary) if name else split_heading(text, PHASE, vocabulary)


def _holds_list(item: Block) -> bool:
    return any(child.kind == "list" for child in item.children)


def _of_item(outline: Outline, entry: Entry, name: Numbered | None, number: str) -> Member:
    vocabulary = outline.vocabulary
    item = entry.block
    title = _title(name, entry.title or entry.text, vocabulary)
    if entry.title and entry.text and not title.state and not (name and name.rest == entry.text):
        tail = split_heading(f"x {entry.text}", PHASE, vocabulary)  # `**Dig**: the trench ✅`
        duration = title.duration or tail.duration
        health, when = title.health or tail.health, title.when or tail.when
        head = _CLAUSE.split(entry.text, maxsplit=1)[0]  # `**Dig.** ✅ Done. The trench ...`
        state = tail.state or (
            read_state(head, PHASE, vocabulary).state if is_state(head, PHASE, vocabulary) else None
        )
        title = Title(title.text, state, tail.mark or (head if state else ""), duration, health, when)
    if title.text.endswith("."):  # a sentence of its own: `**Phase 1 — Dig.** The trench`
        title = msgspec.structs.replace(title, text=title.text.rstrip(". "))
    fields: list[Field] = [*statements_of_item(item, vocabulary)]
    return Member(item.line, item.end, title, number, name, blocks=item.children, fields=fields)


def _of_lines(outline: Outline, section: Section, parts: list[Part], *, called: bool) -> Iterator[Member]:
    """Yield bold lines that are alone, each with what is under it: `**Dig**`, `**Phase 1: Dig**`."""
    vocabulary = outline.vocabulary
    heads: list[tuple[Part, Numbered | None]] = []

    def named_alone(line: Line) -> bool:
        """True for `Phase 1: Dig (Week 1)` in a line that is not bold."""
        if not _is_short(line) or not MAY_NAME.search(line.text, 0, _LEAD):
            return False
        found = numbered_text(line.text, vocabulary)
        return found is not None and found.strong

    parts = list(bold_parts(parts, named_alone))
    for part in parts:
        name = numbered_text(_whole(part), vocabulary) if part.name else None
        alone = part.field.style == "all-bold" or part.field.is_label
        if name or (called and part.name and alone and not vocabulary.is_field(part.name)):
            heads.append((part, name))
    if not all(name for _, name in heads):
        heads = [head for head in heads if head[0].blocks or head[0].lines]
    if not heads:
        return
    ends = [*(part.line - 1 for part, _ in heads[1:]), _end_of_own(outline, section)]
    for (part, name), end in zip(heads, ends, strict=True):
        own = [one for one in parts if part.line <= one.line <= end and one is not part]
        blocks = [*part.blocks, *(block for one in own for block in one.blocks)]
        fields = [one.field for one in own if one.line > part.line]
        title, number = _title(name, _whole(part), vocabulary), name.number if name else ""
        yield Member(part.line, end, title, number, name, blocks=blocks, fields=fields)


def _whole(part: Part) -> str:
    """Return what a bold line names, with the bracket behind it: `**Phase 1: Dig** (Week 1)`."""
    value = part.field.value
    if part.field.style == "all-bold":
        return f"{part.name}: {value}"
    return f"{part.name} {value}" if value[:1] in ("(", "（", "[") else part.name


def _end_of_own(outline: Outline, section: Section) -> int:
    """Return the last line above the first heading below a section."""
    below = next(iter(outline.document.inside(section)), None)
    return below.line - 1 if below else section.end


def _of_tables(outline: Outline, section: Section, _parts: list[Part], *, called: bool) -> Iterator[Member]:
    """Yield the rows of the first table with a column of phases, or whose rows name phases."""
    vocabulary = outline.vocabulary
    for table in section.tables:
        column = phase_column(table, vocabulary, called=called) if len(table.rows) >= FEWEST else None
        if column is not None and _tells(table, column, vocabulary):  # else it says what is to be reached
            yield from _of_rows(table, column, vocabulary)
            return


def _of_rows(table: Block, column: int, vocabulary: Vocabulary) -> Iterator[Member]:
    rows = (row for row in table.rows[1:] if not is_blank(cell(row, column)))
    return (_of_row(table, row, column, vocabulary) for row in rows)


def _tabled(outline: Outline) -> Listed:
    """Return the rows of the first table that names phases, wherever it is, and of others like it."""
    vocabulary = outline.vocabulary
    found: list[Member] = []
    line, kind, taken = 0, "", set[tuple[str, str]]()
    for section in outline.sections:
        title = section.title if section.level > 1 else ""
        here = section.tables and may_hold(outline, section, "executive-summary")
        if not here or (title and numbered(section, vocabulary)):
            continue
        called = any(word in vocabulary.phases for word in title_key(title).split())
        for table in section.tables:
            header = table.rows[0] if table.rows else []
            column = phase_column(table, vocabulary)
            if column is None and called and len(header) > 2 and vocabulary.means(header[1].text, "title"):
                column = 1 if _are_numbers(cell(row, 0) for row in table.rows[1:]) else None
            if column is None or column > 1:
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


def phased_list(outline: Outline, called: re.Pattern[str] = PHASED, *, holding: bool = False) -> Listed:
    """Return the items of a numbered list, each led by bold words, below a heading called so.

    With `holding` only where each has a list in it.
    """
    for section in outline.sections[1:]:
        if section.level < 2 or not called.search(title_key(section.title)):
            continue
        for block in section.blocks:
            entries = [entry_of(item) for item in block.children] if block.kind == "list" else []
            led = block.level >= 0 and len(entries) >= FEWEST and all(entry.bold for entry in entries)
            if led and (not holding or all(_holds_list(entry.block) for entry in entries)):
                return list(_of_lists(outline, section, outline.parts(section), called=True)), section.line
    return [], 0


def worked_list(outline: Outline) -> Listed:
    """Return the items of a numbered list below a word for work, each in bold over a list of its own."""
    return phased_list(outline, WORK, holding=True)


def _stated_list(outline: Outline) -> Listed:
    """Return the items of a numbered list below a timeline, most of which state how far they are."""
    for section in outline.sections[1:]:
        lists = [block for block in section.blocks if block.kind == "list" and block.level >= 0]
        if not lists or title_key(section.title) not in TIMELINES:
            continue
        members = list(_of_lists(outline, section, [Part(Field("", "", 0), blocks=lists)], called=True))
        stated = sum(one.title.state is not None for one in members)
        if len(members) >= FEWEST and 4 * stated >= 3 * len(members):
            return members, section.line
    return [], 0


TIMELINES = keys_of(words.TIMELINES)


def ordered_list(outline: Outline) -> int:
    """Return the line of a heading called an order, such a list below."""
    return phased_list(outline, ORDER)[1]


def phase_column(table: Block, vocabulary: Vocabulary, *, called: bool = False) -> int | None:
    """Return the column of a table that names phases: headed so, or with a phase's number in each row.

    Below a heading `called` phases plain numbers will do.
    """
    header, *rows = table.rows or [[]]
    for column, head in enumerate(header):
        word = vocabulary.phases.get(title_key(head.text), "")
        if word and word not in words.TIME_BOXES:
            texts = [cell(row, column) for row in rows]
            return column + 1 if _are_numbers(texts) and column + 1 < len(header) else column
        if word == "sprint" and column == 1 and _are_counted(table):
            return column
    if rows and header and all(numbered_text(cell(row, 0), vocabulary) for row in rows):
        return 0
    return 1 if called and len(header) > 2 and _are_numbers(cell(row, 0) for row in rows) else None


def _are_counted(table: Block) -> bool:
    """True for rows that each have a number of their own in front, and no number or sentence next to it."""
    rows = table.rows[1:]
    numbers = {cell(row, 0) for row in rows}
    titled = not any(_NUMBER.fullmatch(text) or text.endswith(".") for row in rows if (text := cell(row, 1)))
    return len(numbers) == len(rows) >= FEWEST and _are_numbers(numbers) and titled


def _tells(table: Block, column: int, vocabulary: Vocabulary, *others: str) -> bool:
    """True for a table of phases that tells how far or when they are: in a column, by marks or cells.

    Numbers in or in front of a column headed *Milestone* or *Sprint* tell enough.
    """
    heads = [title_key(head.text) in vocabulary.phases for head in table.rows[0][: column + 1]]
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


def _are_named(table: Block, column: int, vocabulary: Vocabulary) -> bool:
    """True for three or more rows that are each called *Phase N*, as items of a list may be."""
    names = [numbered_text(cell(row, column), vocabulary) for row in table.rows[1:]]
    return len(names) >= FEWEST and all(name and name.canonical == "phase" and name.rest for name in names)


def _are_numbers(texts: Iterable[str]) -> bool:
    """True for a column that holds numbers alone, perhaps with a mark; the next one has the titles."""
    found = [text for text in texts if text]
    return bool(found) and all(_NUMBER.fullmatch(text) for text in found)


_NUMBER = regex(rf"[#\s]*([A-Z]{{0,2}}\d{{1,2}}(?:\.\d{{1,2}})?[a-z]?)[.\s]*([{EMOJI}\s]*)")


_COUNTED = regex(r"\W*\d{1,2}[a-z]?\s*[·.:)–—-]\s*\S")


def _of_row(table: Block, row: list[Line], column: int, vocabulary: Vocabulary) -> Member:
    text = cell(row, column)
    header = table.rows[0]
    name = numbered_text(text, vocabulary)
    if name is None and _COUNTED.match(text) and title_key(header[column].text) in vocabulary.phases:
        name = numbered_text(f"{header[column].text} {text}", vocabulary)  # `2 · Dig` below *Phase*
    title = _title(name, text, vocabulary)
    fields = [
        Field(head.text.strip(), value.text.strip(), value.number, "table")
        for at, (head, value) in enumerate(zip(header, row, strict=False))
        if at != column and value.text.strip()
    ]
    if not any(vocabulary.means(head.text, "status") for head in header):
        said = [one for one in fields if is_state(one.value, PHASE, vocabulary, bracket=True)]
        fields += [Field("Status", one.value, one.line, "table") for one in said[:1]]  # `Outlook: ✅ Done`
    number = name.number if name else ""
    if not number and column and (counted := _NUMBER.fullmatch(cell(row, column - 1))):
        number = counted[1]
        if title.state is None and (marked := split_heading(f"x {counted[2]}", PHASE, vocabulary)).state:
            title = msgspec.structs.replace(title, state=marked.state, mark=marked.mark)  # `05 ✅`
    if not title.text:  # `Phase 1` in one column, its title in the next
        rest = next(
            (field.value for field in fields if vocabulary.means(field.name, "title", "description")), ""
        )
        if not rest and column + 1 < len(header) and not vocabulary.means(header[column + 1].text, *_TELLING):
            rest = cell(row, column + 1)
        title = msgspec.structs.replace(title, text=rest)
    line = row[0].number
    return Member(line, line, title, number, name, fields=fields)
