"""`mkdocs-plan rules`: what is checked, and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import msgspec

from mkdocs_plan_plugin.cli.arguments import config_option
from mkdocs_plan_plugin.cli.output import output_option, write, write_lines
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import site_of
from mkdocs_plan_plugin.cli.terminal import WIDTH, aligned, wrapped
from mkdocs_plan_plugin.rules import FAMILIES, RULES, Rule, named, no_rule
from mkdocs_plan_plugin.rules.severity import chosen


@click.command(short_help="List the rules, or explain one.")
@config_option("The mkdocs.yml whose severities to show; else the nearest above.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text to read, or data."
)
@output_option()
@click.argument("code", required=False)
def rules(config: Path | None, form: str, output: Path | None, code: str | None) -> None:
    """List all rules, or explain those that CODE means: a code, a name, or a family such as 4xx.

    Exit status: 0; 2 if no rule is called so, or for a wrong configuration.
    """
    choice: dict[str, str] = {}
    try:
        choice = chosen(site_of((), config).settings.rules)
    except Refusal:
        if config:
            raise  # without a site, the rules as they come
    meant = list(RULES.values()) if code is None else named(code)
    if code is not None and not meant:
        raise Refusal(no_rule(code, "rule"))
    if form == "json":
        write(_as_json(meant, choice), output)
    else:
        write_lines(_table(choice) if code is None else _all_explained(meant, choice), output)


def _as_json(meant: Iterable[Rule], choice: dict[str, str]) -> bytes:
    """Return rules as data: `severity` is the site's, `default` the rule's own."""
    stated = [
        {
            "code": rule.code,
            "name": rule.name,
            "family": rule.family,
            "severity": choice.get(rule.code, rule.severity),
            "default": rule.severity,
            "fixable": rule.fixable,
            "summary": rule.summary,
            "why": rule.why,
            "bad": rule.bad,
            "good": rule.good,
        }
        for rule in meant
    ]
    return msgspec.json.format(msgspec.json.encode(stated), indent=2)


def _all_explained(meant: Iterable[Rule], choice: dict[str, str]) -> Iterator[str]:
    for number, rule in enumerate(meant):
        if number:
            yield ""
        yield from _explained(rule, choice)


def _table(choice: dict[str, str]) -> Iterator[str]:
    for digit, family in FAMILIES.items():
        yield click.style(f"PLAN{digit}xx {family}", bold=True)
        rows = [
            (rule.code, choice.get(rule.code, rule.severity), rule.name, rule.summary)
            for rule in RULES.values()
            if rule.code[4] == digit
        ]
        yield from aligned(sorted(rows), (7, 7, 31, WIDTH - 53))
        yield ""
    yield "'mkdocs-plan rules CODE' explains a rule"


def _explained(rule: Rule, choice: dict[str, str]) -> Iterator[str]:
    severity = choice.get(rule.code, rule.severity)
    site = "" if severity == rule.severity else f" (by default {rule.severity})"
    fixable = ", 'mkdocs-plan fix' can write what is right" if rule.fixable else ""
    yield click.style(f"{rule.code} {rule.name}", bold=True) + f": {severity}{site}{fixable}"
    yield ""
    yield from wrapped(rule.summary, 0)
    yield ""
    yield from wrapped(rule.why, 0)
    for title, text in (("Instead of", rule.bad), ("Write", rule.good)):
        yield ""
        yield f"{title}:"
        yield ""
        yield from textwrap.indent(text, "    ").split("\n")
