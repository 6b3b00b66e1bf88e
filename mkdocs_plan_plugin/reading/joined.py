"""What a plan's dialect takes from beside its page: the title, facts of other files, a state of the path."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from mkdocs_plan_plugin.model import Decision, LeftOut, Plan, Risk
from mkdocs_plan_plugin.reading import facts
from mkdocs_plan_plugin.reading.decisions import find_decisions
from mkdocs_plan_plugin.reading.dialects import Spoken, renamed
from mkdocs_plan_plugin.reading.globs import matches
from mkdocs_plan_plugin.reading.links import read_links
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.choose import phases_of
from mkdocs_plan_plugin.reading.phases.sections import sections_inside
from mkdocs_plan_plugin.reading.places import gather, owners_of
from mkdocs_plan_plugin.reading.risks.read import find_risks
from mkdocs_plan_plugin.reading.roles import find_sections
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.text import clean
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.vocabulary.grid import Grid
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.scales import PLAN
from mkdocs_plan_plugin.vocabulary.states import read_state
from mkdocs_plan_plugin.vocabulary.titles import split_heading

_FACTS = (
    ("description",),
    ("state",),
    ("document_state",),
    ("priority",),
    ("owner",),
    ("category",),
    *(
        (f"{date}_text", date, f"{date}_precision")
        for date in ("created", "updated", "start", "target", "due")
    ),
    ("depends_on",),
    ("superseded_by",),
    ("supersedes",),
)
"""What a file adds to its plan where the page says nothing of it, together what belongs together."""


def add_others(plan: Plan, outline: Outline) -> list[tuple[str, Outline]]:
    """Fill in what the page leaves open from the other files of its folder; return these."""
    spoken, vocabulary = outline.spoken, outline.vocabulary
    files = [(file, _outline(file, text, spoken, vocabulary)) for file, text in spoken.others]
    for _, one in files:
        other = _facts_of(one, plan.path)
        for names in _FACTS:
            if not any(getattr(plan, name) for name in names):
                for name in names:
                    setattr(plan, name, getattr(other, name))
    return files


def add_records(plan: Plan, files: Iterable[tuple[str, Outline]], grid: Grid) -> None:
    """Add the risks and decisions that are in the other files, each with its file."""
    for file, outline in files:
        inside = sections_inside(outline, phases_of(outline).inside)
        risks, _, no_risks = find_risks(outline, grid)
        decisions, no_decisions = find_decisions(outline, inside)
        records: tuple[Risk | Decision | LeftOut, ...] = (*risks, *decisions, *no_risks, *no_decisions)
        for one in records:
            one.file = file
        plan.risks += risks
        plan.decisions += decisions
        plan.left_out += [*no_risks, *no_decisions]


def renamed_ids(plan: Plan, outline: Outline) -> None:
    """Let dependencies on ids of the dialect's own prefix mean those that begin like the page's id."""
    prefix, own = outline.dialect.id_prefix, _ID.fullmatch(plan.id)
    if not prefix or own is None:
        return
    for link in plan.depends_on:
        number = link.target.strip()
        if number[: len(prefix) + 1].casefold() == f"{prefix}-":
            number = number[len(prefix) + 1 :]
        if _NUMBER.fullmatch(number):
            link.target = f"{own[1]}-{number}"


_ID = regex(r"([A-Za-z][A-Za-z0-9_]*)-\d+(?:\.\d+)*")
_NUMBER = regex(r"\d+(?:\.\d+)*")


def state_by_path(plan: Plan, outline: Outline) -> None:
    """Set what the path says where the plan states nothing itself: that it is complete, archived, a draft."""
    spoken = outline.spoken
    globs = tuple(spoken.dialect.states)
    if not globs or not (glob := matches(spoken.place, globs)):
        return
    said = read_state(spoken.dialect.states[glob], PLAN, outline.vocabulary)
    if said.state and not plan.state:
        plan.effective_state, plan.state_from = said.state, "path"
    shelved = said.document == "archived" and plan.document_state != "superseded"
    if shelved or not plan.document_state:  # what lies in the archive is no draft any more
        plan.document_state = said.document


def _outline(file: str, text: str, spoken: Spoken, vocabulary: Vocabulary) -> Outline:
    """Return the outline of a file of the folder; one of YAML is all front matter."""
    text = clean(text)
    if not file.endswith(".md"):
        text = f"---\n{text.strip()}\n---\n"
    document = read_document(text)
    document.front = renamed(document.front, msgspec.structs.replace(spoken, place=file))
    return Outline(document, vocabulary)


def _facts_of(outline: Outline, path: str) -> Plan:
    found = Plan(path=path)
    sections = find_sections(outline, set())
    places = gather(outline, sections, owners_of(outline, sections, set()))
    facts.read_facts(found, places, outline.title, outline.vocabulary)
    read_links(found, outline, places)
    for link in (*found.depends_on, *found.supersedes, *filter(None, [found.superseded_by])):
        link.line = 0
    head = next((one for one in (outline.title, outline.sections[0]) if one and one.blocks), None)
    if head:
        found.description = unless_blank(facts.first_paragraph(head.blocks, outline.vocabulary))
    return found


def title_of(outline: Outline) -> tuple[str, int]:
    """Return the title from the first of the dialect's places that has one, with its line.

    One that is outside of the page has that of the page's own heading, 0 where there is none.
    """
    spoken, dialect = outline.spoken, outline.dialect
    for place in dialect.title:
        text, line = "", 0
        if place == "heading":
            text, line = _heading(outline)
        elif place == "folder":
            text = _SLUG.sub(" ", _DATE.sub("", spoken.place.rpartition("/")[0].rpartition("/")[2])).strip()
            text = text[:1].upper() + text[1:]
        elif place in dialect.files:
            if place == spoken.name:
                text, line = _heading(outline)
            elif place in spoken.beside:
                other = _outline(place, spoken.beside[place], spoken, outline.vocabulary)
                text = _heading(other)[0] or _of_front(other, "title")
        else:
            text, line = _of_front(outline, place), outline.document.front.lines.get(place, 1)
        for lead in dialect.title_without:
            if text.casefold().startswith(lead.casefold()):
                text = text[len(lead) :].strip()
        if text and not is_blank(text):
            return text, line or (outline.title.line if outline.title else 0)
    return "", 0


_SLUG = regex(r"[_\-\s]+")
_DATE = regex(r"^(?:(?:19|20)\d\d-\d\d-\d\d|\d{3,})-")


def _heading(outline: Outline) -> tuple[str, int]:
    title = outline.title
    if title is None or not title.title:
        return "", 0
    chapters = sum(one.level == 1 for one in outline.sections[1:]) > 1  # the first of which names no page
    if chapters and (named := _of_front(outline, "title")):
        return named, title.line
    apart = split_heading(title.title, PLAN, outline.vocabulary, durations=False)
    return apart.text or title.title, title.line


def _of_front(outline: Outline, key: str) -> str:
    value = outline.document.front.values.get(key)
    return value.strip() if isinstance(value, str) else ""
