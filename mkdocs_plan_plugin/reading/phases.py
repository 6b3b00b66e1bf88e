"""Phases and steps: which headings they are, by the words that number them."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.tasks import read_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, by_spacing, key, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.numbers import NUMBER, RANGE, canonical
from mkdocs_plan_plugin.vocabulary.states import read_statement
from mkdocs_plan_plugin.vocabulary.titles import EMOJI, Title, is_state, take_apart
from mkdocs_plan_plugin.vocabulary.words import STEP_LISTS, TIME_BOXES, TRACKS

_MARKS = rf"(?-i:[\s{EMOJI}*_~]*)"  # letters only: to fold ranges takes longest of all
_LEAD = rf"^{_MARKS}(?:\d+(?:\.\d+)*[.):]?\s+)?{_MARKS}(?:(?:optional|bonus|final|current|next)\s+)?"
_SEPARATOR = regex(rf"[\s*_]*(?:[:：.、)\-–—|/,]+|(?=[(\[（【{EMOJI}])|\s+|$)[\s*_:]*")
_TRACK = regex(rf"{_LEAD}(?:{'|'.join(map(re.escape, TRACKS))})\b", re.IGNORECASE)
_WRAPPED = regex(r"[(（]([^()（）]*)[)）]")
_BEHIND = regex(r"\s[(（]([^()（）]{3,30})[)）]\s*$")
_PLURAL = r"(?:s|es|n|e|ы|и)?(?![^\W\d_])"
"""Endings of a phase word before a range: `Étapes 2-3`, `Этапы 2-3`."""

_NAMED = r"(?=\s*[:：(（–—|-])"
"""What stands behind `1. Phase` or `First phase` where they number one; `5. Phases and Steps` do not."""

_LETTER = regex(r"\s*[(（]([A-Z])[)）](?=\s*[:：])")
_STRONG = regex(r"[\s*_]*[:：.、)\-–—|,(\[（【]")


class Numbered(msgspec.Struct, gc=False):
    """A heading with a word and a number: `Phase 2: Build`, or an identifier alone."""

    section: Section
    word: str
    """The word as written, empty for `1.2 Title`."""
    canonical: str
    """The canonical word of the vocabulary."""
    number: str
    rest: str
    """What stands behind the number and its separator."""
    strong: bool
    """True if punctuation and not only a space parts number and title."""
    lead: str = ""
    """What stands in front of the word: section number, emoji."""

    def title(self, vocabulary: Vocabulary) -> Title:
        """Return the title behind the number, taken apart; a mark in front of the word counts too."""
        title = take_apart(self.rest, vocabulary)
        text, state, mark = title.text, title.state, title.mark
        if state is None and is_state(self.rest, vocabulary):  # `Phase 1: Done`
            text, state, mark = "", read_statement(self.rest, vocabulary).state, self.rest
        if state is None and self.lead:
            lead = take_apart(f"{self.lead} x", vocabulary)
            state, mark = lead.state, lead.mark
        if inner := _WRAPPED.fullmatch(text):
            text = inner[1].strip()
        return Title(text, state, mark, title.duration)


_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_ORDINAL = rf"(?:(?P<number>\d+)(?:\.|st|nd|rd|th|-?[йяе])|(?P<spelled>{_ORDINALS}))\s+"
_MAY_BE_ORDINAL = regex(rf"{_LEAD}{_ORDINAL}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _heading_pattern(
    vocabulary: Vocabulary, table: str, *, ordinal: bool = False, ideographs: bool = False
) -> re.Pattern[str]:
    """Return a pattern of word and number, or of number and word as in `1st phase`."""
    spaced, dense = by_spacing(getattr(vocabulary, table))
    alphabetic = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in spaced)
    if ordinal:
        return re.compile(rf"{_LEAD}{_ORDINAL}(?P<word>{alphabetic})\b{_NAMED}", re.IGNORECASE)
    numbered = rf"(?P<word>{alphabetic}){_PLURAL}[\s*_]*[-#№]?[\s*_]*(?P<number>{RANGE})"
    if not ideographs:
        return re.compile(_LEAD + numbered, re.IGNORECASE)
    ideographic = "|".join(dense) or "\0"
    return re.compile(
        rf"{_LEAD}(?:{numbered}"
        rf"|第\s*(?P<cjk>{NUMBER}|\d+)\s*(?:个|個)?\s*(?P<cjkword>{ideographic})"
        rf"|(?P<cjkword2>{ideographic})\s*(?P<cjknumber>{RANGE})"
        rf")",
        re.IGNORECASE,
    )


def numbered(section: Section, vocabulary: Vocabulary, table: str = "phases") -> Numbered | None:
    """Return a heading's word and number, if it has both, whatever it may turn out to be."""
    said = _number_in(section.title, vocabulary, table)
    return Numbered(section, *said) if said else None


@lru_cache(maxsize=4096)  # the same heading is asked by several readers, and in plan after plan
def _number_in(title: str, vocabulary: Vocabulary, table: str) -> tuple[str, str, str, str, bool, str] | None:
    """Return word, canonical word, number, rest, `strong` and lead of a heading, as `Numbered` has them."""
    text = mend(title)
    ideographs = not text.isascii() and any(map(text.__contains__, by_spacing(getattr(vocabulary, table))[1]))
    match = _heading_pattern(vocabulary, table, ideographs=ideographs).match(text)
    ordinal = match is None and _MAY_BE_ORDINAL.match(text) is not None
    if ordinal:
        match = _heading_pattern(vocabulary, table, ordinal=True).match(text)
    if not match:
        return None
    groups = match.groupdict()
    word = next(groups[name] for name in ("word", "cjkword", "cjkword2") if groups.get(name))
    number = next(groups[name] for name in ("number", "cjk", "cjknumber", "spelled") if groups.get(name))
    letter = groups["word"] and not ordinal and number[:1].isalpha() and number[:1].islower()
    if letter and canonical(number) == number:
        return None  # the pattern ignores case, numbers don't: `Phase a` is prose
    tail = text[match.end() :]
    track = _LETTER.match(tail)
    if track:  # `Phase 4 (B): ...`
        number, tail = canonical(number) + track[1], tail[track.end() :]
    separator = _SEPARATOR.match(tail)
    if separator is None:
        return None
    strong = bool(_STRONG.match(tail)) or not tail.strip()
    if not strong and len(number) == 1 and number.isalpha() and groups["number"] and number in "IA":
        return None  # `Phase A plan`, `Phase I` mean numbers; `Day I ...` does not
    canon = getattr(vocabulary, table)[key(word)]
    lead = text[: text.find(word)].strip()
    return word, canon, canonical(number), tail[separator.end() :].strip(), strong, lead


def belongs(found: Numbered, vocabulary: Vocabulary) -> bool:
    """True if a numbered heading is about its phase and no phase: `Phase 2 Deliverables`."""
    if found.strong:
        return False
    head = key(re.split(r"[:：(（\[–—|]|\s-\s", found.rest, maxsplit=1)[0])
    parts = head.split()
    return (
        bool(parts)
        and len(parts) <= 4
        and (
            head in vocabulary.belonging
            or parts[-1] in vocabulary.belonging
            or " ".join(parts[:2]) in vocabulary.belonging
        )
    )


class Run(msgspec.Struct):
    """Headings with one word, at one level, under one parent; `about` are those that belong to them."""

    word: str
    level: int
    parent: int
    members: list[Numbered]
    about: list[Numbered] = msgspec.field(default_factory=list)

    @property
    def numbers(self) -> set[str]:
        """The distinct numbers."""
        return {member.number for member in self.members}

    @property
    def extent(self) -> int:
        """How many lines stand below its headings."""
        return sum(member.section.end - member.section.line for member in self.members)


def find_run(outline: Outline) -> Run | None:
    """Return the run of headings that are the phases of a page, or None.

    Source: the design's rules for phases. H1 is never a phase; of two runs the one that contains
    the other; else units of work before time boxes, then most distinct numbers, then most text.
    """
    document, vocabulary = outline.document, outline.vocabulary
    runs: dict[tuple[str, int, int], Run] = {}
    about: list[Numbered] = []
    for section in document.sections[1:]:
        if section.level == 1:
            continue
        found = numbered(section, vocabulary)
        if not found:
            continue
        if belongs(found, vocabulary):
            about.append(found)
            continue
        at = (found.canonical, section.level, section.parent)
        runs.setdefault(at, Run(*at, members=[])).members.append(found)
    candidates = _join_neighbours(document, list(runs.values()))
    candidates = [run for run in candidates if len(run.numbers) > 1 or _has_substance(outline, run)]
    candidates = _outermost(document, candidates)
    if not candidates:
        return None
    best = max(candidates, key=lambda run: (run.word not in TIME_BOXES, len(run.numbers), run.extent))
    best.members = sorted(
        [*best.members, *_named_behind(document, best, vocabulary)], key=lambda member: member.section.line
    )
    best.about = [one for one in about if one.section.level == best.level and one.canonical == best.word]
    return best


def _join_neighbours(document: Document, runs: list[Run]) -> list[Run]:
    """Join runs of one word and level whose numbers continue under a neighbouring parent."""
    joined: list[Run] = []
    last: dict[tuple[str, int, int], Run] = {}
    for run in runs:
        at = (run.word, run.level, document.sections[run.parent].parent)
        before = last.get(at)
        tracks = before and all(_is_track(document.sections[one.parent]) for one in (before, run))
        if before and (
            tracks or _rank(before.members[-1].number) < min(_rank(member.number) for member in run.members)
        ):
            before.members += run.members
        else:
            joined.append(run)
            last[at] = run
    return joined


def _is_track(section: Section) -> bool:
    """True for a heading such as `Track A: ...`, which numbers phases of its own."""
    return bool(_TRACK.match(section.title))


def _named_behind(document: Document, run: Run, vocabulary: Vocabulary) -> list[Numbered]:
    """Return headings that name a phase of the run behind their words and state it: `✅ Done (Phase 1)`."""
    found = []
    for section in document.sections[1:]:
        behind = _BEHIND.search(section.title) if section.level == run.level else None
        if not behind:
            continue
        named = numbered(
            Section(section.index, section.level, behind[1], section.heading, section.line, section.end),
            vocabulary,
        )
        if named is None or named.rest or named.canonical != run.word or named.number in run.numbers:
            continue
        before = section.title[: behind.start()]
        if take_apart(f"x {before}", vocabulary).state or read_statement(before, vocabulary).state:
            found.append(
                Numbered(section, named.word, named.canonical, named.number, before.strip(), strong=True)
            )
    return found


def _rank(number: str) -> float:
    match = re.match(r"\d+(?:\.\d+)?", number)
    return float(match[0]) if match else float("inf")


def _has_substance(outline: Outline, run: Run) -> bool:
    """True if a lone phase has a step, a task or a state in it."""
    member = run.members[0]
    inside = list(outline.document.within(member.section))
    return (
        member.title(outline.vocabulary).state is not None
        or any(read_tasks(section.blocks) for section in inside)
        or bool(steps_of(outline.document, member, outline.vocabulary))
        or any(
            outline.vocabulary.means(field.name, "status")
            for section in inside
            for field in outline.fields(section)
        )
    )


def _outermost(document: Document, runs: list[Run]) -> list[Run]:
    """Return the runs that no other run contains: every heading of one inside a heading of the other."""
    run_of = {member.section.index: number for number, run in enumerate(runs) for member in run.members}
    outermost = []
    for number, run in enumerate(runs):
        around: set[int] | None = None
        for member in run.members:
            above = {run_of[up.index] for up in document.ancestors(member.section) if up.index in run_of} - {
                number
            }
            around = above if around is None else around & above
            if not around:
                break
        if not around:
            outermost.append(run)
    return outermost


_PLAIN_STEP = regex(
    rf"^{_MARKS}(?P<number>\d+(?:\.\d+)+[a-zA-Z]?|\d+|[A-Z]\d+(?:\.\d+)*|[A-Z]{{1,6}}-\d+(?:\.\d+)*|[A-Z](?=[.)]))(?P<mark>[.):：]|\s*[-–—]\s)?[\s*_]+(?=\S)"
)


def steps_of(document: Document, phase: Numbered, vocabulary: Vocabulary) -> list[Numbered]:
    """Return the headings one level under a phase that are numbered, or named by an identifier."""
    children = document.children(phase.section)
    found = _numbered_among(children, phase, vocabulary)
    if not found:  # steps may stand under a heading such as "Tasks"
        below = [
            section
            for child in children
            if vocabulary.plays(child.title, "actions") or _is_about(child, vocabulary)
            for section in document.children(child)
        ]
        found = _numbered_among(below, phase, vocabulary)
    return found


def _is_about(section: Section, vocabulary: Vocabulary) -> bool:
    """True for a heading such as "Phase 1 Deliverables" or "Task List" inside a phase."""
    found = numbered(section, vocabulary)
    if found:
        return belongs(found, vocabulary)
    return title_key(section.title).split()[-1:] in _STEP_LISTS


_STEP_LISTS = [[key(word)] for word in STEP_LISTS]


def _numbered_among(sections: list[Section], phase: Numbered, vocabulary: Vocabulary) -> list[Numbered]:
    found = []
    for section in sections:
        step = numbered(section, vocabulary, "steps") or numbered(section, vocabulary)
        if step is None:
            match = _PLAIN_STEP.match(mend(section.title))
            if match and (match["mark"] or not match["number"].isdigit()):
                step = Numbered(
                    section, "", "", match["number"], mend(section.title)[match.end() :].strip(), strong=True
                )
        elif belongs(step, vocabulary) or (phase.canonical, phase.number) == (step.canonical, step.number):
            continue  # about the phase
        if step:
            found.append(step)
    return found
