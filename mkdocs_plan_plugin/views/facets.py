"""What lists can be filtered by in a browser: a few words of each row, in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from mkdocs_plan_plugin.schedule import day_of
from mkdocs_plan_plugin.views.words import HEALTH, LEVELS, STATES
from mkdocs_plan_plugin.vocabulary.owners import names_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.portfolio import Entry

OF_PLANS = ("state", "priority", "owner", "risk", "due", "health")
"""What every list of plans is filtered by; `words.FACETS` has their titles."""


class Attributes:
    """The attributes of the rows of one view, in the order in which they are drawn.

    A word is written where it is first used; from then on it is its number, counted from 0.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._numbers: dict[str, int] = {}

    def of(self, entry: Entry, keys: Sequence[str], own: Mapping[str, str]) -> Markup:
        """Return the attribute of a row with its words in the order of the keys; `own` are not the plan's."""
        words = {**_of_plan(entry, self._language), **own}
        said = "|".join(
            ";".join(self._short(word) for word in words[key].split("; ") if word) for key in keys
        ).rstrip("|")
        quote = "" if said and not said.strip("0123456789;|") else '"'
        return Markup(f"data-plan={quote}{escape(said)}{quote}")  # noqa: S704 - escaped

    def _short(self, word: str) -> str:
        if word in self._numbers:
            return str(self._numbers[word])
        self._numbers[word] = len(self._numbers)
        word = word.replace("|", "/").replace(";", ",")
        return f" {word}" if word.isdigit() else word


def _of_plan(entry: Entry, language: Language) -> dict[str, str]:
    plan, say = entry.plan, language.gettext
    gravest = next((risk.level for risk in plan.open_risks if risk.level), None)
    due = day_of(plan.due)
    return {
        "state": say(STATES[entry.standing]),
        "priority": plan.priority or "",
        "owner": "; ".join(names_of(plan.owner)),
        "risk": say(LEVELS[gravest]) if gravest and not entry.over else "",
        "due": say("Late") if plan.late else language.month_of(due) if due and not entry.over else "",
        "health": say(HEALTH[plan.health]) if plan.health and not entry.over else "",
    }


def query(view: str, **wanted: str) -> str:
    """Return what filters a list when its link is followed; a dash before a word means all others.

    The script puts it into the address of the link: what reads pages from outside would not know it there.
    """
    return urlencode({f"{view}.{key}": word for key, word in wanted.items()}, quote_via=quote)
