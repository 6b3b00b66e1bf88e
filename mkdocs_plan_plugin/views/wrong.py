"""The note that `mkdocs serve` shows in the place of a directive that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_plan_plugin.views.marks import mark
from mkdocs_plan_plugin.views.words import SEVERITIES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language, Text

_NOTE = Markup('<p class="plan-view plan-wrong">%s <span>%s</span></p>')


def wrong(message: Text, language: Language) -> str:
    """What is wrong with a directive, for its author's eyes."""
    return str(_NOTE % (mark("error", language.gettext(SEVERITIES["error"])), language.tell(message)))
