"""Why a plan does not go on, as its fields say: prose is a reason, a link to a plan what it depends on."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.model import Phase, Plan
from mkdocs_plan_plugin.reading.links import linked_lines, of_plan
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.statements import Places
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, is_choice, says_none
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key
from mkdocs_plan_plugin.vocabulary.words import JOINING

EXPLAINED = ("blocked", "on-hold", "deferred", "cancelled")
"""States that want a reason."""
_PLACES = ("front", "head", "summary", "status", "information")


def read_reason(plan: Plan, outline: Outline, places: Places) -> None:
    """Add to a plan's reason what its fields say, behind what its status does.

    A plan that goes on has one too, where it says what it is blocked by: nothing typed is lost.
    """
    if plan.state == "complete":
        return
    named = "reason" if plan.state in EXPLAINED else "blocker"
    plan.reason = _joined(plan.reason, _stated(places.find(_PLACES, named), outline))


def read_reason_of_phase(phase: Phase, fields: list[Field], vocabulary: Vocabulary) -> None:
    """Add to the reason of a phase that does not go on what its fields say."""
    if phase.state in EXPLAINED:
        stated = (_value(field) for field in fields if vocabulary.means(field.name, "reason"))
        phase.reason = _joined(phase.reason, stated)


def _stated(fields: list[Field], outline: Outline) -> Iterator[str]:
    """Yield the values of fields in which more is than the names of plans."""
    for field in fields:
        value, rest = _value(field), field.value
        for line in linked_lines(_blocks_at(field.line, outline)) if value else ():
            for begin, end, url in line.links if line.number == field.line else ():
                if of_plan(url):
                    rest = rest.replace(line.text[begin:end], " ", 1)
        words = (word for word in rest.split() if ".md" not in word)  # a path names a plan as a link does
        if set(key(" ".join(words)).split()) - JOINING:
            yield value


def _blocks_at(line: int, outline: Outline) -> list[Block]:
    """Return the blocks under the heading that is above a line."""
    return [block for one in outline.sections if one.line <= line <= one.end for block in one.blocks]


def _value(field: Field) -> str:
    value = field.value.strip()
    return "" if is_blank(value) or is_choice(value) or says_none(value) else value


def _joined(reason: str, stated: Iterator[str]) -> str:
    """Return reasons one after the other, each once."""
    return "; ".join(dict.fromkeys(filter(None, (reason, *stated))))
