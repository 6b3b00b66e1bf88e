"""The check: every rule over a plan or a site, silenced, weighed and counted into findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_plan_plugin.plans.model import Finding, Plan
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import Page, Site
from mkdocs_plan_plugin.rules.registry import RULES, Rule
from mkdocs_plan_plugin.rules.severity import chosen, severity_of
from mkdocs_plan_plugin.rules.suppression import suppressions
from mkdocs_plan_plugin.source.document import Document

_SHOWN_LINES = 5
"""Lines that a finding with a count names."""


class Checker:
    """Checks the plans of one site, so that what they share is made once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.choice = chosen(site.settings.rules)
        self.vocabulary: Vocabulary = site.vocabulary

    def plan(self, plan: Plan, document: Document) -> list[Finding]:
        """Return the findings of one plan by line. A page that is all template has few rules to keep."""
        page = Page(plan, document, self.site, self.vocabulary)
        page.suppressions = suppressions(plan, document, page.comments)
        wanted = ("template",) if plan.template else ("page", "template")
        found: list[tuple[Rule, Fault]] = []
        for rule in self._on(*wanted):
            found += [(rule, fault) for fault in rule.function(page) if not _silenced(page, rule, fault)]
        for rule in self._on("last"):
            found += [(rule, fault) for fault in rule.function(page) if not _silenced(page, rule, fault)]
        return sorted(self._weighed(found), key=_order)

    def page(self, document: Document, path: str) -> list[Finding]:
        """Return the findings of a page that is no plan: only its directives are judged."""
        page = Page(Plan(path=path), document, self.site, self.vocabulary)
        rule = RULES["PLAN902"]
        if self.choice.get(rule.code) == "off":
            return []
        return sorted(self._weighed([(rule, fault) for fault in rule.function(page)]), key=_order)

    def whole(self) -> list[tuple[str, Finding]]:
        """Return the findings about the site as a whole, each with its page or file, or empty."""
        found = []
        for rule in self._on("site"):
            for fault in rule.function(self.site):
                found += [(fault.path, finding) for finding in self._weighed([(rule, fault)])]
        return found

    def _on(self, *scopes: str) -> Iterable[Rule]:
        return (
            rule for rule in RULES.values() if rule.scope in scopes and self.choice.get(rule.code) != "off"
        )

    def _weighed(self, found: list[tuple[Rule, Fault]]) -> Iterable[Finding]:
        """Yield the findings; faults of one cause are one with a count."""
        groups: dict[tuple[str, object], list[tuple[Rule, Fault]]] = {}
        for number, (rule, fault) in enumerate(found):
            groups.setdefault((rule.code, fault.cause or number), []).append((rule, fault))
        for group in groups.values():
            yield _finding(group, self.choice)


def check(plan: Plan, document: Document, site: Site) -> list[Finding]:
    """Return the findings of one plan, by line. Never raises on account of what a plan says."""
    return Checker(site).plan(plan, document)


def _silenced(page: Page, rule: Rule, fault: Fault) -> bool:
    silent = False
    for suppression in page.suppressions:
        if suppression.covers(rule, fault.line):
            suppression.used = silent = True
    return silent


def _finding(group: list[tuple[Rule, Fault]], choice: Mapping[str, str]) -> Finding:
    rule, fault = group[0]
    message = fault.message
    if len(group) > 1:
        lines = [each.line for _, each in group]
        if fault.many:
            message = fault.many.format(count=len(group), lines=_lines(lines))
        else:
            message = f"{message} ({len(group)} such places: {_lines(lines)})"
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity_of(rule, fault.severity, choice),  # type: ignore[arg-type]
        line=fault.line,
        column=fault.column,
        message=message,
        replacement=fault.replacement if len(group) == 1 else "",
    )


def _lines(lines: list[int]) -> str:
    """Write `lines 3, 5, 9 and 4 more`."""
    shown = list(dict.fromkeys(lines))
    text = ", ".join(str(line) for line in shown[:_SHOWN_LINES])
    more = len(shown) - _SHOWN_LINES
    word = "line" if len(shown) == 1 else "lines"
    return f"{word} {text} and {more} more" if more > 0 else f"{word} {text}"


def _order(finding: Finding) -> tuple[int, str, int]:
    return finding.line, finding.code, finding.column
