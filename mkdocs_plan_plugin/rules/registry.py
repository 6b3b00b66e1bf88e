"""Every rule by its code: one function, with what it says and why it matters."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from mkdocs_plan_plugin.model import Against, Contradiction, Plan
from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.rules.fault import Fault, Severity

FAMILIES = {
    "0": "repository",
    "1": "structure",
    "2": "fields",
    "3": "phases",
    "4": "progress",
    "5": "risks",
    "6": "completion",
    "7": "across-plans",
    "8": "markdown",
    "9": "use",
}
"""Families of rules by the first digit of their codes."""

Scope = Literal["page", "template", "joined", "repository", "last", "site"]
"""What a rule looks at, and when.

A plan's page when it is read (`page`), any page even if all template (`template`); when all pages are
read, a plan among the others (`joined`), one held to its git repository, if it lies in one
(`repository`), what its suppressions silenced (`last`), the site (`site`).
"""


class Rule(NamedTuple):
    """A rule.

    By its scope the function takes a `CheckedPage` (page, template), a `Pending` and the `Pages` (joined,
    repository), a `Pending` (last) or the `Pages` (site).
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    bad: str
    good: str
    fixable: bool
    """True if `mkdocs-plan fix` can write what is right, or does with `--unsafe`."""
    living: bool
    """True if it is of no interest in a plan that is over, by its own word or another plan's."""
    tells: tuple[Against, ...]
    """The kinds of contradictions that it tells."""
    scope: Scope
    function: Callable[..., Iterable[Fault]]

    @property
    def family(self) -> str:
        """The family that its code belongs to."""
        return FAMILIES[self.code[4]]


RULES: dict[str, Rule] = {}
"""All rules by code, once `mkdocs_plan_plugin.rules` is imported."""


def rule(  # noqa: PLR0913 - what a rule is, each fact by its name
    code: str,
    name: str,
    severity: Severity,
    *,
    bad: str,
    good: str | tuple[str, str],
    fixable: bool = False,
    living: bool = False,
    tells: tuple[Against, ...] = (),
    scope: Scope = "page",
) -> Callable[[Callable[..., Iterator[Fault]]], Callable[..., Iterator[Fault]]]:
    """Register a function as a rule. Its docstring's first line is the summary, the rest the reason.

    `good` is an example as `bad` is, or what of that is to be replaced, and by what.
    """
    wrong = inspect.cleandoc(bad)
    right = inspect.cleandoc(good) if isinstance(good, str) else wrong.replace(*good)

    def register(function: Callable[..., Iterator[Fault]]) -> Callable[..., Iterator[Fault]]:
        summary, _, why = inspect.getdoc(function).partition("\n\n")  # type: ignore[union-attr]
        RULES[code] = Rule(
            code=code,
            name=name,
            severity=severity,
            summary=" ".join(summary.split()),
            why=" ".join(why.split()),
            bad=wrong,
            good=right,
            fixable=fixable,
            living=living,
            tells=tells,
            scope=scope,
            function=function,
        )
        return function

    return register


def warned_of(plan: Plan) -> list[tuple[Contradiction, str, int]]:
    """Return the contradictions of a checked plan that its findings warn of, with rule and line.

    Those are missing whose rule is off, that the author silences, or that are only a hint.
    """
    rules = {
        (kind, finding.line): finding.code
        for finding in plan.findings
        if finding.severity != "info" and finding.code in RULES
        for kind in RULES[finding.code].tells
    }
    return [
        (one, rules[one.kind, line], line)
        for one in plan.contradictions
        for line in [next((at for at in (one.line, one.other_line) if (one.kind, at) in rules), None)]
        if line is not None
    ]


def named(word: str) -> list[Rule]:
    """Return the rules that a word means: `PLAN401`, `stale-plan`, `PLAN4`, `4xx`, `progress`."""
    word = word.strip().casefold().replace("_", "-")
    digits = word.removeprefix("plan").removesuffix("xx")
    return [
        each
        for each in RULES.values()
        if word in (each.code.casefold(), each.name, each.family)
        or (digits.isdigit() and (each.code[4:] == digits or (len(digits) == 1 and each.code[4] == digits)))
    ]


def nearest_rule(word: str) -> str:
    """Return the code, name or family that is most like a word, or empty."""
    return nearest(word, [*(each.name for each in RULES.values()), *RULES, *FAMILIES.values()])


def no_rule(word: str, what: str = "rule or family") -> str:
    """Say that a word means no rule, and what to write instead."""
    near = nearest_rule(word)
    hint = f"Did you mean '{near}'?" if near else "'mkdocs-plan rules' lists them."
    return f"there is no {what} '{word}'. {hint}"
