"""Rules: what is held against a plan, its template and its neighbours. One rule, one function, one code."""

from __future__ import annotations

from mkdocs_plan_plugin.rules import (  # noqa: F401 - each registers its rules
    across,
    completion,
    contents,
    dates,
    fields,
    headings,
    left_out,
    leftovers,
    markdown,
    phase_states,
    phases,
    progress,
    readiness,
    repository,
    risks,
    structure,
    tasks,
    use,
)
from mkdocs_plan_plugin.rules.check import Checker
from mkdocs_plan_plugin.rules.pending import Pending
from mkdocs_plan_plugin.rules.registry import FAMILIES, RULES, Rule, named, no_rule
from mkdocs_plan_plugin.rules.site import Pages, RuleSite

__all__ = ["FAMILIES", "RULES", "Checker", "Pages", "Pending", "Rule", "RuleSite", "named", "no_rule"]

for _code in sorted(RULES):
    RULES[_code] = RULES.pop(_code)  # listed by code, whatever the modules are called
