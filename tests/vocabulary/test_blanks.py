"""Unfilled places are no values."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.vocabulary.blanks import is_blank
from tests.reading.drawn import read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "[Title]",
        "[What could go wrong]",
        "**[Title]**",
        "[...]",
        "...",
        "…",
        "[Draft | Active | Complete]",
        "[P0 (Critical) | P1 (High)]",
        "{{ owner }}",
        "{{...}}",
        "{% include 'x' %}",
        "YYYY-MM-DD",
        "TBD",
        "tbd",
        "[TBD]",
        "*TBD*",
        "T.B.D.",
        "N/A",
        "n/a",
        "None",
        "?",
        "-",
        "—",
        "___",
        "[One], [Two]",
        "<Owner>",
        "待定",
    ],
)
def test_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kim",
        "0",
        "3",
        "[Kim](people.md)",
        "[x] it runs",
        "[ ] it runs",
        "see [1]",
        "No one",
        "X-ray",
        "Yes",
        "a-b",
        "TBD by Friday",
        "2025-01-01",
        "none of the above",
        "[Draft] of the roof",
        "x" * 5000,
        "[" * 5000,
    ],
)
def test_filled(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("page", "template"),
    [
        ("# [Implementation Plan Title]\n\nText.\n", True),
        ("# {{ title }}\n\nText.\n", True),
        ("# A plan\n\n## Phase 1: [Phase Name]\n\n- [ ] a\n\n## Phase 2: [Phase Name]\n", True),
        ("# A plan\n\n## Phase 1: Build\n\n- [ ] a\n\n## Phase 2: [Phase Name]\n", False),
        ("# A plan\n\nText.\n", False),
        ("# [A plan](plan.md)\n\nText.\n", False),
        ("# [Draft] A plan\n\nText.\n", False),
        ("Text.\n", False),
    ],
)
def test_a_page_that_is_all_template_is_recognised(page: str, *, template: bool) -> None:
    assert read(page).template is template
