"""Where the risks of a page are: sections of risks, and which headings in them are a risk each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from mkdocs_plan_plugin.model import Level
from mkdocs_plan_plugin.reading.entries import entries
from mkdocs_plan_plugin.reading.headings import numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.risks.columns import risk_columns
from mkdocs_plan_plugin.reading.risks.facts import TELLING, fact_of, said_by_table
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE, Section
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.numbers import canonical
from mkdocs_plan_plugin.vocabulary.ratings import is_rating, read_rating
from mkdocs_plan_plugin.vocabulary.scales import RISK
from mkdocs_plan_plugin.vocabulary.titles import split_heading

Kind = Literal["risks", "risk", "measures", "aside", ""]
"""What a heading or label speaks of: several risks, risk, what is done about them, something else."""

_SINGULAR = "|".join(re.escape(word) for word in words.FIELDS["risk"] if " " not in word)
NAMED = regex(
    rf"^\W*(?:(?i:{_SINGULAR})(?:[\s-]*#?(\d+(?:\.\d+)?|(?<![^\W_])[A-Z]\d*))|(R-?\d+))(?![^\W_])\s*[:：.)\-–—]*\s*(.*)$"
)
"""A title with an identifier: `Risk 1: Leak`, `R-01 Leak`."""

_RISK = has_word((*words.RISK_PLURALS, *words.FIELDS["risk"]))
_RISKS = has_word(words.RISK_PLURALS)
_MEASURE = has_word(words.RISK_MEASURES)
_ASIDE = has_word(words.RISK_QUESTIONS + words.RISK_FRAMES)
_ASIDES = frozenset(map(key, words.RISK_ASIDES))
_FRAME = has_word(words.RISK_FRAMES)
_CALLED = regex(rf"^\W*(?i:{_SINGULAR})\s*[:：]\s*(?=\S)")
"""A word for risk before a title: `Risk: Leak`."""

_CODE = regex(r"^\W*([A-Z]{0,2}R[A-Z]{0,3}-?\d+)(?![^\W_])\s*[:：.)\-–—]*\s*(.*)$")
"""An identifier as tables and lists of risks have them: `R-01`, `TR-2`."""

_AND = has_word(words.CONJUNCTIONS)
_LINKED = has_word(words.CONJUNCTIONS + words.GENITIVES)
_GENERIC = has_word(words.PLAN_NOUNS)
_TOPIC = has_word(words.RISK_TOPICS)
_BEHIND = regex(r"\s[-–—]\s|[:：]")
_JOINT = regex(r"(?:(?<!\s)\s+)?[/,+、，]\s*")
_FILLERS = has_word(words.RISK_GROUP_WORDS)

_GROUPS: tuple[tuple[str, Level], ...] = (
    ("high-risk", "high"),
    ("medium-risk", "medium"),
    ("low-risk", "low"),
)
_CATEGORIES = has_word(words.RISK_CATEGORIES)
_STEM = has_word(words.SECTION_STEMS["risks"])
_STEM_WORDS = frozenset(key(stem).split()[0] for stem in words.SECTION_STEMS["risks"])
_EVENT = regex(rf"(?:{has_word(words.RISK_EVENTS).pattern})$")
_TWO = 2
_LONGEST = 6
"""A heading with more spaces that happens to hold a word for risk is a sentence."""

_LONG = 4
"""A heading of so many words over prose is a risk, though a list follows."""


_NOUN = regex(rf"(?:{_SINGULAR})(?:$| (?:of|that|if|to|in|with|from|de|du|des|von|für|dass)\b)")
"""A title that names one risk: *Lock-in risk*, *Risk of flood*, but not *Overall Risk Assessment*."""


def names_one(title: str) -> bool:
    """True for a title that names one risk and says so."""
    return _NOUN.search(title_key(title)) is not None


def names_several(title: str) -> bool:
    """True for a short title that names several risks: *Risks of the move*."""
    text = title_key(title)
    return text.count(" ") < _LONGEST and _RISKS.search(text) is not None


def names_kind(title: str) -> bool:
    """True for a short title that names risks of a kind: *Technical Risks*, where no legend stands."""
    return names_several(title) and title_key(title) not in words.RISK_PLURALS


def name_of(title: str) -> tuple[str, str]:
    """Part an identifier from a title: `Risk 1: Leak` → (`1`, `Leak`), `R-01` → (`R-01`, ``)."""
    title = mend(title[:LONGEST_TITLE])
    title = _CALLED.sub("", title)
    if match := NAMED.match(title):
        return canonical(match[1] or match[2]), match[3].strip()
    match = _CODE.match(title)
    return (match[1], match[2].strip()) if match else ("", title.strip(" *_"))


@lru_cache(maxsize=4096)
def kind_of(title: str, vocabulary: Vocabulary) -> Kind:
    """Return what the words of a heading or label speak of.

    *Risk Mitigation* and *Mitigation of Risks* speak of measures, *Risks and Mitigation* of risks:
    with a conjunction between the two words both are meant.
    """
    if group_of(title, vocabulary):
        return "risks"
    bare = split_heading(title, RISK, vocabulary, number=True, durations=False).text or title
    text = title_key(_JOINT.sub(" and ", mend(bare[:LONGEST_TITLE])))
    risk = _RISK.search(text)
    if not risk:
        text = title_key(_JOINT.sub(" and ", _BEHIND.split(bare, maxsplit=1)[0]))
        if not _TOPIC.sub("", _AND.sub("", text)).strip():
            return "risks"
        if text.count(" ") > _LONG:
            return ""
        if _heads(_MEASURE, text):
            return "measures"
        return "aside" if _heads(_ASIDE, text) or text in _ASIDES else ""
    named = vocabulary.sections.get(text) == "risks"  # *Risk Notes*
    for kind, pattern in (("measures", _MEASURE), ("aside", _FRAME)):
        for match in pattern.finditer(text):
            between = text[min(match.end(), risk.end()) : max(match.start(), risk.start())]
            if not _AND.search(between) and not (named and kind == "aside"):
                return kind  # type: ignore[return-value]  # the two literals above
    return "risks" if _RISKS.search(text) else "risk"


def _heads(pattern: re.Pattern[str], text: str) -> bool:
    """True if one of some words is what a title is about: at its end, or what is behind belongs to it.

    *Recovery Plan*, *Monitoring and Alerting*, *Notes on Testing*, but not *Recovery failure*.
    """
    for match in pattern.finditer(text):
        behind = _GENERIC.sub("", text[match.end() :]).strip()
        if not behind or _LINKED.match(behind):
            return True
    return False


@lru_cache(maxsize=4096)
def group_of(title: str, vocabulary: Vocabulary) -> Level | None:
    """Return the level of a heading or label that groups risks by it: *High-Risk Items*, *Hohe Risiken*."""
    roles = vocabulary.roles(title)
    if level := next((level for role, level in _GROUPS if role in roles), None):
        return level
    text = title_key(split_heading(title, RISK, vocabulary, number=True, durations=False).text or title)
    if not _RISK.search(text):
        return None
    rest = " ".join(_FILLERS.sub(" ", _RISK.sub(" ", text)).split())
    level = vocabulary.levels.get(rest)
    return "high" if level == "critical" else level


def risk_sections(outline: Outline) -> list[Section]:
    """Return the sections of risks on a page, each the outermost, whether or not it stands in a phase.

    A phase or step is none, whatever it is called: *Phase 1: Risk Assessment*.
    """
    if outline.risk_sections is not None:
        return outline.risk_sections
    vocabulary, document = outline.vocabulary, outline.document
    found: list[Section] = []
    end = 0
    for one in outline.sections[1:]:
        if one.line <= end or one is outline.title or not _plays_risks(one.title, vocabulary):
            continue
        phased = any(numbered(up, vocabulary) for up in document.ancestors(one))
        if not numbered(one, vocabulary, "steps" if phased else "phases") and not _is_work(one, outline):
            found.append(one)
            end = one.end
    outline.risk_sections = found
    return found


def _is_work(one: Section, outline: Outline) -> bool:
    """True for a part of something else that lists tasks about risks: *Risk Management Engine*."""
    if outline.document.sections[one.parent].level < 2 or outline.vocabulary.sections.get(
        title_key(one.title)
    ):
        return False
    items = [item for block in one.blocks if block.kind == "list" for item in block.children]
    return bool(items) and all(item.task is not None for item in items)


def _plays_risks(title: str, vocabulary: Vocabulary) -> bool:
    text = title_key(title)
    if vocabulary.sections.get(text) != "risks":
        split = text.split(" ")
        if (text.isascii() and _STEM_WORDS.isdisjoint(split)) or len(split) - 1 > _LONGEST:
            return False  # most headings
        if not _STEM.search(text):
            return False
    return kind_of(title, vocabulary) != "aside"


def speaks_of_levels(title: str) -> bool:
    """True for a heading of how risks are looked at: *Risk Categories*, *Risk Levels*."""
    text = title_key(title)
    return _RISK.search(text) is not None and bool(_FRAME.search(text) or _CATEGORIES.search(text))


def risk_headings(outline: Outline) -> list[Section]:
    """Return the headings that are a risk each, wherever they are; what is below one is its own."""
    found: list[Section] = []
    inside = {one.index: top for top in risk_sections(outline) for one in outline.document.inside(top)}
    events = {one.index for top in risk_sections(outline) for one in _events(outline, top)}
    end = 0
    for one in outline.sections[1:]:
        if one is outline.title or one.line <= end:
            continue
        top = inside.get(one.index)
        if one.index in events or (
            _calls_itself_risk(one, outline) if top is None else _is_risk(one, outline, top)
        ):
            found.append(one)
            end = one.end
    return found


def _events(outline: Outline, top: Section) -> list[Section]:
    """Return the headings below *Risk Mitigation* where two or more name what may happen: *Data Loss*.

    Else they are what is done about it: *Staging First*.
    """
    if kind_of(top.title, outline.vocabulary) != "measures":
        return []
    named = [one for one in outline.document.inside(top) if not kind_of(one.title, outline.vocabulary)]
    leaves = [one for one in named if one.parent == top.index]
    events = sum(_EVENT.search(title_key(one.title)) is not None for one in leaves)
    return leaves if len(leaves) == len(named) and events >= _TWO else []


def _calls_itself_risk(one: Section, outline: Outline) -> bool:
    """True if a heading outside of the sections of risks is one: *Risk 1*, or what is rated as one.

    *R1* may be a release: below it is what only risks have, or it is none.
    """
    if named := NAMED.match(mend(one.title)):
        facts = (fact_of(part.name, outline.vocabulary) for part in outline.parts_below(one) if part.name)
        return bool(named[1]) or not TELLING.isdisjoint(facts)
    own = one.blocks and not outline.parts(one)[0].name and outline.parts(one)[0].blocks
    listed = next((block for block in own or () if block.kind == "list"), None)
    return (
        listed is not None
        and is_rated(listed, outline.vocabulary)
        and kind_of(one.title, outline.vocabulary) in ("", "risk")
        and not numbered(one, outline.vocabulary)
        and not is_example(one, outline)
    )


def is_rated(listed: Block, vocabulary: Vocabulary) -> bool:
    """True for a list that rates what it is under both ways: its probability and its impact."""
    if not any(_may_rate(item, vocabulary) for item in listed.children):
        return False
    said = {fact_of(entry.title, vocabulary): entry.text for entry in entries([listed]) if entry.title}
    return all(read_rating(said.get(axis, ""), vocabulary) for axis in ("probability", "impact"))


def is_example(one: Section, outline: Outline) -> bool:
    """True for a section of how risks are looked at: below *Example Assessments*, *Risk Scoring*."""
    return any(speaks_of_levels(up.title) for up in (one, *outline.document.ancestors(one)))


def _may_rate(item: Block, vocabulary: Vocabulary) -> bool:
    """True if a list item begins with a name for probability: fast, for all items of a page are asked."""
    line = item.children[0].lines[0] if item.children and item.children[0].lines else None
    name, colon, _ = line.text[:40].replace("：", ":").partition(":") if line else ("", "", "")
    return bool(colon) and fact_of(name, vocabulary) == "probability"


def _is_risk(one: Section, outline: Outline, top: Section) -> bool:
    """True if a heading in a section of risks is one: by its identifier, fields, or nothing but prose."""
    vocabulary = outline.vocabulary
    if NAMED.match(mend(one.title)) or _CALLED.match(mend(one.title)):
        return not is_rating(_CALLED.sub("", one.title), vocabulary)
    names = _names_under(one, outline)
    facts = [fact for name in names if (fact := fact_of(name, vocabulary))]
    kind = kind_of(one.title, vocabulary)
    if facts.count("risk") > 1 or kind == "measures" or vocabulary.plays(one.title, "risk-matrix"):
        return False
    if not TELLING.isdisjoint(facts):
        return kind in ("", "risk") or (kind == "risks" and facts[0] != "risk")
    kinds = [block.kind for block in one.blocks if block.kind not in ("rule", "html")]
    long = len(title_key(one.title).split()) >= _LONG  # a sentence names no group of risks
    prose = not names and kinds[:1] == ["paragraph"] and (long or set(kinds) == {"paragraph"})
    leaf = next(outline.document.inside(one), None) is None
    asked = one.title.rstrip("\"'”’»“*_ ").endswith(("?", "？"))  # *What if the kiln cracks?*
    if asked and leaf and one.blocks:
        return scope_of(one, outline, top) == "risks"
    named = kind == "" or (kind == "risk" and names_one(one.title))
    return prose and leaf and named and scope_of(one, outline, top) == "risks"


def scope_of(one: Section, outline: Outline, top: Section) -> Kind:
    """Return what a part of a section of risks speaks of, by its heading, else by the nearest above."""
    for up in (one, *outline.document.ancestors(one)):
        kind = kind_of(up.title, outline.vocabulary)
        if kind in ("measures", "aside"):
            return kind
        if kind or up is top:
            break
    return "risks"


def _names_under(one: Section, outline: Outline) -> list[str]:
    """Return the names of the fields right under a heading: labels, list items, a table of two columns."""
    parts = outline.parts(one)
    vocabulary = outline.vocabulary
    names = [entry.title for part in parts[:1] for entry in entries(part.blocks) if entry.title]
    names += [part.name for part in parts[1:]]
    for table in one.tables:
        if not risk_columns(table, vocabulary, in_section=False):
            names += [name for name, *_ in said_by_table(table, vocabulary)]
    return names
