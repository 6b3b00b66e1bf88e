"""Markdown → slots: what is to be in a page, and tokens in its lines that say where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading.page import read
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.list_gaps import SEPARATOR
from mkdocs_plan_plugin.views.placements import ANCHOR, Placement, placements
from mkdocs_plan_plugin.weave import log
from mkdocs_plan_plugin.weave.directives import resolve
from mkdocs_plan_plugin.weave.slots import Slot, put_in
from mkdocs_plan_plugin.weave.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from mkdocs_plan_plugin.views.answers import Answer
    from mkdocs_plan_plugin.weave.lists import Lists
    from mkdocs_plan_plugin.weave.page import SitePage, Source
    from mkdocs_plan_plugin.weave.site import Site

_BLANK_LINE = regex(r"(?<=\n) +\n")


class Inserted(NamedTuple):
    """A page with its slots: all that it takes to fill them."""

    page: SitePage
    tokens: Tokens
    lines: list[str]
    slots: Sequence[Slot] = ()
    top: Sequence[Placement] = ()
    """Pieces of the plan that belong to no line of the page, and are above it."""
    plan: Plan | None = None
    answers: dict[tuple[int, int], Answer] = {}  # noqa: RUF012 - never changed
    """Of directives, by line and ordinal."""
    lists: Lists | None = None
    """What has rewritten its lists, None where they are as written."""


def insert(site: Site, page: SitePage, markdown: str | None, lines: list[str]) -> Inserted:
    """Put slots into the lines of a page's final text; in a plan the lists are repaired.

    `markdown` is its file without front matter as the host read it, if that is known. Nothing raises:
    where this code fails, the page is shown as it would be without it.
    """
    tokens = Tokens("", "")
    try:
        text = "\n".join(lines)
        tokens = Tokens.of(page.path, text)
        if tokens.signs:
            return _inserted(site, Inserted(page, tokens, lines), markdown, text)
        log.at(page.path, 0, "shown as it is: it has all the characters that mark places of views")
    except Exception as error:  # noqa: BLE001 - whatever it is, the page must come out
        log.bug(page.path, error)
    return Inserted(page, tokens, lines)


def _inserted(site: Site, empty: Inserted, markdown: str | None, text: str) -> Inserted:
    page, tokens = empty.page, empty.tokens
    source = site.sources.get(page.path)
    plan, body, offset = None, "", 0
    if source is not None:
        whole = source.text
        # front matter costs as much to read as a third of a plan
        body = markdown if markdown and whole.endswith(markdown) else site.body_of(whole)
        offset = whole.count("\n") - body.count("\n")
        plan = _finally(site, source, whole, body, text)
    resolved = list(resolve(site, page.path, plan, text, offset))
    slots = [Slot(directive.line, directive=directive) for directive, _ in resolved]
    lists, top, lines = None, [], empty.lines.copy()
    if plan is not None and source is not None:
        if site.lists and SEPARATOR not in text:
            lists = site.lists
            if source.pending is not None and body.rstrip() == text.rstrip():
                for index, line in source.pending.repairs.items():  # as they were for the check
                    lines[index - offset] = line
            else:
                lines = lists.repair(text)
        moved = {found.view.key for _, found in resolved if found.view and found.moves}
        wanted = [
            placement
            for placement in placements(plan, site.settings.show, every_bar=site.preview is not None)
            if _stands(site, placement, moved)
        ]
        top = [placement for placement in wanted if placement.line <= offset and placement.kind != ANCHOR]
        slots += _of_plan(plan, wanted, offset)
    slots = put_in(lines, slots, tokens)
    answers = {(directive.line, directive.ordinal): found for directive, found in resolved}
    return Inserted(page, tokens, "\n".join(lines).split("\n"), slots, top, plan, answers, lists)


def _finally(site: Site, source: Source, whole: str, body: str, text: str) -> Plan | None:
    """Return the plan that the final Markdown tells; `body` is the `whole` file without front matter.

    Macros, snippets and other plugins change Markdown on its way. A page's own views show what the page
    shows; all joined views show what the file says, because they are needed before any page is rendered.
    """
    if source.plan is None or _same(body, text):
        return source.plan
    path, front = source.page.path, whole[: len(whole) - len(body)]
    shown = read(front + text, path, site.settings, **site.around(source.page)._asdict()).found
    if not isinstance(shown, Plan):
        log.at(path, 0, "what macros or snippets make of this page is no plan; it shows no views")
        return None
    if _figures(shown) != _figures(source.plan):
        source.plan.rendered_differs = True
        log.at(
            path,
            0,
            "macros or snippets change this plan; its page shows the figures of what it finally says,"
            " all other views those of the file",
        )
    return shown


def _same(body: str, final: str) -> bool:
    """True if the final Markdown is the file's, apart from what Python-Markdown does to white space."""
    if body.rstrip() == final.rstrip():
        return True
    body = body.replace("\x02", "").replace("\x03", "").replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in body:
        body, final = body.expandtabs(4), final.expandtabs(4)
    body = _BLANK_LINE.sub("\n", body)
    return body.rstrip() == final.rstrip()


def _figures(plan: Plan) -> tuple[object, ...]:
    """Return what a reader would see differ, without lines."""
    return (
        plan.title,
        plan.effective_state,
        plan.progress,
        plan.tasks,
        [(phase.number, phase.title, phase.effective_state, phase.progress) for phase in plan.phases],
        [(risk.title, risk.level, risk.status) for risk in plan.risks],
    )


def _stands(site: Site, placement: Placement, moved: Collection[str]) -> bool:
    """True for a piece that no directive has moved, and that the site wants."""
    return f"plan:{placement.kind}" not in moved and (placement.kind != "findings" or site.notes)


def _of_plan(plan: Plan, wanted: Sequence[Placement], offset: int) -> Iterator[Slot]:
    """Yield the slots of a plan's pieces and tasks."""
    by_line: dict[int, list[Placement]] = {}
    for placement in wanted:
        if placement.line > offset:
            by_line.setdefault(placement.line - offset, []).append(placement)
    for line, standing in by_line.items():
        yield Slot(line, placements=tuple(standing))
    for task in plan.task_list:
        if task.anchor:
            yield Slot(task.line - offset, task=task)
