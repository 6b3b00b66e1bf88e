"""Risks listed under a label such as *Risks* outside of the sections of risks: in a phase, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.reading.decisions import in_decision
from mkdocs_plan_plugin.reading.entries import Entry, entries, entry_of
from mkdocs_plan_plugin.reading.headings import numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.risks.facts import fact_of
from mkdocs_plan_plugin.reading.risks.sections import begins_as_risk
from mkdocs_plan_plugin.reading.risks.titles import kind_of
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import has_word, key, title_key

_OPTION = has_word(words.OPTION_WORDS)

Label = tuple[int, str, str, list[Entry]]
"""Line, name, value, and the items below."""


def risk_labels(outline: Outline, one: Section) -> Iterator[Label]:
    """Yield the labels of a section that announce risks, and its fields called *Risk*.

    What is listed beside pros and cons, or under a heading of options or a decision, speaks of that.
    """
    found = [label for label in _labels(one, outline) if _announces(label, outline)]
    if found:
        titles = [one.title, *(up.title for up in outline.document.ancestors(one))]
        titles += [part.name for part in outline.parts(one)]
        if not any(_OPTION.search(key(title)) for title in titles) and not in_decision(outline, one):
            yield from found


def in_plan(outline: Outline, one: Section) -> bool:
    """True for a section whose lists speak of the whole plan or of a phase: a main one, or one in a phase."""
    above = [up for up in outline.document.ancestors(one) if up.level > 1]
    return not above or any(numbered(up, outline.vocabulary) for up in (one, *above))


def _labels(one: Section, outline: Outline) -> Iterator[Label]:
    """Yield a section's labels and the list items that begin with a word for risk."""
    vocabulary = outline.vocabulary
    for block in one.blocks:
        for item in block.children if block.kind == "list" else ():
            entry = entry_of(item)
            if begins_as_risk(entry.first, vocabulary):
                named = (entry.title, entry.text) if entry.title else (entry.text.rstrip(" :："), "")
                yield entry.line, *named, entries(item.children)
    for part in outline.parts(one)[1:]:
        yield part.line, part.name, part.field.value or part.text, entries(part.blocks)


def _announces(label: Label, outline: Outline) -> bool:
    vocabulary, (_, name, value, _) = outline.vocabulary, label
    titled = not value and vocabulary.sections.get(title_key(name)) == "risks"
    risks = titled or fact_of(name, vocabulary) == "risk"
    return risks and kind_of(name, vocabulary) in ("risks", "risk")
