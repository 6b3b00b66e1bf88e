"""The checkbox of a task and the anchor beside a heading, as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from mkdocs_plan_plugin.languages import ENGLISH, Language
from mkdocs_plan_plugin.model import OPEN
from mkdocs_plan_plugin.views import ticking
from mkdocs_plan_plugin.views.html import plain
from mkdocs_plan_plugin.views.marks import icon
from mkdocs_plan_plugin.views.words import TASK_STATES

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Task
    from mkdocs_plan_plugin.views.context import Context, Facts, Spot


def checkbox(
    task: Task, language: Language = ENGLISH, place: Spot | None = None, *, over: bool = False
) -> str:
    """Checkbox for the start of a task list item, in phrasing content; `id` is the task's anchor.

    Open and done tasks are disabled inputs named by the task's text, as in GFM (5.3). Other states
    have no checkbox to match: they are a shape and a word, without a hue where the plan is `over`. With a
    `place` it can be ticked, also beside the shape and the word of a task that is still to be done.
    """
    name = f' id="{escape(task.anchor)}"' if task.anchor else ""
    if task.state in TASK_STATES:
        word = escape(language.gettext(TASK_STATES[task.state]))
        mark = f'{icon(task.state)}<span class="plan-task-word">{word}</span>'
        css = f"plan-view{' plan-over' if over else ''} plan-task plan-is-{task.state}"
        before = ticking.box(task, place, language) if place and task.state in OPEN else ""
        return f'{before}<span class="{css}"{name}>{mark}</span>'
    if place:
        return ticking.box(task, place, language, name)
    checked = " checked" if task.state == "done" else ""
    label = escape(plain(task.text) or language.say("Task"))
    return f'<input class=plan-task type=checkbox{name} disabled{checked} aria-label="{label}">'


def anchor(name: str) -> str:
    """Empty element that carries `name` as its id."""
    return f'<span id="{escape(name)}"></span>'


def checklist_count(context: Context) -> Facts | None:
    """One checklist; None without tasks that count."""
    checklist = context.shown.checklists[context.index]
    if not checklist.total:
        return None
    done, total = checklist.done, checklist.total
    language = context.language
    if done == total:
        rest = language.say("All done")
    elif done:
        rest = language.plural("%(num)s open", "%(num)s open", total - done)
    else:
        rest = language.say("None yet")
    return {
        "name": plain(checklist.title) or language.say("Checklist"),
        "done": done,
        "total": total,
        "percent": 100 * done // total,
        "state": "complete" if done == total else "in-progress" if done else "pending",
        "rest": rest,
    }
