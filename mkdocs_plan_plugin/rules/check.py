"""The check: every rule over a plan or a site, silenced, weighed and counted into findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from mkdocs_plan_plugin.bug import describe
from mkdocs_plan_plugin.model import Finding, Fix, Plan
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.pending import Pending
from mkdocs_plan_plugin.rules.registry import RULES, Rule, Scope
from mkdocs_plan_plugin.rules.severity import chosen
from mkdocs_plan_plugin.rules.site import Pages, RuleSite
from mkdocs_plan_plugin.rules.suppression import Suppression, suppressions
from mkdocs_plan_plugin.source.document import Document
from mkdocs_plan_plugin.vocabulary.lookup import vocabulary_of

_SHOWN_LINES = 5
"""Lines that a finding with a count names."""


class Checker:
    """Checks the plans of one site, so that what they share is made once.

    A plan is checked in two parts: by `read` while its document is at hand, by `finish` when all pages
    are read. Nothing raises on account of what a page says.
    """

    def __init__(self, site: RuleSite, *, fixes: bool = True) -> None:
        self.site = site
        self.fixes = fixes
        self.vocabulary = vocabulary_of(site.settings)
        self.choice = chosen(site.settings.rules)
        on = [rule for rule in RULES.values() if self.choice.get(rule.code) != "off"]
        self._of_page = [rule for rule in on if rule.scope in ("page", "template")]
        self._by_scope: dict[Scope, list[Rule]] = {}
        for rule in on:
            self._by_scope.setdefault(rule.scope, []).append(rule)

    def plan(self, plan: Plan, outline: Outline, pages: Pages) -> list[Finding]:
        """Return the findings of one plan by line."""
        return self.finish(self.read(plan, outline), pages)

    def read(self, plan: Plan, outline: Outline) -> Pending:
        """Hold a plan to the rules that need nothing but its page; the document is not kept.

        A page that is all template has few rules to keep.
        """
        page = CheckedPage(_own(plan) if outline.spoken.beside else plan, outline, self.site)
        pending = Pending.of(page, suppressions(plan, page.document, page.comments))
        rules = _asked(self._on("template") if plan.template else self._of_page, over=plan.over)
        found = _kept((found for rule in rules for found in _faults(rule, page)), pending.suppressions)
        pending.findings, pending.holds = self._weighed(found), page.holds
        return pending

    def finish(self, pending: Pending, pages: Pages) -> list[Finding]:
        """Return the findings of a plan by line, those included that only show among all pages.

        What is pending stays as it is: it may be finished once more, among other pages.
        """
        silencing = [msgspec.structs.replace(one) for one in pending.suppressions]
        pending = msgspec.structs.replace(pending, suppressions=silencing)
        over = pages.portfolio.entry(pending.plan).over
        asked = [*self._on("joined"), *(self._on("repository") if pages.traces else ())]
        joined = [] if pending.plan.template else _asked(asked, over=over)
        found = _kept(
            (found for rule in joined for found in _faults(rule, pending, pages)),
            pending.suppressions,
        )
        found += _kept(
            (found for rule in self._on("last") for found in _faults(rule, pending)),
            pending.suppressions,
        )
        still = [one for one in pending.findings if not (over and RULES[one.code].living)]
        return sorted(still + self._weighed(found), key=_order)

    def page(self, document: Document, path: str) -> list[Finding]:
        """Return the findings of a page that is no plan: only its directives are judged."""
        page = CheckedPage(Plan(path=path), Outline(document, self.vocabulary), self.site)
        rule = RULES["PLAN902"]
        if rule not in self._on("template"):
            return []
        return sorted(self._weighed(list(_faults(rule, page))), key=_order)

    def whole(self, pages: Pages) -> list[tuple[str, Finding]]:
        """Return the findings about the site as a whole, each with its page or file, or empty."""
        found = []
        for rule in self._on("site"):
            for one, fault in _faults(rule, pages):
                found += [(fault.path, finding) for finding in self._weighed([(one, fault)])]
        return found

    def _on(self, scope: Scope) -> list[Rule]:
        return self._by_scope.get(scope, [])

    def _weighed(self, found: list[tuple[Rule, Fault]]) -> list[Finding]:
        """Return the findings; faults of one cause are one with a count."""
        groups: dict[tuple[str, object], list[tuple[Rule, Fault]]] = {}
        for number, (rule, fault) in enumerate(found):
            groups.setdefault((rule.code, fault.cause or number), []).append((rule, fault))
        return [
            _finding(group, self.choice, fixes=self.fixes)
            for (code, _), group in groups.items()
            if self.choice.get(code) != "off"
        ]


def _own(plan: Plan) -> Plan:
    """Return a plan with what is on its page: in another file no finding could name the line."""
    return msgspec.structs.replace(
        plan,
        risks=[risk for risk in plan.risks if not risk.file],
        decisions=[decision for decision in plan.decisions if not decision.file],
        left_out=[one for one in plan.left_out if not one.file],
    )


def _faults(rule: Rule, *about: object) -> Iterator[tuple[Rule, Fault]]:
    """Yield what a rule finds; of one that fails, by a fault of our own, that it does."""
    try:
        for fault in rule.function(*about):
            yield rule, fault
    except Exception as error:  # noqa: BLE001 - whatever it is, the other rules are held
        yield (
            RULES["PLAN909"],
            Fault(0, f"{rule.code} is not held here because of {describe(error)}; please report it"),
        )


def _asked(rules: list[Rule], *, over: bool) -> list[Rule]:
    """Return the rules that a plan is held to, which are fewer once it is over."""
    return [rule for rule in rules if not rule.living] if over else rules


def _kept(found: Iterable[tuple[Rule, Fault]], silencing: list[Suppression]) -> list[tuple[Rule, Fault]]:
    """Return the faults that nothing silences; what silences one is marked as used at once."""
    return [(rule, fault) for rule, fault in found if not _silenced(silencing, rule, fault)]


def _silenced(silencing: list[Suppression], rule: Rule, fault: Fault) -> bool:
    silent = False
    for suppression in silencing:
        if suppression.covers(rule, fault.line):
            suppression.used = silent = True
    return silent


def _finding(group: list[tuple[Rule, Fault]], choice: Mapping[str, str], *, fixes: bool) -> Finding:
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
        severity=choice.get(rule.code) or fault.severity or rule.severity,  # type: ignore[arg-type]
        line=fault.line,
        column=fault.column,
        message=message,
        replacement=fault.replacement if len(group) == 1 else "",
        fix=_fix([each for _, each in group]) if fixes else None,
    )


_TRUST: tuple[Literal["safe", "unsafe", "manual"], ...] = ("safe", "unsafe", "manual")


def _fix(faults: list[Fault]) -> Fix | None:
    """Return the edits of faults of one cause, of the kind that may be applied most freely."""
    for applies in _TRUST:
        edits = [edit for fault in faults if fault.applies == applies for edit in fault.edits]
        if edits:
            return Fix(applies=applies, edits=edits)
    return None


def _lines(lines: list[int]) -> str:
    """Write `lines 3, 5, 9 and 4 more`."""
    shown = list(dict.fromkeys(lines))
    text = ", ".join(str(line) for line in shown[:_SHOWN_LINES])
    more = len(shown) - _SHOWN_LINES
    word = "line" if len(shown) == 1 else "lines"
    return f"{word} {text} and {more} more" if more > 0 else f"{word} {text}"


def _order(finding: Finding) -> tuple[int, str, int]:
    return finding.line, finding.code, finding.column
