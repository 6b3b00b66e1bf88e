"""Regular expressions: compiled when first used, all made in one place, and each of them linear."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from mkdocs_plan_plugin.reading import headings
from mkdocs_plan_plugin.reading.risks import sections
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules import numbering
from mkdocs_plan_plugin.views import references
from mkdocs_plan_plugin.vocabulary import blanks, clauses, lookup, section_roles, words
from mkdocs_plan_plugin.vocabulary.scales import PHASE, PLAN
from mkdocs_plan_plugin.weave import splice, tokens
from tests.near_misses import NearMiss, near_misses
from tests.steps import Counter, TooManyStepsError
from tests.test_layers import MODULES, NAME

_KIND = type(regex(""))


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, _KIND):
        yield value
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _patterns(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _patterns(each)


def _of_modules() -> Iterator[tuple[str, re.Pattern[str]]]:
    seen: set[int] = set()
    for module in MODULES:
        for name, value in vars(import_module(module)).items():
            for number, pattern in enumerate(_patterns(value)):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield f"{module.removeprefix(f'{NAME}.')}.{name}[{number}]", pattern


WORDS = lookup.Vocabulary()
SIGNS = tokens._FIRST
RENUMBERED = numbering._Renumbering(1, "Phase", "2", "3")

MADE: dict[str, Callable[[], re.Pattern[str] | None]] = {
    "reading.headings._ideographic_pattern": lambda: headings._ideographic_pattern(WORDS, "steps"),
    "reading.headings._spelled": lambda: headings._spelled("work package"),
    "rules.numbering._in_heading": lambda: numbering._in_heading(RENUMBERED),
    "rules.numbering._naming": lambda: numbering._naming(RENUMBERED),
    "rules.numbering._step_of": lambda: numbering._step_of(RENUMBERED),
    "rules.numbering._link_to": lambda: numbering._link_to("phase-2"),
    "reading.risks.sections._leads": lambda: sections._leads(WORDS)[1],
    "reading.headings._ideographs": lambda: headings._ideographs(WORDS, "phases"),
    "vocabulary.blanks._nothing": blanks._nothing,
    "vocabulary.clauses._numbered_part": lambda: clauses._numbered_part(PHASE, WORDS),
    "vocabulary.lookup.has_word": lambda: lookup.has_word(words.DECISION_ASIDES),
    "vocabulary.phrases.__init__": lambda: clauses.phrases_on(PLAN, WORDS)._dense,
    "vocabulary.scales._rules": lambda: next(_patterns(list(PHASE.rules))),
    "vocabulary.section_roles._fillers": lambda: section_roles._fillers("risks"),
    "views.references.__init__": lambda: next(
        _patterns(references.References({}, "https://github.com/a/b")._patterns), None
    ),
    "options._references": lambda: None,  # a site's own
    "weave.tokens._pattern": lambda: tokens._pattern(SIGNS),
    "weave.tokens._any": lambda: tokens._any(SIGNS),
    "weave.splice._scanned": lambda: splice._scanned(SIGNS),
    "weave.splice._end_tag": lambda: splice._end_tag("script"),
}
"""Patterns that functions make of words, with words to make them of."""

ALL = {**dict(_of_modules()), **{name: made for name, make in MADE.items() if (made := make()) is not None}}


def _calls(node: ast.AST, function: str = "") -> Iterator[tuple[str, str]]:
    """Yield what is called in which function, the innermost; outside of all it has no name."""
    if isinstance(node, ast.FunctionDef):
        function = node.name
    if isinstance(node, ast.Call):
        yield function, ast.unparse(node.func)
    for inside in ast.iter_child_nodes(node):
        yield from _calls(inside, function)


CALLS = [
    (module.removeprefix(f"{NAME}."), function, called)
    for module, file in MODULES.items()
    for function, called in _calls(ast.parse(file.read_text(encoding="utf-8")))
]


def test_all_patterns_are_made_in_one_place() -> None:
    asked = {(module, called) for module, _, called in CALLS if called.startswith("re.")}
    assert {each for each in asked if not each[1].startswith("re.escape")} == {("regex", "re.compile")}


def test_all_patterns_are_held_here() -> None:
    made = {f"{module}.{function}" for module, function, called in CALLS if called == "regex" and function}
    assert made == {name.split(" ")[0] for name in MADE}
    assert len(ALL) > 300


METHODS = {"match", "fullmatch"}
GIVEN = {
    "source.comments._NEARLY[0]": {"fullmatch"},  # by `_found`
}
"""How patterns are used that a function is given."""


def _uses() -> dict[int, set[str]]:
    """Return by pattern which of its methods are called, wherever a module calls it by a name."""
    uses: dict[int, set[str]] = {}
    for module, file in MODULES.items():
        names = vars(import_module(module))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                value = names.get(node.value.id)
                if isinstance(value, _KIND):
                    uses.setdefault(id(value), set()).add(node.attr)
    return uses


USES = _uses()


def methods(name: str, pattern: re.Pattern[str]) -> set[str]:
    """Return the ways in which a pattern is used: what isn't known to match at a place looks everywhere."""
    used = GIVEN.get(name) or USES.get(id(pattern), {"search"})
    return used & METHODS | ({"finditer"} if used - METHODS else set())


def grows(counter: Counter, near_miss: NearMiss, method: str) -> bool:
    """True if a text twice as long takes far more than twice the steps.

    Repeats of up to two hundred characters are as good as one: hence the second look, at longer texts.
    """
    try:
        for count in (40, 320):
            once = counter.count(near_miss.text(count), _MOST, method)
            twice = counter.count(near_miss.text(2 * count), _MOST, method)
            if twice <= 2.5 * once + 100:
                return False
    except TooManyStepsError:
        pass
    return True


_MOST = 300_000


@pytest.mark.parametrize("name", ALL)
def test_twice_the_text_takes_twice_the_steps(name: str) -> None:
    pattern = ALL[name]
    counter = Counter(pattern)
    for near_miss in near_misses(pattern):
        for method in methods(name, pattern):
            assert not grows(counter, near_miss, method), (method, pattern.pattern, near_miss)


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (r"\s*:", r"(?:(?<!\s)\s+)?:"),
        (r"^(a+)+$", r"^a+$"),
        (r"^(a|a)*$", r"^a*$"),
        (r"\[.*\]", r"\[[^\[\]]*\]"),
        (r"^a*b?a*$", r"^a*+b?a*$"),
        (r"<!--.{0,2000}?-->", r"<!--.{0,20}?-->"),
        (r"\{\{.*?\}\}", r"\{\{(?:(?!\{\{|\}\}).)*+\}\}"),
        (r"(\w+)\s*=\1", r"(?<!\w)(\w{1,20})(?!\w)="),
    ],
)
def test_what_goes_back_is_found(bad: str, good: str) -> None:
    def found(pattern: str) -> bool:
        compiled = re.compile(pattern)
        return any(grows(Counter(compiled), each, "finditer") for each in near_misses(compiled))

    assert (found(bad), found(good)) == (True, False)


@pytest.mark.parametrize("name", ALL)
def test_the_counter_matches_as_python_does(name: str) -> None:
    pattern = re.compile(ALL[name].pattern, ALL[name].flags)
    counter = Counter(pattern)
    for number, near_miss in enumerate(near_misses(pattern)):
        if number % 17 == 0:
            text = near_miss.text(3)
            assert list(counter.found(text)) == [match.span() for match in pattern.finditer(text)], text


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
