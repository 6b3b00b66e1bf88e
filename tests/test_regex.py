"""Regular expressions that are compiled when first used: all of them can be, and none before."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from mkdocs_plan_plugin.regex import regex
from tests.test_layers import MODULES

_KIND = type(regex(""))


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, _KIND):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _patterns(each)


ALL = {
    f"{module}.{name}[{number}]": pattern
    for module in MODULES
    for name, value in vars(import_module(module)).items()
    for number, pattern in enumerate(_patterns(value))
}


@pytest.mark.parametrize("name", ALL)
def test_every_pattern_compiles(name: str) -> None:
    assert isinstance(ALL[name].pattern, str)


def test_there_are_many() -> None:
    assert len(ALL) > 150


def test_a_pattern_compiles_when_it_is_first_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_a_pattern_can_be_copied() -> None:
    assert copy.copy(regex("a")).match("a")


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    made, compiled = regex(r"(a)|B", re.IGNORECASE), re.compile(r"(a)|B", re.IGNORECASE)
    for _ in range(2):  # compiled in the first turn
        assert made.sub("-", "xaby") == compiled.sub("-", "xaby") == "x--y"
        assert made.findall("xaby") == compiled.findall("xaby")
        assert (bool(made.fullmatch("b")), bool(made.match("xa")), bool(made.search("xa"))) == (
            True,
            False,
            True,
        )
        assert (made.pattern, made.flags, made.groups) == (compiled.pattern, compiled.flags, compiled.groups)
