"""The note that `mkdocs serve` shows in the place of a directive that is wrong."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_plan_plugin.views.marks import mark


def wrong(message: str) -> str:
    """What is wrong with a directive, for its author's eyes."""
    return str(Markup('<p class="plan-view plan-wrong">%s <span>%s</span></p>') % (mark("error"), message))
