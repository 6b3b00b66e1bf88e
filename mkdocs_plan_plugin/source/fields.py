"""Fields and labels: `**Name:** value` in every spelling that is met.

What a name means is not decided here: names are as written, without their colon and decorations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.front_matter import FrontMatter
from mkdocs_plan_plugin.source.markdown import Block, Line

_COLON = regex(r"\s*[:：]\s*")
_SEPARATOR = regex(r"(?:(?<!\s)\s+)?[|｜·•,;]\s*$|(?<!\s)(?:\s{2,}$|\s+[—–-]\s*$)")
_BARS = regex(r"\s[|·•]\s|\s?｜\s?")
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_MARKS = regex(r"(?::[a-z][a-z0-9_+-]{1,40}:|[^\w\s\[\](){}<>\"'`#:：]|\s)+")
"""Emoji, their shortcodes and bullets, which may be before the name of a field."""
_WORD = regex(r"[^\W_]")
_INNER = regex(r"([^:：]{2,30})[:：]\s+(?=\S)")
_PLAIN = regex(r"([^\W\d_][^:：|.!?`*\[\]()]{0,40}(?:\([^()]{1,20}\))?)\s*(?::(?=\s|$)|：)\s*(.*)$")
_SPACED = regex(r"\s*([^\W\d_]+)\s+(\S[^:：]*)")
"""What may be a field behind another without a colon of its own: `Status: Draft · Created 2026-07-04`."""
_CODE = regex(r"\s*`[^`]+`\s*")
_LONGEST = 60
"""A bold run longer than this is a sentence, not the name of a field."""

_LONGEST_LINE = 4000
"""A line longer than this has no fields: it is data, not prose."""


class Field(msgspec.Struct):
    """A named value at a line. `style` says how it was written.

    A `label` has no value of its own: what is under it belongs to it.
    """

    name: str
    value: str
    line: int
    style: str = "bold"
    """bold, all-bold (name and value are one bold run), plain, table, or front (front matter)."""
    whole: bool = True
    """True if the field's value is the rest of the line it is on."""

    @property
    def is_label(self) -> bool:
        """True if nothing is behind the name."""
        return not self.value


def fields_of(line: Line) -> Sequence[Field]:
    """Return the fields on one line of text, in order; most lines have none."""
    if line.fields is None:  # several readers ask for those of the same line
        line.fields = _fields_of(line)
    return line.fields


def _fields_of(line: Line) -> Sequence[Field]:
    text = line.text
    if (":" not in text and "：" not in text and not line.bold) or len(text) > _LONGEST_LINE:
        return ()
    if line.struck:
        line = _without_struck(line)
    if line.bold:
        found = _run_fields(line, line.bold, label=True)
        if not found and (":" in line.text[line.bold[0][0] :] and ":" not in line.text[: line.bold[0][0]]):
            return ()  # `In the **middle:** of text` is prose
    elif line.italic:
        found = _run_fields(line, line.italic, label=False)
        if not found and line.italic[0][0] <= 2:  # a footer in italics, names and values alike
            begin, end = line.italic[0]
            found = _plain_fields(line.text[begin:end], line.number)
    else:
        found = []
    return found or _plain_fields(line.text, line.number)


def _without_struck(line: Line) -> Line:
    """Return a line with spaces where its text is struck through: that is no longer said."""
    text = line.text
    for begin, end in line.struck:
        text = text[:begin] + " " * (end - begin) + text[end:]
    return Line(line.number, text, line.bold, line.italic, (), line.links)


def _run_fields(line: Line, runs: tuple[tuple[int, int], ...], *, label: bool) -> list[Field]:
    """Return fields whose name is bold or italic: colon inside or outside the run.

    With `label` a run that is the whole line is a name without a value.
    """
    text = line.text
    starts: list[tuple[int, int, str]] = []  # where the name begins, where the value does, the name
    style = "bold"
    for begin, end in runs:
        run = text[begin:end].rstrip()
        closed = run[-1:] in (":", "：")
        if starts:
            if not _parted(text[:begin], closed=closed):
                continue
        elif begin and not _decoration(text[:begin]):
            continue
        name, value = run, end
        if closed:
            name = run[:-1]
        elif label and len(runs) == 1 and _decoration(text[end:]) and (inner := _INNER.match(run)):
            name, value, style = inner[1], begin + inner.end(), "all-bold"
        elif colon := _COLON.match(text, end):
            value = colon.end()
        elif not label or starts or text[end:].strip():
            continue
        if len(name) <= _LONGEST:
            starts.append((begin, value, name.strip()))
    found = []
    for index, (_, value, name) in enumerate(starts):
        last = index + 1 == len(starts)
        raw = text[value:] if last else _SEPARATOR.sub("", text[value : starts[index + 1][0]])
        found.append(Field(name, raw.strip(), line.number, style, whole=last))
    return found


def _parted(before: str, *, closed: bool) -> bool:
    """True if another field may begin here: behind a separator, or a space if its colon is inside."""
    return before[-1:].isspace() if closed else bool(_SEPARATOR.search(before))


def _plain_fields(text: str, number: int) -> list[Field]:
    first, *others = _BARS.split(text) if "|" in text or not text.isascii() else [text]
    if others and all(
        map(_CODE.fullmatch, (*others, first.partition(":")[2]))
    ):  # ``Status: `TODO` · `DONE` ``
        return [*_plain(text, number)]
    found = [*_plain(first, number)]
    for part in others:
        named = [*_plain(part, number)]
        if not named and found and (match := _SPACED.fullmatch(part)):
            named = [Field(match[1], match[2].strip(), number, "plain")]
        found += named
    return found


def _plain(text: str, number: int) -> Iterator[Field]:
    marks = _MARKS.match(text) if not text[:1].isalnum() else None
    match = _PLAIN.match(text, marks.end() if marks else 0)
    if match and match[1].count(" ") <= 4:
        yield Field(match[1].strip(), match[2].strip(), number, "plain")


def _decoration(before: str) -> bool:
    """True if only marks and emoji are before, no word."""
    return not before or _WORD.search(before) is None or bool(_MARKS.fullmatch(before))


def front_fields(front: FrontMatter) -> Iterator[Field]:
    """Yield the texts of front matter, `last_updated` and `lastUpdated` as words, lists as one text."""
    for name, value in front.values.items():
        texts = value if isinstance(value, list) else [value]
        if texts and all(isinstance(text, str) for text in texts):
            words = _CAMEL.sub(" ", name).replace("_", " ")
            yield Field(words, ", ".join(map(str, texts)), front.lines.get(name, 1), "front")


class Part(msgspec.Struct):
    """A field or label with all that is under it until the next one; the first has no name."""

    field: Field
    lines: list[Line] = msgspec.field(default_factory=list)
    """Further lines of text."""
    blocks: list[Block] = msgspec.field(default_factory=list)
    """Lists, tables, code and quotes under it."""

    @property
    def name(self) -> str:
        """The name as written."""
        return self.field.name

    @property
    def line(self) -> int:
        """The line of the name."""
        return self.field.line

    @property
    def text(self) -> str:
        """The value and the text lines under it, joined by spaces."""
        return " ".join(filter(None, [self.field.value, *(line.text.strip() for line in self.lines)]))


def parts_of(blocks: Sequence[Block], is_name: object = None) -> list[Part]:
    """Split blocks at their fields and labels.

    `is_name(name) -> bool` decides for plain `Name: value` lines, which may be prose; without it
    they are text. List items are not looked into.
    """
    parts = [Part(Field("", "", blocks[0].line if blocks else 0))]
    for block in blocks:
        if block.kind != "paragraph":
            parts[-1].blocks.append(block)
            continue
        for line in block.lines:
            found = fields_of(line)
            if found and found[0].style == "plain" and not (callable(is_name) and is_name(found[0].name)):
                found = ()
            if found:
                parts.extend(map(Part, found))
            else:
                parts[-1].lines.append(line)
    return parts
