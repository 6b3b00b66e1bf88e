"""Whole plans, fixed and set: what is read changes by what was asked for, and by nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mkdocs_plan_plugin.edits.apply import Refused, apply, overlap
from mkdocs_plan_plugin.model import Edit, Finding, Plan
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.rules import Checker, Pages, RuleSite
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.text import decode
from mkdocs_plan_plugin.vocabulary.mojibake import mend
from mkdocs_plan_plugin.writing.stated import changed, stated
from mkdocs_plan_plugin.writing.wishes import set_fact, tick

ROOT = Path(__file__).parent.parent.parent
FILES = sorted([*ROOT.glob("tests/fixtures/reading/*.md"), *ROOT.glob("example-site/docs/plans/*.md")])
SETTINGS = Settings()
SITE = RuleSite(today=dt.date(2026, 3, 1), settings=SETTINGS)
OF_FACTS = {"PLAN202", "PLAN209", "PLAN210", "PLAN302", "PLAN301", "PLAN312", "PLAN401", "PLAN501", "PLAN503"}
"""Rules whose edits change what is read; those of all others change how it is written."""


def read(text: str) -> tuple[Plan, Outline]:
    outline = outline_of(text, SETTINGS)
    return read_plan(outline, "plans/x.md", SETTINGS), outline


def check(data: bytes) -> list[Finding]:
    plan, outline = read(decode(data))
    return Checker(SITE).plan(plan, outline, Pages(site=SITE, portfolio=join([plan]), whole=False))


def fixed(data: bytes) -> tuple[bytes, set[str], set[int]]:
    """A file with all safe edits, the rules they are of, and the lines of findings with edits."""
    codes: set[str] = set()
    lines: set[int] = set()
    for _ in range(20):
        edits: list[Edit] = []
        for one in check(data):
            if one.fix and one.fix.applies == "safe" and not overlap(edits, one.fix.edits):
                edits += one.fix.edits
                codes.add(one.code)
                lines |= {edit.line for edit in one.fix.edits}
        if not edits:
            break
        data = apply(data, edits)
    return data, codes, lines


def facts(data: bytes) -> Any:
    """What is read of a file, without the lines it stands on, damaged emoji as they were meant."""

    def strip(part: Any) -> Any:
        if isinstance(part, list):
            return [strip(one) for one in part]
        if not isinstance(part, dict):
            return mend(part) if isinstance(part, str) else part
        return {
            name: strip(value)
            for name, value in part.items()
            if not name.endswith("line") and name not in ("sections", "left_out", "why", "contradictions")
        }

    return strip(msgspec.to_builtins(read(decode(data))[0]))


SPOILT = (
    lambda text: text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("✅", "‚úÖ").replace("⏳", "‚è≥"),
    lambda text: text.replace("\n    - ", "\n  - ").replace("\n\n- ", "\n- "),
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_to_fix_changes_how_a_plan_is_written_and_twice_is_once(file: Path) -> None:
    for spoil in SPOILT:
        data = spoil(file.read_text("utf-8")).encode()
        after, codes, _ = fixed(data)
        assert fixed(after)[0] == after
        if not codes & OF_FACTS:
            assert facts(after) == facts(data)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_one_fact_is_changed_and_no_other(file: Path) -> None:
    data = file.read_bytes()
    plan, _ = read(decode(data))
    before = stated(plan)
    wishes: list[tuple[tuple[object, ...], Any]] = [
        (("plan", "state"), lambda: set_fact(data, read, "", "state", "on-hold", None)),
        (("plan", "owner"), lambda: set_fact(data, read, "", "owner", "Team Gull", None)),
        (("plan", "priority"), lambda: set_fact(data, read, "", "priority", "P3", None)),
    ]
    for at, phase in enumerate(plan.phases[:2]):
        wishes.append(
            (
                ("phase", at, "state"),
                lambda phase=phase: set_fact(data, read, phase.anchor, "state", "blocked", None),
            )
        )
    for at, task in enumerate(plan.task_list[:2]):
        if task.anchor:
            state = "open" if task.state == "done" else "done"
            wishes.append(
                (
                    ("task", at, "state"),
                    lambda task=task, state=state: tick(data, read, task.anchor, state, None),
                )
            )
    done = 0
    for fact, wish in wishes:
        try:
            after = wish()
        except Refused as refused:
            assert "by hand" in str(refused)  # noqa: PT017 - it says what to do
            continue
        done += 1
        differ = changed(before, stated(read(decode(after))[0]))
        assert set(differ) <= {fact, ("plan", "document_state")}, fact
    assert done * 2 >= len(wishes)
