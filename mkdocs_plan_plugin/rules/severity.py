"""How grave a finding is: the site's own choice, else the fault's, else the rule's."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_plan_plugin.rules.registry import Rule, named

RANK: dict[str, int] = {"info": 0, "warning": 1, "error": 2}
"""Severities from the least grave to the gravest."""


def chosen(rules: Mapping[str, str]) -> dict[str, str]:
    """Return by code what the option `rules` says; a rule's own code or name goes before its family."""
    found: dict[str, str] = {}
    for family in (True, False):
        for word, severity in rules.items():
            meant = named(word)
            if _is_family(word, meant) == family:
                found |= {rule.code: severity for rule in meant}
    return found


def _is_family(word: str, meant: list[Rule]) -> bool:
    single = {name.casefold() for rule in meant for name in (rule.code, rule.name)}
    return word.strip().casefold().replace("_", "-") not in single


def unknown(rules: Mapping[str, str]) -> list[str]:
    """Return the words of the option `rules` that mean no rule."""
    return [word for word in rules if not named(word)]
