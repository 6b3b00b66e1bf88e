"""Which glob of an option names a page.

`**` crosses folders, `{plan,tasks}` is either word. Neither case nor what parts words makes a difference:
`*-plan-*` also names `My plan (draft).md` and `MY_PLAN_2.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import msgspec

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.settings import Settings

_EXCEPTED = regex(r"(?:^|/)(?:index|readme)\.md$", re.IGNORECASE)
_TOKEN = regex(r"\*\*/|\*\*|\*|\?|\[[^\]]{0,100}\]|.", re.DOTALL)
_PARTING = "-_ –—"
"""What parts words in the names of files."""

Fits = Callable[[str], bool]


def matches(path: str, globs: tuple[str, ...]) -> str | None:
    """Return the first glob that a path matches, in a time that grows with the length of the path alone."""
    number = _automaton(globs).first(path)
    return None if number is None else globs[number]


def by_glob(path: str, settings: Settings) -> str | None:
    """Return the `include` glob that a page matches; index and README pages match none."""
    glob = matches(path, tuple(settings.include))
    return None if glob is None or _EXCEPTED.search(path) else glob


class _Place(msgspec.Struct):
    """A place in a glob: which characters lead to `then`, and which places are reached without one."""

    fits: Fits | None = None
    then: int = -1
    free: list[int] = msgspec.field(default_factory=list)
    ends: int = -1
    """The glob that ends here."""


class _State(dict[str, "_State"]):
    """The places that a path may be at, and by its next character the state behind it."""

    def __init__(self, automaton: _Automaton, at: frozenset[int]) -> None:
        super().__init__()
        self.automaton, self.at = automaton, at
        ends = (automaton.places[place].ends for place in at)
        self.first = min((end for end in ends if end >= 0), default=None)
        """The number of the first glob that ends here."""

    def __missing__(self, character: str) -> _State:
        to = self[character] = self.automaton.behind(self.at, character)
        return to


class _Automaton:
    """All globs of an option at once: whatever they are, each character of a path is looked at once.

    Its states are sets of places in the globs, made when they are first met (Thompson 1968): there is no
    way back to take.
    """

    def __init__(self, globs: tuple[str, ...]) -> None:
        self.places: list[_Place] = []
        self._states: dict[frozenset[int], _State] = {}
        self._start = self._reached([self._add(number, glob) for number, glob in enumerate(globs)])

    def first(self, path: str) -> int | None:
        """Return the number of the first glob that a path matches."""
        if len(self._states) > _MOST:
            for state in self._states.values():
                state.clear()
            self._states.clear()
        state = self._state(self._start)
        for character in path:
            state = state[character]
        return state.first

    def behind(self, at: frozenset[int], character: str) -> _State:
        """Return the state that a character leads to."""
        places = (self.places[number] for number in at)
        return self._state(self._reached(one.then for one in places if one.fits and one.fits(character)))

    def _state(self, at: frozenset[int]) -> _State:
        if at not in self._states:
            self._states[at] = _State(self, at)
        return self._states[at]

    def _reached(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return places with all that are reached from them without a character."""
        found: set[int] = set()
        waiting = list(numbers)
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self.places[number].free
        return frozenset(found)

    def _new(self, fits: Fits | None = None) -> int:
        self.places.append(_Place(fits))
        return len(self.places) - 1

    def _add(self, number: int, glob: str) -> int:
        """Add the places of a glob, and return the first."""
        try:
            parts = list(_read(glob.removeprefix("/")))
        except ValueError:  # a bracket or brace without its partner is one that a path may have
            parts = [_same(character) for character in glob]
        start = at = self._new()
        open_: list[tuple[int, list[int]]] = []
        for part in parts:
            if part == "{":
                open_.append((at, []))
                at = self._branch(at)
            elif part == ",":
                before, ends = open_[-1]
                ends.append(at)
                at = self._branch(before)
            elif part == "}":
                _, ends = open_.pop()
                close = self._new()
                for end in (*ends, at):
                    self.places[end].free.append(close)
                at = close
            elif isinstance(part, str):
                at = self._many(at, part)
            else:
                at = self._one(at, part)
        self.places[at].ends = number
        return start

    def _branch(self, at: int) -> int:
        new = self._new()
        self.places[at].free.append(new)
        return new

    def _one(self, at: int, fits: Fits) -> int:
        """Add a character."""
        one, then = self._new(fits), self._new()
        self.places[at].free.append(one)
        self.places[one].then = then
        return then

    def _many(self, at: int, star: str) -> int:
        """Add what a star stands for: any number of characters, before a `/` or with it."""
        loop, then = self._new(_not_a_slash if star == "*" else _any), self._new()
        self.places[at].free += [loop, then]
        self.places[loop].then = loop
        if star == "**/":  # all of a path up to a slash, or nothing
            slash = self._new("/".__eq__)
            self.places[at].free.append(slash)
            self.places[loop].free.append(slash)
            self.places[slash].then = then
        else:
            self.places[loop].free.append(then)
        return then


_MOST = 2000
"""States that are kept from one path to the next."""


def _any(_character: str) -> bool:
    return True


def _not_a_slash(character: str) -> bool:
    return character != "/"


def _read(glob: str) -> Iterator[str | Fits]:
    """Yield what a glob is made of: stars, braces and their commas by name, all else as what fits.

    Raises:
        ValueError: a brace or bracket has no partner.
    """
    open_braces = 0
    for part in _TOKEN.findall(glob):
        if part in {"**/", "**", "*"}:
            yield part
        elif part == "{":
            open_braces += 1
            yield part
        elif part in {"}", ","} and open_braces:
            open_braces -= part == "}"
            yield part
        elif part == "?":
            yield _not_a_slash
        elif part in _PARTING:
            yield _PARTING.__contains__
        elif part.startswith("[") and len(part) > 1:
            yield _one_of(part)
        else:
            yield _same(part)
    if open_braces:
        raise ValueError("a brace is not closed")


def _same(character: str) -> Fits:
    return {character, character.lower(), character.upper()}.__contains__


def _one_of(part: str) -> Fits:
    """Return which characters a bracket means: `[0-9]`, `[!a-z]`.

    Raises:
        ValueError: it means none.
    """
    inside = part[1:-1]
    negated = inside[:1] in {"!", "^"}
    inside = inside.removeprefix("!") if inside[:1] == "!" else inside.removeprefix("^")
    ranges = [(match[1], match[2] or match[1]) for match in _RANGE.finditer(inside)]
    if not ranges:
        raise ValueError("an empty bracket")

    def fits(character: str) -> bool:
        cases = {character, character.lower(), character.upper()}
        return any(first <= one <= last for one in cases for first, last in ranges) is not negated

    return fits


_RANGE = regex(r"(.)(?:-(.))?", re.DOTALL)


@lru_cache(maxsize=16)
def _automaton(globs: tuple[str, ...]) -> _Automaton:
    return _Automaton(globs)
