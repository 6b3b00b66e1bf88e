"""Texts that a pattern nearly matches, many times over, made of the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from tests.steps import fitting

REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
USUAL = " a0-\n_A\t*:.,(<[|`!\"'/=#>期é✅\u00a0\0"
"""Characters to choose from, beside those that a pattern names."""


class NearMiss(NamedTuple):
    """A text of any length: what stands in front, what is repeated, what stands behind."""

    front: str
    unit: str
    tail: str

    def text(self, count: int) -> str:
        """Return it with so many units."""
        return f"{self.front}{self.unit * count}{self.tail}"


class _Walk:
    """Goes through a pattern and keeps what is needed to build texts for it."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        tree = parser.parse(pattern.pattern, pattern.flags)
        self.sets: list[Callable[[str], bool]] = []
        self.named: list[str] = []
        self._learn(list(tree), tree.state.flags)
        self.alphabet = self._alphabet()
        self.fronts: dict[str, None] = {"": None}
        self.units: dict[str, None] = {}
        whole = self._sample(list(tree), tree.state.flags, "")
        self.units.update(dict.fromkeys((whole, whole[:-1])))

    def _learn(self, items: list[tuple[Any, Any]], flags: int) -> None:
        """Keep which characters the pattern tells apart."""
        for operation, argument in items:
            if fits := fitting(operation, argument, flags):
                self.sets.append(fits)
                if operation in {sre.LITERAL, sre.NOT_LITERAL}:
                    self.named.append(chr(argument))
                elif operation is sre.IN:
                    for kind, value in argument:
                        if kind is sre.LITERAL:
                            self.named.append(chr(value))
                        elif kind is sre.RANGE:
                            self.named += map(chr, value)
            for inside, its in pieces(operation, argument, flags):
                self._learn(inside, its)

    def _alphabet(self) -> list[str]:
        """Return one character for each way to fit the parts of the pattern."""
        sets = list(dict.fromkeys(self.sets))
        kinds: dict[tuple[bool, ...], str] = {}
        for character in dict.fromkeys((*USUAL, *self.named)):
            kinds.setdefault(tuple(fits(character) for fits in sets), character)
        return list(kinds.values())

    def _sample(self, items: list[tuple[Any, Any]], flags: int, front: str) -> str:
        """Return a text that fits, and keep on the way what stands in front of each repeat."""
        text = ""
        for operation, argument in items:
            if fits := fitting(operation, argument, flags):
                text += next(filter(fits, (*self.alphabet, *self.named)), "")
            elif operation in REPEATS:
                least, _, inside = argument
                self.fronts[front + text] = None
                one = self._sample(list(inside), flags, front + text)
                self.units[one] = None
                text += one * max(least, 1)
            elif operation is sre.BRANCH:
                samples = [self._sample(list(each), flags, front + text) for each in argument[1][:_MOST]]
                text += max(samples, key=len)
            elif operation is sre.ASSERT:
                if argument[0] < 0 and not front + text:
                    text += self._sample(list(argument[1]), flags, front)
            elif operation is sre.GROUPREF:
                text += text[:1]
            else:
                for inside, its in pieces(operation, argument, flags):
                    if operation is not sre.ASSERT_NOT:
                        text += self._sample(inside, its, front + text)
        return text


_MOST = 3
"""Alternatives of one place that are walked through: of lists of words the first will do."""


def pieces(operation: Any, argument: Any, flags: int) -> list[tuple[list[Any], int]]:
    """Return the pieces that a part of a pattern is made of, with the flags that hold there."""
    if operation in REPEATS:
        return [(list(argument[2]), flags)]
    if operation is sre.BRANCH:
        return [(list(each), flags) for each in argument[1]]
    if operation is sre.SUBPATTERN:
        _, on, off, inside = argument
        return [(list(inside), (flags | on) & ~off)]
    if operation is sre.ATOMIC_GROUP:
        return [(list(argument), flags)]
    if operation in {sre.ASSERT, sre.ASSERT_NOT}:
        return [(list(argument[1]), flags)]
    if operation is sre.GROUPREF_EXISTS:
        return [(list(each), flags) for each in argument[1:] if each]
    return []


def near_misses(pattern: re.Pattern[str]) -> Iterator[NearMiss]:
    """Yield texts that take long where a pattern can be made to."""
    walk = _Walk(pattern)
    pumps = [each for each in walk.alphabet if any(fits(each) for fits in walk.sets)]
    found = [
        NearMiss(front, unit, tail)
        for front in walk.fronts
        for unit in dict.fromkeys((*walk.units, *pumps, *(walk.fronts if not front else ())))
        for tail in ("", "\0", "\n\0")
        if unit
    ]
    yield from found[:: len(found) // _FEW + 1]


_FEW = 120
"""Texts for one pattern: of more, some that are spread over them."""
