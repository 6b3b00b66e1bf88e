"""A matcher that counts its steps: what Python's own would do with a pattern, for any machine alike.

It reads the tree that `re` compiles, and goes through it as `re` does: alternatives in their order, greedy
and lazy repeats with all their ways back, atomic groups and possessive repeats without. A step is a
character that was looked at and fits, or a way back that was taken; what fails at its first character costs nothing, as in
`re`, which knows by which a pattern may begin.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache

# The tree has no public name. It is the same in Python 3.11 to 3.14.
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

sys.setrecursionlimit(100_000)  # of Python's frames alone: a repeated group is one level for each turn

Then = Callable[[int], bool]
"""What is to be matched behind a place; true if all of it is."""
Node = Callable[[int, Then], bool]
"""A part of a pattern: matches at a place, and goes on with what is behind it."""


class TooManyStepsError(Exception):
    """A pattern took more steps than it may."""


class Counter:
    """Looks for a pattern everywhere in a text, as `finditer` does, and counts the steps of that."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._tree = parser.parse(pattern.pattern, pattern.flags)
        self._flags = self._tree.state.flags
        self._groups: dict[int, tuple[int, int]] = {}
        self._text = ""
        self._most = sys.maxsize
        self.steps = 0
        self._match = self._sequence(list(self._tree), self._flags)

    def count(self, text: str, most: int, method: str = "finditer") -> int:
        """Return the steps that a method of the pattern takes for a text.

        Raises:
            TooManyStepsError: it takes more than `most`.
        """
        self._most, self.steps = most, 0
        for _ in self.found(text, method):
            pass
        return self.steps

    def found(self, text: str, method: str = "finditer") -> Iterator[tuple[int, int]]:
        """Yield where matches are, for `match`, `fullmatch` or all."""
        self._text, at, empty = text, 0, -1
        last = 0 if method in {"match", "fullmatch"} else len(text)
        while at <= last:
            ends: list[int] = []

            def matched(end: int, at: int = at, empty: int = empty, ends: list[int] = ends) -> bool:
                if end == at == empty or (method == "fullmatch" and end != len(text)):
                    return False  # no empty match twice
                ends.append(end)
                return True

            self._groups.clear()
            if self._match(at, matched):
                yield at, ends[-1]
                empty = at if ends[-1] == at else -1
                at = ends[-1]
            else:
                at += 1

    def _step(self, count: int = 1) -> None:
        self.steps += count
        if self.steps > self._most:
            raise TooManyStepsError

    def _sequence(self, items: list[tuple[Any, Any]], flags: int) -> Node:
        nodes = [self._node(operation, argument, flags) for operation, argument in items]
        if len(nodes) == 1:
            return nodes[0]

        def match(at: int, then: Then, number: int = 0) -> bool:
            if number == len(nodes):
                return then(at)
            return nodes[number](at, lambda end: match(end, then, number + 1))

        return match

    def _node(self, operation: Any, argument: Any, flags: int) -> Node:  # noqa: PLR0911 - one for each operation
        if fits := fitting(operation, argument, flags):
            return self._character(fits)
        if operation in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            return self._repeat(operation, *argument, flags)
        if operation is sre.BRANCH:
            return self._branch([list(each) for each in argument[1]], flags)
        if operation is sre.SUBPATTERN:
            group, on, off, items = argument
            return self._group(group, self._sequence(list(items), (flags | on) & ~off))
        if operation is sre.ATOMIC_GROUP:
            return self._atomic(self._sequence(list(argument), flags))
        if operation in {sre.ASSERT, sre.ASSERT_NOT}:
            return self._look(*argument, flags, wanted=operation is sre.ASSERT)
        if operation is sre.AT:
            return self._at(argument, flags)
        if operation is sre.GROUPREF:
            return self._reference(argument)
        if operation is sre.GROUPREF_EXISTS:
            group, yes, no = argument
            return self._either(
                group, self._sequence(list(yes), flags), self._sequence(list(no or ()), flags)
            )
        if operation is sre.FAILURE:
            return lambda _at, _then: False
        raise NotImplementedError(operation)

    def _character(self, fits: Callable[[str], bool]) -> Node:
        def match(at: int, then: Then) -> bool:
            if at < len(self._text) and fits(self._text[at]):
                self._step()
                return then(at + 1)
            return False

        return match

    def _branch(self, branches: list[Any], flags: int) -> Node:
        """Return alternatives, of which only those are tried that may begin with the character there."""
        firsts = [first(items, flags) for items in branches]
        nodes = [self._sequence(items, flags) for items in branches]

        @cache
        def worth_it(character: str) -> list[Node]:
            return [
                node
                for node, fits in zip(nodes, firsts, strict=True)
                if fits is None or (character and fits(character))
            ]

        def match(at: int, then: Then) -> bool:
            return any(node(at, then) for node in worth_it(self._text[at : at + 1]))

        return match

    def _repeat(self, operation: Any, least: int, most: int, items: Any, flags: int) -> Node:
        items = list(items)
        fits = fitting(*items[0], flags) if len(items) == 1 else None
        if fits and operation is not sre.MIN_REPEAT:
            return self._run(fits, least, most, back=operation is sre.MAX_REPEAT)
        one = self._sequence(items, flags)
        if operation is sre.POSSESSIVE_REPEAT:
            return self._atomic(self._turns(one, least, most, greedy=True))
        return self._turns(one, least, most, greedy=operation is sre.MAX_REPEAT)

    def _run(self, fits: Callable[[str], bool], least: int, most: int, *, back: bool) -> Node:
        """Return the repeat of one character, which costs no frames."""

        def match(at: int, then: Then) -> bool:
            text, end = self._text, at
            last = len(text) if most is sre.MAXREPEAT else min(len(text), at + most)
            while end < last and fits(text[end]):
                end += 1
            self._step(end - at)
            if end - at < least:
                return False
            if then(end):
                return True
            while back and end - at > least:
                end -= 1
                self._step()
                if then(end):
                    return True
            return False

        return match

    def _turns(self, one: Node, least: int, most: int, *, greedy: bool) -> Node:
        def match(at: int, then: Then, turn: int = 0) -> bool:
            def again() -> bool:
                def next_turn(end: int) -> bool:
                    return (end > at or turn < least) and match(end, then, turn + 1)

                return (most is sre.MAXREPEAT or turn < most) and one(at, next_turn)

            if turn < least:
                return again()
            self._step()
            return (again() or then(at)) if greedy else (then(at) or again())

        return match

    def _group(self, number: int | None, inside: Node) -> Node:
        if number is None:
            return inside

        def match(at: int, then: Then) -> bool:
            before = self._groups.get(number)

            def closed(end: int) -> bool:
                self._groups[number] = at, end
                return then(end)

            if inside(at, closed):
                return True
            if before:
                self._groups[number] = before
            else:
                self._groups.pop(number, None)
            return False

        return match

    def _atomic(self, inside: Node) -> Node:
        def match(at: int, then: Then) -> bool:
            ends: list[int] = []
            return inside(at, lambda end: not ends.append(end)) and then(ends[-1])  # type: ignore[func-returns-value]

        return match

    def _look(self, direction: int, items: Any, flags: int, *, wanted: bool) -> Node:
        inside = self._sequence(list(items), flags)
        width = items.getwidth()[0] if direction < 0 else 0

        def match(at: int, then: Then) -> bool:
            found = at >= width and inside(at - width, lambda _end: True)
            return found is wanted and then(at)

        return match

    def _at(self, where: Any, flags: int) -> Node:
        many = flags & re.MULTILINE

        def word(at: int) -> bool:
            return 0 <= at < len(self._text) and bool(_WORD.match(self._text[at]))

        def holds(at: int) -> bool:
            text = self._text
            if where in {sre.AT_BEGINNING, sre.AT_BEGINNING_STRING}:
                return at == 0 or bool(where is sre.AT_BEGINNING and many and text[at - 1] == "\n")
            if where is sre.AT_END:
                return at == len(text) or (text[at] == "\n" and bool(many or at == len(text) - 1))
            if where is sre.AT_END_STRING:
                return at == len(text)
            return (word(at - 1) is not word(at)) is (where is sre.AT_BOUNDARY)

        return lambda at, then: holds(at) and then(at)

    def _either(self, group: int, yes: Node, no: Node) -> Node:
        def match(at: int, then: Then) -> bool:
            return (yes if group in self._groups else no)(at, then)

        return match

    def _reference(self, number: int) -> Node:
        def match(at: int, then: Then) -> bool:
            start, end = self._groups.get(number, (0, -1))
            length = end - start
            if length < 0 or self._text[at : at + length] != self._text[start:end]:
                return False
            self._step(length)
            return then(at + length)

        return match


_WORD = re.compile(r"\w")


def fitting(operation: Any, argument: Any, flags: int) -> Callable[[str], bool] | None:
    """Return which characters fit a part of a pattern, None for one that is not of a single character."""
    if operation not in {sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY}:
        return None
    if operation is sre.IN:
        argument = tuple(argument)
    kept = flags & (re.IGNORECASE | re.DOTALL | re.ASCII)

    @cache
    def fits(character: str) -> bool:
        return bool(_compiled(operation, argument, kept).fullmatch(character))

    return fits


def first(items: list[tuple[Any, Any]], flags: int) -> Callable[[str], bool] | None:
    """Return which characters a piece of a pattern begins with, None where that is not plain."""
    if not items:
        return None
    operation, argument = items[0]
    if operation is sre.SUBPATTERN:
        _, on, off, inside = argument
        return first(list(inside), (flags | on) & ~off)
    if operation in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT} and argument[0]:
        return first(list(argument[2]), flags)
    return fitting(operation, argument, flags)


@cache
def _compiled(operation: Any, argument: Any, flags: int) -> re.Pattern[str]:
    """Return a pattern of one character as `re` has it, made of its piece of a tree."""
    from re import _compiler  # type: ignore[attr-defined]

    state = parser.State()
    state.flags = flags | (0 if flags & re.ASCII else re.UNICODE)
    state.str = ""
    piece = [(operation, list(argument) if operation is sre.IN else argument)]
    made: re.Pattern[str] = _compiler.compile(parser.SubPattern(state, piece), state.flags)
    return made
