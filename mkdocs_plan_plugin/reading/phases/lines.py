"""Phases that are lines: in bold, or alone, each with what is under it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.reading.entries import bold_parts
from mkdocs_plan_plugin.reading.found import Listed, Member, title_of
from mkdocs_plan_plugin.reading.headings import MAY_NAME, Numbered, numbered_text
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.sections import FEWEST, may_hold
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Part
from mkdocs_plan_plugin.source.markdown import Block, Line
from mkdocs_plan_plugin.vocabulary import words


def named_lines(outline: Outline) -> Listed:
    """Return the lines of one section that are each called *Phase N*, in bold or alone.

    A week or a month so called is a timetable, which is beside the work as often as it parts it.
    """
    for section, members in _by_section(outline, "executive-summary"):
        texts = outline.document.text.split("\n") if members else []
        titled = (one.canonical == "phase" and one.title.text and "." not in one.number for one in members)
        told = len(members) >= FEWEST and all(titled)  # `**Phase 1 - Dig.** The trench`
        over = [one for one in members if told or one.blocks or _goes_on(texts, one.line)]
        numbers = {one.number for one in over if one.canonical not in words.TIME_BOXES}
        if all("." in number for number in numbers):
            continue  # the steps of one
        if len(members) > 1 and len(numbers) == len(members):
            return members, section.line if section.level > 1 else 0
    return [], 0


def timed_lines(outline: Outline) -> Listed:
    """Return the lines of one section that are each called *Week N* or the like, over something.

    For a page without other phases: there a timetable is all that parts the work.
    """
    for section, members in _by_section(outline):
        timed = all(one.canonical in words.TIME_BOXES and one.blocks for one in members)
        if timed and len({one.number for one in members}) == len(members) >= FEWEST:
            return members, section.line if section.level > 1 else 0
    return [], 0


def _by_section(outline: Outline, *roles: str) -> Iterator[tuple[Section, list[Member]]]:
    """Yield what lines of each section may name as phases; one may also play one of some `roles`."""
    for section in outline.sections:
        if _may_name(section.blocks) and may_hold(outline, section, *roles):
            yield section, list(of_lines(outline, section, outline.parts(section), called=False))


def _goes_on(texts: list[str], line: int) -> bool:
    """True if the next line is as `5. Pour`: no list to CommonMark, but something below all the same."""
    return line < len(texts) and _NUMBERED.match(texts[line]) is not None


_NUMBERED = regex(r"\s{0,3}\d{1,3}[.)] ")


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


def of_lines(outline: Outline, section: Section, parts: list[Part], *, called: bool) -> Iterator[Member]:
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
        title, number = title_of(name, _whole(part), vocabulary), name.number if name else ""
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
