"""A state written as its neighbours are: their language, their emoji, their capitals and hyphens."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from mkdocs_plan_plugin.vocabulary.clauses import spoken_on
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.scales import S, Scale
from mkdocs_plan_plugin.vocabulary.state_words import SPELLINGS, STATE_MARKS
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.titles import EMOJI

_NAMES = {"done": "complete", "open": "pending"}
"""What states of tasks are called among those of work."""
_DRAWN = {**{name: marks[0] for name, marks in STATE_MARKS.items()}, "planning": "📋", "cancelled": "❌"}
"""The emoji beside the word of a state."""
_MARKS = regex(rf"[{EMOJI}]+")


def spelled(state: S, like: str, scale: Scale[S], vocabulary: Vocabulary, others: Iterable[str] = ()) -> str:
    """Return a state as it would be written in the place of a statement of state, `like`.

    `others` are statements beside it: one that says the state in the same manner is taken as it is. An
    emoji is written where `like` has one, and alone where that is alone.
    """
    known = [one.strip() for one in others if len(one) <= 40 and not is_blank(one)]
    for one in known:
        alone = not key(one) or key(one) in spoken_on(scale, vocabulary)
        if alone and _manner(one) == _manner(like) and read_state(one, scale, vocabulary).state == state:
            return one
    name = _NAMES.get(state, str(state))
    mark = _MARKS.search(like)
    if mark and not key(like):
        return next((one for one, said in scale.marks.items() if said == state), _DRAWN.get(name, ""))
    word = _cased(_word(name, like, known), like, known)
    text = f"{_DRAWN[name]} {word}" if mark else word
    return text if read_state(text, scale, vocabulary).state == state else name


_NOUNS = {spellings[0] for spellings in SPELLINGS["de"].values()}
"""Spellings that may end with a noun, whose capital stays."""


def _manner(text: str) -> tuple[bool, bool, bool, bool]:
    """Return how a statement is written: with an emoji, with words, all in small letters, or in capitals."""
    return bool(_MARKS.search(text)), bool(key(text)), text.islower(), text.isupper()


def _word(name: str, like: str, others: list[str]) -> str:
    """Return the word of a state in the language of its neighbours, English in doubt."""
    words = {key(one) for one in (like, *others)}
    for spellings in SPELLINGS.values():
        if any(key(word) in words for said in spellings.values() for word in said):
            return spellings[name][0]
    return SPELLINGS["en"][name][0]


def _cased(word: str, like: str, others: list[str]) -> str:
    """Return a word in the case of its neighbours, its parts joined as theirs."""
    letters = _MARKS.sub("", like).strip()
    joint = next((sign for sign in "-_" if any(sign in one.strip("-_ ") for one in (letters, *others))), "")
    if letters.isupper() and len(letters) > 1:
        return word.upper()
    if letters.islower() and word in _NOUNS:
        return word[:1].lower() + word[1:]
    if letters.islower():
        return word.lower().replace(" ", joint or " ")
    texts = (_MARKS.sub("", text).split() for text in (letters, *others))
    known = [words[1] for words in texts if len(words) in (2, 3) and all(map(str.isalpha, words))]
    sentence = bool(known) and all(map(str.islower, known))
    return word[:1] + word[1:].lower() if sentence else word
