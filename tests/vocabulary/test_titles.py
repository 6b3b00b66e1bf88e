"""Titles lose their decorations: section number, emoji, bold, status mark, duration in brackets."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_plan
from tests.reading.drawn import phase_of, read


@pytest.mark.parametrize(
    ("tail", "title", "state", "duration"),
    [
        # state
        ("Build ✅", "Build", "complete", ""),
        ("Build ✅ COMPLETE", "Build", "complete", ""),
        ("Build — ✅ Done", "Build", "complete", ""),
        ("Build (Completed 2025-11-18)", "Build", "complete", ""),
        ("Build (✅ Completed)", "Build", "complete", ""),
        ("Build [DONE]", "Build", "complete", ""),
        ("Build - **[✅ Completed]**", "Build", "complete", ""),
        ("Build (done)", "Build", "complete", ""),
        ("Build - IN PROGRESS", "Build", "in-progress", ""),
        ("Build 🔄", "Build", "in-progress", ""),
        ("Build 🚧 In Progress", "Build", "in-progress", ""),
        ("Build (40% complete)", "Build", "in-progress", ""),
        ("Build (60%)", "Build", "in-progress", ""),
        ("Build (100%)", "Build", "complete", ""),
        ("Build (Done ✅)", "Build", "complete", ""),
        ("Build (blocked by the bank)", "Build", "blocked", ""),
        ("Build | Done", "Build", "complete", ""),
        ("Build (not complete)", "Build", "pending", ""),
        ("Build (not started)", "Build", "pending", ""),
        ("Build `[x]`", "Build", "complete", ""),
        ("Build [x]", "Build", "complete", ""),
        ("Build [~]", "Build", "in-progress", ""),
        ("Build `[ ]`", "Build", None, ""),
        ("Build [1]", "Build [1]", None, ""),
        ("Build ⏳", "Build", "pending", ""),
        ("Build ⏳ PENDING", "Build", "pending", ""),
        ("Build (planned)", "Build", "pending", ""),
        ("Build ⏸️ On Hold", "Build", "on-hold", ""),
        ("Build (blocked)", "Build", "blocked", ""),
        ("Build ⛔", "Build", "blocked", ""),
        ("Build (deferred)", "Build", "deferred", ""),
        ("Build [CANCELLED]", "Build", "cancelled", ""),
        ("Build (已完成)", "Build", "complete", ""),
        ("Build (в работе)", "Build", "in-progress", ""),
        ("Build（完了）", "Build", "complete", ""),
        ("Build ✅ 完了", "Build", "complete", ""),
        ("Build ✅ 已完成", "Build", "complete", ""),
        ("Build ✅ ЗАВЕРШЕНО", "Build", "complete", ""),
        ("Build 🔄 进行中", "Build", "in-progress", ""),
        ("Build ‚úÖ", "Build", "complete", ""),
        ("Build üîÑ", "Build", "in-progress", ""),
        ("Build ‚è≥", "Build", "pending", ""),
        ("Build âœ…", "Build", "complete", ""),
        # duration
        ("Build (2 weeks)", "Build", None, "2 weeks"),
        ("Build (Weeks 3-4)", "Build", None, "Weeks 3-4"),
        ("Build (Week 1)", "Build", None, "Week 1"),
        ("Build (Days 4–6)", "Build", None, "Days 4–6"),
        ("Build (4 hours)", "Build", None, "4 hours"),
        ("Build (Q3 2026)", "Build", None, "Q3 2026"),
        ("Build (1–2 weeks)", "Build", None, "1–2 weeks"),
        ("Build ⏱️ 2-3 Days", "Build", None, "2-3 Days"),
        ("Build (2 недели)", "Build", None, "2 недели"),
        ("Build (3 天)", "Build", None, "3 天"),
        # both
        ("Build (Week 1) ✅ COMPLETE", "Build", "complete", "Week 1"),
        ("Build ✅ (2 weeks)", "Build", "complete", "2 weeks"),
        ("**Build** (2 days) 🔄", "Build", "in-progress", "2 days"),
        # neither
        ("Build 🚀", "Build", None, ""),
        ("🎯 Build", "Build", None, ""),
        ("**Build**", "Build", None, ""),
        ("*Build*", "Build", None, ""),
        ("Build `ci.yml`", "Build `ci.yml`", None, ""),
        ("Build (API v2)", "Build (API v2)", None, ""),
        ("Build [core](core.md)", "Build core", None, ""),
        ("Build & Test", "Build & Test", None, ""),
        # words of state inside a title say nothing
        ("Complete the migration", "Complete the migration", None, ""),
        ("Close open issues", "Close open issues", None, ""),
        ("Release planning", "Release planning", None, ""),
        ("Rollout - Testing", "Rollout - Testing", None, ""),
        ("Pending orders", "Pending orders", None, ""),
        ("Unblock the blocked queue", "Unblock the blocked queue", None, ""),
        ("Discovery and design", "Discovery and design", None, ""),
        ("Planning", "Planning", None, ""),
        ("Completion", "Completion", None, ""),
        ("Testing", "Testing", None, ""),
        ("Planned work", "Planned work", None, ""),
        ("Closed beta", "Closed beta", None, ""),
        ("Deferred revenue", "Deferred revenue", None, ""),
        ("Implementing the parser", "Implementing the parser", None, ""),
        ("Build (optional)", "Build (optional)", None, ""),
        ("Build (MVP)", "Build (MVP)", None, ""),
        ("Build (Owner: Kim)", "Build (Owner: Kim)", None, ""),
        ("Build (open source)", "Build (open source)", None, ""),
        ("Build (new API)", "Build (new API)", None, ""),
    ],
)
def test_a_phase_title(tail: str, title: str, state: str | None, duration: str) -> None:
    phase = phase_of(f"## Phase 1: {tail}", "- [ ] a\n")
    assert (phase.title, phase.state, phase.duration) == (title, state, duration)


@pytest.mark.parametrize(
    ("heading", "state"),
    [
        ("## ✅ Phase 1: Build", "complete"),
        ("## ‚úÖ Phase 1: Build", "complete"),
        ("## 🔄 Phase 1: Build", None),
        ("## 🎯 Phase 1: Build", None),
        ("## 📊 Phase 1: Build", None),
        ("## 🚀 Phase 1: Build", None),
        ("## 📋 Phase 1: Build", None),
    ],
)
def test_a_mark_that_leads_a_title_is_its_picture_unless_it_is_a_tick(
    heading: str, state: str | None
) -> None:
    phase = phase_of(heading)
    assert (phase.title, phase.state) == ("Build", state)


@pytest.mark.parametrize(
    "heading", ["## Phase 1 - COMPLETE", "## Phase 1: Done", "## Phase 1 ✅", "## Phase 1 (Completed)"]
)
def test_a_heading_without_a_title_may_state_its_phase(heading: str) -> None:
    phase = phase_of(heading)
    assert phase.state == "complete"
    assert phase.title == "Phase 1"


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("# Move the search", "Move the search"),
        ("# 🚀 Move the search", "Move the search"),
        ("# **Move the search**", "Move the search"),
        ("# Move the search ✅", "Move the search"),
        ("# Move the search (v2)", "Move the search (v2)"),
        ("# Move `search` to [new](x.md)", "Move `search` to new"),
        ("Move the search\n===============", "Move the search"),
        ("# Move the search {#top .wide}", "Move the search"),
        ("<!-- note -->\n\n# Move the search", "Move the search"),
        ("---\ntitle: Another\n---\n# Move the search", "Move the search"),
        ("---\ntitle: Another\n---\n\nText.", "Another"),
        ("---\ntitle: 'Another: one'\n---\n\n## Section", "Another: one"),
        ("Text.", "Move search"),
        ("```\n# in code\n```\n\n# Move the search", "Move the search"),
    ],
)
def test_the_title_of_a_plan(page: str, title: str) -> None:
    assert read_plan(page, "plans/move_search.md").title == title


def test_the_description_is_the_first_prose_under_the_title() -> None:
    plan = read("""
        # Move the search

        **Status:** Planning

        We move it
        to a new host.

        More.
        """)
    assert plan.description == "We move it to a new host."
    assert plan.line == 1
