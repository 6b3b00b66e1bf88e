"""Titles without their decorations: section number, emoji, bold, status, duration, wherever they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Generic, cast

import msgspec

from mkdocs_plan_plugin.model import Health
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE
from mkdocs_plan_plugin.vocabulary import state_words
from mkdocs_plan_plugin.vocabulary.clauses import spoken_on
from mkdocs_plan_plugin.vocabulary.dates import read_date
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, keys_of
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.scales import S, Scale
from mkdocs_plan_plugin.vocabulary.spans import RELATIVE, is_duration, is_span
from mkdocs_plan_plugin.vocabulary.states import StatedState, leading_word, mark_state, read_state

_PIECES = regex(r"[,;，；]")

EMOJI = (
    "\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\ufe0f"
    "\u200d\u20e3\U0001f000-\U0001faff"
)
_LEADING = regex(rf"^[\s{EMOJI}*_~]+")
_TRAILING = regex(rf"(?<![\s{EMOJI}*_~])[\s{EMOJI}*_~]+$")
_MARKS_INSIDE = regex(rf"(?<![{EMOJI}\s])\s*([{EMOJI}][{EMOJI}\s]*+)(?=[^{EMOJI}\s])")
_SECTION_NUMBER = regex(r"^\d+(?:\.\d+)*[.):、]?\s+(?=\S)")
_KEYCAP = regex(r"(\d)\ufe0f?\u20e3\s*|(🔟)\s*")
_BOX = regex(r"^`?\[([^\[\]]{1,2})\]`?\s+(?=\S)")
_BOX_BEHIND = regex(r"(?<!\s)\s+`?\[([^\[\]]{1,2})\]`?$")
_FRONT = regex(r"^[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*+[:：–—-]*\s*+(?=\S)")
_TAIL = regex(r"(?:(?<!\s)\s+)?[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*$")
_MIDDLE = regex(r"(?:(?<!\s)\s+)?[(\[（【]([^()\[\]（）【】]*)[)\]）】]\s*")
_PART = regex(r"\s(?:[-‐‑‒–—―|·•‣/]+|::?)\s+|[:：]\s*|，|\|\s*")
"""What parts a title from a state or a duration."""
_COMMA = regex(r",\s+")
_CAPITALS = regex(r"(?<!\s)\s+([A-Z][A-Z -]{3,20})\s*+$")
_CODE_TAIL = regex(r"(?<!\s)\s+`([^`]{2,30})`$")
_CLOCK_TAIL = regex(r"(?:(?<!\s)\s+)?[⏱⏰🕐🕒⌛⏲📅🗓]\ufe0f?\s*(.{1,30})$")
_ENDS = " \t:：|·•‣*_‐‑‒–—―-"


_UNDECORATED = regex(r"(?:\d+(?:\.\d+)*[.)]? )?[^\W\d_]\w*(?:[ '&+./-]\w+| & \w+)*")
"""A title with nothing in it that could be a decoration, but for capitals at its end."""

_OPENING = regex(r"[(\[（【]")
_BRACKETS = (")", "]", "）", "】")
_NOUNS = keys_of(state_words.STATE_NOUNS)
_BRACKETED = keys_of(state_words.BRACKETED_NOUNS)
_BOXES = {
    mark: name if name != "done" else "complete"
    for name, marks in state_words.TASK_STATES.items()
    for mark in marks
}


class Title(msgspec.Struct, Generic[S], frozen=True):
    """A heading taken apart: `text` is what is left, the rest what was taken off."""

    text: str
    state: S | None = None
    mark: str = ""
    """The words or emoji that state it."""
    duration: str = ""
    health: Health | None = None
    when: str = ""
    """What of it tells dates: `Q1 2026`, `due 3 March 2026`."""


def plain(heading: str) -> str:
    """Return a heading with damaged emoji as they were meant, and digits for keycaps: `1️⃣ A` is `1. A`."""
    text = mend(heading[:LONGEST_TITLE]).strip()
    if text.isascii() or ("\u20e3" not in text and "🔟" not in text):
        return text
    lead = _LEADING.match(text)
    first = lead.end() if lead else 0

    def digit(match: re.Match[str]) -> str:
        return f"{match[1] or '10'}{'. ' if match.start() <= first else ' '}"

    return _KEYCAP.sub(digit, text).strip()


def split_heading(
    heading: str, scale: Scale[S], vocabulary: Vocabulary, *, number: bool = False, durations: bool = True
) -> Title[S]:
    """Take the decorations off a heading, and read what they state on a scale.

    With `number` a section number in front goes too; without `durations` those stay. A mark that
    leads the title counts only where it states something by itself (✅), not where it is a picture
    (🔄 🎯 🚀). A word of state inside a title says nothing.
    """
    return cast("Title[S]", _split(heading, scale, vocabulary, number=number, durations=durations))


@lru_cache(maxsize=8192)
def _split(
    heading: str, scale: Scale[Any], vocabulary: Vocabulary, *, number: bool, durations: bool
) -> Title[Any]:
    text = plain(heading)
    if _UNDECORATED.fullmatch(text) and not (text[-4:].isupper() or (number and text[0].isdigit())):
        return Title(text)  # most headings
    title = _Title(text, scale, vocabulary, durations=durations)
    title.take_front(number=number)
    for _ in range(5):  # decorations stack: `(Week 1) ✅ COMPLETE`
        before = title.text
        title.take_end()
        if title.text == before:
            break
    title.take_inside()
    return Title(_bare(title.text), title.state, title.mark, title.duration, title.health, title.when)


def _bare(text: str) -> str:
    """Return a title without the signs around it that parted it from what was taken off."""
    text = text.rstrip(_ENDS)
    while text and (text[0] in _ENDS and (text[0] != "-" or text.lstrip("-")[:1].isspace())):
        text = text.lstrip("-") if text[0] == "-" else text[1:]
    return text


class _Title:
    """A heading that is being taken apart."""

    def __init__(self, text: str, scale: Scale[Any], vocabulary: Vocabulary, *, durations: bool) -> None:
        self.text = text
        self.scale, self.vocabulary, self.durations = scale, vocabulary, durations
        self.state: str | None = None
        self.health: Health | None = None
        self.mark = self.duration = self.when = ""
        # what a text has not, it does not get when something is taken off: most searches are for nothing
        self.drawn = not text.isascii()
        self.parted = True

    def take_front(self, *, number: bool) -> None:
        """Take off what leads: emoji, section number, box, a state in brackets or before a dash."""
        if lead := _LEADING.match(self.text):
            self._lead(lead[0])
            self.text = self.text[lead.end() :]
        if number:
            self.text = _LEADING.sub("", _SECTION_NUMBER.sub("", self.text))
        if (box := _BOX.match(self.text)) and self._is_ticked(box):
            self.text = self.text[box.end() :]
        if (front := _FRONT.match(self.text)) and self._is_said(front[1], bracket=True):
            self.text = self.text[front.end() :]
        part = _PART.search(self.text)
        self.parted = part is not None
        if part and part.end() < len(self.text):
            head = self.text[: part.start()]
            if (self.durations and self._is_timed(head)) or (
                is_state(head, self.scale, self.vocabulary) and self._is_said(head)
            ):
                self.text = self.text[part.end() :]
        if lead := _LEADING.match(self.text):  # `Phase 1: ✅ Dig`
            self._lead(lead[0])
            self.text = self.text[lead.end() :]

    def _is_ticked(self, box: re.Match[str]) -> bool:
        """True for a box, whose mark states something if there is one: `[x]`, `[~]`, `[ ]`."""
        name = _BOXES.get(box[1].strip().removesuffix("\ufe0f"), "")
        state = self.scale.names.get("states", {}).get(name)
        if state:
            self._states(state, box[0].strip())
        return bool(state or not box[1].strip())

    def _lead(self, marks: str) -> None:
        state = mark_state(marks, self.scale) if marks.strip() else None
        if state and not _is_picture(marks):
            self._states(state, marks.strip())

    def take_end(self) -> None:
        """Take off the last decoration behind the title."""
        if (
            self.durations
            and self.drawn
            and (clock := _CLOCK_TAIL.search(self.text))
            and is_duration(clock[1])
        ):
            self._keep_duration(clock[1].strip(), clock[0].strip())
            self.text = self.text[: clock.start()]
        if _LEADING.match(self.text[-1:]) and (trail := _TRAILING.search(self.text)):
            self._states(mark_state(trail[0], self.scale), trail[0].strip())
            self.text = self.text[: trail.start()]
        if (box := _BOX_BEHIND.search(self.text[-_LONGEST_BOX:])) and self._is_ticked(box):
            self.text = self.text[: -len(box[0])]
            return
        if self.text[-1:] in _BRACKETS and self._take_bracket():
            return
        if self.drawn:
            self._take_marked_end()
        self._take_end_behind_comma()
        code = _CODE_TAIL.search(self.text) if self.text[-1:] == "`" else None
        if code and self._is_said(code[1], anew=True, bracket=True):
            self.text = self.text[: code.start()]
            return
        for part in _last(_PART, self.text, 3) if self.parted else ():
            end = self.text[part.end() :].strip(_ENDS)
            if not end or not self.text[: part.start()].strip():
                continue
            loud = end.isupper() and not self.text[: part.start()].isupper()
            if (self.durations and self._is_timed(end)) or self._is_said(end, anew=True, bracket=loud):
                self.text = self.text[: part.start()]
                return
        loud = self.text[-2:].isupper() and not self.text.isupper()
        if loud and (capitals := _CAPITALS.search(self.text)) and self._is_said(capitals[1], anew=True):
            self.text = self.text[: capitals.start()]

    def _take_bracket(self) -> bool:
        """Take off a bracket at the end that says a state or a time; return True for one that does."""
        tail = _TAIL.search(self.text)
        if tail is None:
            return False
        inner = tail[1].strip()
        name, colon, value = inner.replace("：", ":").partition(":")  # `(status: done)`
        if colon and self.vocabulary.means(name, "status"):
            inner = value.strip()
        timed = RELATIVE.match(inner) or (inner[:1].isdigit() and "%" not in inner)
        if (not timed and self._is_said(inner, anew=True, bracket=True)) or (
            self.durations and is_duration(inner) and self._keep_duration(inner)
        ):
            for piece in _PIECES.split(inner) if self.durations else ():  # `(3 weeks, done)`
                self._is_timed(piece)
            self.text = self.text[: tail.start()]
            return True
        return False

    def _take_end_behind_comma(self) -> None:
        if ", " in self.text:
            for comma in _last(_COMMA, self.text, 1):
                end = self.text[comma.end() :]
                if (self.durations and self._is_timed(end)) or (
                    self.text.count(", ") == 1  # `Plan, do, done` is a list
                    and is_state(end, self.scale, self.vocabulary)
                    and self._is_said(end, anew=True)
                ):
                    self.text = self.text[: comma.start()]

    def _take_marked_end(self) -> None:
        """Take off a mark of state with words behind it: `Fire 🔄 testing in progress`."""
        marks = None
        for marks in _MARKS_INSIDE.finditer(self.text):  # noqa: B007 - the last one
            pass
        if not marks or not self.text[: marks.start()].strip():
            return
        written = marks[1].strip()
        state = mark_state(written, self.scale)
        end = self.text[marks.end() :].strip(_ENDS)
        words = key(end).split()
        if state is None:  # `Dig 🟡 At risk`
            if not self._is_said(end, anew=True):
                return
        elif len(words) <= _LONGEST_END and self._is_explained(end):
            stated = read_state(end, self.scale, self.vocabulary)
            self._states(stated.state or state, f"{written} {end}", stated.health, anew=True)
        elif is_span(end) and state in _BEFORE:  # an hourglass in front of a duration
            self._keep_duration(end)
        elif (
            not any(map(str.isalpha, end))
            or is_span(end)
            or _TAIL.fullmatch(end)
            or (end[0].islower() and len(words) <= _LONGEST_REASON and not _is_picture(written))
        ):
            self._states(state, f"{written} {end}")
        else:
            return
        self.text = self.text[: marks.start()]

    def _is_explained(self, end: str) -> bool:
        """True if words behind a mark say more of it: `✅ Deployed to staging`, not `✅ Testing tools`."""
        stated = read_state(end, self.scale, self.vocabulary)
        if not (stated.state or stated.health):
            return False
        word = key(leading_word(_NOT_WORD.sub("", end.casefold()), self.scale, self.vocabulary))
        strong = bool(word) and word not in _NOUNS and word not in self.scale.weak
        loud = end[:1].islower() or end.isupper()
        return strong or loud or _said(end, self.scale, self.vocabulary, bracket=False) is not None

    def take_inside(self) -> None:
        """Take off brackets inside the title that give a time or a state: `(done): Dig`."""

        def taken(bracket: re.Match[str]) -> str:
            inner = bracket[1].strip()
            timed = self.durations and is_duration(inner) and self._keep_duration(inner)
            stated = (
                not timed
                and (not key(inner) or is_state(inner, self.scale, self.vocabulary, bracket=True))
                and self._is_said(inner, bracket=True)
            )
            return " " if timed or stated else bracket[0]

        self.text = _MIDDLE.sub(taken, self.text) if _OPENING.search(self.text) else self.text

    def _is_timed(self, text: str) -> bool:
        text = text.strip(" ()（）[]【】")
        return is_span(text) and self._keep_duration(text)

    def _keep_duration(self, text: str, marked: str = "") -> bool:
        self.duration = self.duration or text
        if not self.when and read_date(text):
            self.when = marked or text
        return True

    def _is_said(self, text: str, *, anew: bool = False, bracket: bool = False) -> bool:
        """True if a bracket or an end states something, which is kept.

        A percentage alone behind a colon or dash is what the title is about: `Raise coverage: 80 %`.
        """
        if not bracket and "%" in text:
            words = _FIGURE.sub(" ", text)
            if not read_state(words, self.scale, self.vocabulary).state:
                return False
        stated = _said(text, self.scale, self.vocabulary, bracket=bracket)
        if stated is None or not (stated.state or stated.health):
            return False
        self._states(stated.state, text.strip(), stated.health, anew=anew)
        return True

    def _states(
        self, state: str | None, mark: str, health: Health | None = None, *, anew: bool = False
    ) -> None:
        """Keep a state; `anew` in place of that of an emoji behind it, which words explain."""
        if state and (self.state is None or anew):
            self.state, self.mark = state, mark
        self.health = self.health or health


_NOT_IN_FRONT = frozenset((*state_words.PICTURES, *state_words.STATE_MARKS["in-progress"]))
_FIGURE = regex(r"\d[\d.,]{0,20}\s?%")
_LONGEST_BOX = 10
"""Characters of a box behind a title, with the spaces and backticks around it."""
_LONGEST_END = 10
_LONGEST_REASON = 6
"""Words behind a mark that may state something or explain it; more are a title of their own."""


_BEFORE = ("pending", "planning", "open")


def _is_picture(marks: str) -> bool:
    """True for emoji that decorate a title more often than they state something."""
    return any(mark in marks for mark in _NOT_IN_FRONT)


def _last(pattern: re.Pattern[str], text: str, count: int) -> list[re.Match[str]]:
    """Return the last matches of a pattern, the last one first."""
    return list(pattern.finditer(text))[: -count - 1 : -1]


def is_state(text: str, scale: Scale[Any], vocabulary: Vocabulary, *, bracket: bool = False) -> bool:
    """True if a text is a word of state and nothing else; in a `bracket` more of the nouns are."""
    word = key(text)
    if word not in spoken_on(scale, vocabulary) and not (scale.of_work and word in vocabulary.health):
        return False
    return word not in _NOUNS or (bracket and scale.of_work and word in _BRACKETED)


_NOT_WORD = regex(r"^[\W_]+")
_BEHIND_STATE = regex(
    r"\s*(?:$|[^\w\s]|\d|(?:on|in|by|at|as of|since|until"
    r"|seit|bis|am|im|depuis|jusqu|le|desde|hasta|el|até|em|с|до)\b)",
    re.IGNORECASE,
)
"""What may follow a word of state: an explanation, a date, nothing."""
_TIMES = regex(r"\d[\d./:-]*\s?%?")


def _said(text: str, scale: Scale[Any], vocabulary: Vocabulary, *, bracket: bool) -> StatedState[Any] | None:
    """Return what a bracket or end states: the state leads, and what follows explains it.

    A bracket, or an end in capitals behind a title that is not, may be a noun: `Sell - ONGOING`.
    """
    words = key(_TIMES.sub(" ", text).replace("+", " and ")).split()
    if not words and (state := mark_state(text, scale)):  # `(⏳)`
        return StatedState(state=state)
    if len(words) > 5 or (text.isascii() and not _may_say(text, words, scale, vocabulary)):
        return None
    if "%" in text and (
        not words or any(is_state(word, scale, vocabulary) for word in (words[0], words[-1]))
    ):
        return read_state(text, scale, vocabulary)
    lowered = _NOT_WORD.sub("", text.casefold())
    last = _PIECES.split(text)[-1]
    if last != text and is_state(last, scale, vocabulary):  # `(PR 4; deferred)`
        return read_state(last, scale, vocabulary)
    word = leading_word(lowered, scale, vocabulary)
    if word and _BEHIND_STATE.match(lowered, len(word)):
        noun = key(word) in _NOUNS and not (bracket and scale.of_work and key(text) in _BRACKETED)
        return None if noun else read_state(text, scale, vocabulary)
    if 1 < len(words) <= 4 and words[-2] not in _OPEN_ENDED:
        ends = " ".join(words[-2:]) if is_state(" ".join(words[-2:]), scale, vocabulary) else words[-1]
        if is_state(ends, scale, vocabulary) and ends not in scale.weak:  # `- testing in progress`
            return read_state(text, scale, vocabulary)
    return None


def _may_say(text: str, words: list[str], scale: Scale[Any], vocabulary: Vocabulary) -> bool:
    """True if a text begins or ends with the beginning or end of a word of state: most do not."""
    first, last = _edges(scale, vocabulary)
    if "%" in text or "," in text or ";" in text:
        return True
    return bool(words) and (words[0] in first or words[-1] in last)


@lru_cache(maxsize=16)
def _edges(scale: Scale[Any], vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that words of state begin with, and those they end with."""
    known = [
        word.split()
        for word in (*spoken_on(scale, vocabulary), *(vocabulary.health if scale.of_work else ()))
    ]
    return frozenset(word[0] for word in known if word), frozenset(word[-1] for word in known if word)


_OPEN_ENDED = frozenset({"of", "be", "is", "to", "get", "as", "how", "when", "what", "a", "the", "and", "or"})
