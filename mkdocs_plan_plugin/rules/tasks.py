"""Rules about checkboxes."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.reading.entries import item_text, labelled
from mkdocs_plan_plugin.reading.tasks.lost import mended
from mkdocs_plan_plugin.reading.tasks.read import unknown_mark
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import Edits, swap
from mkdocs_plan_plugin.rules.fault import Fault, literal
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.lookup import key

_BOX = regex(r"\[([^\[\]\s\d]{1,2})\]\s+\S")

_MARK = regex(r"\[([^\[\]\s\d]{1,3})\]\s")
"""What may be read as a box, an escaped one too."""

_BULLET = regex(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+")

_WORDED = regex(r"[^\[]{0,20}\[[ \t]*[^\W\d_]{2}")
"""What holds a word in the place of a mark, which is lost to the reader when a mark takes its place."""

_GFM = {"x", "X"}
"""Marks that the parser knows."""


@rule(
    "PLAN309",
    "bullets-for-tasks",
    "info",
    bad="""
    # Plan

    ## Phase 1: Warm up

    - [ ] Fill it

    ### Step 1.1: Check

    **Verification:**

    - Hit rate above 80 %
    """,
    good=("- Hit rate above 80 %", "- [ ] Hit rate above 80 %"),
    fixable=True,
)
def bullets_for_tasks(page: CheckedPage) -> Iterator[Fault]:
    """Verification is written as plain bullets where the plan has checkboxes elsewhere.

    Nobody can see from a bullet whether it was verified, and it does not count.
    """
    if not page.plan.task_list:
        return
    lines = {one.line for one in (*page.plan.task_list, *page.plan.left_out)}
    for section in page.document.sections[1:]:
        phase = page.phase_at(section.line)
        if phase is None or phase.over or all(block.kind != "list" for block in section.blocks):
            continue
        for part in labelled(section.blocks, page.vocabulary):
            if not part.name or key(part.name) not in (
                "verification",
                "verification criteria",
                "verification tasks",
            ):
                continue
            for block in part.blocks:
                for item in block.children if block.kind == "list" else ():
                    boxed = item.line in lines or _BOX.match(item_text(item))
                    if not boxed and not any(task in lines for task in _below(item)):
                        yield Fault(
                            item.line,
                            "a bullet under Verification has no checkbox",
                            f"- [ ] {item_text(item)}",
                            edits=_box(page, item.line),
                            applies="unsafe",
                            cause="bullets",
                            many="{count} bullets under Verification have no checkbox: {lines}; write '-"
                            " [ ] ...'",
                        )


def _box(page: CheckedPage, line: int) -> Edits:
    """Put an open box behind the bullet of an item."""
    bullet = _BULLET.match(page.text(line))
    return swap(line, bullet.end() + 1, "", "[ ] ") if bullet else ()


def _below(item: Block) -> Iterator[int]:
    for child in item.children:
        if child.kind == "list":
            for one in child.children:
                yield one.line
                yield from _below(one)


@rule(
    "PLAN310",
    "unknown-task-marker",
    "warning",
    bad="""
    # Plan

    ## Phase 1: Warm up

    - [x] a
    - [y] b
    """,
    good=("- [y] b", "- [x] b"),
)
def unknown_task_marker(page: CheckedPage) -> Iterator[Fault]:
    """A checkbox holds a mark that means nothing.

    It counts as open. Known are a blank, x, ~ (in progress), - (cancelled), ! (blocked) and > (deferred).
    """
    if set(_MARK.findall(page.document.text)) <= _GFM:
        return
    lines = {task.line for task in page.plan.task_list}
    for block in page.blocks():
        for item in block.children if block.kind == "list" else ():
            mark = unknown_mark(item) if item.line in lines else ""
            if mark:
                box = f"[{mark}]"
                yield Fault(
                    item.line,
                    f"'{box}' is no checkbox, it counts as open; write [ ], [x], [~] in progress, [-]"
                    " cancelled, [!] blocked or [>] deferred",
                    column=page.column(item.line, box),
                    cause=f"marker {box}",
                )


@rule(
    "PLAN312",
    "lost-task",
    "warning",
    bad="""
    # Plan

    ## Phase 1: Warm up

    - [x] a
    - [] b
    """,
    good=("- [] b", "- [ ] b"),
    fixable=True,
)
def lost_task(page: CheckedPage) -> Iterator[Fault]:
    """A line looks like a task and is none, or a table of tasks tells no states.

    Markdown shows it as text, so it does not count, and the progress of the plan leaves it out.
    """
    for one in page.plan.left_out:
        if one.kind != "task":
            continue
        wanted = mended(one.text, page.vocabulary)
        column = page.column(one.line, one.text) if wanted else 0
        example = f"; write {wanted!r} and so on" if wanted else ""
        yield Fault(
            one.line,
            f"'{one.text}' is no task: {one.reason}",
            wanted,
            column=column,
            edits=_mend(page, one.line, column),
            applies="unsafe" if wanted and _WORDED.match(one.text) else "safe",
            severity=None if wanted else "info",
            cause=f"lost task: {one.reason}",
            many="{count} lines look like tasks but are not read as such, {lines}: "
            + literal(one.reason + example),
        )


def _mend(page: CheckedPage, line: int, column: int) -> Edits:
    """Write a line that looks like a task as one, from its box on."""
    text = page.text(line)[column - 1 :]
    return (
        swap(line, column, text, mended(text, page.vocabulary) + text[len(text.rstrip()) :]) if column else ()
    )
