"""One heading taken apart: its word, its number, and the title behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from mkdocs_plan_plugin.model import State
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.markdown import Line
from mkdocs_plan_plugin.vocabulary import state_words
from mkdocs_plan_plugin.vocabulary.lookup import (
    Vocabulary,
    by_spacing,
    has_word,
    key,
    key_of_word,
    keys_of,
    title_key,
)
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.numbers import CODE, CODE_LETTERS, MORE, MORE_OF_PLURAL, NUMBER, canonical
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.spans import is_span
from mkdocs_plan_plugin.vocabulary.states import leading_word, read_state
from mkdocs_plan_plugin.vocabulary.titles import EMOJI, Title, is_state, plain, split_heading
from mkdocs_plan_plugin.vocabulary.words import FIELDS, HORIZONS, ORDINALS, PARTS, TIME_BOXES, TRACKS

_NO_LETTER = regex(r"[\W\d_]")
_HEAD_END = regex(r"[:：(（\[–—|]|\s-\s")

_MARKS = rf"(?-i:[\s{EMOJI}*_~]*+)"  # letters only: to fold ranges takes longest of all
_LEADS = ("optional", "bonus", "final", "current", "next")
"""Words that may be in front of the one that numbers a heading."""
LEAD = (
    rf"^{_MARKS}(?:(?:(?!\d{{4}}\s+[QHKCW])\d+(?:\.\d+)*[.):]?|(?-i:[IVX]+|[A-Z])[.)])\s++"
    rf"|[一二三四五六七八九十]+[、.．)）]\s*+)?{_MARKS}(?:\[(?:[^\[\]]{{1,2}}|[A-Z]{{1,4}}-?\d{{1,3}})\]\s++)?"
    rf"(?:(?:{'|'.join(_LEADS)})\s++)?"
)
_OPEN = r"(?P<open>[\[(（【「]\s*+)?"
_SEPARATOR = regex(
    rf"[\s*_]*(?:[:：.、)\-‐‑‒–—―|/,·•‣∙・>»\]）】」]+|(?=[(\[（【{EMOJI}])|\s+|$)[\s*_:\-‐‑‒–—―·•‣]*"
)
_CLOSING = {"[": "]", "(": ")", "（": "）", "【": "】", "「": "」"}
_WRAPPED = regex(r"[(（]([^()（）]*)[)）]")
_PLURAL = r"(?:s|es|n|e|ы|и)?(?![^\W\d_])"
"""Endings of a phase word before a range: `Étapes 2-3`, `Этапы 2-3`."""
_IN_PLURAL = r"(?:s|es|n|ы|и|(?<=[sny]))(?![^\W\d_])"

_NAMED = r"(?=\s*[:：(（–—|]|\s+-|-\s)"
"""What is behind `1. Phase` or `First phase` where they number one; `5. Phases and Steps` do not."""

_LETTER = regex(r"\s*[(（]([A-Z])[)）](?=\s*[:：])")
_STRONG = regex(r"[\s*_]*[:：.、)\-‐‑‒–—―|,·•‣∙・>»(\[（【\]）】」]")
_CODED = regex(
    rf"{LEAD}{_OPEN}(?-i:{CODE})"
    rf"(?=\s*(?:[:：|/·•‣)\]（(\[«„“{EMOJI}]|[-‐‑‒–—―](?!\w)|\.\s|$))",
    re.IGNORECASE,
)
_IN_FRONT = regex(
    rf"{_MARKS}(?:[\[(（【](?P<inner>[^()\[\]（）【】]{{2,24}})[\])）】]\s*+[-–—:：]*\s*+"
    r"|(?P<word>[^\W\d_](?:[^\W\d_]|[ ']){2,24}?)\s*+(?:[:：]|(?<=\s)[-–—])\s*+"
    r"|(?P<loud>[^\W\d_a-zа-я]{3,})\s+)(?=\S)"
)
"""A state or priority in front of the word: `[DONE] Phase 1`, `Done: Phase 1`, `HIGH - Phase 1`."""


class Numbered(msgspec.Struct):
    """A heading with a word and a number: `Phase 2: Build`, or an identifier alone."""

    section: Section
    word: str
    """The word as written, empty for `1.2 Title` and for a code such as `M1`."""
    canonical: str
    """The canonical word of the vocabulary."""
    number: str
    rest: str
    """What is behind the number and its separator."""
    strong: bool
    """True if punctuation and not only a space parts number and title."""
    lead: str = ""
    """What is in front of the word: section number, emoji, a state."""
    name: str = ""
    """Word and number as written, where a heading without a title is called by them: `第二階段`."""
    struck: bool = False
    """True if it is struck through: that is no longer planned."""

    def title(self, vocabulary: Vocabulary) -> Title[State]:
        """Return the title behind the number, taken apart; a mark in front of the word counts too."""
        if is_span(self.rest.strip(" ()（）[]")):
            rest = self.rest.strip(" ()（）[]")
            title: Title[State] = Title("", duration=rest, when=rest)
        else:
            title = split_heading(self.rest, PHASE, vocabulary)
        text, state, mark, health = title.text, title.state, title.mark, title.health
        text = _COPULA.sub("", text)
        named = key(text) in _TITLES
        if text and not named and is_state(text, PHASE, vocabulary):  # `Phase 1: Done`, `Phase 1: ✅ Done`
            said = read_state(text, PHASE, vocabulary)
            text, state, mark, health = "", said.state or state, mark or self.rest, said.health
        if state is None and self.lead:  # `✅ Phase 1: Dig`
            lead = split_heading(f"{self.lead} x", PHASE, vocabulary)
            state, mark = lead.state, lead.mark
        if inner := _WRAPPED.fullmatch(text):
            text = inner[1].strip()
        if self.struck and state != "complete":  # `~~Phase 1: Dig - done~~` is over, not gone
            state, mark, health = "cancelled", "~~", None
        return Title(text, state, mark, title.duration, health, title.when)


_TITLES = keys_of(state_words.PHASE_TITLES)
_COPULA = regex(r"^(?:is|was|has been|ist|wurde|est|está|foi)\s+(?=\S+$)")
"""`Phase 3 is complete`."""
_ORDINAL = (
    r"(?:(?P<number>\d+)(?:\.|st|nd|rd|th|-?(?:ый|ой|ий|ая|ое|[йяе])|er|[eè]re|[eè]me|e|\.?[ºª]|(?=\s\S+\s(?:19|20)\d\d))"
    rf"|(?P<roman>(?-i:[IVX]+))|(?P<spelled>{'|'.join(ORDINALS)}))\s+"
)
_OF_YEAR = r"\s+(?:(?:of|des|de|du|del|do)\s+)?(?P<year>(?:19|20)\d\d)(?!\d)(?:\s+г(?:\.|ода))?"
"""`III квартал 2026 г.`, `3e trimestre 2026`."""
_OPENED = regex(LEAD + _OPEN, re.IGNORECASE)
_COUNTING = regex(LEAD + _ORDINAL, re.IGNORECASE)
_NUMBER_BEHIND = regex(
    rf"(?:(?P<several>{_IN_PLURAL})[\s*_]*+(?:[#№][\s*_]*+)?"
    rf"|{_PLURAL}[\s*_]*+(?:(?:[-#№]|n[°ºo]\.?|nr\.?)[\s*_]*+)?)"
    rf"(?P<number>{NUMBER}(?(several){MORE_OF_PLURAL}|{MORE}\+?))",
    re.IGNORECASE,
)
_COUNTED_BEHIND = regex(rf"\b(?:{_OF_YEAR}|{_NAMED})", re.IGNORECASE)


@lru_cache(maxsize=16)
def _ideographic_pattern(vocabulary: Vocabulary, table: Table) -> re.Pattern[str]:
    """Return a pattern of a number and a word that no space parts."""
    dense = by_spacing(getattr(vocabulary, table))[1]
    ideographic = "|".join(dense) or "\0"
    hangul = "|".join(word for word in dense if word[0] >= "가") or "\0"
    return regex(
        rf"{LEAD}{_OPEN}(?:\d{{4}}\s*+[年년]\s*+)?(?P<name>"
        rf"第\s*(?P<cjk>{NUMBER}|\d+(?:[-–~〜～至到]\d+)?)\s*+(?:(?:个|個)\s*+)?(?P<cjkword>{ideographic})"
        rf"|(?:제\s*+)?(?P<count>\d+(?:[-~]\d+)?)\s*(?P<counted>{hangul})(?![가-힣])"
        rf"|(?P<cjkword2>{ideographic})\s*(?P<cjknumber>{NUMBER}{MORE}))",
        re.IGNORECASE,
    )


Table = Literal["phases", "steps"]
TABLES: tuple[Table, ...] = ("phases", "steps")


def numbered(section: Section, vocabulary: Vocabulary, table: Table = "phases") -> Numbered | None:
    """Return a heading's word and number, if it has both, whatever it may turn out to be.

    What is struck through is no longer said, but for a heading whose number or whole title is.
    """
    line = section.heading
    if not line.struck or not (gone := struck_in(line)):
        said = numbers_in(section.title, vocabulary).get(table)
        return Numbered(section, *said) if said else None
    kept = " ".join(without_struck(line).split())
    said = numbers_in(kept, vocabulary).get(table)
    if said and said[3]:  # a title is left
        return Numbered(section, *said)
    said = numbers_in(gone, vocabulary).get(table)
    if said is None or not said[3]:
        said = numbers_in(section.title, vocabulary).get(table)
    return Numbered(section, *said, struck=True) if said else None


def is_numbered(section: Section, vocabulary: Vocabulary) -> bool:
    """True if a heading has the word and number of a phase or a step."""
    if section.heading.struck:
        return any(numbered(section, vocabulary, table) for table in TABLES)
    return bool(numbers_in(section.title, vocabulary))


def struck_in(line: Line) -> str:
    """Return the text of a line that is struck through; a subscript (`H~2~O`) is none."""
    return " ".join(
        line.text[begin:end] for begin, end in line.struck if not (begin and line.text[begin - 1].isalnum())
    )


def without_struck(line: Line) -> str:
    """Return the text of a line without what is struck through."""
    text = line.text
    for begin, end in reversed(line.struck):
        if not (begin and text[begin - 1].isalnum()):
            text = text[:begin] + text[end:]
    return text


Said = tuple[str, str, str, str, bool, str, str]
"""Word, canonical word, number, rest, `strong`, lead and name of a heading, as `Numbered` has them."""


@lru_cache(maxsize=4096)  # the same heading is asked by several readers, and in plan after plan
def numbers_in(title: str, vocabulary: Vocabulary) -> dict[Table, Said]:
    """Return what numbers a heading, as a phase and as a step: word and number, a code, behind a state."""
    return _numbers_in(title, vocabulary, TABLES)


def _numbers_in(title: str, vocabulary: Vocabulary, tables: tuple[Table, ...]) -> dict[Table, Said]:
    letters = _ASCII_LETTERS.findall(title.lower(), 0, _FRONT) if title.isascii() else None
    if letters is not None and _beginnings(vocabulary, tables).isdisjoint(letters):
        return {}  # most texts hold no word that could number them
    text = plain(title)
    found = _words_and_numbers(text, vocabulary, tables)
    if "phases" not in found and (code := _code(text)):
        found["phases"] = code
    if len(found) < len(tables) and (front := _IN_FRONT.match(text)):
        behind = _words_and_numbers(text[front.end() :], vocabulary, tables)
        inner = front["inner"] or front["word"] or front["loud"]
        if behind and state_of_unit(inner, vocabulary):  # `Next Sprint: Phase 3`
            inner = inner.rpartition(" ")[0]
        if behind and (
            is_state(inner, PHASE, vocabulary)
            or key(inner) in _FORERUNNERS
            or split_heading(f"x ({inner})", PHASE, vocabulary).state
            or _ranks(inner, vocabulary)
        ):
            for table, (word, canon, number, rest, strong, lead, name) in behind.items():
                led = f"[{inner}] {lead}".strip()
                found.setdefault(table, (word, canon, number, rest, strong, led, name))
    return found


def state_of_unit(text: str, vocabulary: Vocabulary) -> str:
    """Return the unit of work that a text gives the state of, if it does: `Completed Sprint`."""
    *state, unit = title_key(text).split() or [""]
    said = " ".join(state)
    return unit if unit in vocabulary.phases and (said in vocabulary.states or said in _FORERUNNERS) else ""


def _ranks(text: str, vocabulary: Vocabulary) -> bool:
    """True for a priority: `HIGH PRIORITY`, `P1`, `Critical`."""
    said = _PRIORITY.sub("", key(text)).strip()
    return said in vocabulary.priorities or said in vocabulary.levels


_PRIORITY = has_word(FIELDS["priority"])
_FRONT = 100
"""Characters at the beginning of a text in which the word that numbers it is, with all in front of it."""


@lru_cache(maxsize=16)
def _ideographs(vocabulary: Vocabulary, table: Table) -> re.Pattern[str]:
    return regex("|".join(map(re.escape, by_spacing(getattr(vocabulary, table))[1])) or "\0")


_LETTERS = regex(r"[^\W\d_]+")


@lru_cache(maxsize=16)
def _by_first(vocabulary: Vocabulary, table: Table) -> dict[str, list[str]]:
    """Return the words of a table that are parted by spaces, by their first letters, the longest first."""
    found: dict[str, list[str]] = {}
    for word in by_spacing(getattr(vocabulary, table))[0]:
        found.setdefault(_NO_LETTER.split(word, maxsplit=1)[0], []).append(word)
    return found


def _ends_of_words(text: str, begin: int, vocabulary: Vocabulary, table: Table) -> Iterator[int]:
    """Yield where a word of a table ends that begins at a place, perhaps before the ending of a plural."""
    letters = _LETTERS.match(text, begin)
    if not letters:
        return
    first, by_first = letters[0].casefold(), _by_first(vocabulary, table)
    stems = (first.removesuffix(ending) for ending in _ENDINGS if first.endswith(ending))
    for word in (word for stem in (first, *stems) for word in by_first.get(stem, ())):
        if match := _spelled(word).match(text, begin):
            yield match.end()


_ENDINGS = ("n", "e", "s", "es", "ы", "и")
_ASCII_LETTERS = regex(r"[a-z]+")


@lru_cache(maxsize=16)
def _beginnings(vocabulary: Vocabulary, tables: tuple[Table, ...]) -> frozenset[str]:
    """Return all that the letters of a word may be that numbers something, or of a code."""
    words = {word for table in tables for word in _by_first(vocabulary, table)}
    return frozenset({*words, *(word + ending for word in words for ending in _ENDINGS), *CODE_LETTERS})


@lru_cache(maxsize=256)
def _spelled(word: str) -> re.Pattern[str]:
    return regex(re.escape(word).replace(r"\ ", r"[\s-]+"), re.IGNORECASE)


def _words_and_numbers(text: str, vocabulary: Vocabulary, tables: tuple[Table, ...]) -> dict[Table, Said]:
    said = {table: _word_and_number(text, vocabulary, table) for table in tables}
    return {table: _phase_behind(one, vocabulary) for table, one in said.items() if one}


def _phase_behind(said: Said, vocabulary: Vocabulary) -> Said:
    """Return the phase behind a time, with that as its duration: `Weeks 1-3: Phase 2 - Roof`."""
    _, canon, _, rest, strong, _, name = said
    if strong and canon in TIME_BOXES and canon != "sprint":
        inner = _word_and_number(rest, vocabulary, "phases")
        if inner and inner[1] == "phase" and inner[4]:
            return (*inner[:3], f"{inner[3]} ({name})", *inner[4:])
    return said


class _Match(NamedTuple):
    """A word and a number as they stand in a heading."""

    word: str
    number: str
    begin: int
    end: int
    open: str = ""
    """The bracket in front, as written."""
    spaced: bool = False
    """True for a number behind its word with nothing else between: `Phase 2`."""
    year: str = ""
    counted: bool = False
    """True for `1st phase`."""


def _match(text: str, vocabulary: Vocabulary, table: Table) -> _Match | None:
    """Return the word and the number that a heading begins with."""
    if front := _OPENED.match(text):
        begin = front.end()
        for end in _ends_of_words(text, begin, vocabulary, table):
            if behind := _NUMBER_BEHIND.match(text, end):
                return _Match(
                    text[begin:end], behind["number"], begin, behind.end(), front["open"] or "", spaced=True
                )
    if not text.isascii() and _ideographs(vocabulary, table).search(text):
        match = _ideographic_pattern(vocabulary, table).match(text)
        if match:
            number = match["cjk"] or match["count"] or match["cjknumber"]
            word = match["cjkword"] or match["counted"] or match["cjkword2"]
            return _Match(word, number, match.start("name"), match.end(), match["open"] or "")
    if front := _COUNTING.match(text):
        begin, number = front.end(), front["number"] or front["roman"] or front["spelled"]
        for end in _ends_of_words(text, begin, vocabulary, table):
            if behind := _COUNTED_BEHIND.match(text, end):
                return _Match(
                    text[begin:end], number, begin, behind.end(), year=behind["year"] or "", counted=True
                )
    return None


def _word_and_number(text: str, vocabulary: Vocabulary, table: Table) -> Said | None:
    match = _match(text, vocabulary, table)
    if match is None:
        return None
    word, number = match.word, match.number
    letter = match.spaced and number[:1].islower() and not number[-1].isdigit()
    if letter and canonical(number) == number:
        return None  # the pattern ignores case, numbers don't: `Phase a` is prose
    tail = _closed(text[match.end :], match.open)
    tail = tail[of.end() :] if (of := _OF_ALL.match(tail)) else tail
    track = _LETTER.match(tail)
    if track:  # `Phase 4 (B): ...`
        number, tail = canonical(number) + track[1], tail[track.end() :]
    separator = _SEPARATOR.match(tail)
    if separator is None:
        return None
    strong = bool(_STRONG.match(tail)) or not tail.strip()
    if word.isupper() and text[match.begin + len(word) : match.end - len(match.number)] == "-":
        strong = True  # an identifier: `EPIC-01 Kiln`, while `Week-2 review` is about a week
    if not strong and match.spaced and number in ("I", "A"):
        return None  # `Phase A plan`, `Phase I` mean numbers; `Day I ...` does not
    canon = getattr(vocabulary, table).get(key(word))
    if canon is None:
        return None  # `SPRİNT 1`: to ignore case is not to fold it
    if not strong and canon in (PARTS if table == "phases" else _RANKS):
        return None  # `Module 2 integration`, `Tier 0 tables`
    lead = text[: match.begin].rstrip()
    if canon in _PARTS_OF_YEAR and _YEAR.fullmatch(number) and (which := _WHICH.search(lead)):
        number = f"{which[1]}/{number}"  # `1. Quartal 2026`
    if match.year:
        if canon not in _PARTS_OF_YEAR:
            return None
        number = f"{canonical(number)}/{match.year}"
    name = "" if match.counted else text[match.begin : match.end].strip()
    lead, rest = lead.removesuffix(match.open.rstrip()).strip(), tail[separator.end() :].strip()
    return word, canon, canonical(number), rest, strong, lead, name


_RANKS = ("tier",)
_OF_ALL = regex(r"\s+(?:of|von|sur|de|di|из)\s+\d{1,2}(?=\s*(?:[:：–—|(]|\s-|$))")
"""`Phase 2 of 4: Walls`."""
_PARTS_OF_YEAR = ("quarter", "half")
_YEAR = regex(r"(?:19|20)\d\d")
_WHICH = regex(r"(?:^|\s)([1-4]|I{1,3}|IV)(?:\.|er|[eè]me|º|ª|-?[йяе])?\s*$")


def _closed(tail: str, opened: str) -> str:
    """Return what is behind a number without the bracket that closes one in front of its word."""
    return tail.replace(_CLOSING[opened.strip()], " ", 1) if opened else tail


def _code(text: str) -> Said | None:
    """Return what a code numbers: `M1 – Ground`, `Q1 2026`."""
    match = _CODED.match(text)
    if match is None or (match["code"][0] == "Q" and text.endswith(("?", "？"))):  # a question
        return None
    tail = _closed(text[match.end() :], match["open"])
    separator = _SEPARATOR.match(tail)
    rest = tail[separator.end() :].strip() if separator else tail
    code = " ".join(match["code"].split())
    word = _CODES.get(_NOT_CAPITALS.sub("", code), "quarter")
    return "", word, code, rest, True, text[: match.start("code")].strip(), code


_NOT_CAPITALS = regex(r"[^A-Z]")
_CODES = {
    "M": "milestone",
    "MS": "milestone",
    "WS": "workstream",
    "WP": "workstream",
    "PI": "increment",
    "H": "half",
    "S": "half",
    "W": "week",
    "KW": "week",
    "CW": "week",
}


def state_in_front(text: str, vocabulary: Vocabulary) -> str:
    """Return the words that state a phase in brackets behind them: `Completed Features (Phase 1)`."""
    lowered = _NOT_WORDS.sub("", mend(text).casefold())
    states = leading_word(lowered, PHASE, vocabulary)
    if states and (is_state(states, PHASE, vocabulary) or key(states) in _FORERUNNERS):
        return states
    last = text.split()[-1:]
    return last[0] if last and is_state(last[0], PHASE, vocabulary) else ""


_NOT_WORDS = regex(r"^[\W_]+")
_FORERUNNERS = ("future", "next", "current", "later", "optional", "bonus")


def horizons(sections: list[Section], vocabulary: Vocabulary) -> list[Numbered]:
    """Return the headings among neighbours that are called *Now*, *Next* and *Later*, if there are two."""
    found: dict[int, Numbered] = {}
    called = [_called(section, vocabulary) for section in sections]
    behind = Counter(noun for words in called if len(words) == _THREE and (noun := words[-1]))
    for section, words in zip(sections, called, strict=True):
        shared = len(words) == _THREE and (  # `Short-Term Fixes`, `Long-Term Fixes`; with a time another noun
            behind[words[-1]] > 1 or split_heading(section.title, PHASE, vocabulary).duration != ""
        )
        at = _HORIZON.get(" ".join(words[:-1] if shared else words))
        if at is not None and at not in found:
            found[at] = Numbered(section, "", "horizon", "", section.title, strong=True)
    near = [at for at in found if at < len(HORIZONS) - 1]  # a vision beside one is no other phase
    return [found[at] for at in found] if len(near) > 1 else []


def _called(section: Section, vocabulary: Vocabulary) -> list[str]:
    title = _EXPLAINED.split(section.title[:_LONGEST_HORIZON], maxsplit=1)[0]
    return title_key(split_heading(title, PHASE, vocabulary, number=True).text).split()


_THREE = 3
_LONGEST_HORIZON = 60
_EXPLAINED = regex(r"[:：(（]|\s[-–—|]\s")
_HORIZON = {key_of_word(word): at for at, words in enumerate(HORIZONS) for word in words}

_PLAIN_STEP = regex(
    rf"^{_MARKS}(?:\[[ xX✓✔✅~-]\]\s+)?(?P<open>[\[(（【])?"
    r"(?P<number>\d+[a-z]?(?:\.\d+)+[a-zA-Z]?|\d{1,2}-\d{1,2}(?=[.):：])|\d{1,2}-?[A-Za-z](?=[.):：]|\s[-–—]\s)|\d+|[A-Z]\d+(?:[-.][A-Z]{0,2}\d+)*|(?P<id>[A-Z]{2,6}\d+(?:[-.][A-Z]{0,3}\d+)*)"
    r"|[A-Z]{1,6}-\d+(?:[-.][A-Z]{0,2}\d+)*|[A-Z](?=[.)]))"
    r"(?(open)[\])）】])(?P<mark>[.):：]|\s*[-‐‑‒–—―|·•]\s|(?(open)))?[\s*_]+(?=\S)"
)


def plain_step(section: Section) -> Numbered | None:
    """Return the number of a heading without a word: `1.2 Title`, `2. Title`, `API-3: Title`, `[C-1] A`."""
    title = plain(section.title)
    match = _PLAIN_STEP.match(title)
    if match is None:
        return None
    alone = match["number"].isdigit() or match["id"]
    if alone and not match["mark"] and not match["open"]:
        return None
    struck = bool(section.heading.struck and match["number"] in struck_in(section.heading))
    lead = title[: match.start("open" if match["open"] else "number")].strip()
    rest = title[match.end() :].strip()
    return Numbered(section, "", "", match["number"], rest, strong=True, lead=lead, struck=struck)


def belongs(found: Numbered, vocabulary: Vocabulary) -> bool:
    """True if a numbered heading is about its phase and no phase: `Phase 2 Deliverables`."""
    if found.strong:
        return False
    head = key(_HEAD_END.split(found.rest, maxsplit=1)[0])
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


def numbered_text(text: str, vocabulary: Vocabulary, table: Table = "phases") -> Numbered | None:
    """Return the phase, or step, that a list item, bold line or cell names at its beginning, if it does."""
    if not text or len(text) > _LONGEST_NAME:
        return None
    said = _numbers_in(text, vocabulary, (table,)).get(table)
    return Numbered(Section(0, 0, text, Line(0, text), 0), *said) if said else None


_LONGEST_NAME = 300
"""Characters of a line that may name a phase; a longer one is prose."""

MAY_NAME = regex(r"[\d第A-Z](?:(?<=[\d第])|(?<!\w[A-Z])(?!\w))")
"""What the first 40 characters of a line that names a phase have in them: most lines end here."""


_TRACK = regex(rf"(?:{'|'.join(map(re.escape, TRACKS))})\b", re.IGNORECASE)


def is_part(title: str) -> bool:
    """True for a heading such as `Track A: ...`, which parts a plan into plans of their own."""
    front = _OPENED.match(title[:100])
    return front is not None and _TRACK.match(title, front.end()) is not None
