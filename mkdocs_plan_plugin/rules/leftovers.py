"""Rules about template text that nobody replaced."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.plural import counted
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import Edits, rewrite
from mkdocs_plan_plugin.rules.fault import Fault, Severity
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.template.samples import is_choice_line
from mkdocs_plan_plugin.vocabulary.ratings import read_rating
from mkdocs_plan_plugin.vocabulary.scales import PLAN
from mkdocs_plan_plugin.vocabulary.states import read_state

_HASHES = regex(r"^#+\s+")
_BRACKETED = regex(r"\[[^\[\]]+\]")

_FIELD = regex(r"^\**([^*:：]{1,40}?)\**\s*[:：]\s*\**\s*(.*)$")
_BLANK = regex(r"\[(?!\^|!)(?=[^\[\]\n]*\w)([^\[\]\n]*+)\]")
_LONGEST = 60
"""A longer alternative is prose with bars in it."""


def _severity(page: CheckedPage) -> Severity:
    return "warning" if page.plan.begun else "info"


@rule(
    "PLAN109",
    "template-text-left",
    "warning",
    scope="template",
    bad="""
    # Plan: new cache

    **Status:** In Progress

    ## Current State

    [How it works today]

    We know.
    """,
    good=("[How it works today]\n\nWe know.", "There is no cache."),
)
def template_text_left(page: CheckedPage) -> Iterator[Fault]:
    """Text of the template is where the plan's own should.

    A reader can't tell what was decided from what nobody has thought about. An info while the plan
    is being planned, a warning from then on.
    """
    lines, choices = page.template.samples.lines, page.template.samples.choices
    for number, key in enumerate(page.keys, 1):
        if key not in lines and not ("[" in key and _is_blank(key, page)):
            continue
        if key in choices or not page.is_prose(number):
            continue
        line = page.text(number)
        shown = key if len(key) <= _LONGEST else key[: _LONGEST - 1] + "…"
        yield Fault(
            number,
            f"template text is still here: '{shown}'; replace it, or take the line out",
            severity=_severity(page),
            column=len(line) - len(line.lstrip()) + 1,
            cause="left",
            many="template text is still here in {count} places: {lines}; replace it, or take it out",
        )


def _is_blank(key: str, page: CheckedPage) -> bool:
    """True for a line, or a field, that is one bracketed blank of two words or more."""
    text = _HASHES.sub("", key)
    field = _FIELD.match(text)
    match = _BLANK.fullmatch((field[2] if field else text).strip(" *_"))
    return bool(match and " " in match[1].strip() and "|" not in match[1] and match[1] not in page.link_names)


@rule(
    "PLAN110",
    "unresolved-choice",
    "warning",
    scope="template",
    bad="""
    # Plan: new cache

    **Status:** In Progress

    **Priority:** [P0 | P1 | P2 | P3]
    """,
    good=("**Priority:** [P0 | P1 | P2 | P3]", "**Priority:** P1"),
)
def unresolved_choice(page: CheckedPage) -> Iterator[Fault]:
    """A field still offers its alternatives: `A | B | C`.

    It states nothing, so that the card and the joined views can't show it. An info while the plan is
    being planned, a warning from then on.
    """
    for number, key in enumerate(page.keys, 1) if "|" in page.document.text else ():
        if "|" not in key or not is_choice_line(line := page.text(number)) or not page.is_prose(number):
            continue
        field = _FIELD.match(key)
        if not field:
            continue
        offered = _alternatives(field[2])
        if key in page.template.samples.choices or _is_choice(page, field[1], field[2], offered):
            names = ", ".join(offered)
            yield Fault(
                number,
                f"'{field[1].strip(' *')}' still offers alternatives ({names}); write one of them",
                severity=_severity(page),
                column=line.find(offered[0]) + 1,
                cause=f"choice {field[1].casefold()} {names}",
                many=f"'{field[1].strip(' *')}' still offers alternatives in {{count}} places: {{lines}};"
                f" write one of {names}",
            )


def _alternatives(value: str) -> list[str]:
    return [part.strip(" *_") for part in value.strip(" *_").strip("[]").split("|")]


def _is_choice(page: CheckedPage, name: str, value: str, offered: list[str]) -> bool:
    """True for a bracketed list of alternatives, or bare ones that are words of state or level."""
    if any(len(one) > _LONGEST or not one or ":" in one for one in offered):
        return False
    if _BRACKETED.fullmatch(value.strip(" *_")):
        return True
    vocabulary = page.vocabulary
    if vocabulary.means(name, "status"):
        said = [read_state(one, PLAN, vocabulary) for one in offered]
        known = [one.state or one.document for one in said]
        return all(known) and len(set(known)) > 1
    if vocabulary.means(name, "probability", "impact", "severity", "priority", "level"):
        return all(read_rating(one, vocabulary) for one in offered)
    return False


@rule(
    "PLAN111",
    "untouched-section",
    "warning",
    scope="template",
    bad="""
    # Plan: new cache

    **Status:** In Progress

    ## Constraints

    - [A limit of technology, people, time or money]
    """,
    good=("- [A limit of technology, people, time or money]", "- No second server"),
)
def untouched_section(page: CheckedPage) -> Iterator[Fault]:
    """A whole section is as the template has it.

    Nobody has worked on it. An info while the plan is being planned, a warning from then on.
    """
    for section, count in page.untouched:
        yield Fault(
            section.line,
            f"'{section.title}' is as the template has it ({counted(count, 'line')});"
            " write it, or take it out",
            severity=_severity(page),
            cause="untouched",
            many="{count} sections are as the template has them: {lines}; write them, or take them out",
        )


@rule(
    "PLAN112",
    "older-template",
    "info",
    bad="""
    ---
    plan: true
    template: implementation-plan@0
    ---
    # Plan: new cache
    """,
    good=("template: implementation-plan@0", "template: implementation-plan@1"),
)
def older_template(page: CheckedPage) -> Iterator[Fault]:
    """The plan was made from another version of the template.

    What the template asks for has changed since; compare, then write the new version.
    """
    pin, template = page.pin, page.template
    if pin is None or not template.name:
        return
    name, version = pin
    line = page.document.front.lines.get("template", 1)
    if name != template.name:
        near = nearest(name, [one.name for one in page.site.templates.all() if one.name])
        yield Fault(
            line,
            f"the plan names the template '{name}', but is held to '{template.name}'",
            f"template: {near or template.name}@{template.version}",
            edits=_pinned(page, line, f"template: {near or template.name}@{template.version}"),
            applies="manual",
        )
    elif template.version and version != template.version:
        yield Fault(
            line,
            f"the plan was made from version {version or 'unknown'} of '{name}'; the template is at version"
            f" {template.version}",
            f"template: {name}@{template.version}",
            edits=_pinned(page, line, f"template: {name}@{template.version}"),
            applies="manual",
        )


def _pinned(page: CheckedPage, line: int, text: str) -> Edits:
    """Name a template in front matter anew."""
    return rewrite(page.lines, line, text) if page.text(line).startswith("template:") else ()
