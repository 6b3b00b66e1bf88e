"""Whether a page finally says what its file said.

Macros, snippets and other plugins change Markdown on its way. A page's own views show what the page
shows; all joined views show what the file says, because they are needed before any page is rendered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Plan

_BLANK_LINE = regex(r"(?<=\n) +\n")


def same(body: str, final: str) -> bool:
    """True if the final Markdown is the file's, apart from what Python-Markdown does to white space."""
    if body.rstrip() == final.rstrip():
        return True
    body = body.replace("\x02", "").replace("\x03", "").replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in body:
        body, final = body.expandtabs(4), final.expandtabs(4)
    body = _BLANK_LINE.sub("\n", body)
    return body.rstrip() == final.rstrip()


def figures(plan: Plan) -> tuple[object, ...]:
    """Return what a reader would see differ, without lines."""
    return (
        plan.title,
        plan.effective_state,
        plan.progress,
        plan.tasks,
        [(phase.number, phase.title, phase.effective_state, phase.progress) for phase in plan.phases],
        [(risk.title, risk.level, risk.status) for risk in plan.risks],
    )
