"""What a reader may change from a page of the preview: boxes of tasks, states of phases."""

# ruff: noqa: S704 - every value below is escaped
from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from markupsafe import Markup, escape

from mkdocs_plan_plugin.views.html import plain
from mkdocs_plan_plugin.views.marks import icon, mark
from mkdocs_plan_plugin.views.words import PREVIEW, STAGES, STATES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.languages import Language
    from mkdocs_plan_plugin.model import Phase, Plan, Task
    from mkdocs_plan_plugin.views.context import Context, Spot

_SIGN = " data-plan-at="
"""What every element has that can be changed."""


def can_change(html: str) -> bool:
    """True for a page on which something can be changed."""
    return _SIGN in html


def at(place: Spot | None) -> Markup:
    """Return the attributes by which the script tells the preview what is meant; none without a place."""
    if place is None:
        return Markup("")
    where = escape(f"{place.path}:{place.line}")
    said = escape(place.text)
    return Markup(f'{_SIGN}"{where}" data-plan-text="{said}" data-plan-was="{place.was}"')


def box(task: Task, place: Spot, language: Language, name: str = "") -> Markup:
    """Return the box of a task that can be ticked; it is disabled until the script is there to do that.

    A task in hand or blocked is neither done nor plainly open: the script shows its box as in between.
    """
    checked = " checked" if task.state == "done" else ""
    label = escape(plain(task.text) or language.say("Task"))
    return Markup(
        f'<input class=plan-task type=checkbox{name} disabled{checked} aria-label="{label}"{at(place)}>'
    )


def todo(context: Context, plan: Plan, task: Task) -> Markup:
    """Return what leads an open task in a list: a box where it can be ticked, else the shape of its state."""
    place = context.changed(plan, task)
    if place is None:
        return icon("pending" if task.state == "open" else task.state)
    return box(task, place, context.language)


def menu(context: Context, phase: Phase, name: str) -> Markup:
    """Return the menu of a phase's states, hidden until the script is there; nothing without a place."""
    place = context.changed(context.shown, phase)
    if place is None:
        return Markup("")
    language = context.language
    choices = "".join(
        f'<button type="button" value="{state}" aria-pressed="{str(state == phase.effective_state).lower()}">'
        f"{mark(state, language.gettext(STATES[state]))}</button>"
        for state in STAGES
    )
    label = escape(language.say("State of %(phase)s", phase=name))
    word = escape(language.say("Change state"))
    return Markup(
        f'<span class="plan-menu" hidden{at(place)}>'
        f'<button type="button" aria-expanded="false" aria-label="{word}: {escape(name)}">{word}</button>'
        f'<span class="plan-menu-states" role="group" aria-label="{label}" hidden>{choices}</span></span>'
    )


def link(token: str, folder: str, language: Language) -> Markup:
    """Return what the script works by, with itself and its style; `folder` leads to them from the page.

    The token is in the page, which no other site can read, and not in the script, which any may run.
    """
    words = {name: language.gettext(word) for name, word in PREVIEW.items()}
    given = {"edit": f"{folder}edit", "token": token, "words": words}
    data = escape(msgspec.json.encode(given).decode())
    return Markup(
        f'<div class="plan-view plan-preview" hidden data-plan-preview="{data}">'
        f'<link rel="stylesheet" href="{escape(folder)}preview.css">'
        f'<script src="{escape(folder)}preview.js" defer></script></div>'
    )
