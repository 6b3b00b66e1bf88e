"""What titles say of risks: headings, labels and list items, by their words alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from mkdocs_plan_plugin.model import Level
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import LONGEST_TITLE
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, keys_of, title_key
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.vocabulary.numbers import canonical
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
_QUESTION = has_word(words.RISK_QUESTIONS)
_ASIDES = keys_of(words.RISK_ASIDES)
_FRAME = has_word(words.RISK_FRAMES)
CALLED = regex(rf"^\W*(?i:{_SINGULAR})\s*[:：]\s*(?=\S)")
"""A word for risk before a title: `Risk: Leak`."""

_CODE = regex(r"^\W*([A-Z]{0,2}R[A-Z]{0,3}-?\d+)(?![^\W_])\s*[:：.)\-–—]*\s*(.*)$")
"""An identifier as tables and lists of risks have them: `R-01`, `TR-2`."""

_AND = has_word(words.CONJUNCTIONS)
_LINKED = has_word(words.CONJUNCTIONS + words.GENITIVES)
_GENERIC = has_word(words.PLAN_NOUNS)
_TOPIC = has_word(words.RISK_TOPICS)
_BEHIND = regex(r"\s[-–—]\s|[:：]")
_JOINT = regex(r"(?:(?<!\s)\s+)?[/,+、，]\s*")
_VERDICT = regex(r" (?:level|rating|score|posture|niveau)(?!\w)")
"""What makes a word for risk one of how much of it there is: *Current Risk Level*."""

_FILLERS = has_word(words.RISK_GROUP_WORDS)

_GROUPS: tuple[tuple[str, Level], ...] = (
    ("high-risk", "high"),
    ("medium-risk", "medium"),
    ("low-risk", "low"),
)
_CATEGORIES = has_word(words.RISK_CATEGORIES)
LONGEST = 6
"""A heading with more spaces that happens to hold a word for risk is a sentence."""

LONG = 4
"""A heading of so many words over prose is a risk, though a list follows."""

_NOUN = regex(rf"(?:{_SINGULAR})(?:$| (?:of|that|if|to|in|with|from|de|du|des|von|für|dass)\b)")
"""A title that names one risk: *Lock-in risk*, *Risk of flood*, but not *Overall Risk Assessment*."""


@lru_cache(maxsize=4096)
def mentions_risk(title: str) -> bool:
    """True for a title with a word for risk in it: most have none."""
    return _RISK.search(title_key(title)) is not None


@lru_cache(maxsize=4096)
def named(title: str) -> re.Match[str] | None:
    """Return the match of a title with an identifier; most titles are asked on page after page."""
    return NAMED.match(mend(title))


def names_one(title: str) -> bool:
    """True for a title that names one risk and says so."""
    return _NOUN.search(title_key(title)) is not None


def names_one_densely(title: str) -> bool:
    """True for a title that says at length what may happen, where no plural tells: `回调链路不一致风险`.

    A shorter one is a kind of risks: `技术风险`.
    """
    found = _DENSE_RISK.match(_EXPLAINED.split(title, maxsplit=1)[0].strip())
    return found is not None and len(found[1].replace(" ", "")) > _KIND_AT_MOST


_EXPLAINED = regex(r"\s[-–—]\s|[:：(（]")
_DENSE_RISK = regex(r"^(.{1,60})(?:风险|風險|リスク)$")
_KIND_AT_MOST = 5


def names_several(title: str) -> bool:
    """True for a short title that names several risks: *Risks of the move*."""
    text = title_key(title)
    return text.count(" ") < LONGEST and _RISKS.search(text) is not None


def names_kind(title: str) -> bool:
    """True for a short title that names risks of a kind: *Technical Risks*, where no legend stands."""
    return names_several(title) and title_key(title) not in words.RISK_PLURALS


def name_of(title: str) -> tuple[str, str]:
    """Part an identifier from a title: `Risk 1: Leak` → (`1`, `Leak`), `R-01` → (`R-01`, ``)."""
    title = mend(title[:LONGEST_TITLE])
    title = CALLED.sub("", title)
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
        if text.count(" ") > LONG:
            return ""
        if _heads(_MEASURE, text):
            return "measures"
        framed = _heads(_QUESTION, text) or _heads(_FRAME, text, after=1)
        return "aside" if framed or text in _ASIDES else ""
    if _VERDICT.match(text, risk.end()):
        return "aside"
    named = vocabulary.sections.get(text) == "risks"  # *Risk Notes*
    for kind, pattern in (("measures", _MEASURE), ("aside", _FRAME)):
        for match in pattern.finditer(text):
            between = text[min(match.end(), risk.end()) : max(match.start(), risk.start())]
            kinds = kind == "aside" and (named or _of_kind(text, match, risk))
            if not _AND.search(between) and not kinds:
                return kind  # type: ignore[return-value]  # the two literals above
    return "risks" if _RISKS.search(text) else "risk"


def _of_kind(text: str, frame: re.Match[str], risk: re.Match[str]) -> bool:
    """True for *Process Risks*, which may go wrong, but not *Risk Process*, *No Risks*, *Example Risks*."""
    ends = text.endswith(risk[0]) and _RISKS.fullmatch(risk[0]) is not None
    return ends and frame.end() + 1 == risk.start() and frame[0] not in _NO_KIND


_NO_KIND = ("no", "zero", "example", "examples")


def _heads(pattern: re.Pattern[str], text: str, *, after: int = LONGEST) -> bool:
    """True if one of some words is what a title is about: at its end, or what is behind belongs to it.

    It is `after` so many words at most: *Open Questions*, but not *Legacy tooling assumptions*.

    *Recovery Plan*, *Monitoring and Alerting*, *Notes on Testing*, but not *Recovery failure*.
    """
    for match in pattern.finditer(text):
        if text.count(" ", 0, match.start()) > after:
            break
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


def speaks_of_levels(title: str) -> bool:
    """True for a heading of how risks are looked at: *Risk Categories*, *Risk Levels*."""
    text = title_key(title)
    return mentions_risk(title) and bool(_FRAME.search(text) or _CATEGORIES.search(text))
